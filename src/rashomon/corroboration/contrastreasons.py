"""Reasons that two units give, or may give by their turn of phrase, put beside each other.

A reason stands behind a connective (`reasons`), or is told by a turn for which no grammar is
needed where the units are known to be near in meaning: something was to blame, stood behind it, set it
off; somebody fell asleep, a bolt snapped.  A report may also say that nobody knows the reason, or that
something had nothing to do with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.corroboration.contrast import Contrast
from rashomon.corroboration.differences import Piece
from rashomon.corroboration.reasons import akin, reasons_of
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, spans_of, words_of
from rashomon.model import ConflictKind, Policy, Relation, Span

__all__ = ["Given", "given", "reasons"]

_MOST = 6

_NO_REASON = re.compile(
    r"\b(?:no|without(?: any| an?)?|any)(?: \w+){0,2}? (?:reasons?|causes?|explanations?|motives?"
    r"|grounds)\b"
    r"(?! to (?:believe|doubt|worry|fear|panic|think|complain|suppose|be)\b)"
    r"|\bno (?:one|body) (?:can |could |will |would )?(?:know|say|explain|tell)\w* why\b"
    r"|\b(?:not|n['’]t|never|nobody|nor|none|hardly|yet to)\b[^.;]{0,30}"
    r"\b(?:know|knows|known|say|said|clear|explain|explained|understand|understood|told|tell|established"
    r"|determined|find out|work out)\b[^.;]{0,12}\b(?:why|what caused|the (?:reasons?|causes?|motives?))\b"
    r"|\bwhy\b[^.;]{0,60}\b(?:not|n['’]t|never|nobody|no one|unknown|unclear|mystery|puzzle|riddle"
    r"|unexplained"
    r"|open|anybody['’]s guess|anyone['’]s guess|baffl\w+|inexplicable|remains to be)\b"
    r"|\b(?:reasons?|causes?|motives?)\b[^.;]{0,30}\b(?:unknown|unclear|not|n['’]t|mystery|puzzle|open"
    r"|undisclosed"
    r"|investigated|under investigation|undetermined)\b"
    r"|\b(?:inexplicabl[ey]|unexplained|for unknown reasons|out of the blue|a mystery"
    r"|at a loss to (?:say|explain)"
    r"|refus\w+ to say why|declin\w+ to say why|decl?in\w+ to (?:give|name|state) (?:a|any"
    r"|the) reasons?)\b",
    re.IGNORECASE,
)
"""That there is no reason, or that nobody knows or gave one."""

_STRONG = re.compile(
    r"\bto blame\b|\bblam(?:ed|es|e|ing)\b|\bow(?:ed|es|ing) (?:\w+ ){0,2}to\b|\bowing to\b"
    r"|\b(?:was|is|were|lay|lies|stood|stands|be|been) behind\b|\bat the (?:root|bottom|heart) of\b"
    r"|\b(?:spark|caus|trigger|prompt|provok|occasion|ignit|kindl|precipitat|induc)(?:e|ed|es|ing|s)\b"
    r"|\b(?:set|sets|setting) (?:\w+ ){0,3}?(?:off|alight|ablaze|on fire|in motion)\b"
    r"|\b(?:that|which|this|it|he|she|they) (?:is|was|['’]s) (?:the reason )?why\b|\bthe reason (?:why"
    r"|for|was|is)\b"
    r"|\b(?:did|does) (?:that|it|this)\b|\b(?:put|puts) (?:an end|a stop) to\b|\b(?:was|is"
    r"|were) the (?:undoing|death|end) of\b"
    r"|\b(?:led|leads|gave rise|contributed|came down|comes down|boils? down|was down|is down"
    r"|were down) to\b"
    r"|\b(?:brought|bringing) (?:\w+ ){0,4}?(?:down|about|on|to a halt|to a stop|to an end)\b"
    r"|\bculprit\b|\baccount(?:s|ed) for\b|\bexplain(?:s|ed) (?:the|why|his|her|its|their)\b"
    r"|\bput (?:it|this|that|the \w+) down to\b"
    r"|\b(?:stem(?:s|med)|result(?:s|ed)|aris(?:es|en)|arose|sprang|flow(?:s|ed)|came) from\b"
    r"|\bhad (?:little|nothing|something|much) to do with\b"
    r"|\bfault\b|\bresponsible for\b|\bunder the (?:weight|strain|burden|pressure|load) of\b|\bgave way\b"
    r"|\b(?:is|was|are|were|only|solely|purely|simply|all) about\b|\bnothing else\b|\bthe (?:work"
    r"|result|fruit|effect|consequence) of\b"
    r"|\b(?:trac|attribut|ascrib|credit|impute|lai|pinn)(?:ed|d|es|s) (?:\w+ ){0,3}?(?:to|on|with)\b"
    r"|\bbecause\b|\bdue to\b"
    r"|\b(?:made|forced|drove|drives|moved|led|persuaded|compelled|obliged|pushed) (?:him|her|them|it"
    r"|the \w+|us|me) to\b"
    r"|\bfor (?:\w+ )?(?:\w{3,}ing)\b|\bto (?:avoid|escape|save|spare|prevent|protect|make room"
    r"|make way|dodge|evade|get away)\b"
    r"|\b(?:was|were|been|be|is) (?:\w+ )?(?:dropped|left out|punished|fined|sacked|suspended|banned"
    r"|dismissed|expelled) for\b",
    re.IGNORECASE,
)
"""Turns that mostly give a reason."""

_MISHAP = re.compile(
    r"\b(?:fell asleep|fallen asleep|nodded off|dozed|dropped off|lost control|swerv\w+|drunk|drinking"
    r"|speeding|too fast"
    r"|brak(?:es?|ed|ing)|tyres?|tires?|skidd?\w*|faint(?:ed|ing)|blacked out|heart attack|stroke"
    r"|seizure|misjudg\w+"
    r"|misread\w*|overlook\w*|forg[eo]t\w*|fail(?:ed|ing|ure)|neglect\w*|skip(?:ped|ping)?|jam(?:med"
    r"|ming)?|stuck|snapp?(?:ed|ing)"
    r"|crack\w*|rott(?:en|ed|ing)?|rust\w*|corro\w+|overheat\w*|overload\w*|burst|leak\w*|loose|worn"
    r"|faulty|fault|defect\w*"
    r"|short[- ]circuit\w*|lightning|spark\w*|gusts?|storm|volcan\w+|earthquake|mistake|error|bug"
    r"|glitch|carelessness|negligence"
    r"|strain(?:ed)?|sprain\w*|injur\w+|pulled a|torn?|tore|ill|illness|sick|flu|fever|quarrel\w*|row"
    r"|dispute|walked away"
    r"|bullied|threat\w*|jealous\w*|revenge|debts?|greed|hunger|homesick\w*|fear\w*|afraid|broke(?:n)?"
    r"|struck|hit)\b",
    re.IGNORECASE,
)
"""Mishaps, ailments and motives: what reasons are made of."""

_WEAK = re.compile(
    r"\b(?:after|when|as|since|from|over|with|by|following|amid|once|until|so|hence|therefore|whose"
    r"|who had)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A reason that a unit gives, or may give.

    Attributes:
        keys: what it is about, empty for the word that there is none; `rest` what the unit tells besides.
        of: concept of the event that it is the reason for, "" where the unit does not tell.
        sure: 1 behind a connective, less the weaker the turn of phrase.
    """

    spans: tuple[Span, ...]
    keys: frozenset[str]
    rest: frozenset[str]
    of: str
    none: bool
    sure: float


