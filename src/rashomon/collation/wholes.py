"""Witnesses that end early or start late: what the others have beyond the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from rashomon.collation.classes import WHOLES, Class
from rashomon.collation.sense import reason_for_loss
from rashomon.collation.table import Place, Table
from rashomon.collation.units import text_of
from rashomon.model import Evidence, Located, Reading, ShownBy, Span, Variant, VariantKind, hull

__all__ = ["Joined", "ids_of", "readings_of", "truncations", "under_way"]

Joined = tuple[frozenset[int], frozenset[int]]
"""Rows that start, and rows that end, where another quotation of their report goes on."""


def truncations(table: Table, moved: frozenset[int], joined: Joined) -> Iterator[Variant]:
    """One variant for each end at which some witnesses have nothing; places of moved words do not count.

    It reaches as far in as the shortest of them leaves room for, and is grave
    where a condition, a hedge or a denial is among what they lack.

    Args:
        table: the witnesses.
        moved: places whose words some witness has elsewhere.
        joined: rows that go on in another quotation of their report: at their start, at their end.
    """
    missing_of = [_missing(table, row, joined) for row in range(len(table.parts))]
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
            altered=ids_of(table, [short for short, end in enumerate(ends) if end]),
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


def ids_of(table: Table, rows: Iterable[int]) -> tuple[str, ...]:
    """The statement ids of these witnesses, sorted."""
    return tuple(sorted(table.parts[row].passage.statement.id for row in rows))


def _missing(table: Table, row: int, joined: Joined) -> tuple[range, range]:
    """The places before the witness begins and those after it has ended, joining words not counted."""
    first, last, end = under_way(table, row)
    if first > last:
        return range(0), range(0)
    return range(0 if row in joined[0] else first), range(end if row in joined[1] else last + 1, end)


def under_way(table: Table, row: int) -> tuple[int, int, int]:
    """The first and the last place at which the witness is under way, and where joining words begin."""
    end = len(table.places)
    while end and table.places[end - 1].joining:
        end -= 1
    places = [at for at in range(end) if row in table.places[at].inside]
    return (places[0], places[-1], end) if places else (1, 0, end)


def _over(table: Table, places: range) -> tuple[Reading, ...]:
    """The readings over several places; witnesses that read the same at each share one."""
    if len(places) == 1:
        return table.places[places.start].column.readings
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row in range(len(table.parts)):
        texts = (_reading(table.places[at], row).text for at in places)
        groups[tuple(text for text in texts if text)].append(row)
    return readings_of(table, groups.values(), lambda row: _stretch(table, places, row))


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


def readings_of(
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
