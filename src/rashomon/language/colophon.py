"""Whose page a report stands on by the line at its foot: who holds the rights, who had it translated.

Only that line tells apart a wire's text on its own site from the same text in a
paper that prints it, where the lines over the report name the wire alone.
"""

from __future__ import annotations

import re

from rashomon.language.tokens import fold
from rashomon.language.transmission import TITLE_FIRST, TITLE_LAST
from rashomon.model import Article

__all__ = ["printed_by"]

_FOOT = 400  # code points at the end of a text in which the line stands
_NAME = r"(?:[Tt]he )?([A-Z][\w’'&]*(?: (?:(?:of|the|and|de|la) )*[A-Z0-9][\w’'&]*){0,5})"
_HOLDER = re.compile(r"(?:©|\(c\)|[Cc]opyright) *(?:\d{4}(?:[-–]\d{2,4})?,? *)?(?:by )?" + _NAME)
_REPRINT = re.compile(
    r"(?:[Tt]ranslated|[Rr]eprinted|[Rr]epublished|[Aa]dapted|[Rr]eproduced|[Ee]dited)"
    r"(?: and \w+)?(?: from the \w+)? (?:by|in|for) " + _NAME
)


def printed_by(article: Article) -> tuple[str, ...]:
    """The names of the outlets that the foot of a text shows to print it; empty where it shows none."""
    foot = max(0, len(article.text) - _FOOT)
    line = max(article.text.rfind("\n", 0, foot), 0)
    at = max(line, len(article.text) - 3 * _FOOT)
    found = [m[1] for p in (_REPRINT, _HOLDER) for m in p.finditer(article.text, at)]
    return tuple(name for name in found if _titled(name))


def _titled(name: str) -> bool:
    """Whether a name is made as those of outlets are, so that no translator and no photographer has it."""
    words = fold(name).split()
    return len(words) > 1 and (words[-1] in TITLE_LAST or words[0] in TITLE_FIRST)
