"""Outlets and interviewers, known by their shape and by what stands around them.

A phrase is walked word by word to the right.  It names an outlet if a noun for
a medium stands in it (“the Corvian news site”, “state-run”), if the name is made
as titles are (“the Ostmark Courier”, “Radio Corrie”), if it is one of the few
wires and platforms known by name, or if another place of the same article shows
it to be one.  There is no list of outlets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.imprint import key, own_names, wire
from rashomon.attribution.nouns import Phrase
from rashomon.language import functionwords as fw
from rashomon.language.titles import PARTICLES
from rashomon.language.tokens import TokenKind, fold
from rashomon.language.transmission import (
    INTERVIEWERS,
    MEDIA,
    MEDIA_PLURALS,
    MODIFIERS,
    OWN,
    PLATFORMS,
    SHOWS,
    STATE,
    TITLE_FIRST,
    TITLE_LAST,
    WIRES,
)
from rashomon.model import Article, Span

__all__ = ["Carrier", "CarrierKind", "Outlets", "phrase_at"]

_LONGEST = 12
_APOSTROPHE_S = ("'s", "s'")
_POSSESSIVES = fw.POSSESSIVES - {"our", "my"}
_STOPS = (
    fw.PREPOSITIONS
    | fw.AUXILIARIES
    | fw.SUBORDINATORS
    | fw.RELATIVES
    | fw.CONJUNCTIONS
    | fw.SUBJECT_PRONOUNS
    | (fw.OBJECT_PRONOUNS - {"her"})
    | fw.FINITE_VERBS
    | {"earlier", "later", "yesterday", "today", "tonight", "saying", "adding", "citing", "calling"}
) - {"x"}
_EXPLAINING = frozenset("news press media wire tv radio online television telegram youtube talk".split())
_DEMONYMS = ("an", "ish", "ese", "ic", "nch", "tch", "aeli", "qi", "ni", "ri")  # “Corvian media”
_TWINS = {
    "site": "website",
    "paper": "newspaper",
    "newspaper": "daily",
    "station": "radio",
    "network": "broadcaster",
}
_NO_ADVERBS = frozenset("rally assembly family ally quarterly reply supply early".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october november december".split()
)


class CarrierKind(StrEnum):
    """What passed words on."""

    OUTLET = "outlet"
    STATE = "state"
    PLATFORM = "platform"
    SHOW = "show"
    INTERVIEWER = "interviewer"
    NAMED = "named"
    """A name of which nothing shows what it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """Somebody or something that words may pass through.

    Attributes:
        name: verbatim, without article and without the nouns that explain it.
        span: the whole phrase.
        first: its first item in the sentence.
        last: its last item.
    """

    kind: CarrierKind
    name: str
    span: Span
    first: int
    last: int


def phrase_at(sentence: Sentence, start: int) -> Phrase | None:
    """The noun phrase that begins at this item, for as long as its words can belong to it."""
    last = start - 1
    for index in range(start, min(start + _LONGEST, len(sentence))):
        if not _carries_on(sentence, index, start):
            break
        last = index
    while last >= start and sentence.items[last].kind is TokenKind.MARK:
        last -= 1
    return (start, last) if last >= start else None


def _carries_on(sentence: Sentence, index: int, start: int) -> bool:
    item, low = sentence.items[index], sentence.low(index)
    if item.kind is TokenKind.NUMBER:
        return (index > start and sentence.items[index - 1].capital) or sentence.items[
            min(index + 1, len(sentence) - 1)
        ].capital
    if item.kind is TokenKind.QUOTE:
        return False
    if item.kind is TokenKind.MARK:
        return (
            index > start
            and low in ("&", "-", ".")
            and _capital(sentence, index + 1)
            and (
                low != "."
                or (item.start == sentence.items[index - 1].end and len(sentence.low(index - 1)) <= 3)
            )
        )
    if low == "of":
        behind = index + 2 if sentence.low(index + 1) == "the" else index + 1
        titled = sentence.low(index - 1) in (
            "voice",
            "times",
            "echo",
            "bank",
            "sons",
            "house",
            "courier",
            "state",
            "meet",
        )
        return titled and _capital(sentence, index - 1) and _capital(sentence, behind)
    if low == "the" and index > start:
        return sentence.low(index - 1) == "of"
    if item.capital:
        return low not in _DAYS or (sentence.low(index - 1) == "the" and _capital(sentence, index + 1))
    return low not in _STOPS and not (low.endswith("ly") and low not in MEDIA and low not in _NO_ADVERBS)


