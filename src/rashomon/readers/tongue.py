"""Which language a text is in, cheaply where it is English.

English is told by its function words, which no neighbour shares; only a text
that has too few of them is handed to py3langid, whose loading costs more than
everything else a reader does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from rashomon.model import Policy

__all__ = ["english_share", "language_of", "primary_tag"]

_SAMPLE = 20_000  # characters; the share is settled long before
_ENGLISH = frozenset(
    (
        *(
            "the",
            "and",
            "that",
            "with",
            "his",
            "from",
            "were",
            "this",
            "which",
            "been",
            "they",
            "their",
            "would",
        ),
        *(
            "when",
            "who",
            "said",
            "says",
            "has",
            "its",
            "than",
            "into",
            "after",
            "about",
            "could",
            "our",
            "your",
        ),
        *("you", "she", "not", "have", "there", "because", "should"),
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")


def english_share(text: str) -> float:
    """The share of words that are function words of English and of no neighbour.

    >>> english_share("The mayor of the town said that they were leaving") >= 0.5
    True
    """
    return _share(_WORD.findall(text[:_SAMPLE].lower()))


def _share(words: Sequence[str]) -> float:
    return sum(map(_ENGLISH.__contains__, words)) / len(words) if words else 0.0


def language_of(text: str, policy: Policy) -> str:
    """The BCP 47 primary tag of the language; ``und`` where the text does not tell.

    >>> language_of("Fire at the mill", Policy())
    'und'
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if len(set(words)) < policy.read_language_words:
        return "und"
    if _share(words) >= policy.read_english_share:
        return "en"
    tag, probability = _identifier().classify(sample)
    sure = probability >= policy.read_language_probability or _is_foreign_script(sample)
    return str(tag) if sure else "und"


def _is_foreign_script(text: str) -> bool:
    """Whether most letters are not Latin ones, so that the language is not English whichever it is."""
    letters = [c for c in text if c.isalpha()]
    return sum(c > "\u024f" for c in letters) * 2 > len(letters)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  loads numpy and a model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def primary_tag(raw: str) -> str | None:
    """The primary tag of a declared language, or None if it is not one.

    >>> primary_tag("en-GB"), primary_tag("")
    ('en', None)
    """
    match = _TAG.match(raw.strip())
    return match[1].lower() if match else None
