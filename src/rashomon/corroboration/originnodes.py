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
from rashomon.corroboration.originheard import outlets_heard
from rashomon.corroboration.originnaming import employer, full_name
from rashomon.corroboration.originowned import bodies_speaking, with_maker, writer_of
from rashomon.corroboration.originpapers import bare_paper, known_as, paper_around
from rashomon.corroboration.originphrases import (
    RUN,
    is_account_in,
    is_paper,
    is_staff,
    is_team,
    is_title,
    is_vague,
    names_nobody,
    own_staff,
    paper_of,
    spoken_for,
)
from rashomon.corroboration.originways import in_order, label_of, manners, only_posted, outlets_of, spokesmen
from rashomon.corroboration.originwords import NOT_ITS_OWN
from rashomon.language.carriernames import carrier_key, plain_key
from rashomon.language.credits import Credit, agency_credit
from rashomon.language.tokens import fold
from rashomon.model import Dossier, Located, Mention, NodeKind, SourceKind, Span, Statement, Step

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
        people = {f.name for f in dossier.figures if f.kind is SourceKind.PERSON and not is_title(f.name)}
        for name in outlets_heard(dossier.articles, people):
            self.labels.setdefault(Place(NodeKind.CARRIER, carrier_key(name).words), name)
        self._posted = {self._ids[id_] for id_ in only_posted(dossier.transmission.steps)}
        self._bodies = {
            key: Place(NodeKind.NAMED, id_) for key, id_ in bodies_speaking(dossier.statements).items()
        }
        self._people = {plain_key(f.name): f.id for f in dossier.figures if f.kind is SourceKind.PERSON}
        self._last = {
            plain_key(f.name): plain_key(f.name.split()[-1]) for f in dossier.figures if f.name.strip()
        }
        self._join_outlets(dossier.statements)
        self._spoken_for = {
            Place(NodeKind.NAMED, figure): (self._body(body), where)
            for figure, body, where in reversed(list(spokesmen(dossier)))
        }

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
        key = carrier_key(_ABOUT.sub("", name)).words
        return key if key in self._outlets else self._called.short.get(key, key)

    def known(self, name: str) -> bool:
        """Whether an outlet of this name publishes or carries anything here."""
        key = carrier_key(name).words
        place = Place(NodeKind.CARRIER, key)
        return key in self._outlets or (place in self.labels and place not in self._posted)

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
            for part in (run.group(), _OWNER.split(run.group())[0]):
                name = self.outlet_ending(part)
                if name is None:
                    continue
                if not NOT_ITS_OWN.search(words[: run.start() + part.rindex(name)]):
                    return self.outlet(name, article)
        return None

    def _join(self, place: Place, to: Place) -> None:
        place, to = self.one(place), self.one(to)
        if place != to:
            self._same[place] = to
            self.labels.setdefault(to, self.labels.get(place))

    def _join_outlets(self, statements: Sequence[Statement]) -> None:
        """Take an outlet that speaks, or that a node names, for the report or the carrier that it is."""
        bodies = set(self._bodies.values())
        for place in sorted(self.labels):
            label = _DAY.sub("", self.labels[place] or "") or None
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
            part = is_account_in(label) or _ITS_PART.search(label)
            within = self.outlet_within(label, "") if part else None
            if within is not None:
                self._join(place, within)
            elif len(reports) == 1:
                self._join(place, Place(NodeKind.REPORT, reports[0]))
            elif place.kind is NodeKind.NAMED and (reports or carrier in self.labels or is_title(label)):
                self._join(place, carrier)
                self.labels.setdefault(carrier, label)

    def _misread(self, place: Place) -> bool:
        """Whether a speaker taken for a person is an outlet: its name is one's, or a title behind “the”."""
        label = _DAY.sub("", self.labels[place] or "")
        if place.kind is not NodeKind.NAMED or not label:
            return False
        titled = f" the {label}"
        key = carrier_key(label).words
        return (
            key in self._outlets
            or Place(NodeKind.CARRIER, key) in self.labels
            or (is_title(label) and any(titled in article.text for article in self.articles.values()))
        )

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
            nowhere = head in self._posted and speaker.kind is NodeKind.DOCUMENT  # “a report on Tarn”
            if head == tail or nowhere or fold(self.labels.get(head) or "") in _HEARERS:
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
        if statement.source is None:
            return self.one(place)
        source = statement.source.source
        words = source.name or source.descriptor or ""
        if not is_paper(words) and self._is_staff(statement.source, words, statement.article):
            return self._newsroom(statement.article, words)
        outlet = self._outlet_of(statement)
        if outlet is not None:
            return outlet
        text = self.articles[statement.article].text
        if source.name:
            made = paper_of(text, statement.source) or paper_around(text, statement.source)
            return self._document(made, place) if made else self.one(place)
        words = paper_around(text, statement.source) or words
        words = bare_paper(words)
        paper = source.kind is SourceKind.DOCUMENT or is_paper(words)
        if paper or _READERS.match(words):
            outlet = self.outlet_within(with_maker(text, statement.source, words), statement.article)
            if outlet is not None:
                return outlet
        if paper:
            return self._document(words, place)
        return self.one(place)

    def _outlet_of(self, statement: Statement) -> Place | None:
        """The outlet that a speaker is in truth, or for which he reports."""
        text = self.articles[statement.article].text
        name = full_name(text, statement.source, self.mentions)
        if name is None and statement.source is not None and not statement.source.source.name:
            words = (statement.source.source.descriptor or "").removeprefix("the ")
            name = self.outlet_ending(words) if RUN.fullmatch(words) else None
        if name is None and paper_of(text, statement.source) is None:
            name = employer(text, statement.source, self.outlet_ending)
        return self.outlet(name, statement.article) if name is not None else None

    def _document(self, words: str, place: Place) -> Place:
        """One paper by the words for it, whichever report has it; one a report where they tell too little."""
        writer = Place(NodeKind.NAMED, writer_of(words, self._people) or "")
        if writer in self.labels:
            return self.one(writer)
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

    def _is_staff(self, mention: Mention, words: str, article: str) -> bool:
        """Whether these are the report's own people, or its outlet: ``our reporter``."""
        if mention.span is not None and is_team(mention.span.of(self.articles[article].text)):
            return True
        kind = mention.source.kind
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


_HEARERS = frozenset("media press newsmen pressmen reporters journalists".split())
_OWNER = re.compile(r"['’]s? ")
_ABOUT = re.compile(
    r"\A(?:From|Via|By|Source:) (?=[A-Z])| (?:radio |news |sports |foreign )?(?:desk|bureau|staff)\Z"
)
_DAY = re.compile(r" (?:on|last|this) [A-Z]\w+day\Z")
_ITS_PART = re.compile(
    r"['’]s? (?:\w+ )?(?:newsletter|podcast|programme|program|show|bulletin|website|blog|newsroom)\Z"
)
_LONGEST = 200  # code points of a phrase
_READERS = re.compile(r"(?:the )?(?:readers|listeners|viewers|subscribers) of\b", re.IGNORECASE)
_SPOKE_TO = re.compile(r"\b(?:spoke|speaking|talked|talking) (?:to|with) (?:the )?")
_NO_TITLE = frozenset("In On At By For From As It That This News When While After Before But And".split())
