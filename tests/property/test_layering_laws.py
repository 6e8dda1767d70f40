"""Laws of the picture: boxes stand apart and in order, crossings are counted rightly and never made."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.exports.html.layering import APART, SWEEPS, Box, Layout, layered, spread
from rashomon.exports.html.lettering import cut, lines, width_of

Graph = tuple[list[Box], list[tuple[int, int]]]
NEAR = 1e-6


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    boxes = draw(
        st.lists(st.builds(Box, layer=st.integers(-2, 3), height=st.floats(10, 90)), min_size=1, max_size=9)
    )
    number = st.integers(0, len(boxes) - 1)
    return boxes, draw(st.lists(st.tuples(number, number), max_size=14))


def _by_column(layout: Layout) -> dict[int, list[int]]:
    columns: dict[int, list[int]] = {}
    for number, at in enumerate(layout.boxes):
        columns.setdefault(at.column, []).append(number)
    return columns


@given(graphs())
def test_boxes_of_a_column_stand_apart(graph: Graph) -> None:
    boxes, edges = graph
    layout = layered(boxes, edges)
    for found in _by_column(layout).values():
        for one, other in combinations(found, 2):
            distance = abs(layout.boxes[one].middle - layout.boxes[other].middle)
            assert distance >= (boxes[one].height + boxes[other].height) / 2 + APART - NEAR


@given(graphs())
def test_a_box_stands_right_of_another_if_its_layer_is_greater(graph: Graph) -> None:
    boxes, edges = graph
    at = layered(boxes, edges).boxes
    for (box, place), (other, elsewhere) in combinations(zip(boxes, at, strict=True), 2):
        assert (box.layer < other.layer) == (place.column < elsewhere.column)


@given(graphs())
def test_an_edge_bends_in_every_column_that_it_passes(graph: Graph) -> None:
    boxes, edges = graph
    layout = layered(boxes, edges)
    for (tail, head), bends in zip(edges, layout.bends, strict=True):
        between = layout.boxes[head].column - layout.boxes[tail].column
        assert (bends is None) == (between <= 0)
        assert bends is None or len(bends) == between - 1


@given(graphs())
def test_nothing_stands_outside_of_the_whole(graph: Graph) -> None:
    boxes, edges = graph
    layout = layered(boxes, edges)
    for box, at in zip(boxes, layout.boxes, strict=True):
        assert at.middle - box.height / 2 >= -NEAR
        assert at.middle + box.height / 2 <= layout.height + NEAR


@given(graphs())
def test_crossings_are_those_that_can_be_seen(graph: Graph) -> None:
    boxes, edges = graph
    layout = layered(boxes, edges)
    assert layout.crossings == _seen(layout, edges)


def _seen(layout: Layout, edges: list[tuple[int, int]]) -> int:
    """Counted pair by pair, from column to column."""
    pieces: dict[int, list[tuple[float, float]]] = {}
    for (tail, head), bends in zip(edges, layout.bends, strict=True):
        if bends is not None:
            heights = [layout.boxes[tail].middle, *bends, layout.boxes[head].middle]
            for column, piece in enumerate(pairwise(heights), layout.boxes[tail].column):
                pieces.setdefault(column, []).append(piece)
    return sum(
        (a[0] - b[0]) * (a[1] - b[1]) < 0 for found in pieces.values() for a, b in combinations(found, 2)
    )


def test_what_can_be_uncrossed_is_uncrossed() -> None:
    boxes = [Box(layer=layer, height=20) for layer in (0, 0, 0, 1, 1, 1)]
    assert layered(boxes, [(0, 5), (1, 4), (2, 3)]).crossings == 0
    assert SWEEPS > 0


@given(graphs())
def test_the_same_graph_has_the_same_picture(graph: Graph) -> None:
    assert layered(*graph) == layered(*graph)


heights = st.lists(st.floats(-100, 100), min_size=1, max_size=8)


@given(heights, st.data())
def test_what_is_spread_keeps_order_and_distance(wished: list[float], data: st.DataObject) -> None:
    steps = data.draw(st.lists(st.floats(0, 20), min_size=len(wished), max_size=len(wished)))
    offsets = [sum(steps[:n]) for n in range(len(wished))]
    places = spread(wished, offsets)
    for n, (one, other) in enumerate(pairwise(places)):
        assert other - one >= offsets[n + 1] - offsets[n] - NEAR


@given(heights, st.data())
def test_no_other_places_are_nearer_to_those_wished(wished: list[float], data: st.DataObject) -> None:
    """Against any other places that keep the distances: the sum of squares is never less."""
    offsets = [10.0 * n for n in range(len(wished))]
    gaps = data.draw(st.lists(st.floats(0, 30), min_size=len(wished), max_size=len(wished)))
    start = data.draw(st.floats(-150, 150))
    others = [start + offset + sum(gaps[:n]) for n, offset in enumerate(offsets)]

    def far(places: list[float]) -> float:
        return sum((place - wish) ** 2 for place, wish in zip(places, wished, strict=True))

    assert far(spread(wished, offsets)) <= far(others) + NEAR


@given(st.text(max_size=60), st.floats(20, 200))
def test_cut_words_fit_and_are_the_beginning(words: str, room: float) -> None:
    shown = cut(words, room, 13)
    assert width_of(shown, 13) <= room + NEAR or shown == " …"
    assert shown == words or words.startswith(shown.removesuffix("…").rstrip())


@given(st.text(max_size=80), st.floats(60, 200), st.integers(1, 3))
def test_lines_fit_and_leave_nothing_out_unsaid(words: str, room: float, most: int) -> None:
    found = lines(words, room, 13, most)
    assert len(found) <= most
    assert all(width_of(line, 13) <= room + NEAR for line in found)
    whole, shown = "".join(words.split()), "".join("".join(found).split())
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown.removesuffix("…")))
