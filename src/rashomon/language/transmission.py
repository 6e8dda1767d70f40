"""By what means words travel to a report, as data: media, wires, networks, occasions.  All lower case.

Outlets are told by the nouns beside them and by the words their titles are made
of; the only proper names here are those of wire agencies and of networks where
people post, which stand in reports without any noun to explain them.
"""

from __future__ import annotations

__all__ = [
    "ADDRESSED",
    "CARRIERS",
    "CITING",
    "FESTIVALS",
    "HANDING_ON",
    "HEARERS",
    "INTERVIEWERS",
    "MEDIA",
    "MEDIA_PLURALS",
    "MESSAGE_KINDS",
    "MODIFIED",
    "MODIFIERS",
    "NO_HEARERS",
    "OCCASIONS",
    "OWN",
    "PASSED_ON",
    "PERIODICALS",
    "PLATFORMS",
    "POSTED",
    "REPORTING",
    "SERVICES",
    "SERVICE_KINDS",
    "SHOWING",
    "SHOWS",
    "SHOW_WORDS",
    "SPOKEN_TO",
    "SPOKEN_WORDS",
    "STATE",
    "TITLE_FIRST",
    "TITLE_LAST",
    "VERB_PARTICLES",
    "VOICES",
    "WIRES",
    "WRITTEN_TO",
]

# What a medium is called: "the daily", "a news site"; a word of two parts is written with a blank.
MEDIA = frozenset(
    {
        "newspaper", "paper", "daily", "weekly", "tabloid", "broadsheet", "magazine", "journal", "gazette",
        "network", "broadcaster", "channel", "station", "radio", "television", "tv", "website", "portal",
        "outlet", "publication", "newswire", "wire", "podcast", "newsletter", "blog", "periodical",
        "newsroom", "livestream", "news agency", "news site", "news website", "news portal", "news outlet",
        "news service", "news channel", "news network", "news programme", "news program", "press agency",
        "wire service", "wire agency", "media outlet", "media group", "media", "telegram channel",
        "youtube channel", "talk show", "monthly", "fortnightly", "bulletin", "mag",
        "yearbook", "annals", "proceedings",
    }
)  # fmt: skip
# Those of them that a body has printed: "the journal of the Ostmark Society".
PERIODICALS = frozenset(
    "yearbook annals proceedings journal magazine newsletter newspaper bulletin gazette".split()
)
# Nouns that a noun for a medium stands before without naming any: "television personality".
MODIFIED = frozenset(
    "personality personalities star stars ad ads advert adverts advertisement advertisements advertising "
    "interview interviews appearance appearances host hosts anchor reporter reporters journalist journalists "
    "crew crews set sets presenter presenters ratings camera cameras audience audiences licence license "
    "coverage debate debates address series editor editors article articles column columns clip clips "
    "viewers listeners readers reports report executive executives mogul owner spots spot footage rights "
    "deal career studio screen screens signal waves silence play pundit pundits correspondent".split()
)
# Who is told something and is neither an outlet nor a person.
NO_HEARERS = frozenset("congress parliament nato un eu gop police god whitehall downing".split())
# What an outlet has, so that the name before it is an outlet's: "Vantage's editor".
VOICES = frozenset(
    "editor editors newsroom website site newsletter podcast viewers readers listeners coverage bureau "
    "scoop reporting story report interview column editorial".split()
)
MEDIA_PLURALS = frozenset("media press newspapers papers outlets networks broadcasters channels".split())
# A noun that is also something else names a medium only with one of these right before it.
MODIFIERS = {
    "agency": frozenset({"news", "press", "wire"}),
    "site": frozenset({"news"}),
    "service": frozenset({"news", "wire"}),
    "group": frozenset({"media", "news"}),
}
SHOWS = frozenset(
    "show programme program podcast broadcast series talk-show breakfast newscast phone-in bulletin".split()
)
# Words in names of programmes that are in nobody's name: "Good Morning Corvia".
SHOW_WORDS = frozenset(
    "morning tonight today week sunday america nation press politics hour report room world live breakfast "
    "newsnight daybreak drive drivetime weekend newsday question questions matters talk news sunrise noon "
    "midday panorama dispatches spotlight nightly friends".split()
)
STATE = frozenset(
    "state state-run state-owned state-controlled state-backed state-funded state-affiliated "
    "government-run government-owned government-controlled semi-official semiofficial "
    "official pro-government party-run regime-run".split()
)
# Words that titles of media end with, and begin with.
TITLE_LAST = frozenset(
    "news times post herald tribune gazette journal chronicle daily weekly radio television tv press "
    "mail mirror courier courant observer guardian telegraph sun star globe examiner bulletin dispatch "
    "clarion bugle trader beacon banner gleaner statesman pioneer tablet bee planet weekender wire "
    "sentinel record independent standard argus echo mercury ledger register inquirer enquirer review "
    "monitor today magazine broadcasting fm am advertiser advocate argosy intelligencer messenger "
    "reporter packet recorder spectator evening online live24 newsline newswire wire news24 network "
    "beast digest insider outlook post-gazette journal-constitution post-dispatch star-ledger "
    "times-picayune tv2 tv3 tv4 sentinel-tribune dispatches gazetteer almanac letter leader".split()
)
TITLE_FIRST = frozenset(
    "radio channel tv television daily agence agenzia agencia voice sunday evening morning weekly".split()
)
WIRES = frozenset(
    "reuters ap afp dpa upi tass xinhua ansa efe kyodo interfax bloomberg pa ptI irna yonhap "
    "itar-tass apa anadolu".lower().split()
) | {"associated press", "press association", "agence france-presse", "united press international"}
PLATFORMS = frozenset(
    "twitter x facebook instagram telegram youtube tiktok linkedin reddit mastodon bluesky threads "
    "weibo wechat whatsapp vkontakte vk parler gab snapchat tumblr discord twitch substack".split()
) | {"truth social", "social media"}
# What is posted or kept on a platform, so that the name right before it is the platform's.
POSTED = frozenset(
    "post posts thread threads clip clips video videos livestream stream reel reels story stories caption "
    "page account feed profile channel message messages entry ama chat comment comments tweet".split()
)
# Nouns for a place where people post, and those that are one only behind a word for its use.
SERVICES = frozenset("app platform forum".split())
SERVICE_KINDS = {
    "network": frozenset({"social", "social-media", "media", "sharing", "messaging", "microblogging"}),
    "service": frozenset(
        {"messaging", "message", "chat", "social", "media", "microblogging", "video", "sharing"}
    ),
    "site": frozenset({"social", "media", "social-media", "networking", "microblogging", "video", "sharing"}),
    "website": frozenset(
        {"social", "media", "social-media", "networking", "microblogging", "video", "sharing"}
    ),
    "forum": frozenset({"web", "internet", "online", "discussion", "message"}),
    "board": frozenset({"message", "bulletin"}),
}
INTERVIEWERS = frozenset(
    "journalist reporter host anchor presenter interviewer correspondent broadcaster podcaster columnist "
    "moderator co-host newsreader streamer vlogger blogger youtuber creator".split()
)
OWN = frozenset({"this", "our", "us"})

