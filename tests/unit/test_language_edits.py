"""The tables that edits are classed by: amounts, dates, hedges, denials, spoken forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.language.datewords import dates_in
from rashomon.language.hedges import conditions_in, hedges_in, modality
from rashomon.language.negations import opposite
from rashomon.language.plainwords import Amount, amounts, plain
from rashomon.language.tidying import is_filler, is_opener, same_in_dialect, tidied
from rashomon.language.wordforms import bare_past, same_verb

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _in_words(value: int) -> list[str]:
    """The number as it is said, "and" behind the hundreds."""
    if value >= 1_000:
        rest = value % 1_000
        return [*_in_words(value // 1_000), "thousand", *(_in_words(rest) if rest else [])]
    if value >= 100:
        rest = value % 100
        return [*_in_words(value // 100), "hundred", *(["and", *_in_words(rest)] if rest else [])]
    if value < 20:
        return [_SMALL[value]]
    ten, one = divmod(value, 10)
    return [_TENS[ten - 2] + (f"-{_SMALL[one]}" if one else "")]


@given(st.integers(0, 999_999))
def test_a_number_is_one_amount_in_figures_and_in_words(value: int) -> None:
    assert plain(_in_words(value)) == plain([str(value)]) == plain([f"{value:,}"]) == (Amount(float(value)),)


@given(st.integers(0, 9_999), st.integers(0, 9_999))
def test_different_numbers_are_different_amounts(one: int, other: int) -> None:
    assert (amounts(_in_words(one)) == amounts(_in_words(other))) == (one == other)


@given(st.lists(st.text(st.characters(codec="ascii"), min_size=1, max_size=8), max_size=12))
def test_any_words_have_a_plain_form(words: list[str]) -> None:
    assert len(plain(words)) <= 6 * len(words) * 8
    assert tidied(words, words[::-1]) == tidied(words[::-1], words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$5 million", "five million dollars"),
        ("5%", "five per cent"),
        ("a 3 year-old", "a three-year-old"),
        ("two dozen", "24"),
        ("the u.s.", "the united states"),
        ("world war ii", "world war two"),
        ("3rd", "third"),
        ("twenty five", "25"),
    ],
)
def test_wordings_that_say_the_same(one: str, other: str) -> None:
    assert plain(one.split()) == plain(other.split())


@pytest.mark.parametrize(
    ("one", "other"), [("3 million", "3"), ("$5", "€5"), ("third", "three"), ("3 percent", "3 points")]
)
def test_amounts_that_do_not(one: str, other: str) -> None:
    assert plain(one.split()) != plain(other.split())


def test_dates_by_their_surroundings() -> None:
    assert dates_in("in 2019 fishermen".split()) == [("year", "2019")]
    assert dates_in("2019 boats".split()) == []
    assert dates_in("the 3rd of March".split()) == [("day", "3"), ("month", "march")]
    assert dates_in("they may march".split()) == []
    assert dates_in("Oct. 7".replace(".", "").split()) == [("month", "october"), ("day", "7")]


def test_hedges_and_conditions_are_phrases() -> None:
    assert hedges_in("as far as we can tell".split())
    assert not hedges_in("as far as we can see them".split())
    assert conditions_in("only if".split())
    assert not conditions_in("they provided the crane".split())
    assert modality("might have to".split()) == ("possible", "bound")


def test_opposites_are_no_accidents_of_spelling() -> None:
    assert opposite("approved", "disapproved")
    assert not opposite("side", "inside")
    assert not opposite("port", "import")


def test_spoken_forms() -> None:
    assert same_in_dialect(
        "them boats ain’t comin".replace("’", "'").split(), "them boats ain't coming".split()
    )
    assert tidied("them boats".split(), "those boats".split())
    assert not same_in_dialect("them boats".split(), "those boats".split())
    assert is_filler("sort of".split())
    assert is_opener(["so"])
    assert not is_filler(["so"])


def test_verbs() -> None:
    assert same_verb("sank", "sunk")
    assert not same_verb("planning", "planing")
    assert bare_past("come", "came")
    assert not bare_past("have", "had")
