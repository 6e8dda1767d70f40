"""TimeBank: how well expressions of time are found, and what they come to.

Gold is every TIMEX3 of type DATE or TIME in the text; the time of the document
is given as its publication and not counted itself.  Detection is scored by
exact spans and by overlap.  The value is scored given the gold span: the
grammar is told where the words stand, and words that it cannot read count as
wrong.  TIMEX3 values become EDTF by `edtf_of`; times that we tell from an event
(“two days before the vote”) are no TIMEX3 of these types and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from lxml import etree

from rashomon.chronology import resolve, resolve_span
from rashomon.model import AnchorKind, Article, Block, BlockKind, Granularity, Moment, Policy, Span

__all__ = ["PUBLISHED", "Timex", "corpus", "edtf_of", "main", "measure", "read", "table"]

PUBLISHED = (("HeidelTime 1.2 (SemEval-2013 task 1)", "TempEval-3 platinum", 81.34, 90.30, 77.61),)
"""Strict and relaxed F1 of all four types, and F1 of type and value: other data, another count."""

_TYPES = ("DATE", "TIME")
_PARTS = ("train", "dev")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One expression of the gold; `edtf` as `edtf_of` maps its value, `vague` for references to no time."""

    span: Span
    value: str
    mod: str
    edtf: str | None
    vague: str | None


def corpus(data: Path) -> list[Path]:
    """The documents of both parts."""
    return [path for part in _PARTS for path in sorted((data / "timebank" / part).glob("*.tml"))]


def read(path: Path) -> tuple[Article, tuple[Timex, ...]]:
    """A document as an article of paragraphs, and its gold."""
    root = etree.parse(str(path)).getroot()
    body = root.find("TEXT")
    created = root.find("DCT/TIMEX3")
    if body is None or created is None:
        raise ValueError(f"no TimeML document: {path}")
    pieces: list[str] = []
    gold = tuple(_walk(body, pieces))
    text = "".join(pieces)
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, span=Span(*m.span()).trim(text))
        for m in re.finditer(r"(?:(?!\n\s*\n).)+", text, re.DOTALL)
        if m[0].strip()
    )
    article = Article(input=path.name, text=text, blocks=blocks, published=str(created.get("value")))
    return article, gold


def _walk(node: etree._Element, pieces: list[str]) -> Iterator[Timex]:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        yield from _walk(child, pieces)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3" and node.get("type") in _TYPES:
        end = sum(map(len, pieces))
        value, mod = str(node.get("value")), str(node.get("mod") or "")
        yield Timex(
            span=Span(start, end), value=value, mod=mod, edtf=edtf_of(value, mod), vague=_VAGUE.get(value)
        )


# -- TIMEX3 to EDTF ----------------------------------------------------------------------------

_VAGUE = {"PRESENT_REF": "present", "PAST_REF": "past", "FUTURE_REF": "future"}
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "AU": 23, "WI": 24}
_SHARES = {"START": 0, "MID": 1, "END": 2}
_MONTH_PARTS = ((1, 10), (11, 20), (21, 31))
_YEAR_PARTS = ((1, 4), (5, 8), (9, 12))
_DECADE_PARTS = ((0, 3), (4, 6), (7, 9))


def edtf_of(value: str, mod: str = "") -> str | None:
    """The EDTF of a TIMEX3 value; None for references to the present, past or future.

    Weeks and weekends become intervals of days, a part of a day its day, a
    part of a month, year or decade (START, MID, END) the interval that our table gives it.

    >>> edtf_of("1998-W04"), edtf_of("1998-02-06TMO"), edtf_of("1998-02-11T22:00"), edtf_of("197", "END")
    ('1998-01-19/1998-01-25', '1998-02-06', '1998-02-11T22:00:00', '1977/1979')
    >>> edtf_of("1997-10", "MID"), edtf_of("1997-FA"), edtf_of("19"), edtf_of("PAST_REF")
    ('1997-10-11/1997-10-20', '1997-23', '19XX', None)
    """
    for pattern, mapped in _MAPPED:
        match = re.fullmatch(pattern, value)
        if match is not None:
            return mapped(match, mod)
    return None


def _day(match: re.Match[str], mod: str) -> str:
    return match[1]


def _time(match: re.Match[str], mod: str) -> str:
    return f"{match[1]}T{match[2]}:00"


def _week(match: re.Match[str], mod: str) -> str:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if match[3]:
        return f"{monday + timedelta(days=5)}/{monday + timedelta(days=6)}"
    return f"{monday}/{monday + timedelta(days=6)}"


