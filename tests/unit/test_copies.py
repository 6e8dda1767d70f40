"""Passages that two reports share beyond what they quote, and which was first."""

from __future__ import annotations

import pytest
from tests.builders.newsroom import page, reading

from rashomon.grouping import copies
from rashomon.grouping.labels import CopyRule
from rashomon.model import Article, BlockKind, Copy, Policy

TOLD = (
    "The council of Port Ellery had asked the harbour board on Monday to keep every boat at the quay "
    "until the wind dropped, after seven crews refused to leave the old dock."
)
EDITED = TOLD.replace("keep every boat", "hold each boat").replace("seven", "several")
RETOLD = (
    "Boats were to stay put until the weather calmed, the town's council told those who run the port at "
    "the start of the week, because seven crews would not sail."
)
QUOTED = (
    "“We had every reason to believe that the old wall would hold through another winter of storms, "
    "and it did not.”"
)
TITLE = "Lido Brankov, deputy director of the Merid National Institute of Tides and Coastal Waters,"


def shared(*pages: Article) -> list[tuple[str, str]]:
    texts = {one.id: one.text for one in pages}
    return [
        (copy.first.span.of(texts[copy.first.article]), copy.second.span.of(texts[copy.second.article]))
        for copy in copies(pages, (), Policy())
    ]


def first(*pages: Article) -> tuple[str | None, str]:
    """The outlet that was first, and what told it."""
    [copy] = copies(pages, reading(*pages).statements, Policy())
    named = {one.id: one.publisher.name for one in pages if one.publisher}
    return named.get(copy.source or ""), copy.evidence.reason


def test_a_reprint_is_found_with_its_edits() -> None:
    [(here, there)] = shared(page("Gull Times", TOLD), page("Selby Post", "It was cold.", EDITED))
    assert here == TOLD.removesuffix(".")
    assert there == EDITED.removesuffix(".")


def test_the_score_is_the_share_of_equal_words() -> None:
    pages = page("Gull Times", TOLD), page("Selby Post", EDITED)
    [copy] = copies(pages, (), Policy())
    assert copy.evidence.score == pytest.approx(1 - 3 / len(TOLD.split()))


@pytest.mark.parametrize(
    "other",
    [
        RETOLD,
        "He was 73.",
        f"{QUOTED[:-1]}” said Oda Kell, who had been mayor for nine years.",
        f"{TITLE} agreed.",
    ],
)
def test_the_same_event_the_same_speech_and_the_same_title_are_no_copy(other: str) -> None:
    ours = f"{TOLD} {QUOTED} He was 73. {TITLE} spoke."
    assert shared(page("Gull Times", ours), page("Selby Post", other)) == []


def test_a_set_phrase_filled_anew_is_no_copy() -> None:
    one = (
        "Heavy rain was forecast for the hills until the end of the week, with gusts of up to 90 kilometres."
    )
    other = one.replace("hills", "coast").replace("end of the week", "middle of the month")
    assert shared(page("Gull Times", one), page("Selby Post", other)) == []


SHORT = "The only tram depot in Selby burned down with every tram inside."
TOUCHED = "The crews of the harbour kept watch until morning because the old wall might fall at any time."


@pytest.mark.parametrize(
    "other", [f"It was cold in Merid. {SHORT} Nobody slept.", f"{SHORT}", f"A night of fire. {SHORT}"]
)
def test_a_whole_sentence_of_some_words_is_a_copy(other: str) -> None:
    [(here, there)] = shared(page("Gull Times", f"{SHORT} It rained."), page("Selby Post", other))
    assert here == there == SHORT.removesuffix(".")


@pytest.mark.parametrize(
    "other",
    [
        SHORT.replace("with every tram inside", "with all its trams"),  # the beginning alone
        SHORT.replace("The only", "Whoever saw how our only"),
        SHORT.replace("Selby", "Merid"),
        "The tram depot in Selby burned down.",
    ],
)
def test_parts_of_short_sentences_and_other_names_are_no_copy(other: str) -> None:
    assert shared(page("Gull Times", SHORT), page("Selby Post", other)) == []


