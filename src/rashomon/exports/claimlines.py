"""Wordings, differences, times and origins as lines of a terminal, for the summary and the explanation.

All words are verbatim with the letter of their report, or labels; `places` adds where
they stand, as ``input:start-end``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.exports.claimterms import (
    WITNESSES,
    Edtf,
    anchor_label,
    nearness,
    origin_label,
    rule_label,
)
from rashomon.exports.display import NOT_STATED, mode_label, on_one_line, visible
from rashomon.exports.fitting import Line, cut_to, flowed
from rashomon.exports.sections import Pen
from rashomon.exports.standing import Standing, place_label
from rashomon.exports.terms import probability
from rashomon.exports.wording import separators
from rashomon.model import (
    AnchorKind,
    Collapse,
    Conflict,
    Located,
    Moment,
    OriginGroup,
    OriginRuling,
    Origins,
    Position,
    Relation,
    Side,
    Span,
    Stance,
    Wording,
)

__all__ = ["ClaimLines", "marked"]

Parts = Iterable[tuple[str, str]]

_OPENED, _CLOSED = "[", "]"
_OWN_DATES = (AnchorKind.PUBLICATION, AnchorKind.GIVEN)
"""What most times are counted from: not told where lines are short."""

_ODD = "bold yellow"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLines:
    """What lines are made with.

    Attributes:
        places: whether each passage is followed by its input and code points.
        room: cells that a passage may take before it is cut; None for all of it.
    """

    of: Standing
    pen: Pen
    places: bool = False
    room: int | None = None

    def flowed(self, head: Parts, parts: Parts, indent: int = 2) -> tuple[Line, ...]:
        """Running text behind a head that is not broken, as wide as the pen."""
        return self._run(head, _spaced(parts), indent)

    def _run(self, head: Parts, parts: Parts, indent: int) -> tuple[Line, ...]:
        start, found = ((" " * indent, ""), *head), list(parts)
        if not found:
            return (start,)
        start = (*start, (" ", ""))
        width, measure = self.pen.width, self.pen.measure
        return tuple(flowed(start, found, width=width, indent=indent + 4, measure=measure))

    def at(self, article: str, spans: Iterable[Span]) -> tuple[str, str]:
        """The place of words, if places are shown."""
        return (place_label(self.of.of, article, spans) if self.places else "", "dim")

    def cut(self, words: str) -> str:
        """As many of the words as a passage may have."""
        return words if self.room is None else cut_to(words, self.room, self.pen.measure)

    # --- wordings and stances

    def wording(self, wording: Wording, name: str = "") -> tuple[Line, ...]:
        """Who has it, its words, to whom the report gives them."""
        statement = self.of.statement(wording)
        told = [(f"· {self._said(wording)}", "")] if statement else [("· in the report’s own name", "dim")]
        return self.flowed(
            [(f"{name} " if name else "", "dim"), (self.of.of.sigla[wording.article], "cyan")],
            [(self.cut(self.of.words(wording)), ""), *told, self.at(wording.article, wording.spans)],
        )

    def _said(self, wording: Wording) -> str:
        statement = self.of.statement(wording)
        speaker = on_one_line(self.of.speaker(wording) or NOT_STATED)
        return f"{speaker}, {mode_label(statement)}" if statement else speaker

    def position(self, position: Position, head: Parts) -> tuple[Line, ...]:
        """A stance with its reason; for a silence the passage that was checked, and how near it came."""
        article = position.article
        reason = rule_label(position.evidence.reason)
        if position.stance is not Stance.SILENT:
            parts: list[tuple[str, str]] = [(f"· {reason}, {probability(position.evidence.score)}", "dim")]
            for span in position.elsewhere:
                words = on_one_line(span.of(self.of.of.articles[article].text))
                parts += [(self.cut(words), ""), self.at(article, [span])]
            return self.flowed(head, parts)
        if position.nearest is None:
            return self.flowed(head, [(f"· nearest: {NOT_STATED}", "dim")])
        words = on_one_line(position.nearest.of(self.of.of.articles[article].text))
        near = f"· {nearness(position.evidence.score)}, {reason}:"
        return self.flowed(head, [(near, "dim"), (self.cut(words), ""), self.at(article, [position.nearest])])

    # --- differences

    def conflict(self, conflict: Conflict, *, suspected: bool = False) -> Iterator[Line]:
        """What differs and how the sides stand to each other, then the sides."""
        numbers = " ".join(str(self.of.numbers[id_]) for id_ in conflict.claims if id_ in self.of.numbers)
        rule = f"{rule_label(conflict.evidence.reason)}, {probability(conflict.evidence.score)}"
        relation = "perhaps" if suspected else conflict.relation.value
        head = ((relation, "bold"), (f" {conflict.kind.value}", ""))
        yield from self.flowed(
            head,
            [(f"· {rule}", "dim" if self.places else ""), (f"· claim {numbers}" if numbers else "", "dim")],
        )
        differs = self.pen.signs.differs
        for party in (0, 1):
            for side in self.of.sides(conflict, party):
                sign = differs if conflict.relation is Relation.CONFLICT and not suspected else "/"
                yield from self._side(side, sign if party else "", later=side.article == conflict.later)

    def _side(self, side: Side, sign: str, *, later: bool) -> tuple[Line, ...]:
        text = self.of.of.articles[side.article].text
        value = on_one_line(side.value) if side.value else ""
        facts = _spaced([(value, "bold"), ("later" if later else "", "yellow")])
        (first, style), *rest = marked(text, self.of.around(side), side.spans, self.room) or (("", ""),)
        words = [(f" {first}", style), *rest]
        place = _spaced([self.at(side.article, side.spans)])
        head = [(f"{sign:{len(self.pen.signs.differs)}} ", ""), (self.of.of.sigla[side.article], "cyan")]
        return self._run(head, [*facts, *words, *place], indent=4)

    # --- times

    def moment(
        self, moment: Moment, sigla: Iterable[str] = (), *, under_lane: bool = False
    ) -> tuple[Line, ...]:
        """The value, who tells it in which words, and how it was worked out.

        Args:
            moment: the time.
            sigla: those of all reports that tell it in these words; without them that of its own.
            under_lane: whether it stands below a heading that names its lane; else the line names it.
        """
        text = self.of.of.articles[moment.article].text
        edtf = Edtf(on_one_line(moment.value) if moment.value else None, moment.uncertain)
        words = on_one_line(moment.span.of(text)) if moment.span else ""
        dated = on_one_line(moment.of.of(text)) if moment.of and moment.of != moment.span else ""
        return self.flowed(
            [(edtf.label, "bold" if moment.value else "italic")],
            [
                (" ".join(sigla) or self.of.of.sigla[moment.article], "cyan"),
                (f"“{words}”" if words else "", ""),
                (", ".join(edtf.marks), "yellow"),
                ("" if under_lane else f"· {moment.lane.value}", ""),
                (f"· {self._rule(moment, text)}", "dim"),
                (f"· {self.cut(dated)}" if dated else "", ""),
                self.at(moment.article, [moment.span] if moment.span else []),
            ],
            indent=4 if under_lane else 2,
        )

    def _rule(self, moment: Moment, text: str) -> str:
        parts = [rule_label(moment.rule or moment.granularity.value)]
        anchor = moment.anchor
        if anchor and (self.room is None or anchor.kind not in _OWN_DATES):
            words = f" “{on_one_line(anchor.span.of(text))}”" if anchor.span else ""
            parts.append(f"from {anchor_label(anchor.kind)}{words} {on_one_line(anchor.value or NOT_STATED)}")
        return ", ".join(parts)

    # --- origins

    def group(self, group: OriginGroup, origins: Origins, number: int) -> Iterator[Line]:
        """A root: who it is, who leans on it, why, and each collapse with the words it rests on."""
        root = on_one_line(group.root or NOT_STATED)
        letters = " ".join(self.of.sigla(group.articles))
        witnesses = " ".join(self.of.sigla(group.witnesses))
        yield from self.flowed(
            [(f"{number} ", "dim"), (cut_to(root, self.pen.width - 12, self.pen.measure), "bold")],
            [
                (letters, "cyan"),
                (f"· {origin_label(group.reason)}", ""),
                (f"· {WITNESSES}: {witnesses}" if witnesses else "", ""),
            ],
            indent=4,
        )
        for collapse in group.collapses:
            yield from self._collapse(collapse, origins)

    def _collapse(self, one: Collapse, origins: Origins) -> tuple[Line, ...]:
        first, second = (self.of.key_label(key, origins) for key in (one.first, one.second))
        places = [part for at in one.places for part in self._words(at)]
        rule = f"{rule_label(one.evidence.reason)}, {probability(one.evidence.score)}"
        why = f"· {origin_label(one.reason)}, {rule}"
        return self.flowed([("=", "dim")], [(f"{first}, {second}", ""), (why, "dim"), *places], indent=6)

    def _words(self, at: Located) -> Iterator[tuple[str, str]]:
        article = self.of.of.articles.get(at.article)
        if article is not None:
            yield f"· {self.of.of.sigla[at.article]}", "cyan"
            yield f"“{self.cut(on_one_line(at.span.of(article.text)))}”", ""
            yield self.at(at.article, [at.span])

    def circles(self, origins: Origins) -> Iterator[Line]:
        """Who cites each other."""
        for circle in origins.circles:
            names = ", ".join(self.of.key_label(key, origins) for key in circle)
            yield from self.flowed(
                [(self.pen.signs.back, "yellow")], [(f"in a circle: {names}", "")], indent=4
            )

    def ruling(self, ruling: OriginRuling) -> tuple[Line, ...]:
        """What a person decided about two roots."""
        label = "one origin" if ruling.same else "two origins"
        return self.flowed(
            [(label, "bold")], [(f"{on_one_line(ruling.first)}, {on_one_line(ruling.second)}", "")]
        )


def _spaced(parts: Parts) -> Iterator[tuple[str, str]]:
    """A blank before each part that is not empty."""
    return ((f" {words}", style) for words, style in parts if words)


def marked(
    text: str, spans: Iterable[Span], odd: Iterable[Span], room: int | None = None
) -> tuple[tuple[str, str], ...]:
    """The words at `spans` in one run, those of `odd` between brackets.

    If there are more than `room` letters, what is far from the first odd words is left out, as ``…`` shows.

    >>> marked("some 12 boats sank", [Span(0, 18)], [Span(5, 7)])
    (('some ', ''), ('[12]', 'bold yellow'), (' boats sank', ''))
    """
    pieces = tuple(piece for piece in _pieces(text, tuple(spans), sorted(odd)) if piece[0])
    if room is None or sum(len(words) for words, _ in pieces) <= room:
        return pieces
    before = 0
    for words, style in pieces:
        if style == _ODD:
            break
        before += len(words)
    return tuple(_window(pieces, max(before - room // 3, 0), room))


def _pieces(text: str, spans: tuple[Span, ...], odd: list[Span]) -> Iterator[tuple[str, str]]:
    for before, span in zip(separators(text, spans), spans, strict=True):
        at = span.start
        if before:
            yield before, ""
        for part in filter(None, (span.intersection(one) for one in odd)):
            if part.start < at:
                continue
            yield _blanks(text[at : part.start]), ""
            yield f"{_OPENED}{_blanks(part.of(text))}{_CLOSED}", _ODD
            at = part.end
        yield _blanks(text[at : span.end]), ""


def _blanks(words: str) -> str:
    return re.sub(r"\s+", " ", visible(words))


def _window(pieces: Iterable[tuple[str, str]], start: int, room: int) -> Iterator[tuple[str, str]]:
    """So many letters from `start` on, whole words."""
    at, end = 0, start + room
    if start:
        yield "… ", "dim"
    for words, style in pieces:
        kept = words
        if at < start:
            kept = kept[start - at :].partition(" ")[2]
        if at + len(words) > end:
            kept = kept[: max(end - at, 0)].rpartition(" ")[0]
        odd = style == _ODD and start < at + len(words) and at < end
        if kept or odd:  # what it is about is shown whole, however long
            yield (words if odd else kept), style
        at += len(words)
    if at > end:
        yield " …", "dim"
