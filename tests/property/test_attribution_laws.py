"""Laws of quotation marks and of attribution, over arbitrary text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.attribution import attribute
from rashomon.language.quotemarks import Quotation, find_quotations
from rashomon.language.sentences import sentences
from rashomon.model import Article, Block, BlockKind, Policy, Span, Statement

_MARKS = "“”„\"«»‘’‚'‹›`"
_WORDS = st.sampled_from(
    [
        *_MARKS, "``", "''", " ", " ", ", ", ". ", "? ", ": ", "; ", " — ",
        "Ada Holt", "Mr. Lund", "she",
        "who", "the ", "council", "said", "told", "according to", "that", "to", "and", "called", "was",
        "expected", "asked", "whether", "rained", "It", "dogs’ ", "’90s", "on Sunday", "(", ")", "[", "]",
        "3",
        "\u00a0", "ß", "א", "\U0001d518", "…",
    ]
)  # fmt: skip
_TEXT = st.one_of(
    st.lists(_WORDS, max_size=40).map("".join),
    st.lists(_WORDS, max_size=40).map(" ".join),
    st.text(max_size=60),
)
_KINDS = st.sampled_from(list(BlockKind))


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    text, blocks = "", []
    for kind, words in draw(st.lists(st.tuples(_KINDS, _TEXT), max_size=6)):
        span = Span(len(text), len(text) + len(words)).trim(text + words)
        text += words + "\n\n"
        if span:
            blocks.append(Block(kind=kind, span=span))
    return Article(input="any", text=text, blocks=tuple(blocks))


def _paragraphs(texts: list[str]) -> tuple[str, list[Span]]:
    whole, spans = "", []
    for words in texts:
        spans.append(Span(len(whole), len(whole) + len(words)))
        whole += words + "\n"
    return whole, spans


@given(st.lists(_TEXT, max_size=5))
def test_pairing_gives_proper_spans_in_their_paragraphs(texts: list[str]) -> None:
    text, paragraphs = _paragraphs(texts)
    for quotation in find_quotations(text, paragraphs):
        assert list(quotation.spans) == sorted(quotation.spans)
        for span, words in zip(quotation.spans, quotation.words, strict=True):
            assert words
            assert span.contains(words)
            assert span == span.trim(text)
            assert words == words.trim(text)
            assert any(p.contains(span) for p in paragraphs)


@given(st.lists(_TEXT, max_size=5))
def test_quotations_nest_or_are_disjoint(texts: list[str]) -> None:
    text, paragraphs = _paragraphs(texts)
    found = find_quotations(text, paragraphs)
    for index, one in enumerate(found):
        if one.parent is not None:
            assert one.parent < index
            assert all(any(w.contains(s) for w in found[one.parent].spans) for s in one.spans)
        for other in found[index + 1 :]:
            for a in one.spans:
                for b in other.spans:
                    assert not a.overlaps(b) or a.contains(b) or b.contains(a)


@given(st.lists(_TEXT, max_size=5))
def test_no_mark_is_used_twice(texts: list[str]) -> None:
    text, paragraphs = _paragraphs(texts)
    used: list[int] = []
    for quotation in find_quotations(text, paragraphs):
        used.extend(_mark_places(quotation))
    assert len(used) == len(set(used))


def _mark_places(quotation: Quotation) -> list[int]:
    """The places of the marks that open and close each part of a quotation."""
    return [
        place
        for span, words in zip(quotation.spans, quotation.words, strict=True)
        for place in (*range(span.start, words.start), *range(words.end, span.end))
    ]


@given(_TEXT)
def test_sentences_are_disjoint_and_leave_only_blanks_out(text: str) -> None:
    whole = Span(0, len(text))
    found = sentences(text, whole)
    covered = {i for s in found for i in range(*s)}
    assert sum(len(s) for s in found) == len(covered)
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@settings(max_examples=200)
@given(_articles())
def test_every_span_is_where_it_may_be(article: Article) -> None:
    allowed = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.PARAGRAPH, BlockKind.SUBHEADING)
    places = [b.span for b in article.of_kind(*allowed)]
    for statement in attribute(article, Policy()):
        spans = [*statement.content, *statement.cue]
        if statement.source is not None and statement.source.span is not None:
            spans.append(statement.source.span)
        assert statement.content
        for span in spans:
            assert span
            assert span == span.trim(article.text)
            assert any(place.contains(span) for place in places)


@settings(max_examples=200)
@given(_articles())
def test_content_is_in_order_and_disjoint_and_apart_from_its_cue(article: Article) -> None:
    for statement in attribute(article, Policy()):
        content = statement.content
        assert all(a.end <= b.start for a, b in pairwise(content))
        assert not any(c.overlaps(p) for c in statement.cue for p in content)


@given(_articles())
def test_statements_come_in_order_and_parents_before_children(article: Article) -> None:
    seen: dict[str, Statement] = {}
    last = -1
    for statement in attribute(article, Policy()):
        if statement.parent is None:
            assert statement.content[0].start >= last
            last = statement.content[0].start
        else:
            parent = seen[statement.parent]
            assert all(any(p.contains(c) for p in parent.content) for c in statement.content)
        assert statement.id not in seen
        seen[statement.id] = statement


@given(_articles())
def test_the_same_article_gives_the_same_statements(article: Article) -> None:
    assert attribute(article, Policy()) == attribute(article, Policy())
