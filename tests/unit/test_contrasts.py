"""Values that two reports tell of one thing in words of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rashomon.chronology import resolve
from rashomon.corroboration import corroborate
from rashomon.corroboration.comparing import Findings
from rashomon.corroboration.contrasting import contrasted, weighable
from rashomon.corroboration.contrastmix import WEIGHTS, likelihood
from rashomon.corroboration.contrasts import contrasts
from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.likeness import lot_of
from rashomon.corroboration.units import Unit
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Conflict,
    ConflictKind,
    Dossier,
    Engine,
    Evidence,
    Policy,
    Relation,
    Span,
)

POLICY = Policy()


class Topics:
    """An embedder by hand: a sentence points where its topic does; topics are told by a word."""

    name = "topics"

    def __init__(self, *topics: Sequence[str]) -> None:
        self.topics = topics

    def embed(self, sentences: Sequence[str]) -> list[list[float]]:
        return [self._vector(sentence.casefold()) for sentence in sentences]

    def _vector(self, sentence: str) -> list[float]:
        found = [float(any(word in sentence for word in topic)) for topic in self.topics]
        found.append(0.2)
        length = sum(value * value for value in found) ** 0.5
        return [value / length for value in found]


def article(name: str, text: str, published: str | None = "2024-03-05") -> Article:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    return Article(input=name, text=text, published=published, blocks=(block,))


def dossier(*articles: Article) -> Dossier:
    return Dossier(
        articles=articles,
        statements=(),
        sources=(),
        utterances=(),
        engine=Engine(version="0", model=None, policy=POLICY, rooms=()),
        timeline=resolve(articles, (), POLICY),
    )


def units(one: str, other: str) -> list[Unit]:
    return list(units_of(dossier(article("a", one), article("b", other))))


def told(one: str, other: str) -> list[tuple[ConflictKind, Relation, str | None, str | None]]:
    first, second = units(one, other)
    return [(c.kind, c.relation, c.first.value, c.second.value) for c in contrasts(first, second, POLICY)]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (
            "The hull lay 40 metres down.",
            "Divers found it at a depth of 60 metres.",
            (ConflictKind.NUMBER, Relation.CONFLICT, "40 m", "60 m"),
        ),
        (
            "The keeper resigned on 3 May 2021.",
            "She gave up the post on 9 May 2021.",
            (ConflictKind.DATE, Relation.CONFLICT, "2021-05-03", "2021-05-09"),
        ),
        (
            "The lamp failed because of a worn cable.",
            "The light went out because of salt in the glass.",
            (ConflictKind.REASON, Relation.CONFLICT, None, None),
        ),
        (
            "The pilot had warned the harbour office.",
            "Nobody told the quay of the shoal.",
            (ConflictKind.POLARITY, Relation.CONFLICT, None, None),
        ),
    ],
)
def test_values_of_one_kind_are_put_beside_each_other(
    one: str, other: str, wanted: tuple[ConflictKind, Relation, str | None, str | None]
) -> None:
    assert wanted in told(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The hull lay 40 metres down.", "Divers found it at a depth of 40 metres."),
        ("The hull lay 40 metres down.", "The hull cost 60 million crowns."),
        ("The keeper resigned on 3 May 2021.", "She gave up the post in May 2021."),
        ("The keeper went.", "The keeper left the tower."),
        ("The office failed to watch the shoal.", "The office didn't watch the shoal."),
        ("Marn refused to sign the deed.", "Marn never signed the deed."),
    ],
)
def test_what_agrees_or_is_of_another_sort_makes_no_contrast(one: str, other: str) -> None:
    assert told(one, other) == []


def test_a_count_that_runs_is_updated_by_the_later_report() -> None:
    early = article("a", "At least the crew said four sailors were killed.", "2024-03-05T08:00:00")
    late = article("b", "Nine men died aboard.", "2024-03-06T08:00:00")
    first, second = units_of(dossier(early, late))
    [found] = [c for c in contrasts(first, second, POLICY) if c.kind is ConflictKind.NUMBER]
    assert (found.relation, found.later) == (Relation.UPDATE, late.id)


TOPICS = Topics(("hull", "wreck"), ("lamp", "light"), ("choir",))
ONE = "The hull lay 40 metres down. The choir sang. The lamp was lit at nine."
OTHER = "Divers reached the wreck at a depth of 60 metres. The light came on early."


def conflicts_of(*articles: Article) -> list[Conflict]:
    return list(corroborate(dossier(*articles), embedder=TOPICS).conflicts)


def test_units_near_in_meaning_are_weighed_and_others_are_not() -> None:
    lot = lot_of(units_of(dossier(article("a", ONE), article("b", OTHER))), TOPICS)
    pairs = {frozenset(lot.words[at] for at in pair) for pair, _, _ in weighable(lot, POLICY)}
    assert frozenset(("The hull lay 40 metres down.", OTHER.split(". ")[0] + ".")) in pairs
    assert not any("The choir sang." in pair for pair in pairs)


def test_what_a_comparer_found_is_left_to_it() -> None:
    lot = lot_of(units_of(dossier(article("a", ONE), article("b", OTHER))), TOPICS)
    found = dict(contrasted(lot, {}, POLICY))
    assert found
    known: Findings = {pair: (replace(d, relation=Relation.SCOPE, later=None),) for pair, d in found.items()}
    assert dict(contrasted(lot, known, POLICY)) == {}


def test_what_a_comparer_found_between_the_same_values_is_told_again_as_it_was() -> None:
    lot = lot_of(units_of(dossier(article("a", ONE), article("b", OTHER))), TOPICS)
    known: Findings = {
        pair: (replace(d, evidence=Evidence(score=0.5, reason="no_value_fits")),)
        for pair, d in contrasted(lot, {}, POLICY)
    }
    assert known
    again = dict(contrasted(lot, known, POLICY))
    assert {pair: (difference,) for pair, difference in again.items()} == known


def test_without_an_embedder_nothing_is_near_in_meaning() -> None:
    lot = lot_of(units_of(dossier(article("a", ONE), article("b", OTHER))), None)
    assert list(weighable(lot, POLICY)) == []


def test_the_order_of_the_reports_changes_nothing() -> None:
    one, other = article("a", ONE), article("b", OTHER)
    there, back = conflicts_of(one, other), conflicts_of(other, one)
    assert [c.id for c in there] == [c.id for c in back]
    assert [c.evidence for c in there] == [c.evidence for c in back]
    assert any(c.evidence.reason == "told_otherwise" for c in there)


@pytest.mark.parametrize("kind", sorted(WEIGHTS))
def test_a_likelihood_lies_between_none_and_all_and_grows_with_what_speaks_for_it(kind: ConflictKind) -> None:
    for name, weight in WEIGHTS[kind].items():
        if name != "bias":
            none, some = likelihood(kind, {}), likelihood(kind, {name: 0.5})
            assert 0.0 < none < 1.0
            assert (some > none) is (weight > 0)
