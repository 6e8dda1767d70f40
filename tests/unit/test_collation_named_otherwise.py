"""The very words, of which two reports name two speakers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.quoting import Said, Told, person, report, shared

from rashomon.model import Evidence, Mode

_WORDS = "We will tear down the harbour wall before the next storm comes"


def _by(outlet: str, name: str, reason: str, words: str = _WORDS) -> Told:
    """A report whose one quotation is given to somebody, who was found for this reason."""
    article, (statement,) = report(outlet, Said(pieces=(words,), source=person(name), mode=Mode.DIRECT))
    assert statement.source
    mention = replace(statement.source, evidence=Evidence(score=0.9, reason=reason))
    return article, (replace(statement, source=mention),)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("Mara Quill", "full_name"), ("Teodor Brandt", "pronoun"), True),
        (("Mara Quill", "short_name"), ("Teodor Quill", "short_name"), True),
        (("Mara Quill", "short_name"), ("Teodor Brandt", "short_name"), False),
        (("Mara Quill", "full_name"), ("Teodor Brandt", "full_name"), False),
    ],
)
def test_who_was_only_worked_out_may_be_the_other(
    one: tuple[str, str], other: tuple[str, str], meet: bool
) -> None:
    assert bool(shared(_by("Tern", *one), _by("Gull", *other))) is meet


@pytest.mark.parametrize(
    "words", ["We will win", "We will tear down the harbour wall before the summer fair opens"]
)
def test_other_words_of_another_speaker_stay_apart(words: str) -> None:
    assert not shared(_by("Tern", "Mara Quill", "full_name"), _by("Gull", "Teodor Brandt", "pronoun", words))


def test_the_speaker_is_whom_a_report_names_itself() -> None:
    told = (_by("Tern", "Teodor Brandt-Hollis", "pronoun"), _by("Gull", "Mara Quill", "full_name"))
    (utterance,) = shared(*told)
    assert utterance.source == person("Mara Quill")
    assert utterance.evidence.reason == "same_words_named_otherwise"
