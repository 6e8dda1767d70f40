"""Who it was, or which: another name in the same role of the same event.

Most different names are simply about different people.  So two names stand against each other only
where one place of one event can hold but one of them: who did it (the subject of an active, what
stands behind "by" in a passive), which of a numbered kind ("Flight 212"), who has a role beside the
same words.  Names that share a word, or nearly the letters, are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.corroboration.differences import Difference, Piece
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinwords import kind_of_thing
from rashomon.corroboration.matching import pairs, share
from rashomon.corroboration.moods import Mood
from rashomon.corroboration.othernames import other_people
from rashomon.corroboration.turning import found, symmetrical
from rashomon.corroboration.units import Unit
from rashomon.corroboration.verbgroups import group_start
from rashomon.corroboration.wording import content_keys, is_mark, words_of
from rashomon.language import functionwords as fw
from rashomon.language.names import Name, NameKind, find_names, surname
from rashomon.language.similarity import MISSPELT, likeness
from rashomon.language.tokens import Token, TokenKind, tokenize
from rashomon.model import ConflictKind, Relation, Span

__all__ = ["REASONS", "bearers_of", "compare_names"]

REASONS = {
    "other_doer": "another is told to have done the same thing",
    "other_label": "another number or letter behind the same kind of thing",
    "other_bearer": "another name beside the same role",
    "other_person": "another person, whom the first report does not know, has the same part",
}
"""Labels of the rules, and what each means."""

_LABELS = frozenset(
    """flight route line unit reactor gate ward room platform bus tram train lorry apollo boat lot batch
    tank pier hangar pump boiler shaft block building track lane berth dock locker bay section car
    carriage runway pier engine""".split()
)
_LEAST_SHARE = 0.5
_NAMED_THINGS = frozenset({"vessel", "aircraft"})
_SHORTEST_CLEFT = 3
_SETTLED = frozenset({Mood.DONE, Mood.COMING, Mood.PLANNED})
_MANY_DO_IT = frozenset(
    """say tell die kill injure arrest vote attend meet live work stay know call ask want see hear help
    join visit sign support oppose play think believe leave go come take have make get""".split()
)


def _compare_names(first: Unit, second: Unit) -> Iterator[Difference]:
    """Where one event has another doer, or one thing another label, in the two units."""
    told = [*_labels(first, second), *_doers(first, second), *_bearers(first, second)]
    yield from (told or list(_others(first, second)))[:1]


compare_names = symmetrical(_compare_names)


# -- labels --------------------------------------------------------------------------------


def _labels(first: Unit, second: Unit) -> Iterator[Difference]:
    ours, theirs = _labelled(words_of(first)), _labelled(words_of(second))
    if not any(a.concept == b.concept for a in events_of(first) for b in events_of(second)):
        return
    for noun, label, span in ours:
        others = [entry for entry in theirs if entry[0] == noun]
        mine = {entry[1] for entry in ours if entry[0] == noun}
        if len(others) == 1 and len(mine) == 1 and others[0][1] not in mine:
            pieces = Piece(spans=(span,), value=label), Piece(spans=(others[0][2],), value=others[0][1])
            yield found(ConflictKind.NAME, Relation.CONFLICT, pieces, "other_label", 0.8)
            return


def _labelled(words: Sequence[Token]) -> list[tuple[str, str, Span]]:
    """ "Flight 212", "Unit B": noun, label, and where both stand."""
    out = []
    for at in range(1, len(words)):
        word, noun = words[at], words[at - 1]
        if kind_of_thing(noun.low) in _NAMED_THINGS and word.capital and not noun.capital:
            out.append((kind_of_thing(noun.low) or noun.low, word.low, Span(noun.start, word.end)))
        letter = len(word.text) == 1 and word.capital and word.text not in "AI"
        number = word.kind is TokenKind.NUMBER and word.text[0].isdigit() and noun.capital
        if noun.low in _LABELS and (number or letter):
            out.append((noun.low, word.low, Span(noun.start, word.end)))
    return out


# -- doers ---------------------------------------------------------------------------------


def _doers(first: Unit, second: Unit) -> Iterator[Difference]:
    for one, other in pairs(events_of(first), events_of(second)):
        if one.concept in _MANY_DO_IT or not _one_done(one, other):
            continue
        names = _doer(first, one), _doer(second, other)
        if names[0] is None or names[1] is None or not _apart(names[0], names[1], first, second):
            continue
        pieces = (
            Piece(spans=(names[0].span,), value=names[0].name),
            Piece(spans=(names[1].span,), value=names[1].name),
        )
        yield found(ConflictKind.NAME, Relation.CONFLICT, pieces, "other_doer", 0.7)


def _one_done(one: Event, other: Event) -> bool:
    """Whether both tell the same done to the same."""
    if one.noun or other.noun or one.denied or other.denied:
        return False
    if one.mood is not other.mood or one.mood not in _SETTLED:
        return False
    ours = one.subject if one.passive else one.rest
    theirs = other.subject if other.passive else other.rest
    return bool(ours & theirs) and share(ours, theirs) >= _LEAST_SHARE


def _doer(unit: Unit, event: Event) -> Name | None:
    """The name of who did it, where it is one."""
    words = words_of(unit)
    start, end = event.clause
    if event.passive:
        by = next((at for at in range(event.last + 1, end) if words[at].low == "by"), None)
        if by is None or by + 1 >= end:
            return None
        place = _until_mark(words, by + 1, end)
    else:
        place = _until_verb(words, start, event.at) or _cleft(words, group_start(words, event.at) - 1)
    if not place:
        return None
    names = [n for n in find_names(unit.article.text, place) if n.kind is not NameKind.GROUP]
    surest = [n for n in names if n.kind is NameKind.PERSON] or [n for n in names if " " in n.name]
    return surest[0] if len(surest) == 1 else None


def _cleft(words: Sequence[Token], start: int) -> Span | None:
    """ "It was Ada Holt who found it": the words between."""
    if start < _SHORTEST_CLEFT or words[start].low not in {"who", "that"}:
        return None
    first = next((at for at in range(start - 2, -1, -1) if words[at].low == "it"), None)
    if first is None or words[first + 1].low not in {"was", "is"}:
        return None
    return Span(words[first + 2].start, words[start - 1].end) if first + 2 < start else None


def _until_mark(words: Sequence[Token], start: int, end: int) -> Span | None:
    stop = start
    while stop < end and not is_mark(words[stop]) and words[stop].low not in fw.RELATIVES | fw.SUBORDINATORS:
        stop += 1
    return Span(words[start].start, words[stop - 1].end) if stop > start else None


def _until_verb(words: Sequence[Token], start: int, at: int) -> Span | None:
    stop = at
    while stop > start and (words[stop - 1].low in fw.AUXILIARIES or words[stop - 1].low in fw.ADVERBS):
        stop -= 1
    own = [w for w in words[start:stop] if w.low not in fw.CONJUNCTIONS | fw.SUBORDINATORS]
    if not own or own[-1].low in fw.RELATIVES:
        return None
    return Span(own[0].start, own[-1].end) if own[0].start < own[-1].end else None


def _apart(one: Name, other: Name, first: Unit, second: Unit) -> bool:
    """Whether they are names of two: no word in common, nor in the other unit, nor nearly the letters."""
    ours, theirs = ({w.casefold() for w in name.name.split()} for name in (one, other))
    if ours & theirs or likeness(surname(one.name), surname(other.name)) >= MISSPELT:
        return False
    if {one.kind, other.kind} == {NameKind.PERSON, NameKind.BODY}:
        return False
    return (
        surname(other.name) not in first.words.casefold() and surname(one.name) not in second.words.casefold()
    )


def _others(first: Unit, second: Unit) -> Iterator[Difference]:
    for pieces in other_people(first, second):
        yield found(ConflictKind.NAME, Relation.CONFLICT, pieces, "other_person", 0.6)


# -- bearers -------------------------------------------------------------------------------


def _bearers(first: Unit, second: Unit) -> Iterator[Difference]:
    """ "The prison's governor, Ada Holt", "Tom Rask, the governor of the jail": one role of one body."""
    for role, of, one in bearers_of(first):
        for same_role, same_of, other in bearers_of(second):
            if role == same_role and of & same_of and _apart(one, other, first, second):
                pieces = (
                    Piece(spans=(one.span,), value=one.name),
                    Piece(spans=(other.span,), value=other.name),
                )
                yield found(ConflictKind.NAME, Relation.CONFLICT, pieces, "other_bearer", 0.6)


@lru_cache(maxsize=8192)
def bearers_of(unit: Unit) -> tuple[tuple[str, frozenset[str], Name], ...]:
    """Roles that only one has, what they are of, and the name of who has it, as the unit's sentence tells."""
    return tuple(_bearers_of(unit))


