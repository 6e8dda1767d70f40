"""Laws of the tokeniser."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.language.tokens import TokenKind, Tokens, fold, tokenize
from rashomon.model import Span

prose = st.text(alphabet=st.sampled_from("ab A1.,-'’“”[]…$% \n\u200fאÉ"), max_size=60)


@given(st.one_of(st.text(max_size=80), prose))
def test_tokens_and_blanks_give_the_text_back(text: str) -> None:
    at, pieces = 0, []
    for token in tokenize(text):
        gap = text[at : token.span.start]
        assert not gap.strip()
        assert token.span.of(text) == token.text
        pieces += [gap, token.text]
        at = token.span.end
    assert not text[at:].strip()
    assert "".join(pieces) + text[at:] == text


@given(prose, st.integers(0, 60), st.integers(0, 60))
def test_tokens_of_a_part_stay_inside_it(text: str, a: int, b: int) -> None:
    part = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    assert all(part.contains(t.span) for t in tokenize(text, part))


@given(prose, st.integers(0, 60), st.integers(0, 60))
def test_tokens_looked_up_are_the_tokens_of_the_part(text: str, a: int, b: int) -> None:
    part = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    assert tuple(Tokens(text).within(part)) == tokenize(text, part)


@given(st.one_of(st.text(max_size=80), prose))
def test_tokens_carry_their_folded_word(text: str) -> None:
    assert all(token.low == fold(token.text) for token in tokenize(text))


@given(prose)
def test_folding_is_idempotent(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_words_numbers_and_marks() -> None:
    kinds = [(t.text, t.kind) for t in tokenize("“Can’t” cost $5m, 1,200 take-outs… U.S.")]
    assert kinds == [
        ("“", TokenKind.MARK),
        ("Can’t", TokenKind.WORD),
        ("”", TokenKind.MARK),
        ("cost", TokenKind.WORD),
        ("$5m", TokenKind.NUMBER),
        (",", TokenKind.MARK),
        ("1,200", TokenKind.NUMBER),
        ("take-outs", TokenKind.WORD),
        ("…", TokenKind.MARK),
        ("U.S.", TokenKind.WORD),
    ]
