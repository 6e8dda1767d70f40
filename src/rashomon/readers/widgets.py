"""Wordings of the page's own machinery: players, counters, buttons, sign-up boxes, menus and footers.

The second table beside `wordings`, under the same terms: tried at the start of a
plain line, every repetition bounded.  Short lines come whole (``$``), so that a
sentence which opens with the same words is left alone.
"""

from __future__ import annotations

from rashomon.readers.wordings import Wording, late, wording

__all__ = ["WIDGETS"]

_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|instagram|telegram|threads|bluesky|youtube|tiktok|google)"
)

WIDGETS: tuple[Wording, ...] = (
    wording(
        "player",
        r"(?:play in (?:the )?background|select (?:voice|speed|language)|estimated \d+ minutes?)$",
        r"the audio version of this\b.{0,240}$|this (?:audio|article) is (?:read|voiced"
        r"|generated) by\b.{0,160}$",
        r"\d{1,2}:\d{2} [–-] source\b.{0,40}$|loaded: \d.{0,10}$|view on watch$",
        r"/? ?\d{1,2}:\d{2}(?::\d{2})?(?: ?/ ?\d{1,2}:\d{2}(?::\d{2})?)?$",
        r"\d(?:\.\d+)?x$",
        r"(?:listen|audio|play|watch) ?[·•|(-]? ?\d+[: ](?:\d{2}|min\w*)\)?$",
        r"now playing$|hear this (?:story|article)$|(?:ai|machine)[- ](?:assisted|generated) summary$",
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
    wording(
        "reading_time",
        r"(?:\W*\d{1,2} ?(?:[hdmw]|min|hrs?|hours?"
        r"|days?)\b(?: ago)?\W+)?\d{1,2}(?: ?[–-] ?\d{1,2})? min(?:ute)?s?(?: read)?$",
        guarded=False,
    ),
    wording(
        "crumbs",
        late(r"[A-Z][\w&' -]{1,30}(?: ?[›»>] ?[A-Z][\w&' -]{1,40}){1,4}(?: ?[›»>].{0,200})?$", "›", "»", ">"),
        late(r"[A-Z][\w&' -]{1,30}(?: ?/ ?[A-Z][\w&' -]{1,40}){2,4}(?: ?/.{0,200})?$", "/"),
        guarded=False,
    ),
    wording("counter", r"\d{1,3}(?:,\d{3})+$|\d{1,3}(?:\.\d)?[km]$|\d{3}$", guarded=False),
    wording(
        "button",
        r"(?:purchase|buy|request) (?:licen[cs]ing|reprint) rights\b.{0,40}$"
        r"|licen[cs]e this (?:content|article)$",
        r"\W*opens (?:in )?(?:a )?new (?:tab|window)\W*$",
        late(r".{3,160}\bopens in (?:a )?new (?:tab|window)\W*$", "opens in"),
        r"\[ ?(?:share|whatsapp|facebook|twitter|x|copy link|e-?mail|print)\b[^.]{0,80}\]$",
        r"(?:kindly |please )?share (?:this|via|on)\b[^.]{0,60}$|share\W*$",
        r"(?:follow|see (?:less|all)|show less|expand|collapse|edit|reuse|feedback|link"
        r"|manage (?:options|choices|settings|preferences))$",
        r"follow \w{2,20}$|copy link\b[^.]{0,30}$",
        r"(?:make|add|set) \S.{0,40}\b(?:preferred|on google)\b.{0,60}$",
        r"(?:view|see|show|load) (?:\d+ |all |the )?(?:more )?(?:stories|articles|posts|results|topics)$",
        r"(?:share|comments?|bookmark|print|save|close|menu|search|play) icon$|get it$|powered by$",
        r"you(?:'ve| have) reached (?:your|the) maximum number of saved\b.{0,40}$"
        r"|remove items from your saved\b.{0,60}$",
        r"(?:see|view|read) (?:all |more )?(?:stories|articles|posts) by \S[^.]{2,60}$",
        r"connect (?:via|on|with .{2,40} on) (?:x|twitter|e-?mail|facebook|linkedin)\b.{0,40}$",
        r"social sharing$|bookmark$|(?:story|article) saved$|add to \w{3,20}$|print this page$"
        r"|republish this (?:story|article)\b[^.]{0,40}$",
        r"you can find this (?:story|article) in\b.{0,160}$|something went wrong\b.{0,60}$",
        r"(?:show|open|close|hide) (?:\w+ ){0,2}(?:menu|navigation|search)$|accessibility (?:help"
        r"|links|feedback)$",
        r"list (?:of \d+ items|\d+ of \d+)$|end of list$|(?:this (?:site"
        r"|form) is )?protected by recaptcha\b.{0,120}$",
        r"skip (?:past|over|to)\b[^.]{0,60}$",
        r"(?:suggest|submit|report) an? (?:correction|error|typo|tip)$",
        guarded=False,
    ),
    wording(
        "sign_up_box",
        r"(?:skip past|after|before) newsletter\b.{0,40}$",
        r"(?:newsletter )?e-?mail address$|get \S.{2,80} by e-?mail\b.{0,80}$",
        late(r".{0,600}\bsubscribe\b.{0,80}\bwe'll send you (?:an?|the|our)\b.{0,160}$", "subscribe"),
        r"(?:[^.:]{0,30}: )?follow (?:topics|authors|writers|reporters)\b.{0,100}$",
        r"follow our \w+ (?:channel|page|account|group)\b.{0,100}$",
        r"(?:our )?(?:free )?(?:daily|weekly|morning|evening|monthly|weekend) (?:e-?mail|newsletter"
        r"|briefing)s?$",
        r"privacy notice\b.{0,600}$",
        late(
            r"(?:the )?.{3,60} (?:newsletter|briefing) (?:provides|brings|delivers|rounds up|has)\b.{0,240}$",
            " newsletter",
            " briefing",
        ),
        r"(?:close )?(?:thanks|thank you) for (?:signing|subscribing|registering)\b.{0,80}$",
        r"(?:our|the) (?:reporting|stories|news|journalism) in your inbox$|catch up on (?:our"
        r"|the)\b[^“\"]{0,120}$",
        late(
            r".{2,60}\bis an? (?:independent|non-?profit) (?:\w+ )?(?:newsroom|news (?:site"
            r"|organi[sz]ation|outlet))\b.{0,240}\bsign up\b.{0,160}$",
            "independent",
            "profit",
        ),
        r"(?:watch|look) (?:out )?for us in your inbox\b.{0,40}$",
        r"stay (?:updated|tuned|connected)\b.{0,100}$",
        r"do you (?:rely on|value|love|enjoy|read)\b.{3,80}\?.{0,400}\b(?:join|support|subscribe"
        r"|member)\b.{0,300}$",
        r"join (?:our|the|us on)\b.{0,40}\b(?:channel|group|community|whatsapp|telegram)\b.{0,80}$",
        late(rf"(?:.{{3,60}}\. )?follow .{{2,40}} on {_NETWORKS}\b.{{0,60}}$", "follow "),
        r"(?:get|catch|check|read|follow) (?:all |the )*(?:current|live|latest|breaking) (?:updates?"
        r"|news|headlines)\b.{0,200}$",
    ),
    wording(
        "sign_up_box",
        r"fund (?:our |independent |fearless )+journalism\b.{0,80}$",
        r"support (?:us|our)\b(?: [\w'’]+){0,4}$",
        r"support your (?:local|community) (?:\w+ )?(?:paper|newspaper|newsroom|station|journalism|news)\W*$",
        late(
            r".{2,60} is an? (?:listener|reader|viewer|member)[- ](?:supported|funded)\b"
            r".{0,120}\byou\b.{0,20}$",
            "supported",
            "funded",
        ),
        late(
            r"(?:.{0,200}[.!?,] )?(?:become an? (?:member|supporter|subscriber|patron|friend) (?:today|now)"
            r"|join us(?: (?:today|now))?)[!.]$",
            "become a",
            "join us",
        ),
    ),
    wording(
        "metered",
        r"you(?:'ve| have) (?:exhausted|run out of|used up)\b.{0,80}\b(?:limit|stories|articles)\b.{0,80}$",
        r"(?:register|sign up)(?: now| today)? for (?:\d+|two|three|four|five|ten) free\b.{0,80}$",
        r"continue reading\b.{0,120}\b(?:subscription|account|app|membership)\W*$",
        r"this (?:premium |exclusive )?(?:article|story) is (?:now )?free\b.{0,60}$",
        r"(?:try|get) .{0,40}\b(?:free|for \S?\d+\S{0,4})\b.{0,60}\b(?:then|cancel)\b.{0,80}$",
        r"you(?:'re| are) an? (?:dedicated|loyal|valued|regular|frequent) (?:reader|visitor"
        r"|subscriber)\b.{0,80}$",
    ),
    wording(
        "donation",
        r"is .{2,60} (?:important|valuable|useful) to you\?$",
        r"you(?:'ll| will) (?:also )?(?:get|enjoy|receive)\b.{0,60}\b(?:ad-free|exclusive"
        r"|unlimited)\b.{0,160}$",
        r"(?:yes|no),? (?:i'll|i'd like|sign me|i want|thanks)\b[^.]{0,60}$|not (?:ready"
        r"|able) to (?:support|give|join)\b.{0,160}$",
    ),
    wording(
        "mailing",
        r"view (?:this )?(?:e-?mail )?(?:in|on) (?:your |a |the )?(?:browser|web)\b.{0,40}$",
        late(
            r".{0,60}\b(?:this|was this) (?:e-?mail|newsletter) (?:was )?forwarded to you\b.{0,100}$",
            "forwarded to you",
        ),
        r"you(?:'re| are) receiving this (?:e-?mail|newsletter)\b.{0,200}$",
        r"(?:forward|send) (?:this )?to a friend\b.{0,40}$|(?:update|manage) (?:your )?preferences\b.{0,60}$",
        r"you will (?:no longer |now )?receive (?:e-?mail )?(?:alerts|updates|notifications)\b.{0,160}$",
        r"your (?:information|data) (?:is|will be) (?:being )?(?:handled|used|processed|stored)\b.{0,200}$",
        late(r"[^.!?]{0,60}\bissue (?:no\.? ?)?\d{1,5}$", "issue"),
    ),
    wording(
        "link_prefix",
        r"(?:previous(?:ly)?(?: coverage)?|related|read|also read|see also|must[- ]read|watch"
        r"|background|earlier"
        r"|from the archives?)(?: coverage)?\s*[|:]\s*\S.{3,200}$",
        r"(?:read|see) (?:more|also)\b[^.]{0,80}$",
        r"\[ [^\[\]]{8,200} ?\]$",
        r"(?:\w{2,6} )?(?:audio|video|podcast|gallery|photos)\s?[:|]\s*\S[^.]{3,160}$",
        r"(?:leer|lire|ler) en \w+$|read (?:this )?in \w+$",
    ),
    wording(
        "tips",
        r"(?:do you have|got) (?:a|any|more) (?:news )?(?:story|tips?|information|photos?|video)\b.{0,160}$",
        r"have (?:a|any) (?:news )?(?:story|tips?)\b\W*(?:(?:e-?mail|contact|send|call|get in|write"
        r"|let us|tell us)\b.{0,140})?$",
        r"(?:get in touch|contact us|write to us|tell us)\b[^.]{0,80}[.]?$",
        r"we pay for (?:videos?|stories|photos|your)\b.{0,80}$",
        r"contact:? \S+@\S+$",
    ),
    wording(
        "address",
        r"(?:https?://|www\.)\S+$",
        r"(?:[a-z0-9-]{2,30}\.){1,3}[a-z]{2,12}(?:/\S*)?$",
        r"(?:get|download|follow|read|view|watch|visit|more|link|source)\b[^.]{0,80} https?://\S+$",
        r"sent from (?:my|our) \S.{0,30}$",
        r"(?:check out|i thought you might like|look at|read) this (?:article|story|post)\b.{0,80}[:.]?$",
        guarded=False,
    ),
    wording(
        "menu",
        r"(?:e-?paper|just in|search jobs|print subscriptions?|my account|edition|newsletters|podcasts"
        r"|live tv"
        r"|watch live|search|register|log ?in|sections|company)(?: \W)?$",
        r"(?:about|contact) (?:us|the .{2,30}|.{2,20})$|newsroom policies\b.{0,40}$",
        r"(?:previous|next|older|newer) (?:post|article|story)s?\W*$",
        r"(?:cancel|leave a) reply$|like loading\W*$|(?:blog|website) (?:at|by) \S.{0,40}$"
        r"|join [\d,]+ (?:other )?\w+$|your e-?mail address will not be published\b.{0,80}$",
        r"weather \d{1,3} ?°.{0,4}$|available on air stations$|for subscribers$",
        r"why you can trust \S.{0,40}$|corrections and clarifications$|(?:footer|quick|useful) links$",
        r"creative commons\b[^.]{0,60}(?:\(.{0,40}\))?$",
        r"(?:rss|sitemap|imprint|contact|jobs|classifieds|horoscopes?|crosswords?|puzzles|games|obituaries)$",
    ),
    wording(
        "cookies",
        late(
            r"(?:we|we and our|.{2,40} and (?:its|our)) (?:\d[\d,]* )?(?:third[- ]party )?"
            r"partners\b.{0,600}$",
            "partners",
        ),
        r"(?:we|this (?:web)?site) (?:and our partners )?(?:use|store|process"
        r"|collect)\b.{0,80}\b(?:cookies|device|personal data)\b.{0,600}$",
    ),
    wording(
        "machine_note",
        r"\(?this (?:story|article|report) (?:has not been|was not|is not) edited\b.{0,240}$",
        r"\(?(?:except for the headline|this story is auto-generated|from a syndicated feed)\b.{0,200}$",
    ),
    wording(
        "footer",
        late(r".{2,60}\bis not responsible for the content of\b.{0,60}$", "is not responsible"),
        late(r".{0,80}© ?\d{4}.{0,120}$", "©"),
        late(r"(?:.{2,80}\b)?all rights reserved\b.{0,500}$", "all rights reserved"),
        late(r".{0,40}\bthis (?:material|article|content)\b.{0,40}\bmay not be\b.{0,300}$", "may not be"),
    ),
)
