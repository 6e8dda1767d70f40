"""What is compared: one wording with everything that the other rooms told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Article, Moment, Span, Statement, Wording
from rashomon.ports import InContext

__all__ = ["Unit", "in_context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A checkable unit: a sentence or clause of a report.

    Attributes:
        wording: its place; `spans` are the unit's words.
        article: the report it stands in.
        statement: whose content it is part of, None for the report's own words.
        sentence: the whole sentence it stands in, with cue and source.
        around: the sentence with its neighbours in the paragraph; None where nobody looked.
        previous: the sentence before, wherever it stands; None at the top, or where nobody looked.
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
    previous: Span | None = None

    def __hash__(self) -> int:
        """Of the place alone: readers keep what they read of a unit, and an article is long."""
        return hash(self.wording)

    @property
    def words(self) -> str:
        """The words of the unit; a blank stands between two spans."""
        return " ".join(span.of(self.article.text) for span in self.wording.spans)

    @property
    def in_context(self) -> InContext:
        """The words with the sentence before and the rest of their own, as a reader of pairs gets them."""
        return in_context(self.article.text, self.wording.spans, self.sentence, self.previous)


def in_context(text: str, spans: Sequence[Span], sentence: Span, previous: Span | None) -> InContext:
    """The words at `spans` of a text with the sentence before and what else their own sentence has."""
    first, last = spans[0].start, spans[-1].end
    begins, ends = min(sentence.start, first), max(sentence.end, last)
    led = [previous.of(text)] if previous is not None else []
    return InContext(
        words=" ".join(span.of(text) for span in spans),
        before=" ".join([*led, text[begins:first]]).strip(),
        after=text[last:ends].strip(),
    )
