"""Whom an article names, and which of its names it says to be one, on invented text."""

from __future__ import annotations

import pytest
from tests.builders.naming import paper

from rashomon.attribution import roster
from rashomon.language.bodies import initials_of
from rashomon.model import Article, Block, BlockKind, SourceKind, Span


def named(*paragraphs: str) -> dict[str, list[str]]:
    one = paper("a", *paragraphs)
    return {a.name: [span.of(one.text) for span in a.spans] for a in roster(one)}


def test_a_person_has_every_place_in_every_form() -> None:
    text = "Holt spoke. Mayor Ada Holt left. “Ms. Holt left,” Tom Rask said of Ada."
    assert named(text) == {"Ada Holt": ["Holt", "Ada Holt", "Holt", "Ada"], "Tom Rask": ["Tom Rask"]}


def test_roles_and_gender_are_those_that_the_report_tells() -> None:
    one = paper("a", "Ada Holt, the mayor, met Gen. Tom Rask. He saluted. A spokeswoman said Holt left.")
    [holt, rask] = roster(one)
    assert (holt.roles, rask.roles) == (("mayor",), ("general",))
    assert (holt.article, rask.article) == (one.id, one.id)


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("“Bix [Mayor Ada Holt] was part of it,” he said. “We like Bix.”", "Ada Holt", "Bix"),
        ("Ada Holt, better known as “Bix”, left. Bix came back.", "Ada Holt", "Bix"),
        ("Ada Holt, nicknamed Bix, left. Bix came back.", "Ada Holt", "Bix"),
        ("The Ostmark Harbour Board (OHB) met. The OHB left.", "Ostmark Harbour Board", "OHB"),
        ("The OHB (Ostmark Harbour Board) met. The OHB left.", "Ostmark Harbour Board", "OHB"),
        ("The OHB left. The Ostmark Harbour Board (OHB) met.", "Ostmark Harbour Board", "OHB"),
    ],
)
def test_names_that_the_report_explains(text: str, name: str, other: str) -> None:
    found = named(text)
    assert sum(form == other for form in found[name]) == 2
    assert other not in found


@pytest.mark.parametrize(
    "text",
    [
        "“He [Ada Holt] was part of it,” Tom Rask said. “We like Bix.”",
        "Bix (Ada Holt) was on at the Ostmark theatre, and Bix was loud.",
        "The Ostmark Harbour Board (ABC) met. The ABC left.",
        "“Bix [Ada Holt] and Bix [Tom Rask] left,” he said. Bix came back.",
    ],
)
def test_brackets_that_explain_no_name(text: str) -> None:
    found = named(text)
    fuller = [
        form for name in ("Ada Holt", "Tom Rask", "Ostmark Harbour Board") for form in found.get(name, ())
    ]
    assert fuller
    assert not {"Bix", "ABC"} & set(fuller)


def test_a_surname_behind_the_is_the_persons() -> None:
    assert named("Mayor Ada Holt left. The Holt plan failed.")["Ada Holt"] == ["Ada Holt", "Holt"]


def test_capitals_that_only_open_a_sentence_name_no_body() -> None:
    assert "Harbour" not in named("Harbour vote splits Ostmark. The harbour is old.")


def test_furniture_names_nobody() -> None:
    text = "Ada Holt left."
    block = Block(kind=BlockKind.FURNITURE, span=Span(0, len(text)))
    assert roster(Article(input="-", text=text, blocks=(block,))) == ()
    assert roster(Article(input="-", text=text, language="fr")) == ()


def test_bodies_are_bodies() -> None:
    [board, holt] = roster(paper("a", "The Harbour Board met Ada Holt, the mayor."))
    assert (board.kind, holt.kind) == (SourceKind.ORGANISATION, SourceKind.PERSON)


def test_initials_need_two_words() -> None:
    assert not initials_of("O", "Ostmark")
    assert not initials_of("OB", "Ostmark Harbour Board")
