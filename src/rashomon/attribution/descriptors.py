"""What the words for a source without a name tell: who is meant, how many, and how well they are known.

The words are cut where a relative clause or a participle begins, and read from
the left: what leads in (“a”, “the”, “another”, a number), what qualifies, the
noun that all turns on, what stands behind it.  Nothing is guessed from the
matter that is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from rashomon.attribution.kinds import head_noun
from rashomon.language import anonymity as known
from rashomon.language.functionwords import DETERMINERS, POSSESSIVES, PREPOSITIONS
from rashomon.language.sourcenouns import PEOPLES, singular
from rashomon.language.titles import COLLECTIVES, role_base
from rashomon.language.tokens import Token, TokenKind, fold, tokenize
from rashomon.language.transmission import MEDIA_PLURALS, WIRES
from rashomon.model import Span

__all__ = ["Descriptor", "Lead", "described"]

_CUT = re.compile(known.CUT, re.IGNORECASE)
_LONGEST = 240  # code points of a description that are looked at
_DEFINITE = frozenset("the that this these those".split())
_OTHER = frozenset("another second third fourth other separate different".split())
_BEFORE = frozenset(
    "and but yet still while according to by even also then however as from with only".split()
)
_EACH = frozenset("each every any".split())
_SEVERAL = frozenset("some several many most few these those all both multiple".split())
_SHARES = frozenset({"%", "percent", "percentage", "third", "half", "quarter", "majority"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_PEOPLE = (
    known.INSIDERS, known.OFFICES, known.KIN, known.SPOKESPEOPLE, known.PERSONS, PEOPLES, COLLECTIVES,
)  # fmt: skip
_NAMED = re.compile(r"\b([a-z][a-z-]{2,})(?: [A-Z][\w’'-]*\.?){1,4} [A-Z][\w’'-]+$|@\w")
_NAME = re.compile(r"(?:^|[.\s])[A-Z][\w’'-]+ [A-Z][\w’'-]+[a-rt-z]$")
_BESIDE = re.compile(r", ?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){0,4},?")
_WIRES = frozenset(map(singular, WIRES))
_CLOCK = re.compile(r"\d:\d\d\s?$")


class Lead(Enum):
    """How the words lead in, which tells whether somebody new is told of."""

    NEW = auto()
    """“a”, “two”, “some”, no article."""
    OTHER = auto()
    """“another”, “a second”, “two other”."""
    KNOWN = auto()
    """“the”, “that”."""
    OWNED = auto()
    """“his”, “the minister’s”."""
    PART = auto()
    """“one of the”."""


@dataclass(frozen=True, slots=True)
class Descriptor:
    """The words for a source, read.

    Attributes:
        span: where they stand, cut short.
        words: folded, without marks.
        head: the noun, singular and folded; empty if there is none.
        count: how many; None where the words leave it open.
        named: whether a person's name ends them after all (“the lawyer Ada Holt”).
    """

    span: Span
    words: tuple[str, ...]
    head: str
    plural: bool
    count: int | None
    lead: Lead
    named: bool = False

    @property
    def people(self) -> bool:
        """Whether they describe somebody: people, not a thing, not “no one”, not a pronoun alone."""
        if not self.head or self.head in known.NOBODY or self.words[0] in ("no", "none", "nobody"):
            return False
        if len(self.words) == 1 and self.head in _WIRES:
            return False
        if self.head in ("someone", "somebody"):
            return len(self.words) > 1
        return not self.named and _is_people(self.head)

    @property
    def media(self) -> bool:
        """Whether they are media in the plural: “Ostmark media”, “press reports”."""
        return self.head in MEDIA_PLURALS or (self.head == "report" and "media" in self.words)

    @property
    def bare(self) -> frozenset[str]:
        """The words that qualify, and the noun, singular."""
        kept = (w for w in self.words if w not in DETERMINERS and w not in known.COUNTS and w not in _OTHER)
        return frozenset(singular(w.removesuffix("'s")) for w in kept) | {self.head}


def described(text: str, span: Span) -> Descriptor:
    """Read the words for a source.

    Args:
        text: the article's text.
        span: the words as they were found, relative clauses and all.

    >>> sentence = "Two other aides to the minister, who were there,"
    >>> found = described(sentence, Span(0, len(sentence)))
    >>> found.span.of(sentence), found.head, found.count, found.lead.name
    ('Two other aides to the minister', 'aide', 2, 'OTHER')
    """
    short = _short(text, span)
    tokens = [t for t in tokenize(text, short) if t.kind is not TokenKind.MARK or t.text == "%"]
    low = [fold(t.text) for t in tokens]
    noun = head_noun(tokens)
    one = singular(noun)
    base = role_base(noun)
    head = "person" if noun in ("people", "persons") else _irregular(noun) or one
    if base is not None and base != head and noun.endswith("s"):
        head = base
    several = known.SEVERAL_IN_ONE.get(head)
    plural = several is not None or _is_plural(noun, head) or (bool(low) and low[0] in _SEVERAL)
    lead = _lead(low)
    count = several or _count(low, tokens, noun, plural=plural, lead=lead)
    plural = (plural or (count or 0) > 1) and not (lead is Lead.PART and count == 1)
    named = _ends_in_name(short.of(text), head) or (count == 1 and _name_follows(text, short, span.end))
    return Descriptor(short, tuple(low), head, plural, count, lead, named)


def _name_follows(text: str, short: Span, end: int) -> bool:
    """Whether a name stands beside the words and in the source: “the keeper’s wife, Ada,”."""
    simple = not any(f" {word} " in short.of(text) for word in ("of", "to", "for", "at", "in"))
    return simple and _BESIDE.fullmatch(text, short.end, end) is not None


def _ends_in_name(words: str, head: str) -> bool:
    """Whether a name is what the words turn on: “the lawyer Ada Holt”, or two capitals of no known noun."""
    found = _NAMED.search(words)
    if found is not None and (found[1] is None or role_base(fold(found[1])) is not None):
        return True
    return _NAME.search(words) is not None and not _tabled(head)


def _short(text: str, span: Span) -> Span:
    """The words cut short, but not before the noun (“local, state and federal officials”)."""
    short = _cut(text, span)
    if text[short.end : short.end + 2].strip()[:1] in (",", "(") and not _names_people(text, short):
        further = _cut(text, span, start=short.end + 2)
        short = Span(short.start, further.end) if _names_people(text, further) else short
    tokens = tokenize(text, short)
    doing = next((b for a, b in pairwise(tokens) if _does(a, b)), None)
    return short if doing is None else Span(short.start, doing.start).trim(text)


def _does(noun: Token, verb: Token) -> bool:
    """Whether the second word begins what the people of the first are doing: “officials briefing …”."""
    return len(verb.low) > len("being") and verb.low.endswith("ing") and role_base(noun.low) is not None


def _names_people(text: str, span: Span) -> bool:
    return _is_people(singular(head_noun(tokenize(text, span))))


def _cut(text: str, span: Span, start: int | None = None) -> Span:
    """The words without what a comma, a relative clause or a participle adds, nor a clock before them."""
    end = min(span.end, span.start + _LONGEST)
    start = span.start if start is None else min(start, end)
    if text[start : start + 1].isdigit() and _CLOCK.search(text, max(0, start - 3), start + 2):
        start = next((i for i in range(start, end) if text[i].isalpha()), start)
    first = next((i for i in range(start, end) if text[i].isalnum()), start)
    cut = _CUT.search(text, first + 1, end)
    short = Span(first, cut.start() if cut else end).trim(text)
    return short if short else span


def _irregular(noun: str) -> str | None:
    if noun.endswith("wives"):
        return f"{noun[:-3]}fe"
    return f"{noun[:-3]}man" if noun.endswith("men") and len(noun) > len("men") else None


def _is_plural(noun: str, head: str) -> bool:
    if noun in PEOPLES or noun in MEDIA_PLURALS or noun in ("people", "police", "staff", "public", "%"):
        return True
    return noun != head and noun not in ("news",)


def _tabled(head: str) -> bool:
    if any(head in table for table in _PEOPLE) or role_base(head) is not None or head in MEDIA_PLURALS:
        return True
    return head in known.SEVERAL_IN_ONE


def _is_people(head: str) -> bool:
    return _tabled(head) or (len(head) > 4 and head.endswith(known.PEOPLE_ENDINGS))


def _lead(low: Sequence[str]) -> Lead:
    words = [w for w in low if w not in _BEFORE] or list(low)
    if not words:
        return Lead.NEW
    if "of" in words[1:3] and (words[0] in known.COUNTS or words[0] in ("some", "several", "many", "most")):
        return Lead.PART
    if any(w in _OTHER for w in words[:3]):
        return Lead.OTHER
    if words[0] in POSSESSIVES or any(w.endswith(("'s", "s'")) for w in _led(words)):
        return Lead.OWNED
    return Lead.KNOWN if words[0] in _DEFINITE else Lead.NEW


def _led(words: Sequence[str]) -> Sequence[str]:
    """The words before the first preposition."""
    end = next((n for n, w in enumerate(words) if w in PREPOSITIONS), len(words))
    return words[: max(0, end - 1)]


def _count(low: Sequence[str], tokens: Sequence[Token], noun: str, *, plural: bool, lead: Lead) -> int | None:
    """How many there are: a number before the noun, 1 for a singular; None where the words leave it open."""
    at = next((n for n, w in enumerate(low) if w == noun or w.removesuffix("'s") == noun), len(low))
    if lead is Lead.PART:
        return known.COUNTS.get(low[0]) if low[0] in known.COUNTS else None
    before = low[:at]
    if not _EACH.isdisjoint(before) or not _SHARES.isdisjoint(low):
        return None
    if "and" in (*before, *low[at + 1 : at + 3]):
        return _together(tokens)
    if not plural:
        return 1
    if not known.INEXACT.isdisjoint(before):
        return None
    for n, word in enumerate(before):
        if word in known.COUNTS:
            return known.COUNTS[word]
        if word.isdigit() and not (
            _YEAR.fullmatch(word) or (n and before[n - 1] in ("age", "the", "no", "no."))
        ):
            return int(word) if len(word) < 4 else None
    return None


def _together(tokens: Sequence[Token]) -> int | None:
    """How many an aide and two clerks are; None unless each of those joined is counted, and people."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.low == "and":
            parts.append([])
        else:
            parts[-1].append(token)
    counts = [_counted(part) for part in parts]
    return None if None in counts else sum(count or 0 for count in counts)


def _counted(part: Sequence[Token]) -> int | None:
    if not part or not _is_people(singular(head_noun(part))):
        return None
    return 1 if part[0].low in ("a", "an") else known.COUNTS.get(part[0].low)
