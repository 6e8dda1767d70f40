"""Every quantity of a stretch of text: its value as a range, its unit, what is counted, what became of it.

From left to right over lexemes: a number is read, the words before it tell how
exact it is, those behind it its unit or the noun that it counts, and a look to
both sides what became of those counted.  Numerals that count nothing (dates,
clock times, years, names) are left out first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from rashomon.corroboration.bounding import bounded, qualifier_after, qualifier_before
from rashomon.corroboration.counting import ASPECTS, FATES, PEOPLE, stem, topic
from rashomon.corroboration.measures import Measure, code_at, currency_at, measure_at
from rashomon.corroboration.nonquantities import is_year, no_quantities
from rashomon.corroboration.phrases import Phrase, fate_of, noun_phrase
from rashomon.corroboration.ranges import Range, Sort, label
from rashomon.language.numerals import Lexeme, Number, lexemes, number_at
from rashomon.language.wordforms import FUNCTION_WORDS

__all__ = ["Quantity", "What", "quantities", "topics"]


class What(StrEnum):
    """What sort of thing a quantity tells of."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    MEASURE = "measure"
    AGE = "age"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity.

    Attributes:
        value: in the base unit of its dimension, so that values of one dimension compare.
        dimension: what it can be compared with: "", a currency, "length", "percent" ...
        label: the value as a dossier writes it, in the unit of the words.
        start, end: code points of the words that can be read alone, in the text given.
        head, mods, part: see `Phrase`.
        fate: what became of those counted; "" where the text does not tell.
        aspect: in which respect it measures ("height"); "" where nothing tells.
        near: topics of the words around it.
        old: whether it is told only as what another value was before ("up from 12").
        changed: whether the words tell that the value changed ("rose to").
        rate: what it is counted by ("day"), "" if by nothing.
        frame: the stretch of time that it is counted over, in words; "" where none is told.
        second: of a score the other number.
    """

    what: What
    value: Range
    dimension: str
    label: str
    start: int
    end: int
    head: str = ""
    mods: frozenset[str] = frozenset()
    fate: str = ""
    part: bool = False
    aspect: str = ""
    near: frozenset[str] = frozenset()
    old: bool = False
    changed: bool = False
    rate: str = ""
    frame: str = ""
    second: float | None = None


@lru_cache(maxsize=8192)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence or clause, in order.

    >>> [(q.label, q.head, q.fate) for q in quantities("At least 12 people were killed and 30 hurt, 1.2 miles off.")]
    [('>=12', 'person', 'killed'), ('30', 'person', 'wounded'), ('1.2 mi', '', '')]
    """
    run = lexemes(text)
    taken = no_quantities(text)
    out: list[Quantity] = []
    at, skip = 0, 0
    while at < len(run):
        while skip < len(taken) and taken[skip][1] <= run[at].start:
            skip += 1
        if skip < len(taken) and taken[skip][0] < run[at].end and run[at].start < taken[skip][1]:
            at += 1
            continue
        limit = taken[skip][0] if skip < len(taken) else len(text)
        found = _read(run, at, limit)
        if found is None:
            at += 1
            continue
        quantity, at = found
        if quantity is not None:
            out.append(quantity)
    return tuple(out)


def topics(text: str) -> frozenset[str]:
    """The topics of the words that carry meaning, years included.

    >>> sorted(topics("The crane was built in 1998."))
    ['1998', 'built', 'cran']
    """
    return _topics_of(lexemes(text))


def _topics_of(run: Sequence[Lexeme]) -> frozenset[str]:
    words = (x for x in run if x.kind == "word" and x.low not in FUNCTION_WORDS and len(x.low) > 2)
    years = {x.text for x in run if x.kind == "number" and is_year(tuple([x]), 0, noun_behind=False)}
    return frozenset(topic(x.low) for x in words) | years


# -- reading one ------------------------------------------------------------------------------


def _read(run: tuple[Lexeme, ...], at: int, limit: int) -> tuple[Quantity | None, int] | None:
    """The quantity whose number starts there (None where it counts nothing) and the lexeme to go on from."""
    code = code_at(run, at)
    first = at + 1 if code else at
    number = number_at(run, first) if first < len(run) else None
    if number is None or (code and run[first].kind != "number"):
        return None
    if run[number.after - 1].start >= limit:
        return None
    if _in_a_word(run, first, number):
        return None, number.after
    if (score := _score(run, first, number)) is not None:
        return score
    value, after = _range(run, first, number)
    return _with_unit(run, at, number, value, after)


