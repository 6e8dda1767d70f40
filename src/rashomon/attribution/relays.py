"""What one sentence tells of the way words took: who carried them, on what occasion, whom an outlet cites.

Each pattern begins at one word (“told”, “according”, “seen”, “on”, “reported”)
and looks for a carrier in the phrase beside it.  Quotations are one item each
and never looked into, but for the title of a programme behind “on”.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.outlets import Carrier, CarrierKind, Outlets, phrase_at
from rashomon.attribution.phrases import phrase_before
from rashomon.language import functionwords as fw
from rashomon.language.titles import role_base
from rashomon.language.tokens import TokenKind
from rashomon.language.transmission import (
    ADDRESSED,
    CARRIERS,
    CITING,
    HEARERS,
    MESSAGE_KINDS,
    OCCASIONS,
    PASSED_ON,
    REPORTING,
    SHOWS,
    SPOKEN_TO,
)
from rashomon.model import Article, Span

__all__ = ["Hop", "Marks", "Quoted", "Told", "Ways", "ways_of"]

_BE = frozenset("is are was were be been being".split())
_AGENTS = frozenset(
    "lawyer attorney spokesman spokeswoman spokesperson agent solicitor representative publicist interpreter family aide".split()
)
_BETWEEN = fw.TEMPORAL | fw.ADVERBS | {"on", "in", "out", "up", "exclusively", "first", "at", "last"}
_ON = frozenset({"on", "via", "through", "over", "in", "during"})
_NO_OCCASION = frozenset({"a", "an", "the", "his", "her", "its", "their", "that", "this", "another", "one"})
_OCCASION_PREPOSITIONS = frozenset("in at during via through".split())
_POINTS_BACK = frozenset({"the", "that", "this", "same", "his", "her", "its", "their"})
_ISSUED = frozenset(
    "issued issuing issue releases released releasing gave giving published posted read wrote sent delivered".split()
)
# The place of a hop between speaker and report, where the words tell no other order.
_RANK = {
    "through": 0, "passed_on": 1, "told": 2, "confirmed_to": 2, "interview": 2, "statement": 2, "show": 4,
    "post": 4, "seen_by": 5, "published_by": 6, "broadcast_by": 6, "carried_by": 7, "cited": 7,
    "quoted_by": 8, "reported_by": 8, "according_to": 8, "first_reported_by": 9, "state_media": 8,
}  # fmt: skip
_HELD = frozenset("in during for gave granted via through to from giving".split())
_CLOSING = frozenset({".", ",", "", "on", "in", "quoting", "citing", "—", "–"}) | fw.TEMPORAL
_OUTLETS = (CarrierKind.OUTLET, CarrierKind.STATE)
_KNOWING = frozenset("familiar briefed close involved aware".split())
_QUOTED = frozenset("quoted quotes cited cites".split())
_WORKS = frozenset("memoir memoirs autobiography book film documentary biography novel".split())
_LEADING = frozenset(
    "for of at with to from by told after when because since before although while though if whether".split()
)
_ASIDE = 3  # words that may stand between a participle and its preposition


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One carrier, as a sentence tells it.

    Attributes:
        verb: where the word stands by which it is told.
        rank: its place from the speaker outward.
        addressed: whether the speaker of that verb alone said it to the carrier.
    """

    name: str
    manner: str
    span: Span
    verb: Span
    rank: int
    addressed: bool = False
    programme: bool = False
    asker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An occasion as a sentence tells it; `back` where its words point to one told before."""

    kind: str
    span: Span
    back: bool
    verb: Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """``the Courier quoted Holt as saying …``: whom, the words that say so, and what he said."""

    source: Span
    cue: Span
    content: Span

    @property
    def whole(self) -> Span:
        """From the first of these words to the last."""
        return Span(min(self.source.start, self.cue.start), self.content.end)


@dataclass(slots=True)
class Marks:
    """All that a sentence tells.

    `cited` holds whom an outlet cites, as an outlet if it is one, and the verb;
    `hearers` the verb and the words of those told who are neither carrier nor occasion.
    """

    hops: list[Hop] = field(default_factory=list)
    occasions: list[Told] = field(default_factory=list)
    cited: list[tuple[Span, Carrier | None, Span]] = field(default_factory=list)
    hearers: list[tuple[Span, Span]] = field(default_factory=list)
    quoted: list[Quoted] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ways:
    """What an article tells of the way words took: in each sentence, and of its text as a whole.

    `wire` is where the tag of a wire agency stands whose text another outlet prints.
    """

    marks: tuple[Marks, ...]
    wire: Span | None = None


def ways_of(article: Article, sentences: Sequence[Sentence]) -> Ways:
    """What an article tells of the way words took."""
    outlets = Outlets(article, sentences)
    return Ways(tuple(_Reading(sentence, outlets).marks() for sentence in sentences), outlets.wire)


class _Reading:
    """One sentence, read from left to right."""

    def __init__(self, sentence: Sentence, outlets: Outlets) -> None:
        self.sentence = sentence
        self.outlets = outlets
        self.low = sentence.low
        self.found = Marks()

    def marks(self) -> Marks:
        for index, item in enumerate(self.sentence.items):
            if item.kind is not TokenKind.WORD:
                continue
            self._addressed(index)
            self._spoken_to(index)
            self._carried(index)
            self._on(index)
            self._reported(index)
            self._cited(index)
            if self.low(index) in _QUOTED:
                self._quoted_as(index)
            self._occasion(index)
            self._through(index)
            self._work(index)
        self.found.hops = _merged(self.found.hops)
        return self.found

    # -- hops ---------------------------------------------------------------------------

    def _hop(
        self, carrier: Carrier, manner: str, verb: int, *, addressed: bool = False, rank: int | None = None
    ) -> None:
        told = manner
        if carrier.kind is CarrierKind.STATE and manner in (
            "told",
            "confirmed_to",
            "according_to",
            "reported_by",
            "carried_by",
        ):
            told = "state_media"
        self.outlets.carry(carrier)
        place = _RANK[manner] if rank is None else rank
        if carrier.kind is CarrierKind.INTERVIEWER:
            place -= 1
        self.found.hops.append(
            Hop(
                name=carrier.name,
                manner=told,
                span=carrier.span,
                verb=self.sentence.items[verb].span,
                rank=place,
                addressed=addressed,
                programme=carrier.kind is CarrierKind.SHOW,
                asker=carrier.kind is CarrierKind.INTERVIEWER,
            )
        )

    def _addressed(self, index: int) -> None:
        """``told the Courier``, ``told Maud Kerr of Radio Corrie``, ``told reporters``."""
        manner = ADDRESSED.get(self.low(index))
        if manner is None or self.low(index - 1) in _BE:
            return
        start = index + 1
        while self.low(start) in fw.ADVERBS:
            start += 1
        if self.low(index).startswith("t") and self._title(start):
            self._show(index, None, start, None)
            return
        near = range(start + 1, min(start + 9, len(self.sentence)))
        asked = any(
            self.low(i) in ("interview", "podcast")
            and self.low(i - 1) in fw.DETERMINERS | {"exclusive", "televised", "recent", "radio", "phone"}
            for i in near
        )
        self._to(start, manner, index, surely=asked)

    def _to(self, start: int, manner: str, verb: int, *, surely: bool = False) -> bool:
        """The carriers addressed from here on: one, or several joined by *and*."""
        found = False
        for _ in range(3):
            phrase = phrase_at(self.sentence, start)
            if phrase is None:
                return found
            behind = next(
                (i for i in range(phrase[1] + 1, len(self.sentence)) if self.low(i) not in _BETWEEN), -1
            )
            if self.low(behind) == "to" and self.low(verb) in ADDRESSED:
                return found or self._heard(phrase, verb)  # an order
            after = self._carrier(phrase, manner, verb, surely=surely)
            if after is None:
                return found or self._heard(phrase, verb)
            found = True
            start = after + 1
            listed = self.low(start) == "," and "and" in (self.low(i) for i in range(start + 1, start + 7))
            if listed and self.low(start + 1) not in ("and", "which", "who", "that", "saying"):
                start += 1
            elif self.low(start) == "and":
                start += 1
            else:
                return True
            surely = False
        return found

    def _carrier(self, phrase: Phrase, manner: str, verb: int, *, surely: bool) -> int | None:
        """The hop or two hops of a phrase, and its last item; None if it names no carrier."""
        first, last = phrase
        person = self._person(first)
        if person is not None:
            behind = person + 1
            outlet = None
            if self.low(behind) in ("of", "from", "at", "for"):
                outlet = self.outlets.at(self.sentence, behind + 1)
            elif self.low(behind) == "," and self.low(behind + 1) in ("of", "from"):
                outlet = self.outlets.at(self.sentence, behind + 2)
            on_show = self._shows_behind(behind)
            if outlet is not None or on_show or (surely and self._unmarked(first, person)):
                span = self.sentence.between(first, person)
                name = span.of(self.outlets.text)
                asker = Carrier(kind=CarrierKind.INTERVIEWER, name=name, span=span, first=first, last=person)
                self._hop(asker, manner, verb, addressed=True)
                if outlet is None:
                    return person
                self._hop(outlet, manner, verb, addressed=True)
                return outlet.last
        found = self.outlets.read(self.sentence, first, last, surely=surely)
        if found is None:
            return None
        if found.kind is CarrierKind.INTERVIEWER and self.low(first + 0).endswith("'s"):
            owner = self.outlets.read(self.sentence, first, first, surely=True)
            if owner is not None:
                self._hop(replace(owner, kind=CarrierKind.OUTLET), manner, verb, addressed=True)
        elif found.kind is CarrierKind.INTERVIEWER:
            self._employer(found, manner, verb)
        found = self._named_behind(found)
        self._hop(found, manner, verb, addressed=True)
        return found.last

    def _named_behind(self, carrier: Carrier) -> Carrier:
        """``his local radio station, Drossel FM,``: the name set beside the noun."""
        first = carrier.last + 2
        if carrier.name[:1].isupper() or self.low(carrier.last + 1) != "," or first >= len(self.sentence):
            return carrier
        last = first - 1
        while last + 1 < len(self.sentence) and self.sentence.items[last + 1].capital:
            last += 1
        if last < first or self.low(last + 1) not in (",", ".", ""):
            return carrier
        name = " ".join(self.sentence.between(first, last).of(self.outlets.text).split())
        return replace(carrier, name=name, span=self.sentence.between(carrier.first, last), last=last)

    def _employer(self, asker: Carrier, manner: str, verb: int) -> None:
        """``Radio Corrie reporter Maud Kerr``, ``journalist Maud Kerr of Radio Corrie``."""
        for index in range(asker.first, asker.last):
            if (
                self.sentence.items[index].capital
                and index + 1 <= asker.last
                and not self.sentence.items[index + 1].capital
            ):
                owner = self.outlets.read(self.sentence, asker.first, index)
                if owner is not None:
                    self._hop(replace(owner, kind=CarrierKind.OUTLET), manner, verb, addressed=True)
                return
        if self.low(asker.last + 1) in ("of", "from", "at"):
            outlet = self.outlets.at(self.sentence, asker.last + 2)
            if outlet is not None:
                self._hop(outlet, manner, verb, addressed=True)

    def _person(self, first: int) -> int | None:
        """The last item of two or three capitalised words that can be a person."""
        last = first
        while (
            last < len(self.sentence)
            and self.sentence.items[last].capital
            and not self.low(last).endswith("'s")
        ):
            last += 1
        count = last - first
        return (
            last - 1
            if count in (2, 3) and self.outlets.read(self.sentence, first, last - 1) is None
            else None
        )

    def _unmarked(self, first: int, last: int) -> bool:
        return last > first and self.low(first) != "the"

    def _shows_behind(self, index: int) -> bool:
        """Whether ``on her show “…”`` follows."""
        if self.low(index) not in ("on", "during"):
            return False
        near = range(index + 1, min(index + 8, len(self.sentence)))
        return any(self.low(i) in SHOWS for i in near) or any(self.sentence.is_quote(i) for i in near[:4])

    def _heard(self, phrase: Phrase, verb: int) -> bool:
        """``told the court``: an occasion, not a carrier."""
        first, last = phrase
        for index in range(first, last + 1):
            kind = HEARERS.get(self.low(index)) or OCCASIONS.get(f"{self.low(index)} {self.low(index + 1)}")
            heard = OCCASIONS.get(self.low(index))
            kind = kind or (heard if heard in ("meeting", "speech", "hearing", "press") else None)
            if kind is not None and not self.low(index + 1).endswith("'s"):
                span = self.sentence.between(first, index)
                self.found.occasions.append(
                    Told(kind=kind, span=span, back=False, verb=self.sentence.items[verb].span)
                )
                return True
        self.found.hearers.append((self.sentence.items[verb].span, self.sentence.between(first, last)))
        return False

    def _spoken_to(self, index: int) -> None:
        """``confirmed to the Courier``, ``in an interview with the Courier``, ``in a Courier interview``."""
        manner = SPOKEN_TO.get(self.low(index))
        if manner is None:
            return
        at = index + 1
        while at <= index + _ASIDE and (
            self.low(at) in fw.TEMPORAL or self.low(at) in fw.ADVERBS or self.low(at) == "on"
        ):
            at += 1
        surely = manner == "interview" and self.low(index) not in (
            "gave",
            "granted",
            "conversation",
            "exchange",
        )
        surely = surely and self.low(self._noun_phrase(index) - 1) in _HELD
        links = ("to", "with", "by", "for") if surely else ("to", "with")
        if self.low(at) in links and (self.low(at) != "by" or surely):
            self._to(at + 1, manner, index, surely=surely)
        if surely and self.low(index - 1) not in fw.DETERMINERS and self.sentence.items[index - 1].capital:
            first = index - 1
            while first > 0 and self.sentence.items[first - 1].capital:
                first -= 1
            owner = self.outlets.read(
                self.sentence, first, index - 1, surely=self.low(index - 1) not in fw.TEMPORAL
            )
            if owner is not None and self.low(index - 1) not in fw.TEMPORAL:
                self._hop(owner, "interview", index, addressed=True)
        if self.low(index) in ("gave", "granted"):
            self._gave(index)

    def _gave(self, index: int) -> None:
        """``gave the Courier an interview``."""
        if "interview" not in (self.low(i) for i in range(index + 2, index + 9)):
            return
        if (
            self.sentence.items[min(index + 1, len(self.sentence) - 1)].capital
            or self.low(index + 1) == "the"
        ):
            found = self.outlets.at(self.sentence, index + 1)
            if found is not None:
                self._hop(found, "interview", index, addressed=True)

    def _carried(self, index: int) -> None:
        """``seen by the Courier``, ``an interview published on Sunday by the Courier``, ``according to``."""
        low = self.low(index)
        if low == "according" and self.low(index + 1) == "to":
            found = self.outlets.at(self.sentence, index + 2)
            if found is not None:
                self._hop(found, "according_to", index)
            return
        at = index + 1
        while at <= index + _ASIDE and self.low(at) in _BETWEEN and (low, self.low(at)) not in CARRIERS:
            at += 1
        manner = CARRIERS.get((low, self.low(at)))
        if low in PASSED_ON:
            by = next(
                (
                    i
                    for i in range(index + 1, min(index + 7, len(self.sentence)))
                    if self.low(i) in ("by", ",")
                ),
                0,
            )
            if self.low(by) == "by" and self._passed_on(index, by + 1):
                return
        if manner is None:
            return
        if low == "reported" and self.low(index - 1) == "first":
            manner = "first_reported_by"
        if manner in ("carried_by", "reported_by") and low == "picked" and self.low(index + 1) != "up":
            return
        self._several(at + 1, manner, index, surely=manner in ("seen_by", "interview"))

    def _several(self, start: int, manner: str, verb: int, *, surely: bool) -> None:
        for _ in range(3):
            found = self.outlets.at(self.sentence, start, surely=surely)
            if found is None or (found.kind is CarrierKind.PLATFORM and manner in ("seen_by", "quoted_by")):
                return
            if found.kind is CarrierKind.NAMED and len(found.name.split()) == 2 and self.low(start) != "the":
                return
            self._hop(found, "post" if found.kind is CarrierKind.PLATFORM else manner, verb)
            if self.low(found.last + 1) != "and":
                return
            start, surely = found.last + 2, False

    def _passed_on(self, index: int, start: int) -> bool:
        """``a video shown by a police spokesman``: somebody hands the words on himself."""
        near = range(max(0, index - 5), index)
        if not any(self.low(i) in OCCASIONS for i in near):
            return False
        phrase = phrase_at(self.sentence, start)
        if phrase is None or self.outlets.read(self.sentence, *phrase) is not None:
            return False
        first, last = phrase
        has_person = any(
            role_base(self.low(i)) or self.sentence.items[i].capital for i in range(first, last + 1)
        )
        owned = self.low(first) in ("his", "her", "their", "its") or self.low(first).endswith("'s")
        roles = any(role_base(self.low(i)) for i in range(first, last + 1))
        if not (owned or roles or (has_person and self.low(first) not in ("the", "a", "an"))):
            return False
        self._name(first, last, "passed_on", index)
        return True

    def _through(self, index: int) -> None:
        """``said through his lawyer``."""
        if self.low(index) not in ("through", "via"):
            return
        phrase = phrase_at(self.sentence, index + 1)
        if phrase is None or self.low(phrase[0]) not in ("his", "her", "their", "its", "a", "an"):
            return
        first, last = phrase
        nouns = [i for i in range(first, last + 1) if self.low(i) in _AGENTS]
        if nouns:
            end = nouns[-1]
            while end < last and self.sentence.items[end + 1].capital:
                end += 1
            self._name(first, end, "through", index)

    def _work(self, index: int) -> None:
        """``in his memoir The Long Rope``, ``in the documentary “The Long Rope”``."""
        if self.low(index) not in _WORKS or self.sentence.items[index].capital:
            return
        before = [self.low(i) for i in range(max(0, index - 4), index)]
        if not any(b in ("in", "his", "her") for b in before):
            return
        last = index + 1 if self._title(index + 1) else index
        while last == index or (
            not self.sentence.is_quote(last) and last + 1 < len(self.sentence) and self._in_title(last + 1)
        ):
            if last + 1 >= len(self.sentence) or not self._in_title(last + 1):
                break
            last += 1
        if last > index:
            self._name(index + 1, last, "published_by", index)

    def _in_title(self, index: int) -> bool:
        item = self.sentence.items[index]
        return item.capital or (
            item.low in ("of", "the", "and", "a", "in")
            and index + 1 < len(self.sentence)
            and self.sentence.items[index + 1].capital
        )

    def _name(self, first: int, last: int, manner: str, verb: int) -> None:
        span = self.sentence.between(first, last)
        name = " ".join(span.of(self.outlets.text).split())
        carrier = Carrier(kind=CarrierKind.NAMED, name=name, span=span, first=first, last=last)
        self._hop(carrier, manner, verb)

    # -- shows and posts ------------------------------------------------------------------

    def _on(self, index: int) -> None:
        """``on Radio Corrie’s “First Light”``, ``on her show``, ``in a post on Chirrup``."""
        if self.low(index) not in _ON:
            return
        low = self.low
        start = index + 1
        quoted = self.sentence.is_quote(start) or (
            low(start) in ("the", "a") and self.sentence.is_quote(start + 1)
        )
        phrase = None if quoted else phrase_at(self.sentence, start)
        title = (
            start
            if self.sentence.is_quote(start)
            else start + 1
            if quoted
            else phrase[1] + 1
            if phrase
            else start
        )
        titled = self._title(title)
        if phrase is None and not (titled and low(title + 1) in SHOWS):
            return
        posting = self._posting(index)
        found = self.outlets.at(self.sentence, start, surely=bool(titled) or posting) if phrase else None
        shows = phrase is not None and any(low(i) in SHOWS for i in range(phrase[0], phrase[1] + 1))
        if (
            found is not None
            and posting
            and found.kind in (CarrierKind.NAMED, CarrierKind.PLATFORM, CarrierKind.OUTLET)
            and low(index) in ("on", "via")
        ):
            if not titled:
                self._hop(found, "post", index, addressed=True)
                return
        if low(index) in ("in", "during", "through", "over", "via") and not (titled and (shows or found)):
            return
        if found is not None and found.kind is CarrierKind.PLATFORM:
            self._hop(found, "post", index, addressed=True)
        elif titled or found is not None or (shows and low(start) in fw.DETERMINERS):
            self._show(index, phrase, title if titled else None, found)

    def _posting(self, index: int) -> bool:
        """Whether somebody posts just before: ``wrote on``, ``in a post on``, ``posted on``."""
        before = [self.low(i) for i in range(max(0, index - 3), index)]
        direct = before[-1:] and before[-1] in (
            "wrote",
            "writes",
            "posted",
            "writing",
            "post",
            "posts",
            "tweet",
            "thread",
            "message",
            "video",
            "posting",
            "account",
            "shared",
        )
        return bool(direct) or any(b in ("post", "posted", "posts", "wrote") for b in before)

    def _title(self, index: int) -> bool:
        """Whether the quotation at this item is the title of a programme."""
        if not self.sentence.is_quote(index):
            return False
        words = self.sentence.items[index].text.strip("“”\"'‘’.,?! ").split()
        return 0 < len(words) <= 7 and words[0][:1].isupper() and words[-1][:1].isupper()

    def _show(self, index: int, phrase: Phrase | None, title: int | None, found: Carrier | None) -> None:
        """One hop: the programme with the outlet named beside it, else either alone."""
        text = self.outlets.text
        if title is None:
            if found is not None and found.name[:1].isupper():
                self._hop(found, "show", index, addressed=True)
            return
        first = phrase[0] if phrase is not None else title
        named = next((i for i in range(first, title) if self.sentence.items[i].capital), None)
        whole = self.sentence.between(first, title)
        if named is None:
            span = self.sentence.items[title].span
            name = Span(span.start + 1, span.end - 1).of(text).strip(" .,?!")
        else:
            name = self.sentence.between(named, title).of(text)
        kind = CarrierKind.SHOW if named is None else CarrierKind.OUTLET
        self._hop(
            Carrier(kind=kind, name=" ".join(name.split()), span=whole, first=first, last=title),
            "show",
            index,
            addressed=True,
        )

    # -- outlets that report ----------------------------------------------------------------

    def _reported(self, index: int) -> None:
        """``the Courier reported``, ``reports the Courier``, ``the Courier quoted her as saying``."""
        manner = REPORTING.get(self.low(index))
        if manner is None:
            return
        end = index
        while end > 0 and self.low(end - 1) in (
            "has",
            "had",
            "also",
            "first",
            "later",
            "have",
            "previously",
            "earlier",
            "then",
            ",",
        ):
            end -= 1
        if self.low(end) == ",":
            end = index
        phrase = self._subject(end)
        found = self.outlets.read(self.sentence, *phrase) if phrase else None
        if found is not None and found.kind in _OUTLETS and not self._led(phrase[0] if phrase else 0):
            first = self.low(index - 1) == "first"
            self._hop(found, "first_reported_by" if first else manner, index)
        elif self.low(index) in ("reported", "reports", "said", "says", "wrote", "writes", "quoted") and (
            index == 0
            or self.low(index - 1) == ","
            or self.sentence.is_quote(index - 1)
            or self.low(index - 1) == "as"
        ):
            behind = self.outlets.at(self.sentence, index + 1)
            if behind is not None and behind.kind in _OUTLETS and self.low(behind.last + 1) in _CLOSING:
                self._hop(behind, manner, index)

    def _subject(self, end: int) -> Phrase | None:
        """The phrase before a verb, without what a comma sets beside it."""
        phrase = phrase_before(self.sentence, end)
        if phrase is None:
            return None
        first, last = phrase
        comma = next((i for i in range(first, last) if self.low(i) == ","), None)
        return (first, comma - 1) if comma is not None and comma > first else phrase

    def _quoted_as(self, index: int) -> None:
        """``quoted a clerk as saying …``, ``the agent was quoted by the paper as saying …``."""
        near = range(index + 1, min(index + 14, len(self.sentence) - 2))
        at = next((i for i in near if self.low(i) == "as" and self.low(i + 1) in ("saying", "telling")), None)
        if at is None or any(self.sentence.is_quote(i) for i in range(index, at)):
            return
        passive = self.low(index - 1) in _BE
        phrase = phrase_before(self.sentence, index - 1) if passive else (index + 1, at - 1)
        if phrase is None or phrase[1] < phrase[0]:
            return
        last = len(self.sentence) - 1
        while last > at + 2 and self.sentence.items[last].kind is TokenKind.MARK:
            last -= 1
        cue = self.sentence.between(index, index) if not passive else self.sentence.between(at, at + 1)
        content = self.sentence.between(at + 2, last)
        self.found.quoted.append(Quoted(self.sentence.between(*phrase), cue, content))

    def _led(self, first: int) -> bool:
        """Whether the phrase belongs to a preposition: ``a spokeswoman for the Courier said``."""
        return self.low(first - 1) in _LEADING

    def _cited(self, index: int) -> None:
        """``citing two officials``: whose words an outlet gives."""
        low = self.low
        relative = low(index) in ("quoted", "cited", "quotes", "cites") and low(index - 1) in (
            "which",
            "who",
            "it",
        )
        if low(index) not in CITING and not relative:
            return
        phrase = phrase_at(self.sentence, index + 1)
        if phrase is None:
            return
        found = self.outlets.at(self.sentence, index + 1)
        verb = self.sentence.items[index].span
        if found is not None:
            self.found.cited.append((found.span, found, verb))
            self._hop(found, "cited", index)
            return
        first, last = phrase
        for end in range(last, first - 1, -1):
            people = role_base(low(end)) or (
                self.sentence.items[end].capital and first < last and not low(end).endswith("'s")
            )
            if people or low(end) in ("sources", "people", "officials", "person"):
                self.found.cited.append((self.sentence.between(first, self._described_to(end)), None, verb))
                return

    def _described_to(self, noun: int) -> int:
        """Past ``familiar with the audit``, ``at the club`` behind the noun."""
        last = noun
        if self.low(noun + 1) not in fw.PREPOSITIONS | _KNOWING:
            return noun
        while last + 1 < len(self.sentence) and last - noun < 10:
            item = self.sentence.items[last + 1]
            stop = (
                item.kind in (TokenKind.MARK, TokenKind.QUOTE)
                or item.low in fw.SUBORDINATORS | fw.RELATIVES | fw.AUXILIARIES
            )
            if stop or item.low in REPORTING or item.low in ADDRESSED:
                break
            last += 1
        return last

    # -- occasions --------------------------------------------------------------------------

    def _occasion(self, index: int) -> None:
        """``in an interview``, ``at the news conference``, ``tweeted``."""
        low = self.low
        if low(index) in MESSAGE_KINDS and (low(index - 1) in _NO_OCCASION or low(index + 1) in OCCASIONS):
            return
        if low(index) in MESSAGE_KINDS:
            span = self.sentence.items[index].span
            self.found.occasions.append(
                Told(kind=MESSAGE_KINDS[low(index)], span=span, back=False, verb=span)
            )
            return
        kind = OCCASIONS.get(f"{low(index)} {low(index + 1)}")
        last = index + 1 if kind is not None else index
        if kind is None:
            if f"{low(index - 1)} {low(index)}" in OCCASIONS:
                return
            kind = OCCASIONS.get(low(index))
        if kind is None or self.sentence.items[index].capital and low(index) not in ("parliament",):
            return
        first = self._noun_phrase(index)
        before = low(first - 1)
        issued = before in _ISSUED or low(first - 1) in ("to",) and kind == "press"
        called = (
            before == "by"
            and low(index) in ("email", "e-mail", "text", "letter", "message")
            or before == "on"
            and low(index) in ("call", "calls", "podcast", "broadcast", "livestream")
        )
        if before not in _OCCASION_PREPOSITIONS and not issued and not called and not self._bare(first):
            return
        back = low(first) in ("the", "that", "this") or low(first + 1) == "same"
        span = self.sentence.between(first, last)
        self.found.occasions.append(
            Told(kind=kind, span=span, back=back, verb=self.sentence.items[first].span)
        )

    def _noun_phrase(self, noun: int) -> int:
        """Where the phrase of an occasion begins: at its article, else at the noun or two words before it."""
        first = noun
        while first > 0 and noun - first < 7 and self._modifies(first - 1):
            first -= 1
            if self.low(first) in _NO_OCCASION:
                return first
        bare = [
            i
            for i in (noun, noun - 1, noun - 2)
            if i > 0 and self.low(i - 1) in _OCCASION_PREPOSITIONS | _ISSUED
        ]
        return bare[0] if bare else noun

    def _bare(self, first: int) -> bool:
        return self.low(first - 1) == "told" and self.low(first) in HEARERS

    def _modifies(self, index: int) -> bool:
        item = self.sentence.items[index]
        if item.kind is TokenKind.MARK:
            return item.low in ("-", "’", "'")
        if item.kind is TokenKind.QUOTE:
            return False
        low = item.low
        return low in _NO_OCCASION or not (
            low
            in fw.PREPOSITIONS
            | fw.AUXILIARIES
            | fw.SUBORDINATORS
            | fw.CONJUNCTIONS
            | fw.RELATIVES
            | fw.SUBJECT_PRONOUNS
            or low in _ISSUED
            or low in ADDRESSED
            or low in ("said", "says", "wrote")
        )


def _merged(hops: list[Hop]) -> list[Hop]:
    """One hop a carrier: an outlet and its programme are one; the same words found by two patterns too."""
    out: list[Hop] = []
    for hop in hops:
        twin = next((n for n, other in enumerate(out) if _same(other, hop)), None)
        if twin is None:
            out.append(hop)
        elif (
            hop.span.end - hop.span.start > out[twin].span.end - out[twin].span.start and hop.manner != "show"
        ):
            out[twin] = replace(
                hop, rank=min(hop.rank, out[twin].rank), addressed=hop.addressed or out[twin].addressed
            )
    shows = [h for h in out if h.programme]
    for show in shows:
        outlets = [h for h in out if h is not show and h.addressed and h.rank == _RANK["told"]]
        if outlets:
            out.remove(show)
    return sorted(out, key=lambda h: (h.rank, h.span.start))


def _same(one: Hop, other: Hop) -> bool:
    return one.span.overlaps(other.span) or (
        one.name == other.name and abs(one.span.start - other.span.start) < 400
    )
