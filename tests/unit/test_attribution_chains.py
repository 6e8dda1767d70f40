"""Through whom words came, on what occasion, and who spoke without a name: each shape, on invented text."""

from __future__ import annotations

import pytest

from rashomon.attribution import attribute, unnamed
from rashomon.model import Article, Block, BlockKind, Flag, Policy, Publisher, Span, Statement


def article(*paragraphs: str, publisher: str | None = None) -> Article:
    text, blocks, at = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    own = Publisher(name=publisher) if publisher else None
    return Article(input="-", text=text, blocks=tuple(blocks), publisher=own)


def statements(*paragraphs: str, publisher: str | None = None) -> tuple[Statement, ...]:
    return attribute(article(*paragraphs, publisher=publisher), Policy())


def way(statement: Statement) -> list[tuple[str, str, bool]]:
    return [(relay.name, relay.manner, relay.stated) for relay in statement.chain]


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        ("“It rained,” Ada Holt told the Ostmark Courier.", [("Ostmark Courier", "told")]),
        ("A port source confirmed to the Norra news site that it rained.", [("Norra", "confirmed_to")]),
        (
            "“It rained,” Ada Holt told Maud Kerr of Radio Corrie.",
            [("Maud Kerr", "told"), ("Radio Corrie", "told")],
        ),
        (
            "“It rained,” Ada Holt told reporter Maud Kerr on her Ostmark News show “First Light.”",
            [("Maud Kerr", "told"), ("Ostmark News show “First Light.”", "show")],
        ),
        ("“It rained,” Ada Holt told Ruland’s state-run Tavra news agency.", [("Tavra", "state_media")]),
        ("In a post on Chirrup, Ada Holt said that it rained.", [("Chirrup", "post")]),
        (
            "In a memo seen by the Ostmark Courier, Ada Holt said that it rained.",
            [("Ostmark Courier", "seen_by")],
        ),
        ("Ada Holt said through her lawyer that it rained.", [("her lawyer", "through")]),
        ("Ada Holt told reporters that it rained.", []),
        ("Ada Holt told the court that it rained.", []),
        ("Ada Holt told this newspaper that it rained.", []),
        ("Ada Holt told the Ostmark Courier to leave.", []),
        ("A spokeswoman for the Ostmark Courier said that it rained.", []),
    ],
)
def test_hops_are_told_by_the_words_of_the_sentence(text: str, hops: list[tuple[str, str]]) -> None:
    [statement] = statements(text)[:1]
    assert [(name, manner) for name, manner, _ in way(statement)] == hops


def test_the_articles_own_outlet_is_no_hop() -> None:
    [statement] = statements("“It rained,” Ada Holt told the Ostmark Courier.", publisher="Ostmark Courier")
    assert statement.chain == ()


def test_whom_an_outlet_cites_is_the_source_and_the_outlet_a_hop() -> None:
    [statement] = statements("The Ostmark Courier, citing two officials, said the bridge had been sold.")
    assert statement.source is not None
    assert statement.source.source.descriptor == "two officials"
    assert way(statement) == [("Ostmark Courier", "reported_by", True)]


def test_who_said_it_is_the_source_where_an_outlet_reports_it() -> None:
    [statement] = statements("Ada Holt told Radio Corrie that it rained, the Ostmark Courier reported.")
    assert statement.source is not None
    assert statement.source.source.name == "Ada Holt"
    assert way(statement) == [("Radio Corrie", "told", True), ("Ostmark Courier", "reported_by", True)]


def test_a_chain_goes_on_until_somebody_else_speaks() -> None:
    found = statements(
        "In an interview with Ostmark News on Sunday, Ada Holt said that it rained.",
        "“It poured,” she said.",
        "Tom Rask said that it snowed.",
        "“It hailed,” Ada Holt said.",
    )
    inferred = [("Ostmark News", "interview", False)]
    assert [way(s) for s in found] == [[("Ostmark News", "interview", True)], inferred, [], []]
    assert [s.occasion.kind if s.occasion else None for s in found] == ["interview", "interview", None, None]


def test_words_that_point_back_take_a_chain_up_again() -> None:
    found = statements(
        "Ada Holt told the Ostmark Courier that it rained.",
        "Tom Rask said that it snowed.",
        "In the interview, Ada Holt also said that it hailed.",
    )
    assert way(found[2]) == [("Ostmark Courier", "told", False)]


def test_another_occasion_ends_a_chain() -> None:
    found = statements(
        "Ada Holt told the Ostmark Courier that it rained.", "Ada Holt said in a statement that it snowed."
    )
    assert found[1].chain == ()
    assert found[1].occasion is not None
    assert found[1].occasion.kind == "statement"


def test_hearsay_is_a_statement_within_and_comes_through_who_tells_it() -> None:
    outer, inner = statements("Ada Holt said that Tom Rask had told her that the bridge was sold.")
    assert inner.parent == outer.id
    assert inner.source is not None
    assert inner.source.source.name == "Tom Rask"
    assert way(inner) == [("Ada Holt", "quoted_by", True)]


def test_the_audit_tells_count_and_reason() -> None:
    page = article(
        "Two officials at the ministry, who asked not to be named because the talks are private, "
        "told the Ostmark Courier that the bridge was sold."
    )
    [entry] = unnamed(page, attribute(page, Policy()))
    assert entry.descriptor == "Two officials at the ministry"
    assert entry.stated_count == 2
    assert entry.reason is not None
    assert entry.reason.of(page.text) == "because the talks are private"
    assert entry.flags == ()


def test_an_official_without_a_reason_is_flagged() -> None:
    page = article("A ministry official said that the bridge was sold.")
    [entry] = unnamed(page, attribute(page, Policy()))
    assert (entry.stated_count, entry.flags) == (1, (Flag.NO_REASON_STATED,))


def test_ten_thousand_carriers_in_one_sentence_take_little_time() -> None:
    text = "“It rained,” Ada Holt told " + "the Ostmark Courier, " * 10_000 + "and left."
    assert statements(text)
