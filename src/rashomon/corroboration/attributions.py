"""The same words, another speaker: who is said to have said them.

Only quoted words show it: two people who are said to hold the same may both
hold it.  A quotation must have words enough not to be a formula, and they must be nearly all
the same.  A speaker without a name may be the one that another report names; a
body may be spoken for by a person: that is the same told finer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.turning import found, symmetrical
from rashomon.corroboration.units import Unit
from rashomon.language import functionwords as fw
from rashomon.language.bodies import initials_of
from rashomon.language.names import FORMER, Name, find_names, surname
from rashomon.language.quotemarks import find_quotations
from rashomon.language.similarity import MISSPELT, likeness
from rashomon.language.titles import role_base
from rashomon.language.tokens import TokenKind, fold, tokenize
from rashomon.language.wordforms import FUNCTION_WORDS
from rashomon.model import ConflictKind, Mode, Relation, Source, SourceKind, Span

__all__ = ["REASONS", "compare_attributions"]

REASONS = {
    "other_speaker": "the same words are given to another person or body",
    "other_role": "the same words are given to a person without a name whose role is another",
    "speaker_or_body": "the same words are given to a body in one report, to a person in the other",
    "written_up": "the same words are said by a person in one report, stand on a banner in the other",
    "speaker_unnamed": "the same words are given to a speaker whom only one of the reports names",
}
"""Labels of the rules, and what each means."""

_FEWEST = 4
_FEWEST_EQUAL = 3
_MANY = 8
_LONGEST = 4000
_ALIKE = 0.8
_ANYBODY = frozenset(
    """source official spokesman spokeswoman spokesperson aide person people witness insider figure man
    woman member someone somebody survivor colleague""".split()
)
_FOR_OTHERS = frozenset(
    """spokesman spokeswoman spokesperson spokespeople communications press lawyer attorney counsel
    agent aide""".split()
)
_IN_COURT = frozenset(
    """prosecutor judge magistrate lawyer attorney counsel solicitor barrister advocate justice detective
    inspector juror plaintiff""".split()
)
"""Those who speak for themselves, or for the other side, where somebody is spoken for by a lawyer."""
_SHOWN = frozenset(
    """banner placard sign poster slogan graffiti billboard plaque inscription sticker badge shirt t-shirt
    flag leaflet flyer wall pennant headstone gravestone hoarding mural""".split()
)
"""What bears words that nobody says."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HEAD_ENDS = fw.PREPOSITIONS | fw.RELATIVES | {"familiar", ","}
_PAIR = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION})


def _compare_attributions(first: Unit, second: Unit) -> Iterator[Difference]:
    """Where two quotations of the same words have two speakers; nothing for most pairs."""
    told = _told(first, second)
    if told is None or not _same_words(first, second):
        return
    relation, reason, score = told
    pieces = Piece(spans=_who(first), value=_name(first)), Piece(spans=_who(second), value=_name(second))
    yield found(ConflictKind.ATTRIBUTION, relation, pieces, reason, score)


compare_attributions = symmetrical(_compare_attributions)


def _speaker(unit: Unit) -> Source | None:
    """Who is said to have said the quoted words; None where they are not quoted."""
    statement = unit.statement
    if statement is None or statement.source is None or statement.mode is Mode.INDIRECT:
        return None
    return statement.source.source


def _name(unit: Unit) -> str | None:
    source = _speaker(unit)
    return None if source is None else source.name