def test_a_sentence_with_a_common_word_exchanged_is_a_copy() -> None:
    other = TOUCHED.replace("until", "till")
    [(here, there)] = shared(page("Gull Times", TOUCHED), page("Selby Post", f"So it went. {other}"))
    assert (here, there) == (TOUCHED.removesuffix("."), other.removesuffix("."))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("because the old wall might fall", "because 3 old walls might fall"), ("morning", "Monday")],
)
def test_a_sentence_with_a_name_or_a_figure_exchanged_is_no_copy(ours: str, theirs: str) -> None:
    other = TOUCHED.replace(ours, theirs)
    assert shared(page("Gull Times", TOUCHED), page("Selby Post", other)) == []


@pytest.mark.parametrize("kind", [BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.CAPTION])
def test_what_the_site_says_is_no_copy(kind: BlockKind) -> None:
    pages = [page(outlet, f"A day in {outlet}.", under=[(kind, TOLD)]) for outlet in ("Gull Times", "Echo")]
    assert shared(*pages) == []


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (
            (page("Tern Wire", TOLD), page("Selby Post", EDITED, over=[(BlockKind.BYLINE, "By Tern Wire")])),
            ("Tern Wire", CopyRule.AGENCY_ITSELF),
        ),
        (
            (
                page("Gull Times", TOLD),
                page("Selby Post", EDITED, "The dock is shut, the Gull Times reported."),
            ),
            ("Gull Times", CopyRule.CREDITED),
        ),
        (
            (
                page("Gull Times", TOLD, published="2024-03-01"),
                page("Selby Post", EDITED, over=[(BlockKind.BYLINE, "By Tern Wire")], published="2024-03-05"),
            ),
            ("Selby Post", CopyRule.AGENCY_TEXT),
        ),
        (
            (
                page("Gull Times", TOLD, over=[(BlockKind.BYLINE, "By Tern Wire")], published="2024-03-05"),
                page("Selby Post", EDITED, over=[(BlockKind.BYLINE, "Tern Wire")], published="2024-03-04"),
            ),
            (None, CopyRule.SAME_AGENCY),
        ),
        (
            (page("Gull Times", TOLD, published="2024-03-05"), page("Echo", EDITED, published="2024-03-04")),
            ("Echo", CopyRule.EARLIER),
        ),
        (
            (
                page("Gull Times", TOLD, published="2024-03-05T09:00:00Z"),
                page("Echo", EDITED, published="2024-03-05T09:30:00Z"),
            ),
            ("Gull Times", CopyRule.EARLIER),
        ),
        (
            (
                page("Gull Times", TOLD, published="2024-03-05T09:00:00+02:00"),
                page("Echo", EDITED, published="2024-03-05T08:30:00Z"),
            ),
            (None, CopyRule.SHARED_WORDS),
        ),
        ((page("Gull Times", TOLD), page("Echo", EDITED)), (None, CopyRule.SHARED_WORDS)),
    ],
)
def test_what_tells_who_was_first(pages: tuple[Article, Article], told: tuple[str | None, CopyRule]) -> None:
    assert first(*pages) == first(*reversed(pages)) == told


def test_reports_in_another_order_share_the_same_passages() -> None:
    pages = page("Gull Times", TOLD, RETOLD), page("Echo", EDITED), page("Selby Post", TOLD, "It rained.")
    ids = {copy.id for copy in copies(pages, (), Policy())}
    assert len(ids) == 3
    assert {copy.id for copy in copies(pages[::-1], (), Policy())} == ids


def test_the_same_report_twice_is_no_copy_of_itself() -> None:
    assert shared(page("Gull Times", TOLD), page("Gull Times", TOLD)) == []


def test_the_first_place_stands_in_the_report_given_first() -> None:
    pages = page("Gull Times", TOLD), page("Echo", EDITED)
    found: list[Copy] = [*copies(pages, (), Policy()), *copies(pages[::-1], (), Policy())]
    assert [copy.first.article for copy in found] == [one.id for one in pages]