# Verbs whose object, or whose "to", is the one addressed.
ADDRESSED = {
    "told": "told", "tell": "told", "tells": "told", "telling": "told", "informed": "told",
    "assured": "told", "reminded": "told", "emailed": "told", "texted": "told",
}  # fmt: skip
SPOKEN_TO = {
    "confirmed": "confirmed_to", "confirms": "confirmed_to", "confirming": "confirmed_to",
    "said": "told", "says": "told", "spoke": "told", "speaking": "told", "spoken": "told", "talking": "told",
    "talked": "told", "admitted": "told", "explained": "told", "complained": "told", "revealed": "told",
    "disclosed": "told", "announced": "told", "remarked": "told", "described": "told", "conceded": "told",
    "insisted": "told", "denied": "told", "acknowledged": "told", "comments": "told", "remarks": "told",
    "statement": "statement", "response": "statement", "email": "statement", "e-mail": "statement",
    "message": "statement", "testimony": "told", "suggested": "told", "hinted": "told", "indicated": "told",
    "reply": "statement", "interview": "interview", "interviews": "interview", "appearance": "interview",
    "conversation": "interview", "chat": "interview", "exchange": "interview", "comment": "told",
    "statements": "statement", "letter": "statement", "text": "statement",
    "note": "statement", "voicemail": "statement", "giving": "interview", "gives": "interview",
    "call": "interview", "calls": "interview",
    "words": "told", "quotes": "told", "declared": "told", "confided": "told", "stated": "told",
    "sit-down": "interview", "contacted": "told", "gave": "interview", "granted": "interview",
}  # fmt: skip
# Those of them that are papers: they are sent, or something is said in them.
WRITTEN_TO = frozenset(
    "statement statements response email e-mail message reply letter text note voicemail comments remarks"
    " comment".split()
)
# A participle and its preposition, with an outlet behind it: who carried the words, and how.
CARRIERS = {
    ("quoted", "by"): "quoted_by", ("cited", "by"): "quoted_by", ("quoted", "in"): "quoted_by",
    ("reported", "by"): "reported_by", ("carried", "by"): "carried_by", ("carried", "on"): "carried_by",
    ("published", "by"): "published_by", ("published", "in"): "published_by",
    ("published", "on"): "published_by", ("printed", "in"): "published_by", ("printed", "by"): "published_by",
    ("broadcast", "by"): "broadcast_by", ("broadcast", "on"): "broadcast_by",
    ("aired", "by"): "broadcast_by", ("aired", "on"): "broadcast_by", ("screened", "on"): "broadcast_by",
    ("shown", "on"): "broadcast_by", ("televised", "by"): "broadcast_by", ("shown", "by"): "broadcast_by",
    ("streamed", "on"): "broadcast_by", ("released", "by"): "published_by",
    ("seen", "by"): "seen_by", ("obtained", "by"): "seen_by", ("reviewed", "by"): "seen_by",
    ("viewed", "by"): "seen_by", ("read", "by"): "seen_by", ("examined", "by"): "seen_by",
    ("shared", "with"): "seen_by", ("provided", "to"): "seen_by", ("leaked", "to"): "seen_by",
    ("given", "to"): "seen_by", ("sent", "to"): "seen_by", ("passed", "to"): "seen_by",
    ("relayed", "by"): "reported_by", ("repeated", "by"): "carried_by", ("summarised", "by"): "carried_by",
    ("summarized", "by"): "carried_by", ("reprinted", "by"): "carried_by", ("reprinted", "in"): "carried_by",
    ("republished", "by"): "carried_by", ("recounted", "by"): "carried_by", ("retold", "by"): "carried_by",
    ("rebroadcast", "by"): "carried_by", ("syndicated", "by"): "carried_by", ("described",
    "by"): "carried_by",
    ("reported", "in"): "reported_by", ("reported", "on"): "reported_by", ("relayed", "to"): "seen_by",
    ("shown", "to"): "seen_by", ("released", "to"): "seen_by", ("report", "in"): "published_by",
    ("described", "to"): "seen_by", ("read", "to"): "seen_by", ("supplied", "to"): "seen_by",
    ("reached", "by"): "interview", ("contacted", "by"): "interview", ("questioned", "by"): "interview",
    ("published", "with"): "published_by", ("quoted", "on"): "quoted_by", ("cited", "in"): "quoted_by",
    ("distributed", "by"): "carried_by", ("taken", "by"): "carried_by", ("put", "by"): "published_by",
    ("passed", "by"): "carried_by", ("dug", "by"): "published_by", ("spotted", "by"): "published_by",
    ("unearthed", "by"): "published_by", ("uncovered", "by"): "published_by",
    ("surfaced", "by"): "published_by",
    ("preserved", "by"): "carried_by", ("archived", "by"): "carried_by", ("embedded", "by"): "carried_by",
    ("reposted", "by"): "carried_by", ("captured", "by"): "broadcast_by", ("forwarded", "to"): "seen_by",
    ("published", "through"): "published_by", ("highlighted", "by"): "carried_by",
    ("collected", "by"): "published_by", ("transcribed", "by"): "carried_by",
    ("leaked", "by"): "published_by",
    ("shared", "by"): "carried_by", ("circulated", "by"): "carried_by", ("noticed", "by"): "published_by",
    ("read", "on"): "carried_by", ("played", "on"): "broadcast_by",
    ("reproduced", "by"): "carried_by", ("reproduced", "in"): "carried_by", ("run", "by"): "published_by",
    ("carried", "in"): "carried_by", ("paraphrased", "by"): "carried_by", ("embedded", "in"): "carried_by",
    ("conducted", "by"): "interview", ("asked", "by"): "interview",
    ("interrogated", "by"): "interview", ("quizzed", "by"): "interview", ("challenged", "by"): "interview",
    ("interviewed", "by"): "interview", ("pressed", "by"): "interview",
    ("recorded", "by"): "broadcast_by", ("posted", "by"): "published_by",
    ("heard", "by"): "seen_by", ("translated", "by"): "carried_by", ("picked", "by"): "carried_by",
    ("article", "for"): "published_by", ("article", "in"): "published_by", ("op-ed", "for"): "published_by",
    ("op-ed", "in"): "published_by", ("column", "in"): "published_by", ("column", "for"): "published_by",
    ("essay", "in"): "published_by", ("essay", "for"): "published_by", ("letter", "in"): "published_by",
    ("written", "for"): "published_by", ("wrote", "in"): "published_by", ("wrote", "for"): "published_by",
    ("writing", "in"): "published_by", ("writing", "for"): "published_by", ("monitored", "by"): "carried_by",
}  # fmt: skip
# Participles that carry words only with a particle behind them: "picked up by".
VERB_PARTICLES = {"picked": "up", "taken": "up", "put": "out", "passed": "on", "dug": "up"}
# What an outlet does when it passes words on.
REPORTING = {
    "reported": "reported_by", "reports": "reported_by", "report": "reported_by",
    "reporting": "reported_by", "quoted": "quoted_by", "quotes": "quoted_by", "quoting": "quoted_by",
    "cited": "reported_by", "cites": "quoted_by", "recounted": "reported_by", "wrote": "reported_by",
    "writes": "reported_by", "revealed": "reported_by",
    "broadcast": "broadcast_by", "aired": "broadcast_by", "published": "published_by",
    "carried": "carried_by", "said": "reported_by", "says": "reported_by", "disclosed": "reported_by",
    "printed": "published_by", "ran": "published_by", "citing": "reported_by",
    "noted": "reported_by", "learned": "reported_by",
}  # fmt: skip
CITING = frozenset({"citing", "quoting"})

