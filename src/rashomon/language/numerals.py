"""Numbers in running text, in digits and in words, as values with the grain they are written in.

One pass of one expression cuts the text into lexemes (hyphens part words here:
"twenty-five", "34-year-old"); a small descent over them reads a number.  How
exact a number is meant is not told here, only how finely it is written: the
place of its last written digit, and the zeros at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.language.tokens import fold
from rashomon.language.wordforms import NUMBER_WORDS, SCALES

__all__ = ["Lexeme", "Number", "lexemes", "number_at"]


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, a numeral or a mark.

    Attributes:
        kind: ``number``, ``word``, ``sign`` (a currency or %) or ``mark``.
        joined: whether nothing stands between it and the lexeme before, a hyphen aside.
        hyphen: whether a hyphen or dash without blanks stands before it.
    """

    text: str
    low: str
    start: int
    end: int
    kind: str
    joined: bool = False
    hyphen: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind == "word" and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read.

    Attributes:
        least, most: the same but for words that set no figure ("dozens", "a few").
        grain: the place of the last digit written: 0.1 million for "12.3 million", 1 for "1,200".
        after: index of the lexeme behind it.
        share: whether it is a part of a whole ("half", "two-thirds", "one in five"), in per cent.
        word: whether it is written in words throughout.
    """

    least: float
    most: float
    grain: float
    after: int
    share: bool = False
    word: bool = False

    @property
    def vague(self) -> bool:
        """Whether the words set no figure."""
        return self.least != self.most


_LEXEME = re.compile(
    r"""
    (?P<number>
        [0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]++)?+            # 1,200.5
      | [0-9]{1,3}(?:\.[0-9]{3}){2,}+(?![0-9])              # 1.200.000
      | [0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3})++(?![0-9])
      | [0-9]{1,3}(?:[ ]000)++(?![0-9])
      | [0-9]++,[0-9]{1,2}(?![0-9,])                        # 1,5
      | [0-9]++(?:[.:][0-9]++)*+
    )
  | (?P<sign>[A-Z]{0,3}[$£€¥₹₽₩₪₺₦₴]|[%‰°])
  | (?P<vulgar>[½¼¾⅓⅔⅛])
  | (?P<word>(?:[^\W\d_]\.){2,}+|[^\W\d_]++(?:['’ʼ][^\W\d_]++)*+)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_HYPHENS = frozenset("-‐‑–−")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


def lexemes(text: str) -> tuple[Lexeme, ...]:
    """The lexemes of a text, in order; hyphens between two of them are told by the second.

    >>> [(x.text, x.hyphen) for x in lexemes("34-year-old, $1.2m")]
    [('34', False), ('year', True), ('old', True), (',', False), ('$', False), ('1.2', False), ('m', False)]
    """
    out: list[Lexeme] = []
    hyphen = False
    before = -1
    for match in _LEXEME.finditer(text):
        kind, piece = match.lastgroup or "mark", match.group()
        joined = match.start() == before
        before = match.end()
        inner = joined and before < len(text) and not text[before].isspace()
        if piece in _HYPHENS and inner and out:
            hyphen = True
            continue
        kind = "number" if kind == "vulgar" else kind
        out.append(Lexeme(piece, fold(piece), match.start(), before, kind, joined, hyphen and joined))
        hyphen = False
    return tuple(out)


_LETTER_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
_SCALES = {word: float(value) for word, value in SCALES.items()} | {"lakh": 1e5, "crore": 1e7, "dozen": 12.0}
_PLURAL_SCALES = {"dozens": 12.0, "scores": 20.0, "tens": 10.0} | {
    f"{word}s": float(v) for word, v in SCALES.items()
}
# As they are used, not as a dictionary would have it: told at the narrowest they would disagree too often.
_VAGUE_PLURALS = {
    "tens": (20.0, 99.0),
    "dozens": (20.0, 199.0),
    "scores": (40.0, 300.0),
    "hundreds": (150.0, 1_999.0),
    "thousands": (1_500.0, 99_999.0),
    "millions": (1.5e6, 1e9),
    "billions": (1.5e9, 1e12),
    "trillions": (1.5e12, 1e15),
}
_VAGUE = {"several": (2.0, 12.0), "few": (2.0, 9.0), "handful": (2.0, 9.0), "couple": (2.0, 3.0)}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
    "thousandths": 1000,
}  # fmt: skip
_ARTICLES = frozenset({"a", "an"})
_NOUGHT = frozenset({"no", "none", "zero", "nil", "nobody"})
_HUNDRED, _TEN = 100.0, 10.0


def number_at(run: Sequence[Lexeme], at: int) -> Number | None:
    """The number that starts at this lexeme, None where none does.

    >>> words = lexemes("a hundred and ten, half a million, 12.3 million, two-thirds, dozens")
    >>> [n.least for at in (0, 5, 9, 12, 15) if (n := number_at(words, at))]
    [110.0, 500000.0, 12300000.0, 66.66666666666667, 20.0]
    """
    for reading in (_half_scale, _share, _vague, _figure):
        found = reading(run, at)
        if found is not None:
            return found
    return None


def _low(run: Sequence[Lexeme], at: int) -> str:
    return run[at].low if 0 <= at < len(run) else ""


def _figure(run: Sequence[Lexeme], at: int) -> Number | None:
    """Digits or number words with the scales behind them."""
    if run[at].low in _NOUGHT:
        return Number(0.0, 0.0, 1.0, at + 1, word=True)
    if run[at].kind == "number":
        return _digits(run, at)
    start = at + 1 if run[at].low in _ARTICLES and _low(run, at + 1) in _SCALES else at
    words = _words(run, start, alone=start == at)
    if words is None:
        return None
    value, after = words
    if [_low(run, after + k) for k in range(3)] == ["and", "a", "half"]:
        scale = _SCALES.get(_low(run, after + 3), 0.0)
        done = after + 3 + bool(scale)
        return Number(*((value + 0.5) * (scale or 1.0),) * 2, 0.5 * (scale or 1.0), done, word=True)
    return Number(value, value, _grain(run, start, after), after, word=True)


def _grain(run: Sequence[Lexeme], start: int, after: int) -> float:
    """Of number words: the scale that they end with, 1 where they end in a unit."""
    last = _SCALES.get(run[after - 1].low, 1.0)
    return last if last >= _HUNDRED and after - start <= 2 else 1.0


def _words(run: Sequence[Lexeme], at: int, *, alone: bool) -> tuple[float, int] | None:
    """Value of number words ("two hundred and ten thousand") and where they end."""
    total, part, first = 0.0, 0.0, at
    seen = False
    while at < len(run):
        low = run[at].low
        if low in _SCALES:
            if not seen and alone and low != "dozen":
                break
            part = (part or 1.0) * _SCALES[low]
            if _SCALES[low] >= 1e3:
                total, part = total + part, 0.0
        elif low in NUMBER_WORDS and _goes_on(part, float(NUMBER_WORDS[low]), first=at == first):
            part += NUMBER_WORDS[low]
        elif not (low == "and" and seen and _and_goes_on(run, at, part)):
            break
        seen = True
        at += 1
    return (total + part, at) if seen else None


def _goes_on(part: float, value: float, *, first: bool) -> bool:
    if first or part == 0.0:
        return True
    last = part % _HUNDRED
    return (last == 0 and value < _HUNDRED) or (last >= 20 and last % _TEN == 0 and value < _TEN)


def _and_goes_on(run: Sequence[Lexeme], at: int, part: float) -> bool:
    """Whether "and" goes on with the number ("a hundred and ten") rather than begins another."""
    behind = _low(run, at + 1)
    hundreds = run[at - 1].low in {"hundred", "thousand"}
    return hundreds and (part % _HUNDRED == 0) and behind in NUMBER_WORDS and behind not in _SCALES


def _digits(run: Sequence[Lexeme], at: int) -> Number | None:
    text = run[at].text
    if ":" in text:
        return None
    value, grain = (_VULGAR[text], _VULGAR[text]) if text in _VULGAR else _numeral(text)
    after = at + 1
    if after < len(run) and run[after].text in _VULGAR and run[after].joined:
        value, after, grain = value + _VULGAR[run[after].text], after + 1, 0.25
    while after < len(run):
        low, joined = run[after].low, run[after].joined
        scale = _SCALES.get(low) if low != "dozen" else 12.0
        if scale is None and joined and not run[after].hyphen:
            scale = _LETTER_SCALES.get(low)
            scale = None if low == "m" and not _millions(run, at) else scale
        if scale is None:
            break
        value, grain, after = value * scale, grain * scale, after + 1
    return Number(value, value, grain, after)


def _millions(run: Sequence[Lexeme], at: int) -> bool:
    """Whether "m" behind a numeral is millions rather than metres: money, or a noun behind it."""
    behind = _low(run, at + 2)
    money = at > 0 and run[at - 1].kind == "sign"
    return money or (
        len(behind) > 2 and behind.isalpha() and behind.endswith(("s", "people", "men", "women"))
    )


def _numeral(text: str) -> tuple[float, float]:
    """Value and grain of a numeral: commas part thousands, but "1,5" and "1.200.000" are European."""
    text = text.replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "").replace(" ", "")
    whole, _, rest = text.rpartition(",")
    if whole and len(rest) < 3 and "." not in rest:
        text = f"{whole.replace(',', '')}.{rest}"
    text = text.replace(",", "")
    if text.count(".") > 1:
        text = text.replace(".", "")
    decimals = len(text.partition(".")[2])
    return float(text), 10.0**-decimals


def _half_scale(run: Sequence[Lexeme], at: int) -> Number | None:
    """“half a million”, “a quarter of a million”, “half a dozen”."""
    parts = {"half": 0.5, "quarter": 0.25}
    start = at + 1 if run[at].low in _ARTICLES and _low(run, at + 1) in parts else at
    part = parts.get(_low(run, start))
    behind = start + 1 + (_low(run, start + 1) == "of")
    if part is None or _low(run, behind) not in _ARTICLES or _low(run, behind + 1) not in _SCALES:
        return None
    scale = _SCALES[run[behind + 1].low]
    return Number(part * scale, part * scale, part * scale, behind + 2, word=True)


def _vague(run: Sequence[Lexeme], at: int) -> Number | None:
    """“dozens”, “hundreds of thousands”, “several hundred”, “a few”, “a couple of”."""
    low = run[at].low
    if low in _VAGUE_PLURALS and not (low == "scores" and _low(run, at + 1) != "of"):
        bounds, after = _VAGUE_PLURALS[low], at + 1
        inner = _low(run, at + 2)
        if _low(run, at + 1) == "of" and inner in _PLURAL_SCALES and inner not in {"dozens", "scores"}:
            base = {"tens": 10.0, "dozens": 12.0}.get(low, _PLURAL_SCALES[low])
            scale = _PLURAL_SCALES[inner]
            bounds, after = (1.5 * base * scale, 20 * base * scale), at + 3
        return Number(*bounds, bounds[0], after, word=True)
    start = at + 1 if low in _ARTICLES else at
    vague = _VAGUE.get(_low(run, start))
    if vague is None or (start == at and low != "several"):
        return None
    after = start + 1 + (_low(run, start + 1) == "of" and low != "several")
    scale = 1.0
    while (more := _SCALES.get(_low(run, after))) is not None:
        scale, after = scale * more, after + 1
    return Number(vague[0] * scale, vague[1] * scale, scale, after, word=True)


def _share(run: Sequence[Lexeme], at: int) -> Number | None:
    """“half”, “a third”, “two-thirds”, “one in five”, “nine out of ten”, in per cent."""
    top, start = _small(run, at)
    if top is None:
        return Number(50.0, 50.0, 5.0, at + 1, share=True, word=True) if _is_half(run, at) else None
    if _low(run, start) in {"in", "out"} and run[at].low not in _ARTICLES:
        behind = start + 1 + (_low(run, start + 1) == "of")
        whole, after = _small(run, behind)
        if whole is not None and top < whole <= _HUNDRED and _low(run, behind) not in _ARTICLES:
            return Number(*(100 * top / whole,) * 2, 1.0, after, share=True, word=True)
    bottom = _PARTS.get(_low(run, start))
    written = run[at].low in _ARTICLES or run[at].low in NUMBER_WORDS
    if bottom is None or not written or top >= bottom or not _of_whole(run, start):
        return None
    return Number(*(100 * top / bottom,) * 2, 5.0, start + 1, share=True, word=True)


def _of_whole(run: Sequence[Lexeme], at: int) -> bool:
    """Whether the part's word is one: "a third of", "a two-thirds majority", no "a third man"."""
    low, behind = run[at].low, _low(run, at + 1)
    return behind in {"of", "the", "more", "less", "fewer"} or (
        run[at].hyphen and low.endswith(("s", "half"))
    )


def _is_half(run: Sequence[Lexeme], at: int) -> bool:
    if run[at].low != "half" or _low(run, at - 1) in {"first", "second", "final", "other", "latter"}:
        return False
    return _low(run, at + 1) in {
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "all",
        "these",
        "those",
        "a",
        "an",
    }


def _small(run: Sequence[Lexeme], at: int) -> tuple[float | None, int]:
    """A number word or numeral that can stand above or below a stroke, and where it ends."""
    low = _low(run, at)
    if low in _ARTICLES:
        return 1.0, at + 1
    if low in NUMBER_WORDS and low not in _SCALES:
        return float(NUMBER_WORDS[low]), at + 1
    if low.isdecimal() and low.isascii() and len(low) <= 3:
        return float(low), at + 1
    return None, at