def _in_a_word(run: tuple[Lexeme, ...], at: int, number: Number) -> bool:
    """Whether the numeral is part of a name ("F-16") or a bare year."""
    if run[at].kind == "number" and run[at].joined and at and run[at - 1].kind == "word":
        return True
    behind = noun_phrase(run, number.after)
    return is_year(run, at, noun_behind=bool(behind.head)) and not run[at].text.startswith("0")


_RANGE_WORDS = frozenset({"to", "or"})


def _range(run: tuple[Lexeme, ...], at: int, number: Number) -> tuple[Range, int]:
    """The value of a number, or of two that make a range ("10 to 12 million", "between 10 and 12")."""
    sort = Sort.VAGUE if number.vague else Sort.ABOUT if number.share and number.grain > 1 else Sort.EXACT
    plain = Range(number.least, number.most, sort, number.grain)
    told_before = at > 0 and run[at - 1].low == "from" and _is_old(run, at, number.after)
    if number.vague or number.after + 1 >= len(run) or told_before:
        return plain, number.after
    joint, behind = run[number.after], number.after + 1
    dash = joint.hyphen or joint.text in {"–", "—", "-"}
    if joint.hyphen:
        behind = number.after
    between = joint.low == "and" and at > 0 and run[at - 1].low == "between"
    if not (dash or between or joint.low in _RANGE_WORDS):
        return plain, number.after
    if behind < len(run) and code_at(run, behind):
        behind += 1
    upper = number_at(run, behind) if behind < len(run) else None
    if upper is None or upper.vague or upper.share != number.share or upper.least == 0:
        return plain, number.after
    low = number.least
    scale = upper.grain if upper.grain >= 1e3 and number.grain < 1e3 <= upper.least else 1.0
    if low * scale < upper.least and scale > 1 and low < 1e3:
        low *= _scale(upper)
    if not low < upper.least:
        return plain, number.after
    return Range(low, upper.least, Sort.BETWEEN, upper.grain), upper.after


