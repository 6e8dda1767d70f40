"""Units: where words, marks, brackets and the outermost quotation marks go."""

from __future__ import annotations

import pytest
from tests.builders.quoting import Said, person, report

from rashomon.collation.quoted import quoted_pieces, without_marks
from rashomon.collation.units import Passage, UnitKind, passage_of
from rashomon.model import Mode, Span


def _passage(*pieces: str, marks: str = "“”", mode: Mode = Mode.DIRECT) -> Passage:
    article, (statement,) = report(
        "Tern", Said(pieces=pieces, source=person("Quill"), mode=mode, marks=marks)
    )
    return passage_of(article, statement)


def _parts(passage: Passage) -> list[tuple[str, str, str]]:
    return [
        (u.lead.of(passage.text), u.core.of(passage.text), u.trail.of(passage.text)) for u in passage.units
    ]


def test_marks_lean_on_words() -> None:
    assert _parts(_passage("He said, ‘We go.’ — now (or never)")) == [
        ("", "He", ""),
        ("", "said", ","),
        ("‘", "We", ""),
        ("", "go", ".’ —"),
        ("", "now", ""),
        ("", "(or never)", ""),
    ]


def test_contracted_endings_are_units_of_one_word() -> None:
    passage = _passage("who’s sure they can't, won’t or cannot?")
    assert [(u.key, u.core.of(passage.text)) for u in passage.units] == [
        ("who", "who"),
        ("'s", "’s"),
        ("sure", "sure"),
        ("they", "they"),
        ("can", "ca"),
        ("n't", "n't"),
        ("will", "wo"),
        ("n't", "n’t"),
        ("or", "or"),
        ("can", "can"),
        ("not", "not"),
    ]
    assert len({u.word for u in passage.units}) == 7


@pytest.mark.parametrize("dots", ["...", "…", ". . .", "[...]", "[…]"])
def test_an_ellipsis_is_no_speech(dots: str) -> None:
    passage = _passage(f"We go {dots} now")
    assert [u.kind for u in passage.units if not u.is_speech] == [UnitKind.ELLIPSIS]


def test_an_unclosed_bracket_is_a_mark() -> None:
    assert [u.kind for u in _passage("We [go now").units] == [UnitKind.WORD] * 3


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "«»", "„“", "”"])
def test_the_outermost_marks_are_no_words(marks: str) -> None:
    passage = _passage("We go now,", marks=marks)
    assert [s.of(passage.text) for s in passage.spans] == ["We go now,"]


def test_pieces_are_numbered() -> None:
    passage = _passage("We go,", "but not now")
    assert [u.piece for u in passage.units] == [0, 0, 1, 1, 1]
    assert len(passage.spans) == 2


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We said ‘no.’", "We said ‘no.’"),
        ("“We said ‘no.’”", "We said ‘no.’"),
        ("``We go.''", "We go."),
        ("”We go.”", "We go."),
        ("We go.", "We go."),
        ("“", "“"),
    ],
)
def test_without_marks(text: str, inner: str) -> None:
    assert without_marks(text, Span(0, len(text))).of(text) == inner


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("it was “a mess” and “a shame”", ["a mess", "a shame"]),
        ('it was "a mess" of his', ["a mess"]),
        ("it was ‘a mess’ of the dogs’ making", ["a mess"]),
        ("they get ‘£4m and a pool’ for it", ["£4m and a pool"]),
        ("it’s the dog’s dinner", []),
        ("that “it never ends", ["it never ends"]),
        ("nothing quoted here", []),
    ],
)
def test_quoted_pieces(text: str, pieces: list[str]) -> None:
    assert [span.of(text) for span in quoted_pieces(text, Span(0, len(text)))] == pieces
