"""Who reported or printed words: ``according to``, ``seen by``, ``that the Courier has seen``."""

from __future__ import annotations

from rashomon.attribution.addressing import employer
from rashomon.attribution.mediaphrases import capital, phrase_at
from rashomon.attribution.occasions import phrase_start
from rashomon.attribution.outlets import Carrier, CarrierKind
from rashomon.attribution.phrases import phrase_before
from rashomon.attribution.scenes import Scene, beginning
from rashomon.language import functionwords as fw
from rashomon.language.sourcenouns import DOCUMENT_NAMES, DOCUMENT_NOUNS, TRAILING, singular
from rashomon.language.titles import COLLECTIVES, TITLES, role_base
from rashomon.language.transmission import (
    CARRIERS,
    HANDING_ON,
    INTERVIEWERS,
    OCCASIONS,
    SPOKEN_WORDS,
    VERB_PARTICLES,
)

__all__ = ["according_at", "account_at", "carried_at", "obtained_at", "set_down"]

_BETWEEN = fw.TEMPORAL | fw.ADVERBS | {"on", "in", "out", "up", "exclusively", "first", "at", "last", "here"}
_ASIDE = 3  # words that may stand between a participle and its preposition
_LONG_ASIDE = 7  # those of “earlier in the day”
_TIMES = frozenset("the this day week month year morning evening afternoon night time weekend".split())
_BACK = 9  # items before a participle in which what was carried stands
_PIECES = frozenset("report article story piece dispatch account".split())
_ACCOUNTS = frozenset("account telling version report retelling".split())
_FRONT = 6  # items before “account” at the head of a sentence
_WHOSE = frozenset("whose his her their its".split())
_SUMMARIES = frozenset("summary transcript recording clip post thread account".split())
_REPORTS = _PIECES - {"account"}
_JOINTS = frozenset(
    {"as", "since", "now", ",", "and", "first", "later", "then", "which", "that", "(", "—", "–", "also"}
)
_SEEN = frozenset(verb for verb, manner in HANDING_ON.items() if manner == "seen_by")
_WRITTEN = frozenset("article op-ed column essay letter written wrote writing report".split())
_TOPIC = frozenset("of about over on regarding despite because".split())
_COPIES = frozenset("copy copies version transcript part parts draft text one some page pages set".split())
_BE = frozenset("is are was were be been being".split())
_PRINTED = frozenset({"seen_by", "published_by", "broadcast_by", "carried_by", "reported_by"})


@beginning(("according", "per"))
def according_at(scene: Scene, index: int) -> None:
    """``according to the Courier``, ``as per a report in the Courier``, ``according to two people``."""
    low = scene.low
    if low(index) == "according" and low(index + 1) == "to":
        start = index + 2
    elif low(index) == "per" and (low(index - 1) in ("as", ",", "") or scene.sentence.is_quote(index - 1)):
        start = index + 1
    else:
        return
    leads = index <= 1
    piece = next((i for i in (start + 1, start + 2, start + 3) if low(i) in _PIECES | _SUMMARIES), 0)
    if piece and low(piece + 1) in ("in", "by", "from", "on"):
        found = scene.outlets.at(scene.sentence, piece + 2, surely=low(index) == "per")
        if found is not None:
            scene.hop(found, "according_to", index, leads=leads)
        return
    found = scene.outlets.at(scene.sentence, start) or _report(scene, start)
    if found is None and low(index) != "per":
        found = _people(scene, start)
    if found is not None:
        aside = low(index - 1) == "," == low(found.last + 1)
        scene.hop(found, "according_to", index, leads=leads, aside=aside)


@beginning(_ACCOUNTS)
def account_at(scene: Scene, index: int) -> None:
    """``In the Courier’s account, the officer also said …``: the Courier tells it."""
    low = scene.low
    if (
        low(index) not in _ACCOUNTS
        or not low(index - 1).endswith("'s")
        or index > _FRONT
        or low(0) not in ("in", "by")
    ):
        return
    found = scene.outlets.read(scene.sentence, 1, index - 1)
    if found is not None and found.kind is not CarrierKind.INTERVIEWER:
        scene.hop(found, "according_to", index, aside=True)


