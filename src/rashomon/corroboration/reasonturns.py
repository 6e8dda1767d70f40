"""Turns of phrase that give a reason without a connective: "the rain was to blame", "is about pay".

Each turn has a pivot, with the reason on one side of it and what it is the reason for on the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["Turned", "turns"]

Turned = tuple[tuple[int, int], tuple[int, int]]
"""Where the reason stands among the words, and where what it is the reason for; either may be empty."""

_LONGEST = 120
_BE = r"(?:is|was|are|were|be|been|being|'s)"
_ADV = r"(?:(?:not|only|also|really|in fact|all|\w+ly) )?"
_MADE = (
    r"(?:began|begun|begins|started|starts|came|comes|happened|occurred|arose|followed|resulted"
    r"|ensued|broke out)"
)

_BEFORE = re.compile(
    rf"\b(?:{_BE} {_ADV}to blame(?: for)?|{_BE} {_ADV}(?:responsible|the reason|the cause|accountable) for"
    rf"|(?:{_BE}|lay|lies|stands|stood) {_ADV}behind|(?:{_BE}|lay|lies) {_ADV}at the (?:root|bottom"
    rf"|heart|origin) of"
    rf"|(?:, )?(?:and )?(?:that|which|this) {_BE} {_ADV}why|(?:put|puts|putting) (?:an end|a stop|paid) to"
    r"|(?:gave rise|gives rise|contributed|led|leads|had led) to|(?:brought|brings) about|accounts? for"
    r"|accounted for"
    rf"|{_BE} the (?:undoing|ruin|end|death|downfall) of|{_BE} what (?:caused|started|killed|sank|made"
    rf"|led to|set off)"
    r"|(?:did|has done|had done) (?:it|that|this)$|(?:let|touched|triggered|sparked|kicked|set) off"
    r"|(?:, )?(?:and )?(?:hence|therefore|consequently|for that reason|as a result|which meant that?)\b"
    r"|made (?:it|them|him|her) (?:fall|burst|break|fail|stop|leave|flee|resign|sink|crash))\b"
)
"""Pivots with the reason before them."""

_AFTER = re.compile(
    rf"\b(?:(?:{_BE} )?{_ADV}(?:owed|owing|down|due|attributable|ascribed|attributed|credited|traced"
    rf"|traceable|put down)"
    r" (?:back )?to(?! (?:the|a) (?:\d+|three|two|four)\b)"
    rf"|(?:ascribes?|ascribed|attributes?|attributed|puts?|traced|traces) (?:it|this|that|them"
    rf"|the \w+) (?:back |down )?to"
    rf"|{_MADE}(?: \w+){{0,4}}? (?:when|after|because|as soon as|once)|(?:arose|arisen|resulted|stemmed"
    rf"|sprang|came about) from"
    r"|under the (?:weight|strain|burden|pressure|load|force|impact) of|(?:rooted|grounded) in|born of"
    r"|(?:hinged|hinges|turned|turns) on|(?:boils|boiled|comes|came) down to"
    r"|(?<!to )(?<!the )blame[sd]?|blaming"
    r"|points? the finger at"
    rf"|(?:cause|reason|culprit|explanation|motive|trouble|problem) (?:\w+ )?{_BE}"
    r"|at the (?:request|insistence|urging|behest|demand) of|on (?:the )?(?:orders?|advice"
    r"|instructions?) (?:of|from)"
    r"|(?:by|through|for|from) (?:lack|want|fear|shortage|dint) of|in (?:sympathy|solidarity) with"
    r"|in anger (?:at|over)"
    r"|as a precaution against|as a mark of)\b"
)
"""Pivots with the reason behind them."""

_ABOUT = re.compile(
    rf"\b{_BE} {_ADV}(?:about|over)\b(?! (?:to|\d|a hundred|one|two|three|four|five|six|ten)\b)"
)
_QUARRELS = re.compile(
    r"\b(?:strikes?|walkouts?|stoppages?|disputes?|rows?|quarrels?|protests?|fights?|feuds?|wars?"
    r"|conflicts?"
    r"|resignations?|rift|break|split|clash(?:es)?|riots?|unrest|boycott|lawsuit|anger)\b"
)
_BOUNDS = frozenset([",", ";", ":", ".", "?", "!", "(", ")", "—", "–"])
_JOINTS = frozenset([",", ";", "and", "—", "–"])
_SAYING = frozenset(
    "that says said believe believes think thinks because but and while although though".split()
)


def turns(lows: Sequence[str]) -> Iterator[Turned]:
    """The reasons that the turns of a unit's folded words give; long units are no sentences, and give none.

    >>> words = "the rain was to blame for the flood".split()
    >>> [(words[a:b], words[c:d]) for (a, b), (c, d) in turns(words)]
    [(['the', 'rain'], ['the', 'flood'])]
    """
    if len(lows) > _LONGEST:
        return
    text = " ".join(lows)
    for pivot, reason_first in ((_BEFORE, True), (_AFTER, False), (_ABOUT, False)):
        for match in pivot.finditer(text):
            if pivot is _ABOUT and not _QUARRELS.search(text, 0, match.start()):
                continue
            first = text.count(" ", 0, match.start())
            last = first + match.group().count(" ") + 1
            while first > 0 and lows[first - 1] in _JOINTS:
                first -= 1
            before, behind = (_back(lows, first), first), (last, _on(lows, last))
            told = (before, behind) if reason_first else (behind, before)
            if told[0][0] < told[0][1]:
                yield told
            break


def _back(lows: Sequence[str], end: int) -> int:
    """Where the words that end here begin: behind the last mark, or word that opens a clause."""
    start = end
    while start > 0 and lows[start - 1] not in _BOUNDS and lows[start - 1] not in _SAYING:
        start -= 1
    return start


def _on(lows: Sequence[str], start: int) -> int:
    end = start
    while end < len(lows) and lows[end] not in _BOUNDS:
        end += 1
    return end
