"""Whether a sentence makes an outlet something that acts or suffers beside the claim, and not its teller.

“The dam broke as the Courier celebrated its birthday”, “Workers at the Courier went home
because the dam broke”, “refused to speak to the Courier”: read from the verb behind the name
and the conjunction that holds its clause against the other, whatever the verb is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rashomon.language.telling import KNOWS, TELLING_NOUNS, TELLS, TURNS, verb_in
from rashomon.language.tokens import fold
from rashomon.language.verbs import verb_base

__all__ = ["is_circumstance", "tells_next"]

_WORD = re.compile(r"[\w’'-]+")
_CLAUSE_ENDS = re.compile(r"[,;:.!?()“”\"—–\n]")
_HELD_APART = re.compile(
    r"(?:\b(?:as|when|while|whilst|after|before|because|since|until|where|and|but|(?<!or )so|though|although)"
    r"|\b(?:in|on|at|from|by|to|for|during|after) which|\b(?:day|night|week|month|hour|place|street) that)"
    r"\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_CIRCUMSTANCE = frozenset(
    "when while whilst after because as since before until where once though although".split()
)
_ASKS = frozenset(
    "call ring phone telephone ask inquire enquire knock press contact reach speak talk sit".split()
)
_ASKED_OF = frozenset("on up back round again him her them for about with to early late down at".split())
_WITHHELD = re.compile(
    r"\b(?:(?:refus|declin|fail)\w* to|(?:did|would|will|does|do|could|can) ?(?:not|n['’]t)|never|no longer"
    r"|unwilling to) (?:speak|talk|comment|respond|reply|answer|give|grant|appear|meet|read|write)\w*"
    r"(?: \w+){0,3}? ?(?:to|with|by|for|on|in)?\s+(?:the\s+)?\Z"
    r"|\b(?:cancel|postpon|abandon|break|broke)\w*(?: (?!news\b)\w+){1,3} (?:with|at)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_AUXILIARY = frozenset(
    "be is are was were been being has have had do does did will would can could may might must shall should "
    "not never n't hasn't wasn't isn't didn't".split()
)
_BE = frozenset("be is are was were been being isn't wasn't".split())
_HAS = frozenset("has have had".split())
_BETWEEN = frozenset(
    "also now then later once already still first recently soon just only even itself".split()
)
# What an outlet does that knows a thing, and what it has then.
_KNOWS = KNOWS | frozenset("stand piece make devote devise chase speak interview look".split())
_KNOWN = frozenset(
    "news word scoop page pages headline pictures picture footage story tale account proof papers documents "
    "sources source line exclusive leak log fact facts details information evidence".split()
)
_TELLING = TELLS | _KNOWS
_TURNING = frozenset(TURNS)
_SURE = (TELLS | KNOWS) - frozenset("run carry put hold hear trust stick call see count".split())
_MADE = frozenset("printed published made sold broadcast read aired run produced written".split())


def is_circumstance(before: str, behind: str) -> bool:
    """Whether what is told of an outlet between these words only goes with the claim.

    >>> is_circumstance("The dam broke as the ", " celebrated its birthday.")
    True
    >>> is_circumstance("The dam broke, as the ", " has found out.")
    False
    >>> is_circumstance("Workers at the ", " went home early because the dam broke.")
    True
    """
    if _WITHHELD.search(before):
        return True
    clause = [fold(word) for word in _WORD.findall(_CLAUSE_ENDS.split(behind, maxsplit=1)[0])]
    if not clause or not _is_verb(clause):
        return False
    if _HELD_APART.search(before):
        return not _tells(clause) and not _asks(clause)
    at = next((n for n, word in enumerate(clause) if word in _CIRCUMSTANCE), None)
    if at is None:
        return False
    led = [fold(word) for word in _WORD.findall(before)]
    return not _tells(clause[:at]) and not _tells(led)


def _asks(clause: list[str]) -> bool:
    """``when the Courier rang``, ``after the Courier got in touch``: it was told then."""
    words = [word for word in clause if word not in _BETWEEN and not word.endswith("ly")]
    if words[:3] == ["got", "in", "touch"] or words[:2] == ["came", "knocking"]:
        return True
    return verb_in(words[0], _ASKS) is not None and (len(words) == 1 or words[1] in _ASKED_OF)


def _is_verb(clause: list[str]) -> bool:
    """Whether words begin with a verb, of which the name before them is the subject."""
    words = [word for word in clause if word not in _BETWEEN and not word.endswith("ly")]
    if not words:
        return False
    return words[0] in _AUXILIARY or verb_base(words[0]) is not None


def _tells(words: list[str]) -> bool:
    """Whether these words are of telling, or of coming to know."""
    if any(one in _BE and two in _MADE for one, two in pairwise(words)):
        return False
    if any(word in TELLING_NOUNS or word in _KNOWN or verb_in(word, _TELLING) for word in words):
        return True
    pairs = list(pairwise(words))
    has = any(one in _HAS and two in ("it", "the", "its") for one, two in pairs)
    return has or any(two in TURNS.get(verb_in(one, _TURNING) or "", ()) for one, two in pairs)


def tells_next(behind: str) -> bool:
    """Whether a name is the subject of a verb of telling right behind it, or behind words set off by commas.

    >>> tells_next(" reliably gathered that"), tells_next(", a daily, informed us"), tells_next(" sang.")
    (True, True, False)
    """
    rest = _SET_OFF.sub("", behind)
    words = [fold(word) for word in _WORD.findall(_CLAUSE_ENDS.split(rest, maxsplit=1)[0])][:_MOST]
    if not rest.startswith(" ") or len(rest) > len(behind):
        return False
    for at, word in enumerate(words):
        if word in _AUXILIARY or word in _BETWEEN or word.endswith("ly"):
            continue
        passive = at > 0 and words[at - 1] in _BE and not word.endswith("ing")
        turn = words[at + 1 : at + 2] and words[at + 1] in TURNS.get(verb_in(word, _TURNING) or "", ())
        return bool(verb_in(word, _SURE) or turn) and not passive and not _NEGATIVE.intersection(words[:at])
    return False


_SET_OFF = re.compile(r"\A,[^,.;:\n]{2,60},(?= )")
_MOST = 6
_NEGATIVE = frozenset("not n't never hasn't wasn't isn't didn't".split())