def _scale(upper: Number) -> float:
    """The scale word of the upper end, which the lower one shares: "10 to 12 million"."""
    return next((s for s in (1e12, 1e9, 1e6, 1e3) if upper.least >= s), 1.0)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with the words that bound it: lexemes from `start` on, the figure from `first`, up to `after`."""

    run: tuple[Lexeme, ...]
    start: int
    first: int
    after: int
    value: Range
    sign: str


def _with_unit(
    run: tuple[Lexeme, ...], at: int, number: Number, value: Range, after: int
) -> tuple[Quantity | None, int]:
    """The quantity of this number, by what stands behind it."""
    sign, start = qualifier_before(run, at)
    behind, end = qualifier_after(run, after)
    found = _Number(run, start, at, end, value, sign or behind)
    if (code := code_at(run, at)) is not None:
        return _money(found, code, end)
    if number.share:
        return _built(found, What.PERCENT, "percent", Measure("%", "percent", 1.0), end), end
    if (age := _age(found)) is not None:
        return age, end
    if (money := currency_at(run, end)) is not None:
        return _money(found, *money)
    if (measure := measure_at(run, end)) is not None:
        return _measured(found, *measure)
    return _counted(found, number)


def _money(found: _Number, code: str, after: int) -> tuple[Quantity, int]:
    after = (
        after + 1 if after < len(found.run) and currency_at(found.run, after) == (code, after + 1) else after
    )
    return _built(found, What.MONEY, code, Measure(code, code, 1.0), after), after


def _measured(found: _Number, measure: Measure, after: int) -> tuple[Quantity | None, int]:
    if found.value.least == 0 and found.run[found.first].low == "no":
        return None, after
    what = {"percent": What.PERCENT, "points": What.POINTS}.get(measure.dimension, What.MEASURE)
    behind, end = qualifier_after(found.run, after)
    found = replace(found, sign=found.sign or behind)
    return _built(found, what, measure.dimension, measure, end), end


def _counted(found: _Number, number: Number) -> tuple[Quantity | None, int]:
    """A count: there must be a noun behind it, or something that became of those counted."""
    run, after = found.run, found.after
    phrase = noun_phrase(run, after, one=found.value.least == found.value.most == 1)
    person = not phrase.head or phrase.head in PEOPLE
    fate = phrase.fate or fate_of(run, found.start, phrase.after, person=person)
    bare = run[found.first].low in {"no", "none", "nobody"}
    if bare and not (phrase.fate or phrase.head in PEOPLE):
        return None, after
    if after < len(run) and run[after].hyphen and not phrase.fate:
        return None, after
    if not phrase.head and not fate:
        return None, after
    counts = replace(found.value, few=True)
    quantity = _built(replace(found, value=counts), What.COUNT, "", Measure("", "", 1.0), phrase.after)
    shown = _shown_after(run, phrase, found)
    quantity = replace(
        quantity, head=phrase.head, mods=phrase.mods, fate=fate, end=run[shown - 1].end,
        part=phrase.part or _among(run, found.start),
    )  # fmt: skip
    return quantity, max(phrase.after, after)


def _shown_after(run: Sequence[Lexeme], phrase: Phrase, found: _Number) -> int:
    """Where the words to show end: with the noun, or the word for what became of those counted."""
    after = max(phrase.after, found.after)
    bare = phrase.after == found.after and not phrase.part
    return after + 1 if bare and after < len(run) and run[after].low in FATES else after


_AMONG = frozenset("including among".split())


def _among(run: Sequence[Lexeme], start: int) -> bool:
    """Whether the count is of some of those told before: "including three children", "three of them"."""
    before = [x.low for x in run[max(0, start - 3) : start]]
    return (
        bool(_AMONG & set(before[-1:])) or before[-2:] == ["among", "them"] or before[-2:] == ["of", "whom"]
    )


def _built(found: _Number, what: What, dimension: str, measure: Measure, after: int) -> Quantity:
    run = found.run
    told = bounded(found.value, found.sign)
    noun = noun_phrase(run, after) if what is not What.COUNT else Phrase("", frozenset(), after)
    return Quantity(
        what=what,
        value=told.scaled(measure.factor, measure.shift),
        dimension=dimension,
        label=label(told, measure.symbol),
        start=run[found.start].start,
        end=run[after - 1].end,
        head=noun.head,
        mods=noun.mods,
        fate=fate_of(run, found.start, noun.after, person=False) if what is What.PERCENT else "",
        aspect=_aspect(run, found.start, after, dimension),
        near=_near(run, found.start, after),
        old=_is_old(run, found.start, found.after),
        changed=_is_changed(run, found.start),
        rate=_rate(run, max(noun.after, after)),
        frame=_frame(run, found.start, max(noun.after, after)),
    )


# -- ages and results -------------------------------------------------------------------------

_OLDEST = 115


def _age(found: _Number) -> Quantity | None:
    """An age: "34-year-old", "aged 34", "Quill, 34,", "a woman of 41"."""
    run, at, after = found.run, found.first, found.after
    if not 0 < found.value.told <= _OLDEST:
        return None
    behind = [x.low for x in run[after : after + 3]]
    if behind[:2] in (["year", "old"], ["years", "old"], ["year", "olds"]) or behind == [
        "years",
        "of",
        "age",
    ]:
        end = after + (3 if behind[1] == "of" else 2)
    elif any(told(run, at, after) for told in (_aged, _apposed, _person_of)):
        end = after
    else:
        return None
    quantity = _built(found, What.AGE, "age", Measure("", "age", 1.0), end)
    bearer = _topics_of(run[max(0, at - 7) : at]) | _topics_of(run[end : end + 3])
    return replace(quantity, near=bearer, aspect="age", old=False)


def _aged(run: Sequence[Lexeme], at: int, after: int) -> bool:
    """“aged 34”, “she is 34.”"""
    if at and run[at - 1].low in {"aged", "age"}:
        return True
    closes = after >= len(run) or run[after].text in {".", ",", ";"}
    return (
        closes
        and at > 1
        and run[at - 1].low in {"is", "was", "turned"}
        and run[at - 2].low in {"he", "she", "who"}
    )


def _apposed(run: Sequence[Lexeme], at: int, after: int) -> bool:
    """Whether a numeral stands between marks behind a name or a person ("Quill, 34, said")."""
    if at < 2 or run[at].kind != "number":
        return False
    close = run[after].text if after < len(run) else "."
    opened = run[at - 1].text
    bearer = run[at - 2].capital or topic(run[at - 2].low) != run[at - 2].low and run[at - 2].low in PEOPLE
    bearer = bearer or run[at - 2].low in PEOPLE
    return bearer and ((opened == "," and close in {",", ".", ";"}) or (opened == "(" and close == ")"))


def _person_of(run: Sequence[Lexeme], at: int, after: int) -> bool:
    closes = after >= len(run) or run[after].kind == "mark"
    return at >= 2 and run[at - 1].low == "of" and run[at - 2].low in PEOPLE and closes


_RESULTS = frozenset(
    """won win wins beat beats beaten lost loses lose drew draw defeat defeated victory winning voted vote votes ruled
    ruling decision ahead led leads lead trailed score scored majority split thrashed edged match game final""".split()
)
_SCORED = 300


def _score(run: tuple[Lexeme, ...], at: int, number: Number) -> tuple[Quantity, int] | None:
    """A result of two numbers in order: "3-1", "a 52-48 vote", "voted 5 to 4"."""
    joint = number.after
    if joint >= len(run) or number.share or number.vague or run[at].kind != "number":
        return None
    dash, to = run[joint].hyphen, run[joint].low == "to"
    behind = joint if dash else joint + 1
    other = (
        number_at(run, behind)
        if (dash or to) and behind < len(run) and run[behind].kind == "number"
        else None
    )
    if other is None or max(number.least, other.least) > _SCORED or number.grain != 1 or other.grain != 1:
        return None
    near = {x.low for x in run[max(0, at - 8) : at] + run[other.after : other.after + 3]}
    if not (near & _RESULTS and (dash or number.least > other.least)):
        return None
    quantity = Quantity(
        what=What.SCORE,
        value=Range(number.least, number.least),
        dimension="score",
        label=f"{number.least:g}-{other.least:g}",
        start=run[at].start,
        end=run[other.after - 1].end,
        near=_near(run, at, other.after),
        second=other.least,
    )
    return quantity, other.after


# -- what else its words tell -----------------------------------------------------------------

_WINDOW = 8
_SENTENCE_ENDS = frozenset(".!?;")


def _near(run: tuple[Lexeme, ...], start: int, after: int) -> frozenset[str]:
    """Topics of the words around, in the same sentence."""
    low = start
    while low > max(0, start - _WINDOW) and run[low - 1].text not in _SENTENCE_ENDS:
        low -= 1
    high = after
    while high < min(len(run), after + _WINDOW) and run[high].text not in _SENTENCE_ENDS:
        high += 1
    return _topics_of(run[low:start]) | _topics_of(run[after:high])


_CHANGE = frozenset(
    """rose risen rises rise rising climbed climbs climbing increased increases increasing jumped grew grown grows growing
    raised raises revised lowered fell fallen falls falling dropped drops dropping cut reduced soared surged doubled
    went gone swelled mounted reached up down widened narrowed updated corrected slipped declined decreased""".split()
)
_CHANGED_BACK = 5


def _is_changed(run: Sequence[Lexeme], start: int) -> bool:
    """Whether the value is told as what something changed to."""
    before = {x.low for x in run[max(0, start - _CHANGED_BACK) : start]}
    return start > 0 and (run[start - 1].low == "to" or "reached" in before) and bool(before & _CHANGE)


def _is_old(run: Sequence[Lexeme], start: int, after: int) -> bool:
    """Whether the value is told only as what was before, or as what others had: "up from 12", "not the three"."""
    before = [x.low for x in run[max(0, start - _CHANGED_BACK) : start + 1]]
    words = before[:-1]
    if words[-1:] == ["from"]:
        upward = after < len(run) and run[after].low == "to"
        return bool(set(words) & _CHANGE) or upward
    if words[-2:] in (["compared", "with"], ["compared", "to"], ["instead", "of"], ["rather", "than"]):
        return True
    return words[-1:] == ["not"] or before[-2:] == ["not", "the"]


_PER = frozenset("a an per each every".split())
_PER_WHAT = frozenset(
    "day week month year hour minute second head person night household tonne barrel litre kilo game".split()
)


def _rate(run: Sequence[Lexeme], after: int) -> str:
    if after + 1 < len(run) and run[after].low in _PER and run[after + 1].low in _PER_WHAT:
        return run[after + 1].low
    return (
        run[after].low
        if after < len(run) and run[after].low in {"annually", "daily", "weekly", "monthly"}
        else ""
    )


_FRAME = re.compile(
    r"\b(?:so far this \w+|this (?:week|month|year|season|decade)|last (?:week|month|year|season|decade)|since [\w ]{3,20}"
    r"|in (?:19|20)[0-9]{2}|(?:over|in|during) the (?:past|last) [\w]+(?: \w+)?|a year (?:ago|earlier)|year to date)\b",
    re.IGNORECASE,
)
_FRAME_REACH = 8


def _frame(run: Sequence[Lexeme], start: int, after: int) -> str:
    """The stretch of time that a value is told for: words of the same clause."""
    ahead = " ".join(x.low for x in run[after : after + _FRAME_REACH]).partition(",")[0]
    match = _FRAME.search(ahead) or _FRAME.search(" ".join(x.low for x in run[max(0, start - 6) : start]))
    return match.group() if match else ""


def _aspect(run: Sequence[Lexeme], start: int, after: int, dimension: str) -> str:
    """In which respect something is measured, from the words next to the unit."""
    if not dimension or dimension in {"percent", "points", "age"}:
        return ""
    for x in run[after : after + 2]:
        if x.low in ASPECTS:
            return ASPECTS[x.low]
    before = (ASPECTS.get(x.low, "") for x in reversed(run[max(0, start - 4) : start]))
    return next((a for a in before if a and a != "distance"), "")
