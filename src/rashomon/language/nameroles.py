"""Roles that stand beside a name: among its titles, before them, or in an appositive before or after it."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language import functionwords as fw
from rashomon.language.titles import TITLES, role_base
from rashomon.language.tokens import Token, TokenKind

__all__ = ["ASIDE", "FORMER", "roles_beside"]

_BREAKS = fw.AUXILIARIES | fw.PREPOSITIONS | fw.SUBORDINATORS | fw.CONJUNCTIONS
_HEAD_ENDS = fw.PREPOSITIONS | fw.RELATIVES | fw.AUXILIARIES | fw.CONJUNCTIONS
_PAST = frozenset({"former", "late", "ousted", "ex"})
FORMER = "former"
ASIDE = (",", "—", "–", "--")  # between a noun and the name that explains it
_BEFORE, _AFTER = 6, 9
_APOSTROPHE_S = ("’s", "'s")


def roles_beside(tokens: Sequence[Token], first: int, start: int, last: int) -> set[str]:
    """Role nouns among the titles, just before them, and in the appositive after the name."""
    titles = [t.low for t in tokens[first:start]]
    out = {role for low in titles if (role := role_base(low))}
    out |= _led(tokens, first - 1, titles)
    if _PAST.intersection(titles):
        out = {f"{FORMER} {role}" for role in out}
    after = tokens[last + 1 : last + 1 + _AFTER]
    if (
        first > 0
        and tokens[first - 1].low in ASIDE
        and (not after or after[0].text in ",.;" or after[0].low in ASIDE)
    ):
        out |= _headed(tokens, first - 2)
    if len(after) > 2 and after[0].text == "," and _begins_appositive(after[1]):
        out |= _head_of(after[1:])
    return out


def _led(tokens: Sequence[Token], nearest: int, titles: list[str]) -> set[str]:
    """The role nouns in small letters before a name; what tells that they are past goes to `titles`."""
    out: set[str] = set()
    for at in range(nearest, max(-1, nearest - _BEFORE), -1):
        token, low = tokens[at], tokens[at].low
        if token.kind is TokenKind.MARK or low in _BREAKS:
            break
        if token.text[0].isupper() and not (low in TITLES or role_base(low)):
            break
        if low in fw.DETERMINERS or low.endswith(_APOSTROPHE_S):
            break
        if low in _PAST:
            titles.append(low)
        elif role_base(low):
            out.add(role_base(low) or low)
        elif at == nearest:
            out.add(low)
            break  # “A spokeswoman said Holt would go”: her role is not Holt’s
    return out


def _headed(tokens: Sequence[Token], last: int) -> set[str]:
    """The role that a name stands beside (``The mayor of Ostmark, Ada Holt, …``)."""
    for index in range(last, max(-1, last - _AFTER), -1):
        low = tokens[index].low
        if tokens[index].kind is TokenKind.MARK and low not in "’'&-":
            return set()
        role = role_base(low)
        if role and not low.endswith("s"):
            close = 1 if tokens[index].text[0].isupper() else 3  # “The Colonel — Ada Holt”
            led = any(t.low in fw.DETERMINERS for t in tokens[max(0, index - close) : index])
            return {role} if led else set()
    return set()


def _begins_appositive(token: Token) -> bool:
    low = token.low
    return low in ("a", "an", "the", "his", "her") or role_base(low) is not None


def _head_of(tokens: Sequence[Token]) -> set[str]:
    """The noun an appositive turns on: its last word before a preposition, a mark or *who*."""
    head = ""
    for token in tokens:
        low = token.low
        if token.kind is TokenKind.MARK or low in _HEAD_ENDS:
            break
        if low not in fw.DETERMINERS:
            head = low
    return {role_base(head) or head} if head else set()
