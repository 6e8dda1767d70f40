"""Claims, conflicts, copies and the timeline of a dossier, held against its texts.

* words that repeat a span are what stands there; ids come out of their content again;
* a claim has one position for each article; its spans are those of its wordings there, a silent one has none;
* ``at_most`` is the number of groups, whose articles and witnesses are articles of the dossier;
* a root is a name or words of a report; a side's wording is one of the conflict's claims;
* a time's value, and that of what it is counted from, is EDTF that stands for a stretch of time;
* both parties of a conflict have a side; what each report adds and leaves out follows from the stances.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from rashomon.errors import MalformedInput
from rashomon.exports.checking import Check
from rashomon.exports.claimjson import coverage_record, parse_claim
from rashomon.exports.conflictjson import parse_conflict, parse_moment
from rashomon.exports.shape import Shape
from rashomon.language.edtf import valid
from rashomon.model import Claim, OriginReason, Stance, coverage, short_id

__all__ = ["check_claims"]


def check_claims(check: Check, root: Shape) -> None:
    """Hold these parts of a dossier; files older than them have empty lists or none."""
    if not isinstance(root.value, Mapping):
        return
    held = _Claims(check, root)
    for key, one in (
        ("claims", held.claim),
        ("conflicts", held.conflict),
        ("suspected", held.conflict),
        ("timeline", held.moment),
        ("copies", held.copy),
    ):
        if key in root.value:
            check.each(root, key, one)
    if (stated := root.get("coverage")) is not None and not held.unreadable:
        held.coverage(stated)


class _Words(set[str]):
    """Labels that stand as they are, and all words that stand in one of these lines."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines

    def __contains__(self, words: object) -> bool:
        return super().__contains__(words) or any(str(words) in line for line in self.lines)


