"""Through whom a statement came, from its speaker outward, and on what occasion it was made.

Each sentence is read once for carriers, occasions and citations (`relays`).  A
statement takes those told of it: what its own verb is addressed to, and what the
sentence around it says of outlets; what carries on from passages before it is told by `floors`.
Statements inside a quotation pass through whoever speaks the outer words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.attribution.cutting import Page
from rashomon.attribution.floors import Floors, Way, alike, speaker_of
from rashomon.attribution.relays import Ways
from rashomon.attribution.scenes import Hop, Told
from rashomon.language import functionwords as fw
from rashomon.language.tokens import fold
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
_BACK = 3  # sentences before “She made the remark to …” that it is told of
_REPORTED = frozenset("reported_by quoted_by state_media broadcast_by published_by carried_by".split())


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
        self.floors = Floors(page, ways, policy)
        self._named: dict[str, Span] = {}

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
                self._announced(range(before + 1, home), out)
                before = max(before, home)
                found = self._spoken(statement, home)
            done[statement.id] = found
            if found.parent is None and found.source is not None and found.source.span is not None:
                self._named[found.source.source.id] = found.source.span
            out.append(found)
        self._announced(range(before + 1, min(before + 1 + _BACK, len(self.page.sentences))), out)
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

    def _way(self, statement: Statement) -> Way:
        """The hops and the occasion that its own sentences tell of it."""
        way = Way()
        for number in self._homes(statement):
            marks = self.marks[number]
            near = [s for s in self._at.get(number, [])[:_MANY] if s.source or s is statement]
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
            name = source.source.name or source.source.descriptor
            if name is not None and alike(name, hop.name):
                return False
        asked = hop.manner == "interview"
        owned = not (asked or hop.aside) and any(
            c.overlaps(hop.verb) for s in near if not _passed_by(s, hop) for c in s.cue
        )
        if hop.addressed or owned:
            return self._meant(statement, hop.verb, near) and (
                owned or not hop.relative or _of_source(statement, hop)
            )
        return self._reported(statement, hop)

    def _reported(self, statement: Statement, hop: Hop) -> bool:
        """Whether it is this statement that an outlet reports in a clause of its own."""
        if hop.manner not in _REPORTED or hop.aside or hop.verb.start < hop.span.start:
            return True
        content = statement.content
        return content[-1].end > hop.verb.start if hop.leads else content[0].start < hop.verb.start

    def _meant(self, statement: Statement, verb: Span, near: Sequence[Statement]) -> bool:
        """Whether what is told at this word is told of this statement: of its cue, or of its speaker's."""
        owner = [s for s in near if any(c.overlaps(verb) for c in s.cue)]
        if statement in owner or len(near) < 2:
            return True
        if owner:
            return any(speaker_of(s) == speaker_of(statement) and speaker_of(s) for s in owner)
        cues = sorted(near, key=lambda s: min(abs(c.start - verb.start) for c in (s.cue or s.content)))
        return speaker_of(cues[0]) == speaker_of(statement)

    def _told(self, statement: Statement, way: Way) -> Statement:
        """The statement with what its sentences tell."""
        hops = sorted(way.hops, key=lambda h: (h.rank, h.span.start))
        chain = tuple(Relay(name=h.name, manner=h.manner, span=h.span) for h in _once(hops))
        occasion = Occasion(kind=way.occasion.kind, span=way.occasion.span) if way.occasion else None
        return replace(statement, chain=chain, occasion=occasion)

    # -- what carries on -------------------------------------------------------------------------

    def _announced(self, numbers: Iterable[int], out: list[Statement]) -> None:
        """Sentences without a statement that tell a way, of what follows or of what stands before."""
        for number in numbers:
            chain = () if number in self._at else self.floors.announced(number)
            if not chain:
                continue
            for at in range(len(out) - 1, max(-1, len(out) - 1 - _BACK), -1):
                same = speaker_of(out[at]) == self.floors.floor.speaker and out[at].parent is None
                if out[at].chain or not same or number - self._homes(out[at])[0] > _BACK:
                    break
                out[at] = replace(out[at], chain=chain)

    def _spoken(self, statement: Statement, home: int) -> Statement:
        way = self._way(statement)
        found = self._told(statement, way)
        impersonal = found.source is not None and found.source.source.kind is SourceKind.IMPERSONAL
        if not speaker_of(found) or impersonal:
            return found
        return self.floors.spoken(found, way, home)

    # -- statements within and above others ------------------------------------------------------

    def _nested(self, statement: Statement, parent: Statement | None) -> Statement:
        if parent is None:
            return statement
        hops = list(parent.chain)
        outer = parent.source
        if outer is not None and speaker_of(parent) != speaker_of(statement):
            name = outer.source.name or outer.source.descriptor
            span = outer.span or self._named.get(outer.source.id)
            if name and span and fold(name) not in fw.SUBJECT_PRONOUNS:
                hops.insert(0, Relay(name=name, manner="quoted_by", span=span, stated=outer.span is not None))
        return replace(statement, chain=tuple(hops))

    def _wired(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """All that a wire's text says came by the wire, where another outlet prints it."""
        if self.wire is None:
            return tuple(statements)
        relay = Relay(name=self.wire.of(self.text), manner="wire_tag", span=self.wire, stated=False)
        return tuple(
            s if any(alike(r.name, relay.name) for r in s.chain) else replace(s, chain=(*s.chain, relay))
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
                        if speaker_of(s) == speaker_of(statement) and len(said & w) >= 0.8 * len(said)
                    ),
                    None,
                )
                if same is not None:
                    chain = tuple(replace(r, stated=False) for r in same.chain)
                    statement = replace(statement, chain=chain, occasion=statement.occasion or same.occasion)
            out.append(statement)
        return tuple(out)


def _passed_by(statement: Statement, hop: Hop) -> bool:
    """Of “minutes first reported by the Courier” the Courier is no speaker, whoever took it for one."""
    source = statement.source.span if statement.source else None
    return hop.verb.start < hop.span.start and source is not None and source.overlaps(hop.span)


def _of_source(statement: Statement, hop: Hop) -> bool:
    """``according to Ada Holt, who spoke to the Courier``: who speaks there is the source."""
    span = statement.source.span if statement.source else None
    return span is not None and (
        span.contains(hop.verb) or 0 <= hop.verb.start - span.end <= len(", who has ")
    )


def _inside(span: Span, statement: Statement) -> bool:
    return any(content.contains(span) for content in statement.content)


def _holds(statement: Statement, span: Span) -> bool:
    """Whether words stand in its content, or in the words for its source."""
    source = statement.source.span if statement.source else None
    return _inside(span, statement) or (source is not None and source.contains(span))


def _once(hops: Sequence[Hop]) -> list[Hop]:
    out: list[Hop] = []
    for hop in hops:
        if not any(alike(hop.name, other.name) for other in out):
            out.append(hop)
    return out


def _words(statement: Statement, text: str) -> frozenset[str]:
    return frozenset(
        fold(w).strip(".,“”‘’'\"!?") for span in statement.content for w in span.of(text).split()
    )
