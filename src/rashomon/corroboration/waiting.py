"""Two ways of telling that something waits: “stays shut until it is tested”, “may not open before that”.

A reader of pairs sees one of them denied and the other not; they tell the same.
"""

from __future__ import annotations

import re

from rashomon.corroboration.units import Unit

__all__ = ["wait_alike"]

_STAYS = re.compile(
    r"\b(?:stay|remain|keep|kept|held|hold|wait|suspend|close|shut|ground|halt|stop|ban|barred|bar)\w*\b"
    r"[^.;]{0,120}?\b(?:until|till|pending)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|no|never|cannot|nobody|none)\b|n['’]t\b)[^.;]{0,120}?\b(?:before|until|till|unless|without)\b",
    re.IGNORECASE,
)


def wait_alike(first: Unit, second: Unit) -> bool:
    """Whether one unit tells that something stays as it is until, the other that nothing changes before."""
    return any(
        _stays(one) and _NOT_BEFORE.search(other) is not None and not _STAYS.search(other)
        for one, other in ((first.words, second.words), (second.words, first.words))
    )


def _stays(words: str) -> bool:
    return _STAYS.search(words) is not None and not _NOT_BEFORE.search(words)
