"""Cues of appeals: the ways in which a site asks its readers for money, a name or an address."""

from __future__ import annotations

import re

__all__ = ["APPEALS"]

# An appeal is a paragraph with several of these, one of which turns to the reader.
APPEALS: tuple[tuple[bool, re.Pattern[str]], ...] = tuple(
    (turns, re.compile(pattern, re.IGNORECASE))
    for turns, pattern in (
        (True, r"\b(?:readers?|people|supporters|members|subscribers|viewers|listeners|someone) like you\b"),
        (
            True,
            r"\b(?:your|what you) (?:\w+ )?(?:support|contributions?|donations?|gifts?|help|subscription"
            r"|membership|generosity|give|pay)\b",
        ),
        (
            True,
            r"\b(?:can we count on|will you (?:chip|help|join|support|consider|give|donate)"
            r"|please (?:consider|support|help|donate|give|join|chip)|consider (?:making|becoming"
            r"|supporting|giving|donating|subscribing|a (?:gift|donation)))",
        ),
        (True, r"\bwe (?:need|want|ask|invite|urge) (?:your|you)\b"),
        (True, r"\byou can (?:\w+ )?(?:help|rely|trust|count|support)\b|\b(?:join|support|help) us\b"),
        (False, r"\bwe (?:also )?(?:rely|depend|count) (?:up)?on\b"),
        (
            False,
            r"\b(?:every|any|no) (?:contribution|donation|gift|amount|penny)\b|\b(?:big|large|small"
            r"|great) or (?:big|large|small)\b|\bas little as\b",
        ),
        (
            False,
            r"\bour (?:\w+ )?(?:journalis\w+|reporters|newsroom|mission|independence|reporting|coverage"
            r"|readers|audience|website|paper)\b",
        ),
        (
            False,
            r"\b(?:donat(?:e|es|ing|ions?)|chip in|contribut(?:e|ions?)|gifts?|fundrais\w+|subscri(?:be"
            r"|ptions?))\b",
        ),
        (
            False,
            r"\b(?:remains?|continue|keep|stay)s? (?:to be |being )?(?:a |an |the |free|independent|strong"
            r"|alive|going|open)",
        ),
        (
            False,
            r"\b(?:misinformation|unbiased|fearless|free of (?:owners|bias|charge)|free from (?:bias"
            r"|influence)|no paywall|free for (?:all|everyone)|trusted|hidden agendas"
            r"|independent (?:journalism|reporting|news))\b",
        ),
        (
            True,
            r"\b(?:like you,|we ask (?:our )?readers|express (?:that|your) support|by joining (?:the|our))",
        ),
        (True, r"\bwe invite (?:our )?readers\b"),
        (False, r"\bunlike (?:many |most )?other (?:news )?(?:outlets|sites|papers|organi[sz]ations)\b"),
        (False, r"\bthat'?s why we (?:started|founded|built|launched|keep|make)\b"),
        (False, r"\b(?:paywall|our work|ad-free)\b"),
        (False, r"\b(?:allows?|enables?|helps?|lets?) (?:us|our)\b"),
    )
)
