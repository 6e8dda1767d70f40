"""On what occasion words were spoken or set down: ``in an interview``, ``told the court``, ``tweeted``.

A noun for an occasion counts behind a preposition that places speech in it, or
as the one that was told; what is only spoken of (“the meeting ended”) is none.
"""

from __future__ import annotations

from rashomon.attribution.nouns import Phrase
from rashomon.attribution.scenes import Scene, Told, beginning
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind
from rashomon.language.transmission import ADDRESSED, HANDING_ON, HEARERS, MESSAGE_KINDS, OCCASIONS

__all__ = ["heard", "occasions_at", "phrase_start"]

_NO_OCCASION = frozenset({"a", "an", "the", "his", "her", "its", "their", "that", "this", "another", "one"})
_OCCASION_PREPOSITIONS = frozenset("in at during via through".split())
_PARTS = frozenset("one another some several most many two three each".split())
_LETTERING = frozenset("capital all-capital block bold small red".split())  # “in capital letters”
_ASSEMBLIES = frozenset("congress convention assembly".split())  # with a small letter, no parliament
_ISSUED = frozenset(
    "issued issuing issue releases released releasing gave giving published posted read wrote "
    "sent delivered".split()
)


@beginning(MESSAGE_KINDS, OCCASIONS, (words.split()[0] for words in OCCASIONS))
def occasions_at(scene: Scene, index: int) -> None:
    """``in an interview``, ``at the news conference``, ``tweeted``."""
    low = scene.low
    if low(index) in MESSAGE_KINDS and (low(index - 1) in _NO_OCCASION or low(index + 1) in OCCASIONS):
        return
    if low(index) in MESSAGE_KINDS:
        span = scene.sentence.items[index].span
        scene.found.occasions.append(Told(kind=MESSAGE_KINDS[low(index)], span=span, back=False, verb=span))
        return
    kind = OCCASIONS.get(f"{low(index)} {low(index + 1)}")
    last = index + 1 if kind is not None else index
    if kind is None:
        if f"{low(index - 1)} {low(index)}" in OCCASIONS:
            return
        kind = OCCASIONS.get(low(index))
    if kind is None or (scene.sentence.items[index].capital and low(index) not in ("parliament",)):
        return
    first = phrase_start(scene, index)
    before = low(first - 1)
    issued = before in _ISSUED or (low(first - 1) in ("to",) and kind == "press")
    called = (before == "by" and low(index) in ("email", "e-mail", "text", "letter", "message")) or (
        before == "on" and low(index) in ("call", "calls", "podcast", "broadcast", "livestream")
    )
    according = before == "to" and low(first - 2) == "according"
    part = before == "of" and low(first - 2) in _PARTS and low(first - 3) in _OCCASION_PREPOSITIONS
    if not (before in _OCCASION_PREPOSITIONS or issued or called or part or according or _bare(scene, first)):
        return
    if low(index - 1) in _LETTERING:
        return
    back = low(first) in ("the", "that", "this", "those") or low(first + 1) == "same"
    span = scene.sentence.between(first, last)
    scene.found.occasions.append(Told(kind=kind, span=span, back=back, verb=scene.sentence.items[first].span))


def phrase_start(scene: Scene, noun: int) -> int:
    """Where the phrase of an occasion begins: at its article, else at the noun or two words before it."""
    first = noun
    while first > 0 and noun - first < 7 and _modifies(scene, first - 1):
        first -= 1
        if scene.low(first) in _NO_OCCASION:
            return first
    bare = [
        i
        for i in (noun, noun - 1, noun - 2)
        if i > 0 and scene.low(i - 1) in _OCCASION_PREPOSITIONS | _ISSUED
    ]
    return bare[0] if bare else noun


def _bare(scene: Scene, first: int) -> bool:
    return scene.low(first - 1) == "told" and scene.low(first) in HEARERS


def _modifies(scene: Scene, index: int) -> bool:
    item = scene.sentence.items[index]
    if item.kind is TokenKind.MARK:
        return item.low in ("-", "’", "'")
    if item.kind is TokenKind.QUOTE:
        return False
    low = item.low
    return low in _NO_OCCASION or not (
        low
        in fw.PREPOSITIONS
        | fw.AUXILIARIES
        | fw.SUBORDINATORS
        | fw.CONJUNCTIONS
        | fw.RELATIVES
        | fw.SUBJECT_PRONOUNS
        or low in _ISSUED
        or low in HANDING_ON
        or low in fw.FINITE_VERBS
        or low in ADDRESSED
        or low in ("said", "says", "wrote")
    )


def heard(scene: Scene, phrase: Phrase, verb: int) -> bool:
    """``told the court``: an occasion, not a carrier."""
    first, last = phrase
    for index in range(first, last + 1):
        double = OCCASIONS.get(f"{scene.low(index)} {scene.low(index + 1)}")
        kind = HEARERS.get(scene.low(index)) or double
        if scene.low(index) in _ASSEMBLIES and not scene.sentence.items[index].capital:
            kind = "speech"
        if kind == "press" and scene.sentence.items[index].capital:
            kind = None  # “the Northern Press”
        heard = OCCASIONS.get(scene.low(index))
        kind = kind or (heard if heard in ("meeting", "speech", "hearing", "press") else None)
        if kind is not None and not scene.low(index + 1).endswith("'s"):
            span = scene.sentence.between(first, index + 1 if double else index)
            scene.found.occasions.append(
                Told(kind=kind, span=span, back=False, verb=scene.sentence.items[verb].span)
            )
            return True
    scene.found.hearers.append((scene.sentence.items[verb].span, scene.sentence.between(first, last)))
    return False
