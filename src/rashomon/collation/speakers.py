"""Whether two statements can have one speaker, by who they were found to be, else by what they are called.

Three answers only: the same, perhaps, no.  A source without a name can be
anybody, so it is "perhaps"; so is a person beside a body, since bodies speak
through persons.  Two names that do not agree are never one speaker, nor are a
doctor and a policeman, or two whom one report calls differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from rashomon.language.trades import TRADE_OF, head_noun
from rashomon.model import Mention, Source, SourceKind

__all__ = ["Match", "Speakers", "compatible", "match", "stated", "worked_out"]

_UNNAMED = frozenset({SourceKind.UNNAMED, SourceKind.IMPERSONAL})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ARTICLES = frozenset({"the", "a", "an", "of", "and", "for"})
_SHORTEST_NICKNAME = 3
_WORKED_OUT = frozenset(
    "pronoun relative role shared_name floating_continues continued joint nested_self name_only".split()
)
"""How attribution came by a name that the statement's own words do not have (`Mention.evidence`)."""


class Match(IntEnum):
    """How two sources agree."""

    NO = 0
    PERHAPS = 1
    SAME = 2


def match(one: Source | None, other: Source | None) -> Match:
    """Whether the two can be one speaker.

    >>> smith = Source(kind=SourceKind.PERSON, name="Jane Smith")
    >>> match(smith, Source(kind=SourceKind.PERSON, name="Smith")).name
    'SAME'
    >>> match(smith, Source(kind=SourceKind.PERSON, name="Paul Smith")).name, match(smith, None).name
    ('NO', 'PERHAPS')
    """
    if one is None or other is None:
        return Match.PERHAPS
    if not one.name and not other.name:
        return Match.PERHAPS if compatible(one, other) else Match.NO
    if not one.name or not other.name or one.kind in _UNNAMED or other.kind in _UNNAMED:
        return Match.PERHAPS
    if one.identity and other.identity:
        return _figures(one, other)
    if one.id == other.id or one.name.casefold() == other.name.casefold():
        return Match.SAME
    if one.kind is SourceKind.PERSON and other.kind is SourceKind.PERSON:
        return Match.SAME if _one_person(_words(one.name), _words(other.name)) else Match.NO
    if SourceKind.PERSON in (one.kind, other.kind):
        return Match.PERHAPS
    return Match.SAME if _one_body(one.name, other.name) else Match.NO


def stated(mentions: Sequence[Mention]) -> set[Source]:
    """The speakers; where they are known by different names, those whose names were not only worked out.

    >>> from rashomon.model import Evidence
    >>> ada, tom = (Source(kind=SourceKind.PERSON, name=name) for name in ("Ada Holt", "Tom Rask"))
    >>> ways = ((ada, "full_name"), (tom, "pronoun"))
    >>> found = [Mention(source=s, span=None, evidence=Evidence(score=1, reason=why)) for s, why in ways]
    >>> [source.name for source in stated(found)]
    ['Ada Holt']
    """
    known = {mention.source for mention in mentions}
    told = {mention.source for mention in mentions if mention.evidence.reason not in _WORKED_OUT}
    named = sorted((source for source in known if source.name), key=lambda source: source.id)
    differ = any(match(named[0], other) is Match.NO for other in named[1:])
    return told if told and differ else known


def worked_out(one: Mention | None, other: Mention | None) -> bool:
    """Whether one of two different names was only worked out, so that it may be the other who spoke.

    A bare surname that both bear tells neither from the other.
    """
    if one is None or other is None or not one.source.name or not other.source.name:
        return False
    reasons = {one.evidence.reason, other.evidence.reason}
    one_surname = _surname(one.source) == _surname(other.source)
    return not reasons.isdisjoint(_WORKED_OUT) or ("short_name" in reasons and one_surname)


def compatible(one: Source, other: Source) -> bool:
    """Whether two sources without a name can be one: what the reports call them does not forbid it.

    >>> official, doctor, officer = (
    ...     Source(kind=SourceKind.UNNAMED, descriptor=words)
    ...     for words in ("a senior official", "a doctor at the scene", "a police officer")
    ... )
    >>> compatible(official, doctor), compatible(officer, doctor)
    (True, False)
    """
    if SourceKind.UNNAMED not in (one.kind, other.kind) or one.kind is not other.kind:
        return True
    mine, theirs = head_noun(one.descriptor), head_noun(other.descriptor)
    if not mine or not theirs or (one.scope and one.scope == other.scope):
        return not mine or not theirs or mine == theirs
    return TRADE_OF.get(mine, "") == TRADE_OF.get(theirs, "") or not (mine in TRADE_OF and theirs in TRADE_OF)


class Speakers:
    """The speakers of a lot of quotations; each two of them are held against each other once."""

    def __init__(self, sources: Iterable[Source | None]) -> None:
        known: dict[Source | None, int] = {}
        self._numbers = [known.setdefault(source, len(known)) for source in sources]
        self._distinct = list(known)
        self._surnames = [_surname(source) for source in self._distinct]
        self._known: dict[tuple[int, int], Match] = {}

    def of(self, quotation: int) -> str:
        """A name's last word, by which quotations of one speaker stand together; empty for nobody's."""
        return self._surnames[self._numbers[quotation]]

    def match(self, one: int, other: int) -> Match:
        """Whether the two quotations can have one speaker."""
        pair = self._numbers[one], self._numbers[other]
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = match(self._distinct[pair[0]], self._distinct[pair[1]])
        return known


def _surname(source: Source | None) -> str:
    if source is None or not source.name:
        return ""
    words = _words(source.name)
    return words[-1] if words else ""


def _figures(one: Source, other: Source) -> Match:
    """Two persons who were not found to be one are two; a body may speak through a person.

    >>> ada = Source(kind=SourceKind.PERSON, name="Ada Holt", identity="src-1")
    >>> holt = Source(kind=SourceKind.PERSON, name="Holt", identity="src-2")
    >>> _figures(ada, ada).name, _figures(ada, holt).name
    ('SAME', 'NO')
    """
    if one.identity == other.identity:
        return Match.SAME
    if SourceKind.PERSON in (one.kind, other.kind):
        return Match.NO if one.kind is other.kind else Match.PERHAPS
    return Match.PERHAPS if _one_body(one.name or "", other.name or "") else Match.NO


def _words(name: str) -> list[str]:
    plain = [word.strip(".,’'").casefold() for word in name.replace(".", ". ").split()]
    return [word for word in plain if word and word not in _SUFFIXES]


def _one_person(one: list[str], other: list[str]) -> bool:
    """Same surname, and given names of which none contradicts; initials and short forms agree."""
    if not one or not other:
        return False
    if one[-1] != other[-1]:
        return False
    return all(_one_given(a, b) for a, b in zip(one[:-1][:1], other[:-1][:1], strict=False))


def _one_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= _SHORTEST_NICKNAME)


def _one_body(one: str, other: str) -> bool:
    """One name within the other, or the initials of it."""
    left, right = (
        [word for word in name.casefold().replace(".", "").split() if word not in _ARTICLES]
        for name in (one, other)
    )
    if not left or not right:
        return False
    short, long = sorted((left, right), key=len)
    initials = "".join(word[0] for word in long)
    return set(short) <= set(long) or (len(short) == 1 and short[0] == initials)
