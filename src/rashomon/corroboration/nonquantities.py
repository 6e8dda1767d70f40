"""Numerals that count nothing: dates, clock times, years, names with numbers, telephone numbers, addresses.

One expression, searched once from left to right; every alternative is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.language.calendar import MONTHS
from rashomon.language.numerals import Lexeme

__all__ = ["is_year", "no_quantities"]

_MONTH = "|".join([*MONTHS, *"jan feb mar apr jun jul aug sept sep oct nov dec".split()])
_NAMING = (
    "flight flights route highway motorway interstate room formula channel article articles section chapter "
    "amendment page class phase level stage type tier grade gate platform terminal bus line "
    "junction exit pier "
    "pole ward district precinct unit squadron battalion brigade regiment division apollo boeing "
    "airbus volume "
    "version episode season part act item case docket resolution proposition bill title opus psalm "
    "table figure "
    "apartment suite floor berth hall track lane hole lap round week day game area zone pump train "
    "catch studio camp block war category vitamin windows"
)
_NAMES = "|".join(_NAMING.split())
_NOT = re.compile(
    rf"""
    \b(?:{_MONTH})\b\.?[ ][0-9]{{1,2}}(?:st|nd|rd|th)?(?:[ ]?[-–][ ]?[0-9]{{1,2}})?(?:,?[ ][0-9]{{4}})?\b
    (?![ ](?:people|dead))
  | \b[0-9]{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:{_MONTH})\b\.?(?:,?[ ][0-9]{{4}}\b)?
  | \b(?:{_MONTH})\b\.?,?[ ][0-9]{{4}}\b
  | \b[0-9]{{1,2}}(?:[:.][0-9]{{2}})?[ ]?(?:[ap]\.?[ ]?m\b\.?|o['’]clock\b|noon\b|hrs?[ ](?:gmt|local)\b)
  | \b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ ]?(?:[ap]\.m\b\.?|o['’]clock\b)
  | \b[0-9]{{1,2}}\.[0-9]{{2}}[ ](?:gmt|bst|cet|local[ ]time)\b
  | \b[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?\b
  | \b[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b | \b[0-9]{{1,2}}/[0-9]{{1,2}}(?:/[0-9]{{2,4}})?\b
  | \b(?:1[5-9]|20)[0-9]{{2}}[-–/](?:[0-9]{{2}}|[0-9]{{4}})\b
  | (?:\+[0-9]{{1,3}}[ -])?\(?\b[0-9]{{3,5}}\)?[ -][0-9]{{3,4}}-[0-9]{{3,4}}\b
  | \b[0-9]{{1,4}}['’]?s\b
  | \b[0-9]+(?:st|nd|rd|th)\b
  | \b(?:mid|early|late)[ -](?:[0-9]{{2}}|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ie)s\b
  | \b(?:{_NAMES})s?\b[. ]?\#?[ ]?[0-9]{{1,6}}\b(?!,[0-9]|[.][0-9])(?=[^%]|$)
  | \b(?:no|nos)\.[ ]?[0-9]+
  | \#[0-9]+
  | \b[0-9]{{3}}[ ](?:max|neo|dreamliners?)\b(?:[ ][0-9]+\b)?
  | (?<=[A-Za-z][ ])(?<![.!?][ ])\b(?:max|mark|mk|mach|version)[ ][0-9]+\b
  | \b(?!(?:usd|eur|gbp|jpy|chf|aud|cad)[0-9])[^\W\d_]{{1,8}}[-‑]?[0-9]+[\w-]*
  | \b[0-9]{{1,5}}[ ](?:[A-Z][a-z]{{1,20}}[ ]){{1,3}}
    (?:Street|Road|Avenue|Lane|Square|Boulevard|Drive|St\.|Ave\.|Rd\.)
  | \b(?:one|two|three|four|five|six|seven|eight|nine|ten)[ ]another\b
  | \bone[ ](?:another|of\b|day\b|thing\b|side\b|hand\b|who\b|can\b|that\b
    |in\b(?![ ](?:two|three|four|five|six|ten|[0-9])))
  | \b(?:no|any|every|some|this|that|each|the|which|another)[ ]one\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1500, 2099


def no_quantities(text: str) -> list[tuple[int, int]]:
    """Where numerals stand that count nothing, in order.

    >>> text = "Flight 212 left at 9 a.m. on 5 March"
    >>> [text[a:b] for a, b in no_quantities(text)]
    ['Flight 212', '9 a.m.', '5 March']
    """
    return [match.span() for match in _NOT.finditer(text)]


def is_year(run: Sequence[Lexeme], at: int) -> bool:
    """Whether a numeral has four digits as a year has."""
    text = run[at].text
    return len(text) == len("2024") and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR
