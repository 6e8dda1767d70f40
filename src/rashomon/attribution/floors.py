"""Whether a statement goes on with a passage whose way is known, and what it takes over from it.

A chain once told goes on, inferred, with the same speaker's next statements until
somebody else speaks, or another occasion, chain or day is told.  Words that point
back take it up again: “in the interview”, “in one of the messages”; so does “also”
of a speaker who has told his words in one way only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from rashomon.attribution.cutting import Page
from rashomon.attribution.relays import Ways
from rashomon.attribution.scenes import Hop, Told
from rashomon.language import functionwords as fw
from rashomon.language.calendar import WEEKDAYS
from rashomon.language.imprint import key
from rashomon.language.tokens import fold
from rashomon.language.transmission import INTERVIEWERS, OCCASIONS
from rashomon.model import BlockKind, Mode, Occasion, Policy, Relay, SourceKind, Span, Statement

__all__ = ["Floors", "Way", "alike", "speaker_of"]

_KEPT = 8  # passages of one speaker that are kept; keeps the work linear
_EARLIER = frozenset("last previously earlier once ago then".split())
_SAID_BEFORE = frozenset("said told written claimed argued promised".split())
_PERIODS = frozenset("year month week years months weeks".split())
_MORE = frozenset("also added adds further continued went again".split())
_SPOKEN = frozenset("told interview show broadcast_by broadcast confirmed_to".split())
_HEARD = _SPOKEN | {"statement", "post", "state_media"}
_LIVE = frozenset("speech hearing press meeting".split())  # before people, so through no outlet
_ASKED_ON = frozenset("show interview broadcast broadcast_by".split())
_ONWARD = frozenset("passed_on post published_by carried_by reported_by broadcast_by".split())
_PAPERS = frozenset("message filing statement post".split())
_HANDED = frozenset({"passed_on", "seen_by"})
_ONE_OF = frozenset({("one", "of"), ("another", "of"), ("both", "of")})
_REST = frozenset(
    {("another",), ("others",), ("a", "second"), ("a", "third"), ("the", "other"), ("the", "others")}
)
_WROTE = frozenset("wrote writes write writing".split())
_REMARKS = frozenset("remark remarks comment comments speaking talking statement statements claim".split())
_SOON = 2  # sentences behind “She spoke to the Courier.” in which she begins to speak
_LONG = 200  # items of a sentence that are looked through
_TO_COME = frozenset("will would scheduled expected plans planned declined refused".split())
_FEW = 3  # words of a content that is not quoted; fewer are no more than a thing that is spoken of


@dataclass(slots=True)
class Way:
    """What one statement's own sentences tell."""

    hops: list[Hop] = field(default_factory=list)
    occasion: Told | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Floor:
    """Who has the floor: the last speaker, the way of the words, the days they were spoken on."""

    speaker: str = ""
    chain: tuple[Relay, ...] = ()
    occasion: Occasion | None = None
    days: frozenset[str] = frozenset()
    sentence: int = 0
    kind: SourceKind | None = None
    hander: str = ""
    """Who only hands on what others say next."""


