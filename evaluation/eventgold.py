"""Gold for whole events: what reports of one story claim, where they disagree, when, and from whom.

A folder under `invented/events/PART` holds one story: ``articles.jsonl``, read the way a
user's file is, and ``gold.json`` (its README tells the format).  Places are quoted words, found
again here; words that stand twice need an ``nth``, and words that cannot be found raise.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from evaluation.gold import GoldNotFound

from rashomon.language.sentences import sentences
from rashomon.model import Article, ConflictKind, Policy, Relation, Span, Stance
from rashomon.readers import read_inputs

__all__ = [
    "EVENTS",
    "OPEN",
    "PARTS",
    "Event",
    "GoldClaim",
    "GoldConflict",
    "GoldPosition",
    "GoldSide",
    "GoldTime",
    "Locator",
    "files_of",
    "find",
    "read_event",
    "read_events",
]

EVENTS = Path(__file__).parent / "invented" / "events"
PARTS = ("tune", "held", "blind", "fresh", "plain", "late")
OPEN = ("tune", "held")
"""Parts whose errors may be looked at; what is wrong in the others is never shown."""

Locator = str | Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPosition:
    """What one report does with a claim, and every place where it does so."""

    stance: Stance
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A checkable unit.

    Attributes:
        positions: by report, each report of the story once; one that the gold does not name is silent.
        origins: the true number of roots; None where it is not annotated.
        groups: which reports lean on each root; None where it is not annotated.
        stated: whether every link stands on the page.
    """

    id: str
    positions: Mapping[str, GoldPosition]
    origins: int | None = None
    groups: tuple[tuple[str, ...], ...] | None = None
    stated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSide:
    """One report's words in a conflict; sides of one `party` agree."""

    report: str
    spans: tuple[Span, ...]
    party: int
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldConflict:
    """Two wordings about one thing, and how they stand to each other."""

    kind: ConflictKind
    relation: Relation
    sides: tuple[GoldSide, ...]
    later: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """An expression of time and what it comes to in EDTF; None where the text does not tell."""

    report: str
    span: Span
    value: str | None
    anchor: str | None = None


