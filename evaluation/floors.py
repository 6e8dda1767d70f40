"""Quality as a pinned floor: a figure below it fails, and lowering it takes saying so.

`floors.json` holds, for each measure, the digest of the files measured on and
the least value of each figure.  A digest that differs means another corpus:
the figures are then shown, and nothing is judged; of a measure on this
repository's own files alone it means that the floors must be pinned anew, and
the check fails.

A measure may hold a ``slack``, by which figures may lie lower: another
processor rounds the tagger's 8-bit sums differently.  How much that is nobody
has measured; the slack is held under what no rounding at all changes
(`training.rounding`), in percent of counted things about one of them.  The
rules' own figures, whose names begin with ``rules_``, have none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NotRequired, TypedDict

__all__ = ["FLOORS", "Floor", "below", "digest", "load", "raised", "save"]

FLOORS = Path(__file__).with_name("floors.json")
EXACT = "rules_"


class Floor(TypedDict):
    """The corpus (``sha256:…``), the least values, and by how much the tagger's may lie lower."""

    corpus: str
    least: dict[str, float]
    slack: NotRequired[float]


def digest(files: Iterable[Path]) -> str:
    """``sha256:`` over the names and bytes of the files, in order of name."""
    whole = hashlib.sha256()
    for path in sorted(files, key=lambda p: p.as_posix()):
        whole.update(path.name.encode("utf-8") + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return "sha256:" + whole.hexdigest()


def load(path: Path = FLOORS) -> dict[str, Floor]:
    """The floors of every measure; empty if none are pinned yet."""
    if not path.exists():
        return {}
    floors: dict[str, Floor] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def save(floors: Mapping[str, Floor], path: Path = FLOORS) -> None:
    """Write the floors, one figure a line."""
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def below(figures: Mapping[str, float], floor: Floor) -> list[str]:
    """One line for each figure under its floor or missing."""
    out = []
    for name, least in floor["least"].items():
        value = figures.get(name)
        slack = 0.0 if name.startswith(EXACT) else floor.get("slack", 0.0)
        if value is None or value < least - slack:
            said = "missing" if value is None else f"{value:.2f}"
            out.append(
                f"{name} is {said}, the floor is {least:.2f}" + (f" less {slack:.2f}" if slack else "")
            )
    return out


def raised(figures: Mapping[str, float], floor: Floor | None, corpus: str, *, lower: bool) -> Floor:
    """The floor lifted to these figures (rounded down to two places); lowered only if `lower`."""
    least = dict(floor["least"]) if floor and floor["corpus"] == corpus else {}
    for name, value in figures.items():
        rounded = int(value * 100) / 100
        least[name] = rounded if lower else max(rounded, least.get(name, rounded))
    lifted: Floor = {"corpus": corpus, "least": least}
    if floor and "slack" in floor:
        lifted["slack"] = floor["slack"]
    return lifted
