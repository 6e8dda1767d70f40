"""How an attribution found is held against an annotated one, on a sentence of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.agreement import Agreement, Attribution, Tally, likeness, pairs
from evaluation.calibration import Judged, judge
from evaluation.lapses import lapses
from evaluation.polnear import Annotated

from rashomon.model import Span

TEXT = "Ada Holt, the keeper, said that the lamp was out, and Ben Marsh agreed it was dark."


def at(words: str, text: str = TEXT) -> Span:
    """Where these words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def said(source: str, cue: str, *content: str, text: str = TEXT) -> Attribution:
    return Attribution(
        source=frozenset({at(source, text)} if source else ()),
        cue=frozenset({at(cue, text)} if cue else ()),
        content=frozenset(at(piece, text) for piece in content),
    )


HOLT = said("Ada Holt, the keeper,", "said", "that the lamp was out")
MARSH = said("Ben Marsh", "agreed", "it was dark")


def tallies(wanted: list[Attribution], found: list[Attribution]) -> dict[str, Tally]:
    agreement = Agreement()
    agreement.add(TEXT, wanted, found)
    return agreement.tallies


def test_fragments_count_each_by_itself() -> None:
    split = said("Ada Holt", "said", "that the lamp", "was out")
    counts = tallies([HOLT, MARSH], [split, MARSH])
    assert (counts["exact_content"].right, counts["exact_content"].found) == (1, 3)
    assert (counts["exact_source"].right, counts["exact_cue"].right) == (1, 2)
    assert counts["exact_content"].f1 == pytest.approx(200 / 5)


def test_words_count_by_their_first_letter_and_signs_are_words() -> None:
    short = said("Ada Holt", "said", "that the lamp was out,")
    counts = tallies([HOLT], [short])
    assert (counts["token_source"].right, counts["token_source"].wanted) == (2, 6)
    assert (counts["token_content"].right, counts["token_content"].found) == (5, 6)


def test_a_whole_attribution_is_right_only_as_a_whole() -> None:
    assert (
        tallies([HOLT, MARSH], [MARSH, said("Ben Marsh", "said", "that the lamp was out")])["whole"].right
        == 1
    )


def test_one_annotated_attribution_makes_one_right_at_most() -> None:
    counts = tallies([HOLT], [HOLT, HOLT])
    assert (counts["whole"].right, counts["ggt_0.3"].right) == (1, 1)
    assert counts["whole"].precision == 50


def test_the_overlap_must_be_greater_than_the_threshold() -> None:
    content = Attribution(content=frozenset({Span(0, 10)}))
    assert pairs([content], [Attribution(content=frozenset({Span(0, 8)}))], 0.8) == []
    assert pairs([content], [Attribution(content=frozenset({Span(0, 9)}))], 0.8) == [(0, 0)]


def test_taking_too_much_is_punished_but_not_by_the_script_of_the_tracker() -> None:
    greedy = Attribution(content=frozenset({Span(0, len(TEXT))}))
    counts = tallies([HOLT], [greedy])
    assert (counts["ggt_0.3"].right, counts["ggt_0.8"].right) == (0, 0)
    assert (counts["ggt_code_0.3"].right, counts["ggt_code_0.8"].right) == (1, 1)


def test_of_equal_contents_the_one_with_the_same_cue_is_the_partner() -> None:
    other = said("Ben Marsh", "agreed", "that the lamp was out")
    assert pairs([HOLT], [other, HOLT], 0.3) == [(0, 1)]
    counts = tallies([HOLT], [other, HOLT])
    assert (counts["ggt_0.3_source"].right, counts["ggt_0.3_cue"].right) == (1, 1)


def test_a_source_that_overlaps_is_the_right_speaker_and_none_is_right_for_none() -> None:
    bare = Attribution(cue=MARSH.cue, content=MARSH.content)
    assert tallies([HOLT], [said("Ada Holt", "said", "that the lamp was out")])["ggt_0.8_source"].right == 1
    assert tallies([bare], [bare])["ggt_0.8_source"].right == 1
    assert tallies([bare], [MARSH])["ggt_0.8_source"].right == 0


def test_likeness_is_shared_letters_over_those_of_both() -> None:
    assert likeness([Span(0, 4), Span(6, 8)], [Span(2, 8)]) == 0.5
    assert likeness([], []) == 0


def test_articles_are_added_up_before_they_are_divided() -> None:
    agreement = Agreement()
    agreement.add(TEXT, [HOLT, MARSH, said("Ben Marsh", "agreed", "dark")], [HOLT])
    agreement.add(TEXT, [HOLT], [HOLT])
    assert agreement.articles == 2
    assert agreement.figures()["whole_recall"] == 50
    assert agreement.figures()["whole_precision"] == 100


