"""Headings of link lists ("Most read", "Related topics"): what stands under them is no body."""

from __future__ import annotations

import re

__all__ = ["HEADERS"]

# Headings after which short lines are links until the next full sentence.
HEADERS = re.compile(
    r"(?:(?:most|more) (?:read|popular|viewed|shared|commented|watched)(?: (?:in|on|from|this"
    r"|today)\b.{0,30})?"
    r"|trending(?: (?:now|stories|articles|topics|on .{2,30}))?|top (?:stories|news|videos?)"
    r"|(?:the )?latest (?:news|stories|headlines|videos?)|editors?'?s? (?:picks?|choice)"
    r"|related(?: (?:articles?|stories|story|coverage|content|topics?|links?|posts?|news|tags?|internet links"
    r"|reading|subjects))?"
    r"|(?:from )?our partners|powered by"
    r"|popular(?: (?:now|stories|posts|in .{2,30}))?|what to read next|more like this|see also"
    r"|more (?:stories|news|coverage|headlines)(?: (?:from|on|in|about) .{2,40})?|more (?:from"
    r"|on) .{2,40}|more in (?:this section|(?:\w+ )?(?:news|sports?|business|opinion|politics))"
    r"|more for you|(?:hot|latest|more|top) opinions?|recommended(?: (?:for you|reading|stories|by .{2,20}))?"
    r"|(?:full) coverage|(?:also|must|further|keep|up)[- ](?:reads?|reading|watch|see|next)"
    r"|read (?:more|next|also|on)(?: (?:from|on|about) .{2,40})?|you (?:may|might) also (?:like|enjoy)"
    r"|(?:suggested |related |key |explore more on these )?(?:topics?|tags?)|(?:in|from) this (?:story"
    r"|section"
    r"|article)|don't miss|in case you missed it|elsewhere on .{2,30})\W*$",
    re.IGNORECASE,
)
