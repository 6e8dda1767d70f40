"""Laws of the page's markup: whatever is marked, the words stay, and anchors hold their spans."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from rashomon.exports.display import visible
from rashomon.exports.html.prose import Mark, shown_article
from rashomon.model import Article, Block, BlockKind, Span

TEXTS = st.text(st.sampled_from("ab <&>\"'\r\n\x00\u202eé😀“”"), min_size=1, max_size=40)


class _Reader(HTMLParser):
    """Words by element, and whether every element is closed in the order it was opened."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str | None]] = []
        self.text = ""
        self.by_anchor: dict[str, str] = {}
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        self.ids += [id_ for id_ in (given_.get("id"),) if id_]
        self.open.append((tag, given_.get("id") or given_.get("data-of")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for _, anchor in self.open:
            if anchor:
                self.by_anchor[anchor] = self.by_anchor.get(anchor, "") + data


@st.composite
def marked(draw: st.DrawFn) -> tuple[Article, list[Mark]]:
    text = draw(TEXTS)
    offset = st.integers(0, len(text))
    cuts = sorted(draw(st.sets(offset, max_size=4)))
    spans = draw(st.sets(st.tuples(offset, offset).map(sorted).map(tuple), max_size=8))
    article = Article(
        input="x",
        text=text,
        blocks=tuple(
            Block(kind=BlockKind.PARAGRAPH, span=Span(*pair))
            for pair in zip(cuts[::2], cuts[1::2], strict=False)
        ),
    )
    return article, [
        Mark(
            span=Span(*span),
            classes="said",
            anchor=f"A-{span[0]}-{span[1]}",
            statement=draw(st.sampled_from([None, "st-1"])),
        )
        for span in spans
    ]


def _read(article: Article, marks: list[Mark]) -> list[_Reader]:
    readers = []
    for block in shown_article(article, marks).blocks:
        reader = _Reader()
        reader.feed(str(block.markup))
        reader.close()
        assert reader.open == []
        readers.append(reader)
    return readers


@given(marked())
def test_no_word_is_lost_or_added(pair: tuple[Article, list[Mark]]) -> None:
    article, marks = pair
    found = "".join(reader.text for reader in _read(article, marks))
    assert "".join(found.split()) == "".join(visible(article.text).split())


@given(marked())
def test_the_pieces_of_an_anchor_are_the_words_of_its_span(pair: tuple[Article, list[Mark]]) -> None:
    article, marks = pair
    readers = _read(article, marks)
    for mark in marks:
        found = "".join(reader.by_anchor.get(str(mark.anchor), "") for reader in readers)
        assert "".join(found.split()) == "".join(visible(mark.span.of(article.text)).split())


@given(marked())
def test_an_anchor_is_set_once_and_split_marks_are_told(pair: tuple[Article, list[Mark]]) -> None:
    article, marks = pair
    ids = [id_ for reader in _read(article, marks) for id_ in reader.ids]
    assert len(ids) == len(set(ids))
    pieces = [str(block.markup) for block in shown_article(article, marks).blocks]
    for mark in marks:
        count = "".join(pieces).count(f'"{mark.anchor}"')
        assert (count > 1) == (mark.anchor in shown_article(article, marks).split)
