"""Bylines and dates: what they state, and what is none."""

from __future__ import annotations

import pytest

from rashomon.readers.bylines import Facts, byline_rule, facts_of
from rashomon.readers.dates import iso_date, iso_in
from rashomon.readers.shapes import names_in


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("By Mira Okonjo-Hale", "writer"),
        ("BY RUBY-MAE STALLARD", "writer"),
        ("By Mira Okonjo and Dag B. van Reed, Tarnwick Herald", "writer"),
        ("From our rivers correspondent", "writer"),
        ("Words by Ines Calloway", "writer"),
        ("Published: May 3, 2021 10:15 GMT", "date_stamp"),
        ("Updated at 12:32 p.m. ET", "date_stamp"),
        ("3 hours ago", "date_stamp"),
        ("Sat 7 Sep 2019 06.00 BST", "date"),
        ("March 4, 2020", "date"),
        ("January 2021 · 6 minute read", "date"),
        ("Nan Birk contributed to this report.", "contributors"),
        ("(Reporting by Jonas Frey; Editing by Lys Amberg)", "contributors"),
        ("Contributing: Nan Birk, Fell Wire", "contributors"),
    ],
)
def test_a_byline_is_known(line: str, rule: str) -> None:
    assert byline_rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "By noon the square was empty.",
        "By Friday, Corin Pell had sold every loaf that he had baked since the strike began.",
        "From the mill, Tobiah Krell could see the weir.",
        "By the river board, of all people?",
        "The drought contributed to the strike, the guild said in its report of May 2021.",
        "Updated rules for weirs come into force on 3 May 2021, and the millers have until then to object.",
        "On 3 May 2021 the weir broke.",
        "“By Nan Birk”",
        "Reporting by the Weir Courier shows that the mill was sold in May.",
        "Reporting from the Weir Courier suggests the mill was sold.",
        "",
    ],
)
def test_a_sentence_is_none(line: str) -> None:
    assert byline_rule(line) is None


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("By Mira Okonjo", Facts(names=("Mira Okonjo",))),
        ("By Mira Okonjo, Tarnwick Herald", Facts(names=("Mira Okonjo",), outlet="Tarnwick Herald")),
        ("By Mira Okonjo | Lantern", Facts(names=("Mira Okonjo",), outlet="Lantern")),
        ("By Mira Okonjo for the Fell Wire", Facts(names=("Mira Okonjo",), outlet="Fell Wire")),
        ("By Mira Okonjo, Dag Reed and Nan Birk", Facts(names=("Mira Okonjo", "Dag Reed", "Nan Birk"))),
        ("By Mira Okonjo, rivers correspondent", Facts(names=("Mira Okonjo",))),
        ("BY RUBY-MAE STALLARD", Facts(names=("Ruby-Mae Stallard",))),
        ("Mira Okonjo, food writer", Facts(names=("Mira Okonjo",))),
        ("By Fell Wire staff", Facts(outlet=None)),
        (
            "PUBLISHED: 08:01, 2 June 2023 | UPDATED: 09:13, 3 June 2023",
            Facts(published="2023-06-02T08:01:00"),
        ),
        ("Updated: 3 June 2023", Facts()),
        ("By Mira Okonjo May 3, 2021", Facts(names=("Mira Okonjo",), published="2021-05-03")),
    ],
)
def test_a_byline_states_facts(line: str, facts: Facts) -> None:
    assert facts_of(line) == facts


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("May 3, 2021", "2021-05-03"),
        ("Monday, 3 May 2021", "2021-05-03"),
        ("3rd May 2021", "2021-05-03"),
        ("2021-05-03", "2021-05-03"),
        ("May 3, 2021 10:15 GMT", "2021-05-03T10:15:00+00:00"),
        ("3 May 2021, 7.45pm", "2021-05-03T19:45:00"),
        ("12:05 a.m. May 3, 2021", "2021-05-03T00:05:00"),
        ("May 3, 2021 at 10:15 EST", "2021-05-03T10:15:00-05:00"),
        ("May 3, 2021 10:15 BST", "2021-05-03T10:15:00"),
        ("25.12.2021", "2021-12-25"),
        ("4/5/2021", None),
        ("31 February 2021", None),
        ("May 3", None),
        ("in 2021", None),
        ("99:99 3 May 2021", "2021-05-03"),
    ],
)
def test_a_date_is_what_stands_there(words: str, value: str | None) -> None:
    assert iso_in(words) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2021-05-03T10:15:00Z", "2021-05-03T10:15:00+00:00"),
        ("2021-05-03T10:15:00.123+0200", "2021-05-03T10:15:00.123000+02:00"),
        (" 2021-05-03 10:15 ", "2021-05-03T10:15:00"),
        ("Mon, 03 May 2021 10:15:00 GMT", "2021-05-03T10:15:00+00:00"),
        ("", None),
        ("yesterday", None),
    ],
)
def test_a_date_for_machines(raw: str, value: str | None) -> None:
    assert iso_date(raw) == value


@pytest.mark.parametrize(
    "line",
    ["Middle East", "The Lantern", "Mira said no", "Mira", "a b", "Upper Vale Times and", "World News"],
)
def test_what_is_no_list_of_names(line: str) -> None:
    assert names_in(line) == ()
