"""Names that these reports use as those of outlets, whatever they are: “the New Era carried the news”.

A name in capitals is an outlet's where it stands behind a noun for what outlets make
(“a story in”, “readers of”), or before something that only outlets do or have (“the
New Era understands that”, “in its Monday edition”).  People's names are none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from rashomon.language.carriernames import carrier_key
from rashomon.model import Article

__all__ = ["outlets_heard"]

_NAME = r"((?-i:[A-Z])[\w’'&-]*(?: (?:of (?:the )?)?(?-i:[A-Z])[\w’'&-]*){0,4}?)"
_END = r"(?=['’]s?\b|[,.;:!?)\]”\"]|\Z|\n| (?-i:[a-z(–—-])| on (?-i:[A-Z])\w+day)"
_WORKS = (
    r"(?:article|story|dispatch|scoop|exclusive|newsletter|podcast|broadcast|segment|editorial|edition|"
    r"front page|readers|listeners|viewers|subscribers|newsroom|correspondents?|reporters?|readership)"
)
_MADE = r"(?:carried|printed|aired|broadcast|broken|put out|run|reported|spotted|posted)"
_DAY = r"on (?-i:[A-Z])\w+day"
_BEHIND = re.compile(
    rf"\b(?:{_WORKS}(?: (?:{_MADE}|{_DAY}))? (?:in|by|of|on|from|for|at)"
    rf"|(?:report|piece|item|column)(?: {_MADE})? in|(?:report|piece) {_MADE} by|reports reaching"
    rf"|hat tip to|h/t|as {_MADE} (?:by|in|on)"
    r"|(?:team|newsroom|newsdesk|friends|colleagues|rivals) at"
    r"|(?:media|radio|press|newspapers?|television|station)(?: reports?)?(?: said| say)?,? (?:citing|quoting)"
    r"|(?:read|hear|heard) (?:(?:it|this|that) )?(?:in|from))"
    rf" (?:(?:the|today[’']s) )?{_NAME}{_END}",
    re.IGNORECASE,
)
_DID = (
    r"(?:(?:learns|has learned|understands|(?:reliably )?gather(?:s|ed)|splashed|"
    r"scooped|exclusively reported)"
    rf"(?: that\b| how\b| {_DAY}|[.,;])"
    rf"|(?:carried|ran|aired|broke|splashed|has|had|dropped|published) (?:the|a|an) "
    r"(?:news|story|scoop|article|piece)\b"
    r"|can (?:\w+ )?(?:report|reveal)\b|informed its read"
    r"|(?:\w+ )?in its \w+ (?:edition|issue|number|bulletin)s?\b"
    rf"|(?:broadcast|tweeted|posted) {_DAY}"
    r"|(?:is|was|were) (?:the )?first to (?:give|report|break|publish|carry|print|air)\b"
    r"|(?:is|was|were|has been) able to (?:establish|confirm|reveal|report)\b)"
)
_BEFORE = re.compile(
    rf"(?:\A|[\n.,;:(–—-] ?)(?:the )?{_NAME}(?:,? which|, an? [^,.]{{3,40}},)?(?: (?:has|had|also|first))?"
    rf"(?: {_DAY})? {_DID}",
    re.IGNORECASE,
)
_ITS = re.compile(
    rf"\bin its (?-i:[A-Z]?)\w+ (?:edition|issue|number|bulletin)s? (?:the )?{_NAME}{_END}", re.IGNORECASE
)
_CALLED = re.compile(
    rf"(?:\A|[\s(“\"])(?:the )?{_NAME}, (?:an?|the) (?:[\w’'-]+ ){{0,3}}?(?:outlet|newspaper|daily|"
    r"weekly|tabloid|broadsheet|broadcaster|newswire|news (?:site|website|agency|portal|channel)|"
    r"radio station|tv station)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"\A(?:[Tt]he |\w+['’]s )+")
_PLACED = re.compile(r"\b(?:near|around|outside|through|over|beside) (?:the )?([A-Z][\w’'&-]*)")
_LONGEST = 60  # of the words behind
_TWO = 2
_LEAST = 2
"""Words of a name, so that a place or a surname alone is none."""


def outlets_heard(articles: Collection[Article], people: Collection[str]) -> Iterator[str]:
    """The names that any report uses as an outlet's, and of those read as a person's that two use so."""
    known = {carrier_key(name).words for name in people}
    heard: dict[str, set[str]] = defaultdict(set)
    kinds = _kinds(articles)
    for article in articles:
        for name in _heard_in(article.text):
            heard[name].add(article.id)
        for name in _made_alike(article.text, kinds):
            heard[name].add(article.id)
    for name in sorted(heard):
        if carrier_key(name).words not in known or len(heard[name]) >= _TWO:
            yield name


def _heard_in(text: str) -> Iterator[str]:
    placed = _placed(text)
    for pattern in (_BEHIND, _BEFORE, _ITS, _CALLED):
        for match in pattern.finditer(text):
            name = _LEADING.sub("", match[1].removesuffix("'s").removesuffix("’s"))
            words = name.split()
            if len(words) < _LEAST or name.isupper() or words[0].endswith("day"):
                continue
            if not any(text.startswith(name, at) for at in placed.get(words[0], ())):
                yield name


def _kinds(articles: Collection[Article]) -> re.Pattern[str] | None:
    """Names that end as those of at least two of the outlets here do: “Diario”, “Tageblatt”."""
    names = {article.publisher.name for article in articles if article.publisher is not None}
    ends = Counter(name.split()[-1] for name in names if len(_LEADING.sub("", name).split()) >= _LEAST)
    alike = [re.escape(end) for end, count in sorted(ends.items()) if count >= _TWO and end[0].isupper()]
    return re.compile(rf"\b[A-Z][\w’'&-]* (?:{'|'.join(alike)})\b(?! [A-Z])") if alike else None


def _made_alike(text: str, kinds: re.Pattern[str] | None) -> Iterator[str]:
    for match in kinds.finditer(text) if kinds is not None else ():
        if match.group().split()[0] not in ("The", "This", "Our"):
            yield match.group()


def _placed(text: str) -> dict[str, list[int]]:
    """Where words stand that a text has as those of a place, by the first of them, each wording once."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for match in _PLACED.finditer(text):
        found[match[1]].setdefault(text[match.start(1) : match.start(1) + _LONGEST], match.start(1))
    return {word: list(places.values()) for word, places in found.items()}