def _report(scene: Scene, start: int) -> Carrier | None:
    """``per the report``: of the outlet named last as one that reports."""
    if scene.low(start) not in ("the", "that", "this") or scene.low(start + 1) not in _REPORTS:
        return None
    if scene.low(start + 2) in ("of", "by", "from", "in", "on") or scene.outlets.last is None:
        return None
    span = scene.sentence.between(start, start + 1)
    name = scene.outlets.last
    return Carrier(kind=CarrierKind.OUTLET, name=name, span=span, first=start, last=start + 1)


def _people(scene: Scene, start: int) -> Carrier | None:
    """``two people present``: who tells of what another said; papers tell nothing by themselves."""
    phrase = phrase_at(scene.sentence, start)
    if phrase is None or scene.outlets.is_own(scene.sentence.between(*phrase).of(scene.outlets.text)):
        return None
    first, last = phrase
    for end in range(last, first - 1, -1):
        low = scene.low(end)
        if low in DOCUMENT_NAMES or singular(low) in DOCUMENT_NOUNS or low in OCCASIONS:
            return None
        named = capital(scene.sentence, end) and not low.endswith("'s")
        if low in TRAILING or low in fw.ADVERBS:
            continue
        if not (role_base(low) or low in COLLECTIVES or low in _GROUPS or capital(scene.sentence, end)):
            return None
        if role_base(low) or low in COLLECTIVES or low in _GROUPS or named:
            span = scene.sentence.between(first, last if not named else end)
            name = " ".join(span.of(scene.outlets.text).split())
            return Carrier(kind=CarrierKind.NAMED, name=name, span=span, first=first, last=last)
    return None


_GROUPS = frozenset(
    "people person participants attendees sources those guests neighbours neighbors family".split()
)


@beginning((participle for participle, _ in CARRIERS))
def carried_at(scene: Scene, index: int) -> None:
    """``seen by the Courier``, ``an interview published on Sunday by the Courier``."""
    low = scene.low(index)
    at = _link(scene, index)
    manner = CARRIERS.get((low, scene.low(at)))
    bare = scene.low(at) == "by" and scene.low(index + 1) != VERB_PARTICLES.get(low, scene.low(index + 1))
    if manner is None or bare:
        return
    if low == "reported" and scene.low(index - 1) == "first":
        manner = "first_reported_by"
    words = set_down(scene, index)
    if manner in _PRINTED and low not in _WRITTEN and scene.low(index - 1) not in _JOINTS and not words:
        return
    finite = scene.low(index - 1) in _BE and not _relative(scene, index - 1)
    finite = finite and not _of_words(scene, index - 1)
    if manner in _PRINTED and finite and not (manner == "seen_by" and scene.low(at) == "to" and words):
        return
    if manner == "interview" and not _interviews(scene, index):
        return
    by = scene.low(at) in ("by", "on")
    surely = manner == "interview" or (by and manner in ("seen_by", "broadcast_by"))
    _several(scene, at + 1, manner, index, surely=surely)


def _link(scene: Scene, index: int) -> int:
    """The preposition that belongs to a participle, past ``earlier in the day``."""
    low, at = scene.low(index), index + 1
    while at <= index + _LONG_ASIDE and scene.low(at) in _BETWEEN | _TIMES:
        time = scene.low(at + 1) in _TIMES and scene.low(at + 2) in _TIMES | _BETWEEN | {"by"}
        if (low, scene.low(at)) in CARRIERS and not time:
            return at
        at += 1
    return at


def _of_words(scene: Scene, be: int) -> bool:
    """``whose words to the Courier were``, ``his post, since deleted, was``: words are what was carried."""
    near = range(max(0, be - _BACK), be)
    return any(
        scene.low(i) in _WHOSE and (scene.low(i + 1) in SPOKEN_WORDS or scene.low(i + 1) in OCCASIONS)
        for i in near
    )


def _relative(scene: Scene, index: int) -> bool:
    """Whether ``was`` here belongs to ``which was``, ``that has been``."""
    return any(scene.low(i) in ("which", "that", "and") for i in range(max(0, index - 2), index))


def _interviews(scene: Scene, index: int) -> bool:
    """``interviewed by``, ``an interview conducted by``; no ``to be interviewed by``, no poll conducted."""
    if scene.low(index - 1) == "be":
        return False
    near = range(max(0, index - _ASIDE), index)
    return scene.low(index) != "conducted" or any(scene.low(i).startswith("interview") for i in near)


