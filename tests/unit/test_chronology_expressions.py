"""Expressions of time in invented sentences: what they come to, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.reporting import article
from tests.builders.timing import moments, paragraphs, times, values

from rashomon.model import BlockKind, Granularity

TUESDAY = "2024-03-05"

NAMED = [
    ("The bridge fell on Tuesday.", {"Tuesday": "2024-03-05"}),
    ("The bridge fell on Wednesday.", {"Wednesday": "2024-02-28"}),
    ("The council will vote on Wednesday.", {"Wednesday": "2024-03-06"}),
    ("The council is due to vote on Friday.", {"Friday": "2024-03-08"}),
    ("She resigned last Friday.", {"last Friday": "2024-03-01"}),
    ("They met on Sunday, 3 March.", {"Sunday, 3 March": "2024-03-03"}),
    ("They meet on Tuesday, 5 November.", {"Tuesday, 5 November": "2024-11-05"}),
    ("The mill burned on Oct. 7.", {"Oct. 7": "2023-10-07"}),
    ("The mill burned on 7 October 2019.", {"7 October 2019": "2019-10-07"}),
    ("The mill burned on October 7, 2019, at dawn.", {"October 7, 2019": "2019-10-07"}),
    ("The mill burned on the 3rd of March.", {"the 3rd of March": "2024-03-03"}),
    ("It closed on 2024-02-29.", {"2024-02-29": "2024-02-29"}),
    ("The ferry sank in December.", {"December": "2023-12"}),
    ("The ferry sank last March.", {"last March": "2023-03"}),
    ("The fair will open this September.", {"this September": "2024-09"}),
    ("The ferry sank in May 2011.", {"May 2011": "2011-05"}),
    ("Nobody has sailed since 1997.", {"1997": "1997"}),
    ("The 2020 census was late.", {"2020": "2020"}),
    ("It began in nineteen ninety-seven.", {"nineteen ninety-seven": "1997"}),
    ("By the year two thousand it was gone.", {"the year two thousand": "2000"}),
    ("They signed it in the summer of 2021.", {"the summer of 2021": "2021-22"}),
    ("Prices rose last autumn.", {"last autumn": "2023-23"}),
    ("Sales fell in the third quarter of 2020.", {"the third quarter of 2020": "2020-35"}),
    ("Sales fell in fiscal 2020.", {"fiscal 2020": "2020"}),
    ("It is a 1950-era hall.", {"1950": "1950"}),
    ("Sales fell in Q3 2020.", {"Q3 2020": "2020-35"}),
    ("Sales fell in the fourth quarter of last year.", {"the fourth quarter of last year": "2023-36"}),
    ("The quay was built in the 1990s.", {"the 1990s": "199X"}),
    ("The quay was built in the late 1970s.", {"the late 1970s": "1977/1979"}),
    ("The abbey dates from the 12th century.", {"the 12th century": "11XX"}),
    ("It is a 20th-century hall.", {"20th-century": "19XX"}),
    ("He came home on Christmas Day.", {"Christmas Day": "2023-12-25"}),
    ("They will march on New Year’s Eve.", {"New Year’s Eve": "2024-12-31"}),
]

COUNTED = [
    ("She spoke today.", {"today": "2024-03-05"}),
    ("She spoke yesterday.", {"yesterday": "2024-03-04"}),
    ("The vote is tomorrow.", {"tomorrow": "2024-03-06"}),
    ("It snowed overnight.", {"overnight": "2024-03-04/2024-03-05"}),
    ("The mill closed two days ago.", {"two days ago": "2024-03-03"}),
    ("The mill closed three weeks ago.", {"three weeks ago": "2024-02-12/2024-02-18"}),
    ("The mill closed six months ago.", {"six months ago": "2023-09"}),
    ("The mill closed twenty-five years ago.", {"twenty-five years ago": "1999"}),
    ("The mill closed 25 years ago.", {"25 years ago": "1999"}),
    ("The lease ends two weeks from now.", {"two weeks from now": "2024-03-18/2024-03-24"}),
    ("He arrived last week.", {"last week": "2024-02-26/2024-03-03"}),
    ("He arrived this week.", {"this week": "2024-03-04/2024-03-10"}),
    ("He leaves next month.", {"next month": "2024-04"}),
    ("He arrived late last year.", {"late last year": "2023-09/2023-12"}),
    ("He arrived in June last year.", {"June last year": "2023-06"}),
    ("He arrived on Tuesday of last week.", {"Tuesday of last week": "2024-02-27"}),
    ("They fought during the weekend.", {"the weekend": "2024-03-02/2024-03-03"}),
    ("They will play at the weekend.", {"the weekend": "2024-03-09/2024-03-10"}),
    ("They quarrelled last weekend.", {"last weekend": "2024-03-02/2024-03-03"}),
]

PARTS = [
    ("He died in late December.", {"late December": "2023-12-21/2023-12-31"}),
    ("He died in early February.", {"early February": "2024-02-01/2024-02-10"}),
    ("He died in mid-February.", {"mid-February": "2024-02-11/2024-02-20"}),
    ("He died at the end of February.", {"the end of February": "2024-02-21/2024-02-29"}),
    ("He died in the first half of 2019.", {"the first half of 2019": "2019-01/2019-06"}),
    ("He died on Monday morning.", {"Monday morning": "2024-03-04"}),
    ("He died in the early hours of Monday.", {"the early hours of Monday": "2024-03-04"}),
    ("He died at the end of the year.", {"the end of the year": "2024-09/2024-12"}),
    ("It will come later in the week.", {"later in the week": "2024-03-04/2024-03-10"}),
    ("It came early in 2019.", {"early in 2019": "2019-01/2019-04"}),
    ("The talks ran from Monday to Wednesday.", {"Monday to Wednesday": "2024-02-26/2024-02-28"}),
    ("The talks will run from Monday to Wednesday.", {"Monday to Wednesday": "2024-03-11/2024-03-13"}),
    ("A decade ago it was a village.", {"A decade ago": "2014~"}),
    ("It was so the year before last.", {"the year before last": "2022"}),
    ("It came in March ’19, in 2020 and again that summer.",
     {"March ’19": "2019-03", "2020": "2020", "that summer": "2020-22"}),
    ("He died last night.", {"last night": "2024-03-04"}),
    ("He died early on Monday.", {"early on Monday": "2024-03-04"}),
    ("He died before dawn on Monday.", {"before dawn on Monday": "2024-03-04"}),
    ("He died in the night to Monday.", {"the night to Monday": "2024-03-03/2024-03-04"}),
    ("They want to wait for the spring of next year.", {"the spring of next year": "2025-21"}),
    ("It was dug between 1874 and 1881.", {"1874": "1874", "1881": "1881"}),
    ("In 1968 students painted it.", {"1968": "1968"}),
    ("Police told us at noon that he was alive.", {"noon": "2024-03-05T12:00:00"}),
    ("He died at 9 a.m. on Tuesday.", {"9 a.m. on Tuesday": "2024-03-05T09:00:00"}),
    ("It fell at six in the morning on Monday.", {"six in the morning on Monday": "2024-03-04T06:00:00"}),
    (
        "It fell shortly after four o'clock on Monday afternoon.",
        {"shortly after four o'clock on Monday afternoon": "2024-03-04T16:00:00"},
    ),
    ("It shook at 4.12 on Monday morning.", {"4.12 on Monday morning": "2024-03-04T04:12:00"}),
    ("It fell at nine on Monday evening.", {"at nine on Monday evening": "2024-03-04T21:00:00"}),
    ("It fell at 10:30 on Monday night.", {"10:30 on Monday night": "2024-03-04T22:30:00"}),
    ("They shot nine on Monday evening.", {"Monday evening": "2024-03-04"}),
    (
        "It fell on Monday at eleven at night.",
        {"Monday": "2024-03-04", "eleven at night": "2024-03-04T23:00:00"},
    ),
    ("It was one at night on Monday.", {"one at night on Monday": "2024-03-04T01:00:00"}),
    (
        "They came at half past five in the afternoon on Monday.",
        {"half past five in the afternoon on Monday": "2024-03-04T17:30:00"},
    ),
    (
        "He came at twenty to one in the afternoon on Monday.",
        {"twenty to one in the afternoon on Monday": "2024-03-04T12:40:00"},
    ),
    (
        "The boats left an hour before midnight on Monday.",
        {"an hour before midnight on Monday": "2024-03-04T23:00:00"},
    ),
    (
        "It fell half an hour after noon on Monday.",
        {"half an hour after noon on Monday": "2024-03-04T12:30:00"},
    ),
    ("They shot three in the morning.", {}),
    ("They came at half past five on Monday.", {"Monday": "2024-03-04"}),
    ("He died at 10 p.m. Monday, police said.", {"10 p.m. Monday": "2024-03-04T22:00:00"}),
    ("He died on Monday at 15:30.", {"Monday at 15:30": "2024-03-04T15:30:00"}),
    ("He died at noon on Monday.", {"noon on Monday": "2024-03-04T12:00:00"}),
    ("He died just after midnight on Monday.", {"just after midnight on Monday": "2024-03-04T00:00:00"}),
    ("He died around 3 March.", {"around 3 March": "2024-03-03~"}),
    ("The talks ran from 1 to 3 March.", {"1 to 3 March": "2024-03-01/2024-03-03"}),
    ("The talks ran from November to February.", {"November to February": "2023-11/2024-02"}),
    ("It was shut between May and July 2019.", {"May and July 2019": "2019-05/2019-07"}),
    ("The war of 1914-1918 ended it.", {"1914-1918": "1914/1918"}),
    ("In May 2011 she left; the next month she died.", {"May 2011": "2011-05", "the next month": "2011-06"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), NAMED + COUNTED + PARTS)
def test_values_counted_from_a_tuesday(words: str, wanted: dict[str, str]) -> None:
    assert values(words, TUESDAY) == wanted


AHEAD = [
    "The council is to meet on Friday.",
    "A vigil was to be held on Friday.",
    "The fair will be held as planned on Friday.",
    "The window closes on Friday.",
    "On Friday they play Skell.",
    "Polls open on Friday.",
    "The vote is on Friday.",
    "Anglers plan a march on Friday.",
    "The firm has offered to meet the union on Friday.",
    "Talks are set for Friday.",
    "The interview can be heard on Friday.",
    "The launch was put off until Friday.",
    "It is still to fly on Friday.",
    "The meeting was postponed to Friday.",
    "The mayor is scheduled to testify in a closed-door session on Friday.",
]
BACK = [
    "She is due in court after being arrested on Friday.",
    "The council met on Friday.",
    "The price set on Friday held.",
    "A closed-door session on Friday ended in tears.",
    "Talks originally scheduled for Friday were dropped.",
    "The mayor, who will leave, said on Friday that it rained.",
    "Friday’s vote was close.",
    "They made unannounced visits to Tarn on Friday to see the dam.",
    "He did not say why he decided to print his letter on Friday.",
]


MONTHS = [
    ("In July, the two held talks.", "2023-07"),
    ("The minister, forced to resign in April, is back.", "2023-04"),
    ("The meeting has been postponed to July.", "2024-07"),
    ("June’s figures will come next week.", "2024-06"),
    ("February’s figures will come next week.", "2024-02"),
    ("The June election is close.", "2024-06"),
]


@pytest.mark.parametrize(("words", "value"), MONTHS)
def test_which_year_a_month_is_of(words: str, value: str) -> None:
    assert times(words, TUESDAY)[0][1:] == (value, "month")


@pytest.mark.parametrize(
    ("words", "value"), [(w, "2024-03-08") for w in AHEAD] + [(w, "2024-03-01") for w in BACK]
)
def test_the_tense_tells_which_friday(words: str, value: str) -> None:
    assert values(words, TUESDAY) == {"Friday": value}


def test_a_headline_tells_the_past_in_the_present() -> None:
    made = article((BlockKind.HEADLINE, "Mayor opens fair on Friday"))
    (found,) = moments(replace(made, published=TUESDAY))
    assert found.value == "2024-03-01"


@pytest.mark.parametrize(
    ("words", "told", "rule"),
    [
        ("The harbour is now shut.", "now", "present"),
        ("The harbour was shut recently.", "recently", "past"),
        ("Three ships were lost in recent weeks.", "recent weeks", "past"),
        ("The mayor had promised it years ago.", "years ago", "past"),
        ("The mayor had promised it a few years ago.", "a few years ago", "past"),
        ("More is expected in coming months.", "coming months", "future"),
        ("No ship will sail in the future.", "the future", "future"),
    ],
)
def test_times_of_no_size_have_a_direction_and_no_value(words: str, told: str, rule: str) -> None:
    assert times(words, TUESDAY) == [(told, None, rule)]


@pytest.mark.parametrize(
    "words",
    [
        "The strike went on for three days.",
        "Over the past three months rents have doubled.",
        "In the two weeks after the fire nobody slept.",
        "It took two days before the road was clear.",
        "The market opens every Tuesday.",
        "They play each Friday night.",
        "The two-day talks failed.",
        "Some 2000 people marched.",
        "It cost $1999 to mend.",
        "Flight 1998 was late.",
        "Copyright 2019 Ostmark Courier.",
        "She spoke on “Sunday Morning Pages” and to the Sunday Mirror.",
        "Black Friday drew crowds to Tarn.",
        "The tale ran in Ostmark Today and on This Week.",
        "20th Century Mills was sold.",
        "May we go? March on!",
        "Now that the dam is gone, fish return.",
        "The second man ran the last lap in the spring water.",
        "They won 3:10 and lost heart.",
        "It came six months later than he had said.",
        "A 1950-seat hall was hung with #Vote2020, see tarn.example/2020/05.",
        "It was as august as it was late; they came well ahead of time.",
        "Jan Holt and June Rask were told of the winter Games.",
        "Mara May’s letter was read out before May resigned.",
        "The vote came after May lost the party.",
    ],
)
def test_look_alikes_are_no_times(words: str) -> None:
    assert times(words, TUESDAY) == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The fair on 1 September is free.", True),
        ("The fair opens on 1 September.", False),
        ("The fair was held on 1 March.", False),
        ("The fair on 1 December is free.", True),
        ("She resigned on Monday.", False),
        ("She leaves next Friday.", True),
    ],
)
def test_a_choice_that_the_text_does_not_make_is_uncertain(words: str, wanted: bool) -> None:
    from_tuesday = uncertainties(words)
    assert from_tuesday == [wanted]


def uncertainties(words: str) -> list[bool]:
    return [moment.uncertain for moment in moments(paragraphs(words, published=TUESDAY))]


@pytest.mark.parametrize(
    "words",
    [
        "It fell on Tuesday.", "It fell on 7 October.", "It fell in December.", "It fell last week.",
        "It fell two days ago.", "It fell during the weekend.", "It fell overnight.", "It fell last summer.",
        "It fell the next day.", "It fell two days later.", "It fell at 9 a.m.", "It fell in late December.",
        "It fell in the third quarter.", "It fell on Christmas Day.",
    ],
)  # fmt: skip
def test_without_an_anchor_nothing_relative_has_a_value(words: str) -> None:
    assert [value for _, value, _ in times(words)] == [None]


@pytest.mark.parametrize(
    "words", ["It snowed overnight.", "It snows tonight.", "It snowed on Monday morning."]
)
def test_parts_of_a_day_are_told_as_such(words: str) -> None:
    (found,) = moments(paragraphs(words, published=TUESDAY))
    assert found.granularity is Granularity.PART_OF_DAY


def test_a_day_that_no_calendar_has_is_a_day_without_a_value() -> None:
    assert times("It fell on 30 February.", TUESDAY) == [("30 February", None, "day of a month")]
    assert times("It fell on 29 February 2023.", TUESDAY) == [("29 February 2023", None, "date")]


@pytest.mark.parametrize("words", ["It fell on Jan. 27, 2020.", "It fell in 1999.", "It fell in the 1990s."])
def test_a_time_told_in_full_needs_no_anchor(words: str) -> None:
    assert [value is not None for _, value, _ in times(words)] == [True]
