"""What the words around a number tell: topics, change, rate, stretch of time, respect of measuring."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rashomon.corroboration.counting import kin, topic
from rashomon.corroboration.countwords import ASPECTS, PARTS
from rashomon.corroboration.measures import UNIT_WORDS
from rashomon.corroboration.nonquantities import is_year
from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.numerals import Lexeme, lexemes
from rashomon.language.wordforms import FUNCTION_WORDS, NUMBER_WORDS

__all__ = [
    "aspect",
    "basis",
    "before_a_year",
    "close",
    "frame",
    "is_changed",
    "is_old",
    "near",
    "overall",
    "people_in",
    "places",
    "rate",
    "spread",
    "topics",
    "topics_of",
]


_NO_TOPICS = FUNCTION_WORDS | UNIT_WORDS | frozenset(NUMBER_WORDS)


@lru_cache(maxsize=8192)
def topics(text: str) -> frozenset[str]:
    """The topics of the words that carry meaning, years included.

    >>> sorted(topics("The crane was built in 1998."))
    ['1998', 'build', 'cran']
    """
    return topics_of(lexemes(text))


def topics_of(run: Sequence[Lexeme]) -> frozenset[str]:
    """The same of lexemes."""
    words = (x for x in run if x.kind == "word" and x.low not in _NO_TOPICS and len(x.low) > 2)
    years = {x.text for at, x in enumerate(run) if x.kind == "number" and is_year(run, at)}
    return frozenset(topic(x.low) for x in words) | years


_YEAR_BEFORE = frozenset(
    """in since by from of until till through during before after around circa late early mid the last
    this next
    between for and to summer spring autumn winter fall""".split()
)


def before_a_year(run: Sequence[Lexeme], at: int) -> bool:
    """Whether the word before a numeral is one that years have before them."""
    return at > 0 and run[at - 1].low in _YEAR_BEFORE


_OVERALL = frozenset(
    "whole entire overall nationwide countrywide altogether across region province county greater".split()
)
_PART = frozenset("alone itself section span stretch wing branch plant floor".split())
_OVERALL_BACK, _OVERALL_ON = 6, 6


def overall(run: Sequence[Lexeme], start: int, after: int) -> int:
    """1 where the words near a number tell that it is of the whole, -1 where of a part alone, else 0."""
    words = [x.low for x in run[max(0, start - _OVERALL_BACK) : start]]
    ahead = [x.low for x in run[after : after + _OVERALL_ON]]
    around = {*words, *ahead}
    if _OVERALL & around or "in all" in " ".join((*words, "|", *ahead)) or ahead[:2] == ["of", "all"]:
        return 1
    return -1 if _PART & around else 0


_BASIS = re.compile(
    r"(?:^|, )(with(?:out)?|including|excluding|not counting|plus|before|after|net of) "
    r"(?:the |its |their |all |any )?(\w+)"
)
_SENTENCE_BACK = 12


def basis(run: Sequence[Lexeme], start: int, after: int) -> str:
    """What a sum is told with or without ("with the fees"); "" where nothing tells."""
    low = start
    while low > max(0, start - _SENTENCE_BACK) and run[low - 1].text not in _SENTENCE_ENDS:
        low -= 1
    text = " ".join(x.low for x in run[low : after + _OVERALL_ON]).replace(" ,", ",")
    match = _BASIS.search(text)
    return " ".join(match.groups()) if match else ""


_WHERE = frozenset("in at near off outside around".split())
_NO_PLACES = frozenset(MONTHS) | frozenset(WEEKDAYS)


@lru_cache(maxsize=8192)
def places(text: str) -> frozenset[str]:
    """The capitalised words behind "in", "at", "near": where something is told to be.

    >>> sorted(places("Police in Upper Varn arrested five men in May near Tarn."))
    ['tarn', 'upper', 'varn']
    """
    run = lexemes(text)
    out: set[str] = set()
    for at, word in enumerate(run):
        here = at + 1
        while word.low in _WHERE and here < len(run) and run[here].capital and here - at <= _LONG_NAME:
            out.add(run[here].low)
            here += 1
    return frozenset(out) - _NO_PLACES


@lru_cache(maxsize=8192)
def people_in(text: str) -> frozenset[str]:
    """The kinds of people that words name who are a part of all people: children, women, soldiers."""
    return frozenset(kin(x.low) for x in lexemes(text) if x.kind == "word") & PARTS


_LONG_NAME = 3
_WINDOW = 8
_SENTENCE_ENDS = frozenset(".!?;")


_CLOSE = 5


def close(run: Sequence[Lexeme], start: int, after: int) -> frozenset[str]:
    """Topics of the few words next to a number, in the same sentence."""
    return near(run, start, after, window=_CLOSE)


def near(run: Sequence[Lexeme], start: int, after: int, window: int = _WINDOW) -> frozenset[str]:
    """Topics of the words around, in the same sentence."""
    low = start
    while low > max(0, start - window) and run[low - 1].text not in _SENTENCE_ENDS:
        low -= 1
    high = after
    while high < min(len(run), after + window) and run[high].text not in _SENTENCE_ENDS:
        high += 1
    return topics_of(run[low:start]) | topics_of(run[after:high])


_CHANGE = frozenset(
    """rose risen rises rise rising climbed climbs climbing increased increases increasing jumped grew grown
    grows growing raised raises revised lowered fell fallen falls falling dropped drops dropping cut
    reduced soared surged doubled went gone swelled mounted reached up down widened narrowed updated
    corrected slipped declined decreased""".split()
)
_CHANGED_BACK = 5


def is_changed(run: Sequence[Lexeme], start: int) -> bool:
    """Whether the value is told as what something changed to."""
    if start and run[start - 1].low == "reached":
        return any(x.low in _TOLLS for x in run[max(0, start - _WINDOW) : start])
    if not start or run[start - 1].low != "to":
        return False
    before = [x.low for x in run[max(0, start - _WINDOW) : start - 1]]
    if "from" in before:
        before = before[: before.index("from")]
    while before and before[-1] in _HOW - _CHANGE:
        before.pop()
    return bool(before) and before[-1] in _CHANGE


_HOW = frozenset("up down further again sharply since steadily quickly slightly".split())
_TOLLS = frozenset("toll number total count tally".split())


def is_old(run: Sequence[Lexeme], start: int, after: int) -> bool:
    """Whether it only was so, or was told by others: "up from 12", "not the 3", "forecasts of 4"."""
    before = [x.low for x in run[max(0, start - _CHANGED_BACK) : start + 1]]
    words = before[:-1]
    if words[-1:] == ["from"]:
        upward = after < len(run) and run[after].low == "to"
        further = {x.low for x in run[max(0, start - _WINDOW) : start]}
        return bool(set(words) & _CHANGE or further & _TO_CHANGE) or upward
    if _is_forecast(run, start, after):
        return True
    if words[-2:] in (["compared", "with"], ["compared", "to"], ["instead", "of"], ["rather", "than"]):
        return True
    return words[-1:] == ["not"] or before[-2:] == ["not", "the"]


_TO_CHANGE = frozenset("cut reduce lower raise lift slash trim shrink grow bring".split())
"""Verbs whose object stands between them and "from"."""

_FORECASTERS = r"(?:economists|analysts|forecasters|experts|investors|traders|markets)"
_FORESAW = r"(?:expected|expecting|predicted|forecast|projected|anticipated)"
_FORECAST = re.compile(
    r"\b(?:expectations?|forecasts?|predictions?|estimates?|projections?)(?: \w+){0,2} (?:of|for)"
    r"(?: [^\W\d]+){0,4}$"
    rf"|\bhad (?:been )?(?:widely )?{_FORESAW}(?: [^\W\d]+){{0,5}}$"
    rf"|\b{_FORECASTERS} (?:\w+ )?(?:had )?(?:been )?{_FORESAW}(?: [^\W\d]+){{0,5}}$"
)
_FORECAST_BEHIND = re.compile(
    rf"^(?:[^\W\d]+ ){{0,3}}(?:(?:that|which) )?{_FORECASTERS} (?:\w+ )?(?:had )?(?:been )?{_FORESAW}\b"
)


def _is_forecast(run: Sequence[Lexeme], start: int, after: int) -> bool:
    """Whether a value is what was expected before the true one came out."""
    ahead = run[after : after + _WINDOW]
    back = run[max(0, start - _WINDOW) : start]
    return bool(
        _FORECAST.search(" ".join(x.low for x in back))
        or _FORECAST_BEHIND.search(" ".join(x.low for x in ahead))
    )


_PER = frozenset("a an per each every".split())
_PER_WHAT = frozenset(
    """dose share ticket ounce kilogram acre day week month year hour minute second head person night
    household tonne barrel litre kilo game""".split()
)


def rate(run: Sequence[Lexeme], after: int) -> str:
    """What a value is told by: the word behind "a" or "per" ("12 a day")."""
    if after + 1 < len(run) and run[after].low in _PER and run[after + 1].low in _PER_WHAT:
        return run[after + 1].low
    return (
        run[after].low
        if after < len(run) and run[after].low in {"annually", "daily", "weekly", "monthly"}
        else ""
    )


_FRAME = re.compile(
    r"\b(?:in (?:"
    + "|".join(MONTHS)
    + r")|so far this \w+|this (?:year|season|decade)|last (?:year|season|decade)"
    r"|since (?:the (?:start|beginning|turn)\b[\w ]{0,20}|last \w+|(?:19|20)[0-9]{2}|"
    + "|".join(MONTHS)
    + r")|in (?:19|20)[0-9]{2}"
    r"|(?:over|in|during) the (?:past|last) (?:[\w-]+ ){0,2}"
    r"(?:hour|day|night|week|weekend|month|quarter|year|season|decade|centur(?=y|ies))\w*"
    r"|over (?:the|two|three|four|five|six) (?:week|weekend|days|weeks)|year to date)\b",
    re.IGNORECASE,
)
_FRAME_REACH, _FRAME_BACK = 8, 9


def frame(run: Sequence[Lexeme], start: int, after: int) -> str:
    """The stretch of time that a value is told for: words of the same clause."""
    ahead = " ".join(x.low for x in run[after : after + _FRAME_REACH]).partition(",")[0]
    match = _FRAME.search(ahead) or _FRAME.search(
        " ".join(x.low for x in run[max(0, start - _FRAME_BACK) : start])
    )
    match = match or _FRAME.match(" ".join(x.low for x in run[:_FRAME_REACH]))  # it opens the sentence
    return match.group() if match else ""


_SPREAD = re.compile(
    r"\b(?:over|across|within|spread over|in|for) (?:the (?:next|coming|following) )?"
    r"(two|three|four|five|six|seven|eight|nine|ten|twelve|[2-9]|1[0-9]|20) (years|months|seasons)\b"
)


def spread(run: Sequence[Lexeme], after: int) -> str:
    """Over how many years or months a value is told to come, from the words behind it."""
    match = _SPREAD.search(" ".join(x.low for x in run[after : after + _SPREAD_REACH]).partition(" , ")[0])
    return " ".join(match.groups()) if match else ""


_SPREAD_REACH = 6


def aspect(run: Sequence[Lexeme], start: int, after: int) -> str:
    """In which respect something is measured, from the words next to the unit."""
    for x in run[after : after + 2]:
        if x.low in ASPECTS:
            return ASPECTS[x.low]
        if x.low == "ago" and _ages_past(run[start:after]):
            return "age"
    before_it = {x.low for x in run[max(0, start - _WINDOW) : start]}
    if start and run[start - 1].low == "by" and before_it & _WINNING:
        return "margin"
    before = (ASPECTS.get(x.low, "") for x in reversed(run[max(0, start - 4) : start]))
    return next((a for a in before if a and a != "distance"), "")


_WINNING = frozenset(
    """won win wins winning beat beats beaten lost lose loses losing led leads edged
    pipped defeated defeat victory trailed outran outrowed missed""".split()
)
_AGES = frozenset("thousand million billion".split())
_AGE_DIGITS = 4


def _ages_past(run: Sequence[Lexeme]) -> bool:
    """Whether so many years are the age of a thing, not when something happened lately."""
    return any(x.low in _AGES or (x.kind == "number" and len(x.text) > _AGE_DIGITS) for x in run)