class Floors:
    """The passages of one article, as they are read in order."""

    def __init__(self, page: Page, ways: Ways, policy: Policy) -> None:
        self.page = page
        self.marks = ways.marks
        self.own = ways.own
        self.policy = policy
        self.floor = _Floor()
        self._past: dict[str, list[_Floor]] = {}
        self._papers: dict[str, _Floor] = {}
        self._dated: tuple[int, frozenset[str]] = (-1, frozenset())

    def announced(self, number: int) -> tuple[Relay, ...]:
        """Take in a sentence without a statement that tells a way: “She spoke to the Courier on Monday.”

        The chain, if it is told of what was said before: “She made the remark to the Courier.”
        """
        marks = self.marks[number]
        back = self._of_before(number)
        hops = [h for h in marks.hops if back or h.addressed or _hands(h)]
        lows = {item.low for item in islice(self.page.sentences[number].items, _LONG)}
        if not hops or self.page.kind(number) is not BlockKind.PARAGRAPH or lows & _TO_COME:
            return ()
        chain = tuple(Relay(name=h.name, manner=h.manner, span=h.span, stated=False) for h in hops)
        told = marks.occasions[0] if marks.occasions else None
        occasion = Occasion(kind=told.kind, span=told.span) if told else None
        speaker = self.floor.speaker if back else ""
        self.floor = _Floor(
            speaker=speaker, chain=chain, occasion=occasion, days=self._days(number), sentence=number
        )
        return chain if back and speaker else ()

    def _of_before(self, number: int) -> bool:
        """“She was speaking to …”, “He made the remark to …”, “The comments were made in …”."""
        lows = [item.low for item in islice(self.page.sentences[number].items, 6)]
        opens = bool(lows) and (lows[0] in fw.SUBJECT_PRONOUNS or lows[0] in ("the", "his", "her", "their"))
        return opens and not _REMARKS.isdisjoint(lows) and "later" not in lows

    def spoken(self, statement: Statement, way: Way, home: int) -> Statement:
        """The statement, with what it takes over; it has the floor from here on."""
        if self._asks(statement, home):
            return statement
        days = self._days(home)
        before = self._before(statement, way, days, home)
        speaker = speaker_of(statement)
        if before is not None:
            again = way.occasion is not None and way.occasion.back
            statement = self._heard(statement, before, home)
            statement = _carried(statement, before, self.page.article.text, outward=again)
            days = days or before.days
            if before is self.floor and _pronoun(statement):
                speaker = before.speaker or speaker
        kind = statement.source.source.kind if statement.source else None
        floor = _Floor(
            speaker=speaker,
            chain=statement.chain,
            occasion=statement.occasion,
            days=days,
            sentence=home,
            kind=kind,
        )
        self._keep(statement, self._handed(statement, home) or floor)
        return statement

    def _handed(self, statement: Statement, home: int) -> _Floor | None:
        """Of “His lawyer read out a letter from him.” the lawyer only hands on what follows."""
        source = statement.source.span if statement.source else None
        if source is None or statement.mode is not Mode.INDIRECT:
            return None
        for hop in self.marks[home].hops:
            if hop.manner == "passed_on" and hop.span.overlaps(source) and hop.verb.start > source.start:
                relay = Relay(name=hop.name, manner=hop.manner, span=hop.span, stated=False)
                who = speaker_of(statement)
                return _Floor(chain=(relay,), days=self._days(home), sentence=home, hander=who)
        return None

    def _keep(self, statement: Statement, floor: _Floor) -> None:
        self.floor = floor
        past = self._past.setdefault(floor.speaker, [])
        past.append(floor)
        del past[:-_KEPT]
        if floor.chain and floor.occasion is not None:
            self._papers[floor.occasion.kind] = floor

    def _asks(self, statement: Statement, home: int) -> bool:
        """Whether it is a question of the interviewer, which takes nobody's floor."""
        span = statement.source.span if statement.source else None
        asker = next((h for h in self.marks[home].hops if h.asker and span and h.span.overlaps(span)), None)
        name = statement.source.source.name if statement.source else None
        if asker is not None:
            self._asked_by(Relay(name=asker.name, manner=asker.manner, span=asker.span, stated=False), home)
            return True
        if span is not None and name is not None and self._questions(statement, span):
            self._asked_by(Relay(name=name, manner="interview", span=span, stated=False), home)
            return True
        return name is not None and any(alike(name, relay.name) for relay in self.floor.chain)

    def _questions(self, statement: Statement, source: Span) -> bool:
        """``“Why?” asked presenter Maud Kerr``, while somebody is heard by a programme or an outlet."""
        text = self.page.article.text
        role = not INTERVIEWERS.isdisjoint(fold(source.of(text)).split())
        asked = any(c.of(text).casefold() in ("asked", "asks", "wondered") for c in statement.cue)
        return role and asked and any(relay.manner in _SPOKEN for relay in self.floor.chain)

    def _asked_by(self, asker: Relay, home: int) -> None:
        """An interviewer named by a question belongs to the way of the answers from there on."""
        floor = self.floor
        near = home - floor.sentence <= self.policy.chain_reach
        spoken = any(relay.manner in _SPOKEN for relay in floor.chain)
        if near and spoken and not any(alike(asker.name, relay.name) for relay in floor.chain):
            self.floor = replace(floor, chain=(asker, *floor.chain))

    # -- which passage ----------------------------------------------------------------------

    def _before(self, statement: Statement, way: Way, days: frozenset[str], home: int) -> _Floor | None:
        """The passage that this statement goes on with, if it does."""
        back = self._back(statement, way)
        if back is not None:
            return back
        floor = self.floor
        if not self._own(statement, floor, home):
            return self._resumed(statement, way, days, home)
        if home - floor.sentence > self.policy.chain_reach:
            return None
        if way.occasion is not None and not way.occasion.back:
            return None
        if way.occasion is not None and way.occasion.kind in _LIVE and not _fits(floor, way.occasion.kind):
            return None
        if self.marks[home].elsewhere or _other_way(way, floor) or self._tells_others(statement, home, floor):
            return None
        if days and floor.days and not days & floor.days:
            return None
        return None if "earlier" in days and "earlier" not in floor.days else floor

    def _own(self, statement: Statement, floor: _Floor, home: int) -> bool:
        """Whether the floor is this speaker's, by name, by other words, or by a pronoun right behind."""
        near = home - floor.sentence
        if floor.speaker == speaker_of(statement) or self._one_of_them(statement, floor):
            return True
        if floor.chain and near <= _SOON and self._in_the_paper(statement, floor, home):
            return True
        if not floor.speaker:
            return bool(floor.chain) and near <= _SOON and floor.hander != speaker_of(statement)
        return bool(floor.chain) and near <= 1 and _pronoun(statement)

    def _in_the_paper(self, statement: Statement, floor: _Floor, home: int) -> bool:
        """``In it, a clerk writes …``, ``“…,” he wrote`` behind words of a paper."""
        if floor.kind is not SourceKind.DOCUMENT:
            return False
        lows = [item.low for item in self.page.sentences[home].items[:2]]
        written = any(c.of(self.page.article.text).casefold() in _WROTE for c in statement.cue)
        return lows in (["in", "it"], ["in", "them"]) or written

    def _back(self, statement: Statement, way: Way) -> _Floor | None:
        """What words such as “in the interview”, “in one of the messages” point back to."""
        if way.occasion is None or not way.occasion.back:
            return None
        kind = way.occasion.kind
        for floor in reversed(self._past.get(speaker_of(statement), [])):
            if floor.chain and _fits(floor, kind):
                return floor
        return self._papers.get(kind) if kind in _PAPERS and not way.hops else None

    def _resumed(self, statement: Statement, way: Way, days: frozenset[str], home: int) -> _Floor | None:
        """What “also” takes up again: the one way in which this speaker has told anything so far."""
        past = self._past.get(speaker_of(statement), [])
        if way.hops or way.occasion is not None or not past or not self._adds(statement, home):
            return None
        ways = {tuple(relay.name for relay in floor.chain) for floor in past[1:] if floor.chain} | {
            tuple(relay.name for relay in floor.chain) for floor in past[:1] if floor.chain
        }
        last = past[-1]
        spoken = any(relay.manner in _SPOKEN for relay in last.chain)
        far = home - last.sentence > self.policy.chain_return
        if len(ways) != 1 or not last.chain or not spoken or far or "earlier" in days:
            return None
        return None if days and last.days and not days & last.days else last

    def _adds(self, statement: Statement, home: int) -> bool:
        """Whether “also”, “added” stand at its cue."""
        if not statement.cue:
            return False
        cue = statement.cue[0]
        items = self.page.sentences[home].items
        at = next((n for n, item in enumerate(items) if item.end > cue.start), 0)
        return any(item.low in _MORE for item in items[max(0, at - 2) : at + 2])

    def _one_of_them(self, statement: Statement, floor: _Floor) -> bool:
        """``one of the people``, ``the filings``: the same source, taken up by other words."""
        source = statement.source
        if source is None or source.source.name is not None or floor.kind is SourceKind.PERSON:
            return False
        words = fold(source.source.descriptor or "").split()
        if tuple(words[:2]) in _ONE_OF or tuple(words) in _REST:
            return floor.kind is SourceKind.UNNAMED
        if source.source.kind is SourceKind.DOCUMENT and floor.occasion is not None and words[:1] == ["the"]:
            return OCCASIONS.get(words[-1]) == floor.occasion.kind
        return False

    def _tells_others(self, statement: Statement, home: int, floor: _Floor) -> bool:
        """Whether it is told to somebody who is not who asked: ``told her mother``."""
        for verb, words in self.marks[home].hearers:
            said = words.of(self.page.article.text)
            known = any(alike(said, relay.name) for relay in floor.chain) or _asks_here(said, floor)
            asker = INTERVIEWERS & set(fold(said).split())
            if key(said) in self.own and any(c.overlaps(verb) for c in statement.cue):
                return True  # the report's own interview is another
            if any(c.overlaps(verb) for c in statement.cue) and not known and not asker and " " in said:
                return True
        return False

    def _heard(self, statement: Statement, floor: _Floor, home: int) -> Statement:
        """Who is told on a programme asks there: ``Voss was on Radio Corrie. “…,” she told Maud Kerr.``"""
        for verb, words in self.marks[home].hearers:
            name = words.of(self.page.article.text)
            again = any(alike(name, relay.name) for relay in floor.chain)
            told = any(c.overlaps(verb) for c in statement.cue)
            if told and (again or _asks_here(name, floor)) and not statement.chain:
                return replace(statement, chain=(Relay(name=name, manner="told", span=words),))
        return statement

    def _days(self, number: int) -> frozenset[str]:
        """The days that a sentence names, and whether it goes back to an earlier time."""
        if self._dated[0] == number:
            return self._dated[1]
        lows = [item.low for item in self.page.sentences[number].items]
        days = {low for low in lows if low in WEEKDAYS}
        for one, other in pairwise(lows):
            if one in _SAID_BEFORE and other == "before":
                days.add("earlier")
            if (one in _EARLIER and other in _PERIODS) or (one in _PERIODS and other in ("ago", "earlier")):
                days.add("earlier")
        self._dated = (number, frozenset(days))
        return self._dated[1]


