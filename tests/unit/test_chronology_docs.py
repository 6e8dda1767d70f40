"""docs/chronology.md shows every rule with what the program makes of its examples.

``python -m tests.unit.test_chronology_docs`` writes the table anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.builders.timing import times

from rashomon.chronology.expressions import rules
from rashomon.model import AnchorKind

_PAGE = Path(__file__).parents[2] / "docs" / "chronology.md"
_START, _END = "<!-- rules -->\n", "<!-- end of rules -->\n"
_PUBLISHED = "2024-03-05"

_EXAMPLES: dict[str, tuple[str, ...]] = {
    "date": ("It fell on Oct. 7, 2019.", "It fell on 7 October 2019.", "It fell on 2019-10-07."),
    "day of a month": ("It fell on Oct. 7.", "It fell on Sunday, 3 March."),
    "weekday": ("It fell on Sunday.", "It will fall on Sunday.", "It fell on Tuesday of last week."),
    "month": ("It fell in December.", "It fell last March.", "It fell in June last year."),
    "month and year": ("It fell in January 2020.",),
    "year": ("It fell in 1999.", "It fell around 1999.", "The 2020 strike failed."),
    "season": ("It fell in the summer of 2021.", "It fell last autumn."),
    "quarter": ("It fell in the third quarter of 2020.",),
    "decade": ("It fell in the 1990s.",),
    "century": ("It fell in the 20th century.",),
    "feast": ("It fell on Christmas Day.",),
    "today": ("It fell yesterday.", "It falls tomorrow."),
    "overnight": ("It fell overnight.",),
    "unit": ("It fell last week.", "It fell this month.", "It falls next year."),
    "weekend": ("It fell during the weekend.",),
    "ago": ("It fell two days ago.", "It fell three weeks ago."),
    "text": (
        "It rose on 7 May 2011 and fell two days later.",
        "It rose in May 2011 and fell the next month.",
    ),
    "event": ("It fell two days before the vote.", "It fell shortly after the attack."),
    "last moment": ("It fell at the last minute.", "It fell at the moment of truth."),
    "part": (
        "It fell in late December.",
        "It fell earlier this month.",
        "It fell in the first half of 2019.",
    ),
    "part of a day": ("It fell on Monday morning.", "It fell last night.", "It fell in the night to Monday."),
    "clock": ("It fell at 9 a.m. on Monday.", "It fell on Monday at 15:30."),
    "stretch": ("It lasted from 3 to 5 March.", "It ran from November to February.", "It ran 2019-2021."),
    "present": ("It is now shut.",),
    "past": ("It fell recently.", "It fell in recent weeks.", "It fell years ago."),
    "future": ("It falls in coming weeks.",),
}


def _row(rule: str, examples: tuple[str, ...]) -> str:
    shown = []
    for words in examples:
        told, value, _ = next(found for found in times(words, _PUBLISHED) if found[2] == rule)
        shown.append(f"{told} → `{value}`" if value else f"{told} → none")
    return f"| `{rule}` | {'; '.join(shown)} |\n"


def _written() -> str:
    rows = "".join(_row(rule, examples) for rule, examples in _EXAMPLES.items())
    return f"\n| rule | examples |\n| --- | --- |\n{rows}\n"


def test_the_page_shows_what_the_program_makes_of_every_example() -> None:
    shown = _PAGE.read_text(encoding="utf-8").partition(_START)[2].partition(_END)[0]
    assert shown == _written()


def test_every_rule_of_the_grammar_has_an_example_and_no_other() -> None:
    assert set(_EXAMPLES) == rules()


@pytest.mark.parametrize("kind", AnchorKind)
def test_the_page_names_every_anchor(kind: AnchorKind) -> None:
    assert f"| `{kind.value}` |" in _PAGE.read_text(encoding="utf-8")


if __name__ == "__main__":
    before, start, rest = _PAGE.read_text(encoding="utf-8").partition(_START)
    _PAGE.write_text(before + start + _written() + rest[rest.index(_END) :], encoding="utf-8")
