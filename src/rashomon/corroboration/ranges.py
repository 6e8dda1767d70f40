"""What a number is said to be, as a range, and how two such ranges stand to each other.

"at least 12" is everything from 12 on, "about 1,200" what a writer would round
to it, "dozens" what it is used for; a bare number is itself.  Two ranges that
are one are equal, two that one value can fill are a rounding or a refinement,
and only two that no value can fill are a conflict.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from rashomon.model import Policy, Relation

__all__ = ["Range", "Sort", "label", "relate"]


class Sort(StrEnum):
    """In what way a number is told."""

    EXACT = "exact"
    """A bare number."""
    ABOUT = "about"
    """Rounded by its own words: "about", "nearly", "just over", "half"."""
    BOUND = "bound"
    """"at least", "more than", "up to": one end is told."""
    BETWEEN = "between"
    """Both ends are told."""
    VAGUE = "vague"
    """No figure is told: "dozens", "several"."""


@dataclass(frozen=True, slots=True)
class Range:
    """From `least` to `most`, both included; infinite where an end is open.

    Attributes:
        grain: the place of the last digit that is written.
        told: the figure in the words; of a range the lower end.
        side: for `about`, -1 where the value is told to be lower ("nearly"), 1 where higher.
        strict: whether the told end of a bound is excluded ("more than").
        few: whether it counts things one by one, so that its zeros are no rounding ("10 people").
    """

    least: float
    most: float
    sort: Sort = Sort.EXACT
    grain: float = 1.0
    side: int = 0
    strict: bool = False
    few: bool = False

    @property
    def told(self) -> float:
        """The figure in the words: of a bound the end that is told."""
        return self.least if math.isfinite(self.least) and self.least > -math.inf else self.most

    def scaled(self, factor: float, shift: float = 0.0) -> Range:
        """The same in another unit: times `factor`, then moved by `shift`."""
        return replace(
            self,
            least=self.least * factor + shift,
            most=self.most * factor + shift,
            grain=self.grain * abs(factor),
        )


_NEAR = 1e-9


def relate(one: Range, other: Range, policy: Policy) -> Relation | None:
    """How two values of one thing stand to each other; None where they are the same.

    >>> twelve, at_least = Range(12, 12), Range(10, math.inf, Sort.BOUND)
    >>> relate(twelve, at_least, Policy()).value, relate(twelve, Range(14, 14), Policy()).value
    ('refinement', 'conflict')
    """
    if _same(one, other):
        return None
    if _rounded(one, other, policy):
        return Relation.ROUNDING
    low, high = max(one.least, other.least), min(one.most, other.most)
    slack = policy.number_rounding * max(abs(one.told), abs(other.told))
    if Sort.ABOUT in (one.sort, other.sort) and {one.sort, other.sort} - {Sort.ABOUT, Sort.EXACT}:
        return Relation.REFINEMENT if low <= high + slack else Relation.CONFLICT
    if low > high + _NEAR * max(abs(low), 1.0):
        return Relation.CONFLICT
    return Relation.REFINEMENT


def _same(one: Range, other: Range) -> bool:
    return (
        one.sort is other.sort
        and math.isclose(one.least, other.least, rel_tol=_NEAR)
        and math.isclose(one.most, other.most, rel_tol=_NEAR)
    )


def _rounded(one: Range, other: Range, policy: Policy) -> bool:
    """Whether one figure is the other, rounded."""
    coarse, fine = sorted((one, other), key=lambda r: (r.sort is Sort.EXACT, -_step(r), r.least, r.most))
    gap = abs(coarse.told - fine.told)
    match (coarse.sort, fine.sort):
        case (Sort.EXACT, Sort.EXACT):
            return _rounds_to(coarse, fine, gap, policy)
        case (Sort.ABOUT, Sort.EXACT | Sort.ABOUT):
            return _about(coarse, fine, gap, policy)
        case (Sort.BOUND, Sort.EXACT) | (Sort.BOUND, Sort.BOUND | Sort.ABOUT):
            return _at_the_bound(coarse, fine, gap, policy)
        case _:
            return False


def _step(value: Range) -> float:
    """The place of the last digit that is no zero: 100 for 1,200."""
    figure = abs(value.told)
    if figure == 0 or not math.isfinite(figure):
        return value.grain
    step = value.grain
    while math.isclose(figure / (step * 10), round(figure / (step * 10)), rel_tol=_NEAR):
        step *= 10
    return step


def _rounds_to(coarse: Range, fine: Range, gap: float, policy: Policy) -> bool:
    size = max(abs(coarse.told), abs(fine.told))
    if _step(coarse) <= _step(fine) * (1 + _NEAR):
        return False
    if coarse.grain > fine.grain * (1 + _NEAR):  # fewer digits are written: 12 million, 12.3 million
        return gap <= coarse.grain / 2 * (1 + _NEAR) and gap <= policy.number_decimal_rounding * size
    fits = gap <= _step(coarse) / 2 * (1 + _NEAR) and gap <= policy.number_rounding * size
    return fits and not (coarse.few and size < policy.number_counted)


def _about(coarse: Range, fine: Range, gap: float, policy: Policy) -> bool:
    size = max(abs(coarse.told), _NEAR)
    slack = max(policy.number_about * size, min(_step(coarse) / 2, policy.number_about_most * size))
    behind = (fine.told - coarse.told) * coarse.side
    if fine.sort is Sort.EXACT and coarse.side and behind < -policy.number_rounding * size:
        return False
    return gap <= slack * (1 + _NEAR)


def _at_the_bound(coarse: Range, fine: Range, gap: float, policy: Policy) -> bool:
    """Whether the figure is the bound itself: "more than 100" and 100, "over 1,000" and 990."""
    within = coarse.least <= fine.least and fine.most <= coarse.most
    if coarse.sort is fine.sort or within:
        return coarse.told == fine.told and (coarse.strict != fine.strict) and _alike(coarse, fine)
    size = abs(coarse.told)
    return gap == 0 or (size >= policy.number_counted and gap <= policy.number_rounding / 2 * size)


def _alike(one: Range, other: Range) -> bool:
    return (one.least == -math.inf or one.least == 0) == (other.least == -math.inf or other.least == 0)


def label(value: Range, unit: str = "") -> str:
    """The value in the notation of a dossier: "12", ">=10", "<=5", "10..20", "~1200", a unit behind a blank.

    >>> label(Range(1.23e7, 1.23e7, grain=1e5), "USD"), label(Range(10, math.inf, Sort.BOUND))
    ('12.3e6 USD', '>=10')
    """
    match value.sort:
        case Sort.BOUND:
            up = math.isinf(value.most)
            sign = (">" if up else "<") + ("" if value.strict else "=")
            text = sign + figure(value.least if up else value.most)
        case Sort.BETWEEN | Sort.VAGUE:
            text = f"{figure(value.least)}..{figure(value.most)}"
        case Sort.ABOUT:
            text = "~" + figure(value.told)
        case _:
            text = figure(value.told)
    return f"{text} {unit}".rstrip()


_MILLION = 1e6


def figure(value: float) -> str:
    """A figure without thousands separators; from a million on in millions.

    >>> figure(1187.0), figure(48.7), figure(12_300_000.0), figure(33.333333)
    ('1187', '48.7', '12.3e6', '33.33')
    """
    if math.isinf(value):
        return ""
    scale = 9 if abs(value) >= _MILLION * 1000 else 6 if abs(value) >= _MILLION else 0
    text = f"{value / 10**scale:.4f}" if scale else f"{value:.2f}"
    return text.rstrip("0").rstrip(".") + (f"e{scale}" if scale else "")
