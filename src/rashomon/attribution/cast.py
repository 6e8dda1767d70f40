"""Who appears in an article: persons and bodies, where they are named, what the text says about them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.language.names import Gender, Name, NameKind, names_among, surname
from rashomon.language.tokens import Tokens, fold
from rashomon.model import Span

__all__ = ["Cast", "Figure", "Passage"]

_HE = frozenset({"he", "his", "him", "himself"})
_PLACING = frozenset("in of from at near to outside across".split())
_NEAR = 10
_JOINED = 40
_STEM, _FEW = 5, 20
_SHOUTED = 4  # letters; shorter ones in capitals are a body's initials
_MANY = 40  # more people with one role or one name, and only the nearest are weighed
_BEHIND = 20  # what follows a name is that much likelier to belong to the next one
_BESIDE = 60  # how far from a name the text tells whose or which minister it is
_SHE = frozenset({"she", "her", "hers", "herself"})
_PRONOUN = re.compile(
    rf"(?<!\S)[.,;:!?()]*+({'|'.join(sorted(_HE | _SHE))})[.,;:!?()]*+(?!\S)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence and the quotations in it, in order; headlines shorten names, and capitalise other words."""

    span: Span
    quoted: tuple[Span, ...]
    headline: bool = False
    block: int = 0

    def quotes(self, span: Span) -> bool:
        """Whether these words stand in one of the quotations; those are disjoint and in order."""
        at = bisect_right(self.quoted, span.start, key=lambda quotation: quotation.start)
        return at > 0 and self.quoted[at - 1].contains(span)


@dataclass(slots=True, kw_only=True)
class Figure:
    """A person of the article; `name` is the fullest form given."""

    name: str
    gender: Gender = Gender.UNKNOWN
    roles: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    named: int = 0
    placed: int = 0
    attested: bool = False
    """Whether anything but two capitals shows a person: a title, a role, the surname used alone."""

    @property
    def town(self) -> bool:
        """Whether *in*, *of*, *from* ... stands before half of the namings or more."""
        return 2 * self.placed >= self.named > 0


@dataclass(frozen=True, slots=True)
class Event:
    """A figure named at a place: in which sentence, as its first name or not, inside a quotation or not."""

    at: int
    sentence: int
    figure: str
    first: bool
    quoted: bool
    placed: bool
    """Whether *in*, *of*, *from* ... stands before it, as before a town."""


