"""The HTML report in headless Chromium: what a reader meets when the file is opened.

Where Chromium comes from stands in `tests.functional.browsing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext
from tests.builders.bridge_story import bridge_story
from tests.builders.chain_story import chain_story, crowded_story, hostile_chains
from tests.builders.claim_story import claim_story
from tests.builders.crowded_claims import crowded_claims
from tests.builders.relay_story import relay_story
from tests.builders.versions_story import crowd_of_versions, versions_story
from tests.conformance.test_exporters import hostile
from tests.functional.browsing import opened

from rashomon.analysis import analyse
from rashomon.exports import exporter_for
from rashomon.exports.routes import routes_of
from rashomon.model import Dossier, Policy

pytestmark = pytest.mark.browser


def _analysed() -> Dossier:
    """The same reports taken through the rooms instead of laid out by hand."""
    return analyse(bridge_story().articles, Policy(), version="0.0")


def _versions_alone() -> Dossier:
    """The same as versions of one quotation, which nobody looked for speakers in."""
    story = versions_story()
    return replace(story, engine=replace(story.engine, rooms=("collation",)))


def _claims_of_many() -> Dossier:
    """More reports than there is room for words in the cells."""
    return crowded_claims(14, 24)


STORIES = {
    "by hand": bridge_story,
    "analysed": _analysed,
    "hostile": hostile,
    "chains": chain_story,
    "in a circle": relay_story,
    "hostile chains": hostile_chains,
    "versions": versions_story,
    "versions alone": _versions_alone,
    "claims": claim_story,
    "claims of many": _claims_of_many,
}


GRAPHS = {
    "chains": chain_story,
    "in a circle": relay_story,
    "crowded": lambda: crowded_story(50),
    "hostile chains": hostile_chains,
}


@dataclass(frozen=True)
class Made:
    """A report's dossier and the address of its file."""

    dossier: Dossier
    address: str


