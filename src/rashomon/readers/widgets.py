"""Wordings of the page's own machinery: players, counters, buttons, sign-up boxes, menus and footers.

The second table beside `wordings`, under the same terms: tried at the start of a
plain line, every repetition bounded.  Short lines come whole (``$``), so that a
sentence which opens with the same words is left alone.
"""

from __future__ import annotations

from rashomon.readers.wordings import Wording, wording

__all__ = ["WIDGETS"]

_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|instagram|telegram|threads|bluesky|youtube|tiktok|google)"
)

WIDGETS: tuple[Wording, ...] = (
    wording(
        "player",
        r"/? ?\d{1,2}:\d{2}(?::\d{2})?(?: ?/ ?\d{1,2}:\d{2}(?::\d{2})?)?$",
        r"\d(?:\.\d+)?x$",
        r"(?:listen|audio|play|watch) ?[·•|(-]? ?\d+[: ](?:\d{2}|min\w*)\)?$",
        r"(?:un)?mute$|(?:full ?screen|captions|settings|auto-?play|subtitles)(?: (?:on|off))?$",
        guarded=False,
    ),
    wording(
        "advertisement",
        r"advertisement\W+(?:scroll|story|article|continue|skip)\b.{0,60}$",
        r"(?:video )?ad feedback$|a message from (?:our|the) (?:sponsors?|partners?)$",
        r"(?:paid|promoted|sponsored) (?:links?|content|posts?|stories|by\b.{0,40})$",
        guarded=False,
    ),
    wording("reading_time", r"\d{1,2}(?: ?[–-] ?\d{1,2})? min(?:ute)?s?(?: read)?$", guarded=False),
    wording("counter", r"\d{1,3}(?:,\d{3})*(?:\.\d)?[km]?$", guarded=False),
    wording(
        "button",
        r"(?:purchase|buy|request) (?:licen[cs]ing|reprint) rights\b.{0,40}$|licen[cs]e this (?:content|article)$",
        r"\W*opens (?:in )?(?:a )?new (?:tab|window)\W*$",
        r".{3,160}\bopens in (?:a )?new (?:tab|window)\W*$",
        r"\[ ?(?:share|whatsapp|facebook|twitter|x|copy link|e-?mail|print)\b[^.]{0,80}\]$",
        r"(?:kindly |please )?share (?:this|via|on)\b[^.]{0,60}$|share\W*$",
        r"(?:follow|see (?:less|all)|show less|expand|collapse|edit|reuse|feedback)$",
        r"follow \w{2,20}$",
        r"(?:make|add|set) \S.{0,40}\b(?:preferred|on google)\b.{0,60}$",
        r"(?:view|see|show|load) (?:\d+ |all |the )?(?:more )?(?:stories|articles|posts|results|topics)$",
        r"skip (?:past|over|to)\b[^.]{0,60}$",
        r"(?:suggest|submit|report) an? (?:correction|error|typo|tip)$",
        guarded=False,
    ),
    wording(
        "sign_up_box",
        r"(?:skip past|after|before) newsletter\b.{0,40}$",
        r"(?:our )?(?:free )?(?:daily|weekly|morning|evening|monthly|weekend) (?:e-?mail|newsletter|briefing)s?$",
        r"privacy notice\b.{0,600}$",
        r"(?:the )?.{3,60} (?:newsletter|briefing) (?:provides|brings|delivers|rounds up|has)\b.{0,240}$",
        r"(?:close )?(?:thanks|thank you) for (?:signing|subscribing|registering)\b.{0,80}$",
        r"(?:watch|look) (?:out )?for us in your inbox\b.{0,40}$",
        r"stay (?:updated|tuned|connected)\b.{0,100}$",
        r"do you (?:rely on|value|love|enjoy|read)\b.{3,80}\?.{0,400}\b(?:join|support|subscribe|member)\b.{0,300}$",
        r"join (?:our|the|us on)\b.{0,40}\b(?:channel|group|community|whatsapp|telegram)\b.{0,80}$",
        rf"(?:.{{3,60}}\. )?follow .{{2,40}} on {_NETWORKS}\b.{{0,60}}$",
        r"(?:get|catch|check|read|follow) (?:all |the )*(?:current|live|latest|breaking) (?:updates?|news|headlines)\b.{0,200}$",
    ),
    wording(
        "sign_up_box",
        r"fund (?:our |independent |fearless )+journalism\b.{0,80}$",
        r"support (?:us|our)\b(?: [\w'’]+){0,4}$",
    ),
    wording(
        "link_prefix",
        r"(?:previous(?:ly)?(?: coverage)?|related|read|also read|see also|must[- ]read|watch|background|earlier"
        r"|from the archives?)(?: coverage)?\s*[|:]\s*\S.{3,200}$",
        r"(?:read|see) (?:more|also)\b[^.]{0,80}$",
    ),
    wording(
        "tips",
        r"(?:do you have|have|got) (?:a|any|more) (?:news )?(?:story|tips?|information|photos?|video)\b.{0,160}$",
        r"(?:get in touch|contact us|write to us|tell us)\b[^.]{0,80}[.]?$",
        r"we pay for (?:videos?|stories|photos|your)\b.{0,80}$",
        r"contact:? \S+@\S+$",
    ),
    wording(
        "address",
        r"(?:https?://|www\.)\S+$",
        r"(?:[a-z0-9-]{2,30}\.){1,3}[a-z]{2,12}(?:/\S*)?$",
        r".{0,40}\bhttps?://\S+$",
        r"sent from (?:my|our) \S.{0,30}$",
        r"(?:check out|i thought you might like|look at|read) this (?:article|story|post)\b.{0,80}[:.]?$",
        guarded=False,
    ),
    wording(
        "menu",
        r"(?:e-?paper|just in|search jobs|print subscriptions?|my account|edition|newsletters|podcasts|live tv"
        r"|watch live|search|register|log ?in|sections|company)(?: \W)?$",
        r"(?:about|contact) (?:us|the .{2,30}|.{2,20})$|newsroom policies\b.{0,40}$",
        r"(?:previous|next|older|newer) (?:post|article|story)s?\W*$",
        r"(?:cancel|leave a) reply$|your e-?mail address will not be published\b.{0,80}$",
        r"[A-Z][\w&' -]{1,30}(?: ?[›»>] ?[A-Z][\w&' -]{1,40}){1,4}(?: ?[›»>].{0,200})?$",
        r"[A-Z][\w&' -]{1,30}(?: ?/ ?[A-Z][\w&' -]{1,40}){2,4}(?: ?/.{0,200})?$",
        r"(?:rss|sitemap|imprint|contact|jobs|classifieds|horoscopes?|crosswords?|puzzles|games|obituaries)$",
    ),
    wording(
        "footer",
        r".{2,60}\bis not responsible for the content of\b.{0,60}$",
        r".{0,80}© ?\d{4}.{0,120}$",
        r"(?:.{2,80}\b)?all rights reserved\b.{0,500}$",
        r".{0,40}\bthis (?:material|article|content)\b.{0,40}\bmay not be\b.{0,300}$",
    ),
)
