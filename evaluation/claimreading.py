"""``python -m evaluation claimreading``: random real stories as the program sees them, to be read and judged.

Of each story: the claims that more than one report has, with all their wordings, stances and origins;
a sample of silences with the nearest passage that was checked; every conflict.  The texts are
third-party data: they are printed and kept nowhere.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.model import Article, Claim, Conflict, Dossier, OriginGroup, Policy, Stance
from rashomon.readers import read_inputs
from rashomon.wiring import dossier_of, models_for

__all__ = ["articles_of", "main", "read", "stories_of"]

_SIGNS = {Stance.SAYS: "+", Stance.DIFFERS: "~", Stance.DENIES: "-", Stance.SILENT: "."}
_SILENCES = 4


def main(words: Sequence[str], data: Path) -> int:
    """Print the sample."""
    parser = argparse.ArgumentParser(prog="python -m evaluation claimreading", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=30, help="stories")
    parser.add_argument("--tagger", default="auto")
    options = parser.parse_args(words)
    stories = stories_of(data)
    draw = random.Random(options.seed)
    for name in draw.sample(sorted(stories), min(options.count, len(stories))):
        dossier = dossier_of(articles_of(stories[name]), Policy(), models=models_for(options.tagger))
        print("\n".join(read(dossier, name, draw)), flush=True)
    return 0


def stories_of(data: Path) -> dict[str, list[dict[str, object]]]:
    """The stories of two reports and more."""
    found: dict[str, list[dict[str, object]]] = defaultdict(list)
    with gzip.open(data / "stories" / "stories.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            found[str(article["story"])].append(article)
    return {name: articles for name, articles in found.items() if len(articles) > 1}


def articles_of(records: Sequence[dict[str, object]]) -> list[Article]:
    """The reports of a story, read as a user's file is."""
    named = [{**r, "headline": r.get("title"), "id": str(number)} for number, r in enumerate(records)]
    lines = "".join(json.dumps(record) + "\n" for record in named).encode()
    items = read_inputs(("-",), policy=Policy(), stdin=io.BytesIO(lines))
    return [item for item in items if isinstance(item, Article)]


def read(dossier: Dossier, name: str, draw: random.Random) -> Iterator[str]:
    """The lines of one story."""
    letters = {article.id: chr(ord("A") + n) for n, article in enumerate(dossier.articles)}
    yield f"\n=== story {name}: {len(dossier.articles)} reports, {len(dossier.claims)} claims"
    for article in dossier.articles:
        by = article.publisher.name if article.publisher else "publisher not stated"
        yield f"  {letters[article.id]} {by}, {article.published or 'not dated'}: {article.headline}"
    shared = [claim for claim in dossier.claims if len({w.article for w in claim.wordings}) > 1]
    yield f"-- {len(shared)} claims in more than one report"
    for number, claim in enumerate(shared, 1):
        yield from _claim(dossier, claim, letters, number)
    yield "-- silences (a sample)"
    silent = [(claim, p) for claim in dossier.claims for p in claim.positions if p.stance is Stance.SILENT]
    for claim, position in draw.sample(silent, min(_SILENCES, len(silent))):
        text = dossier.article(position.article).text
        near = _line(position.nearest.of(text)) if position.nearest else "-"
        yield f"  {letters[position.article]} silent on: {_words(dossier, claim, claim.head)}"
        yield f"      nearest {position.evidence.score:.2f}: {near}"
    yield f"-- {len(dossier.conflicts)} conflicts and relations"
    for conflict in dossier.conflicts:
        yield from _conflict(dossier, conflict, letters)


def _claim(dossier: Dossier, claim: Claim, letters: dict[str, str], number: int) -> Iterator[str]:
    row = "".join(_SIGNS[position.stance] for position in claim.positions)
    yield f"{number}. {row} at most {claim.origins.at_most}: {', '.join(map(_root, claim.origins.groups))}"
    for wording in claim.wordings:
        mark = "*" if wording.id == claim.head else " "
        yield f"   {mark}{letters[wording.article]} {_words(dossier, claim, wording.id)}"
    for position in claim.positions:
        if position.stance is Stance.SAYS:
            for span in position.elsewhere:
                told = _line(span.of(dossier.article(position.article).text))
                yield f"   ={letters[position.article]} {told}"


def _root(group: OriginGroup) -> str:
    root, reason = group.root, group.reason
    return f"{_line(root) if root else 'not stated'} ({reason})"


def _words(dossier: Dossier, claim: Claim, wording: str) -> str:
    [one] = [one for one in claim.wordings if one.id == wording]
    text = dossier.article(one.article).text
    return _line(" / ".join(span.of(text) for span in one.spans))


def _conflict(dossier: Dossier, conflict: Conflict, letters: dict[str, str]) -> Iterator[str]:
    yield f"  {conflict.relation.upper()} {conflict.kind} ({conflict.evidence.reason})"
    wordings = {wording.id: wording for claim in dossier.claims for wording in claim.wordings}
    for side in conflict.sides:
        text = dossier.article(side.article).text
        told = " / ".join(_line(span.of(text)) for span in side.spans)
        within = _line(" / ".join(span.of(text) for span in wordings[side.wording].spans))
        later = " (later)" if conflict.later == side.article else ""
        yield f"     {side.party} {letters[side.article]}{later} [{told}] = {side.value}  in: {within}"


def _line(words: str) -> str:
    return " ".join(words.split())