# -- kinds of errors ---------------------------------------------------------------------


def kinds(wanted: list[Attribution], found: list[Attribution], text: str = TEXT) -> list[str]:
    return sorted(lapse.kind for lapse in lapses(text, wanted, found))


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (said("Ada Holt", "said", "that the lamp was out"), "source: edge narrower"),
        (said("keeper, said", "said", "that the lamp was out"), "source: edges shifted"),
        (said("", "said", "that the lamp was out"), "source: missed"),
        (said("lamp", "said", "that the lamp was out"), "source: elsewhere"),
        (said("Ben Marsh", "said", "that the lamp was out"), "link: source of another"),
        (said("Ada Holt, the keeper,", "said that", "that the lamp was out"), "cue: edge wider"),
        (said("Ada Holt, the keeper,", "", "that the lamp was out"), "cue: missed"),
        (said("Ada Holt, the keeper,", "agreed", "that the lamp was out"), "cue: elsewhere"),
        (
            said("Ada Holt, the keeper,", "said", "that the lamp was out,"),
            "content: right edge wider by punctuation",
        ),
        (
            said("Ada Holt, the keeper,", "said", "the lamp was out"),
            "content: left edge narrower by a conjunction",
        ),
        (
            said("Ada Holt, the keeper,", "said", "that the lamp was out, and Ben Marsh agreed"),
            "content: right edge wider by words",
        ),
        (said("Ada Holt, the keeper,", "said", "that the", "lamp was out"), "content: split"),
        (
            said("Ada Holt, the keeper,", "said", "that the lamp was out", "dark"),
            "content: piece too many",
        ),
    ],
)
def test_one_thing_wrong_is_one_error_of_its_kind(found: Attribution, kind: str) -> None:
    assert kinds([HOLT, MARSH], [found, MARSH]) == [kind]


def test_contents_joined_and_missing_pieces() -> None:
    two = said("Ada Holt, the keeper,", "said", "that the lamp", "was out")
    assert kinds([two], [HOLT]) == ["content: joined"]
    assert kinds([two], [said("Ada Holt, the keeper,", "said", "that the lamp")]) == [
        "content: piece missing"
    ]


def test_the_content_of_another_is_a_wrong_link() -> None:
    both = said("Ada Holt, the keeper,", "said", "that the lamp was out", "it was dark")
    assert kinds([HOLT, MARSH], [both, MARSH]) == ["link: content of another"]


def test_the_kinds_of_what_was_missed_and_of_what_is_extra() -> None:
    assert kinds([HOLT, MARSH], [HOLT]) == ["missed: not in quotation marks"]
    assert kinds([HOLT], [HOLT, MARSH]) == ["extra: nothing annotated here"]
    (lapse,) = lapses(TEXT, [MARSH], [], closed=[Span(50, len(TEXT))])
    assert lapse.kind == "missed: the reader gives the place as no running text"
    assert (lapse.at, lapse.wanted, lapse.found) == (TEXT.index("Ben"), MARSH, None)


def test_quotation_marks_and_sentences_between_edges() -> None:
    text = "“The ferry is late. It always is,” Cora Finn said."
    annotated = said("Cora Finn", "said", "“The ferry is late. It always is,”", text=text)
    bare = said("Cora Finn", "said", "The ferry is late. It always is,", text=text)
    half = said("Cora Finn", "said", "It always is,”", text=text)
    assert kinds([annotated], [bare], text) == [
        "content: left edge narrower by a quotation mark",
        "content: right edge narrower by a quotation mark",
    ]
    assert kinds([annotated], [half], text) == ["content: left edge narrower by sentences"]
    titled = "She said so to Mr. Ost of the port."
    one, two = said("She", "said", "so", text=titled), said("She", "said", "so to Mr. Ost", text=titled)
    assert kinds([one], [two], titled) == ["content: right edge wider by words"]
    assert kinds([annotated], [], text) == ["missed: in quotation marks"]


def test_an_annotated_edge_within_a_word_is_the_annotators_slip() -> None:
    slip = said("Ada Holt, the keeper,", "said", "that the lamp was ou")
    assert kinds([slip], [HOLT]) == ["content: right edge annotated within a word"]


# -- what the scores are worth -----------------------------------------------------------


def test_statements_are_judged_by_both_rules() -> None:
    article = Annotated(path=Path("a.txt"), text=TEXT, attributions=(HOLT, MARSH))
    narrow = said("Ada Holt", "said", "that the lamp was out")
    found = {"a": (narrow, MARSH, MARSH)}
    assert list(judge([article], found)) == [
        Judged(1.0, whole=False, near=True),
        Judged(1.0, whole=True, near=True),
        Judged(1.0, whole=False, near=False),
    ]
