"""The grammar machine: every parse, builders that refuse, grammars that cannot be."""

from __future__ import annotations

import pytest

from rashomon.chronology.grammar import Chart, Grammar, Production
from rashomon.chronology.words import words_of


def chart(text: str, *productions: Production) -> Chart:
    return Chart(Grammar(productions), words_of(text, 0, len(text)))


MONTH_DAY = (
    Production("number", "SHORT", lambda value: value if value < 32 else None),
    Production("day", "MONTH <number> th?", lambda month, number: (month, number), "named"),
    Production("time", "on? <day>", lambda day: day),
    Production("time", "on <day> to|until <day>", lambda first, last: (first, last), "both"),
)


def test_every_way_to_read_from_a_place_is_found_with_the_outermost_rule() -> None:
    found = chart("on May 3 to May 5", *MONTH_DAY).parses("time", 0)
    assert sorted(found) == [(3, (5, 3), "named"), (6, ((5, 3), (5, 5)), "both")]


def test_what_may_be_missing_gives_none_and_what_stands_for_itself_nothing() -> None:
    line = Production("time", "the? <number>? MONTH", lambda number, month: (number, month), "x")
    assert chart("May", MONTH_DAY[0], line).parses("time", 0) == [(1, (None, 5), "x")]
    assert chart("the 3 May", MONTH_DAY[0], line).parses("time", 0) == [(3, (3, 5), "x")]


def test_a_builder_may_refuse() -> None:
    assert chart("May 40", *MONTH_DAY).parses("time", 0) == []


def test_nothing_is_read_behind_the_end() -> None:
    assert chart("on May", *MONTH_DAY).parses("time", 0) == []
    assert chart("May 3", *MONTH_DAY).parses("time", 2) == []


def test_an_unknown_symbol_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown symbol 'day'"):
        Grammar([Production("time", "on <day>", lambda day: day)])


def test_a_symbol_that_comes_back_to_itself_is_refused() -> None:
    lines = [
        Production("day", "the <time>", lambda time: time),
        Production("time", "on <day>", lambda day: day),
    ]
    with pytest.raises(ValueError, match="come back to themselves"):
        Grammar(lines)
