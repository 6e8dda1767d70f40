"""Chains, unnamed sources and who is who, as they are shown: the words, the cuts, the signs, the cost."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.builders.bridge_story import bridge_story
from tests.builders.chain_story import chain_story, crowded_story, hostile_chains
from tests.builders.relay_story import relay_story

from rashomon.cli.terminal import draw, table
from rashomon.exports import exporter_for, summary
from rashomon.exports.display import NOT_STATED
from rashomon.exports.html.drawing import drawing
from rashomon.exports.overview import overview
from rashomon.exports.routes import routes_of
from rashomon.exports.terms import FLAGS, MANNERS, NODE_KINDS, REASONS, STEPS, reason_label
from rashomon.language import transmission as words_of_transmission
from rashomon.model import Dossier, Flag, NodeKind, SourceKind, Witness
from rashomon.reconciliation.labels import LinkRule

STORY = chain_story()
PARTS = ("through", "unnamed", "people")


def shown(dossier: Dossier) -> str:
    return exporter_for("text").export(dossier).decode()


def on_terminal(dossier: Dossier, width: int = 100, *, encoding: str = "utf-8") -> str:
    """As `compare` draws it: cut."""
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    console = Console(file=file, width=width, color_system=None, force_terminal=False, _environ={})
    with console.capture() as capture:
        console.print(summary(dossier))
    return capture.get()


# --- the terminal


def test_chains_stand_under_their_speaker_with_an_arrow_for_each_step() -> None:
    text = shown(STORY)
    assert "  ⟨A guard⟩ ─told─▶ B ──▶ A  1 statement\n" in text
    assert (
        "  Odo Karsel\n"
        "    ┄interview┄▷ Lantern FM ─show─▶ Lantern FM’s “Morning Tide” ──▶ A  1 statement\n"
        "    ──▶ B  1 statement\n"
    ) in text


def test_whom_one_report_quotes_itself_is_folded_into_one_line() -> None:
    assert "  4 speakers with no one between ──▶ A  4 statements\n" in shown(STORY)


def test_the_audit_tells_number_voucher_reason_and_flags() -> None:
    text = " ".join(shown(STORY).split())
    assert "A sources · plural words, one source shown · how many: not stated" in text
    assert (
        "A A guard · described otherwise in another report · how many: 1 · who vouches: the Brint Mercury"
        in text
    )
    assert "reason for no name: “because he fears for his post”" in text
    assert "B A keeper of the gate · no reason stated" in text


def test_only_who_is_spelt_otherwise_or_kept_apart_is_in_the_summary() -> None:
    part = shown(STORY).split("Who is who")[1].split("Only in A")[0]
    assert "Odo Karsel · A Odo Karsel · B Carsel · one name in two spellings" in part
    assert "A Odo Karsel ≠ B Jana Karsel · kept apart · given names differ" in part
    assert len(part.strip().splitlines()) == 3


def test_who_may_be_meant_is_said_where_nobody_is_named() -> None:
    rivals = "not stated; could be Odo Karsel (.50), Jana Karsel (.40)"
    assert rivals in shown(STORY)
    assert rivals in exporter_for("html").export(STORY).decode()


def test_a_table_of_statements_says_who_may_be_meant() -> None:
    article = STORY.articles[0]
    own = [statement for statement in STORY.statements if statement.article == article.id]
    console = Console(width=400, file=io.StringIO(), _environ={})
    with console.capture() as capture:
        console.print(table(article, own))
    assert "he: not stated; could be Odo Karsel (.50), Jana Karsel (.40)" in capture.get()


def test_the_card_of_a_statement_has_its_chain_and_occasion() -> None:
    page = exporter_for("html").export(STORY).decode()
    item = next(part for part in page.split("<li ") if "that the city would pay</a>" in part)
    told = " ".join(re.sub(r"<[^>]+>", " ", item).split())
    assert (
        "Odo Karsel interview, inferred → Lantern FM show → Lantern FM’s “Morning Tide” → A "
        "occasion interview an interview"
    ) in told
    assert 'class="told"' not in next(part for part in page.split("<li ") if "heard the gate</a>" in part)


def test_a_shared_utterance_tells_through_whom_each_report_has_it() -> None:
    first = next(s for s in STORY.statements if s.chain)
    last = STORY.statements[-2]
    words = Witness(statement=first.id, article=first.article, spans=first.content)
    again = Witness(statement=last.id, article=last.article, spans=last.content)
    old = STORY.utterances[0]
    shared = replace(
        old,
        statements=tuple(sorted((first.id, last.id))),
        apparatus=replace(old.apparatus, base=first.id, witnesses=(words, again), columns=()),
    )
    text = shown(replace(STORY, utterances=(shared,)))
    assert "    A  through the Brint Mercury (told)\n" in text


def test_nothing_is_said_of_chains_where_there_are_none() -> None:
    text = shown(bridge_story())
    for title in ("Through whom", "Unnamed sources", "Who is who"):
        assert title not in text


@pytest.mark.parametrize("width", [60, 80, 133, 200])
@pytest.mark.parametrize("make", [chain_story, relay_story, hostile_chains])
def test_no_line_is_wider_than_the_terminal(make: type, width: int) -> None:
    assert max(cell_len(line) for line in on_terminal(make(), width).splitlines()) <= width


def test_a_terminal_without_unicode_gets_arrows_of_ascii() -> None:
    text = on_terminal(STORY, encoding="ascii")
    assert "<A guard> -told-> B --> A" in text
    assert ".interview.> Lantern FM" in text
    assert "!= B Jana Karsel" in text


def test_a_screen_that_knows_ascii_alone_is_given_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    drawn = draw(summary(STORY), to_terminal=True, plain=True)
    assert drawn.isascii()
    assert b"<A guard> -told-> B --> A" in drawn
    elsewhere = draw(summary(STORY), to_terminal=False, plain=True)
    assert "⟨A guard⟩ ─told─▶ B ──▶ A" in elsewhere.decode("utf-8")


def test_a_circle_is_marked_and_ends() -> None:
    text = shown(relay_story())
    assert "▶↺ " in text or "▷↺ " in text


def test_a_long_list_is_cut_on_a_terminal_and_says_how_to_see_the_rest() -> None:
    crowded = crowded_story(50)
    part = on_terminal(crowded).split("Through whom")[1].split("Only in A")[0]
    assert re.search(r"… \d+ more: --format text", part)
    assert len(part.strip().splitlines()) < 20
    whole = shown(crowded).split("Through whom")[1].split("Only in A")[0]
    assert "more: --format" not in whole
    assert all(re.search(rf"Speaker {n}\b", whole) for n in range(50))


# --- words: verbatim, or of a fixed vocabulary


class _Texts(HTMLParser):
    """What stands in these sections: the pieces of text of the tables, the words of the picture."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.inside = self.drawn = False
        self.pieces: list[str] = []
        self.picture: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self.inside = dict(attrs).get("id") in PARTS
        self.drawn = self.drawn or tag == "svg"
        if self.inside and tag == "a":
            self.picture += (dict(attrs).get("aria-label") or "").split()

    def handle_endtag(self, tag: str) -> None:
        self.drawn = self.drawn and tag != "svg"

    def handle_data(self, data: str) -> None:
        if not self.inside or not data.strip():
            return
        if self.drawn:
            self.picture += data.split()
        else:
            self.pieces.append(" ".join(data.split()))


