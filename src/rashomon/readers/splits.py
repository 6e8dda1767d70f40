"""Lines that are several things at once, as a table of shapes.

Each `Split` is a pattern over a whole line whose named groups are block kinds.  A line that matches becomes
a block for each group; what lies between groups goes with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import BlockKind, Span

__all__ = ["SPLITS", "Piece", "pieces"]

_LONGEST = 1000  # characters; captions are shorter, and the lazy patterns below want a bound
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\.?"
_WHEN = rf"(?:,?\s+(?:{_DAY}|{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?)"
_CAPS = r"[A-Z][A-Z.'’]+"
_PLACE = r"(?:,\s(?:[A-Z][\w.'’]+)(?:\s[A-Z][\w.'’]+){0,2})"
_DASH = r"\s*(?:—|–|--|\s-)\s*"
_AGENCY = r"(?:\s*(?!\([A-Z]-)[(/][^()/]{2,40}[)/])"
_PERSON = r"[A-Z][\w.’'-]*(?:\s(?:[A-Z(][\w.’')-]*|de|van|von|and|al)){0,6}"
_OUTLET = r"[A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,4}"
_AFTER = r"(?:(?:[,;]|\svia)\s[A-Za-z .]{2,40})?"
_SIGNED = (
    rf"(?:{_PERSON}(?:/{_OUTLET}){{1,3}}{_AFTER}|(?:REUTERS|AP|AFP|EPA)(?:/[A-Z].{{1,80}})?"
    rf"|{_PERSON}(?:/{_OUTLET})?\svia\s{_OUTLET}|(?:{_PERSON}\s)?Courtesy of\s{_OUTLET})"
)
_LABEL = (
    r"(?:(?:Photo|Picture|Image|Video)?\s?(?:[Cc]redits?|CREDITS?|Courtesy)|Photo(?:s|graph|graphs|graphy)?"
    r"|PHOTO|Pictures?|Image|[Ff]ile picture)"
)
_SITES = r"(?:Facebook|Twitter|Pinterest|WhatsApp|Email|LinkedIn|Share|Print)"


@dataclass(frozen=True, slots=True)
class Split:
    """A named shape of a line that holds several blocks.

    `marks` are words of which one stands in every line of this shape, `ends`
    how such a line ends; they spare most lines the search for where a caption
    gives way to a credit.
    """

    rule: str
    pattern: re.Pattern[str]
    marks: tuple[str, ...] = ()
    ends: tuple[str, ...] = ("",)

    def match(self, words: str) -> re.Match[str] | None:
        """The match of the whole line, which has no blanks at its ends."""
        if not words.endswith(self.ends) or (self.marks and not any(mark in words for mark in self.marks)):
            return None
        return self.pattern.match(words)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: its kind (None: still to be told), its span, the rule."""

    kind: BlockKind | None
    span: Span
    rule: str


def _s(rule: str, pattern: str, marks: tuple[str, ...] = (), ends: tuple[str, ...] = ("",)) -> Split:
    return Split(rule, re.compile(pattern + r"\s*\Z", re.DOTALL), marks, ends)


_CLOSED = (")", "]", ").", "].")
_NAMING = ("hoto", "HOTO", "icture", "mage", "redit", "REDIT", "ourtesy")  # in every label
_SIGNING = ("/", "|", "REUTERS", "AP", "AFP", "EPA", "via", "Courtesy")  # in every signature


