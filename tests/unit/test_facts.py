"""Invented facts in many wordings, and the pairs that are made of them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from evaluation.facts import (
    APART,
    COMPATIBLE,
    CONTRARY,
    FACTS,
    HELD,
    SAME,
    MalformedFacts,
    examples,
    read_facts,
)

TEXT = """# The lock at Marn
=
The lock opened at noon
Boats could pass from twelve o'clock
! date
It was evening before the gates moved
! polarity
The lock stayed shut
Nobody opened the gates
~ refinement
The lock opened at 11.58 a.m.
-
The lock was built in 1911
=
A barge hit the wall
The wall was struck by a barge
"""


def _read(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "some.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_pairs_stand_as_their_groups_say(tmp_path: Path) -> None:
    stories = read_facts([_read(tmp_path, TEXT)])
    found = {
        frozenset((one.first.words, one.second.words)): one for one in examples(stories, random.Random(1))
    }

    def relation(first: str, second: str) -> tuple[int, int]:
        one = found[frozenset((first, second))]
        return one.relation, one.kind

    assert relation("The lock opened at noon", "Boats could pass from twelve o'clock") == (SAME, -1)
    assert relation("The lock stayed shut", "Nobody opened the gates") == (SAME, -1)
    assert relation("The lock opened at noon", "It was evening before the gates moved") == (CONTRARY, 1)
    assert relation("The lock opened at noon", "The lock stayed shut") == (CONTRARY, 5)
    assert relation("The lock opened at noon", "The lock opened at 11.58 a.m.") == (COMPATIBLE, -1)
    assert relation("The lock opened at noon", "The lock was built in 1911") == (APART, -1)


def test_two_contradictions_of_one_fact_are_not_told_about(tmp_path: Path) -> None:
    stories = read_facts([_read(tmp_path, TEXT)])
    for seed in range(20):
        for one in examples(stories, random.Random(seed)):
            assert {one.first.words, one.second.words} != {
                "It was evening before the gates moved",
                "The lock stayed shut",
            }


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("# A\n=\nIt opened\n! colour\nIt was red\n", "line 4"),
        ("It opened\n", "line 1"),
        ("# A\n! date\n", "line 2"),
    ],
)
def test_what_is_not_in_its_place_is_named(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(MalformedFacts, match=where):
        read_facts([_read(tmp_path, text)])


def test_all_facts_are_read_and_have_what_a_network_can_learn_from() -> None:
    stories = read_facts([*FACTS.glob("*.txt"), *HELD.glob("*.txt")])
    assert len(stories) > 100
    for story in stories:
        for fact in story.facts:
            assert len(fact.lines(SAME)) > 1, story.title
            assert all(group.lines for group in fact.groups), story.title
            assert fact.lines(CONTRARY) or fact.lines(APART), story.title
