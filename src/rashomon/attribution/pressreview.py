"""Outlets that give another's words, as reviews of the press tell it.

“The Courier has Holt saying …”, “Norra has it from a clerk that …”, “Norra leads
with a promise by Holt that …”, “Holt was reported by Norra to have said that …”:
somebody else speaks, and the outlet is a carrier.
"""

from __future__ import annotations

from rashomon.attribution.cues import CueKind, lookup
from rashomon.attribution.mediaphrases import capital
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.outlets import Carrier, CarrierKind
from rashomon.attribution.phrases import phrase_before
from rashomon.attribution.scenes import Quoted, Scene, beginning
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind
from rashomon.language.transmission import OCCASIONS, SPOKEN_WORDS

__all__ = ["given_at", "reported_to_have_at", "taken_at"]

_HAS = frozenset({"has", "had", "have"})
_SAYING = frozenset("saying say claiming telling insisting arguing".split())
_LEADS = frozenset("leads led opens opened splashes splashed".split())
_PRINTS = frozenset(
    "carries carried runs ran prints printed publishes published features featured has".split()
)
_SAID = frozenset(
    "promise claim warning remark statement admission accusation pledge prediction denial demand call "
    "revelation confession threat".split()
)
_SPEECH = frozenset({CueKind.SAY, CueKind.WRITE, CueKind.CLAIM, CueKind.ANSWER})
_TAKES = frozenset("took takes taken lifted lifts borrowed".split())
_BE = frozenset("is are was were been".split())
_SHORT = 5  # items of a phrase that is given words
_NEAR = 12  # items within which “that” follows


@beginning(_HAS, _LEADS, _PRINTS)
def given_at(scene: Scene, index: int) -> None:
    """``Norra has Holt saying …``, ``has it from a clerk that …``, ``carries an interview with Holt``."""
    low = scene.low(index)
    if not (low in _HAS or low in _LEADS or low in _PRINTS):
        return
    if low in _HAS and scene.low(index + 1) == "it" and scene.low(index + 2) == "from":
        _from(scene, index, index + 3)
    elif low in _LEADS and scene.low(index + 1) == "with":
        _leading(scene, index)
    elif low in _HAS:
        _saying(scene, index)
    if low in _PRINTS:
        _interview(scene, index)


def _outlet(scene: Scene, verb: int, *, surely: bool) -> Carrier | None:
    """The outlet at the head of the sentence or right before the verb, past what commas set beside it."""
    end = verb - 1 if scene.low(verb - 1) in fw.ADVERBS else verb
    phrase = phrase_before(scene.sentence, end)
    head = scene.outlets.at(scene.sentence, 0, surely=surely)
    if head is not None and scene.low(head.last + 1) not in (",", ""):
        head = None if head.last + 2 < end else head
    found = head or (scene.outlets.read(scene.sentence, *phrase) if phrase else None)
    return None if found is None or found.kind is CarrierKind.INTERVIEWER else found


def _words(scene: Scene, source: Phrase, cue: int, start: int, outlet: Carrier) -> None:
    """Keep what somebody is made to say, up to the end of the sentence."""
    last = len(scene.sentence) - 1
    while last > start and scene.sentence.items[last].kind is TokenKind.MARK:
        last -= 1
    if last <= start and not scene.sentence.is_quote(start):
        return
    scene.hop(outlet, "quoted_by", cue, aside=True)
    said = Quoted(
        scene.sentence.between(*source), scene.sentence.items[cue].span, scene.sentence.between(start, last)
    )
    scene.found.quoted.append(said)


def _saying(scene: Scene, index: int) -> None:
    near = range(index + 2, min(index + 2 + _SHORT, len(scene.sentence)))
    cue = next((i for i in near if scene.low(i) in _SAYING and scene.low(i - 1) != "as"), 0)
    if not cue or not _is_somebody(scene, index + 1, cue - 1):
        return
    outlet = _outlet(scene, index, surely=False)
    if outlet is not None:
        _words(scene, (index + 1, cue - 1), cue, cue + 1, outlet)