class Cast:
    """The persons of one article."""

    def __init__(self, tokens: Tokens, passages: Sequence[Passage]) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.passages = passages
        self.starts = [p.span.start for p in passages]
        self.figures: dict[str, Figure] = {}
        self._mentions: dict[str, list[int]] = defaultdict(list)
        self._by_role: dict[str, list[str]] | None = None
        self._sharing: dict[str, list[tuple[int, str]]] = {}
        self._small: frozenset[str] | None = None
        self.events: list[Event] = []
        names = [(number, name) for number, p in enumerate(passages) for name in self.names_in(p.span)]
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        self._by_given: dict[str, set[str]] = defaultdict(set)
        self._by_noun: dict[str, list[Name]] = defaultdict(list)
        self._introduce(name for number, name in names if not passages[number].headline)
        self._place(names)
        self._learn_gender()

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """The names that these words alone show."""
        return names_among(self.text, self.tokens.within(span))

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence that this offset lies in or follows."""
        return max(0, bisect_left(self.starts, offset + 1) - 1)

    def key_of(self, name: Name) -> str | None:
        """The figure that this name means, None if it means no person known here."""
        words = name.name.split()
        if name.kind is NameKind.BODY and not self._shouted(name):
            return None
        if len(words) > 1:
            key = _key(name.name)
            return key if key in self.figures else None
        short = fold(words[0])
        found = self._by_surname.get(short, set())
        if not found and short not in self.figures:
            found = self._by_given.get(short, set())
        if len(found) == 1:
            return next(iter(found))
        if len(found) > _MANY:
            found = self._lately(short, found, name.span.start)
        return self._nearest(found, name) if found else short if short in self.figures else None

    def _shouted(self, name: Name) -> bool:
        """``HOLT: No.``: the surname of a known person in capitals, not letters that stand for a body."""
        word = name.name
        return word.isupper() and len(word) >= _SHOUTED and fold(word) in self._by_surname

    def _lately(self, short: str, keys: Iterable[str], at: int) -> set[str]:
        """Of very many people who share a name those introduced last before `at`."""
        if short not in self._sharing:
            self._sharing[short] = sorted((start, key) for key in keys for start in self.figures[key].starts)
        introduced = self._sharing[short]
        after = max(bisect_left(introduced, (at, "")), _MANY)
        return {key for _, key in introduced[after - _MANY : after]}

    def _nearest(self, keys: set[str], name: Name) -> str | None:
        """Two people with one surname: the one of fitting gender named last before this place."""
        fitting = [
            k for k in sorted(keys) if name.gender in (Gender.UNKNOWN, self.figures[k].gender)
        ] or sorted(keys)
        known = [k for k in fitting if self.figures[k].gender is name.gender]
        if name.gender is not Gender.UNKNOWN and len(fitting) > 1 and len(known) != 1:
            return None
        fitting = known or fitting
        at, best = max((self.named_before(k, name.span.start), k) for k in fitting)
        return best if at >= 0 or len(fitting) == 1 else None

    def named_before(self, key: str, at: int) -> int:
        """Where this person was last introduced by name before `at`; -1 if nowhere."""
        starts = self.figures[key].starts
        index = bisect_left(starts, at)
        return starts[index - 1] if index else -1

    def mentioned_before(self, key: str, at: int) -> int:
        """Where this person was last named before `at` in any form; -1 if nowhere."""
        places = self._mentions[key]
        index = bisect_left(places, at)
        return places[index - 1] if index else -1

    def bearers(self, role: str, at: int) -> list[str]:
        """Those who are given this role anywhere in the article; of very many the last named before `at`."""
        if self._by_role is None:
            self._by_role = defaultdict(list)
            for key in sorted(self.figures, key=lambda key: self._mentions.get(key, [0])[0]):
                for held in sorted(self.figures[key].roles):
                    self._by_role[held].append(key)
        found = self._by_role.get(role, [])
        after = bisect_left(found, at, key=lambda key: self._mentions.get(key, [0])[0])
        return found if len(found) <= _MANY else found[max(0, after - _MANY) : max(after, _MANY)]

    def distance(self, key: str, words: Sequence[str]) -> int | None:
        """How near this person is named to all of these words or ones akin (*Ostmark*, *Ostmarkian*).

        In code points, 0 without words; None if one of them stands in no sentence that names the person.
        """
        nearest = [self._nearest_word(word[:_STEM], self.figures[key].spans[:_FEW]) for word in words]
        return None if any(n is None for n in nearest) else sum(n for n in nearest if n is not None)

    def _nearest_word(self, stem: str, names: Sequence[Span]) -> int | None:
        found: list[int] = []
        for name in names:
            around = self._around(name)
            passage = fold(around.of(self.text))
            at = passage.find(stem)
            while at >= 0:
                before = name.start - around.start - at
                found.append(before if before >= 0 else _BEHIND - before)
                at = passage.find(stem, at + 1)
        return min(found, default=None)

    def _around(self, name: Span) -> Span:
        """What stands beside a name in its sentence."""
        sentence = self.passages[self.sentence_of(name.start)].span
        return Span(max(sentence.start, name.start - _BESIDE), min(sentence.end, name.end + _BESIDE))

    def common_noun(self, word: str) -> bool:
        """Whether this word stands in small letters somewhere in the article."""
        if self._small is None:
            self._small = frozenset(w for w in re.findall(r"[^\W\d_]+", self.text) if w[0].islower())
        return word in self._small

    def body_called(self, noun: str, at: int) -> str | None:
        """The body named last before `at` whose name or appositive holds this noun."""
        named = self._by_noun.get(noun, [])
        index = bisect_left(named, at, key=lambda body: body.span.start)
        return named[index - 1].name if index else None

    def _introduce(self, names: Iterable[Name]) -> None:
        singles: list[Name] = []
        for name in names:
            if name.kind is NameKind.BODY:
                for word in {*fold(name.name).split(), *name.roles}:
                    self._by_noun[word].append(name)
            if name.kind is not NameKind.PERSON:
                continue
            if len(name.name.split()) < 2:
                singles.append(name)
                continue
            self._add(_key(name.name), name)
            self._by_surname[surname(name.name)].add(_key(name.name))
            self._by_given[fold(name.name.split()[0])].add(_key(name.name))
        for name in singles:
            short = fold(name.name)
            if short not in self._by_surname and short not in self._by_given:
                self._add(short, name)

    def _add(self, key: str, name: Name) -> None:
        figure = self.figures.setdefault(key, Figure(name=name.name))
        if len(name.name) > len(figure.name) and len(name.name.split()) < 5:
            figure.name = name.name
        figure.roles |= name.roles
        figure.spans.append(name.span)
        figure.starts.append(name.span.start)
        if figure.gender is Gender.UNKNOWN:
            figure.gender = name.gender

    def _place(self, names: Sequence[tuple[int, Name]]) -> None:
        seen: set[int] = set()
        for number, name in names:
            key = self.key_of(name)
            if key is None:
                continue
            figure = self.figures[key]
            figure.roles |= name.roles
            figure.attested |= bool(name.roles) or name.titled < name.span.start or " " not in name.name
            if figure.gender is Gender.UNKNOWN:
                figure.gender = name.gender
            quoted = self.passages[number].quotes(name.span)
            joined = bool(self.events) and self._joined(self.events[-1], name, number)
            first = not quoted and (number not in seen or joined)
            if first:
                seen.add(number)
            before = self.text[max(0, name.titled - _NEAR) : name.titled].split()[-1:]
            placed = bool(before) and fold(before[0]) in _PLACING and name.titled == name.span.start
            figure.named += 1
            self._mentions[key].append(name.span.start)
            figure.placed += placed
            self.events.append(Event(name.span.start, number, key, first, quoted, placed))

    def _joined(self, before: Event, name: Name, number: int) -> bool:
        """``Ada Holt and Tom Rask met``: two subjects, of which none comes first."""
        between = self.text[before.at : name.titled] if before.first and before.sentence == number else ""
        return len(between) < _JOINED and between.endswith((" and ", " & "))

    def _learn_gender(self) -> None:
        """A pronoun with one person named in its sentence or just before it tells that person's gender."""
        votes: dict[str, Counter[Gender]] = defaultdict(Counter)
        named: dict[int, set[str]] = defaultdict(set)
        for event in self.events:
            if not event.quoted:
                named[event.sentence].add(event.figure)
        for number, passage in enumerate(self.passages):
            around = named.get(number) or named.get(number - 1, set())
            if len(around) == 1:
                votes[next(iter(around))].update(_pronouns(self.text, passage))
        for key, counted in votes.items():
            figure = self.figures[key]
            he, she = counted[Gender.HE], counted[Gender.SHE]
            if figure.gender is Gender.UNKNOWN and he != she and max(he, she) >= 2 * min(he, she):
                figure.gender = Gender.HE if he > she else Gender.SHE


def _pronouns(text: str, passage: Passage) -> Counter[Gender]:
    counted: Counter[Gender] = Counter()
    at = passage.span.start
    for piece in (*passage.quoted, Span(passage.span.end, passage.span.end)):
        for word in _PRONOUN.findall(text[at : max(at, piece.start)]):
            counted[Gender.HE if word.casefold() in _HE else Gender.SHE] += 1
        at = max(at, piece.end)
    return counted


def _key(name: str) -> str:
    """Given name and surname, folded: middle names and initials make no other person."""
    words = [fold(w).strip(".,") for w in name.split()]
    return f"{words[0]} {surname(name)}"
