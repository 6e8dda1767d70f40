"""Quotations over the text, and whose the body shows them to be."""

from __future__ import annotations

import pytest
from tests.builders.reporting import report

from rashomon.model import BlockKind, Mode

HEADLINE, SUBHEADING, PARAGRAPH = BlockKind.HEADLINE, BlockKind.SUBHEADING, BlockKind.PARAGRAPH


@pytest.mark.parametrize("mark", [":", " —", " –", " -"])
def test_a_quotation_that_opens_a_headline_is_a_statement(mark: str) -> None:
    [found] = report((HEADLINE, f"‘It rained on the band’{mark} Ostmark floods again"))
    assert (found.mode, found.content, found.source) == (Mode.DIRECT, ["‘It rained on the band’"], None)


def test_its_speaker_is_whoever_says_the_same_words_in_the_body() -> None:
    over, body = report(
        (HEADLINE, "‘It rained on the band’: Ostmark floods again"),
        (PARAGRAPH, "“It rained on the band all day,” Ada Holt said."),
    )
    assert (over.name, over.source, over.speaker_reason) == ("Ada Holt", None, "same_words")
    assert over.id != body.id


def test_a_headline_may_drop_words() -> None:
    over, *_ = report(
        (HEADLINE, "‘Nobody came here to drown a brass band’: Ostmark floods"),
        (PARAGRAPH, "“Nobody on this pier came here to drown a brass band,” Ada Holt said."),
    )
    assert over.name == "Ada Holt"


def test_words_far_apart_are_not_the_same() -> None:
    gap = "and then the tide rose over the pier for hours and hours and hours "
    over, *_ = report(
        (HEADLINE, "‘Nobody came to drown bands’: Ostmark floods"),
        (PARAGRAPH, f"“Nobody came {gap}to see us {gap}drown {gap}bands,” Ada Holt said."),
    )
    assert over.name is None


def test_two_who_say_it_are_neither() -> None:
    over, *_ = report(
        (HEADLINE, "‘It rained hard’: Ostmark floods again"),
        (PARAGRAPH, "“It rained hard,” Ada Holt said."),
        (PARAGRAPH, "Bo Lund said: “It rained hard.”"),
    )
    assert over.name is None


def test_a_name_behind_the_dash_is_the_speaker() -> None:
    [found] = report((HEADLINE, "‘It rained on the band’ — Ada Holt"))
    assert (found.source, found.name) == ("Ada Holt", "Ada Holt")


def test_a_quoted_subheading_does_not_go_to_whoever_spoke_before_it() -> None:
    found = report(
        (PARAGRAPH, "“It rained,” Ada Holt said."),
        (SUBHEADING, "‘A sinking ship’"),
        (PARAGRAPH, "“It is a sinking ship,” Bo Lund said. “It is a sinking ship with a band.”"),
    )
    assert [f.name for f in found] == ["Ada Holt", "Bo Lund", "Bo Lund"]


def test_a_deck_goes_on_with_the_headline_unless_the_body_tells() -> None:
    parts = (HEADLINE, "Ada Holt says it rained"), (BlockKind.DECK, "‘The band was wet.’")
    assert report(*parts)[1].name == "Ada Holt"
    assert report(*parts, (PARAGRAPH, "“The band was wet,” Bo Lund said."))[1].name == "Bo Lund"


def test_a_quoted_part_of_a_headline_is_nothing_of_its_own() -> None:
    assert report((HEADLINE, "‘Great flood’ of Ostmark begins")) == []
