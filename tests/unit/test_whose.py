"""Of whom something is told, and who says "I"."""

from __future__ import annotations

import pytest
from tests.builders.claims import dossier, report
from tests.builders.comparing import relations
from tests.builders.sayings import person, saying_of

from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.units import Unit
from rashomon.corroboration.whose import of_two_persons, of_two_selves

RUN = "“I am standing because {},”"


def _last(*paragraphs: str) -> Unit:
    """The last unit of a report."""
    return units_of(dossier(report("Tarn Post", *paragraphs)))[-1]


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Mr. Holt ended the year with $5 million.", "Ms. Rask ended the year with $9 million.", True),
        ("Mr. Holt ended the year with $5 million.", "Holt ended the year with $9 million.", False),
        ("Mr. Holt beat Mr. Rask by 12 votes.", "Ms. Rask lost by 15 votes.", False),
        ("Mr. Holt ended the year with $5 million.", "The year ended with $9 million.", False),
        ("Mr. Karlsson had $5 million.", "Mr. Carlsson had $9 million.", False),
    ],
)
def test_people_are_two_where_no_name_is_in_common(one: str, other: str, two: bool) -> None:
    assert of_two_persons(_last(one), _last(other)) is two
    assert of_two_persons(_last(other), _last(one)) is two


def test_he_is_who_was_named_before() -> None:
    he = _last("Mr. Holt led the count.", "He ended the year with $5 million.")
    assert of_two_persons(he, _last("Ms. Rask ended the year with $9 million."))
    assert not of_two_persons(he, _last("Mr. Holt ended the year with $9 million."))


def test_nobody_is_meant_by_a_pronoun_far_from_any_name() -> None:
    he = _last("Mr. Holt led the count.", "The rain fell on the hills. " * 15 + "He had $5 million.")
    assert not of_two_persons(he, _last("Ms. Rask ended the year with $9 million."))


def test_sums_of_two_people_are_no_conflict() -> None:
    told = "{} ended the year with ${} million in the bank."
    assert "conflict" in relations(told.format("The party", 5), told.format("The party", 9))
    assert "conflict" not in relations(told.format("Mr. Holt", 5), told.format("Ms. Rask", 9))


@pytest.mark.parametrize(
    ("words", "names", "two"),
    [
        (RUN, ("Arvid Moe", "Tora Lie"), True),
        (RUN, ("Arvid Moe", "A. Moe"), False),
        ("“The mill is closed because {},”", ("Arvid Moe", "Tora Lie"), False),
    ],
)
def test_who_says_i_speaks_of_himself(words: str, names: tuple[str, str], two: bool) -> None:
    quoted = [words.format(why) for why in ("the river rose", "the mill closed")]
    first, second = (
        saying_of(f"{told} said {name}.", told, name, person(name))
        for told, name in zip(quoted, names, strict=True)
    )
    assert of_two_selves(first, second) is two
