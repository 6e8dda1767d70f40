"""Numbers and times of two units that tell of one thing in unlike words, side by side; invented text."""

from __future__ import annotations

import pytest
from tests.builders.comparing import unit_of

from rashomon.corroboration.contrastdates import dates, of_the_event, tells_when
from rashomon.corroboration.contrastnumbers import numbers
from rashomon.corroboration.units import Unit
from rashomon.model import Policy, Relation

_DAYS = ("2024-03-06", "2024-03-08")


def _values(one: str, other: str) -> list[tuple[str | None, str | None]]:
    return [
        (found.first.value, found.second.value) for found in numbers(unit_of(one), unit_of(other), Policy())
    ]


def test_each_number_stands_beside_those_of_its_sort() -> None:
    told = _values("Some 300 clerks downed tools, for three days.", "The walkout of 180 was felt.")
    assert told == []
    told = _values("Some 300 clerks downed tools.", "A walkout of 180 clerks was counted.")
    assert told == [("~300", "180")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 430 clerks joined the walkout.", "The works has 511 employees."),
        ("Turnout was 58 percent.", "In the capital alone turnout was 66 percent."),
        ("Pay will rise by 6 percent over two years.", "Pay was to go up by 4 percent."),
        ("The tremor had a magnitude of 6.1.", "A tremor in 2018 had a magnitude of 6.4."),
        ("The first boat carried 12 people.", "The second boat carried 15 people."),
        ("The quarry has 40 diggers.", "The quarry has 40 diggers."),
        ("It pays its pilots 51,600 crowns a year.", "A pilot earns 4,100 crowns a month."),
    ],
)
def test_numbers_of_two_things_are_no_contrast(one: str, other: str) -> None:
    assert _values(one, other) == []


def test_what_grew_beyond_its_bound_is_an_update() -> None:
    early = unit_of("At least nine people died.", "2024-03-06", "one")
    late = unit_of("Eleven people died.", "2024-03-08", "two")
    [found] = numbers(early, late, Policy())
    assert (found.relation, found.later) == (Relation.UPDATE, late.article.id)
    [turned] = numbers(late, early, Policy())
    assert (turned.relation, turned.later) == (Relation.UPDATE, late.article.id)


def _times(one: str, other: str) -> list[tuple[str | None, str | None]]:
    first, second = (
        unit_of(text, day, name) for text, day, name in zip((one, other), _DAYS, ("a", "b"), strict=True)
    )
    return [(found.first.value, found.second.value) for found in dates(first, second, Policy())]


def test_each_time_stands_beside_those_that_exclude_it() -> None:
    told = _times("The mayor is to be sworn in on 14 June.", "She would swear her oath on 21 June.")
    assert told == [("2024-06-14", "2024-06-21")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A crane fell on Monday.", "A crane of the make fell in 2009."),
        ("The first climber was found on Sunday.", "The last climber was found on Tuesday."),
        ("The bridge was hit on 4 May.", "The attack was in May 2022."),
        ("The ferry sank on Monday.", "The ferry sank on 4 March."),
        ("The ferry sank at 9:30 a.m. local time on Monday.", "The ferry sank on Monday at 5:33 a.m. ET."),
    ],
)
def test_times_of_two_things_or_that_may_agree_are_no_contrast(one: str, other: str) -> None:
    assert _times(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The ban takes effect on Friday.", "The ban takes effect on Wednesday.", True),
        ("The ban takes effect on Friday.", "The ban takes effect on Friday at noon.", False),
        ("The miners struck on Jan. 28.", "The miners struck in February.", True),
        ("The miners struck on Jan. 28.", "The miners struck in January.", False),
        ("The miners struck on Jan. 28.", "The miners struck on a Friday.", False),
        ("Oda conceded on Friday.", "Oda conceded on Saturday night.", True),
        ("Oda conceded on Friday night.", "Oda conceded on Saturday.", False),
        ("Oda conceded on Friday.", "Oda conceded early on Saturday.", False),
        ("The ferry was raised recently.", "The ferry was raised on Saturday.", False),
    ],
)
@pytest.mark.parametrize("days", [(None, None), ("2024-03-06", None), (None, "2024-03-06")])
def test_days_of_unknown_date_exclude_each_other_by_their_names(
    one: str, other: str, apart: bool, days: tuple[str | None, str | None]
) -> None:
    first, second = unit_of(one, days[0], "a"), unit_of(other, days[1], "b")
    found = list(dates(first, second, Policy()))
    assert [contrast.relation for contrast in found] == [Relation.CONFLICT] * apart
    assert [contrast.kind for contrast in dates(second, first, Policy())] == [c.kind for c in found]
    told = [(f.first.value is None, f.second.value is None) for f in found]
    assert told == [(days[0] is None, days[1] is None)] * apart, "nothing is resolved by the other report"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It happened on Sunday at six.", True),
        ("“It happened on Sunday,”", True),
        ("The robbery took place on Sunday evening.", True),
        ("This is believed to have happened on Sunday.", True),
        ("It happened by chance.", False),
        ("It rained on Sunday.", False),
    ],
)
def test_a_unit_may_tell_when_it_happened(text: str, told: bool) -> None:
    assert tells_when(unit_of(text, _DAYS[0])) is told


def test_when_it_happened_is_of_what_opens_the_other_report() -> None:
    opening = unit_of("Two men robbed a jeweller in Varn on Monday.", "2024-03-06", "one")
    telling = unit_of("It happened on Sunday at six.", "2024-03-06", "two")
    [found] = of_the_event(opening, telling, Policy())
    assert found.features["one_event"] == found.features["acts"] == 1.0


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [
        (
            "The vault lost 640 kilos of bars.",
            "The figure for the bars is now put at 910 kilos.",
            "update",
        ),
        ("The vault lost 640 kilos of bars.", "The vault lost 910 kilos of bars.", "conflict"),
        ("The fair opens on 1 May.", "The fair has been put back to 20 May.", "update"),
        ("The fair opened on 1 March.", "The fair opened on 2 March.", "conflict"),
    ],
)
def test_words_of_the_later_report_tell_that_a_value_is_new(old: str, new: str, relation: str) -> None:
    early, late = unit_of(old, _DAYS[0], "one"), unit_of(new, _DAYS[1], "two")
    [found] = [*numbers(early, late, Policy()), *dates(early, late, Policy())]
    assert found.relation.value == relation
    assert found.later == (late.article.id if relation == "update" else None)
    [turned] = [*numbers(*_dated(new, old), Policy()), *dates(*_dated(new, old), Policy())]
    assert turned.relation is Relation.CONFLICT, "what was said first brings nothing up to date"


def _dated(first: str, second: str) -> tuple[Unit, Unit]:
    return unit_of(first, _DAYS[0], "one"), unit_of(second, _DAYS[1], "two")
