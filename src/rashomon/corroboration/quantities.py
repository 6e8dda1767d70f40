"""Every quantity of a stretch of text: its value as a range, its unit, what is counted, what became of it.

From left to right over lexemes: a number is read, the words before it tell how
exact it is, those behind it its unit or the noun that it counts, and a look to
both sides what became of those counted.  Numerals that count nothing (dates,
clock times, years, names) are left out first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rashomon.corroboration import surroundings
from rashomon.corroboration.ages import age_end, is_magnitude, result_at
from rashomon.corroboration.bounding import bounded, qualifier_after, qualifier_before
from rashomon.corroboration.counting import topic
from rashomon.corroboration.countwords import FATES, PEOPLE
from rashomon.corroboration.measures import Measure, code_at, currency_at, measure_at
from rashomon.corroboration.nonquantities import is_year, no_quantities
from rashomon.corroboration.phrases import Phrase, counted_before, fate_of, noun_phrase
from rashomon.corroboration.quantity import Figure, Quantity, What
from rashomon.corroboration.ranges import Range, Sort, label
from rashomon.language.numerals import Lexeme, Number, lexemes, number_at

__all__ = ["quantities"]

_PLAIN = Measure("", "", 1.0)
_PERCENT = Measure("%", "percent", 1.0)
_NOUGHT = frozenset({"no", "none", "nobody"})
_TIMES = Measure("", "times", 1.0)
_OFTEN = {"twice": 2.0, "thrice": 3.0}
_COMPARED = frozenset("as the that this those these its their his her my our your what".split())
"""Behind them “twice” compares (“twice the size”), and counts nothing."""


@lru_cache(maxsize=8192)
def quantities(text: str, *, bare: bool = False) -> tuple[Quantity, ...]:
    """The quantities of a sentence or clause, in order.

    Args:
        bare: numerals of which nothing tells what they count ("ninety-seven sat down") are counts as well.

    >>> found = quantities("At least 12 people were killed, 30 hurt, 1.2 miles off")
    >>> [(q.label, q.head, q.fate) for q in found]
    [('>=12', 'person', 'killed'), ('30', 'person', 'wounded'), ('1.2 mi', '', '')]
    """
    run = lexemes(text)
    taken = no_quantities(text)
    out: list[Quantity] = []
    at, skip = 0, 0
    while at < len(run):
        while skip < len(taken) and taken[skip][1] <= run[at].start:
            skip += 1
        start, end = taken[skip] if skip < len(taken) else (len(text), len(text))
        found = None if start < run[at].end and run[at].start < end else _read(run, at, start, out[-2:], bare)
        if found is None:
            at += 1
            continue
        quantity, at = found
        if quantity is not None:
            out.append(quantity)
    return tuple(out)


_Read = tuple[Quantity | None, int]
"""A quantity (None where a number counts nothing) and the lexeme to go on from."""


def _read(run: tuple[Lexeme, ...], at: int, limit: int, told: Sequence[Quantity], bare: bool) -> _Read | None:
    """The quantity whose number starts there, before code point `limit`; None where no number does.

    `told` are the last few quantities before it.
    """
    if run[at].low in _OFTEN:
        return _repeated(run, at, bare), at + 1
    first = at + 1 if code_at(run, at) else at
    number = number_at(run, first) if first < len(run) else None
    if number is None or (first > at and run[first].kind != "number") or run[number.after - 1].start >= limit:
        return None
    if _in_a_word(run, first, number):
        return None, number.after
    if (second := result_at(run, at, number)) is not None:
        return _result(run, at, number, second), second.after
    value, after = _range(run, first, number)
    sign, start = qualifier_before(run, at)
    behind, end = qualifier_after(run, after)
    return _of_what(Figure(run, start, at, end, value, sign or behind, bare), number, told)


def _repeated(run: tuple[Lexeme, ...], at: int, bare: bool) -> Quantity | None:
    """How often: “escaped twice”."""
    after = at + 1
    if after < len(run) and (run[after].hyphen or run[after].low in _COMPARED or run[after].kind == "number"):
        return None
    often = _OFTEN[run[at].low]
    sign, start = qualifier_before(run, at)
    found = Figure(run, start, at, after, Range(often, often, Sort.EXACT, 1.0, few=True), sign, bare)
    return replace(_built(found, What.COUNT, _TIMES, after), head="time", noun=topic("times"))


def _in_a_word(run: tuple[Lexeme, ...], at: int, number: Number) -> bool:
    """Whether the numeral is part of a name ("F-16") or a bare year."""
    if run[at].kind == "number" and run[at].joined and at and run[at - 1].kind == "word":
        return True
    if not is_year(run, at):
        return False
    phrase = noun_phrase(run, number.after)
    counts = (phrase.head in PEOPLE and not phrase.names) or bool(qualifier_before(run, at)[0])
    return surroundings.before_a_year(run, at) or not counts


_RANGE_WORDS = frozenset({"to", "or"})
_DASHES = frozenset("–—-")


def _range(run: tuple[Lexeme, ...], at: int, number: Number) -> tuple[Range, int]:
    """The value of a number, or of two that make a range ("10 to 12 million", "between 10 and 12")."""
    sort = Sort.VAGUE if number.vague else Sort.ABOUT if number.share and number.grain > 1 else Sort.EXACT
    plain = Range(number.least, number.most, sort, number.grain), number.after
    from_to = at > 0 and run[at - 1].low == "from" and surroundings.is_old(run, at, number.after)
    upper = None if number.vague or from_to else _upper(run, at, number)
    if upper is None or upper.vague or upper.share != number.share:
        return plain
    low = number.least
    if upper.least >= _THOUSAND and upper.grain > number.grain and low < _THOUSAND:
        low *= _scale(upper)
    return (Range(low, upper.least, Sort.BETWEEN, upper.grain), upper.after) if low < upper.least else plain


def _upper(run: tuple[Lexeme, ...], at: int, number: Number) -> Number | None:
    """The upper end of a range whose lower end is given."""
    if number.after + 1 >= len(run):
        return None
    joint = run[number.after]
    between = joint.low == "and" and at > 0 and run[at - 1].low == "between"
    if not (joint.hyphen or joint.text in _DASHES or between or joint.low in _RANGE_WORDS):
        return None
    behind = number.after if joint.hyphen else number.after + 1
    behind += bool(code_at(run, behind))
    return number_at(run, behind) if behind < len(run) else None


_THOUSAND = 1e3


def _scale(upper: Number) -> float:
    """The scale word of the upper end, which the lower one shares: "10 to 12 million"."""
    return next((s for s in (1e12, 1e9, 1e6) if upper.least >= s), _THOUSAND)


def _of_what(found: Figure, number: Number, told: Sequence[Quantity]) -> _Read:
    """The quantity of this number, by what stands behind it."""
    run, end = found.run, found.after
    if (code := code_at(run, found.first)) is not None:
        return _money(found, code, end)
    if number.share:
        small = _of_a_unit(run, end)
        if small is None:
            return _built(found, What.PERCENT, _PERCENT, end), end
        return _measured(replace(found, value=replace(found.value.scaled(0.01), sort=Sort.EXACT)), *small)
    if (aged := age_end(found)) is not None:
        return _age(found, aged), aged
    noun = end + (found.value.sort is Sort.VAGUE and run[end : end + 1] != () and run[end].low == "of")
    if (money := currency_at(run, noun)) is not None:
        return _money(found, *money)
    if (measure := measure_at(run, noun)) is not None:
        return _measured(found, *measure)
    if is_magnitude(found):
        return _built(found, What.MEASURE, Measure("", "magnitude", 1.0), end), end
    return _counted(found, told)


def _of_a_unit(run: tuple[Lexeme, ...], at: int) -> tuple[Measure, int] | None:
    """The unit in "half a mile", "four tenths of a second"."""
    at += at < len(run) and run[at].low == "of"
    return measure_at(run, at + 1) if at < len(run) and run[at].low in {"a", "an"} else None


def _money(found: Figure, code: str, after: int) -> _Read:
    again = currency_at(found.run, after)  # "$5 million dollars", "A$5m AUD"
    after = again[1] if again is not None and again[0] == code else after
    return _built(found, What.MONEY, Measure(code, code, 1.0), after), after


def _measured(found: Figure, measure: Measure, after: int) -> _Read:
    if found.run[found.first].low in _NOUGHT:
        return None, after
    what = {"percent": What.PERCENT, "points": What.POINTS}.get(measure.dimension, What.MEASURE)
    behind, end = qualifier_after(found.run, after)
    return _built(replace(found, sign=found.sign or behind), what, measure, end), end


_BEARER_BACK, _BEARER_ON, _CALLED = 5, 4, 5


def _age(found: Figure, after: int) -> Quantity:
    """An age; what is near are the words for whose it is."""
    run, at = found.run, found.first
    on = run[after : after + _BEARER_ON] if after - found.after > 1 else ()
    alone = not on or (at > 1 and run[at - 2].low in {"is", "was", ","})
    back = run[max(0, at - _BEARER_BACK) : at] if alone else ()
    bearer = surroundings.topics_of((*back, *on))
    quantity = _built(found, What.AGE, Measure("", "age", 1.0), after)
    whose = _bearer(run, at, after)
    beside = (x.low for x in run[max(0, at - _PART_NEAR) : after + _PART_NEAR])
    parts = frozenset(_PART_OF[low] for low in beside if low in _PART_OF)
    part = parts if len(parts) == 1 else frozenset[str]()
    return replace(quantity, near=bearer, close=bearer, names=whose, mods=part, aspect="age", old=False)


_PART_NEAR = 6
"""Lexemes beside an age in which it is told what part its bearer had."""
_PART_OF = {
    **dict.fromkeys(
        "victim victims killed dead died deceased wounded injured survivor survivors".split(), "victim"
    ),
    **dict.fromkeys(
        "suspect suspects suspected gunman shooter attacker attackers assailant accused defendant arrested "
        "charged killer".split(),
        "suspect",
    ),
}


def _bearer(run: tuple[Lexeme, ...], at: int, after: int) -> frozenset[str]:
    """The folded names next to an age: "12-year-old Holt", "Mila Holt, 12,", "Holt is a 12-year-old"."""
    called = next(
        (i + 1 for i in range(after, min(after + _CALLED, len(run))) if run[i].low == "named"), after
    )
    behind = called
    while behind < len(run) and run[behind].capital and run[behind].kind == "word":
        behind += 1
    if behind > called:
        return frozenset(x.low for x in run[called:behind])
    end = at - 1 if at and run[at - 1].text == "," else -1
    if at > 1 and run[at - 2].low in {"is", "was"} and run[at - 1].low in {"a", "an"}:
        end = at - 2
    first = end
    while first > 0 and run[first - 1].capital and run[first - 1].kind == "word":
        first -= 1
    return frozenset(x.low for x in run[first:end]) if 0 <= first < end else frozenset()


def _result(run: tuple[Lexeme, ...], at: int, number: Number, second: Number) -> Quantity:
    return Quantity(
        what=What.SCORE,
        value=Range(number.least, number.least),
        dimension="score",
        label=f"{number.least:g}-{second.least:g}",
        start=run[at].start,
        end=run[second.after - 1].end,
        at=run[at].start,
        near=surroundings.near(run, at, second.after),
        close=surroundings.close(run, at, second.after),
        second=second.least,
    )


def _counted(found: Figure, told: Sequence[Quantity]) -> _Read:
    """A count: there must be a noun behind it, or something that became of those counted."""
    run, after = found.run, found.after
    phrase = noun_phrase(run, after, one=found.value.least == found.value.most == 1)
    fate = phrase.fate or _fate(found, phrase) or _fate_shared(found, told)
    others = bool(fate) and bool({before.fate for before in told} - {fate, ""})
    if not (phrase.head or phrase.whole) and (told_of := counted_before(run, found.start)):
        phrase = replace(phrase, head=told_of, noun=topic(told_of))
    if run[found.first].low in _NOUGHT and not (phrase.fate or phrase.head in PEOPLE):
        return None, after
    if not (phrase.head or fate or found.bare) or (
        after < len(run) and run[after].hyphen and not phrase.fate
    ):
        return None, after
    counted = replace(found, value=replace(found.value, few=True))
    person = bool(fate) and bool(phrase.names) and run[phrase.after - 1].capital
    quantity = replace(
        _built(counted, What.COUNT, _TIMES if phrase.head == "time" else _PLAIN, phrase.after),
        head="person" if person else phrase.head,
        noun=phrase.noun,
        mods=phrase.mods,
        fate=fate,
        end=run[_shown_after(run, phrase, found) - 1].end,
        part=phrase.part or _among(run, found.start) or _among_others(run, phrase.after),
        some=phrase.some,
        names=phrase.names,
        more=(phrase.more or run[found.start].low == "another") and not others,
    )
    return quantity, after if phrase.whole else max(phrase.after, after)


def _fate(found: Figure, phrase: Phrase) -> str:
    """What became of those counted; nothing where the number is of the whole ("12 of the 40")."""
    run, start = found.run, found.start
    if start and run[start - 1].low == "of" and run[start].low in {"the", "its", "their"}:
        return ""
    return fate_of(run, start, phrase.after, person=not phrase.head or phrase.head in PEOPLE)


def _fate_shared(found: Figure, told: Sequence[Quantity]) -> str:
    """“killed seven civilians and three members of the guard”"""
    if not told or not told[-1].fate or told[-1].noun == told[-1].fate:
        return ""
    at = found.start - 1
    joined = at > 0 and found.run[at].low == "and" and found.run[at - 1].end == told[-1].end
    return told[-1].fate if joined else ""


def _shown_after(run: Sequence[Lexeme], phrase: Phrase, found: Figure) -> int:
    """Where the words to show end: with the noun, or the word for what became of those counted."""
    after = max(phrase.after, found.after)
    bare = phrase.after == found.after and not phrase.part
    return after + 1 if bare and after < len(run) and run[after].low in FATES else after


def _among(run: Sequence[Lexeme], start: int) -> bool:
    """Whether the count is of some of those told before: "including three children", "among them three"."""
    before = tuple(x.low for x in run[max(0, start - 2) : start])
    return before[-1:] in (("including",), ("among",)) or before in (("among", "them"), ("of", "whom"))


def _among_others(run: Sequence[Lexeme], after: int) -> bool:
    """“three doctors were among the passengers”"""
    ahead = tuple(x.low for x in run[after : after + 2])
    return ahead in (("were", "among"), ("was", "among"), ("are", "among"), ("is", "among"))


def _fate_of_measure(run: tuple[Lexeme, ...], start: int, after: int, what: What) -> str:
    """Of a share what became of those, of a weight whether it was aboard."""
    if what not in {What.PERCENT, What.MEASURE}:
        return ""
    fate = fate_of(run, start, after, person=False)
    return fate if what is What.PERCENT or fate == "aboard" else ""


def _built(found: Figure, what: What, measure: Measure, after: int) -> Quantity:
    """The quantity with what stands around it; a count's noun is filled in by `_counted`."""
    run, start = found.run, found.start
    told = bounded(found.value, found.sign)
    noun = noun_phrase(run, after) if what is not What.COUNT else Phrase("", frozenset(), after)
    behind = max(noun.after, after)
    return Quantity(
        what=what,
        value=told.scaled(measure.factor, measure.shift),
        dimension=measure.dimension,
        label=label(told, measure.symbol),
        start=run[start].start,
        end=run[after - 1].end,
        at=run[found.first].start,
        head=noun.head,
        mods=noun.mods,
        fate=_fate_of_measure(run, start, noun.after, what),
        aspect=surroundings.aspect(run, start, after) if what in {What.MEASURE, What.MONEY} else "",
        near=surroundings.near(run, start, after),
        close=surroundings.close(run, start, behind),
        old=surroundings.is_old(run, start, found.after),
        changed=surroundings.is_changed(run, start),
        rate=surroundings.rate(run, behind),
        frame=surroundings.frame(run, start, behind),
        overall=surroundings.overall(run, start, behind),
        spread=surroundings.spread(run, behind) if what in {What.MONEY, What.PERCENT} else "",
        basis=surroundings.basis(run, start, behind) if what is What.MONEY else "",
    )
