"""One outlet, one interviewer, however a report words it: the key by which carriers are compared.

A name is folded: case, articles, possessives, domain endings and the nouns that
only say what it is (“the Corvian daily”, “state-run”, “… News Agency”) go.  A noun
that a body's own page or channel could have, too, goes only where one word is
left that is no word for a people: “the Harbour Board website” is not the Harbour
Board, and “Corvian television” is not “Corvian radio”.  A programme is its title
in quotation marks.  Words that name nobody (“his lawyer”, “local media”) stand for
somebody else in each report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.language import functionwords as fw
from rashomon.language.names import NameKind, find_names
from rashomon.language.titles import TITLES
from rashomon.language.tokens import fold
from rashomon.language.transmission import (
    INTERVIEWERS,
    MEDIA,
    MEDIA_PLURALS,
    MODIFIERS,
    SHOWS,
    STATE,
    TITLE_LAST,
)
from rashomon.model import Span

__all__ = ["CarrierKey", "carrier_key", "initials", "person_in", "plain_key"]

_ARTICLES = frozenset({"the", "a", "an"})
_LEADING = frozenset("this that its his her their our".split())  # in capitals part of a title: “This Week”
# What a medium is and nothing else has: it says no more than the name.
_KINDS = frozenset(
    "newspaper paper daily weekly monthly tabloid broadsheet magazine periodical journal gazette agency "
    "newswire wire broadcaster outlet publication news press media".split()
) | {word for word in STATE if "-" in word}
_EXPLAINING = (
    _KINDS
    | MEDIA_PLURALS
    | SHOWS
    | STATE
    | INTERVIEWERS
    | frozenset(MODIFIERS)
    | {word for noun in MEDIA for word in noun.split()}
    | frozenset("online web public private local regional national independent satellite cable".split())
)
# At the end of a name these are left out though they have capitals: “Merid News Agency”.
_CALLED = frozenset("agency newspaper website site newswire online channel network magazine".split())
_DEMONYMS = ("an", "ish", "ese", "ic", "nch", "tch", "aeli", "qi", "ni", "ri")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([^\s./]+)\.(?:com|org|net|info|co\.\w\w|com\.\w\w|\w\w)")
_TITLE = re.compile(r"[“\"«]([^“”\"«»]*\w[^“”\"«»]*)[”\"»]")
_ASIDE = re.compile(r"\([^()]*\)| [-–—|] [^-–—|]*\Z")
_EDGES = " \t.,;:!?'’‘“”\"«»()[]-–—"


@dataclass(frozen=True, slots=True)
class CarrierKey:
    """What is compared of a carrier.

    Attributes:
        words: compared with other carriers.
        plain: compared with speakers.
        named: False for words that name nobody in particular.
    """

    words: str
    plain: str
    named: bool


def carrier_key(name: str) -> CarrierKey:
    """The key of a carrier.

    >>> {carrier_key(n).words for n in ("the Merid news site", "Merid", "Merid News Agency", "merid.co.uk")}
    {'merid'}
    >>> carrier_key("Lighthouse TV’s “The Long Rope.”").words, carrier_key("Harbour Board website").words
    ('long rope', 'harbour board website')
    >>> carrier_key("local media").named
    False
    """
    bare = _ASIDE.sub("", name) if len(name) <= _LONGEST else name
    person = person_in(bare)
    plain = plain_key(person or name)
    if person is not None:
        return CarrierKey(plain, plain, named=True)
    titled = _TITLE.search(bare)
    words = _words(titled[1] if titled else bare) or _words(name)
    kept = words if titled else _called(_explained(words))
    if not kept:
        return CarrierKey(" ".join(map(fold, words)), plain, named=False)
    capital = any(c.isupper() for word in kept for c in word)
    named = capital or _DOMAIN.fullmatch(name.strip()) is not None
    return CarrierKey(" ".join(map(fold, kept)), plain, named=named)


_LONGEST = 400  # code points; nothing longer is a name with something in brackets behind it


def plain_key(name: str) -> str:
    """A name for comparing with speakers: folded, without article and titles, nothing else left out.

    >>> plain_key("Rep. Ada Holt"), plain_key("The Harbour Board")
    ('ada holt', 'harbour board')
    """
    words = [fold(word).strip(".") for word in _words(name)]
    while len(words) > 2 and words[0] in TITLES:
        words.pop(0)
    return " ".join(words)


def person_in(name: str) -> str | None:
    """The person whom these words name at their end, behind what they say of him; None if they name none.

    >>> person_in("Harbour Board spokeswoman Ada Holt"), person_in("the Ostmark Courier")
    ('Ada Holt', None)
    """
    if len(name) > _LONGEST:
        return None
    found = find_names(name, Span(0, len(name)))
    if not found or found[-1].kind is not NameKind.PERSON or found[-1].span.end < len(name.rstrip()):
        return None
    told = any(
        word.islower() or fold(word.strip(".")) in TITLES for word in name[: found[-1].span.start].split()
    )
    return found[-1].name if told else None


def initials(key: str) -> str:
    """The first letters of a key of several words, empty for one word.

    >>> initials("merid press association"), initials("merid")
    ('mpa', '')
    """
    words = [word for word in key.split() if word not in fw.PREPOSITIONS | fw.DETERMINERS]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _words(text: str) -> list[str]:
    words = [word for word in text.split() if _bare(word)]
    first = 0
    while first < len(words) - 1 and _left_out_before(words[first]):
        first += 1
    return [_bare(word) for word in words[first:]]


def _left_out_before(word: str) -> bool:
    shortened_title = word.endswith(".") and fold(word[:-1]) in TITLES
    return shortened_title or fold(word) in _ARTICLES or word in _LEADING


def _bare(word: str) -> str:
    """The word without marks at its edges, possessive ending, or domain ending."""
    word = word.strip(_EDGES)
    word = word[:-2] if fold(word[-2:]) == "'s" else word
    domain = _DOMAIN.fullmatch(word) if "." in word and len(word) <= _LONGEST else None
    return domain[1] if domain else word


def _explained(words: Sequence[str]) -> list[str]:
    """The words without those that explain the name; as they are where nothing would be named."""
    sure = [word for word in words if not (word.islower() and fold(word) in _KINDS)]
    kept = [word for word in sure if not (word.islower() and fold(word) in _EXPLAINING)]
    people = kept
    if len(kept) < len(sure) and not _alone(kept):
        kept = sure
    if len(people) < len(words) and len(people) == 1 and _of_a_people(people[0]):
        return []
    return kept if any(fold(word) not in _EXPLAINING for word in kept) or len(kept) > 1 else []


def _of_a_people(word: str) -> bool:
    return len(word) > 4 and fold(word).endswith(_DEMONYMS)  # “Corvian media” are no outlet called Corvian


def _alone(words: Sequence[str]) -> bool:
    return len(words) == 1 or (bool(words) and fold(words[-1]) in TITLE_LAST)


def _called(words: list[str]) -> list[str]:
    """Without the nouns that a title may end with: “Merid News Agency”, “MTV News”."""
    words = list(words)
    while len(words) > 1 and fold(words[-1]) in _CALLED and not words[-1].islower():
        words.pop()
        if len(words) > 1 and fold(words[-1]) == "news" and len(words) == 2:
            words.pop()
    words = [word for word in words if fold(word) != "online"] or words
    if len(words) == 2 and fold(words[1]) == "news" and words[0].isupper() and len(words[0]) > 1:
        words.pop()
    return words
