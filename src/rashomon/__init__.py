"""Rashomon: several reports of one event, and who said what in each.

``read``, ``statements``, ``compare`` and ``collate`` do what the commands of the same names
do, and give values in place of JSON::

    dossier = rashomon.compare("first.txt", "second.html")
    for utterance in dossier.utterances: ...

The public names are loaded when they are first used, so that importing the
package costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.model import Article, Dossier, Policy, Ruling, Statement
    from rashomon.wiring import collate, compare, read, statements

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Dossier",
    "Policy",
    "Ruling",
    "Statement",
    "__version__",
    "collate",
    "compare",
    "read",
    "statements",
]

_HOMES = {
    "Article": "rashomon.model",
    "Dossier": "rashomon.model",
    "Policy": "rashomon.model",
    "Ruling": "rashomon.model",
    "Statement": "rashomon.model",
    "collate": "rashomon.wiring",
    "compare": "rashomon.wiring",
    "read": "rashomon.wiring",
    "statements": "rashomon.wiring",
}


def __getattr__(name: str) -> object:
    """Load a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)
