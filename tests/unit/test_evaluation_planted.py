"""Planting edits and counting what is found of them."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from evaluation import planted, planted_edits
from evaluation.planted_gold import (
    HALVES,
    OPEN,
    QUOTATIONS,
    Case,
    Scene,
    Version,
    cases_of,
    plant,
    quotations_of,
    scenes_of,
)
from evaluation.planted_reports import Placed, placed_case, placed_scene
from evaluation.planted_score import Scores, Wanted, score, units_of

from rashomon.model import (
    Apparatus,
    Edit,
    Evidence,
    Located,
    Mode,
    Reading,
    Severity,
    Span,
    Utterance,
    Variant,
    VariantKind,
    Witness,
)

LEAST_PLANTED = 12
WITH_MATERIAL = ("tune", "blind")
LEAST_PAIRS = {"tune": (60, 30), "held": (120, 80), "blind": (60, 30)}
"""Look-alikes and hard pairs of each part."""
SCENIC = {VariantKind.SPLICE, VariantKind.SPLIT, VariantKind.QUOTE_VS_PARAPHRASE}
ORIGINAL = "We will open the old gate."
SURE = Evidence(score=1.0, reason="given")


def _case(*changes: tuple[str, Span, str], original: str = ORIGINAL) -> Case:
    return Case(
        id="one", act="one", speaker="Mara Quill", original=original, versions=(plant(original, changes),)
    )


def _reading(placed: Placed, words: str) -> Reading:
    at = placed.article.text.find(words)
    spans = (Located(placed.article.id, Span(at, at + len(words))),) if words else ()
    return Reading(witnesses=(placed.statement.id,), text=words, spans=spans)


def _shown(
    placed: tuple[Placed, ...], kind: VariantKind, words: tuple[str, str], *, base: int = 0
) -> Utterance:
    """An utterance of two witnesses with one variant, at these words."""
    readings = tuple(_reading(one, said) for one, said in zip(placed, words, strict=True))
    edit = Edit(reading=1 - base, kind=kind, severity=Severity.MINOR, evidence=SURE)
    variant = Variant(
        kind=kind, severity=Severity.MINOR, readings=readings, evidence=SURE, column=0, edits=(edit,)
    )
    witnesses = tuple(
        Witness(statement=p.statement.id, article=p.article.id, spans=p.statement.content) for p in placed
    )
    apparatus = Apparatus(
        base=placed[base].statement.id, witnesses=witnesses, columns=(), variants=(variant,)
    )
    statements = tuple(sorted(p.statement.id for p in placed))
    return Utterance(source=None, statements=statements, apparatus=apparatus, evidence=SURE)


def _scored(case: Case, utterance: Utterance, placed: tuple[Placed, ...]) -> Scores:
    wanted = [
        Wanted(
            kind=e.kind, severity=e.severity, reason=e.reason, original=placed[0], version=placed[1], edit=e
        )
        for e in case.versions[0].edits
    ]
    scores = Scores()
    units = units_of([utterance], frozenset(utterance.statements))
    score(scores, wanted, units, placed, case.id)
    return scores


def test_an_edit_is_planted_where_it_was_asked_for() -> None:
    version = plant(ORIGINAL, [("deletion/major", Span(16, 20), ""), ("tense", Span(3, 7), "would")])
    assert version.text == "We would open the gate."
    tense, deletion = version.edits
    assert (tense.kind, tense.severity, tense.to.of(version.text)) == (
        VariantKind.TENSE,
        Severity.MINOR,
        "would",
    )
    assert (deletion.severity, deletion.to) == (Severity.MAJOR, Span(17, 17))


def test_edits_that_overlap_and_unknown_classes_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        plant(ORIGINAL, [("tense", Span(3, 7), "would"), ("negation", Span(3, 7), "won't")])
    with pytest.raises(ValueError, match="mood"):
        plant(ORIGINAL, [("mood", Span(3, 7), "may")])


def test_written_cases_are_read(tmp_path: Path) -> None:
    path = tmp_path / "edits.txt"
    lines = (
        "# a remark",
        "@ Mara Quill",
        f"* {ORIGINAL}",
        "- tense: will => would ;; deletion/major: old =>",
        "~ Tavric: translation: gate => door",
        "+ name/major/x: We => Quill",
        "+ negation: will => will not",
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    both, foreign, several = cases_of(path)
    assert [version.text for version in both.versions] == ["We would open the gate."]
    assert (foreign.versions[0].tongue, foreign.speaker) == ("Tavric", "Mara Quill")
    assert [v.text for v in several.versions] == [
        "Quill will open the old gate.",
        "We will not open the old gate.",
    ]
    assert several.versions[0].edits[0].reason == "x"
    assert {case.act for case in (both, foreign, several)} == {"edits:3"}


@pytest.mark.parametrize(
    ("line", "fault"),
    [("- tense: shall => would", "0 times"), ("- tense: will", "no edit"), ("! what", "line 3")],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "edits.txt"
    path.write_text(f"@ Mara Quill\n* {ORIGINAL}\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"edits, line 3: .*{fault}|{fault}"):
        cases_of(path)


@pytest.mark.parametrize("half", HALVES)
def test_every_placed_witness_says_its_words(half: str) -> None:
    for case in cases_of(QUOTATIONS / half / "edits.txt"):
        texts = (case.original, *(version.text for version in case.versions))
        for placed, words in zip(placed_case(case), texts, strict=True):
            assert placed.words == words
            said = [placed.article.text[span.start : span.end] for span in placed.where(Span(0, len(words)))]
            assert " ".join(said).removesuffix(",").rstrip(".") == words.rstrip(".")
            for span in placed.statement.content:
                assert span.of(placed.article.text)[0] in '“"'
                assert span.of(placed.article.text)[-1] in '”"'


def test_a_foreign_tongue_is_told_by_the_version_only() -> None:
    version = plant(ORIGINAL, [("translation", Span(21, 25), "door")], "Tavric")
    case = Case(id="f", act="f", speaker="Mara Quill", original=ORIGINAL, versions=(version,))
    original, foreign = placed_case(case)
    assert original.statement.tongue is None
    tongue = foreign.statement.tongue
    assert tongue is not None
    assert (tongue.language, tongue.span.of(foreign.article.text)) == ("Tavric", "in Tavric")


def test_a_cue_inside_a_quotation_keeps_every_letter_in_its_place() -> None:
    words = "We will open the old gate, and then we will go home to bed."
    cases = [
        Case(
            id=str(n),
            act="a",
            speaker="Mara Quill",
            original=words,
            versions=(Version(text=words, edits=()),),
        )
        for n in range(12)
    ]
    cut = [one for case in cases for one in placed_case(case) if len(one.statement.content) == 2]
    assert cut
    for one in cut:
        (home,) = one.where(Span(words.index("home"), words.index("home") + 4))
        assert home.of(one.article.text) == "home"


def test_a_scene_is_read_with_its_marks() -> None:
    marked = (
        "On Sunday Quill _said_ <speech:in a speech>: “We won.” || Rain fell. || She _said_ {they had won}."
    )
    scene = Scene(id="s", kind="split", speaker="Mara Quill", reports=(("2024-03-04", marked),))
    ((direct, indirect),) = placed_scene(scene)
    text = direct.article.text
    assert "On Sunday Quill said in a speech: “We won.”" in text
    assert [s.of(text) for s in direct.statement.content] == ["“We won.”"]
    assert [s.of(text) for s in direct.statement.cue] == ["said"]
    assert direct.statement.occasion is not None
    assert direct.statement.occasion.span.of(text) == "in a speech"
    assert indirect.statement.mode is Mode.INDIRECT
    assert [s.of(text) for s in indirect.statement.content] == ["they had won"]
    assert direct.article.published == "2024-03-04"


def test_an_edit_is_found_by_a_variant_at_its_place_and_judged_by_its_class() -> None:
    case = _case(("tense", Span(3, 7), "would"))
    placed = placed_case(case)
    right = _scored(case, _shown(placed, VariantKind.TENSE, ("will", "would")), placed)
    assert (right.detection.right, right.detection.found, right.detection.wanted) == (1, 1, 1)
    assert right.taken[VariantKind.TENSE, VariantKind.TENSE] == 1
    other = _scored(case, _shown(placed, VariantKind.NAME, ("will", "would")), placed)
    assert (other.detection.right, other.taken[VariantKind.TENSE, VariantKind.NAME]) == (1, 1)


def test_a_variant_at_another_place_is_false_and_the_edit_missed() -> None:
    case = _case(("tense", Span(3, 7), "would"))
    placed = placed_case(case)
    scores = _scored(case, _shown(placed, VariantKind.TENSE, ("gate", "gate")), placed)
    assert (scores.detection.right, scores.detection.found, scores.false[VariantKind.TENSE]) == (0, 1, 1)


def test_a_deletion_is_an_insertion_where_the_version_is_the_base() -> None:
    case = _case(("deletion/major", Span(17, 21), ""))
    placed = placed_case(case)
    turned = _scored(case, _shown(placed, VariantKind.INSERTION, ("old", ""), base=1), placed)
    assert turned.taken[VariantKind.DELETION, VariantKind.DELETION] == 1
    assert turned.severity.right == 0  # it was shown as minor
    wrong = _scored(case, _shown(placed, VariantKind.INSERTION, ("old", ""), base=0), placed)
    assert wrong.taken[VariantKind.DELETION, VariantKind.INSERTION] == 1


def test_the_mark_before_the_closing_one_counts_neither_way() -> None:
    case = _case(("tense", Span(3, 7), "would"))
    placed = placed_case(case)
    ends = tuple(one.statement.content[-1].of(one.article.text)[-6:-1] for one in placed)
    scores = _scored(case, _shown(placed, VariantKind.PUNCTUATION, (ends[0], ends[1])), placed)
    assert (scores.detection.found, scores.detection.wanted) == (0, 1)


@pytest.mark.parametrize("half", WITH_MATERIAL)
def test_every_class_is_planted_often_enough_by_hand(half: str) -> None:
    edits = (
        edit.kind
        for case in cases_of(QUOTATIONS / half / "edits.txt")
        for version in case.versions
        for edit in version.edits
    )
    scenes = (VariantKind(scene.kind) for scene in scenes_of(QUOTATIONS / half / "scenes.txt"))
    counts = Counter((*edits, *scenes))
    assert {kind for kind in VariantKind if counts[kind] < LEAST_PLANTED} == set()
    assert {kind for kind in SCENIC if counts[kind] > 20} == set()


def test_the_held_part_plants_what_moves_joins_parts_and_translates() -> None:
    folder = QUOTATIONS / "held"
    edits = (
        edit.kind
        for case in cases_of(folder / "edits.txt")
        for version in case.versions
        for edit in version.edits
    )
    counts = Counter((*edits, *(VariantKind(scene.kind) for scene in scenes_of(folder / "scenes.txt"))))
    asked = (VariantKind.SPLICE, VariantKind.SPLIT, VariantKind.REORDERING, VariantKind.TRANSLATION)
    assert min(counts[kind] for kind in asked) >= 20


def test_held_look_alikes_are_of_every_length_and_a_quarter_tell_their_days() -> None:
    scenes = scenes_of(QUOTATIONS / "held" / "apart.txt")
    lengths = Counter(
        next((name for name, most in (("short", 6), ("middle", 14)) if words <= most), "long")
        for words in (
            len("".join(span.of(placed.article.text) for span in placed.statement.content).split())
            for placed in (placed_scene(scene)[0][0] for scene in scenes)
        )
    )
    assert min(lengths[name] for name in ("short", "middle", "long")) >= 40
    dated = [scene for scene in scenes if all(day for day, _ in scene.reports)]
    assert 4 * len(dated) >= len(scenes)


def test_the_parts_share_no_quotation_no_speaker_and_no_report() -> None:
    quoted = [quotations_of(QUOTATIONS / part / "edits.txt") for part in HALVES]
    told = [
        {
            marked
            for name in ("apart", "together", "scenes")
            for scene in scenes_of(QUOTATIONS / part / f"{name}.txt")
            for _, marked in scene.reports
        }
        for part in HALVES
    ]
    for one, other in combinations(quoted, 2):
        assert not {words for _, _, words in one} & {words for _, _, words in other}
        assert not {who for _, who, _ in one} & {who for _, who, _ in other}
    assert all(not one & other for one, other in combinations(told, 2))


def test_lapses_of_the_blind_part_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert OPEN == ("tune", "held")
    with pytest.raises(SystemExit):
        planted.main(["--part", "blind"], Path())
    assert "invalid choice: 'blind'" in capsys.readouterr().err


def test_no_part_shares_words_to_edit_with() -> None:
    tune, blind = ({q[2] for q in quotations_of(QUOTATIONS / h / "edits.txt")} for h in WITH_MATERIAL)
    assert len(tune | blind) >= 160
    one, other = (planted_edits.material_of(QUOTATIONS / h / "material.json") for h in WITH_MATERIAL)
    assert not set(one.names) & set(other.names)
    shared = {tuple(pair) for pairs in one.swaps.values() for pair in pairs} & {
        tuple(pair) for pairs in other.swaps.values() for pair in pairs
    }
    assert not shared


@pytest.mark.parametrize("half", HALVES)
def test_versions_read_as_text_and_places_hold_a_difference(half: str) -> None:
    folder = QUOTATIONS / half
    for case in (*cases_of(folder / "edits.txt"), *planted.generated(half)):
        for version in case.versions:
            assert version.text == version.text.strip()
            assert "  " not in version.text
            assert version.edits or version.text == case.original
            for edit in version.edits:
                assert edit.at.of(case.original) != edit.to.of(version.text), case.id


def test_what_is_generated_is_the_same_in_every_run() -> None:
    material = planted_edits.material_of(QUOTATIONS / "tune" / "material.json")
    words = "We will open the gate on Monday, and everyone knows it was two years late."
    once, again = (list(planted_edits.generated("a", "Mara Quill", words, material)) for _ in range(2))
    assert once == again
    assert once


def test_a_lost_condition_or_negation_is_told_from_what_is_cut() -> None:
    material = planted_edits.material_of(QUOTATIONS / "tune" / "material.json")
    labels = {
        label
        for words in (
            "We will open the old gate if the board agrees to it.",
            "We will open the old gate and we do not mind the cost.",
            "We will open the old gate and paint it green by noon.",
        )
        for label, _, _ in planted_edits.proposed(words, material)["truncation"]
    }
    assert labels == {
        "truncation/major/condition_dropped",
        "truncation/major/negation_dropped",
        "truncation/minor",
    }


@pytest.mark.parametrize("half", HALVES)
def test_pairs_have_two_reports_of_one_statement_each(half: str) -> None:
    for name, least in zip(("apart", "together"), LEAST_PAIRS[half], strict=True):
        scenes = scenes_of(QUOTATIONS / half / f"{name}.txt")
        assert len(scenes) >= least
        for scene in scenes:
            assert [len(told) for told in placed_scene(scene)] == [1, 1], scene.id
