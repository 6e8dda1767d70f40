"""Laws of collation, over invented reports drawn at random."""

from __future__ import annotations

import random
import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.quoting import Said, Told, collated, person, report, shared, words_of

from rashomon.collation import collate
from rashomon.model import Mode, Policy, Severity, Source, SourceKind, Utterance

_WORDS = (
    "the harbour bridge will not open before winter and we can't pay for it he said council take-out takeout "
    "realise realize was is who's do does did three 3 never [Mayor Oda] … ... ‘No’ — Port Ellery, budget. "
    "rise, people? everything! ( crews ) you know don't do not"
).split()
_SPEAKERS = (person("Mara Quill"), person("Quill"), person("Teodor Brandt"), None)

_quotations = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25).map(" ".join)
_statements = st.builds(
    Said,
    pieces=st.lists(_quotations, min_size=1, max_size=2).map(tuple),
    source=st.sampled_from(_SPEAKERS),
    mode=st.sampled_from([Mode.DIRECT, Mode.DIRECT, Mode.DIRECT, Mode.INDIRECT, Mode.MIXED]),
    marks=st.sampled_from(["“”", '""', "‘’", "«»", "”"]),
)


@st.composite
def stories(draw: st.DrawFn) -> list[Told]:
    """Two to four reports that draw on one pool of sayings, sometimes cut, changed or doubled."""
    pool = draw(st.lists(_statements, min_size=1, max_size=3))
    told = []
    for outlet in ("Tern", "Gull", "Plover", "Dunlin")[: draw(st.integers(2, 4))]:
        chosen = [draw(_edited(draw(st.sampled_from(pool)))) for _ in range(draw(st.integers(1, 4)))]
        told.append(report(outlet, *chosen))
    return told


@st.composite
def _edited(draw: st.DrawFn, said: Said) -> Said:
    """The saying with some of its words left out, put in or cut off."""
    words = [word for piece in said.pieces for word in piece.split()]
    start, end = sorted(draw(st.tuples(st.integers(0, len(words)), st.integers(0, len(words)))))
    cut = draw(st.sampled_from([words, words, words[start:end]]))
    kept = [word for word in cut if draw(st.integers(0, 9))] or words
    return Said(pieces=(" ".join(kept),), source=said.source, mode=said.mode, marks=said.marks)


@settings(max_examples=40)
@given(stories())
def test_taking_the_gaps_out_gives_each_witness_back(told: list[Told]) -> None:
    articles = {article.id: article.text for article, _ in told}
    for utterance in collated(*told):
        said = words_of(told, utterance)
        for witness in utterance.apparatus.witnesses:
            words = "".join(span.of(articles[witness.article]) for span in witness.spans)
            assert said[witness.statement] == "".join(words.split())


@settings(max_examples=40)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_statements_changes_nothing(told: list[Told], rng: random.Random) -> None:
    articles = [article for article, _ in told]
    statements = [s for _, own in told for s in own]
    first = collate(articles, statements, Policy())
    rng.shuffle(articles)
    rng.shuffle(statements)
    assert collate(articles, statements, Policy()) == first


@settings(max_examples=40)
@given(stories())
def test_a_statement_about_something_else_changes_no_other_utterance(told: list[Told]) -> None:
    other = report(
        "Sanderling", Said(pieces=("Zebras graze quietly near Zurich",), source=person("Zoe Zander"))
    )
    assert set(collated(*told)) < set(collated(*told, other))


@settings(max_examples=40)
@given(st.lists(_statements, min_size=1, max_size=4), st.lists(_statements, max_size=3))
def test_a_copy_of_a_report_parts_nothing(sayings: list[Said], others: list[Said]) -> None:
    told = [report("Tern", *sayings), report("Gull", *sayings[:2], *others)]
    before, after = collated(*told), collated(*told, report("Plover", *sayings))
    together = [set(utterance.statements) for utterance in after]
    for utterance in before:
        for pair in pairwise(utterance.statements):
            assert any(set(pair) <= statements for statements in together)


