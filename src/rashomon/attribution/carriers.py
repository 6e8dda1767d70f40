"""Who carried words: ``according to``, ``seen by``, ``through his lawyer``, ``in her memoir``."""

from __future__ import annotations

from rashomon.attribution.outlets import Carrier, CarrierKind, phrase_at
from rashomon.attribution.programmes import is_title
from rashomon.attribution.scenes import Scene
from rashomon.language import functionwords as fw
from rashomon.language.titles import role_base
from rashomon.language.transmission import CARRIERS, OCCASIONS, PASSED_ON

__all__ = ["carried_at", "through_at", "work_at"]

_AGENTS = frozenset(
    "lawyer attorney spokesman spokeswoman spokesperson agent solicitor representative publicist "
    "interpreter family aide".split()
)
_BETWEEN = fw.TEMPORAL | fw.ADVERBS | {"on", "in", "out", "up", "exclusively", "first", "at", "last"}
_WORKS = frozenset("memoir memoirs autobiography book film documentary biography novel".split())
_ASIDE = 3  # words that may stand between a participle and its preposition


def carried_at(scene: Scene, index: int) -> None:
    """``seen by the Courier``, ``an interview published on Sunday by the Courier``, ``according to``."""
    low = scene.low(index)
    if low == "according" and scene.low(index + 1) == "to":
        found = scene.outlets.at(scene.sentence, index + 2)
        if found is not None:
            scene.hop(found, "according_to", index)
        return
    at = index + 1
    while at <= index + _ASIDE and scene.low(at) in _BETWEEN and (low, scene.low(at)) not in CARRIERS:
        at += 1
    manner = CARRIERS.get((low, scene.low(at)))
    if low in PASSED_ON:
        by = next(
            (i for i in range(index + 1, min(index + 7, len(scene.sentence))) if scene.low(i) in ("by", ",")),
            0,
        )
        if scene.low(by) == "by" and _passed_on(scene, index, by + 1):
            return
    if manner is None:
        return
    if low == "reported" and scene.low(index - 1) == "first":
        manner = "first_reported_by"
    if manner in ("carried_by", "reported_by") and low == "picked" and scene.low(index + 1) != "up":
        return
    _several(scene, at + 1, manner, index, surely=manner in ("seen_by", "interview"))


def _several(scene: Scene, start: int, manner: str, verb: int, *, surely: bool) -> None:
    for _ in range(3):
        found = scene.outlets.at(scene.sentence, start, surely=surely)
        if found is None or (found.kind is CarrierKind.PLATFORM and manner in ("seen_by", "quoted_by")):
            return
        if found.kind is CarrierKind.NAMED and len(found.name.split()) == 2 and scene.low(start) != "the":
            return
        scene.hop(found, "post" if found.kind is CarrierKind.PLATFORM else manner, verb)
        if scene.low(found.last + 1) != "and":
            return
        start, surely = found.last + 2, False


def _passed_on(scene: Scene, index: int, start: int) -> bool:
    """``a video shown by a police spokesman``: somebody hands the words on himscene."""
    near = range(max(0, index - 5), index)
    if not any(scene.low(i) in OCCASIONS for i in near):
        return False
    phrase = phrase_at(scene.sentence, start)
    if phrase is None or scene.outlets.read(scene.sentence, *phrase) is not None:
        return False
    first, last = phrase
    has_person = any(
        role_base(scene.low(i)) or scene.sentence.items[i].capital for i in range(first, last + 1)
    )
    owned = scene.low(first) in ("his", "her", "their", "its") or scene.low(first).endswith("'s")
    roles = any(role_base(scene.low(i)) for i in range(first, last + 1))
    if not (owned or roles or (has_person and scene.low(first) not in ("the", "a", "an"))):
        return False
    _name(scene, first, last, "passed_on", index)
    return True


def through_at(scene: Scene, index: int) -> None:
    """``said through his lawyer``."""
    if scene.low(index) not in ("through", "via"):
        return
    phrase = phrase_at(scene.sentence, index + 1)
    if phrase is None or scene.low(phrase[0]) not in ("his", "her", "their", "its", "a", "an"):
        return
    first, last = phrase
    nouns = [i for i in range(first, last + 1) if scene.low(i) in _AGENTS]
    if nouns:
        end = nouns[-1]
        while end < last and scene.sentence.items[end + 1].capital:
            end += 1
        _name(scene, first, end, "through", index)


def work_at(scene: Scene, index: int) -> None:
    """``in his memoir The Long Rope``, ``in the documentary “The Long Rope”``."""
    if scene.low(index) not in _WORKS or scene.sentence.items[index].capital:
        return
    before = [scene.low(i) for i in range(max(0, index - 4), index)]
    if not any(b in ("in", "his", "her") for b in before):
        return
    last = index + 1 if is_title(scene, index + 1) else index
    while last == index or (
        not scene.sentence.is_quote(last) and last + 1 < len(scene.sentence) and _in_title(scene, last + 1)
    ):
        if last + 1 >= len(scene.sentence) or not _in_title(scene, last + 1):
            break
        last += 1
    if last > index:
        _name(scene, index + 1, last, "work", index)


def _in_title(scene: Scene, index: int) -> bool:
    item = scene.sentence.items[index]
    return item.capital or (
        item.low in ("of", "the", "and", "a", "in")
        and index + 1 < len(scene.sentence)
        and scene.sentence.items[index + 1].capital
    )


def _name(scene: Scene, first: int, last: int, manner: str, verb: int) -> None:
    span = scene.sentence.between(first, last)
    name = " ".join(span.of(scene.outlets.text).split())
    carrier = Carrier(kind=CarrierKind.NAMED, name=name, span=span, first=first, last=last)
    scene.hop(carrier, manner, verb)
