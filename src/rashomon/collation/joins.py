"""Where one witness gives in one quotation what another report quotes apart: a splice or a split.

It is a split where the other report's second quotation only goes on with the
first.  It is a splice where the two were said at different points: there are
words between them that nobody else has, the other report has them the other
way round, quotes something else between them, or introduces the second anew.

Long passages stand in two utterances, and the seam lies at the end of each
(`cuts`); short quotations are two witnesses of one utterance, the one ending
where the other begins (`halves`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.collation.classes import WHOLES
from rashomon.collation.groups import Cut
from rashomon.collation.table import Table
from rashomon.collation.units import Passage, Unit, UnitKind, text_of
from rashomon.collation.wholes import Joined, ids_of, readings_of, under_way
from rashomon.language.newturns import new_turn
from rashomon.model import Evidence, Mode, Reading, ShownBy, Span, Variant, VariantKind, hull

__all__ = ["Extents", "Half", "cuts", "halves", "joined_at", "seams_of"]

_SHOWN_AT_SEAM = 4
_SHORTEST_HALF = 3
_BETWEEN = 6
"""Words between two halves at most; with more, they are quotations of two passages."""

_ELLIPSES = ("…", "...", ". . .")
_LOOK = 8  # code points from a seam to the end of an ellipsis
_MARKS = 2  # quotation marks between a word and the end of its piece
_CUE = 160  # code points behind a quotation in which its cue ends

Extents = Mapping[int, Mapping[str, Sequence[Span]]]
"""For each group, where its parts stand in each article."""


@dataclass(frozen=True, slots=True)
class Half:
    """Two witnesses of one report of which the first ends at place `last` and the other begins at `first`."""

    earlier: int
    later: int
    last: int
    first: int


def cuts(table: Table, number: int, extents: Extents) -> Iterator[Variant]:
    """The splice or split at either end of the group of this number.

    Its readings are the words at that end, apart for the witnesses that run on
    and those that do not.  Where joining words have a place of their own, that
    place is the variant and no other is given.
    """
    turns = _Turns(table, extents)
    for at_end in (False, True):
        own = {
            row: cut
            for row, part in enumerate(table.parts)
            if (cut := part.before if at_end else part.after) is not None
        }
        if own and not (at_end and any(place.joining for place in table.places)):
            readings = _edges(table, own, at_end)
            joining = [row for row, cut in own.items() if _is_splice(table, row, cut, turns, number, at_end)]
            if len(readings) > 1:
                yield _seam(table, readings, joining)


def halves(table: Table) -> list[Half]:
    """The witnesses of one report that another report has in one piece."""
    ways = {row: under_way(table, row) for row in range(len(table.parts))}
    by_article: dict[str, list[int]] = defaultdict(list)
    for row, part in enumerate(table.parts):
        if len(part.passage.speech) >= _SHORTEST_HALF and part.passage.statement.mode is Mode.DIRECT:
            by_article[part.passage.statement.article].append(row)
    out: list[Half] = []
    for article, rows in by_article.items():
        ended = sorted((ways[row][1], row) for row in rows)
        for later in rows:
            at = bisect_left(ended, (ways[later][0], -1)) - 1
            half = Half(ended[at][1], later, ended[at][0], ways[later][0]) if at >= 0 else None
            if half and _follows(table, half) and _in_one(table, half, article):
                out.append(half)
    return out


def joined_at(found: Sequence[Half]) -> Joined:
    """The rows that start and those that end at a seam."""
    return frozenset(half.later for half in found), frozenset(half.earlier for half in found)


def seams_of(table: Table, found: Sequence[Half]) -> Iterator[Variant]:
    """One variant for each place where the halves of some report meet."""
    by_place: dict[tuple[int, int], list[Half]] = defaultdict(list)
    for half in found:
        by_place[half.last, half.first].append(half)
    for (last, first), met in sorted(by_place.items()):
        spans = {row: _beside(table, row, last, first) for row in range(len(table.parts))}
        groups: dict[str, list[int]] = defaultdict(list)
        for row, own in spans.items():
            groups[" ".join(text_of(table.parts[row].passage.text, own).split())].append(row)
        readings = readings_of(table, groups.values(), lambda row, spans=spans: spans[row])  # type: ignore[misc]
        apart = any(_said_apart(table.parts[h.earlier].passage, table.parts[h.later].passage) for h in met)
        whole = [
            row
            for row in range(len(table.parts))
            if _goes_on(table.parts[row].passage, spans[row]) and _spans(table, row, last, first)
        ]
        if len(readings) > 1:
            yield _seam(table, readings, whole if apart else [])


def _goes_on(passage: Passage, spans: Sequence[Span]) -> bool:
    """Whether the words are of one sentence or piece, though a cue may stand in the sentence."""
    return len(spans) == 1 or all(not _capital(passage.text, span) for span in spans[1:])


def _spans(table: Table, row: int, last: int, first: int) -> bool:
    """Whether the witness is under way on both sides of the seam."""
    return row in table.places[last].inside and row in table.places[first].inside


def _follows(table: Table, half: Half) -> bool:
    """Whether hardly a word lies between the two."""
    between = table.places[half.last + 1 : half.first]
    return sum(max(sum(u.is_speech for u in words) for words in place.words) for place in between) <= _BETWEEN


def _in_one(table: Table, half: Half, article: str) -> bool:
    """Whether a witness of another report is under way in both."""
    both = table.places[half.last].inside & table.places[half.first].inside
    return any(table.parts[row].passage.statement.article != article for row in both)


def _said_apart(earlier: Passage, later: Passage) -> bool:
    """Whether the report has the later words first, or tells that something came between."""
    return _apart(earlier.text, hull(earlier.spans), hull(later.spans))


def _apart(text: str, one: Span, two: Span) -> bool:
    """Whether what stands second, a sentence from its start, was said at another point than the first."""
    if not (_capital(text, two) or _set_off(text[one.end : two.start])):
        return False
    return two.start < one.end or new_turn(text[one.end : two.start], text[two.end : two.end + _CUE])


def _capital(text: str, span: Span) -> bool:
    """Whether the words begin with a capital or a figure that stands for one."""
    return next((letter for letter in text[span.start : span.end] if letter.isalnum()), "").isupper()


def _set_off(between: str) -> bool:
    """Whether a colon or the end of a sentence leads to what follows, so that it stands by itself."""
    return between.rstrip(' \n“„«"').endswith((":", ".", "!", "?"))


def _beside(table: Table, row: int, last: int, first: int) -> list[Span]:
    """The few words of the witness on either side of the seam, one span a piece of its content."""
    before = _units(table, row, range(last, -1, -1))[:_SHOWN_AT_SEAM][::-1]
    between = [unit for place in table.places[last + 1 : first] for unit in place.words[row]]
    after = _units(table, row, range(first, len(table.places)))[:_SHOWN_AT_SEAM]
    pieces: dict[int, list[Span]] = defaultdict(list)
    for unit in (*before, *between, *after):
        pieces[unit.piece].append(unit.span)
    return [hull(spans) for spans in pieces.values()]


def _units(table: Table, row: int, places: range) -> list[Unit]:
    """The first few units of the witness over these places, in their order."""
    out: list[Unit] = []
    for at in places:
        if table.places[at].joining or row not in table.places[at].inside or len(out) >= _SHOWN_AT_SEAM:
            break
        out.extend(table.places[at].words[row][:: places.step])
    return out


def _seam(table: Table, readings: tuple[Reading, ...], joining: Sequence[int]) -> Variant:
    reason, kind = ("run_together", VariantKind.SPLICE) if joining else ("quoted_apart", VariantKind.SPLIT)
    row = next(row for row in WHOLES if (row.reason, row.kind) == (reason, kind))
    return Variant(
        kind=row.kind,
        severity=row.severity,
        readings=readings,
        evidence=Evidence(score=row.score, reason=row.reason),
        altered=ids_of(table, joining),
        shown_by=ShownBy.JOINED if joining else None,
    )


def _edges(table: Table, own: Mapping[int, Cut], at_end: bool) -> tuple[Reading, ...]:
    """The first or last few words of each witness; none for one that is not under way there."""
    edge = table.places[-1 if at_end else 0]
    spans = {
        row: _edge(table.parts[row].passage, at_end) if row in edge.inside else []
        for row in range(len(table.parts))
    }
    groups: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for row, found in spans.items():
        words = text_of(table.parts[row].passage.text, found)
        groups[row in own and bool(words), " ".join(words.split())].append(row)
    return readings_of(table, groups.values(), lambda row: spans[row])


def _edge(passage: Passage, at_end: bool) -> list[Span]:
    """The span of the few words at the edge, as far as they stand in one piece of the content."""
    edge = passage.units[-1 if at_end else 0]
    shown = [
        unit
        for unit in passage.units
        if unit.piece == edge.piece and abs(unit.word - edge.word) < _SHOWN_AT_SEAM
    ]
    return [Span(shown[0].span.start, shown[-1].span.end)]


class _Turns:
    """Which articles say two groups at different points, worked out once for each two."""

    def __init__(self, table: Table, extents: Extents) -> None:
        self._texts = {part.passage.statement.article: part.passage.text for part in table.parts}
        self._extents = extents
        self._known: dict[tuple[int, int], frozenset[str]] = {}

    def articles(self, earlier: int, later: int) -> frozenset[str]:
        """Those in which the later group stands before the earlier one, or is introduced anew."""
        if (earlier, later) not in self._known:
            one, two = self._extents[earlier], self._extents[later]
            both = one.keys() & two.keys() & self._texts.keys()
            self._known[earlier, later] = frozenset(a for a in both if self._said_apart(a, one[a], two[a]))
        return self._known[earlier, later]

    def _said_apart(self, article: str, one: Sequence[Span], two: Sequence[Span]) -> bool:
        near = min(
            ((earlier, later) for later in two for earlier in one if earlier.end <= later.start),
            key=lambda pair: pair[1].start - pair[0].end,
            default=(one[0], two[0]),
        )
        return _apart(self._texts[article], *near)


def _is_splice(table: Table, row: int, cut: Cut, turns: _Turns, number: int, at_end: bool) -> bool:
    """Whether words join the two sides, or another report says them at different points.

    Not where an ellipsis owns to the gap, nor where the quotation itself is interrupted by a cue.
    """
    if _owned(table.parts[row].passage, at_end) or any(u.kind is UnitKind.ELLIPSIS for u in cut.joins):
        return False
    if cut.joins:
        return True
    sides = (number, cut.beyond) if at_end else (cut.beyond, number)
    return bool(turns.articles(*sides) - {table.parts[row].passage.statement.article})


def _owned(passage: Passage, at_end: bool) -> bool:
    """Whether an ellipsis stands at the seam, or a cue between two sentences."""
    edge, content = passage.units[-1 if at_end else 0], passage.statement.content
    if edge.kind is UnitKind.ELLIPSIS:
        return True
    if at_end:
        after = passage.text[edge.trail_end : edge.trail_end + _LOOK].lstrip(" [(")
        return after.startswith(_ELLIPSES) or any(
            0 <= s.end - edge.trail_end <= _MARKS and _capital(passage.text, content[at])
            for at, s in enumerate(content[:-1], 1)
        )
    before = passage.text[max(0, edge.lead_start - _LOOK) : edge.lead_start].rstrip(" ])")
    return before.endswith(_ELLIPSES) or any(
        0 <= edge.lead_start - s.start <= _MARKS and _capital(passage.text, s) for s in content[1:]
    )