def _bearers_of(unit: Unit) -> Iterator[tuple[str, frozenset[str], Name]]:
    text = unit.article.text
    if len(unit.sentence) > _LONGEST:
        return
    tokens = tokenize(text, unit.sentence)
    for name in find_names(text, unit.sentence):
        for role in sorted(name.roles & _ONE_HOLDS) if name.kind is NameKind.PERSON else ():
            of = _body_of(tokens, role, name.span)
            if of:
                yield role, of, name
    yield from _told_to_be(tokens, find_names(text, unit.sentence))


def _told_to_be(tokens: Sequence[Token], names: Sequence[Name]) -> Iterator[tuple[str, frozenset[str], Name]]:
    """ "The winner was Ada Holt", "the dead man was named as Tom Rask": what somebody is told to be."""
    by_start = {name.titled: name for name in names if name.kind is not NameKind.GROUP}
    for at, token in enumerate(tokens):
        name = by_start.get(token.start)
        link = at - 1
        if name is None or link < 1:
            continue
        if tokens[link].low == "as" and tokens[link - 1].low in {"named", "identified"}:
            link -= 1
        elif tokens[link].low not in {"is", "was"}:
            continue
        start = link
        while (
            start > 0
            and not is_mark(tokens[start - 1])
            and tokens[start - 1].low not in _EDGES - {"of", "the"}
        ):
            start -= 1
        keys = content_keys([t for t in tokens[start:link] if t.low not in {"was", "is"}])
        if keys and not any(t.low in _NOT_NOW for t in tokens[start:link]):
            yield "told to be", frozenset(["/".join(sorted(keys))]), name


