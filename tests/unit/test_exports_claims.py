"""Claims, conflicts, times and origins as they are shown: labels, lines, the page's views."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.builders.claim_story import claim_story
from tests.builders.crowded_claims import crowded_claims

from rashomon.exports import claimterms as terms
from rashomon.exports import explained, exporter_for, parse_dossier, summary, verify
from rashomon.exports.calling import called
from rashomon.exports.chainlines import ASCII, DRAWN
from rashomon.exports.claimlines import marked
from rashomon.exports.claimsections import claim_sections
from rashomon.exports.explaining import explanation
from rashomon.exports.html.timescale import scale
from rashomon.exports.overview import overview
from rashomon.exports.sections import Pen
from rashomon.exports.standing import bare, standing
from rashomon.exports.terms import plain_label
from rashomon.exports.times import bounds_of, when
from rashomon.exports.together import together
from rashomon.model import (
    Dossier,
    Evidence,
    Lane,
    Node,
    NodeKind,
    OriginGroup,
    OriginReason,
    Origins,
    Position,
    Relation,
    Side,
    Span,
    Stance,
    Step,
    Transmission,
    Wording,
)

STORY = claim_story()
READING = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")


def _drawn(dossier: Dossier, width: int, *, full: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None, _environ={})
    with console.capture() as capture:
        console.print(summary(dossier, full=full))
    return capture.get()


def _explained(number: int, width: int = 100) -> str:
    pen = Pen(width=width, signs=DRAWN, measure=cell_len)
    parts = explanation(STORY, STORY.claims[number].id, pen)
    lines = [line for part in parts for line in (((f"{part.title}  {part.number}", ""),), *part.lines)]
    return "\n".join("".join(words for words, _ in line) for line in lines)


# --- the vocabulary


@pytest.mark.parametrize(
    "table",
    [terms.CLAIM_KINDS, terms.CONFLICT_KINDS, terms.RELATIONS, terms.LANES, terms.GRANULARITIES],
)
def test_every_label_is_told_in_reading(table: dict[object, str]) -> None:
    for label, meaning in table.items():
        assert f"| {str(label).replace('_', ' ')} | {meaning}" in READING


def test_every_reason_and_anchor_is_told_in_reading() -> None:
    for meaning in (*terms.ORIGIN_REASONS.values(), *terms.ANCHORS.values()):
        assert f"| {meaning} |" in READING


def test_every_stance_has_a_sign_for_every_terminal() -> None:
    for stance in Stance:
        drawn, plain = terms.DRAWN_STANCES[stance], terms.ASCII_STANCES[stance]
        assert f"| `{drawn}` | `{plain}` | {stance.value} |" in READING
        assert plain.isascii()
        assert len(drawn) == len(plain) == 1
    assert len(set(terms.ASCII_STANCES.values())) == len(set(terms.DRAWN_STANCES.values())) == len(Stance)


# --- the summary


def test_the_matrix_stands_under_the_letters() -> None:
    lines = _drawn(STORY, 100).splitlines()
    head = next(line for line in lines if line.split() == ["A", "B", "C", "D"])
    row = next(line for line in lines if "boiler room,”" in line)
    signs = {letter: row[head.index(letter)] for letter in "ABCD"}
    assert signs == {"A": "●", "B": "●", "C": "✕", "D": "·"}
    assert "≤1" in row


def test_conflicts_show_both_sides_with_the_words_that_differ() -> None:
    text = _drawn(STORY, 100)
    assert re.search(r"Conflicts  3\n  conflict number", text)
    assert "A 12 [Twelve people] were injured" in text
    assert "≠ B 14 A fire at the rope works in the harbour quarter injured [14 people]" in text
    assert "/ B 3 later [Three men] were arrested." in text
    assert "… 1 refinement, 1 rounding: --format text" in text


def _suspecting() -> Dossier:
    """The story with a conflict of it that is only suspected."""
    [one] = [one for one in STORY.conflicts if one.relation is Relation.CONFLICT][:1]
    evidence = replace(one.evidence, score=0.13, reason="suspected_values")
    left = tuple(other for other in STORY.conflicts if other.id != one.id)
    return replace(STORY, conflicts=left, suspected=(replace(one, evidence=evidence),))


def test_what_is_only_suspected_is_shown_apart_and_not_counted_as_a_conflict() -> None:
    story = _suspecting()
    drawn = _drawn(story, 100)
    part = drawn[drawn.index("Perhaps contrary") :]
    assert "to be checked by eye" in part
    assert re.search(r"perhaps number · suspected values, 0?\.13", " ".join(part.split()))
    page = exporter_for("html").export(story).decode()
    assert terms.SUSPECTED in page
    assert 'class="dispute perhaps contrary"' in page
    written = exporter_for("json").export(story)
    record = json.loads(written)
    assert [one["id"] for one in record["suspected"]] == [story.suspected[0].id]
    assert parse_dossier(written).suspected == story.suspected
    assert verify(record) == ()
    record["suspected"][0]["sides"][0]["article"] = "nobody"
    assert verify(record)


def test_all_differences_are_in_the_text_format() -> None:
    text = exporter_for("text").export(STORY).decode()
    for relation in {conflict.relation for conflict in STORY.conflicts}:
        assert f"  {relation.value} number" in text
    assert "--format text" not in text.partition("Only in A")[0]


def test_what_is_not_resolved_is_not_stated() -> None:
    text = _drawn(STORY, 100)
    assert re.search(r"not stated D “recently” · vague", text)
    assert "2031-04-21/2031-04-30 A “since late April” uncertain" in text


def test_both_lanes_of_the_timeline_have_a_heading() -> None:
    text = _drawn(STORY, 100, full=True)
    assert re.search(r"\nTimeline  7\n  when something happened  5\n    1998 B", text)
    assert re.search(r"\n  when a report came out  2\n    2031-05-06 A · published\n", text)


@pytest.mark.parametrize(
    ("happened", "reported", "cut"), [(40, 40, [8, 4]), (40, 1, [11, 1]), (2, 40, [2, 10]), (40, 0, [12])]
)
def test_a_terminal_cuts_no_lane_away(happened: int, reported: int, cut: list[int]) -> None:
    one = next(moment for moment in STORY.timeline if moment.span and not moment.anchor)
    moments = [
        replace(one, value=f"{year}", lane=lane, of=None)
        for lane, number in ((Lane.HAPPENED, happened), (Lane.REPORTED, reported))
        for year in range(1900, 1900 + number)
    ]
    text = _drawn(replace(STORY, timeline=tuple(moments)), 100)
    timeline = text.partition("Timeline")[2].partition("\n\n")[0]
    lanes = re.split(r"\n  when .*", timeline)[1:]
    assert [len(re.findall(r"\n    19", lane)) for lane in lanes] == cut
    left_out = [
        number - most for number, most in zip((happened, reported), cut, strict=False) if number > most
    ]
    assert re.findall(r"\n  … (\d+) more: --format text", timeline) == [str(number) for number in left_out]


def test_the_explanation_names_the_lane_of_a_time() -> None:
    assert "“since late April” uncertain · happened · part of month" in _explained(1)


@pytest.mark.parametrize(
    ("stance", "why"), [(Stance.SAYS, "same_words_elsewhere"), (Stance.DENIES, "contrary")]
)
def test_what_a_report_tells_within_another_claim_is_shown_with_its_passage(stance: Stance, why: str) -> None:
    def open_silence(position: Position) -> bool:
        return position.stance is Stance.SILENT and position.nearest is not None

    number = next(n for n, one in enumerate(STORY.claims) if any(map(open_silence, one.positions)))
    claim = STORY.claims[number]
    told = {
        p: replace(p, stance=stance, evidence=Evidence(score=1.0, reason=why))
        for p in filter(open_silence, claim.positions)
    }
    changed = replace(claim, positions=tuple(told.get(p, p) for p in claim.positions))
    story = replace(STORY, claims=(*STORY.claims[:number], changed, *STORY.claims[number + 1 :]))
    [first, *_] = told
    text = next(article.text for article in STORY.articles if article.id == first.article)
    passage = " ".join((first.nearest or Span(0, 0)).of(text).split())
    page = " ".join(re.sub(r"<[^>]+>", "", exporter_for("html").export(story).decode()).split())
    assert f"{plain_label(why)} {passage}" in page
    pen = Pen(width=500, signs=DRAWN, measure=cell_len)
    parts = explanation(story, changed.id, pen)
    lines = ["".join(words for words, _ in line) for part in parts for line in part.lines]
    assert any(terms.rule_label(why) in line and passage in line for line in lines)


def test_coverage_is_told_by_numbers() -> None:
    text = _drawn(STORY, 100)
    assert "  D adds 2: 7 8 · leaves out 5: 1 3-6" in text
    assert "  A adds 0 · leaves out 3: 6-8" in text


@pytest.mark.parametrize("width", [40, 47, 60, 100, 200])
@pytest.mark.parametrize("full", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, full: bool) -> None:
    for dossier in (STORY, crowded_claims(30, 40)):
        assert max(map(cell_len, _drawn(dossier, width, full=full).splitlines())) <= width


def test_many_reports_are_told_by_sign() -> None:
    text = _drawn(crowded_claims(40, 12), 80)
    assert re.search(r"● [A-Z ]+ · 24", text)
    assert "silent" in text


def test_a_dossier_that_nobody_looked_for_claims_in_shows_none() -> None:
    story = replace(
        STORY,
        claims=(),
        conflicts=(),
        timeline=(),
        origin_rulings=(),
        engine=replace(STORY.engine, rooms=("attribution",)),
    )
    page = exporter_for("html").export(story).decode()
    assert not any(f'id="{part}"' in page for part in ("claims", "conflicts", "timeline", "origins"))
    assert "Claims" not in _drawn(story, 100)


def test_an_empty_search_is_told_from_none() -> None:
    story = replace(STORY, claims=(), conflicts=(), timeline=(), origin_rulings=())
    page = exporter_for("html").export(story).decode()
    assert re.search(
        r'id="claims-h">Claims <span class="count">0</span></h2>\s*<p class="empty">none found', page
    )
    assert re.search(r'id="timeline-h">.*\s*<p class="empty">none found', page)


# --- the explanation


def test_the_explanation_gives_every_place() -> None:
    told = _explained(1)
    for wording in STORY.claims[1].wordings:
        article = STORY.article(wording.article)
        start, end = wording.spans[0]
        assert f"{article.input}:{start}-{end}" in told
        assert wording.spans[0].of(article.text) in " ".join(told.split())


def test_the_explanation_tells_what_was_weighed_and_by_which_rule() -> None:
    told = _explained(0)
    assert "w1 w2 · words and numbers, .90 · words 0.61 numbers 0.20" in told
    assert "conflict number · laid down values, .90" in told
    assert "D silent · nearest .31, below threshold: A cat named Bosun" in told


def test_the_explanation_tells_roots_collapses_circles_and_ways() -> None:
    told = _explained(1)
    assert "at most 2 independent origins" in told
    assert re.search(
        r"= the Echo, D · one outlet that is cited, outlet is report, .90 · B “the Echo reported”", told
    )
    assert "↺ in a circle: B, D" in told
    assert "two origins Odo Karsel, the company" in told


@pytest.mark.parametrize("width", [40, 80, 160])
def test_the_explanation_fits_its_width(width: int) -> None:
    for number in range(len(STORY.claims)):
        assert max(map(cell_len, _explained(number, width).splitlines())) <= width


def test_a_claim_is_found_by_the_beginning_of_its_id_alone() -> None:
    claim = STORY.claims[2]
    file = io.StringIO()
    console = Console(file=file, width=100, _environ={})
    console.print(explained(STORY, claim.id[:9]))
    assert claim.id in file.getvalue()
    for wrong in ("cl-", "cl-nothing", ""):
        with pytest.raises(KeyError):
            explained(STORY, wrong)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("3", [3]),
        (" 3 ", [3]),
        ("03", []),
        ("1998", [6]),
        ('"it BEGAN in  the boiler room,"', [3]),
        ("“It began in …", [3]),
        ("of rope were lost", [4]),
        ("cl-", [1, 2, 3, 4, 5, 6, 7, 8]),
        ("…", []),
    ],
)
def test_a_claim_is_called_by_number_or_words(name: str, numbers: list[int]) -> None:
    of = standing(overview(STORY))
    assert [of.numbers[claim.id] for claim in called(of, name)] == numbers


# --- what is looked up


def test_claims_that_came_the_same_way_stand_together() -> None:
    of = standing(overview(STORY))
    numbers = [[of.numbers[claim.id] for claim in claims] for claims, _ in of.alike()]
    assert [7, 8] in numbers
    assert sorted(n for group in numbers for n in group) == list(range(1, 9))
    assert [bare(origins) for _, origins in of.alike()] == [False, False, False, True, True, True, True]


def test_only_conflicts_and_updates_are_disputes() -> None:
    of = standing(overview(STORY))
    found = {of.numbers[id_]: [one.relation for one in of.disputed(id_)] for id_ in of.claims}
    assert found[1] == [Relation.CONFLICT]
    assert found[4] == []
    assert found[5] == [Relation.UPDATE]


def test_marked_words_are_cut_around_what_differs() -> None:
    text = "one two three four five six SEVEN eight nine ten eleven twelve"
    at = text.index("SEVEN")
    parts = marked(text, [Span(0, len(text))], [Span(at, at + 5)], 30)
    line = "".join(words for words, _ in parts)
    assert "[SEVEN]" in line
    assert line.startswith("… ")
    assert line.endswith(" …")
    assert len(line) <= 36


def test_words_outside_the_wording_are_shown_with_it() -> None:
    conflict = next(one for one in STORY.conflicts if one.kind.value == "polarity")
    side = conflict.sides[0]
    text = STORY.article(side.article).text
    at = text.index("Mayor Odo Karsel")
    cue = replace(side, spans=(Span(at, at + 16),))
    shown = standing(overview(STORY)).around(cue)
    assert [span.of(text) for span in shown] == ["Mayor Odo Karsel", "it had begun in the boiler room"]


# --- the scale of the timeline


def test_a_scale_keeps_order_and_proportion_within_runs() -> None:
    made = scale([0.0, 2.0, 5.0, 4000.0, 4003.0], 800.0)
    assert list(made.places) == sorted(made.places)
    first, second, third, fourth, fifth = made.places
    assert (second - first) / (third - second) == pytest.approx(2 / 3)
    assert fifth - fourth == pytest.approx(third - second)
    assert len(made.breaks) == 1
    assert made.width <= 800.0
    assert made.at(-5.0) == 0.0
    assert made.at(5000.0) == made.width


def test_a_single_day_has_a_place() -> None:
    assert scale([7.0], 500.0).at(7.0) == 0.0
    assert scale([], 500.0).width == 0.0


@pytest.mark.parametrize("value", [None, "", "soon", "2031-13", "../.."])
def test_what_is_no_time_is_not_drawn(value: str | None) -> None:
    assert bounds_of(value) is None


def test_a_qualified_time_is_drawn_without_its_qualifier() -> None:
    assert bounds_of("2031-05-06~") == bounds_of("2031-05-06")


def test_ascii_terminals_have_signs_of_their_own() -> None:
    pen = Pen(width=100, signs=ASCII, measure=cell_len)
    matrix = next(iter(claim_sections(overview(STORY), pen, full=True)))
    rows = ["".join(words for words, _ in line) for line in matrix.lines if "boiler" in str(line)]
    assert "<=1  + + x ." in rows[0]


# --- origins of several claims


def _node(kind: NodeKind, name: str, layer: int) -> Node:
    return Node(kind=kind, key=name, label=name, layer=layer)


def _step(tail: Node, head: Node) -> Step:
    return Step(tail=tail.id, head=head.id, manners=(), stated=True, statements=())


def test_graphs_are_laid_on_each_other_and_still_lead_to_the_right() -> None:
    speaker, paper = _node(NodeKind.NAMED, "Ada Holt", 0), _node(NodeKind.CARRIER, "The Quay", 1)
    post, early, late = (
        _node(NodeKind.CARRIER, "The Post", 1),
        _node(NodeKind.REPORT, "r", 1),
        _node(NodeKind.REPORT, "r", 2),
    )
    graphs = [
        Transmission(nodes=(speaker, early), steps=(_step(speaker, early),)),
        Transmission(nodes=(speaker, paper, late), steps=(_step(speaker, paper), _step(paper, late))),
        Transmission(nodes=(paper, post, late), steps=(_step(paper, post), _step(post, late))),
    ]
    group = OriginGroup(root="Ada Holt", key="Ada Holt", articles=(), reason=OriginReason.SAME_SPEAKER)
    laid = together([Origins(groups=(group,), graph=graph) for graph in graphs], overview(STORY))
    layers = {node.label: node.layer for node in laid.graph.nodes}
    assert layers == {"Ada Holt": 0, "The Quay": 1, "The Post": 2, "r": 3}
    assert len(laid.graph.steps) == 5
    assert laid.at_most == 1


def test_roots_that_several_claims_share_have_all_reports_and_each_collapse_once() -> None:
    origins = STORY.claims[2].origins
    (speech,) = origins.groups
    only = replace(speech, articles=speech.articles[1:], collapses=(*speech.collapses, *speech.collapses))
    laid = together([replace(origins, groups=(only,)), origins], overview(STORY))
    assert laid.groups[0].articles == speech.articles
    assert laid.groups[0].collapses == speech.collapses


def test_words_of_reports_are_never_markup() -> None:
    text = "<script>alert(1)</script> & 12 \x1b[31mboats\n<b>14 boats</b> \u202esank\n"
    halves = [
        replace(STORY.articles[0], text=text[: n + 1], blocks=(), published=None) for n in (40, len(text))
    ]
    spans = Span(0, 25), Span(text.index("<b>"), len(text) - 1)
    wordings = tuple(Wording(article=a.id, spans=(s,)) for a, s in zip(halves, spans, strict=True))
    sides = tuple(
        Side(article=w.article, spans=w.spans, wording=w.id, party=n, value="<i>12</i>")
        for n, w in enumerate(wordings)
    )
    positions = tuple(
        Position(
            article=w.article, stance=Stance.SAYS, evidence=STORY.conflicts[0].evidence, wordings=(w.id,)
        )
        for w in wordings
    )
    group = OriginGroup(root="<u>x</u>", key="<u>x</u>", articles=(), reason=OriginReason.SAME_SPEAKER)
    claim = replace(
        STORY.claims[0],
        head=wordings[0].id,
        wordings=wordings,
        joins=(),
        positions=positions,
        origins=Origins(groups=(group,)),
    )
    dossier = replace(
        STORY,
        articles=tuple(halves),
        statements=(),
        utterances=(),
        claims=(claim,),
        conflicts=(replace(STORY.conflicts[0], sides=sides, claims=(claim.id,)),),
        timeline=(replace(STORY.timeline[1], article=halves[1].id, span=spans[1], of=None, value="<s>"),),
    )
    page = exporter_for("html").export(dossier).decode()
    assert not re.search(r"<(script|i|u|s)>|\x1b", page)
    assert "&lt;script&gt;" in page
    assert "\x1b" not in exporter_for("text").export(dossier).decode()


def test_times_stand_in_the_order_of_what_they_mean() -> None:
    values = ["2031-22", "2031-05-06", None, "2031", "2030-12~", "2031-05", "soon"]
    moments = [replace(STORY.timeline[1], value=value) for value in values]
    shown = [moment.value for moment in sorted(moments, key=when)]
    assert shown == ["2030-12~", "2031", "2031-05", "2031-05-06", "2031-22", "soon", None]


def test_one_long_word_that_is_marked_is_shown_whole() -> None:
    assert marked("aaaa", [Span(0, 4)], [Span(0, 4)], 5) == (("[aaaa]", "bold yellow"), (" …", "dim"))
