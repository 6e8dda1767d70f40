"""Laws of days and occasions, over invented clauses drawn at random."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.builders.occasions import passage

from rashomon.collation.occasions import apart, circumstances, contradict
from rashomon.collation.overlap import overlap
from rashomon.collation.units import Passage
from rashomon.model import Policy

_WORDS = "We will keep the old harbour open through the winter for every boat of the town".split()
_WHEN = ("", " on Sunday", " on Thursday", " in 2019", " two years ago", " on Oct. 6", " last March")
_WHERE: tuple[tuple[str, str] | None, ...] = (
    None,
    ("speech", "a rally"),
    ("interview", "an interview"),
    ("post", "a post"),
    ("statement", "a statement"),
)
_PUBLISHED = (None, "2031-03-17", "2031-03-18", "2033-05-01")


@st.composite
def _passages(draw: st.DrawFn) -> Passage:
    length = draw(st.integers(2, len(_WORDS)))
    where = draw(st.sampled_from(_WHERE))
    place = f" in {where[1]}" if where else ""
    text = f"“{' '.join(_WORDS[:length])},” Quill said{place}{draw(st.sampled_from(_WHEN))}."
    return passage(text, published=draw(st.sampled_from(_PUBLISHED)), occasion=where)


@given(_passages(), _passages())
def test_two_reports_contradict_each_other_or_neither_does(one: Passage, other: Passage) -> None:
    policy = Policy()
    there, back = overlap(one.units, other.units, policy), overlap(other.units, one.units, policy)
    assert contradict(one, other, there, policy) == contradict(other, one, back, policy)
    assert apart(circumstances(one), circumstances(other)) == apart(circumstances(other), circumstances(one))


@given(_passages())
def test_no_report_contradicts_itself(one: Passage) -> None:
    policy = Policy()
    assert not contradict(one, one, overlap(one.units, one.units, policy), policy)


@given(_passages(), _passages())
def test_who_tells_nothing_contradicts_nobody(one: Passage, other: Passage) -> None:
    policy = Policy()
    silent = passage("“We will keep the old harbour open,” Quill said.")
    for told in (one, other):
        assert not contradict(silent, told, overlap(silent.units, told.units, policy), policy)