def _capital(sentence: Sentence, index: int) -> bool:
    if not 0 <= index < len(sentence):
        return False
    item = sentence.items[index]
    return item.capital and item.low not in _DAYS


class Outlets:
    """The outlets of one article: what the article shows to be one, and what is its own."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        self.text = article.text
        self.own = frozenset(own_names(article))
        self.wire = wire(article, self.own)
        if self.wire is not None and (not self.own or key(self.wire.of(self.text)) in self.own):
            self.own |= {key(self.wire.of(self.text))}
            self.wire = None
        self.people: set[str] = set()
        self.shown: set[str] = set()
        self._last: str | None = None
        self._called: dict[str, str] = {}
        for sentence in sentences:
            self._learn(sentence)

    def _learn(self, sentence: Sentence) -> None:
        """What is called an outlet somewhere is one everywhere."""
        for index, item in enumerate(sentence.items):
            if (
                not item.capital
                and (item.low in MEDIA or item.low in MODIFIERS)
                and _is_medium(sentence, index)
            ):
                for phrase in (self._around(sentence, index),):
                    found = self._described(sentence, *phrase) if phrase else None
                    if found is not None and found.name[:1].isupper():
                        self._show(found)
            elif item.capital and item.low.removesuffix("'s") in TITLE_LAST and _capital(sentence, index - 1):
                first = index
                while _capital(sentence, first - 1) and not sentence.low(first - 1).endswith(_APOSTROPHE_S):
                    first -= 1
                self._show(self._carrier(sentence, CarrierKind.OUTLET, (first, index), (first, index)))

    def _show(self, found: Carrier) -> None:
        self.shown.add(key(found.name))

    def _around(self, sentence: Sentence, index: int) -> Phrase | None:
        """The phrase in which a noun for a medium stands."""
        first = index
        while first > 0 and index - first < _LONGEST and _before_noun(sentence, first - 1):
            first -= 1
        return phrase_at(sentence, first)

    # -- reading a phrase -----------------------------------------------------------------

    def at(self, sentence: Sentence, start: int, *, surely: bool = False) -> Carrier | None:
        """The carrier whose phrase begins at this item; None for the article's own outlet.

        Args:
            sentence: where it stands.
            start: an item.
            surely: whether the words before tell that only an outlet or an interviewer can follow.
        """
        phrase = phrase_at(sentence, start)
        return None if phrase is None else self.read(sentence, *phrase, surely=surely)

    def read(self, sentence: Sentence, first: int, last: int, *, surely: bool = False) -> Carrier | None:
        """The carrier that these items name; arguments as for `at`."""
        if sentence.low(first) in OWN:
            return None
        found = (
            self._interviewer(sentence, first, last)
            or self._described(sentence, first, last)
            or self._titled(sentence, first, last, surely=surely)
        )
        return None if found is None or self.is_own(found.name) else found

    def is_own(self, name: str) -> bool:
        """Whether this is the outlet of the article itself."""
        return key(name) in self.own

    def _interviewer(self, sentence: Sentence, first: int, last: int) -> Carrier | None:
        """``American journalist Maud Kerr``, ``Radio Corrie’s Maud Kerr``."""
        nouns = [
            i for i in range(first, last) if sentence.low(i) in INTERVIEWERS and not sentence.items[i].capital
        ]
        if nouns and _capital(sentence, nouns[-1] + 1):
            begin = nouns[-1] + 1
        else:
            owners = [
                i
                for i in range(first, last)
                if sentence.low(i).endswith(_APOSTROPHE_S) and _capital(sentence, i)
            ]
            if not owners:
                return None
            begin = owners[-1] + 1
            owned_by_outlet = self._outlet_like(sentence, first, owners[-1])
            if (
                not owned_by_outlet
                or last - begin != 1
                or not all(_capital(sentence, i) for i in (begin, last))
            ):
                return None
            if sentence.low(last) in TITLE_LAST or sentence.low(begin) in TITLE_FIRST:
                return None
        return self._carrier(sentence, CarrierKind.INTERVIEWER, (first, last), (begin, last))

    def _outlet_like(self, sentence: Sentence, first: int, last: int) -> bool:
        words = [sentence.low(i).removesuffix("'s") for i in range(first, last + 1) if _capital(sentence, i)]
        if not words:
            return False
        shouted = sentence.items[last].text.rstrip("'’sS").isupper() and len(words[-1]) > 1
        return shouted or words[-1] in TITLE_LAST or words[0] in TITLE_FIRST or " ".join(words) in self.shown

    def _described(self, sentence: Sentence, first: int, last: int) -> Carrier | None:
        """A phrase with a noun for a medium, or “state-run” before a name."""
        media = [i for i in range(first, last + 1) if _is_medium(sentence, i)]
        if (
            not media
            and last == first + 1
            and sentence.low(first) == "the"
            and sentence.low(last) in MODIFIERS
            and self._last
        ):
            media = [last]
        shows = [
            i for i in range(first, last + 1) if sentence.low(i) in SHOWS and not sentence.items[i].capital
        ]
        states = [
            i for i in range(first, last + 1) if sentence.low(i) in STATE and not sentence.items[i].capital
        ]
        run_by_state = any("-" in sentence.low(i) for i in states)
        if not media and not shows and not run_by_state:
            return None
        names = [r for r in _runs(sentence, first, last) if not _owner(sentence, r)]
        nouns = media or shows or states
        kind = CarrierKind.STATE if states else CarrierKind.OUTLET if media else CarrierKind.SHOW
        named = next((r for r in names if r[0] > nouns[-1]), None) or next(
            (r for r in reversed(names) if self._explained(sentence, r, nouns, states)), None
        )
        if named is not None:
            return self._carrier(sentence, kind, (first, last), named)
        end = nouns[-1]
        begin = (
            first + 1
            if sentence.low(first) in fw.DETERMINERS
            and sentence.low(first) in ("the", "its", "his", "her", "their")
            else first
        )
        anaphoric = sentence.low(first) in ("the", "that") or sentence.low(first) in _POSSESSIVES
        if sentence.low(begin) == "same":
            begin += 1
        if begin == end and anaphoric and not states:  # “the paper”: another name was given before
            noun = sentence.low(end)
            twin = self._called.get(noun) or self._called.get(_TWINS.get(noun, ""))
            before = (twin or self._last) if noun not in MEDIA_PLURALS else None
            if before is None or sentence.low(first) in _POSSESSIVES:
                return None
            span = sentence.between(first, end)
            return Carrier(kind=kind, name=before, span=span, first=first, last=end)
        if begin > end:
            return None
        return self._carrier(sentence, kind, (first, end), (begin, end))

    def _explained(
        self, sentence: Sentence, run: Phrase, nouns: Sequence[int], states: Sequence[int]
    ) -> bool:
        """Whether the nouns behind a name explain it, and the name is none of a country."""
        between = range(run[1] + 1, nouns[-1])
        if run[1] >= nouns[-1]:
            return run[1] == nouns[-1]
        if states and run[1] < states[0]:
            return False
        explained = all(sentence.low(i) in _EXPLAINING or i in nouns for i in between)
        return explained and not (run[0] == run[1] and sentence.low(run[0]).endswith(_DEMONYMS))

    def carry(self, carrier: Carrier) -> None:
        """Keep who carried words: “the paper” is whoever did so last."""
        if carrier.kind in (CarrierKind.OUTLET, CarrierKind.STATE) and carrier.name[:1].isupper():
            self._last = carrier.name
            self._called.update(dict.fromkeys(fold(carrier.span.of(self.text)).split(), carrier.name))
            self.shown.add(key(carrier.name))

    def _titled(self, sentence: Sentence, first: int, last: int, *, surely: bool) -> Carrier | None:
        """A name alone, that its own words or the article show to be an outlet's."""
        runs = list(_runs(sentence, first, last))
        if not runs or any(
            not _capital(sentence, i)
            and sentence.items[i].kind is TokenKind.WORD
            and sentence.low(i) not in ("the", "of")
            for i in range(first, runs[0][0])
        ):
            return None
        run = runs[0]
        if _owner(sentence, run):
            if len(runs) == 1 or runs[1][0] != run[1] + 1:
                return None
            run = runs[1]
        words = [
            sentence.low(i) for i in range(run[0], run[1] + 1) if sentence.items[i].kind is not TokenKind.MARK
        ]
        name = " ".join(words)
        kind = None
        if name in PLATFORMS:
            kind = CarrierKind.PLATFORM
        elif self._is_title(sentence, run, words, article=sentence.low(first) == "the"):
            kind = CarrierKind.OUTLET
        elif surely:
            kind = CarrierKind.NAMED
        return None if kind is None else self._carrier(sentence, kind, (first, run[1]), run)

    def _is_title(self, sentence: Sentence, run: Phrase, words: Sequence[str], *, article: bool) -> bool:
        first = sentence.items[run[0]].text
        if " ".join(words) in self.shown or " ".join(words) in WIRES or words[0] in WIRES:
            return True
        if article and len(words) == 1 and any(known.endswith(" " + words[0]) for known in self.shown):
            return True
        if words[-1] in TITLE_LAST and (len(words) > 1 or article):
            return True
        if words[0] in TITLE_FIRST and len(words) > 1:
            return True
        if len(words) > 1:
            return False
        letters = first.rstrip(".")
        bare_letters = letters.isupper() and len(letters) in (3, 4) and not article
        camel = (
            any(c.isupper() for c in first[1:])
            and any(c.islower() for c in first)
            and first[:2] not in ("Mc", "Ma", "O'", "O’", "De", "Fi")
        )
        return bare_letters or camel

    def _carrier(self, sentence: Sentence, kind: CarrierKind, phrase: Phrase, named: Phrase) -> Carrier:
        last = named[1]
        while last > named[0] and sentence.items[last].kind is TokenKind.MARK:
            last -= 1
        named = (named[0], last)
        span = _without_s(sentence.between(*phrase), self.text)
        name = _without_s(sentence.between(*named), self.text).of(self.text)
        return Carrier(kind=kind, name=" ".join(name.split()), span=span, first=phrase[0], last=phrase[1])


