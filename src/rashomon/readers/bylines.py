"""Byline lines: the wordings they are known by, and the facts they state.

A line is a byline if it names writers ("By ...", "Reporting by ..."), credits
contributors, or gives the dates of the page.  The facts are the names, the
outlet where it is written beside them, and the date of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.readers.dates import DATE, MONTH, iso_in
from rashomon.readers.shapes import is_capitals, is_name_list, names_in, word_count

__all__ = ["Facts", "byline_rule", "facts_of", "is_age", "is_name_and_role", "is_role", "names_outlet"]

_LONGEST = 300
_LONGEST_DATE, _LONGEST_DATED = 60, 120  # characters of a line that is but a date, and with a desk before it
_YEAR = re.compile(r"\d{4}")
_LEAD = (
    r"(?:By|BY|by|Words by|Story by|Text by|Written by|Reporting by|Reported by|Report by"
    r"|Additional reporting by|Analysis by|Posted by|Compiled by|Edited by|Illustrations? by|Photographs by"
    r"|Photography by|Video by|From|FROM)"
)
_WRITER = re.compile(rf"(?P<lead>{_LEAD})\s*:?\s+(?P<rest>(?:our\b|[A-Z]).*)", re.DOTALL)
_AUTHORS = re.compile(
    r"(?:By|BY|by|Words by|Story by|Text by|Written by|Reporting by|Reported by|Posted by|Analysis by)\s*:?\s"
)
_WORK = re.compile(
    r"\b(?:contributed(?: (?:additional )?reporting)?(?: \w+)? (?:to|for) (?:this|the) (?:report|story"
    r"|article|post|dispatch)|contributed(?: reporting)?(?: from [A-Z]\w+)?)\b(?:, which was .{0,60})?\W*$"
    r"|\bcontributed (?:reporting|to this (?:report|story|article|post))\b.{0,80}$"
    r"|^\W*(?:contributing|additional reporting|contributors?|reporting|with reporting)(?::| by\b"
    r"| from\b).{0,200}$"
    r"|\bcontributed (?:research|data|photography|translation)\W*$"
    r"|^sources?: .{2,60}\b(?:agenc\w+|wires?)\W*$"
    r"|^\W*with (?:files|wires?|agenc\w+|\w+ wires)\b.{0,80}$"
    r"|^\W*\(?(?:reporting|writing|editing|additional reporting|writing and editing"
    r"|reporting and writing) by\b.{0,280}$",
    re.IGNORECASE,
)
_FINDS = re.compile(
    r"^\W*(?:\w+ )?(?:reporting|writing) (?:by|from) [^;:]{2,80}? (?:that|shows?|showed|suggests?|"
    r"suggested|finds?|found|indicates?|indicated|reveals?|revealed|says?|said|confirms?|confirmed|points?|pointed|has|had)\s",
    re.IGNORECASE,
)
"""A sentence about what reporting came to, and no credit."""
_WORK_WORDS = ("contribut", "reporting", "writing", "editing", "source", "files", "wire", "agenc")
"""Words (folded) of which one stands wherever `_WORK` matches."""
_STAMP = re.compile(
    r"\W*(?:[A-Z][\w '’-]{2,30}\s?[|•·]\s?){0,3}(?:(?:first |last )?(?:published|uploaded|posted"
    r"|updated|modified|created|issued|filed|edited)"
    r"|last (?:update|modified)|date|publication date)\b"
    r"(?: (?:on|at|date))?\s*[:|—–-]?\s*(?=.*\d).{3,90}$",
    re.IGNORECASE | re.DOTALL,
)
_MONTH_LINE = re.compile(
    rf"(?:{MONTH}|spring|summer|autumn"
    rf"|winter)\s\d{{4}}(?:\s*[|•·,]\s*\d+[ -]min(?:ute)?s? read)?$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|date|filed)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited)\b", re.IGNORECASE)
_DAY_OR_CLOCK = re.compile(
    r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b"
    r"|\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b(?:[ap]\.?m\.?|at"
    r"|on|in|(?:first |last )?(?:published|updated|modified|posted)|\d{1,2} (?:hours?|minutes?|mins?"
    r"|days?) ago"
    r"|\d{1,2}[ -]min(?:ute)?s? read|[a-z]{2,4}t|utc|gmt|o'clock|local time)\b|[\W_]",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,? (?:\d{{1,2}} {MONTH}"
    rf"|{MONTH} \d{{1,2}})$|"
    r"(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s(?:at\s)?\d{1,2}[:.]\d{2}\b.{0,20}$",
    re.IGNORECASE,
)
_OUTLET_LEAD = re.compile(r"[A-Z][\w .&'’-]{1,40}\s?[|•·]\s?(?=By\s)")  # "Vale Radio | By ..."
_DESK_LEAD = re.compile(r"[A-Z][\w .&'’-]{1,30} (?:newsroom|bureau|desk|staff)\s*[,|/]\s*", re.IGNORECASE)
_WRITES_AS = re.compile(
    r", (?:an?|the) (?:[\w-]+ ){0,4}(?:writer|reporter|editor|columnist|correspondent|contributor|fellow)"
    r"\b[^,]{0,80}\.$"
)
_BARE = re.compile(r"(?:by|and|written by|published|updated|posted|last updated)\W*$", re.IGNORECASE)
_AGO = re.compile(
    r"(?:(?:published|updated|posted) )?\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago\W*$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:contributor|correspondent|reporter|editor|columnist|writer|staff|journalist|bureau|desk|news"
    r"|today|times|post"
    r"|press|herald|gazette|tribune|chronicle|network|agency|wire|service|radio|tv|daily|journal|media"
    r"|opinion)\b",
    re.IGNORECASE,
)
_NAME_AND_ROLE = re.compile(
    r"(?P<name>[A-Z][\w.’'-]+ [A-Z][\w’'-]+) (?:[A-Z][\w’'-]+ ){0,3}(?:correspondent|editor|reporter"
    r"|writer|columnist)$"
)
_OUTLET = re.compile(
    r"\b(?:news|times|post|press|herald|tribune|gazette|journal|today|network|agency|daily|weekly|chronicle"
    r"|observer|standard|mail"
    r"|radio|tv|television|broadcasting|wire|media|review|bulletin|courier|echo|register|mirror|dispatch"
    r"|examiner|globe"
    r"|telegraph|online|magazine|monitor|sentinel|ledger|argus|advertiser|reporter|voice|inquirer)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\s*(?:[|•·]|\s[—–-]\s|,(?!\s*(?:and|&)\b)|\bfor(?: the)?(?= [A-Z])|\n)\s*")
_AND_STAFF = re.compile(
    r",? and (?:an? )?(?:[A-Z]\w+ ){0,3}(?:staff(?: reporters?| writers?)?|agencies)$", re.IGNORECASE
)
_IN_PLACE = re.compile(r" in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_FOR = re.compile(r"\b(?:for|in|at)\b\s")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a byline line states, each with the words that say so."""

    names: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None


