"""When a report was written, and what tells it: its dateline, its publication, or the user."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rashomon.chronology.expressions import expressions_in
from rashomon.chronology.readings import Named
from rashomon.language.edtf import of_day, valid
from rashomon.model import Anchor, AnchorKind, Article, BlockKind, Granularity, Lane, Moment, Span

__all__ = ["dateline_span", "published_moment", "written"]

_STAMP = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_DATELINE = re.compile(
    r"\s*[A-Z]{2}[\w.'’-]{0,30}(?:[ ,/]{1,3}[A-Z][\w.'’-]{0,30}){0,5}[ ,/]{1,3}"
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)"
    r"\s*(?:\([^)\n]{1,40}\)\s*)?(?:[-–—_]|--)"
)
_NEAR = 7
"""Days by which a dateline can lie before its publication."""
_HEAD = 200


def written(article: Article) -> tuple[date | None, Anchor | None]:
    """The day that relative times count from, and what told it; None and None where nothing does.

    A dateline says when the report was written; where it names the day of publication, that is shown.
    """
    published = _published(article)
    line = _dateline(article)
    if line is not None:
        span, named = line
        day = _completed(named, None if published is None else published[0])
        if day is not None and (published is None or day != published[0]):
            return day, Anchor(kind=AnchorKind.DATELINE, span=span, value=of_day(day))
    if published is None:
        return None, None
    given = any(p.field == "published" and p.origin == "given" for p in article.provenance)
    kind = AnchorKind.GIVEN if given else AnchorKind.PUBLICATION
    return published[0], Anchor(kind=kind, value=of_day(published[0]))


def published_moment(article: Article) -> Moment | None:
    """The article's publication as a moment of the lane `reported`; None where nothing tells it.

    Its span is what the page's head says for the date, if that can be found there.
    """
    published = _published(article)
    if published is None:
        return None
    day, value = published
    granularity = Granularity.MOMENT if "T" in value else Granularity.DAY
    return Moment(
        article=article.id,
        span=_stated(article, day),
        value=value,
        granularity=granularity,
        rule="published",
        lane=Lane.REPORTED,
    )


def _published(article: Article) -> tuple[date, str] | None:
    """Day and EDTF of the publication."""
    match = _STAMP.match(article.published or "")
    if match is None or not valid(match["day"]):
        return None
    day = date.fromisoformat(match["day"])
    if match["hour"] is None:
        return day, match["day"]
    zone = match["zone"] or ""
    if len(zone) == len("+0100"):
        zone = f"{zone[:3]}:{zone[3:]}"
    value = f"{match['day']}T{match['hour']}:{match['minute']}:{match['second'] or '00'}{zone}"
    return day, value if valid(value) else match["day"]


def _dateline(article: Article) -> tuple[Span, Named] | None:
    """The day of the dateline: a block of that kind, or the head of the first paragraph."""
    text = article.text
    for block in article.of_kind(BlockKind.DATELINE):
        _, found = expressions_in(text, block.span)
        for expression in found:
            if isinstance(expression.reading, Named) and expression.reading.day is not None:
                return expression.span, expression.reading
    first = next(article.of_kind(BlockKind.PARAGRAPH), None)
    if first is None:
        return None
    match = _DATELINE.match(text, first.span.start, min(first.span.end, first.span.start + _HEAD))
    if match is None:
        return None
    _, found = expressions_in(text, Span(*match.span("day")))
    for expression in found:
        if isinstance(expression.reading, Named) and expression.reading.day is not None:
            return expression.span, expression.reading
    return None


def dateline_span(article: Article) -> Span | None:
    """The words of the dateline for its day."""
    line = _dateline(article)
    return None if line is None else line[0]


def _completed(named: Named, published: date | None) -> date | None:
    """The dateline's day; a year that it does not tell is the one of the publication, just after it."""
    if named.part is None or named.day is None:
        return None
    try:
        if named.year is not None:
            return date(named.year, named.part, named.day)
        if published is None:
            return None
        for year in (published.year, published.year - 1):
            day = date(year, named.part, named.day)
            if timedelta(days=-1) <= published - day <= timedelta(days=_NEAR):
                return day
    except ValueError:
        return None
    return None


def _stated(article: Article, day: date) -> Span | None:
    """Where the head of the page has the date."""
    for block in article.of_kind(BlockKind.DATELINE, BlockKind.BYLINE):
        _, found = expressions_in(article.text, block.span)
        for expression in found:
            named = expression.reading
            if isinstance(named, Named) and (named.part, named.day) == (day.month, day.day):
                return expression.span
    line = _dateline(article)
    return line[0] if line is not None and (line[1].part, line[1].day) == (day.month, day.day) else None
