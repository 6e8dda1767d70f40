"""Stories made by lot about who reported first: outlets, roots, citing and copying, all known.

A graph is one story in which every report tells one claim, in words of its own or taken over, and some
other things.  Its roots are drawn first: somebody who told one outlet or all, an unnamed source, a
document, an outlet's own reporting, an outlet that is not among the reports, a wire, or two outlets
that cite each other and nobody else.  The other reports lean on earlier ones: they cite, pass on,
reprint, copy with or without credit, hear the same speech, read the same document.  The number of roots
is known and nothing of it is told to the program.  The same part, seed and number of outlets give the
same story on every machine.
"""

from __future__ import annotations

import io
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluation.originmaker import Maker, Report
from evaluation.originwords import table_of

from rashomon.model import Article, Policy
from rashomon.readers import read_inputs

__all__ = ["LATE", "Graph", "copied", "graph"]

LATE = "The Late Copyist"
"""Who copies in `copied`; no table has the name."""


@dataclass(frozen=True, kw_only=True)
class Graph:
    """A story and what is true of it."""

    part: str
    seed: int
    reports: tuple[Report, ...]

    @property
    def roots(self) -> int:
        """How many origins there are."""
        return len({root for report in self.reports for root in report.roots})

    @property
    def stated(self) -> bool:
        """Whether every link stands on a page."""
        return all(report.stated for report in self.reports)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The reports as the program reads them, in their order."""
        return _read(self.reports)


def _read(reports: Sequence[Report]) -> tuple[Article, ...]:
    rows = [
        {
            "text": report.text,
            "publisher": report.outlet,
            "headline": "What is known so far",
            "byline": list(report.byline),
            "published": report.published.isoformat() + "Z",
            "language": "en",
        }
        for report in reports
    ]
    stream = io.BytesIO("\n".join(map(json.dumps, rows)).encode())
    found = list(read_inputs(["-"], policy=Policy(), stdin=stream))
    return tuple(item for item in found if isinstance(item, Article))


def graph(part: str, seed: int, outlets: int) -> Graph:
    """A story of this many reports.

    Raises:
        ValueError: if there are fewer than 2 outlets, or more than the part has names for.
    """
    maker = Maker(table=table_of(part), rng=random.Random(f"{part} {seed} {outlets}"), outlets=outlets)
    return Graph(part=part, seed=seed, reports=tuple(maker.made()))


def copied(story: Graph, at: int, seed: int, *, credited: bool) -> Graph:
    """The same story with one more report: a copy of the one at `at`."""
    rng = random.Random(f"{story.part} {seed}")
    maker = Maker(table=table_of(story.part), rng=rng, outlets=2, names=[LATE], reports=list(story.reports))
    maker.copy(story.reports[at], credited=credited)
    return replace(story, reports=tuple(maker.reports))