def _hands(hop: Hop) -> bool:
    """Whether somebody hands on what follows: ``police played a video``, not ``a video shared by``."""
    return hop.manner == "seen_by" or (hop.manner in _HANDED and hop.span.start < hop.verb.start)


def speaker_of(statement: Statement) -> str:
    """The id of its source, empty without one."""
    return statement.source.source.id if statement.source else ""


def alike(one: str, other: str) -> bool:
    """Whether two names mean one outlet or person: equal, or the shorter ends or begins the longer."""
    a, b = (" ".join(w for w in fold(n).split() if w != "the") for n in (one, other))
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return short == long or long.endswith(" " + short) or long.startswith(short + " ")


def _pronoun(statement: Statement) -> bool:
    """Whether its source is a pronoun that nobody was found for."""
    source = statement.source.source if statement.source else None
    if source is None or source.name is not None or statement.mode is not Mode.DIRECT:
        return False
    return fold(source.descriptor or "") in ("he", "she")


def _other_way(way: Way, floor: _Floor) -> bool:
    """Whether it came by a way that is not the passage's."""
    if not way.hops or all(h.asker for h in way.hops):
        return False
    return not all(any(alike(h.name, r.name) and _told_alike(h, r) for r in floor.chain) for h in way.hops)


def _told_alike(hop: Hop, relay: Relay) -> bool:
    """Whether both heard it, or both only reported it."""
    return (hop.manner in _HEARD) is (relay.manner in _HEARD)


