"""What times count from: publication, dateline, the user, another time, an event; clauses, lanes."""

from __future__ import annotations

import pytest
from tests.builders.reporting import article
from tests.builders.timing import moments, paragraphs

from rashomon.chronology import resolve
from rashomon.model import AnchorKind, Article, BlockKind, Granularity, Lane, Moment, Policy

TUESDAY = "2024-03-05"


def only(made: Article, words: str) -> Moment:
    """The one time told in these words."""
    (found,) = (m for m in moments(made) if m.span is not None and m.span.of(made.text) == words)
    return found


def anchored(made: Article, words: str) -> tuple[str | None, AnchorKind | None, str | None]:
    """Value of a time, the kind of its anchor and the anchor's words."""
    found = only(made, words)
    if found.anchor is None:
        return found.value, None, None
    span = found.anchor.span
    return found.value, found.anchor.kind, None if span is None else span.of(made.text)


def test_a_stated_publication_and_a_given_one_are_told_apart() -> None:
    stated = paragraphs("It fell on Monday.", published=TUESDAY)
    given = paragraphs("It fell on Monday.", given=TUESDAY)
    assert anchored(stated, "Monday") == ("2024-03-04", AnchorKind.PUBLICATION, None)
    assert anchored(given, "Monday") == ("2024-03-04", AnchorKind.GIVEN, None)


def test_a_dateline_is_nearer_than_the_publication() -> None:
    made = paragraphs("TARN, Ostmark, March 3 (OPA) — The bridge fell today.", published=TUESDAY)
    assert anchored(made, "today") == ("2024-03-03", AnchorKind.DATELINE, "March 3")


def test_a_dateline_with_its_year_needs_no_publication() -> None:
    made = article(
        (BlockKind.DATELINE, "TARN, 3 March 2024"), (BlockKind.PARAGRAPH, "The bridge fell today.")
    )
    assert anchored(made, "today") == ("2024-03-03", AnchorKind.DATELINE, "3 March 2024")


def test_a_dateline_without_a_year_anchors_nothing_alone() -> None:
    made = paragraphs("TARN, March 3 — The bridge fell today.")
    assert anchored(made, "today") == (None, None, None)


@pytest.mark.parametrize(
    ("words", "told", "value", "anchor"),
    [
        ("She left on 7 May 2011. Two days later it rained.", "Two days later", "2011-05-09", "7 May 2011"),
        ("She left on 7 May 2011 and came back the next day.", "the next day", "2011-05-08", "7 May 2011"),
        ("She left in May 2011 and died the following month.", "the following month", "2011-06", "May 2011"),
        ("In 2011 she moved, and in January she wed.", "January", "2011-01", "2011"),
        ("She moved in 2011 and wed in June of that year.", "June of that year", "2011-06", "2011"),
        ("She left in 2011, after a stay two years earlier.", "two years earlier", "2009", "2011"),
        ("She left on 7 May 2011. That week it rained.", "That week", "2011-05-02/2011-05-08", "7 May 2011"),
        ("She left on 6 May 2011 and came back the following Tuesday.", "the following Tuesday", "2011-05-10",
         "6 May 2011"),
    ],
)  # fmt: skip
def test_a_time_told_from_another(words: str, told: str, value: str, anchor: str) -> None:
    made = paragraphs(words, published=TUESDAY)
    assert anchored(made, told) == (value, AnchorKind.EXPRESSION, anchor)


def test_a_time_too_coarse_or_too_far_anchors_nothing() -> None:
    coarse = paragraphs("She left in 2011. Two days later she was back.", published=TUESDAY)
    far = paragraphs("She left on 7 May 2011.", "It rained.", "Fish died.", "The next day they ate.")
    assert only(coarse, "Two days later").value is None
    assert only(far, "The next day").value is None


def test_what_the_reporter_dates_is_no_anchor_for_a_speaker() -> None:
    made = paragraphs("On Sunday Ada Holt said: “Two days later it was gone.”", published=TUESDAY)
    assert anchored(made, "Two days later") == (None, AnchorKind.EVENT, None)


def test_an_event_that_nothing_dates_gives_an_offset_and_no_value() -> None:
    made = paragraphs("They withdrew two days before the vote.", published=TUESDAY)
    found = only(made, "two days before the vote")
    assert anchored(made, "two days before the vote") == (None, AnchorKind.EVENT, "the vote")
    assert found.offset is not None
    assert (found.offset.least, found.offset.most, found.offset.vague) == (-2, -2, False)


@pytest.mark.parametrize(
    "other",
    ["The vote on 10 March drew crowds.", "They came for the 10 March vote.", "Sunday’s vote drew crowds."],
)
def test_an_event_that_the_text_dates_elsewhere(other: str) -> None:
    made = paragraphs("They withdrew two days before the vote.", other, published="2024-03-12")
    assert anchored(made, "two days before the vote") == ("2024-03-08", AnchorKind.EVENT, "the vote")


def test_what_was_said_is_no_event_that_another_cue_dates() -> None:
    made = paragraphs(
        "A day after Ada Holt said it, Tom Rask said on Monday that it rained.", published=TUESDAY
    )
    found = [m for m in moments(made) if m.rule == "event"]
    assert [m.value for m in found] == [None]


def test_a_time_told_from_another_does_not_reach_the_future() -> None:
    made = paragraphs("She spoke on Monday. A year later, she wept.", published=TUESDAY)
    assert anchored(made, "A year later") == (None, AnchorKind.EVENT, None)


