"""Outlets and interviewers, known by their shape and by what stands around them.

A phrase names an outlet if a noun for a medium stands in it (“the Corvian news
site”, “state-run”), if the name is made as titles are (“the Ostmark Courier”,
“Radio Corrie”), if it is one of the few wires and platforms known by name, or if
the article shows it to be one (`bearings`).  There is no list of outlets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rashomon.attribution.bearings import Bearings
from rashomon.attribution.clauses import Sentence
from rashomon.attribution.mastheads import of_a_country, shaped_as_outlet
from rashomon.attribution.mediaphrases import (
    APOSTROPHE_S,
    LONGEST,
    before_noun,
    capital,
    is_medium,
    named_runs,
    owns,
    phrase_at,
    without_s,
)
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.services import service_name
from rashomon.language import functionwords as fw
from rashomon.language.imprint import imprint, key
from rashomon.language.titles import COLLECTIVES, role_base
from rashomon.language.tokens import TokenKind, fold
from rashomon.language.transmission import (
    INTERVIEWERS,
    MEDIA,
    MEDIA_PLURALS,
    MODIFIERS,
    OWN,
    PERIODICALS,
    PLATFORMS,
    SHOW_WORDS,
    SHOWS,
    STATE,
    TITLE_FIRST,
    TITLE_LAST,
    WIRES,
)
from rashomon.model import Article, Span

__all__ = ["Carrier", "CarrierKind", "Outlets", "asking_noun"]

_POSSESSIVES = fw.POSSESSIVES - {"our", "my"}
_EXPLAINING = frozenset("news press media wire tv radio online television telegram youtube talk".split())
_TWINS = {
    "site": "website",
    "paper": "newspaper",
    "newspaper": "daily",
    "station": "radio",
    "network": "broadcaster",
}


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


_OUTLETS = (CarrierKind.OUTLET, CarrierKind.STATE, CarrierKind.NAMED, CarrierKind.SHOW)


class Outlets:
    """The outlets of one article: what the article shows to be one, and what is its own."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        self.text = article.text
        self.own, self.wire = imprint(article)
        self.shown = set() if self.wire is None else {key(self.wire.of(self.text))}
        self._ends: set[str] = set()
        self.bearings = Bearings(sentences)
        self._last: str | None = None
        self._askers: set[str] = set()
        self._called: dict[str, str] = {}
        for sentence in sentences:
            self._learn(sentence)

    def _learn(self, sentence: Sentence) -> None:
        """What is called an outlet somewhere is one everywhere."""
        for index, item in enumerate(sentence.items):
            if (
                (item.low in MEDIA or item.low in MODIFIERS)
                and not item.capital
                and is_medium(sentence, index)
            ):
                phrase = self._around(sentence, index)
                found = self._described(sentence, *phrase) if phrase else None
                if found is not None and found.name[:1].isupper():
                    self._show(found)
            elif item.low.removesuffix("'s") in TITLE_LAST and item.capital and capital(sentence, index - 1):
                first = index
                while (
                    index - first < LONGEST
                    and capital(sentence, first - 1)
                    and not sentence.low(first - 1).endswith(APOSTROPHE_S)
                ):
                    first -= 1
                found = self._carrier(sentence, CarrierKind.OUTLET, (first, index), (first, index))
                self._show(found)

    def _show(self, found: Carrier) -> None:
        name = key(found.name)
        self.shown.add(name)
        if " " in name:
            self._ends.add(name.rsplit(" ", 1)[1])

    def _around(self, sentence: Sentence, index: int) -> Phrase | None:
        """The phrase in which a noun for a medium stands."""
        first = index
        while first > 0 and index - first < LONGEST and before_noun(sentence, first - 1):
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
        if phrase is None:
            return None
        return self._of_a_body(sentence, phrase) or self.read(sentence, *phrase, surely=surely)

    def read(self, sentence: Sentence, first: int, last: int, *, surely: bool = False) -> Carrier | None:
        """The carrier that these items name; arguments as for `at`."""
        if sentence.low(first) in OWN:
            return None
        service = service_name(sentence, first, last)
        if service is not None:
            return self._carrier(sentence, CarrierKind.PLATFORM, (first, max(last, service[1])), service)
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
        """``American journalist Maud Kerr``, ``Radio Corrie’s Maud Kerr``: the name alone."""
        if first == last and sentence.low(first) in self._askers and sentence.items[first].capital:
            return self._asker(sentence, first, first, last)
        noun = asking_noun(sentence, first, last)
        if noun is not None:
            return self._asker(sentence, first, noun + 1, last)
        owners = [i for i in range(first, last) if sentence.low(i).endswith(APOSTROPHE_S)]
        if not owners or not self._outlet_like(sentence, first, owners[-1]):
            return None
        begin = owners[-1] + 1
        if last - begin not in (1, 2) or not all(capital(sentence, i) for i in range(begin, last + 1)):
            return None
        if sentence.low(last) in TITLE_LAST | SHOWS or sentence.low(begin) in TITLE_FIRST:
            return None
        if any(sentence.low(i) in SHOW_WORDS for i in range(begin, last + 1)):
            head = next(i for i in range(first, last + 1) if sentence.items[i].capital)
            return self._carrier(sentence, CarrierKind.OUTLET, (first, last), (head, last))
        return self._asker(sentence, first, begin, last)

    def _asker(self, sentence: Sentence, first: int, begin: int, last: int) -> Carrier:
        """Somebody who asks, by name, at the end of a phrase."""
        end = begin
        while end < last and capital(sentence, end + 1):
            end += 1
        found = self._carrier(sentence, CarrierKind.INTERVIEWER, (begin, end), (begin, end))
        return replace(found, first=first)

    def _outlet_like(self, sentence: Sentence, first: int, last: int) -> bool:
        words = [sentence.low(i).removesuffix("'s") for i in range(first, last + 1) if capital(sentence, i)]
        if not words or not capital(sentence, last):
            return sentence.low(first) == "the" and sentence.low(last).removesuffix("'s") in MEDIA
        letters = sentence.items[last].text
        shouted = letters[: -2 if letters.endswith(("’s", "'s")) else None].isupper() and len(words[-1]) > 1
        named = " ".join(words) in self.shown or self.bearings.outlet(" ".join(words))
        return shouted or words[-1] in TITLE_LAST or words[0] in TITLE_FIRST or words[0] in WIRES or named

    def _described(self, sentence: Sentence, first: int, last: int) -> Carrier | None:
        """A phrase with a noun for a medium, or “state-run” before a name."""
        media = [i for i in range(first, last + 1) if is_medium(sentence, i)]
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
            i
            for i in range(first, last + 1)
            if sentence.low(i) in STATE and (i == 0 or not sentence.items[i].capital)
        ]
        run_by_state = any("-" in sentence.low(i) for i in states)
        if not media and not shows and not run_by_state:
            return None
        names = [r for r in named_runs(sentence, first, last) if not owns(sentence, r)]
        nouns = media or shows or states
        kind = CarrierKind.STATE if states else CarrierKind.OUTLET if media else CarrierKind.SHOW
        named = next((r for r in names if r[0] > nouns[-1]), None) or next(
            (r for r in reversed(names) if self._explained(sentence, r, nouns, states)), None
        )
        if named is not None:
            return self._carrier(sentence, kind, (first, last), named)
        return self._by_noun(sentence, first, nouns[-1], kind, state=bool(states))

    def _by_noun(
        self, sentence: Sentence, first: int, end: int, kind: CarrierKind, *, state: bool
    ) -> Carrier | None:
        """A medium without a name: ``a local station``; ``the paper`` takes a name up."""
        begin = first + 1 if sentence.low(first) in ("the", "its", "his", "her", "their") else first
        if sentence.low(begin) == "same":
            begin += 1
        anaphoric = sentence.low(first) in ("the", "that") or sentence.low(first) in _POSSESSIVES
        if begin == end and anaphoric and not state:
            noun = sentence.low(end)
            twin = self._called.get(noun) or self._called.get(_TWINS.get(noun, ""))
            before = (twin or self._last) if noun not in MEDIA_PLURALS else None
            if before is None or sentence.low(first) in _POSSESSIVES:
                return None
            span = sentence.between(first, end)
            return Carrier(kind=kind, name=before, span=span, first=first, last=end)
        return None if begin > end else self._carrier(sentence, kind, (first, end), (begin, end))

    def _of_a_body(self, sentence: Sentence, phrase: Phrase) -> Carrier | None:
        """``the yearbook of the Morrow Society``: named by whose it is."""
        first, noun = phrase
        if (
            sentence.low(noun + 1) != "of"
            or sentence.low(noun) not in PERIODICALS
            or sentence.items[noun].capital
        ):
            return None
        start = noun + 3 if sentence.low(noun + 2) == "the" else noun + 2
        last = start - 1
        while capital(sentence, last + 1) and last - start < LONGEST:
            last += 1
        return (
            None if last < start else self._carrier(sentence, CarrierKind.OUTLET, (first, last), (noun, last))
        )

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
        return explained and not (run[0] == run[1] and of_a_country(sentence, run[0]))

    @property
    def last(self) -> str | None:
        """The outlet that carried words last."""
        return self._last

    def carry(self, carrier: Carrier) -> None:
        """Keep who carried words: “the paper” is whoever did so last, “Kerr” the one who asked."""
        if carrier.kind is CarrierKind.INTERVIEWER and " " in carrier.name:
            self._askers.add(key(carrier.name.split()[-1]))
        if carrier.kind not in _OUTLETS or not carrier.name[:1].isupper():
            return
        if len(carrier.name.split()) > 1 or carrier.kind is not CarrierKind.NAMED:
            self._last = carrier.name
            self._called.update(dict.fromkeys(fold(carrier.span.of(self.text)).split(), carrier.name))
            self._show(carrier)

    def _titled(self, sentence: Sentence, first: int, last: int, *, surely: bool) -> Carrier | None:
        """A name alone, that its own words or the article show to be an outlet's."""
        runs = list(named_runs(sentence, first, last))
        behind = sentence.low(runs[0][1] + 1) if runs and runs[0][1] < last else ""
        if role_base(behind) or behind in COLLECTIVES:
            return None  # “an ORN spokesman”
        if not runs or any(
            not capital(sentence, i)
            and sentence.items[i].kind is TokenKind.WORD
            and sentence.low(i) not in ("the", "of")
            for i in range(first, runs[0][0])
        ):
            return None
        run = runs[0]
        if owns(sentence, run) and run[1] < last:
            if len(runs) == 1 or runs[1][0] != run[1] + 1:
                return None
            run = runs[1]
        words = [
            sentence.low(i).removesuffix("'s") if i == run[1] else sentence.low(i)
            for i in range(run[0], run[1] + 1)
            if sentence.items[i].kind is not TokenKind.MARK
        ]
        name, article = " ".join(words), sentence.low(first) == "the"
        kind = None
        if name in PLATFORMS or (len(words) == 2 and words[0].endswith("-like")):
            kind = CarrierKind.PLATFORM
        elif self._is_title(sentence, run, words, article=article) or self.bearings.outlet(
            name, article=article
        ):
            kind = CarrierKind.OUTLET
        elif surely:
            kind = CarrierKind.NAMED
        return None if kind is None else self._carrier(sentence, kind, (first, run[1]), run)

    def _is_title(self, sentence: Sentence, run: Phrase, words: Sequence[str], *, article: bool) -> bool:
        if key(sentence.between(*run).of(self.text)) in self.shown:
            return True
        if " ".join(words) in self.shown or " ".join(words) in WIRES or words[0] in WIRES:
            return True
        if article and len(words) == 1 and words[0] in self._ends:
            return True
        if words[-1] in TITLE_LAST and (len(words) > 1 or article):
            return True
        if words[0] in TITLE_FIRST and len(words) > 1:
            return True
        return len(words) == 1 and shaped_as_outlet(sentence.items[run[0]].text, article=article)

    def _carrier(self, sentence: Sentence, kind: CarrierKind, phrase: Phrase, named: Phrase) -> Carrier:
        last = named[1]
        while last > named[0] and sentence.items[last].kind is TokenKind.MARK:
            last -= 1
        named = (named[0], last)
        span = without_s(sentence.between(*phrase), self.text)
        name = without_s(sentence.between(*named), self.text).of(self.text)
        return Carrier(kind=kind, name=" ".join(name.split()), span=span, first=phrase[0], last=phrase[1])


def asking_noun(sentence: Sentence, first: int, last: int) -> int | None:
    """Where ``host`` or ``Correspondent`` stands before somebody's name, within these items."""
    for index in range(last - 1, first - 1, -1):
        if sentence.low(index) in INTERVIEWERS and capital(sentence, index + 1):
            if sentence.low(index) == "broadcaster" and sentence.low(first) == "the":
                return None  # a body
            capitals = sentence.items[index].capital
            return index if not capitals or (index > first and capital(sentence, index - 1)) else None
    return None
