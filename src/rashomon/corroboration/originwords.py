"""Words by which a report tells what kind of source stands behind it: data.  All lower case."""

from __future__ import annotations

import re

__all__ = [
    "ACCOUNTS",
    "CREDITING",
    "GENERIC",
    "SPOKES",
    "STAFF",
    "VAGUE",
    "WITHHELD",
]

# Papers that only outlets make: “a report in the Courier”.
ACCOUNTS = (
    "report|reports|article|story|account|investigation|piece|dispatch|scoop|coverage|editorial|broadcast"
)
# Heads of phrases that name no particular outlet: “local media”, “reports”, “several newspapers”.
VAGUE = frozenset(
    "media press newspapers papers outlets networks broadcasters channels reports accounts rumours rumors "
    "articles stories websites sites observers commentators many some".split()
)
# What only says that a source has no name.
WITHHELD = frozenset("unnamed anonymous unidentified undisclosed nameless".split())
SPOKES = r"(?:spokes(?:man|woman|person|people|men|women)|press (?:officer|secretary|office)|mouthpiece)"
# Who reports for the report's own outlet: “our reporter”, “this newspaper’s correspondent”.
STAFF = re.compile(
    r"(?:^|\b)(?:our|this (?:newspaper|paper|reporter|correspondent|outlet|website|site))(?:['’]s)?"
    r"(?: own)?(?: (?:reporters?|correspondents?|journalists?|photographers?|team|staff|crew))?\b",
    re.IGNORECASE,
)
# What a credit calls that which another outlet had first, when it does not tell it again.
GENERIC = frozenset(
    "it this that which news story report incident event events details development matter information "
    "allegation allegations claim claims investigation scoop".split()
)
_NAME = r"(?:[Tt]he )?(?P<name>[A-Z][\w’'&.-]*(?: (?:of |the )?[A-Z0-9][\w’'&.-]*){0,5})"
# “first reported by the Courier”, “the Courier, which broke the story”.
CREDITING = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bfirst (?:reported|revealed|disclosed|published|broken|carried|made public)"
        rf"(?: [\w ]{{1,20}})? (?:by|in|on) {_NAME}",
        rf"\b{_NAME},? (?:which |who |that )?(?:was |were )?(?:the )?first (?:to )?"
        r"(?:report|reported|reveal|revealed|disclose|disclosed|publish|published)\b",
        rf"\b{_NAME},? (?:which |who |that )?(?:had |has )?(?:broke|broken) the (?:news|story)\b",
        rf"\b(?:news|story) (?:was )?(?:broken|broke) (?:by|in) {_NAME}",
    )
)
