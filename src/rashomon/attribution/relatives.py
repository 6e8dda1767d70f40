"""Who handed on a paper, told in a relative clause behind it: ``a letter that the Quay printed``.

The clause must lack its object, or it tells something else: in “a statement
that the Quay had aired the story” nobody aired the statement.
"""

from __future__ import annotations

from rashomon.attribution.handing import agent, name_hop
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.outlets import CarrierKind
from rashomon.attribution.scenes import Scene, beginning
from rashomon.language import functionwords as fw
from rashomon.language.sourcenouns import DOCUMENT_NOUNS, singular
from rashomon.language.tokens import TokenKind
from rashomon.language.transmission import OCCASIONS, SPOKEN_WORDS

__all__ = ["relative_at"]

_HANDED = frozenset(
    "uploaded posted reposted shared printed published embedded read showed played carried aired broadcast "
    "quoted released leaked relayed reprinted circulated screened issued prints publishes carries shows "
    "reads produced provided supplied forwarded recounted cited wrote let".split()
)
_BETWEEN = fw.AUXILIARIES | fw.ADVERBS | fw.TEMPORAL | {"then", "later", "first", "since", "also"}
_FAR = 9  # items in which the verb of the clause stands
_SECOND = 8  # items behind the first verb in which another begins
_GAP = (
    fw.PREPOSITIONS | fw.CONJUNCTIONS | fw.TEMPORAL | fw.ADVERBS | {"", ",", ".", ";", "out", "up", "—", "–"}
)


@beginning(("that", "which"))
def relative_at(scene: Scene, index: int) -> None:
    """``, which Holt read to the court``, ``that the Quay printed and Norra reposted``."""
    if scene.low(index) not in ("that", "which") or not _paper_before(scene, index):
        return
    verb = _handing(scene, index + 1)
    if verb is None:
        return
    for start in range(verb + 1, min(verb + _SECOND, len(scene.sentence))):
        if scene.sentence.is_quote(start):
            return
        if scene.low(start) == "and":
            skip = 2 if scene.low(start + 1) in ("that", "which") else 1
            _handing(scene, start + skip)
            return


def _paper_before(scene: Scene, index: int) -> bool:
    at = index - 1
    while scene.low(at) in (",", "of", "from") and at > index - 3:
        at -= 1
    low = scene.low(at)
    noun = low in OCCASIONS or low in SPOKEN_WORDS or singular(low) in DOCUMENT_NOUNS
    return noun and not scene.sentence.items[at].capital


def _handing(scene: Scene, start: int) -> int | None:
    """The verb by which whoever is named from here on hands the paper on, kept as a hop; None without one."""
    end = min(start + _FAR, len(scene.sentence))
    for verb in range(start + 1, end):
        item = scene.sentence.items[verb]
        if item.kind in (TokenKind.QUOTE, TokenKind.MARK) and item.low not in ("-", "'", "’"):
            return None
        if item.low in _HANDED:
            phrase = _subject(scene, start, verb)
            if phrase is None or not _lacks_object(scene, verb):
                return None
            _carrier(scene, phrase, verb)
            return verb
    return None


def _subject(scene: Scene, start: int, verb: int) -> Phrase | None:
    """The words between the relative and its verb, if they name somebody."""
    last = verb - 1
    while last >= start and scene.low(last) in _BETWEEN:
        last -= 1
    inside = range(start, last + 1)
    common = all(scene.low(i) not in fw.SUBORDINATORS | fw.AUXILIARIES | fw.RELATIVES for i in inside)
    return (start, last) if last >= start and common else None


def _lacks_object(scene: Scene, verb: int) -> bool:
    behind = scene.low(verb + 1)
    if scene.low(verb) == "let":
        return behind in ("me", "us") and scene.low(verb + 2) in ("read", "see", "hear", "copy")
    if scene.low(verb) == "wrote":
        return behind == "up"
    return behind in _GAP or behind.endswith("ly")


def _carrier(scene: Scene, phrase: Phrase, verb: int) -> None:
    found = scene.outlets.read(scene.sentence, *phrase)
    if found is not None and found.kind is not CarrierKind.PLATFORM:
        scene.hop(found, "published_by", verb, aside=True)
        return
    own = scene.outlets.is_own(scene.sentence.between(*phrase).of(scene.outlets.text))
    last = None if own else agent(scene, phrase)
    if last is not None:
        name_hop(scene, phrase[0], last, "passed_on", verb)