_LABELS = {
    "Through whom", "The same as a table", "Speaker", "Through", "Report", "How it is told", "Statements",
    "Unnamed sources", "Described as", "How many", "Who vouches", "Reason for no name", "Noted",
    "Who is who", "Name", "In the reports", "Taken for one", "Kept apart", "the report itself",
    "no one between", "stated", "inferred", "inferred, leads back", "stated, leads back", NOT_STATED,
    "none found",
    "Unnamed sources, report by report", "→", "·", ",", ":", ": ,",
    "Who speaks or is named in several reports, and what the reports call them",
    "Speakers on the left, reports on the right, an arrow for each step. The table below says the same.",
    *FLAGS.values(), *NODE_KINDS.values(), *REASONS.values(), *(m.replace("_", " ") for m in MANNERS),
    *(kind.value for kind in (*SourceKind, *NodeKind)),
}  # fmt: skip
_COUNTED = re.compile(r"\d+|and \d+ more|[A-Z]")
_DRAWN = (
    "speaker speakers carrier carriers report reports statement statements unnamed sources "
    "with without a name no one between told stated inferred leads back → …"
).split()


def _verbatim(dossier: Dossier) -> str:
    """All that may be shown verbatim, in one line."""
    names = [article.publisher.name for article in dossier.articles if article.publisher]
    parts = [*names, *(article.text for article in dossier.articles), *(a.input for a in dossier.articles)]
    return " ".join(" ".join(parts).split()).casefold()