def _is_somebody(scene: Scene, first: int, last: int) -> bool:
    """Whether these items name who is made to say something: not so in ``had mocked the plan, saying``."""
    inside = range(first, last + 1)
    plain = all(scene.sentence.items[i].kind is TokenKind.WORD for i in inside)
    acting = bool(lookup(scene.low(first))) or scene.low(first).endswith("ed")
    return plain and not acting and not any(scene.low(i) in fw.PREPOSITIONS for i in inside)


def _from(scene: Scene, index: int, start: int) -> None:
    outlet = _outlet(scene, index, surely=True)
    that = _that(scene, start)
    if outlet is not None and that:
        _words(scene, (start, that - 1), index, that, outlet)


def _leading(scene: Scene, index: int) -> None:
    """``leads with a promise by the minister, Ada Holt, that …``."""
    noun = next((i for i in (index + 3, index + 4) if scene.low(i) in _SAID | SPOKEN_WORDS), 0)
    if not noun or scene.low(noun + 1) not in ("by", "from", "of"):
        return
    outlet, that = _outlet(scene, index, surely=True), _that(scene, noun + 2)
    if outlet is not None and that:
        last = that - 2 if scene.low(that - 1) == "," else that - 1
        _words(scene, (noun + 2, last), noun, that, outlet)


def _that(scene: Scene, start: int) -> int:
    near = range(start + 1, min(start + _NEAR, len(scene.sentence)))
    return next((i for i in near if scene.low(i) == "that"), 0)


def _interview(scene: Scene, index: int) -> None:
    """``carries a long interview with Holt``: the outlet asked."""
    near = range(index + 1, index + 2 + _SHORT)
    noun = next((i for i in near if scene.low(i) == "interview" and scene.low(i + 1) == "with"), 0)
    outlet = _outlet(scene, index, surely=True) if noun else None
    if outlet is not None and scene.low(index + 1) in fw.DETERMINERS:
        scene.hop(outlet, "interview", index, addressed=True)


@beginning(("reported", "quoted", "said", "understood"))
def reported_to_have_at(scene: Scene, index: int) -> None:
    """``Holt was reported by Norra to have told friends that …``: Holt told them."""
    low = scene.low
    if low(index) not in ("reported", "quoted", "said", "understood") or low(index - 1) not in _BE:
        return
    near = range(index + 1, min(index + _NEAR, len(scene.sentence)))
    to = next((i for i in near if low(i) == "to" and low(i + 1) == "have"), 0)
    phrase = phrase_before(scene.sentence, index - 1)
    told = bool(to) and any(cue.kind in _SPEECH for cue, _ in lookup(low(to + 2)))
    if phrase is None or not told or low(index + 1) not in ("by", "in"):
        return
    found = scene.outlets.at(scene.sentence, index + 2)
    behind = range(to + 3, min(to + 3 + _NEAR, len(scene.sentence)))
    start = next((i for i in behind if low(i) == "that" or scene.sentence.is_quote(i)), 0)
    if found is not None and start:
        _words(scene, phrase, to + 2, start, found)


@beginning(_TAKES)
def taken_at(scene: Scene, index: int) -> None:
    """``a post preserved by the Reed site, from which Norra took it``: Norra comes last."""
    if scene.low(index) not in _TAKES:
        return
    phrase = phrase_before(scene.sentence, index)
    if phrase is not None and scene.low(phrase[0] - 1) == "which" and scene.low(phrase[0] - 2) == "from":
        found = scene.outlets.read(scene.sentence, *phrase, surely=capital(scene.sentence, phrase[1]))
        if found is not None:
            scene.hop(found, "carried_by", index, aside=True)
        return
    noun = next((i for i in range(index + 1, index + 4) if scene.low(i) == "from"), 0)
    words = (
        scene.low(noun - 1) in OCCASIONS or scene.low(noun - 1) in SPOKEN_WORDS or scene.low(noun - 1) == "it"
    )
    found = scene.outlets.at(scene.sentence, noun + 1) if noun and words else None
    if found is not None:
        scene.hop(found, "carried_by", index, aside=True)
