"""Invented reports that name people, and the figures found in them, in words."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.attribution import attribute, roster
from rashomon.model import Article, Block, BlockKind, Policy, Ruling, Span
from rashomon.reconciliation import Reconciled, reconcile

__all__ = ["figures", "linked", "paper", "reconciled", "together"]


def paper(name: str, *paragraphs: str) -> Article:
    """A report of these paragraphs; `name` is its input."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Article(input=name, text="\n\n".join(paragraphs), blocks=tuple(blocks))


def reconciled(*papers: Article, rulings: Sequence[Ruling] = ()) -> Reconciled:
    """Who is one in these reports."""
    policy = Policy()
    statements = [s for one in papers for s in attribute(one, policy)]
    return reconcile(papers, statements, [roster(one) for one in papers], policy, rulings)


def figures(*papers: Article, rulings: Sequence[Ruling] = ()) -> set[frozenset[tuple[str, str]]]:
    """The figures, each as the inputs and names of its appearances."""
    inputs = {one.id: one.input for one in papers}
    found = reconciled(*papers, rulings=rulings).figures
    return {frozenset((inputs[a.article], a.name) for a in figure.appearances) for figure in found}


def together(one: tuple[str, str], other: tuple[str, str], *papers: Article) -> bool:
    """Whether both (input and name) are one figure.

    Raises:
        AssertionError: if one of them is none at all.
    """
    found = figures(*papers)
    assert {one, other} <= {side for figure in found for side in figure}, found
    return any({one, other} <= figure for figure in found)


def linked(*papers: Article, rulings: Sequence[Ruling] = ()) -> set[tuple[bool, str, frozenset[str]]]:
    """The links: one or two, by which rule, between which names."""
    links = reconciled(*papers, rulings=rulings).links
    return {(k.same, k.evidence.reason, frozenset(name for _, name in k.sides)) for k in links}