SPLITS: tuple[Split, ...] = (
    _s(
        "toggle_caption",
        r"(?P<furniture>(?:Enlarge this image|Hide caption"
        r"|toggle caption)(?:\s+toggle caption)?)\s+(?P<credit>.+)",
    ),
    _s(
        "image_copyright",
        r"(?P<credit>Image (?:copyright"
        r"|source)[:,]?\s.{1,80}?)\s+(?P<caption>(?:Image )?[Cc]aption[:,]?\s.+)",
    ),
    _s("image_copyright", r"(?P<credit>Image (?:copyright|source)[:,]?\s.{1,80})"),
    _s(
        "shared_caption",
        rf"(?P<furniture>{_SITES}(?:\s+{_SITES})+)\s+(?P<caption>.+?)\s(?P<credit>{_LABEL}:\s?.{{2,100}})",
    ),
    _s("credit_label", rf"(?P<credit>[(\[]?{_LABEL}(?::|\s?/|\s(?:by|courtesy of)\b)\s*.{{2,140}})"),
    _s(
        "video_caption",
        r"(?P<furniture>CLOSE|Media playback is (?:un|not )supported on (?:your"
        r"|this) device)\s+(?P<caption>\S.{10,600})",
    ),
    _s(
        "caption_parens",
        rf"(?P<caption>.{{12,800}}?)\s*(?P<credit>[(\[](?:AP Photo|{_LABEL}|File"
        rf"|Handout)\b[^()\[\]]{{0,120}}[)\]]\.?)",
        ends=_CLOSED,
    ),
    _s(
        "caption_parens",
        rf"(?P<caption>.{{12,800}}?)\s*(?P<credit>(?:\("
        rf"|\[(?=\w+ [A-Z])){_PERSON}/{_OUTLET}(?:[,/][^()\[\]]{{2,40}}"
        rf"|\s(?:photo|file"
        rf"|pool|handout))?[)\]]\.?)",
        ends=_CLOSED,
    ),
    _s(
        "caption_parens",
        r"(?P<caption>.{12,800}?[.!?”\"’'\w])\s*(?P<credit>[(\[](?:[A-Z][\w.&’'-]*\s){0,3}"
        r"(?:(?:[Pp]hotos?|[Aa]rchives?|[Ii]mages?|[Ff]ile|[Hh]andout|[Pp]ool)(?:(?:\s?[/:]\s?|\s(?:by"
        r"|via|credit:?)\s)"
        r"[^()\[\]]{0,60})?|News(?::\s|/)[^()\[\]]{2,60})[)\]]\.?)",
        ends=_CLOSED,
    ),
    _s(
        "credit_label",
        r"(?P<credit>[(\[](?:[Pp]hoto|[Ii]mage|[Pp]icture) (?:credits?|by)\b:?\s[^()\[\]]{2,80}[)\]])",
    ),
    _s(
        "caption_credit",
        rf"(?P<caption>.{{5,800}}?[.!?”\"’'|)\d\w])\s*(?:\s|[|\[—–-])\s*"
        rf"(?P<credit>{_LABEL}(?::|\s?/|(?<=[Pp]hoto)\sby\b|(?<=[Pp]hotograph)\sby\b)\s*(?:[A-Z©]"
        rf"|i[A-Z]).{{1,120}})",
        marks=_NAMING,
    ),
    _s(
        "caption_signed",
        rf"(?P<caption>.{{12,800}}?[.!?”\"|])\s+(?:\|\s*)?(?P<credit>(?:{_SIGNED}"
        rf"|{_PERSON}(?:\s\|\s{_OUTLET}){{1,3}})\.?)",
        marks=_SIGNING,
    ),
    _s(
        "caption_copyright",
        rf"(?P<caption>.{{12,400}}?)\s(?P<credit>©\s?(?:Provided by )?{_OUTLET}(?:/{_OUTLET})?)",
        marks=("©",),
    ),
    _s(
        "credit_capitals",
        r"(?P<credit>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){1,2}\sFOR\s(?:THE\s)?(?:[A-Z][A-Z&’'-]+\s){0,4}"
        r"(?:NEWS|TIMES|POST|HERALD|OBSERVER|TELEGRAPH|GAZETTE|JOURNAL|MAIL|STAR|REVIEW|TRIBUNE|CHRONICLE|QUARTERLY|WEEKLY|MAGAZINE|STANDARD|RADIO))",
    ),
    _s("credit_signed", rf"(?P<credit>{_PERSON}\s/\s{_OUTLET}|© (?:Provided by )?[A-Z][^.]{{1,60}})"),
    _s("credit_signed", rf"(?P<credit>\(?{_SIGNED}\)?)"),
    _s("file_photo", r"(?P<caption>(?:Image|Photo|Video) caption[:,]?\s.{5,700})"),
    _s(
        "file_photo",
        r"(?P<caption>(?:FILE PHOTO|FILE|File photo|File|PHOTO|CAPTION|Caption)\s?(?::|-|–|—)\s?.{10,700})",
    ),
)

_NO_PLACE = (
    r"(?!(?:BREAKING|DEVELOPING|EXCLUSIVE|UPDATED?|WATCH|READ|MORE|OPINION|ANALYSIS|LIVE|LISTEN|VIDEO|PHOTOS"
    r"|Rep|Sen|Gov|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Sgt|ANSWER|QUESTION|NOTE|EDITOR|RELATED|BY|Q|A)\b)"
)
DATELINES: tuple[Split, ...] = (
    Split(
        "dateline_capitals",
        re.compile(
            rf"(?P<dateline>{_NO_PLACE}{_CAPS}(?:[ -]{_CAPS}){{0,3}}{_PLACE}?{_WHEN}?{_AGENCY}?{_DASH})"
            r"(?P<rest>(?=[A-Z0-9\"'“‘«„])\S.*)\Z",
            re.DOTALL,
        ),
    ),
    Split(
        "dateline_agency",
        re.compile(
            rf"(?P<dateline>{_NO_PLACE}[A-Z][\w.'’-]+"
            rf"(?:[ ][A-Z][\w.'’-]+){{0,3}}{_PLACE}?{_WHEN}?{_AGENCY}{_WHEN}?{_DASH})"
            r"(?P<rest>\S.*)\Z",
            re.DOTALL,
        ),
    ),
    Split(
        "dateline_dated",
        re.compile(
            rf"(?P<dateline>{_NO_PLACE}{_CAPS}(?:[ -]{_CAPS}){{0,3}}{_PLACE}?{_WHEN}{_AGENCY}?\s*(?::"
            rf"|{_DASH})\s*)"
            r"(?P<rest>\S.*)\Z",
            re.DOTALL,
        ),
    ),
)
_SHAPES = (*SPLITS, *DATELINES)


def pieces(text: str, span: Span) -> Iterator[Piece]:
    """The parts of the line at `span`, in order; one part of kind None if no shape fits."""
    words = span.of(text)
    for shape in _SHAPES if len(words) <= _LONGEST else DATELINES:
        match = shape.match(words)
        if match:
            yield from _cut(match, span, text, shape.rule)
            return
    yield Piece(None, span, "")


def _cut(match: re.Match[str], span: Span, text: str, rule: str) -> Iterator[Piece]:
    """The groups as pieces; each runs up to the start of the next."""
    groups = sorted((match.start(g), g) for g, found in match.groupdict().items() if found)
    starts = [0, *(start for start, _ in groups[1:]), len(span)]
    for at, (_, group) in enumerate(groups):
        part = Span(span.start + starts[at], span.start + starts[at + 1]).trim(text)
        if part:
            kind = _kind(group, part.of(text))
            yield Piece(kind, part, rule if kind else "")


def _kind(group: str, words: str) -> BlockKind | None:
    """The kind a group is named after; a caption that opens with speech is a paragraph run into a credit."""
    if group == "rest" or (group == "caption" and words[0] in '“"«'):
        return None if group == "rest" else BlockKind.PARAGRAPH
    return BlockKind(group)
