"""Which clauses of a unit are denied, whatever their verb: "there was no tree", "nothing to do with it".

The comparers hold events against each other; this looks at clauses, since what is denied need be
told by no verb that the other report has.  A clause reaches from the mark or word that opens it to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.corroboration.denials import denial_scopes
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.polarity import denied_whole
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, is_mark, spans_of, words_of
from rashomon.language.negations import DENYING
from rashomon.language.tokens import Token
from rashomon.model import Span

__all__ = ["DeniedClause", "denied_clauses"]

_OPENING = frozenset(
    """but although though while whereas because since if when that which who and or so yet after before until
    as""".split()
)
_IDLE = frozenset(
    """only just merely simply least fewer less more later until doubt way matter surprise sooner
    even necessarily always""".split()
)
_IDLE_BEFORE = frozenset("or rather whether if why".split())
_FOCUS = 2
_AHEAD = frozenset("will would shall wo 'll 'd".split())
_ALL = frozenset("no none nobody nothing nowhere neither nor without".split())
_STRONG = frozenset({";", ":", "—", "–", ".", "?", "!", "--"})
_LONGEST = 120

_REFUTING = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|being|'s|as|it|that|this|simply|completely|entirely|utterly|plainly)\s+"
    r"(?:false|untrue|wrong|nonsense|rubbish|invented|fabricated|fictitious|unfounded|baseless|groundless|fake"
    r"|made up|fiction|pure speculation|a lie|lies|a fabrication|an invention|a myth|a hoax|absurd|ridiculous"
    r"|gossip|hearsay|mere rumou?r|without foundation|far from the truth|wide of the mark)"
    r"|unaware of|no knowledge of|no question of|no truth in"
    r"|denied (?:it|this|them|everything|the (?!\w+['’]s\b|(?:request|motion|appeal|petition|bid|"
    r"application|plea|permit)s?\b)\w+)"
    r"|(?:rejected|dismissed|rubbished|disputed|refuted|brushed aside|denied|contradicted)"
    r" (?:the |any |all |such |these |those )?(?:claims?|reports?|allegations?|accusations?|charges?"
    r"|rumou?rs?|suggestions?|stor(?:y|ies)|accounts?|versions?|talk|idea|notion)"
    r"|(?:calls?|called|calling) (?:\w+ ){1,8}(?:false|untrue|nonsense|gossip|invented|lies|a lie|rubbish"
    r"|fiction|a fabrication|an invention|baseless|unfounded|speculation))\b",
    re.IGNORECASE,
)
"""Turns of phrase that deny all that the unit tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeniedClause:
    """Words that are denied together.

    Attributes:
        spans: the clause, with the word that denies.
        keys: what it is about; events: those told in it.
        focus: keys of the first words behind the one that denies, which are mostly what is denied.
        ahead: whether it is told of what is to come.
        point: what part of what the unit is about stands in the clause.
        flat: whether it is denied that there is such a thing, of everybody, or of all that is told.
        said: whether somebody denies it ("denied that").
    """

    spans: tuple[Span, ...]
    keys: frozenset[str]
    events: tuple[Event, ...]
    focus: frozenset[str]
    ahead: bool
    point: float
    flat: bool
    said: bool


@lru_cache(maxsize=8192)
def denied_clauses(unit: Unit) -> tuple[DeniedClause, ...]:
    """The clauses of a unit that are denied, in order; none in one so long that it can be no sentence."""
    words = words_of(unit)
    if len(words) > _LONGEST:
        return ()
    if denied_whole(unit) or _REFUTING.search(unit.words) or _inverted(unit):
        return (_clause(unit, words, (0, 0, len(words)), flat=True, said=True),)
    return tuple(_found(unit, words))


def _found(unit: Unit, words: Sequence[Token]) -> Iterator[DeniedClause]:
    for scope in denial_scopes(words):
        yield _clause(unit, words, (scope.start, scope.start, scope.end), flat=False, said=True)
    denying = [at for at in range(len(words)) if _denies(words, at)]
    seen: set[int] = set()
    for at in denying:
        start, end = _borders(words, at)
        if start in seen or sum(start <= other < end for other in denying) % 2 == 0:
            continue
        seen.add(start)
        yield _clause(unit, words, (start, at, end), flat=words[at].low in _ALL, said=False)


def _clause(
    unit: Unit, words: Sequence[Token], places: tuple[int, int, int], *, flat: bool, said: bool
) -> DeniedClause:
    start, at, end = places
    keys, whole = content_keys(words[start:end]), content_keys(words)
    told = tuple(event for event in events_of(unit) if start <= event.at < end)
    return DeniedClause(
        spans=spans_of(words[start:end], unit.article.text),
        keys=keys,
        events=told,
        focus=_focus(words, (start, at, end), told),
        ahead=any(word.low in _AHEAD for word in words[start:end]),
        point=len(keys) / len(whole) if whole else 0.0,
        flat=flat,
        said=said,
    )


def _focus(words: Sequence[Token], places: tuple[int, int, int], told: Sequence[Event]) -> frozenset[str]:
    """The next two things behind the word that denies; the verb is one of them where it denies a noun."""
    start, at, end = places
    behind: list[str] = []
    for word in [*words[at:end], *words[start:at]]:
        behind += content_keys([word])
    verbs = [event for event in told if not event.noun]
    if not behind:
        return frozenset(event.concept for event in verbs)
    if any(word.low == "there" for word in words[start:at]) and not verbs:
        return frozenset(behind[:1])
    if words[at].low in _ALL and verbs:
        object_of = [event.concept for event in verbs if event.at < at]
        return frozenset([*behind[:1], object_of[-1] if object_of else verbs[0].concept])
    return frozenset(behind[:_FOCUS])


def _denies(words: Sequence[Token], at: int) -> bool:
    if words[at].low not in DENYING:
        return False
    behind = [word.low for word in words[at + 1 : at + 3]]
    before = words[at - 1].low if at else ""
    if before in _IDLE_BEFORE or behind == ["longer", "than"]:
        return False
    return not behind or behind[0] not in _IDLE


def _borders(words: Sequence[Token], at: int) -> tuple[int, int]:
    start = at
    while start > 0 and not (words[start - 1].text in _STRONG or words[start - 1].low in _OPENING):
        start -= 1
    end = at + 1
    while end < len(words) and not (is_mark(words[end]) or words[end].low in _OPENING - {"or", "as", "that"}):
        end += 1
    return start, end


def _inverted(unit: Unit) -> bool:
    """ "Nor would they close it", where the unit begins behind the word that denies."""
    if not unit.wording.spans:
        return False
    before = unit.article.text[unit.sentence.start : unit.wording.spans[0].start].split()
    return bool(before) and before[-1].strip("“\"'‘").casefold() in {"nor", "neither"}