# What somebody does who is seen or heard on a programme.
SHOWING = frozenset(
    "appearing appeared appears appear aired airing airs broadcast shown played speaking spoke seen heard "
    "interviewed live guest screened streamed televised talking featured aired recorded running".split()
)
# Days that "on" stands before as it does before the name of a network.
FESTIVALS = frozenset(
    "christmas easter thanksgiving ramadan eid passover halloween hanukkah juneteenth diwali lent pentecost "
    "ascension epiphany yom rosh new memorial veterans independence election inauguration".split()
)
# Words as others take them up: "remarks carried by", "an account published in".
SPOKEN_WORDS = frozenset(
    "remark remarks comment comments words account accounts claims claim "
    "allegations quotes quote transcript transcripts "
    "excerpts excerpt extracts extract images pictures minutes quotation quotations "
    "footage audio tape copy version texts papers article essay op-ed column editorial "
    "warning warnings assessment estimate estimates figures interviews poem prayer".split()
)
# What somebody does who hands on words set down by another: "played a video in which …".
HANDING_ON = {
    "played": "passed_on", "showed": "passed_on", "shows": "passed_on", "plays": "passed_on",
    "read": "passed_on", "released": "passed_on", "circulated": "passed_on", "shared": "passed_on",
    "aired": "broadcast_by", "broadcast": "broadcast_by", "screened": "broadcast_by",
    "published": "published_by", "printed": "published_by", "obtained": "seen_by", "reviewed": "seen_by",
    "seen": "seen_by", "saw": "seen_by", "viewed": "seen_by", "quoted": "quoted_by",
}  # fmt: skip

