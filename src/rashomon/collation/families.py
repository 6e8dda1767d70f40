"""Witnesses that cannot vouch for each other: which of them count as one.

Several places of one report are one witness.  Two reports whose writers use the
same words around the quotation have it from one text (a wire copy, a reprint):
at least `Policy.family_shared` own words of both stand in runs of
`Policy.family_run` that both have.  Two reports that heard the words through one
carrier lean on that carrier's report, and on it leans nobody more than the
carrier's own page.  What all can read or hear for themselves (a post, a book, a
statement, a broadcast, a published letter) and what a spokesman passes on to all is no such report.

Texts are compared by hashed runs of words, so that many copies of one text cost
no more than reading each of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.collation.groups import Part
from rashomon.language.bodies import body_words, initials_of
from rashomon.language.ownwords import OwnWords, Window
from rashomon.model import Evidence, Family, Kinship, Policy, Relay, Span, Statement, hull

__all__ = ["families"]

_HEARD_BY_ONE = frozenset(
    "told confirmed_to interview seen_by carried_by cited reported_by first_reported_by according_to "
    "state_media wire_tag".split()
)
"""Manners in which one outlet has the words, and all others from it."""
_ASIDE = re.compile(r"\([^()]*\)")
_NAMED = re.compile(r"\b[A-Z0-9][^\s]*$")
"""Ends as a name does: not “U.S. officials”, who need not be the same in two reports."""
_PLAIN = frozenset("news online newspaper newspapers television tv magazine com".split())
_MOST_TREES = 64
"""A run of words that more unrelated witnesses than this have is a set phrase."""

_Run = tuple[int, ...]
_JUDGED = {
    Kinship.ONE_REPORT: (1.0, "places_of_one_report"),
    Kinship.COPIED_TEXT: (0.95, "same_words_around"),
    Kinship.SAME_CARRIER: (0.8, "one_carrier"),
}


def families(parts: Sequence[Part], own: OwnWords, policy: Policy) -> tuple[Family, ...]:
    """The witnesses of one utterance that count once; disjoint, in the order of their first witness.

    A family has the kinship of the least sure tie that it needs.  Its evidence
    has one span for each witness, in the order of `Family.witnesses`, in that
    witness's article: the longest run of own words that another report has, or
    where the carrier is named, or the statement itself.

    Args:
        parts: what each statement contributes, in any order.
        own: the own words of their reports.
        policy: how much must be shared, and how far around.
    """
    statements = {part.passage.statement.id: part.passage.statement for part in parts}
    if len(statements) < 2:
        return ()
    kin = _Kin([one for _, one in sorted(statements.items())], own, policy)
    kin.join_reports()
    kin.join_copies()
    kin.join_carriers()
    return tuple(kin.families())


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs of a window: where each of them starts, by its words."""

    window: Window
    starts: dict[_Run, list[int]]


