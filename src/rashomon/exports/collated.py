"""One utterance laid out for people: who has what at each place, and how much of it differs.

Witnesses that read the same everywhere are one *version*, so that five hundred
prints of one agency text are shown once.  Everything is found in one pass over the
readings; the page and the terminal draw from the same layout.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.exports.display import visible
from rashomon.exports.overview import Overview
from rashomon.exports.wording import Piece, joined
from rashomon.model import (
    Apparatus,
    Mode,
    Reading,
    Span,
    Utterance,
    Variant,
    VariantKind,
    Witness,
)

__all__ = ["Collated", "Version", "lacking"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Witnesses with the same reading at every place, by report and place; `base` if it is among them."""

    witnesses: tuple[Witness, ...]
    sigla: tuple[str, ...]
    base: bool

    @property
    def first(self) -> Witness:
        """The one whose words are shown."""
        return self.witnesses[0]


class Collated:
    """The apparatus of one utterance, read along its witnesses and along its places."""

    def __init__(self, utterance: Utterance, of: Overview) -> None:
        self.utterance, self.of = utterance, of
        self.id = utterance.id
        self.apparatus: Apparatus = utterance.apparatus
        self.witnesses = of.ordered(self.apparatus)
        self.sigla = of.witness_sigla(self.apparatus)
        self.base = next(w for w in self.witnesses if w.statement == self.apparatus.base)
        self.family = {w: n for n, family in enumerate(self.apparatus.families) for w in family.witnesses}
        self.readings = _readings_of(self.apparatus)
        self.numbers: dict[int | None, list[int]] = defaultdict(list)
        for number, variant in enumerate(self.apparatus.variants, 1):
            self.numbers[variant.column].append(number)

    @cached_property
    def pieces(self) -> dict[str, tuple[Piece, ...]]:
        """What each witness has in each column."""
        owned = _owned(self.apparatus)
        texts = {w.statement: self.of.articles[w.article].text for w in self.witnesses}
        return {
            id_: tuple(
                Piece(column=at, spans=tuple(spans), words=joined(text, spans))
                for at, spans in enumerate(owned[id_])
            )
            for id_, text in texts.items()
        }

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """The versions, the base's first, the others in the order of their first witness."""
        groups: dict[tuple[int, ...], list[Witness]] = defaultdict(list)
        for witness in self.witnesses:
            groups[self.readings[witness.statement]].append(witness)
        found = [
            Version(
                witnesses=tuple(members),
                sigla=tuple(self.sigla[w.statement] for w in members),
                base=self.base in members,
            )
            for members in groups.values()
        ]
        return tuple(sorted(found, key=lambda version: not version.base))

    @cached_property
    def independent(self) -> int:
        """At most how many independent witnesses there are."""
        return self.count(self.sigla)

    def count(self, statements: Collection[str]) -> int:
        """At most how many independent ones are among these witnesses (statement ids)."""
        return len({self.family.get(id_, id_) for id_ in statements})

    def sigla_of(self, statements: Collection[str]) -> tuple[str, ...]:
        """Their sigla, by report and place."""
        return tuple(siglum for id_, siglum in self.sigla.items() if id_ in statements)

    @cached_property
    def named_otherwise(self) -> dict[str, tuple[str, ...]]:
        """Who else is named as having said it, and by which witnesses (sigla)."""
        speaker = self.utterance.source
        names: dict[str, set[str]] = defaultdict(set)
        for id_ in self.sigla:
            mention = self.of.statements[id_].source
            if (
                mention
                and mention.source.name
                and speaker
                and speaker.name
                and mention.source.id != speaker.id
            ):
                names[visible(mention.source.name)].add(id_)
        return {name: self.sigla_of(having) for name, having in sorted(names.items())}

    # --- places

    def differing(self, column: int, witness: Witness) -> tuple[str, ...]:
        """The witnesses that do not read as this one does there, those left out that are not under way."""
        own = self.readings[witness.statement][column]
        readings = self.apparatus.columns[column].readings
        return tuple(
            id_
            for index, reading in enumerate(readings)
            if index != own
            for id_ in reading.witnesses
            if reading.text or not self.beyond(id_, column)
        )

    def beyond(self, statement: str, column: int) -> bool:
        """Whether a truncated witness has ended before this place or begins after it, or one only retells."""
        if statement in self.retold:
            index = self.readings[statement][column]
            return index < 0 or not self.apparatus.columns[column].readings[index].text
        if statement not in self._truncated:
            return False
        first, last = self.extent[statement]
        return not first <= column <= last

    @cached_property
    def extent(self) -> dict[str, tuple[int, int]]:
        """The first and the last column in which each witness has words; an empty range if in none."""
        readings = [column.readings for column in self.apparatus.columns]
        extent = {}
        for id_, own in self.readings.items():
            filled = [at for at, index in enumerate(own) if index >= 0 and readings[at][index].text]
            extent[id_] = (filled[0], filled[-1]) if filled else (0, -1)
        return extent

    @cached_property
    def _truncated(self) -> frozenset[str]:
        cut = (v for v in self.apparatus.variants if v.kind is VariantKind.TRUNCATION)
        return frozenset(id_ for variant in cut for id_ in lacking(variant))

    def only_part(self, column: int) -> bool:
        """Whether all who have words here agree, and who has none has ended or not begun."""
        return (
            not self.numbers.get(column)
            and sum(bool(r.text) for r in self.apparatus.columns[column].readings) == 1
        )

    def lacks_nothing(self, witness: Witness, column: int) -> bool:
        """Whether a witness without words here has ended before or begins after."""
        return self.beyond(witness.statement, column) or self.only_part(column)

    def _mode(self, witness: Witness) -> Mode:
        """As the statement's; words in another language than the base's are not its words either."""
        languages = {self.of.articles[w.article].language for w in (witness, self.base)}
        return self.of.statements[witness.statement].mode if len(languages) == 1 else Mode.INDIRECT

    def how_told(self, statement: str) -> str:
        """A label for one of `retold`: that it retells, or its language."""
        one = self.of.statements[statement]
        language = self.of.articles[one.article].language
        foreign = language != self.of.articles[self.base.article].language
        return f"in another language ({visible(language)})" if foreign else "retold"

    @cached_property
    def retold(self) -> frozenset[str]:
        """The witnesses that tell in the reporter's words, or in another language, what others quote.

        They have no place in common with the base, and so lack nothing that others have.
        """
        modes = {w.statement: self._mode(w) for w in self.witnesses}
        base = self.readings[self.base.statement]
        if modes[self.base.statement] is not Mode.DIRECT:
            return frozenset()
        filled = {
            (at, index)
            for at, (column, index) in enumerate(zip(self.apparatus.columns, base, strict=True))
            if index >= 0 and column.readings[index].text
        }
        return frozenset(
            id_
            for id_, mode in modes.items()
            if mode is not Mode.DIRECT and filled.isdisjoint(enumerate(self.readings[id_]))
        )


