"""Who appears in an article: persons and bodies, where they are named, what the text says about them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from rashomon.attribution.cues import lookup
from rashomon.attribution.figures import Event, Figure, Passage
from rashomon.attribution.genders import learn_genders, listed
from rashomon.attribution.surnames import established, goes_otherwise, is_kin, juniors, one_line
from rashomon.language import functionwords as fw
from rashomon.language.givennames import given_name, one_given_name
from rashomon.language.names import Gender, Name, NameKind, names_among, suffix_of, surname
from rashomon.language.titles import PARTICLES, role_base
from rashomon.language.tokens import Tokens, fold
from rashomon.model import Span

__all__ = ["Cast", "Figure", "Passage"]

_PLACING = frozenset("in of from at near to outside across".split())
_NEAR = 10
_JOINED = 60
# “Ada Holt, Tom Rask and Bo Lund”, “Holt and her deputy, Rask”
_SIDE_BY_SIDE = re.compile(r"(?:, \d+)?,? (?:(?:and|&) (?:(?:his|her|their|the|a|an) [\w’' -]{1,25},? )?)?")
_STEM, _FEW = 5, 20
_SHORTEST = 2
_SHOUTED = 4  # letters; shorter ones in capitals are a body's initials
_MANY = 40  # more people with one role or one name, and only the nearest are weighed
_BEHIND = 20  # what follows a name is that much likelier to belong to the next one
_BESIDE = 60  # how far from a name the text tells whose or which minister it is
_HONOURS = frozenset("sir dame lord lady sister brother prince princess king queen pope saint miss".split())
_PERSONAL = frozenset({"he", "she"})
_OPENS = fw.SUBORDINATORS | {"after", "before", "since", "until"}
_LONG, _SHORT = 200, 12  # code points: of a clause, of a word
_VERBS = frozenset({"will", "may"})  # they open a question as well as a name


class Cast:
    """The persons of one article."""

    def __init__(self, tokens: Tokens, passages: Sequence[Passage]) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.passages = passages
        self.starts = [p.span.start for p in passages]
        self.figures: dict[str, Figure] = {}
        self._mentions: dict[str, list[Span]] = defaultdict(list)
        self._by_role: dict[str, list[str]] | None = None
        self._sharing: dict[str, list[tuple[int, str]]] = {}
        self._small: frozenset[str] | None = None
        self._ages: dict[str, int] | None = None
        self.events: list[Event] = []
        names = [(number, name) for number, p in enumerate(passages) for name in self.names_in(p.span)]
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        self._by_given: dict[str, set[str]] = defaultdict(set)
        self._by_noun: dict[str, list[Name]] = defaultdict(list)
        self._short: dict[str, str] = {}
        self._alone: dict[str, list[int]] = defaultdict(list)
        self._juniors = juniors(self.text, (name for _, name in names))
        self._introduce(name for number, name in names if not passages[number].headline)
        self._place(names)
        learn_genders(self.text, self.passages, self.events, self.figures)

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
            key = self._key(name.name)
            key = self._short.get(key, key)
            return key if key in self.figures else None
        found = self._sharing_name(name)
        return self._nearest(found, name) if len(found) > 1 else next(iter(found), None)

    def meant_by(self, name: Name) -> list[str]:
        """Everybody whom a name may mean: several where they share it and no title tells them apart."""
        key = self.key_of(name)
        alone = " " not in name.name and (key is not None or name.kind is not NameKind.BODY)
        found = self._sharing_name(name) if alone else set()
        found |= {key} if key is not None else set()
        genders = {k: self.figures[k].gender for k in found}
        fitting = [k for k, g in genders.items() if Gender.UNKNOWN in (name.gender, g) or g is name.gender]
        return sorted(fitting or found)

    def _sharing_name(self, name: Name) -> set[str]:
        """Everybody who has a name of one word; of very many those introduced last before it."""
        short = fold(name.name)
        for found in (
            self._by_surname.get(short),
            None if short in self.figures else self._by_given.get(short),
        ):
            if found:
                few = self._lately(short, found, name.span.start) if len(found) > _MANY else found
                likely = {key: self.figures[key].starts[0] for key in self._likely(few)}
                return likely.keys() & established(likely, self._alone[short], name.gender)
        return {short} if short in self.figures else set()

    def _likely(self, keys: set[str]) -> set[str]:
        """Without such as *Related Coverage Holt*, where somebody is shown to have the surname."""
        if len(keys) < 2:
            return keys
        return {key for key in keys if not self._capitals_only(key)} or keys

    def _capitals_only(self, key: str) -> bool:
        """Whether a full name may be but words of a line run together with a surname."""
        figure = self.figures[key]
        words = [w for w in figure.name.split() if len(w.strip(".")) > 1 and fold(w) not in PARTICLES]
        return not figure.introduced and (len(words) > 2 or self.common_noun(fold(words[0])))

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
        last = self.last_named(key, at)
        return last.start if last is not None and last.start < at else -1

    def last_named(self, key: str, at: int) -> Span | None:
        """The last naming of this person before `at`; the first one behind it if there is none before."""
        places = self._mentions[key]
        index = bisect_left(places, at, key=lambda span: span.start)
        return places[max(0, index - 1)] if places else None

    def first_named(self, key: str) -> int:
        """Where this person is first named in any form."""
        places = self._mentions.get(key)
        return places[0].start if places else 0

    def bearers(self, role: str, at: int) -> list[str]:
        """Those who are given this role anywhere in the article; of very many the last named before `at`."""
        if self._by_role is None:
            self._by_role = defaultdict(list)
            for key in sorted(self.figures, key=self.first_named):
                for held in sorted(self.figures[key].roles):
                    self._by_role[held].append(key)
        found = self._by_role.get(role, [])
        after = bisect_left(found, at, key=self.first_named)
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

    def ages(self, beside: Callable[[str, Span], int | None]) -> dict[str, int]:
        """The age of each person beside whose full name one stands, as `beside` reads it; read once."""
        if self._ages is None:
            found = (
                (key, beside(self.text, span)) for key, f in self.figures.items() for span in f.spans[:_FEW]
            )
            self._ages = {key: age for key, age in found if age is not None}
        return self._ages

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
            if " " not in name.name:
                self._alone[fold(name.name)].append(name.span.start)
            if name.kind is NameKind.BODY:
                for word in {*fold(name.name).split(), *name.roles}:
                    self._by_noun[word].append(name)
            elif (name.kind is NameKind.PERSON or self._acts(name)) and not self._question(name):
                if " " not in name.name:
                    singles.append(name)
                    continue
                key = self._key(name.name)
                self._add(key, name)
                self._by_surname[surname(name.name)].add(key)
                self._by_given[fold(name.name.split()[0])].add(key)
        self._surnamed(singles)
        for short, keys in list(self._by_surname.items()):
            self._by_surname[short] = self._joined_forms(keys) if 1 < len(keys) <= _MANY else keys
        self._set_apart(singles)
        for name in singles:
            short = fold(name.name)
            if short not in self._by_surname and short not in self._by_given:
                self._add(short, name)

    def _joined_forms(self, keys: set[str]) -> set[str]:
        """``Greg Holt`` and ``Gregory Holt``: one person, under the first of his names."""
        kept: list[str] = []
        for key in sorted(keys, key=lambda key: self.figures[key].starts[0]):
            given = key.split()[0]
            same = next((k for k in kept if one_given_name(given, k.split()[0]) and one_line(key, k)), None)
            both = {self._told(k) for k in (key, same) if k is not None}
            if same is None or both >= {Gender.HE, Gender.SHE}:
                kept.append(key)
                continue
            self._short[key] = same
            self._absorb(self.figures[same], self.figures.pop(key))
            self._by_given[given] = {self._short.get(k, k) for k in self._by_given[given]}
        return set(kept)

    def _told(self, key: str) -> Gender | None:
        """The gender that title or given name tells."""
        figure = self.figures[key]
        return listed(figure.name) if figure.gender is Gender.UNKNOWN else figure.gender

    def _absorb(self, figure: Figure, other: Figure) -> None:
        figure.name = max(figure.name, other.name, key=len)
        figure.roles |= other.roles
        figure.spans = sorted((*figure.spans, *other.spans))
        figure.starts = sorted((*figure.starts, *other.starts))
        figure.introduced |= other.introduced
        if figure.gender is Gender.UNKNOWN:
            figure.gender = other.gender

    def _surnamed(self, singles: Iterable[Name]) -> None:
        """``President Holt``: a surname, hence nobody's given name in ``Holt Country``."""
        titled = {
            fold(name.name)
            for name in singles
            if name.titled < name.span.start and self._titles(name).isdisjoint(_HONOURS)
        }
        for short in titled & self._by_given.keys():
            shown = {key for key in self._by_given.pop(short) if self.figures[key].introduced}
            if shown:
                self._by_given[short] = shown

    def _set_apart(self, singles: Sequence[Name]) -> None:
        """``President Holt``, and only later ``his sister Ada Holt``: a surname not short for a full name."""
        judged: set[str] = set()  # by its first titled place, so that the work grows with the text
        for name in singles:
            short = fold(name.name)
            ranks = {rank for word in self._titles(name) if (rank := role_base(word)) is not None}
            if not ranks or short in judged:
                continue
            judged.add(short)
            others = [self.figures[key] for key in self._by_surname.get(short, ())]
            if others and name.span.start < min(one.starts[0] for one in others):
                told = all(one.roles or is_kin(self.text, one.spans[0]) for one in others)
                told = told or goes_otherwise(self.text, short, [one.name for one in others])
                if told and ranks.isdisjoint(chain.from_iterable(one.roles for one in others)):
                    self._by_surname[short] = {short}
                    self._add(short, name)

    def _key(self, name: str) -> str:
        """Given name and surname, folded: middle names and initials make no other person, a suffix may."""
        words = [fold(w).strip(".,") for w in name.split()]
        last, suffix = surname(name), suffix_of(name)
        if not suffix or last not in self._juniors:
            return f"{words[0]} {last}"
        ending = f" {last} {suffix}"
        known = [key for key in self.figures if key.endswith(ending)] if len(words) == _SHORTEST else []
        return known[0] if known else f"{words[0]}{ending}"  # “Holt Jr.” of “Odo Holt Jr.”

    def _titles(self, name: Name) -> set[str]:
        return {fold(word).strip(".") for word in self.text[name.titled : name.span.start].split()}

    def _acts(self, name: Name) -> bool:
        """``Holt said he …``, ``Holt, who …``: a word that the next ones show to be a person’s name."""
        if name.kind is not NameKind.UNKNOWN or " " in name.name or "-" in name.name:
            return False
        after = self.tokens.within(Span(name.span.end, min(name.span.end + _BESIDE, len(self.text))))[:4]
        words = [token.low for token in after]
        if words[:2] == [",", "who"]:
            return not self._placed(name)
        if words[:1] == ["and"] and listed(" ".join(words[1:3])) is not None:
            return given_name(name.name) is not None  # “Otto and Karl Holt”
        return bool(words) and bool(lookup(words[0])) and bool(_PERSONAL.intersection(words[1:]))

    def _question(self, name: Name) -> bool:
        """``Will Holt resign?``: a verb before a name, not a given name."""
        word = fold(name.name.split()[0])
        if word not in _VERBS or " " not in name.name:
            return False
        passage = self.passages[self.sentence_of(name.span.start)].span
        return passage.start == name.span.start and self.text[passage.end - 1] == "?"

    def _add(self, key: str, name: Name) -> None:
        figure = self.figures.setdefault(key, Figure(name=name.name))
        if len(name.name) > len(figure.name) and len(name.name.split()) < 5:
            figure.name = name.name
        figure.roles |= name.roles
        figure.spans.append(name.span)
        figure.starts.append(name.span.start)
        shown = any(role_base(role.split()[-1]) for role in name.roles) or name.titled < name.span.start
        figure.introduced |= shown or listed(name.name) is not None
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
            first = not quoted and (number not in seen or joined) and not self._opening(number, name)
            if first:
                seen.add(number)
            placed = self._placed(name)
            figure.named += 1
            self._mentions[key].append(name.span)
            figure.placed += placed
            self.events.append(Event(name.span.start, number, key, first, quoted, placed))

    def _placed(self, name: Name) -> bool:
        """Whether *in*, *of*, *from* ... stands right before it."""
        before = self.text[max(0, name.titled - _NEAR) : name.titled].split()[-1:]
        return bool(before) and fold(before[0]) in _PLACING and name.titled == name.span.start

    def _opening(self, number: int, name: Name) -> bool:
        """``When Holt left, Rask said …``: in a clause that only opens the sentence."""
        passage = self.passages[number].span
        comma = self.text.find(",", name.span.end, min(passage.end, name.span.end + _LONG))
        if comma < 0:
            return False
        first = self.tokens.within(Span(passage.start, min(passage.end, passage.start + _SHORT)))
        return bool(first) and first[0].low in _OPENS

    def _joined(self, before: Event, name: Name, number: int) -> bool:
        """``Ada Holt and Tom Rask met``: two subjects, of which none comes first."""
        if not before.first or before.sentence != number or name.titled - before.at > _JOINED:
            return False
        between = self.text[before.at : name.titled].removeprefix(
            self._mentions[before.figure][-1].of(self.text)
        )
        return _SIDE_BY_SIDE.fullmatch(between) is not None
