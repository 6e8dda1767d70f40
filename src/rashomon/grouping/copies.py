"""Which passages two reports share beyond what they quote: one of them, or both, had the text from elsewhere.

Reporters who hear one speech write down the same words; what they say around it in
the same words they have from one text.  So only words outside quotation marks
count, and of these a run that names, titles and figures cannot explain: it needs
so many words that begin in lower case.  Where two reports share one such run, or
several shorter ones that together tell as much, all that agrees counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.grouping.direction import Directions
from rashomon.grouping.passages import Grams, Passage, grams, passages
from rashomon.language.ownwords import OwnWords, Told
from rashomon.model import Article, Copy, Evidence, Located, Policy, Span, Statement

__all__ = ["copies"]


def copies(articles: Sequence[Article], statements: Sequence[Statement], policy: Policy) -> tuple[Copy, ...]:
    """The passages that two of these articles share, in the order of the articles and their texts.

    Args:
        articles: reports of one story.
        statements: of these articles; who they say told them something may tell which text was first.
        policy: how much must be shared.

    Returns:
        one copy for each passage of each two articles; `first` stands in the article that comes
        first among `articles`.
    """
    distinct = {article.id: article for article in articles}
    own = OwnWords(distinct)
    # in an order that does not hang on the one given: a passage may be cut otherwise from the other side
    texts = [_text(distinct[id_], own, policy) for id_ in sorted(distinct)]
    directions = Directions(tuple(distinct.values()), statements)
    found: list[Copy] = []
    for one, other in _pairs(texts, policy):
        shared = _counted(
            passages(one.told.words, other.told.words, other.grams, policy.copy_gap), one, other, policy
        )
        if shared:
            source, rule, spans = directions.told(one.article.id, other.article.id)
            found.extend(_copy(p, one, other, (source, rule.value, spans)) for p in shared)
    order = {id_: number for number, id_ in enumerate(distinct)}
    turned = [_turned(copy, order) for copy in found]
    return tuple(
        sorted(turned, key=lambda c: (order[c.first.article], c.first.span, order[c.second.article]))
    )


def _turned(copy: Copy, order: Mapping[str, int]) -> Copy:
    """The copy with the place first that stands in the report given first."""
    if order[copy.first.article] < order[copy.second.article]:
        return copy
    return replace(copy, first=copy.second, second=copy.first)


@dataclass(frozen=True, slots=True)
class _Text:
    article: Article
    told: Told
    grams: Grams

    def place(self, first: int, end: int) -> Located:
        """Where these words stand."""
        return Located(self.article.id, Span(self.told.starts[first], self.told.ends[end - 1]))

    def plain(self, passage: Passage) -> int:
        """How many words of a passage begin in lower case."""
        return self.plain_words(passage.one, passage.one_end)

    def plain_equal(self, passage: Passage) -> int:
        """At least how many of them stand in the other text, too."""
        return self.plain(passage) - (passage.one_end - passage.one - passage.equal)

    def plain_in_row(self, passage: Passage) -> int:
        """The same of its longest row of equal words."""
        return self.plain_words(passage.row, passage.row + passage.longest)

    def length(self, passage: Passage) -> int:
        """How many words a passage has here."""
        return passage.one_end - passage.one

    def is_plain(self, at: int) -> bool:
        """Whether a word begins in lower case."""
        return self.article.text[self.told.starts[at]].islower()

    def parts(self, at: int) -> bool:
        """Whether a sentence or a paragraph begins with this word, or ends before it."""
        if at == 0 or at == len(self.told.words):
            return True
        between = self.article.text[self.told.ends[at - 1] : self.told.starts[at]]
        return "\n" in between or (any(mark in between for mark in ".!?") and not self.is_plain(at))

    def plain_words(self, first: int, end: int) -> int:
        """How many of these words begin in lower case."""
        return sum(self.is_plain(at) for at in range(first, end))


def _text(article: Article, own: OwnWords, policy: Policy) -> _Text:
    told = own.told(article.id)
    return _Text(article, told, grams(told.words, policy.copy_gram))


def _pairs(texts: Sequence[_Text], policy: Policy) -> Iterator[tuple[_Text, _Text]]:
    """Texts that share enough runs of words, in order; each is held against those that share most with it."""
    holders: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for gram in text.grams:
            holders[gram].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for held in holders.values():
        for at, one in enumerate(held):
            for other in held[at + 1 : at + 1 + policy.copy_neighbours]:
                shared[one, other] += 1
    least = policy.copy_again - policy.copy_gram + 1
    yield from ((texts[one], texts[other]) for (one, other), n in sorted(shared.items()) if n >= least)


def _counted(found: Iterator[Passage], one: _Text, other: _Text, policy: Policy) -> list[Passage]:
    """Those of the passages that are copied: none, unless one or all together show it.

    What shows it are words in a row without any change, or a long passage with few: a
    sentence with some words exchanged is also what two writers make of one set phrase.
    Whole sentences that are the same, or nearly, are copied whatever else is.
    """
    passed = [p for p in found if p.longest >= policy.copy_again or one.length(p) >= policy.copy_sentence]
    near = [p for p in passed if p.longest >= policy.copy_again and p.share >= policy.copy_share]
    near = [passage for passage in near if one.plain(passage) >= policy.copy_again_plain]
    in_row = [(passage.longest, one.plain_in_row(passage)) for passage in near]
    surely = any(longest >= policy.copy_run and plain >= policy.copy_plain for longest, plain in in_row)
    edited = any(
        one.plain_equal(passage) >= policy.copy_edited and passage.share >= policy.copy_edited_share
        for passage in near
    )
    together = len(near) > 1 and sum(plain for _, plain in in_row) >= policy.copy_together
    if surely or edited or together:
        return near
    return [p for p in passed if _is_sentence(p, one, policy) or _is_touched(p, one, other, policy)]


def _is_sentence(passage: Passage, one: _Text, policy: Policy) -> bool:
    """Whether a row of the passage holds a whole sentence word for word."""
    end = passage.row + passage.longest
    edges = [at for at in range(passage.row, end + 1) if one.parts(at)]
    return any(
        last - first >= policy.copy_sentence and one.plain_words(first, last) >= policy.copy_sentence_plain
        for first, last in pairwise(edges)
    )


def _is_touched(passage: Passage, one: _Text, other: _Text, policy: Policy) -> bool:
    """Whether the passage is a sentence in both texts, and only common words of it were exchanged."""
    ends = (one, passage.one, passage.one_end), (other, passage.other, passage.other_end)
    whole = all(text.parts(first) and text.parts(last) for text, first, last in ends)
    if not whole or passage.share < policy.copy_touched or passage.equal <= policy.copy_sentence:
        return False
    mine, theirs = (Counter(text.told.words[first:last]) for text, first, last in ends)
    left = (mine - theirs, theirs - mine)
    exchanged = [
        text.is_plain(at)
        for (text, first, last), words in zip(ends, left, strict=True)
        for at in range(first, last)
        if text.told.words[at] in words
    ]
    return all(exchanged) and one.plain_equal(passage) >= policy.copy_sentence_plain


def _copy(passage: Passage, one: _Text, other: _Text, told: tuple[str | None, str, tuple[Span, ...]]) -> Copy:
    source, reason, spans = told
    return Copy(
        first=one.place(passage.one, passage.one_end),
        second=other.place(passage.other, passage.other_end),
        evidence=Evidence(score=min(1.0, passage.share), reason=reason, spans=spans),
        source=source,
    )
