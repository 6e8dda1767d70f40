"""The table of classes in docs/apparatus.md is the one the program classes by.

``python -m tests.golden.test_apparatus_page`` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

from rashomon.collation.classes import CLASSES, WHOLES, Class
from rashomon.model import ShownBy, VariantKind

_PAGE = Path(__file__).parents[2] / "docs" / "apparatus.md"
_BEGIN, _END = "<!-- classes: begin -->\n", "<!-- classes: end -->\n"
_HEAD = "| class | severity | reason | base | other |\n| --- | --- | --- | --- | --- |\n"
_ELSEWHERE = {VariantKind.QUOTE_VS_PARAPHRASE, VariantKind.TRANSLATION}


def _row(row: Class) -> str:
    return f"| `{row.kind}` | {row.severity} | `{row.reason}` | {row.example[0]} | {row.example[1]} |\n"


def _tables() -> str:
    places = "Of single places:\n\n" + _HEAD + "".join(map(_row, CLASSES))
    return places + "\nOf whole witnesses:\n\n" + _HEAD + "".join(map(_row, WHOLES))


def _written() -> str:
    before, _, rest = _PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n{_tables()}\n{_END}{after}"


def test_the_page_shows_the_table_in_use() -> None:
    assert _PAGE.read_text(encoding="utf-8") == _written()


def test_every_kind_has_a_row_or_its_own_paragraph() -> None:
    assert {row.kind for row in (*CLASSES, *WHOLES)} | _ELSEWHERE == set(VariantKind)
    page = _PAGE.read_text(encoding="utf-8")
    assert all(f"`{kind}`" in page for kind in VariantKind)


def test_everything_that_shows_who_altered_is_told() -> None:
    page = _PAGE.read_text(encoding="utf-8")
    assert all(f"| `{each}` |" in page for each in ShownBy)


if __name__ == "__main__":
    _PAGE.write_text(_written(), encoding="utf-8")
