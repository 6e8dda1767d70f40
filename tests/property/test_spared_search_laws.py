"""Laws of the words that spare a search: where a pattern matches, one of its words stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rashomon.readers.appeals import TURNS
from rashomon.readers.bylines import _WORK, _credits_work
from rashomon.readers.splits import SPLITS, Split
from rashomon.readers.widgets import WIDGETS
from rashomon.readers.wordings import WORDINGS, Late

LATE = [late for wording in (*WORDINGS, *WIDGETS) for late in wording.late]
SPARED = [split for split in SPLITS if split.marks or split.ends != ("",)]
few = settings(max_examples=25, suppress_health_check=list(HealthCheck))


def name(spared: Late | Split) -> str:
    return spared.pattern.pattern[:60]


@pytest.mark.parametrize("late", LATE, ids=name)
@given(data=st.data())
@few
def test_a_late_pattern_is_tried_wherever_it_matches(late: Late, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(late.pattern))
    assume(late.pattern.match(line))
    assert late.matches(line, line.casefold())


@pytest.mark.parametrize("split", SPARED, ids=name)
@given(data=st.data())
@few
def test_a_shape_is_tried_wherever_it_matches(split: Split, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(split.pattern)).strip()
    assume(split.pattern.match(line))
    assert split.match(line) is not None


@pytest.mark.parametrize(("words", "pattern"), TURNS)
@given(data=st.data())
@few
def test_a_turn_to_the_reader_is_looked_for_wherever_it_stands(
    words: tuple[str, ...], pattern: re.Pattern[str], data: st.DataObject
) -> None:
    line = data.draw(st.from_regex(pattern))
    assert any(word in line.casefold() for word in words)


@given(st.from_regex(_WORK))
@settings(max_examples=200, suppress_health_check=list(HealthCheck))
def test_credit_for_work_is_looked_for_wherever_it_stands(line: str) -> None:
    assert _credits_work(line)
