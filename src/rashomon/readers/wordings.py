"""The table that furniture is known by: wordings of a line.

A `Wording` is tried at the start of a line whose blanks are collapsed, whose
apostrophes are straight and whose leading bullets are gone.  Every repetition
is bounded, so that a line costs time in proportion to its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["WORDINGS", "Late", "Wording", "late", "wording"]


@dataclass(frozen=True, slots=True)
class Late:
    """A pattern that may begin with anything, tried only on lines that hold one of the `words` (folded)."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def matches(self, line: str, folded: str) -> bool:
        """Whether the line has this wording; `folded` is the line case-folded."""
        for word in self.words:
            if word in folded:
                return self.pattern.match(line) is not None
        return False


@dataclass(frozen=True, slots=True)
class Wording:
    """A named wording of furniture; `guarded` ones give way to reported speech."""

    rule: str
    pattern: re.Pattern[str]
    guarded: bool = True
    late: tuple[Late, ...] = ()

    def matches(self, line: str, folded: str) -> bool:
        """Whether the line has this wording; `folded` is the line case-folded."""
        if self.pattern.match(line) is not None:
            return True
        return bool(self.late) and any(other.matches(line, folded) for other in self.late)


def wording(rule: str, *patterns: str | Late, guarded: bool = True) -> Wording:
    """A wording of any of these patterns, letter case left aside."""
    early = "|".join(f"(?:{p})" for p in patterns if isinstance(p, str))
    others = tuple(p for p in patterns if isinstance(p, Late))
    return Wording(rule, re.compile(early or _NOTHING, re.IGNORECASE), guarded, others)


def late(pattern: str, *words: str) -> Late:
    """A pattern that can match only where one of these words stands; they are folded, and quickly found."""
    return Late(words, re.compile(pattern, re.IGNORECASE))


_NOTHING = r"(?!)"
_SITES = (
    r"(?:facebook|twitter|x|whatsapp|e-?mail|linkedin|pinterest|reddit|telegram|threads|bluesky|instagram"
    r"|tumblr|messenger|flipboard|print|copy(?: link)?|link copied!?|more|save|share|tweet|pin|sms|youtube"
    r"|tiktok)"
)
_LINK = r"(?:read|watch|see|listen|view|more|related|also)"

