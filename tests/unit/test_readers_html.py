"""Saved pages: which of several statements about the article counts, and what is left out."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from rashomon.errors import EmptyInput, InputError
from rashomon.model import Article, BlockKind, Policy
from rashomon.readers import read

BODY = (
    "The bakers of Tarnwick left their ovens cold on Monday in a strike over the price of salt.",
    "“Nobody has ever sold a loaf without salt,” said the master of the guild, Corin Pell, at his door.",
    "The harbour board said that it would meet the guild on Thursday, in the only room with a stove.",
    "Until then the town will eat potatoes, as it did in the winter of the long ice, without salt.",
)
LD = '<script type="application/ld+json">{}</script>'


def page(
    head: str = "",
    before: str = "<h1>Bakers strike over salt</h1>",
    after: str = "",
    lang: str = ' lang="en"',
) -> bytes:
    paragraphs = "".join(f"<p>{words}</p>" for words in BODY)
    return (
        f"<!doctype html><html{lang}><head><meta charset=utf-8>{head}</head>"
        f"<body><article>{before}{paragraphs}{after}</article></body></html>"
    ).encode()


def only(data: bytes) -> Article:
    (item,) = read(io.BytesIO(data), name="x", policy=Policy())
    assert isinstance(item, Article), item
    return item


def words(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(article.text) for block in article.of_kind(kind)]


def test_the_text_is_what_the_article_shows() -> None:
    article = only(page())
    assert article.text == "\n\n".join(("Bakers strike over salt", *BODY))


def test_json_ld_counts_before_all_else_and_keeps_the_raw_words() -> None:
    ld = LD.replace(
        "{}",
        '{"@type": "NewsArticle", "headline": "Bakers &amp; salt",'
        ' "datePublished": "2023-02-06T05:30:00+01:00",'
        ' "author": {"name": "Nan Birk"}, "publisher": {"name": "Tarnwick Herald"}}',
    )
    meta = '<meta property="og:title" content="Other"><meta property="og:site_name" content="Other">'
    meta += (
        '<meta property="article:published_time" content="2022-01-01"><meta name="author" content="Other">'
    )
    article = only(page(meta + ld))
    assert article.headline == "Bakers & salt"
    assert article.published == "2023-02-06T05:30:00+01:00"
    assert article.byline == ("Nan Birk",)
    assert article.publisher is not None
    assert article.publisher.name == "Tarnwick Herald"
    assert {row.origin for row in article.provenance if row.field != "language"} == {"json-ld"}
    assert "Bakers &amp; salt" in {row.raw for row in article.provenance}


def test_nodes_of_a_graph_are_looked_up_by_their_id() -> None:
    ld = LD.replace(
        "{}",
        '{"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": "Person", "@id": "#p", "name": "Nan Birk"},'
        ' {"@type": "Organization", "@id": "#o", "name": "Fell Wire"},'
        ' {"@type": ["ReportageNewsArticle"], "headline": "Salt",'
        ' "author": [{"@id": "#p"}], "publisher": {"@id": "#o"}}]}',
    )
    article = only(page(ld))
    assert (article.headline, article.byline) == ("Salt", ("Nan Birk",))
    assert article.publisher is not None
    assert article.publisher.name == "Fell Wire"


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type": "NewsArticle", "headline": ',
        "[[[[[[[[[1]]]]]]]]]",
        '{"@type": 3, "author": [null, 4]}',
        "null",
        "",
    ],
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    article = only(page(LD.replace("{}", broken) + '<meta property="og:title" content="Salt">'))
    assert article.headline == "Salt"


@pytest.mark.parametrize("wrapped", ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "{};"])
def test_json_ld_in_wrappings_is_read(wrapped: str) -> None:
    ld = LD.replace("{}", wrapped.replace("{}", '{"@type": "NewsArticle", "headline": "Salt\n again"}'))
    assert only(page(ld)).headline == "Salt again"


def test_microdata_and_the_visible_page_come_last() -> None:
    before = (
        '<h1>Bakers strike</h1><p class="byline">By Nan Birk, Fell Wire</p><p class="date">3 May 2021</p>'
    )
    article = only(page(before=before))
    assert (article.headline, article.byline, article.published) == (
        "Bakers strike",
        ("Nan Birk",),
        "2021-05-03",
    )
    assert {row.origin for row in article.provenance if row.field != "language"} == {"text"}
    itemprop = (
        '<h1 itemprop="headline">Salt</h1><time itemprop="datePublished" datetime="2021-05-03">May</time>'
    )
    article = only(page(before=itemprop))
    assert (article.headline, article.published) == ("Salt", "2021-05-03")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2021-05-03">',
        '<meta name="date" content="spring">',
        "",
    ],
)
def test_a_date_is_not_guessed(head: str) -> None:
    assert only(page(head, after="<footer>© 2019 Fell Wire</footer>")).published is None


def test_the_language_is_declared_or_told_from_the_text() -> None:
    assert only(page(lang=' lang="cy-GB"')).language == "cy"
    assert only(page(lang="")).language == "en"


def test_the_frame_is_labelled_by_its_markup() -> None:
    before = (
        '<p class="kicker">Trade</p><h1>Bakers strike</h1><h2 class="article-standfirst">Forty are cold.</h2>'
        '<div class="author">By <a rel="author">Nan Birk</a></div><time datetime="2021-05-03">May 3</time>'
        '<div class="social-share"><span class="author">Share</span></div>'
        "<figure><img alt=x><figcaption>"
        "Cold ovens in Low Street. Photo: Nan Birk/Fell Wire</figcaption></figure>"
    )
    article = only(page(before=before))
    assert [block.kind.value for block in article.blocks] == [
        *("kicker", "headline", "deck", "byline", "byline", "caption", "credit"),
        *["paragraph"] * len(BODY),
    ]


def test_a_description_is_a_deck_only_where_the_page_shows_it() -> None:
    meta = '<meta name="description" content="Forty ovens are cold.">'
    shown = only(page(meta, before="<h1>Bakers strike</h1><p>Forty ovens are cold.</p>"))
    assert words(shown, BlockKind.DECK) == ["Forty ovens are cold."]
    assert "Forty ovens" not in only(page(meta)).text


def test_links_and_headings_in_the_body_are_labelled() -> None:
    paragraphs = "".join(f"<p>{words}</p>" for words in BODY)
    after = f"<h2>‘A grain of sense’</h2><p><b>Read also:</b> The miller and the river</p>{paragraphs}"
    article = only(page(after=after.replace("The bakers", "Bakers").replace("Until", "And until")))
    assert words(article, BlockKind.SUBHEADING) == ["‘A grain of sense’"]
    assert words(article, BlockKind.FURNITURE) == ["Read also: The miller and the river"]


def test_a_heading_of_links_in_the_body_is_furniture_with_its_list() -> None:
    article = only(page(after="<h2>Related Topics</h2><ul><li>Salt</li><li>Ovens</li></ul>"))
    shown = words(article, BlockKind.FURNITURE)
    assert shown == ["Related Topics", "Salt", "Ovens"]
    assert words(article, BlockKind.SUBHEADING) == []


def test_comments_and_navigation_are_left_out() -> None:
    after = '</article><div id="comments"><p>ropewalker52: They would sell the river next.</p></div>'
    article = only(page(after=after, before="<nav><a>Front page</a></nav><h1>Bakers strike</h1>"))
    assert "ropewalker52" not in article.text
    assert "Front page" not in article.text


@pytest.mark.parametrize(
    ("declared", "encoding", "warned"),
    [
        ("iso-8859-1", "cp1252", False),
        ("windows-1252", "cp1252", False),
        ("utf-8", "cp1252", True),
        ("klingon", "utf-8", True),
    ],
)
def test_the_encoding_is_the_declared_one_if_it_fits(declared: str, encoding: str, warned: bool) -> None:
    source = (
        page()
        .decode()
        .replace(
            "<meta charset=utf-8>",
            f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">',
        )
    )
    article = only(source.encode(encoding))
    assert BODY[1] in article.text
    assert bool(article.warnings) == warned


@pytest.mark.parametrize(
    "source",
    [
        b"<html></html>",
        b"<!doctype html><html><body><form>Log in <input></form></body></html>",
        b"<html><body>" + b"<div>" * 5_000,
        b"<html><body><ul>" + b"<li><a href=/>News</a></li>" * 50 + b"</ul></body></html>",
        b"<p>",
        b"<!doctype html>\x00\x00",
    ],
)
def test_a_page_without_an_article_is_a_fault(source: bytes) -> None:
    (fault,) = read(io.BytesIO(source), name="x", policy=Policy())
    assert isinstance(fault, InputError)
    assert isinstance(fault, EmptyInput)
    assert "no article text" in fault.line()


def test_text_between_line_breaks_becomes_paragraphs() -> None:
    source = f"<html><body><h1>Salt</h1><div>{'<br><br>'.join(BODY)}</div></body></html>".encode()
    assert words(only(source), BlockKind.PARAGRAPH) == list(BODY)


def test_plain_text_loads_no_library_for_pages() -> None:
    """Their loading is most of a cold start: only a page may cost it."""
    code = (
        "import io, sys; from rashomon.readers import read; from rashomon.model import Policy;"
        "text = b'The bridge of the town is shut, and the keeper said that it was.';"
        "list(read(io.BytesIO(text), name='x', policy=Policy()));"
        "slow = ('trafilatura', 'py3langid', 'ftfy', 'charset_normalizer', 'urllib3');"
        "print([m for m in slow if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("field", "names"),
    [
        (
            "Odile A. Marrash, Pell S.B. Oake, Tam Orrey, and Lene Reed, TWN",
            ("Odile A. Marrash", "Pell S.B. Oake", "Tam Orrey", "Lene Reed"),
        ),
        ("Odile Marrash and Tam Orrey", ("Odile Marrash", "Tam Orrey")),
        ("Odile “Dilly” Marrash", ("Odile “Dilly” Marrash",)),
        ("The Night Desk", ("The Night Desk",)),
    ],
)
def test_writers_in_one_field_are_told_apart_and_none_is_lost(field: str, names: tuple[str, ...]) -> None:
    node = {"@type": "NewsArticle", "headline": "Bakers strike", "author": {"name": field}}
    assert only(page(LD.format(json.dumps(node)))).byline == names


@pytest.mark.parametrize(
    ("code", "title", "paragraphs"),
    [
        (
            "zh",
            "盐价上涨面包师罢工",
            (
                "周一，塔恩威克的面包师因盐价上涨而熄灭了烤炉，港务局表示将于周四与行会会面。",
                "“没有人卖过不放盐的面包。”行会会长在自家门口对邻居们说，“以后也不会有。”",
            ),
        ),
        (
            "th",
            "ช่างขนมปังหยุดงานเพราะราคาเกลือ",
            (
                "ช่างขนมปังในเมืองดับเตาเมื่อวันจันทร์เพราะราคาเกลือที่สูงขึ้น และจะพบกับการท่าเรือในวันพฤหัสบดี",
                "ชาวเมืองบอกว่าจะกินมันฝรั่งไปก่อนจนกว่าจะมีเกลือกลับมาขายในตลาดอีกครั้งหนึ่ง",
            ),
        ),
    ],
)
def test_scripts_without_blanks_are_counted_by_letters(
    code: str, title: str, paragraphs: tuple[str, ...]
) -> None:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    article = only(
        f'<!doctype html><html lang="{code}"><head><meta charset=utf-8></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>".encode()
    )
    assert article.language == code
    assert all(words in article.text for words in paragraphs)
