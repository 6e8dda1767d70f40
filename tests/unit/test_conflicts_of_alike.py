"""Units that mean the same, as somebody else has told: what they differ in, however they put it."""

from __future__ import annotations

import pytest
from tests.builders.comparing import unit_of

from rashomon.corroboration.alikeness import compare_alike
from rashomon.corroboration.units import Unit


def _kinds(one: str, other: str) -> list[tuple[str, str | None]]:
    first, second = unit_of(one, name="one"), unit_of(other, name="two")
    return [(f.kind.value, f.relation and f.relation.value) for f in compare_alike(first, second)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Nobody bought the yard in Norder.", "The yard in Norder went to a fund.", "polarity"),
        ("Nobody has recalled the envoy of Marl.", "The envoy of Marl has been ordered home.", "polarity"),
        (
            "Marl Rovers are to buy Danilo Kite.",
            "Marl Rovers have ruled out signing Danilo Kite.",
            "modality",
        ),
        (
            "The works offered to pay for the flooded farms.",
            "The works refused to give the flooded farms anything.",
            "modality",
        ),
        (
            "Heron 2 was lost because of a loose cable.",
            "Heron 2 came down in the sea after it had been hit by lightning.",
            "reason",
        ),
        (
            "The rusty statue of the bishop fell because of its rust.",
            "The statue was taken away because of a quarrel about land.",
            "reason",
        ),
    ],
)
def test_other_words_for_one_event_do_not_hide_a_conflict(one: str, other: str, kind: str) -> None:
    assert _kinds(one, other) == [(kind, "conflict")]
    assert _kinds(other, one) == [(kind, "conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The yard in Norder has been sold.", "The yard in Norder went to a fund."),
        ("Rask did not sell the yard.", "Holt sold the yard."),
        (
            "Rask appoints a judge to look into the fire.",
            "Rask had not told the judge to look into the fire.",
        ),
        ("Further details of the inquiry are few.", "The court did not answer a question on the inquiry."),
        ("The new rules are dangerous.", "The new rules do not go far."),
        ("The yard closed after a fire broke out.", "The yard closed after smoke had filled it."),
        ("The yard closed after a fire broke out.", "The yard closed."),
        ("The works plans to pay the farms.", "The works paid the farms."),
        ("Kite is to join Marl.", "Marl will pay 14 million crowns for Kite."),
        ("The union said it would go on.", "The union said it would not stop."),
        ("The bird was stolen on Sunday.", "The head of the museum has refused to step down."),
        ("The ferry did not sail because of fog.", "The ferry sailed because of the flood."),
    ],
)
def test_what_says_nothing_of_each_other_stays_apart(one: str, other: str) -> None:
    assert "conflict" not in {relation for _, relation in _kinds(one, other)}


def test_what_the_other_comparers_find_is_not_found_twice() -> None:
    assert _kinds("The dam at Stell leaked.", "The dam at Stell did not leak.") == []
    assert _kinds("The dam broke because of rust.", "The dam broke because of a storm.") == []


def test_a_unit_of_many_events_has_no_point() -> None:
    long = "The dam held, the gates closed, the pumps ran and the village slept"
    first: Unit = unit_of(f"{long}.")
    assert not list(compare_alike(first, unit_of("The dam did not stand in the village.")))