@pytest.fixture(scope="module", params=STORIES)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A report in a file."""
    dossier = STORIES[request.param]()
    path: Path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(exporter_for("html").export(dossier))
    return Made(dossier, path.as_uri())


def test_it_asks_nothing_of_anybody_and_says_nothing_on_the_console(
    context: BrowserContext, report: Made
) -> None:
    requests: list[str] = []
    told: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    context.on("console", lambda message: told.append(message.text))
    context.on("weberror", lambda error: told.append(str(error.error)))
    context.on("dialog", lambda dialog: told.append(dialog.message))
    page = opened(context, report.address)
    page.wait_for_load_state("networkidle")
    assert requests == [report.address]
    assert told == []
    assert page.locator("script, img, iframe, object, embed, link, base, form").count() == 0
    assert page.locator("[onerror], [onclick], [onload], [src]").count() == 0


_LINKS_AND_SPANS = """() => {
  const words = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll('.who').forEach((label) => label.remove());
    return copy.textContent;
  };
  return [...document.querySelectorAll('.card td a, .lone .words a, a.place')].map((link) => {
    const anchor = decodeURIComponent(link.hash.slice(1));
    const first = document.getElementById(anchor);
    const pieces = first ? [first, ...document.querySelectorAll(`[data-of="${anchor}"]`)] : [];
    return [anchor, link.textContent, pieces.map(words).join('')];
  });
}"""


def test_every_link_leads_to_the_words_it_shows(context: BrowserContext, report: Made) -> None:
    links = opened(context, report.address).evaluate(_LINKS_AND_SPANS)
    assert links
    for anchor, shown, found in links:
        # A quotation that runs over paragraphs is shown in pieces without the blanks between them.
        assert "".join(shown.split()) == "".join(found.split()), anchor


def test_every_link_on_the_page_has_a_target_and_no_name_is_given_twice(
    context: BrowserContext, report: Made
) -> None:
    page = opened(context, report.address)
    dangling = page.evaluate(
        """() => [...document.querySelectorAll('a[href]:not(.cite)')]
            .map((a) => [a.getAttribute('href'), a.outerHTML])
            .filter(([to]) => to[0] !== '#' || !document.getElementById(decodeURIComponent(to.slice(1))))"""
    )
    assert dangling == []
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


def test_following_a_link_marks_the_words(context: BrowserContext, report: Made) -> None:
    page = opened(context, report.address)
    link = page.locator(".lone .words a, .card td a").first
    before = page.evaluate(_BACKGROUND, link.get_attribute("href"))
    link.click()
    assert page.evaluate(_BACKGROUND, link.get_attribute("href")) != before


_BACKGROUND = "(hash) => getComputedStyle(document.getElementById(hash.slice(1))).backgroundColor"


def test_from_a_statement_in_the_text_to_its_card_and_back(context: BrowserContext, report: Made) -> None:
    page = opened(context, report.address)
    label = page.locator("a.who[href]").first
    label.click()
    card = page.locator(":target")
    assert card.count() == 1
    assert (
        "article" in card.evaluate("e => e.tagName.toLowerCase()") or card.evaluate("e => e.tagName") == "LI"
    )
    card.locator("a[href]").first.click()
    assert page.locator(".texts :target").count() == 1


def test_the_same_words_stand_there_without_scripts(browser: Browser, report: Made) -> None:
    texts = []
    for scripts in (True, False):
        made = browser.new_context(java_script_enabled=scripts)
        texts.append(opened(made, report.address).locator("body").inner_text())
        made.close()
    assert texts[0] == texts[1]
    assert len(texts[0]) > 500


_CONTRASTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  canvas.canvas.width = canvas.canvas.height = 1;
  const paint = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb
      .map((v) => v / 255)
      .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const style = getComputedStyle(element);
    if (!own || style.visibility === 'hidden' || !element.getClientRects().length) continue;
    const behind = [];
    for (let e = element; e; e = e.parentElement) behind.unshift(getComputedStyle(e).backgroundColor);
    const under = light(paint(['white', ...behind]));
    const ink = element instanceof SVGElement ? style.fill : style.color;
    const over = light(paint(['white', ...behind, ink]));
    const ratio = (Math.max(under, over) + 0.05) / (Math.min(under, over) + 0.05);
    found.push([ratio, element.tagName + '.' + element.className]);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_enough_in_both_themes(
    context: BrowserContext, report: Made, scheme: Any
) -> None:
    page = opened(context, report.address)
    page.emulate_media(color_scheme=scheme)
    contrasts = page.evaluate(_CONTRASTS)
    assert len(contrasts) > 50
    assert [(round(ratio, 2), what) for ratio, what in contrasts if ratio < 4.5] == []


# --- the picture of the ways


@pytest.fixture(scope="module", params=["chains", "in a circle", "crowded", "hostile chains"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A report with a picture."""
    dossier = GRAPHS[request.param]()
    path: Path = tmp_path_factory.mktemp("graph") / "report.html"
    path.write_bytes(exporter_for("html").export(dossier))
    return Made(dossier, path.as_uri())


def test_the_picture_is_one_image_with_a_name_and_a_table_beside_it(
    context: BrowserContext, graph: Made
) -> None:
    page = opened(context, graph.address)
    picture = page.locator(".graph svg[role=img]")
    assert picture.count() == 1
    for id_ in str(picture.get_attribute("aria-labelledby")).split():
        assert page.locator(f"#{id_}").text_content()
    assert picture.locator("a, [tabindex]").count() == 0
    routes = routes_of(graph.dossier.transmission).all
    assert page.locator("table.ways tbody tr").count() == len(routes)


