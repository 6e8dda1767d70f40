"""Reasons of two sentences held against each other, and reasons that are one."""

from __future__ import annotations

import pytest
from tests.builders.comparing import relations, unit_of

from rashomon.corroboration.reasons import compare_reasons, reasons_of

CONFLICTS = [
    ("Officials blamed a short circuit for the fire.", "Officials blamed the fire on a cigarette."),
    ("The cause of the fire was a short circuit.", "A cigarette was the cause of the fire."),
    (
        "The cheese was recalled after glass was found in it.",
        "The cheese was recalled because of a wrong label.",
    ),
    ("A broken rail derailed the train at Gorse.", "The train derailed because the driver was speeding."),
    ("The mayor resigned, angry at the council.", "The mayor resigned because of ill health."),
    (
        "The envoy pulled out because of concerns about revenge on his officials.",
        "The envoy inexplicably backed out in the final hour.",
    ),
    (
        "The race was called off because of heavy snow.",
        "The race was cancelled over a row about prize money.",
    ),
    ("A cracked bolt brought the crane down.", "A gust of wind tipped the crane over."),
    ("The mayor resigned over the leaked memo.", "The mayor resigned because of ill health."),
    ("The mayor resigned, giving no reason.", "The mayor resigned because of ill health."),
    (
        "Bakers stopped work over a plan to lengthen night shifts.",
        "Staff walked out in protest at the dismissal of a foreman.",
    ),
    (
        "The alarm had been switched off because bats kept setting it off.",
        "The alarm was out of order because the museum had not paid for repairs.",
    ),
    ("The trout died because the dye clogged their gills.", "The trout died inexplicably."),
    (
        "The closure was brought forward because of cracks.",
        "The closure was moved forward to make use of a state grant.",
    ),
    ("The flight was delayed due to a broken pump.", "The flight was delayed because the pilot overslept."),
    ("The fire was caused by a cigarette.", "The fire was started by lightning."),
    ("Vey left the table over fears that its waters would be closed.", "Why Vey broke off is inexplicable."),
]
LOOK_ALIKES = [
    ("Residents are worried about the dam.", "The dam was closed because of cracks."),
    ("The skipper lied because he feared for his post.", "The skipper got off in order to save his ship."),
    ("The cause of the fire is being investigated.", "The fire was caused by a cigarette."),
    ("The race was called off because of heavy snow.", "The race was called off due to bad weather."),
    (
        "The envoy pulled out because of concerns about retaliation against senior officials.",
        "The envoy got cold feet, fearing that Vey would retaliate against officials.",
    ),
    ("The mill closed because of falling demand.", "The hotel closed because of a fire."),
    ("The ferry turned back because of fog.", "The ferry turned back after an hour."),
    ("The ferry turned back because of fog.", "The ferry turned back."),
    ("The mayor resigned because of ill health.", "The treasurer resigned because of the leaked memo."),
    ("The bridge was closed because of a flood.", "The bridge was not closed because of a flood."),
    ("Prices rose because of the drought.", "Prices fell because of the harvest."),
    ("The school was closed for safety reasons.", "The school was closed because the roof might fall."),
    ("The train was late because of a signal fault.", "The train was late because of technical problems."),
    ("A fire in 2012 was caused by lightning.", "The fire was caused by a cigarette."),
    ("The works was closed because of strong winds.", "The works was closed because of the storm."),
    ("The strike was called off because talks had begun.", "The strike was called off thanks to new talks."),
    (
        "The match was put off because the pitch was frozen.",
        "The match was put off on account of a frozen pitch.",
    ),
    ("Villagers left because they feared the dam.", "Villagers left, fearing the dam."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_two_reasons_for_one_event_are_a_conflict(one: str, other: str) -> None:
    assert relations(one, other, by=compare_reasons) == ["conflict"]


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_one_reason_in_other_words_or_for_another_event_is_none(one: str, other: str) -> None:
    assert "conflict" not in relations(one, other, by=compare_reasons)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            "The race was called off because of heavy snow.",
            "The race was called off due to bad weather.",
            "refinement",
        ),
        ("The strike ended thanks to new talks.", "The strike ended because talks had begun.", "refinement"),
        ("The pitch was closed because of frost.", "The pitch was closed on account of frost.", None),
        ("The mayor resigned without giving a reason.", "The mayor resigned, giving no reason.", None),
    ],
)
def test_reasons_that_are_akin_are_no_conflict(one: str, other: str, relation: str | None) -> None:
    assert relations(one, other, by=compare_reasons) == [relation]


TURNS = [
    ("The rain was to blame for the flood in Tarn.", "the rain"),
    ("A loose wire was behind the blackout.", "a loose wire"),
    ("Greed lay at the root of the collapse.", "greed"),
    ("The posts were rotten, and that is why the jetty fell.", "the posts were rotten"),
    ("A landslide put an end to the walk.", "a landslide"),
    ("The delay was owed to a frozen pump.", "a frozen pump"),
    ("The defeat was largely down to poor defending.", "poor defending"),
    ("The blaze broke out when a lamp tipped over.", "a lamp tipped over"),
    ("The outage began after a squirrel got into the box.", "a squirrel got into the box"),
    ("The jetty collapsed under the weight of the crowd.", "the crowd"),
    ("The strike is about pensions and nothing else.", "pensions and nothing else"),
    ("The feud was really about water.", "water"),
    ("The chief executive blamed cheap imports.", "cheap imports"),
    ("Investigators traced the outbreak to a well, and it was put down to dung.", "dung"),
    ("The quarrel stemmed from an unpaid bill.", "an unpaid bill"),
    ("The coach swerved to dodge a cow.", "a cow"),
    ("He was dropped for missing a match.", "missing a match"),
    ("The envoys stormed out over a seating plan.", "a seating plan"),
]


@pytest.mark.parametrize(("told", "reason"), TURNS)
def test_turns_of_phrase_give_a_reason(told: str, reason: str) -> None:
    found = [" ".join(word.low for word in one.words) for one in reasons_of(unit_of(told))]
    assert any(one.endswith(reason) for one in found), found


@pytest.mark.parametrize(
    "told",
    [
        "The envoys are due to discuss the bridge.",
        "The village lies behind the hill.",
        "The report is about 40 pages long.",
        "They are about to leave.",
        "The bridge is down to one lane.",
        "He said it was true.",
    ],
)
def test_what_only_looks_like_a_turn_gives_none(told: str) -> None:
    assert not [one for one in reasons_of(unit_of(told)) if one.of is not None]


@pytest.mark.parametrize(
    "told",
    [
        "The club has still given no reason for the sale.",
        "The cows died without any apparent cause.",
        "Nobody knows why the cows died.",
        "The office declined to give a reason for the sale.",
        "Why the cows died is a mystery.",
    ],
)
def test_a_report_may_say_that_no_reason_is_known(told: str) -> None:
    assert any(one.none for one in reasons_of(unit_of(told)))


def test_a_unit_without_end_gives_no_turn() -> None:
    assert not reasons_of(unit_of("The rain was to blame for mud " * 40))