def _body_of(tokens: Sequence[Token], role: str, name: Span) -> frozenset[str]:
    """What the role is of: what stands before it up to an article, and behind it after "of"."""
    at = next(
        (i for i, t in enumerate(tokens) if t.low == role and abs(t.start - name.start) < _NEAR_NAME), None
    )
    if at is None or (at and tokens[at - 1].low in _NOT_NOW):
        return frozenset()
    start = at
    while start > 0 and not is_mark(tokens[start - 1]) and tokens[start - 1].low not in _EDGES:
        start -= 1
    before = [t for t in tokens[start:at] if not name.contains(t.span)]
    one_of_several = start > 0 and tokens[start - 1].low in {"a", "an"}
    if one_of_several or any(t.low in _NOT_NOW for t in before):
        return frozenset()
    behind: list[Token] = []
    if at + 1 < len(tokens) and tokens[at + 1].low in {"of", "at", "for"}:
        stop = at + 2
        while stop < len(tokens) and not is_mark(tokens[stop]) and not name.contains(tokens[stop].span):
            stop += 1
        behind = list(tokens[at + 2 : stop])
    return content_keys([*before, *behind])


_ONE_HOLDS = frozenset(
    """mayor governor captain skipper headmaster headmistress principal chairman chairwoman chair president
    premier chancellor coach manager pilot conductor bishop director chief editor harbourmaster
    abbot owner founder head ambassador king queen prince""".split()
)
_NOT_NOW = frozenset(
    "former deputy vice acting new outgoing next late assistant previous retired old".split()
)
_EDGES = fw.DETERMINERS | fw.PREPOSITIONS | fw.CONJUNCTIONS | fw.AUXILIARIES
_NEAR_NAME = 80
_LONGEST = 2000
