"""Lays what stands behind the wordings of a claim on one graph, and joins who is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rashomon.corroboration.originbases import Bases, Basis, Rank
from rashomon.corroboration.origincopies import Copied, quoted_runs
from rashomon.corroboration.origingraph import Graph
from rashomon.corroboration.originindex import OriginIndex
from rashomon.corroboration.originlabels import OriginRule
from rashomon.corroboration.originnodes import Nodes, Place
from rashomon.corroboration.originphrases import body_called, told_words
from rashomon.corroboration.originroles import Roles
from rashomon.corroboration.originwords import WITHHELD
from rashomon.language.carriernames import plain_key
from rashomon.model import Collapse, Located, Mode, NodeKind

__all__ = ["Laid", "lay"]

_TWO = 2
_ALIKE = 0.7
"""Share of the runs of three words that two who quote one act have in common: one word in twelve differs."""
_LONG = 3
"""Runs of a quotation that is long enough for being one act though a report gives it to somebody else."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The graph of a claim, and which nodes were taken for one on the way."""

    graph: Graph
    collapses: tuple[Collapse, ...]


def lay(bases: Bases, index: OriginIndex) -> Laid:
    """The graph of these bases, each in its place."""
    graph = Graph()
    for basis in bases.kept:
        _lay(graph, basis)
    _lead_to_outlets(graph, bases.kept, index.nodes)
    collapses = [
        *_join_namesakes(graph, bases.kept, index.nodes),
        *_join_offices(graph, bases.kept, index.roles),
        *_join_spokesmen(graph, bases.kept, index.nodes),
        *_join_bodies(graph, bases.kept),
        *_join_pointed(graph, bases.kept, index.nodes),
        *_join_documents(graph, bases.kept, index.nodes),
        *_join_acts(graph, bases.kept),
        *_join_unnamed(graph, bases.kept, index.nodes),
    ]
    for summary, anchor in bases.summaries:
        one, other = graph.one(summary.speaker), graph.one(anchor.speaker)
        if one != other:
            collapses.append(_collapse(one, other, OriginRule.SUMMARY, (summary, anchor)))
    return Laid(graph, tuple(collapses))


def _collapse(one: Place, other: Place, rule: OriginRule, told: Iterable[Basis]) -> Collapse:
    places: dict[Located, None] = {}
    for basis in told:
        places.update(dict.fromkeys(basis.places()))
    return Collapse(
        first=one.key,
        second=other.key,
        reason=rule.reason,
        evidence=rule.evidence(tuple(place.span for place in places)),
        places=tuple(places),
    )


def _lay(graph: Graph, basis: Basis) -> None:
    """The way of a basis, and the passages that it was copied with.

    Where another report had the passage first, the report need not know more than
    that one: an unnamed source, or nothing, behind the words is that one's.
    """
    report = Place(NodeKind.REPORT, basis.article)
    graph.node(report)
    dependent = basis.unnamed or basis.rank <= Rank.VAGUE
    taken = dependent and any(copied.source == copied.article for copied in basis.copied)
    for hop in () if taken else basis.hops:
        statement = basis.unit.statement.id if basis.unit.statement is not None else None
        graph.step(hop.tail, hop.head, hop.manners, hop.places, statement, stated=hop.stated)
    for copied in basis.copied:
        _lay_copy(graph, report, copied, dependent=dependent)


def _lay_copy(graph: Graph, report: Place, copied: Copied, *, dependent: bool) -> None:
    other = Place(NodeKind.REPORT, copied.article)
    if copied.source == copied.article and (dependent or copied.partners):
        graph.step(other, report, ("copied",), copied.places)
    elif copied.source is None and copied.partners:
        graph.step(other, report, ("copied",), copied.places, stated=False)
        graph.step(report, other, ("copied",), copied.places, stated=False)


def _lead_to_outlets(graph: Graph, bases: Sequence[Basis], nodes: Nodes) -> None:
    """Lead the reports of an outlet that has several to the outlet that others cite."""
    having = {basis.article for basis in bases}
    for place in [place for place in graph.places() if place.kind is NodeKind.CARRIER]:
        for article in nodes.reports_of(place):
            if article in having:
                graph.step(Place(NodeKind.REPORT, article), place, (), ())


def _join_namesakes(graph: Graph, bases: Sequence[Basis], nodes: Nodes) -> Iterator[Collapse]:
    """Join who goes by a surname alone with the only other speaker of the claim who bears it."""
    named: dict[Place, Basis] = {}
    for basis in bases:
        if basis.speaker.kind is NodeKind.NAMED:
            named.setdefault(basis.speaker, basis)
    called = {place: plain_key(nodes.labels.get(place) or "") for place in sorted(named)}
    for place, key in called.items():
        found = [p for p in called if " " in called[p] and called[p].split(" ")[-1] == key]
        if len(found) == 1 and graph.join(place, found[0]):
            yield _collapse(place, found[0], OriginRule.OFFICE, (named[place], named[found[0]]))


