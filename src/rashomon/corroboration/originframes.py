"""The frame of a claim: the words of its sentence before it and behind it, which tell who had it.

“Asked about the blaze, Ada Holt did not hesitate: the dam broke”: whoever is named in front
of a claim that a colon, “that” or a verb of telling leads to, beside a word for telling or for
the report's own people, tells it, whatever the words between are.  Behind a claim words that
only go on (“and”, “while”) tell nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.corroboration.originpointing import is_told
from rashomon.language.functionwords import AUXILIARIES
from rashomon.language.telling import KNOWS, SHOWS, TELLS, verb_in
from rashomon.language.tokens import fold
from rashomon.language.transmission import HEARERS
from rashomon.language.verbs import verb_base
from rashomon.model import Span

__all__ = ["Frame", "frame_of", "is_paper_told", "is_speaker"]

_LEADS_TO = re.compile(r":(?=[\s“\"‘])|(?<!so )(?<!now )\bthat\b")
_ENDS_CLAIM = re.compile(r",(?= (?:if|as|so|or so)\b)|[”\"](?= )|; | [–—] ")
_WORD = re.compile(r"[\w’'-]+")
_ENDING = re.compile(r"(?::|\b(?:that|how))[\s“\"‘]*\Z", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\W*(?:and|but|while|whilst|whereas|after|before|when|because|although|though|since|until|which|"
    r"who)\b(?! (?:we|that|this|it) )",
    re.IGNORECASE,
)
_OWN = frozenset("we us our me my ours newsroom".split())
_HELD_BACK = frozenset("decline refuse fail deny avoid dispute reject".split())
_NOT = frozenset("not never n't no nobody without hardly".split())
_FREE = frozenset("hesitate mince hang deny dispute doubt object mind beat hold stop".split())
"""Not to do this is to tell something."""
_ADDRESSED = re.compile(
    r"\b(?:told|tells?|telling|informed|assured|reminded|warned|notified|briefed|to|with|against|for|about|of|"
    r"\w+['’]s)\s+(?:the )?\Z"
)
_TALKED = re.compile(
    r"\b(?:chat|talk|conversation|interview|call|sit-down|meeting|phone|exchange)s? with (?:the )?\Z",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"['’]s? (?!(?:\w+ )?(?:account|words?|message|telling|version|statement|testimony|reply|answer)\b)"
)
_SET_OFF = re.compile(r"\A,[^,.;:\n]{2,60},?")
_IS_RIGHT = re.compile(
    r"\A[^.;:]{0,60}?\b(?:believed|trusted|credited|relied (?:on|upon)|to go by|taken|right|correct|accurate|"
    r"genuine|authentic|reliable|real|true|sound)\b"
)
_IF = re.compile(r"\b(?:if|assuming|provided)(?: that)? \Z", re.IGNORECASE)
_STANCES = frozenset(
    "spell set lay reveal make leave find learn read found clear evidence genuine there put puts "
    "black".split()
)
_NEAR, _TOLD_NEAR = 30, 3
"""Code points beside “that” in which the next words stand, and words of which one is for telling."""
_BEFORE_THAT = frozenset(HEARERS) | frozenset(
    "clear sure certain known public us them me him her you everyone everybody convinced adamant record "
    "light out point so evident plain understand understood aware effect doubt hesitation word".split()
)
_SHOWING = TELLS | SHOWS | KNOWS


class Frame(NamedTuple):
    """What stands in a sentence before a claim, as far as that leads to it, and what behind it."""

    lead: Span
    trail: Span


def frame_of(text: str, sentence: Span, wording: Sequence[Span], name: Span) -> Frame:
    """The frame of a claim around a name; a part is empty where its words do not lead to the claim.

    Where the wording has the whole sentence, the claim begins behind the first colon or “that” behind the
    name, and ends before a comma and “if” or “as”, a semicolon, a dash or the end of a quotation.

    >>> text = "Asked by us, Ada Holt was clear: the dam broke, if only in part."
    >>> frame = frame_of(text, Span(0, len(text)), [Span(33, 46)], Span(13, 21))
    >>> frame.lead.of(text), frame.trail.of(text)
    ('Asked by us, Ada Holt was clear: ', ', if only in part.')
    """
    start = max(sentence.start, min(span.start for span in wording))
    end = min(sentence.end, max(span.end for span in wording))
    if start <= name.start < end:
        led = next((m for m in _LEADS_TO.finditer(text, name.end, end) if _is_lead(text, m)), None)
        start = led.end() if led is not None else sentence.start
        ends = list(_ENDS_CLAIM.finditer(text, start, name.start))
        end = ends[-1].start() if ends and led is None else sentence.end
    lead = Span(sentence.start, start if _leads(text[sentence.start : start]) else sentence.start)
    return Frame(lead, Span(end, end if _GOES_ON.match(text, end, sentence.end) else sentence.end))


def _is_lead(text: str, led: re.Match[str]) -> bool:
    """Whether a colon or “that” leads to what is told, and not “that” to a relative clause."""
    if led.group() == ":":
        return True
    before = _WORD.findall(text[max(0, led.start() - _NEAR) : led.start()])[-_TOLD_NEAR:]
    behind = _WORD.findall(text[led.end() : led.end() + _NEAR])[:1]
    if not before or not behind:
        return True
    last, first = [fold(word) for word in before], fold(behind[0])
    many = last[-1].endswith("s") and verb_base(first) == first
    told = any(map(is_told, last)) or last[-1] in _BEFORE_THAT
    return first not in AUXILIARIES and not many and told


def _leads(lead: str) -> bool:
    """Whether words end in what leads to a claim: a colon, “that”, a verb of telling."""
    if _ENDING.search(lead):
        return True
    last = _WORD.findall(lead)[-1:]
    return (
        bool(last)
        and verb_in(fold(last[0]), TELLS | SHOWS) is not None
        and lead.rstrip(' “"‘')[-1:].isalpha()
    )


def is_speaker(before: str, behind: str) -> bool:
    """Whether who is named between these words in front of a claim tells it.

    >>> is_speaker("When we called, ", " did not mince words: "), is_speaker("We told ", " that ")
    (True, False)
    >>> is_speaker("When we called, ", " declined to say that ")
    False
    """
    rest = _SET_OFF.sub("", behind)
    if _TALKED.search(before):
        return True
    if _OWNED.match(behind) or (_ADDRESSED.search(before) and _leads(rest) and len(_WORD.findall(rest)) <= 1):
        return False
    words = [fold(word) for word in _WORD.findall(before)]
    after = [fold(word) for word in _WORD.findall(rest)]
    if any(verb_in(word, _HELD_BACK) for word in after) or _is_denied(after):
        return False
    own = not _OWN.isdisjoint(words) or not _OWN.isdisjoint(after)
    own = own and (bool(after[1:]) or any(map(is_told, words)))
    telling = any(
        is_told(word) or word in HEARERS for word in (*after, *(w for w in words if w in HEARERS))
    ) or _lets_know(after)
    return own or telling


def _lets_know(words: list[str]) -> bool:
    """``let our reporter know``, ``made it known``."""
    return any(word in ("know", "known", "slip") for word in words)


def _is_denied(words: list[str]) -> bool:
    """``did not say that``; not ``did not hesitate``."""
    for at, word in enumerate(words):
        if (word in _NOT or word.endswith("n't")) and any(verb_in(w, TELLS) for w in words[at + 1 : at + 3]):
            return not any(verb_in(w, _FREE) for w in words[at + 1 : at + 3])
    return False


def is_paper_told(before: str, behind: str, *, leading: bool) -> bool:
    """Whether a paper that is named between these words of a frame tells the claim.

    Args:
        before: the frame from its beginning.
        behind: the frame to its end.
        leading: whether the frame stands in front of the claim.

    >>> is_paper_told("Tucked into ", " is a line stating that ", leading=True)
    True
    >>> is_paper_told(", if ", " is right.", leading=False), is_paper_told(", near ", ".", leading=False)
    (True, False)
    """
    if _IF.search(before):
        return _IS_RIGHT.match(behind) is not None
    words = [fold(word) for word in _WORD.findall(before if not leading else f"{before} {behind}")]
    if any(verb_in(word, _HELD_BACK) for word in _near(behind)):
        return False
    return any(is_told(word) or verb_in(word, _SHOWING) or word in _STANCES for word in words)


def _near(behind: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(behind)][:4]
