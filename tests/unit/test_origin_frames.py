"""Who is named around a claim tells it, whatever the words between are; papers end where their names do."""

from __future__ import annotations

import pytest
from tests.builders.citing import own
from tests.builders.newsroom import origins, page, reading

from rashomon.corroboration.originciting import Naming, Taken, naming, taken
from rashomon.corroboration.originframes import frame_of, is_paper_told, is_speaker
from rashomon.corroboration.originpapers import known_as, papers_in
from rashomon.corroboration.originphrases import is_paper
from rashomon.corroboration.originpointing import points_back
from rashomon.model import Span

SPEECH = "Ada Holt, the mayor, told a news conference that the old dam gave way."


@pytest.mark.parametrize(
    "line",
    [
        "Once we reached Ada Holt, the mayor, there was no beating about the bush: the old dam gave way.",
        "Our radio team stopped Ada Holt, the mayor, outside and came back with this: the old dam gave way.",
        "Ada Holt, the mayor, left a note on our desk to the effect that the old dam gave way.",
        "The Selby Post found out from Ada Holt, the mayor, that the old dam gave way.",
        "In front of the press, Ada Holt, the mayor, went straight to the point: the old dam gave way.",
    ],
)
def test_who_is_named_in_front_of_a_claim_tells_it(line: str) -> None:
    told = reading(page("Gull Times", SPEECH), page("Selby Post", line))
    assert origins(told, "dam").at_most == 1


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("The miners told ", " that "),
        ("When we called, ", " refused to say that "),
        ("", "’s neighbours heard that "),
        ("On the day ", " turned forty, it emerged that "),
    ],
)
def test_who_only_stands_there_tells_nothing(before: str, behind: str) -> None:
    assert not is_speaker(before, behind)


def test_a_claim_that_has_the_whole_sentence_begins_behind_the_colon() -> None:
    text = "We rang Ada Holt, and heard this: the dam that leaked gave way."
    frame = frame_of(text, Span(0, len(text)), [Span(0, len(text))], Span(8, 16))
    assert frame.lead.of(text) == "We rang Ada Holt, and heard this:"


@pytest.mark.parametrize(
    "line",
    [
        "Slipped into a letter of the Tarn Water Office sent to us on Friday is a sentence saying that {}.",
        "We have worked through a letter of the Tarn Water Office page by page, and it notes that {}.",
        "The mayor kept silent, but a letter of the Tarn Water Office puts it without frills: {}.",
        "Whoever opens a letter of the Tarn Water Office will discover that {}.",
        "In fact {}, if a letter of the Tarn Water Office, forwarded to this newspaper, can be trusted.",
    ],
)
def test_a_paper_around_a_claim_tells_it(line: str) -> None:
    plain = "According to a letter of the Tarn Water Office, the old dam gave way."
    told = reading(page("Gull Times", plain), page("Selby Post", line.format("the old dam gave way")))
    assert origins(told, "dam").at_most == 1


def test_a_paper_that_is_only_named_tells_nothing() -> None:
    assert not is_paper_told(", while ", " lay in a drawer.", leading=False)
    assert not is_paper_told(", if ", " had been delivered in time.", leading=False)


@pytest.mark.parametrize(
    "behind",
    ["forwarded to this newspaper", "shown to us on Friday", "line by line", "lodged in court", "on Friday"],
)
def test_the_name_of_a_paper_ends_before_what_became_of_it(behind: str) -> None:
    text = f"We read a letter of the Tarn Water Office {behind}."
    assert [known_as(span.of(text)) for span in papers_in(text, Span(0, len(text)))] == [
        ("letter", "of", "tarn", "water", "office")
    ]


def test_how_much_there_is_of_a_paper_is_no_part_of_its_name() -> None:
    assert known_as("a bundle of minutes of the Tarn Court") == known_as("minutes of the Tarn Court")


def test_two_words_may_be_a_paper_that_the_second_alone_is_not() -> None:
    assert is_paper("a booking form of the Tarn Court")
    assert not is_paper("a form of protest")


@pytest.mark.parametrize(
    "words",
    [
        "The old dam gave way, or so the Ostmark Courier wants us to believe.",
        "The town slept when the Ostmark Courier put out its story. In brief, the old dam gave way.",
        "The old dam gave way. This, for what it is worth, is what the Ostmark Courier says.",
        "The old dam gave way. We owe this to the Ostmark Courier.",
    ],
)
def test_an_outlet_is_cited_in_more_ways(words: str) -> None:
    told = reading(own("The Ostmark Courier"), page("Selby Post", words))
    assert origins(told, "dam").at_most == 1


def test_what_an_outlet_calls_its_work_and_whom_it_rang_are_no_circumstances() -> None:
    assert naming("In what the ", " trails as its biggest story, we read that it broke.") is Naming.TELLER
    assert naming("When the ", " rang, he said that it broke.") is not Naming.THING
    assert naming("It broke when the ", " celebrated its birthday.") is Naming.THING
    assert taken("In a nutshell, the dam broke.") is Taken.NEXT
    assert not points_back(" That, by the way, pleased the ")
