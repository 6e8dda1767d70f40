"""Names of persons and bodies in running text, and what is said about them where they are named.

A name is a run of capitalised words, with initials, particles and nicknames;
titles before it are taken off.  Whether it names a person or a body is read
from its words and from what stands around it, never guessed from a list of
first names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.language import functionwords as fw
from rashomon.language.nameroles import ASIDE, FORMER, roles_beside
from rashomon.language.titles import (
    ALSO_GIVEN,
    COLLECTIVES,
    FEMALE,
    MALE,
    OFFICES,
    ORGANISATION_WORDS,
    PARTICLES,
    PARTISAN,
    PARTISANS,
    PLACES,
    TITLES,
    role_base,
)
from rashomon.language.tokens import Token, TokenKind, fold, tokenize
from rashomon.model import Span

__all__ = ["FORMER", "Gender", "Name", "NameKind", "find_names", "names_among", "suffix_of", "surname"]


class Gender(StrEnum):
    """What the text lets us know of a person's grammatical gender."""

    HE = "he"
    SHE = "she"
    UNKNOWN = "unknown"


class NameKind(StrEnum):
    """What a capitalised run seems to name."""

    PERSON = "person"
    BODY = "body"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands.

    Attributes:
        span: the name without titles.
        name: its words, verbatim but for line breaks.
        titled: where its titles begin; equals ``span.start`` without titles.
        roles: role nouns that title it or stand in its appositive, folded and singular;
            ``former minister`` where the text says so.
    """

    span: Span
    name: str
    titled: int
    kind: NameKind
    gender: Gender
    roles: frozenset[str]


_NEVER = (
    fw.SUBJECT_PRONOUNS
    | fw.OBJECT_PRONOUNS
    | fw.POSSESSIVES
    | fw.DETERMINERS
    | fw.SUBORDINATORS
    | fw.CONJUNCTIONS
    | fw.AUXILIARIES
    | fw.ADVERBS
    | fw.PREPOSITIONS
    | fw.RELATIVES
    | {"overall"}
) - {"may", "will", "mark", "like", "us", "early"} | {"there", "here"}
_DATES = fw.TEMPORAL - {"may", "april", "june", "august", "march"}  # these are names of people, too
_COURTESY = frozenset("mr mrs ms miss mx dr".split())
_TITLED = OFFICES | TITLES
_LINKS = frozenset({"of", "for", "and", "on", "&"})
_GROUP_ENDINGS = ("ans", "crats", "ists", "ites", "iers", "ers", "ives", "als", "ese")
_APOSTROPHE_S = ("’s", "'s")
_ACRONYM = re.compile(r"(?!(?:II|III|IV|VI|JR|SR)$)[A-Z]{3,}$")
_RUN_ON = re.compile(r"[A-Z][a-z]{3,}[A-Z]")  # “HoltThe”: two words of a page run together
_LETTERS = frozenset("kc qc sc mp msp obe mbe cbe phd md esq".split())  # behind a name, no part of it
_SUFFIXES = frozenset("jr sr jr. sr. ii iii iv".split())
_MOST_SUFFIXES = 2
_SHOUTED = 2  # more words than this in capitals are a headline's


_SAID = frozenset("said says asked added adds wrote writes tweeted replied told".split())
_OPENING_MARKS = ("“", '"', "‘", "'")
_GENERATIONS = ("jr", "sr", "ii", "iii", "iv")


def surname(name: str) -> str:
    """The folded last word of a name, without suffixes such as ``Jr.``

    >>> surname("Ada Holt Jr."), surname("Jan van der Berg")
    ('holt', 'berg')
    """
    words = [fold(w).strip(".,") for w in name.split()]
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words.pop()
    return words[-1] if words else ""


def suffix_of(name: str) -> str:
    """What tells generations apart at the end of a name, folded; "" if nothing does.

    >>> suffix_of("Ada Holt Jr."), suffix_of("Ada Holt")
    ('jr', '')
    """
    last = fold(name.split()[-1]).strip(".,") if " " in name else ""
    return last if last in _GENERATIONS else ""


def find_names(text: str, span: Span) -> tuple[Name, ...]:
    """The names in this part of the text, in order.

    >>> text = "The harbour board’s spokeswoman Ada Holt told Brig. Gen. Tom Rask."
    >>> [(n.name, n.kind.value, n.gender.value) for n in find_names(text, Span(0, len(text)))]
    [('Ada Holt', 'person', 'she'), ('Tom Rask', 'person', 'unknown')]
    """
    return names_among(text, tokenize(text, span))


def names_among(text: str, tokens: Sequence[Token]) -> tuple[Name, ...]:
    """The names among tokens that follow one another in the text."""
    found = (_name(text, tokens, first, last) for first, last in _runs(tokens))
    return tuple(name for name in found if name is not None)


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last token of each run of capitalised words."""
    last = -1
    for first, token in enumerate(tokens):
        if first <= last or not token.text[0].isupper() or not _capital(token):
            continue
        last = first
        while (after := _next_in_run(tokens, last)) is not None:
            last = after
        no_name = token.low == _DISTRICT or _leads_in(tokens, first, last)
        yield first + int(no_name and last > first), last