class _Kin:
    """The witnesses of one utterance, sorted by id, and the trees they have been joined to so far."""

    def __init__(self, statements: Sequence[Statement], own: OwnWords, policy: Policy) -> None:
        self._statements = statements
        self._own = own
        self._run = policy.family_run
        self._shared = policy.family_shared
        self._parent = list(range(len(statements)))
        self._tie: dict[int, Kinship] = {}
        several = len({statement.article for statement in statements}) > 1  # one alone copies from nobody
        self._runs = [
            self._runs_of(own.near(s.article, s.content, policy.family_reach) if several else Window((), ()))
            for s in statements
        ]
        self._named: dict[int, Span] = {}

    def _runs_of(self, window: Window) -> _Runs:
        starts: dict[_Run, list[int]] = defaultdict(list)
        for at in range(len(window.words) - self._run + 1):
            starts[window.words[at : at + self._run]].append(at)
        return _Runs(window, dict(starts))

    def _root(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def _join(self, one: int, other: int, tie: Kinship) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        if low != high:
            self._parent[high] = low
            self._tie[low] = tie  # the surest ties are made first

    def join_reports(self) -> None:
        """Join the places of one report."""
        first: dict[str, int] = {}
        for index, statement in enumerate(self._statements):
            self._join(first.setdefault(statement.article, index), index, Kinship.ONE_REPORT)

    def join_copies(self) -> None:
        """Join reports with the same own words: those with one long run, then those with several short."""
        first: dict[_Run, int] = {}
        for index, runs in enumerate(self._runs):
            words = runs.window.words
            for at in range(len(words) - self._shared + 1):
                long = words[at : at + self._shared]
                self._join(first.setdefault(long, index), index, Kinship.COPIED_TEXT)
        for one, other in self._candidates():
            if self._root(one) != self._root(other) and self._copied(one, other):
                self._join(one, other, Kinship.COPIED_TEXT)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Witnesses of two trees that share a run; of those in one tree that share the same, one only."""
        holders: dict[_Run, list[int]] = defaultdict(list)
        for index, runs in enumerate(self._runs):
            for run in runs.starts:
                holders[run].append(index)
        crossing: dict[int, list[_Run]] = defaultdict(list)
        for run, held in holders.items():
            if 1 < len({self._root(index) for index in held}) <= _MOST_TREES:
                for index in held:
                    crossing[index].append(run)
        alike: dict[tuple[int, tuple[_Run, ...]], int] = {}
        for index in sorted(crossing):
            alike.setdefault((self._root(index), tuple(sorted(crossing[index]))), index)
        meeting: dict[_Run, list[int]] = defaultdict(list)
        for index in alike.values():
            for run in crossing[index]:
                meeting[run].append(index)
        yield from sorted({pair for held in meeting.values() for pair in combinations(sorted(held), 2)})

    def _copied(self, one: int, other: int) -> bool:
        common = self._runs[one].starts.keys() & self._runs[other].starts.keys()
        return min(len(self._covered(index, common)) for index in (one, other)) >= self._shared

    def _covered(self, index: int, runs: Iterator[_Run] | set[_Run]) -> set[int]:
        """The places of the witness's window that lie in one of these runs."""
        starts = self._runs[index].starts
        return {at + step for run in runs for at in starts.get(run, ()) for step in range(self._run)}

    def join_carriers(self) -> None:
        """Join those who heard the words through one carrier, and the carrier's own report."""
        hops = [
            (index, relay) for index, s in enumerate(self._statements) for relay in s.chain if _carries(relay)
        ]
        names = _Outlets([relay.name for _, relay in hops])
        first: dict[str, int] = {}
        for index, relay in hops:
            self._named.setdefault(index, relay.span)
            if key := names.key(relay.name):
                self._join(first.setdefault(key, index), index, Kinship.SAME_CARRIER)
        for index, statement in enumerate(self._statements):
            publisher = self._own.article(statement.article).publisher
            key = names.key(publisher.name) if publisher else ""
            if key in first:
                self._join(first[key], index, Kinship.SAME_CARRIER)

    def families(self) -> Iterator[Family]:
        """The trees of several witnesses."""
        trees: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self._statements)):
            trees[self._root(index)].append(index)
        for root, inside in trees.items():
            if len(inside) > 1:
                score, reason = _JUDGED[self._tie[root]]
                spans = tuple(self._shown(inside))
                yield Family(
                    witnesses=tuple(self._statements[index].id for index in inside),
                    kinship=self._tie[root],
                    evidence=Evidence(score=score, reason=reason, spans=spans),
                )

    def _shown(self, inside: Sequence[int]) -> Iterator[Span]:
        """What speaks for each of them, in its own article."""
        articles: dict[_Run, set[str]] = defaultdict(set)
        for index in inside:
            for run in self._runs[index].starts:
                articles[run].add(self._statements[index].article)
        common = {run for run, found in articles.items() if len(found) > 1}
        for index in inside:
            longest = _longest(sorted(self._covered(index, common & self._runs[index].starts.keys())))
            spans = self._runs[index].window.spans
            if len(longest) >= self._run:
                yield Span(spans[longest[0]].start, spans[longest[-1]].end)
            else:
                yield self._named.get(index) or hull(self._statements[index].content)


def _longest(places: Sequence[int]) -> range:
    """The first longest stretch of places that follow each other."""
    best, start = range(0), 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            if at - start > len(best):
                best = range(places[start], places[at - 1] + 1)
            start = at
    return best


def _carries(relay: Relay) -> bool:
    """Whether it is somebody of a name whom the others have it from."""
    return relay.manner in _HEARD_BY_ONE and bool(_NAMED.search(relay.name))


class _Outlets:
    """The carriers of one utterance by their names, initials taken for the one full name they fit."""

    def __init__(self, names: Sequence[str]) -> None:
        self._full = sorted({_plain(name) for name in names})

    def key(self, name: str) -> str:
        """The words by which an outlet of this name is known here."""
        plain = _plain(name)
        if " " in plain or not plain:
            return plain
        longer = [full for full in self._full if " " in full and initials_of(plain, full)]
        return longer[0] if len(longer) == 1 else plain


def _plain(name: str) -> str:
    """The words of a name without what many outlets have in theirs, unless it has no others.

    >>> _plain("The Ellery Courier (Online)"), _plain("Tern News"), _plain("News Online")
    ('ellery courier', 'tern', 'news online')
    """
    words = body_words(_ASIDE.sub(" ", name))
    return " ".join([word for word in words if word not in _PLAIN] or words)
