"""Plural words for a source where the report shows a single one.

A heading or a lead that speaks of “sources”, “officials” or “media” is held
against the body: if nobody else in the plural speaks there, and one source
without a name tells the same matter, the words have one too many.  The same
matter is told by shared words, or by that source speaking next.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from rashomon.attribution.descriptors import Lead
from rashomon.attribution.matter import matter, shared
from rashomon.attribution.referents import Referent
from rashomon.attribution.standing import is_insider
from rashomon.language.anonymity import INEXACT
from rashomon.model import Article, BlockKind, Statement

__all__ = ["plural_for_one"]

_ANYBODY = frozenset({"source", "person", "insider"})
_OPEN = INEXACT | {"other", "another", "multiple", "many", "two"}
"""With one of these there are several, whoever they are."""
_SHARED = 0.3  # of the words of a heading, found again in what the body gives to one source
_FEWEST = 2  # words, at least
_NEXT = 600  # code points between media and the one source that speaks next
_TRIED = 12  # plurals and single sources that are held against each other


def plural_for_one(article: Article, sources: Sequence[Referent], over: Set[str]) -> set[int]:
    """Which of the sources, by index, are one though their words are plural.

    Args:
        article: the report.
        sources: its sources without a name, in the order in which they first speak.
        over: ids of the statements of headlines, decks and subheadings.
    """
    lead = next((b.span.end for b in article.blocks if b.kind is BlockKind.PARAGRAPH), 0)
    plural = [n for n, one in enumerate(sources) if _countable(one)]
    early = [n for n in plural if all(_early(s, lead, over) for s in sources[n].statements)]
    shown = {n for n in plural if any(s.id not in over for s in sources[n].statements)}
    single = [
        n for n, one in enumerate(sources) if _single(one) and not all(s.id in over for s in one.statements)
    ]
    media = {n for n in plural if sources[n].first.media and _carried_next(article.text, sources, n)}
    return media | {
        n
        for n in early[:_TRIED]
        if not shown - {n} and any(_same_matter(article.text, sources, n, other) for other in single[:_TRIED])
    }


def _carried_next(text: str, sources: Sequence[Referent], several: int) -> bool:
    """Whether the source that speaks next is a single one, told of by one outlet, with the same matter."""
    one = sources[several + 1] if several + 1 < len(sources) else None
    if one is None or not _single(one) or not one.statements[0].chain:
        return False
    apart = one.first.span.start - sources[several].first.span.start
    return apart < _NEXT and _share(text, sources[several], one)


def _early(statement: Statement, lead: int, over: Set[str]) -> bool:
    return statement.id in over or statement.content[0].start < lead


def _countable(one: Referent) -> bool:
    """Whether it is sources, officials, media: some who could be one, and are not counted."""
    first = one.first
    return (
        first.plural
        and one.count is None
        and (is_insider(first) or first.media)
        and _OPEN.isdisjoint(first.words)
    )


def _single(one: Referent) -> bool:
    return one.count == 1 and is_insider(one.first) and one.first.lead is not Lead.PART


def _may_be(several: Referent, one: Referent) -> bool:
    """Whether the noun of the one is what the plural may stand for."""
    head = several.first.head
    return several.first.media or head in _ANYBODY or head == one.first.head


def _same_matter(text: str, sources: Sequence[Referent], several: int, other: int) -> bool:
    following = next((n for n in range(several + 1, len(sources)) if is_insider(sources[n].first)), None)
    if following == other and _may_be(sources[several], sources[other]):
        return True
    return _share(text, sources[several], sources[other])


def _share(text: str, several: Referent, one: Referent) -> bool:
    """Whether what the several say has enough words of what the one says."""
    said, other = (matter(text, [c for s in of.statements for c in s.content]) for of in (several, one))
    return shared(said, other, share=_SHARED, fewest=_FEWEST)
