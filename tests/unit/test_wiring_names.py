"""What users call reports and house styles by, and what is meant."""

from __future__ import annotations

import pytest

from rashomon.errors import MissingInput, UsageError
from rashomon.model import Article, Publisher
from rashomon.readers import builtin_styles
from rashomon.wiring import base_of, styles_of

QUAY = Article(input="reports/quay.txt", text="a", publisher=Publisher(name="The Quay"))
LAMP = Article(input="reports/lamp.html", text="b", publisher=Publisher(name="quay"))
WIRE = Article(input="other/lamp.html", text="c")
ALL = (QUAY, LAMP, WIRE)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("reports/quay.txt", QUAY),
        ("quay.txt", QUAY),
        ("quay", QUAY),
        ("the quay", QUAY),
        ("other/lamp.html", WIRE),
    ],
)
def test_a_report_is_called_by_its_input_its_file_or_its_outlet_in_this_order(
    word: str, meant: Article
) -> None:
    assert base_of(ALL, word) == meant.id


def test_no_name_means_no_report() -> None:
    assert base_of(ALL, None) is None


def test_a_name_of_several_names_them() -> None:
    with pytest.raises(UsageError, match=r"the name of several: reports/lamp.html, other/lamp.html"):
        base_of(ALL, "lamp")


def test_a_name_of_none_names_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"nothing is called 'gull'; there are: The Quay, quay, "):
        base_of(ALL, "gull")


def test_each_house_style_counts_once_and_all_are_those_that_come_along() -> None:
    assert [style.id for style in styles_of(["ap", "reuters", "ap"])] == ["ap", "reuters"]
    every = [style.id for style in styles_of(["reuters", "all"])]
    assert every[0] == "reuters"
    assert sorted(every) == sorted(builtin_styles())
    assert styles_of([]) == ()
    with pytest.raises(MissingInput):
        styles_of(["no-such-style"])
