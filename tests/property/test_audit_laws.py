"""What holds of every audit of unnamed sources, whatever the text and whoever was found to speak in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.attribution import unnamed
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Evidence,
    Mention,
    Mode,
    Relay,
    Source,
    SourceKind,
    Span,
    Statement,
)

SURE = Evidence(score=1.0, reason="set")
WORDS = st.sampled_from(
    ("A port official", "two aides to the mayor", "The official", "one of them", "sources", "said", "it sank")
    + ("He", "who", "because the sale", "spoke on condition of anonymity", ", ", ". ", "\n\n", "“It sank,”")
    + ("not authorised to speak", "Another", "the two", "07:50", "Ada Holt")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120)


@st.composite
def reports(draw: st.DrawFn) -> tuple[Article, list[Statement]]:
    """A report and statements whose sources stand anywhere in it."""
    text = draw(TEXTS.filter(bool))
    middle = draw(st.integers(0, len(text)))
    blocks = (
        Block(kind=BlockKind.HEADLINE, span=Span(0, middle)),
        Block(kind=BlockKind.PARAGRAPH, span=Span(middle, len(text))),
    )
    page = Article(input="-", text=text, blocks=blocks)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda p: Span(min(p), max(p))
    )
    statements = {}
    for source, content, cue in draw(st.lists(st.tuples(spans, spans, spans), max_size=8)):
        kind = draw(st.sampled_from([SourceKind.UNNAMED, SourceKind.UNNAMED, SourceKind.IMPERSONAL]))
        whom = Source(kind=kind, descriptor=source.of(text) or "a source", scope=page.id)
        told = draw(st.booleans())
        statement = Statement(
            article=page.id,
            mode=draw(st.sampled_from(Mode)),
            content=(content,),
            cue=(cue,),
            source=Mention(source=whom, span=source if draw(st.booleans()) else None, evidence=SURE),
            chain=(Relay(name="Radio Corrie", manner="told", span=content),) if told else (),
            evidence=SURE,
        )
        statements[statement.id] = statement
    return page, list(statements.values())


@given(reports())
def test_every_entry_shows_words_of_the_text_and_every_statement_is_in_one_at_most(
    report: tuple[Article, list[Statement]],
) -> None:
    page, statements = report
    entries = unnamed(page, statements)
    for entry in entries:
        assert entry.descriptor == " ".join(entry.span.of(page.text).split()) != ""
        assert entry.reason is None or 0 <= entry.reason.start < entry.reason.end <= len(page.text)
        assert entry.stated_count is None or entry.stated_count >= 0
        assert len(set(entry.flags)) == len(entry.flags)
    audited = [id_ for entry in entries for id_ in entry.statements]
    assert len(audited) == len(set(audited))
    assert set(audited) <= {statement.id for statement in statements}


@given(reports())
def test_every_statement_of_an_entry_is_vouched_for_once(report: tuple[Article, list[Statement]]) -> None:
    page, statements = report
    for entry in unnamed(page, statements):
        assert sorted(id_ for voucher in entry.vouched for id_ in voucher.statements) == sorted(
            entry.statements
        )
        assert all((voucher.name is None) is (voucher.span is None) for voucher in entry.vouched)


@given(reports())
def test_a_reason_stated_is_not_said_to_be_missing(report: tuple[Article, list[Statement]]) -> None:
    page, statements = report
    for entry in unnamed(page, statements):
        assert entry.reason is None or "no_reason_stated" not in entry.flags
