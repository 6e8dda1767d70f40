"""Units of measure and of money as reports write them, and what they come to, as tables.

Factors are those of the international definitions (yard and pound agreement of
1959; statute mile, avoirdupois pound, short ton), so that two measures of one
dimension can be compared.  Currencies are never converted.  The library pint
would do it too, but takes 0.4 s to load and 5 MB for thirty factors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.language.numerals import Lexeme

__all__ = [
    "CURRENCY_SIGNS",
    "UNIT_WORDS",
    "Measure",
    "Shown",
    "code_at",
    "currency_at",
    "measure_at",
    "shown",
]


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: its dimension, and by which factor (and shift) its values come to the base unit's.

    Attributes:
        symbol: how a dossier writes it.
    """

    symbol: str
    dimension: str
    factor: float
    shift: float = 0.0


_MONTH, _YEAR, _MILE, _FOOT, _POUND, _ACRE = (
    2_629_800.0,
    31_557_600.0,
    1609.344,
    0.3048,
    0.45359237,
    4046.8564224,
)

_TABLE = (
    ("km", "length", 1e3, "km kms kilometre kilometres kilometer kilometers"),
    ("m", "length", 1.0, "m metre metres meter meters"),
    ("cm", "length", 1e-2, "cm centimetre centimetres centimeter centimeters"),
    ("mm", "length", 1e-3, "mm millimetre millimetres millimeter millimeters"),
    ("mi", "length", _MILE, "mi mile miles"),
    ("nmi", "length", 1852.0, "nautical_mile nautical_miles"),
    ("yd", "length", 3 * _FOOT, "yd yard yards"),
    ("ft", "length", _FOOT, "ft foot feet"),
    ("in", "length", _FOOT / 12, "inch inches"),
    ("kg", "mass", 1.0, "kg kilo kilos kilogram kilograms kilogramme kilogrammes"),
    ("g", "mass", 1e-3, "gram grams gramme grammes"),
    ("t", "mass", 1e3, "tonne tonnes metric_ton metric_tons"),
    ("ton", "mass", 907.18474, "ton tons"),
    ("lb", "mass", _POUND, "lb lbs pound pounds"),
    ("oz", "mass", _POUND / 16, "oz ounce ounces"),
    ("st", "mass", 14 * _POUND, "stone"),
    ("km2", "area", 1e6, "sq_km square_kilometre square_kilometres square_kilometer square_kilometers"),
    ("m2", "area", 1.0, "sq_m square_metre square_metres square_meter square_meters"),
    ("mi2", "area", _MILE**2, "sq_mi sq_miles square_mile square_miles"),
    ("ft2", "area", _FOOT**2, "sq_ft sq_feet square_foot square_feet"),
    ("ha", "area", 1e4, "ha hectare hectares"),
    ("acre", "area", _ACRE, "acre acres"),
    ("km/h", "speed", 1 / 3.6, "km_h kmh kph kilometres_per_hour kilometers_per_hour"),
    ("km/h", "speed", 1 / 3.6, "kilometres_an_hour kilometers_an_hour"),
    ("mph", "speed", _MILE / 3600, "mph miles_per_hour miles_an_hour"),
    ("kn", "speed", 1852 / 3600, "knots"),
    ("l", "volume", 1.0, "litre litres liter liters"),
    ("gal", "volume", 3.785411784, "gallon gallons"),
    ("m3", "volume", 1e3, "cubic_metre cubic_metres cubic_meter cubic_meters"),
    ("bbl", "volume", 158.987294928, "barrel barrels"),
    ("s", "duration", 1.0, "second seconds"),
    ("min", "duration", 60.0, "minute minutes mins"),
    ("h", "duration", 3600.0, "hour hours hrs"),
    ("d", "duration", 86_400.0, "day days"),
    ("wk", "duration", 604_800.0, "week weeks"),
    ("mo", "duration", _MONTH, "month months"),
    ("y", "duration", _YEAR, "year years"),
    ("kW", "power", 1e3, "kw kilowatt kilowatts"),
    ("MW", "power", 1e6, "mw megawatt megawatts"),
    ("GW", "power", 1e9, "gw gigawatt gigawatts"),
    ("C", "temperature", 1.0, "degrees_c degrees_celsius degrees_centigrade c celsius"),
    ("deg", "degree", 1.0, "degree degrees"),
    ("%", "percent", 1.0, "% percent per_cent pct percentage"),
    ("pp", "points", 1.0, "percentage_point percentage_points pp"),
)  # fmt: skip
_FAHRENHEIT = Measure("F", "temperature", 5 / 9, -160 / 9)
_MEASURES = {
    name: Measure(symbol, dimension, factor)
    for symbol, dimension, factor, names in _TABLE
    for name in names.split()
} | dict.fromkeys(("degrees_f", "degrees_fahrenheit", "f", "fahrenheit"), _FAHRENHEIT)
# One or two letters name a unit only right behind the digits or in small letters.
_SHORT = frozenset("m c f g ha mi ft kw mw gw cm mm km kg lb oz yd".split())
_LONGEST = 3

