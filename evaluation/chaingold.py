"""The gold of chains and unnamed sources, turned into spans.

What is annotated, and why so, stands in `invented/chains/README.md`.  The gold
quotes its report as `evaluation.gold` describes; words that the text does not
hold raise.  Of the halves `tune` may be looked at by whoever changes rules,
`held`, `fresh` and `blind` may not; `fresh` and, after it, `blind` were written
later, without sight of the rules.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.gold import GoldNotFound, locate

from rashomon.model import Span

__all__ = [
    "CHAINS",
    "HALVES",
    "OCCASIONS",
    "GoldHop",
    "GoldReport",
    "GoldSpoken",
    "GoldUnnamed",
    "bare",
    "read_half",
    "read_report",
]

CHAINS = Path(__file__).parent / "invented" / "chains"
HALVES = ("tune", "held", "fresh", "blind")
OCCASIONS = frozenset(
    "interview press post statement filing message speech hearing meeting broadcast".split()
)
FLAGS = frozenset(("plural_for_one", "no_reason_stated", "descriptor_differs"))
_KEYS = frozenset("content who hops open occasion unnamed nested optional".split())
_LEADS = frozenset("a an the his her its their".split())
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldHop:
    """One hop: every name that is right (folded by `bare`), and everywhere they stand."""

    names: frozenset[str]
    spans: tuple[Span, ...]
    stated: bool

    def matches(self, name: str, span: Span) -> bool:
        """Whether a hop that was found is this one: an equal name, or a span that overlaps one of its."""
        return bare(name) in self.names or any(span.overlaps(own) for own in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldUnnamed:
    """A speaker without a name.

    Attributes:
        descriptors: every one that is right, folded by `bare`.
        counts: the numbers that are right; None stands for "no number is stated".
        reason: the words that tell why there is no name, None if none do.
        flags: those that must be raised.
        maybe: those that may be.
    """

    descriptors: frozenset[str]
    counts: frozenset[int | None]
    reason: Span | None
    flags: frozenset[str]
    maybe: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpoken:
    """A statement, how it came here, and on what occasion it was made.

    Attributes:
        who: names or descriptors of the speaker that are right, folded by `bare`; empty if not asked.
        hops: from the speaker outward.
        open: hops that may stand or not.
        occasion: its kind and everywhere its words stand, None if there is none.
        occasion_asked: whether the occasion counts.
        optional: nothing of it counts.
    """

    content: tuple[Span, ...]
    who: frozenset[str]
    hops: tuple[GoldHop, ...]
    open: tuple[GoldHop, ...]
    occasion: tuple[str, tuple[Span, ...]] | None
    occasion_asked: bool
    unnamed: GoldUnnamed | None
    nested: bool
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """The gold of one report; those with one `story` are to be analysed together."""

    path: Path
    story: str | None
    statements: tuple[GoldSpoken, ...]


def bare(words: str) -> str:
    """The words as names are compared: without case, marks, and a leading article or possessive.

    >>> bare("the Channel Six show “Table for Two")
    'channel six show table for two'
    """
    parts = _WORD.findall(words.casefold())
    return " ".join(parts[1:] if len(parts) > 1 and parts[0] in _LEADS else parts)


def read_half(half: str) -> tuple[GoldReport, ...]:
    """All reports of one of `HALVES`, in order of name.

    Raises:
        GoldNotFound: naming the file and the words.
    """
    return tuple(read_report(path) for path in sorted((CHAINS / half).glob("*.json")))


def read_report(gold: Path) -> GoldReport:
    """The report whose gold is this file; its text stands beside it.

    Raises:
        GoldNotFound: naming the file and the words.
        ValueError: for a key, a kind of occasion or a flag that there is not.
    """
    path = gold.with_suffix(".txt")
    text = path.read_text(encoding="utf-8")
    record = json.loads(gold.read_text(encoding="utf-8"))
    try:
        statements = tuple(_spoken(one, text) for one in record["statements"])
    except (GoldNotFound, ValueError) as fault:
        raise type(fault)(f"{gold.name}: {fault}") from None
    return GoldReport(path=path, story=record["story"], statements=statements)


def _spoken(record: dict[str, Any], text: str) -> GoldSpoken:
    _known(record, _KEYS)
    content = tuple(sorted(locate(text, words) for words in record["content"]))
    hops = tuple(_hop(words, text) for words in record["hops"])
    told = record.get("occasion")
    # an occasion carried on with its chain may be given or not
    asked = told != "?" and (told is not None or all(hop.stated for hop in hops))
    return GoldSpoken(
        content=content,
        who=frozenset(bare(name) for name in record["who"].split("|") if name),
        hops=hops,
        open=tuple(_hop(words, text) for words in record.get("open", ())),
        occasion=_occasion(told, text) if asked and told else None,
        occasion_asked=asked,
        unnamed=_unnamed(record["unnamed"], text) if "unnamed" in record else None,
        nested=record.get("nested", False),
        optional=record.get("optional", False),
    )


def _known(given: Iterable[str], known: frozenset[str]) -> None:
    if unknown := sorted(set(given) - known):
        raise ValueError(f"not known: {', '.join(unknown)}")


def _hop(words: str, text: str) -> GoldHop:
    names = words.removeprefix("~").split("|")
    return GoldHop(
        names=frozenset(bare(name) for name in names),
        spans=tuple(span for name in names for span in _everywhere(name, text)),
        stated=not words.startswith("~"),
    )


def _everywhere(name: str, text: str) -> Sequence[Span]:
    first = locate(text, name)
    spans = [first]
    while True:
        try:
            spans.append(locate(text, [name, len(spans) + 1]))
        except GoldNotFound:
            return spans


def _occasion(told: Sequence[str], text: str) -> tuple[str, tuple[Span, ...]]:
    kind, words = told
    _known([kind], OCCASIONS)
    return kind, tuple(span for either in words.split("|") for span in _everywhere(either, text))


def _unnamed(record: dict[str, Any], text: str) -> GoldUnnamed:
    flags, maybe = frozenset(record["flags"]), frozenset(record.get("maybe", ()))
    _known(flags | maybe, FLAGS)
    descriptors = record["descriptor"].split("|")
    for descriptor in descriptors:
        locate(text, descriptor)
    count, reason = record["count"], record["reason"]
    return GoldUnnamed(
        descriptors=frozenset(bare(descriptor) for descriptor in descriptors),
        counts=frozenset(count if isinstance(count, list) else [count]),
        reason=locate(text, reason) if reason else None,
        flags=flags,
        maybe=maybe,
    )