def lacking(variant: Variant) -> tuple[str, ...]:
    """The witnesses that have no words in a variant."""
    return tuple(id_ for reading in variant.readings if not reading.text for id_ in reading.witnesses)


def _readings_of(apparatus: Apparatus) -> dict[str, tuple[int, ...]]:
    """For each witness the index of its reading in each column, -1 where it is in none."""
    out: dict[str, list[int]] = {w.statement: [-1] * len(apparatus.columns) for w in apparatus.witnesses}
    for at, column in enumerate(apparatus.columns):
        for index, reading in enumerate(column.readings):
            for id_ in reading.witnesses:
                if id_ in out:
                    out[id_][at] = index
    return {id_: tuple(indexes) for id_, indexes in out.items()}


def _owned(apparatus: Apparatus) -> dict[str, list[list[Span]]]:
    """For each witness its spans in each column: of a reading's spans those that lie in its own words."""
    owners = _Owners(apparatus.witnesses)
    out: dict[str, list[list[Span]]] = {
        w.statement: [[] for _ in apparatus.columns] for w in apparatus.witnesses
    }
    for at, column in enumerate(apparatus.columns):
        for reading in column.readings:
            for id_, span in owners.of(reading):
                out[id_][at].append(span)
    return out


class _Owners:
    """Finds whose a place is, in a time that does not grow with the number of witnesses."""

    def __init__(self, witnesses: Sequence[Witness]) -> None:
        by_article: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for witness in witnesses:
            by_article[witness.article] += [(span, witness.statement) for span in witness.spans]
        self.spans = {article: sorted(spans) for article, spans in by_article.items()}

    def of(self, reading: Reading) -> Iterator[tuple[str, Span]]:
        """Each span of a reading with the witness it belongs to."""
        having = set(reading.witnesses)
        for at in reading.spans:
            spans = self.spans.get(at.article, [])
            start = bisect_right(spans, at.span.start, key=lambda item: item[0].start) - 1
            # witnesses of one report may overlap only where one splice is in two; few are tried
            for index in range(start, -1, -1):
                whole, id_ = spans[index]
                if whole.contains(at.span) and id_ in having:
                    yield id_, at.span
                    break
