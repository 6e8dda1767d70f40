"""Laws of what two wordings disagree in: the same either way round, nothing against itself, in any order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.comparing import unit_of

from rashomon.corroboration.attributions import compare_attributions
from rashomon.corroboration.conflicts import merge_differences
from rashomon.corroboration.differences import Compare, Difference
from rashomon.corroboration.modality import compare_modality
from rashomon.corroboration.names import compare_names
from rashomon.corroboration.pairing import told_apart
from rashomon.corroboration.places import compare_places
from rashomon.corroboration.polarity import compare_polarity
from rashomon.corroboration.reasons import compare_reasons
from rashomon.corroboration.units import Unit
from rashomon.model import Claim, ClaimKind, Policy, Relation, hull

COMPARERS: tuple[Compare, ...] = (
    compare_polarity,
    compare_modality,
    compare_reasons,
    compare_places,
    compare_names,
    compare_attributions,
)
_WHO = ("The ferry", "Ada Holt", "The council of Tarn", "Nobody", "Staff", "The mayor", "Flight 212", "Rask")
_DID = (
    "sank", "did not sink", "refused to sail", "plans to close the mill", "closed the mill", "backed out",
    "resigned", "will resign", "has ruled out resigning", "leaked", "denied that the dam had leaked",
    "was never seen", "opened the fair", "is safe", "is unsafe", "offered to pay", "paid", "no longer sails",
)  # fmt: skip
_WHERE = ("", " in Tarn", " at the north gate", " at the south gate", " in Mill Street", " off Kell")
_WHY = ("", " because of fog", " over the memo", " inexplicably", ", giving no reason", " due to bad weather")
_MARKS = st.text(alphabet="aA '’“”.,;:—-0?\n", max_size=12)
_DAYS = st.sampled_from([None, "2024-03-05", "2024-03-06T08:00Z", "2024-03-06T18:00+01:00", "soon"])


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence out of parts, now and then with marks that belong nowhere."""
    parts = [draw(st.sampled_from(table)) for table in (_WHO, _DID, _WHERE, _WHY)]
    return " ".join(parts[:2]) + "".join(parts[2:]) + draw(st.one_of(st.just("."), _MARKS)) + "."


@st.composite
def units(draw: st.DrawFn) -> Unit:
    return unit_of(draw(sentences()), draw(_DAYS))


def _turned(found: Difference) -> Difference:
    evidence = replace(found.evidence, spans=found.second.spans)
    return replace(found, first=found.second, second=found.first, evidence=evidence)


@given(units(), units())
def test_either_way_round_the_same_is_found(one: Unit, other: Unit) -> None:
    for compare in COMPARERS:
        if one.article.id != other.article.id:
            assert [_turned(found) for found in compare(one, other)] == list(compare(other, one))


@given(units())
def test_a_text_has_no_conflict_with_itself(one: Unit) -> None:
    for compare in COMPARERS:
        assert [f for f in compare(one, one) if f.relation not in {None, Relation.REFINEMENT}] == []


@given(units(), units())
def test_the_words_shown_stand_in_the_reports(one: Unit, other: Unit) -> None:
    for compare in COMPARERS:
        for found in compare(one, other):
            for unit, piece in ((one, found.first), (other, found.second)):
                assert piece.spans
                assert hull(unit.wording.spans).contains(hull(piece.spans))
            assert found.evidence.spans == found.first.spans
            if found.relation is Relation.UPDATE:
                assert found.later in {one.article.id, other.article.id}


def _found(several: Iterable[Unit]) -> list[tuple[Unit, Unit, Difference]]:
    pairs = combinations(several, 2)
    return [(a, b, found) for a, b in pairs for compare in COMPARERS for found in compare(a, b)]


def _claims(several: Iterable[Unit]) -> list[Claim]:
    wordings = tuple(unit.wording for unit in several)
    return [Claim(kind=ClaimKind.ASSERTION, head=wordings[0].id, wordings=wordings, joins=(), positions=())]


_STORIES = st.lists(units(), min_size=2, max_size=5, unique_by=lambda unit: unit.article.id)


@settings(max_examples=60)
@given(_STORIES.flatmap(lambda story: st.tuples(st.just(story), st.permutations(story))))
def test_the_order_of_reports_changes_no_conflict(told: tuple[list[Unit], list[Unit]]) -> None:
    story, turned = told
    merged = merge_differences(_found(story), _claims(story))
    assert merge_differences(_found(turned), _claims(turned)) == merged


@settings(max_examples=60)
@given(_STORIES)
def test_a_conflict_has_two_parties_of_different_reports(story: list[Unit]) -> None:
    for conflict in merge_differences(_found(story), _claims(story)):
        parties = [{s.article for s in conflict.sides if s.party == party} for party in (0, 1)]
        assert all(parties)
        assert not parties[0] & parties[1]
        assert [side.party for side in conflict.sides] == sorted(side.party for side in conflict.sides)


@settings(max_examples=60)
@given(_STORIES)
def test_events_are_found_in_any_order_of_units(story: list[Unit]) -> None:
    def places(several: list[Unit]) -> set[frozenset[tuple[object, ...]]]:
        return {
            frozenset(
                (unit.wording.id, piece.spans, found.kind, found.relation)
                for unit, piece in ((one, found.first), (other, found.second))
            )
            for one, other, found in told_apart(several, Policy())
        }

    assert places(story) == places(story[::-1])


@given(st.text(alphabet="nobtdeasI '’“”.,;:—-\n", max_size=200))
def test_any_text_can_be_compared(text: str) -> None:
    one, other = unit_of(text), unit_of(f"{text} The ferry did not sail because of fog.")
    for compare in COMPARERS:
        for difference in compare(one, other):
            for unit, side in ((one, difference.first), (other, difference.second)):
                assert all(0 <= span.start < span.end <= len(unit.article.text) for span in side.spans)
