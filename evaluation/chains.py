"""Through whom words came: chains, occasions and unnamed sources against invented reports with gold.

The reports go the way a user's files go, those of one story together; what is
held against the gold is the dossier, its audit as it is exported.  A statement
is paired with the gold as in `evaluation.scoring`, by the letters of its
content.  The figures of each part stand apart, `tune_`, `held_`, `fresh_` and
`blind_`; `all_` counts the four together; those of the rules alone begin with
``rules_``.  In percent:

- *exact* F1: a chain counts if every hop matches, in order; a hop matches by
  an equal name or a span that overlaps one of the gold's.  *any*: one hop
  matches at least.  *hop*: single hops, in order.  A chain of a statement that
  was not found is missed; a chain of one that is not in the gold is false.
- *exact_paired*: exact chains of the statements that have one and were found.
- *clean*: statements found that have no chain and were given none.
- *stated*: of hops matched, those rightly told to be stated or inferred.
- *occasion*: kind and place right, or rightly none; *occasion_told*: of those that have one.
- *speaker*: statements found whose speaker is right, of those with a chain.
- *audited* F1: statements by unnamed speakers that the audit lists.  Of those
  listed: *descriptor*, *count*, *reason* (its words overlap, or rightly none).
- *flags* F1: flags of listed and unlisted ones; those that may stand count neither way.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from evaluation.agreement import Tally
from evaluation.chaingold import (
    CHAINS,
    HALVES,
    GoldHop,
    GoldReport,
    GoldSpoken,
    GoldUnnamed,
    bare,
    read_half,
)
from evaluation.scoring import counterpart, excerpt

from rashomon.errors import InputError
from rashomon.exports import dossier_record
from rashomon.model import Article, Dossier, Policy, Relay, Span, Statement
from rashomon.wiring import articles_of, dossier_of, models_for

__all__ = ["Score", "corpus", "figures", "main", "measure", "score_report", "scored", "together"]

SYSTEMS = {"": "auto", "rules_": "rules"}
"""What the figures of each tagger begin with."""
SHARES = ("exact_paired", "clean", "stated", "occasion", "occasion_told", "speaker")
SHARES_UNNAMED = ("descriptor", "count", "reason")
SCORES = ("exact", "any", "hop", "audited", "flags")

Entry = Mapping[str, Any]
"""One entry of ``audit.unnamed_sources``, as exported."""


@dataclass(slots=True)
class Score:
    """What was right, found and wanted, by figure, and what went wrong, in the order it was met."""

    counts: dict[str, Tally] = field(default_factory=dict)
    lapses: list[str] = field(default_factory=list)

    def add(self, figure: str, right: int, found: int, wanted: int) -> None:
        """Count."""
        self.counts.setdefault(figure, Tally()).add(right, found, wanted)

    def share(self, figure: str, right: bool, lapse: str) -> None:
        """Count one case that is right or wrong."""
        self.add(figure, int(right), 1, 1)
        if not right:
            self.lapses.append(f"{figure}: {lapse}")


def corpus() -> list[Path]:
    """Reports and gold of all halves, for the digest."""
    return sorted(p for half in HALVES for p in (CHAINS / half).iterdir() if p.suffix in (".txt", ".json"))


def measure() -> dict[str, float]:
    """The figures of each part and of all together, by the default and by the rules alone."""
    out: dict[str, float] = {}
    for prefix, tagger in SYSTEMS.items():
        parts = {half: scored(half, tagger) for half in HALVES}
        for part, score in (parts | {"all": together(parts.values())}).items():
            out |= {f"{prefix}{part}_{name}": value for name, value in figures(score).items()}
    return out


def together(scores: Iterable[Score]) -> Score:
    """The counts of several parts added up."""
    out = Score()
    for score in scores:
        for name, tally in score.counts.items():
            out.add(name, tally.right, tally.found, tally.wanted)
    return out


def figures(score: Score) -> dict[str, float]:
    """The figures in percent, 0 where there was nothing to count, in a fixed order."""
    tallies = {name: score.counts.get(name, Tally()) for name in (*SCORES, *SHARES, *SHARES_UNNAMED)}
    return {name: tally.f1 if tally.wanted or tally.found else 0.0 for name, tally in tallies.items()}


@cache
def scored(half: str, tagger: str = "auto") -> Score:
    """One half, read and held against its gold; `tagger` is one of `rashomon.wiring.TAGGERS`."""
    score = Score()
    # a report without a story is one of its own
    reports = sorted(read_half(half), key=lambda r: (r.story or r.path.stem, r.path))
    for _, story in groupby(reports, key=lambda r: r.story or r.path.stem):
        gold = list(story)
        dossier = _analysed([report.path for report in gold], tagger)
        audit = _audit(dossier)
        for report, article in zip(gold, dossier.articles, strict=True):
            found = [s for s in dossier.statements if s.article == article.id]
            score_report(score, report, article.text, found, audit)
    return score


def _audit(dossier: Dossier) -> Sequence[Entry]:
    """The unnamed sources of the dossier as a user gets them."""
    entries: Sequence[Entry] = json.loads(json.dumps(dossier_record(dossier)["audit"]))["unnamed_sources"]
    return entries


def _analysed(paths: Sequence[Path], tagger: str) -> Dossier:
    policy = Policy()
    articles: list[Article] = []
    for item in articles_of([str(path) for path in paths], policy, None):
        if isinstance(item, InputError):
            raise item
        articles.append(item)
    return dossier_of(articles, policy, models=models_for(tagger))


def score_report(
    score: Score, gold: GoldReport, text: str, statements: Sequence[Statement], audit: Sequence[Entry]
) -> None:
    """Count every statement of one report, and the chains and audited sources of others that were found."""
    pairs = [(one, counterpart(one.content, statements, text, nested=one.nested)) for one in gold.statements]
    entries = {which: entry for entry in audit for which in entry["statements"]}
    for wanted, found in pairs:
        if wanted.optional:
            continue
        where = f"{gold.path.stem}: {excerpt(wanted.content, text)}"
        entry = entries.get(found.id) if found else None
        _score_chain(score, where, wanted, found)
        _score_unnamed(score, where, wanted.unnamed, entry)
        if found:
            _score_paired(score, where, wanted, found, text)
    paired = {found.id for _, found in pairs if found}
    for stray in statements:
        if stray.id not in paired and stray.chain:
            score.add("exact", 0, 1, 0)
            score.add("any", 0, 1, 0)
            score.add("hop", 0, len(stray.chain), 0)
            where = f"{gold.path.stem}: {excerpt(stray.content, text)}"
            score.lapses.append(f"stray chain: {where}: {_names(stray.chain)}")


def _score_chain(score: Score, where: str, wanted: GoldSpoken, found: Statement | None) -> None:
    chain = _asked(wanted, found.chain if found else ())
    hits = list(_in_order(wanted.hops, chain))
    exact = len(hits) == len(wanted.hops) == len(chain)
    some, asked = int(bool(chain)), int(bool(wanted.hops))
    score.add("exact", int(exact) * asked, some, asked)
    score.add("any", int(bool(hits)), some, asked)
    score.add("hop", len(hits), len(chain), len(wanted.hops))
    told = f"{where}: expected {_gold_names(wanted.hops)}; found {_names(chain) if found else 'no statement'}"
    if found is None:
        if asked:
            score.lapses.append(f"chain: {told}")
        return
    score.share("exact_paired" if asked else "clean", exact, told)
    for hop, relay in hits:
        score.share("stated", hop.stated is relay.stated, f"{where}: {relay.name}")


def _asked(wanted: GoldSpoken, chain: Sequence[Relay]) -> list[Relay]:
    """The chain without hops that may stand or not."""
    return [
        relay
        for relay in chain
        if any(hop.matches(relay.name, relay.span) for hop in wanted.hops)
        or not any(hop.matches(relay.name, relay.span) for hop in wanted.open)
    ]


def _in_order(hops: Sequence[GoldHop], chain: Sequence[Relay]) -> Iterator[tuple[GoldHop, Relay]]:
    """A longest common subsequence of hops that match."""
    best = [[0] * (len(chain) + 1) for _ in range(len(hops) + 1)]
    for i, hop in reversed(list(enumerate(hops))):
        for j, relay in reversed(list(enumerate(chain))):
            longer = best[i + 1][j + 1] + 1 if hop.matches(relay.name, relay.span) else 0
            best[i][j] = max(longer, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(hops) and j < len(chain) and best[i][j]:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield hops[i], chain[j]
            i, j = i + 1, j + 1


def _score_paired(score: Score, where: str, wanted: GoldSpoken, found: Statement, text: str) -> None:
    """Count occasion and speaker of a statement that was found."""
    if wanted.occasion_asked:
        right = _right_occasion(wanted, found)
        told = f"{found.occasion.kind} {found.occasion.span.of(text)!r}" if found.occasion else "none"
        expected = wanted.occasion[0] if wanted.occasion else "none"
        score.share("occasion", right, f"{where}: expected {expected}; found {told}")
        if wanted.occasion:
            score.add("occasion_told", int(right), 1, 1)
    if wanted.hops and wanted.who:
        source = found.source.source if found.source else None
        name = (source.name or source.descriptor or "nobody") if source else "nobody"
        expected = " or ".join(sorted(wanted.who))
        score.share("speaker", bare(name) in wanted.who, f"{where}: expected {expected}; found {name}")


def _right_occasion(wanted: GoldSpoken, found: Statement) -> bool:
    if wanted.occasion is None or found.occasion is None:
        return wanted.occasion is None and found.occasion is None
    kind, spans = wanted.occasion
    return found.occasion.kind == kind and any(found.occasion.span.overlaps(span) for span in spans)


def _score_unnamed(score: Score, where: str, wanted: GoldUnnamed | None, entry: Entry | None) -> None:
    score.add("audited", int(bool(wanted and entry)), int(bool(entry)), int(bool(wanted)))
    if bool(wanted) is not bool(entry):
        score.lapses.append(f"audited: {where}: {'missed' if wanted else 'has a name or is no person'}")
    flags = frozenset(entry["flags"] if entry else ()) - (wanted.maybe if wanted else frozenset())
    asked = wanted.flags if wanted else frozenset()
    score.add("flags", len(flags & asked), len(flags), len(asked))
    if flags != asked:
        score.lapses.append(f"flags: {where}: expected {sorted(asked)}; found {sorted(flags)}")
    if wanted is None or entry is None:
        return
    words, count = entry["descriptor"], entry["stated_count"]
    score.share("descriptor", bare(words or "") in wanted.descriptors, f"{where}: found {words!r}")
    score.share("count", count in wanted.counts, f"{where}: found {count}")
    reason = entry["reason_for_anonymity"]
    score.share("reason", _right_reason(wanted, reason), f"{where}: found {reason}")


def _right_reason(wanted: GoldUnnamed, reason: Mapping[str, Any] | None) -> bool:
    if wanted.reason is None or reason is None:
        return wanted.reason is None and reason is None
    return Span(*reason["span"]).overlaps(wanted.reason)


def _names(chain: Sequence[Relay]) -> str:
    return " > ".join(relay.name for relay in chain) or "none"


def _gold_names(hops: Sequence[GoldHop]) -> str:
    return " > ".join(min(hop.names, key=len) for hop in hops) or "none"


def main(words: Sequence[str], data: Path) -> int:
    """Print what went wrong in one part: `tune`, unless another that may be looked at is asked for."""
    parser = argparse.ArgumentParser(prog="python -m evaluation transmission", description=__doc__)
    parser.add_argument("--rules", action="store_true", help="without the trained tagger")
    halves = ("tune", "held", "fresh")  # never `blind`: nobody who changes rules is to see what it gets wrong
    parser.add_argument("half", nargs="?", choices=halves, default="tune", help="which half to look at")
    options = parser.parse_args(words)
    for lapse in scored(options.half, "rules" if options.rules else "auto").lapses:
        print(f"  {lapse}")
    return 0
