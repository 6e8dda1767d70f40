"""How whole events are scored: a perfect answer has all, an empty one nothing, and no figure is blind."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation import eventclaims, eventconflicts
from evaluation.eventgold import Event, GoldClaim, find, read_event
from evaluation.eventtally import Scores
from evaluation.gold import GoldNotFound

from rashomon.model import (
    Anchor,
    AnchorKind,
    Claim,
    ClaimKind,
    Conflict,
    ConflictKind,
    Evidence,
    Granularity,
    Moment,
    OriginGroup,
    OriginReason,
    Origins,
    Position,
    Relation,
    Side,
    Span,
    Stance,
    Wording,
)

SURE = Evidence(score=1.0, reason="test")
TEXTS = {
    "fen-echo": "The bell in Olm Fen fell at noon on Friday. It weighed 40 stones. Two ringers were bruised."
    "\n\nThe verger said that no one had touched the rope.",
    "mud-post": "A bell crashed down in Olm Fen on Thursday. It weighed 50 stones. Two ringers were bruised.",
    "sedge": "On Friday the bell came down. It weighed about 40 stones. Somebody had cut the rope.",
}
GOLD = {
    "claims": [
        {
            "id": "c1",
            "positions": {
                "fen-echo": {"stance": "says", "at": ["It weighed 40 stones."]},
                "mud-post": {"stance": "differs", "at": ["It weighed 50 stones."]},
                "sedge": {"stance": "says", "at": ["It weighed about 40 stones."]},
            },
            "origins": 1,
            "groups": [["fen-echo", "sedge"]],
            "stated": True,
        },
        {
            "id": "c2",
            "positions": {
                "fen-echo": {"stance": "says", "at": "no one had touched the rope"},
                "sedge": {"stance": "denies", "at": ["Somebody had cut the rope."]},
            },
        },
        {
            "id": "c3",
            "positions": {
                "fen-echo": {"stance": "says", "at": ["Two ringers were bruised."]},
                "mud-post": {"stance": "says", "at": ["Two ringers were bruised."]},
                "sedge": {"stance": "silent"},
            },
            "origins": 2,
            "groups": [["fen-echo"], ["mud-post"]],
        },
    ],
    "conflicts": [
        {
            "kind": "date",
            "relation": "conflict",
            "sides": [
                {"report": "fen-echo", "at": "noon on Friday", "value": "2024-03-08T12:00:00", "party": 0},
                {"report": "sedge", "at": "On Friday", "value": "2024-03-08", "party": 0},
                {"report": "mud-post", "at": "on Thursday", "value": "2024-03-07", "party": 1},
            ],
        },
        {
            "kind": "number",
            "relation": "conflict",
            "sides": [
                {"report": "fen-echo", "at": "40 stones", "value": "40 stones", "party": 0},
                {"report": "mud-post", "at": "50 stones", "value": "50 stones", "party": 1},
            ],
        },
        {
            "kind": "number",
            "relation": "rounding",
            "sides": [
                {"report": "fen-echo", "at": "40 stones", "value": "40 stones", "party": 0},
                {"report": "sedge", "at": "about 40 stones", "value": "~40 stones", "party": 1},
            ],
        },
    ],
    "times": [
        {"report": "mud-post", "at": "Thursday", "value": "2024-03-07", "anchor": "publication"},
        {"report": "fen-echo", "at": "Friday", "value": None, "anchor": None},
    ],
}


@pytest.fixture
def event(tmp_path: Path) -> Event:
    folder = tmp_path / "bell"
    folder.mkdir()
    rows = [
        {"id": name, "publisher": name, "published": "2024-03-08", "text": text}
        for name, text in TEXTS.items()
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return read_event(folder)


def conflicts_of(event: Event) -> list[Conflict]:
    """What the gold has, as a system would show it."""
    return [
        Conflict(
            kind=gold.kind,
            relation=gold.relation,
            sides=tuple(
                Side(
                    article=event.articles[s.report].id,
                    spans=s.spans,
                    wording="",
                    party=s.party,
                    value=s.value,
                )
                for s in gold.sides
            ),
            claims=(),
            evidence=SURE,
        )
        for gold in event.conflicts
    ]


def claim_of(event: Event, gold: GoldClaim, head: str | None = None) -> Claim:
    """The gold's claim, as a system would show it; `head` is a report."""
    wordings = tuple(
        Wording(article=event.articles[name].id, spans=position.spans)
        for name, position in gold.positions.items()
        if position.spans
    )
    heads = {event.names[w.article]: w.id for w in wordings}
    groups = tuple(
        OriginGroup(
            root=None,
            key=str(number),
            articles=tuple(event.articles[name].id for name in group),
            reason=OriginReason.OWN_REPORTING,
        )
        for number, group in enumerate(gold.groups or ())
    )
    return Claim(
        kind=ClaimKind.ASSERTION,
        head=heads[head] if head else wordings[0].id,
        wordings=wordings,
        joins=(),
        positions=tuple(
            Position(article=event.articles[name].id, stance=position.stance, evidence=SURE)
            for name, position in gold.positions.items()
        ),
        origins=Origins(groups=groups),
    )


