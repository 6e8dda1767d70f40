"""Link titles that run on within a paragraph are furniture; the sentence around them is read as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.analysis import analyse, rebased
from rashomon.language.asides import GOES_ON, LINK_TITLES, asides, legible
from rashomon.model import Article, BlockKind, Dossier, Policy, Span
from rashomon.readers.plain import article_of_text
from rashomon.wiring import models_for

TITLES = "Ada Mary HoltThe week in Tarn Holt to leave office, 'tired' What comes after the fair MORE"
TEXT = f"""Weir opened at Tarn

Mayor Ada Holt {TITLES} (Green-Tarn) said on Monday that the weir had been paid for by the harbour board.

“It rained all day,” Holt said.
"""
PLAIN = """Weir opened at Tarn

Ada Holt said on Monday that the weir had been paid for by the harbour board.
"""


def article(text: str, name: str = "page.txt") -> Article:
    return article_of_text(text, name=name, policy=Policy())


def dossier(*texts: str) -> Dossier:
    return analyse(
        [article(text, f"{number}.txt") for number, text in enumerate(texts)],
        Policy(),
        version="0",
        models=models_for("auto"),
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"Mayor Ada Holt {TITLES} opened it.", [TITLES]),
        ("Odo Kern Odo KernFerries sail again MORE, who left.", ["Odo KernFerries sail again MORE"]),
        ("Joe Rask Joe Rask Ferries sail: a talk MORE left.", ["Joe Rask Ferries sail: a talk MORE"]),
        ("Odo Kern Jr. Odo (Od) KernFerries sail again MORE left.", ["Odo (Od) KernFerries sail again MORE"]),
        ("Odo Kern Odo (Od) KernMORE had left. Kern wants MORE of it.", ["Odo (Od) KernMORE"]),
        ("Ada Holt and Odo Kern want MORE trams.", []),
        ("Holt told Ada Holt that MORE was needed.", []),
        ("Kern Odo KernFerries sail again.", []),
    ],
)
def test_link_titles_are_known_by_the_name_said_again_and_more(line: str, found: list[str]) -> None:
    assert [span.of(line) for span in asides(line, Span(0, len(line)))] == found


def test_a_paragraph_is_cut_around_them_and_nothing_is_lost() -> None:
    told = [(block.kind, block.rule, block.span.of(TEXT)) for block in article(TEXT).blocks]
    assert told[1:4] == [
        (BlockKind.PARAGRAPH, "default", "Mayor Ada Holt"),
        (BlockKind.FURNITURE, LINK_TITLES, TITLES),
        (
            BlockKind.PARAGRAPH,
            GOES_ON,
            "(Green-Tarn) said on Monday that the weir had been paid for by the harbour board.",
        ),
    ]


def test_the_sentence_is_read_as_one() -> None:
    found = dossier(TEXT, PLAIN)
    assert {s.source.source.name for s in found.statements if s.source} == {"Ada Holt"}
    [claim] = [
        claim
        for claim in found.claims
        if len(claim.wordings) > 1 and "paid" in claim.wordings[0].spans[0].of(found.articles[0].text)
    ]
    assert claim.origins.at_most == 1
    words = [
        span.of(TEXT) for s in found.statements for span in s.content if s.article == found.articles[0].id
    ]
    assert "MORE" not in " ".join(words)
    assert found.articles[0].text == TEXT  # verbatim, as it was given


def test_another_base_reads_the_same_text() -> None:
    found = dossier(TEXT, PLAIN)
    again = rebased(rebased(found, found.articles[1].id), None)
    assert again == found


@given(st.text(alphabet="AaHholt MORE(.)’\n", max_size=120))
def test_a_legible_article_has_its_id_and_every_offset(text: str) -> None:
    whole = article(f"Ada Holt Ada HoltTitles of links MORE left.\n\n{text}")
    read = legible(whole)
    assert (read.id, len(read.text)) == (whole.id, len(whole.text))
    assert all(here == there or here == " " for here, there in zip(read.text, whole.text, strict=True))
    assert all(block.rule != LINK_TITLES for block in read.blocks)
    assert legible(read) == read
