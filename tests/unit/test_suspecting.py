"""What may be a contradiction and is too unlikely to be told: shown apart, likeliest first, and few."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.claims import dossier, report
from tests.unit.test_contrastread import FIRST, SECOND, Alike, ByHand, reading

from rashomon.corroboration import Corroboration, contrarymix, corroborate, suspecting, valuemix
from rashomon.corroboration.contrarymix import WEIGHTS
from rashomon.model import Article, ConflictKind, Policy, Relation, Side
from rashomon.ports import Reading


@pytest.fixture(autouse=True)
def _weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader says decides, and is never enough for a conflict."""
    weights = {"bias": -3.0, "contrary": 1.5}
    monkeypatch.setattr(contrarymix, "WEIGHTS", dict.fromkeys(WEIGHTS, 0.0) | weights)
    monkeypatch.setattr(valuemix, "WEIGHTS", dict.fromkeys(valuemix.WEIGHTS, weights))
    monkeypatch.setattr(suspecting, "UNITS", weights)
    monkeypatch.setattr(suspecting, "DATES", weights)


def _suspicious(first: str, second: str) -> Reading:
    """The longer both are, the more so."""
    contrary = 0.99 if {"locked" in first, "locked" in second} == {True, False} else 0.9
    return reading(contrary=contrary, kind="polarity")


def _found(*articles: Article, policy: Policy | None = None) -> Corroboration:
    story = dossier(*articles)
    if policy is not None:
        story = replace(story, engine=replace(story.engine, policy=policy))
    return corroborate(story, embedder=Alike(), reader=ByHand(_suspicious))


def test_what_is_too_unlikely_is_shown_apart_and_changes_nothing_else() -> None:
    found = _found(FIRST, SECOND)
    assert [one for one in found.conflicts if one.relation is Relation.CONFLICT] == []
    assert found.suspected
    none = _found(FIRST, SECOND, policy=replace(Policy(), suspected_most=0))
    assert none.suspected == ()
    assert (none.claims, none.conflicts) == (found.claims, found.conflicts)


def test_the_likeliest_come_first_and_each_passage_stands_against_one_of_a_report() -> None:
    found = _found(FIRST, SECOND)
    scores = [one.evidence.score for one in found.suspected]
    assert scores == sorted(scores, reverse=True)
    sides = [(side.wording, other.article) for one in found.suspected for side, other in _turned(one.sides)]
    assert len(sides) == len(set(sides))
    texts = {article.id: article.text for article in (FIRST, SECOND)}
    first = " ".join(span.of(texts[side.article]) for side in found.suspected[0].sides for span in side.spans)
    assert "locked" in first
    assert found.suspected[0].evidence.reason == "suspected_units"
    assert found.suspected[0].kind is ConflictKind.POLARITY


def _turned(sides: tuple[Side, ...]) -> list[tuple[Side, Side]]:
    one, other = sides
    return [(one, other), (other, one)]


def test_few_are_shown_and_none_that_is_quite_unlikely() -> None:
    assert len(_found(FIRST, SECOND, policy=replace(Policy(), suspected_most=1)).suspected) == 1
    assert _found(FIRST, SECOND, policy=replace(Policy(), suspected_least=0.9)).suspected == ()


def test_two_values_are_shown_by_themselves() -> None:
    one = report("Tarn Post", "The hull lay 40 metres down.")
    other = report("Selby Mail", "Divers had to go 60 metres deep to find her.")
    [found] = _found(one, other).suspected
    assert found.evidence.reason == "suspected_values"
    assert {side.value for side in found.sides} == {"40 m", "60 m"}


def test_the_order_of_reports_does_not_matter() -> None:
    assert _found(FIRST, SECOND).suspected == _found(SECOND, FIRST).suspected