def test_words_stay_inside_their_boxes(context: BrowserContext, graph: Made) -> None:
    page = opened(context, graph.address)
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.picture .node')].flatMap((node) => {
            const box = [...node.querySelectorAll('.shape')].pop().getBBox();
            return [...node.querySelectorAll('text')].map((text) => [text.textContent, text.getBBox()])
              .filter(([, t]) => t.x < box.x || t.x + t.width > box.x + box.width
                || t.y < box.y - 1 || t.y + t.height > box.y + box.height + 1)
              .map(([words]) => words);
        })"""
    )
    assert outside == []


def test_boxes_do_not_lie_on_each_other(context: BrowserContext, graph: Made) -> None:
    page = opened(context, graph.address)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('.picture .node')].map((node) => {
            const b = [...node.querySelectorAll('.shape')].pop().getBBox();
            return [b.x, b.y, b.x + b.width, b.y + b.height];
        })"""
    )
    assert len(boxes) >= 4
    for one, other in combinations(boxes, 2):
        apart = (one[2] <= other[0], other[2] <= one[0], one[3] <= other[1], other[3] <= one[1])
        assert any(apart), (one, other)


def test_stated_is_solid_and_inferred_is_dashed(context: BrowserContext, graph: Made) -> None:
    page = opened(context, graph.address)
    dashes = "found => found.map((e) => getComputedStyle(e).strokeDasharray)"
    assert set(page.locator(".picture .step.stated").evaluate_all(dashes)) == {"none"}
    assert "none" not in page.locator(".picture .step.inferred").evaluate_all(dashes)


def test_what_has_no_name_has_a_shape_of_its_own(context: BrowserContext, graph: Made) -> None:
    page = opened(context, graph.address)
    shape = "found => found.map((e) => (e.getAttribute('d').match(/[aL]/g) || []).join(''))"
    shapes = {
        kind: set(page.locator(f".picture .{kind} .shape").evaluate_all(shape))
        for kind in ("named", "unnamed", "report")
    }
    assert all(len(found) == 1 for found in shapes.values())
    assert len({next(iter(found)) for found in shapes.values()}) == 3


def test_an_arrow_leads_to_its_statements_by_mouse_and_keyboard(context: BrowserContext, graph: Made) -> None:
    page = opened(context, graph.address)
    arrow = page.locator(".spots a.arrow").first
    title = arrow.get_attribute("aria-label")
    assert title
    assert title == arrow.locator("title").text_content()
    arrow.focus()
    assert arrow.locator("path").evaluate("e => getComputedStyle(e).stroke") != "rgba(0, 0, 0, 0)"
    page.keyboard.press("Enter")
    target = page.locator(":target")
    assert target.count() == 1
    statements = {statement.id for statement in graph.dossier.statements}
    name = str(target.get_attribute("id"))
    assert name in statements or page.locator(f"tr:has([id='{name}']) td:last-child a").count() > 1


def test_on_a_telephone_the_picture_scrolls_in_its_own_box(context: BrowserContext, graph: Made) -> None:
    page = opened(context, graph.address)
    page.set_viewport_size({"width": 390, "height": 800})
    sizes = page.locator(".graph .scroll").evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert sizes[0] > sizes[1]
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    letters = page.locator(".picture .node text").first.evaluate("e => e.getBoundingClientRect().height")
    assert letters > 10


def test_in_print_the_picture_is_whole(context: BrowserContext, graph: Made) -> None:
    page = opened(context, graph.address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 690, "height": 1000})
    box = page.locator(".picture").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 690
    assert page.locator(".spots").is_hidden()


def test_dark_is_dark(context: BrowserContext, report: Made) -> None:
    page = opened(context, report.address)
    colours = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        style = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
        colours.append(page.evaluate(f"() => {style}"))
    (paper, ink), (dark_paper, dark_ink) = colours
    assert paper != dark_paper
    assert ink != dark_ink


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_never_scrolls_sideways(context: BrowserContext, report: Made, width: int) -> None:
    page = opened(context, report.address)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


_COLUMNS_OF_ROWS = """table => {
  const running = [];
  return [...table.tBodies[0].rows].map((row) => {
    let count = running.filter((left) => left > 0).length;
    for (let i = 0; i < running.length; i++) running[i] -= 1;
    for (const cell of row.cells) {
      count += cell.colSpan;
      if (cell.rowSpan > 1) running.push(cell.rowSpan - 1);
    }
    return count;
  });
}"""


