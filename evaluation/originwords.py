"""Words for generated stories about who reported first: phrases filled, choices drawn, outlets named.

The phrases stand in `invented/origins`, in tables: rules may be fitted to what ``tune`` gives; what ``blind``
and ``fresh`` give is only counted, and they share no phrase with it.  In phrases ``{c}`` is a clause in small
letters and ``{C}`` the same at a sentence's beginning, ``{o}`` an outlet, ``{s}`` a source, ``{d}`` a day;
``[a|b]`` is one of the choices.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["PARTS", "TABLES", "Filling", "Table", "begun", "expand", "filled", "named", "table_of"]

TABLES = Path(__file__).parent / "invented" / "origins"
PARTS = ("tune", "blind", "fresh")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_CHOICE = re.compile(r"\[([^\[\]]*)\]")

Table = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What is put into a phrase: a source, an outlet as it is called there, and a day of the week from 0."""

    source: str = ""
    outlet: str = ""
    day: int = 0


@cache
def table_of(part: str) -> Table:
    """The words of one part."""
    table: Table = json.loads((TABLES / f"{part}.json").read_text(encoding="utf-8"))
    return table


def expand(words: str, rng: random.Random) -> str:
    """One of the texts that ``[a|b]`` stands for.

    >>> expand("a [red] tern", random.Random(1))
    'a red tern'
    """
    while match := _CHOICE.search(words):
        words = words[: match.start()] + rng.choice(match[1].split("|")) + words[match.end() :]
    return words


def filled(words: str, clause: str, filling: Filling) -> str:
    """The phrase with everything in its place; a comma after a source's role only where words follow.

    >>> filled("{C}, {s} said.", "a tern fell", Filling(source="Ida Marl, a nurse,"))
    'A tern fell, Ida Marl, a nurse, said.'
    >>> filled("{C}, said {s}.", "a tern fell", Filling(source="Ida Marl, a nurse,"))
    'A tern fell, said Ida Marl, a nurse.'
    """
    source, outlet = filling.source, filling.outlet
    told = words.format(
        c=clause, C=begun(clause), s=source, S=begun(source), o=outlet, O=begun(outlet), d=DAYS[filling.day]
    )
    return told.replace(",,", ",").replace(",.", ".").replace(",”,", ",”")


def begun(words: str) -> str:
    """With a capital."""
    return words[:1].upper() + words[1:]


def named(outlet: str, rng: random.Random) -> str:
    """The name within a sentence: newspapers differ on the article's capital."""
    return "the " + outlet[4:] if outlet.startswith("The ") and rng.random() < 0.6 else outlet
