"""Who handed on what another spoke or wrote: ``read out by her son``, ``through his lawyer``, in a memoir."""

from __future__ import annotations

from rashomon.attribution.mediaphrases import capital, phrase_at
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.occasions import phrase_start
from rashomon.attribution.outlets import Carrier, CarrierKind
from rashomon.attribution.phrases import phrase_before
from rashomon.attribution.programmes import is_title
from rashomon.attribution.scenes import Scene, Told
from rashomon.language.sourcenouns import GROUP_NOUNS
from rashomon.language.titles import COLLECTIVES, role_base
from rashomon.language.transmission import HANDING_ON, OCCASIONS, PASSED_ON

__all__ = ["handed_at", "passed_on_at", "through_at", "work_at"]

_AGENTS = frozenset(
    "lawyer lawyers attorney attorneys spokesman spokeswoman spokesperson spokespeople agent solicitor "
    "solicitors representative representatives publicist interpreter family aide aides office counsel "
    "secretary manager son daughter wife husband brother sister mother father widow widower friend "
    "friends party campaign union company club foundation team embassy ministry estate press-office".split()
)
_WORKS = frozenset("memoir memoirs autobiography book film documentary biography novel diary diaries".split())
_OWNERS = ("his", "her", "their", "its")
_OWNED = frozenset(_OWNERS)
_NEAR = 6  # items within which what is handed on stands


def passed_on_at(scene: Scene, index: int) -> None:
    """``a video shown by a police spokesman``: somebody hands the words on."""
    if scene.low(index) not in PASSED_ON:
        return
    near = range(index + 1, min(index + _NEAR + 1, len(scene.sentence)))
    by = next((i for i in near if scene.low(i) in ("by", "through", ",")), 0)
    if scene.low(by) not in ("by", "through"):
        return
    before = range(max(0, index - _NEAR + 1), index)
    if not any(scene.low(i) in OCCASIONS for i in before):
        return
    phrase = phrase_at(scene.sentence, by + 1)
    if phrase is None or scene.outlets.read(scene.sentence, *phrase) is not None:
        return
    last = _agent(scene, phrase)
    if last is not None:
        _name(scene, phrase[0], last, "passed_on", index)


def _agent(scene: Scene, phrase: Phrase) -> int | None:
    """Where those end who hand on: ``a police spokesman``, ``his lawyer, Tom Rask``, ``the Holt family``."""
    first, last = phrase
    for index in range(first, last + 1):
        low = scene.low(index)
        if role_base(low) or low in _AGENTS or low in COLLECTIVES or low in GROUP_NOUNS or low == "police":
            while index < last and capital(scene.sentence, index + 1):
                index += 1
            return index
    run = [i for i in range(first, last + 1) if capital(scene.sentence, i)]
    owned = scene.low(first) in ("the", "a", "an")
    return (
        run[-1] if run and run[0] == first and not owned and not scene.low(run[-1]).endswith("'s") else None
    )


def handed_at(scene: Scene, index: int) -> None:
    """``police played a video in which …``, ``his lawyer read out a letter from him``."""
    manner = HANDING_ON.get(scene.low(index))
    if manner is None or manner == "seen_by" or scene.low(index + 1) == "by":
        return
    near = range(index + 1, min(index + _NEAR + 1, len(scene.sentence)))
    paper = next((i for i in near if scene.low(i) in OCCASIONS), 0)
    if not paper or scene.low(paper + 1) not in ("in", "of", "from", "by", "showing", "where"):
        return
    if scene.low(paper + 1) == "in" and scene.low(paper + 2) != "which":
        return
    kind, first = OCCASIONS[scene.low(paper)], phrase_start(scene, paper)
    span = scene.sentence.between(first, paper)
    scene.found.occasions.append(
        Told(kind=kind, span=span, back=False, verb=scene.sentence.items[first].span)
    )
    phrase = phrase_before(scene.sentence, index)
    if phrase is None:
        return
    found = scene.outlets.read(scene.sentence, *phrase)
    if found is not None:
        scene.hop(found, manner, index)
    elif (last := _agent(scene, phrase)) is not None and manner == "passed_on":
        _name(scene, phrase[0], last, manner, index)


def through_at(scene: Scene, index: int) -> None:
    """``said through his lawyer``, ``through a spokeswoman``."""
    if scene.low(index) not in ("through", "via") or scene.low(index - 1) in PASSED_ON:
        return
    phrase = phrase_at(scene.sentence, index + 1)
    if phrase is None or scene.low(phrase[0]) not in (*_OWNERS, "a", "an"):
        return
    first, last = phrase
    nouns = [i for i in range(first, last + 1) if scene.low(i) in _AGENTS]
    if nouns:
        end = nouns[-1]
        while end < last and scene.sentence.items[end + 1].capital:
            end += 1
        _name(scene, first, end, "through", index)


def work_at(scene: Scene, index: int) -> None:
    """``in his memoir The Long Rope``, ``in her new book, “The Long Rope”``."""
    if scene.low(index) not in _WORKS or scene.sentence.items[index].capital:
        return
    if not any(scene.low(i) in ("in", "from") for i in range(max(0, index - 4), index)):
        return
    start = index + 2 if scene.low(index + 1) == "," else index + 1
    if is_title(scene, start):
        scene.found.titles.append(scene.sentence.items[start].span)
        _name(scene, start, start, "work", index)
        return
    last = start - 1
    begin = start + 1 if scene.low(start) in ("a", "the") else start
    while capital(scene.sentence, begin) and last + 1 < len(scene.sentence) and _in_title(scene, last + 1):
        last += 1
    closed = start == index + 1 or scene.low(last + 1) == ","
    if last >= start and closed:
        _name(scene, start, last, "work", index)
    elif _OWNED & {scene.low(i) for i in range(max(0, index - 3), index)}:
        scene.found.elsewhere = True


def _in_title(scene: Scene, index: int) -> bool:
    item = scene.sentence.items[index]
    following = range(index + 1, min(index + 3, len(scene.sentence)))
    small = item.low in ("of", "the", "and", "a", "in", "to", "on", "for", "with")
    return item.capital or (small and any(scene.sentence.items[i].capital for i in following))


def _name(scene: Scene, first: int, last: int, manner: str, verb: int) -> None:
    span = scene.sentence.between(first, last)
    name = " ".join(span.of(scene.outlets.text).strip("“”\"'‘’,.").split())
    carrier = Carrier(kind=CarrierKind.NAMED, name=name, span=span, first=first, last=last)
    scene.hop(carrier, manner, verb, addressed=manner == "through")
