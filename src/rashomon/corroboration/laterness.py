"""Which of two reports was published later, where both say when; and whether words tell what is new."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from rashomon.corroboration.units import Unit
from rashomon.model import Article

__all__ = ["later_report", "tells_new_date", "tells_new_figure"]

_LEAST = timedelta(hours=1)
_DATE = 10


def later_report(first: Article, second: Article) -> Article | None:
    """The later of the two; None where a time is not stated, or nothing lies between them.

    Times lie an hour apart at least; where one of them has only a day, days decide.
    """
    one, other = _read(first.published), _read(second.published)
    if one is None or other is None:
        return None
    if one[1] and other[1]:
        apart = other[0] - one[0]
        return None if abs(apart) < _LEAST else (second if apart > timedelta(0) else first)
    days = (other[0].date() - one[0].date()).days
    return None if not days else (second if days > 0 else first)


def _read(published: str | None) -> tuple[datetime, bool] | None:
    """The time in UTC, and whether it is finer than a day."""
    try:
        read = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    fine = len(published or "") > _DATE
    return (read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)), fine


_NEW_FIGURE = re.compile(
    r"\b(?:(?:by )?now|meanwhile|so far|as of|overnight|risen|rose|climbed|grown|gone up|fallen to|fell to"
    r"|dropped to|shrunk|stands? at|brings|bringing|brought to|toll|(?:number|figure|total|list) (?:of|for)"
    r"|(?:has|have) raised|raised (?:the|its|their)|revised|since then|than (?:was )?first|thinned)\b",
    re.IGNORECASE,
)
_NEW_DATE = re.compile(
    r"\b(?:put (?:back|off|forward)|postponed|moved (?:to|back|forward)|shifted|delayed|brought forward"
    r"|prolonged|extended|now|meanwhile|not (?:before|until)|at the earliest|no longer|instead|withdrawn"
    r"|rescheduled|adjourned|deferred|a (?:day|week|month|year) (?:early|late|later|after)|resumed)\b",
    re.IGNORECASE,
)


def tells_new_figure(unit: Unit) -> bool:
    """Whether its sentence has words with which a later report tells what a count has come to.

    They are those that stood beside such numbers, and hardly beside contradictions, in the events of
    ``training/invented``.
    """
    return _NEW_FIGURE.search(unit.sentence.of(unit.article.text)) is not None


def tells_new_date(unit: Unit) -> bool:
    """Whether its sentence has words with which a later report tells that something was moved."""
    return _NEW_DATE.search(unit.sentence.of(unit.article.text)) is not None
