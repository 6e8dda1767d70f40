"""What looks like a time and is none: durations, repeated times, titles, figures that are no years.

Each check sees the words around an expression; the tables say which of them speak against it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rashomon.chronology.readings import Reading
from rashomon.chronology.words import Word, classes_of
from rashomon.language.verbs import is_past

__all__ = ["refused"]

_EACH = frozenset("every each per most".split())
_LASTING = frozenset(
    "for over take takes took taken within spent spend spends last lasts lasted wait waited".split()
)
_NAMED_DAYS = frozenset("black good bloody super ash cyber fat easter palm holy giving maundy shrove".split())
_NIGHTLY = frozenset("mornings afternoons evenings nights".split())
_SHOWN = frozenset("slot hour show news newscast bulletin programme program broadcast".split())
_SOME = frozenset("few next past last several coming recent many other".split())
_PAPERS = frozenset("times telegraph mail express mirror herald tribune sun star post independent".split())
_BEFORE_TIMES = frozenset(
    "in on by since until till from of during before after through throughout to and or between early mid "
    "late last next this past coming around about for as circa ( late- mid- the - – , –".split()
)
_BEFORE_YEARS = frozenset(
    "in since of year between and until till around during late early mid circa".split()
)
_BEFORE_MONTHS = _BEFORE_TIMES - frozenset("to and or the for as - – , about".split())
_COUNTED = frozenset(
    "people troops soldiers men women children feet miles kilometers kilometres meters metres dollars "
    "euros pounds jobs homes houses cases deaths votes points tons tonnes barrels acres hectares members "
    "workers employees students refugees migrants victims square percent per % words pages copies others "
    "more calories yards miles- rpm mph volts watts".split()
)
_NUMBERED = frozenset(
    "copyright © no flight route highway interstate room section article page number boeing area".split()
)
_MONEY = frozenset("$£€¥#")
_PARTS_OF_NUMBERS = frozenset(".,/:")
_THE_PAST = frozenset("in of".split())
_CLOCKED = frozenset(
    "at by until till around about from to before after since between and near , approximately".split()
)
_IT_WAS = frozenset("was is struck nearly almost gone".split())
_FALLS = frozenset("water free short of in from the a".split())


def refused(words: Sequence[Word], first: int, after: int, reading: Reading, rule: str) -> bool:
    """Whether what stands around the words ``first`` to ``after`` shows them to be no time."""
    before = words[first - 1].low if first else ""
    behind = words[after].low if after < len(words) else ""
    if _glued(words, first - 1) or _glued(words, after - 1):
        return True  # “#Vote2020”, “9am-ish”
    if before in _EACH or (first > 1 and words[first - 2].low in _EACH):
        return True
    check = _CHECKS.get(rule)
    return check is not None and check(words, first, after, before, behind)


_FIGURES = frozenset(["CARDINAL", "NUMBER"])


def _glued(words: Sequence[Word], at: int) -> bool:
    """Whether this word and the next are letters and digits of one."""
    if not 0 <= at < len(words) - 1:
        return False
    joined = words[at].end == words[at + 1].start
    return joined and words[at].text[-1].isalnum() and words[at + 1].text[0].isalnum()


Check = Callable[[Sequence[Word], int, int, str, str], bool]


def _no_year(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """A number that counts, is cut out of another or belongs to a name."""
    if after - first > 1:  # spelt out, or “the year 2000”
        spelt = words[first].text[0].isalpha() and words[first].low == "two"
        return spelt and before not in _BEFORE_TIMES
    glued = first > 0 and words[first - 1].end == words[first].start
    if before in _MONEY or (glued and before in _PARTS_OF_NUMBERS) or before in _NUMBERED:
        return True
    followed = after < len(words) and words[after].start == words[after - 1].end
    if followed and behind in _PARTS_OF_NUMBERS and _digit(words, after + 1):
        return True
    year = classes_of(words[first]).get("FOUR")
    led = before in _BEFORE_YEARS
    if not isinstance(year, int) or not _PLAUSIBLE[0] <= year <= _PLAUSIBLE[1]:
        return not led
    if led and year % 100:
        return False
    return behind in _COUNTED or (followed and behind == "-" and _letters(words, after + 1))


_OF_YEARS = frozenset("era style model vintage born based built season election to and".split())
_PLAUSIBLE = (1900, 2060)


def _digit(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].low.isdigit()


def _letters(words: Sequence[Word], at: int) -> bool:
    """“A 1950-seat hall”, “2019-nCoV”, but “a 1950-era hall”."""
    return at < len(words) and words[at].text[0].isalpha() and words[at].low not in _OF_YEARS


def _no_month(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“May” and “March” at the head of a sentence, “April” the name of a woman."""
    if after - first > 1:
        return "SHORT" in classes_of(words[after]) if after < len(words) else False  # “this Oct. 4 photo”
    word = words[first]
    if len(word.low) < len("july") and word.low != "may" and not word.text.endswith("."):
        capital = after < len(words) and words[after].text[0].isupper()
        return capital or before not in _BEFORE_MONTHS
    if word.low in ("may", "march"):
        return _named_so(words, first, before, behind)
    if word.low in ("april", "june", "august"):
        capital = after < len(words) and words[after].text[0].isupper()
        return before not in _BEFORE_MONTHS and capital
    return False


