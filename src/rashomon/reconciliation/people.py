"""The name of a person taken apart, and whether two names can be one person's.

A name is given names, a surname, and what tells generations apart (``Jr.``).
Two names agree where surnames are alike and the given names of one are spelt
otherwise, shortened, or left out in the other.  How they agree is a step:
the plainer, the surer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rashomon.language.shortforms import ROWS, SHORT_FORMS, SPELLINGS
from rashomon.reconciliation.sounds import alike, misspelt, plain, skeletons

__all__ = ["Agreement", "PersonName", "agreement", "name_keys", "parsed"]

_SUFFIXES = {"jr": "jr", "jnr": "jr", "sr": "sr", "snr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_PARTS = re.compile(r"[“\"‘]([^”\"’]+)[”\"’]|([^\s“”\"‘]+)")
_HYPHEN = re.compile(r"[-‐‑]")
_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ar|at|ad|az|ul)[-‐‑]", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+$|[A-Z]$")
_STEM, _CUT = 3, 2  # letters that a name cut short keeps, and loses at least


class Agreement(IntEnum):
    """How two names of persons agree, the surest last."""

    NONE = 0
    INITIAL = 1
    """One gives only the initial of the given name."""
    SHORT = 2
    """One has a short form, a nickname that the other tells, or the name between."""
    SPELT = 3
    """The same but for spelling."""
    SAME = 4
    """The same words, middle names left out or not."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart, all parts as `plain` writes them.

    Attributes:
        given: the names before the surname, initials as one letter; empty for a surname alone.
        last: the surname's last word.
        suffix: ``jr``, ``sr``, ``ii`` ..., or empty.
        nicks: what stands in quotation marks inside the name.
        double: of a double surname alone the part in front.
    """

    given: tuple[str, ...]
    last: str
    suffix: str = ""
    nicks: tuple[str, ...] = ()
    double: str = ""

    @property
    def alone(self) -> bool:
        """Whether it is a single word."""
        return not self.given


@lru_cache(maxsize=1 << 14)
def parsed(name: str) -> PersonName:
    """The name taken apart.

    >>> parsed("Robert J. “Bob” al-Hale Jr.")
    PersonName(given=('robert', 'j'), last='hale', suffix='jr', nicks=('bob',), double='')
    """
    words: list[str] = []
    nicks: list[str] = []
    suffix = ""
    for nick, word in _PARTS.findall(name):
        told = plain(nick or word.removesuffix("’s").removesuffix("'s"))
        parts = [] if nick else [p for p in map(plain, _HYPHEN.split(word)) if p]
        if nick:
            nicks.append(told)
        elif told in _SUFFIXES and words:
            suffix = _SUFFIXES[told]
        elif _INITIALS.match(word.strip(",")):
            words.extend(told)
        elif len(parts) > 1 and not _ARTICLE.match(word):
            words.extend(parts)
        elif told:
            words.append(told)
    last = words[-1] if words else plain(name)
    if len(name.split()) == 1:
        return PersonName((), last, suffix, tuple(nicks), "".join(words[:-1]))
    return PersonName(tuple(words[:-1]), last, suffix, tuple(nicks))


def agreement(one: PersonName, other: PersonName) -> Agreement:
    """How two names of more than one word agree.

    >>> hale = parsed("Robert Hale")
    >>> [agreement(hale, parsed(n)).name for n in ("Robert J. Hale", "Bob Hale", "R. Hale", "Tom Hale")]
    ['SAME', 'SHORT', 'INITIAL', 'NONE']
    """
    if "".join((*one.given, one.last)) == "".join((*other.given, other.last)):
        return Agreement.SAME  # “Jong-un” and “Jong Un”
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return Agreement.NONE
    if one.alone or other.alone or _middles_differ(one, other):
        return Agreement.NONE
    if one.last == other.last:
        return _given(one, other)
    spelt = alike(one.last, other.last) or (one.given[0] == other.given[0] and misspelt(one.last, other.last))
    return min(Agreement.SPELT, _given(one, other)) if spelt else Agreement.NONE


def name_keys(name: PersonName) -> frozenset[tuple[str, str]]:
    """Keys of which any two names that agree share one: consonants of the surname, and of given names.

    An initial is a key of its own, which every name with a given name has too.
    """
    heads = {form for given in (*name.given, *name.nicks) for form in _forms(given)}
    heads |= {f"{letter}." for letter in _letters(name)} if name.given else set()
    lasts = {*skeletons(name.last), _frame(name.last)}
    return frozenset((last, head) for last in lasts for head in heads)


def _forms(given: str) -> set[str]:
    rows = {f"#{number}" for number in SHORT_FORMS.get(given, ())}
    if len(given) < _CUT:
        return rows
    return rows | {f"={form}" for form in skeletons(given)} | {f"{given[:_STEM]}~", _frame(given)}


def _frame(word: str) -> str:
    """First and last letter: a key that a word shares with any slip of the pen inside it."""
    return f"{word[0]}{word[-1]}*" if word else ""


def _middles_differ(one: PersonName, other: PersonName) -> bool:
    """``Ada B. Holt`` and ``Ada C. Holt``."""
    middles = one.given[1:2], other.given[1:2]
    return all(middles) and len(one.given) == len(other.given) and middles[0][0][0] != middles[1][0][0]


def _given(one: PersonName, other: PersonName) -> Agreement:
    first, second = one.given[0], other.given[0]
    if first == second:
        return Agreement.SAME if len(first) > 1 else Agreement.INITIAL
    if len(first) == 1 or len(second) == 1:
        return _initial(one, other)
    if _rows(first, second) & SPELLINGS:
        return Agreement.SPELT
    if alike(first, second) or (one.last == other.last and misspelt(first, second)):
        return Agreement.SPELT
    mine, theirs = {*one.given, *one.nicks}, {*other.given, *other.nicks}
    told = mine & theirs & {first, second, *one.nicks, *other.nicks}
    short = any(len(w) > 1 for w in told) or bool(_rows(first, second)) or _cut_short(first, second)
    return Agreement.SHORT if short else Agreement.NONE


def _cut_short(one: str, other: str) -> bool:
    """``Jon`` and ``Jonathan``, ``Berny`` and ``Bernard``: cut, or cut and made small."""
    short, long = sorted((one, other), key=len)
    stem = re.sub(r"(?<=[^aeiou])(?:y|ie)$", "", short)
    longer = len(long) - len(stem)
    return len(stem) >= _STEM and longer >= _CUT and long.startswith(stem)


def _initial(one: PersonName, other: PersonName) -> Agreement:
    """``R. Hale`` and ``Robert Hale`` or ``Bob Hale``, ``R. James Hale`` and ``James Hale``."""
    if _letters(one) & _letters(other):
        return Agreement.INITIAL
    short, long = sorted((one, other), key=lambda name: len(name.given))
    return Agreement.SHORT if short.given[0] in long.given[1:] else Agreement.NONE


def _letters(name: PersonName) -> set[str]:
    """The letters that the given name may be shortened to."""
    first = name.given[0]
    return {first[0]} | {full[0] for full in _full_forms(first)}


def _full_forms(given: str) -> set[str]:
    return {ROWS[number][0] for number in SHORT_FORMS.get(given, ())}


def _rows(one: str, other: str) -> frozenset[int]:
    """The rows of the table that hold both."""
    return SHORT_FORMS.get(one, frozenset()) & SHORT_FORMS.get(other, frozenset())