def _join_offices(graph: Graph, bases: Sequence[Basis], roles: Roles) -> Iterator[Collapse]:
    """Join a speaker whom one report calls by the office with the one whom another names."""
    named = {basis.speaker: basis for basis in bases if basis.speaker.kind is NodeKind.NAMED}
    for basis in bases:
        statement = basis.unit.statement
        told = roles.named(statement, basis.speaker) if statement is not None and basis.hops else None
        if (
            told is None
            or told[0] not in named
            or basis.speaker.kind not in (NodeKind.NAMED, NodeKind.UNNAMED)
        ):
            continue
        if graph.join(basis.speaker, told[0]):
            yield _collapse(basis.speaker, told[0], OriginRule.OFFICE, (basis, named[told[0]]))


def _join_spokesmen(graph: Graph, bases: Sequence[Basis], nodes: Nodes) -> Iterator[Collapse]:
    """Join those who speak for a body with the body, where it speaks by another as well.

    Two of them that have names stay two, as all speakers do.
    """
    voices: dict[Place, dict[Place, Basis]] = defaultdict(dict)
    for basis in bases:
        statement = basis.unit.statement
        told = nodes.speaks_for(statement, basis.speaker) if statement is not None else None
        voices[told[0] if told else basis.speaker].setdefault(basis.speaker, basis)
    for body in sorted(voices):
        persons = {place for place in voices[body] if place.kind is NodeKind.NAMED and place != body}
        joined = [place for place in sorted(voices[body]) if len(persons) < _TWO or place not in persons]
        for speaker in joined if len(joined) > 1 else ():
            if speaker != body:
                yield _collapse(speaker, body, OriginRule.SPEAKS_FOR, (voices[body][speaker],))
                graph.join(speaker, body)


def _join_bodies(graph: Graph, bases: Sequence[Basis]) -> Iterator[Collapse]:
    """Join what reports call by the same definite words for a body or an office: “the district office”."""
    found: dict[str, Basis] = {}
    for basis in bases:
        source = basis.unit.statement.source if basis.unit.statement is not None else None
        if source is None or not basis.unnamed or len(basis.hops) != 1 or source.source.name:
            continue
        called = body_called(source.source.descriptor or "")
        if called is None:
            continue
        first = found.setdefault(called, basis)
        if first.article != basis.article and graph.join(basis.speaker, first.speaker):
            yield _collapse(basis.speaker, first.speaker, OriginRule.BODY, (basis, first))


def _join_pointed(graph: Graph, bases: Sequence[Basis], nodes: Nodes) -> Iterator[Collapse]:
    """Join whom a pronoun means with that one of those it may mean whom another report lets speak."""
    named = {basis.speaker: basis for basis in bases if basis.speaker.kind is NodeKind.NAMED}
    called = {plain_key(nodes.labels.get(place) or ""): place for place in named}
    for basis in bases:
        mention = basis.unit.statement.source if basis.unit.statement is not None else None
        if mention is None or not basis.unnamed:
            continue
        keys = {plain_key(candidate.name) for candidate in mention.candidates}
        found = sorted(place for key, place in called.items() if key in keys)
        if len(found) == 1 and graph.join(basis.speaker, found[0]):
            yield _collapse(basis.speaker, found[0], OriginRule.POINTED, (basis, named[found[0]]))


def _join_documents(graph: Graph, bases: Sequence[Basis], nodes: Nodes) -> Iterator[Collapse]:
    """Join the papers that are called now in short, now in full: “the letter”, “a letter to Holt”."""
    papers = {basis.speaker: basis for basis in bases if basis.speaker.kind is NodeKind.DOCUMENT}
    words = {place: frozenset(told_words(nodes.labels.get(place) or "")) for place in papers}
    for place in sorted(papers):
        fuller = sorted(other for other in papers if words[place] < words[other])
        fullest = [other for other in fuller if not any(words[other] < words[third] for third in fuller)]
        same = sorted(other for other in papers if words[place] == words[other])
        to = fullest[0] if len({words[other] for other in fullest}) == 1 else same[0]
        if words[place] and graph.join(place, to):
            yield _collapse(place, to, OriginRule.DOCUMENT, (papers[place], papers[to]))


