"""Laws of how claims, times and origins are shown."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claiming
from tests.builders.claim_story import claim_story

from rashomon.exports import exporter_for
from rashomon.exports.claimlines import marked
from rashomon.exports.claimterms import Edtf
from rashomon.exports.html.lanes import Bar, lanes
from rashomon.exports.html.timescale import scale
from rashomon.exports.overview import overview
from rashomon.exports.standing import standing
from rashomon.exports.together import together
from rashomon.model import Dossier, Lane, Origins, Span

STORY = claim_story()
TEXTS = {article.id: article.text for article in STORY.articles}
INSTANTS = st.floats(0, 4_000_000, allow_nan=False).map(lambda days: round(days, 3))


@given(st.lists(INSTANTS, max_size=40), st.floats(100, 2000))
def test_a_scale_keeps_the_order_and_its_width(instants: list[float], width: float) -> None:
    made = scale(instants, width)
    assert list(made.places) == sorted(made.places)
    assert len(made.points) == len(made.places) == len(set(instants))
    ordered = sorted(instants)
    assert [made.at(one) for one in ordered] == sorted(made.at(one) for one in ordered)
    # cuts may need more than there is, and are then all that is drawn
    assert made.width <= max(width, 66.0 * len(made.breaks)) + 1e-6


@given(st.lists(INSTANTS, min_size=2, max_size=20))
def test_what_is_not_cut_is_true_to_scale(instants: list[float]) -> None:
    made = scale(instants, 900.0)
    cut = {one.left for one in made.breaks}
    gaps = [
        (later - first, right - left)
        for first, later, left, right in zip(
            made.points, made.points[1:], made.places, made.places[1:], strict=False
        )
        if left not in cut
    ]
    units = [shown / days for days, shown in gaps if days > 0.01]
    assert all(one == pytest.approx(units[0], rel=0.01, abs=1e-3) for one in units)


@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime(1500, 1, 1), datetime(2100, 1, 1)),
            st.timedeltas(min_value=datetime.resolution),
            st.sampled_from(Lane),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_time_is_drawn_inside_the_picture(times: list[tuple[datetime, object, Lane]]) -> None:
    bars = [
        Bar(
            lane=lane,
            edtf=Edtf(first.date().isoformat(), uncertain=False),
            first=first,
            last=max(first, first.replace(hour=23, minute=59, second=59)),
            sigla=("A",),
            href="#time-1",
        )
        for first, _, lane in times
    ]
    drawn = lanes(bars)
    assert drawn is not None
    assert len(drawn.spots) == len(bars)
    for spot in drawn.spots:
        left, top, wide, high = map(float, re.findall(r"-?\d+\.\d", spot.path)[:4])
        assert 0 <= left <= left + wide <= drawn.width
        assert 0 <= top <= top + high <= drawn.height


@given(claiming.dossiers())
def test_every_claim_stands_in_the_matrix_and_among_the_origins(dossier: Dossier) -> None:
    page = exporter_for("html").export(dossier).decode()
    letters = [report.siglum for report in overview(dossier).reports]
    for number in range(1, len(dossier.claims) + 1):
        assert page.count(f'id="origins-of-{number}"') == 1
        assert page.count(f'id="r{number}"') == 1
        for letter in letters:
            assert page.count(f'id="c{number}-{letter}"') == 1


@given(st.lists(claiming.origins(TEXTS), min_size=1, max_size=4))
def test_what_is_laid_together_has_as_many_roots_and_all_steps(found: list[Origins]) -> None:
    alike = [replace(one, groups=found[0].groups, circles=found[0].circles) for one in found]
    laid = together(alike, overview(STORY))
    keys = {group.key for group in found[0].groups}
    assert {group.key for group in laid.groups} == keys
    assert {step.id for step in laid.graph.steps} == {s.id for one in alike for s in one.graph.steps}
    assert {node.id for node in laid.graph.nodes} == {n.id for one in alike for n in one.graph.nodes}


@given(st.text("ab \n", min_size=1, max_size=60), st.data(), st.none() | st.integers(5, 40))
def test_marked_words_are_the_words(text: str, data: st.DataObject, room: int | None) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    odd = Span(start, data.draw(st.integers(start + 1, len(text))))
    parts = marked(text, [Span(0, len(text))], [odd], room)
    shown = "".join(words for words, _ in parts)
    found = re.search(r"\[(.*)\]", shown)
    assert found is not None
    assert found[1].split() == odd.of(text).split()
    if room is None:
        assert shown.replace("[", "").replace("]", "").split() == text.split()


def test_no_claim_is_told_by_two_numbers() -> None:
    of = standing(overview(STORY))
    assert sorted(of.numbers.values()) == list(range(1, len(STORY.claims) + 1))