def _strange(words: str, dossier: Dossier) -> bool:
    """Whether a piece of text is neither verbatim nor a label; the builders' own labels and roles pass."""
    bare = words.strip(":,→ ")
    given = {link.evidence.reason for link in dossier.links}
    given |= {role for figure in dossier.figures for a in figure.appearances for role in a.roles}
    known = bool(bare in _LABELS | given or _COUNTED.fullmatch(bare))
    return bool(bare) and not known and bare.casefold() not in _verbatim(dossier)


@pytest.mark.parametrize("make", [chain_story, relay_story])
def test_every_word_of_the_tables_is_a_reports_own_or_a_label(make: type) -> None:
    dossier: Dossier = make()
    found = _Texts(exporter_for("html").export(dossier).decode()).pieces
    assert len(found) > 50
    assert [words for words in found if _strange(words, dossier)] == []


@pytest.mark.parametrize("make", [chain_story, relay_story])
def test_every_word_of_the_picture_is_a_reports_own_or_a_label(make: type) -> None:
    dossier: Dossier = make()
    found = _Texts(exporter_for("html").export(dossier).decode()).picture
    labels = {word.casefold() for label in _LABELS for word in label.split()} | set(_DRAWN)
    known = labels | set(_verbatim(dossier).split())
    known |= {word.strip(",.:") for word in known}
    bare = (word.strip(",.:") for word in found)
    strange = {w for w in bare if w.casefold() not in known and not _COUNTED.fullmatch(w)}
    assert len(found) > 50
    assert {w for w in strange if w.casefold() not in _verbatim(dossier)} == set()


def test_words_that_nobody_wrote_would_be_found() -> None:
    assert _strange("probably", STORY)
    assert not _strange("A guard", STORY)


def test_every_label_that_can_come_has_its_words() -> None:
    assert set(FLAGS) == set(Flag)
    assert set(NODE_KINDS) == set(NodeKind)
    assert {rule.label for rule in LinkRule} == set(REASONS)
    assert reason_label("some_other") == "some other"
    tables = (words_of_transmission.ADDRESSED, words_of_transmission.SPOKEN_TO)
    tables += (words_of_transmission.CARRIERS, words_of_transmission.REPORTING)  # type: ignore[assignment]
    assert {manner for table in tables for manner in table.values()} <= set(MANNERS)


def test_every_label_is_explained_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")
    for manner, meaning in MANNERS.items():
        assert f"| {manner.replace('_', ' ')} | {meaning} |" in page
    for label in (*FLAGS.values(), *REASONS.values()):
        assert f"| {label} | " in page
    for kind, meaning in NODE_KINDS.items():
        assert f"| {meaning} |" in page or f" a {meaning} |" in page, kind
    assert all(meaning in page for meaning in STEPS.values())


# --- the picture


def test_cost_of_a_picture_grows_with_its_steps() -> None:
    crowded = crowded_story(4000)
    of = overview(crowded)
    picture = drawing(crowded.transmission, routes_of(crowded.transmission), of.sigla, {})
    assert picture.height > 4000 * 20
    assert picture.picture.count('class="node named"') + picture.picture.count('class="node unnamed"') == 4000