def _month(match: re.Match[str], mod: str) -> str:
    if mod not in _SHARES:
        return match[0]
    low, high = _MONTH_PARTS[_SHARES[mod]]
    after = date(int(match[1]) + int(match[2]) // 12, int(match[2]) % 12 + 1, 1)
    return f"{match[0]}-{low:02}/{match[0]}-{min(high, (after - timedelta(days=1)).day):02}"


def _season(match: re.Match[str], mod: str) -> str:
    return f"{match[1]}-{_SEASONS[match[2]]}"


def _quarter(match: re.Match[str], mod: str) -> str:
    return f"{match[1]}-{32 + int(match[2])}"


def _half(match: re.Match[str], mod: str) -> str:
    return f"{match[1]}-01/{match[1]}-06" if match[2] == "1" else f"{match[1]}-07/{match[1]}-12"


def _year(match: re.Match[str], mod: str) -> str:
    if mod not in _SHARES:
        return match[1]
    low, high = _YEAR_PARTS[_SHARES[mod]]
    return f"{match[1]}-{low:02}/{match[1]}-{high:02}"


def _decade(match: re.Match[str], mod: str) -> str:
    if mod not in _SHARES:
        return f"{match[1]}X"
    low, high = _DECADE_PARTS[_SHARES[mod]]
    return f"{match[1]}{low}/{match[1]}{high}"


def _century(match: re.Match[str], mod: str) -> str:
    return f"{match[1]}XX"


_MAPPED = (
    (r"(\d{4}-\d\d-\d\d)(?:T(?:MO|AF|EV|NI|DT))?", _day),
    (r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?", _time),
    (r"(\d{4})-W(\d\d)(-WE)?", _week),
    (r"(\d{4})-(\d\d)", _month),
    (r"(\d{4})-(SP|SU|FA|AU|WI)", _season),
    (r"(\d{4})-Q([1-4])", _quarter),
    (r"(\d{4})-H([12])", _half),
    (r"(\d{4})", _year),
    (r"(\d{3})X?", _decade),
    (r"(\d\d)(?:XX)?", _century),
)


# -- scoring -----------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class _Tally:
    gold: int = 0
    found: int = 0
    exact: int = 0
    gold_met: int = 0
    found_met: int = 0
    values: int = 0


def measure(data: Path) -> dict[str, float]:
    """Percentages over both parts, and over each."""
    out: dict[str, float] = {}
    totals = {part: _Tally() for part in _PARTS}
    for path in corpus(data):
        _count(totals[path.parent.name], *read(path))
    for name, tallies in (("", list(totals.values())), *((f" {part}", [totals[part]]) for part in _PARTS)):
        whole = _Tally(**{f: sum(getattr(t, f) for t in tallies) for f in _Tally.__slots__})
        out[f"strict F1{name}"] = _f1(whole.exact, whole.found, whole.exact, whole.gold)
        out[f"relaxed F1{name}"] = _f1(whole.found_met, whole.found, whole.gold_met, whole.gold)
        out[f"value accuracy{name}"] = 100 * whole.values / max(1, whole.gold)
    return out


def _f1(right: int, found: int, met: int, gold: int) -> float:
    precision, recall = right / max(1, found), met / max(1, gold)
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def _count(tally: _Tally, article: Article, gold: Sequence[Timex]) -> None:
    moments = _counted(article)
    spans = [moment.span for moment in moments if moment.span is not None]
    tally.gold += len(gold)
    tally.found += len(spans)
    tally.exact += len({*spans} & {timex.span for timex in gold})
    tally.gold_met += sum(any(timex.span.overlaps(span) for span in spans) for timex in gold)
    tally.found_met += sum(any(timex.span.overlaps(span) for timex in gold) for span in spans)
    tally.values += sum(_right(article, timex) for timex in gold)


def _counted(article: Article) -> list[Moment]:
    """The moments that TIMEX3 would have as DATE or TIME: none told from an event."""
    return [
        moment
        for moment in resolve([article], (), Policy())
        if moment.span is not None and (moment.anchor is None or moment.anchor.kind is not AnchorKind.EVENT)
    ]


def _right(article: Article, timex: Timex) -> bool:
    moment = resolve_span(article, timex.span, (), Policy())
    if moment is None:
        return False
    if timex.vague is not None:
        return moment.granularity is Granularity.VAGUE and moment.rule == timex.vague
    return moment.value is not None and moment.value.rstrip("~") == timex.edtf


def table(data: Path) -> str:
    """What others published, beside which data it was measured on."""
    lines = ["  strict  relaxed  value  on (all types; value F1 counts missed and spurious ones)"]
    lines += [f"  {s:6.2f}  {r:7.2f}  {v:5.2f}  {name}, {on}" for name, on, s, r, v in PUBLISHED]
    return "\n".join(lines)


def main(words: Sequence[str], data: Path) -> int:
    """List what is missed, spurious or wrong in ``train``, ``dev`` or both."""
    wanted = words or _PARTS
    for path in corpus(data):
        if path.parent.name in wanted:
            _show(*read(path))
    return 0


def _show(article: Article, gold: Sequence[Timex]) -> None:
    print(f"-- {article.input} {article.published}")
    moments = {moment.span: moment for moment in _counted(article) if moment.span is not None}
    for span in sorted({*moments} - {timex.span for timex in gold}):
        print(f"  not in gold  {_around(article.text, span)}  {moments[span].value} ({moments[span].rule})")
    for timex in gold:
        if timex.span not in moments:
            print(f"  not found    {_around(article.text, timex.span)}  {timex.value}")
        if not _right(article, timex):
            moment = resolve_span(article, timex.span, (), Policy())
            ours = "unread" if moment is None else f"{moment.value} ({moment.rule})"
            wanted = f"{timex.value} {timex.mod}".strip()
            print(f"  value        {_around(article.text, timex.span)}  {wanted} here {ours}")


def _around(text: str, span: Span) -> str:
    before, behind = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 30]
    return " ".join(f"{before}[{span.of(text)}]{behind}".split())
