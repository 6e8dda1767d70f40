"""Places of two sentences held against each other, and places that lie in each other."""

from __future__ import annotations

import pytest
from tests.builders.comparing import relations, unit_of

from rashomon.corroboration.placephrases import place_phrases
from rashomon.corroboration.places import compare_places
from rashomon.corroboration.wording import words_of

CONFLICTS = [
    ("The talks were held in Lindal.", "The talks took place in Skell."),
    ("The freight came from Sorrel.", "The freight came from Harlow."),
    ("The child was found in a barn at Gorse.", "The child was found in a boat near Lindal."),
    ("The gunman fired from the roof of the school.", "The gunman fired from the window of a hotel."),
    ("The boy was last seen at the swimming pool.", "The boy was last seen at the bus station."),
    (
        "He was killed in a raid on a depot in Ashur late on Monday.",
        "He was killed at a farmhouse outside Kelmar.",
    ),
    (
        "The bomb went off at the north gate of the palace.",
        "The bomb went off at the south gate of the palace.",
    ),
    (
        "The fire broke out on the third floor of the hotel.",
        "The fire broke out on the fifth floor of the hotel.",
    ),
    ("The quake struck off the north coast of Kell.", "The quake struck off the south coast of Kell."),
    ("The statue was pulled down in Cathedral Square.", "The statue came down at Harbour Gate."),
    (
        "The lorries crossed the hills over the Stell pass.",
        "The lorries crossed the hills over the Karn pass.",
    ),
    ("The rebels met the envoy in Skell.", "The rebels met the envoy in Lindal."),
    ("The commander was killed in a depot near Ashur.", "The commander was killed at a farmhouse."),
    ("The van was found at the railway station in Fell.", "The van was found at a dairy."),
    ("The ferry sank in the western channel.", "The ferry sank in the eastern channel."),
    ("The gang robbed a bank in Mill Street.", "The gang robbed a bank in Quay Street."),
    ("The train derailed in Tunnel 4.", "The train derailed in Tunnel 7."),
]
LOOK_ALIKES = [
    ("The court blocked works in Gorse.", "The court blocked the use of money in Harbour Ministry funds."),
    ("The union fought to end the lease.", "The union fought to end the Marl lease."),
    (
        "A train derailed near Gorse on Tuesday.",
        "A train derailed in a cutting two kilometres east of Gorse.",
    ),
    ("The bomb went off in Tarn.", "The bomb went off in the harbour quarter of Tarn."),
    ("The fire broke out at the hotel.", "The fire broke out on the third floor of the hotel."),
    ("The minister spoke in Tarn.", "The minister spoke in Skell about the harvest of 2019."),
    ("Holt was born in Tarn.", "Rask was born in Skell."),
    ("The ferry left for Kell.", "The ferry left from Skell."),
    ("The rebels met the envoy in Skell.", "The council met in Tarn."),
    ("The quake struck near Kell.", "The quake struck off the north coast."),
    ("The march began at the station.", "The march ended at the church."),
    ("Police arrested a man in Tarn.", "Police arrested a woman in Skell."),
    ("The storm hit the north coast.", "The storm did not hit the south coast."),
    ("A second fire broke out in Skell.", "A fire broke out in Tarn."),
    ("The tug lay in the harbour at Tarn.", "The tug lay in Tarn harbour."),
    ("He was found in a flat.", "He was found in Quay Street."),
    ("The mill in Gorse was sold.", "The mill in Lindal was burnt."),
    ("The trawler sank off Kell.", "The trawler sank in heavy seas."),
    ("Villagers gathered at the church in Dell.", "Villagers gathered in Dell."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_two_places_of_one_event_are_a_conflict(one: str, other: str) -> None:
    assert relations(one, other, by=compare_places) == ["conflict"]


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_places_of_other_events_or_within_each_other_are_none(one: str, other: str) -> None:
    assert "conflict" not in relations(one, other, by=compare_places)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            "A train derailed near Gorse.",
            "A train derailed in a cutting two kilometres east of Gorse.",
            "refinement",
        ),
        ("The bomb went off in Tarn.", "The bomb went off in the harbour quarter of Tarn.", "refinement"),
        ("The fire broke out in Tarn.", "The fire broke out in Tarn.", None),
        (
            "The lamp is designed and built in the U.S.",
            "The lamp is designed and built in Ohio.",
            "refinement",
        ),
        ("The lamp is designed and built in New York.", "The lamp is built in America.", "refinement"),
        ("The lamp is designed and built in Texas.", "The lamp is designed and built in Ohio.", "conflict"),
        (
            "The fire broke out in Brack.",
            "The fire broke out in Tarn; Brack in Tarn is of wood.",
            "refinement",
        ),
    ],
)
def test_places_within_each_other_are_told_finer(one: str, other: str, relation: str | None) -> None:
    assert relations(one, other, by=compare_places) == [relation]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The jewels were hidden at the Villa Rosa.", "The jewels were hidden in a kiln at Gorse."),
        ("He was murdered at a cottage outside Gorse.", "A raid murdered the chief Ivo Tarn in Marl Vale."),
    ],
)
def test_a_place_that_the_other_report_does_not_know_is_told_against_its_own(one: str, other: str) -> None:
    assert relations(one, other, by=compare_places) == ["conflict"]
    assert relations(other, one, by=compare_places) == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Whoever has seen the boy may ring the office in Bell Street.", "The boy was seen in Mill Lane."),
        ("The jewels were hidden at Gorse, not in Skell.", "The jewels were hidden in Skell."),
        ("Police questioned three people over a theft in Gorse.", "Police questioned three people in Skell."),
        ("Police questioned a man in Gorse.", "Police questioned a woman in Skell."),
    ],
)
def test_places_that_both_know_or_of_other_things_are_none(one: str, other: str) -> None:
    assert "conflict" not in relations(one, other, by=compare_places)


def test_a_shortened_word_does_not_end_a_name() -> None:
    unit = unit_of("Crowds gathered in St. Brede on Monday.")
    [found] = place_phrases(words_of(unit), unit.article.text)
    assert [span.of(unit.article.text) for span in found.spans] == ["in St. Brede"]


@pytest.mark.parametrize("pact", ["the Northern Trade Agreement", "NOTRA", "the Tarn Accords"])
def test_a_pact_is_no_place(pact: str) -> None:
    unit = unit_of(f"The ministers have signed the successor to {pact}.")
    assert list(place_phrases(words_of(unit), unit.article.text)) == []
