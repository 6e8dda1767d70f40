"""What is changed in one of two units that tell the same, so that they contradict each other."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders.claims import dossier, report
from training.swapped import Swap, changed, other_number, swaps

from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.units import Unit

FERRY = "The ferry Otter was stopped off Tarn on Monday with 340 people aboard."
ANEW = "On Monday, the Otter was stopped with 340 people on board."


def _unit(text: str) -> Unit:
    [unit, *_] = units_of(dossier(report("Tarn Post", text)))
    return unit


def _swaps(one: str, other: str, people: Sequence[str] = (), seed: int = 1) -> list[Swap]:
    return swaps(_unit(one), _unit(other), people, random.Random(seed))


def _kinds(one: str, other: str, people: Sequence[str] = ()) -> dict[str, str]:
    """What is changed, by its kind."""
    text = _unit(one).article.text
    return {swap.kind: swap.span.of(text) for swap in _swaps(one, other, people)}


def test_a_number_a_day_and_what_is_asserted_are_changed() -> None:
    assert _kinds(FERRY, ANEW) == {"number": "340", "date": "Monday", "polarity": ""}


def test_what_is_changed_stands_where_it_stood_and_all_else_as_it_was() -> None:
    unit = _unit(FERRY)
    for swap in _swaps(FERRY, ANEW):
        words = changed(unit, swap).words
        text = unit.article.text
        start = swap.span.start - unit.wording.spans[0].start
        assert words[:start] == unit.in_context.words[:start]
        assert words[start:].startswith(swap.new)
        rest = unit.in_context.words[start + len(swap.span.of(text)) :]
        assert words[start + len(swap.new) :] == rest


def test_a_change_leaves_what_stands_around_the_unit() -> None:
    text = f"Winds were high. {FERRY} Nobody was hurt."
    unit = next(one for one in units_of(dossier(report("Tarn Post", text))) if "Otter" in one.words)
    [swap] = [one for one in swaps(unit, _unit(ANEW), (), random.Random(3)) if one.kind == "date"]
    before, after = unit.in_context, changed(unit, swap)
    assert (before.before, before.after) == (after.before, after.after)
    assert after.words == before.words.replace("Monday", swap.new)


def test_a_number_that_the_other_has_not_stays() -> None:
    assert "number" not in _kinds(FERRY, ANEW.replace("340", "nobody"))


@pytest.mark.parametrize("hedge", ["at least", "about", "more than"])
def test_a_number_told_as_a_bound_or_roughly_stays(hedge: str) -> None:
    assert "number" not in _kinds(FERRY.replace("340", f"{hedge} 340"), ANEW)


def test_a_year_and_a_day_of_a_month_are_dates() -> None:
    one, other = "The pier of Tarn was built in 1998.", "Tarn's pier was built in 1998."
    assert _kinds(one, other)["date"] == "1998"
    one, other = "The pier of Tarn opened on March 12.", "Tarn's pier opened on March 12."
    assert _kinds(one, other) == {"date": "12"}


def test_a_denial_is_taken_back_where_both_deny() -> None:
    one = "The council of Tarn did not vote on the new pier."
    [swap] = [s for s in _swaps(one, "Tarn's council did not vote on the pier.") if s.kind == "polarity"]
    assert changed(_unit(one), swap).words.rstrip(".") == "The council of Tarn did vote on the new pier"
    assert "polarity" not in _kinds(
        one, "Tarn's council never met to vote on the pier.".replace("never ", "")
    )


def test_a_person_is_changed_for_another_of_the_story() -> None:
    one, other = "Mayor Anna Holt opened the pier.", "The pier was opened by Anna Holt."
    assert _kinds(one, other, ["Anna Holt"]) == {}
    [swap] = [s for s in _swaps(one, other, ["Anna Holt", "Peter Lund"]) if s.kind == "name"]
    assert "Peter Lund" in changed(_unit(one), swap).words
    assert "Holt" not in changed(_unit(one), swap).words


@given(st.integers(1, 10**9), st.booleans(), st.randoms(use_true_random=False))
def test_another_number_is_another_and_written_as_it_was(
    number: int, commas: bool, draw: random.Random
) -> None:
    told = f"{number:,}" if commas else str(number)
    new = other_number(told, draw)
    value = int(new.replace(",", ""))
    assert value > 0
    assert value != number
    assert new == (f"{value:,}" if "," in told else str(value))


@given(st.decimals(0, 1000, places=1, allow_nan=False), st.randoms(use_true_random=False))
def test_another_decimal_has_as_many_places(number: object, draw: random.Random) -> None:
    new = other_number(str(number), draw)
    assert re.fullmatch(r"\d+\.\d", new)
    assert float(new) != float(str(number))


@given(st.sampled_from(["two", "Twelve", "twenty"]), st.randoms(use_true_random=False))
def test_another_number_in_words_is_one_in_words(told: str, draw: random.Random) -> None:
    new = other_number(told, draw)
    assert new.casefold() != told.casefold()
    assert new.isalpha()
    assert new[0].isupper() == told[0].isupper()
