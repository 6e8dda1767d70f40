"""Claims: wordings of several reports that tell the same, and what each report does with them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from tests.builders.claims import claims_of, dossier, having, position, report, stances, words_of

from rashomon.corroboration.claims import Group, Nearness, group_units
from rashomon.corroboration.coverage import REASONS, Seen, Standing, positions
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import lot_of
from rashomon.corroboration.mix import WITH_READER, WITH_VECTORS, WITHOUT_VECTORS
from rashomon.corroboration.wordedalike import Held, within
from rashomon.model import (
    ClaimKind,
    Conflict,
    ConflictKind,
    Evidence,
    Policy,
    Relation,
    Side,
    Span,
    Stance,
    coverage,
)

POST = report(
    "Tarn Post",
    "The old grain store on Tarn quay was lost in a fire on Monday night, mayor Jo Wend said.",
    "Twelve firefighters were taken to hospital after a wall collapsed.",
    "The store was built in 1911 for the Morholt company.",
    "Harbour master Greta Oll said that the fire was caused by a faulty lamp.",
    published="2024-03-05T08:00:00Z",
)
GULL = report(
    "Gull Times",
    "A fire destroyed the old grain store on the quay in Tarn on Monday night.",
    "Fourteen firefighters were taken to hospital after a wall collapsed.",
    "Nobody lives near the quay.",
    published="2024-03-05T08:00:00Z",
)
TERN = report(
    "Tern Daily",
    "Tarn's old grain store has burnt down in a fire on Monday night.",
    "The fire was not caused by a faulty lamp, Greta Oll said.",
    "Fishermen sell herring on the quay on Saturdays.",
    published="2024-03-05T08:00:00Z",
)
ALL = (POST, GULL, TERN)


def test_one_event_in_three_wordings_is_one_claim() -> None:
    claim = having(claims_of(*ALL), ALL, "was lost in a fire on Monday night")
    assert stances(claim) == [Stance.SAYS] * 3
    assert claim.kind is ClaimKind.MIXED
    assert len(claim.joins) >= len(claim.wordings) - 1


def test_a_number_that_differs_is_the_same_claim_told_differently() -> None:
    found = claims_of(*ALL)
    claim = having(found, ALL, "firefighters were taken to hospital")
    assert sorted(stances(claim)) == sorted([Stance.SAYS, Stance.DIFFERS, Stance.SILENT])
    assert stances(claim)[2] is Stance.SILENT
    assert any(conflict.claims == (claim.id,) and conflict.kind == "number" for conflict in found.conflicts)


def test_two_values_stand_against_each_other_once_however_often_they_are_told() -> None:
    told = "{} people were hurt when the ferry struck the pier at Corrin."
    one = report("Tarn Post", told.format("Twelve"), "In all 12 people were hurt at Corrin, the clinic said.")
    other = report("Gull Times", told.format("Fourteen"), "The clinic said 14 people were hurt at Corrin.")
    [conflict] = claims_of(one, other).conflicts
    assert sorted(side.value or "" for side in conflict.sides) == ["12", "12", "14", "14"]
    assert len(conflict.claims) == 2


def test_a_denial_denies_what_is_affirmed() -> None:
    claim = having(claims_of(*ALL), ALL, "the fire was caused by a faulty lamp")
    assert words_of(replace(claim, wordings=tuple(w for w in claim.wordings if w.id == claim.head)), ALL) == [
        "the fire was caused by a faulty lamp"
    ]
    assert stances(claim) == [Stance.SAYS, Stance.SILENT, Stance.DENIES]


def test_what_one_report_alone_has_is_a_claim_and_what_it_adds() -> None:
    found = claims_of(*ALL)
    claim = having(found, ALL, "built in 1911")
    assert stances(claim) == [Stance.SAYS, Stance.SILENT, Stance.SILENT]
    assert claim.kind is ClaimKind.ASSERTION
    adds = {c.article: c.adds for c in coverage(found.claims, [article.id for article in ALL])}
    assert claim.id in adds[POST.id]


def test_a_silence_shows_the_passage_that_came_nearest() -> None:
    claim = having(claims_of(*ALL), ALL, "firefighters were taken to hospital")
    silent = position(claim, TERN)
    assert silent.nearest is not None
    assert silent.nearest.of(TERN.text)
    assert silent.wordings == ()
    assert silent.evidence.reason in REASONS


def test_a_report_in_another_language_is_silent_without_a_passage() -> None:
    foreign = replace(report("Phare", "Un incendie a détruit un grenier lundi soir."), language="fr")
    for claim in claims_of(POST, foreign).claims:
        silent = position(claim, foreign)
        assert silent.stance is Stance.SILENT
        assert silent.nearest is None
        assert silent.evidence.reason == "language_not_read"


def test_two_sides_of_one_sentence_are_two_claims() -> None:
    one = report("Tarn Post", "The ferry hit the quay on Monday, injuring nine passengers and sinking a tug.")
    other = report("Gull Times", "Nine passengers were injured when the ferry hit the quay on Monday.")
    found = claims_of(one, other)
    for claim in found.claims:
        assert sum(wording.article == one.id for wording in claim.wordings) <= 1


def test_like_sentences_about_two_things_stay_two_claims() -> None:
    one = report(
        "Tarn Post", "The flour mill at Brack opened in May.", "The paper mill at Fell closed in June."
    )
    other = report("Gull Times", "The paper mill at Fell closed in June.")
    claim = having(claims_of(one, other), (one, other), "closed in June")
    assert words_of(claim, (one, other)) == ["The paper mill at Fell closed in June."] * 2


def test_the_same_words_are_one_claim_whatever_stands_around_them() -> None:
    one = report(
        "Tarn Post", "The mill burnt down in May.", "Bread costs two crowns. The gate was never shut at all."
    )
    other = report(
        "Gull Times", "Trains run late.", "“The gate was never shut at all,” says a sign.", "It rains."
    )
    claim = having(claims_of(one, other), (one, other), "The gate was never shut at all")
    assert stances(claim) == [Stance.SAYS, Stance.SAYS]
    assert {join.evidence.reason for join in claim.joins} == {"same_words"}


def test_copies_of_two_wordings_are_as_near_as_the_nearest_of_them() -> None:
    told = ("The old mill at Brack burnt down on Monday.", "A fire destroyed the mill in Brack.")
    others = "Bread Rain Wind Snow Hail Fog".split()
    reports = [report(f"Paper {n}", told[n % 2], f"{other} came late.") for n, other in enumerate(others)]
    lot = lot_of(units_of(dossier(*reports)), None)
    first, second = ([at for at, words in enumerate(lot.words) if words == one] for one in told)
    same = dict.fromkeys([*combinations(first, 2), *combinations(second, 2)], 1.0)
    reworded = min(first[0], second[0]), max(first[0], second[0])
    near = Nearness(
        likely={**same, reworded: 0.9},
        features={pair: {} for pair in (*same, reworded)},
        beside={},
        differences={},
        told=frozenset(),
        alike=same,
    )
    assert max(len(group.members) for group in group_units(lot, near, Policy())) == len(reports)


def test_whoever_has_only_the_other_side_of_a_sure_conflict_is_not_silent() -> None:
    conflict = Conflict(
        kind=ConflictKind.DATE,
        relation=Relation.CONFLICT,
        sides=tuple(
            Side(article=article, wording=wording, spans=(Span(0, 4),), party=party)
            for party, (article, wording) in enumerate((("one", "wd-1"), ("two", "wd-2")))
        ),
        claims=("cl-1", "cl-2"),
        evidence=Evidence(score=0.7, reason="no_instant_fits"),
    )
    standing = Standing([conflict])
    assert standing.opposed("wd-1", ["wd-1"], 0.6) == {"two": ("wd-2", Stance.DIFFERS)}
    assert standing.opposed("wd-1", ["wd-1"], 0.8) == {}
    assert standing.opposed("wd-1", ["wd-1", "wd-2"], 0.6) == {"two": ("wd-2", Stance.DIFFERS)}
    denial = Standing([replace(conflict, kind=ConflictKind.POLARITY)])
    assert denial.opposed("wd-2", ["wd-2"], 0.6) == {"one": ("wd-1", Stance.DENIES)}


@pytest.mark.parametrize(
    ("likely", "stance", "why"),
    [
        (0.85, Stance.SAYS, "told_in_another_claim"),
        (0.75, Stance.SILENT, "nearest_tells_otherwise"),
    ],
)
def test_whoever_most_likely_tells_it_in_another_claim_is_not_silent(
    likely: float, stance: Stance, why: str
) -> None:
    assert _beside_one_apart(likely, None) == (stance, why, likely)


@pytest.mark.parametrize(
    ("kind", "likely", "stance", "why"),
    [
        (ConflictKind.DATE, 0.85, Stance.DIFFERS, "conflicting_detail"),
        (ConflictKind.POLARITY, 0.85, Stance.DENIES, "contrary"),
        (ConflictKind.DATE, 0.75, Stance.SILENT, "nearest_tells_otherwise"),
    ],
)
def test_whoever_tells_it_in_another_claim_beside_an_unsure_conflict_tells_it_otherwise(
    kind: ConflictKind, likely: float, stance: Stance, why: str
) -> None:
    assert _beside_one_apart(likely, kind) == (stance, why, likely)


def _beside_one_apart(likely: float, kind: ConflictKind | None) -> tuple[Stance, str, float]:
    """What a report is found to do whose one wording is so likely the same, but in another claim; and whether
    a conflict of this kind that nobody is sure of stands between the two.
    """
    one = report("Tarn Post", "The old mill at Brack burnt down on Monday.")
    other = report("Gull Times", "A fire destroyed the mill in Brack.")
    told = dossier(one, other)
    lot = lot_of(units_of(told), None)
    pair = 0, 1
    near = Nearness(
        likely={pair: likely},
        features={pair: {}},
        beside={(0, other.id): [1], (1, one.id): [0]},
        differences={},
        told=frozenset(),
    )
    sides = tuple(
        Side(article=lot.reports[at], wording=lot.ids[at], spans=(Span(0, 4),), party=at) for at in pair
    )
    unsure = Evidence(score=0.01, reason="no_instant_fits")
    between = [
        Conflict(kind=kind, relation=Relation.CONFLICT, sides=sides, claims=("cl-1", "cl-2"), evidence=unsure)
        for kind in (kind,)
        if kind
    ]
    seen = Seen(group=Group(members=(0,)), head=0, alike={}, held={}, places={})
    found = positions(lot, near, seen, told.articles, Standing(between), Policy())
    [position] = [position for position in found if position.article == other.id]
    assert position.nearest is not None
    assert position.nearest.of(other.text) == "A fire destroyed the mill in Brack."
    return position.stance, position.evidence.reason, position.evidence.score


@pytest.mark.parametrize(
    ("one", "other", "claims"),
    [
        ("The Harbour Board did not respond to a request", "Mayor Ina Holt did not respond to a request", 2),
        ("The Harbour Board declined to comment", "Mayor Ina Holt declined to comment", 2),
        ("The Harbour Board declined to comment", "A Harbour Board spokesman declined to comment", 1),
        ("The board did not respond to a request", "The Harbour Board did not respond to a request", 1),
        ("Asked on Monday, the board declined to comment", "The Harbour Board declined to comment", 1),
        ("Officials declined to comment", "The Harbour Board declined to comment", 1),
        ("Holt’s office was not available for comment", "Ina Holt was not available for comment", 1),
    ],
)
def test_two_who_gave_no_answer_are_two_claims(one: str, other: str, claims: int) -> None:
    about = "about the fire at the old depot on Monday."
    first, second = report("Tarn Post", f"{one} {about}"), report("Gull Times", f"{other} {about}")
    assert len(claims_of(first, second).claims) == claims


@pytest.mark.parametrize(
    ("longer", "has"),
    [
        ("“In the evening the gate was shut at noon,” Ada Holt said.", True),
        ("“The gate was shut at noon, the gate was shut at noon,” Ada Holt said.", True),
        ("“Nobody said the gate was shut at noon,” Ada Holt said.", False),
        ("“I wonder whether the gate was shut at noon,” Ada Holt said.", False),
        ("“The gate was shut,” Ada Holt said.", False),
        ("In the evening the gate was shut at noon.", False),
    ],
)
def test_a_longer_wording_of_one_act_of_speech_has_a_claim_s_words_unless_it_turns_them(
    longer: str, has: bool
) -> None:
    one = report("Tarn Post", "“The gate was shut at noon,” Ada Holt said.")
    other = report("Gull Times", longer)
    lot = lot_of(units_of(dossier(one, other)), None)
    lot = replace(
        lot, units=[replace(unit, utterance="ut-1" if unit.statement else None) for unit in lot.units]
    )
    [first] = [at for at, words in enumerate(lot.words) if words.startswith("The gate was shut at noon")][:1]
    assert (other.id in Held(lot).beside([first])) is has


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Doctors counted that 1,200 people were hurt", "200 people were hurt"),
        ("The night brought −5 degrees to Fell", "The night brought 5 degrees to Fell"),
        ("The gate was [not] shut at noon", "The gate was shut at noon"),
    ],
)
def test_words_that_differ_in_a_sign_a_figure_or_a_denial_are_not_the_same(one: str, other: str) -> None:
    assert not within(one, other)


def test_counts_of_two_things_stay_two_conflicts_though_their_values_are_the_same() -> None:
    people = "{} people were hurt when the ferry struck the pier at Corrin."
    boats = "The blaze at the mill destroyed {} boats."
    first = report("Tarn Post", people.format("Twelve"), boats.format("twelve"))
    second = report("Gull Times", people.format("Fourteen"), boats.format("fourteen"))
    found = claims_of(first, second)
    assert len(found.conflicts) == 2


def test_what_one_report_has_a_source_say_and_the_other_deny_is_denied() -> None:
    one = report(
        "Tarn Post", "Engineer Anna Brix denied that the cables had been checked.", "Forty were aboard."
    )
    other = report("Gull Times", "Engineer Anna Brix said that the cables had been checked.", "It rained.")
    found = claims_of(one, other)
    claim = having(found, (one, other), "the cables had been checked")
    assert sorted(stances(claim)) == [Stance.DENIES, Stance.SAYS]
    [conflict] = found.conflicts
    assert (conflict.kind, conflict.evidence.reason) == (ConflictKind.POLARITY, "denied_by_source")


def test_a_story_without_reports_in_words_has_no_claims() -> None:
    assert claims_of(report("Tarn Post", "Good morning.")).claims == ()


def test_each_reason_for_a_stance_is_explained_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "corroboration.md").read_text(encoding="utf-8")
    assert [label for label in REASONS if f"`{label}`" not in page] == []


def test_each_feature_of_the_mix_is_explained_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "corroboration.md").read_text(encoding="utf-8")
    names = {*WITH_READER, *WITH_VECTORS, *WITHOUT_VECTORS} - {"bias"}
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []
