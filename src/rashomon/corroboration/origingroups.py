"""The roots of a claim's graph as groups: who leans on each, why, and who stood at the act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.corroboration.originbases import Basis
from rashomon.corroboration.origingraph import Read
from rashomon.corroboration.originindex import OriginIndex
from rashomon.corroboration.originlabels import OriginRule
from rashomon.corroboration.originlaying import Laid
from rashomon.corroboration.originnodes import Place
from rashomon.corroboration.originrulings import merged
from rashomon.language.credits import is_agency
from rashomon.language.tokens import fold, tokenize
from rashomon.language.transmission import HEARERS
from rashomon.model import Collapse, Located, NodeKind, OriginGroup, OriginReason, Span

__all__ = ["groups_of"]

_BEHIND = 40
"""Code points behind a cue in which those stand who were told."""
_BY_MANNER = {
    "copied": OriginRule.COPY,
    "wire": OriginRule.AGENCY,
    "wire_tag": OriginRule.AGENCY,
    "first_reported_by": OriginRule.CREDITED,
}
_GRAVEST = tuple(
    dict.fromkeys((OriginReason.WIRE, OriginReason.COPIED_TEXT, OriginReason.FIRST_REPORTED, *OriginReason))
)
_BY_KIND = {
    NodeKind.NAMED: OriginRule.SPEAKER,
    NodeKind.DOCUMENT: OriginRule.DOCUMENT,
    NodeKind.UNNAMED: OriginRule.UNNAMED,
}


def groups_of(read: Read, laid: Laid, bases: Sequence[Basis], index: OriginIndex) -> tuple[OriginGroup, ...]:
    """The roots, in the order of the dossier."""
    having = {basis.article for basis in bases}
    circles = {place for circle in read.circles() for place in circle}
    groups = [
        _Group(read, laid, bases, index, root, circular=not circles.isdisjoint(root)).made(having)
        for root in read.roots()
    ]
    groups = _by_newsroom(groups, index)
    return tuple(sorted(groups, key=lambda g: (index.order.get(_first(g, index), 0), g.root or "", g.key)))


def _first(group: OriginGroup, index: OriginIndex) -> str:
    return min(group.articles, key=index.order.__getitem__) if group.articles else group.key


class _Group:
    """One root while its group is made."""

    def __init__(
        self,
        read: Read,
        laid: Laid,
        bases: Sequence[Basis],
        index: OriginIndex,
        root: Sequence[Place],
        *,
        circular: bool,
    ) -> None:
        self._read, self._laid, self._bases, self._index = read, laid, bases, index
        self._root = tuple(root)
        self._circular = circular and len(root) > 1
        self._reached = set(read.reached(root))
        self._head = self._representative()

    def made(self, having: set[str]) -> OriginGroup:
        """The group."""
        leaning = [
            id_ for id_ in self._index.order if id_ in having and Place(NodeKind.REPORT, id_) in self._reached
        ]
        collapses = [*self._joined(), *(c for id_ in leaning for c in self._leans(id_))]
        return OriginGroup(
            root=self._label(self._head),
            key=self._head.key,
            articles=tuple(leaning),
            reason=self._reason(collapses),
            collapses=tuple(dict.fromkeys(collapses)),
            witnesses=tuple(id_ for id_ in leaning if self._stood_there(id_)),
        )

    def _representative(self) -> Place:
        """Of several nodes that are one root the report that came out first, as far as the pages tell."""

        def first(place: Place) -> tuple[bool, str, Place]:
            published = self._index.published.get(place.key, "")
            return place.kind is not NodeKind.REPORT, published or "~", place

        return min(self._root, key=first)

    def _label(self, place: Place) -> str | None:
        graph = self._laid.graph
        labels = (self._index.nodes.labels.get(one) for one in (place, *sorted(graph.joined(place))))
        return next((label for label in labels if label), None)

    def _joined(self) -> Iterator[Collapse]:
        """What was taken for one of the nodes on the ways from this root."""
        keys = {one.key for place in self._reached for one in (place, *self._laid.graph.joined(place))}
        yield from (collapse for collapse in self._laid.collapses if collapse.second in keys)

    def _leans(self, article: str) -> Iterator[Collapse]:
        """Why the report counts to this root; nothing where it is the root."""
        report = Place(NodeKind.REPORT, article)
        if article == self._head.key or self._head.key.startswith("newsroom "):
            return
        rule = self._rule(report)
        places = self._words(report, article)
        yield Collapse(
            first=article,
            second=self._head.key,
            reason=rule.reason,
            evidence=rule.evidence(tuple(p.span for p in places if p.article == article)),
            places=places,
        )

    def _rule(self, report: Place) -> OriginRule:
        """Of a root that speaks by its kind; of an outlet by how the report names it, else how it came."""
        if report in self._root:
            return OriginRule.CIRCLE if self._circular else OriginRule.COPY
        manners = self._manners_into(report)
        own = [basis for basis in self._bases if basis.article == report.key and self._starts(basis)]
        if self._head.kind in _BY_KIND and (own or "copied" not in manners):
            return _BY_KIND[self._head.kind]
        named = {manner for basis in own for manner in (*basis.hops[0].manners, "cited")}
        told = (rule for manner, rule in _BY_MANNER.items() if manner in (named or manners))
        return next(told, OriginRule.CITED)

    def _starts(self, basis: Basis) -> bool:
        """Whether the way of a basis begins at this root."""
        return bool(basis.hops) and self._laid.graph.one(basis.speaker) in self._root

    def _manners_into(self, report: Place) -> set[str]:
        return {
            manner
            for tail, manners in self._read.before(report)
            if tail in self._reached
            for manner in manners
        }

    def _words(self, report: Place, article: str) -> tuple[Located, ...]:
        """The words that tell of the lean: of its bases from this root, else of the steps into the report."""
        graph = self._laid.graph
        told = [
            place
            for basis in self._bases
            if basis.article == article and graph.one(basis.speaker) in self._reached
            for place in basis.places()
        ]
        steps = (
            place
            for tail, _ in self._read.before(report)
            if tail in self._reached
            for place in self._read.places(tail, report)
        )
        return tuple(dict.fromkeys(told or steps))

    def _reason(self, collapses: Sequence[Collapse]) -> OriginReason:
        """Of what made the group: the kind of its root, else the gravest reason why a report leans on it."""
        if self._circular:
            return OriginReason.CIRCULAR
        if self._head.key.startswith("newsroom "):
            return OriginReason.OWN_REPORTING
        if any(collapse.evidence.reason == OriginRule.BODY.label for collapse in collapses):
            return OriginRule.BODY.reason
        if self._head.kind in _BY_KIND:
            return _BY_KIND[self._head.kind].reason
        if is_agency(self._label(self._head) or "") and collapses:
            return OriginReason.WIRE
        own = [collapse.reason for collapse in collapses if collapse.second == self._head.key]
        return min(own, key=_GRAVEST.index, default=OriginReason.OWN_REPORTING)

    def _stood_there(self, article: str) -> bool:
        """Whether the report's own people heard the act, or held the paper: it came to it by nobody else."""
        if self._head.kind not in _BY_KIND or article in self._index.nodes.agencies:
            return False
        report, graph = Place(NodeKind.REPORT, article), self._laid.graph
        if any(tail != self._head for tail, _ in self._read.before(report) if tail in self._reached):
            return False
        return any(
            basis.article == article and graph.one(basis.speaker) == self._head and _heard(basis, self._index)
            for basis in self._bases
        )