def _leads_in(tokens: Sequence[Token], first: int, last: int) -> bool:
    """``Said Holt: “No.”``: a verb before who speaks, not a given name."""
    if tokens[first].low not in _SAID or not _is(tokens, last + 1, ",", ":") or last + 2 >= len(tokens):
        return False
    return tokens[last + 2].text in _OPENING_MARKS


def _capital(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.text[0].isupper() and _stem(token) not in _NEVER


def _prefixed(token: Token) -> bool:
    """``al-Harrani``: a particle with a hyphen, inside a name."""
    particle, _, rest = token.text.partition("-")
    return particle in PARTICLES and rest[:1].isupper()


def _stem(token: Token) -> str:
    """The folded word before an apostrophe: ``I`` of ``I'm``."""
    return token.low.partition("'")[0]


def _next_in_run(tokens: Sequence[Token], last: int) -> int | None:
    """The token that carries the run on after `last`, stepping over a full stop, a particle, a nickname."""
    if tokens[last].text.endswith(_APOSTROPHE_S):
        return None
    at = last + 1
    if _possessive_plural(tokens, at) or (_is(tokens, at, "&") and _capital_at(tokens, at + 1)):
        return at + 1
    if at < len(tokens) and tokens[at].text == "." and _shortened(tokens[last]):
        at += 1
    for _ in range(3):
        if at >= len(tokens):
            return None
        if _capital(tokens[at]) or _prefixed(tokens[at]) or tokens[at].text in ("II", "III", "IV"):
            return at
        low = tokens[at].low
        joins = low in PARTICLES or (
            low in _LINKS and tokens[last].low in ORGANISATION_WORDS and low != "and"
        )
        if not joins:
            return _after_nickname(tokens, at)
        at += 1
    return None


def _is(tokens: Sequence[Token], at: int, *words: str) -> bool:
    return 0 <= at < len(tokens) and tokens[at].low in words


def _capital_at(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and _capital(tokens[at])


def _possessive_plural(tokens: Sequence[Token], at: int) -> bool:
    """``Ropemakers’ Trust``: an apostrophe inside the name of a body."""
    if at + 1 >= len(tokens) or tokens[at].text not in "’'" or not tokens[at - 1].text.endswith("s"):
        return False
    close = tokens[at].start == tokens[at - 1].end
    return close and _capital(tokens[at + 1]) and tokens[at + 1].low in ORGANISATION_WORDS


def _shortened(token: Token) -> bool:
    return (len(token.text) == 1 or token.low in fw.ABBREVIATIONS) and token.text[0].isupper()


def _after_nickname(tokens: Sequence[Token], at: int) -> int | None:
    """``Robert “Bob” Holt``: past the marks and the word between them."""
    if tokens[at].text not in ("“", '"', "‘", "'") or at + 3 >= len(tokens):
        return None
    closed = tokens[at + 2].text in ("”", '"', "’", "'")
    return at + 3 if closed and _capital(tokens[at + 1]) and _capital(tokens[at + 3]) else None


_DISTRICT = "d.c."
"""It ends a place, and often a sentence: “in Washington, D.C. Holt left”."""


def _name(text: str, tokens: Sequence[Token], first: int, last: int) -> Name | None:
    start = first
    while last > first + 1 and tokens[last].low in _LETTERS and tokens[last].text[-1].isupper():
        last -= 1
    for index in range(first, last):
        if _titles(tokens, index, first, last):
            start = index + 1
    while start < last and tokens[start].kind is TokenKind.MARK:
        start += 1
    if start < last and tokens[last].low in OFFICES | PARTISAN:
        return None
    office = _office(tokens, first)
    if office is not None:
        bearer = _bearer(tokens, start, last)
        first, start = (office, bearer) if bearer > first else (first, start)
    courteous = any(token.low in _COURTESY for token in tokens[first:start])  # “Mr. King”
    if start == last and not courteous and (tokens[last].low in TITLES or role_base(tokens[last].low)):
        return None
    if start == last and tokens[last].low in _DATES:
        return None
    span = Span(tokens[start].start, _end(tokens[last]))
    words = [t for t in tokens[start : last + 1] if t.kind is TokenKind.WORD]
    roles = roles_beside(tokens, first, start, last)
    kind = _kind(
        words,
        roles,
        titled=start > first,
        article=_is(tokens, first - 1, "the"),
        explains=_is(tokens, first - 1, *ASIDE) and any(role_base(role) for role in roles),
    )
    if any(t.text == "&" for t in tokens[start:last]):
        kind = NameKind.BODY
    return Name(
        span=span,
        name=" ".join(span.of(text).split()),
        titled=tokens[first].start,
        kind=kind,
        gender=_gender(tokens[first:start], roles) if kind is NameKind.PERSON else Gender.UNKNOWN,
        roles=frozenset(roles),
    )


def _titles(tokens: Sequence[Token], index: int, first: int, last: int) -> bool:
    """Whether the word at `index` is a title before the rest of the run, or tells whose the rest is."""
    word = tokens[index]
    if (
        first < index
        and last - index <= _MOST_SUFFIXES
        and all(t.low in _SUFFIXES for t in tokens[index + 1 : last + 1])
    ):
        return False  # “Martin King Jr.”: a surname, though it is a title elsewhere
    titled = word.low in TITLES or role_base(word.low) == word.low or word.text.endswith(_APOSTROPHE_S)
    body = {tokens[index + 1].low, tokens[last].low} & ORGANISATION_WORDS  # “Foreign Ministry of Ostmark”
    return titled and not (word.low in ORGANISATION_WORDS and body)


def _office(tokens: Sequence[Token], first: int) -> int | None:
    """``Ambassador to`` Freeland Willem Taler: where the office begins in whose name a place comes first."""
    at = first - 1
    if _is(tokens, at, "the"):
        at -= 1
    titled = at > 0 and _is(tokens, at, "of", "to", "for") and tokens[at - 1].low in OFFICES
    return at - 1 if titled and tokens[at - 1].text[0].isupper() else None


def _bearer(tokens: Sequence[Token], start: int, last: int) -> int:
    """Where the person's name begins behind a place: given name, initials, particles, surname."""
    if tokens[last].low in ORGANISATION_WORDS:
        return start
    at = last - 1
    while at > start and (
        tokens[at].kind is TokenKind.MARK or len(tokens[at].text) == 1 or tokens[at].low in PARTICLES
    ):
        at -= 1
    return max(at, start) if at > start or tokens[start - 1].low in _TITLED else start


def _end(token: Token) -> int:
    return token.end - (2 if token.text.endswith(_APOSTROPHE_S) else 0)


def _gender(titles: Sequence[Token], roles: set[str]) -> Gender:
    words = {t.low for t in titles} | {r.removeprefix(f"{FORMER} ") for r in roles}
    he, she = bool(words & MALE), bool(words & FEMALE)
    return Gender.UNKNOWN if he == she else Gender.HE if he else Gender.SHE


def _kind(
    words: Sequence[Token], roles: set[str], *, titled: bool, article: bool, explains: bool
) -> NameKind:
    folded = [w.low.removesuffix("'s") for w in words]
    if len(words) > 1 and folded[-1] in PARTISANS:
        return NameKind.GROUP
    if _shows_body(words, folded):
        return NameKind.BODY
    if len(words) > 1 and any(_RUN_ON.match(w.text) for w in words):
        return NameKind.UNKNOWN
    if len(words) > _SHOUTED and all(w.text.isupper() for w in words):
        return NameKind.UNKNOWN
    if titled:
        return NameKind.PERSON
    if len(words) > 1 and any(_ACRONYM.match(w.text) for w in words):
        return NameKind.UNKNOWN
    if roles and len(words) > 1:
        return NameKind.PERSON
    if len(words) > 1 and folded[0] in PLACES:
        return NameKind.UNKNOWN
    if len(words) == 1 and not explains:
        return _kind_alone(words[0].text, folded[0], article=article)
    return NameKind.BODY if article else NameKind.PERSON


def _kind_alone(word: str, folded: str, *, article: bool) -> NameKind:
    """The kind of a name of one word that nothing else shows."""
    if folded in COLLECTIVES or (role_base(folded) and folded.endswith("s")):
        return NameKind.GROUP
    if word.isupper() and len(word) > 1:
        return NameKind.BODY
    if folded.endswith(_GROUP_ENDINGS) and len(folded) > 5:
        return NameKind.GROUP
    return NameKind.BODY if article else NameKind.UNKNOWN


def _shows_body(words: Sequence[Token], folded: Sequence[str]) -> bool:
    bodies = folded[1:] if len(words) > 1 and folded[0] in ALSO_GIVEN else folded
    return any(w in ORGANISATION_WORDS for w in bodies) or (len(words) == 1 and "." in words[0].text)