@settings(max_examples=40)
@given(stories())
def test_every_statement_is_reported_and_no_word_of_it_twice(told: list[Told]) -> None:
    utterances = collated(*told)
    for _, own in told:
        for statement in own:
            spans = sorted(
                span
                for utterance in utterances
                for witness in utterance.apparatus.witnesses
                if witness.statement == statement.id
                for span in witness.spans
            )
            assert spans
            assert all(a.end <= b.start for a, b in pairwise(spans))
            assert all(any(whole.contains(span) for whole in statement.content) for span in spans)


@settings(max_examples=40)
@given(stories())
def test_no_quoted_word_is_lost(told: list[Told]) -> None:
    utterances = collated(*told)
    for article, own in told:
        for statement in own:
            if statement.mode is not Mode.DIRECT:
                continue
            covered = {
                at
                for utterance in utterances
                for witness in utterance.apparatus.witnesses
                if witness.statement == statement.id
                for span in witness.spans
                for at in range(*span)
            }
            letters = {at for span in statement.content for at in range(*span) if article.text[at].isalnum()}
            assert letters <= covered


@settings(max_examples=40)
@given(stories())
def test_each_witness_has_one_reading_in_every_column(told: list[Told]) -> None:
    for utterance in collated(*told):
        ids = sorted(witness.statement for witness in utterance.apparatus.witnesses)
        assert sorted(set(ids)) == ids == list(utterance.statements)
        assert utterance.apparatus.base in ids
        for column in utterance.apparatus.columns:
            assert sorted(w for reading in column.readings for w in reading.witnesses) == ids
        for variant in utterance.apparatus.variants:
            assert sorted(w for reading in variant.readings for w in reading.witnesses) == ids
            assert len(variant.readings) > 1


@settings(max_examples=40)
@given(stories())
def test_readings_are_verbatim(told: list[Told]) -> None:
    articles = {article.id: article.text for article, _ in told}
    for utterance in collated(*told):
        apparatus = utterance.apparatus
        readings = [r for column in apparatus.columns for r in column.readings]
        for reading in [*readings, *(r for v in apparatus.variants for r in v.readings)]:
            words = [located.span.of(articles[located.article]) for located in reading.spans]
            joined = "".join("".join(words).split())
            assert joined.startswith("".join(reading.text.split()))
            assert bool(reading.text) == bool(reading.spans)


@settings(max_examples=40)
@given(stories())
def test_differently_named_speakers_never_share_an_utterance(told: list[Told]) -> None:
    names = {s.id: s.source.source.name for _, own in told for s in own if s.source}
    for utterance in collated(*told):
        surnames = {(names.get(s) or "").split(" ")[-1] for s in utterance.statements} - {""}
        assert len(surnames) <= 1


@settings(max_examples=40)
@given(_quotations)
def test_a_text_agrees_with_itself(words: str) -> None:
    for utterance in shared(report("Tern", words), report("Gull", words)):
        assert utterance.apparatus.variants == ()


@given(
    st.lists(
        st.sampled_from("the harbour bridge will open before winter if crews arrive".split()), min_size=8
    )
)
def test_case_and_marks_make_only_trivial_variants(words: list[str]) -> None:
    plain = " ".join(words)
    dressed = re.sub(r"\b(w\w+)", r"\1,", plain).capitalize() + "!"
    for utterance in shared(report("Tern", plain), report("Gull", dressed)):
        assert {v.severity for v in utterance.apparatus.variants} <= {Severity.TRIVIAL}


@given(st.text(max_size=60), st.text(max_size=60))
def test_arbitrary_text_is_collated(one: str, other: str) -> None:
    told = [report("Tern", one + " x"), report("Gull", other + " y", one + " x")]
    articles = {article.id: article.text for article, _ in told}
    for utterance in collated(*told):
        said = words_of(told, utterance)
        for witness in utterance.apparatus.witnesses:
            words = "".join(span.of(articles[witness.article]) for span in witness.spans)
            assert said[witness.statement] == "".join(words.split())


@given(st.lists(st.sampled_from("harbour bridge winter crews council".split()), min_size=4, max_size=12))
def test_unnamed_sources_are_kept(words: list[str]) -> None:
    source = Source(kind=SourceKind.UNNAMED, descriptor="a harbour official", scope="x")
    told = [report(name, Said(pieces=(" ".join(words),), source=source)) for name in ("Tern", "Gull")]
    found: tuple[Utterance, ...] = collated(*told)
    assert {utterance.source for utterance in found} == {source}