def _is_medium(sentence: Sentence, index: int) -> bool:
    low = sentence.low(index)
    if low in MODIFIERS:
        named = (
            low in ("agency", "site")
            and not sentence.items[index].capital
            and (_capital(sentence, index - 1) or _capital(sentence, index + 1))
        )
        return named or sentence.low(index - 1) in MODIFIERS[low]
    return low in MEDIA and (not sentence.items[index].capital or sentence.low(index) in ("agency",))


def _before_noun(sentence: Sentence, index: int) -> bool:
    item = sentence.items[index]
    return item.kind is TokenKind.WORD and (item.capital or item.low not in _STOPS) and item.low not in _DAYS


def _runs(sentence: Sentence, first: int, last: int) -> Iterator[Phrase]:
    """The runs of capitalised words; a possessive ends one."""
    begin: int | None = None
    for index in range(first, last + 1):
        item = sentence.items[index]
        inside = (
            item.capital
            or (
                begin is not None
                and (item.kind is not TokenKind.WORD or item.low in ("of", "the") or item.low in PARTICLES)
            )
            or (item.kind is TokenKind.NUMBER and _capital(sentence, index + 1))
        )
        if inside and begin is None and item.low not in fw.DETERMINERS:
            begin = index
        if begin is not None and (not inside or item.low.endswith("'s")):
            yield (begin, index if inside else index - 1)
            begin = None
    if begin is not None:
        yield (begin, last)


def _owner(sentence: Sentence, run: Phrase) -> bool:
    return sentence.low(run[1]).endswith("'s") and run[1] + 1 < len(sentence)


def _without_s(span: Span, text: str) -> Span:
    return Span(span.start, span.end - 2) if span.of(text).endswith(("’s", "'s")) else span
