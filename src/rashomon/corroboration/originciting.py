"""How a sentence names an outlet: as who tells it, as a place of its words, in passing, as a thing.  Data.

What stands before and behind the name tells it, by its structure: an outlet is where
words come from if it stands in brackets, behind a preposition, before “that” or a
colon, or closes the sentence behind a comma.  What is done to an outlet, its house and
its people's fates are things.
"""

from __future__ import annotations

import re
from enum import IntEnum

from rashomon.corroboration.originthings import is_circumstance, tells_next
from rashomon.corroboration.originwords import CITED_AFTER, CITED_BEFORE, NAMED_BEFORE

__all__ = ["Naming", "Taken", "naming", "taken", "takes_up", "told_to", "whole"]


class Naming(IntEnum):
    """What a sentence makes of an outlet that it names; the more tells more surely where it is from."""

    THING = 0
    """“the Courier building”, “bought the Courier”."""
    PASSING = 1
    """Named, and neither of the others."""
    PLACE = 2
    """Where the words come from, by the sentence's structure."""
    TELLER = 3
    """Beside a word for reporting."""


# “in Tuesday’s”, “this morning’s”.
_LEADING = r"(?:(?:the|an?|this|that|last|our|their|[\w-]+['’]s)\s+)*"
_POSSESSIVE = r"(?:['’]s?)?"
_BUILT = (
    r"offices?|buildings?|headquarters|premises|vans?|trucks?|cars?|car park|owners?|proprietors?|"
    r"founders?|shares?|"
    r"stock|parent company|print(?:ing)?[ -](?:works|plant|press|house|shop)|press(?:es)?|studios?|"
    r"transmitters?|masts?|"
    r"towers?|archives?|canteen|prizes?|awards?|cup|trophy|photographers?|photos?|employees?|"
    r"workers?|union|"
    r"kiosks?|stands?(?! by)|advertisers?|adverts?|advertising|fund|foundation|charity|appeal|strike|boss|"
    r"lawyers?|"
    r"executives?|hosts?|anchors?|personalit(?:y|ies)|stars?|viewers|audiences?|ratings|line-?up|brass|bosses|"
    r"finances|debts?|profits?|circulation|sale|takeover|building site|roof|cellar|basement|depot|warehouse"
)
_DONE = (
    r"bought|sold|sued|fined|founded|closed|shut|launched|evacuated|flooded|damaged|destroyed|"
    r"acquired|taken over|"
    r"raided|banned|criticised|criticized|accused|cut off|owned|based|hacked|awarded|forced|burgled|"
    r"searched|"
    r"censored|blocked|suspended|hit|struck|located|situated|housed|unable|not able|among|without"
)
_DOES = (
    r"sued|sues|bought|buys|hired|hires|fired|sacked|closed|closes|opened|opens|lost|loses|moved|"
    r"moves|sponsors?|"
    r"sponsored|owns|owned|employs|employed|laid off|won|wins|apologi[sz]e[sd]|declined|refused|"
    r"did not|does not|"
    r"could not|cannot|has not|had not|was not|went bankrupt|collapsed|burned|burnt|"
    r"stands(?! by)|stood(?! by)|"
    r"belongs|belonged|sits|pays|"
    r"paid|donated|gave|hosted|hosts|lies|lay|"
    r"(?:has|have|had) (?:\w+ly )?(?:cut|parted|dropped|fired|sacked|hired|suspended|settled|lost|won)"
)
_THING_BEHIND = re.compile(
    rf"{_POSSESSIVE} (?:(?:old|new|own|main|former|local) )?(?:{_BUILT})\b"
    rf"|,?(?: (?:which|who|also|later|then))* (?:(?:was|were|is|are|has been|had been|have been|"
    rf"will be|being) "
    rf"(?:\w+ly |also |later |then )?(?:{_DONE})|(?:{_DOES}))\b"
)
_THING_BEFORE = re.compile(
    r"\b(?:bought|buys?|buying|sold|sells?|sued|sues?|suing|owns?|owned|owning|(?:owners?|"
    r"publishers?|founders?|proprietors?|"
    r"chairman|chairwoman|boss|lawyers?|photographers?|employees?|buildings?|offices?|headquarters|"
    r"roof|studios?|archives?|purchase|sale|"
    r"takeover) (?:of|for|at|with)|founded|works? (?:for|at)|worked (?:for|at)|working (?:for|at)|"
    r"employed (?:by|at)|"
    r"outside|near|beside|opposite|next to|behind|sponsored by|hosted by|organi[sz]ed by|donated (?:by|to)|"
    r"subscri\w+ to|(?:shares?|stakes?) (?:in|of)|advert\w* in|photos?(?:graphs?)?(?: by| from|:)|"
    r"pictures?(?: by|:)|"
    r"(?:run|career|jobs?|stint|tenure|executives?|hosts?|anchors?|contracts?|posts?|slots?|"
    r"culture) (?:at|with|on)|"
    r"images?(?: by|:)|complain\w* (?:to|about|against)|against|rivals? of|like|unlike|denied|left|"
    r"joined|bans?|banned|"
    r"banning|accused?|accuses|thanked?|blamed?|criticised|criticized|read|reads)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# A word that the name hangs on: a preposition, a mark, “as”, “if”, a verb for taking words over.
_HANGS_ON = re.compile(
    r"(?:\b(?:by|in|from|through|via|per|with|on|of|to|at|under|after|following|as|if|what|"
    r"because of|thanks to|hat tip|"
    r"h/t|quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|credit(?:s|ed|ing)?|echo(?:es|ed|ing)?|reach(?:es|"
    r"ed)|told|tells?|inform(?:s|ed)|follow(?:s|ed)|"
    r"repeat(?:s|ed|ing)|paraphras(?:es|ed|ing)|trust(?:s|ing)?|believ(?:e|es|ing)|reckons?|says?|"
    r"said|writes?|wrote|"
    r"reports?|reported|notes?|noted|adds?|added|argues?|argued|"
    r"claims?|claimed|runs?|goes|asks?|puts?)\s+|[(\[:–—|/]\s*)"
    rf"{_LEADING}\Z",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rf"(?:\A|[,;:(\[–—“\"])\s*{_LEADING}\Z",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(
    rf"{_POSSESSIVE}(?:,? [\w’'-]+){{0,9}}?(?:,? (?:that|how|why|whether)\b|:)|"
    rf"(?:,? [\w’'-]+){{0,2}}[”\"]?(?:[.!?)\]]|\Z)"
)
_OWNS = re.compile(r"['’]s?(?= [\w-])")
_SENTENCE_ENDS = re.compile(r"(?:[.!?][”\"’')\]]*\s+|\n)(?=[A-Z“\"‘(\[])")


def naming(before: str, behind: str) -> Naming:
    """What is made of an outlet by what stands right before its name and right behind it.

    >>> [naming(*words).name for words in (("The dam broke, to go by the ", "."), ("", " building fell."))]
    ['PLACE', 'THING']
    >>> naming("As the ", " reported, the dam broke.").name, naming("", " lies by the dam that broke.").name
    ('TELLER', 'THING')
    """
    ends = list(_SENTENCE_ENDS.finditer(before))
    before = before[ends[-1].end() :] if ends else before
    if _PUBLISHED_IN.search(before) or _WANTS_BELIEVED.match(behind):
        return Naming.TELLER
    if (
        _PICTURED.search(before)
        or _THING_BEFORE.search(before)
        or _THING_BEHIND.match(behind)
        or is_circumstance(before, behind)
    ):
        return Naming.THING
    if CITED_BEFORE.search(before) or CITED_AFTER.match(behind) or tells_next(behind):
        return Naming.TELLER
    placed = NAMED_BEFORE.search(before) or _HANGS_ON.search(before) or _OWNS.match(behind)
    if placed or (_BEGINS.search(before) and _LEADS_TO.match(behind)):
        return Naming.PLACE
    return Naming.PASSING


_PICTURED = re.compile(
    r"\b[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+ ?/ ?\Z"
    r"|(?:[Ii]mage|[Pp]hoto|[Pp]icture) (?:copyright|source)[:,]? \Z"
)
"""“Ada Holt/Merid Wire”, “Image copyright Merid Wire”: whose picture it is."""
_WANTS_BELIEVED = re.compile(
    r" (?:would|will|wants?(?: to)?)(?: \w+)? (?:have )?(?:us|you|everyone|everybody|its \w+|the \w+)"
    r"(?: all)?(?: to)? (?:believe|think|know|understand)\b"
    r"|,? (?:billed|bills|trailed|trails|sold|sells|tout(?:s|ed)|flagged|flags|labelled|labels|dubbed|"
    r"described|describes|presented|presents) as\b"
)
"""“would have us believe”, “in what the … billed as”."""
# “; the report, in the”, “the way the … tells it”, “it was the … that”, “it’s all over the”, “pick up the”.
_PUBLISHED_IN = re.compile(
    r"\b(?:report|story|article|account|claim|news|scoop|piece|exclusive|word)s?, "
    r"(?:carried |published |which appeared )?"
    r"(?:in|by|from|on) (?:the )?\Z|\b(?:it|that)(?: is|['’]s)? all over (?:the )?\Z"
    r"|\b(?:it was|the way) (?:the )?\Z|\b(?:reports|word|news) reaching (?:the )?\Z"
    r"|\b(?:[Pp]ick up|[Oo]pen|[Tt]urn to|[Ss]ee) (?:the )?\Z"
    r"|\b(?:if|who(?:ever)?|as|since|when) (?:\w+ )?(?:subscribes?|listens?|tunes?|turns?|follows?|reads?|"
    r"watch(?:es)?|opens?|buys?)(?: in)?(?: to)? (?:the )?\Z"
    r"|\bover (?:at|on|in) (?:the )?\Z",
    re.IGNORECASE,
)
_OUTLET = (
    r"(?:(?:news)?papers?|daily|weekly|tabloid|broadsheet|magazine|journal|gazette|(?:news |"
    r"web)?site|(?:news|press|wire) agency|"
    r"news(?: |-)?wire|broadcaster|station|channel|network|outlet|publication|portal|bulletin|"
    r"programme|podcast)"
)
_WORK = (
    r"(?:report|article|story|piece|account|investigation|scoop|dispatch|broadcast|reporting|"
    r"coverage|front page|interview)"
)
_TAKES_UP = re.compile(
    rf"\b(?:the|that) (?:same |said |influential |respected |local |national )?{_OUTLET}(?:['’]s?\b)?"
    rf"(?! (?:(?:was|were|is) (?:{_DONE})|{_BUILT}))"
    rf"|\b(?:the|its|their|that|this|his|her) (?:own |exclusive |lead |front-page |"
    rf"online )?(?:{_WORK}|reporters?|journalists?|correspondents?|"
    rf"sources?|readers|website|headline|editors?)\b",
    re.IGNORECASE,
)


def takes_up(words: str) -> bool:
    """Whether words speak of an outlet that was named before: “the paper”, “its report”.

    >>> takes_up("The dam broke, the paper adds."), takes_up("Its sources say so."), takes_up("It broke.")
    (True, True, False)
    """
    return _TAKES_UP.search(words) is not None


class Taken(IntEnum):
    """Whether words speak of an outlet that was named before, and how far back it may stand."""

    NOT = 0
    NEXT = 1
    """In the sentence right before: “In it we learn that”, “Its conclusion is”."""
    AGENCY = 2
    """There, and it is an agency: “The agency said”."""
    NEAR = 3
    """In this paragraph or the one before: “the paper”."""


_AGENCY = re.compile(r"\bthe agency\b", re.IGNORECASE)
_TELLING = (
    r"says?|said|writes?|wrote|reports?|reported|adds?|added|shows?|showed|found|finds|claims?|claimed|"
    r"quote[sd]?|cite[sd]?|has it|tells?|told|learn(?:s|ed|t)|"
    r"(?:has|have|had) (?:learned|found|established|seen|been told)"
)
_FINDING = (
    r"(?:conclusion|finding|verdict|account|version|telling|word|line|view|reckoning|count|tally|story|"
    r"headline|answer|research|reporting|estimate)s?"
)
_TAKES_UP_NEXT = re.compile(
    r"[“\"(]*(?:(?:In|According to|By|From|On|As|To|Per|Citing|Quoting|What|If|Going by) (?:[\w’'-]+ ){0,2}?"
    rf"(?:it|its|them|their|they)\b|(?:Its|Their) (?:[\w-]+ )?{_FINDING}\b"
    rf"|(?:It|They)(?: also| then| further| even)? (?:{_TELLING})\b)"
)
_HEARSAY = re.compile(rf"[“\"(]*(?:He|She|They)(?: also| then)? (?:{_TELLING})\b")
_SUMMING_UP = re.compile(
    r"[“\"(]*(?:The|Its|Their) (?:gist|upshot|finding|claim|takeaway|news|word|verdict|story|"
    r"allegation|essence|bottom line)"
    r"(?: (?:is|was|being))?(?::| that\b)"
    r"|[“\"(]*In (?:short|brief|sum|essence|substance|a nutshell|a word|other words)[,:]"
)
_IT_SAID = re.compile(rf",[”\"]? (?:it|they) (?:{_TELLING})[^.,;:]{{0,40}}\W*\Z")
_ITS_PEOPLE = re.compile(r"\b(?:reporters?|correspondents?|journalists?|writers?|columnists?|team|crew)\b")


def taken(words: str, before: str = "") -> Taken:
    """How words take up an outlet that was named before.

    Args:
        words: a sentence, or what a source is called.
        before: the sentence before it, which may tell of its people.

    >>> [taken(w).name for w in ("The paper adds it.", "In it we learn that it broke.", "It broke.")]
    ['NEAR', 'NEXT', 'NOT']
    >>> taken("He found that it broke.", "A reporter for the Courier went down.").name
    'NEXT'
    """
    if takes_up(words):
        return Taken.NEAR
    if _AGENCY.search(words):
        return Taken.AGENCY
    own = _HEARSAY.match(words) and _ITS_PEOPLE.search(before)
    again = _TAKES_UP_NEXT.match(words) or _SUMMING_UP.match(words) or _IT_SAID.search(words)
    return Taken.NEXT if own or again else Taken.NOT


_TOLD_TO = re.compile(
    rf"\b(?:told|tells|telling|to|with|by|in|quot(?:ed|ing)|cit(?:es|ed|ing)|per) (?:the|that) {_OUTLET}\b",
    re.IGNORECASE,
)


def told_to(words: str) -> bool:
    """Whether words say that an outlet named before was told: “an engineer told the paper”.

    >>> told_to(", an engineer told the paper."), told_to(", an engineer said.")
    (True, False)
    """
    return _TOLD_TO.search(words) is not None


_WHOLE = re.compile(
    r"(?:\b(?:this|the|our) (?:article|story|report|piece|text|post|column|dispatch|content|version|"
    r"item)\b(?: \w+){0,2}?"
    r" (?:appear(?:ed|s)|publish(?:ed|es)|ran|runs|produced|written|comes?|came|taken|reproduced|"
    r"republished|"
    r"reprinted|syndicated|provided|supplied|posted|printed|carried|released|adapted|translated|is|was)"
    r"(?: [\w,]+){0,6}? (?:in|by|on|at|with|from|of)"
    r"|\b(?:re-?published|reprinted|reproduced|syndicated|reposted|excerpted|shared|used|adapted|"
    r"translated|"
    r"distributed|supplied|provided|licensed|taken)(?: \w+){0,2}? "
    r"(?:by|from|via|with (?:the )?(?:kind )?permission (?:of|from)|(?:by|"
    r"under) (?:an )?(?:arrangement|agreement|licen[cs]e) (?:with|from)|courtesy of)"
    r"|(?<!mage )(?<!hoto )(?<!icture )(?:©|\(c\)|\bcopyright(?: ©)?)(?: \d{4})?"
    r"|\b(?:courtesy of|by arrangement with|by permission of)"
    r"|\b(?:from|by|of) our (?:\w+ )?(?:partners?|colleagues|friends)(?: \w+)?(?: at|,|:| from| in)"
    r"|\b(?:first|originally) (?:appeared|published|posted|printed|ran) (?:in|by|on|at))[\s:,]+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def whole(before: str) -> bool:
    """Whether the outlet named behind these words is told to be the one whose text the whole report is.

    >>> [whole(words) for words in ("This article first appeared in the ", "© 2024 ", "It appeared in the ")]
    [True, True, False]
    """
    return _WHOLE.search(before) is not None
