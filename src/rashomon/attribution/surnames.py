"""Whom a surname means that several people of an article have, as reports use it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from rashomon.attribution.genders import listed
from rashomon.language.names import Gender, Name, suffix_of, surname
from rashomon.model import Span

__all__ = ["established", "goes_otherwise", "is_kin", "juniors", "one_line"]

_OFTEN = 2
_KIN = (
    r"\b(?:wife|husband|widow|widower|sons?|daughters?|sisters?|brothers?|mother|father|nephew|niece|cousin|"
    r"first lady|stepson|stepdaughter|son-in-law|daughter-in-law)"
)
_KIN_BEFORE = re.compile(_KIN + r"\b[^.!?\n]{0,30}\Z", re.IGNORECASE)
_KIN_BEHIND = re.compile(r", (?:his|her|their|the|[\w’']+['’]s) (?:\w+ ){0,2}?" + _KIN + r"\b", re.IGNORECASE)
_NEAR = 60
_BEHIND = r"\b[^.!?\n“”\"]{1,60}?\b(he|his|him|she|her|hers)\b"


def established(starts: Mapping[str, int], alone: Sequence[int], gender: Gender) -> frozenset[str]:
    """Who was called by the surname alone, more than once, before the next was named who has it, too.

    Reports go on so: whoever comes in later is told apart by the full name.

    Args:
        starts: of each who has the surname, where that one is first named in full.
        alone: where the surname stands alone, in order.
        gender: what tells whose it is meant to be (“Mrs.”); then all of them may be.
    """
    if len(starts) < _OFTEN or gender is not Gender.UNKNOWN:
        return frozenset(starts)
    first, second, *_ = sorted(starts, key=lambda key: (starts[key], key))
    begun, met = (bisect_left(alone, starts[key]) for key in (first, second))
    return frozenset([first]) if met - begun >= _OFTEN else frozenset(starts)


def is_kin(text: str, span: Span) -> bool:
    """Whether a name is brought in as that of somebody's relative: “his daughter, Ada Holt”.

    >>> text = "The mayor’s daughter and adviser, Ada Holt, sang."
    >>> is_kin(text, Span(34, 42)), is_kin("The clerk, Ada Holt, sang.", Span(11, 19))
    (True, False)
    """
    before = text[max(0, span.start - _NEAR) : span.start]
    return _KIN_BEFORE.search(before) is not None or _KIN_BEHIND.match(text, span.end) is not None


def juniors(text: str, names: Iterable[Name]) -> frozenset[str]:
    """The surnames with whose “Jr.” an article tells a son from his father.

    It calls him by surname and suffix alone, or brings him in as somebody's relative; else it may write the
    suffix of one person only now and then.
    """
    found: set[str] = set()
    for name in names:
        if suffix_of(name.name) and (len(name.name.split()) == _OFTEN or is_kin(text, name.span)):
            found.add(surname(name.name))
    return frozenset(found)


def one_line(one: str, other: str) -> bool:
    """Whether two keys of persons have one suffix, or none."""
    return suffix_of(one) == suffix_of(other)


def goes_otherwise(text: str, short: str, names: Iterable[str]) -> bool:
    """Whether all these people are he, or all she, and whoever goes by the surname alone is the other."""
    behind = re.findall(rf"\b{re.escape(short)}{_BEHIND}", text, re.IGNORECASE)
    he = sum(word.lower() in ("he", "his", "him") for word in behind)
    she = len(behind) - he
    genders = {listed(name) for name in names}
    return (genders == {Gender.SHE} and he > _OFTEN * she) or (genders == {Gender.HE} and she > _OFTEN * he)
