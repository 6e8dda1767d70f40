"""What belongs to a name or a noun: explanations beside it, and what stands for it in them.

*Who*, *which* and *that* stand for the name beside them, or the one explained
there.  *Ada Holt, who …*; *Ada Holt of Ostmark, who …*; *Ada Holt, head of the Pilots’
Guild, who …*: the name.  *Ada Holt met a pilot who …*: not the name but the
noun, which names nobody.  *Who* stands for a person, the others for a body.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from rashomon.attribution.cast import Cast
from rashomon.language import functionwords as fw
from rashomon.language.names import Name, NameKind
from rashomon.language.titles import role_base
from rashomon.language.tokens import Token, TokenKind, fold
from rashomon.model import Span

__all__ = ["antecedent", "bare", "leads_up", "noun_before"]

_LOOKED_BACK = 500  # code points; a name that stands near begins no further back
_WINDOW = 120  # between the name and the pronoun
_ORIGIN = frozenset({"of", "from", "("})
_NEAR = 12  # code points that hold a preposition
_LONGEST = 8  # tokens of the noun phrase before a pronoun
_FEW = 5  # tokens that tell where somebody is from
_BESIDE = frozenset(", ( ) — – - --".split())  # they part a name from what explains it
_JOINS = frozenset(", — – --".split())
_STEM = 4  # letters; words in -ed or -ing of no more are no participles
_TITLING = 3  # words before a name that go with it
_LOOSE = fw.RELATIVES | {"seen", "known", "given", "such", "including", "among"}
_OPENS = fw.POSSESSIVES | {"a", "an", "the", "one", "another", "now", "then", "once"}
_VERBAL = fw.AUXILIARIES | fw.FINITE_VERBS | fw.SUBORDINATORS | fw.RELATIVES


def antecedent(cast: Cast, pronoun: Span) -> Name | None:
    """The name that a relative pronoun stands for; None if a noun stands between, or nothing fits."""
    begin = cast.passages[cast.sentence_of(pronoun.start)].span.start if cast.passages else 0
    begin = min(max(begin, pronoun.start - _LOOKED_BACK), pronoun.start)
    personal = fold(pronoun.of(cast.text)) in ("who", "whom", "whose")
    for name in reversed(cast.names_in(Span(begin, pronoun.start))):
        if pronoun.start - name.span.end > _WINDOW:
            return None
        gap = cast.tokens.within(Span(name.span.end, pronoun.start))
        if _fits(cast, name, personal=personal) and _reaches(gap, personal=personal):
            return name
    return None


def noun_before(cast: Cast, pronoun: Span) -> Span | None:
    """The noun phrase right before a relative pronoun (*a lower court*, which …), from its article on.

    None if it has no article or possessive, or is not of small letters at its end.
    """
    tokens = cast.tokens.within(Span(max(0, pronoun.start - _LOOKED_BACK), pronoun.start))[-_LONGEST:]
    if tokens and tokens[-1].text == ",":
        tokens = tokens[:-1]
    if not tokens or tokens[-1].kind is not TokenKind.WORD or tokens[-1].text[0].isupper():
        return None
    for token in reversed(tokens):
        if token.kind is not TokenKind.WORD or token.low in _VERBAL | fw.PREPOSITIONS | fw.CONJUNCTIONS:
            return None
        if token.low in fw.DETERMINERS:
            return Span(token.start, tokens[-1].end)
    return None


def leads_up(gap: Sequence[Token]) -> bool:
    """Whether nothing parts a noun from the name it explains: *the judge*, retired Captain *Ada Holt*."""
    marks = [token for token in gap if token.kind is TokenKind.MARK]
    if len(marks) > 1 or (marks and marks[0].text not in _JOINS):
        return False
    words = gap[1:] if marks and gap[0] is marks[0] else gap
    if not all(token.kind is TokenKind.WORD and not token.text[0].isupper() for token in words):
        return marks != [] and gap[-1] is marks[0]
    return len(words) <= _TITLING and not any(t.low in _VERBAL or t.low in fw.PREPOSITIONS for t in words)


def bare(cast: Cast, phrase: Span) -> Span:
    """A noun phrase without the clause or participle that a comma parts from it, and without a last mark."""
    tokens = cast.tokens.within(phrase)
    for comma, after in itertools.pairwise(tokens):
        participle = after.low.endswith(("ed", "ing")) and len(after.low) > _STEM and after.text[0].islower()
        if comma.text == "," and comma.start > phrase.start and (participle or after.low in _LOOSE):
            return Span(phrase.start, comma.start).trim(cast.text)
    while len(tokens) > 1 and tokens[-1].text in _BESIDE - {")"}:
        tokens = tokens[:-1]
    return Span(phrase.start, tokens[-1].end) if tokens else phrase


def _fits(cast: Cast, name: Name, *, personal: bool) -> bool:
    """Whether it can be meant; two capitals behind *in*, *on* ... are a place, unless more shows a person."""
    key = cast.key_of(name)
    if key is None:
        known = name.kind is NameKind.PERSON
        return known or (name.kind is NameKind.UNKNOWN and not _placed(cast, name)) if personal else not known
    figure = cast.figures[key]
    return personal and (figure.attested or not figure.town)


def _placed(cast: Cast, name: Name) -> bool:
    before = cast.tokens.within(Span(max(0, name.titled - _NEAR), name.titled))
    return bool(before) and before[-1].low in fw.PREPOSITIONS


def _reaches(gap: Sequence[Token], *, personal: bool) -> bool:
    """Whether what stands between name and pronoun tells of the name: nothing, an origin, an appositive."""
    if all(t.low in _BESIDE for t in gap):
        return True
    predicate = gap[0].low in ("is", "was") and gap[1].low in ("a", "an", "the")
    if any(t.low in _VERBAL or t.kind is TokenKind.QUOTE for t in gap[predicate:]):
        return False
    if gap[0].low in _ORIGIN:
        return len(gap) <= _FEW
    closed = gap[-1].text == "," or [t.text for t in gap].count(",") == 1
    return predicate or (gap[0].low in _BESIDE and closed and _appositive(gap[1], personal=personal))


def _appositive(first: Token, *, personal: bool) -> bool:
    aged = personal and first.kind is TokenKind.NUMBER
    return aged or first.low in _OPENS or (not first.text[0].isupper() and role_base(first.low) is not None)