def _join_acts(graph: Graph, bases: Sequence[Basis]) -> Iterator[Collapse]:
    """Join the speakers of one act of speech where the reports give not more than one of them a name.

    Who is not named may be called by a pronoun, which may have been taken for somebody else, or the paper
    may be told of in which the words stand.
    """
    acts: dict[str, list[Basis]] = defaultdict(list)
    for basis in bases:
        statement = basis.unit.statement
        if basis.unit.utterance is not None and statement is not None and statement.mode is not Mode.INDIRECT:
            acts[basis.unit.utterance].append(basis)
    for act in sorted(acts):
        told = sorted(acts[act], key=lambda b: (_certainty(b), b.speaker))
        named = {graph.one(b.speaker) for b in told if _certainty(b) is _Told.NAMED}
        if len(named) > 1 or _certainty(told[0]) > _Told.UNNAMED:
            continue
        for basis in told[1:]:
            least = 1 if basis.unnamed else _LONG
            if graph.one(basis.speaker) != graph.one(told[0].speaker) and _same_words(basis, told[0], least):
                yield _collapse(basis.speaker, told[0].speaker, OriginRule.ONE_ACT, (basis, told[0]))
                graph.join(basis.speaker, told[0].speaker)


class _Told(IntEnum):
    """By what a report tells who speaks, from the surest on."""

    NAMED = 0
    POINTED_AT = 1
    UNNAMED = 2
    PAPER = 3
    NOBODY = 4


_POINTING = frozenset(
    {"pronoun", "relative", "shared_name", "continued", "floating_continues", "floating_subject"}
)
"""Rules of speakers (`SpeakerRule`) by which a name was found that does not stand in the speaker's place."""


def _certainty(basis: Basis) -> _Told:
    if basis.speaker.kind is NodeKind.NAMED:
        mention = basis.unit.statement.source if basis.unit.statement is not None else None
        pointed = mention is not None and mention.evidence.reason in _POINTING
        return _Told.POINTED_AT if pointed else _Told.NAMED
    if basis.unnamed:
        return _Told.UNNAMED
    return _Told.PAPER if basis.speaker.kind is NodeKind.DOCUMENT else _Told.NOBODY


def _same_words(one: Basis, other: Basis, least: int) -> bool:
    """Whether two quotations, or the shorter and a part of the other, are the same but for a few words, and
    have at least so many runs of words.
    """
    ours, theirs = (quoted_runs(basis.unit) for basis in (one, other))
    shorter = min(len(ours), len(theirs))
    return shorter >= least and len(ours & theirs) >= _ALIKE * shorter


def _join_unnamed(graph: Graph, bases: Sequence[Basis], nodes: Nodes) -> Iterator[Collapse]:
    """Join the unnamed sources that one outlet alone knows, and those of one passage.

    Where one report tells several of them apart they stay apart; those of other
    reports are then taken for the one of the same words, else for the first.
    """
    scopes: dict[Place, dict[str, list[Basis]]] = defaultdict(lambda: defaultdict(list))
    for basis in bases:
        if basis.unnamed and graph.one(basis.speaker).kind is NodeKind.UNNAMED:
            scopes[graph.one(basis.hops[0].head)][basis.article].append(basis)
    for scope in sorted(scopes):
        by_article = scopes[scope]
        counted = {id_: len({_words(b, nodes) for b in found}) for id_, found in by_article.items()}
        anchor = min(by_article, key=lambda id_: (-counted[id_], id_))
        known = sorted(by_article[anchor], key=lambda b: b.speaker)
        for article in sorted(by_article):
            for basis in sorted(by_article[article], key=lambda b: b.speaker):
                to = next((b for b in known if _words(b, nodes) == _words(basis, nodes)), known[0])
                if graph.join(basis.speaker, to.speaker):
                    yield _collapse(basis.speaker, to.speaker, OriginRule.UNNAMED, (basis, to))
    yield from _join_copied(graph, bases)


def _join_copied(graph: Graph, bases: Sequence[Basis]) -> Iterator[Collapse]:
    """Join the unnamed sources of a passage that two reports share, where nothing tells which was first."""
    of_unit = {basis.unit.wording.id: basis for basis in bases}
    for basis in bases:
        for copied in basis.copied:
            for partner in copied.partners:
                other = of_unit.get(partner.wording.id)
                if other is None or not (basis.unnamed and other.unnamed):
                    continue
                to, place = sorted((graph.one(basis.speaker), graph.one(other.speaker)))
                if graph.join(place, to):
                    yield _collapse(place, to, OriginRule.COPY, (basis, other))


def _words(basis: Basis, nodes: Nodes) -> str:
    """The words for an unnamed source, without those that only say that it has no name."""
    told = told_words(nodes.labels.get(basis.speaker) or "")
    return " ".join(word for word in told if word not in WITHHELD)
