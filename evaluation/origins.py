"""At most how many origins, against generated stories whose number of roots is known (`origingraphs`).

*given*: the wordings of the claim are given, so that only the counting of roots is measured; *through*: the
claim is the one that the whole program found, seen by the words it shares with the true one.  Shares of 1,
by part and over all (``all_``), stories of fifty reports apart (``large_``):

- *_equal*: stories whose ``at_most`` is the true number of roots; a claim that was not found is wrong;
- *_safe*: of the stories in which every link stands on a page, those where it is not below;
- *copies*: of small stories, wordings given and by the rules alone, those in which one copy more
  does not raise the number.

Phrases of ``blind`` and ``fresh`` are counted; what is wrong in those stories is never shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from evaluation.eventtally import Scores, points
from evaluation.origingraphs import Graph, copied, graph
from evaluation.originmaker import Report
from evaluation.originwords import PARTS, TABLES

from rashomon.corroboration.cutting import units_of
from rashomon.corroboration.origins import OriginIndex, origins_of
from rashomon.corroboration.units import Unit
from rashomon.model import Claim, Dossier, OriginGroup, Origins, Policy, Span, Statement, Wording
from rashomon.ports import Models
from rashomon.wiring import dossier_of, models_for

__all__ = ["SIZES", "corpus", "count", "found_through", "main", "measure", "score", "table", "units_given"]

SIZES = (5, 6, 7, 8, 9, 10, 12, 14, 17, 21, 28)
"""Outlets of a story, in turn; `LARGE` are measured apart."""
GIVEN, THROUGH = 100, 30
"""Stories of each part: with the wordings given, and how many of them through the whole program."""
LARGE, LARGE_ONES = 50, 3
COPIES, SMALL = 40, 5
_SHOWN = 5


def corpus() -> list[Path]:
    """The tables of words, for the digest."""
    return sorted(TABLES.glob("*.json"))


def measure() -> dict[str, float]:
    """The figures of all parts, and of large stories."""
    out: dict[str, float] = {}
    whole, large = Scores(), Scores()
    for part in PARTS:
        scores = scored(part)
        out |= _figures(part, scores)
        whole.merge(scores)
        large.merge(scored(part, large=True))
    return out | _figures("all", whole) | _figures("large", large)


def _figures(name: str, scores: Scores) -> dict[str, float]:
    kinds = ("given_equal", "given_safe", "through_equal", "through_safe", "copies")
    return {f"{name}_{kind}": share for kind in kinds if (share := scores.share(kind)) is not None}


@cache
def scored(part: str, *, large: bool = False) -> Scores:
    """The stories of one part."""
    scores = Scores()
    for story, through in _stories(part, large=large):
        score(scores, story, through=through)
    for seed in range(0 if large else COPIES):
        _count_copy(scores, graph(part, 2000 + seed, 2 + seed % SMALL), seed)
    return scores


def _stories(part: str, *, large: bool) -> Iterator[tuple[Graph, bool]]:
    """Each story, and whether it goes through the whole program."""
    if large:
        yield from ((graph(part, 1000 + seed, LARGE), True) for seed in range(LARGE_ONES))
        return
    for seed in range(GIVEN):
        yield graph(part, seed, SIZES[seed % len(SIZES)]), seed < THROUGH


def score(scores: Scores, story: Graph, *, through: bool) -> None:
    """Count one story."""
    models = models_for("auto")
    used = models if through else Models(tagger=models.tagger)  # the embedder tells nothing of origins
    dossier = dossier_of(list(story.articles), Policy(), models=used)
    count(scores, "given", story, dossier, found_given(story, dossier))
    if through:
        claim = found_through(story, dossier)
        count(scores, "through", story, dossier, claim.origins if claim else None)
        if claim:
            having = {wording.article for wording in claim.wordings}
            scores.add("through_reports", len(having & {a.id for a in story.articles}), len(story.reports))


def _count_copy(scores: Scores, story: Graph, seed: int) -> None:
    more = copied(story, seed % len(story.reports), seed, credited=seed % 3 == 0)
    before, after = (found_given(one, dossier_of(list(one.articles), Policy())) for one in (story, more))
    scores.add("copies", float(after.at_most <= before.at_most))
    if after.at_most > before.at_most:
        scores.lapses.append(f"copies [{story.part} {story.seed}]: {before.at_most}, then {after.at_most}")


def count(scores: Scores, name: str, story: Graph, dossier: Dossier, found: Origins | None) -> None:
    """Count one story's origins under `name`; None where the claim was not found."""
    at_most = found.at_most if found else 0
    scores.add(f"{name}_equal", float(at_most == story.roots))
    scores.add(f"{name}_not_below", float(at_most >= story.roots))
    scores.add(f"{name}_not_above", float(at_most <= story.roots))
    if story.stated:
        scores.add(f"{name}_safe", float(at_most >= story.roots))
    if at_most != story.roots:
        head = (
            f"{name} [{story.part} {story.seed}, {len(story.reports)} reports]: {at_most}, not {story.roots}"
        )
        lines = _faults(story, dossier, found) if found else ["the claim was not found"]
        scores.lapses.append("\n    ".join([head, *lines]))


def found_given(story: Graph, dossier: Dossier) -> Origins:
    """The origins of the true wordings."""
    return origins_of(units_given(story, dossier), OriginIndex(dossier))