def byline_rule(words: str) -> str | None:
    """The rule by which the line is a byline, or None.

    >>> byline_rule("By Mira Okonjo, Tarnwick Herald"), byline_rule("By noon the square was empty.")
    ('writer', None)
    """
    if not words or len(words) > _LONGEST:
        return None
    line = _OUTLET_LEAD.sub("", " ".join(words.split()), count=1)
    if _is_writer(line):
        return "writer"
    if line[0] not in "\"“‘«'" and _credits_work(line) and word_count(line) <= 60:
        return "contributors"
    if (_STAMP.match(line) or _AGO.match(line)) and word_count(line) <= 18:
        return "date_stamp"
    if _BARE.match(line):
        return "lead"
    return "date" if _is_date(line) or _MONTH_LINE.match(line) or _RELATIVE.match(line) else None


def _credits_work(line: str) -> bool:
    """Whether the line says who else worked on the report."""
    folded = line.casefold()
    works = any(word in folded for word in _WORK_WORDS) and _WORK.search(line) is not None
    return works and _FINDS.match(line) is None


def is_age(words: str) -> bool:
    """Whether the line only tells how long ago something was put up, as links do, too."""
    return _AGO.match(words) is not None


def is_role(words: str) -> bool:
    """Whether the line is a writer's role or outlet ("Staff writer", "Tarnwick Herald")."""
    return (
        word_count(words) <= 6
        and len(words) <= 60
        and words[-1] not in '.!?:;,”"'
        and bool(_ROLE.search(words))
    )


def is_name_and_role(words: str) -> bool:
    """Whether the line is a name and, after a comma, what its bearer writes as.

    >>> is_name_and_role("Mira Okonjo, food writer"), is_name_and_role("Mira Okonjo, 42, was there.")
    (True, False)
    """
    name, _, role = words.partition("|" if "|" in words else ",")
    glued = _NAME_AND_ROLE.match(words)
    if glued:
        return is_name_list(glued["name"])
    places = _IN_PLACE.sub("", words)
    if places != words and len(words) <= _LONGEST and is_name_list(places):
        return True
    return is_name_list(name) and bool(role.strip()) and is_role(role.strip())