def moments_of(event: Event) -> list[Moment]:
    return [
        Moment(
            article=event.articles[gold.report].id,
            span=gold.span,
            value=gold.value,
            granularity=Granularity.DAY,
            rule="test",
            anchor=Anchor(kind=AnchorKind.PUBLICATION) if gold.anchor else None,
        )
        for gold in event.times
    ]


def claims_of(event: Event) -> list[Claim]:
    return [claim_of(event, gold) for gold in event.claims]


def scored_conflicts(event: Event, conflicts: Sequence[Conflict]) -> Scores:
    scores = Scores()
    eventconflicts.score_conflicts(scores, event, conflicts)
    return scores


def scored_claims(event: Event, claims: Sequence[Claim]) -> Scores:
    scores = Scores()
    eventclaims.score_claims(scores, event, claims)
    eventclaims.score_grouping(scores, event, claims)
    return scores


def scored_times(event: Event, moments: Sequence[Moment]) -> Scores:
    scores = Scores()
    eventclaims.score_times(scores, event, moments)
    return scores


def shares(scores: Scores) -> Mapping[str, float]:
    return {name: scores.right[name] / counted for name, counted in scores.counted.items() if counted}


def test_a_perfect_answer_has_everything(event: Event) -> None:
    for scores in (
        scored_conflicts(event, conflicts_of(event)),
        scored_claims(event, claims_of(event)),
        scored_times(event, moments_of(event)),
    ):
        assert {share for name, share in shares(scores).items() if "lost" not in name} == {1.0}
        assert not any(share for name, share in shares(scores).items() if "lost" in name)
        assert scores.lapses == []


def test_an_empty_answer_finds_nothing_and_raises_no_alarm(event: Event) -> None:
    conflicts, claims = scored_conflicts(event, []), scored_claims(event, [])
    assert conflicts.f1("conflict") == conflicts.f1("untyped") == 0.0
    assert conflicts.share("no_alarm") == 1.0
    assert conflicts.share("relations") == 0.0
    assert conflicts.share("conflict_precision") is None
    assert claims.share("says_silent") == pytest.approx(2 / 9)  # the cells that are silent in truth
    assert (
        claims.share("said_found") == claims.share("origins_equal") == claims.share("together_recall") == 0.0
    )
    assert claims.share("origins_safe") is None
    times = scored_times(event, [])
    assert times.share("time_found") == times.share("time_value") == 0.0


def test_the_order_of_conflicts_and_sides_does_not_matter(event: Event) -> None:
    conflicts = [replace(c, sides=c.sides[::-1]) for c in reversed(conflicts_of(event))]
    turned, straight = scored_conflicts(event, conflicts), scored_conflicts(event, conflicts_of(event))
    assert shares(turned) == shares(straight)


def test_a_conflict_of_three_reports_counts_once_whole_or_in_two(event: Event) -> None:
    date, number, rounding = conflicts_of(event)
    first, second, third = date.sides
    in_two = [replace(date, sides=(first, third)), replace(date, sides=(second, third))]
    both = scored_conflicts(event, [*in_two, number, rounding])
    assert both.f1("conflict") == 1.0
    half = scored_conflicts(event, [in_two[0], number])
    assert half.counted["conflict_recall"] == pytest.approx(2.0)
    assert half.share("conflict_recall") == pytest.approx(0.75)
    assert half.share("conflict_precision") == 1.0


def test_shown_twice_is_once_too_often(event: Event) -> None:
    date, number, _ = conflicts_of(event)
    again = replace(number, evidence=Evidence(score=0.5, reason="other"))
    scores = scored_conflicts(event, [date, number, again])
    assert scores.share("conflict_recall") == 1.0
    assert scores.share("conflict_precision") == pytest.approx(2 / 3)


