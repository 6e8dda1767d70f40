"""Outlets that report, and whom they cite: ``the Courier reported, citing two officials``."""

from __future__ import annotations

from rashomon.attribution.nouns import Phrase
from rashomon.attribution.outlets import CarrierKind, phrase_at
from rashomon.attribution.phrases import phrase_before
from rashomon.attribution.scenes import Quoted, Scene
from rashomon.language import functionwords as fw
from rashomon.language.titles import role_base
from rashomon.language.tokens import TokenKind
from rashomon.language.transmission import ADDRESSED, CITING, REPORTING

__all__ = ["cited_at", "quoted_at", "reported_at"]

_BE = frozenset("is are was were be been being".split())
_CLOSING = frozenset({".", ",", "", "on", "in", "quoting", "citing", "—", "–"}) | fw.TEMPORAL
_OUTLETS = (CarrierKind.OUTLET, CarrierKind.STATE)
_KNOWING = frozenset("familiar briefed close involved aware".split())
_LEADING = frozenset(
    "for of at with to from by told after when because since before although while though if whether".split()
)


def reported_at(scene: Scene, index: int) -> None:
    """``the Courier reported``, ``reports the Courier``, ``the Courier quoted her as saying``."""
    manner = REPORTING.get(scene.low(index))
    if manner is None:
        return
    end = index
    while end > 0 and scene.low(end - 1) in (
        "has",
        "had",
        "also",
        "first",
        "later",
        "have",
        "previously",
        "earlier",
        "then",
        ",",
    ):
        end -= 1
    if scene.low(end) == ",":
        end = index
    phrase = _subject(scene, end)
    found = scene.outlets.read(scene.sentence, *phrase) if phrase else None
    if found is not None and found.kind in _OUTLETS and not _led(scene, phrase[0] if phrase else 0):
        first = scene.low(index - 1) == "first"
        scene.hop(found, "first_reported_by" if first else manner, index)
    elif scene.low(index) in ("reported", "reports", "said", "says", "wrote", "writes", "quoted") and (
        index == 0
        or scene.low(index - 1) == ","
        or scene.sentence.is_quote(index - 1)
        or scene.low(index - 1) == "as"
    ):
        behind = scene.outlets.at(scene.sentence, index + 1)
        if behind is not None and behind.kind in _OUTLETS and scene.low(behind.last + 1) in _CLOSING:
            scene.hop(behind, manner, index)


def _subject(scene: Scene, end: int) -> Phrase | None:
    """The phrase before a verb, without what a comma sets beside it."""
    phrase = phrase_before(scene.sentence, end)
    if phrase is None:
        return None
    first, last = phrase
    comma = next((i for i in range(first, last) if scene.low(i) == ","), None)
    return (first, comma - 1) if comma is not None and comma > first else phrase


def quoted_at(scene: Scene, index: int) -> None:
    """``quoted a clerk as saying …``, ``the agent was quoted by the paper as saying …``."""
    near = range(index + 1, min(index + 14, len(scene.sentence) - 2))
    at = next((i for i in near if scene.low(i) == "as" and scene.low(i + 1) in ("saying", "telling")), None)
    if at is None or any(scene.sentence.is_quote(i) for i in range(index, at)):
        return
    passive = scene.low(index - 1) in _BE
    phrase = phrase_before(scene.sentence, index - 1) if passive else (index + 1, at - 1)
    if phrase is None or phrase[1] < phrase[0]:
        return
    last = len(scene.sentence) - 1
    while last > at + 2 and scene.sentence.items[last].kind is TokenKind.MARK:
        last -= 1
    cue = scene.sentence.between(index, index) if not passive else scene.sentence.between(at, at + 1)
    content = scene.sentence.between(at + 2, last)
    scene.found.quoted.append(Quoted(scene.sentence.between(*phrase), cue, content))


def _led(scene: Scene, first: int) -> bool:
    """Whether the phrase belongs to a preposition: ``a spokeswoman for the Courier said``."""
    return scene.low(first - 1) in _LEADING


def cited_at(scene: Scene, index: int) -> None:
    """``citing two officials``: whose words an outlet gives."""
    low = scene.low
    relative = low(index) in ("quoted", "cited", "quotes", "cites") and low(index - 1) in (
        "which",
        "who",
        "it",
    )
    if low(index) not in CITING and not relative:
        return
    phrase = phrase_at(scene.sentence, index + 1)
    if phrase is None:
        return
    found = scene.outlets.at(scene.sentence, index + 1)
    verb = scene.sentence.items[index].span
    if found is not None:
        scene.found.cited.append((found.span, found, verb))
        scene.hop(found, "cited", index)
        return
    first, last = phrase
    for end in range(last, first - 1, -1):
        people = role_base(low(end)) or (
            scene.sentence.items[end].capital and first < last and not low(end).endswith("'s")
        )
        if people or low(end) in ("sources", "people", "officials", "person"):
            scene.found.cited.append((scene.sentence.between(first, _described_to(scene, end)), None, verb))
            return


def _described_to(scene: Scene, noun: int) -> int:
    """Past ``familiar with the audit``, ``at the club`` behind the noun."""
    last = noun
    if scene.low(noun + 1) not in fw.PREPOSITIONS | _KNOWING:
        return noun
    while last + 1 < len(scene.sentence) and last - noun < 10:
        item = scene.sentence.items[last + 1]
        stop = (
            item.kind in (TokenKind.MARK, TokenKind.QUOTE)
            or item.low in fw.SUBORDINATORS | fw.RELATIVES | fw.AUXILIARIES
        )
        if stop or item.low in REPORTING or item.low in ADDRESSED:
            break
        last += 1
    return last
