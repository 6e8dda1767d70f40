"""Words by which a report tells what kind of source stands behind it: data.  All lower case."""

from __future__ import annotations

import re

__all__ = [
    "ACCOUNTS",
    "ALONE",
    "ANYBODY",
    "AUDIENCE",
    "CITED_AFTER",
    "CITED_BEFORE",
    "FIRST",
    "GENERIC",
    "NAMED_BEFORE",
    "NOT_ITS_OWN",
    "ONE_HOLDS",
    "POINTING",
    "REPORTERS",
    "SPOKES",
    "STAFF",
    "TEAM",
    "TOLD_BEFORE",
    "TOLD_BEHIND",
    "VAGUE",
    "WITHHELD",
    "WRITING_FOR",
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
# Who reads or hears what an outlet tells, and those of its people whose trade is no other.
AUDIENCE = frozenset(
    "readers listeners viewers subscribers audience audiences editors newsroom staff team writers media "
    "fans followers visitors customers users analysts traders "
    "many some reader listener viewer subscriber writer reporters journalists".split()
)
# Who reads, hears or knows a thing that somebody else tells: “in the letter one reads that”.
ANYBODY = frozenset("one we they you anyone anybody everyone everybody".split())
# Whom these mean another sentence tells.
POINTING = frozenset("it its them their he she him her his".split())
# What only says that a source has no name.
WITHHELD = frozenset("unnamed anonymous unidentified undisclosed nameless".split())
SPOKES = (
    r"(?:spokes(?:man|woman|person|people|men|women)|press (?:officer|secretary|office|chief|aide)|"
    r"mouthpiece|communications (?:director|chief|officer|adviser|advisor))"
)
# Who reports for the report's own outlet: “our reporter”, “this newspaper’s correspondent”.
STAFF = re.compile(
    r"(?:^|\b)(?:our|this (?:newspaper|paper|reporter|correspondent|outlet|website|site))(?:['’]s)?"
    r"(?: own)?(?: (?:reporters?|correspondents?|journalists?|photographers?|team|staff|crew))?\b",
    re.IGNORECASE,
)
# A part of the report's own house: “our Investigations Team”.
TEAM = re.compile(
    r"(?:our|this (?:newspaper|paper|outlet|website|site)['’]s)(?: own)?(?: [\w-]+){0,3}"
    r" (?:teams?|desk|units?|bureaus?|bureaux|newsroom|staff|crews?|reporters|correspondents)",
    re.IGNORECASE,
)
# What a credit calls that which another outlet had first, when it does not tell it again.
GENERIC = frozenset(
    "news story report incident event events details development matter information "
    "allegation allegations claim claims investigation scoop".split()
)
# Right before the name of an outlet that told something: “reporting by”, “(source:”, “broken by”.
CITED_BEFORE = re.compile(
    r"(?:\b(?:reporting|reports?|story|stories|article|investigation|scoop|dispatch|coverage|account|news)"
    r"(?: \w+){0,2}? (?:by|in|from|of)"
    r"|\b(?:broken|reported|revealed|published|carried|disclosed|uncovered|unearthed|printed|exposed|told)"
    r"(?: \w+)? (?:by|in|on)"
    r"|\b(?:sources?|credit|via)\s*:|\b(?:per|via|citing|quoting|told|according to|credit to|credited to))"
    r"\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# Right behind it: “…, which first reported”, “’s reporting”.
CITED_AFTER = re.compile(
    r"(?:['’]s?)?,?(?: (?:which|that|who))?(?: (?:has|had|have|was|were))?(?: (?:also|first|earlier|the))*"
    r" (?:report(?:s|ed|ing)?|reveal(?:s|ed)|broke|broken|wrote|writes|said|says|disclose[sd]|learned|"
    r"publish(?:ed|es)|carr(?:y|ies|ied)|found|told|first|put|has it|claim(?:s|ed)|understands?|"
    r"confirm(?:s|ed)|establish(?:ed|es)|discover(?:s|ed)|announce[sd]|note[sd]|quote[sd]|cite[sd]|aired|broadcast|ran|"
    r"story|article|investigation|scoop|account|coverage|website|newsroom|edition|readers|front page)\b"
)
# Looser, for the outlet of a report that is compared: a preposition or a mark will do.
NAMED_BEFORE = re.compile(
    r"(?:\b(?:by|in|from|through|via|per|with|on|of)\s+|[(\[:–—]\s*)(?:the\s+)?\Z", re.IGNORECASE
)
# A paper that is not the outlet's which is named in it: “a letter to the Courier”.
NOT_ITS_OWN = re.compile(
    r"\b(?:to|seen by|obtained by|shown to|leaked to|sent to)\s+(?:the\s+)?\Z", re.IGNORECASE
)
REPORTERS = re.compile(
    r"['’]?s? (?:reporters?|correspondents?|journalists?|writers?|editors?|columnists?|staff)\b"
)
# Between a reporter's name and that of the outlet: “Ada Holt of the Courier”.
WRITING_FOR = re.compile(
    r",?(?: (?:an?|the))?(?: (?:senior|chief|political|staff))?(?: (?:reporter|correspondent|journalist|"
    r"writer|editor|columnist|anchor))? (?:of|for|at|(?:writing|reporting) (?:for|in|on)) (?:the |The )?"
)
# Beside the name of a speaker: “in the words of”, “, the mayor, told a meeting”.
TOLD_BEFORE = re.compile(
    r"(?:\b(?:(?<=[,;:–—] )so|in the words of|as told by|on the word of|according to|per|said|says|told by"
    r"|source:|(?:words?|news|information|details?|confirmation|tips?|accounts?|claims?|heard|hears?|learn(?:ed|t|s)?|"
    r"know|knows|knew|gathered|comes?|came|is|was|it|out) from)|(?:\A|[.;:(–—\n] ?)[Ff]rom)"
    r"(?: (?:the )?[\w.]+){0,2} \Z",
    re.IGNORECASE,
)
TOLD_BEHIND = re.compile(
    r"(?:, [^,]{1,60},)?(?: (?:has|had|was|is|also))*"
    r" (?:said|says|told|confirmed|announced|stated|explained|wrote|testified|maintains|heard to say"
    r"|(?:broke|brought|gave|shared|delivered) the news|the (?:one|first|man|woman|person) (?:who|to) "
    r"(?:say|said|tell|told|announced?|report|reported|reveal|revealed|disclosed?|confirm|confirmed))\b"
    r"|['’]s (?:account|words|telling|version|statement|testimony)\b"
)
# “The collapse was first reported by the”, at the beginning of a sentence.
ALONE = re.compile(
    r"(?:\A|[.!?]\s+)(?:The|This|That|It)(?: \w+){0,3} (?:was|were|had been|has been) first [a-z]+ "
    r"(?:\w+ )?(?:by|in|on) (?:the |The )?\Z"
)
FIRST = re.compile(
    r"\bfirst (?:ever )?(?:to )?(?:report|reveal|publish|disclos|tell|told|br(?:eak|oke)|air|obtain|learn|"
    r"r[ua]n|carr|print|put|had|have|got|get|wr[io]te|said|say|flag|spot|surfac|appear|noted?|bring|brought|in|by)"
    r"|\b(?:report|reveal|publish|disclos|broadcast|air|print|carri|appear|surfac|told|ran|run|post|had|got)\w*"
    r"(?: [\w’'-]+){0,3} first\b|\bfirst\W*\Z|\bw(?:as|ere) (?:the )?first\b|\bbroken?\b|\bbreak\b|\bscoop\b"
)
# One person at a time holds these, for a place or a body.
ONE_HOLDS = frozenset(
    "governor mayor president premier minister chancellor king queen prince pope secretary general chief "
    "commissioner sheriff prosecutor attorney ambassador envoy speaker director chairman chairwoman chair "
    "chairperson superintendent coroner judge captain coach ceo bishop principal headmaster headmistress "
    "senator harbourmaster registrar clerk treasurer colonel commander admiral foreman provost boss head "
    "skipper architect".split()
)
