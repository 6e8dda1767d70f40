"""The tagger's parts: words and pieces, windows, and fragments over a network that can be foretold."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from tests.builders.tagging import paragraphs, settings, stub_tagger, weights
from tokenizers import Tokenizer

from rashomon.errors import WeightsMissing
from rashomon.inference import WEIGHTS, OnnxTagger, has_tagger
from rashomon.inference.windows import features, join, windows
from rashomon.inference.words import Lexicon, Words, read_words
from rashomon.model import Passages, Role, Span

NEWLINE = 1


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Lexicon(tokenizer, 100)


def words_of(text: str, lexicon: Lexicon) -> Words:
    return read_words(paragraphs(text), lexicon, NEWLINE)


def test_words_are_runs_of_letters_or_single_marks(lexicon: Lexicon) -> None:
    text = "“It won’t,” said X-9."
    words = words_of(text, lexicon)
    found = [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]
    assert found == ["“", "It", "won", "’", "t", ",", "”", "said", "X", "-", "9", "."]


def test_a_break_stands_before_each_passage_but_the_first_with_words(lexicon: Lexicon) -> None:
    text = "   One two\nthree\n four"
    spans = (Span(0, 3), Span(3, 16), Span(17, 17), Span(17, 22))
    words = read_words(Passages(text=text, spans=spans), lexicon, NEWLINE)
    assert words.breaks.tolist() == [False, False, False, True]
    assert words.pieces.tolist().count(NEWLINE) == 1
    assert words.pieces[words.bounds[3]] == NEWLINE


def test_quotation_marks_are_followed_and_a_break_forgets_them(lexicon: Lexicon) -> None:
    quotes = words_of('a “b” c\n“d\ne “f\n"g" h "i\n”j', lexicon)
    assert quotes.quotes.tolist() == [0, 2, 1, 3, 0, 4, 2, 1, 4, 0, 2, 1, 4, 2, 1, 3, 0, 2, 1, 4, 3, 0]


def test_a_word_has_at_least_one_piece_and_at_most_32(lexicon: Lexicon) -> None:
    words = words_of("船" * 5_000 + " " + "x" * 5_000 + " \x00 \u0301", lexicon)
    counts = np.diff(words.bounds).tolist()
    assert counts[0] == 32
    assert counts[1:] == [1] * (len(words) - 1)


@pytest.mark.parametrize("text", ["word " * 500, "a\n" * 300, "船" * 40 + " " + "is it \n" * 90 + "船 " * 99])
def test_windows_overlap_fit_and_hold_every_word(tmp_path: Path, lexicon: Lexicon, text: str) -> None:
    chosen = settings(tmp_path)
    words = words_of(text, lexicon)
    cuts = list(windows(words, chosen))
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(words)
    for (start, end), (after, further) in pairwise(cuts):
        assert start < after <= end < further
    for cut in cuts:
        assert len(features(words, cut, chosen)[0]) <= chosen.window
    assert len(cuts) <= 2 + 4 * len(words.pieces) // chosen.window


def test_a_window_begins_at_a_paragraph_where_one_is_near(tmp_path: Path, lexicon: Lexicon) -> None:
    chosen = settings(tmp_path)
    words = words_of("\n".join(["one two three four five six"] * 30), lexicon)
    starts = [start for start, _ in windows(words, chosen)]
    assert all(words.breaks[start] for start in starts[1:])


def test_features_frame_the_pieces_and_point_at_the_first_of_each_word(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    words = words_of("One\nSkerrowish two", lexicon)
    pieces, quotes, first = features(words, (1, 3), settings(tmp_path))
    assert pieces[0] == 101
    assert pieces[-1] == 102
    assert pieces[1] == NEWLINE
    assert quotes.tolist() == [0, 4, *[0] * (len(pieces) - 2)]
    assert first[0] == 2
    assert first[1] == len(pieces) - 2


def test_where_windows_share_a_word_the_one_farther_from_its_cut_speaks(lexicon: Lexicon) -> None:
    words = words_of("a b c d e f g h", lexicon)
    parts = [((0, 6), np.full((6, 7), 1, np.float32)), ((2, 8), np.full((6, 7), 2, np.float32))]
    assert join(words, parts, 7)[:, 0].tolist() == [1, 1, 1, 1, 2, 2, 2, 2]


def test_quoted_words_come_out_across_windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    quoted = "“" + "never again " * 100 + "”"
    text = f"First line.\nShe said: {quoted} and left.\nHe: “No.” Then “yes”."
    (found,) = stub_tagger(monkeypatch, tmp_path).tag([paragraphs(text)])
    assert [f.span.of(text) for f in found] == [quoted, "“No.”", "“yes”"]
    assert {f.role for f in found} == {Role.CONTENT}
    assert all(f.score > 0.99 for f in found[1:])


def test_a_fragment_ends_where_its_passage_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "He said: “We will\nnot go"
    (found,) = stub_tagger(monkeypatch, tmp_path).tag([paragraphs(text)])
    assert [f.span.of(text) for f in found] == ["“We will"]


def test_absent_weights_are_named(tmp_path: Path) -> None:
    assert not has_tagger(tmp_path)
    with pytest.raises(WeightsMissing, match=r"tagger\.json"):
        OnnxTagger(tmp_path)
    folder = weights(tmp_path / "half")
    assert has_tagger(folder)
    (folder / "tagger.onnx").unlink()
    with pytest.raises(WeightsMissing, match=r"tagger\.onnx"):
        OnnxTagger(folder).tag([paragraphs("He said so.")])


@pytest.mark.parametrize("name", ["tagger.json", "linker.json", "tokenizer.json"])
@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"\xff\xfe", b'{"a": "b"}'])
def test_a_file_that_is_not_whole_is_told_in_a_line(tmp_path: Path, name: str, broken: bytes) -> None:
    folder = weights(tmp_path)
    (folder / name).write_bytes(broken)
    with pytest.raises(WeightsMissing, match=rf"{name} in .* is not whole; install the package anew"):
        OnnxTagger(folder).tag([paragraphs("He said so.")])


@pytest.mark.parametrize("mark", ["\n", " "], ids=["paragraphs", "one line"])
def test_a_text_too_long_to_decode_at_once_is_decoded_in_parts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mark: str
) -> None:
    text = mark.join(["He said: “We will go there now.” She left"] * 10_000)
    (found,) = stub_tagger(monkeypatch, tmp_path).tag([paragraphs(text)])
    whole = [f for f in found if f.span.of(text) == "“We will go there now.”"]
    assert len(whole) >= 10_000 - 3
    assert len(whole) == 10_000 or mark == " "
