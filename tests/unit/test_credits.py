"""Which agency a page credits with its text, and which only with a picture."""

from __future__ import annotations

import pytest
from tests.builders.newsroom import page

from rashomon.language.credits import agency_credit
from rashomon.model import BlockKind


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("© 2024 Tern Wire", "Tern Wire"),
        ("Copyright Tern Wire", "Tern Wire"),
        ("Source: Tern Wire", "Tern Wire"),
        ("Image copyright Tern Wire", None),
        ("Image source: Tern Wire", None),
        ("Photo: © Tern Wire", None),
    ],
)
def test_whose_picture_it_is_tells_nothing_of_the_text(line: str, agency: str | None) -> None:
    under = [(BlockKind.CREDIT, line)]
    found = agency_credit(page("Selby Post", "The old dam gave way in the night.", under=under))
    assert (found.name if found else None) == agency
