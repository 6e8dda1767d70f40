"""Which of two reports came out later, as far as their pages say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rashomon.model import Article, Policy

__all__ = ["later_of"]

_DAY_ONLY = len("2024-03-05")


def later_of(first: Article, second: Article, policy: Policy) -> str | None:
    """The id of the article that was published later; None where the pages do not tell, or nearly together.

    Where one of them states the day only, days are compared.  A time without a zone is taken as UTC.

    >>> one, two = (Article(input=x, text=x, published=x) for x in ("2024-03-05", "2024-03-06T08:00:00Z"))
    >>> later_of(one, two, Policy()) == later_of(two, one, Policy()) == two.id
    True
    """
    times = [_moment(article.published) for article in (first, second)]
    if times[0] is None or times[1] is None:
        return None
    gap = times[1] - times[0]
    if _DAY_ONLY in (len(first.published or ""), len(second.published or "")):
        gap = timedelta(days=(times[1].date() - times[0].date()).days)
    if abs(gap) < timedelta(hours=policy.update_hours):
        return None
    return second.id if gap > timedelta(0) else first.id


def _moment(published: str | None) -> datetime | None:
    """An ISO 8601 date or time; None where there is none."""
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
