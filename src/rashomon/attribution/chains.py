"""Through whom a statement came, from its speaker outward, and on what occasion it was made.

Each sentence is read once for carriers, occasions and citations (`relays`).  A
statement takes those told of it: what its own verb is addressed to, and what the
sentence around it says of outlets.  A chain once told goes on, inferred, with the same
speaker's next statements until somebody else speaks, or another occasion, chain
or day is told; words that point back (“in the interview”) take it up again.
Statements inside a quotation pass through whoever speaks the outer words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rashomon.attribution.cutting import Page
from rashomon.attribution.relays import Ways
from rashomon.attribution.scenes import Hop, Told
from rashomon.language.tokens import fold
from rashomon.language.transmission import INTERVIEWERS, OCCASIONS
from rashomon.model import (
    BlockKind,
    Mode,
    Occasion,
    Policy,
    Relay,
    SourceKind,
    Span,
    Statement,
)

__all__ = ["transmitted"]

_MANY = 12  # statements of one sentence that are weighed against each other; keeps the work linear
_LIVE = frozenset("speech hearing press meeting".split())  # before people, so through no outlet
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_EARLIER = frozenset("last previously earlier once ago then".split())
_PERIODS = frozenset("year month week years months weeks".split())


@dataclass(slots=True)
class _Floor:
    """Who has the floor: the last speaker, the way of the words, the days they were spoken on."""

    speaker: str = ""
    chain: tuple[Relay, ...] = ()
    occasion: Occasion | None = None
    days: frozenset[str] = frozenset()
    sentence: int = 0
    kind: SourceKind | None = None


@dataclass(slots=True)
class _Way:
    """What one statement's own sentences tell."""

    hops: list[Hop] = field(default_factory=list)
    occasion: Told | None = None


def transmitted(
    page: Page, statements: Sequence[Statement], ways: Ways, policy: Policy
) -> tuple[Statement, ...]:
    """The statements with their chains and occasions.

    Args:
        page: the article, cut up.
        statements: all of them, in order, a parent before its children.
        ways: what its sentences tell of the way words took.
        policy: the thresholds.

    The ids of the statements stay: they know nothing of chains.
    """
    return _Reader(page, statements, ways, policy).read()


