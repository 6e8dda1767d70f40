"""Where the words begin and end that another word denies as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.corroboration.denials import DENYING_VERBS, denial_scopes
from rashomon.language.tokens import tokenize

_WORDS = (
    sorted(DENYING_VERBS)
    + (
        """denied rejects dismissed again this last today on early in that any claim report of evidence no
    sign false true not never nor he it having taking the leak fire and said but
    while , . ; Ada Holt Monday"""
    ).split()
)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The mayor denied this claim.", "this claim"),
        ("The mayor denied this last report", "this last report"),
        ("The mayor denied on Monday that the dyke had cracked.", "that the dyke had cracked"),
        ("The mayor denied again that the dyke had cracked.", "that the dyke had cracked"),
        ("The mayor denied any leak, and said so.", "any leak"),
    ],
)
def test_what_is_denied_as_a_whole(text: str, denied: str) -> None:
    words = tuple(tokenize(text))
    [scope] = denial_scopes(words)
    assert text[words[scope.start].start : words[scope.end - 1].end] == denied


@given(st.lists(st.sampled_from(_WORDS), max_size=12))
def test_no_words_deny_more_than_there_is(words: list[str]) -> None:
    tokens = tuple(tokenize(" ".join(words)))
    for scope in denial_scopes(tokens):
        assert 0 <= scope.word < len(tokens)
        assert 0 <= scope.start <= scope.end <= len(tokens)
