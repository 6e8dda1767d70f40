"""Quotations that one report runs together and another quotes apart."""

from __future__ import annotations

from itertools import pairwise

from tests.builders.quoting import Said, Told, kinds, person, report, shared, texts

from rashomon.model import Utterance

_FIRST = "The harbour wall was planned for a storm like this one."
_SECOND = "What the council did to the crews was shameful, and everybody knows it."
_WHOLE = f"{_FIRST} {_SECOND}"


def _spliced(utterance: Utterance) -> list[set[str]]:
    return [texts(v) for v in utterance.apparatus.variants if v.kind.value == "splice"]


def _by_first_word(utterances: list[Utterance]) -> list[Utterance]:
    return sorted(utterances, key=lambda u: u.apparatus.columns[0].readings[0].text.casefold())


def _words(told: Told, utterance: Utterance) -> list[str]:
    article, _ = told
    return [
        span.of(article.text)
        for witness in utterance.apparatus.witnesses
        if witness.article == article.id
        for span in witness.spans
    ]


def test_one_quotation_for_two_is_split() -> None:
    whole = report("Tern", _WHOLE)
    utterances = _by_first_word(shared(whole, report("Gull", _FIRST, _SECOND)))
    assert [_words(whole, u) for u in utterances] == [[_FIRST], [_SECOND]]
    assert [kinds(u) for u in utterances] == [["split"], ["split"]]


def test_two_passages_joined_by_a_word_are_spliced() -> None:
    joined = report("Tern", f"{_FIRST.rstrip('.')} because {_SECOND[0].lower()}{_SECOND[1:]}")
    utterances = _by_first_word(shared(joined, report("Gull", _FIRST, _SECOND)))
    assert [_words(joined, u) for u in utterances] == [
        [_FIRST.rstrip(".") + " because"],
        [_SECOND[0].lower() + _SECOND[1:]],
    ]
    assert _spliced(utterances[0]) == [{"because", ""}]
    assert _spliced(utterances[1]) == [{"what the council did", "What the council did"}]


def test_parts_told_the_other_way_round_are_spliced() -> None:
    utterances = shared(report("Tern", _WHOLE), report("Gull", _SECOND, _FIRST))
    assert [kinds(u) for u in utterances] == [["splice"], ["splice"]]


def test_what_only_the_whole_has_goes_with_the_earlier_part_up_to_the_sentence() -> None:
    whole = report("Tern", f"{_FIRST} Nobody listened to me. And I tell you, {_SECOND}")
    utterances = _by_first_word(shared(whole, report("Gull", _FIRST, _SECOND)))
    assert sorted(_words(whole, u)[0] for u in utterances) == [
        f"And I tell you, {_SECOND}",
        f"{_FIRST} Nobody listened to me.",
    ]


def test_a_third_report_with_the_whole_is_cut_too() -> None:
    told = (report("Tern", _WHOLE), report("Gull", _FIRST, _SECOND), report("Plover", _WHOLE))
    utterances = shared(*told)
    assert [len(u.statements) for u in utterances] == [3, 3]


def test_three_parts_make_three_utterances_without_loss() -> None:
    third = "And the lamps in the lower town went out before midnight."
    whole = report("Tern", f"{_WHOLE} {third}")
    utterances = shared(whole, report("Gull", _FIRST, _SECOND, third))
    spans = sorted(
        span
        for u in utterances
        for w in u.apparatus.witnesses
        if w.article == whole[0].id
        for span in w.spans
    )
    assert [span.of(whole[0].text) for span in spans] == [_FIRST, _SECOND, third]
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_deck_that_repeats_one_part_makes_no_seam_of_its_own() -> None:
    told = (report("Tern", _WHOLE), report("Gull", _FIRST, _FIRST, _SECOND))
    assert sorted(len(u.statements) for u in shared(*told)) == [2, 3]


def test_two_short_pickings_from_one_quotation_do_not_cut_it() -> None:
    told = (
        report("Tern", _WHOLE),
        report("Gull", "harbour wall was planned", "shameful, and everybody knows"),
    )
    (utterance,) = shared(*told)
    assert len(utterance.statements) == 3


def test_in_one_report_alone_nothing_is_cut() -> None:
    utterances = shared(report("Tern", _WHOLE, _FIRST, _SECOND))
    assert [len(u.statements) for u in utterances] == [3]


def test_a_title_ends_no_sentence() -> None:
    first = "I told the crews twice to stay in the harbour, and then there was Dr."
    second = "Oda went out with the lifeboat all the same and nobody stopped her"
    whole = report("Tern", f"{first} {second}")
    told = (whole, report("Gull", first.removesuffix(" Dr."), second))
    assert {v.kind.value for u in shared(*told) for v in u.apparatus.variants} >= {"splice"}


def test_a_quotation_resumed_after_its_cue_may_be_cut_there() -> None:
    parted = Said(pieces=(_FIRST.rstrip(".") + ",", _SECOND), source=person("Mara Quill"))
    utterances = shared(report("Tern", parted), report("Gull", _FIRST, _SECOND))
    assert {k for u in utterances for k in kinds(u)} == {"punctuation", "split"}


def test_a_long_clause_between_joins_nothing() -> None:
    clause = "and so I went down to the council chamber and told them to their faces that"
    second = _SECOND[0].lower() + _SECOND[1:]
    whole = report("Tern", f"{_FIRST.rstrip('.')} {clause} {second}")
    utterances = shared(whole, report("Gull", _FIRST, _SECOND))
    assert sorted(_words(whole, u)[0] for u in utterances) == [f"{_FIRST.rstrip('.')} {clause}", second]
    assert {"split", "truncation"} <= {k for u in utterances for k in kinds(u)}