def _told(first: Unit, second: Unit) -> tuple[Relation, str, float] | None:
    """How the two speakers of the same words stand to each other; None where they are or may be one."""
    one, other = _speaker(first), _speaker(second)
    if one is None or other is None or one.id == other.id:
        return None
    if _shown(one) != _shown(other) and SourceKind.PERSON in {one.kind, other.kind}:
        return Relation.CONFLICT, "written_up", 0.7
    if one.name is None or other.name is None:
        found = _unnamed(one, other, (first, second))
        return None if found and found[0] is Relation.REFINEMENT and _named_anyhow(first, second) else found
    if any(_doubtful(*pair) or _passes_on(*pair) for pair in ((first, second), (second, first))):
        return None
    if _posted(first) or _posted(second):
        return None
    for_others = _speaks_for(first) or _speaks_for(second)
    if {one.kind, other.kind} == _PAIR or (for_others and not _two_in_court(first, second)):
        return Relation.REFINEMENT, "speaker_or_body", 0.6
    if one.kind is not other.kind or one.kind not in _PAIR or _one_name(one.name, other.name):
        return None
    return Relation.CONFLICT, "other_speaker", 0.9


def _named_anyhow(first: Unit, second: Unit) -> bool:
    """Whether the report that does not name the speaker here names that person elsewhere."""
    pairs = (
        (named, other.article.text)
        for named, other in ((_name(first), second), (_name(second), first))
        if named is not None
    )
    return any(surname(name) in {surname(known.name) for known in _names(text)} for name, text in pairs)


def _doubtful(unit: Unit, other: Unit) -> bool:
    """Whether a report names the speaker by no name just there, and may mean whom the other names."""
    spans = _who(unit)
    if not spans:
        return True
    if surname(_name(unit) or "") in _words_of_who(unit):
        return False
    name = surname(_name(other) or "")
    named = {surname(one.name) for one in _names(unit.article.text)}
    pronoun = all(span.of(other.article.text).lower() in fw.SUBJECT_PRONOUNS for span in _who(other))
    return pronoun or any(name == known or likeness(name, known) >= MISSPELT for known in named)


def _passes_on(unit: Unit, other: Unit) -> bool:
    """Whether beside the quoted words a report names the other's speaker as well, whom its own may quote."""
    statement = unit.statement
    if statement is None:
        return False
    who = _who(unit)
    told = [*statement.content, *statement.cue, *who]
    text = unit.article.text
    around = Span(min(span.start for span in told), max(span.end for span in told))
    beside = _unquoted(text, around) + unit.in_context.after
    for span in who:
        beside = beside.replace(span.of(text), " ")
    return surname(_name(other) or "") in {fold(word) for word in _WORD.findall(beside)}


def _posted(unit: Unit) -> bool:
    """Whether the words are signed as a post ("— Mila Holt (@milaholt)"), which may quote anybody."""
    text = unit.article.text
    return any(_HANDLE.match(text, span.end) or _HANDLE.search(span.of(text)) for span in _who(unit))


_HANDLE = re.compile(r"\s?\(@\w+\)")


def _unquoted(text: str, around: Span) -> str:
    """The words there that stand in no quotation."""
    at, kept = around.start, ""
    for span in (span for quotation in find_quotations(text, (around,)) for span in quotation.spans):
        kept, at = kept + text[at : span.start] + " ", max(at, span.end)
    return kept + text[at : around.end]


def _speaks_for(unit: Unit) -> bool:
    """Whether the speaker is told to speak for somebody else."""
    return bool(_words_of_who(unit) & _FOR_OTHERS) or bool(
        _roles_of(_name(unit) or "", unit.article.text) & _FOR_OTHERS
    )


def _words_of_who(unit: Unit) -> frozenset[str]:
    return frozenset(t.low for span in _who(unit) for t in tokenize(unit.article.text, span))


def _two_in_court(first: Unit, second: Unit) -> bool:
    """Whether both are people of a court, of whom none speaks for the other."""
    roles = [
        _roles_of(_name(unit) or "", unit.article.text) | _words_of_who(unit) for unit in (first, second)
    ]
    return all(told & _IN_COURT for told in roles) and not roles[0] & roles[1] & _IN_COURT


def _shown(source: Source) -> bool:
    """Whether what is named as the speaker is a thing that bears words."""
    if source.kind is SourceKind.PERSON or source.name is not None:
        return False
    return bool(_nouns_in(source.descriptor or "") & _SHOWN)


