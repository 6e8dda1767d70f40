"""Conflicts told of stories, held against labels of pairs of places."""

from __future__ import annotations

from itertools import combinations

import pytest
from evaluation.realpairs import Judged, Place
from evaluation.suspected import verdicts
from tests.builders.claim_story import claim_story

from rashomon.model import ConflictKind, Dossier, Relation

STORY = claim_story()
CONFLICTS = [one for one in STORY.conflicts if one.relation is Relation.CONFLICT]


def _pairs(found: Dossier) -> list[frozenset[Place]]:
    """The places of the wordings of each conflict."""
    numbers = {article.id: number for number, article in enumerate(found.articles)}
    where = {
        wording.id: (numbers[wording.article], tuple((span.start, span.end) for span in wording.spans))
        for claim in found.claims
        for wording in claim.wordings
    }
    return [
        frozenset(pair)
        for conflict in CONFLICTS
        for pair in combinations([where[side.wording] for side in conflict.sides], 2)
    ]


def _verdicts(contrary: dict[frozenset[Place], bool]) -> list[str]:
    story = Judged("rope", list(STORY.articles), contrary)
    return [verdict for kind, verdict in verdicts(story, STORY) if kind is not ConflictKind.ATTRIBUTION]


@pytest.mark.parametrize(("label", "verdict"), [(True, "right"), (False, "wrong")])
def test_a_conflict_is_what_its_wordings_are_labelled(label: bool, verdict: str) -> None:
    told = _verdicts(dict.fromkeys(_pairs(STORY), label))
    assert told
    assert set(told) == {verdict}


def test_without_a_label_nothing_is_known() -> None:
    assert set(_verdicts({})) == {"not known"}


def test_only_contradictions_are_judged() -> None:
    story = Judged("rope", list(STORY.articles), {})
    assert [kind for kind, _ in verdicts(story, STORY)] == [one.kind for one in CONFLICTS]
    assert len(CONFLICTS) < len(STORY.conflicts)