def units_given(story: Graph, dossier: Dossier) -> list[Unit]:
    """The program's unit at the place of each true wording, else one made for it."""
    units = units_of(dossier)
    out: list[Unit] = []
    for report, article in zip(story.reports, story.articles, strict=True):
        wanted = points((report.claim,))
        own = [unit for unit in units if unit.article.id == article.id]
        best = max(own, key=lambda unit: len(wanted & points(unit.wording.spans)), default=None)
        if best is not None and 2 * len(wanted & points(best.wording.spans)) >= len(wanted):
            out.append(best)
            continue
        said = _said(dossier, article.id, report.claim)
        line = article.text.index(report.lines[report.told])
        out.append(
            Unit(
                wording=Wording(
                    article=article.id, spans=(report.claim,), statement=said.id if said else None
                ),
                article=article,
                sentence=Span(line, line + len(report.lines[report.told])),
                statement=said,
            )
        )
    return out


def _said(dossier: Dossier, article: str, claim: Span) -> Statement | None:
    """The statement whose content holds most of the words."""
    wanted = points((claim,))
    ranked = [
        (len(wanted & points(s.content)), -len(points(s.content)), s.id, s)
        for s in dossier.statements
        if s.article == article and wanted & points(s.content)
    ]
    return max(ranked, key=lambda row: row[:3])[3] if ranked else None


def found_through(story: Graph, dossier: Dossier) -> Claim | None:
    """The claim that shares most characters with the true wordings; None if none shares any."""
    wanted = {a.id: points((r.claim,)) for r, a in zip(story.reports, story.articles, strict=True)}
    ranked = [
        (sum(len(wanted[w.article] & points(w.spans)) for w in claim.wordings), claim.id, claim)
        for claim in dossier.claims
    ]
    best = max(ranked, key=lambda row: row[:2], default=None)
    return best[2] if best and best[0] else None


def _faults(story: Graph, dossier: Dossier, found: Origins) -> Iterator[str]:
    """Roots that were taken for one, and those that were cut in several, with the lines that tell them."""
    if not found.groups:
        yield "no origins were told"
        return
    by_id = {a.id: report for a, report in zip(story.articles, story.reports, strict=True)}
    groups = {report.outlet: [g for g in found.groups if at in g.articles] for at, report in by_id.items()}
    for report in by_id.values():
        if not groups[report.outlet]:
            yield f"leans on nothing: {report.outlet} ({report.link}): {report.lines[report.told]!r}"
    for root in sorted({root for report in story.reports for root in report.roots}):
        leaning = [report for report in story.reports if report.roots == {root}]
        parts = {g.key: g for report in leaning for g in groups[report.outlet]}
        if len(parts) > 1:
            yield f"cut: {root}"
            for group in parts.values():
                yield from _members(group, [r for r in leaning if group in groups[r.outlet]])
    for group in found.groups:
        members = [by_id[at] for at in group.articles if len(groups[by_id[at].outlet]) == 1]
        if members and not frozenset.intersection(*(report.roots for report in members)):
            yield f"one: {sorted({root for report in members for root in report.roots})}"
            yield from _members(group, members)


def _members(group: OriginGroup, members: Sequence[Report]) -> Iterator[str]:
    yield f"  root {group.root!r} ({group.reason})"
    for report in members[:_SHOWN]:
        yield f"    {report.outlet} ({report.link}): {report.lines[report.told]!r}"


def table(_: Path) -> str:
    """Below and above, by part; and how many of the reports the found claim has."""
    columns = [*((part, scored(part)) for part in PARTS)]
    columns += [(f"large {part}", scored(part, large=True)) for part in PARTS]
    lines = ["", " " * 22 + "".join(f"{name:>18}" for name, _ in columns) + "    (share, of how many)"]
    kinds = [
        f"{way}_{what}"
        for way in ("given", "through")
        for what in ("equal", "not_below", "not_above", "safe")
    ]
    for kind in [*kinds, "through_reports", "copies"]:
        cells = [(scores.share(kind), scores.counted.get(kind, 0)) for _, scores in columns]
        told = ("-" if share is None else f"{share:.2f} of {of:.0f}" for share, of in cells)
        lines.append(f"  {kind:20}" + "".join(f"{cell:>18}" for cell in told))
    return "\n".join(lines)


def main(words: Sequence[str], data: Path) -> int:
    """Print the stories of `tune` whose number of roots comes out wrong."""
    parser = argparse.ArgumentParser(prog="python -m evaluation originerrors", description=__doc__)
    parser.add_argument("--through", type=int, default=0, help="how many stories to take through the program")
    parser.add_argument("--stories", type=int, default=GIVEN, help="how many stories, wordings given")
    parser.add_argument("--seed", type=int, help="this story alone, through the program, with its reports")
    options = parser.parse_args(words)
    scores = Scores()
    if options.seed is not None:
        story = graph("tune", options.seed, SIZES[options.seed % len(SIZES)])
        for report in story.reports:
            print(f"## {report.outlet}: {report.link}, {', '.join(sorted(report.roots))}\n{report.text}\n")
        score(scores, story, through=True)
    else:
        for seed in range(max(options.stories, options.through)):
            story = graph("tune", seed, SIZES[seed % len(SIZES)])
            score(scores, story, through=seed < options.through)
    print("\n".join(scores.lapses))
    print(_figures("tune", scores))
    return 0
