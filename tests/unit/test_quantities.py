"""What is read of a quantity: its value, its unit, what it counts, and numerals that count nothing."""

from __future__ import annotations

import math

import pytest

from rashomon.corroboration.phrases import _OF_THEM, fate_of
from rashomon.corroboration.quantities import quantities
from rashomon.corroboration.quantity import Quantity, What
from rashomon.corroboration.ranges import Sort
from rashomon.language.numerals import lexemes


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("twelve people died", "12"),
        ("two dozen sheep", "24"),
        ("a hundred and ten voters", "110"),
        ("half a million votes", "500000"),
        ("two and a half million votes", "2.5e6"),
        ("one hundred and five thousand jobs", "105000"),
        ("twenty-five boats", "25"),
        ("1,187 ships", "1187"),
        ("12 000 people", "12000"),
        ("1.200.000 people", "1.2e6"),
        ("fifteen hundred people", "1500"),
        ("at least 12 people", ">=12"),
        ("The ministry is suing the province over three statutes", "3"),
        ("a strike over eleven dismissals", "11"),
        ("During the strike over 300 flights were cancelled", ">300"),
        ("In the row over 300 people were hurt", ">300"),
        ("Rain fell over three days", ">3 d"),
        ("The toll topped 40 dead", ">40"),
        ("They passed the 12 bills", "12"),
        ("Almost exactly 3,000 people came", "~3000"),
        ("She was arrested over two break-ins", "2"),
        ("Police arrested over ten people", ">10"),
        ("Police have arrested over 40 men", ">40"),
        ("Over three statutes fell in court", ">3"),
        ("Police arrested over ten protesters", ">10"),
        ("Police in Varn arrested over twelve men", ">12"),
        ("He was sacked over two letters", "2"),
        ("Protests drew over ten thousand visitors", ">10000"),
        ("Crews battled over 40 blazes", ">40"),
        ("The row lasted just over three hours", "~3 h"),
        ("The strike has lasted over three weeks", ">3 wk"),
        ("under 12 people", "<12"),
        ("under the 12 people", "12"),
        ("no fewer than 12 people", ">=12"),
        ("as many as 30 boats", "<=30"),
        ("no more than 30 boats", "<=30"),
        ("more than 80 passengers", ">80"),
        ("fewer than 80 passengers", "<80"),
        ("about 1,200 ships", "~1200"),
        ("some 1,200 ships", "~1200"),
        ("nearly 500 houses", "~500"),
        ("an estimated 500 houses", "~500"),
        ("20 or so houses", "~20"),
        ("20-plus houses", ">=20"),
        ("10 to 12 people", "10..12"),
        ("10-12 people", "10..12"),
        ("between 10 and 12 people", "10..12"),
        ("a tenth of the voters", "~10 %"),
        ("two-thirds of the voters", "~66.67 %"),
        ("one in five voters", "20 %"),
        ("48.7 per cent of the voters", "48.7 %"),
        ("three percentage points", "3 pp"),
        ("$1.2m", "1.2e6 USD"),
        ("€12bn", "12e9 EUR"),
        ("12.3 million dollars", "12.3e6 USD"),
        ("10 to 12 million euros", "10e6..12e6 EUR"),
        ("2.4 million crowns", "2.4e6 crowns"),
        ("300 acres", "300 acre"),
        ("2½ miles", "2.5 mi"),
        ("1,5 km", "1.5 km"),
        ("sq. km of forest: 40 sq. km", "40 km2"),
        ("half a mile", "0.5 mi"),
        ("four tenths of a second", "0.4 s"),
        ("30 °C", "30 C"),
        ("a three-hour delay", "3 h"),
        ("a magnitude 6.1 earthquake", "6.1"),
        ("a 34-year-old man", "34"),
        ("Vera Quill, 34, said so", "34"),
        ("a woman of 41, unhurt", "41"),
        ("He died at the age of 92.", "92"),
        ("Tarn won 3-1", "3-1"),
        ("the gates voted 52 to 48", "52-48"),
        ("no injuries were reported", "0"),
    ],
)
def test_values_are_written_as_in_a_dossier(text: str, label: str) -> None:
    assert [found.label for found in quantities(text)] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Flight 212 left",
        "Route 9 is closed",
        "she lives in Room 4",
        "the 2019 election",
        "since 1998",
        "in the 1990s",
        "on 5 March",
        "on March 5, 2024, it rained",
        "in this July, 5, 2018 photo",
        "at 9 a.m.",
        "at 10:30",
        "at nine o'clock",
        "the 12th man",
        "the third time",
        "an F-16 crashed",
        "call 555-0142 or 0199-555-0142",
        "at 12 High Street",
        "one of them",
        "no one knows",
        "one another",
        "COVID-19 spread",
        "no plans were made",
        "in his twenties",
        "the first half of the game",
    ],
)
def test_numerals_that_count_nothing_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The blast killed 12 people and wounded 30.", [("person", "killed"), ("", "wounded")]),
        ("12 people, including three children, were killed.", [("person", "killed"), ("child", "")]),
        ("Three people were left dead and 12 injured.", [("person", "killed"), ("person", "wounded")]),
        ("The death toll rose to 15.", [("", "killed")]),
        ("The number of people injured in the storm has risen to 27.", [("person", "wounded")]),
        ("12 of the 40 passengers died.", [("passenger", "killed"), ("passenger", "")]),
        (
            "It killed seven men and one member of the guard.",
            [("man", "killed"), ("member", "killed")],
        ),
        ("34 deaths and 1,604 cases were reported.", [("person", "killed"), ("case", "")]),
        ("Police arrested at least 40 sailors.", [("sailor", "arrested")]),
        ("Forty homes were destroyed.", [("house", "destroyed")]),
        ("Five Tarn hospitals took them in.", [("hospital", "")]),
        ("The count of sick cows stood at 17.", [("cow", "infected")]),
        ("The attendance was given as 31,264.", [("person", "")]),
        ("The flood drove about 1,200 from their homes.", [("", "displaced")]),
        ("The storm claimed the lives of 19 people.", [("person", "killed")]),
        ("Three clerks downed tools.", [("clerk", "attend")]),
        ("Thousands of dead trout lay there.", [("trout", "")]),
        ("No more than 250 took part.", [("", "attend")]),
        ("84 people were on board.", [("person", "aboard")]),
        ("Nineteen people have fallen ill.", [("person", "infected")]),
        ("The cracks, thirty-seven of them, are old.", [("crack", "")]),
        ("his lorries, thirty or so, came by night", [("car", "")]),
    ],
)
def test_what_is_counted_and_what_became_of_it(text: str, told: list[tuple[str, str]]) -> None:
    assert [(found.head.replace("vehicle", "car"), found.fate) for found in quantities(text)] == told


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Kern escaped twice", ["2"]),
        ("Kern escaped at least twice", [">=2"]),
        ("Kern escaped 12 to 15 times", ["12..15"]),
        ("The hall is twice the size", []),
        ("It cost twice as much", []),
        ("the twice-married mayor", []),
    ],
)
def test_how_often_is_a_count_of_times_alone(text: str, labels: list[str]) -> None:
    found = quantities(text)
    assert [one.label for one in found] == labels
    assert {(one.dimension, one.head) for one in found} <= {("times", "time")}


