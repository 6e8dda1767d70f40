"""The tables of docs/reading.md that tell why are those that the program decides by.

``python -m tests.golden.test_reading_page`` writes them anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from rashomon.corroboration.coverage import REASONS
from rashomon.corroboration.mix import WITH_READER, WITH_VECTORS, WITHOUT_VECTORS
from rashomon.corroboration.originlabels import OriginRule
from rashomon.exports.claimterms import origin_label, rule_label

_PAGE = Path(__file__).parents[2] / "docs" / "reading.md"


def _tables() -> dict[str, str]:
    stances = "".join(f"| {rule_label(label)} | {meaning} |\n" for label, meaning in REASONS.items())
    origins = "".join(
        f"| {rule_label(rule.label)} | {origin_label(rule.reason)} | {rule.meaning} |\n"
        for rule in OriginRule
    )
    return {
        "stances": f"| why | means |\n| --- | --- |\n{stances}",
        "origins": f"| rule | reason | means |\n| --- | --- | --- |\n{origins}",
    }


def _written() -> str:
    page = _PAGE.read_text(encoding="utf-8")
    for name, table in _tables().items():
        begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->\n"
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n{table}\n{end}{rest.partition(end)[2]}"
    return page


def test_the_page_shows_the_tables_in_use() -> None:
    page = _PAGE.read_text(encoding="utf-8")
    assert all(f"<!-- {name}: begin -->" in page for name in _tables())
    assert page == _written()


def test_everything_that_is_weighed_is_told() -> None:
    page = _PAGE.read_text(encoding="utf-8").partition("## Every step behind a claim")[2]
    told = set(re.findall(r"(?m)^\| (\w+) \|", page.partition("\n## ")[0])) - {"label"}
    assert told == {*WITH_READER, *WITH_VECTORS, *WITHOUT_VECTORS} - {"bias"}


def test_the_examples_name_rules_that_the_program_has() -> None:
    examples = "\n".join(re.findall(r"(?ms)^```\n(.+?)^```", _PAGE.read_text(encoding="utf-8")))
    conflicts = re.findall(r"(?m)^  \w+ \w+ · (.+), \d?\.\d\d · claim", examples)
    collapses = re.findall(r"(?m)^      = .+? · (.+), (.+), \d?\.\d\d · ", examples)
    assert conflicts
    assert collapses
    documented = _PAGE.with_name("conflicts.md").read_text(encoding="utf-8")
    assert [rule for rule in conflicts if f"| `{rule.replace(' ', '_')}` |" not in documented] == []
    assert set(collapses) <= {(origin_label(rule.reason), rule_label(rule.label)) for rule in OriginRule}


if __name__ == "__main__":
    _PAGE.write_text(_written(), encoding="utf-8")
