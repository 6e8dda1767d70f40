"""What a line looks like, whatever it says: a sentence, a title, a name.

Cheap tests on the words of one line.  They decide nothing alone; `label`
weighs them with the line's place.
"""

from __future__ import annotations

import re

from rashomon.model import Policy

__all__ = [
    "ends_sentence",
    "is_capitals",
    "is_item",
    "is_name_list",
    "is_prose",
    "is_quotation",
    "names_in",
    "unspaced_letters",
    "word_count",
]

_SENTENCE_END = re.compile(r"(?:[.!?…。！？｡]|[.,!?…。！？，][\"'”’»)\]」』）]+)$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_QUOTED_END = re.compile(r"[.!?…,][\"'”’»]+$")
_ITEM = re.compile(r"(?:[•·►▪■●*+–—-]\s?|--|\(?\d{1,3}[.)]\s|[a-z][.)]\s)")
_QUOTATION = re.compile(r"(?:“.*[”\"]|\".*\"|‘.*[’']|'.*'|«.*»|„.*[“”])\W*$", re.DOTALL)
_PARTICLE = r"(?:de|da|di|del|della|der|den|du|la|le|van|von|bin|ibn|al|el|ter|zu|y|dos|st)"
_NAME_WORD = r"(?:(?:[A-Z]\.){2,}|[A-Z](?:[\w’'-]*\w)?\.?)"
_NAME = re.compile(rf"{_NAME_WORD}(?:[ -](?:{_PARTICLE}[ -])?{_NAME_WORD}){{1,4}}$")
_NOT_NAMES = re.compile(
    r"\b(?:The|A(?!\.)|An|And|Or|Of|In|On|At|To|For|With|From|By|Is|Are|Was|How|Why|What|When|Who|Where|This|That"
    r"|No|Not"
    r"|News|Times|Herald|Gazette|Tribune|Chronicle|Telegraph|Courier|Wire|Media|Network|Radio|Magazine"
    r"|Online|Today|Editor|Correspondent|Reporter|Staff|Writer|Desk|Agency|Press|Opinion|Analysis|Politics"
    r"|World"
    r"|Business"
    r"|Sports?|Culture|Middle|East|West|North|South|Advertisement|Newsletter|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday"
    r"|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)\b"
)
_JOINT = re.compile(r"\s*(?:,\s*and\b|,|;|&|\band\b|\bwith\b)\s*")


def word_count(words: str) -> int:
    """Words, split at blanks; where a script sets none, two letters count as a word.

    >>> word_count("Two boats sank."), word_count("港口今天关闭。")
    (3, 4)
    """
    return len(words.split()) + unspaced_letters(words) // 2


def unspaced_letters(words: str) -> int:
    """Letters of scripts that set no blanks between words: Thai, Lao, Burmese, Khmer, kana, Han."""
    return 0 if words.isascii() else sum(map(len, _UNSPACED.findall(words)))


def ends_sentence(words: str) -> bool:
    """Whether it ends as a sentence does, closing marks left aside."""
    return _SENTENCE_END.search(words[-8:]) is not None


def is_prose(words: str, policy: Policy) -> bool:
    """Whether it reads as body text: a sentence of some length, or closed quoted speech."""
    count = word_count(words)
    if count >= policy.read_prose_words and (ends_sentence(words) or words.endswith((":", ";"))):
        return True
    return count >= 3 and (is_quotation(words) or _QUOTED_END.search(words[-8:]) is not None)


def is_quotation(words: str) -> bool:
    """Whether it is nothing but one quotation.

    >>> is_quotation("‘We had no warning, none.’"), is_quotation("Mayor: ‘We had no warning’")
    (True, False)
    """
    return _QUOTATION.match(words) is not None


def is_capitals(words: str) -> bool:
    """Whether it is set in capitals throughout."""
    return words == words.upper() and sum(c.isalpha() for c in words) >= 3


def is_item(words: str) -> bool:
    """Whether it opens as an item of a list or as a signature after a dash."""
    return _ITEM.match(words) is not None


def names_in(words: str) -> tuple[str, ...]:
    """The names of people if the words are nothing but names, else none.

    >>> names_in("Mira Okonjo-Hale and Dag B. van Reed")
    ('Mira Okonjo-Hale', 'Dag B. van Reed')
    """
    if len(words) > 160:
        return ()
    parts = [part for part in _JOINT.split(" ".join(words.split())) if part]
    named = [part.title() if is_capitals(part) else part for part in parts]
    if named and all(_NAME.match(part) and not _NOT_NAMES.search(part) for part in named):
        return tuple(named)
    return ()


def is_name_list(words: str) -> bool:
    """Whether the line holds names of people and nothing else."""
    return bool(names_in(words))
