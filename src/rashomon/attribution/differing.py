"""Where two reports describe the source of one statement otherwise.

One statement it is where the words were found to be one act of speech, or where
two insiders of two reports tell the matter in mostly the same words.

The words are compared without articles, numbers and order, those for one thing
taken as one.  A description that only says less than the other is not another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from rashomon.attribution.descriptors import Descriptor, described
from rashomon.attribution.matter import matter, shared
from rashomon.attribution.standing import is_insider
from rashomon.language.anonymity import ALIKE, ALL_OF
from rashomon.model import Article, Flag, Span, Statement, UnnamedSource, Utterance

__all__ = ["differing"]

_SAME = 0.6  # of the words of the shorter statement, found again in the other
_FEWEST = 4  # words, at least
_COMMON, _TRIED = 40, 12  # statements that a telling word stands in, and that are compared, at most


def differing(
    entries: Sequence[UnnamedSource],
    utterances: Sequence[Utterance],
    statements: Sequence[Statement] = (),
    articles: Sequence[Article] = (),
) -> tuple[UnnamedSource, ...]:
    """The entries of several articles, those flagged that another report describes otherwise.

    Args:
        entries: of all articles.
        utterances: which statements report one act of speech.
        statements: those of the entries; without them only utterances count.
        articles: whose words these are.
    """
    owner = {statement: n for n, entry in enumerate(entries) for statement in entry.statements}
    read = {n: described(e.descriptor, Span(0, len(e.descriptor))) for n, e in enumerate(entries)}
    flagged: set[int] = set()
    for one, other in chain(
        _of_one_act(owner, utterances), _of_one_matter(owner, read, statements, articles)
    ):
        if entries[one].article != entries[other].article and _otherwise(read[one], read[other]):
            flagged.update((one, other))
    return tuple(
        replace(e, flags=(*e.flags, Flag.DESCRIPTOR_DIFFERS)) if n in flagged else e
        for n, e in enumerate(entries)
    )


def _of_one_act(owner: Mapping[str, int], utterances: Iterable[Utterance]) -> Iterator[tuple[int, int]]:
    for utterance in utterances:
        yield from combinations(sorted({owner[s] for s in utterance.statements if s in owner}), 2)


def _of_one_matter(
    owner: Mapping[str, int],
    read: Mapping[int, Descriptor],
    statements: Iterable[Statement],
    articles: Iterable[Article],
) -> Iterator[tuple[int, int]]:
    """Pairs of insiders whose statements have mostly the same words; looked for by their rarer words."""
    texts = {article.id: article.text for article in articles}
    told: list[tuple[int, str, frozenset[str]]] = []
    holding: dict[str, list[int]] = defaultdict(list)
    for statement in statements:
        index = owner.get(statement.id)
        if index is None or not is_insider(read[index]) or statement.article not in texts:
            continue
        words = matter(texts[statement.article], statement.content)
        for word in words:
            holding[word].append(len(told))
        told.append((index, statement.article, words))
    for number, (index, article, words) in enumerate(told):
        near = Counter(
            n for word in words if len(holding[word]) <= _COMMON for n in holding[word] if n > number
        )
        for other, _ in near.most_common(_TRIED):
            second, elsewhere, its = told[other]
            smaller, larger = sorted((words, its), key=len)
            if elsewhere != article and shared(smaller, larger, share=_SAME, fewest=_FEWEST):
                yield index, second


def _otherwise(one: Descriptor, other: Descriptor) -> bool:
    """Whether two descriptions of people say different things, not one merely less."""
    a, b = _plain(one), _plain(other)
    return bool(a and b) and not (a <= b or b <= a)


def _plain(told: Descriptor) -> frozenset[str]:
    return frozenset(ALIKE.get(word, word) for word in told.bare) - ALL_OF
