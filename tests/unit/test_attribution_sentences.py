"""Sentences keep quotations whole."""

from __future__ import annotations

from rashomon.language.quotemarks import find_quotations
from rashomon.language.sentences import sentences
from rashomon.model import Span


def cut(text: str) -> list[str]:
    whole = Span(0, len(text))
    holes = [s for q in find_quotations(text, [whole]) if q.parent is None for s in q.spans]
    return [s.of(text) for s in sentences(text, whole, holes)]


def test_a_quotation_of_several_sentences_is_not_cut() -> None:
    assert cut("“It rained. It poured,” she said. They left.") == [
        "“It rained. It poured,” she said.",
        "They left.",
    ]


def test_a_quotation_that_ends_its_sentence_stands_alone() -> None:
    assert cut("“It rained.” They left.") == ["“It rained.”", "They left."]


def test_a_second_half_that_opens_with_a_closing_mark_begins_a_sentence() -> None:
    assert cut("“It rained,” she said. ”It poured.”") == ["“It rained,” she said.", "”It poured.”"]


def test_no_cut_after_a_title() -> None:
    assert cut("They met Brig. Gen. Tom Rask. He left.") == ["They met Brig. Gen. Tom Rask.", "He left."]


def test_no_cut_within_initials() -> None:
    assert cut("They met Tom Rask, R-S.M., on Monday. He left.") == [
        "They met Tom Rask, R-S.M., on Monday.",
        "He left.",
    ]


def test_no_cut_before_a_lower_case_word() -> None:
    assert cut("“Why?” asked Ada Holt.") == ["“Why?” asked Ada Holt."]


def test_no_is_an_abbreviation_before_a_number_only() -> None:
    assert cut("Ada Holt said no. The others agreed.") == ["Ada Holt said no.", "The others agreed."]
    assert cut("They live at No. 9 now.") == ["They live at No. 9 now."]