def _heard(basis: Basis, index: OriginIndex) -> bool:
    """Whether the report tells of the occasion, or that it was told the words itself."""
    statement = basis.unit.statement
    if statement is None or statement.chain:
        return False
    if statement.occasion is not None:
        return True
    text = basis.unit.article.text
    for cue in statement.cue:
        behind = tokenize(text, Span(cue.end, min(len(text), cue.end + _BEHIND)))
        words = [token.low for token in behind if token.low != "the"]
        if fold(cue.of(text)).split()[-1:] == ["told"] and words:
            own = (index.nodes.publisher(basis.article) or "").split()
            if words[0] in HEARERS or (own and words[: len(own)] == own):
                return True
    return False


def _by_newsroom(groups: Sequence[OriginGroup], index: OriginIndex) -> list[OriginGroup]:
    """Take the reports of one outlet that have nothing behind them for one root."""
    out: list[OriginGroup] = []
    of_outlet: dict[str, int] = {}
    for group in sorted(groups, key=lambda g: (index.published.get(g.key) or "~", g.key)):
        outlet = index.nodes.publisher(group.key)
        if outlet is None or outlet not in of_outlet:
            if outlet is not None:
                of_outlet[outlet] = len(out)
            out.append(group)
            continue
        out[of_outlet[outlet]] = merged(out[of_outlet[outlet]], group, OriginRule.ONE_NEWSROOM, index.order)
    return out
