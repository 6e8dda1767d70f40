"""docs/house-styles.md shows every built-in house style and rule, as the files have them.

``python -m tests.unit.test_housestyle_docs`` writes the table anew.
"""

from __future__ import annotations

from pathlib import Path

from rashomon.model import HouseRule, HouseStyle, Verdict
from rashomon.readers import builtin_styles

_PAGE = Path(__file__).parents[2] / "docs" / "house-styles.md"
_START, _END = "<!-- rules -->\n", "<!-- end of rules -->\n"


def _table(style: HouseStyle) -> str:
    rows = "".join(_row(rule) for rule in style.rules)
    head = f"### {style.name} (`{style.id}`)\n\n| rule | on | verdict | gist | where | read |\n"
    return f"{head}| --- | --- | --- | --- | --- | --- |\n{rows}\n"


def _row(rule: HouseRule) -> str:
    named = [*rule.kinds, *rule.flags]
    on = ", ".join(f"`{label}`" for label in named)
    if rule.reasons:
        on += " if " + ", ".join(f"`{reason}`" for reason in rule.reasons)
    where = (
        f"[{rule.citation.document}]({rule.citation.url}), {rule.citation.section}; {rule.citation.edition}"
    )
    read = ("copy" if rule.citation.seen else "page") if rule.verified else "no"
    return f"| `{rule.id}` | {on} | `{rule.verdict}` | {rule.gist} | {where} | {read} |\n"


def _written() -> str:
    return "".join(["\n", *map(_table, builtin_styles().values())])


def test_the_page_shows_every_rule_as_it_is() -> None:
    shown = _PAGE.read_text(encoding="utf-8").partition(_START)[2].partition(_END)[0]
    assert shown == _written()


def test_the_page_names_every_verdict() -> None:
    page = _PAGE.read_text(encoding="utf-8")
    assert all(f"| `{verdict}` |" in page for verdict in Verdict)


if __name__ == "__main__":
    before, start, rest = _PAGE.read_text(encoding="utf-8").partition(_START)
    _PAGE.write_text(before + start + _written() + rest[rest.index(_END) :], encoding="utf-8")
