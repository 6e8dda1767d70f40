"""What kind of source a phrase names: nobody in particular, the report's own people, an outlet, a body.

Phrases are short; what is longer than any is cut before it is looked at.
"""

from __future__ import annotations

import re

from rashomon.corroboration.originwords import ACCOUNTS, ONE_HOLDS, SPOKES, STAFF, TEAM, VAGUE
from rashomon.language.credits import is_agency
from rashomon.language.sourcenouns import DOCUMENT_NOUNS, GROUP_NOUNS, QUANTITIES, singular
from rashomon.language.telling import PUBLISHED
from rashomon.language.tokens import fold
from rashomon.language.transmission import MEDIA, TITLE_FIRST, TITLE_LAST
from rashomon.model import Mention, Statement

__all__ = [
    "body_beside",
    "body_called",
    "how_much",
    "is_account",
    "is_account_in",
    "is_compound",
    "is_mere",
    "is_paper",
    "is_staff",
    "is_team",
    "is_vague",
    "names_nobody",
    "own_staff",
    "paper_of",
    "spoken_for",
    "told_words",
]

_LONGEST = 200  # code points of a phrase that are looked at
_BESIDE = 90
_DETERMINERS = frozenset("a an the its their his her this that some several".split())
_HEAD_ENDS = frozenset(
    "of by from to in on at for with that which kept held sent seen pinned put written given".split()
)
_PAPER_OF = re.compile(r"(?:\A|[,;:“\"(\n] ?|[.!?] )((?:[\w’'-]+ ){1,5}(?:of|by|from) (?:the )?)\Z")
_SAID_IN = re.compile(
    r"\b(?:statement|tweet|post|e-?mail|remark|comment|words?|speech|message|account|release|interview|testimony|"
    r"note|number|report|story|article)s? ",
    re.IGNORECASE,
)
_PAPERS = frozenset(
    "minutes agenda docket blueprint circular directive notebook diary register sheet rota schedule deck "
    "presentation application tender notification query bill summons writ advisory permit licence license "
    "map changelog spreadsheet printout telegram postcard telex fax prospectus syllabus bulletin gazette "
    "mandate decree edict bylaw injunction writing paper booklet factsheet newsletter annals annex appendix "
    "addendum protocol manifest lease submission valuation appraisal judgment judgement checklist database "
    "dataset write-up correspondence".split()
)
_COMPOUNDS = re.compile(
    r"\b(?:(?:transfer|application|claims?|consent|order|entry|booking|complaints?|tax|intake|registration|"
    r"disclosure|declaration|release|referral|incident|expenses) forms?|(?:insurance|compensation|damages|"
    r"expenses|legal|court) claims?|(?:job|product|project|case|personnel|service) descriptions?)\Z"
)
_ONLY = frozenset("in by from first brief exclusive long short own later earlier latest new recent".split())
_MERE = frozenset("remarks comments account disclosure revelation announcement answer answers facts".split())
_SEVERAL = re.compile(
    r"\A(?:an?|the|one|two|three|several)?(?: [\w-]+)? ?\b"
    r"(?:sets?|batch(?:es)?|bundles?|piles?|stacks?|"
    r"sheaf|cache|trove|series|cop(?:y|ies)|pages?(?: \w+)?|extracts?|"
    r"excerpts?|parts?|volumes?|passages?|paragraphs?|sections?|lines?|chapters?) (?:of|from|in) (?=\w)",
    re.IGNORECASE,
)
"""“a set of”: how much there is of a paper."""
_WORD = re.compile(r"[\w’'-]+")
_CAPITALS = r"[A-Z][\w’'&.-]*(?: (?:of |the |and )?[A-Z0-9][\w’'&.-]*){0,6}"
RUN = re.compile(r"[A-Z][\w’'&-]*(?: (?:of (?:the )?)?[A-Z][\w’'&-]*){0,6}")
"""Capitals in a row, as names are written."""
_OWN_STAFF = re.compile(
    r"(?:an?|the|two|several)? ?(.+?)(?:['’]s)? (?:reporters?|correspondents?|journalists?|staff)"
)
_FOR = re.compile(rf"\b{SPOKES} (?:for|of|at|with) (?:the )?([\w’'&. -]{{2,60}})", re.IGNORECASE)
_ACCOUNT_IN = re.compile(
    rf"(?:an?|the|its|this|that|one)? ?(?:[\w-]+ ){{0,2}}?(?:{ACCOUNTS}) (?:in|by|on|from|of) ", re.IGNORECASE
)
_RANKS = r"(?: chief| senior| deputy| principal| acting| assistant| lead| national)*"
_BODYS = re.compile(
    rf"(?:an?|the|one|another)? ?([\w’'&.-]+(?: [\w’'&.-]+){{0,5}}?)(?:['’]s)?{_RANKS} {SPOKES}\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    rf"(?:the )?({_CAPITALS})['’]s (?:press |campaign |legal )?(?:office|campaign|team|representatives?)\b"
)
_BEHIND = re.compile(
    rf",? (?:an?|the|its|their|who is an?)?(?: [\w-]+){{0,2}}? ?{SPOKES} (?:for|of|at|with) (?:the )?"
    r"([^,.;\n]{2,60})"
)
_BEHIND_OWN = re.compile(rf",? (?:the )?({_CAPITALS})['’]s(?: [\w-]+){{0,2}}? {SPOKES}\b(?=[,.;]|\Z)")
_BEFORE = re.compile(rf"(?:\b[Tt]he )?\b({_CAPITALS}|[a-z]+)(?:['’]s)?{_RANKS} {SPOKES},? $")
_BEFORE_OF = re.compile(rf"{SPOKES} (?:for|of|at|with) (?:the )?([^,.;\n]{{2,60}}), $")
_NAME = re.compile(r"[A-Z][\w’'&.-]*(?: (?:of |the |and |for )?[A-Z][\w’'&.-]*)*|[\w-]+")


def told_words(words: str) -> list[str]:
    """The folded words of a phrase without the determiners."""
    return [word for word in _WORD.findall(fold(words[:_LONGEST])) if word not in _DETERMINERS]


def body_called(words: str) -> str | None:
    """The folded words by which every report would know a body or the one holder of an office; else None.

    >>> body_called("the district office"), body_called("The mayor"), body_called("police")
    ('district office', 'mayor', 'police')
    >>> body_called("a company"), body_called("the paper"), body_called("the residents")
    (None, None, None)
    """
    told = told_words(words)
    head = next((at for at, word in enumerate(told) if word in _HEAD_ENDS), len(told)) - 1
    if head < 0 or _INDEFINITE.match(words) or MEDIA.intersection(told):
        return None
    return " ".join(told) if told[head] in GROUP_NOUNS | ONE_HOLDS else None


_INDEFINITE = re.compile(r"(?:an?|some|one|another|any|several) ", re.IGNORECASE)


def is_title(name: str) -> bool:
    """Whether a name is made as those of outlets are.

    >>> is_title("the Ostmark Courier"), is_title("Tern Wire"), is_title("Harbour Board")
    (True, True, False)
    """
    words = [word for word in _WORD.findall(fold(name[:_LONGEST])) if word != "the"]
    return (len(words) > 1 and (words[-1] in TITLE_LAST or words[0] in TITLE_FIRST)) or is_agency(name)


def is_vague(words: str) -> bool:
    """Whether a phrase names no particular source or outlet.

    >>> is_vague("local media"), is_vague("reports"), is_vague("a police report")
    (True, True, False)
    """
    told = told_words(words)
    return 0 < len(told) <= 3 and told[-1] in VAGUE


def is_mere(words: str) -> bool:
    """Whether a phrase is only for something told or printed, and nothing in it says whose it is.

    >>> is_mere("The first word"), is_mere("an article"), is_mere("a police report"), is_mere("a letter")
    (True, True, False, False)
    """
    told = [word for word in told_words(words) if word not in _ONLY]
    return len(told) == 1 and (told[0] in PUBLISHED or told[0] in _MERE)


def is_account(words: str) -> bool:
    """Whether a phrase is for what an outlet prints: ``a report``, ``an article``.

    >>> is_account("a report"), is_account("a police report")
    (True, False)
    """
    return re.fullmatch(rf"(?:an?|the|its)? ?(?:{ACCOUNTS})", words[:_LONGEST], re.IGNORECASE) is not None


def is_paper(words: str) -> bool:
    """Whether a phrase is for something written, whatever it is of and whoever made it.

    >>> is_paper("minutes of the Safety Panel"), is_paper("a survey drawn up by Ada Holt")
    (True, True)
    >>> is_paper("a number of engineers"), is_paper("a source in the town hall")
    (False, False)
    """
    head = ""
    told: list[str] = []
    for word in told_words(how_much(words)):
        if head and (word in _HEAD_ENDS or word.endswith(("ed", "wn"))):
            break
        head = word
        told.append(word)
    made = singular(head) in DOCUMENT_NOUNS or head in _PAPERS or is_compound(" ".join(told))
    return head not in QUANTITIES and made


def is_compound(words: str) -> bool:
    """Whether words end in two that are for a paper only together.

    >>> is_compound("a booking form"), is_compound("a new form")
    (True, False)
    """
    return _COMPOUNDS.search(fold(words)) is not None


def how_much(words: str) -> str:
    """A paper without how much there is of it.

    >>> how_much("a bundle of minutes of the Port Board"), how_much("a letter of the Port Board")
    ('minutes of the Port Board', 'a letter of the Port Board')
    """
    return _SEVERAL.sub("", words)


def paper_of(text: str, mention: Mention | None) -> str | None:
    """The words for the paper of whoever is named: ``minutes of the Safety Panel``; None where none is.

    What a body says in a statement it says itself.
    """
    if mention is None or mention.span is None:
        return None
    start, end = mention.span
    before = _PAPER_OF.search(text[max(0, start - _BESIDE) : start])
    if before is None or _SAID_IN.search(before[1]) or not is_paper(before[1]):
        return None
    return before[1] + text[start:end]


def names_nobody(statement: Statement) -> bool:
    """Whether no source is named but a paper of who carried the words: ``a report in the Courier``."""
    if statement.source is None:
        return True
    words = statement.source.source.descriptor or ""
    told = told_words(words)
    return statement.source.source.name is None and (
        not told or is_vague(words) or is_account(words) or told[-1] in _PRONOUNS
    )


_PRONOUNS = frozenset({"it"})


def is_account_in(words: str) -> bool:
    """Whether a phrase is for what somebody prints, and tells who: ``a long article in the Courier``.

    >>> is_account_in("a story in the Courier"), is_account_in("a police report")
    (True, False)
    """
    return _ACCOUNT_IN.match(words[:_LONGEST]) is not None


def is_staff(words: str) -> bool:
    """Whether a phrase is for the report's own people: ``our reporter``."""
    return bool(STAFF.search(words[:_LONGEST]))


def is_team(words: str) -> bool:
    """Whether a phrase is for a part of the report's own house, which may have a name of its own.

    >>> is_team("Our Harbour Bureau"), is_team("our partner Radio Tarn")
    (True, False)
    """
    return TEAM.fullmatch(words[:_LONGEST]) is not None


def own_staff(words: str) -> str | None:
    """For whom a reporter reports.

    >>> own_staff("a Courier reporter"), own_staff("a miner")
    ('Courier', None)
    """
    match = _OWN_STAFF.fullmatch(words[:_LONGEST])
    return match[1] if match is not None else None


def spoken_for(words: str) -> str | None:
    """For whom an unnamed spokesman speaks.

    >>> [spoken_for(w) for w in ("a Harbour Board spokesman", "a spokeswoman for the police", "a cook")]
    ['Harbour Board', 'police', None]
    >>> spoken_for("Holt’s office")
    'Holt'
    """
    told = words[:_LONGEST]
    match = _OFFICE.match(told) or _FOR.search(told) or _BODYS.match(told)
    return re.sub("['’]s$", "", match[1].strip()) if match is not None else None


def body_beside(text: str, start: int, end: int) -> str | None:
    """For whom the person named here speaks, as the words right before or behind the name tell.

    >>> text = "Ina Voss, a spokeswoman for the Harbour Board, said so."
    >>> body_beside(text, 0, 8)
    'Harbour Board'
    >>> body_beside("Ina Voss, Holt's spokeswoman, said so.", 0, 8)
    'Holt'
    """
    behind = _BEHIND.match(text[end : end + _BESIDE]) or _BEHIND_OWN.match(text[end : end + _BESIDE])
    if behind is not None:
        return _name(behind[1])
    window = text[max(0, start - _BESIDE) : start]
    before = _BEFORE.search(window)
    if before is not None and fold(before[1]) not in _DETERMINERS:
        return before[1].removesuffix("'s").removesuffix("’s")
    of = _BEFORE_OF.search(window)
    return _name(of[1]) if of is not None else None


def _name(words: str) -> str | None:
    """The name at the beginning of these words: its capitals, else its first word."""
    match = _NAME.match(words)
    return match[0] if match else None
