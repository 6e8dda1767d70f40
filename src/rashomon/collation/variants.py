"""The variants of a table: one for each place that differs, and those of whole witnesses.

A place with more than two readings takes the gravest class that any of them
shows against the base.  Of whole witnesses: one stops early or starts late
(truncation), gives in one sentence what others quote apart (splice), gives in
one quotation what others give in two (split), or has words at another place
(reordering).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.collation.classes import CLASSES, Class, classify
from rashomon.collation.groups import Cut, Part
from rashomon.collation.table import Place, Table
from rashomon.collation.units import Passage, Unit, text_of
from rashomon.model import Column, Evidence, Located, Reading, Severity, Variant, VariantKind, hull

__all__ = ["variants_of"]

_GRAVITY = {Severity.TRIVIAL: 0, Severity.MINOR: 1, Severity.MAJOR: 2}
_REORDERED_FROM = 3

Starts = Mapping[int, Mapping[str, int]]
"""For each group, where the first part of it in each article starts."""


def variants_of(table: Table, number: int, starts: Starts) -> tuple[Variant, ...]:
    """All variants of the group of this number: those of single places in order, then those of whole witnesses."""
    moved = _moved(table)
    found = [_of_place(table, at, moved) for at, place in enumerate(table.places) if place.differs]
    found.extend(_truncations(table))
    for at_end in (False, True):
        found.extend(_seam(table, number, starts, at_end=at_end))
    return tuple(found)


def _of_place(table: Table, at: int, moved: frozenset[int]) -> Variant:
    place = table.places[at]
    if place.joining:
        return _variant(VariantKind.SPLICE, Severity.MAJOR, place.column, at, "joining_words")
    if at in moved:
        return _variant(VariantKind.REORDERING, Severity.MINOR, place.column, at, "words_elsewhere", 0.9)
    gravest = _gravest(table, place)
    return Variant(
        kind=gravest.kind,
        severity=gravest.severity,
        readings=place.column.readings,
        evidence=Evidence(score=gravest.score, reason=gravest.reason),
        column=at,
    )


def _variant(
    kind: VariantKind, severity: Severity, column: Column, at: int | None, reason: str, score: float = 1.0
) -> Variant:
    evidence = Evidence(score=score, reason=reason)
    return Variant(kind=kind, severity=severity, readings=column.readings, evidence=evidence, column=at)


def _gravest(table: Table, place: Place) -> Class:
    """The gravest class among the readings, each against the base's (or the fullest, if it is outside)."""
    base = table.base if table.base in place.inside else max(place.inside, key=lambda r: len(place.words[r]))
    others = {
        place.reading_of[row]: place.words[row]
        for row in sorted(place.inside)
        if place.reading_of[row] != place.reading_of[base]
    }
    classes = [classify(place.words[base], words) for words in others.values()]
    return max(classes, key=lambda found: (_GRAVITY[found.severity], CLASSES.index(found)))


def _moved(table: Table) -> frozenset[int]:
    """Pairs of places where one witness has the words that the base has at the other."""
    gone: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    come: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, place in enumerate(table.places):
        if not place.differs or place.joining or table.base not in place.inside:
            continue
        base = place.words[table.base]
        for row in sorted(place.inside - {table.base}):
            if base and not place.words[row]:
                gone[(row, _words(base))].append(at)
            elif place.words[row] and not base:
                come[(row, _words(place.words[row]))].append(at)
    both = [key for key in gone if key in come and len(key[1]) >= _REORDERED_FROM]
    return frozenset(at for key in both for at in (*gone[key], *come[key]))


def _words(units: Sequence[Unit]) -> tuple[str, ...]:
    return tuple(unit.key for unit in units)


def _truncations(table: Table) -> Iterator[Variant]:
    """One variant for each end beyond which the same witnesses have nothing."""
    size = len(table.places)
    ends: dict[range, list[int]] = defaultdict(list)
    for row in range(len(table.parts)):
        under_way = [at for at, place in enumerate(table.places) if row in place.inside and not place.joining]
        for missing in (range(under_way[0]), range(under_way[-1] + 1, size)) if under_way else ():
            missing = _speaking(table, missing)
            if missing:
                ends[missing].append(row)
    for missing, rows in sorted(ends.items(), key=lambda item: (item[0].start, item[0].stop)):
        if len(missing) == 1:
            column, at = table.places[missing.start].column, missing.start
            yield _variant(VariantKind.TRUNCATION, Severity.MINOR, column, at, "ends_apart")
        else:
            column = Column(readings=(_stretch(table, missing, rows), _nothing(table, rows)))
            yield _variant(VariantKind.TRUNCATION, Severity.MINOR, column, None, "ends_apart")


