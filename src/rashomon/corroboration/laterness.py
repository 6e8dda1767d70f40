"""Which of two reports was published later, where both say when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rashomon.model import Article

__all__ = ["later_report"]

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
