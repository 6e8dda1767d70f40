"""Cues of appeals: the ways in which a site asks its readers for money, a name or an address.

An appeal is a paragraph with several of these, one of which turns to the
reader.  Those are looked for first, and only where one of their words stands.
"""

from __future__ import annotations

import re

__all__ = ["CUES", "TURNS"]

# Cues that turn to the reader, each with the (folded) words of which one must stand in the line.
TURNS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (words, re.compile(pattern, re.IGNORECASE))
    for words, pattern in (
        (
            ("like you",),
            r"\b(?:readers?|people|supporters|members|subscribers|viewers|listeners|someone) like you\b",
        ),
        (
            ("your", "what you"),
            r"\b(?:your|what you) (?:\w+ )?(?:support|contributions?|donations?|gifts?|help|subscription"
            r"|membership|generosity|give|pay)\b",
        ),
        (
            ("can we count on", "will you", "please", "consider"),
            r"\b(?:can we count on|will you (?:chip|help|join|support|consider|give|donate)"
            r"|please (?:consider|support|help|donate|give|join|chip)|consider (?:making|becoming"
            r"|supporting|giving|donating|subscribing|a (?:gift|donation)))",
        ),
        (
            ("we need", "we want", "we ask", "we invite", "we urge"),
            r"\bwe (?:need|want|ask|invite|urge) (?:your|you)\b",
        ),
        (
            ("you can", "join us", "support us", "help us"),
            r"\byou can (?:\w+ )?(?:help|rely|trust|count|support)\b|\b(?:join|support|help) us\b",
        ),
        (
            ("like you,", "we ask", "express", "by joining"),
            r"\b(?:like you,|we ask (?:our )?readers|express (?:that|your) support|by joining (?:the|our))",
        ),
        (("we invite",), r"\bwe invite (?:our )?readers\b"),
    )
)

CUES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bwe (?:also )?(?:rely|depend|count) (?:up)?on\b",
        r"\b(?:every|any|no) (?:contribution|donation|gift|amount|penny)\b|\b(?:big|large|small"
        r"|great) or (?:big|large|small)\b|\bas little as\b",
        r"\bour (?:\w+ )?(?:journalis\w+|reporters|newsroom|mission|independence|reporting|coverage"
        r"|readers|audience|website|paper)\b",
        r"\b(?:donat(?:e|es|ing|ions?)|chip in|contribut(?:e|ions?)|gifts?|fundrais\w+|subscri(?:be"
        r"|ptions?))\b",
        r"\b(?:remains?|continue|keep|stay)s? (?:to be |being )?(?:a |an |the |free|independent|strong"
        r"|alive|going|open)",
        r"\b(?:misinformation|unbiased|fearless|free of (?:owners|bias|charge)|free from (?:bias"
        r"|influence)|no paywall|free for (?:all|everyone)|trusted|hidden agendas"
        r"|independent (?:journalism|reporting|news))\b",
        r"\bunlike (?:many |most )?other (?:news )?(?:outlets|sites|papers|organi[sz]ations)\b",
        r"\bthat'?s why we (?:started|founded|built|launched|keep|make)\b",
        r"\b(?:paywall|our work|ad-free)\b",
        r"\b(?:allows?|enables?|helps?|lets?) (?:us|our)\b",
    )
)
