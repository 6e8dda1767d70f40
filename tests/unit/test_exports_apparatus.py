"""The apparatus for people: labels for everything, notes, versions, marks under a text, tables, memos."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.builders.bridge_story import bridge_story
from tests.builders.versions_story import PLACES, RETOLD, crowd_of_versions, versions_story

from rashomon.collation.classes import CLASSES, WHOLES
from rashomon.exports import exporter_for, summary
from rashomon.exports.apparatusnotes import Note, notes, weightiest
from rashomon.exports.apparatusterms import (
    DIFFER,
    EDIT_REASONS,
    KINSHIPS,
    SEVERITIES,
    SHOWN_BY,
    VARIANT_KINDS,
    VERDICT_MEANINGS,
    VERDICTS,
)
from rashomon.exports.collated import Collated
from rashomon.exports.heat import HeatMap
from rashomon.exports.heatlines import heat_lines
from rashomon.exports.memo import memos
from rashomon.exports.overview import overview
from rashomon.exports.tablelines import DITTO, table_blocks
from rashomon.model import (
    Citation,
    Dossier,
    HouseRule,
    Kinship,
    Severity,
    ShownBy,
    Tongue,
    VariantKind,
    Verdict,
)

STORY = versions_story()


def _collated(dossier: Dossier = STORY) -> Collated:
    of = overview(dossier)
    return Collated(of.shared[0], of)


def _note(number: int) -> Note:
    return next(note for note in notes(_collated()) if note.number == number)


# --- labels


@pytest.mark.parametrize(
    ("table", "labels"),
    [
        (VARIANT_KINDS, VariantKind),
        (SEVERITIES, Severity),
        (SHOWN_BY, ShownBy),
        (KINSHIPS, Kinship),
        (VERDICTS, Verdict),
    ],
)
def test_every_label_of_the_model_has_a_wording(table: MappingProxyType[Any, str], labels: Any) -> None:
    assert set(table) == set(labels)
    assert all(table.values())


def test_every_verdict_is_explained_on_the_page_and_in_the_docs() -> None:
    assert set(VERDICT_MEANINGS) == set(VERDICTS.values())
    page = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")
    for label, meaning in (*VERDICT_MEANINGS.items(), *((words, "") for words in SHOWN_BY.values())):
        assert f"| {label} | {meaning}" in page


def test_every_reason_of_the_classes_has_a_wording() -> None:
    reasons = {row.reason for row in (*CLASSES, *WHOLES)}
    assert len(reasons) > 20
    assert reasons - set(EDIT_REASONS) == set()


def test_no_wording_is_a_sentence() -> None:
    tables = (VARIANT_KINDS, SEVERITIES, EDIT_REASONS, SHOWN_BY, KINSHIPS, VERDICTS)
    assert not [words for table in tables for words in table.values() if words.endswith(".")]


# --- versions and notes


def test_witnesses_that_read_the_same_are_one_version_and_the_base_comes_first() -> None:
    versions = _collated().versions
    assert [version.sigla for version in versions] == [
        ("A",),
        ("B",),
        ("C", "H"),
        ("D",),
        ("E",),
        ("F",),
        ("G",),
    ]
    assert versions[0].base


def test_a_family_counts_once() -> None:
    collated = _collated()
    assert collated.independent == 7
    assert collated.count([id_ for id_, letter in collated.sigla.items() if letter in "CH"]) == 1


def test_a_note_has_the_lemma_the_readings_and_who_has_them() -> None:
    note = _note(6)
    assert (note.lemma.words, note.lemma.sigla) == ("40 houses", ("A", "B", "D"))
    assert [(r.words, r.sigla, r.attested) for r in note.others] == [
        ("forty houses", ("C", "H"), 1),
        ("14 houses", ("E",), 1),
    ]
    assert [r.severity for r in note.others] == [Severity.TRIVIAL, Severity.MAJOR]
    assert note.lemma.best


def test_whoever_has_ended_or_only_retells_lacks_nothing_at_a_place() -> None:
    for number in range(4, 13):
        assert {"F", "G"}.isdisjoint(s for r in _note(number).others for s in r.sigla)
    assert _note(4).of == 5
    assert _note(1).of == 6


def test_a_truncation_names_who_stops_and_who_goes_on() -> None:
    note = _note(13)
    assert [(r.words, r.sigla) for r in note.others] == [("", ("F",))]
    assert note.also == ("B", "C", "D", "E", "H")


def test_a_retelling_stands_beside_the_quotation() -> None:
    note = _note(14)
    assert [(r.words, r.sigla) for r in note.others] == [(RETOLD, ("G",))]
    assert note.lemma.sigla == ("A",)


def test_an_empty_lemma_has_the_words_before_it() -> None:
    of = overview(bridge_story())
    found = [note for utterance in of.shared for note in notes(Collated(utterance, of))]
    empty = [note for note in found if not note.lemma.words and note.column]
    assert empty
    for note in empty:
        assert note.before
        assert len(note.before.split()) <= 3


def test_who_altered_is_named_only_where_the_variant_names_him() -> None:
    variants = STORY.utterances[0].apparatus.variants
    for note, variant in zip(notes(_collated()), variants, strict=True):
        assert bool(note.altered) == bool(variant.altered)
        assert note.shown_by is variant.shown_by


def test_of_many_notes_the_gravest_are_kept_in_their_order() -> None:
    found = tuple(notes(_collated()))
    kept, hidden = weightiest(found, 6)
    assert [note.severity for note in kept] == [Severity.MAJOR] * 6
    assert [note.number for note in kept] == sorted(note.number for note in kept)
    assert hidden == len(found) - 6


# --- lines


def _text(*, full: bool, width: int = 100, dossier: Dossier = STORY) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None, _environ={})
    with console.capture() as capture:
        console.print(summary(dossier, full=full))
    return capture.get()


def _plain(line: tuple[tuple[str, str], ...]) -> str:
    return "".join(words for words, _ in line)


@pytest.mark.parametrize("room", [20, 41, 80, 300])
def test_the_lines_of_a_base_give_its_words_back_and_marks_stand_under_what_differs(room: int) -> None:
    collated = _collated()
    text = collated.of.articles[collated.base.article].text
    drawn = list(heat_lines(collated, room=room, measure=len))
    assert " ".join(_plain(words) for words, _ in drawn) == collated.base.spans[0].of(text)
    assert all(len(_plain(words)) <= room for words, _ in drawn)
    under = {w: m for words, marks in drawn if marks for w, m in [(_plain(words), _plain(marks))]}
    place, marks_there = next((w.index("unless"), m) for w, m in under.items() if "unless" in w)
    assert marks_there[place : place + 6] == "9====="


def test_where_the_base_has_no_words_a_caret_stands_between_two() -> None:
    of = overview(bridge_story())
    drawn = [
        (_plain(words), _plain(marks))
        for utterance in of.shared
        for words, marks in heat_lines(Collated(utterance, of), room=80, measure=len)
        if marks
    ]
    carets = [(words, marks.index("^")) for words, marks in drawn if "^" in marks]
    assert carets
    for words, at in carets:
        assert at >= len(words) or words[at] == " " or at == 0


def test_beyond_the_end_of_a_witness_that_stops_early_the_others_count() -> None:
    collated = _collated()
    heats = HeatMap(collated)
    by_letter = {collated.sigla[w.statement]: w for w in collated.witnesses}
    ends = list(heats.ends(by_letter["F"]))
    assert [(at_end, heat.numbers, heat.differ) for at_end, heat in ends] == [(True, (13,), 5)]
    assert list(heats.ends(collated.base)) == []
    last = heats.at(len(PLACES) - 1, collated.base)
    assert last is not None
    assert (last.numbers, last.differ) == ((13,), 1)


def test_the_table_has_the_base_whole_and_a_ditto_for_what_agrees() -> None:
    lines = [_plain(line) for block in table_blocks(_collated(), room=96, measure=len) for line in block]
    first = [line for line in lines if line.startswith("A ")]
    assert any("Tuesday," in line for line in first)
    assert not any(DITTO in line for line in first)
    assert sum("Wednesday," in line for line in lines) == 1
    assert not any(line.startswith("G ") for line in lines)
    assert max(map(len, lines)) <= 98


@pytest.mark.parametrize("width", [60, 80, 100, 200])
@pytest.mark.parametrize("full", [True, False])
def test_no_line_of_an_apparatus_is_wider_than_the_terminal(width: int, full: bool) -> None:
    for dossier in (STORY, bridge_story()):
        assert max(map(cell_len, _text(full=full, width=width, dossier=dossier).splitlines())) <= width


def test_a_terminal_gets_the_gravest_and_a_word_on_the_rest() -> None:
    short, whole = _text(full=False, width=90), _text(full=True, width=90)
    assert "… 4 more notes: --format text" in short
    assert "contraction" not in short.split("Memo:")[0]
    assert "2   contraction          trivial  A C D F H can't (4/6) ] B E cannot (2/6)" in whole
    assert "more notes" not in whole


def test_the_text_tells_who_altered_in_what_language_and_who_counts_once() -> None:
    text = " ".join(exporter_for("text").export(STORY).decode().split())
    assert "at most 7 independent witnesses · C H once: one text, copied" in text
    assert "E spoken in Norrish" in text
    assert f"G retold: {RETOLD}" in text
    assert "[the company] (1/5) · altered: D (its brackets show it)" in text


def test_words_that_were_only_translated_are_told_so() -> None:
    statements = tuple(
        replace(one, tongue=Tongue(language=None, span=one.tongue.span)) if one.tongue else one
        for one in STORY.statements
    )
    assert "E  translated" in exporter_for("text").export(replace(STORY, statements=statements)).decode()


def test_of_many_utterances_a_terminal_gets_the_first_and_a_word_on_the_rest() -> None:
    story = replace(STORY, utterances=STORY.utterances * 20, findings=())
    assert "… 8 more utterances: --format text" in _text(full=False, dossier=story)
    assert "more utterances" not in _text(full=True, dossier=story)


def test_a_version_in_another_language_stands_beside_the_others() -> None:
    articles = tuple(replace(a, language="fr") if a.input == "reports/g.txt" else a for a in STORY.articles)
    story = replace(STORY, articles=articles)
    text = " ".join(exporter_for("text").export(story).decode().split())
    assert f"G in another language (fr): {RETOLD}" in text
    assert "in another language (fr)" in exporter_for("html").export(story).decode()


def test_five_hundred_versions_fit_on_a_screen() -> None:
    text = _text(full=False, dossier=crowd_of_versions(500)).split("In more than one report")[1]
    assert len(text.splitlines()) < 40
    assert "… 44 more readings" in text
    assert "and 489 more" in text


# --- versions of one's own


def test_of_versions_of_one_quotation_nothing_is_told_that_nobody_looked_for() -> None:
    given = replace(STORY, engine=replace(STORY.engine, rooms=("collation",)))
    text = exporter_for("text").export(given).decode()
    assert text.startswith("8 versions · 14 differences\n")
    assert not any(words in text for words in ("Only in", "published", "headline", "In more than one report"))
    page = exporter_for("html").export(given).decode()
    assert "<title>8 versions, compared</title>" in page
    for part in ("through", "unnamed", "alone", "people", "sources"):
        assert f'id="{part}"' not in page
        assert f'href="#{part}"' not in page


# --- memo


def test_a_memo_has_what_is_not_allowed_first_and_counts_the_rest() -> None:
    first, second = memos(overview(STORY))
    assert [line.verdict for line in first.lines] == [Verdict.NOT_ALLOWED] + [Verdict.IF_MARKED] * 4
    assert (first.lines[0].lemma, first.lines[0].words) == ("the waterworks", "[the company]")
    assert first.lines[0].who == "altered: D (its brackets show it)"
    assert second.lines == ()
    assert dict(second.rest)[Verdict.ALLOWED] == (("contraction", 1), ("orthography", 1))
    total = sum(n for _, kinds in first.rest for _, n in kinds) + len(first.lines)
    assert total == sum(finding.style == first.style.id for finding in STORY.findings)


def test_a_memo_line_names_nobody_unless_the_finding_does() -> None:
    for memo in memos(overview(STORY)):
        for line in memo.lines:
            assert line.who == DIFFER or line.who.startswith("altered: ")
    unnamed = replace(STORY, findings=tuple(replace(f, altered=(), shown_by=None) for f in STORY.findings))
    assert {line.who for memo in memos(overview(unnamed)) for line in memo.lines} == {DIFFER}


def test_a_memo_finds_its_notes_by_number_where_a_variant_before_has_nothing_to_note() -> None:
    (utterance,) = STORY.utterances
    variants = utterance.apparatus.variants
    empty = replace(variants[0], readings=(), edits=(), altered=(), shown_by=None)
    shifted = replace(utterance, apparatus=replace(utterance.apparatus, variants=(empty, *variants)))
    found = tuple(
        replace(finding, utterance=shifted.id, variant=finding.variant + 1)
        for finding in STORY.findings
        if finding.variant is not None
    )
    dossier = replace(STORY, utterances=(shifted,), findings=found)
    told = [(line.note, line.words) for memo in memos(overview(dossier)) for line in memo.lines]
    before = [(line.note, line.words) for memo in memos(overview(STORY)) for line in memo.lines]
    assert told == [(note + 1, words) for note, words in before if note is not None]


@pytest.mark.parametrize("variant", [99, -1])
def test_a_finding_that_points_to_no_difference_is_left_out_and_stops_nothing(variant: int) -> None:
    astray = replace(STORY, findings=tuple(replace(f, variant=variant) for f in STORY.findings))
    assert all(memo.lines == () for memo in memos(overview(astray)))


@pytest.mark.parametrize("reading", [99, -1])
def test_a_finding_on_a_reading_that_is_not_there_is_told_of_the_difference(reading: int) -> None:
    astray = replace(STORY, findings=tuple(replace(f, reading=reading) for f in STORY.findings))
    told = [[line.note for line in memo.lines] for memo in memos(overview(astray))]
    assert told == [[line.note for line in memo.lines] for memo in memos(overview(STORY))]


def test_a_rule_that_nobody_has_read_says_so() -> None:
    by_rule = {line.rule.id: line.source for line in memos(overview(STORY))[0].lines}
    assert by_rule == {
        "brackets": "Lamplight handbook, “Quoting”",
        "dots": "Lamplight handbook (wording not verified)",
    }


def test_a_link_that_is_no_address_of_the_web_is_not_set() -> None:
    style = STORY.house_styles[0]
    rule = HouseRule(
        id="brackets",
        verdict=Verdict.NOT_ALLOWED,
        gist="<b>Never</b>",
        citation=Citation(document="A & B", url="javascript:alert(1)"),
    )
    styles = (replace(style, rules=(rule, *style.rules[1:])), *STORY.house_styles[1:])
    page = exporter_for("html").export(replace(STORY, house_styles=styles)).decode()
    assert "javascript:" not in page
    assert "&lt;b&gt;Never&lt;/b&gt;" in page
    assert "A &amp; B" in page
