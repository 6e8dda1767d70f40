"""Who stands behind a statement, on the nodes of the dossier's graph of transmission.

The graph has each speaker, carrier and report once; here nodes are further taken
for one where the texts show them to be: an outlet that is one of the reports, an
outlet quoted as a speaker, a paper that is only an outlet's report, somebody who
speaks for a body.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.corroboration.origincalled import Called
from rashomon.corroboration.originpapers import known_as
from rashomon.corroboration.originphrases import (
    RUN,
    body_beside,
    is_account_in,
    is_paper,
    is_staff,
    is_title,
    is_vague,
    names_nobody,
    own_staff,
    paper_of,
    spoken_for,
)
from rashomon.corroboration.originways import in_order, label_of, manners, outlets_of
from rashomon.corroboration.originwords import NOT_ITS_OWN, REPORTERS, WRITING_FOR
from rashomon.language.carriernames import carrier_key, plain_key
from rashomon.language.credits import Credit, agency_credit
from rashomon.model import (
    Dossier,
    Located,
    NodeKind,
    SourceKind,
    Span,
    Statement,
    Step,
)

__all__ = ["Hop", "Nodes", "Place"]


class Place(NamedTuple):
    """Kind and key of a node."""

    kind: NodeKind
    key: str


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a way: to which node, how, whether that is stated, and by which words of the report."""

    tail: Place
    head: Place
    manners: tuple[str, ...] = ()
    stated: bool = True
    places: tuple[Located, ...] = ()