def test_an_event_with_two_dates_has_none() -> None:
    made = paragraphs(
        "They withdrew two days before the vote.",
        "The vote on 10 March was followed by the vote on 17 March.",
        published="2024-03-20",
    )  # fmt: skip
    assert only(made, "two days before the vote").value is None


@pytest.mark.parametrize(
    ("words", "told", "least", "most"),
    [
        ("They withdrew shortly before the attack.", "shortly before the attack", -7, 0),
        ("They withdrew at the last minute.", "the last minute", -3, 0),
        ("They withdrew hours after the attack.", "hours after the attack", 2 / 24, 9 / 24),
        ("They withdrew the day after the attack.", "the day after the attack", 1, 1),
        ("They withdrew on the eve of the attack.", "the eve of the attack", -1, -1),
        ("They withdrew three weeks before he died.", "three weeks before he died", -21, -21),
        (
            "They withdrew three days before the hand-over they had planned.",
            "three days before the hand-over",
            -3,
            -3,
        ),
    ],
)
def test_how_far_from_an_event(words: str, told: str, least: float, most: float) -> None:
    found = only(paragraphs(words, published=TUESDAY), told)
    assert found.value is None
    assert found.anchor is not None
    assert found.anchor.kind is AnchorKind.EVENT
    assert found.offset is not None
    assert (found.offset.least, found.offset.most) == pytest.approx((least, most))


def test_a_clock_takes_the_day_told_just_before() -> None:
    made = paragraphs("The shop was robbed on Monday. The men came around 7:15 p.m.", published=TUESDAY)
    found = only(made, "around 7:15 p.m.")
    assert (found.value, found.granularity) == ("2024-03-04T19:15:00", Granularity.MOMENT)


def test_a_clock_takes_no_day_that_is_still_to_come() -> None:
    made = paragraphs("The fair will open on Friday. This story was updated at 5:20 p.m.", published=TUESDAY)
    found = only(made, "5:20 p.m.")
    assert (found.value, found.uncertain, found.lane) == ("2024-03-05T17:20:00", True, Lane.REPORTED)


def test_a_time_dates_its_own_clause() -> None:
    made = paragraphs("Ada Holt said on Monday that the bridge had fallen in December.", published=TUESDAY)
    clauses = {m.span.of(made.text): m.of.of(made.text) for m in moments(made) if m.span and m.of}
    assert clauses["Monday"].startswith("Ada Holt said on Monday")
    assert "December" not in clauses["Monday"]
    assert "the bridge had fallen in December" in clauses["December"]


def test_the_publication_is_a_moment_of_its_own_lane() -> None:
    made = paragraphs("It fell.", published="2024-03-05T08:30:00+01:00")
    (found,) = resolve([made], (), Policy())
    assert (found.lane, found.rule, found.span) == (Lane.REPORTED, "published", None)
    assert (found.value, found.granularity) == ("2024-03-05T08:30:00+01:00", Granularity.MOMENT)


def test_the_publication_has_the_words_of_the_dateline() -> None:
    made = paragraphs("TARN, March 5 — The bridge fell.", published=TUESDAY)
    (published,) = resolve([made], (), Policy())
    assert published.span is not None
    assert published.span.of(made.text) == "March 5"


def test_a_dateline_of_another_day_tells_when_it_was_written() -> None:
    made = paragraphs("TARN, March 3 — The bridge fell in 1911.", published=TUESDAY)
    told = [(m.span and m.span.of(made.text), m.lane) for m in resolve([made], (), Policy())]
    assert told == [(None, Lane.REPORTED), ("March 3", Lane.REPORTED), ("1911", Lane.HAPPENED)]


@pytest.mark.parametrize("published", [None, "soon", "2024-13-05", "2024-02-30T10:00"])
def test_no_publication_no_moment(published: str | None) -> None:
    assert resolve([paragraphs("It fell.", published=published)], (), Policy()) == ()


def test_when_a_cited_report_came_out_is_in_the_other_lane() -> None:
    made = paragraphs(
        "The dam leaks, the Ostmark Gull first reported on Monday.", "It had cracked on Sunday.",
        published=TUESDAY,
    )  # fmt: skip
    assert only(made, "Monday").lane is Lane.REPORTED
    assert only(made, "Sunday").lane is Lane.HAPPENED


@pytest.mark.parametrize(
    ("words", "lane"),
    [
        ("The dam leaks, the Ostmark Courier reported on Monday.", Lane.REPORTED),
        ("The Ostmark Gull newspaper reported on Monday that the dam leaks, citing Ada Holt.", Lane.REPORTED),
        ("The story was last updated on Monday.", Lane.REPORTED),
        ("The dam leaks, Ada Holt reported on Monday.", Lane.HAPPENED),
        ("The agency said that the firm reported losses on Monday.", Lane.HAPPENED),
        ("The dam leaked on Monday, the Ostmark Courier reported.", Lane.HAPPENED),
    ],
)
def test_only_what_a_medium_brought_was_reported(words: str, lane: Lane) -> None:
    assert only(paragraphs(words, published=TUESDAY), "Monday").lane is lane


def test_furniture_bylines_and_credits_tell_no_times() -> None:
    made = article(
        (BlockKind.HEADLINE, "Bridge fell on 3 March 2024"),
        (BlockKind.BYLINE, "By Ada Holt, 5 March 2024"),
        (BlockKind.FURNITURE, "Subscribe today"),
        (BlockKind.CREDIT, "Photo: 2024"),
        (BlockKind.PARAGRAPH, "It had stood since 1911."),
    )
    assert [m.span.of(made.text) for m in moments(made) if m.span] == ["3 March 2024", "1911"]
