from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.quoting import SPEAKER, Said, Told, collated, kinds, person, report, shared, words_of

from rashomon.collation.senses import sense
from rashomon.model import Mode, Span, Utterance, Variant, VariantKind

QUOTED = "We will close the old harbour in spring, and nobody will lose a berth because of it."
CLOSE = "that they would close the old harbour in spring and that nobody would lose a berth because of it"
FREE = "Berths would be kept for everybody when the harbour, old as it is, closes in the spring"
OWN_MARKS = (
    "that “nobody at all wants to close a thing before the elections” in the old harbour, in spring, "
    "berth or no berth"
)


def _told(words: str, mode: Mode = Mode.INDIRECT, name: str | None = None) -> Said:
    return Said(pieces=(words,), source=person(name) if name else SPEAKER, mode=mode)


def _retold(*told: Told) -> Utterance:
    [utterance] = shared(*told)
    assert utterance.evidence.reason == "told_and_quoted"
    return utterance


def _wholes(utterance: Utterance) -> list[Variant]:
    kind = VariantKind.QUOTE_VS_PARAPHRASE
    return [v for v in utterance.apparatus.variants if v.kind is kind and v.column is None]


@pytest.mark.parametrize("words", [CLOSE, FREE])
def test_what_one_report_quotes_and_another_tells_is_one_act(words: str) -> None:
    told = report("Courier", QUOTED), report("Herald", _told(words))
    utterance = _retold(*told)
    [variant] = _wholes(utterance)
    assert [reading.text for reading in variant.readings] == [QUOTED, words]
    assert [(e.reading, e.kind) for e in variant.edits] == [(1, VariantKind.QUOTE_VS_PARAPHRASE)]
    assert utterance.apparatus.base in {s.id for s in told[0][1]}


def test_one_report_may_tell_and_quote_the_same_words() -> None:
    assert len(_retold(report("Courier", _told(CLOSE), QUOTED)).statements) == 2


def test_the_telling_report_is_set_beside_the_quotation_where_it_keeps_to_it() -> None:
    utterance = _retold(report("Courier", QUOTED), report("Herald", _told(CLOSE)))
    assert VariantKind.TRUNCATION not in {v.kind for v in utterance.apparatus.variants}
    assert len(utterance.apparatus.columns) > 3
    assert any(len(column.readings) == 1 for column in utterance.apparatus.columns)


def test_free_telling_stands_in_a_column_of_its_own() -> None:
    utterance = _retold(report("Courier", QUOTED), report("Herald", _told(FREE)))
    assert [[r.text for r in c.readings] for c in utterance.apparatus.columns] == [[QUOTED, ""], [FREE, ""]]
    assert kinds(utterance) == ["quote_vs_paraphrase"]


def test_other_words_of_a_telling_report_are_minor_and_another_number_is_not() -> None:
    quoted = "We will close the old harbour in spring and keep all 40 berths for the boats of Oda."
    told = "that they would close the old harbour in spring and keep all 30 berths for the ships of Oda"
    utterance = _retold(report("Courier", quoted), report("Herald", _told(told)))
    edits = {edit.kind for variant in utterance.apparatus.variants for edit in variant.edits}
    assert VariantKind.NUMBER in edits
    assert VariantKind.SUBSTITUTION not in edits


def test_every_wording_has_its_reading_and_quotations_keep_theirs() -> None:
    utterance = _retold(
        report("Courier", QUOTED),
        report("Herald", QUOTED.replace("old harbour", "harbour")),
        report("Star", _told(CLOSE)),
        report("Echo", _told(FREE)),
    )
    [variant] = _wholes(utterance)
    assert len(variant.readings) == 4
    assert len(variant.edits) == 2
    assert VariantKind.DELETION in {v.kind for v in utterance.apparatus.variants}


@pytest.mark.parametrize(
    "other",
    [
        _told(CLOSE, name="Ivo Tern"),
        _told("that they would close the ferry in winter and that nobody would lose a job because of it"),
        _told("the old harbour in spring"),
        _told("that Oda and the Harbour Board would vote"),
        _told(OWN_MARKS, Mode.MIXED),
    ],
)  # fmt: skip
def test_another_speaker_topic_or_sentence_is_not_the_quotation(other: Said) -> None:
    assert shared(report("Courier", QUOTED), report("Herald", other)) == []


def test_what_somebody_is_accused_of_need_not_have_been_said() -> None:
    quoted = report("Courier", "The leader said in winter that the auditors would report before we vote.")
    article, [statement] = report(
        "Herald", _told("the leader of hurrying the vote before the auditors report")
    )
    at = article.text.index("was the word")
    accused = replace(article, text=article.text.replace("was the word", "he accused!"))
    span = Span(at + len("he "), at + len("he accused"))
    cued = replace(statement, article=accused.id, cue=(span,))
    assert len(shared(quoted, (article, (statement,)))) == 1
    assert shared(quoted, (accused, (cued,))) == []


def test_a_few_words_count_only_if_they_are_all() -> None:
    short = report("Courier", "I will sign the bill."), report("Herald", _told("that he would sign the bill"))
    assert len(_retold(*short).statements) == 2
    other = _told("that he would sign the bill if the council paid")
    assert shared(report("Courier", "I will sign the bill."), report("Herald", other)) == []


def test_senses_fold_person_and_tense() -> None:
    assert sense("closes") == sense("closed") == sense("closing")
    assert sense("took") == sense("takes") != sense("talks")


_PIECES = "we will close the old harbour in spring and nobody shall lose berths over it for 40 years".split()


@st.composite
def _mixed(draw: st.DrawFn) -> list[Told]:
    out = []
    for outlet in ("Courier", "Herald", "Star", "Echo")[: draw(st.integers(2, 4))]:
        words = [word for word in _PIECES if draw(st.integers(0, 7))] or _PIECES
        mode = draw(st.sampled_from([Mode.DIRECT, Mode.INDIRECT]))
        start = draw(st.sampled_from(["", "that ", "Boats will stay. "]))
        out.append(report(outlet, _told(start + " ".join(words), mode)))
    return out


@settings(max_examples=60)
@given(_mixed())
def test_every_witness_is_once_in_every_column_and_its_words_come_back(told: list[Told]) -> None:
    texts = {article.id: article.text for article, _ in told}
    for utterance in collated(*told):
        ids = sorted(utterance.statements)
        for column in utterance.apparatus.columns:
            assert sorted(w for reading in column.readings for w in reading.witnesses) == ids
        for variant in utterance.apparatus.variants:
            assert sorted(w for reading in variant.readings for w in reading.witnesses) == ids
            assert all(edit.reading < len(variant.readings) for edit in variant.edits)
        said = words_of(told, utterance)
        for witness in utterance.apparatus.witnesses:
            whole = "".join(span.of(texts[witness.article]) for span in witness.spans)
            assert said[witness.statement] == "".join(whole.split())


@settings(max_examples=30)
@given(_mixed(), st.randoms(use_true_random=False))
def test_who_tells_what_does_not_depend_on_the_order_of_reports(told: list[Told], rng: object) -> None:
    assert collated(*told) == collated(*reversed(told))


def test_many_statements_beside_one_long_speech_are_held_against_it_in_bounds() -> None:
    speech = " ".join(f"We will mend pier{number} before storm{number} comes." for number in range(4_000))
    told = [
        _told(f"that they would mend pier{number} before the storm{number} came") for number in range(150)
    ]
    utterances = shared(report("Courier", speech), report("Herald", *told))
    assert len(utterances) <= 1
