"""Another name in the same role of the same event, and names that are simply of other people."""

from __future__ import annotations

import pytest
from tests.builders.comparing import relations

from rashomon.corroboration.names import compare_names

CONFLICTS = [
    ("The race was won by Ada Holt.", "Tom Rask won the race."),
    ("Ada Holt will lead the inquiry.", "The inquiry will be led by Tom Rask."),
    ("The winner was Ada Holt.", "The winner was Tom Rask."),
    ("Ada Holt discovered the comet.", "It was Tom Rask who discovered the comet."),
    ("The trawler Merle sank off Kell.", "The trawler Gannet sank off Kell."),
    ("Flight 212 landed safely in Tarn.", "Flight 221 landed safely in Tarn."),
    ("The figure was dug up by the archaeologist Viktor Hamm.", "Edda Quill dug up the figure in a bog."),
    (
        "The cup was handed over by Duchess Amalia.",
        "Education minister Jost Kraus gave the cup to the winners.",
    ),
    (
        "The prison's governor, Astrid Wahl, has been put on leave.",
        "Police are questioning the governor of the jail, Henrik Loe.",
    ),
    ("The fire in Unit B began at noon.", "The fire in Unit C began at noon."),
    ("Merid Works built the bridge.", "The bridge was built by Sound Rail Company."),
    ("Tom Rask opened the exhibition on Monday.", "The exhibition was opened on Monday by Ada Holt."),
    ("The ferry's captain, Ole Brandt, is missing.", "The captain of the ferry, Piet Aukland, is missing."),
    ("Jonas Pell designed the tower.", "The tower was designed by Sten Lank."),
    ("The bus on Line 5 overturned in the snow.", "The bus on Line 7 overturned in the snow."),
    ("Liv Orsk founded the choir in 1931.", "Maud Brill founded the choir in 1931."),
]
LOOK_ALIKES = [
    ("The trawler Merle sank off Kell.", "The ferry Gannet rescued the crew."),
    ("The winner was Ada Holt.", "The former winner was Tom Rask."),
    ("Ada Holt will lead the inquiry.", "Tom Rask led the inquiry of 2019."),
    ("Ada Holt opened the exhibition.", "Holt opened the exhibition."),
    ("Ada Holt opened the exhibition.", "Tom Rask opened the bridge."),
    ("The prison's former governor, Astrid Wahl, died.", "The governor of the prison, Henrik Loe, wept."),
    ("Tom Rask was killed.", "Ada Holt was killed."),
    ("The mayor of Tarn, Ada Holt, spoke.", "The mayor of Skell, Tom Rask, spoke."),
    ("Ada Holt did not open the exhibition.", "Tom Rask opened the exhibition."),
    ("Flight 212 left Tarn.", "Flight 221 crashed in Skell."),
    ("Aleksandr Petrov built the tower.", "Alexander Petrov built the tower."),
    ("Emil Vost scored in the first half.", "Karl Vost scored in the second half."),
    ("Ada Holt voted for the law.", "Tom Rask voted for the law."),
    ("The tower was built by Merid Works.", "The tower was built by hand."),
    ("The deputy captain of the ferry, Ole Brandt, swam.", "The captain of the ferry, Piet Aukland, swam."),
    ("Ada Holt will open the exhibition.", "Tom Rask opened the exhibition of 2019."),
    ("Duchess Amalia presented the cup.", "The duchess presented the cup."),
    ("Room 4 was locked.", "Room 9 was flooded."),
    ("Tom Rask said that it was late.", "Ada Holt said that it was late."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_another_name_in_one_role_is_a_conflict(one: str, other: str) -> None:
    assert relations(one, other, by=compare_names) == ["conflict"]


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_other_people_and_other_forms_of_a_name_are_none(one: str, other: str) -> None:
    assert "conflict" not in relations(one, other, by=compare_names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She would make Ada Holt her secretary of trade.", "Tom Rask was chosen as her trade secretary."),
        (
            "He sees his heir in Ada Holt, an heiress; his successor at the mill.",
            "Tom Rask is the successor at the mill.",
        ),
        ("Ada Holt painted the mill with tar.", "The mill was painted by Tom Rask with tar."),
    ],
)
def test_another_has_the_same_part_in_a_report_that_knows_but_one(one: str, other: str) -> None:
    assert relations(one, other, by=compare_names) == ["conflict"]
    assert relations(other, one, by=compare_names) == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Holt painted the mill.", "Tom Rask painted the chapel."),
        ("Ada Holt asked the secretary of trade.", "Tom Rask backed the secretary of trade on Monday."),
        ("She would make Ada Holt her secretary.", "Tom Rask was no longer her secretary, Holt having come."),
        ("Former secretary Ada Holt spoke of trade.", "Tom Rask is the secretary of trade."),
    ],
)
def test_people_of_other_parts_or_known_to_both_are_none(one: str, other: str) -> None:
    assert "conflict" not in relations(one, other, by=compare_names)
