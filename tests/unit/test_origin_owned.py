"""Whose a paper is, what outlets are called, and sources that others tell of."""

from __future__ import annotations

import pytest
from tests.builders.citing import own
from tests.builders.newsroom import origins, page, reading

from rashomon.corroboration.originciting import Naming, naming
from rashomon.corroboration.originheard import outlets_heard
from rashomon.corroboration.originowned import writer_of
from rashomon.corroboration.originpapers import known_as, papers_in
from rashomon.corroboration.originphrases import how_much
from rashomon.model import Span

SPEECH = "Ada Holt, the mayor, told a news conference that the old dam gave way."


@pytest.mark.parametrize(
    "line",
    [
        "A sound clip put out by the Gull Times on Friday claims that the old dam gave way.",
        "A written report posted by the Gull Times to its pages says that the old dam gave way.",
    ],
)
def test_what_an_outlet_puts_out_is_its_own(line: str) -> None:
    told = reading(own("Gull Times"), page("Selby Post", line))
    assert origins(told, "dam").at_most == 1


def test_in_a_message_its_writer_tells() -> None:
    line = "“The old dam gave way,” reads a short message from Ada Holt, the mayor, to the council."
    told = reading(page("Gull Times", SPEECH), page("Selby Post", line))
    assert origins(told, "dam").at_most == 1
    assert writer_of("a study of Ada Holt", {"ada holt": "1"}) is None


def test_unnamed_sources_of_a_report_that_tells_its_own_are_no_more() -> None:
    others = "The Gull Times cites well-placed people as saying that the old dam gave way."
    told = reading(page("Gull Times", SPEECH), page("Selby Post", others))
    assert origins(told, "dam").at_most == 1


@pytest.mark.parametrize(
    "words",
    [
        "a safety log of the Tarn Water Office in our possession",
        "one paragraph of a safety log of the Tarn Water Office",
        "A glance into a safety log of the Tarn Water Office",
    ],
)
def test_a_paper_is_one_however_it_was_read(words: str) -> None:
    assert known_as(words) == known_as("a safety log of the Tarn Water Office")


def test_a_day_is_no_name_of_a_paper() -> None:
    text = "It came out in a letter on Friday that the dam broke."
    assert not list(papers_in(text, Span(0, len(text))))
    assert how_much("two passages from a letter of the Board") == "a letter of the Board"


@pytest.mark.parametrize(
    ("before", "behind"),
    [("For those who were asleep, over at the ", ": the dam broke."), ("Whoever listens to the ", " knows")],
)
def test_where_one_reads_or_hears_it_tells_it(before: str, behind: str) -> None:
    assert naming(before, behind) is Naming.TELLER


def test_names_made_like_those_of_the_outlets_here_are_outlets() -> None:
    line = "Nobody but Wick Blad had it. Tarn Revy, a local weekly, was silent."
    told = reading(own("Tern Blad"), page("Sund Blad", line), own("Gull Times"))
    assert {"Wick Blad", "Tarn Revy"} <= set(outlets_heard(told.articles, ()))


def test_of_whom_the_claim_speaks_gives_way_to_who_is_named_around_it() -> None:
    line = "In case you slept, over at the Gull Times: the court told Marl Works to mend the old dam."
    first = "The court told Marl Works to mend the old dam, Ada Holt, the mayor, told a news conference."
    told = reading(page("Gull Times", first), page("Selby Post", line))
    assert origins(told, "dam").at_most == 1


def test_whoever_reads_a_paper_is_not_its_source() -> None:
    paper = "according to an audit of the water board"
    told = reading(
        page("Gull Times", f"The old dam gave way, {paper}."),
        page("Selby Post", "Anyone who opens the audit of the water board reads that the old dam gave way."),
    )
    assert origins(told, "dam").at_most == 1