class _Claims:
    """What the items of these lists refer to."""

    def __init__(self, check: Check, root: Shape) -> None:
        self.check = check
        self.root = root
        self.wordings: dict[str, str] = {}
        self.claims: dict[str, Claim] = {}
        self.unreadable = False

    def claim(self, at: Shape) -> None:
        for item in at.key("wordings").items():
            self.wording(item)
        for item in at.key("reports").items():
            self.position(item)
        self.origins(at.key("origins"))
        try:
            claim = parse_claim(at)
        except MalformedInput:
            self.unreadable = True
            raise
        self.claims[at.key("id").text()] = claim
        self.check.same("id", at.key("id"), claim.id)
        self.positions(at, claim)
        self.head(at, claim)

    def wording(self, at: Shape) -> None:
        article, statement = at.key("article").text(), at.key("statement")
        text = self.check.text_of(at.key("article"), article)
        if not statement.null:
            self.check.referred.append((statement, statement.text()))
        if text is None:
            return
        spans = self.check.spans(at.key("spans"), text)
        self.check.words(at, "spans_text", [span.of(text) for span in spans])
        self.check.same("id", at.key("id"), short_id("wd", [article, [tuple(span) for span in spans]]))
        self.wordings[at.key("id").text()] = article

    def head(self, at: Shape, claim: Claim) -> None:
        head = next(wording for wording in claim.wordings if wording.id == claim.head)
        text = self.check.articles.get(head.article, "")
        self.check.words(at, "head_text", [span.of(text) for span in head.spans])

    def position(self, at: Shape) -> None:
        text = self.check.text_of(at.key("article"), at.key("article").text())
        nearest = at.key("nearest")
        if text is not None and not nearest.null:
            span = self.check.span(nearest, text)
            self.check.words(at, "nearest_text", span.of(text))

    def positions(self, at: Shape, claim: Claim) -> None:
        """One for each article, with the wordings it has there."""
        stated = [position.article for position in claim.positions]
        if stated != list(self.check.articles):
            self.check.differ("reference", at.key("reports"), "one for each article, in order", stated)
        place = {wording.id: wording for wording in claim.wordings}
        for item, position in zip(at.key("reports").items(), claim.positions, strict=True):
            if (position.stance is Stance.SILENT) is bool(position.wordings or position.elsewhere):
                self.check.differ("count", item, "wordings, unless it is silent", position.stance.value)
            own = [one for one in position.wordings if place[one].article == position.article]
            if len(own) < len(position.wordings):
                self.check.differ("reference", item.key("wordings"), "wordings of this article", stated)
            spans = [list(span) for one in position.wordings for span in place[one].spans]
            spans = spans or [list(span) for span in position.elsewhere]
            self.check.same("span", item.key("spans"), spans)

    def origins(self, at: Shape) -> None:
        groups = list(at.key("groups").items())
        self.check.same("count", at.key("at_most"), len(groups))
        for group in groups:
            group.key("reason").label(OriginReason)
            self.origin(group.key("root"))
            for key in ("articles", "witnesses"):
                for item in group.key(key).items():
                    self.check.text_of(item, item.text())
            for one in group.key("collapses").items():
                self.places(one)
        for step in at.key("graph").key("steps").items():
            self.check.referred.extend((item, item.text()) for item in step.key("statements").items())
            self.places(step)

    def origin(self, at: Shape) -> None:
        """A root is told in the words of a report, or is a report, by publisher or input."""
        if not at.null and at.text() not in self.labels:
            self.check.differ("text", at, "words of a report, its publisher or input", at.value)

    @cached_property
    def labels(self) -> _Words:
        found = _Words([" ".join(text.split()) for text in self.check.articles.values()])
        for article in self.root.key("articles").items():
            found.update(str(one.value) for key in ("publisher", "input") if (one := article.get(key)))
        return found

    def places(self, at: Shape) -> None:
        words = []
        for place in at.key("places").items():
            _, span, text = self.check.located(place)
            words.append(span.of(text))
        self.check.words(at, "places_text", words)

    def conflict(self, at: Shape) -> None:
        for side in at.key("sides").items():
            self.side(side)
        conflict = parse_conflict(at)
        self.check.same("id", at.key("id"), conflict.id)
        if {side.party for side in conflict.sides} != {0, 1}:
            self.check.differ("count", at.key("sides"), "sides of two parties", len(conflict.sides))
        for item in at.key("claims").items():
            if item.text() not in self.claims and not self.unreadable:
                self.check.differ("reference", item, "the id of a claim", item.value)
        if conflict.later is not None:
            self.check.text_of(at.key("later"), conflict.later)

    def side(self, at: Shape) -> None:
        article, wording = at.key("article").text(), at.key("wording")
        text = self.check.text_of(at.key("article"), article)
        if self.wordings.get(wording.text(), article) != article or (
            wording.text() not in self.wordings and not self.unreadable
        ):
            self.check.differ("reference", wording, "a wording of this article", wording.value)
        if text is not None:
            spans = self.check.spans(at.key("spans"), text)
            self.check.words(at, "spans_text", [span.of(text) for span in spans])

    def moment(self, at: Shape) -> None:
        moment = parse_moment(at)
        self.check.same("id", at.key("id"), moment.id)
        self.time(at.key("value"))
        if not at.key("anchor").null:
            self.time(at.key("anchor").key("value"))
        text = self.check.text_of(at.key("article"), moment.article)
        if text is None:
            return
        for holder, key, words in ((at, "span", "text"), (at, "of", "of_text")):
            self.one_span(holder, key, words, text)
        if not at.key("anchor").null:
            self.one_span(at.key("anchor"), "span", "text", text)

    def time(self, at: Shape) -> None:
        """A value that stands for some stretch of time, or none."""
        if not at.null and not valid(at.text()):
            self.check.differ("time", at, "a time in EDTF", at.value)

    def one_span(self, at: Shape, key: str, words: str, text: str) -> None:
        span = None if at.key(key).null else self.check.span(at.key(key), text)
        self.check.words(at, words, span.of(text) if span is not None else None)

    def copy(self, at: Shape) -> None:
        places = [self.check.located(place) for place in at.key("places").items()]
        self.check.words(at, "places_text", [span.of(text) for _, span, text in places])
        parts = sorted([article, *span] for article, span, _ in places)
        self.check.same("id", at.key("id"), short_id("cp", parts))
        if not at.key("source").null and at.key("source").text() not in {place[0] for place in places}:
            self.check.differ("reference", at.key("source"), "one of its articles", at.key("source").value)

    def coverage(self, at: Shape) -> None:
        """Not where a claim has a position of an article that is not there: that has been told."""
        if any(p.article not in self.check.articles for c in self.claims.values() for p in c.positions):
            return
        found = coverage(self.claims.values(), self.check.articles)
        self.check.same("count", at, [coverage_record(one) for one in found])
