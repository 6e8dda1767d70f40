"""The summary: what it holds, at every width, on terminals and without."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.builders.bridge_story import bridge_story

from rashomon.exports import exporter_for, summary
from rashomon.exports.display import shortened, visible
from rashomon.exports.overview import overview, siglum
from rashomon.model import Article, Dossier

STORY = bridge_story()


def _drawn(dossier: Dossier, width: int, *, terminal: bool = False) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=terminal,
        color_system="truecolor" if terminal else None,
        _environ={},
    )
    with console.capture() as capture:
        console.print(summary(dossier))
    return capture.get()


def test_the_summary_says_who_what_and_where() -> None:
    text = exporter_for("text").export(STORY).decode()
    assert text.startswith("3 reports · 18 statements · 4 utterances in more than one report\n")
    assert "Ilse Markwart  A B1 B2 C" in text
    assert "B road-block ] A roadblock," in text
    assert "headline: not stated" in text
    assert "published: not stated" in text
    assert "Only in B  2" in text
    assert "An official at city hall" in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 131, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = _drawn(STORY, width).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert any(cell_len(line) > width * 0.75 for line in lines)


def test_a_terminal_narrower_than_the_layout_gets_the_narrowest() -> None:
    assert {"Ilse", "Markwart"} <= set(_drawn(STORY, 30).split())


def test_colours_only_on_a_terminal() -> None:
    assert "\x1b[" in _drawn(STORY, 100, terminal=True)
    assert "\x1b[" not in _drawn(STORY, 100)
    assert b"\x1b" not in exporter_for("text").export(STORY)


def test_the_words_are_the_same_with_and_without_colours() -> None:
    console = Console(file=io.StringIO(), width=100)
    coloured = console.render_str(_drawn(STORY, 100, terminal=True), markup=False)
    assert coloured.plain.count("—") == _drawn(STORY, 100).count("—")


def test_control_characters_of_a_report_do_not_reach_the_terminal() -> None:
    article = Article(
        input="a\x1b]0;x\x07.txt", text="x", headline="\x1b[2J\x00 \u009b31m boo [bold]not markup[/bold]"
    )
    engine = replace(STORY.engine)
    dossier = Dossier(articles=(article,), statements=(), sources=(), utterances=(), engine=engine)
    text = exporter_for("text").export(dossier).decode()
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in text)
    assert "[bold]not markup[/bold]" in text


def test_sigla_go_on_after_z() -> None:
    assert [siglum(i) for i in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]


def test_a_report_with_two_witnesses_has_them_numbered_by_place() -> None:
    of = overview(STORY)
    labels = of.witness_sigla(of.shared[0].apparatus)
    assert list(labels.values()) == ["A", "B1", "B2", "C"]
    first, second = (of.statements[id_] for id_, label in labels.items() if label.startswith("B"))
    assert first.content[0].start < second.content[0].start


def test_no_dossier_is_too_small() -> None:
    nothing = Dossier(articles=(), statements=(), sources=(), utterances=(), engine=STORY.engine)
    assert exporter_for("text").export(nothing).startswith(b"0 reports")


def test_shortened_keeps_whole_words_and_the_width() -> None:
    for length in range(4, 30):
        cut = shortened("the  law is\nthe law and no more", length)
        assert len(cut) <= length
        assert cut.endswith("…") or cut == "the law is the law and no more"
        assert "the law is the law and no more".startswith(cut.removesuffix("…").rstrip())


def test_visible_keeps_offsets() -> None:
    text = "".join(map(chr, range(0x300))) + "\ud800\uffff"
    assert len(visible(text)) == len(text)
    visible(text).encode("utf-8")
