"""What is taken for one act of speech, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.quoting import Said, collated, person, report, shared

from rashomon.model import Mode, Source, SourceKind

_OFFICIAL = Source(kind=SourceKind.UNNAMED, descriptor="an official", scope="x")
_COUNCIL = Source(kind=SourceKind.ORGANISATION, name="Port Ellery Council")


def _said(words: str, source: Source | None, mode: Mode = Mode.DIRECT) -> Said:
    return Said(pieces=(words,), source=source, mode=mode)


def _met(one: Said | str, other: Said | str) -> bool:
    return bool(shared(report("Tern", one), report("Gull", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We rebuilt the harbour wall", "We rebuilt the harbour wall"),
        ("We rebuilt the harbour wall twice", "rebuilt the harbour wall"),
        ("The storm, he told us, was a disaster nobody foresaw", "disaster nobody foresaw"),
        ("We will recognise the harbour union", "We'll recognize the harbour union"),
        ("Three ferries sank in the storm", "3 ferries sank in the storm"),
        ("We'll mend it.", "We will mend it."),
        ("No comment.", "No comment."),
        ("It just went.", "It just, it just went."),
        ("He is bluffing.", "He is not bluffing."),
        ("We sail again on Monday.", "We sail again on Tuesday."),
        ("On Monday we sail again.", "We sail again on Monday."),
        ("There's no danger, none at all, that the harbour wall gives way.", "There's no danger."),
        ("We're gonna mend this wall.", "We are going to mend this wall."),
        ("We were not able to salvage the second anchor.", "We were not able to rescue the second anchor."),
        ("If the dam goes, Oda drowns.", "If the dam goes, Port Ellery drowns."),
        ("It was a total shipwreck for us", "total shipwreck"),
        ("a total shipwreck", "total shipwreck for us"),
        (
            "We had nine boats, nine of them, and I sent every crew out before the siren",
            "We had nine boats and I sent each crew out before the siren",
        ),
    ],
)
def test_same_speaker_and_words_meet(one: str, other: str) -> None:
    assert _met(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The budget will rise by 3 percent",
            "The taxes will rise by 3 percent on another occasion",
        ),
        ("We will fight for our schools", "We will fight for our hospitals"),
        ("We will win", "We will win the election and then rebuild"),
        ("We will cut the fares by 3 percent", "We will cut the taxes by 3 percent"),
        ("I never said that to the mayor", "I never said that to the press"),
        ("very good", "very good"),
        ("He is a winner", "He is a plumber"),
        ("We need more nurses in this town", "We need more teachers in this town"),
        ("This is a great day for Port Ellery", "This is a sad day for the fishing fleet"),
        ("On my first day I will sign the harbour bill", "On my first day I will sign the ferry bill"),
        (
            "There is absolutely no evidence to suggest that the crew were tired",
            "There is absolutely no evidence to suggest that the letter is genuine",
        ),
        ("It is too late", "It is too cold"),
        ("We need help.", "We need help with the roof."),
        ("We are ready.", "We are ready for the storm."),
        ("I do not know why he left", "I do not know when he left"),
        ("No boat has been lost", "A boat has been lost"),
        ("I think it is what it is", "It is what it is and I think so too"),
        (
            "The harbour wall will be mended before the winter storms come back to us",
            "The lamps of the lower town will be lit when the winter fair opens again",
        ),
    ],
)
def test_other_sentences_of_one_speaker_stay_apart(one: str, other: str) -> None:
    assert not _met(one, other)


def test_differently_named_speakers_never_meet() -> None:
    words = "We will win this election and rebuild the harbour wall before winter"
    assert not _met(_said(words, person("Mara Quill")), _said(words, person("Teodor Brandt")))


def test_differently_named_speakers_do_not_meet_by_way_of_a_third() -> None:
    words = "We will win this election and rebuild the harbour wall before winter"
    told = [
        report("Tern", _said(words, person("Mara Quill"))),
        report("Gull", _said(words, None)),
        report("Plover", _said(words, person("Teodor Brandt"))),
    ]
    (utterance,) = shared(*told)
    assert len(utterance.statements) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mara Quill", "Quill", True),
        ("M. Quill", "Mara Quill", True),
        ("Theo Brandt", "Theodor Brandt", True),
        ("Mara Quill", "Mara J. Quill", True),
        ("Dieter Quill Jr.", "Dieter Quill", True),
        ("Mara Quill", "Peter Quill", False),
        ("Mara Quill", "Mara Brandt", False),
    ],
)
def test_names_of_one_person(one: str, other: str, same: bool) -> None:
    words = "We rebuilt the harbour wall"
    assert _met(_said(words, person(one)), _said(words, person(other))) is same


def test_a_body_and_its_spokesman_meet_on_strong_overlap_only() -> None:
    words = "The council regrets the closure of the harbour road until spring"
    assert _met(_said(words, _COUNCIL), _said(words, person("Mara Quill")))
    assert not _met(
        _said("regrets the closure", _COUNCIL), _said("regrets deeply the closure", person("Quill"))
    )


@pytest.mark.parametrize("source", [None, _OFFICIAL])
def test_an_open_speaker_needs_more_words(source: Source | None) -> None:
    named = person("Mara Quill")
    assert _met(
        _said("The storm was a disaster nobody foresaw", named), _said("disaster nobody foresaw", source)
    )
    assert not _met(_said("We saw a very bad storm", named), _said("a bad storm", source))


def test_the_speaker_is_named_as_fully_as_any_report_names_him() -> None:
    words = "We rebuilt the harbour wall"
    told = [
        report("Tern", _said(words, person("Quill"))),
        report("Gull", _said(words, person("Mara Quill"))),
        report("Plover", _said(words, None)),
    ]
    (utterance,) = shared(*told)
    assert utterance.source == person("Mara Quill")
    assert len(utterance.statements) == 3


def test_a_spokesman_is_named_rather_than_his_body() -> None:
    words = "The council regrets the closure of the harbour road until spring"
    told = (report("Tern", _said(words, _COUNCIL)), report("Gull", _said(words, person("Mara Quill"))))
    (utterance,) = shared(*told)
    assert utterance.source == person("Mara Quill")


def test_a_deck_that_repeats_the_body_is_a_witness_too() -> None:
    words = "We rebuilt the harbour wall, and nobody thanked us"
    (utterance,) = shared(report("Tern", words, words), report("Gull", words + " for it"))
    assert len(utterance.statements) == 3
    assert len(utterance.apparatus.witnesses) == 3


_WALL = "that the harbour wall in Port Ellery would be rebuilt before the winter"


def _told(words: str, source: Source | None = None) -> Said:
    return _said(words, source or person("Mara Quill"), Mode.INDIRECT)


def test_reporters_words_that_another_report_has_too_stand_together() -> None:
    edited = _WALL.replace("before the winter", "by the winter")
    (utterance,) = shared(report("Tern", _told(_WALL)), report("Gull", _told(edited)))
    assert utterance.evidence.reason == "same_wording_same_speaker"
    assert [sorted(r.text for r in v.readings) for v in utterance.apparatus.variants] == [["before", "by"]]


@pytest.mark.parametrize(
    "other",
    [
        _told("that nobody would touch the harbour wall in Port Ellery before the spring tides"),
        _told("that the harbour wall would be rebuilt"),
        _told(_WALL + ", whatever the council thought of it and whoever had to pay for the stone"),
        _told(_WALL, person("Edwin Tresk")),
    ],
)
def test_reporters_words_that_differ_or_are_anothers_stay_apart(other: Said) -> None:
    assert not shared(report("Tern", _told(_WALL)), report("Gull", other))


def test_a_mixed_statement_is_compared_as_a_whole_if_its_quotation_is_too_short() -> None:
    mixed = _said(_WALL.replace("rebuilt", "“rebuilt”"), person("Quill"), Mode.MIXED)
    (utterance,) = shared(report("Tern", mixed), report("Gull", mixed))
    assert len(utterance.apparatus.columns[0].readings[0].text) > 50


def test_of_a_mixed_statement_only_the_quoted_words_are_compared() -> None:
    mixed = _said(
        "that the storm had been “a disaster nobody foresaw” for the town", person("Quill"), Mode.MIXED
    )
    told = [report("Tern", mixed), report("Gull", "It was a disaster nobody foresaw, my friends")]
    (utterance,) = shared(*told)
    spans = {w.article: w.spans for w in utterance.apparatus.witnesses}
    article = told[0][0]
    assert [s.of(article.text) for s in spans[article.id]] == ["a disaster nobody foresaw"]


def test_a_quotation_cut_by_its_cue_is_one_witness_with_two_spans() -> None:
    parted = Said(pieces=("We rebuilt the harbour wall,", "and nobody thanked us"), source=person("Quill"))
    told = [report("Tern", parted), report("Gull", "We rebuilt the harbour wall, and nobody thanked us")]
    (utterance,) = shared(*told)
    assert utterance.apparatus.variants == ()
    assert sorted(len(w.spans) for w in utterance.apparatus.witnesses) == [1, 2]


def test_children_are_left_to_their_parents() -> None:
    article, (statement,) = report("Tern", "They said ‘we rebuilt the wall’ and left")
    child = replace(statement, content=(statement.content[0],), parent=statement.id, cue=statement.content)
    assert [u.statements for u in collated((article, (statement, child)))] == [(statement.id,)]


def test_most_reported_first() -> None:
    told = (
        report("Tern", "Nobody thanked our harbour crews", "The lamps of the lower town went out"),
        report("Gull", "The lamps of the lower town went out"),
        report("Plover", "The lamps of the lower town went out", "Somebody rang the chapel bell"),
    )
    counts = [len({w.article for w in u.apparatus.witnesses}) for u in collated(*told)]
    assert counts == [3, 1, 1]


_PAID = "We will not pay for {} before the council has seen the books of the company and of the bank"


@pytest.mark.parametrize("changed", ["the Arrow dam", "the new sluice", "three pumps"])
def test_one_place_in_a_long_sentence_is_an_edit(changed: str) -> None:
    assert _met(_PAID.format("two dams"), _PAID.format(changed))


def test_one_place_in_a_short_sentence_is_another_sentence() -> None:
    assert not _met("We will not pay for the sluice", "We will not pay for the airport")


def test_an_edited_wording_gives_way_to_the_very_words_in_the_same_report() -> None:
    first, second = "We lost the wall in 1953", "We lost the wall in 1978"
    found = shared(report("Tern", first, second), report("Gull", first, second))
    assert sorted(len(utterance.statements) for utterance in found) == [2, 2]
    assert all(not utterance.apparatus.variants for utterance in found)


def test_two_words_that_fit_two_sayings_decide_for_neither() -> None:
    long = (
        "They gave us hollow promises about the harbour",
        "Nobody in Oda believes in hollow promises any more",
    )
    assert _met(long[0], "hollow promises")
    assert not shared(report("Tern", *long), report("Gull", "hollow promises"))


def test_words_that_many_say_bring_no_open_speaker_in() -> None:
    words = "for the whole town"
    told = [
        report("Tern", _said(f"I did it {words}", person("Mara Quill"))),
        report("Gull", _said(words, None)),
    ]
    assert shared(*told)
    many = [report(name, _said(f"{name} sings {words}", person(f"Ada {name}"))) for name in ("Oyle", "Perch")]
    assert not shared(*told, *many)


def test_a_copy_of_a_formula_does_not_make_it_one() -> None:
    words = "a total shipwreck"
    told = [report(name, words) for name in ("Tern", "Gull", "Plover", "Dunlin", "Sanderling")]
    (utterance,) = shared(*told, report("Avocet", "It was a total shipwreck for us"))
    assert len(utterance.statements) == 6


def _unnamed(words: str, scope: str = "") -> Source:
    return Source(kind=SourceKind.UNNAMED, descriptor=words, scope=scope)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (_unnamed("an official", "x"), _unnamed("a senior official", "y"), True),
        (_unnamed("a person close to the talks", "x"), _unnamed("a doctor", "y"), True),
        (_unnamed("a police officer", "x"), _unnamed("a doctor at the scene", "y"), False),
        (_unnamed("two nurses", "x"), _unnamed("a nurse who was there", "y"), True),
        (_unnamed("a resident", "x"), _unnamed("an official", "x"), False),
        (_unnamed("she", "x"), _unnamed("an official", "x"), True),
        (_unnamed("a police officer", "x"), person("Mara Quill"), True),
        (_unnamed("a police officer", "x"), None, True),
    ],
)
def test_speakers_without_a_name(one: Source, other: Source | None, same: bool) -> None:
    words = "The wave took the quay and everything that stood on it"
    assert _met(_said(words, one), _said(words, other)) is same


def test_two_without_a_name_do_not_meet_by_way_of_a_third() -> None:
    words = "The wave took the quay and everything that stood on it"
    told = [
        report("Tern", _said(words, _unnamed("a police officer", "x"))),
        report("Gull", _said(words, None)),
        report("Plover", _said(words, _unnamed("a doctor", "y"))),
    ]
    (utterance,) = shared(*told)
    assert len(utterance.statements) == 2


def test_few_words_in_reports_of_two_seasons_are_two_acts() -> None:
    told = [report(name, "hollow promises") for name in ("Tern", "Gull", "Plover")]
    days = ("2023-03-01", "2023-03-04", "2024-10-01")
    dated = [
        (replace(article, published=day), statements)
        for (article, statements), day in zip(told, days, strict=True)
    ]
    (utterance,) = shared(*dated)
    assert len(utterance.statements) == 2


def test_edited_copies_of_one_quotation_stand_together() -> None:
    words = [f"word{n}" for n in range(40)]
    copies = [" ".join([*words[: n % 39], f"other{n}", *words[n % 39 + 1 :]]) for n in range(150)]
    (utterance,) = shared(*(report(f"Outlet {n}", copy) for n, copy in enumerate(copies)))
    assert len(utterance.statements) == 150


def test_one_phrase_in_hundreds_of_quotations_brings_nothing_together() -> None:
    many = [f"We will win in district number {n} beyond {n * 7919}" for n in range(300)]
    assert len(collated(report("Tern", *many))) == 300


def test_a_statement_of_an_article_that_is_not_given_is_our_own_fault() -> None:
    article, statements = report("Tern", "Nobody thanked our harbour crews")
    other, _ = report("Gull", "Somebody rang the chapel bell")
    with pytest.raises(KeyError, match=article.id):
        collated((other, statements))


def test_marks_without_a_word_are_kept_as_they_stand() -> None:
    (utterance,) = collated(report("Tern", "?!"))
    assert utterance.evidence.reason == "one_report"
    assert utterance.apparatus.columns[0].readings[0].text == "?!"