def test_shown_again_at_another_place_of_the_gold_is_no_fault(event: Event) -> None:
    """A report may tell its number twice."""
    date, number, _ = conflicts_of(event)
    gold = event.conflicts[1]
    first, second = gold.sides
    twice = replace(
        gold,
        sides=(
            replace(first, spans=(*first.spans, Span(*_place(event, number.sides[0].article, "bruised")))),
            second,
        ),
    )
    story = replace(event, conflicts=(event.conflicts[0], twice))
    there = replace(
        number,
        sides=(
            replace(number.sides[0], spans=(Span(*_place(event, number.sides[0].article, "bruised")),)),
            number.sides[1],
        ),
    )
    scores = scored_conflicts(story, [date, number, there])
    assert scores.share("conflict_precision") == scores.share("conflict_recall") == 1.0
    assert scores.counted["conflict_precision"] == pytest.approx(2.0)
    assert scored_conflicts(story, [date, number, there, number]).share(
        "conflict_precision"
    ) == pytest.approx(2 / 3)


def test_another_kind_counts_untyped_only(event: Event) -> None:
    date, number, _ = conflicts_of(event)
    scores = scored_conflicts(event, [date, replace(number, kind=ConflictKind.PLACE)])
    assert scores.share("conflict_recall") == pytest.approx(0.5)
    assert scores.f1("untyped") == 1.0
    assert scores.share("kind_place_precision") == 0.0
    assert scores.share("kind_date_recall") == 1.0


def test_another_value_or_report_meets_nothing(event: Event) -> None:
    date, number, _ = conflicts_of(event)
    wrong = replace(number, sides=tuple(replace(side, value="7") for side in number.sides))
    assert scored_conflicts(event, [wrong]).share("conflict_precision") == 0.0
    moved = replace(date, sides=(date.sides[0], replace(date.sides[1], party=1)))
    assert scored_conflicts(event, [moved]).share("conflict_precision") == 0.0
    unread = replace(number, sides=tuple(replace(side, value=None) for side in number.sides))
    assert scored_conflicts(event, [unread]).share("conflict_precision") == 1.0


def test_words_elsewhere_in_the_sentence_pass_and_in_another_do_not(event: Event) -> None:
    _, number, _ = conflicts_of(event)
    moved = [
        replace(
            number,
            sides=tuple(replace(s, spans=(Span(*_place(event, s.article, words)),)) for s in number.sides),
        )
        for words in ("It weighed", "Two ringers")
    ]
    assert scored_conflicts(event, moved[:1]).share("conflict_precision") == 1.0
    assert scored_conflicts(event, moved[1:]).share("conflict_precision") == 0.0


def _place(event: Event, article: str, words: str) -> tuple[int, int]:
    text = event.articles[event.names[article]].text
    start = text.index(words)
    return start, start + len(words)


def test_what_is_missed_is_missed_for_one_cause(event: Event) -> None:
    date, number, _ = conflicts_of(event)
    one = replace(event, conflicts=event.conflicts[1:2])

    def lost(conflicts: Sequence[Conflict], claims: Sequence[Claim] = ()) -> list[str]:
        scores = Scores()
        eventconflicts.score_conflicts(scores, one, conflicts, claims)
        return [cause for cause in eventconflicts.CAUSES if scores.right[f"lost_{cause}"]]

    assert lost([number]) == []
    assert lost([date]) == ["uncut"]
    weight = claim_of(event, event.claims[0])
    halves = [replace(weight, wordings=(one,), head=one.id) for one in weight.wordings]
    assert lost([date], halves) == ["apart"]
    assert lost([date], claims_of(event)) == ["unseen"]
    assert lost([replace(number, relation=Relation.UPDATE)], claims_of(event)) == ["relation"]
    assert lost([replace(number, kind=ConflictKind.NAME)]) == ["otherwise"]


def test_a_rounding_called_a_conflict_is_an_alarm(event: Event) -> None:
    date, number, rounding = conflicts_of(event)
    alarmed = scored_conflicts(event, [date, number, replace(rounding, relation=Relation.CONFLICT)])
    assert alarmed.share("no_alarm") == alarmed.share("relations") == 0.0
    assert alarmed.share("conflict_precision") == pytest.approx(2 / 3)
    taken = scored_conflicts(event, [date, number, replace(rounding, relation=Relation.SCOPE)])
    assert taken.share("no_alarm") == 1.0
    assert taken.share("relations") == 0.0
    assert taken.share("conflict_precision") == 1.0


def test_a_true_conflict_near_a_rounding_is_no_alarm(event: Event) -> None:
    """The words of `40 stones` stand in a conflict and in a rounding."""
    scores = scored_conflicts(event, conflicts_of(event)[:2])
    assert scores.share("no_alarm") == 1.0