class Nodes:
    """The nodes of one dossier; made once."""

    def __init__(self, dossier: Dossier) -> None:
        self.articles = {article.id: article for article in dossier.articles}
        self.labels: dict[Place, str | None] = {}
        self.agencies: dict[str, Credit] = {}
        self._same: dict[Place, Place] = {}
        self._ways: dict[str, list[Step]] = defaultdict(list)
        self._ids: dict[str, Place] = {}
        for node in dossier.transmission.nodes:
            place = Place(node.kind, node.key)
            self._ids[node.id] = place
            self.labels[place] = node.label
        for step in dossier.transmission.steps:
            for id_ in step.statements:
                self._ways[id_].append(step)
        self._outlets = outlets_of(dossier.articles)
        self._publishers = {id_: key for key, ids in self._outlets.items() for id_ in ids}
        self._called = Called(label_of(article) for article in dossier.articles if article.publisher)
        for article in dossier.articles:
            self.labels.setdefault(Place(NodeKind.REPORT, article.id), label_of(article))
            if (credit := agency_credit(article)) is not None:
                self.agencies[article.id] = credit
        self._bodies = self._named_bodies(dossier.statements)
        self._last = {
            plain_key(f.name): plain_key(f.name.split()[-1]) for f in dossier.figures if f.name.strip()
        }
        self._join_outlets(dossier.statements)
        self._spoken_for = dict(reversed(list(self._spokesmen(dossier))))

    # who is who ------------------------------------------------------------

    def one(self, place: Place) -> Place:
        """The node that stands for this one."""
        while place in self._same:
            place = self._same[place]
        return place

    def outlet(self, name: str, article: str) -> Place:
        """The node of an outlet of this name, as the report uses it: a report, if there is just one by it."""
        key = self._key(name)
        reports = self._outlets.get(key, ())
        if article in reports:
            return Place(NodeKind.REPORT, article)
        if len(reports) == 1:
            return Place(NodeKind.REPORT, reports[0])
        place = self.one(Place(NodeKind.CARRIER, key))
        self.labels.setdefault(place, name)
        return place

    def reports_of(self, place: Place) -> tuple[str, ...]:
        """The reports of an outlet that has several."""
        return self._outlets.get(place.key, ()) if place.kind is NodeKind.CARRIER else ()

    def publisher(self, article: str) -> str | None:
        """The folded name of the outlet that published the report."""
        return self._publishers.get(article)

    def mentions(self, text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """Where a stretch names outlets: those of the reports, others here, and names made as titles are."""
        published = list(self._called.find(text, start, end))
        yield from published
        taken = {at for span, _ in published for at in range(span.start, span.end)}
        for run in RUN.finditer(text, start, end):
            name = self.outlet_ending(run.group())
            if name is not None:
                at = run.start() + run.group().rindex(name)
                if taken.isdisjoint(range(at, at + len(name))):
                    yield Span(at, at + len(name)), name

    def _key(self, name: str) -> str:
        """The folded name of an outlet, in full where these reports tell what it is short for."""
        key = carrier_key(name).words
        return key if key in self._outlets else self._called.short.get(key, key)

    def known(self, name: str) -> bool:
        """Whether an outlet of this name publishes or carries anything here."""
        key = carrier_key(name).words
        return key in self._outlets or Place(NodeKind.CARRIER, key) in self.labels

    def outlet_ending(self, run: str) -> str | None:
        """The outlet whose name ends this run of capitals; None if it ends in none."""
        words = run.removesuffix("'s").removesuffix("’s").split()
        for first in range(len(words)):
            if self.known(" ".join(words[first:])):
                return " ".join(words[first:])
        while len(words) > 2 and (words[0] in _NO_TITLE or words[0].endswith(("'s", "’s"))):
            words.pop(0)
        title = " ".join(words)
        return title if words[0] not in _NO_TITLE and is_title(title) else None

    def outlet_within(self, words: str, article: str) -> Place | None:
        """The outlet of which a phrase names a paper, the readers, a reporter; None where it names none.

        A paper that an outlet was only sent, or has seen, is not its own.
        """
        for run in RUN.finditer(words[:_LONGEST]):
            name = self.outlet_ending(run.group())
            own = name is not None and not NOT_ITS_OWN.search(words[: run.end() - len(name)])
            if name is not None and own:
                return self.outlet(name, article)
        return None

    def _join(self, place: Place, to: Place) -> None:
        place, to = self.one(place), self.one(to)
        if place != to:
            self._same[place] = to
            self.labels.setdefault(to, self.labels.get(place))

    def _named_bodies(self, statements: Sequence[Statement]) -> dict[str, Place]:
        """Bodies that speak, by their folded names."""
        found: dict[str, Place] = {}
        for statement in statements:
            source = statement.source.source if statement.source else None
            if source is not None and source.name and source.kind is SourceKind.ORGANISATION:
                found.setdefault(plain_key(source.name), Place(NodeKind.NAMED, source.id))
        return found

    def _join_outlets(self, statements: Sequence[Statement]) -> None:
        """Take an outlet that speaks, or that a node names, for the report or the carrier that it is."""
        bodies = set(self._bodies.values())
        for place in sorted(self.labels):
            label = self.labels[place]
            if label is None or not (
                place.kind is NodeKind.CARRIER or place in bodies or self._misread(place)
            ):
                continue
            key = carrier_key(label)
            if not key.named:
                continue
            full = self._key(label)
            reports = self._outlets.get(full, ())
            carrier = Place(NodeKind.CARRIER, full)
            within = self.outlet_within(label, "") if is_account_in(label) else None
            if within is not None:
                self._join(place, within)
            elif len(reports) == 1:
                self._join(place, Place(NodeKind.REPORT, reports[0]))
            elif place.kind is NodeKind.NAMED and (reports or carrier in self.labels or is_title(label)):
                self._join(place, carrier)
                self.labels.setdefault(carrier, label)

    def _misread(self, place: Place) -> bool:
        """Whether a speaker taken for a person is an outlet: its name is one's, or a title behind “the”."""
        label = self.labels[place] or ""
        if place.kind is not NodeKind.NAMED or not label:
            return False
        titled = f" the {label}"
        return carrier_key(label).words in self._outlets or (
            is_title(label) and any(titled in article.text for article in self.articles.values())
        )

    def _spokesmen(self, dossier: Dossier) -> Iterator[tuple[Place, tuple[Place, Located]]]:
        """Who is told to speak for a body: the speaker, the body, and where the text names the speaker."""
        spoken = {s.source.source.id for s in dossier.statements if s.source}
        for figure in dossier.figures:
            if figure.id not in spoken or figure.kind is not SourceKind.PERSON:
                continue
            for one in figure.appearances:
                text = self.articles[one.article].text
                for span in one.spans:
                    body = body_beside(text, span.start, span.end)
                    if body is not None:
                        yield Place(NodeKind.NAMED, figure.id), (self._body(body), Located(one.article, span))

    def _body(self, words: str) -> Place:
        """The node of a body: that which speaks itself, else one for all who speak for it."""
        key = plain_key(words)
        place = self._bodies.get(key) or Place(NodeKind.NAMED, f"body {self._last.get(key, key)}")
        self.labels.setdefault(place, words)
        return self.one(place)

    # ways ------------------------------------------------------------------

    def way(self, statement: Statement) -> list[Hop]:
        """The steps of a statement from its speaker to its report, an agency's hop included."""
        steps = in_order(self._ways.get(statement.id, ()), statement)
        report = Place(NodeKind.REPORT, statement.article)
        hops: list[Hop] = []
        speaker = self._speaker(statement, self._ids[steps[0].tail] if steps else report)
        tail = speaker
        for step in steps:
            head = self.one(self._ids[step.head])
            if head == tail:
                continue
            places = tuple(place for place in step.places if place.article == statement.article)
            hops.append(Hop(tail, head, manners(step, statement), step.stated, places))
            tail = head
        if len(hops) > 1 and names_nobody(statement):
            hops = hops[1:]  # who spoke is not told, and who carried it is
        if not hops and speaker != report:
            hops = [Hop(speaker, report)]
        hops = self._by_hearer(hops, statement)
        return self._by_agency(hops, statement.article)

    def speaks_for(self, statement: Statement, speaker: Place) -> tuple[Place, Located] | None:
        """The body that the speaker of a statement speaks for, and where the text names the speaker."""
        mention = statement.source
        if mention is None:
            return None
        body = None if mention.source.name else spoken_for(mention.source.descriptor or "")
        if body is not None and mention.span is not None:
            return self._body(body), Located(statement.article, mention.span)
        return self._spoken_for.get(speaker)

    def _speaker(self, statement: Statement, place: Place) -> Place:
        """The node of the speaker: an outlet for its own papers, a body for who speaks for it."""
        source = statement.source.source if statement.source else None
        if source is None:
            return self.one(place)
        words = source.name or source.descriptor or ""
        if not is_paper(words) and self._is_staff(source.kind, words, statement.article):
            return self._newsroom(statement.article, words)
        if source.name:
            made = paper_of(self.articles[statement.article].text, statement.source)
            return self._document(made, place) if made else self._employer(statement) or self.one(place)
        paper = source.kind is SourceKind.DOCUMENT or is_paper(words)
        if paper or _READERS.match(words):
            outlet = self.outlet_within(words, statement.article)
            if outlet is not None:
                return outlet
        if paper:
            return self._document(words, place)
        return self.one(place)

    def _employer(self, statement: Statement) -> Place | None:
        """The outlet for which a speaker reports: ``Courier reporter Ada Holt``, ``Holt of the Courier``."""
        mention = statement.source
        if mention is None or mention.span is None or mention.source.kind is not SourceKind.PERSON:
            return None
        text, span = self.articles[statement.article].text, mention.span
        words = text[max(0, span.start - _NEAR) : min(len(text), span.end + _NEAR)][:_LONGEST]
        last = (mention.source.name or "").split()[-1:]
        at = words.find(last[0]) if last else -1
        for run in RUN.finditer(words):
            name = self.outlet_ending(run.group())
            if name is None:
                continue
            start = run.start() + run.group().rindex(name)
            if REPORTERS.match(words, run.end()) and run.end() < at:
                return self.outlet(name, statement.article)
            behind = words[at + len(last[0]) : start] if 0 <= at < start else ""
            if WRITING_FOR.fullmatch(behind):
                return self.outlet(name, statement.article)
        return None

    def _document(self, words: str, place: Place) -> Place:
        """One paper by the words for it, whichever report has it; one a report where they tell too little."""
        told = known_as(words)
        if len(told) < 2 or is_vague(words):
            return self.one(place)
        found = Place(NodeKind.DOCUMENT, " ".join(told))
        self.labels.setdefault(found, words)
        return found

    def paper(self, words: str) -> Place:
        """The node of a paper by its words."""
        return self._document(words, Place(NodeKind.DOCUMENT, " ".join(known_as(words))))

    def _newsroom(self, article: str, words: str) -> Place:
        """A node for what a report expressly says to know by itself."""
        place = Place(NodeKind.UNNAMED, f"newsroom {article}")
        self.labels.setdefault(place, words)
        return place

    def _is_staff(self, kind: SourceKind, words: str, article: str) -> bool:
        """Whether these are the report's own people, or its outlet: ``our reporter``."""
        if kind is SourceKind.ORGANISATION:
            return self.is_own(words, article)
        outlet = own_staff(words)
        own = outlet is not None and self.is_own(outlet, article)
        return kind is SourceKind.UNNAMED and (own or is_staff(words))

    @staticmethod
    def is_newsroom(place: Place) -> bool:
        """Whether a node is for what a report says to know by itself."""
        return place.key.startswith("newsroom ")

    def is_own(self, name: str, article: str) -> bool:
        """Whether an outlet of this name published the report itself."""
        return carrier_key(name).words == self._publishers.get(article, "")

    def _by_hearer(self, hops: list[Hop], statement: Statement) -> list[Hop]:
        """The way with the outlet in it to which an unnamed source is described to have spoken."""
        words = statement.source.source.descriptor if statement.source else None
        told = _SPOKE_TO.search(words[:_LONGEST]) if words and len(hops) == 1 else None
        run = RUN.match(words or "", told.end()) if told is not None else None
        name = self.outlet_ending(run.group()) if run is not None else None
        if name is None or self.is_own(name, statement.article):
            return hops
        outlet, [hop] = self.outlet(name, statement.article), hops
        return [Hop(hop.tail, outlet, ("told",), hop.stated, hop.places), Hop(outlet, hop.head)]

    def _by_agency(self, hops: list[Hop], article: str) -> list[Hop]:
        """The way with the agency in it whose text the page holds."""
        agency = self.agency(article)
        if agency is None or not hops or any(agency in (hop.tail, hop.head) for hop in hops):
            return hops
        last = hops[-1]
        end = self.agency_hop(article)
        return [*hops[:-1], Hop(last.tail, agency, (*last.manners,), last.stated, last.places), *end]

    def agency(self, article: str) -> Place | None:
        """The node of the agency whose text the page holds."""
        credit = self.agencies.get(article)
        if credit is None:
            return None
        place = self.outlet(credit.name, article)
        return None if place == Place(NodeKind.REPORT, article) else place

    def agency_hop(self, article: str) -> list[Hop]:
        """The step from the agency to the page; none where the page credits none."""
        agency = self.agency(article)
        if agency is None:
            return []
        span = self.agencies[article].span
        places = () if span is None else (Located(article, span),)
        return [Hop(agency, Place(NodeKind.REPORT, article), ("wire",), True, places)]


_LONGEST = 200  # code points of a phrase
_NEAR = 40
_READERS = re.compile(r"(?:the )?(?:readers|listeners|viewers|subscribers) of\b", re.IGNORECASE)
_SPOKE_TO = re.compile(r"\b(?:spoke|speaking|talked|talking) (?:to|with) (?:the )?")
_NO_TITLE = frozenset("In On At By For As It That This News When While After Before But And".split())
