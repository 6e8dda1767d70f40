"""From planted cases to reports: articles with statements marked in them, as attribution would give them.

Every witness stands in an article of its own outlet, framed by one of a few
cues; some frames turn the last full stop into a comma, some use straight marks,
some put the cue into the quotation at a comma.  Where each letter of the
quotation went is kept, so that a planted place can be found in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from evaluation.planted_gold import Case, Scene, Version

from rashomon.model import (
    Article,
    Evidence,
    Mention,
    Mode,
    Occasion,
    Source,
    SourceKind,
    Span,
    Statement,
    Tongue,
)

__all__ = ["Placed", "placed_case", "placed_scene"]

SURE = Evidence(score=1.0, reason="given")
FRAMES = (
    "{name} _said_: “{words}”",
    "“{words},” {last} _said_.",
    '{name} _told_ reporters: "{words}"',
    "“{words},” _said_ {name}.",
    "{last} _said_: “{words}”",
    '"{words}," {name} _said_.',
)
"""How a witness may be framed; a comma before the closing mark is in the full stop's stead."""
TONGUES = (
    "{name} _said_ <tongue:{tongue}>: “{words}”",
    "Speaking <tongue:{tongue}>, {last} _said_: “{words}”",
)
CUTS = ("” {last} _said_, “", "” _said_ {name}, “")
OUTLETS = ("Gannet", "Plumb", "Tidewater", "Ledger", "Beacon", "Upland", "Sentry")
_MARKUP = re.compile(r"_(\w[\w ]*)_|<(\w+):([^<>]+)>|\{([^{}]+)\}")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One statement in its article.

    `words` is the quotation; `pieces` say where stretches of it went: offset in it, span of the article.
    """

    article: Article
    statement: Statement
    words: str = ""
    pieces: tuple[tuple[int, Span], ...] = ()

    def where(self, place: Span) -> tuple[Span, ...]:
        """The spans of the article that hold this place of the quotation, up to the next blanks.

        Marks that stick to a word, and the word that marks were left with, are of one place.
        """
        out = []
        start = self.words.rfind(" ", 0, place.start) + 1
        end = self.words.find(" ", place.end)
        place = Span(start, end if end >= 0 else len(self.words))
        for offset, span in self.pieces:
            own = Span(offset, offset + len(span)).intersection(place)
            if own:
                out.append(own.shift(span.start - offset))
        return tuple(out)


def placed_case(case: Case) -> tuple[Placed, ...]:
    """The original and its versions, each in an article of its own."""
    versions = (Version(text=case.original, edits=()), *case.versions)
    return tuple(_framed(case, number, version) for number, version in enumerate(versions))


def placed_scene(scene: Scene) -> tuple[tuple[Placed, ...], ...]:
    """The statements of each report of the scene."""
    return tuple(
        tuple(_report(f"{scene.id}/{number}", scene.speaker, marked, date))
        for number, (date, marked) in enumerate(scene.reports)
    )


def _framed(case: Case, number: int, version: Version) -> Placed:
    pick = crc32(f"{case.id}/{number}".encode())
    names = {"name": case.speaker, "last": case.speaker.split()[-1]}
    frame = FRAMES[pick % len(FRAMES)]
    if version.tongue:
        frame = TONGUES[pick % len(TONGUES)]
        names["tongue"] = "through an interpreter" if version.tongue == "-" else f"in {version.tongue}"
    words, cut = version.text, _cut(version)
    if cut and pick % 4 == 0:
        words = words[:cut] + CUTS[pick // 4 % len(CUTS)].format(**names) + words[cut + 1 :]
        frame = FRAMES[0]
    else:
        cut = 0
    if "{words}," in frame:  # only a full stop gives way to the comma
        frame = frame if words.endswith(".") else frame.replace("{words},", "{words}")
        words = words.removesuffix(".")
    (placed,) = _report(f"{case.id}/{number}", case.speaker, frame.format(words=words, **names), "")
    inner = [Span(span.start + 1, span.end - 1) for span in placed.statement.content]
    offsets = (0, cut + 1)
    return Placed(
        article=placed.article,
        statement=placed.statement,
        words=version.text,
        pieces=tuple(zip(offsets, inner, strict=False)),
    )


def _cut(version: Version) -> int:
    """Where a cue may stand: after a comma that no edit touches, with words enough on both sides."""
    for match in re.finditer(r", ", version.text):
        at = match.start() + 1
        clear = all(not edit.to.start - 2 <= at <= edit.to.end + 2 for edit in version.edits)
        if clear and min(len(version.text[:at].split()), len(version.text[at:].split())) > 3:
            return at
    return 0


def _report(name: str, speaker: str, marked: str, published: str) -> Iterator[Placed]:
    outlet = OUTLETS[crc32(name.encode()) % len(OUTLETS)]
    text = f"The {outlet} reports, item {name}.\n\n"
    parts = []
    for segment in marked.split("||"):
        parts.append(_plain(segment.strip(), len(text)))
        text += parts[-1].text + "\n\n"
    article = Article(input=f"{name}.txt", text=text, published=published or None)
    source = Source(kind=SourceKind.PERSON, name=speaker)
    for part in parts:
        if not part.content:  # a paragraph in which nobody speaks
            continue
        named = (Span(*m.span()) for m in re.finditer(re.escape(speaker.split()[-1]), text))
        mention = next((one for one in named if not any(one.overlaps(c) for c in part.content)), None)
        statement = Statement(
            article=article.id,
            mode=Mode.DIRECT if part.quoted else Mode.INDIRECT,
            content=part.content,
            cue=part.cue[:1],
            source=Mention(source=source, span=mention, evidence=SURE),
            occasion=part.occasion,
            tongue=part.tongue,
            evidence=SURE,
        )
        yield Placed(article=article, statement=statement)


@dataclass(slots=True)
class _Part:
    """A paragraph without its signs, and what they marked, as spans of the article."""

    text: str = ""
    cue: tuple[Span, ...] = ()
    told: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    occasion: Occasion | None = None
    tongue: Tongue | None = None

    @property
    def content(self) -> tuple[Span, ...]:
        return self.quoted or self.told


def _plain(segment: str, at: int) -> _Part:
    """The paragraph as it will stand at `at`."""
    part, done = _Part(), 0
    for match in _MARKUP.finditer(segment):
        part.text += segment[done : match.start()]
        words = match[1] or match[3] or match[4]
        span = Span(at + len(part.text), at + len(part.text) + len(words))
        part.text, done = part.text + words, match.end()
        if match[1]:
            part.cue = (*part.cue, span)
        elif match[4]:
            part.told = (*part.told, span)
        elif match[2] == "tongue":
            part.tongue = Tongue(words.split()[-1] if words.startswith("in ") else None, span)
        else:
            part.occasion = Occasion(kind=match[2], span=span)
    part.text += segment[done:]
    part.quoted = tuple(Span(*m.span()).shift(at) for m in _QUOTED.finditer(part.text))
    return part