def names_outlet(words: str) -> bool:
    """Whether the line is the name of a paper or station ("The Tarnwick Herald – English edition").

    >>> names_outlet("Upper Vale Times"), names_outlet("Times change in the Vale")
    (True, False)
    """
    if word_count(words) > 8 or words[-1] in '.!?:;,”"':
        return False
    if re.search(r"\b(?:edition|blog|est\.? \d{4}|since \d{4})\b", words, re.IGNORECASE):
        return True
    titled = all(word[0].isupper() or word in ("of", "the", "and", "&") for word in words.split())
    return titled and word_count(words) <= 5 and _OUTLET.search(words.split()[-1]) is not None


def _is_writer(line: str) -> bool:
    match = _WRITER.match(line)
    if match is None or word_count(line) > 24 or line.endswith(("?", "!", ":", "”", '"')):
        return False
    rest = match["rest"]
    if rest.startswith("our "):
        return word_count(line) <= 8 and bool(_ROLE.search(line))
    rest = _AND_STAFF.sub("", rest)
    first = _PART.split(rest, maxsplit=1)[0].rstrip(". ")
    if is_name_list(first):
        sentence = line.endswith(".") and word_count(line) > 8 and match["lead"] in ("By", "From")
        return not sentence or _WRITES_AS.match(rest, len(first)) is not None
    return word_count(line) <= 10 and not line.endswith(".") and bool(_OUTLET.search(line))


def _is_date(line: str) -> bool:
    """Whether the line holds a whole date and nothing else but a weekday and a time."""
    if len(line) > _LONGEST_DATED or _YEAR.search(line) is None:
        return False
    line = _DESK_LEAD.sub("", line, count=1)
    match = DATE.search(line)
    if match is None or len(line) > _LONGEST_DATE:
        return False
    rest = line[: match.start()] + " " + line[match.end() :]
    if len(_DAY_OR_CLOCK.sub("", rest)) <= 3:
        return True
    outlet = line[match.end() :].rpartition(",")[2].strip()
    return bool(outlet) and match.start() <= 12 and names_outlet(outlet)


def facts_of(words: str) -> Facts:
    """Names, outlet and date that a byline line states.

    >>> facts_of("By Mira Okonjo and Dag Reed, Tarnwick Herald")
    Facts(names=('Mira Okonjo', 'Dag Reed'), outlet='Tarnwick Herald', published=None)
    """
    line = _OUTLET_LEAD.sub("", " ".join(words.split()), count=1)
    published = _published(line)
    lead = _AUTHORS.match(line)
    if lead is None:
        names = names_in(line.partition(",")[0]) if is_name_and_role(line) else names_in(line)
        return Facts(names=names, published=published)
    stamp = DATE.search(line)
    body = _AND_STAFF.sub("", line[lead.end() : stamp.start() if stamp else None].rstrip())
    names, outlet = _people(body)
    return Facts(names=names, outlet=outlet, published=published)


def _published(line: str) -> str | None:
    """The date, unless the line gives it as that of a later change."""
    updated = _UPDATED.search(line)
    if updated and not _PUBLISHED.search(line):
        return None
    if updated and updated.start() > 0:
        line = line[: updated.start()]
    elif updated:
        line = line[_start(_PUBLISHED, line) :]
    return iso_in(line)


def _start(pattern: re.Pattern[str], line: str) -> int:
    match = pattern.search(line)
    return match.start() if match else 0


def _people(body: str) -> tuple[tuple[str, ...], str | None]:
    """Names first, then an outlet; roles and places are passed over."""
    parts = [part.strip(" .;,|") for part in _PART.split(body)]
    parts = [part for part in parts if part]
    listed = re.search(r"\band\b|&", body) is not None and "," in body
    names: list[str] = []
    outlet: str | None = None
    for at, part in enumerate(parts):
        found = names_in(part)
        if (
            found
            and not _OUTLET.search(part)
            and (at == 0 or (listed and outlet is None and at < len(parts)))
        ):
            names.extend(found)
        elif at > 0 and outlet is None and _is_outlet(part, last=at == len(parts) - 1):
            outlet = part
    return tuple(names), outlet


def _is_outlet(part: str, *, last: bool) -> bool:
    """Whether the words beside the names are an outlet: by its name, or as the only thing left."""
    if re.search(
        r"\b(?:correspondent|editor|writer|columnist|contributor|staff|reporter in|bureau)\b",
        part,
        re.IGNORECASE,
    ):
        return False
    if _FOR.match(part) or (is_capitals(part) and len(part) < 3):
        return False
    return bool(_OUTLET.search(part)) or (last and part[:1].isupper() and word_count(part) <= 5)
