"""The measure of times, on an invented document of the same form as TimeBank's."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.timebank import corpus, edtf_of, measure, read

from rashomon.language.edtf import valid

DOCUMENT = """<?xml version='1.0' encoding='us-ascii'?>
<TimeML>
<DOCID>invented</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-03-05">20240305</TIMEX3></DCT>
<TEXT>
The bridge of Tarn <EVENT eid="e1">fell</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2024-03-04">Monday</TIMEX3>.
Nobody had crossed it for <TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>.

It stood since <TIMEX3 tid="t3" type="DATE" value="1911">1911</TIMEX3>, and is
<TIMEX3 tid="t4" type="DATE" value="PRESENT_REF">now</TIMEX3> gone. The
<TIMEX3 tid="t5" type="DATE" value="2024-03-05">fifth hour</TIMEX3> of grief came yesterday.
</TEXT>
</TimeML>
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "timebank" / "train"
    folder.mkdir(parents=True)
    (folder / "invented.tml").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def test_a_document_is_read_with_its_gold(data: Path) -> None:
    (path,) = corpus(data)
    article, gold = read(path)
    assert article.published == "2024-03-05"
    assert [block.span.of(article.text).split()[0] for block in article.blocks] == ["The", "It"]
    assert [(t.span.of(article.text), t.edtf, t.vague) for t in gold] == [
        ("Monday", "2024-03-04", None),
        ("1911", "1911", None),
        ("now", None, "present"),
        ("fifth hour", "2024-03-05", None),
    ]


def test_what_is_found_and_what_it_comes_to(data: Path) -> None:
    """Three of four found, one of four spurious (“yesterday”); three of four values right."""
    figures = measure(data)
    assert figures["strict F1"] == pytest.approx(75)
    assert figures["relaxed F1"] == pytest.approx(75)
    assert figures["value accuracy"] == pytest.approx(75)
    assert figures["value accuracy dev"] == 0


@pytest.mark.parametrize(
    ("value", "mod", "wanted"),
    [
        ("2024-03-05", "", "2024-03-05"),
        ("2024-03-05TNI", "", "2024-03-05"),
        ("2024-03-05T09:00", "", "2024-03-05T09:00:00"),
        ("2024-W10", "", "2024-03-04/2024-03-10"),
        ("2024-W10-WE", "", "2024-03-09/2024-03-10"),
        ("2024-02", "END", "2024-02-21/2024-02-29"),
        ("2024", "MID", "2024-05/2024-08"),
        ("2024-Q3", "", "2024-35"),
        ("2024-H2", "", "2024-07/2024-12"),
        ("2024-WI", "", "2024-24"),
        ("202", "START", "2020/2023"),
        ("199X", "", "199X"),
        ("19XX", "", "19XX"),
        ("2024-WXX", "", None),
        ("FUTURE_REF", "", None),
    ],
)
def test_values_become_edtf(value: str, mod: str, wanted: str | None) -> None:
    assert edtf_of(value, mod) == wanted
    assert wanted is None or valid(wanted)
