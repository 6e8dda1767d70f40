"""Laws of quantities and of comparing them."""

from __future__ import annotations

import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.builders.comparing import unit_of

from rashomon.corroboration.dates import compare_dates
from rashomon.corroboration.differences import Difference
from rashomon.corroboration.measures import measure_at, shown
from rashomon.corroboration.numbers import compare_numbers
from rashomon.corroboration.quantities import quantities
from rashomon.corroboration.ranges import Range, Sort, relate
from rashomon.language.numerals import lexemes, number_at
from rashomon.model import Policy, Relation

_WORDS = """
12 dozens of|at least 14|about 1,200|nearly half of|people|soldiers|children|houses|were killed|were hurt
have died|and|,|.|in Tarn|$3 million|48 per cent of|the voters|34-year-old|two days before the vote|on Monday
on 3 March|no|three-quarters of|a hundred and ten|5 miles|8 km|rose to|from|10 to 12|this year|3-1|won|°|%
the blast killed|-|1.2m|aged|a|of the 40|including three|half a|in 2019|other|more
"""
_PIECES = st.sampled_from(_WORDS.strip().replace("\n", "|").split("|"))
TEXTS = st.lists(_PIECES, max_size=14).map(" ".join) | st.text(max_size=40)
NUMBERS = st.integers(1, 10**9)
RANGES = st.one_of(
    NUMBERS.map(lambda n: Range(n, n, few=True)),
    NUMBERS.map(lambda n: Range(n, math.inf, Sort.BOUND)),
    NUMBERS.map(lambda n: Range(-math.inf, n, Sort.BOUND, strict=True)),
    NUMBERS.map(lambda n: Range(n, n, Sort.ABOUT)),
    st.tuples(NUMBERS, NUMBERS).map(lambda p: Range(min(p), max(p) + 1, Sort.BETWEEN)),
)


def _turned(found: Difference) -> Difference:
    return replace(found, first=found.second, second=found.first)


@given(TEXTS, TEXTS, st.sampled_from([None, "2024-03-05"]), st.sampled_from([None, "2024-03-06T08:00:00Z"]))
def test_comparing_the_other_way_round_turns_the_sides(
    one: str, other: str, published: str | None, later: str | None
) -> None:
    first, second = unit_of(one, published, "one"), unit_of(other, later, "two")
    for compare in (compare_numbers, compare_dates):
        forth, back = list(compare(first, second)), list(compare(second, first))
        assert [_turned(found) for found in back] == forth


@given(TEXTS)
def test_equal_text_is_in_no_conflict_with_itself(text: str) -> None:
    one, other = unit_of(text, "2024-03-05", "one"), unit_of(text, "2024-03-05", "two")
    for compare in (compare_numbers, compare_dates):
        assert {found.relation for found in compare(one, other)} <= {None}


@given(TEXTS)
def test_quantities_stand_in_their_text_in_order(text: str) -> None:
    found = quantities(text)
    assert all(0 <= q.start <= q.at < q.end <= len(text) for q in found)
    assert [q.at for q in found] == sorted({q.at for q in found})


@given(TEXTS, TEXTS)
def test_pieces_are_words_of_their_unit(one: str, other: str) -> None:
    first, second = unit_of(one, None, "one"), unit_of(other, None, "two")
    for found in compare_numbers(first, second):
        for unit, piece in ((first, found.first), (second, found.second)):
            assert all(span and span.end <= len(unit.article.text) for span in piece.spans)


@given(RANGES, RANGES)
def test_how_two_values_stand_is_the_same_from_both_sides(one: Range, other: Range) -> None:
    assert relate(one, other, Policy()) == relate(other, one, Policy())


@given(RANGES)
def test_a_value_is_equal_to_itself(value: Range) -> None:
    assert relate(value, value, Policy()) is None


@given(RANGES, st.data())
def test_a_bare_number_inside_its_bounds_is_in_no_conflict(value: Range, data: st.DataObject) -> None:
    least, most = max(1, value.least), min(10**9, value.most)
    number = data.draw(st.integers(math.floor(least), max(math.floor(least), math.floor(most))))
    assert relate(Range(number, number, few=True), value, Policy()) is not Relation.CONFLICT


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_at_least_so_many_excludes_no_more_than_fewer(most: int, more: int) -> None:
    low = Range(most * 2 + more, math.inf, Sort.BOUND)
    assert relate(Range(-math.inf, most, Sort.BOUND), low, Policy()) is Relation.CONFLICT


@given(
    st.sampled_from("km miles feet acres hectares kg pounds tonnes hours mph km/h celsius".split()),
    st.floats(0.1, 1e6),
)
def test_what_is_converted_comes_back(unit: str, value: float) -> None:
    words = lexemes(f"{unit} of" if unit == "pounds" else unit)
    found = measure_at(words, 0)
    assert found is not None
    base = Range(value, value).scaled(found[0].factor, found[0].shift)
    back = shown(found[0])
    assert math.isclose(base.scaled(back.factor, back.shift).told, value, rel_tol=1e-9)


_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _in_words(number: int) -> str:
    """The number spelt out."""
    if number >= 1000:
        rest = f" {_in_words(number % 1000)}" if number % 1000 else ""
        return f"{_in_words(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {_in_words(number % 100)}" if number % 100 else ""
        return f"{_UNITS[number // 100]} hundred{rest}"
    if number >= 20:
        return _TENS[number // 10 - 2] + (f"-{_UNITS[number % 10]}" if number % 10 else "")
    return _UNITS[number]


@given(st.integers(1, 999_999))
def test_a_number_spelt_out_is_the_number(number: int) -> None:
    for text in (_in_words(number), str(number), f"{number:,}"):
        words = lexemes(text)
        found = number_at(words, 0)
        assert found is not None
        assert (found.least, found.after) == (number, len(words))
