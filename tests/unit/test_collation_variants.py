"""One case for each kind of variant, on one sentence told two ways."""

from __future__ import annotations

import pytest
from tests.builders.quoting import collated, kinds, report, shared, texts

from rashomon.model import Severity

_FRAME = "The old harbour crane at Port Ellery {}, and the council knew about it all along"

_CASES = [
    ("stood idle", "stood, idle", "punctuation", "trivial", "marks_differ"),
    ("stood Idle", "stood idle", "orthography", "trivial", "case_differs"),
    ("is a take-out counter", "is a takeout counter", "orthography", "trivial", "spelling_differs"),
    ("is a take out counter", "is a takeout counter", "orthography", "trivial", "spelling_differs"),
    ("was recognised", "was recognized", "orthography", "trivial", "spelling_differs"),
    ("stood for 3 years", "stood for three years", "orthography", "trivial", "number_in_words"),
    ("did not move", "didn’t move", "contraction", "trivial", "contracted"),
    ("that is broken", "that's broken", "contraction", "trivial", "contracted"),
    ("of Oda stood idle", "of Oda [the mayor] stood idle", "bracket", "minor", "bracket_inserted"),
    ("and he stood idle", "and [Mayor Oda] stood idle", "bracket", "minor", "bracket_for_words"),
    ("stood idle", "stood ... idle", "ellipsis", "trivial", "ellipsis_only"),
    ("stood quite idle", "stood … idle", "ellipsis", "minor", "ellipsis_for_words"),
    ("stood rusting idle", "stood idle", "deletion", "major", "content_words"),
    (
        "stood, as [Warden] Oda wrote in his report of last spring, idle",
        "stood idle",
        "deletion",
        "major",
        "content_words",
    ),
    ("stood idle all spring and … all summer, too", "stood idle", "deletion", "major", "content_words"),
    ("stood idle for a bit", "stood idle", "deletion", "major", "content_words"),
    ("so stood idle", "stood idle", "deletion", "minor", "function_words"),
    ("stood idle, you know,", "stood idle,", "cleanup", "minor", "filler_words"),
    ("it stood idle", "stood idle", "deletion", "minor", "pronoun_dropped"),
    ("stood at idle", "stood idle", "deletion", "minor", "function_words"),
    ("stood idle", "stands idle", "tense", "minor", "verb_form"),
    ("has done harm", "did harm", "tense", "minor", "verb_form"),
    ("who was great", "who’s great", "tense", "minor", "verb_form"),
    ("has stood idle", "stood idle", "tense", "minor", "auxiliary"),
    ("failed him", "failed her", "pronoun", "minor", "pronoun_changed"),
    ("failed him", "failed Oda", "pronoun", "minor", "pronoun_for_name"),
    ("was safe", "was not safe", "negation", "major", "negation_on_one_side"),
    ("could move", "couldn't move", "negation", "major", "negation_on_one_side"),
    ("killed 30 people", "killed 300 people", "number", "major", "number_differs"),
    ("cost two million crowns", "cost three million crowns", "number", "major", "number_differs"),
    ("belongs to Brandt now", "belongs to Oda now", "name", "major", "name_changed"),
    ("held two containers", "held two container", "substitution", "minor", "word_form"),
    ("fell into the dock", "fell onto the dock", "substitution", "minor", "function_words"),
    ("stood idle", "stood rusting", "substitution", "major", "content_words"),
]


@pytest.mark.parametrize(("one", "other", "kind", "severity", "reason"), _CASES)
def test_kind_of_a_single_difference(one: str, other: str, kind: str, severity: str, reason: str) -> None:
    (utterance,) = shared(report("Tern", _FRAME.format(one)), report("Gull", _FRAME.format(other)))
    found = [
        (
            v.kind.value.replace("insertion", "deletion"),
            v.severity.value,
            v.evidence.reason.replace("added", "dropped"),
        )
        for v in utterance.apparatus.variants
    ]
    assert found == [(kind, severity, reason)]


def test_insertion_is_seen_from_the_longer_base() -> None:
    long = "We rebuilt the harbour wall twice before the winter and paid the crews ourselves every time"
    short = "We rebuilt the old harbour wall twice before winter and paid crews"
    (utterance,) = shared(report("Tern", long), report("Gull", short))
    assert kinds(utterance) == ["insertion", "deletion", "deletion", "truncation"]
    assert texts(utterance.apparatus.variants[0]) == {"old", ""}


