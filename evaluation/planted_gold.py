"""Planted edits and scenes, as they are written in ``evaluation/invented/quotations``.

``edits.txt`` holds quotations; its lines begin with a sign:

- ``@ Mara Quill``: the speaker of what follows;
- ``* The words``: a quotation, the original;
- ``- kind: before => after ;; kind/severity/reason: ...``: another report of it, with these edits;
- ``+ ...``: the same, but all ``+`` lines of a quotation are witnesses of one case;
- ``~ Arabic: ...``: another report, which says that the words were spoken in that language
  (``~ -:`` that they came through an interpreter);
- ``#``: a remark.

`before` must stand in the original once, at word boundaries; an edit may carry
words around it for that.  Where a severity or a reason is left out, the class
decides it or it is not asked for.

``scenes.txt``, ``apart.txt`` and ``together.txt`` hold reports in full: ``= kind Mara Quill``,
then ``A 2024-03-04: ...`` (the date of publication may be left out), ``B: ...``.  In a report
``||`` divides statements, ``“...”`` are quoted words, ``{...}`` words retold, ``_said_`` a cue,
``<interview:in an interview>`` an occasion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.model import Severity, Span, VariantKind

__all__ = [
    "HALVES",
    "OPEN",
    "QUOTATIONS",
    "Case",
    "Planted",
    "Scene",
    "Version",
    "cases_of",
    "plant",
    "quotations_of",
    "scenes_of",
]

QUOTATIONS = Path(__file__).parent / "invented" / "quotations"
HALVES = ("tune", "held", "blind")
"""The parts; `held` has no material, so only what is written by hand is planted there."""
OPEN = ("tune", "held")
"""Those whose lapses may be looked at."""

_FIXED = {
    VariantKind.PUNCTUATION: Severity.TRIVIAL,
    VariantKind.ORTHOGRAPHY: Severity.TRIVIAL,
    VariantKind.CONTRACTION: Severity.TRIVIAL,
    VariantKind.BRACKET: Severity.MINOR,
    VariantKind.CLEANUP: Severity.MINOR,
    VariantKind.TENSE: Severity.MINOR,
    VariantKind.PRONOUN: Severity.MINOR,
    VariantKind.NEGATION: Severity.MAJOR,
    VariantKind.NUMBER: Severity.MAJOR,
    VariantKind.DATE: Severity.MAJOR,
    VariantKind.REORDERING: Severity.MINOR,
    VariantKind.SPLICE: Severity.MAJOR,
    VariantKind.SPLIT: Severity.MINOR,
    VariantKind.QUOTE_VS_PARAPHRASE: Severity.MINOR,
    VariantKind.TRANSLATION: Severity.MINOR,
}
"""The severity of the classes that have only one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One edit: what stands at `at` in the original stands otherwise at `to` in the version.

    Both places may hold unchanged words around the change.  `severity` is None
    and `reason` empty where they are not asked for.
    """

    kind: VariantKind
    severity: Severity | None
    reason: str
    at: Span
    to: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The words of one more witness; `tongue` is the language it names, ``-`` for an interpreter."""

    text: str
    edits: tuple[Planted, ...]
    tongue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A quotation and other reports of it; cases of one `act` share the original."""

    id: str
    act: str
    speaker: str
    original: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Reports written in full (date of publication or empty, marked text)."""

    id: str
    kind: str
    speaker: str
    reports: tuple[tuple[str, str], ...]


def plant(original: str, changes: Sequence[tuple[str, Span, str]], tongue: str = "") -> Version:
    """The original with these changes (label, place, words in its stead), which must not touch.

    >>> version = plant("We will go.", [("tense", Span(3, 7), "would")])
    >>> version.text, version.edits[0].to
    ('We would go.', Span(start=3, end=8))

    Raises:
        ValueError: if places overlap or a label is unknown.
    """
    out, edits, done = "", [], 0
    for label, at, words in sorted(changes, key=lambda change: change[1]):
        if at.start < done:
            raise ValueError(f"edits overlap at {at} in {original!r}")
        out += original[done : at.start]
        kind, severity, reason = _label(label)
        to = Span(len(out), len(out) + len(words))
        edits.append(Planted(kind=kind, severity=severity, reason=reason, at=at, to=to))
        out, done = out + words, at.end
    return Version(text=out + original[done:], edits=tuple(edits), tongue=tongue)


