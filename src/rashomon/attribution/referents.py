"""Which statements come from one and the same source without a name.

A description that leads in with “a”, “two”, “another” tells of somebody new,
unless the same words were used before; “the official”, “both”, “one of them”
point back to whoever was told of last and fits in number and noun.  What
points to nobody begins somebody new, with fuller words from the sentences
before where these introduce one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.attribution.descriptors import Descriptor, Lead, described
from rashomon.attribution.standing import is_insider, is_open
from rashomon.language.anonymity import BOTH, GENERIC, PERSONS, RELATIVES
from rashomon.language.tokens import fold
from rashomon.language.withholding import WITHHOLDING
from rashomon.model import Mention, SourceKind, Span, Statement

__all__ = ["Referent", "Referents", "referents"]

_REACH = 12  # referents told of lately among whom “the official” is looked for
_CLOSE = 300  # code points between “them” and those of whom one speaks
_NEAR = 900  # code points between “they” and those who are meant
_BACK = 700  # code points in which whoever “the official” means may be told of without saying anything
_SINGLE = frozenset("he she".split())
_SEVERAL = frozenset("they both all neither each".split())
_ARTICLES = frozenset({"a", "an", "the", "that", "this"})
_ALL_HAVE = frozenset({"of", "the", "to", "at", "in", "for", "and", "senior", "former"})
_TOGETHER = frozenset({"the two", "the three", "the four", "the pair", "the trio", "the couple"})
_NOUN_PHRASE = re.compile(
    r"(?:^|(?<=[\s“\"(]))((?:an?|one|two|three|four|five|six|several|some|another|multiple|the) "
    r"(?:[\w.’'-]+ ){0,7}?[\w’'-]+),? ?$",
    re.IGNORECASE,
)
_LED = re.compile(r"\b(an?|two|three|four|five|six|another|one) ((?:[\w.’'-]+ ){0,5})$", re.IGNORECASE)


@dataclass(slots=True)
class Referent:
    """Somebody without a name, or several together.

    Attributes:
        told: every description, in the order of the text.
        mentions: the words of each statement's source, relative clauses and all.
        words: all that its descriptions say.
        whole: the index of those of whom it is a part (“one of the officials”), if told of.
    """

    told: list[Descriptor]
    mentions: list[Span] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    whole: int | None = None
    words: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for told in self.told:
            self.words |= told.bare

    def tell(self, told: Descriptor) -> None:
        """Keep one more description."""
        self.told.append(told)
        self.words |= told.bare

    @property
    def first(self) -> Descriptor:
        """How it was introduced."""
        return self.told[0]

    @property
    def fullest(self) -> Descriptor:
        """The description of the most words but for articles, the first of those."""
        return max(self.told, key=lambda d: (len(d.words) - (d.words[0] in _ARTICLES), -d.span.start))

    @property
    def count(self) -> int | None:
        """How many people, as introduced."""
        return next((d.count for d in self.told if d.count is not None), None)


class Referents:
    """The sources without a name of one article, collected in the order of its text."""

    _withheld = re.compile(WITHHOLDING, re.IGNORECASE)

    def __init__(self, text: str) -> None:
        self.text = text
        self.all: list[Referent] = []
        self._spoke: list[tuple[int, int]] = []
        self._at: dict[int, int] = {}
        self._ids: dict[str, int] = {}
        self._heads: dict[str, list[int]] = defaultdict(list)
        self._words: dict[tuple[str, ...], int] = {}
        self.previous: int | None = None

    def add(self, statement: Statement, source: str, span: Span) -> None:
        """Take up a statement whose source stands at `span` and was found to be `source`, an id."""
        index = self._at.get(span.start)
        if index is None:
            told = described(self.text, span)
            index = self._find(told, source)
            self.previous = index
            if index is None:
                return
            self._at[span.start] = index
            self.all[index].mentions.append(span)
            insort(self._spoke, (span.start, index))
            self._ids[source] = index
        self.previous = index
        self.all[index].statements.append(statement)

    def again(self, statement: Statement, source: str) -> None:
        """Take up a statement that names no source itself, by the source's id."""
        index = self._ids.get(source)
        if index is not None:
            self.all[index].statements.append(statement)

    def within(self, span: Span) -> list[tuple[int, int]]:
        """Where and who was told of in these words, in order."""
        low = bisect_left(self._spoke, (span.start, -1))
        return self._spoke[low : bisect_left(self._spoke, (span.end, -1))]

    def pointed(self, words: str, at: int) -> list[int]:
        """Whoever words like “they”, “he”, “the officials” mean at this place; may be several, or nobody."""
        told = described(words, Span(0, len(words)))
        if words in _SINGLE:
            return self._latest(at, plural=False)[:1]
        if words in _TOGETHER or (told.words and told.words[0] in _SEVERAL):
            several = self._latest(at, plural=True)[:1]
            one = self._latest(at, plural=False)
            return several or one[: 2 if words != "they" or len(one) > 1 else 1]
        heads = self._heads[told.head]
        high = bisect_left(heads, at, key=lambda n: self.all[n].mentions[0].start)
        fits = heads[max(0, high - _REACH) : high]
        fits = [n for n in fits if _fits(told, self.all[n])]
        if told.plural:
            return self._together(fits, at)
        return [n for n in fits if not self.all[n].first.plural][-1:] or self._generic(told, at)

    def _together(self, fits: Sequence[int], at: int) -> list[int]:
        """Whom “the officials” mean: the several told of last and who is part of them, or some singles."""
        several = next((n for n in reversed(fits) if self.all[n].first.plural), None)
        if several is not None:
            return [several, *(n for n in fits if self.all[n].whole == several)]
        near = [n for n in fits if at - self.all[n].mentions[-1].start < 2 * _NEAR]
        return near if len(near) > 1 else []

    def _generic(self, told: Descriptor, at: int) -> list[int]:
        """“the man”: whoever spoke last."""
        if told.head not in GENERIC or len(told.bare) > 1:
            return []
        near = self._latest(at, plural=told.plural)[:1]
        return [n for n in near if self.all[n].first.lead is not Lead.KNOWN]

    def _latest(self, at: int, *, plural: bool) -> list[int]:
        """Who spoke before this place, not far, the last first."""
        high = bisect_left(self._spoke, (at, -1))
        near = [n for start, n in self._spoke[max(0, high - _REACH) : high] if at - start < _NEAR]
        return list(dict.fromkeys(n for n in near[::-1] if self.all[n].first.plural is plural))

    def _find(self, told: Descriptor, source: str) -> int | None:
        low = told.words
        if not low or low[0] == "whose":
            return None
        if (
            low == ("the", "other")
            or low[0] in RELATIVES
            or (len(low) == 1 and (low[0] in BOTH or low[0] in _SINGLE or low[0] == "one"))
        ):
            return self._pointing(told, source)
        if told.lead is Lead.PART:
            return self._part(told)
        if not told.people:
            return None
        if told.lead in (Lead.NEW, Lead.OWNED):
            same = self._words.get(low)
            return same if same is not None else self._new(told)
        return self._definite(told) if told.lead is Lead.KNOWN else self._new(told)

    def _definite(self, told: Descriptor) -> int:
        """Whom “the official” means: somebody told of already, or one of whom the words before tell."""
        known = self._known(told)
        if known is not None:
            self.all[known].tell(told)
            return known
        before = self._before(told)
        return self._new(before, told) if before is not None else self._new(told)

    def _pointing(self, told: Descriptor, source: str) -> int | None:
        """“who” means the words right before it, “he” whom it was found to mean, “both” several."""
        word, at = told.words[0], told.span.start
        last = self._latest(at, plural=False) + self._latest(at, plural=True)
        if word in RELATIVES:
            here = next((n for n in last if self._right_before(self.all[n].mentions[-1], told.span)), None)
            return self._described_before(at) if here is None else here
        if word in BOTH or word in ("one", "the"):
            return next(iter(self._latest(at, plural=True)), self._ids.get(source))
        still = self._still_speaks(at)
        return still if still is not None else self._ids.get(source)

    def _still_speaks(self, at: int) -> int | None:
        """“he”, whom nobody fits: whoever spoke right before, if he is one and close."""
        last = self._latest(at, plural=False)[:1]
        return last[0] if last and last[0] == self.previous else None

    def _right_before(self, mention: Span, span: Span) -> bool:
        return mention.start < span.start <= mention.end + 2

    def people_before(self, at: int) -> Descriptor | None:
        """The people whom the words right before this place describe."""
        found = _NOUN_PHRASE.search(self.text, max(0, at - 80), at)
        if found is None:
            return None
        told = described(self.text, Span(*found.span(1)))
        return told if told.people and told.span.end == found.end(1) else None

    def _described_before(self, at: int) -> int | None:
        """Insiders right before “who”, or people of whom it says that they have no name."""
        told = self.people_before(at)
        if told is None:
            return None
        if told.lead is Lead.KNOWN and (known := self._known(told)) is not None:
            return known
        sure = is_insider(told) and not is_open(told)
        if not sure and not self._withheld.search(self.text, at, at + 80):
            return None
        return self._definite(told) if told.lead is Lead.KNOWN else self._new(told)

    def _part(self, told: Descriptor) -> int | None:
        several = self._latest(told.span.start, plural=True)
        near = told.people or any(
            told.span.start - self.all[n].mentions[-1].end < _CLOSE for n in several[:1]
        )
        whole = next((n for n in several if near and self._is_whole(self.all[n], told)), None)
        if told.people:
            same = self._words.get(told.words)
            return same if same is not None else self._new(told, whole=whole)
        return whole

    def _is_whole(self, one: Referent, told: Descriptor) -> bool:
        return not told.people or one.first.head == told.head or told.head in GENERIC

    def _known(self, told: Descriptor) -> int | None:
        same = [n for n in self._heads[told.head][-_REACH:] if self.all[n].first.plural is told.plural]
        fitting = [n for n in same if _fits(told, self.all[n])]
        if fitting:
            return max(fitting, key=lambda n: self.all[n].mentions[-1].start)
        found = self._generic(told, told.span.start) or self._likened(told)
        return next(iter(found), None)

    def _likened(self, told: Descriptor) -> list[int]:
        """“the staff member” after “one of his staff”: who spoke last, if a word is of both."""
        last = [] if told.plural else self._latest(told.span.start, plural=False)[:1]
        return [n for n in last if n == self.previous and told.bare & self.all[n].words - _ALL_HAVE]

    def _before(self, told: Descriptor) -> Descriptor | None:
        """The words that tell of whoever “the official” means, where he says nothing yet."""
        low = max(0, told.span.start - _BACK)
        window = self.text[low : told.span.start]
        noun = re.compile(rf"\b{re.escape(self._noun(told))}\b", re.IGNORECASE)
        for found in reversed(list(noun.finditer(window))):
            led = _last(_LED, window, max(0, found.start() - 60), found.start())
            if led is not None:
                start = low + led.start()
                older = described(self.text, Span(start, low + found.end()))
                if older.head == told.head and older.plural is told.plural and told.bare <= older.bare:
                    return older
        return None

    def _noun(self, told: Descriptor) -> str:
        plain = told.span.of(self.text).split()
        return next((w for w in plain[::-1] if fold(w).startswith(told.head[:4])), plain[-1])

    def _new(self, *told: Descriptor, whole: int | None = None) -> int:
        self.all.append(Referent(list(told), whole=whole))
        index = len(self.all) - 1
        self._heads[told[0].head].append(index)
        if told[0].lead is not Lead.OTHER:
            self._words.setdefault(told[0].words, index)
        return index


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The match that begins last."""
    found = later = pattern.search(text, start, end)
    while later is not None:
        found, later = later, pattern.search(text, later.start() + 1, end)
    return found


def _fits(told: Descriptor, one: Referent) -> bool:
    """Whether what qualifies the noun was said of this one, or it is bare."""
    return told.bare <= one.words


def _is_unnamed(text: str, mention: Mention) -> bool:
    """Whether somebody without a name may be meant; of “who” alone the words before it tell.

    Several crews are people, though one is a body.
    """
    kind, span = mention.source.kind, mention.span
    who = span is not None and text[span.start : span.start + 4].casefold() == "who "
    if kind is SourceKind.ORGANISATION and mention.source.name is None and span is not None:
        told = described(text, span)
        return told.plural and told.head in PERSONS
    return kind is SourceKind.UNNAMED or (kind is SourceKind.IMPERSONAL and who)


def referents(text: str, statements: Sequence[Statement]) -> Referents:
    """The sources without a name that these statements have.

    Args:
        text: the article's text.
        statements: all of the article, in order.
    """
    found = Referents(text)
    unsaid: list[tuple[Statement, str]] = []
    for statement in statements:
        mention = statement.source
        if mention is None or not _is_unnamed(text, mention):
            found.previous = None
            continue
        if mention.span is None:
            unsaid.append((statement, mention.source.id))
        else:
            found.add(statement, mention.source.id, mention.span)
    for statement, source in unsaid:
        found.again(statement, source)
    order = {statement.id: n for n, statement in enumerate(statements)}
    for one in found.all:
        one.statements.sort(key=lambda s: order[s.id])
    return found
