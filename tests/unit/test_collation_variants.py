"""One case for each kind of variant, on one sentence told two ways."""

from __future__ import annotations

import pytest
from tests.builders.quoting import collated, kinds, report, shared, texts

from rashomon.model import Severity, VariantKind

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
    ("has a 2 in 3 chance", "has a two-in-three chance", "orthography", "trivial", "number_in_words"),
    ("is a 3-year-old", "is a three-year-old", "orthography", "trivial", "number_in_words"),
    ("cost 5 percent", "cost five per cent", "orthography", "trivial", "number_in_words"),
    ("fell on 14 June", "fell on 14th June", "orthography", "trivial", "number_in_words"),
    ("hit Dr. Oda", "hit Doctor Oda", "orthography", "trivial", "spelling_differs"),
    ("is of Mill Street", "is of Mill St", "orthography", "trivial", "spelling_differs"),
    ("stood (idle)", "stood idle", "punctuation", "trivial", "marks_differ"),
    ("fell. Nobody rang", "fell – nobody rang", "punctuation", "trivial", "marks_differ"),
    (
        "is what Brandt, who have built it, says",
        "is what Brandt, who had built it, says",
        "tense",
        "minor",
        "verb_form",
    ),
    ("was rusting", "had rusted", "tense", "minor", "verb_phrase"),
    ("needs better planning", "needs better planing", "substitution", "minor", "word_form"),
    (
        "joined Mara Oda, Tobias Brandt and Ilse",
        "joined Mara Oda and Ilse",
        "deletion",
        "major",
        "content_words",
    ),
    ("was of Mr. Oda", "was of Oda", "name", "minor", "name_shortened"),
    ("is of the Harbour Crane Office", "is of the HCO", "name", "minor", "name_shortened"),
    ("was the crews’ own", "was the crews’s own", "orthography", "trivial", "spelling_differs"),
    ("stood … idle", "stood ... idle", "punctuation", "trivial", "marks_differ"),
    ("served in World War Two", "served in World War II", "orthography", "trivial", "number_in_words"),
    ("was, No, idle", "was idle", "deletion", "major", "negation_dropped"),
    ("could of moved", "could have moved", "cleanup", "minor", "dialect_spelling"),
    ("was comin’ down", "was coming down", "cleanup", "minor", "dialect_spelling"),
    ("ain’t never moved", "has never moved", "cleanup", "minor", "grammar_mended"),
    ("it was, well, it was idle", "it was idle", "cleanup", "minor", "repeated_words"),
    ("we — Nobody moved", "Nobody moved", "cleanup", "minor", "repeated_words"),
    ("come down by itself", "came down by itself", "cleanup", "minor", "verb_agreement"),
    ("is, I don’t think, safe", "is safe", "negation", "major", "negation_on_one_side"),
    ("cost 3 million crowns", "cost 3 crowns", "number", "major", "number_differs"),
    ("cost 3 percent", "cost 3 points", "number", "major", "number_differs"),
    ("killed 30 people", "killed many people", "substitution", "major", "content_words"),
    ("fell in 2019", "fell in 2020", "date", "major", "date_differs"),
    ("fell in May", "fell in June", "date", "major", "date_differs"),
    ("fell yesterday", "fell on Friday", "date", "major", "date_differs"),
    ("cost about 50 crowns", "cost 50 crowns", "deletion", "major", "hedge_dropped"),
    ("told about the wall", "told the wall", "deletion", "minor", "function_words"),
    ("fell at about noon", "fell at noon", "deletion", "major", "hedge_dropped"),
    ("sank, it seems it fell", "sank, it fell", "deletion", "major", "hedge_dropped"),
    ("saw a dozen boats", "saw 12 boats", "orthography", "trivial", "number_in_words"),
    ("only fell", "fell", "deletion", "major", "content_words"),
    ("I am idle", "he is idle", "pronoun", "minor", "pronoun_changed"),
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


_PARTED = [
    ("grew 12 feet", "rose 15 feet", ["substitution", "number"]),
    ("left Brandt on Monday", "left Oda on Friday", ["name", "date"]),
    ("quickly stood idle", "stands idle", ["deletion", "tense"]),
    ("has done is shameful", "did was shameful", ["tense"]),
    ("of Oda fell, and sank", "of Oda [the mayor] fell and sank", ["bracket", "punctuation"]),
]


@pytest.mark.parametrize(("one", "other", "expected"), _PARTED)
def test_edits_side_by_side_are_cut_where_their_kinds_part(one: str, other: str, expected: list[str]) -> None:
    (utterance,) = shared(report("Tern", _FRAME.format(one)), report("Gull", _FRAME.format(other)))
    assert kinds(utterance) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("now stood idle", "stood idle now"),
        ("hit Oda and Brandt", "hit Brandt and Oda"),
        ("fell in a storm", "in a storm fell"),
    ],
)
def test_words_at_another_place_are_reordered(one: str, other: str) -> None:
    (utterance,) = shared(report("Tern", _FRAME.format(one)), report("Gull", _FRAME.format(other)))
    assert set(kinds(utterance)) == {"reordering"}


