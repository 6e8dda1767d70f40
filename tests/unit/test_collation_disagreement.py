"""What two quotations have in each other's place."""

from __future__ import annotations

import pytest
from tests.builders.quoting import report

from rashomon.collation.disagreement import Disagreement, disagreement
from rashomon.collation.overlap import overlap
from rashomon.collation.units import passage_of
from rashomon.model import Policy


def _beside(one: str, other: str) -> Disagreement:
    told = [report("Tern", one), report("Gull", other)]
    left, right = (passage_of(article, statement).units for article, (statement,) in told)
    return disagreement(left, right, overlap(left, right, Policy()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We mend the harbour wall", "We mend the harbour walls"),
        ("We lost three boats in the storm", "We lost 3 boats in the storm"),
        ("We're gonna mend the harbour wall", "We're going to mend the harbour wall"),
        ("The mayor lost 1,000 boats", "The mayor lost a thousand boats"),
        ("The storm, you know, took the quay", "The storm took the quay"),
        ("The storm [of 1953] took the quay", "The flood tide took the quay"),
        (
            "The storm … took the quay and the sheds",
            "The storm that nobody foresaw took the quay and the sheds",
        ),
        ("The storm took the quay. Nobody slept.", "The storm took the quay. Ferries sank."),
    ],
)
def test_nothing_of_meaning_is_opposed(one: str, other: str) -> None:
    assert not _beside(one, other).unlike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will cut the fares by 3 percent", "We will cut the taxes by 3 percent"),
        ("Fares will rise by 3 percent", "Wages will rise by 3 percent"),
        ("I told nobody but the mayor", "I told nobody but the press"),
        ("It was a long night for Port Ellery", "It was a long night for the ferry crews"),
        ("No boat has been lost", "A boat has been lost"),
    ],
)
def test_a_word_of_meaning_opposes_another(one: str, other: str) -> None:
    assert _beside(one, other).unlike


def test_a_noun_weighs_more_than_a_verb() -> None:
    said = "We {} the {} of the lower town"
    verb = _beside(said.format("mended", "wall"), said.format("painted", "wall"))
    noun = _beside(said.format("mended", "wall"), said.format("mended", "lamp"))
    assert 0 < verb.unlike < noun.unlike


@pytest.mark.parametrize(
    ("one", "other", "slots"),
    [
        ("We lost three boats in the storm", "We lost five boats in the storm", 1),
        ("We sail again on Monday", "We sail again on Friday", 1),
        ("The wall held in Oda that night", "The wall held in Skerry that night", 1),
        ("She mended the wall in Oda", "He mended the wall in Oda", 0),
        ("Ada Holt mended the wall in Oda", "She mended the wall in Oda", 1),
        ("Walls hold in Oda that night", "Lamps hold in Oda that night", 0),
    ],
)
def test_numbers_days_and_names_are_slots(one: str, other: str, slots: int) -> None:
    assert _beside(one, other).slots == slots


def test_what_only_one_has_is_counted_where_it_stands() -> None:
    inner = _beside("The wall held", "The old wall held")
    outer = _beside("The wall held", "The wall held all winter")
    assert (inner.put_in, inner.ends) == (1, 0)
    assert (outer.put_in, outer.ends) == (0, 1)


@pytest.mark.parametrize(
    ("longer", "clause"),
    [
        ("The wall held, and nobody slept", True),
        ("The wall held because we mended it", True),
        ("You see, the wall held", True),
        ("The wall held all winter", False),
    ],
)
def test_whether_the_rest_is_a_clause(longer: str, clause: bool) -> None:
    assert _beside("The wall held", longer).clause is clause


def test_whether_one_goes_on_within_the_clause() -> None:
    assert _beside("The wall held", "The wall held for a year").goes_on
    assert not _beside("The wall held", "The wall held, and nobody slept").goes_on
    assert not _beside("The wall held", "We say the wall held").goes_on


def test_words_that_are_only_alike_are_not_exact() -> None:
    assert _beside("The wall held", "The wall's held").exact
    assert not _beside("The storm was terrible", "The storm was terribly long").exact
