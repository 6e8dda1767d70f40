from __future__ import annotations

import pytest
from tests.builders.reporting import article

from rashomon.attribution import attribute
from rashomon.model import BlockKind, Policy, Statement


def _statements(text: str) -> tuple[str, tuple[Statement, ...]]:
    one = article((BlockKind.PARAGRAPH, text))
    return one.text, attribute(one, Policy())


def _tongue(text: str) -> tuple[str | None, str] | None:
    told, statements = _statements(text)
    tongues = [s.tongue for s in statements if s.tongue]
    return (tongues[0].language, tongues[0].span.of(told)) if tongues else None


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("“The harbour stays open,” Mara Quill said in Polish.", "Polish", "in Polish"),
        ("“The harbour stays open,” Mara Quill told reporters in Polish on Sunday.", "Polish", "in Polish"),
        ("Speaking in Dutch, Mara Quill said: “The harbour stays open.”", "Dutch", "in Dutch"),
        ("Mara Quill, who spoke in Tamil, said that the harbour stays open.", "Tamil", "in Tamil"),
        ("“The harbour stays open,” Mara Quill wrote in a post in Welsh.", "Welsh", "in Welsh"),
        ("“The harbour stays open,” Mara Quill said (in Thai).", "Thai", "in Thai"),
        ("“The harbour stays open,” Mara Quill said in fluent Czech.", "Czech", "in fluent Czech"),
        ("“The harbour stays open,” Mara Quill said in a Danish-language interview.", "Danish", "Danish"),
        ("“The harbour stays open,” said Mara Quill through an interpreter.", None, "through an interpreter"),
        ("Speaking through a translator, Mara Quill said: “It stays open.”", None, "through a translator"),
        (
            "“The harbour stays open,” Mara Quill wrote, according to a translation by the Courier.",
            None,
            "according to a translation",
        ),
        (
            "“The harbour stays open,” Mara Quill said in remarks translated by the Courier.",
            None,
            "remarks translated by",
        ),
        (
            "“The harbour stays open,” Mara Quill said, translated from the Welsh.",
            "Welsh",
            "translated from the Welsh",
        ),
    ],
)
def test_the_tongue_is_read_from_the_words_around_the_cue(
    text: str, language: str | None, words: str
) -> None:
    assert _tongue(text) == (language, words)


@pytest.mark.parametrize(
    "text",
    [
        "“The harbour stays open,” Mara Quill said in English class.",
        "“The harbour stays open,” Mara Quill said in French waters on Sunday.",
        "“The harbour stays open,” Mara Quill said in Spanish Harlem.",
        "“The harbour stays open,” Mara Quill said in Oda.",
        "“They sing in Welsh,” Mara Quill said.",
        "Mara Quill said that the songs are in Welsh.",
        "“The harbour stays open,” said Mara Quill, who was taught in Welsh.",
        "“The harbour stays open,” said Mara Quill, a translator.",
        "“The harbour stays open,” Mara Quill said of votes translated into seats.",
        "The choir sang in Welsh. “The harbour stays open,” Mara Quill said.",
    ],
)
def test_other_words_of_peoples_and_translators_tell_no_tongue(text: str) -> None:
    assert _tongue(text) is None


def test_the_tongue_is_that_of_the_nearest_statement_of_its_sentence() -> None:
    text, statements = _statements(
        "“It stays open,” Mara Quill said in Polish, and Ivo Tern said “It must shut.”"
    )
    assert {s.content[0].of(text): s.tongue is not None for s in statements} == {
        "“It stays open,”": True,
        "“It must shut.”": False,
    }


def test_many_languages_in_one_sentence_are_read_in_bounds() -> None:
    text = "“It stays open,” Mara Quill said" + " in Polish and" * 5_000 + " in Dutch."
    assert _tongue(text) is not None