def _label(label: str) -> tuple[VariantKind, Severity | None, str]:
    """``kind``, ``kind/severity`` or ``kind/severity/reason``."""
    name, severity, reason = (*label.split("/"), "", "")[:3]
    kind = VariantKind(name)
    return kind, Severity(severity) if severity else _FIXED.get(kind), reason


def cases_of(path: Path) -> tuple[Case, ...]:
    """The cases of an ``edits.txt``, in its order.

    Raises:
        ValueError: if a line cannot be understood; it is named.
    """
    return tuple(_cases(path.stem, _lines(path)))


def _cases(stem: str, lines: Iterator[tuple[int, str]]) -> Iterator[Case]:
    speaker = original = act = ""
    joined: list[Version] = []

    def case(suffix: str, *versions: Version) -> Case:
        return Case(id=f"{act}-{suffix}", act=act, speaker=speaker, original=original, versions=versions)

    for number, line in lines:
        sign, rest = line[0], line[1:].strip()
        if sign in "@*" and joined:
            yield case("all", *joined)
            joined = []
        if sign == "@":
            speaker = rest
        elif sign == "*":
            original, act = rest, f"{stem}:{number}"
        elif sign in "-+~":
            tongue, rest = _tongue(rest) if sign == "~" else ("", rest)
            try:
                version = plant(original, [_change(original, one) for one in rest.split(" ;; ")], tongue)
            except ValueError as error:
                raise ValueError(f"{stem}, line {number}: {error}") from error
            if sign == "+":
                joined.append(version)
            else:
                yield case(str(number), version)
        else:
            raise ValueError(f"{stem}, line {number}: {line!r}")
    if joined:
        yield case("all", *joined)


def quotations_of(path: Path) -> tuple[tuple[str, str, str], ...]:
    """Act, speaker and words of every quotation of an ``edits.txt``."""
    speaker, out = "", []
    for number, line in _lines(path):
        if line[0] == "@":
            speaker = line[1:].strip()
        elif line[0] == "*":
            out.append((f"{path.stem}:{number}", speaker, line[1:].strip()))
    return tuple(out)


def _tongue(rest: str) -> tuple[str, str]:
    tongue, _, edits = rest.partition(": ")
    return tongue, edits


def _change(original: str, written: str) -> tuple[str, Span, str]:
    label, colon, rest = written.partition(": ")
    before, arrow, after = (rest + " ").partition(" =>")
    if not colon or not arrow or not before.strip():
        raise ValueError(f"no edit: {written!r}")
    before = before.strip()
    left, right = r"(?<!\w)" if before[0].isalnum() else "", r"(?!\w)" if before[-1].isalnum() else ""
    found = [m.span() for m in re.finditer(left + re.escape(before) + right, original)]
    if len(found) != 1:
        raise ValueError(f"{before!r} stands {len(found)} times in {original!r}")
    return label.strip(), _with_blank(original, Span(*found[0]), after.strip()), after.strip()


def _with_blank(original: str, at: Span, after: str) -> Span:
    """What is left out wholly takes a blank beside it along."""
    if after:
        return at
    if at.start and original[at.start - 1] == " ":
        return Span(at.start - 1, at.end)
    return Span(at.start, at.end + 1) if original[at.end : at.end + 1] == " " else at


def scenes_of(path: Path) -> tuple[Scene, ...]:
    """The scenes of a file, in its order.

    Raises:
        ValueError: if a line cannot be understood; it is named.
    """
    out: list[Scene] = []
    for number, line in _lines(path):
        if line[0] == "=":
            kind, _, speaker = line[1:].strip().partition(" ")
            out.append(Scene(id=f"{path.stem}:{number}", kind=kind, speaker=speaker.strip(), reports=()))
        elif (match := re.fullmatch(r"[A-Z](?: (\d{4}-\d\d-\d\d))?: (.+)", line)) and out:
            last = out.pop()
            report = (match[1] or "", match[2])
            out.append(
                Scene(id=last.id, kind=last.kind, speaker=last.speaker, reports=(*last.reports, report))
            )
        else:
            raise ValueError(f"{path.stem}, line {number}: {line!r}")
    return tuple(out)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and line[0] != "#":
            yield number, line.strip()
