"""Recognise kinds of bytes by how they begin, never by a name.

`UNREAD` lists what is recognised so that it can be named in one clear line,
though nothing here reads it.  What is left is text unless its bytes say that
it cannot be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.model import Policy

__all__ = [
    "HEAD_BYTES",
    "UNREAD",
    "Unread",
    "looks_like_html",
    "looks_like_jsonl",
    "seems_binary",
    "unread_kind",
    "utf_width",
]

HEAD_BYTES = 65_536

_PASTE = "save its text as plain text or HTML and give that"


@dataclass(frozen=True, slots=True)
class Unread:
    """A kind that is known by name only: what it is, how it begins, what to do instead."""

    name: str
    pattern: re.Pattern[bytes]
    advice: str = _PASTE


def _u(name: str, pattern: bytes, advice: str = _PASTE) -> Unread:
    return Unread(name, re.compile(pattern, re.DOTALL), advice)


_XML = (
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"(?:<!DOCTYPE[^>]{0,300}>\s*)?(?:<\?[^>]{0,300}\?>\s*)*"
)
_UNPACK = "unpack it and give what is inside"

UNREAD: tuple[Unread, ...] = (
    _u("a PDF", rb"(?:\xef\xbb\xbf)?\s{0,8}%PDF-"),
    _u(
        "a Word or other Office document",
        rb"PK\x03\x04.{0,4000}?(?:word/|xl/|ppt/|\[Content_Types\]|mimetype)",
    ),
    _u("an old Word or Excel document", rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    _u("a ZIP archive", rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", _UNPACK),
    _u("rich text (RTF)", rb"\{\\rtf"),
    _u("compressed by gzip", rb"\x1f\x8b", _UNPACK),
    _u("compressed by bzip2", rb"BZh[1-9]1AY&SY", _UNPACK),
    _u("compressed by xz", rb"\xfd7zXZ\x00", _UNPACK),
    _u("compressed by Zstandard", rb"\x28\xb5\x2f\xfd", _UNPACK),
    _u("a 7z archive", rb"7z\xbc\xaf\x27\x1c", _UNPACK),
    _u("a RAR archive", rb"Rar!\x1a\x07", _UNPACK),
    _u("a tar archive", rb".{257}ustar", _UNPACK),
    _u(
        "an image",
        rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|RIFF.{4}WEBP|II\*\x00|MM\x00\*|.{4}ftyp(?:avif|heic|mif1)",
    ),
    _u("a sound or video", rb"ID3|OggS|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\x1aE\xdf\xa3|fLaC"),
    _u("a SQLite database", rb"SQLite format 3\x00"),
    _u("a program", rb"\x7fELF|MZ.{58}|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe"),
    _u(
        "an RSS or Atom feed",
        _XML + rb"<(?:rss|feed|rdf:RDF|channel)[\s>]",
        "give the pages that it links to",
    ),
    _u("a web archive (WARC)", rb"WARC/\d", "give the pages that it holds, as HTML"),
    _u(
        "a saved page in MHTML",
        rb"(?:[\w-]+:[^\r\n]{0,300}\r?\n){0,8}?(?:MIME-Version|Content-Type: multipart/related)",
        "save it as HTML instead",
    ),
    _u("NewsML", _XML + rb"<(?:\w+:)?(?:newsItem|newsMessage|packageItem|NewsML|knowledgeItem)[\s>]"),
    _u("NITF", _XML + rb"<(?:\w+:)?nitf[\s>]"),
    _u(
        "an XML document of another kind",
        rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}\?>(?!.{0,3000}<(?i:html)[\s>])",
    ),
    _u(
        "a JSON document over several lines",
        rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*[\[{\"]|\{\s*[\r\n]\s*\")",
        'give JSON Lines: one article a line, each with a "text"',
    ),
)

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,4000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|article|main|section|div|header|span"
    r"|table|h[1-6]|p|a|br|img|ul|ol)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_JSONL = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[ \t]*(?:\"|\})")
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b\x00") + b"\x7f"


def unread_kind(head: bytes) -> Unread | None:
    """The kind by name if it is one that is recognised but not read."""
    return next((kind for kind in UNREAD if kind.pattern.match(head)), None)


def looks_like_html(head: bytes) -> bool:
    """Whether the bytes begin as a page does, in any encoding of the UTF family."""
    return _HTML.match(_as_text(head[:8192])) is not None


def looks_like_jsonl(head: bytes) -> bool:
    """Whether the first line begins as a JSON object and goes on in the same line."""
    return _JSONL.match(head) is not None


def _as_text(head: bytes) -> str:
    encoding = utf_width(head)
    return head.decode(encoding or "latin-1", "replace").lstrip("\ufeff\xef\xbb\xbf")


def utf_width(head: bytes) -> str | None:
    """The UTF-16 or UTF-32 encoding of these bytes, by mark or by where zeros stand; or None."""
    for mark, name in (
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if head.startswith(mark):
            return name
    sample = head[: len(head) // 4 * 4][:4096]
    if len(sample) < 8:
        return None
    zeros = [sample[lane::4].count(0) / (len(sample) // 4) for lane in range(4)]
    wide = "".join("0" if share > 0.6 else "x" for share in zeros)
    return {
        "x000": "utf-32-le",
        "000x": "utf-32-be",
        "x0x0": "utf-16-le",
        "0x0x": "utf-16-be",
    }.get(wide)


def seems_binary(head: bytes, policy: Policy) -> bool:
    """Whether the bytes are no text in any encoding that is known here."""
    if utf_width(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROL))
    zeros = head.count(0)
    return controls > policy.read_control_share * len(head) or zeros * 10 > len(head)