def test_who_is_some_of_a_group_is_told_apart_from_the_group() -> None:
    assert [found.part for found in quantities("12 people, including three children, died")] == [False, True]
    assert only("10 of the cadets").some
    assert [found.part for found in quantities("12 men died, two of them at sea")] == [False, True]


def test_a_value_that_was_is_not_the_value() -> None:
    old, new = quantities("up from 12 people to 15 people")
    assert (old.old, new.old, new.changed) == (True, False, True)
    assert quantities("four people, not the three announced")[0].label == "4"


def test_gone_up_to_is_no_bound() -> None:
    assert only("the number of cases has gone up to 26").label == "26"


def test_units_of_one_dimension_meet_in_its_base_unit() -> None:
    miles, kilometres = only("5 miles"), only("8.04672 km")
    assert math.isclose(miles.value.told, kilometres.value.told)
    assert math.isclose(only("86F").value.told, 30.0)
    assert math.isclose(only("2 lb of sand").value.told, 0.90718474)


def test_millions_and_metres_are_told_by_what_stands_behind() -> None:
    assert only("300m people").what is What.COUNT
    assert only("a run of 300m").what is What.MEASURE


def test_vague_words_are_ranges() -> None:
    dozens = only("dozens of houses").value
    assert dozens.sort is Sort.VAGUE
    assert dozens.least <= 24 <= dozens.most
    assert only("hundreds of thousands of people").value.most >= 900_000
    assert only("several hundred people").value.least <= 300


def test_rates_and_stretches_of_time_stand_beside_the_value() -> None:
    assert only("12 people a day").rate == "day"
    assert only("12 people were killed this year").frame == "this year"


def test_places_are_those_of_the_words() -> None:
    text = "In Tarn at least 12 people died."
    found = only(text)
    assert text[found.start : found.end] == "at least 12 people"
    assert text[found.at :].startswith("12")


def test_a_line_of_many_numbers_is_read_to_its_end() -> None:
    quantities.cache_clear()
    text = "12 of the 40 men and about 3.5 million of them, " * 3_000
    assert len(quantities(text)) == 9_000


@pytest.mark.parametrize("noun", sorted(_OF_THEM))
def test_what_became_of_people_may_be_a_noun_before_them(noun: str) -> None:
    words = lexemes(f"reports of the {noun} of 12 people in the harbour")
    at = next(number for number, word in enumerate(words) if word.low == "12")
    assert fate_of(words, at, at + 2, person=True)


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Sales had been expected to reach $5 million.", True),
        ("Analysts expected sales of $5 million.", True),
        ("The mills added 250 jobs, beating forecasts of 190.", True),
        ("The mills added the 250 jobs that analysts had expected.", True),
        ("The board wants to lower the debt of the town from $5 million.", True),
        ("Sales are expected to reach $5 million.", False),
        ("Sales reached $5 million, more than analysts expected.", False),
        ("Analysts put the loss at $5 million.", False),
        ("The board got $5 million from the town.", False),
    ],
)
def test_what_was_forecast_is_not_what_came(text: str, old: bool) -> None:
    assert quantities(text)[-1].old is old


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the murder of 18-year-old Mila Soren in Tarn", {"mila", "soren"}),
        ("Halder Brenn is a 24-year-old baker.", {"halder", "brenn"}),
        ("Police held Halder Brenn, 24, at noon.", {"halder", "brenn"}),
        ("An 18-year-old pupil named Kell Castor died.", {"kell", "castor"}),
        ("A baker, 24, was held.", set()),
        ("The 24-year-old was held. Police said so.", set()),
    ],
)
def test_whose_an_age_is(text: str, names: set[str]) -> None:
    assert only(text).names == names


def test_the_ages_of_a_victim_and_of_a_suspect_are_of_two_people() -> None:
    victim = only("The victim, an 18-year-old pupil, died at the scene.")
    suspect = only("One of the suspects is a 16-year-old pupil.")
    assert victim.of_another(suspect)
    assert not victim.of_another(only("The pupil who died was 17 years old."))


def test_so_many_hours_over_so_many_days_are_no_more_than_these() -> None:
    assert [found.label for found in quantities("after 30 hours of talks over five days")] == ["30 h", "5 d"]
