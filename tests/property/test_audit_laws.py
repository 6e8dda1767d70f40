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
SOURCES = [
    "A port official",
    "two aides to the mayor",
    "The official",
    "one of them",
    "sources",
    "Another clerk",
]
SOURCES += ["a diver and a cook", "someone close to her", "the two", "He", "who", "They", "some", "Ada Holt"]
OTHERS = [
    "said",
    "it sank",
    "spoke on condition of anonymity",
    "because the sale is secret",
    "“It sank,”",
    "told",
]
OTHERS += [
    "not authorised to speak",
    "asked not to be named",
    "07:50",
    ",",
    ".",
    "\n\n",
    "reporters",
    "voted",
]
PIECES = st.lists(st.sampled_from(SOURCES + OTHERS), min_size=1, max_size=40)


@st.composite
def reports(draw: st.DrawFn) -> tuple[Article, list[Statement]]:
    """A report and statements whose sources stand anywhere in it, mostly where somebody is told of."""
    pieces = draw(PIECES | st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=8))
    text, spans = "", []
    for piece in pieces:
        spans.append(Span(len(text), len(text) + len(piece)))
        text += f"{piece} "
    middle = draw(st.integers(0, len(text)))
    blocks = (
        Block(kind=BlockKind.HEADLINE, span=Span(0, middle)),
        Block(kind=BlockKind.PARAGRAPH, span=Span(middle, len(text))),
    )
    page = Article(input="-", text=text, blocks=blocks)
    somewhere = st.sampled_from(spans)
    people = st.sampled_from([s for s in spans if s.of(text) in SOURCES] or spans)
    statements = {}
    for source, content, cue in draw(st.lists(st.tuples(people, somewhere, somewhere), max_size=8)):
        kind = draw(st.sampled_from([SourceKind.UNNAMED, SourceKind.UNNAMED, SourceKind.IMPERSONAL]))
        whom = Source(kind=kind, descriptor=source.of(text), scope=page.id)
        statement = Statement(
            article=page.id,
            mode=draw(st.sampled_from(Mode)),
            content=(content,),
            cue=(cue,),
            source=Mention(source=whom, span=draw(st.sampled_from([source, source, None])), evidence=SURE),
            chain=draw(st.sampled_from([(), (Relay(name="Radio Corrie", manner="told", span=content),)])),
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
