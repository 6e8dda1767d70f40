"""What may be a reason in units that are known to be near in meaning."""

from __future__ import annotations

import pytest
from tests.builders.comparing import unit_of

from rashomon.corroboration.contrastplaces import places
from rashomon.corroboration.contrastreasons import given, reasons
from rashomon.model import Policy

POLICY = Policy()


@pytest.mark.parametrize(
    "told",
    [
        "Why the wall fell, the builders do not know.",
        "It is not clear what caused the outage.",
        "The cause of the outage is still under investigation.",
        "Engineers were at a loss to explain the outage.",
        "The club refused to say why the match was moved.",
    ],
)
def test_words_that_nobody_knows_the_reason(told: str) -> None:
    assert [one.none for one in given(unit_of(told))] == [True]


def test_a_stated_reason_is_surer_than_a_turn_and_a_turn_than_what_merely_follows() -> None:
    told = (
        "The wall fell because of the frost.",
        "A bolt had snapped in the wall.",
        "The wall fell as he slept.",
    )
    sure = [max(one.sure for one in given(unit_of(text))) for text in told]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(sure)


def test_two_reasons_are_a_contrast_and_one_in_other_words_is_none() -> None:
    first = unit_of("The wall fell because of the frost.", name="one")
    other = unit_of("A lorry was to blame.", name="two")
    same = unit_of("The wall came down because of the hard frost.", name="three")
    assert [c.kind.value for c in reasons(first, other, POLICY)] == ["reason"]
    assert not list(reasons(first, same, POLICY))
    assert not list(reasons(first, unit_of("The wall was red.", name="four"), POLICY))


def test_opposite_directions_are_a_contrast_and_neighbouring_ones_are_none() -> None:
    first = unit_of("The car left the track on the north side of the hill.", name="one")
    south = unit_of("It came to rest on the south side of the hill.", name="two")
    east = unit_of("It came to rest on the east side of the hill.", name="three")
    assert [c.kind.value for c in places(first, south, POLICY)] == ["place"]
    assert not list(places(first, east, POLICY))
