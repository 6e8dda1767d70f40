"""What stands behind the claims, in headless Chromium: cells opened, rows chosen and sorted, times found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.builders.claim_story import claim_story
from tests.builders.crowded_claims import crowded_claims
from tests.functional.browsing import opened

from rashomon.exports import exporter_for
from rashomon.exports.html.matrix import CELLS, FOLD

pytestmark = pytest.mark.browser

STORY = claim_story()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The story's report in a file."""
    path: Path = tmp_path_factory.mktemp("claims") / "report.html"
    path.write_bytes(exporter_for("html").export(STORY))
    return path.as_uri()


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A report of many reports and claims."""
    path: Path = tmp_path_factory.mktemp("crowd") / "report.html"
    path.write_bytes(exporter_for("html").export(crowded_claims(CELLS // FOLD + 1, FOLD + 20)))
    return path.as_uri()


def _rows(page: Page) -> list[int]:
    """The numbers of the claims that are shown, from top to bottom."""
    found = page.locator("tbody.claim").evaluate_all(
        """bodies => bodies.filter((body) => body.getClientRects().length)
            .map((body) => [body.getBoundingClientRect().top, Number(body.querySelector('.n').textContent)])
            .sort((one, other) => one[0] - other[0]).map(([, number]) => number)"""
    )
    return [int(number) for number in found]


def test_a_cell_opens_the_words_it_rests_on(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    words = page.locator("#c2-B .words")
    assert words.is_hidden()
    page.locator('.matrix td a[href="#c2-B"]').click()
    assert words.is_visible()
    assert words.inner_text() == "The valve failed for no apparent reason"
    assert page.locator("#c2-B a.place").get_attribute("href") == f"#B-{_span('B', words.inner_text())}"
    page.locator("#c2-B").locator("xpath=ancestor::td").locator(".shut").click()
    assert words.is_hidden()


def _span(letter: str, words: str) -> str:
    text = STORY.articles["ABCD".index(letter)].text
    start = text.index(words)
    return f"{start}-{start + len(words)}"


def test_the_words_of_a_cell_lead_to_their_place(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    page.locator('.matrix td a[href="#c1-A"]').click()
    page.locator("#c1-A a.place").click()
    assert page.locator(".texts :target").inner_text() == "Twelve people were injured"


def test_a_silent_cell_opens_the_passage_that_came_nearest(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    page.locator('.matrix td a[href="#c1-D"]').click()
    opened_entry = page.locator("#c1-D")
    assert opened_entry.is_visible()
    assert "nearest .31" in opened_entry.inner_text()
    assert opened_entry.locator("a.place").inner_text() == "A cat named Bosun was carried out by a neighbour."


def test_a_passage_that_nobody_looked_at_is_not_stated(context: BrowserContext, address: str) -> None:
    page = opened(context, f"{address}#c6-A")
    assert "nearest: not stated" in page.locator("#c6-A").inner_text()


def test_cells_tell_their_stance_by_word_sign_and_colour(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    found: dict[str, tuple[str, str]] = {}
    for stance in ("says", "differs", "denies", "silent"):
        cell = page.locator(f".matrix td.{stance} > a").first
        assert cell.inner_text().strip() == stance
        sign = cell.evaluate("e => getComputedStyle(e, '::before').content")
        look = cell.evaluate("e => { const s = getComputedStyle(e); return s.color + s.borderStyle; }")
        found[stance] = (str(sign), str(look))
    assert len({sign for sign, _ in found.values()}) == 4
    assert len({look for _, look in found.values()}) == 4


def test_the_keyboard_opens_a_cell_and_chooses_rows(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    page.locator('.matrix td a[href="#c3-C"]').focus()
    page.keyboard.press("Enter")
    assert page.locator("#c3-C .words").inner_text() == "The fire did not begin in the boiler room"
    page.locator(".shut >> visible=true").focus()
    page.keyboard.press("Enter")
    page.locator("#show-all").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#show-several").is_checked()
    assert _rows(page) == [1, 2, 3, 4, 5]
    outline = page.locator("#show-several + label").evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline == "solid"


@pytest.mark.parametrize(
    ("choice", "rows"),
    [
        ("show-all", [1, 2, 3, 4, 5, 6, 7, 8]),
        ("show-several", [1, 2, 3, 4, 5]),
        ("show-disputed", [1, 2, 3, 5]),
        ("only-D", [7, 8]),
        ("only-A", []),
        ("out-A", [6, 7, 8]),
        ("out-C", [2, 5, 6, 7, 8]),
    ],
)
def test_rows_can_be_chosen(context: BrowserContext, address: str, choice: str, rows: list[int]) -> None:
    page = opened(context, address)
    page.locator(f"label[for='{choice}']").click()
    assert _rows(page) == rows
    count = page.locator(f"label[for='{choice}'] .count").inner_text()
    assert int(count) == len(rows)


def test_rows_can_be_sorted(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    having = {n: sum(p.stance != "silent" for p in c.positions) for n, c in enumerate(STORY.claims, 1)}
    assert _rows(page) == sorted(having, key=lambda number: -having[number])
    page.locator("label[for='sort-disputes']").click()
    assert _rows(page) == [1, 2, 3, 5, 4, 6, 7, 8]
    page.locator("label[for='sort-origins']").click()
    assert _rows(page) == [3, 6, 7, 8, 2, 4, 5, 1]


def test_a_link_to_a_claim_that_is_not_shown_shows_it(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    page.locator("label[for='only-D']").click()
    page.locator(".dispute a[href^='#cl-']").first.click()
    assert 1 in _rows(page)


def test_each_cell_stands_under_its_report(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        heads = page.locator(".matrix thead th a.siglum").evaluate_all(_MIDDLES)
        cells = page.locator("tbody.claim >> nth=0").locator("tr >> nth=0").locator("td:not(.most)")
        for head, cell in zip(heads, cells.evaluate_all(_MIDDLES), strict=True):
            assert head == pytest.approx(cell, abs=2)


_MIDDLES = "found => found.map((e) => { const b = e.getBoundingClientRect(); return b.left + b.width / 2; })"


def test_many_rows_are_folded_and_can_be_unfolded(context: BrowserContext, crowd: str) -> None:
    page = opened(context, crowd)
    assert len(_rows(page)) == FOLD
    page.locator("label[for='unfold']").click()
    assert len(_rows(page)) == FOLD + 20


def test_heads_of_many_columns_stay_in_sight(context: BrowserContext, crowd: str) -> None:
    page = opened(context, crowd)
    box = page.locator(".matrix")
    box.evaluate("e => e.scrollTo(300, 1200)")
    frame = box.bounding_box()
    head = page.locator(".matrix thead th >> nth=0").bounding_box()
    assert frame is not None
    assert head is not None
    assert frame["y"] <= head["y"] <= frame["y"] + 12
    assert head["x"] == pytest.approx(frame["x"], abs=3)


def test_a_silence_among_many_reports_leads_to_its_passage(context: BrowserContext, crowd: str) -> None:
    page = opened(context, crowd)
    cell = page.locator("tbody.claim >> nth=0").locator("td.silent a").first
    cell.click()
    link = page.locator(":target a")
    assert "nearest .25" in link.inner_text()
    link.click()
    assert page.locator(".texts :target").count() == 1


# --- conflicts


def test_both_sides_of_a_conflict_stand_beside_each_other(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    card = page.locator(".dispute.conflict").first
    assert card.locator(".odd").all_inner_texts() == ["Twelve people", "14 people"]
    assert card.locator(".value").all_inner_texts() == ["12", "14"]
    one, other = (party.bounding_box() for party in card.locator(".party").all())
    assert one is not None
    assert other is not None
    assert one["y"] == pytest.approx(other["y"], abs=2)
    assert one["x"] + one["width"] <= other["x"]


def test_disagreements_are_open_and_the_rest_is_folded(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    shown = page.locator(".dispute").evaluate_all("all => all.filter((e) => e.checkVisibility()).length")
    assert shown == 4
    assert page.locator(".dispute.update .flag").inner_text() == "later"
    page.locator("details.relations summary").first.click()
    assert page.locator(".dispute.refinement").is_visible()


# --- the timeline


def test_bars_stand_in_their_lanes_and_lead_to_the_table(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    lanes = {
        lane: page.locator(f".picture path.time.{lane}").evaluate_all(
            "found => found.map((e) => e.getBBox()).map((b) => [b.y, b.y + b.height])"
        )
        for lane in ("happened", "reported")
    }
    assert max(bottom for _, bottom in lanes["happened"]) < min(top for top, _ in lanes["reported"])
    spot = page.locator("#timeline .spots a").first
    assert spot.get_attribute("aria-label") == spot.locator("title").text_content()
    spot.focus()
    page.keyboard.press("Enter")
    assert "1998" in page.locator("tr:target").inner_text()


def test_the_table_has_every_time_and_tells_how_it_was_worked_out(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address)
    rows = page.locator("table.times tbody tr")
    assert rows.count() == len(STORY.timeline)
    row = rows.filter(has_text="on Tuesday")
    assert row.locator("details p").is_hidden()
    row.locator("summary").click()
    assert "the date of publication on the page: 2031-05-06" in row.locator("details p").inner_text()


def test_what_is_not_resolved_stands_beside_the_picture(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    told = page.locator(".unresolved a.place").all_inner_texts()
    assert told == ["two days before the regatta", "recently"]
    assert page.locator(".unresolved .unknown").inner_text() == "not stated"


def test_labels_of_bars_do_not_lie_on_each_other(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    boxes: list[Any] = page.locator("#timeline .picture text:not(.lane)").evaluate_all(
        "found => found.map((e) => e.getBBox()).map((b) => [b.x, b.y, b.x + b.width, b.y + b.height])"
    )
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = (
                one[2] <= other[0] + 1,
                other[2] <= one[0] + 1,
                one[3] <= other[1] + 4,
                other[3] <= one[1] + 4,
            )
            assert any(apart), (one, other)


# --- origins


def test_origins_are_drawn_with_their_roots_and_told_in_words(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    cards = page.locator(".card.origin")
    assert [card.locator("h3").inner_text() for card in cards.all()] == [
        "at most 3 independent origins",
        "at most 2 independent origins",
        "at most 1 independent origin",
    ]
    speech = cards.nth(2)
    widths = "found => found.map((e) => parseFloat(getComputedStyle(e).strokeWidth))"
    roots = speech.locator(".picture .node.root .shape").evaluate_all(widths)
    others = speech.locator(".picture .node:not(.root) .shape").evaluate_all(widths)
    assert len(roots) == 1
    assert min(roots) > max(others)
    assert "witnesses of one act" in speech.inner_text()
    assert speech.locator(".collapses a.place").all_inner_texts() == ["Mayor Odo Karsel", "Mayor Odo Karsel"]


def test_from_the_bound_in_the_matrix_to_what_it_rests_on(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    for number in range(1, len(STORY.claims) + 1):
        link = page.locator(f".matrix td.most a[href='#origins-of-{number}']")
        link.click()
        assert page.locator(":target").evaluate("e => Boolean(e.closest('#origins'))")


def test_what_a_person_decided_stands_with_the_origins(context: BrowserContext, address: str) -> None:
    text = opened(context, address).locator("#origins").inner_text()
    assert "Odo Karsel, the company: two origins" in text
    assert "in a circle" in text