def _speaking(table: Table, places: range) -> range:
    """The places without those that only hold joining words."""
    stop = places.stop
    while stop > places.start and table.places[stop - 1].joining:
        stop -= 1
    return range(places.start, stop)


def _stretch(table: Table, places: range, without: Sequence[int]) -> Reading:
    """What the base has over these places, or the witness that has most, if the base has nothing."""
    spans: dict[int, list[Located]] = {row: [] for row in range(len(table.parts)) if row not in without}
    for at in places:
        for row in spans:
            spans[row].extend(_located(table, table.places[at], row))
    fullest = max(spans, key=lambda row: (bool(spans[row]), row == table.base, len(spans[row]), -row))
    part = table.parts[fullest].passage
    joined = _drawn_together(part, spans[fullest])
    return Reading(
        witnesses=(part.statement.id,), text=text_of(part.text, [s.span for s in joined]), spans=tuple(joined)
    )


def _located(table: Table, place: Place, row: int) -> list[Located]:
    """The spans of one witness at one place."""
    passage = table.parts[row].passage
    reading = place.column.readings[place.reading_of[row]]
    own = [s for s in reading.spans if s.article == passage.statement.article]
    return [s for s in own if any(whole.contains(s.span) for whole in passage.spans)]


def _drawn_together(passage: Passage, spans: Sequence[Located]) -> list[Located]:
    """One span for each piece of the content that these lie in."""
    by_piece = ([s.span for s in spans if whole.contains(s.span)] for whole in passage.spans)
    return [Located(passage.statement.article, hull(own)) for own in by_piece if own]


def _nothing(table: Table, rows: Sequence[int]) -> Reading:
    ids = sorted(table.parts[row].passage.statement.id for row in rows)
    return Reading(witnesses=tuple(ids), text="", spans=())


def _seam(table: Table, number: int, starts: Starts, *, at_end: bool) -> Iterator[Variant]:
    """The splice or split at one end: the words on this side of it, in those who run on and those who do not.

    Where joining words stand in a place of their own, that place is the variant.
    """
    cuts = {
        row: cut for row, part in enumerate(table.parts) if (cut := part.before if at_end else part.after)
    }
    if not cuts or (at_end and any(place.joining for place in table.places)):
        return
    spliced = any(_is_splice(table.parts[row], cut, number, starts, at_end) for row, cut in cuts.items())
    groups: dict[tuple[bool, str], list[int]] = defaultdict(list)
    edge = table.places[-1 if at_end else 0]
    for row in range(len(table.parts)):
        word = _edge(table.parts[row], at_end) if row in edge.inside else None
        groups[(row in cuts, word.key if word else "")].append(row)
    readings = [
        _edge_reading(table, rows, at_end) if key else _nothing(table, rows)
        for (_, key), rows in groups.items()
    ]
    yield Variant(
        kind=VariantKind.SPLICE if spliced else VariantKind.SPLIT,
        severity=Severity.MAJOR if spliced else Severity.MINOR,
        readings=tuple(sorted(readings, key=lambda reading: reading.witnesses)),
        evidence=Evidence(
            score=0.95 if spliced else 1.0, reason="run_together" if spliced else "quoted_apart"
        ),
    )


def _is_splice(part: Part, cut: Cut, number: int, starts: Starts, at_end: bool) -> bool:
    """Whether the seam is inside a sentence, or others have the two sides the other way round."""
    if cut.joins or not cut.sentence:
        return True
    earlier, later = (number, cut.beyond) if at_end else (cut.beyond, number)
    others = (set(starts[earlier]) & set(starts[later])) - {part.passage.statement.article}
    return any(starts[earlier][article] > starts[later][article] for article in others)


def _edge(part: Part, at_end: bool) -> Unit | None:
    """The last or first spoken word."""
    speech = part.passage.speech
    return (speech[-1] if at_end else speech[0]) if speech else None


def _edge_reading(table: Table, rows: Sequence[int], at_end: bool) -> Reading:
    """The word at the end, of witnesses that have the same one there."""
    ordered = sorted(rows, key=lambda row: table.parts[row].passage.statement.id)
    words = [(table.parts[row].passage, _edge(table.parts[row], at_end)) for row in ordered]
    spans = [(passage, word.core) for passage, word in words if word]
    return Reading(
        witnesses=tuple(passage.statement.id for passage, _ in spans),
        text=spans[0][1].of(spans[0][0].text),
        spans=tuple(Located(passage.statement.article, span) for passage, span in spans),
    )
