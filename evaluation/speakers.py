"""Who speaks, and when to leave it open: precision and coverage over the threshold.

Everybody who may be meant has a share, and below `Policy.speaker_certain` no
name is given.  The threshold only takes names away, so one run with none of
it shows every point of the curve.  *coverage*: percent of the statements that
are given a name; *precision*: percent of those whose name is right.  Three sets:

- *basil*: the quoted spans of `evaluation.basil`, full name or surname right;
- *told*: statements of the invented reports in `invented/speakers` whose speaker the report tells;
- *pronouns*: statements of real reports whose source is *he* or *she*, with the person labelled by hand
  (`pronouns.json`: digests of texts and offsets); the shares were fitted on the *fitted* ones and
  BASIL, and the *held* ones labelled after that.

*untold*: of the invented statements whose speaker cannot be told, percent
left without a name.  *offered*: of those with two or more who may be meant,
percent whose candidates hold them all.  *first* was written before the rules,
*second* after most of them; its first measurement (untold 63, told 95 of 100 named, 97 of those right)
showed what to mend.  *third* was measured last (untold 93, told 92 named, all of them right); two causes,
a town taken for a person and *the governor of* one place, were mended after that.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation import basil
from evaluation.gold import locate

from rashomon.analysis import find_statements
from rashomon.errors import InputError
from rashomon.language.names import surname
from rashomon.language.tokens import fold
from rashomon.model import Article, Policy, Span, Statement, text_id
from rashomon.readers import read_inputs
from rashomon.wiring import articles_of, tagger_for

__all__ = ["HALVES", "INVENTED", "Judged", "corpus", "curve", "measure", "table"]

INVENTED = Path(__file__).parent / "invented" / "speakers"
HALVES = ("first", "second", "third")
PRONOUNS = Path(__file__).with_name("pronouns.json")
STEPS = tuple(step / 20 for step in range(21))
"""The thresholds of the curve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One statement of a gold as it comes out with no threshold.

    Attributes:
        where: set and report.
        words: the beginning of what was said.
        wanted: the speaker; None where it cannot be told.
        name: the name given, None if none.
        score: how sure that is.
        right: whether it is the one wanted.
        among: those who may be meant and cannot be told apart; empty if not asked.
        candidates: the names kept.
    """

    where: str
    words: str
    wanted: str | None
    name: str | None
    score: float
    right: bool
    among: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()

    def named(self, threshold: float) -> bool:
        """Whether a name is left at this threshold."""
        return self.name is not None and self.score >= threshold


def corpus(data: Path) -> list[Path]:
    """The files measured on."""
    return [*basil.corpus(data), *_reports(*HALVES), PRONOUNS]


def _reports(*halves: str) -> list[Path]:
    return sorted(path for half in halves for path in (INVENTED / half).iterdir())


# -- the three sets ---------------------------------------------------------------------


@cache
def invented(half: str) -> tuple[Judged, ...]:
    """The statements of the invented reports of one half."""
    texts = [path for path in _reports(half) if path.suffix == ".txt"]
    articles = [_read(path) for path in texts]
    out: list[Judged] = []
    for path, article, found in zip(texts, articles, _open(articles), strict=True):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        for one in gold["statements"]:
            span = locate(article.text, one["content"])
            statement = _covering(span, found, nested=bool(one.get("nested")))
            out.append(_judged(path.stem, one["content"], one["who"], statement, one.get("candidates", ())))
    return tuple(out)


def _covering(span: Span, statements: Sequence[Statement], *, nested: bool) -> Statement | None:
    """The statement that covers most of the span, at least half, of the level asked for."""
    level = [s for s in statements if (s.parent is not None) is nested]
    shared = [(sum(len(part) for c in s.content if (part := c.intersection(span))), s) for s in level]
    most, best = max(shared, key=lambda one: one[0], default=(0, None))
    return best if 2 * most >= len(span) else None


def _open(articles: Sequence[Article]) -> Iterator[tuple[Statement, ...]]:
    """The statements of each article with no threshold."""
    return find_statements(articles, Policy(speaker_certain=0.0), tagger_for("auto"))


def _read(path: Path) -> Article:
    [item] = articles_of([str(path)], Policy(), None)
    if isinstance(item, InputError):
        raise item
    return item


def _judged(
    where: str, words: str, wanted: str | None, found: Statement | None, among: Iterable[str] = ()
) -> Judged:
    mention = found.source if found else None
    name = mention.source.name if mention else None
    return Judged(
        where=where,
        words=words[:60],
        wanted=wanted,
        name=name,
        score=mention.evidence.score if mention else 0.0,
        right=name is not None and wanted is not None and _agree(name, wanted),
        among=tuple(among),
        candidates=tuple(c.name for c in mention.candidates) if mention else (),
    )


def _agree(name: str, wanted: str) -> bool:
    """Whether two names have one surname, and the given name of one in the other if both have any."""
    one, other = fold(name).split(), fold(wanted).split()
    given = min(len(one), len(other)) < 2 or one[0] in other or other[0] in one
    return (surname(name) == surname(wanted) and given) or other == one[:1]


@cache
def quoted(data: Path) -> tuple[Judged, ...]:
    """The spans of BASIL."""
    found = basil.judged(data, policy=Policy(speaker_certain=0.0))
    return tuple(
        Judged(
            where=one.article.input,
            words=one.span.of(one.article.text)[:60],
            wanted=one.speaker,
            name=one.name,
            score=one.statement.source.evidence.score if one.statement and one.statement.source else 0.0,
            right=one.right,
        )
        for one in found
    )


@cache
def pronouns(data: Path, *, fitted: bool) -> tuple[Judged, ...]:
    """The labelled pronouns of real reports."""
    stories = data / "stories" / "stories.jsonl.gz"
    if not stories.exists():
        return ()
    part = json.loads(PRONOUNS.read_text(encoding="utf-8"))["fitted" if fitted else "held"]
    articles = [article for article in _stories(stories, part) if article.id in part]  # as they were labelled
    out: list[Judged] = []
    for article, found in zip(articles, _open(articles), strict=True):
        for at, person in part[article.id]:
            wanted = Span(*person).of(article.text) if person else None
            out.append(_judged(article.input, article.text[at : at + 3], wanted, _sourced(found, at)))
    return tuple(out)


def _sourced(found: Sequence[Statement], at: int) -> Statement | None:
    return next((s for s in found if s.source and s.source.span and s.source.span.start == at), None)


def _stories(path: Path, wanted: Iterable[str]) -> Iterator[Article]:
    """The reports of the corpus with these ids: title and text, read as plain text."""
    ids = set(wanted)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = f"{record['title']}\n\n{record['text']}"
            if text_id(text) in ids:
                [item] = read_inputs(["-"], policy=Policy(), stdin=io.BytesIO(text.encode("utf-8")))
                if isinstance(item, InputError):
                    raise item
                yield item


# -- figures ----------------------------------------------------------------------------


def curve(rows: Sequence[Judged], threshold: float) -> tuple[float, float]:
    """Coverage and precision in percent; precision is 100 where nothing is named."""
    named = [row for row in rows if row.named(threshold)]
    coverage = 100 * len(named) / len(rows) if rows else 0.0
    return coverage, 100 * sum(row.right for row in named) / len(named) if named else 100.0


def left_open(rows: Sequence[Judged], threshold: float) -> float:
    """Percent of these that have no name."""
    return 100 * sum(not row.named(threshold) for row in rows) / len(rows) if rows else 0.0


def _offered(rows: Sequence[Judged]) -> float:
    asked = [row for row in rows if row.among]
    return 100 * sum(set(row.among) <= set(row.candidates) for row in asked) / max(1, len(asked))


def _sets(data: Path) -> dict[str, tuple[Judged, ...]]:
    out = {"basil": quoted(data)}
    for half in HALVES:
        out[f"{half}_told"] = tuple(row for row in invented(half) if row.wanted is not None)
    out |= {"pronouns_fitted": pronouns(data, fitted=True), "pronouns_held": pronouns(data, fitted=False)}
    return {name: rows for name, rows in out.items() if rows}


def _untold(half: str) -> tuple[Judged, ...]:
    return tuple(row for row in invented(half) if row.wanted is None)


def measure(data: Path) -> dict[str, float]:
    """Coverage and precision of each set at the default threshold, and what is left open."""
    threshold = Policy().speaker_certain
    out: dict[str, float] = {}
    for name, rows in _sets(data).items():
        out[f"{name}_coverage"], out[f"{name}_precision"] = curve(rows, threshold)
    for half in HALVES:
        rows = _untold(half)
        out[f"{half}_untold"] = left_open(rows, threshold)
        out[f"{half}_offered"] = _offered(rows)
    return out


def table(data: Path) -> str:
    """The curve: a row a threshold; coverage and precision of each set, and what is left open."""
    sets = _sets(data)
    heads = [f"{name} ({len(rows)})" for name, rows in sets.items()]
    heads += [f"{half}_untold ({len(_untold(half))})" for half in HALVES]
    lines = ["| threshold | " + " | ".join(heads) + " |", "| --- |" + " --- |" * len(heads)]
    for step in STEPS:
        cells = ["{:.1f} / {:.1f}".format(*curve(rows, step)) for rows in sets.values()]
        cells += [f"{left_open(_untold(half), step):.1f}" for half in HALVES]
        lines.append(f"| {step:.2f} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
