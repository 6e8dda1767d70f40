"""Laws of units: nothing is lost, nothing comes twice, and what is remembered of a word is what is found."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.units import Unit, _units, _units_of_tokens
from rashomon.model import Span

_BITS = st.sampled_from(
    (
        *"a bridge can't who’s cannot Mara 3 5% U.S. take-out é".split(),
        *". , ; … ... .. [ ] ( ) “ ” ‘ ’ \" ' — -- - $ ¿ ~".split(),
        *(" ", " ", " ", "\n", "\xa0"),
    )
)
_TEXTS = st.lists(_BITS, max_size=24).map("".join)


def _found(text: str) -> list[Unit]:
    return list(_units(text, Span(0, len(text)), 2, 7))


@given(_TEXTS)
def test_units_of_chunks_are_the_units_of_the_whole(text: str) -> None:
    assert _found(text) == _units_of_tokens(text, Span(0, len(text)), 2, 7)


@given(st.one_of(_TEXTS, st.text(max_size=40)))
def test_every_code_point_that_is_no_blank_lies_in_one_unit(text: str) -> None:
    units = _found(text)
    held = [at for unit in units for at in range(*unit.span) if not text[at].isspace()]
    assert held == [at for at, letter in enumerate(text) if not letter.isspace()]
    assert all(a.trail_end <= b.lead_start for a, b in pairwise(units))


@given(_TEXTS)
def test_a_piece_is_read_as_it_stands_in_its_text(text: str) -> None:
    inner = f" {text} "
    for unit, alone in zip(_units(inner, Span(1, 1 + len(text)), 2, 7), _found(text), strict=True):
        assert (unit.key, unit.lead_marks, unit.trail_marks) == (
            alone.key,
            alone.lead_marks,
            alone.trail_marks,
        )
        assert (unit.start, unit.word) == (alone.start + 1, alone.word)
