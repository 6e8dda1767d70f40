"""What a report tells of somebody that another of the same name may not share.

Reports describe one person in many ways (senator, candidate, father), so most
differences tell nothing.  Only what hardly anybody is at once counts here: two
ages, two callings of the table below, one office of two places, *he* and *she*.
A gender counts only where a title or a role tells it, or a pronoun right behind the name
in agreement with the whole report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rashomon.language.bodies import body_words
from rashomon.language.names import FORMER
from rashomon.language.titles import FEMALE, MALE, TITLES, role_base
from rashomon.language.tokens import fold
from rashomon.model import Appearance, Policy

__all__ = ["Told", "told_of"]

_ROWS = """
mayor
spokesman spokeswoman spokesperson
sheriff
judge
coach
ambassador envoy
bishop
pastor reverend
teacher
nurse
doctor physician surgeon
fisherman skipper trawlerman sailor
farmer
driver
pilot
student
baker
actor actress
singer musician
engineer
firefighter
paramedic
librarian
chef
painter artist
landlord
tenant
carpenter
striker goalkeeper midfielder
referee
"""
_CALLINGS = {noun: row.split()[0] for row in _ROWS.split("\n") for noun in row.split()}
_PLACED = frozenset({"mayor", "sheriff", "bishop", "ambassador", "coach"})
"""Offices of one place each; whom a spokesman speaks for is worded in many ways, so that tells nothing."""
_LOOKED_AT = 6  # places of a name whose surroundings are read
_BEHIND, _BEFORE = 160, 70
_SUBJECT = re.compile(r"\b(he|she)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"[A-Z][^\W\d_]+ [A-Z]|(?:Mrs?|Ms|Sir|Dr)\b| and [A-Z]|[^\W\d_]'s |’s ")
_AGE_BEHIND = re.compile(r"(?:, | \(|, aged )(\d{1,3})(?:[,.;)]|$)")
_APPOSITIVE = re.compile(
    r", (?:aged )?\d{1,3}, (?:an?|the) ([\w’' -]{2,40}?)(?: of| in| at| from| who|[,.;]|$)"
)
_AGE_BEFORE = re.compile(r"(\d{1,3})-year-old (?:[\w’'-]+ ){0,4}$")
_OFFICE = r"({})s? (?:of|for|to) ((?:the )?(?:[\w’'-]+ ?){{1,4}})"
_OFFICES = re.compile(_OFFICE.format("|".join(sorted(n for n, c in _CALLINGS.items() if c in _PLACED))))
_ADULT, _OLDEST = 5, 115
_STOPS = re.compile(r"[,.;:()“”\"]")


@dataclass(slots=True)
class Told:
    """What is told: ages, callings, the words of the places of each office, and every role."""

    ages: set[int] = field(default_factory=set)
    callings: set[str] = field(default_factory=set)
    offices: dict[str, set[str]] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.ages or self.callings or self.roles or self.genders)

    def add(self, other: Told) -> None:
        """Take in what another report tells."""
        self.ages |= other.ages
        self.callings |= other.callings
        self.roles |= other.roles
        self.genders |= other.genders
        for office, words in other.offices.items():
            self.offices.setdefault(office, set()).update(words)

    def contradicts(self, other: Told, policy: Policy) -> bool:
        """Whether hardly anybody is both."""
        years = [abs(a - b) for a in self.ages for b in other.ages]
        if years and min(years) > policy.figure_age_gap:
            return True
        if self.callings and other.callings and self.roles.isdisjoint(other.roles):
            return self.callings.isdisjoint(other.callings)
        return any(self.offices[o].isdisjoint(other.offices[o]) for o in self.offices.keys() & other.offices)


def told_of(appearance: Appearance, text: str) -> Told:
    """What a report tells of this appearance.

    >>> from rashomon.model import SourceKind, Span
    >>> text = "The mayor of Ostmark, Ada Holt, 54, spoke."
    >>> holt = Appearance(article="a", kind=SourceKind.PERSON, name="Ada Holt", spans=(Span(22, 30),))
    >>> told_of(holt, text)
    Told(ages={54}, callings={'mayor'}, offices={'mayor': {'ostmark'}}, roles={'mayor'}, genders=set())
    """
    told = Told(roles={role for role in appearance.roles if not role.startswith(FORMER)})
    pronouns: set[str] = set()
    for span in appearance.spans[:_LOOKED_AT]:
        behind = text[span.end : span.end + _BEHIND].partition("\n")[0]
        before = text[max(0, span.start - _BEFORE) : span.start].rpartition("\n")[2]
        ages = [m[1] for m in (_AGE_BEHIND.match(behind), _AGE_BEFORE.search(before)) if m]
        told.ages |= {int(age) for age in ages if _ADULT <= int(age) <= _OLDEST}
        _offices(told, before, behind)
        told.roles |= _beside_age(behind)
        told.genders |= _gender_of(_titles(before))
        pronouns |= _pronoun(behind)
    told.genders |= _gender_of(told.roles)
    told.genders = told.genders or (pronouns if pronouns == {appearance.gender} else set())
    if len(told.genders) > 1:
        told.genders = set()
    told.callings = {_CALLINGS[role] for role in told.roles if role in _CALLINGS}
    return told


def _beside_age(behind: str) -> set[str]:
    """``Ada Holt, 54, a farmer in Ostmark``: the role behind the age."""
    found = _APPOSITIVE.match(behind)
    words = [fold(word) for word in found[1].split()] if found else []
    return {role for word in words if (role := role_base(word)) and not word.endswith("s")}


def _titles(before: str) -> Iterator[str]:
    """The titles and role nouns right before a name, nearest first."""
    for word in reversed(before.split()):
        low = word.strip(".").casefold()
        if low not in TITLES and role_base(low) is None:
            return
        yield low


def _pronoun(behind: str) -> set[str]:
    """*he* or *she* as the next subject behind a name, with nobody named between."""
    found = _SUBJECT.search(behind)
    return {found[1].casefold()} if found and not _ANOTHER.search(behind, 0, found.start()) else set()


def _gender_of(words: Iterable[str]) -> set[str]:
    told = set(words)
    return {gender for gender, nouns in (("he", MALE), ("she", FEMALE)) if not told.isdisjoint(nouns)}


def _offices(told: Told, before: str, behind: str) -> None:
    """``the mayor of Ostmark, Ada Holt``; ``Ada Holt, the mayor of Ostmark``."""
    found = [m for m in _OFFICES.finditer(before) if _STOPS.sub("", before[m.end() :]).strip() == ""]
    appositive = re.match(r", (?:the |a )?", behind)
    if appositive and (led := _OFFICES.match(behind, appositive.end())):
        found.append(led)
    for match in found:
        office = _CALLINGS[match[1]]
        places = {word for word in body_words(match[2]) if word not in ("city", "town", "former")}
        told.roles.add(match[1])
        told.offices.setdefault(office, set()).update(places)
