"""Times of two sentences held against each other: each relation, and pairs that look like a conflict."""

from __future__ import annotations

import pytest
from tests.builders.comparing import dated

TUESDAY_WEDNESDAY = ("2024-03-05", "2024-03-06")

CONFLICTS = [
    ("The heron was stolen on Sunday.", "The heron was stolen on Saturday."),
    ("The heron was stolen on Sunday.", "The heron disappeared from its case on Saturday."),
    ("The yard was founded in 1888.", "The yard was set up in 1879."),
    ("The bridge will close on Sept. 4.", "The bridge will be shut from Oct. 1."),
    ("Four prisoners escaped on Sunday.", "The prisoners escaped on Saturday night."),
    ("The ferry sank on 3 March.", "The ferry sank on 1 March."),
    ("The mill burnt on Tuesday morning.", "The mill burnt on Tuesday evening."),
    ("The blast hit the market at 9 a.m. on Monday.", "The blast hit the market at 11 a.m. on Monday."),
    ("The vase was found last October.", "The vase turned up last August."),
    ("The guard died on Feb. 10.", "The guard died on Feb. 17."),
    ("The council will vote on Thursday.", "The vote in the council is due on Friday."),
    ("Quill resigned on Monday.", "Quill stepped down on Sunday evening."),
    ("The festival runs until Sunday.", "The festival ends on Saturday."),
    (
        "The lift in the tower was last inspected in 2019.",
        "Nobody had examined the lift in the tower since 2015.",
    ),
    ("Not since 2015 had anyone checked the lift.", "The lift was last checked in 2019."),
    ("The mayor will be sworn in on June 3.", "The mayor will take office on June 10."),
    ("The painting went missing on Friday.", "The painting was stolen on Thursday."),
    ("The ferry set off on Monday.", "The ferry left on Sunday."),
    ("The clerk was sacked in May 2023.", "The clerk was dismissed in July 2023."),
    ("They withdrew two days before the signing.", "They withdrew an hour after the signing."),
    ("Quill was born in 1978.", "Quill was born on 3 May 1980."),
    ("The talks began in January 2023.", "The talks began in March 2023."),
]
REFINEMENTS = [
    ("The ferry sank on 3 March.", "The ferry sank in March."),
    ("The heron was stolen at the weekend.", "The heron was stolen on Saturday."),
    ("The vote was held on Tuesday.", "The vote was held on Tuesday morning."),
    ("The yard was founded in 1888.", "The yard was founded in the 19th century."),
    ("The mayor resigned on Monday.", "The mayor resigned on Monday night."),
    ("The blast hit the market on Monday.", "The blast hit the market at 9 a.m. on Monday."),
    ("The school opened in 1998.", "The school opened in the 1990s."),
    ("The samples will be taken later this week.", "The samples will be taken on Friday."),
    ("The ministers met in late December.", "The ministers met on Dec. 24."),
    ("They withdrew two days before the signing.", "They withdrew shortly before the signing."),
    ("They withdrew two days before the signing.", "They withdrew at the last minute."),
]
EQUAL = [
    ("The ferry sank on Sunday.", "The ferry sank on 3 March."),
    ("The heron was stolen on Monday.", "The heron disappeared on Monday."),
    ("The yard was founded in 1888.", "The yard was set up in 1888."),
]
UNRELATED = [
    ("The mayor resigned on Monday.", "The council met on Tuesday."),
    ("The bridge closed in 1998.", "The bridge opened in 1954."),
    ("The ferry sank on Sunday, and divers found it on Monday.", "Divers found the ferry on Monday."),
    ("The ferry sank in 2019.", "The ferry was raised on Monday."),
    ("The storm hit Tarn on Sunday.", "The storm left Tarn on Monday."),
    ("The strike lasts until Friday.", "The strike began on Monday."),
    ("File photo: the Tarn bridge, April 11, 2017.", "The Tarn bridge closed on Monday."),
    ("The gates failed before the flood of June.", "The gates were tested in May."),
    (
        "After the hearing of the crews Wednesday, Marr will appear before the council.",
        "Marr will appear before the council on Thursday.",
    ),
    ("A similar strike in 1987 lasted until March.", "The strike lasted until May 2023."),
    ("The samples will be ready on Friday.", "The office took samples on Tuesday."),
    ("The lamp fell two hours after the last inspection.", "The lamp fell three days after the fire."),
    ("The guard quit a week before the vote.", "The guard quit ten days after the storm."),
    ("The mayor recently resigned.", "The mayor resigned on Monday."),
    ("The mayor resigned a day before the vote.", "The mayor resigned on Monday."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_times_that_exclude_each_other_are_a_conflict(one: str, other: str) -> None:
    assert [told[0] for told in dated(one, other)] == ["conflict"]


@pytest.mark.parametrize(("one", "other"), REFINEMENTS)
def test_a_time_within_another_is_a_refinement(one: str, other: str) -> None:
    assert [told[0] for told in dated(one, other)] == ["refinement"]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_one_time_in_two_ways_of_telling_agrees(one: str, other: str) -> None:
    assert [told[0] for told in dated(one, other)] == [None]


@pytest.mark.parametrize(("one", "other"), UNRELATED)
def test_times_of_two_events_are_not_compared(one: str, other: str) -> None:
    assert {told[0] for told in dated(one, other)} <= {None}


@pytest.mark.parametrize(
    ("ago", "year", "relation"),
    [
        ("almost three decades ago", "1990", "refinement"),
        ("about 20 years ago", "1999", "refinement"),
        ("30 years ago", "1985", "refinement"),
        ("three decades ago", "1975", "conflict"),
        ("12 years ago", "2007", "conflict"),
    ],
)
def test_so_many_years_ago_may_be_rounded(ago: str, year: str, relation: str) -> None:
    days = ("2017-06-01", "2017-06-01")
    found = dated(f"The mine was shut {ago}.", f"The mine was shut in {year}.", days)
    assert [told[0] for told in found] == [relation]


def test_times_of_day_that_are_nearly_one_are_rounded() -> None:
    found = dated("The blast hit the market at 9 a.m.", "The blast hit the market at 9:10 a.m.")
    assert [told[0] for told in found] == ["rounding"]


@pytest.mark.parametrize(
    ("one", "other", "published", "later"),
    [
        ("The bridge will close on March 20.", "The closing of the bridge has been postponed to March 28.",
         ("2024-03-05", "2024-03-05"), "second"),
        ("The bridge will close on March 20.",
         "The bridge will close on March 28.", TUESDAY_WEDNESDAY, "second"),
        ("The bridge will close on March 28.", "The bridge will close on March 20.",
         ("2024-03-06", "2024-03-05"), "first"),
        ("The probe will be launched on March 20, 2024.",
         "The launch of the probe has been put off until March 28, 2024.",
         (None, None), "second"),
    ],
)  # fmt: skip
def test_a_thing_to_come_that_was_moved_is_an_update(
    one: str, other: str, published: tuple[str | None, str | None], later: str
) -> None:
    assert [(told[0], told[3]) for told in dated(one, other, published)] == [("update", later)]


def test_what_happened_stays_a_conflict_whenever_it_was_told() -> None:
    found = dated("The ferry sank on 1 March.", "The ferry sank on 3 March.", TUESDAY_WEDNESDAY)
    assert [told[0] for told in found] == ["conflict"]


def test_the_time_of_saying_is_not_the_time_of_the_event() -> None:
    one, other = "The ferry sank on Sunday, police said on Monday.", "The ferry sank on Sunday, police said."
    assert [told[:3] for told in dated(one, other)] == [(None, "Sunday", "Sunday")]


def test_without_a_date_of_publication_nothing_is_resolved_and_nothing_compared() -> None:
    assert dated("The ferry sank on Sunday.", "The ferry sank on Monday.", (None, "2024-03-06")) == []


def test_times_of_two_zones_are_not_compared() -> None:
    one = "The blast hit the market at 9 a.m. GMT on Monday."
    assert dated(one, "The blast hit the market at 11 a.m. EST on Monday.") == []
