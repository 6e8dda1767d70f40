"""Laws of who is one in several reports, over invented reports drawn at random."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.naming import figures, paper, reconciled

from rashomon.model import Article, Figure, Ruling

# Nobody here shares a surname, so every name shows whose it is, however it is written.
_PERSONS = (
    ("Mayor Ada Holt", "Ada Holt", "Mayor Holt", "Ada B. Holt"),
    ("Mr. Robert Quill", "Bob Quill", "R. Quill", "Robert Quill"),
    ("Gen. Qorrash Zambiyev", "Korrash Zambiev", "Gen. Zambiyev", "Qorash Zambiyev"),
    ("Dr. Oda Pell", "Oda Pell", "Dr. Pell"),
)
# These do, and a surname alone is often nobody's.
_KIN = ("Ada Marsh", "Mr. Tom Marsh", "Ms. Robin Marsh", "Mr. Robin Marsh", "Robin Marsh", "Mayor Marsh",
        "skipper Marsh", "T. Marsh", "Marsh", "the Marsh Board", "OHB")  # fmt: skip

_told = st.tuples(st.integers(0, 3), st.integers(0, 3))


@st.composite
def _plain(draw: st.DrawFn, most: int = 4) -> list[Article]:
    """Reports in which no two share a surname; each person is named one way in a report."""
    reports = draw(st.lists(st.lists(_told, min_size=1, max_size=4), min_size=1, max_size=most))
    papers = []
    for number, told in enumerate(reports):
        names = {who: _PERSONS[who][way % len(_PERSONS[who])] for who, way in told}
        papers.append(_report(number, list(names.values())))
    return papers


@st.composite
def _tangled(draw: st.DrawFn) -> list[Article]:
    reports = draw(st.lists(st.lists(st.sampled_from(_KIN), min_size=1, max_size=4), min_size=1, max_size=4))
    return [_report(number, names) for number, names in enumerate(reports)]


def _report(number: int, names: list[str]) -> Article:
    said = [f"“It rained {at} times,” {name} said on Monday." for at, name in enumerate(names)]
    return paper(f"{number}.txt", f"It was dry in street {number}.", *said)


_STORIES = st.one_of(_plain(), _tangled())


def _sides(figure: Figure) -> frozenset[tuple[str, str]]:
    return frozenset((a.article, a.name) for a in figure.appearances)


@settings(max_examples=60, deadline=None)
@given(_plain())
def test_whoever_shares_no_surname_is_one_figure_and_no_other(papers: list[Article]) -> None:
    for figure in figures(*papers):
        surnames = {name.split()[-1].lower().replace("yev", "ev") for _, name in figure}
        assert len(surnames) == 1
    found = [min(n.split()[-1].lower().replace("yev", "ev") for _, n in f) for f in figures(*papers)]
    assert len(found) == len(set(found))


@settings(max_examples=60, deadline=None)
@given(_STORIES, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(papers: list[Article], chance: random.Random) -> None:
    shuffled = list(papers)
    chance.shuffle(shuffled)
    one, other = reconciled(*papers), reconciled(*shuffled)
    assert {(f.id, f.kind, f.name, _sides(f)) for f in one.figures} == {
        (f.id, f.kind, f.name, _sides(f)) for f in other.figures
    }
    assert set(one.links) == set(other.links)
    assert set(one.statements) == set(other.statements)


@settings(max_examples=60, deadline=None)
@given(_plain(), _plain(most=1))
def test_a_report_more_splits_nobody(papers: list[Article], more: list[Article]) -> None:
    """Where no surname is shared: a second bearer may well make a surname alone unclear."""
    added = paper("more.txt", "It was dry elsewhere.", *more[0].text.split("\n\n")[1:])
    before, after = reconciled(*papers).figures, reconciled(*papers, added).figures
    for figure in before:
        assert any(_sides(figure) <= _sides(wider) for wider in after)


@settings(max_examples=60, deadline=None)
@given(_STORIES)
def test_every_named_speaker_is_a_figure_and_every_appearance_is_in_one(papers: list[Article]) -> None:
    found = reconciled(*papers)
    ids = {figure.id for figure in found.figures}
    assert len(ids) == len(found.figures)
    for statement in found.statements:
        assert statement.source is not None
        assert (statement.source.source.identity in ids) is (statement.source.source.name is not None)
    appearances = [a for figure in found.figures for a in figure.appearances]
    assert len(appearances) == len(set(appearances))


@settings(max_examples=60, deadline=None)
@given(_STORIES)
def test_places_of_appearances_and_links_lie_in_their_texts(papers: list[Article]) -> None:
    texts = {one.id: one.text for one in papers}
    found = reconciled(*papers)
    for figure in found.figures:
        for appearance in figure.appearances:
            assert all(span and span.end <= len(texts[appearance.article]) for span in appearance.spans)
            assert appearance.name in {s.of(texts[appearance.article]) for s in appearance.spans}
    for link in found.links:
        assert all(p.span.of(texts[p.article]).strip() for p in link.places)
        assert {p.article for p in link.places} == {article for article, _ in link.sides}


@settings(max_examples=80, deadline=None)
@given(_STORIES, st.integers(0, 50), st.integers(0, 50), st.booleans())
def test_a_ruling_is_obeyed(papers: list[Article], first: int, second: int, same: bool) -> None:
    everybody = sorted((a.article, a.name) for f in reconciled(*papers).figures for a in f.appearances)
    inputs = {one.id: one.input for one in papers}
    (here, one), (there, other) = (everybody[at % len(everybody)] for at in (first, second))
    ruling = Ruling(first=one, second=other, same=same, inputs=(inputs[here], inputs[there]))
    found = reconciled(*papers, rulings=[ruling])
    if found.unmet:
        assert (here, one) == (there, other)
        return
    together = any({(here, one), (there, other)} <= _sides(figure) for figure in found.figures)
    assert together is same
    assert any(k.evidence.reason == "ruled" and k.same is same for k in found.links)


@settings(max_examples=60, deadline=None)
@given(_tangled())
def test_links_tell_of_every_figure_of_several_appearances(papers: list[Article]) -> None:
    found = reconciled(*papers)
    joined = {frozenset(link.sides) for link in found.links if link.same}
    for figure in found.figures:
        sides = _sides(figure)
        reached = {min(sides)}
        for _ in sides:
            reached |= {s for pair in joined if pair <= sides and pair & reached for s in pair}
        assert reached == sides
    for one, other in combinations(found.figures, 2):
        assert not any(len(pair & _sides(one)) == 1 and len(pair & _sides(other)) == 1 for pair in joined)
