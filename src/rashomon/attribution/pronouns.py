"""Whom *he* and *she* mean: the shares of everybody of that gender who is present.

Outside of quotations whoever spoke or was named lately is present, and so is
the person that a sentence shares with its opening phrase.  Inside a quotation
its own speaker is never meant.  Names within the words that a pronoun is said
to have spoken count little: who speaks says *I* of himself, and a reporter *he*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.attribution.cast import Cast
from rashomon.attribution.epithets import (
    announced_after,
    first_pronoun,
    newcomer,
    of_age,
    opened_with,
    somebody_in,
)
from rashomon.attribution.people import People
from rashomon.attribution.presence import ANYWHERE, Heard, Place, Shares, levelled, presence, shared
from rashomon.language.names import Gender
from rashomon.model import Mention, Policy, Span

__all__ = ["PRONOUNS", "Pronouns"]

PRONOUNS = {
    "he": Gender.HE, "his": Gender.HE, "him": Gender.HE, "she": Gender.SHE, "her": Gender.SHE,
}  # fmt: skip
_LATELY = 3  # sentences
_ANYBODYS = 0.75  # a plain guess
_OPENING = 2.0  # presence, in subjects, of the name that the opening of a sentence and a pronoun share


@dataclass(slots=True, kw_only=True)
class Pronouns:
    """The pronouns of one article; `heard` is who spoke, which grows while it is read."""

    cast: Cast
    policy: Policy
    people: People
    heard: Sequence[Heard]
    subjects: dict[int, Shares] = field(default_factory=dict)
    """Of each sentence looked at, whom its opening pronoun means."""

    def meant(self, pronoun: Span, content: Sequence[Span] = ()) -> Shares:
        """Whom a pronoun outside of quotations may mean; `content` is what it is said to have said."""
        here = self.cast.sentence_of(pronoun.start)
        going_on = [(n, self._opening(n)) for n in range(max(0, here - _LATELY), here)]
        place = Place(at=pronoun.start, content=content, going_on=going_on)
        found = presence(self.cast, self.heard, place, self.policy)
        found = levelled(self.cast, self.heard, pronoun.start, found)
        for told in (announced_after(self.cast, pronoun), opened_with(self.cast, pronoun)):
            if told is not None:
                found[told] = found.get(told, 0.0) + _OPENING * self.policy.presence_subject
        return self._shares(pronoun, found, lambda _: True)

    def spoken_of(self, pronoun: Span, parent: Mention | None) -> Shares:
        """Whom a pronoun inside a quotation may mean: not who speaks it, whoever else is present."""
        speaking = {c.name: c.score for c in parent.candidates} if parent else {}
        if parent is not None:
            speaking |= dict.fromkeys(self._called(parent), 1.0)
        inside = self.cast.passages[self.cast.sentence_of(pronoun.start)].quotation(pronoun)
        found = presence(self.cast, self.heard, Place(at=pronoun.start, inside=inside), self.policy)
        others = {k: v * (1 - speaking.get(self.people.name(k) or "", 0.0)) for k, v in found.items()}
        told = self._brought_in(pronoun, inside) if inside is not None else {}
        return self._shares(pronoun, others | told, lambda key: key in self.cast.figures or key in told)

    def _called(self, mention: Mention) -> Iterator[str]:
        """Whom a source is surely, by name; also one whose name the policy withholds."""
        if mention.source.name is not None:
            yield mention.source.name
        elif mention.span is not None:
            keys = (self.cast.key_of(name) for name in self.cast.names_in(mention.span))
            yield from (name for key in keys if key is not None and (name := self.people.name(key)))

    def _brought_in(self, pronoun: Span, quotation: Span) -> dict[str, float]:
        """Who speaks of somebody without a name, and then of *he*: how present that one is."""
        somebody = somebody_in(self.cast, quotation, pronoun)
        if somebody is None:
            return {}
        since = self.cast.sentence_of(pronoun.start) - self.cast.sentence_of(somebody[0].start)
        weight = self.policy.presence_subject * self.policy.presence_decay**since
        key = self.people.introduced(*somebody)
        if not self.people.shown(key):
            weight /= self.policy.presence_ungendered  # nobody expects a gender of who has no name
        return {key: weight}

    def present(self, words: Span) -> Shares:
        """Whom words mean that could be anybody's (*the 54-year-old*): less sure than a pronoun is."""
        found = presence(self.cast, self.heard, Place(at=words.start), self.policy)
        ages = of_age(self.cast)
        shares = shared(found, self.policy, lambda key: key in self.cast.figures and key not in ages)
        return tuple((key, round(share * _ANYBODYS, 3)) for key, share in shares)

    def _opening(self, sentence: int) -> Shares:
        """Whom a sentence begins with: its pronoun, or somebody new without a name; no source of words."""
        if sentence not in self.subjects:
            pronoun, somebody = first_pronoun(self.cast, sentence), newcomer(self.cast, sentence)
            begins = pronoun or (somebody[0] if somebody else None)
            known = begins is None or any(one.at == begins.start for one in self.heard[-ANYWHERE:])
            self.subjects[sentence] = ()
            if pronoun is not None and not known:
                before = [(n, self.subjects.get(n, ())) for n in range(max(0, sentence - _LATELY), sentence)]
                place = Place(at=pronoun.start, going_on=before)
                found = presence(self.cast, self.heard, place, self.policy)
                self.subjects[sentence] = self._shares(pronoun, found, lambda _: True)
            elif somebody is not None and not known:
                self.subjects[sentence] = ((self.people.introduced(*somebody), 1.0),)
        return self.subjects[sentence]

    def _shares(self, pronoun: Span, found: Mapping[str, float], may: Callable[[str], bool]) -> Shares:
        gender = PRONOUNS[pronoun.of(self.cast.text).casefold()]
        unshown = self.policy.presence_ungendered
        sure = {k: v * (1.0 if self.people.shown(k) else unshown) for k, v in found.items()}
        return shared(
            sure,
            self.policy,
            lambda key: self.people.fits(key, gender) and self.people.person(key) and may(key),
        )
