"""Ages, results and magnitudes: numbers whose unit is told by where they stand, not by a word behind them."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.corroboration.countwords import PEOPLE
from rashomon.corroboration.nonquantities import is_year
from rashomon.corroboration.quantity import Figure
from rashomon.corroboration.surroundings import topics_of
from rashomon.language.calendar import MONTHS
from rashomon.language.numerals import Lexeme, Number, number_at

__all__ = ["age_end", "is_magnitude", "result_at"]

_OLDEST = 115
_YEARS_OLD = (("year", "old"), ("years", "old"), ("year", "olds"))
_BORN_BACK = 6


def age_end(found: Figure) -> int | None:
    """The lexeme behind an age, where the figure is one; else None.

    Read are "34-year-old", "aged 34", "at the age of 34", "she is 34.", "Quill, 34," and "a woman of 41".
    """
    run, at, after = found.run, found.first, found.after
    if not 0 < found.value.told <= _OLDEST:
        return None
    behind = tuple(x.low for x in run[after : after + 3])
    if behind[:2] in _YEARS_OLD:
        return after + 2
    if behind == ("years", "of", "age"):
        return after + 3
    if behind[:2] == ("years", "ago"):
        born = any(x.low == "born" for x in run[max(0, at - _BORN_BACK) : at])
        return after + 2 if born else None
    return after if any(told(run, at, after) for told in (_aged, _apposed, _person_of)) else None


_SHE_IS = frozenset({"is", "was", "turned"})
_SHE = frozenset({"he", "she", "who"})


def _aged(run: Sequence[Lexeme], at: int, after: int) -> bool:
    """“aged 34”, “at the age of 34”, “she is 34.”"""
    if at and run[at - 1].low in {"aged", "age"}:
        return True
    if at > 1 and (run[at - 2].low, run[at - 1].low) == ("age", "of"):
        return True
    closes = after >= len(run) or run[after].low in {".", ",", ";", "and", "but"}
    return closes and at > 1 and run[at - 1].low in _SHE_IS and run[at - 2].low in _SHE


def _apposed(run: Sequence[Lexeme], at: int, after: int) -> bool:
    """Whether a numeral stands between marks behind a name or a person ("Quill, 34, said")."""
    if at < 2 or run[at].kind != "number":
        return False
    close = run[after].text if after < len(run) else "."
    opened = run[at - 1].text
    dated = run[at - 2].low in MONTHS or (after + 1 < len(run) and is_year(run, after + 1))
    bearer = (run[at - 2].capital or run[at - 2].low in PEOPLE) and not dated
    return bearer and ((opened == "," and close in {",", ".", ";"}) or (opened == "(" and close == ")"))


def _person_of(run: Sequence[Lexeme], at: int, after: int) -> bool:
    """“a woman of 41,”"""
    closes = after >= len(run) or run[after].kind == "mark"
    return at >= 2 and run[at - 1].low == "of" and run[at - 2].low in PEOPLE and closes


_RESULTS = frozenset(
    """won win wins beat beats beaten lost loses lose drew draw defeat defeated victory winning voted vote
    votes ruled ruling decision ahead led leads lead trailed score scored majority split thrashed edged
    match game final""".split()
)
_SCORED = 300.0


def result_at(run: Sequence[Lexeme], at: int, number: Number) -> Number | None:
    """The second number of a result whose first is given: "3-1", "a 52-48 vote", "voted 5 to 4"."""
    if number.share or number.vague:
        return None
    joint = number.after
    named = joint < len(run) and run[joint].low in _RESULT_UNITS
    joint += named
    if tuple(x.low for x in run[joint : joint + 2]) in _IN_FAVOUR:
        joint += 2
    if joint >= len(run):
        return None
    dash = run[joint].hyphen
    behind = joint if dash else joint + 1
    joined = dash or (run[joint].low in _BESIDE and behind < len(run))
    other = number_at(run, behind) if joined else None
    if other is None or max(number.least, other.least) > _SCORED or not number.grain == other.grain == 1:
        return None
    if dash or run[joint].low == "to":
        named = named or run[at].kind == run[behind].kind == "number"
        around = {x.low for x in (*run[max(0, at - 8) : at], *run[number.after : other.after + 3])}
        return other if named and around & _RESULTS and (dash or number.least > other.least) else None
    return other if _against(run, other.after) else None


_RESULT_UNITS = frozenset("votes vote seats goals points ballots deputies members lawmakers".split())
_IN_FAVOUR = frozenset({("in", "favour"), ("in", "favor"), ("voting", "for"), ("voted", "for")})
_BESIDE = frozenset({"to", "against", "and", ",", "versus", "with"})
_AGAINST = frozenset("against opposed opposing no nays rejecting".split())


def _against(run: Sequence[Lexeme], after: int) -> bool:
    """Whether the second number is of those against: "61 votes in favour and 58 against"."""
    return any(x.low in _AGAINST for x in run[after : after + 2])


_SCALE_WORDS = frozenset("magnitude richter scale".split())
_STRONGEST = 10.0
_REACH = 12


def is_magnitude(found: Figure) -> bool:
    """Whether the number tells how strong an earthquake was."""
    run, at = found.run, found.first
    if not 1 < found.value.told < _STRONGEST or run[at].kind != "number":
        return False
    before = {x.low for x in run[max(0, at - 4) : at]}
    behind = {x.low for x in run[found.after : found.after + 4]}
    if "magnitude" in before or behind & _SCALE_WORDS:
        return True
    around = topics_of(run[max(0, at - _REACH) : found.after + _REACH])
    return bool(before & {"measured", "measuring"}) and "." in run[at].text and "quake" in around