def test_stances_swapped_are_wrong(event: Event) -> None:
    weight = claim_of(event, event.claims[0])
    other = {Stance.SAYS: Stance.SILENT, Stance.SILENT: Stance.SAYS, Stance.DIFFERS: Stance.DENIES}
    turned = replace(weight, positions=tuple(replace(p, stance=other[p.stance]) for p in weight.positions))
    scores = Scores()
    eventclaims.score_claims(scores, replace(event, claims=event.claims[:1]), [turned])
    assert scores.share("stance") == 0.0
    assert scores.share("says_silent") == pytest.approx(1 / 3)  # `denies` is not silent either


def test_a_claim_seen_from_the_other_side_is_turned(event: Event) -> None:
    gold = event.claims[0]
    seen = claim_of(event, gold, head="mud-post")
    turned = {"fen-echo": Stance.DIFFERS, "mud-post": Stance.SAYS, "sedge": Stance.DIFFERS}
    positions = tuple(replace(p, stance=turned[event.names[p.article]]) for p in seen.positions)
    one = replace(event, claims=(gold,))
    right, wrong = Scores(), Scores()
    eventclaims.score_claims(right, one, [replace(seen, positions=positions)])
    eventclaims.score_claims(wrong, one, [seen])
    assert right.share("stance") == 1.0
    assert wrong.share("stance") == 0.0
    assert wrong.share("says_silent") == 1.0


def test_a_claim_split_in_two_counts_only_its_better_part(event: Event) -> None:
    whole = claim_of(event, event.claims[2])
    parts = [
        replace(
            whole,
            wordings=(wording,),
            head=wording.id,
            positions=tuple(
                p if p.article == wording.article else replace(p, stance=Stance.SILENT)
                for p in whole.positions
            ),
        )
        for wording in whole.wordings
    ]
    scores = scored_claims(replace(event, claims=event.claims[2:]), parts)
    assert scores.share("says_silent") == pytest.approx(2 / 3)
    assert scores.share("together_recall") == 0.0


def test_all_in_one_claim_costs_precision(event: Event) -> None:
    wordings = tuple(w for claim in claims_of(event) for w in claim.wordings)
    heap = replace(claims_of(event)[0], wordings=wordings)
    scores = scored_claims(event, [heap])
    assert scores.share("together_recall") == 1.0
    assert (scores.share("together_precision") or 0.0) < 0.5


def test_a_unit_with_words_of_two_claims_is_no_merger(event: Event) -> None:
    """A sentence that tells both may stand with either."""
    weight, _, bruises = event.claims
    echo, post = event.articles["fen-echo"], event.articles["mud-post"]
    both = Span(weight.positions["fen-echo"].spans[0].start, bruises.positions["fen-echo"].spans[0].end)
    whole = Wording(article=echo.id, spans=(both,))
    other = Wording(article=post.id, spans=bruises.positions["mud-post"].spans)
    claim = replace(claim_of(event, bruises), wordings=(whole, other), head=whole.id)
    scores = scored_claims(event, [claim])
    assert scores.share("together_precision") == 1.0


@pytest.mark.parametrize(("roots", "safe", "above"), [(0, 0.0, 1.0), (1, 1.0, 1.0), (2, 1.0, 0.0)])
def test_origins_too_few_and_too_many(event: Event, roots: int, safe: float, above: float) -> None:
    claim = claim_of(event, event.claims[0])
    groups = claim.origins.groups * roots
    scores = scored_claims(
        replace(event, claims=event.claims[:1]), [replace(claim, origins=Origins(groups=groups))]
    )
    assert scores.share("origins_equal") == float(roots == 1)
    assert scores.share("origins_safe") == safe
    assert scores.share("origins_not_above") == above
    assert scores.share("origin_groups") == float(roots == 1)


def test_a_time_found_by_its_words_needs_its_value(event: Event) -> None:
    thursday, friday = moments_of(event)
    assert thursday.span is not None
    led = replace(thursday, span=Span(thursday.span.start - 3, thursday.span.end), value="2024-03-14")
    scores = scored_times(event, [led, friday])
    assert scores.share("time_found") == scores.share("time_exact") == 1.0
    assert scores.share("time_value") == 0.5
    anchored = scored_times(event, [replace(thursday, anchor=None), friday])
    assert anchored.share("time_anchor") == 0.0


def test_words_that_stand_twice_need_a_number() -> None:
    assert find({"text": "a", "nth": 2}, "a b a", "x") == Span(4, 5)
    for locator in ("a", "c", {"text": "a", "nth": 3}):
        with pytest.raises(GoldNotFound):
            find(locator, "a b a", "x")
