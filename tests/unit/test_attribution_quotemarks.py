"""Quotation marks: which belong together, in every style and with every repair."""

from __future__ import annotations

import re

import pytest

from rashomon.language.quotemarks import Quotation, find_quotations
from rashomon.model import RepairKind, Span


def paragraphs(text: str) -> list[Span]:
    return [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]


def found(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, paragraphs(text))


def quoted(text: str) -> list[list[str]]:
    return [[s.of(text) for s in q.spans] for q in found(text)]


def repairs(text: str) -> list[list[RepairKind]]:
    return [[r.kind for r in q.repairs] for q in found(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“It rained,” she said.", "“It rained,”"),
        ('"It rained," she said.', '"It rained,"'),
        ("‘It rained,’ she said.", "‘It rained,’"),
        ("'It rained,' she said.", "'It rained,'"),
        ("«It rained,» she said.", "«It rained,»"),
        ("« It rained », she said.", "« It rained »"),
        ("»It rained,« she said.", "»It rained,«"),
        ("„It rained,“ she said.", "„It rained,“"),
        ("‹It rained,› she said.", "‹It rained,›"),
        ("``It rained,'' she said.", "``It rained,''"),
    ],
)
def test_every_style_of_marks_is_paired_without_repair(text: str, wanted: str) -> None:
    assert quoted(text) == [[wanted]]
    assert repairs(text) == [[]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("‘The dogs’ kennel is flat,’ he said.", "‘The dogs’ kennel is flat,’"),
        ("'The dogs' kennel is flat,' he said.", "'The dogs' kennel is flat,'"),
        ("‘’Tis late in the ’90s,’ said O’Neill.", "‘’Tis late in the ’90s,’"),
        ("'We can't, it isn't ours,' he said.", "'We can't, it isn't ours,'"),
        ("‘Like a drum, then nothin’,’ he said.", "‘Like a drum, then nothin’,’"),
    ],
)
def test_an_apostrophe_is_no_closing_mark(text: str, wanted: str) -> None:
    assert quoted(text) == [[wanted]]


@pytest.mark.parametrize(
    "text",
    [
        "The dogs’ kennel and the ’90s were O’Neill’s, ’tis said.",
        "The ‘90s were good to rock ‘n’ roll’s friends.",
        "He is 6'2\" tall and weighs nothing.",
        "The members' hall isn't theirs.",
    ],
)
def test_apostrophes_and_measures_alone_make_no_quotation(text: str) -> None:
    assert [q for q in quoted(text) if len(q[0].split()) > 1] == []


def test_a_quotation_inside_another_is_its_child() -> None:
    text = "“They said, ‘No,’ and left,” she said."
    outer, inner = found(text)
    assert (outer.parent, inner.parent) == (None, 0)
    assert inner.spans[0].of(text) == "‘No,’"


def test_marks_of_one_shape_nest_where_two_closing_ones_follow() -> None:
    text = 'He said: "I saw "Tides" there," and left.'
    assert quoted(text) == [['"I saw "Tides" there,"'], ['"Tides"']]


def test_a_speech_over_paragraphs_is_one_quotation() -> None:
    text = "“One.\n“Two.\n“Three,” he said."
    assert quoted(text) == [["“One.", "“Two.", "“Three,”"]]
    assert repairs(text) == [[]]


def test_a_speech_over_paragraphs_with_straight_singles_is_one_quotation() -> None:
    text = "'One is enough.\n'Two is more.'\nThey left."
    assert quoted(text)[0][0] == "'One is enough."


def test_a_paragraph_that_reopens_nothing_closes_the_one_before() -> None:
    text = "He said, “It rained.\nThey left.\n“Why?” she asked."
    assert quoted(text) == [["“It rained."], ["“Why?”"]]
    assert repairs(text) == [[RepairKind.CLOSE_MISSING], []]


@pytest.mark.parametrize(
    ("text", "wanted", "kind"),
    [
        ("She left. ”It rained,” she said.", "”It rained,”", RepairKind.OPENED_BY_CLOSING_MARK),
        ("“It rained“ she said.", "“It rained“", RepairKind.CLOSED_BY_OPENING_MARK),
        ('“It rained" she said.', '“It rained"', RepairKind.CLOSED_BY_OTHER_MARK),
        ("It rained all day,” she said.", "It rained all day,”", RepairKind.OPEN_MISSING),
        ("She said, “It rained all day.", "“It rained all day.", RepairKind.CLOSE_MISSING),
    ],
)
def test_a_wrong_or_missing_mark_is_repaired_and_recorded(text: str, wanted: str, kind: RepairKind) -> None:
    assert quoted(text) == [[wanted]]
    assert repairs(text) == [[kind]]


def test_the_end_of_the_outer_quotation_closes_the_inner_one() -> None:
    text = "“I said, ‘We go.”"
    assert quoted(text) == [["“I said, ‘We go.”"], ["‘We go."]]
    assert repairs(text) == [[], [RepairKind.CLOSE_MISSING]]


def test_a_second_opening_mark_ends_a_quotation_that_was_never_closed() -> None:
    text = "“It rained. “It poured,” she said."
    assert quoted(text) == [["“It rained."], ["“It poured,”"]]


def test_a_repair_says_where_the_mark_is() -> None:
    text = '“It rained" she said.'
    [repair] = found(text)[0].repairs
    assert repair.span.of(text) == '"'


class CountedText(str):
    """A text that counts how often it is sliced or read."""

    reads = 0

    def __getitem__(self, key: object) -> str:
        type(self).reads += 1
        return super().__getitem__(key)  # type: ignore[index]


def _reads(count: int, unit: str) -> int:
    text = CountedText(unit * count)
    CountedText.reads = 0
    find_quotations(text, [Span(0, len(text))])
    return CountedText.reads


@pytest.mark.parametrize("unit", ["“", "“a ", "' ", "” b", '"a', "‘x’s ", "a,” “b "])
def test_unclosed_marks_cost_steps_in_proportion_to_their_number(unit: str) -> None:
    assert _reads(4000, unit) <= 4.2 * _reads(1000, unit) + 50