# On what occasion words were spoken or set down; a noun of two words is written with a blank.
OCCASIONS = {
    noun.replace("_", " "): kind
    for kind, nouns in {
        "interview": "interview interviews interview-based sit-down",
        "press": "reporters journalists newsmen briefing briefings presser news_conference press_conference "
        "media_conference press_briefing news_briefing press_call media_call",
        "post": "post posts tweet tweets thread blog_post",
        "statement": "statement statements communique communiqué press_release news_release release notice "
        "notices update advisory announcement",
        "filing": "filing filings lawsuit affidavit affidavits complaint petition indictment prospectus "
        "pleading pleadings submission court_papers court_documents court_filings court_filing",
        "message": "letter letters email e-mail emails memo memos memorandum note text message messages "
        "text_message text_messages telegram cable cables fax voicemail postcard",
        "speech": "speech address rally sermon lecture toast eulogy keynote monologue homily remarks",
        "hearing": "session hearing hearings testimony deposition trial court parliament inquest "
        "inquiry tribunal",
        "meeting": "debate debates town_hall meeting meetings call conference_call phone_call summit "
        "assembly",
        "broadcast": "broadcast video videos clip livestream podcast recording televised_address appearance",
    }.items()
    for noun in nouns.split()
}
# Verbs that name their occasion, and those that are addressed to a body that hears.
MESSAGE_KINDS = {
    "tweeted": "post", "tweets": "post", "retweeted": "post", "posted": "post", "posting": "post",
    "testified": "hearing", "testifying": "hearing", "emailed": "message", "texted": "message",
}  # fmt: skip
HEARERS = {
    noun: kind
    for kind, nouns in {
        "press": "reporters journalists newsmen pressmen correspondents media press",
        "hearing": "coroner magistrate magistrates bench court jury jurors judge judges parliament senate "
        "committee council councillors mps lawmakers legislators inquiry inquest tribunal commons lords "
        "panel congress assembly senators commission",
        "meeting": "board shareholders investors members residents delegates analysts "
        "congregants staff employees",
        "speech": "dinner luncheon banquet gala gathering conference convention worshippers pupils students "
        "parishioners guests fans listeners vigil demonstrators forum crowd supporters rally audience "
        "congregation troops cadets graduates villagers mourners wedding",
    }.items()
    for noun in nouns.split()
}
# Behind an occasion or a cue: who passed the words on himself.
PASSED_ON = frozenset(
    {
        "shown",
        "read",
        "issued",
        "released",
        "relayed",
        "published",
        "shared",
        "delivered",
        "posted",
        "circulated",
        "distributed",
        "presented",
        "played",
        "sent",
        "forwarded",
        "uploaded",
        "filmed",
        "recorded",
        "leaked",
        "public",
        "put",
        "passed",
    }
)