def test_every_table_has_a_caption_and_headers(context: BrowserContext, report: Made) -> None:
    page = opened(context, report.address)
    for table in page.locator("table").all():
        assert str(table.locator("caption").text_content()).strip()
        columns = table.locator("thead th[scope=col]").count()
        assert columns >= 2
        assert set(table.evaluate(_COLUMNS_OF_ROWS)) <= {columns}
        for row in table.locator("tbody tr").all():
            assert row.locator("th[scope=row]").count() == 1


def test_every_variant_is_named_in_words(context: BrowserContext, report: Made) -> None:
    page = opened(context, report.address)
    for entry in page.locator(".entry").all():
        label = entry.locator(".label").inner_text()
        assert any(severity in label for severity in ("trivial", "minor", "major"))
        assert any(letter.isalpha() for letter in entry.locator(".kind").first.inner_text())
        assert entry.locator(".lemma .has").inner_text()
        assert entry.locator(".altered").inner_text()
    for change in page.locator("a.change").all():
        assert change.locator("ins, del").count() >= 1
        assert change.get_attribute("title")
        assert page.locator(f".entry[id='{str(change.get_attribute('href'))[1:]}']").count() == 1


# --- the apparatus


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A report with one utterance in eight reports."""
    dossier = versions_story()
    path: Path = tmp_path_factory.mktemp("versions") / "report.html"
    path.write_bytes(exporter_for("html").export(dossier))
    return Made(dossier, path.as_uri())


def test_another_base_is_chosen_by_mouse_and_keyboard_without_scripts(
    browser: Browser, versions: Made
) -> None:
    made = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = opened(made, versions.address)
    shown = page.locator(".card .running:visible .base .words")
    assert shown.count() == 1
    assert "Tuesday," in shown.inner_text()
    page.locator(".card .bases > label").nth(1).click()
    assert "Wednesday," in shown.inner_text()
    assert "seen from A" in page.locator(".card .running:visible").inner_text()
    page.keyboard.press("ArrowRight")
    assert "some" in shown.inner_text()
    assert shown.count() == 1
    made.close()


def test_the_more_independent_witnesses_differ_the_deeper_the_shade(
    context: BrowserContext, versions: Made
) -> None:
    page = opened(context, versions.address)
    found = page.locator(".card .running:visible .base a.heat").evaluate_all(
        "all => all.map((e) => [e.firstChild.textContent, parseInt(e.style.getPropertyValue('--heat')),"
        " getComputedStyle(e).textDecorationStyle, e.title])"
    )
    by_words = {words: (share, line, title) for words, share, line, title in found}
    assert by_words["um,"][0] > by_words["about"][0] > by_words["Tuesday,"][0]
    assert by_words["um,"][2] == "11 cleanup, minor. at most 3 of 7 differ"
    assert by_words["Tuesday,"][1] == "solid"
    assert by_words["um,"][1] == "dashed"
    assert by_words["can't"][1] == "dotted"


def test_a_mark_in_the_base_leads_to_its_note(context: BrowserContext, versions: Made) -> None:
    page = opened(context, versions.address)
    page.locator(".card .running:visible .base a.heat").first.focus()
    page.keyboard.press("Enter")
    target = page.locator(".entry:target")
    assert target.locator(".kind").inner_text() == "date"
    assert "Tuesday,] A C D E F H at most 5 of 6" in " ".join(target.inner_text().split())
    assert target.locator(".altered").inner_text() == "they differ"


def test_who_altered_is_said_only_where_the_apparatus_says_it(
    context: BrowserContext, versions: Made
) -> None:
    page = opened(context, versions.address)
    told = page.locator(".entry .altered").all_inner_texts()
    variants = versions.dossier.utterances[0].apparatus.variants
    assert [words == "they differ" for words in told] == [not variant.altered for variant in variants]


def test_the_table_has_each_version_in_a_row_and_no_cell_outside_its_card(
    context: BrowserContext, versions: Made
) -> None:
    page = opened(context, versions.address)
    rows = page.locator(".places").first.locator("tbody th").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == ["A base", "B", "C H", "D", "E", "F"]
    scrolled = page.locator(".card .scroll").evaluate_all(
        "all => all.map((e) => e.scrollWidth - e.clientWidth)"
    )
    assert max(scrolled) <= 0


def test_a_house_style_is_chosen_and_its_rules_are_cited(context: BrowserContext, versions: Made) -> None:
    page = opened(context, versions.address)
    memo = page.locator(".memo:visible")
    assert memo.locator("h3").inner_text() == "Lamplight Desk"
    words = " ".join(memo.inner_text().split())
    assert "not allowed 1" in words
    assert "altered: D (its brackets show it)" in words
    assert "(wording not verified)" in words
    link = memo.locator("a.cite").first
    assert link.get_attribute("href") == "https://lamplight.example/quoting"
    assert link.get_attribute("rel") == "noreferrer noopener"
    page.locator(".tabs > label", has_text="Quay").click()
    assert page.locator(".memo:visible h3").all_inner_texts() == ["Quay Street Rules"]


def test_five_hundred_versions_are_folded(context: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    page_bytes = exporter_for("html").export(crowd_of_versions(500))
    assert len(page_bytes) < 1_000_000
    path.write_bytes(page_bytes)
    page = opened(context, path.as_uri())
    assert page.locator(".places tbody tr").count() <= 24
    assert page.locator(".running").first.locator("> div").count() <= 13
    readings = page.locator(".entry .reading")
    assert readings.count() == 51
    assert page.locator(".entry .reading:visible").count() < 20


def test_changes_show_without_colour(context: BrowserContext, report: Made) -> None:
    page = opened(context, report.address)
    line = "e => getComputedStyle(e).textDecorationLine"
    for tag, decoration in (("ins", "underline"), ("del", "line-through")):
        assert set(page.locator(tag).evaluate_all(f"found => found.map({line})")) <= {decoration}


def test_print_leaves_nothing_out(context: BrowserContext, report: Made) -> None:
    page = opened(context, report.address)
    laid_out = "value => document.querySelectorAll('*').forEach(e => { e.style.contentVisibility = value; })"
    page.evaluate(laid_out, "visible")  # else what is out of sight reads as empty
    seen = [page.locator("main").inner_text(), page.locator(".masthead > :not(nav)").all_inner_texts()]
    page.evaluate(laid_out, "")
    page.emulate_media(media="print")
    printed = [page.locator("main").inner_text(), page.locator(".masthead > :not(nav)").all_inner_texts()]
    assert [str(part).split() for part in printed] == [str(part).split() for part in seen]
    assert page.pdf().startswith(b"%PDF")


def test_every_word_of_every_report_is_on_the_page(context: BrowserContext, report: Made) -> None:
    page = opened(context, report.address)
    shown = page.evaluate(
        """() => [...document.querySelectorAll('.texts article')].map((article) =>
            [...article.querySelectorAll('.block p')].map((p) => {
              const copy = p.cloneNode(true);
              copy.querySelectorAll('.who').forEach((label) => label.remove());
              return copy.textContent;
            }).join(''))"""
    )
    texts = [_as_shown(article.text) for article in report.dossier.articles]
    assert ["".join(part.split()) for part in shown] == ["".join(text.split()) for text in texts]


def _as_shown(text: str) -> str:
    """Control characters are replaced by signs, one for one; blanks do not count here."""
    signs = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\r\n"}
    gone = dict.fromkeys([0x7F], 0x2421) | dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE], 0xFFFD)
    return text.translate(signs | gone)


def test_the_keyboard_reaches_the_content_and_shows_where_it_is(
    context: BrowserContext, report: Made
) -> None:
    page = opened(context, report.address)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Tab")
    outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_landmarks_language_and_title(context: BrowserContext, report: Made) -> None:
    page = opened(context, report.address)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("main").count() == 1
    assert page.locator("nav[aria-label]").count() == 1
    assert page.title() == page.locator("h1").inner_text()
    assert page.locator("meta[name=viewport]").count() == 1
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
