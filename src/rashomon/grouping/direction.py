"""Which of two reports a shared passage was in first, as far as their pages tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.grouping.labels import CopyRule
from rashomon.language.carriernames import carrier_key
from rashomon.language.credits import agency_credit, is_agency
from rashomon.model import Article, SourceKind, Span, Statement

__all__ = ["Directions", "Told"]

_DAY = len("2024-03-05")

Told = tuple[str | None, CopyRule, tuple[Span, ...]]
"""Id of the report that was first, what told it, and the words that it rests on in the other report."""


class Directions:
    """What these reports tell of each other and of agencies; made once."""

    def __init__(self, articles: Sequence[Article], statements: Sequence[Statement]) -> None:
        self._articles = {article.id: article for article in articles}
        self._agency: dict[str, tuple[str, Span | None]] = {}
        self._outlet: dict[str, str] = {}
        self._cited: dict[str, dict[str, Span]] = defaultdict(dict)
        for article in articles:
            if (credit := agency_credit(article)) is not None:
                self._agency[article.id] = carrier_key(credit.name).words, credit.span
            if article.publisher is not None:
                self._outlet[article.id] = carrier_key(article.publisher.name).words
        for statement in statements:
            self._cite(statement)

    def _cite(self, statement: Statement) -> None:
        """Keep which outlets a report names as who told it something."""
        mention, cited = statement.source, self._cited[statement.article]
        if (
            mention
            and mention.span
            and mention.source.name
            and mention.source.kind is SourceKind.ORGANISATION
        ):
            cited.setdefault(carrier_key(mention.source.name).words, mention.span)
        for relay in statement.chain:
            cited.setdefault(carrier_key(relay.name).words, relay.span)

    def told(self, one: str, other: str) -> Told:
        """Which of two reports (ids) was first.

        The same whichever is given first.
        """
        for rule in (self._by_agency, self._by_credit, self._by_agency_text, self._by_time):
            found = rule(one, other)
            if found is not None:
                return found
        return None, CopyRule.SHARED_WORDS, ()

    def _by_agency(self, one: str, other: str) -> Told | None:
        """One report is by the agency that the other credits."""
        for first, second in ((one, other), (other, one)):
            name, span = self._agency.get(second, ("", None))
            if name and self._outlet.get(first) == name:
                return first, CopyRule.AGENCY_ITSELF, _spans(span)
        name, span = self._agency.get(one, ("", None))
        return (
            (None, CopyRule.SAME_AGENCY, ()) if name and self._agency.get(other, ("",))[0] == name else None
        )

    def _by_credit(self, one: str, other: str) -> Told | None:
        named = {
            first: self._cited[second].get(self._outlet[first]) if first in self._outlet else None
            for first, second in ((one, other), (other, one))
        }
        told = [(first, span) for first, span in named.items() if span is not None]
        return (told[0][0], CopyRule.CREDITED, (told[0][1],)) if len(told) == 1 else None

    def _by_agency_text(self, one: str, other: str) -> Told | None:
        agencies = [id_ for id_ in (one, other) if id_ in self._agency or self._is_agency(id_)]
        return (agencies[0], CopyRule.AGENCY_TEXT, ()) if len(agencies) == 1 else None

    def _is_agency(self, article: str) -> bool:
        publisher = self._articles[article].publisher
        return publisher is not None and is_agency(publisher.name)

    def _by_time(self, one: str, other: str) -> Told | None:
        """The earlier day, or the earlier moment where both tell one in the same zone."""
        times = [(self._articles[id_].published or "", id_) for id_ in (one, other)]
        if not all(time for time, _ in times):
            return None
        days = sorted((time[:_DAY], id_) for time, id_ in times)
        if days[0][0] != days[1][0]:
            return days[0][1], CopyRule.EARLIER, ()
        (first, early), (second, _) = sorted(times)
        if len(first) > _DAY < len(second) and first[_DAY + 9 :] == second[_DAY + 9 :] and first != second:
            return early, CopyRule.EARLIER, ()
        return None


def _spans(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)
