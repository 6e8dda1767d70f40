"""Names, their titles, and what the text says of those who bear them."""

from __future__ import annotations

import pytest

from rashomon.language.names import Gender, Name, NameKind, find_names, surname
from rashomon.model import Span


def names(text: str) -> tuple[Name, ...]:
    return find_names(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Harbour Minister Ada Holt spoke.", "Ada Holt"),
        ("Former president and leading candidate Bo Lund spoke.", "Bo Lund"),
        ("They met Brig. Gen. Tom Rask.", "Tom Rask"),
        ("They met Jan van der Berg.", "Jan van der Berg"),
        ("They met J. K. Holt.", "J. K. Holt"),
        ("They met Robert “Bob” Holt.", "Robert “Bob” Holt"),
        ("Keeper Tilda Marsh spoke.", "Tilda Marsh"),
        ("The Ambassador to Ostmark Tilda Marsh spoke.", "Tilda Marsh"),
        ("The Ambassador to Ostmark Tilda van der Marsh spoke.", "Tilda van der Marsh"),
        ("The Ostmark Secretary of State Tilda J. Marsh spoke.", "Tilda J. Marsh"),
        ("The Speaker of the House Tilda Marsh spoke.", "Tilda Marsh"),
        ("The Ostmark Ambassador met Tilda Marsh.", "Tilda Marsh"),
    ],
)
def test_titles_come_off_and_the_name_stays_whole(text: str, wanted: str) -> None:
    assert [n.name for n in names(text) if n.kind is NameKind.PERSON] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the Ropemakers’ Trust of Ostmark", "Ropemakers’ Trust of Ostmark"),
        ("the Ministry of Tides", "Ministry of Tides"),
        ("at the Ostmark Herald yesterday", "Ostmark Herald"),
        ("the OHB agreed", "OHB"),
    ],
)
def test_bodies_are_bodies(text: str, wanted: str) -> None:
    assert [(n.name, n.kind) for n in names(text)] == [(wanted, NameKind.BODY)]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("spokeswoman Ada Holt", Gender.SHE),
        ("Mr. Lund", Gender.HE),
        ("Ms Holt", Gender.SHE),
        ("Ada Holt, the chairwoman of the board,", Gender.SHE),
        ("Ada Holt", Gender.UNKNOWN),
    ],
)
def test_gender_is_read_from_words_around_the_name(text: str, gender: Gender) -> None:
    assert names(text)[0].gender is gender


def test_a_role_in_an_appositive_belongs_to_the_name() -> None:
    [name] = names("Ada Holt, the bridge warden, spoke")
    assert "warden" in name.roles


def test_the_owner_of_a_possessive_gives_no_role() -> None:
    assert [n.roles for n in names("the board’s Ada Holt")] == [frozenset()]


def test_a_pronoun_or_small_word_is_no_name() -> None:
    assert names("However, He said It’s late. When? The end.") == ()


def test_a_district_at_the_end_of_a_sentence_is_no_given_name() -> None:
    text = "They met in Washington, D.C. Holt left at once."
    assert [name.name for name in find_names(text, Span(0, len(text)))] == ["Washington", "Holt"]


def test_a_surname_is_the_last_word_but_for_suffixes() -> None:
    assert surname("Ada Holt Jr.") == "holt"


def test_a_firm_of_two_names_is_one_body() -> None:
    [firm] = names("They sued Rask & Marsh.")
    assert (firm.name, firm.kind) == ("Rask & Marsh", NameKind.BODY)


def test_an_acronym_among_capitals_is_no_person() -> None:
    assert [n.kind for n in names("They met Coast OPAL.")] == [NameKind.UNKNOWN]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Former mayor Ada Holt spoke.", "former mayor"),
        ("Mayor Ada Holt spoke.", "mayor"),
        ("The mayor of Ostmark, Ada Holt, spoke.", "mayor"),
    ],
)
def test_a_role_beside_a_name_tells_whether_it_is_still_held(text: str, role: str) -> None:
    [holt] = [n for n in names(text) if n.name == "Ada Holt"]
    assert role in holt.roles