def _asks_here(name: str, floor: _Floor) -> bool:
    """Whether somebody told by full name can only be who asks: on a programme, or in an interview."""
    words = name.split()
    full = len(words) in (2, 3) and all(w[:1].isupper() for w in words)
    kinds = {r.manner for r in floor.chain} | ({floor.occasion.kind} if floor.occasion else set())
    return full and bool(kinds & _ASKED_ON)


def _fits(floor: _Floor, kind: str) -> bool:
    kinds = {r.manner for r in floor.chain} | ({floor.occasion.kind} if floor.occasion else set())
    return kind in kinds or (kind in ("interview", "broadcast") and bool(kinds & _SPOKEN))


def _lasting(relay: Relay) -> bool:
    """Whether a hop carries on: who was there when something was said is asked of that alone."""
    return relay.manner != "according_to" or relay.name[:1].isupper()


def _carried(statement: Statement, floor: _Floor, text: str, *, outward: bool = False) -> Statement:
    """With the hops of the passage, and its occasion where not all of its way is told anew."""
    floor = replace(floor, chain=tuple(relay for relay in floor.chain if _lasting(relay)))
    own = statement.chain
    new = tuple(mine for mine in own if not any(alike(mine.name, relay.name) for relay in floor.chain))
    handed = tuple(mine for mine in new if outward and mine.manner in _ONWARD)
    inner = tuple(mine for mine in new if mine not in handed)
    chain = inner + tuple(
        next((mine for mine in own if alike(mine.name, relay.name)), replace(relay, stated=False))
        for relay in floor.chain
    )
    chain += handed
    if statement.mode is Mode.INDIRECT and not own and _words(statement.content, text) < _FEW:
        return statement
    whole = bool(chain) and all(relay.stated for relay in chain)
    occasion = statement.occasion or (None if whole else floor.occasion)
    return replace(statement, chain=chain or own, occasion=occasion)


def _words(spans: Sequence[Span], text: str) -> int:
    return sum(len(span.of(text).split()) for span in spans)
