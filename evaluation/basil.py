"""BASIL: whether quoted words are found and given to the right person or body.

Of the annotated spans those with ``quote: yes`` whose speaker is a person or a
body count; group labels do not.  *found*: a statement's content covers at least
half of the span.  *right*: the speaker's full name or surname agrees.
*precision*: the share of right ones among those given a name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.analysis import find_statements
from rashomon.language.names import surname
from rashomon.language.tokens import fold
from rashomon.model import Article, Block, BlockKind, Policy, Span, Statement
from rashomon.wiring import tagger_for

__all__ = ["Quoted", "article_of", "corpus", "judged", "measure"]

_GROUPS = ("_lawmakers", "_officials", "_supporters", "_voters")
# Plural common nouns and parties: many people, not a person or a body.
_PLURAL = (
    "democrats",
    "republicans",
    "members",
    "plaintiffs",
    "companies",
    "catholics",
    "tea_party",
    "conservatives",
)
_NOBODY = frozenset({"", "n/a", "na", "none", "unknown", "other"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """One annotated span, and the statement found for it."""

    article: Article
    span: Span
    speaker: str
    statement: Statement | None

    @property
    def name(self) -> str | None:
        """The name found, if any."""
        source = self.statement.source if self.statement else None
        return source.source.name if source else None

    @property
    def right(self) -> bool:
        """Whether full name or surname agree."""
        return self.name is not None and _agree(self.name, self.speaker)


def corpus(data: Path) -> list[Path]:
    """The annotations and their articles."""
    folder = data / "basil"
    return sorted([*folder.glob("annotations/*/*.json"), *folder.glob("articles/*/*.json")])


def _agree(name: str, speaker: str) -> bool:
    wanted = speaker.replace("_", " ")
    one, other = fold(name).removeprefix("the "), fold(wanted).removeprefix("the ")
    return one == other or surname(one) == surname(other)


def _counts(annotation: dict[str, str]) -> bool:
    speaker = fold(annotation.get("speaker") or "")
    group = speaker.startswith("other_") or speaker.endswith(_GROUPS + _PLURAL) or speaker in _NOBODY
    return annotation.get("quote") == "yes" and not group


def judged(data: Path, tagger: str = "auto", policy: Policy | None = None) -> Iterator[Quoted]:
    """Every annotated span that counts, with what was found for it; `tagger` is one of `TAGGERS`."""
    folder = data / "basil"
    for path in sorted(folder.glob("annotations/*/*.json")):
        source = folder / "articles" / path.parent.name / (path.stem.removesuffix("_ann") + ".json")
        article, places = article_of(source)
        [statements] = find_statements([article], policy or Policy(), tagger_for(tagger))
        for annotation in json.loads(path.read_text(encoding="utf-8"))["phrase-level-annotations"]:
            if _counts(annotation):
                span = _place(annotation, places, article.text)
                if span is not None:
                    yield Quoted(article, span, annotation["speaker"], _covering(span, statements))


def article_of(path: Path) -> tuple[Article, list[Span]]:
    """The article, a block a paragraph, and the spans of its headline and sentences (by their numbers)."""
    record = json.loads(path.read_text(encoding="utf-8"))
    text, places, blocks = record["title"], [Span(0, len(record["title"]))], []
    blocks.append(Block(kind=BlockKind.HEADLINE, span=places[0].trim(text)))
    for paragraph in record["body-paragraphs"]:
        text += "\n\n"
        begin = len(text)
        for number, sentence in enumerate(paragraph):
            text += " " if number else ""
            places.append(Span(len(text), len(text) + len(sentence)))
            text += sentence
        if Span(begin, len(text)).trim(text):
            blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(begin, len(text)).trim(text)))
    return Article(input=path.name, text=text, blocks=tuple(b for b in blocks if b.span)), places


def _place(annotation: dict[str, str], places: list[Span], text: str) -> Span | None:
    """Where the annotated words stand: its number names a sentence (``p0``) or the headline (``title``)."""
    words = annotation["txt"]
    label = annotation["id"]
    if label.startswith("p") and label[1:].isdigit() and int(label[1:]) + 1 < len(places):
        sentence = places[int(label[1:]) + 1]
        at = sentence.of(text).find(words)
        if at >= 0:
            return Span(sentence.start + at, sentence.start + at + len(words))
    at = text.find(words)
    return Span(at, at + len(words)) if at >= 0 else None


def _covering(span: Span, statements: tuple[Statement, ...]) -> Statement | None:
    """The statement that covers most of the span, at least half; the outermost of equals."""
    best: tuple[int, Statement | None] = (0, None)
    for statement in statements:
        shared = sum(len(part) for c in statement.content if (part := c.intersection(span)))
        if 2 * shared >= len(span) and shared > best[0]:
            best = (shared, statement)
    return best[1]


def measure(data: Path) -> dict[str, float]:
    """Percent found and right of all spans that count, and precision where a name was given.

    Those of the rules alone begin with ``rules_``.
    """
    return _figures(data, "auto") | {f"rules_{name}": v for name, v in _figures(data, "rules").items()}


def _figures(data: Path, tagger: str) -> dict[str, float]:
    spans = list(judged(data, tagger))
    named = [q for q in spans if q.name is not None]
    right = sum(q.right for q in spans)
    total = max(1, len(spans))
    return {
        "speaker_spans": float(len(spans)),
        "speaker_found": 100 * sum(q.statement is not None for q in spans) / total,
        "speaker_named": 100 * len(named) / total,
        "speaker_right": 100 * right / total,
        "speaker_precision": 100 * right / max(1, len(named)),
    }