def _named_so(words: Sequence[Word], first: int, before: str, behind: str) -> bool:
    """“May said so”, “Holt May’s letter”, “after May resigned”, but “May’s vote”."""
    if before in ("after", "before"):
        return is_past(behind)
    if before in _BEFORE_MONTHS:
        return False
    return behind not in ("'", "’") or (first > 0 and words[first - 1].text[0].isupper())


def _no_weekday(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """Titles of shows and papers, days that are a name (“Black Friday”)."""
    if before in _NAMED_DAYS and words[first - 1].text[0].isupper():
        return True
    if behind in _NIGHTLY:
        return True  # “Monday and Tuesday nights”
    return _titled(words, after) or (behind in _PAPERS and words[after].text[0].isupper())


def _no_part_of_day(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“Sunday Morning Pages”: a part of the day with a capital, in a title."""
    return _titled(words, after - 1)


def _titled(words: Sequence[Word], at: int) -> bool:
    """Whether a part of the day and a word behind it have capitals."""
    if at + 1 >= len(words) or not {"DAYPART", "UNIT"} & classes_of(words[at]).keys():
        return False
    return words[at].text[0].isupper() and words[at + 1].text[0].isupper()


def _no_stretch(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“August and July” are two times unless “between” makes them one."""
    return before != "between" and any(word.low == "and" for word in words[first:after])


def _no_season(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“The fall of the town” is no autumn, “the Winter Games” are a name."""
    name = after < len(words) and words[after].text[0].isupper()
    return name or (words[after - 1].low in ("fall", "spring") and behind in _FALLS)


def _no_clock(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """A score or a verse, two figures that nothing leads up to; the hour of a show (“9 p.m. slot”).

    Nor “they shot three in the morning”, which may count: an hour in words needs “at”, “it was” or the like.
    """
    if behind in _SHOWN:
        return True
    in_words = first + 1 < after and words[first + 1].low in ("in", "at")
    if in_words and "DAYPART" in classes_of(words[after - 1]):
        return before not in _CLOCKED - {",", "and", "between"} and before not in _IT_WAS
    bare = words[after - 1].low.isdigit() and after - first == len("9:1")
    return bare and before not in _CLOCKED


def _the_last(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“Over the last year”, a duration; “This Week”, a title."""
    title = after - first > 1 and words[after - 1].text.istitle() and words[first].text.istitle()
    return title or (before == "the" and words[first].low in ("last", "next", "past"))


def _no_past(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“The past three months” and “over recent weeks” last; “the past” alone is a time behind “in” only."""
    if words[after - 1].low not in ("past", "future"):
        return before in _LASTING or behind in ("before", "after")
    if before not in _THE_PAST or after >= len(words):
        return before not in _THE_PAST
    return bool({"CARDINAL", "NUMBER", "UNIT", "UNITS", "SEASON"} & classes_of(words[after]).keys())


def _no_today(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“Ostmark Today”: a capital in the middle of a sentence, behind another."""
    return words[first].text[0].isupper() and first > 0 and words[first - 1].text[0].isupper()


def _no_era(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“20th Century Press”: a name."""
    capital = after < len(words) and words[after].text[0].isupper()
    return capital and words[after - 1].text[0].isupper() and words[after - 1].low == "century"


def _no_now(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“Now that they have lost”: a reason; “the now-famous letter”: no time of its own."""
    if behind == "-" and words[after].start == words[after - 1].end:
        return True
    opening = not before or not before[0].isalnum()
    return opening and behind == "that" and words[first].low == "now"


def _around_event(words: Sequence[Word], first: int, after: int, before: str, behind: str) -> bool:
    """“It took two days before the gate was open”, “in the two days after the vote”: durations."""
    counted = bool(_FIGURES & classes_of(words[first]).keys())
    if first and "UNITS" in classes_of(words[first]) and _FIGURES & classes_of(words[first - 1]).keys():
        return True  # what is left of a duration
    if behind == "than":
        return True  # “six months later than he had said”
    return before in _LASTING | _SOME or (before in ("the", "those", "these") and counted)


_CHECKS: dict[str, Check] = {
    "year": _no_year,
    "month": _no_month,
    "weekday": _no_weekday,
    "part of a day": _no_part_of_day,
    "season": _no_season,
    "stretch": _no_stretch,
    "clock": _no_clock,
    "event": _around_event,
    "today": _no_today,
    "century": _no_era,
    "present": _no_now,
    "text": _around_event,
    "unit": _the_last,
    "past": _no_past,
    "future": _no_past,
}