def _nouns_in(words: str) -> frozenset[str]:
    """The folded words of a descriptor up to what tells more of its noun."""
    lows = [t.low for t in tokenize(words)]
    stop = next((at for at, low in enumerate(lows) if at and low in _HEAD_ENDS), len(lows))
    return frozenset(lows[stop - 1 : stop]) | frozenset(
        low.removesuffix("s") for low in lows[stop - 1 : stop]
    )


def _unnamed(one: Source, other: Source, units: tuple[Unit, Unit]) -> tuple[Relation, str, float] | None:
    """A speaker without a name may be the named one, unless the role that he is given is another."""
    named, hidden = (one, other) if one.name is not None else (other, one)
    if named.name is None or hidden.kind is not SourceKind.UNNAMED or named.kind is not SourceKind.PERSON:
        return None
    descriptor = hidden.descriptor or ""
    roles = _roles_in(descriptor)
    if not descriptor.lower().startswith(("a ", "an ", "one ")):
        return Relation.REFINEMENT, "speaker_unnamed", 0.7
    if not roles or roles & _ANYBODY:
        return Relation.REFINEMENT, "speaker_unnamed", 0.7
    known = frozenset().union(*(_roles_of(named.name, unit.article.text) for unit in units))
    if not known or known & roles:
        return Relation.REFINEMENT, "speaker_unnamed", 0.7
    return Relation.CONFLICT, "other_role", 0.7


def _roles_in(words: str) -> frozenset[str]:
    """The role that a descriptor turns on: "colonel" of "a colonel who was there"."""
    lows = [t.low for t in tokenize(words)]
    stop = next((at for at, low in enumerate(lows) if at and low in _HEAD_ENDS), len(lows))
    role = role_base(lows[stop - 1]) if lows else None
    return frozenset([role]) if role else frozenset()


def _roles_of(name: str, text: str) -> frozenset[str]:
    """The roles that a report gives to the bearer of this name."""
    last = surname(name)
    if not last:
        return frozenset()
    named = (one for one in _names(text) if surname(one.name) == last)
    return frozenset(role.removeprefix(f"{FORMER} ") for one in named for role in one.roles)


@lru_cache(maxsize=256)
def _names(text: str) -> tuple[Name, ...]:
    return find_names(text, Span(0, len(text)))


def _one_name(one: str, other: str) -> bool:
    """Whether two names may be forms or spellings of one, or one the other's initials."""
    if initials_of(one, other) or initials_of(other, one):
        return True
    last = surname(one), surname(other)
    words = {w.casefold() for w in one.split()}, {w.casefold() for w in other.split()}
    return bool(words[0] & words[1]) or likeness(*last) >= MISSPELT


def _same_words(first: Unit, second: Unit) -> bool:
    """Whether both quote the same: a few words in the same order, or nearly all of many."""
    quoted = [_quoted(unit) for unit in (first, second)]
    short, long = sorted(quoted, key=len)
    if len(short) >= _FEWEST_EQUAL and len(set(short) - FUNCTION_WORDS) > 1 and _within(short, long):
        return True
    common = Counter(short) & Counter(long)
    told = sum(count for word, count in common.items() if word not in FUNCTION_WORDS)
    return (told >= _FEWEST or common.total() >= _MANY) and common.total() >= _ALIKE * len(short)


def _within(short: list[str], long: list[str]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _quoted(unit: Unit) -> list[str]:
    """The folded words of the whole quotation that the unit is of; of the unit alone in a very long one."""
    content = unit.statement.content if unit.statement is not None else ()
    if sum(map(len, content)) > _LONGEST:
        content = unit.wording.spans
    return list(_words(unit.article.text, content))


@lru_cache(maxsize=4096)
def _words(text: str, content: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(t.low for span in content for t in tokenize(text, span) if t.kind is not TokenKind.MARK)


def _who(unit: Unit) -> tuple[Span, ...]:
    """The words that name the speaker, else those that say it was said."""
    statement = unit.statement
    if statement is None or statement.source is None:
        return ()
    return (statement.source.span,) if statement.source.span is not None else statement.cue
