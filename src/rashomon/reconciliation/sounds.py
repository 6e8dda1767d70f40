"""Whether two words are one name in two spellings, whatever alphabet it came through.

Names from other scripts reach reports in many spellings.  What differs is
nearly always one of a few things: doubled letters, accents, letters that one
writes for the other (*q* and *k*, *w* and *v*), a vowel beside the other in
the mouth (*o* and *u*, *e* and *a*, *e* and *i*), silent *h*, an article in
front (*al-*).  So a word is cut into its consonants, folded by a table, and
the vowels between them; the consonants must agree, the vowels nearly.  Names
that differ in a vowel of another kind (Hill and Hall) stay two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

__all__ = ["alike", "misspelt", "plain", "skeletons"]

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ı": "i",
                          "þ": "th", "ə": "a", "ŋ": "n"})  # fmt: skip
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|ad|az|ul)[-‐‑'’ʼ]+(?=\w{3})")
_CONSONANTS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"^y(?=[aeiou])", "j"),
        (r"tsch|tch|tsh|ch|cz", "C"),
        (r"sch|sh", "S"),
        (r"dzh|dj|zh", "j"),
        (r"kh|ck", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"ff$", "v"),
        (r"t[sz]+", "s"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"w", "v"),
        (r"h$", ""),
        (r"([b-df-hj-np-tv-zCS])\1+", r"\1"),
    )
)
_CUT = re.compile(r"([aeiouy]*)([^aeiouy]?)")
_RUNS = (("ee", "i"), ("oo", "u"), ("ou", "u"), ("ue", "u"), ("oe", "o"), ("ei", "e"), ("ey", "e"),
         ("ai", "e"), ("ay", "e"), ("ae", "e"), ("au", "o"), ("y", "i"))  # fmt: skip
_FINAL_I = frozenset("ei ey iy yy ie ij yi ii".split())
_SILENT = "e"  # at the end, as in Browne
_BESIDE = frozenset({frozenset("ae"), frozenset("ei"), frozenset("ou")})
_LONG = 7  # letters, to take one of them for a slip
_FEW = 3  # fewer consonants, and every vowel tells
_ENOUGH = 4  # so many consonants, and a vowel may be left out between them


@dataclass(frozen=True, slots=True)
class _Cut:
    """Consonants, and the vowel before each and behind the last; empty where there is none."""

    consonants: str
    vowels: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """Small letters without accents, marks and an Arabic article.

    >>> plain("Al-Háriri’s"), plain("O’Hale")
    ('hariris', 'ohale')
    """
    bare = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    written = "".join(c for c in bare if not unicodedata.combining(c))
    return "".join(c for c in _ARTICLE.sub("", written) if c.isalpha())


def skeletons(word: str) -> frozenset[str]:
    """The consonants of a word, folded; two forms where it has a *q*, for which some write *k*, others *g*.

    Words that are `alike` share one.

    >>> sorted(skeletons("Qarredh"))
    ['grd', 'krd']
    """
    return frozenset(cut.consonants for cut in _cuts(plain(word)))


def alike(one: str, other: str) -> bool:
    """Whether the words can be two spellings of one name.

    >>> alike("Qorrasem", "Korasem"), alike("Zarembsky", "Zarembskyy"), alike("Hill", "Hall")
    (True, True, False)
    """
    first, second = plain(one), plain(other)
    if not first or not second:
        return False
    return first == second or any(_fit(a, b) for a in _cuts(first) for b in _cuts(second))


def misspelt(one: str, other: str) -> bool:
    """Whether one may be a slip of the pen for the other: long words, one letter more or less inside.

    Not at either end, where a letter makes another name (Daniel and Daniela), and not another
    letter, which does, too (Hillard and Hallard).

    >>> misspelt("Fredrerica", "Frederica"), misspelt("Marin", "Marrin"), misspelt("Daniela", "Daniel")
    (True, False, False)
    """
    first, second = plain(one), plain(other)
    if min(len(first), len(second)) < _LONG or first[0] != second[0] or first[-1] != second[-1]:
        return False
    return len(first) != len(second) and Levenshtein.distance(first, second, score_cutoff=1) == 1


@lru_cache(maxsize=1 << 14)
def _cuts(letters: str) -> tuple[_Cut, ...]:
    ways = sorted({letters.replace("q", "k"), letters.replace("q", "g")})
    return tuple(_cut(way) for way in ways)


def _cut(letters: str) -> _Cut:
    for pattern, instead in _CONSONANTS:
        letters = pattern.sub(instead, letters)
    parts = [m.groups() for m in _CUT.finditer(letters) if m.group()]
    if not parts or parts[-1][1]:
        parts.append(("", ""))
    vowels = [_kind(run) for run, _ in parts]
    if parts[-1][0] in _FINAL_I:
        vowels[-1] = "i"
    return _Cut("".join(consonant for _, consonant in parts), tuple(vowels))


def _kind(run: str) -> str:
    """The vowel that a run of vowel letters stands for."""
    for letters, vowel in _RUNS:
        if run.startswith(letters):
            return vowel
    return run[:1]


def _fit(one: _Cut, other: _Cut) -> bool:
    if one.consonants != other.consonants or len(one.vowels) != len(other.vowels):
        return False
    number = len(one.consonants)
    differing = [(at, *pair) for at, pair in enumerate(zip(one.vowels, other.vowels, strict=True))
                 if pair[0] != pair[1]]  # fmt: skip
    if not differing or number < _FEW:
        return not differing
    missing = [at for at, a, b in differing if not (a and b)]
    first = next((at for at in range(number + 1) if one.vowels[at] or other.vowels[at]), 0)
    beside = all(_beside(a, b, strict=at == first and number < _ENOUGH) for at, a, b in differing if a and b)
    return beside and _spared(missing, differing, number)


def _beside(one: str, other: str, *, strict: bool) -> bool:
    """Whether one is often written for the other; the first vowel of a short name tells more."""
    pair = frozenset((one, other))
    return pair == frozenset("ou") if strict else pair in _BESIDE


def _spared(missing: Sequence[int], differing: Sequence[tuple[int, str, str]], number: int) -> bool:
    """Whether the vowels that only one has can be left out: one between consonants, or a silent one."""
    if not missing:
        return True
    [*more, last] = missing
    silent = last == number and {_SILENT, ""} == set(differing[-1][1:])
    inside = 0 < last < number and number >= _ENOUGH
    return not more and (silent or inside)