class _Reader:
    """The statements of one article, read in order."""

    def __init__(self, page: Page, statements: Sequence[Statement], ways: Ways, policy: Policy) -> None:
        self.page = page
        self.text = page.article.text
        self.policy = policy
        self.marks = ways.marks
        self.wire = ways.wire
        self.statements = statements
        self._at: dict[int, list[Statement]] = {}
        for statement in statements:
            if statement.parent is None:
                for number in self._homes(statement):
                    self._at.setdefault(number, []).append(statement)
        self.floor = _Floor()
        self._dated: tuple[int, frozenset[str]] = (-1, frozenset())
        self._named: dict[str, Span] = {}
        self.past: dict[str, list[_Floor]] = {}

    def read(self) -> tuple[Statement, ...]:
        done: dict[str, Statement] = {}
        out: list[Statement] = []
        before = -1
        for statement in self.statements:
            if statement.parent is not None:
                found = self._nested(statement, done.get(statement.parent))
            elif self._over(statement):
                found = self._told(statement, self._way(statement))
            else:
                home = self._homes(statement)[0]
                self._announced(range(before + 1, home))
                before = max(before, home)
                found = self._spoken(statement, home)
            done[statement.id] = found
            if found.parent is None and found.source is not None and found.source.span is not None:
                self._named[found.source.source.id] = found.source.span
            out.append(found)
        return self._wired(self._headed(out))

    # -- one statement ------------------------------------------------------------------------

    def _homes(self, statement: Statement) -> list[int]:
        """The sentences that hold its cue, its source or, without these, its content."""
        spans = list(statement.cue)
        if statement.source is not None and statement.source.span is not None:
            spans.append(statement.source.span)
        spans.append(statement.content[0])
        return sorted({self.page.sentence_at(span.start) for span in spans})

    def _over(self, statement: Statement) -> bool:
        return self.page.kind(self.page.sentence_at(statement.content[0].start)) is not BlockKind.PARAGRAPH

    def _way(self, statement: Statement) -> _Way:
        """The hops and the occasion that its own sentences tell of it."""
        way = _Way()
        for number in self._homes(statement):
            marks = self.marks[number]
            near = self._at.get(number, [])[:_MANY]
            way.hops.extend(h for h in marks.hops if self._takes(statement, h, near))
            occasions = [
                o
                for o in marks.occasions
                if self._meant(statement, o.verb, near) and not _holds(statement, o.span)
            ]
            if occasions and way.occasion is None:
                way.occasion = self._nearest(statement, occasions)
        return way

    def _nearest(self, statement: Statement, occasions: Sequence[Told]) -> Told:
        cue = statement.cue[0] if statement.cue else statement.content[0]
        addressed = [o for o in occasions if not o.verb.overlaps(o.span)]
        others = [o for o in occasions if o not in addressed and cue.start <= o.span.start]
        best = [o for o in addressed if o.kind == "press"] or others or occasions
        return min(best, key=lambda o: abs(o.span.start - cue.end))

    def _takes(self, statement: Statement, hop: Hop, near: Sequence[Statement]) -> bool:
        if _inside(hop.span, statement):
            return False
        source = statement.source
        if source is not None:
            if (
                source.span is not None
                and source.span.overlaps(hop.span)
                and not source.span.contains(hop.verb)
            ):
                return False
            if source.source.name is not None and _alike(source.source.name, hop.name):
                return False
        return not hop.addressed or self._meant(statement, hop.verb, near)

    def _meant(self, statement: Statement, verb: Span, near: Sequence[Statement]) -> bool:
        """Whether what is told at this word is told of this statement: of its cue, or of its speaker's."""
        owner = [s for s in near if any(c.overlaps(verb) for c in s.cue)]
        if statement in owner or len(near) < 2:
            return True
        if owner:
            return any(_speaker(s) == _speaker(statement) and _speaker(s) for s in owner)
        cues = sorted(near, key=lambda s: min(abs(c.start - verb.start) for c in (s.cue or s.content)))
        return _speaker(cues[0]) == _speaker(statement)

    def _told(self, statement: Statement, way: _Way) -> Statement:
        """The statement with what its sentences tell."""
        hops = sorted(way.hops, key=lambda h: (h.rank, h.span.start))
        chain = tuple(Relay(name=h.name, manner=h.manner, span=h.span) for h in _once(hops))
        occasion = Occasion(kind=way.occasion.kind, span=way.occasion.span) if way.occasion else None
        return replace(statement, chain=chain, occasion=occasion)

    # -- what carries on -------------------------------------------------------------------------

    def _announced(self, numbers: Iterable[int]) -> None:
        """Sentences without a statement that tell a way: “She spoke to the Courier on Monday.”"""
        for number in numbers:
            if number in self._at or self.page.kind(number) is not BlockKind.PARAGRAPH:
                continue
            marks = self.marks[number]
            hops = [h for h in marks.hops if h.addressed]
            if hops:
                chain = tuple(Relay(name=h.name, manner=h.manner, span=h.span, stated=False) for h in hops)
                told = marks.occasions[0] if marks.occasions else None
                occasion = Occasion(kind=told.kind, span=told.span) if told else None
                days = self._days(number)
                self.floor = _Floor("", chain, occasion, days, number)

    def _spoken(self, statement: Statement, home: int) -> Statement:
        way = self._way(statement)
        found = self._told(statement, way)
        speaker = _speaker(found)
        if not speaker or (found.source is not None and found.source.source.kind is SourceKind.IMPERSONAL):
            return found
        if self._asks(found):
            return found
        days = self._days(home)
        before = self._before(found, way, days, home)
        if before is not None:
            found = self._carried(self._heard(found, before), before)
            days = days or before.days
        kind = found.source.source.kind if found.source else None
        self.floor = _Floor(speaker, found.chain, found.occasion, days, home, kind)
        self.past.setdefault(speaker, []).append(self.floor)
        return found

    def _asks(self, statement: Statement) -> bool:
        """Whether it is a question of the interviewer, which takes nobody's floor."""
        name = statement.source.source.name if statement.source else None
        return name is not None and any(_alike(name, relay.name) for relay in self.floor.chain)

    def _one_of_them(self, statement: Statement, floor: _Floor) -> bool:
        """``one of the people``, ``the filings``: the same source, taken up by other words."""
        source = statement.source
        if source is None or source.source.name is not None or floor.kind is SourceKind.PERSON:
            return False
        words = fold(source.source.descriptor or "").split()
        if words[:2] in (["one", "of"], ["another", "of"], ["both", "of"]):
            return floor.kind is SourceKind.UNNAMED
        if source.source.kind is SourceKind.DOCUMENT and floor.occasion is not None and words[:1] == ["the"]:
            return OCCASIONS.get(words[-1]) == floor.occasion.kind
        return False

    def _before(self, statement: Statement, way: _Way, days: frozenset[str], home: int) -> _Floor | None:
        """The passage that this statement goes on with, if it does."""
        speaker = _speaker(statement)
        if way.occasion is not None and way.occasion.back:
            kind = way.occasion.kind
            same = [f for f in self.past.get(speaker, []) if f.chain and _fits(f, kind)]
            if same:
                return same[-1]
        floor = self.floor
        own = (
            floor.speaker == speaker
            or self._one_of_them(statement, floor)
            or (not floor.speaker and floor.chain and home - floor.sentence <= 2)
        )
        if not own or home - floor.sentence > self.policy.chain_reach:
            return None
        if way.occasion is not None and not way.occasion.back:
            return None
        if way.occasion is not None and way.occasion.kind in _LIVE and not _fits(floor, way.occasion.kind):
            return None
        if (
            way.hops
            and not all(h.asker for h in way.hops)
            and not all(any(_alike(h.name, r.name) for r in floor.chain) for h in way.hops)
        ):
            return None
        if self._tells_others(statement, floor):
            return None
        if days and floor.days and not days & floor.days:
            return None
        return None if "earlier" in days and "earlier" not in floor.days else floor

    def _tells_others(self, statement: Statement, floor: _Floor) -> bool:
        """Whether it is told to somebody who is not who asked: ``told her mother``."""
        for number in self._homes(statement):
            for verb, words in self.marks[number].hearers:
                said = words.of(self.text)
                known = any(_alike(said, relay.name) for relay in floor.chain) or _asks_here(said, floor)
                asker = INTERVIEWERS & set(fold(said).split())
                if any(c.overlaps(verb) for c in statement.cue) and not known and not asker and " " in said:
                    return True
        return False

    def _heard(self, statement: Statement, floor: _Floor) -> Statement:
        """Who is told on a programme asks there: ``Voss was on Radio Corrie. “…,” she told Maud Kerr.``"""
        for number in self._homes(statement):
            for verb, words in self.marks[number].hearers:
                name = words.of(self.text)
                again = any(_alike(name, relay.name) for relay in floor.chain)
                told = any(c.overlaps(verb) for c in statement.cue)
                if told and (again or _asks_here(name, floor)) and not statement.chain:
                    return replace(statement, chain=(Relay(name=name, manner="told", span=words),))
        return statement

    def _carried(self, statement: Statement, floor: _Floor) -> Statement:
        own = statement.chain
        new = tuple(mine for mine in own if not any(_alike(mine.name, relay.name) for relay in floor.chain))
        chain = new + tuple(
            next((mine for mine in own if _alike(mine.name, relay.name)), replace(relay, stated=False))
            for relay in floor.chain
        )
        return replace(statement, chain=chain or own, occasion=statement.occasion or floor.occasion)

    def _days(self, number: int) -> frozenset[str]:
        """The days that a sentence names, and whether it goes back to an earlier time."""
        if self._dated[0] == number:
            return self._dated[1]
        sentence = self.page.sentences[number]
        lows = [item.low for item in sentence.items]
        days = {low for low in lows if low in _DAYS}
        for one, other in pairwise(lows):
            if (one in _EARLIER and other in _PERIODS) or (one in _PERIODS and other in ("ago", "earlier")):
                days.add("earlier")
        self._dated = (number, frozenset(days))
        return self._dated[1]

    # -- statements within and above others ------------------------------------------------------

    def _nested(self, statement: Statement, parent: Statement | None) -> Statement:
        if parent is None:
            return statement
        hops = list(parent.chain)
        outer = parent.source
        if outer is not None and _speaker(parent) != _speaker(statement):
            name = outer.source.name or outer.source.descriptor
            span = outer.span or self._named.get(outer.source.id)
            if name and span:
                hops.insert(0, Relay(name=name, manner="quoted_by", span=span, stated=outer.span is not None))
        return replace(statement, chain=tuple(hops))

    def _wired(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """All that a wire's text says came by the wire, where another outlet prints it."""
        if self.wire is None:
            return tuple(statements)
        relay = Relay(name=self.wire.of(self.text), manner="wire_tag", span=self.wire, stated=False)
        return tuple(
            s if any(_alike(r.name, relay.name) for r in s.chain) else replace(s, chain=(*s.chain, relay))
            for s in statements
        )

    def _headed(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """A heading that quotes words of the body has them by the way the body tells."""
        body = [s for s in statements if s.chain and s.parent is None and not self._over(s)]
        if not body:
            return tuple(statements)
        words = [(s, _words(s, self.text)) for s in body]
        out = []
        for statement in statements:
            if (
                statement.parent is None
                and not statement.chain
                and self._over(statement)
                and statement.mode is not Mode.INDIRECT
            ):
                said = _words(statement, self.text)
                same = next(
                    (
                        s
                        for s, w in words
                        if _speaker(s) == _speaker(statement) and len(said & w) >= 0.8 * len(said)
                    ),
                    None,
                )
                if same is not None:
                    chain = tuple(replace(r, stated=False) for r in same.chain)
                    statement = replace(statement, chain=chain, occasion=statement.occasion or same.occasion)
            out.append(statement)
        return tuple(out)


def _speaker(statement: Statement) -> str:
    return statement.source.source.id if statement.source else ""


def _inside(span: Span, statement: Statement) -> bool:
    return any(content.contains(span) for content in statement.content)


def _holds(statement: Statement, span: Span) -> bool:
    """Whether words stand in its content, or in the words for its source."""
    source = statement.source.span if statement.source else None
    return _inside(span, statement) or (source is not None and source.contains(span))


def _alike(one: str, other: str) -> bool:
    """Whether two names mean one outlet or person: equal, or the shorter ends the longer."""
    a, b = (" ".join(w for w in fold(n).split() if w != "the") for n in (one, other))
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return short == long or long.endswith(" " + short) or long.startswith(short + " ")


def _once(hops: Sequence[Hop]) -> list[Hop]:
    out: list[Hop] = []
    for hop in hops:
        if not any(_alike(hop.name, other.name) for other in out):
            out.append(hop)
    return out


def _asks_here(name: str, floor: _Floor) -> bool:
    """Whether somebody told by full name can only be who asks: on a programme, or in an interview."""
    words = name.split()
    full = len(words) in (2, 3) and all(w[:1].isupper() for w in words)
    kinds = {r.manner for r in floor.chain} | ({floor.occasion.kind} if floor.occasion else set())
    return full and bool(kinds & {"show", "interview", "broadcast", "broadcast_by"})


def _fits(floor: _Floor, kind: str) -> bool:
    kinds = {r.manner for r in floor.chain} | ({floor.occasion.kind} if floor.occasion else set())
    spoken = {"told", "interview", "show", "broadcast_by", "broadcast", "confirmed_to"}
    return kind in kinds or (kind in ("interview", "broadcast") and bool(kinds & spoken))


def _words(statement: Statement, text: str) -> frozenset[str]:
    return frozenset(
        fold(w).strip(".,“”‘’'\"!?") for span in statement.content for w in span.of(text).split()
    )
