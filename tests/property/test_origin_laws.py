"""Laws of counting origins, on graphs of who has it from whom."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.builders.origins import Report, Story, origins, story, true_roots

from rashomon.model import Copy, Evidence, Located, OriginRuling, Origins

OUTLETS = ("Gull Times", "Ostmark Courier", "Selby Post", "Merid Herald", "Tarn Echo", "Quay Mirror")
PEOPLE = ("Ada Holt", "Lido Brankov")
PAPERS = ("a letter to the water board", "the coroner's report")
NOBODIES = ("an official", "a diver", "two engineers")
OUTSIDE = ("Corvian Radio", "Velmar Gazette")
AGENCIES = ("Tern Wire", "Merid News Agency")


@st.composite
def reports(draw: st.DrawFn, outlet: str, number: int) -> Report:
    kind = draw(st.sampled_from(("own", "person", "paper", "unnamed", "cites", "copies", "agency")))
    outside = draw(st.booleans())
    where = draw(st.sampled_from(OUTSIDE))
    others = [name for name in OUTLETS if name != outlet]
    person = draw(st.sampled_from(PEOPLE)) if kind == "person" else ""
    paper = draw(st.sampled_from(PAPERS)) if kind == "paper" else ""
    nobody = draw(st.sampled_from(NOBODIES)) if kind == "unnamed" else ""
    if kind == "cites":
        return Report(outlet=outlet, through=draw(st.sampled_from([*others, *OUTSIDE])))
    if kind == "copies" and number:
        return Report(outlet=outlet, copies=draw(st.integers(0, number - 1)))
    agency = draw(st.sampled_from(AGENCIES)) if kind == "agency" else ""
    return Report(
        outlet=outlet,
        agency=agency,
        person=person,
        paper=paper,
        unnamed=nobody,
        through=where if outside and (person or paper or nobody) else "",
    )


@st.composite
def stories(draw: st.DrawFn) -> list[Report]:
    outlets = draw(st.lists(st.sampled_from(OUTLETS), min_size=1, unique=True))
    return [draw(reports(outlet, number)) for number, outlet in enumerate(outlets)]


@st.composite
def circling(draw: st.DrawFn) -> list[Report]:
    """Reports of which each cites the next, and the last the first."""
    outlets = draw(st.lists(st.sampled_from(OUTLETS), min_size=2, max_size=4, unique=True))
    return [Report(outlet=own, through=outlets[at - 1]) for at, own in enumerate(outlets)]


def shape(found: Origins) -> set[tuple[str, frozenset[str], str]]:
    return {(group.key, frozenset(group.articles), group.reason.value) for group in found.groups}


@given(stories())
def test_the_bound_is_the_number_of_roots_where_every_link_is_stated(told: list[Report]) -> None:
    assert origins(story(told)).at_most == true_roots(told)


@given(stories())
def test_what_somebody_says_has_an_origin_and_every_report_leans_on_one(told: list[Report]) -> None:
    made = story(told)
    found = origins(made)
    assert found.at_most >= 1
    assert {id_ for group in found.groups for id_ in group.articles} == {a.id for a in made.articles}
    for group in found.groups:
        assert set(group.witnesses) <= set(group.articles)


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing(told: list[Report], dice: Random) -> None:
    made = story(told)
    order = list(range(len(told)))
    dice.shuffle(order)
    assert shape(origins(made, order)) == shape(origins(made))
    assert sorted(origins(made, order).circles) == sorted(origins(made).circles)


@given(stories(), st.integers(0, 5), st.none() | st.just("2024-03-01") | st.just("2024-03-09"))
def test_a_copy_of_a_report_adds_no_origin(told: list[Report], which: int, day: str | None) -> None:
    which %= len(told)
    more = [*told, Report(outlet="Late Extra", copies=which, published=day, agency=told[which].agency)]
    assert origins(story(more)).at_most <= origins(story(told)).at_most


def sharing(made: Story, pairs: list[tuple[int, int]], first: int | None) -> Story:
    """The story with text that these pairs of reports share, taken from one of the two if that is known."""
    found: dict[frozenset[str], Copy] = {}
    for pair in pairs:
        one, other = (made.units[at % len(made.units)] for at in pair)
        places = [Located(unit.article.id, unit.sentence) for unit in (one, other)]
        ends = [place.article for place in places]
        if one.article != other.article:
            found[frozenset(ends)] = Copy(
                first=places[0],
                second=places[1],
                evidence=Evidence(score=1.0, reason="shared_words"),
                source=None if first is None else ends[first],
            )
    known = {frozenset((copy.first.article, copy.second.article)) for copy in made.copies}
    return replace(made, copies=(*made.copies, *(c for ends, c in found.items() if ends not in known)))


indices = st.tuples(st.integers(0, 5), st.integers(0, 5))


@given(st.one_of(stories(), circling()), st.lists(indices, max_size=4), st.none() | st.integers(0, 1))
def test_shared_text_adds_no_origin(
    told: list[Report], pairs: list[tuple[int, int]], first: int | None
) -> None:
    made = story(told)
    assert origins(sharing(made, pairs, first)).at_most <= origins(made).at_most


@given(st.one_of(stories(), circling()), st.lists(indices, max_size=4))
def test_shared_text_without_a_known_first_changes_no_circle_of_citing(
    told: list[Report], pairs: list[tuple[int, int]]
) -> None:
    made = story(told)
    assert sorted(origins(sharing(made, pairs, None)).circles) == sorted(origins(made).circles)


@given(stories(), st.integers(0, 5))
def test_a_report_that_cites_another_adds_no_origin(told: list[Report], which: int) -> None:
    cited = told[which % len(told)].outlet
    more = [*told, Report(outlet="Late Extra", through=cited)]
    assert origins(story(more)).at_most <= origins(story(told)).at_most


LABELS = (*OUTLETS, *PEOPLE, *PAPERS, *NOBODIES, *OUTSIDE, *AGENCIES)
labels = st.sampled_from(LABELS)


@given(stories(), st.lists(st.tuples(labels, labels), max_size=4))
def test_a_merge_never_raises_and_a_split_never_lowers(
    told: list[Report], pairs: list[tuple[str, str]]
) -> None:
    made = story(told)
    plain = origins(made).at_most
    merges = [OriginRuling(first=one, second=other.upper(), same=True) for one, other in pairs]
    assert 1 <= origins(made, rulings=merges).at_most <= plain
    assert origins(made, rulings=[replace(r, same=False) for r in merges]).at_most >= plain


@given(stories())
def test_roots_that_a_person_merges_are_one(told: list[Report]) -> None:
    made = story(told)
    found = origins(made)
    roots = [group.root for group in found.groups if group.root]
    assume(len(roots) > 1 and len(set(roots)) == len(roots))
    merged = origins(made, rulings=[OriginRuling(first=roots[0], second=roots[1], same=True)])
    assert merged.at_most == found.at_most - 1
    back = [OriginRuling(first=roots[0], second=roots[1], same=same) for same in (True, False)]
    assert shape(origins(made, rulings=back)) == shape(found)
