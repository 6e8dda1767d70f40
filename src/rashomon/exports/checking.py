"""What every check of a dossier rests on: texts by article, differences found, spans and words.

A value of the wrong shape ends the check of its item, not the whole: the next
item is still held against its text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rashomon.errors import MalformedInput
from rashomon.exports.shape import Shape
from rashomon.model import Span

__all__ = ["Check", "Difference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where a dossier does not hold.

    Attributes:
        what: ``shape``, ``id``, ``span``, ``text``, ``reference``, ``count``, ``time`` or ``input``.
        where: the path of the value in the JSON (``statements[3].content[0]``).
        expected: what should stand there, or what it should be.
        found: what stands there.
    """

    what: str
    where: str
    expected: str
    found: str


@dataclass(slots=True)
class Check:
    """What is known so far, and what differed.

    Attributes:
        articles: texts by id.
        statements: the article of each, by id.
        sources: ids.
        referred: ids of statements that must be there, with the places that name them.
        identities: ids of figures that must be there, likewise.
        labels: names and words for sources and carriers that statements give.
        variants: of each utterance, by id: how many readings each has, and who altered.
    """

    texts: Mapping[str, str] | None
    differences: list[Difference] = field(default_factory=list)
    articles: dict[str, str] = field(default_factory=dict)
    statements: dict[str, str] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    referred: list[tuple[Shape, str]] = field(default_factory=list)
    identities: list[tuple[Shape, str]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    variants: dict[str, list[tuple[int, frozenset[str]]]] = field(default_factory=dict)
    spans_checked: int = 0

    def differ(self, what: str, at: Shape, expected: object, found: object) -> None:
        """Keep a difference."""
        self.differences.append(
            Difference(what=what, where=at.path or "dossier", expected=_shown(expected), found=_shown(found))
        )

    def same(self, what: str, at: Shape, expected: object) -> None:
        """Hold a value against what it should be."""
        if at.value != expected:
            self.differ(what, at, expected, at.value)

    def each(self, root: Shape, key: str, one: Callable[[Shape], None]) -> None:
        """Run `one` over a list; a wrong shape ends the item, not the check."""
        try:
            items = list(root.key(key).items())
        except MalformedInput as fault:
            self.differ("shape", root, f"a list {key!r}", fault.problem)
            return
        for item in items:
            try:
                one(item)
            except MalformedInput as fault:
                self.differ("shape", item, "the shape the format asks for", fault.problem)

    def references(self) -> None:
        """Statements that others refer to must be there."""
        for at, id_ in self.referred:
            if id_ not in self.statements:
                self.differ("reference", at, "the id of a statement", id_)

    def located(self, at: Shape) -> tuple[str, Span, str]:
        """A place: its article, the span, and the article's text."""
        parts = list(at.items())
        if len(parts) != 3:
            raise at.fault("is not [article, start, end]")
        text = self.text_of(parts[0], parts[0].text())
        if text is None:
            raise at.fault("lies in no article of this dossier")
        span = self.span(Shape([parts[1].value, parts[2].value], "", at.path), text)
        return parts[0].text(), span, text

    def text_of(self, at: Shape, article: str) -> str | None:
        """The text of an article; None, and a difference, if there is none."""
        if article not in self.articles:
            self.differ("reference", at, "the id of an article", article)
            return None
        return self.articles[article]

    def span(self, at: Shape, text: str) -> Span:
        """A span, held against the bounds of its text."""
        span = at.span()
        self.spans_checked += 1
        if span.end > len(text):
            self.differ("span", at, f"offsets up to {len(text)}", list(span))
        return span

    def spans(self, at: Shape, text: str) -> tuple[Span, ...]:
        """A list of spans of one text."""
        return tuple(self.span(item, text) for item in at.items())

    def words(self, at: Shape, key: str, expected: object) -> None:
        """Words that a record repeats; a file without them (of another maker) is no difference."""
        if (stated := at.get(key)) is not None:
            self.same("text", stated, expected)


_SHOWN = 120
"""Code points of a value shown in a difference."""


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