def test_shapes_of_quotation_marks_and_apostrophes_are_no_variants() -> None:
    curly = "The mayor said ‘no’ and we can’t pay for the harbour wall"
    straight = "The mayor said 'no' and we can't pay for the harbour wall"
    (utterance,) = shared(report("Tern", curly), report("Gull", straight))
    assert utterance.apparatus.variants == ()
    assert len(utterance.apparatus.columns) == 1


def test_words_outrank_commas() -> None:
    one = "Crews, boats, ropes and lamps went out, and the harbour, for once, was ready"
    other = "Crews boats ropes and lamps went out and the harbour for once was ready"
    (utterance,) = shared(report("Tern", one), report("Gull", other))
    assert {v.kind.value for v in utterance.apparatus.variants} == {"punctuation"}
    assert {v.severity for v in utterance.apparatus.variants} == {Severity.TRIVIAL}


def test_a_missing_clause_with_a_negation_is_no_negation() -> None:
    one = "The crane fell in the night. Nobody could not hear it. The council met before breakfast"
    other = "The crane fell in the night. The council met before breakfast"
    (utterance,) = shared(report("Tern", one), report("Gull", other))
    assert kinds(utterance) == ["deletion"]


def test_a_gloss_stands_apart_from_the_verb_after_it() -> None:
    one = "I tell you what he [Brandt] has done is shameful for every sailor in this town"
    other = "I tell you what Brandt did was shameful for every sailor in this town"
    (utterance,) = shared(report("Tern", one), report("Gull", other))
    found = [(v.kind.value, texts(v)) for v in utterance.apparatus.variants]
    assert found == [
        ("bracket", {"he [Brandt]", "Brandt"}),
        ("tense", {"has done is", "did was"}),
    ]


def test_words_that_moved_are_reordered() -> None:
    one = "By the grace of luck the harbour wall held all night and nobody drowned in the lower town"
    other = "The harbour wall held all night and nobody drowned in the lower town by the grace of luck"
    (utterance,) = shared(report("Tern", one), report("Gull", other))
    moved = [v for v in utterance.apparatus.variants if v.kind.value == "reordering"]
    assert len(moved) == 2


def test_truncation_names_what_the_shorter_lacks() -> None:
    full = "The wall will hold until spring. After that we need forty million crowns and a new dock"
    (utterance,) = shared(report("Tern", full), report("Gull", "The wall will hold until spring."))
    (variant,) = utterance.apparatus.variants
    assert variant.kind.value == "truncation"
    assert texts(variant) == {"After that we need forty million crowns and a new dock", ""}


def test_a_fragment_does_not_shred_the_table_of_the_others() -> None:
    full = "The wall will hold until spring and after that we need forty million crowns and a new dock"
    told = (
        report("Tern", full),
        report("Gull", full.replace("forty", "fifty")),
        report("Plover", "hold until spring"),
    )
    (utterance,) = shared(*told)
    assert len(utterance.statements) == 3
    numbers = [v for v in utterance.apparatus.variants if v.kind.value == "number"]
    assert [texts(v) for v in numbers] == [{"forty", "fifty", ""}]
    assert len(utterance.apparatus.columns) == 5


def test_three_readings_take_the_gravest_class() -> None:
    told = [
        report(name, f"The mayor {verb} be at the harbour wall before the storm of this winter breaks")
        for name, verb in (("Tern", "will"), ("Gull", "would"), ("Plover", "will not"))
    ]
    (utterance,) = shared(*told)
    (variant,) = utterance.apparatus.variants
    assert (variant.kind.value, variant.severity.value) == ("negation", "major")
    assert texts(variant) == {"will", "would", "will not"}


def test_four_equal_reports_make_one_column() -> None:
    words = "Nobody in Port Ellery will sleep before the wall is mended"
    (utterance,) = shared(*(report(name, words) for name in ("Tern", "Gull", "Plover", "Dunlin")))
    ((column,),) = [utterance.apparatus.columns]
    (reading,) = column.readings
    assert len(reading.witnesses) == len(reading.spans) == 4
    assert reading.text == words


def test_a_statement_alone_has_one_column_and_no_variants() -> None:
    (utterance,) = collated(report("Tern", "Nobody will sleep."))
    assert utterance.apparatus.variants == ()
    assert utterance.apparatus.columns[0].readings[0].text == "Nobody will sleep."
