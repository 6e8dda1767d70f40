"""What a unit is about, as far as its words tell: stems of its words of content, names, and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rashomon.language.tokens import TokenKind, tokenize
from rashomon.language.wordforms import FUNCTION_WORDS, base_form, number_value, spelling
from rashomon.model import Span

__all__ = ["stem", "terms_of"]

_STEM = 6  # letters that count of a word
_ENDINGS = ("'s", "ing", "ed", "es", "s", "ly")
_SHORTEST = 3


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The beginning of a folded word's bare form, alike for words of one family.

    >>> stem("retaliation") == stem("retaliating"), stem("sank") == stem("sinks"), stem("ships")
    (True, True, 'ship')
    """
    bare = base_form(spelling(word))
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST and not bare.endswith("ss"):
            bare = base_form(bare[: -len(ending)])
            break
    if len(bare) > _SHORTEST and bare.endswith(("e", "y")):
        bare = bare[:-1]
    return bare[:_STEM]


def terms_of(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The terms among these words; numbers by their value, whether in digits or in words.

    >>> sorted(terms_of("Twelve of the 12 ferries sank", [Span(0, 29)]))
    ['#12', 'ferri', 'sink']
    """
    out: set[str] = set()
    for span in spans:
        for token in tokenize(text, span):
            if token.kind is TokenKind.MARK or token.low in FUNCTION_WORDS:
                continue
            value = number_value(token.low)
            out.add(f"#{value[1]:g}" if value is not None else stem(token.low))
    return frozenset(out)
