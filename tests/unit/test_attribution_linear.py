"""Texts that once took work with the square of their length."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, product
from string import ascii_lowercase

import pytest
from tests.builders.work import calls

from rashomon.attribution import attribute
from rashomon.language.sentences import sentences
from rashomon.model import Article, Block, BlockKind, Policy, Span, Statement

GIVEN = tuple(f"{a.upper()}{b}{c}" for a, b, c in islice(product(ascii_lowercase, repeat=3), 4000))


def said(text: str) -> tuple[Statement, ...]:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    return attribute(Article(input="-", text=text, blocks=(block,)), Policy())


def namesakes(number: int) -> str:
    """So many people of one surname, each named once, then all by the surname alone."""
    met = " ".join(f"They met {given} Holt." for given in GIVEN[:number])
    return f"{met} {'Holt said that it rained. ' * number}".strip()


def relatives(number: int) -> str:
    return "They met " + "Ada Holt, who said “no,” and " * number + "left."


def clauses(number: int) -> str:
    return "They met " + "Ada Holt who said that it rained; " * number + "left."


def neuters(number: int) -> str:
    return "The board met and " + "it said that it rained; " * number + "left."


def quoted_names(number: int) -> str:
    return "She met " + ", ".join(["“Ada Holt”", "Tom Rask"] * number) + "."


@pytest.mark.parametrize(
    ("make", "small"),
    [(namesakes, 120), (relatives, 80), (clauses, 120), (neuters, 120), (quoted_names, 500)],
)
def test_statements_take_linear_work(make: Callable[[int], str], small: int) -> None:
    once, many = make(small), make(small * 16)
    assert calls(lambda: said(many)) < 24 * calls(lambda: said(once))


def test_sentences_take_linear_work_among_apostrophes() -> None:
    once, many = "'a' " * 5_000, "'a' " * 80_000
    whole = calls(lambda: sentences(many, Span(0, len(many))))
    assert whole < 24 * calls(lambda: sentences(once, Span(0, len(once))))


def test_of_very_many_namesakes_the_one_named_last_is_meant() -> None:
    people = " ".join(f"They met {given} Holt." for given in GIVEN[:100])
    text = f"{people} Holt said that it rained. They met {GIVEN[7]} Holt again. Holt said that it snowed."
    names = [s.source.source.name for s in said(text) if s.source is not None]
    assert names == [f"{GIVEN[99]} Holt", f"{GIVEN[7]} Holt"]


def test_very_many_apostrophes_part_no_other_sentences_than_few() -> None:
    line = "The boat's owner left. "
    few, many = line * 100, line * 5000
    assert len(sentences(few, Span(0, len(few)))) == 100
    assert len(sentences(many, Span(0, len(many)))) == 5000
