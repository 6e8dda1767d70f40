"""What the site says about itself around a report, told by wording alone.

Precision on the body comes first: a guarded wording does not apply to a line
that reports speech ("Register to vote by Friday, the clerk said"), nor to one
that opens with a quotation mark.
"""

from __future__ import annotations

import re

from rashomon.model import Policy
from rashomon.readers.appeals import CUES, TURNS
from rashomon.readers.headings import HEADERS
from rashomon.readers.widgets import WIDGETS
from rashomon.readers.wordings import WORDINGS

__all__ = ["appeals", "furniture", "is_header", "plain_line", "reports_speech"]

_SPEECH = re.compile(
    r"\b(?:said|says|told|tells|added|adds|announced|according to|stated|wrote|argued|testified|insisted"
    r"|warned|explained|tweeted)\b",
    re.IGNORECASE,
)
_OPENS_QUOTED = re.compile(r"[\"“«‘']")
_TABLES = (*WORDINGS, *WIDGETS)
_BULLET = re.compile(r"^[\s•·►▶▪■●◆➤→»›*>|–—-]+(?=\w|\[|\"|'|“)")


def plain_line(words: str) -> str:
    """The line as wordings see it: blanks collapsed, apostrophes straight, no leading bullet."""
    line = " ".join(words.split())
    for mark in "’‘ʼ":
        line = line.replace(mark, "'")
    return _BULLET.sub("", line)


def furniture(words: str, policy: Policy) -> str | None:
    """The rule that says this line is the site's and not the report's, or None.

    >>> furniture("You have read 4 articles this month.", Policy())
    'metered'
    >>> furniture("Register to vote by Friday, the clerk said.", Policy())
    """
    if len(words) > policy.read_furniture_characters:
        return None
    line = plain_line(words)
    if not line:
        return "separator"
    folded = line.casefold()
    for wording in _TABLES:
        if wording.matches(line, folded) and not (wording.guarded and _reports(line) and not _is_link(line)):
            return wording.rule
    if is_header(line):
        return None if _reports(line) else "header"
    quotes = any(mark in line for mark in '"“”«»')
    appealing = not quotes and appeals(line) >= policy.read_appeal_cues and not _reports(line)
    return "appeal" if appealing else None


def _reports(line: str) -> bool:
    """Whether the line reports speech or opens with a quotation mark."""
    return reports_speech(line) or _OPENS_QUOTED.match(line) is not None


def reports_speech(words: str) -> bool:
    """Whether a verb of speech stands in the line, as in body text."""
    return _SPEECH.search(words) is not None


def is_header(words: str) -> bool:
    """Whether the line heads a list of links."""
    return len(words) < 80 and HEADERS.match(plain_line(words)) is not None


_LINK_PREFIX = re.compile(
    r"(?:read|watch|see|listen|view|more|related|also)\b(?:\W*(?:more|also|next|watch|read|next))?\W*:"
    r"|(?:also read|see also)\b|(?:read|related|also read|must[- ]read|watch"
    r"|previous(?:ly)?(?: coverage)?)\s*[|:]",
    re.IGNORECASE,
)


def _is_link(line: str) -> bool:
    """Whether the line opens as a link does ("READ MORE: ..."); what was said may stand in a link."""
    return _LINK_PREFIX.match(line) is not None


def appeals(line: str) -> int:
    """How many kinds of appeal the line makes; 0 unless one of them turns to the reader."""
    folded = line.casefold()
    turns = sum(
        pattern.search(line) is not None for words, pattern in TURNS if any(word in folded for word in words)
    )
    return turns + sum(pattern.search(line) is not None for pattern in CUES) if turns else 0
