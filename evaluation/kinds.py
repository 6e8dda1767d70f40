"""Whether the kind of a source is right: person, organisation, document, unnamed, impersonal.

The gold is 400 sources of PolNeAR, labelled for this project; `kinds.md` says
how.  The articles go the way a user's files go.  A source is *judged* if some
statement that is not nested has a source overlapping it; of several the one
that overlaps most counts, then the first.  *accuracy*: percent of those judged
whose kind is the labelled one; *others*: the same without those labelled
``person``, which are most.  Figures of the training half, which may be tuned
on, and of the development half, which may not, stand apart; those of the rules
alone begin with ``rules_``.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.agreement import Tally

from rashomon.errors import InputError
from rashomon.model import Article, Policy, SourceKind, Span, Statement
from rashomon.wiring import articles_of, statements_of, tagger_for

__all__ = ["GOLD", "Labelled", "closest", "confusion", "corpus", "judged", "labelled", "measure", "table"]

GOLD = Path(__file__).with_name("kinds.json")
PARTS = ("train", "dev")
SYSTEMS = {"": "auto", "rules_": "rules"}
"""What the figures of each tagger begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One source of the gold: the text file it stands in, its pieces, and what kind it is."""

    path: Path
    source: tuple[Span, ...]
    kind: SourceKind


Judged = tuple[Labelled, Article, Statement | None]
"""A source, the article as read, and the statement whose source overlaps it most."""


def labelled(data: Path, part: str) -> tuple[Labelled, ...]:
    """The sources of ``train`` or ``dev`` that have a label and whose text is at hand, in order."""
    texts = {_short(path.stem): path for path in (data / "polnear" / part / "text").glob("*.txt")}
    records = json.loads(GOLD.read_text(encoding="utf-8"))[part]
    return tuple(
        Labelled(
            path=texts[record["article"]],
            source=tuple(Span(start, end) for start, end in record["source"]),
            kind=SourceKind(record["kind"]),
        )
        for record in records
        if record["kind"] is not None and record["article"] in texts
    )


def _short(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8")).hexdigest()[:16]


def corpus(data: Path) -> list[Path]:
    """The gold and the texts it points into; nothing if none of those is at hand."""
    texts = {one.path for part in PARTS for one in labelled(data, part)}
    return [GOLD, *sorted(texts)] if texts else []


def closest(source: Sequence[Span], statements: Sequence[Statement]) -> Statement | None:
    """The statement whose source shares most with these spans; None if none shares anything."""
    shared = [(sum(len(p) for one in source if (p := _common(one, s))), s) for s in statements]
    return max((found for found in shared if found[0]), key=lambda found: found[0], default=(0, None))[1]


def _common(span: Span, statement: Statement) -> Span | None:
    named = statement.source.span if statement.source and statement.parent is None else None
    return named.intersection(span) if named else None


@cache
def judged(data: Path, part: str, tagger: str = "auto") -> tuple[Judged, ...]:
    """Every labelled source of a part with what was found; `tagger` is one of `rashomon.wiring.TAGGERS`."""
    gold = labelled(data, part)
    policy = Policy()
    articles = {path: _read(path, policy) for path in sorted({one.path for one in gold})}
    found = dict(_found(articles, policy, tagger))
    return tuple((one, articles[one.path], closest(one.source, found[one.path])) for one in gold)


def _found(
    articles: dict[Path, Article], policy: Policy, tagger: str
) -> Iterator[tuple[Path, tuple[Statement, ...]]]:
    items = statements_of(articles.values(), policy, tagger_for(tagger))
    for path, (_, found) in zip(articles, items, strict=True):
        if isinstance(found, InputError):
            raise found
        yield path, found


def _read(path: Path, policy: Policy) -> Article:
    [item] = articles_of([str(path)], policy, None)
    if isinstance(item, InputError):
        raise item
    return item


def measure(data: Path) -> dict[str, float]:
    """Percent right of those judged, and how many were."""
    out: dict[str, float] = {}
    for prefix, tagger in SYSTEMS.items():
        for part in PARTS:
            pairs = _pairs(data, part, tagger)
            others = [pair for pair in pairs if pair[0] is not SourceKind.PERSON]
            out[f"{prefix}{part}_judged"] = float(len(pairs))
            out[f"{prefix}{part}_accuracy"] = _accuracy(pairs)
            out[f"{prefix}{part}_others"] = _accuracy(others)
    return out


Pair = tuple[SourceKind, SourceKind]
"""The kind in the gold and the kind found."""


def _pairs(data: Path, part: str, tagger: str) -> list[Pair]:
    found = ((one.kind, s.source) for one, _, s in judged(data, part, tagger) if s is not None)
    return [(kind, mention.source.kind) for kind, mention in found if mention is not None]


def _accuracy(pairs: Sequence[Pair]) -> float:
    return 100 * sum(wanted is found for wanted, found in pairs) / len(pairs) if pairs else 0.0


def table(data: Path) -> str:
    """What each kind of the gold (a row) was taken for (a column), with precision, recall and F1."""
    return "\n\n".join(
        f"{part}, {'the default' if tagger == 'auto' else 'rules alone'}\n"
        + confusion(_pairs(data, part, tagger))
        for tagger in SYSTEMS.values()
        for part in PARTS
    )


def confusion(pairs: Sequence[Pair]) -> str:
    """The table of these pairs, as Markdown.

    >>> person, unnamed = SourceKind.PERSON, SourceKind.UNNAMED
    >>> print(confusion([(person, person), (person, unnamed)]).splitlines()[2])
    | person | 1 | 0 | 0 | 1 | 0 | 100.0 | 50.0 | 66.7 |
    """
    counted = Counter(pairs)
    lines = ["| | " + " | ".join(SourceKind) + " | precision | recall | F1 |", "| --- |" + " --- |" * 8]
    for kind in SourceKind:
        row = [counted[kind, other] for other in SourceKind]
        tally = Tally(
            right=counted[kind, kind],
            found=sum(counted[other, kind] for other in SourceKind),
            wanted=sum(row),
        )
        shares = (f"{share:.1f}" for share in (tally.precision, tally.recall, tally.f1))
        lines.append("| " + " | ".join([kind.value, *map(str, row), *shares]) + " |")
    return "\n".join(lines)
