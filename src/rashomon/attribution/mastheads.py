"""How names of outlets are written: what only tells the country, which capitals nobody else has."""

from __future__ import annotations

from rashomon.attribution.clauses import Sentence

__all__ = ["of_a_country", "shaped_as_outlet"]

_DEMONYMS = ("an", "ish", "ese", "ic", "nch", "tch", "aeli", "qi", "ni", "ri")  # “Corvian media”


def of_a_country(sentence: Sentence, index: int) -> bool:
    """``Corvian``, ``UK``: which tell whose a medium is, and do not name it."""
    item = sentence.items[index]
    return item.low.endswith(_DEMONYMS) or (item.text.replace(".", "").isupper() and len(item.text) <= 2)


def shaped_as_outlet(word: str, *, article: bool) -> bool:
    """``ORN``, ``NewsHour``: capitals as no person or place has them."""
    letters = word.rstrip(".")
    bare_letters = letters.isupper() and len(letters) in (3, 4) and not article
    camel = (
        any(c.isupper() for c in word[1:])
        and any(c.islower() for c in word)
        and not (word.endswith("s") and word[:-1].isupper())  # MPs
        and word[:2] not in ("Mc", "Ma", "O'", "O’", "De", "Fi")
    )
    return bare_letters or camel
