"""What is set beside a name to tell that it is an outlet's, so that no person and no place can be meant.

“The Bugle Reel, a newsletter,” explains the name behind it; a relative clause
with “which” that tells of printing, “per” before it, and an editor or readers
that it has show it too.
"""

from __future__ import annotations

from rashomon.attribution.clauses import Sentence
from rashomon.language import functionwords as fw
from rashomon.language.transmission import MEDIA, SHOWS

__all__ = ["certainly_outlet", "explained_behind"]

_PRINTING = frozenset(
    "print prints printed publish publishes published broke aired airs broadcasts broadcast reported reports "
    "quoted".split()
)
_HAS = frozenset("editor newsroom readers viewers listeners bureau masthead editors".split())
_NO_APPOSITION = frozenset("network channel site paper series journal programme program wire media".split())
_EXPLAINERS = (MEDIA | SHOWS) - _NO_APPOSITION
_NOT_PER = frozenset("act law order rule rules code capita agreement".split())
_MOST = 5  # words between the article of an apposition and its noun
_TO_PRINTING = frozenset("has had have was were first also the to last later then".split())
_FAR = 6  # items behind “which” in which it is told of printing


def certainly_outlet(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the name at these items can only be an outlet's by what stands beside it."""
    low = sentence.low
    if low(last).endswith("'s"):
        return low(last + 1) in _HAS
    at = first - 2 if low(first - 1) == "the" else first - 1
    if low(at) == "per" and low(last) not in _NOT_PER:
        return low(at - 1) in ("", ",", "(", "as") or sentence.is_quote(at - 1)
    if at == 0 and low(at) == "via" and low(last + 1) == ":":
        return True
    if low(last + 1) != ",":
        return False
    return _printing(sentence, last + 2) or explained_behind(sentence, last) is not None


def _printing(sentence: Sentence, which: int) -> bool:
    """``which first reported``, ``which was first to print``."""
    if sentence.low(which) != "which":
        return False
    at = which + 1
    while at < which + _FAR and sentence.low(at) in _TO_PRINTING:
        at += 1
    return sentence.low(at) in _PRINTING


def explained_behind(sentence: Sentence, last: int) -> int | None:
    """The noun of ``, a weekly newsletter`` behind the name that ends here; None if there is none.

    The noun is the last word of its phrase: “a newspaper editor” explains a person.
    """
    low = sentence.low
    if low(last + 1) != "," or low(last + 2) not in ("a", "an", "the"):
        return None
    for index in range(last + 3, min(last + 4 + _MOST, len(sentence))):
        item = sentence.items[index]
        if item.capital and index > last + 3 and low(index - 1) not in fw.PREPOSITIONS:
            continue
        noun = low(index) in _EXPLAINERS or f"{low(index - 1)} {low(index)}" in MEDIA
        if noun and not item.capital:
            behind = low(index + 1)
            if low(last + 2) == "the" and behind not in ("of", "that", "which", "for", "run"):
                return None
            ends = behind in _ENDS or behind.endswith("ed") or not behind
            if ends:
                return index
        elif low(index) in fw.PREPOSITIONS | fw.AUXILIARIES | fw.CONJUNCTIONS:
            return None
    return None


_ENDS = (
    fw.PREPOSITIONS | fw.RELATIVES | frozenset({",", ".", ";", "run", "based", "that", "which", "written"})
)