@dataclass(frozen=True, kw_only=True)
class Event:
    """One story: its reports in the order of the file, by name, and what is true of them."""

    name: str
    articles: Mapping[str, Article]
    claims: tuple[GoldClaim, ...]
    conflicts: tuple[GoldConflict, ...]
    times: tuple[GoldTime, ...]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The report's name, by the article's id."""
        return {article.id: name for name, article in self.articles.items()}

    @cached_property
    def sentences(self) -> Mapping[str, tuple[Span, ...]]:
        """The sentences of each report, by name."""
        return {
            name: tuple(s for block in article.blocks for s in sentences(article.text, block.span))
            for name, article in self.articles.items()
        }


def files_of(part: str) -> list[Path]:
    """The files of one part, for the digest; none if it is not written yet."""
    return sorted((EVENTS / part).glob("*/*.json*"))


def read_events(part: str) -> Iterator[Event]:
    """The stories of one part, by name."""
    for folder in sorted(path.parent for path in (EVENTS / part).glob("*/gold.json")):
        yield read_event(folder)


def read_event(folder: Path) -> Event:
    """The story in one folder.

    Raises:
        GoldNotFound: if the gold quotes words that its report, as read, does not hold, or holds twice.
        ValueError: if it names an unknown report, stance, kind or relation.
        OSError, InputError: if a file cannot be read.
    """
    articles = _articles(folder / "articles.jsonl")
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    where = folder.name
    return Event(
        name=where,
        articles=articles,
        claims=tuple(_claim(item, articles, where) for item in gold.get("claims", ())),
        conflicts=tuple(_conflict(item, articles, where) for item in gold.get("conflicts", ())),
        times=tuple(_time(item, articles, where) for item in gold.get("times", ())),
    )


def _articles(path: Path) -> dict[str, Article]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    names = [json.loads(line)["id"] for line in lines]
    found: list[Article] = []
    for item in read_inputs([str(path)], policy=Policy(), stdin=io.BytesIO()):
        if not isinstance(item, Article):
            raise item
        found.append(item)
    if len({article.id for article in found}) != len(set(names)):
        raise ValueError(f"{path}: two reports have one name or one text")
    return dict(zip(names, found, strict=True))


def find(locator: Locator, text: str, where: str) -> Span:
    """The place of quoted words: the only one, or the ``nth`` (from 1) of ``{"text": …, "nth": …}``.

    >>> find({"text": "tern", "nth": 2}, "a tern, a tern", "x")
    Span(start=10, end=14)

    Raises:
        GoldNotFound: if there is none, or several and no ``nth``.
    """
    words = locator if isinstance(locator, str) else str(locator["text"])
    nth = None if isinstance(locator, str) else int(locator.get("nth", 1))
    starts = _starts(words, text)
    if not starts or (nth is None and len(starts) > 1) or not 1 <= (nth or 1) <= len(starts):
        raise GoldNotFound(f"{where}: {words!r} stands {len(starts)} times" + f", {nth} asked" * bool(nth))
    start = starts[(nth or 1) - 1]
    return Span(start, start + len(words))


def _starts(words: str, text: str) -> list[int]:
    out, at = [], text.find(words)
    while at >= 0 and words:
        out.append(at)
        at = text.find(words, at + 1)
    return out


def _spans(at: Any, report: str, articles: Mapping[str, Article], where: str) -> tuple[Span, ...]:
    if report not in articles:
        raise ValueError(f"{where}: there is no report {report!r}")
    locators: Sequence[Locator] = at if isinstance(at, list) else [] if at is None else [at]
    return tuple(find(one, articles[report].text, f"{where}/{report}") for one in locators)


def _claim(item: Mapping[str, Any], articles: Mapping[str, Article], where: str) -> GoldClaim:
    told = item["positions"]
    if not told.keys() <= articles.keys():
        raise ValueError(f"{where}: {item['id']} has a position of an unknown report")
    positions = {
        name: GoldPosition(stance=Stance(one["stance"]), spans=_spans(one.get("at"), name, articles, where))
        for name, one in ((name, told.get(name, {"stance": "silent"})) for name in articles)
    }
    if any(bool(p.spans) is (p.stance is Stance.SILENT) for p in positions.values()):
        raise ValueError(f"{where}: {item['id']}: words for every stance but silence")
    groups, origins = item.get("groups"), item.get("origins")
    known = set(articles)
    if groups is not None and (
        not {name for group in groups for name in group} <= known or len(groups) != origins
    ):
        raise ValueError(f"{where}: {item['id']}: groups of known reports, as many as origins")
    return GoldClaim(
        id=item["id"],
        positions=positions,
        origins=origins,
        groups=None if groups is None else tuple(tuple(group) for group in groups),
        stated=bool(item.get("stated", False)),
    )


def _conflict(item: Mapping[str, Any], articles: Mapping[str, Article], where: str) -> GoldConflict:
    sides = tuple(
        GoldSide(
            report=side["report"],
            spans=_spans(side["at"], side["report"], articles, where),
            party=side["party"],
            value=side.get("value"),
        )
        for side in item["sides"]
    )
    later = item.get("later")
    if later is not None and later not in articles:
        raise ValueError(f"{where}: there is no report {later!r}")
    if len({side.party for side in sides}) < 2:
        raise ValueError(f"{where}: a conflict needs two parties")
    relation = Relation(item["relation"])
    return GoldConflict(kind=ConflictKind(item["kind"]), relation=relation, sides=sides, later=later)


def _time(item: Mapping[str, Any], articles: Mapping[str, Article], where: str) -> GoldTime:
    (span,) = _spans(item["at"], item["report"], articles, where)
    return GoldTime(report=item["report"], span=span, value=item.get("value"), anchor=item.get("anchor"))
