"""One speaker whom one report names and another calls by the office: “Governor Ana Ruiz”, “the governor”.

The office must be one of those that one person at a time holds, the words for it
definite, no second person in these reports may hold it, and whatever else the words
tell of it (“the Ostmark governor”) must stand beside the person's name in some report.
A surname alone that only one speaker has is that speaker's, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rashomon.corroboration.originnodes import Nodes, Place
from rashomon.corroboration.originwords import ONE_HOLDS
from rashomon.language.titles import role_base
from rashomon.language.tokens import fold
from rashomon.model import Dossier, Located, NodeKind, SourceKind, Statement

__all__ = ["Roles"]

_WORD = re.compile(r"[\w.’'-]+")
_DEFINITE = re.compile(r"\A(?:[Tt]he |[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*['’]s? )")
_ENDS = frozenset("who that which in at with and on from , whose".split())
_EMPTY = frozenset("the a an of for s and 's".split())
_LONGEST = 120
_BESIDE = 90
"""Code points beside a name in which what the office is of stands."""
_SHORTEST = 3
_STEM = 5
"""First letters by which “Corvian” takes up “Corvia”."""
_DOT = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z]{2})[.!?]\s")
"""Where a sentence ends: not behind “U.S.”, “Sen.”."""


class Roles:
    """The offices of the persons of a dossier; made once."""

    def __init__(self, dossier: Dossier, nodes: Nodes) -> None:
        self._nodes = nodes
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._beside: dict[str, list[tuple[Located, frozenset[str]]]] = defaultdict(list)
        self._names: dict[str, set[str]] = defaultdict(set)
        texts = {article.id: article.text for article in dossier.articles}
        for figure in dossier.figures:
            if figure.kind is not SourceKind.PERSON:
                continue
            words = fold(figure.name).split()
            for word in {words[0], words[-1]} if len(words) > 1 else ():
                self._names[word].add(figure.id)
            for one in figure.appearances:
                for role in one.roles:
                    self._holders[role].add(figure.id)
                for span in one.spans:
                    around = _around(texts[one.article], span.start, span.end)
                    self._beside[figure.id].append((Located(one.article, span), around))

    def named(self, statement: Statement, speaker: Place) -> tuple[Place, Located] | None:
        """The person whom another report names for this speaker, and where; None where none is told."""
        source = statement.source.source if statement.source else None
        if source is None or source.kind is SourceKind.DOCUMENT:
            return None
        if source.name:
            return self._by_name(source.name, speaker) or self._by_office(source.name, speaker)
        words = (source.descriptor or "")[:_LONGEST]
        return self._by_office(words, speaker) if _DEFINITE.match(words) else None

    def _by_name(self, name: str, speaker: Place) -> tuple[Place, Located] | None:
        """By a surname, or a first name, that only one person here has."""
        low = fold(name)
        found = self._names.get(low, set()) if " " not in low and len(low) >= _SHORTEST else set()
        return self._only(found, frozenset(), speaker)

    def _by_office(self, words: str, speaker: Place) -> tuple[Place, Located] | None:
        told = list(_office(words))
        role = role_base(told[-1]) if told else None
        if role not in ONE_HOLDS or told[-1].endswith("s"):
            return None
        of = frozenset(word for word in _all(words) if word not in _EMPTY and role_base(word) != role)
        return self._only(self._holders.get(role, set()), of, speaker)

    def _only(self, holders: set[str], of: frozenset[str], speaker: Place) -> tuple[Place, Located] | None:
        """The one holder of an office beside whose name all these words stand."""
        if len(holders) != 1:
            return None
        [holder] = holders
        place = self._nodes.one(Place(NodeKind.NAMED, holder))
        if place == speaker or place not in self._nodes.labels:
            return None
        stems = {word[:_STEM] for word in of}
        where = next((where for where, around in self._beside[holder] if stems <= around), None)
        return None if where is None else (place, where)


def _all(words: str) -> Iterator[str]:
    """The folded words before those that tell where it was said; of “Tarn's” only “Tarn”."""
    for match in _WORD.finditer(words):
        low = fold(match[0]).removesuffix("'s").removesuffix("’s").removesuffix(".")
        if low in _ENDS:
            return
        yield low


def _office(words: str) -> Iterator[str]:
    """The words up to the noun for the office: what stands before “of”."""
    for word in _all(words):
        if word in ("of", "for"):
            return
        yield word


def _around(text: str, start: int, end: int) -> frozenset[str]:
    """The stems of the words beside a name, in its sentence."""
    before = _DOT.split(text[max(0, start - _BESIDE) : start])[-1]
    behind = _DOT.split(text[end : end + _BESIDE])[0]
    return frozenset(word[:_STEM] for part in (before, behind) for word in _all_of(part))


def _all_of(words: str) -> Iterator[str]:
    for match in _WORD.finditer(words):
        yield fold(match[0]).removesuffix("'s").removesuffix("’s").removesuffix(".")