_CURRENCIES = {
    "USD": "dollar dollars greenback bucks", "EUR": "euro euros", "GBP": "sterling quid", "JPY": "yen",
    "CNY": "yuan renminbi", "INR": "rupee rupees", "RUB": "rouble roubles ruble rubles",
    "CHF": "franc francs",
    "ILS": "shekel shekels", "PLN": "zloty zlotys", "UAH": "hryvnia hryvnias", "TRY": "lira liras",
    "ZAR": "rand",
}  # fmt: skip
_OF_WORD = {word: code for code, words in _CURRENCIES.items() for word in words.split()} | {
    word: word
    for word in "crowns kroner kronor kronas krona marks pesos florins guilders dinars dirhams riyals".split()
}
UNIT_WORDS = frozenset(_OF_WORD) | {part for name in _MEASURES for part in name.split("_")} - {"second"}
"""Words of units; alone they tell nothing of what is measured."""
CURRENCY_SIGNS = {
    "$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "₺": "TRY",
    "₦": "NGN", "₴": "UAH",
}  # fmt: skip
_CODES = frozenset(
    "USD EUR GBP JPY CNY INR RUB CHF AUD CAD NZD HKD SGD SEK NOK DKK PLN TRY BRL ZAR ILS".split()
)
_CODES_LOW = {code.lower(): code for code in _CODES}
_DOLLARS = {"australian": "AUD", "canadian": "CAD", "us": "USD", "u.s.": "USD", "american": "USD"}


def measure_at(run: Sequence[Lexeme], at: int) -> tuple[Measure, int] | None:
    """The unit whose words start at this lexeme, behind a number, and the lexeme behind them."""
    if at < len(run) and run[at].text == "°":
        found = measure_at(run, at + 1)
        return found if found and found[0].dimension == "temperature" else (_MEASURES["degrees"], at + 1)
    for size in range(min(_LONGEST, len(run) - at), 0, -1):
        words = [x for x in run[at : at + size] if x.text not in {".", "/"}]
        if not words or words[-1] is not run[at + size - 1]:
            continue  # the full stop of a sentence, not that of "sq. km"
        found_unit = _MEASURES.get("_".join(x.low.rstrip(".") for x in words))
        if found_unit is not None and not (size == 1 and _misread(run, at)):
            return found_unit, at + size
    return None


def _misread(run: Sequence[Lexeme], at: int) -> bool:
    """Whether letters look like a unit and are none: "5 C", "3 In", "second" in "2 second-hand"."""
    word = run[at]
    if word.low in {"c", "f"}:
        return not word.joined
    return word.low in _SHORT and word.text[0].isupper() and not word.joined


def currency_at(run: Sequence[Lexeme], at: int) -> tuple[str, int] | None:
    """The currency whose word or code starts at this lexeme, behind a number, and the lexeme behind it."""
    if at >= len(run):
        return None
    low = run[at].low
    behind = run[at + 1].low if at + 1 < len(run) else ""
    if low in _DOLLARS and behind in {"dollar", "dollars"}:
        return _DOLLARS[low], at + 2
    if low in {"pounds", "pound"}:
        weight = (
            behind in {"of", "in", "heavier", "lighter"}
            and (run[at + 2].low if at + 2 < len(run) else "") != "damage"
        )
        return None if weight else ("GBP", at + 1)
    if low in _OF_WORD:
        return _OF_WORD[low], at + 1
    if run[at].text in _CODES:
        return run[at].text, at + 1
    return None


def code_at(run: Sequence[Lexeme], at: int) -> str | None:
    """The currency whose sign or code this lexeme is, before a number.

    >>> from rashomon.language.numerals import lexemes
    >>> code_at(lexemes("€5"), 0), code_at(lexemes("USD 5"), 0), code_at(lexemes("on 5"), 0)
    ('EUR', 'USD', None)
    """
    if not 0 <= at < len(run):
        return None
    text = run[at].text
    return CURRENCY_SIGNS.get(text) or (text if text in _CODES else None)


@dataclass(frozen=True, slots=True)
class Shown:
    """How a value is written in a unit: by the factor and shift that lead back from the base unit."""

    symbol: str
    factor: float
    shift: float


def shown(measure: Measure) -> Shown:
    """The way back from the base unit."""
    return Shown(measure.symbol, 1 / measure.factor, -measure.shift / measure.factor)