def test_a_small_word_dropped_here_and_added_there_has_not_moved() -> None:
    one, other = "held the crane by a rope in dock", "held crane by a rope in the dock"
    (utterance,) = shared(report("Tern", _FRAME.format(one)), report("Gull", _FRAME.format(other)))
    assert sorted(kinds(utterance)) == ["deletion", "insertion"]


_SHOWN = [
    ("of Oda stood idle", "of Oda [the mayor] stood idle", "bracket", "Gull"),
    ("was idle", "[w]as idle", "bracket", "Gull"),
    ("stood quite idle", "stood … idle", "ellipsis", "Gull"),
    ("stood idle", "stood … idle", None, ""),
    ("stood rusting idle", "stood idle", "longer_witness", "Gull"),
    ("stood idle", "stood rusting", None, ""),
    ("stood idle", "stands idle", None, ""),
]


@pytest.mark.parametrize(("one", "other", "shown_by", "who"), _SHOWN)
def test_who_altered_is_said_where_the_text_shows_it(
    one: str, other: str, shown_by: str | None, who: str
) -> None:
    told = [report("Tern", _FRAME.format(one)), report("Gull", _FRAME.format(other))]
    (utterance,) = shared(*told)
    (variant,) = utterance.apparatus.variants
    named = {statements[0].id: article.input.removesuffix(".txt") for article, statements in told}
    assert (variant.shown_by, [named[each] for each in variant.altered]) == (shown_by, [who] if who else [])


def test_edits_of_different_witnesses_stand_in_places_of_their_own() -> None:
    told = [
        report(name, f"The mayor {words} at the harbour wall before the storm of this winter breaks")
        for name, words in (("Tern", "will be"), ("Gull", "would be"), ("Plover", "will not be"))
    ]
    (utterance,) = shared(*told)
    assert sorted(kinds(utterance)) == ["negation", "tense"]


def test_every_reading_is_classed_by_itself() -> None:
    told = [
        report(name, f"The mayor {verb} be at the harbour wall before the storm of this winter breaks")
        for name, verb in (("Tern", "will"), ("Gull", "may"), ("Plover", "might"))
    ]
    (utterance,) = shared(*told)
    (variant,) = utterance.apparatus.variants
    base = next(n for n, r in enumerate(variant.readings) if utterance.apparatus.base in r.witnesses)
    found = {variant.readings[edit.reading].text: edit.kind.value for edit in variant.edits}
    assert base not in {edit.reading for edit in variant.edits}
    assert found == {"will": "substitution", "might": "tense"}


@pytest.mark.parametrize(
    ("rest", "severity", "reason"),
    [
        ("if the wind drops before the night", "major", "condition_dropped"),
        ("as far as I know from the crews", "major", "hedge_dropped"),
        ("and nobody will be sent home again", "major", "negation_dropped"),
        ("and the crews will be sent home", "minor", "ends_apart"),
    ],
)
def test_an_end_that_is_lacking_is_grave_for_what_is_lost_with_it(
    rest: str, severity: str, reason: str
) -> None:
    full = f"The harbour wall of this town will hold until the spring {rest}"
    short = "The harbour wall of this town will hold until the spring"
    (utterance,) = shared(report("Tern", full), report("Gull", short))
    (variant,) = utterance.apparatus.variants
    assert (variant.kind.value, variant.severity.value, variant.evidence.reason) == (
        "truncation",
        severity,
        reason,
    )
    assert variant.shown_by == "longer_witness"


def test_an_end_that_is_owned_to_is_no_truncation() -> None:
    full = "The harbour wall of this town will hold until the spring and the crews will be sent home"
    short = "The harbour wall of this town will hold until the spring …"
    (utterance,) = shared(report("Tern", full), report("Gull", short))
    assert kinds(utterance) == ["ellipsis"]


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
        for name, verb in (("Tern", "will"), ("Gull", "would"), ("Plover", "might"))
    ]
    (utterance,) = shared(*told)
    (variant,) = utterance.apparatus.variants
    assert (variant.kind.value, variant.severity.value) == ("substitution", "major")
    assert texts(variant) == {"will", "would", "might"}


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


def test_dots_own_to_all_that_is_missing_beside_them_however_it_is_cut() -> None:
    told = [
        report("Tern", "If the ministry sends divers by Tuesday, we might save the gate"),
        report("Gull", "If [the government] sends divers by Tuesday, we might save the gate"),
        report("Plover", "… we might save the gate"),
    ]
    (utterance,) = shared(*told)
    dotted = told[2][1][0].id
    kinds_of = {
        (edit.kind, edit.severity)
        for variant in utterance.apparatus.variants
        for edit in variant.edits
        if variant.readings[edit.reading].witnesses == (dotted,)
    }
    assert kinds_of == {(VariantKind.ELLIPSIS, Severity.MINOR)}
