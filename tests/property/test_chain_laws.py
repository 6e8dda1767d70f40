"""Laws of chains: hops are words of the text, each once, and neither the speaker nor the own outlet."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.attribution import attribute
from rashomon.model import Article, Block, BlockKind, Policy, Publisher, Span, Statement

PEOPLE = ("Ada Holt", "Tom Rask", "a port official", "two engineers", "the harbour board")
OUTLETS = (
    "the Norra Echo",
    "Vantage",
    "Radio Corrie",
    "the state-run Tavra news agency",
    "Maud Kerr of Radio Corrie",
    "presenter Maud Kerr on her Kuro show “First Light”",
    "reporters",
    "the court",
)
FRAMES = (
    "{who} told {medium} that it rained.",
    "“It rained,” {who} told {medium}.",
    "In an interview with {medium}, {who} said that it rained.",
    "{who} said that it rained, according to {medium}.",
    "{medium}, citing {who}, reported that it rained.",
    "In a letter seen by {medium}, {who} wrote that it rained.",
    "“It rained,” {who} also said.",
    "In the interview, {who} said that it rained.",
    "{who} spoke to {medium} on Monday.",
    "{who} was quoted by {medium} as saying that it rained.",
    "{who} wrote on Chirrup that it rained.",
    "“It rained,” {who} told {medium}, {medium} reported.",
)

sentences = st.builds(
    lambda frame, who, medium: frame.format(who=who, medium=medium),
    st.sampled_from(FRAMES),
    st.sampled_from(PEOPLE),
    st.sampled_from(OUTLETS),
).map(lambda text: text[0].upper() + text[1:])
reports = st.lists(sentences, min_size=1, max_size=7)


def read(paragraphs: list[str], publisher: str | None = None) -> tuple[Article, tuple[Statement, ...]]:
    text, blocks, at = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    own = Publisher(name=publisher) if publisher else None
    article = Article(input="-", text=text, blocks=tuple(blocks), publisher=own)
    return article, attribute(article, Policy())


def flat(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=60)
@given(reports)
def test_the_name_of_a_hop_stands_in_the_text_and_its_span_inside_it(paragraphs: list[str]) -> None:
    article, found = read(paragraphs)
    for relay in (relay for statement in found for relay in statement.chain):
        assert 0 <= relay.span.start < relay.span.end <= len(article.text)
        assert relay.name in flat(article.text)


@settings(max_examples=60)
@given(reports)
def test_no_hop_comes_twice_and_no_speaker_passes_his_own_words_on(paragraphs: list[str]) -> None:
    _, found = read(paragraphs)
    for statement in found:
        names = [relay.name for relay in statement.chain]
        assert len(names) == len(set(names))
        assert statement.source is None or statement.source.source.name not in names


@settings(max_examples=60)
@given(reports)
def test_a_stated_hop_stands_in_a_paragraph_of_its_statement(paragraphs: list[str]) -> None:
    article, found = read(paragraphs)
    for statement in (s for s in found if s.parent is None):
        blocks = [b.span for b in article.blocks if any(b.span.contains(c) for c in statement.content)]
        for relay in statement.chain:
            if relay.stated:
                assert any(block.contains(relay.span) for block in blocks)


@settings(max_examples=40)
@given(reports)
def test_the_reports_own_outlet_is_never_a_hop(paragraphs: list[str]) -> None:
    _, found = read(paragraphs, publisher="Norra Echo")
    assert not any("Norra Echo" in relay.name for statement in found for relay in statement.chain)
