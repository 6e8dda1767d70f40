"""What is compared: one wording with everything that the other rooms told of it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Article, Moment, Span, Statement, Wording

__all__ = ["Unit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A checkable unit: a sentence or clause of a report.

    Attributes:
        wording: its place; `spans` are the unit's words.
        article: the report it stands in.
        statement: whose content it is part of, None for the report's own words.
        sentence: the whole sentence it stands in, with cue and source.
        around: the sentence with its neighbours in the paragraph; None where nobody looked.
        moments: the times that its words tell of.
        utterance: id of the act of speech that the statement reports, None for own words.
    """

    wording: Wording
    article: Article
    sentence: Span
    statement: Statement | None = None
    moments: tuple[Moment, ...] = ()
    utterance: str | None = None
    around: Span | None = None

    def __hash__(self) -> int:
        """Of the place alone: readers keep what they read of a unit, and an article is long."""
        return hash(self.wording)

    @property
    def words(self) -> str:
        """The words of the unit; a blank stands between two spans."""
        return " ".join(span.of(self.article.text) for span in self.wording.spans)
