"""Words around a number that tell how exact it is: "at least", "about", "or so", as tables."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rashomon.corroboration.counting import kin
from rashomon.corroboration.countwords import PEOPLE
from rashomon.corroboration.ranges import Range, Sort
from rashomon.language.numerals import Lexeme, number_at

__all__ = ["bounded", "qualifier_after", "qualifier_before"]

_BEFORE = """
>=: at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|at the very least
>=: at minimum|a good|a full
>: more than|over|greater than|above|exceeding|upwards of|upward of|in excess of|well over|well above
>: far more than
>: higher than|surpassing|topping|surpassed|surpasses|surpass|topped|tops|exceeded|exceeds|exceed|passed the
>: crossed the|crosses the|passing the|crossing the
<=: as many as|as much as|up to|at most|no more than|not more than|no greater than|a maximum of|maximum
<=: as high as
<: fewer than|less than|under|below|lower than
~: about|around|some|roughly|approximately|an estimated|estimated|circa|in the region of|more or less
~: an average of
~: almost exactly|nearly exactly|roughly equal to
~-: nearly|almost|close to|approaching|just under|just short of|not quite|slightly less than
~-: slightly fewer than
~-: a little under|a little less than|just below|slightly under|little less than
~+: just over|slightly more than|slightly over|a little over|a little more than|just above|just more than
=: exactly|precisely|only|just|all|another|a total of|a record|an additional|the|those|these|a further
=: all of the
=: its|their|his|her|a|an|a combined|the remaining|the other
"""
_AFTER = """
>=: or more|or over|and more|or higher|or above|plus|and up|and over
<=: or fewer|or less|or under|or below
~: or so|or thereabouts|odd|give or take
"""


def _phrases(rows: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): row.partition(": ")[0]
        for row in rows.strip().split("\n")
        for phrase in row.partition(": ")[2].split("|")
    }


_BEFORE_OF, _AFTER_OF = _phrases(_BEFORE), _phrases(_AFTER)
_LONGEST = 5
_WENT = frozenset("go goes going gone went moved climbed shot crept".split())  # before "up to"


def qualifier_before(run: Sequence[Lexeme], at: int) -> tuple[str, int]:
    """The sign of the words that end before this lexeme ("" if none) and where they begin."""
    for size in range(min(_LONGEST, at), 0, -1):
        sign = _BEFORE_OF.get(tuple(x.low for x in run[at - size : at]))
        if size == 1 and run[at - 1].low == "over" and (_about_what(run, at) or _during(run, at)):
            return "", at
        if size > 1 and run[at - 1].low == "the" and sign == ">" and not _milestone(run, at):
            continue
        if sign == "=":
            return ("", at - size) if at == size or size > 1 else _through(run, at - size)
        if sign is not None and not (sign == "<=" and at > size and run[at - size - 1].low in _WENT):
            return _joined(run, sign, at - size)
    return "", at


_AT_ODDS = frozenset(
    """lawsuit lawsuits dispute disputes disputed row rows rowed anger outrage fury furious scandal
    scandals walkout walkouts strike controversy sue sues sued suing clash clashes clashed feud feuds
    feuding quarrel quarrels quarrelled angry concern concerns fear fears worry worries worried protest
    protests protested grief criticism criticised criticized resign resigns resigned quit battle
    standoff tension tensions split divided haggle haggled haggling talks negotiations apologised
    apologized questions argue argues argued arguing argument arguments disagree disagreed disagreement
    debate debates complaint complaints inquiry probe conflict boycott charges""".split()
)
_CHARGED = frozenset(
    """arrested charged fined jailed convicted sentenced investigated questioned sacked fired suspended held
    sued""".split()
)
_PASSIVE = frozenset("be been being was were is are".split())
_NEAR = 3  # lexemes between such a word and the "over" of a small number: "suing the province over"
_SMALL = 12
_NEARLY = frozenset("just well slightly little bit far a".split())  # "just over" tells how exact
_COUNTED = frozenset(
    """second minute hour day night week weekend fortnight month year decade percent per dollar euro
    pound""".split()
)


def _about_what(run: Sequence[Lexeme], at: int) -> bool:
    """Whether a bare "over" before this number tells what a quarrel is about: "sued over three laws".

    It does near a word for a quarrel, or for what was done to somebody, before a small number.  People,
    shares, sums and stretches of time are counted: "arrested over ten men".
    """
    number = number_at(run, at)
    if number is None or number.share or number.after >= len(run) or at < 2 or run[at - 2].low in _NEARLY:
        return False
    behind, before = run[number.after].low, [word.low for word in run[max(0, at - 2 - _NEAR) : at - 1]]
    one = kin(behind)
    if number.least > _SMALL or one in PEOPLE or one in _COUNTED or not behind.isalpha():
        return False
    charged = any(
        word in _CHARGED and not _PASSIVE.isdisjoint(before[:place]) for place, word in enumerate(before)
    )
    return charged or not _AT_ODDS.isdisjoint(before)


def _during(run: Sequence[Lexeme], at: int) -> bool:
    """Whether "over" before this number tells in what time so much was done: "30 hours over five days"."""
    number = number_at(run, at)
    if number is None or number.after >= len(run) or kin(run[number.after].low) not in _TIMES:
        return False
    before = range(max(0, at - _SPENT), at - 1)
    return any(
        kin(run[i].low) in _TIMES and run[i - 1].kind == "number" and run[i].text.isalpha()
        for i in before
        if i
    )


_TIMES = frozenset("minute hour day night week weekend fortnight month year decade".split())
_SPENT = 8
"""Lexemes before a stretch of time in which another may stand that was spent in it."""


def _milestone(run: Sequence[Lexeme], at: int) -> bool:
    """Whether a number is one to pass: "passed the three million mark", not "passed the 12 bills"."""
    number = number_at(run, at)
    return number is not None and number.after < len(run) and run[number.after].low in _MARKS


_MARKS = frozenset("mark milestone threshold barrier line figure".split())


def _through(run: Sequence[Lexeme], at: int) -> tuple[str, int]:
    """Past a word like "the" or "only", which may have a sign before it ("about the 12")."""
    if at and run[at - 1].low in _PLACING:
        return "", at  # "under the 12-point plan"
    sign, start = qualifier_before(run, at)
    return (sign, start) if sign and sign[0] != "~" else ("", at)


_PLACING = frozenset("under below over above beyond".split())


def _joined(run: Sequence[Lexeme], sign: str, at: int) -> tuple[str, int]:
    """A sign with another before it: "at least about 12", "just over"."""
    outer, start = qualifier_before(run, at)
    return (outer, start) if outer in {">=", "<="} and sign.startswith("~") else (sign, at)


def qualifier_after(run: Sequence[Lexeme], at: int) -> tuple[str, int]:
    """The sign of the words that begin at this lexeme ("" if none) and where they end."""
    if at < len(run) and run[at].text == "+" and run[at].joined:
        return ">=", at + 1
    for size in (3, 2, 1):
        sign = _AFTER_OF.get(tuple(x.low for x in run[at : at + size]))
        if sign is not None and (size > 1 or run[at].hyphen):
            return sign, at + size
    return "", at


def bounded(value: Range, sign: str) -> Range:
    """The range that a number means behind such words.

    >>> bounded(Range(12, 12), ">=").most, bounded(Range(100, 100), ">").strict
    (inf, True)
    """
    if not sign or value.sort not in {Sort.EXACT, Sort.ABOUT}:
        return value
    figure, grain, few = value.least, value.grain, value.few
    if sign[0] == "~":
        return Range(figure, figure, Sort.ABOUT, grain, side={"-": -1, "+": 1}.get(sign[1:], 0), few=few)
    low, high = (figure, math.inf) if sign[0] == ">" else (-math.inf, figure)
    return Range(low, high, Sort.BOUND, grain, strict=len(sign) == 1, few=few)
