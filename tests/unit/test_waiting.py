"""What stays until and what does not change before are one."""

from __future__ import annotations

import pytest
from tests.builders.comparing import unit_of

from rashomon.corroboration.waiting import wait_alike

STAYS = "The ferry would stay in port until every pump has run for a night."


@pytest.mark.parametrize(
    "other",
    [
        "The ferry may not sail before all of its pumps have been tried.",
        "The ferry can't sail unless its pumps have been tried.",
    ],
)
def test_staying_until_is_not_leaving_before(other: str) -> None:
    assert wait_alike(unit_of(STAYS), unit_of(other))
    assert wait_alike(unit_of(other), unit_of(STAYS))


@pytest.mark.parametrize(
    "other",
    ["The ferry sailed before its pumps were tried.", "The ferry will not stay in port until May."],
)
def test_what_left_did_not_stay(other: str) -> None:
    assert not wait_alike(unit_of(STAYS), unit_of(other))
