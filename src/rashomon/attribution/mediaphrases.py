"""The shape of the phrases that name media: how far they reach, which word is the noun, which the name.

A phrase is walked word by word to the right, for as long as its words can belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.nouns import Phrase
from rashomon.language import functionwords as fw
from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.titles import PARTICLES
from rashomon.language.tokens import TokenKind
from rashomon.language.transmission import ADDRESSED, MEDIA, MODIFIED, MODIFIERS, STATE, TITLE_LAST
from rashomon.model import Span

__all__ = [
    "APOSTROPHE_S",
    "DAYS",
    "LONGEST",
    "STOPS",
    "before_noun",
    "capital",
    "is_medium",
    "named_runs",
    "owns",
    "phrase_at",
    "without_s",
]

LONGEST = 12
"""Items of a phrase; longer ones are misread sentences."""
APOSTROPHE_S = ("'s", "s'")
STOPS = (
    fw.PREPOSITIONS
    | fw.AUXILIARIES
    | fw.SUBORDINATORS
    | fw.RELATIVES
    | fw.CONJUNCTIONS
    | fw.SUBJECT_PRONOUNS
    | (fw.OBJECT_PRONOUNS - {"her"})
    | fw.FINITE_VERBS
    | {
        "earlier",
        "later",
        "yesterday",
        "today",
        "tonight",
        "saying",
        "adding",
        "citing",
        "calling",
        "there",
        "back",
    }
) - {"x"}
"""Words that no phrase goes on with."""
DAYS = frozenset([*WEEKDAYS, *MONTHS]) - {"may"}
_BEFORE_DAYS = frozenset({"the", *ADDRESSED})  # “told Saturday Glow”
_NO_ADVERBS = frozenset("rally assembly family ally quarterly reply supply early".split())
_WITH_OF = TITLE_LAST | frozenset("voice bank sons house state meet".split())


def phrase_at(sentence: Sentence, start: int) -> Phrase | None:
    """The noun phrase that begins at this item, for as long as its words can belong to it."""
    last = start - 1
    for index in range(start, min(start + LONGEST, len(sentence))):
        if not _carries_on(sentence, index, start):
            break
        last = index
    while last >= start and sentence.items[last].kind is TokenKind.MARK:
        last -= 1
    return (start, last) if last >= start else None


def _carries_on(sentence: Sentence, index: int, start: int) -> bool:
    item, low = sentence.items[index], sentence.low(index)
    if item.kind is TokenKind.NUMBER:
        return (index > start and sentence.items[index - 1].capital) or sentence.items[
            min(index + 1, len(sentence) - 1)
        ].capital
    if item.kind is TokenKind.QUOTE:
        return False
    if item.kind is TokenKind.MARK:
        return index > start and low in ("&", "-", ".") and _joined(sentence, index)
    if low == "of":
        behind = index + 2 if sentence.low(index + 1) == "the" else index + 1
        titled = sentence.low(index - 1) in _WITH_OF
        return titled and capital(sentence, index - 1) and capital(sentence, behind)
    if low == "the" and index > start:
        return sentence.low(index - 1) == "of"
    if item.capital:
        return low not in DAYS or (sentence.low(index - 1) in _BEFORE_DAYS and capital(sentence, index + 1))
    return low not in STOPS and not (low.endswith("ly") and low not in MEDIA and low not in _NO_ADVERBS)


def _joined(sentence: Sentence, mark: int) -> bool:
    """``Fox & Friends``, ``J. P.``: a mark within a name."""
    if not capital(sentence, mark + 1):
        return False
    before = sentence.items[mark - 1]
    return sentence.low(mark) != "." or (sentence.items[mark].start == before.end and len(before.low) <= 3)


def capital(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word stands here that names no day or month."""
    if not 0 <= index < len(sentence):
        return False
    item = sentence.items[index]
    return item.capital and item.low not in DAYS


def is_medium(sentence: Sentence, index: int) -> bool:
    """Whether the word here is a noun for a medium, and no part of what another noun is called."""
    low = sentence.low(index)
    if low in MODIFIERS:
        named = (
            low in ("agency", "site")
            and not sentence.items[index].capital
            and (capital(sentence, index - 1) or capital(sentence, index + 1))
        )
        return named or sentence.low(index - 1) in MODIFIERS[low]
    modifies = sentence.low(index + 1) in MODIFIED and not sentence.items[index + 1].capital
    if low not in MEDIA or modifies or sentence.low(index - 1) == "social":
        return False
    return not sentence.items[index].capital or (index == 0 and sentence.low(1) not in ("'s",))


def before_noun(sentence: Sentence, index: int) -> bool:
    """Whether the word here can stand before the noun of its phrase."""
    item = sentence.items[index]
    return item.kind is TokenKind.WORD and (item.capital or item.low not in STOPS) and item.low not in DAYS


def named_runs(sentence: Sentence, first: int, last: int) -> Iterator[Phrase]:
    """The runs of capitalised words of a phrase; a possessive ends one, “state” at a start begins none."""
    begin: int | None = None
    for index in range(first, last + 1):
        item = sentence.items[index]
        inside = (
            (item.capital and (begin is None or capital(sentence, index)))
            or (
                begin is not None
                and (item.kind is not TokenKind.WORD or item.low in ("of", "the") or item.low in PARTICLES)
            )
            or (item.kind is TokenKind.NUMBER and capital(sentence, index + 1))
        )
        common = index == 0 and (item.low in STATE or item.low in MEDIA) and not capital(sentence, 1)
        if inside and begin is None and item.low not in fw.DETERMINERS and not common:
            begin = index
        owner = item.low.endswith("'s") and not (
            sentence.low(index + 1) in TITLE_LAST and capital(sentence, index + 1)
        )
        if begin is not None and (not inside or owner):
            yield (begin, index if inside else index - 1)
            begin = None
    if begin is not None:
        yield (begin, last)


def owns(sentence: Sentence, run: Phrase) -> bool:
    """Whether a run of capitals is a possessive with something behind it."""
    return sentence.low(run[1]).endswith("'s") and run[1] + 1 < len(sentence)


def without_s(span: Span, text: str) -> Span:
    """The span without a possessive ending."""
    return Span(span.start, span.end - 2) if span.of(text).endswith(("’s", "'s")) else span
