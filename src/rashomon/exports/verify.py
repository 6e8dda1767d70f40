"""Every span of a dossier held against its text, every id against its content.

Works on raw parsed JSON, so that a file that somebody changed by hand is
reported place by place and never a crash: an item of the wrong shape is one
difference, and the check goes on with the next.  What is checked:

* an article's id is the hash of its text; with inputs at hand, an input of this id exists;
* every span lies inside its text;
* every text that repeats a span (``content_text``, ``source.text``, a reading's ``text`` ...) has its words;
* ids of statements, sources and utterances come out of the content again;
* every id that is referred to exists;
* the words of each witness are in the columns of its apparatus, all of them and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rashomon.errors import MalformedInput
from rashomon.exports.shape import Shape
from rashomon.model import Span, short_id, text_id

__all__ = ["Difference", "Verification", "verification", "verify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where a dossier does not hold.

    Attributes:
        what: ``shape``, ``id``, ``span``, ``text``, ``reference`` or ``input``.
        where: the path of the value in the JSON (``statements[3].content[0]``).
        expected: what should stand there, or what it should be.
        found: what stands there.
    """

    what: str
    where: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The outcome: what differs, and how much was held against the texts."""

    differences: tuple[Difference, ...]
    articles: int
    spans: int


def verify(record: object, texts: Mapping[str, str] | None = None) -> tuple[Difference, ...]:
    """What differs in this parsed JSON of a dossier; empty if it holds.

    Args:
        record: what `json.loads` gave.
        texts: the texts of the inputs read anew, by article id; None to hold
            the dossier against itself only.
    """
    return verification(record, texts).differences


def verification(record: object, texts: Mapping[str, str] | None = None) -> Verification:
    """Like `verify`, and counts what was checked."""
    check = _Check(texts=texts)
    root = Shape(record, "")
    for key, one in (
        ("articles", check.article),
        ("statements", check.statement),
        ("sources", check.source),
        ("utterances", check.utterance),
    ):
        check.each(root, key, one)
    if isinstance(record, Mapping) and (audit := root.get("audit")) is not None:
        check.each(audit, "unnamed_sources", check.unnamed)
    check.references()
    return Verification(
        differences=tuple(check.differences), articles=len(check.articles), spans=check.spans_checked
    )


@dataclass(slots=True)
class _Check:
    texts: Mapping[str, str] | None
    differences: list[Difference] = field(default_factory=list)
    articles: dict[str, str] = field(default_factory=dict)
    statements: dict[str, str] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    referred: list[tuple[Shape, str]] = field(default_factory=list)
    spans_checked: int = 0

    def differ(self, what: str, at: Shape, expected: object, found: object) -> None:
        self.differences.append(
            Difference(what=what, where=at.path or "dossier", expected=_shown(expected), found=_shown(found))
        )

    def same(self, what: str, at: Shape, expected: object) -> None:
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

    # --- one item each

    def article(self, at: Shape) -> None:
        text = at.key("text").text()
        stated = at.key("id").text()
        self.articles[stated] = text
        self.same("id", at.key("id"), text_id(text))
        if self.texts is not None and stated not in self.texts:
            self.differ("input", at.key("id"), "an input with this text", "none among the inputs")
        for block in at.key("blocks").items():
            bounds = [block.key("start").value, block.key("end").value]
            self.span(Shape(bounds, "", block.path), text)

    def statement(self, at: Shape) -> None:
        article, mode = at.key("article").text(), at.key("mode").text()
        text = self.text_of(at.key("article"), article)
        if text is None:
            return
        content = self.spans(at.key("content"), text)
        cue = self.spans(at.key("cue"), text)
        self.statements[at.key("id").text()] = article
        parts = [article, mode, [tuple(s) for s in content], [tuple(s) for s in cue]]
        self.same("id", at.key("id"), short_id("st", parts))
        self.words(at, "content_text", [span.of(text) for span in content])
        self.words(at, "cue_text", [span.of(text) for span in cue])
        self.mention(at.key("source"), text)
        self.attached(at, text)

    def mention(self, at: Shape, text: str) -> None:
        if at.null or at.key("kind").null:
            return
        span = None if at.key("span").null else self.span(at.key("span"), text)
        self.words(at, "text", span.of(text) if span is not None else None)
        self.source_id(at)
        self.evidence(at, text)

    def attached(self, at: Shape, text: str) -> None:
        """Occasion, chain, parent and evidence of a statement."""
        occasion, parent = at.key("occasion"), at.key("parent")
        if not occasion.null:
            span = self.span(occasion.key("span"), text)
            self.words(occasion, "text", span.of(text))
        for relay in at.key("chain").items():
            self.span(relay.key("span"), text)
        if not parent.null:
            self.referred.append((parent, parent.text()))
        self.evidence(at, text)

    def evidence(self, at: Shape, text: str) -> None:
        evidence = at.key("evidence")
        if (spans := evidence.get("spans")) is not None:
            self.spans(spans, text)
        if (repairs := evidence.get("repairs")) is not None:
            for repair in repairs.items():
                self.span(repair.key("span"), text)

    def source(self, at: Shape) -> None:
        self.sources.add(at.key("id").text())
        self.source_id(at)

    def source_id(self, at: Shape) -> None:
        name, scope = at.key("name").text_or_none(), at.get("scope")
        descriptor = None if name else at.key("descriptor").text_or_none()
        parts = [at.key("kind").text(), name, descriptor, scope.text() if scope else ""]
        self.same("id", at.key("id"), short_id("src", parts))

    def utterance(self, at: Shape) -> None:
        source = at.key("source")
        if not source.null and source.text() not in self.sources:
            self.differ("reference", source, "the id of a source", source.value)
        self.referred.extend((item, item.text()) for item in at.key("statements").items())
        apparatus = at.key("apparatus")
        self.referred.append((apparatus.key("base"), apparatus.key("base").text()))
        segments = self.segments(apparatus)
        parts = sorted((self.statements[id_], [tuple(s) for s in spans]) for id_, spans in segments.items())
        self.same("id", at.key("id"), short_id("ut", parts))
        for variant in apparatus.key("variants").items():
            for reading in variant.key("readings").items():
                self.reading(reading, segments)
        self.columns(apparatus, segments)

    def unnamed(self, at: Shape) -> None:
        """An entry of the audit: its words stand where it says."""
        text = self.text_of(at.key("article"), at.key("article").text())
        self.referred.extend((item, item.text()) for item in at.key("statements").items())
        if text is None:
            return
        span, reason = self.span(at.key("span"), text), at.key("reason_for_anonymity")
        self.same("text", at.key("descriptor"), " ".join(span.of(text).split()))
        if not reason.null:
            self.span(reason.key("span"), text)

    def segments(self, apparatus: Shape) -> dict[str, tuple[Span, ...]]:
        """The spans of each witness; a witness that is no statement is a difference and left out."""
        found: dict[str, tuple[Span, ...]] = {}
        for witness in apparatus.key("witnesses").items():
            article = self.statements.get(witness.text())
            if article is None:
                self.differ("reference", witness, "the id of a statement", witness.value)
                continue
            spans = apparatus.key("segments").key(witness.text())
            found[witness.text()] = self.spans(spans, self.articles[article])
        return found

    def columns(self, apparatus: Shape, segments: Mapping[str, tuple[Span, ...]]) -> None:
        """The columns, read along one witness, hold its words."""
        said: dict[str, list[str]] = {witness: [] for witness in segments}
        for column in apparatus.key("columns").items():
            for reading in column.key("readings").items():
                for witness, words in self.reading(reading, segments).items():
                    said[witness].append(words)
        for witness, spans in segments.items():
            text = self.articles[self.statements[witness]]
            expected, found = "".join(_letters(s.of(text)) for s in spans), "".join(said[witness])
            if expected != found:
                self.differ("text", apparatus.key("columns"), f"all words of {witness}", "others")

    def reading(self, at: Shape, segments: Mapping[str, tuple[Span, ...]]) -> dict[str, str]:
        """Hold a reading's text against its spans; the letters each witness has there."""
        witnesses = at.key("witnesses").texts()
        letters: dict[str, str] = {w: "" for w in witnesses if w in segments}
        pieces: list[str] = []
        for place in at.key("spans").items():
            article, span, text = self.located(place)
            pieces.append(span.of(text))
            owner = self.owner(article, span, letters, segments)
            if owner is None:
                self.differ("span", place, "a span inside one of the reading's witnesses", place.value)
            else:
                letters[owner] += _letters(span.of(text))
        stated = at.key("text").text()
        if not _begins(pieces, stated):
            self.differ("text", at.key("text"), " ".join(pieces), stated)
        for witness, words in letters.items():
            if words != _letters(stated):
                self.differ("text", at, f"{witness} with the reading's words", "others")
        return letters

    def owner(
        self,
        article: str,
        span: Span,
        among: Mapping[str, str],
        segments: Mapping[str, tuple[Span, ...]],
    ) -> str | None:
        """The witness that this span of a reading belongs to."""
        return next(
            (
                w
                for w in among
                if self.statements[w] == article and any(s.contains(span) for s in segments[w])
            ),
            None,
        )

    # --- spans and words

    def located(self, at: Shape) -> tuple[str, Span, str]:
        parts = list(at.items())
        if len(parts) != 3:
            raise at.fault("is not [article, start, end]")
        text = self.text_of(parts[0], parts[0].text())
        if text is None:
            raise at.fault("lies in no article of this dossier")
        span = self.span(Shape([parts[1].value, parts[2].value], "", at.path), text)
        return parts[0].text(), span, text

    def text_of(self, at: Shape, article: str) -> str | None:
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
        return tuple(self.span(item, text) for item in at.items())

    def words(self, at: Shape, key: str, expected: object) -> None:
        """Words that a record repeats; a file without them (of another maker) is no difference."""
        if (stated := at.get(key)) is not None:
            self.same("text", stated, expected)


def _begins(pieces: list[str], stated: str) -> bool:
    """Whether the text is, blanks apart, the words of the first span or of the first few."""
    target = "".join(stated.split())
    so_far = ""
    for piece in pieces:
        so_far += "".join(piece.split())
        if so_far == target:
            return True
    return not target and not pieces


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


_SHOWN = 120
"""Code points of a value shown in a difference."""


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
