"""Bytes to text, without changing a character that was right.

UTF-8 first, since a text that is not UTF-8 hardly ever decodes as it.  Then,
for English with a few bytes above 127, Windows-1252 (where the curly marks of
pasted text stand), and for the rest charset-normalizer.  Text that was decoded
wrongly once before ("â€œ") is mended by ftfy line by line, with everything
else that ftfy can do switched off: quotation marks keep their shape.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from rashomon.model import Policy
from rashomon.readers.kinds import HEAD_BYTES, utf_width
from rashomon.readers.tongue import english_share

__all__ = ["Decoded", "decode"]

_MOJIBAKE = re.compile(r"[âÂÃÅÄÐÑ][\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|ï»¿")
_LOST_CLOSE = re.compile(r"â€(?=[\s.,;:!?)\]A-Za-z]|$)")
_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "utf_8": "UTF-8"}
_MAC_QUOTES = bytes(range(0xD0, 0xD6))
_HIGH = bytes(range(0x80, 0x100))
_CURLY = bytes((0x91, 0x92, 0x93, 0x94, 0x96, 0x97))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and what was doubtful or repaired on the way, a clause each."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, policy: Policy) -> Decoded:
    """The text of these bytes; never fails, tells what it had to guess.

    A byte order mark is dropped; newlines stay as they are.
    """
    text, warnings = _decoded(data, policy)
    text = text.removeprefix("\ufeff")
    mended, lines = _mend(text)
    if lines:
        warnings += (f"text that had been decoded wrongly was repaired in {_count(lines, 'line')}",)
    if "\0" in mended:
        warnings += (f"holds {_count(mended.count(chr(0)), 'NUL character')}",)
    return Decoded(mended, warnings)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _decoded(data: bytes, policy: Policy) -> tuple[str, tuple[str, ...]]:
    wide = utf_width(data[:HEAD_BYTES])
    if wide:
        text = data.decode(wide, "replace")
        return text, (f"was read as {wide.upper()}",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    mixed, stray = _mixed(data)
    if stray * 4 <= sum(mixed.count(c) for c in "“”‘’–—…éèüöä£€") + 1:
        return mixed, (f"{_count(stray, 'byte')} that are not UTF-8 were read as Windows-1252",)
    encoding = _legacy(data, policy)
    return data.decode(encoding, "rashomon-1252"), (f"was read as {_NAMES.get(encoding, encoding)}",)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Error handler: the offending bytes as Windows-1252, its five holes as Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    piece = error.object[error.start : error.end]
    return "".join(_ONE[byte] for byte in piece), error.end


_ONE = tuple(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256))
codecs.register_error("rashomon-1252", _as_cp1252)


def _mixed(data: bytes) -> tuple[str, int]:
    """The data as UTF-8 with stray Windows-1252 bytes, and how many those are."""
    strict = data.decode("utf-8", "ignore")
    stray = len(data) - len(strict.encode("utf-8"))
    return data.decode("utf-8", "rashomon-1252"), stray


def _legacy(data: bytes, policy: Policy) -> str:
    """The likeliest single-byte (or East Asian) encoding."""
    head = data[:HEAD_BYTES]
    high = len(head) - len(head.translate(None, _HIGH))
    if high * 3 < len(head) and english_share(head.decode("latin-1")) >= policy.read_english_share:
        mac = len(head) - len(head.translate(None, _MAC_QUOTES))
        windows = len(head) - len(head.translate(None, _CURLY))
        return "mac_roman" if mac * 2 > high and not windows else "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415  30 ms at start-up for a rare case

    best = from_bytes(head).best()
    if best is None:
        return "cp1252"
    return "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding


def _mend(text: str) -> tuple[str, int]:
    """The text with mojibake repaired, and the number of lines that were touched."""
    if not _MOJIBAKE.search(text):
        return text, 0
    from ftfy import TextFixerConfig, fix_encoding  # noqa: PLC0415  50 ms at start-up for a rare case

    config = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )
    touched = 0
    lines = re.split(r"([\r\n]+)", text)
    for at, line in enumerate(lines):
        if not _MOJIBAKE.search(line):
            continue
        fixed = fix_encoding(_LOST_CLOSE.sub("â€\x9d", line), config)
        if fixed != line and len(fixed) < len(line):
            lines[at] = fixed
            touched += 1
    return "".join(lines), touched