@lru_cache(maxsize=8192)
def given(unit: Unit) -> Sequence[Given]:
    """The reasons of a unit, in order: those behind connectives, else what its turn of phrase makes one."""
    keys = content_keys(words_of(unit))
    stated = [
        Given(
            spans=spans_of(reason.words, unit.article.text),
            keys=reason.keys,
            rest=(reason.of.about | {reason.of.concept} if reason.of else keys) - reason.keys,
            of=reason.of.concept if reason.of else "",
            none=reason.none,
            sure=1.0,
        )
        for reason in reasons_of(unit)[:_MOST]
    ]
    none = _NO_REASON.search(unit.words) is not None
    if none and not any(one.none for one in stated):
        return [_whole(unit, frozenset(), keys, none=True, sure=1.0)]
    return stated or list(_turned(unit, keys))


def _turned(unit: Unit, keys: frozenset[str]) -> Iterator[Given]:
    words = unit.words
    for turn, sure in ((_STRONG, 0.75), (_MISHAP, 0.5), (_WEAK, 0.0)):
        if keys and turn.search(words) is not None:
            yield _whole(unit, keys, keys, none=False, sure=sure)
            return


def _whole(unit: Unit, keys: frozenset[str], rest: frozenset[str], *, none: bool, sure: float) -> Given:
    return Given(spans=unit.wording.spans, keys=keys, rest=rest, of="", none=none, sure=sure)


def reasons(first: Unit, second: Unit, policy: Policy) -> Iterator[Contrast]:
    """Reasons of two units that are not the same, and what speaks for their being given for one thing."""
    for one in given(first):
        for other in given(second):
            if not ((one.none and other.none) or _same(one, other)):
                yield Contrast(
                    kind=ConflictKind.REASON,
                    relation=Relation.CONFLICT,
                    first=Piece(spans=one.spans),
                    second=Piece(spans=other.spans),
                    features=_features(one, other),
                )


def _same(one: Given, other: Given) -> bool:
    """Whether the reasons can be one, each told behind a connective."""
    stated = one.sure == other.sure == 1.0 and not (one.none or other.none)
    return stated and (bool(one.keys & other.keys) or akin(one.keys, other.keys))


def _features(one: Given, other: Given) -> Mapping[str, float]:
    low, high = sorted((one.sure, other.sure))
    apart = bool(one.of and other.of) and one.of != other.of and not one.rest & other.rest
    return {"strong": low * high, "surer": high, "other_event": float(apart)}
