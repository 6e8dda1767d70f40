"""Ids are hashes of content: the same thing has the same id on every machine and in every run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

__all__ = ["short_id", "text_id"]


def text_id(text: str) -> str:
    """The id of an article: ``sha256:`` and the hash of its text in UTF-8.

    Lone surrogates, which UTF-8 cannot hold, are hashed as Python's
    ``surrogatepass`` writes them.
    """
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_JSON = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))  # made once: there are ids by the hundred


def short_id(prefix: str, parts: Sequence[object]) -> str:
    """An id of 16 hexadecimal digits for a part of an article.

    `parts` must be made of strings, numbers, None and sequences of them; the
    hash is over their JSON, so it depends on neither machine nor run.
    """
    body = _JSON.encode(parts)
    return f"{prefix}-{hashlib.sha256(body.encode('ascii')).hexdigest()[:16]}"