def set_down(scene: Scene, index: int) -> bool:
    """Whether words spoken or written are named just before, and not as what something is about."""
    if scene.sentence.is_quote(index - 1):
        return True
    for i in range(index - 1, max(-1, index - _BACK - 1), -1):
        low = scene.low(i)
        if low in OCCASIONS or low in SPOKEN_WORDS or singular(low) in DOCUMENT_NOUNS:
            before = phrase_start(scene, i) - 1
            of = scene.low(before - 1)
            return scene.low(before) not in _TOPIC or of in _COPIES or of in OCCASIONS
    return False


def _several(scene: Scene, start: int, manner: str, verb: int, *, surely: bool) -> None:
    for _ in range(3):
        found = scene.outlets.at(scene.sentence, start, surely=surely)
        if found is None and manner == "interview":
            found = _beside(scene, start)
        named = found is not None and found.kind is CarrierKind.NAMED
        if named and manner == "interview" and not _may_ask(scene, start, found):
            return
        if found is None or (found.kind is CarrierKind.PLATFORM and manner in ("seen_by", "quoted_by")):
            return
        if found.kind is CarrierKind.NAMED and len(found.name.split()) == 2 and scene.low(start) != "the":
            if manner not in ("interview", "broadcast_by"):
                return
            asks = manner == "interview"
            found = Carrier(
                kind=CarrierKind.INTERVIEWER if asks else CarrierKind.OUTLET,
                name=found.name,
                span=found.span,
                first=found.first,
                last=found.last,
            )
        if found.kind is CarrierKind.INTERVIEWER and not employer(scene, found, manner, verb):
            return
        scene.hop(found, "post" if found.kind is CarrierKind.PLATFORM else manner, verb)
        start, surely = found.last + 1, False
        if scene.low(start) != "and":
            return
        while scene.low(start) in ("and", "by", "in", "later", "then", "also"):
            start += 1


def _may_ask(scene: Scene, start: int, found: Carrier | None) -> bool:
    """Whether a bare name may be that of who asks: no ``questioned by Sen. Holt``, no surname alone."""
    titled = scene.low(start) in TITLES or scene.low(start).rstrip(".") in TITLES
    return found is not None and not titled and " " in found.name


def _beside(scene: Scene, start: int) -> Carrier | None:
    """``pressed by the host, Maud Kerr,``: the name set beside the noun."""
    phrase = phrase_at(scene.sentence, start)
    if phrase is None or scene.low(phrase[1]) not in INTERVIEWERS or scene.low(phrase[1] + 1) != ",":
        return None
    first = phrase[1] + 2
    if not (capital(scene.sentence, first) and capital(scene.sentence, first + 1)):
        return None
    span = scene.sentence.between(first, first + 1)
    name = " ".join(span.of(scene.outlets.text).split())
    return Carrier(kind=CarrierKind.INTERVIEWER, name=name, span=span, first=phrase[0], last=first + 1)


@beginning(_SEEN, ("hold",))
def obtained_at(scene: Scene, index: int) -> None:
    """``a letter that the Courier has seen``, ``the Courier obtained a memo in which …``."""
    low = scene.low
    held = low(index) == "hold" and low(index - 1) == "got"
    if (
        (low(index) not in _SEEN and not held)
        or low(index + 1) == "by"
        or low(index - 1) in ("been", "was", "were", "is")
    ):
        return
    end = index - 1 if held else index
    while low(end - 1) in ("has", "had", "have", "also", "since", "first"):
        end -= 1
    phrase = phrase_before(scene.sentence, end)
    if phrase is None:
        return
    relative = low(phrase[0] - 1) in ("that", "which") or set_down(scene, phrase[0])
    near = range(index + 1, min(index + _ASIDE + 4, len(scene.sentence)))
    paper = any(low(i) in OCCASIONS or singular(low(i)) in DOCUMENT_NOUNS for i in near)
    if not (relative or paper):
        return
    found = scene.outlets.read(scene.sentence, *phrase, surely=relative and low(phrase[0] - 1) == "that")
    if found is not None and found.kind is not CarrierKind.PLATFORM:
        scene.hop(found, "seen_by", index)