WORDINGS: tuple[Wording, ...] = (
    wording(
        "advertisement",
        r"-*\s*(?:advertisements?|ads?|advert|sponsored(?: content| links?)?|promoted(?: content| stories)?"
        r"|paid (?:content|post))[:.]?\s*-*$",
        r"(?:story|article|text|report)? ?continue[sd]? (?:reading )?(?:below|after)\b.{0,60}$",
        r"\(?(?:story|article) continues(?: below)?\)?$",
        r"continue reading(?: below)?\b.{0,60}$",
        r"scroll (?:down )?(?:for|to)\b.{0,60}$",
        r"(?:skip|close) (?:advertisement|ad|this ad)$",
        r"loading\W*$",
        guarded=False,
    ),
    wording(
        "metered",
        r"(?:thank you\W+)?you(?:'ve| have) (?:now )?(?:read|viewed|used|reached|hit|enjoyed|\d+|one|two"
        r"|three|four|five|no)\b.{0,40}\b(?:articles?|stories|story|limit|reads?|views?"
        r"|page views)\b.{0,80}$",
        r"this is your (?:last|first|second|third|final) (?:free )?(?:article|story)\b.{0,80}$",
        r"\d+ (?:free )?(?:articles?|stories) (?:left|remaining)\b.{0,60}$",
        r"(?:thank you|thanks|welcome back)\W+(?:you are|you're) an? (?:loyal|valued|regular|registered"
        r"|frequent|premium)\b.{0,80}$",
        r"(?:thank you|thanks) for (?:reading|visiting|being a|subscribing|registering|your (?:support"
        r"|interest|subscription))\b.{0,100}$",
        r"welcome back\b.{0,60}$",
    ),
    wording(
        "paywall",
        r"(?:please )?(?:register|log ?in|sign ?in|subscribe|join|upgrade)\b(?: (?:now|today|here|free"
        r"|for free|or subscribe|or register|or log ?in|or sign ?in))* (?:to|and|for) (?:receive|get"
        r"|continue|keep|read|unlock|enjoy|access|comment|leave|join|post|view|see|go on|finish|full|free"
        r"|unlimited|complete|premium|more|our|the full)\b.{0,160}$",
        r"(?:please )?(?:register|log ?in|sign ?in|sign ?up|subscribe|subscribe now|register now|join now"
        r"|log ?out|my account)[.!]?$",
        r"create an? (?:free )?account\b.{0,120}$",
        r"(?:already|not yet|not) an? (?:subscriber|member|registered|print subscriber|reader)\b.{0,80}$",
        r"(?:already|have you) (?:registered|subscribed|have an account)\b.{0,80}$",
        r"(?:don't )?have an account\?.{0,80}$",
        r"(?:this|the full) (?:article|story|content|report|page) is (?:only |exclusively )?(?:for"
        r"|available (?:only )?(?:to|for)|reserved for|free to read)\b.{0,120}$",
        r"to (?:continue|keep|go on|finish) reading\b.{0,160}$",
        r"want to (?:read|see|know) (?:more|the (?:full|rest))\b.{0,120}$",
        r"(?:unlock|get) (?:full|unlimited|complete|instant) (?:digital )?access\b.{0,120}$",
        r"subscribe to (?:the |our )?.{2,60}? (?:for|from|today|now|at|and|here)\b.{0,100}$",
        r"subscri(?:be|ption)s? (?:now|today|for|from|offers?|options)\b.{0,80}$",
        r"(?:start|begin|try) (?:your|a|our) (?:free )?(?:trial|subscription)\b.{0,100}$",
        r"(?:subscribers?|members?|premium)(?:[ -]only| exclusive| content)?[.!]?$",
        late(r".{3,80}\. to subscribe, (?:or |write|call|visit|go|e-?mail)\b.{0,160}$", "to subscribe"),
    ),
    wording(
        "donation",
        r"(?:just |one moment |wait )?before you (?:scroll|go|leave|close|read|continue|click"
        r"|\w+ (?:on|off|away))\b.{0,60}$",
        r"(?:please )?(?:donate|give|contribute)(?: (?:now|today|here|monthly|online))*[.!]?$",
        r"(?:please )?(?:donate|give|contribute) (?:to (?:us|our|support|keep|the newsroom)|as little as"
        r"|what you can)\b.{0,140}$",
        r"(?:make|consider making|consider) (?:a|your) (?:\S+ )?(?:donation|contribution|gift)\b.{0,140}$",
        r"(?:become|be) an? (?:part of our \w+|part of the (?:mission|story|team)|member|supporter|friend"
        r"|patron"
        r"|sustainer|insider)\b.{0,120}$",
        r"(?:please )?(?:support|help (?:us )?(?:fund|keep|sustain|save|protect)|fund|back|power"
        r"|keep) (?:our |us\b|independent|local|quality|fearless|public[- ]interest|non-?profit|trusted"
        r"|honest|free|this (?:site|paper)|the newsroom|\S+(?:'s|s') (?:\S+ )?(?:journalism|reporting"
        r"|newsroom)).{0,140}$",
        r"(?:we need|we rely on|we depend on) your (?:support|help|donation|contribution)\b.{0,140}$",
        r"(?:every|any) (?:contribution|donation|gift|penny|amount)\b.{0,100}$",
        r"we(?:'re| are| have)? (?:providing|offering|making|made|kept) (?:free access|this (?:article"
        r"|story|coverage)\b.{0,60}\bfree)\b.{0,300}$",
        r"if (?:you (?:like|liked|enjoyed|value|appreciate|found)|everyone) .{0,60}\b(?:article|story"
        r"|report|journalism|work|reading)\b.{0,120}$",
    ),
    wording(
        "newsletter",
        r"sign up (?:for|to|here|now|today|below|and)\b.{0,160}$",
        r"sign up\W*$",
        r"(?:subscribe|subscribing) to (?:our|the|my|this)\b.{0,60}\b(?:newsletters?|podcasts?|channel"
        r"|alerts?|feed|e-?mails?|briefing|updates?|newspaper)\b.{0,100}$",
        r"(?:get|receive|want) (?:the |our |all |more |your |breaking |daily |weekly )*.{0,120}\b(?:in|to"
        r"|into|straight to) your (?:inbox|e-?mail|phone)\b.{0,160}$",
        r"(?:get|receive) (?:the |our |all )?(?:latest|best|top|biggest|first|day's|daily|morning|evening"
        r"|weekly|breaking)\b.{0,100}\b(?:news|stories|headlines|updates?|alerts?|newsletter|briefing|word"
        r"|scoops?|reporting)\b.{0,100}$",
        late(
            r".{0,80}\bdelivered (?:straight |directly |daily |weekly |free )*to (?:you|your (?:inbox|e-?mail"
            r"|door))\b.{0,160}$",
            "delivered",
        ),
        late(r".{0,80}\b(?:get|receive)\b.{1,80}\b(?:in|to) your inbox\W*$", "your inbox"),
        r"let our news meet your inbox\b.{0,200}$",
        r"(?:never|don't|do not) miss (?:a|an|another|out|the)\b.{0,80}$",
        r"(?:stay|keep) (?:informed|up[ -]to[ -]date|in the loop|in the know|connected|tuned"
        r"|ahead)\b.{0,100}$",
        r"(?:e-?mail|newsletter|daily|weekly|manage|breaking news)? ?(?:newsletters?|alerts?"
        r"|briefings?)(?: (?:sign[- ]?up|manage newsletters))?[.!:]?$",
        r"(?:enter|your) (?:your )?e-?mail(?: address)?\b.{0,60}$",
        r"by (?:signing up|subscribing|clicking|entering your|continuing|registering"
        r"|submitting)\b.{0,60}\b(?:you|agree|consent)\b.{0,300}$",
        r"(?:you can )?unsubscribe\b.{0,80}$",
        r"(?:this|a version of this) (?:site is protected by|story (?:first )?appeared in .{0,60}newsletter"
        r"|article (?:first )?appeared in .{0,60}newsletter)\b.{0,160}$",
        r"thank you for (?:signing up|subscribing)\b.{0,80}$",
        r"get \S.{0,200}\. sign up (?:to|for)\b.{0,800}$",
        r"not signed up yet\b.{0,120}$",
        r"(?:download|get|install|click (?:here )?(?:to get|for)) (?:the|our) .{0,50}\bapp\b.{0,60}$",
    ),
    wording(
        "read_also",
        rf"{_LINK}(?:\W+{_LINK})*\s*:(?!\S*//)\s*.{{1,200}}$",
        r"(?:read|watch|see|listen|view|more|related|also)(?: (?:more|also|next))?\s*:?\s*$",
        r"(?:read|see|watch|listen to|check out) also\b.{0,200}$",
        r"(?:also (?:read|see|watch|listen)|see also|read next|up next|next up|you (?:may"
        r"|might) also (?:like|enjoy|be interested in)|recommended|don't miss|must[- ]reads?|must[- ]watch"
        r"|just watched|in case you missed it)\b[:.]?.{0,160}$",
        r"(?:read|learn|find out|see|discover) more\b.{0,160}$",
        r"read or share this (?:story|article)\b.{0,240}$",
        r"(?:read|see|watch|view|hear|listen to) (?:the |our |all |his |her |their )*(?:full|rest of|entire"
        r"|complete|original)\b.{0,100}(?:here|below|\]|at .{2,40}|interview|video|story|article|report"
        r"|statement|text|coverage|transcript|gallery|list)\W*$",
        r"(?:read|click|tap|go|see|visit|watch|listen)(?: \S+){0,4} (?:here|this link|below)\b.{0,120}$",
        r"click (?:on|to|the|below)\b.{0,120}$",
        r"(?:more|full) (?:coverage|stories|news|reporting|articles|headlines|from|in|on"
        r"|about)\b(?!.{0,200}[.]$)[^.]{0,80}$",
        r"(?:go|dig) deeper\b.{0,80}$",
        r"(?:most (?:read|popular|viewed|shared|commented)|trending(?: now)?|top stories|latest (?:news"
        r"|stories|headlines)|editors?'s? (?:picks?|choice)|related (?:articles?|stories|coverage|content"
        r"|topics?|links?|posts?|news|video)|popular (?:now|stories)|what to read next|around the web"
        r"|from the web|from our partners|more (?:like this|stories)|our (?:picks|coverage))\W*$",
        r"related (?!to\b)(?=[A-Z\"'“‘])(?!.*[.]$).{5,160}$",
        r"slideshow \(\d+ images?\)$",
        r"(?:play|watch|view) (?:video|now|live|gallery|slideshow|all|replay|this)\b.{0,120}$",
        r"(?:video|audio|gallery|photos|slideshow|podcast|live|live updates|graphic|interactive"
        r"|infographic)(?: \d+)?[:.]?$",
        r"follow (?:live|our live|the latest|along)\b.{0,120}$",
        r"visit .{2,60}(?:'s|s') (?:homepage|website|site)\b.{0,80}$",
    ),
    wording(
        "read_also",
        late(r".{8,200}\b(?:read more|find out more|learn more|see more)\W*$", " more"),
        guarded=False,
    ),
    wording(
        "read_also",
        r"\[(?:here|read|see|watch|follow|sign|click|more|related|what|how|why|the latest)\b[^\]]{4,160}\]$",
    ),
    wording(
        "share",
        rf"{_SITES}(?:[\s|•·,/]+{_SITES})*\W*$",
        r"(?:share|tweet|e-?mail|print|save|pin|bookmark|recommend|repost) (?:this|on|via|to|with|article"
        r"|story|the)\b(?!.{0,160}[.]$).{0,80}$",
        r"(?:share|tweet|e-?mail|print|bookmark|recommend) this\b.{0,40}$",
        r"(?:\d[\d,.]*k? )?(?:shares?|views?|likes?|retweets?|reactions?)$",
        r"(?:like|follow|find|join|connect with) (?:us|the page|our page|\w+(?: \w+){0,3}) (?:on|at|via"
        r"|here)\b(?: (?:facebook|twitter|x|instagram|youtube|linkedin|threads|bluesky|telegram"
        r"|social media|whatsapp|and|,|@\S+)\W*)+$",
        r"(?:do you support .{2,40}\? )?like the page:?$",
        r"follow @\S+.{0,60}$",
        r"(?:add|set) .{2,40} as (?:a|your) preferred source\b.{0,60}$",
        r"listen to (?:this )?(?:article|story)\b.{0,60}$",
        r"(?:gift|save) (?:this )?(?:article|story|link)\b.{0,60}$",
        r"(?:increase|decrease|change) (?:text|font) size$",
        guarded=False,
    ),
    wording(
        "comments",
        r"(?:view |show |hide |see |load |read |post |leave |add |write )?(?:a |an |all |your |the "
        r"|more )?(?:\d[\d,]* )?(?:comments?|repl(?:y|ies)|responses?)(?: (?:\(?\d[\d,]*\)?|here|below"
        r"|section|policy|are closed|closed|off))?\W*$",
        r"(?:be the first to|what do you think|join the (?:conversation|discussion|debate)|have your say"
        r"|start the conversation|tell us what you think|let us know|share your (?:thoughts|views"
        r"|opinion))\b.{0,120}$",
        r"\d[\d,]* view comments$",
        late(r".{2,60} values your (?:comments|views|opinions?)\b.{0,240}$", " values your"),
        r"commenting on (?:this|our)\b.{0,120}\b(?:subscription|subscribers|membership)\W*$",
        r"share (?:what you think|or comment)\b.{0,200}$",
        r"the comments below have (?:not )?been moderated\b.{0,80}$",
        r"the views expressed\b.{0,60}\bare those of\b.{0,80}$",
        r"comments? (?:are|is) (?:closed|moderated|disabled|now closed)\b.{0,160}$",
        r"(?:leave|post|write) (?:a|your) (?:comment|reply)\b.{0,80}$",
        r"(?:please )?(?:read|see) our (?:comment|community|commenting) (?:policy|guidelines"
        r"|rules)\b.{0,80}$",
    ),
    wording(
        "contact",
        r"follow \S+(?: \S+){0,3} on (?:twitter|x|facebook|instagram|bluesky|threads|mastodon"
        r"|linkedin)\b.{0,60}$",
        r"(?:write|e-?mail|reach|contact)(?: to)? (?:us|.{2,60}?) (?:at|on|via) \S*(?:@|\[email).{2,60}$",
        r"(?:send|got) (?:us )?(?:a |any |your |news )*(?:tips?|story|question|feedback"
        r"|correction)\b.{0,160}$",
        r"contact (?:us|the (?:author|reporter|newsroom|writer)|me)\b.{0,120}$",
        r"(?:report|spotted|see) an? (?:error|typo|mistake|correction|problem)\b.{0,80}$",
        r"\S+@\S+\.\S{2,}$",
        r"@\w{2,30}$",
        r"(?:twitter|x|instagram|facebook|bluesky|e-?mail)\s*:\s*(?:@|https?:)\S+$",
    ),
    wording(
        "topics",
        r"(?:related )?(?:topics?|tags?|keywords?|filed under|categor(?:y|ies)|sections?|more on"
        r"|explore(?: more)?(?: on these topics)?|in this (?:article|story))(?:\s*[:|-]\s*.{0,200})?$",
        late(
            r"(?:[A-Z][\w'&.-]*(?: [\w'&.-]+){0,3})"
            r"(?:\s*[•|›»>·]\s*[A-Z][\w'&.-]*(?: [\w'&.-]+){0,4}){2,12}$",
            *"•|›»>·",
        ),
        r"#\w+(?:[\s,]+#\w+)*$",
    ),
    wording(
        "legal",
        r"(?:copyright|©|\(c\))\W{0,3}(?:©|\(c\)|\d{4}|by|the|of|held|all|\w+ \d{4})?.{0,240}$",
        r"all rights reserved\b.{0,200}$",
        late(r".{2,80}\ball rights reserved\W*$", "all rights reserved"),
        r"(?:this|no part of this) (?:material|content|article|publication) (?:may|can"
        r"|must) not be\b.{0,240}$",
        r"(?:privacy policy|privacy notice|terms (?:of (?:use|service)|and conditions|& conditions)"
        r"|cookie (?:policy|settings|preferences)|do not sell\b.{0,60}|accessibility|about us"
        r"|advertise(?: with us)?|careers|help(?: cent(?:er|re))?"
        r"|site ?map)(?:\s*[|•·/]?\s*(?:privacy policy|privacy notice|terms (?:of (?:use|service)"
        r"|and conditions)|cookie (?:policy|settings)|contact(?: us)?|about us|accessibility"
        r"|advertise(?: with us)?|careers|help))*\W*$",
        r"content created by .{2,80} is available without charge\b.{0,600}$",
        r"(?:click here for )?reprint permission\b.{0,80}$",
    ),
    wording(
        "cookies",
        r"(?:we|this (?:web)?site|our (?:web)?site|we and our partners) uses? (?:necessary "
        r"|essential )?cookies\b.{0,600}$",
        r"(?:accept|reject|allow|manage|decline) (?:all|cookies|all cookies|preferences|choices|settings"
        r"|optional cookies)(?: (?:cookies|all|settings|preferences))?\W*$",
        r"(?:i agree|got it|ok(?:ay)?|no,? thanks|maybe later|dismiss|remind me later|close|menu|search"
        r"|skip to (?:content|main content|main)|back to top|home|next|previous|load more|show more|see all"
        r"|view all|play|pause|mute)\W*$",
        r"(?:we value )?your privacy\b.{0,100}$",
        r"(?:allow|show|load) (?:\w+ )?content (?:provided )?(?:from|by) .{2,40}$|allow \w+ content\W*$",
        r"this (?:article|story|page|video|post) (?:includes|contains) content (?:provided|supplied"
        r"|hosted) by\b.{0,300}$",
        guarded=False,
    ),
    wording(
        "page_note",
        r"this (?:article|story|post) is more than \d+ (?:years?|months?) old$",
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -]min(?:ute)?s? (?:read|to read|listen)$",
        r"(?:reading|read) time:? ?\W?\d+ ?(?:min(?:ute)?s?)?.{0,20}$",
        r"this (?:is a )?(?:breaking|developing) (?:news )?(?:story|news)?\b.{0,40}\b(?:check back"
        r"|will be updated|refresh|updates)\b.{0,120}$",
        r"(?:please )?(?:check back|refresh)\b.{0,30}\b(?:for|later)\b.{0,80}$",
        r"this (?:story|article|post|report) (?:has been|was|is being|will be) updated\W*$",
        r"(?:previous|earlier) story (?:below|follows)\W*$",
        r"\[[\w ]+ id=\"?\d+\"?\]$",
        r"\d{1,3} min(?:ute)?s?$",
        r"(?:view|open|see) (?:the )?gallery$",
        r"(?:summary|companies|key points|at a glance)$",
        r"our (?:standards|editorial standards|code of conduct)\b.{0,80}$",
        r"this (?:article|story|essay|report) (?:first |originally |also )?(?:appears|appeared"
        r"|ran) in\b.{0,200}$",
        r"this (?:article|story|essay|report) was (?:first |originally )published\b.{0,200}$",
        r"https?://\S+$",
        r"(?:file|image|photo|video) \d+ of \d+$",
        r"\d+ of \d+$",
        guarded=False,
    ),
    wording("separator", r"[\W_]{1,80}$", r"\+\d{1,3}$", guarded=False),
)
