"""Variants of whole witnesses: one ends early or starts late, or runs together what others quote apart.

A truncation shows what the others have beyond the end.  A seam between two
utterances shows in both: as a split where one report's quotation simply goes
on and another begins a new one, as a splice where it goes on within a
sentence or the others have the two sides the other way round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rashomon.collation.classes import WHOLES, Class
from rashomon.collation.groups import Cut, Part
from rashomon.collation.sense import reason_for_loss
from rashomon.collation.table import Place, Table
from rashomon.collation.units import Passage, text_of
from rashomon.model import Evidence, Located, Reading, ShownBy, Span, Variant, VariantKind, hull

__all__ = ["Starts", "cuts", "truncations"]

_SHOWN_AT_SEAM = 4

Starts = Mapping[int, Mapping[str, int]]
"""For each group, where the first part of it in each article starts."""


def truncations(table: Table, moved: frozenset[int]) -> Iterator[Variant]:
    """One variant for each end at which some witnesses have nothing; places of moved words do not count.

    It reaches as far in as the shortest of them leaves room for, and is grave
    where a condition, a hedge or a denial is among what they lack.
    """
    missing_of = [_missing(table, row) for row in range(len(table.parts))]
    for ends in zip(*missing_of, strict=True):
        missing = max(ends, key=len)
        if moved.issuperset(missing):
            continue
        row = _row(_lost(table, missing))
        yield Variant(
            kind=row.kind,
            severity=row.severity,
            readings=_over(table, missing),
            evidence=Evidence(score=row.score, reason=row.reason),
            column=missing.start if len(missing) == 1 else None,
            altered=_ids(table, [short for short, end in enumerate(ends) if end]),
            shown_by=ShownBy.LONGER_WITNESS,
        )


def _row(reason: str | None) -> Class:
    """The row of the table for an end that is lacking, by what is lost with it."""
    rows = {row.reason: row for row in WHOLES if row.kind is VariantKind.TRUNCATION}
    return rows[reason or "ends_apart"]


def _lost(table: Table, places: range) -> str | None:
    """What the fullest witness says over these places that must not get lost."""
    fullest: list[str] = []
    for row in range(len(table.parts)):
        words = [unit.key for at in places for unit in table.places[at].words[row] if unit.is_speech]
        fullest = max(fullest, words, key=len)
    return reason_for_loss(fullest)


def _ids(table: Table, rows: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted(table.parts[row].passage.statement.id for row in rows))


def _missing(table: Table, row: int) -> tuple[range, range]:
    """The places before the witness begins and those after it has ended, joining words not counted."""
    last = len(table.places)
    while last and table.places[last - 1].joining:
        last -= 1
    under_way = [at for at in range(last) if row in table.places[at].inside]
    if not under_way:
        return range(0), range(0)
    return range(under_way[0]), range(under_way[-1] + 1, last)


def _over(table: Table, places: range) -> tuple[Reading, ...]:
    """The readings over several places; witnesses that read the same at each share one."""
    if len(places) == 1:
        return table.places[places.start].column.readings
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row in range(len(table.parts)):
        texts = (_reading(table.places[at], row).text for at in places)
        groups[tuple(text for text in texts if text)].append(row)
    return _readings(table, groups.values(), lambda row: _stretch(table, places, row))


def _reading(place: Place, row: int) -> Reading:
    return place.column.readings[place.reading_of[row]]


def _stretch(table: Table, places: range, row: int) -> list[Span]:
    """What the witness has over these places, one span a piece of its content."""
    passage = table.parts[row].passage
    spans = [
        located.span
        for at in places
        for located in _reading(table.places[at], row).spans
        if located.article == passage.statement.article
    ]
    pieces = ([span for span in spans if whole.contains(span)] for whole in passage.spans)
    return [hull(own) for own in pieces if own]


def _readings(
    table: Table, groups: Iterable[Sequence[int]], spans_of: Callable[[int], list[Span]]
) -> tuple[Reading, ...]:
    """A reading for each group of witnesses, those with words first."""
    out = []
    for rows in groups:
        passages = sorted(((table.parts[row].passage, row) for row in rows), key=lambda p: p[0].statement.id)
        spans = [(passage, spans_of(row)) for passage, row in passages]
        out.append(
            Reading(
                witnesses=tuple(passage.statement.id for passage, _ in spans),
                text=text_of(spans[0][0].text, spans[0][1]),
                spans=tuple(Located(p.statement.article, span) for p, own in spans for span in own),
            )
        )
    return tuple(sorted(out, key=lambda reading: (not reading.spans, reading.witnesses)))


def cuts(table: Table, number: int, starts: Starts) -> Iterator[Variant]:
    """The splice or split at either end of the group of this number.

    Its readings are the words at that end, apart for the witnesses that run on
    and those that do not.  Where joining words have a place of their own, that
    place is the variant and no other is given.
    """
    turned = _Turned(starts)
    for at_end in (False, True):
        own = {
            row: cut
            for row, part in enumerate(table.parts)
            if (cut := part.before if at_end else part.after) is not None
        }
        if own and not (at_end and any(place.joining for place in table.places)):
            readings = _edges(table, own, at_end)
            joining = [
                row
                for row, cut in own.items()
                if _is_splice(table.parts[row], cut, turned, _in_order(number, cut.beyond, at_end))
            ]
            if len(readings) > 1:
                yield _seam(readings, _ids(table, joining))


def _seam(readings: tuple[Reading, ...], joining: tuple[str, ...]) -> Variant:
    reason, kind = ("run_together", VariantKind.SPLICE) if joining else ("quoted_apart", VariantKind.SPLIT)
    row = next(row for row in WHOLES if (row.reason, row.kind) == (reason, kind))
    return Variant(
        kind=row.kind,
        severity=row.severity,
        readings=readings,
        evidence=Evidence(score=row.score, reason=row.reason),
        altered=joining,
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
    return _readings(table, groups.values(), lambda row: spans[row])


def _edge(passage: Passage, at_end: bool) -> list[Span]:
    """The span of the few words at the edge, as far as they stand in one piece of the content."""
    edge = passage.units[-1 if at_end else 0]
    shown = [
        unit
        for unit in passage.units
        if unit.piece == edge.piece and abs(unit.word - edge.word) < _SHOWN_AT_SEAM
    ]
    return [Span(shown[0].span.start, shown[-1].span.end)]


def _in_order(own: int, beyond: int, at_end: bool) -> tuple[int, int]:
    return (own, beyond) if at_end else (beyond, own)


class _Turned:
    """In which articles one group begins after another, worked out once for each two."""

    def __init__(self, starts: Starts) -> None:
        self._starts = starts
        self._known: dict[tuple[int, int], frozenset[str]] = {}

    def articles(self, earlier: int, later: int) -> frozenset[str]:
        """Those in which the later group stands before the earlier one."""
        if (earlier, later) not in self._known:
            one, two = self._starts[earlier], self._starts[later]
            self._known[earlier, later] = frozenset(a for a in one.keys() & two.keys() if one[a] > two[a])
        return self._known[earlier, later]


def _is_splice(part: Part, cut: Cut, turned: _Turned, groups: tuple[int, int]) -> bool:
    """Whether the seam is inside a sentence, or others have the two sides the other way round."""
    if cut.joins or not cut.sentence:
        return True
    return bool(turned.articles(*groups) - {part.passage.statement.article})
