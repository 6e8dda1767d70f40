"""Where two quotations that share words have others in the same place, and of what weight.

Between two words that both have, and before the first and after the last, each
may have words of its own.  Words that only one has were left out or put in.
Words that both have there are an edit if they are numbers, days, names or
small words on both sides, or if a bracket or an ellipsis stands for them; a
word of meaning opposite another is none that can be told from a sentence
about something else.  Whole sentences that stand opposite others do not count:
each report quotes what it chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.collation.overlap import Overlap
from rashomon.collation.units import Unit, UnitKind
from rashomon.language.days import DAY_WORDS
from rashomon.language.functionwords import DETERMINERS, POSSESSIVES, PREPOSITIONS
from rashomon.language.plainwords import plain
from rashomon.language.similarity import CONTRACTED, likeness
from rashomon.language.tidying import same_in_dialect
from rashomon.language.wordforms import (
    AUXILIARIES,
    FILLERS,
    FUNCTION_WORDS,
    NEGATIONS,
    PRONOUNS,
    number_value,
)

__all__ = ["Disagreement", "disagreement"]

_LEXICAL = frozenset(
    """get got go goes going let say says said like well now still again ever yes here there other own
    same""".split()
)
"""Small words that say something: one of them opposite a word of meaning is no grammar."""
_NONE = frozenset({"no", "none", "nobody", "neither"})
"""Before what a sentence is about, opposite another small word: it says the reverse of all of it."""
_OPPOSED = frozenset(
    frozenset(row.split("/"))
    for row in """on/off in/out up/down before/after over/under inside/outside into/out everything/nothing
    everybody/nobody everyone/nobody all/none some/none always/never with/against for/against more/less
    many/few all/some""".split()
)
"""Small words one of which says the reverse of the other."""
_PERSON = {
    word: row
    for row in ("i me my mine myself", "we us our ours ourselves", "you your yours yourself yourselves",
                "he him his himself", "she her hers herself", "it its itself",
                "they them their theirs themselves")
    for word in row.split()
}  # fmt: skip
_ASKING = frozenset("why when where who what how whether which".split())
_LIGHT = (FUNCTION_WORDS | FILLERS | {"everything", "anything", "something", "nothing"}) - _LEXICAL
_NOUN_LEADS = (DETERMINERS | POSSESSIVES | PREPOSITIONS) - {"to", "like", "following", "including"}
_VERB_LEADS = PRONOUNS | AUXILIARIES | NEGATIONS | {"to", "n't"}
_SUBJECT, _NOUN, _EITHER, _VERB = 3, 2.5, 1.5, 1
"""What a word of meaning weighs that stands opposite another, by what it seems to be: what a sentence is
about is told by its nouns, while verbs are often told in others."""
_BEING = frozenset("be am is are was were been being 's 're 'm so very too more".split())
_FORMS = ("ed", "en", "ing")
_FAR = 40
"""Units beside a shared word that are looked at: a sentence, and no more where nothing ends one."""
_CLAUSES = frozenset("and but or if because when while so unless although though that who which".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What stands between the words that two quotations share.

    Attributes:
        agreeing: shared words of meaning.
        exact: whether all shared words of meaning are equal but for spelling and contraction.
        unlike: words of meaning opposite other ones, of the side that has fewer; nouns weigh most.
        slots: places where numbers, days or names differ.
        small: places where only small words differ.
        turned: whether a small word there is of another person, or a word of meaning stands opposite it.
        put_in: words of meaning that only one has, between shared ones.
        ends: the same before the first and after the last shared word.
        goes_on: whether one goes on within the clause where the other ends.
        clause: whether what only one has at the ends begins and ends with a clause.
        sentences: whether both begin with a capital, as what somebody said in full does.
    """

    agreeing: int
    exact: bool
    unlike: float
    slots: int
    small: int
    turned: bool
    put_in: int
    ends: int
    goes_on: bool
    clause: bool
    sentences: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    """What either has between two shared words, or beyond the first or the last.

    `clean` tells that a sentence of both begins with it; `open` which side goes
    on within its sentence; `marked` whether marks part it from `before`, the shared word.
    """

    one: Sequence[Unit]
    other: Sequence[Unit]
    first: bool
    last: bool
    clean: bool
    open: tuple[bool, bool]
    marked: bool
    before: Unit | None


def disagreement(one: Sequence[Unit], other: Sequence[Unit], shared: Overlap) -> Disagreement:
    """How the two disagree beside what they share."""
    unlike = 0.0
    slots = small = put_in = ends = loose = 0
    clause, turned = True, False
    for gap in _gaps(one, other, shared.pairs):
        left, right = _differing(*_opposite(gap))
        own = [unit for unit in (*gap.one, *gap.other) if _telling(unit)]
        if not left or not right:
            if gap.first or gap.last:
                ends += len(own)
                clause = clause and _clause(gap)
                loose += gap.last and any(
                    unit.is_speech and unit.key not in FILLERS for unit in (*gap.one, *gap.other)
                )
            else:
                put_in += len(own)
            continue
        kind, weight = _weighed(left, right, gap)
        unlike, slots, small = unlike + weight, slots + (kind == "slot"), small + (kind == "small")
        turned = turned or kind == "put_in" or (kind == "small" and _other_person(left, right))
        if kind == "small" and (gap.first or gap.last) and abs(len(left) - len(right)) > 1:
            unlike += _EITHER
    return Disagreement(
        agreeing=shared.content,
        exact=all(
            likeness(one[i].key, other[j].key) >= CONTRACTED for i, j in shared.pairs if one[i].is_content
        ),
        unlike=unlike,
        slots=slots,
        small=small,
        turned=turned,
        put_in=put_in,
        ends=ends,
        goes_on=bool(loose) and not clause,
        clause=clause,
        sentences=all(units[0].text.lstrip("[(")[:1].isupper() for units in (one, other)),
    )


def _gaps(one: Sequence[Unit], other: Sequence[Unit], pairs: Sequence[tuple[int, int]]) -> Iterator[_Gap]:
    edges = [(-1, -1), *pairs, (len(one), len(other))]
    for (i, j), (k, m) in pairwise(edges):
        if k - i > 1 or m - j > 1:
            first = i < 0
            goes_on = first or not one[i].ends_sentence, first or not other[j].ends_sentence
            yield _Gap(
                one=one[i + 1 : k],
                other=other[j + 1 : m],
                first=first,
                last=k == len(one),
                clean=first or not any(goes_on),
                open=goes_on,
                before=None if first else one[i],
                marked=not first and bool((one[i] if k - i > 1 else other[j]).trail_marks),
            )


def _opposite(gap: _Gap) -> tuple[list[Unit], list[Unit]]:
    """The spoken words of either side that belong to the sentence of the shared word beside them."""
    sides = []
    for units, goes_on in zip((gap.one, gap.other), gap.open, strict=True):
        if any(unit.kind in (UnitKind.BRACKET, UnitKind.ELLIPSIS) for unit in units):
            return [], []
        start, end = 0, len(units)
        if gap.clean:
            start = max((at + 1 for at, unit in enumerate(units) if unit.ends_sentence), default=0)
            start = end if gap.last and not gap.first else start
        else:
            end = next((at + 1 for at, unit in enumerate(units) if unit.ends_sentence), end) if goes_on else 0
        start, end = (max(start, end - _FAR), end) if gap.clean else (start, min(end, _FAR))
        sides.append([unit for unit in units[start:end] if unit.is_speech])
    return sides[0], sides[1]


def _differing(left: list[Unit], right: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The same without the words that both have; none if they are the same but for spelling or speech."""
    mine, theirs = [u.key for u in left], [u.key for u in right]
    if mine and theirs and (plain(mine) == plain(theirs) or same_in_dialect(mine, theirs)):
        return [], []
    return [u for u in left if u.key not in theirs], [u for u in right if u.key not in mine]


def _weighed(left: Sequence[Unit], right: Sequence[Unit], gap: _Gap) -> tuple[str, float]:
    """What kind of difference it is, and what the words of meaning weigh that stand opposite other ones."""
    named = [_names(side, gap.clean) for side in (left, right)]
    slot = all(named) or any(all(any(map(holds, side)) for side in (left, right)) for holds in _SLOTS)
    mine, theirs = (
        [u for u in side if _telling(u) and u not in names and not any(holds(u) for holds in _SLOTS)]
        for side, names in zip((left, right), named, strict=True)
    )
    if mine and theirs:
        weights = _part_of_speech(gap, left, gap.one), _part_of_speech(gap, right, gap.other)
        return "unlike", min(len(mine), len(theirs)) * max(weights)
    if slot:
        return "slot", 0
    if any(named):
        return ("unlike", _NOUN) if (theirs if named[0] else mine) else ("slot", 0)
    denied = [any(unit.key in _NONE for unit in side) for side in (left, right)]
    asked = [{unit.key for unit in side} & _ASKING for side in (left, right)]
    if not mine and not theirs and _opposed(left, right):
        return "unlike", _EITHER
    if (gap.clean and denied[0] != denied[1]) or (all(asked) and asked[0] != asked[1]):
        return "unlike", _EITHER
    return ("put_in" if mine or theirs else "small"), 0


def _opposed(left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether a small word stands opposite its reverse."""
    return any(frozenset((a.key, b.key)) in _OPPOSED for a in left for b in right)


def _other_person(left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether both sides are of persons, and of others."""
    mine, theirs = ({_PERSON[unit.key] for unit in side if unit.key in _PERSON} for side in (left, right))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _part_of_speech(gap: _Gap, side: Sequence[Unit], own: Sequence[Unit]) -> float:
    """The weight of the words, by the spoken word before the first of them that tells something."""
    first = next(unit for unit in side if _telling(unit))
    ahead = [unit for unit in own if unit.is_speech and unit.core.start < first.core.start]
    before = ahead[-1] if ahead else gap.before
    if before is None or before.ends_sentence:
        return _SUBJECT
    if before.key in _NOUN_LEADS or _number(before):
        return _NOUN
    if before.key in _BEING and not first.key.endswith(_FORMS):
        return _NOUN
    return _VERB if before.key in _VERB_LEADS else _EITHER


def _names(units: Sequence[Unit], begins: bool) -> list[Unit]:
    """Words with a capital that no beginning of a sentence explains, or that another such word follows."""
    out: list[Unit] = []
    for at in range(len(units) - 1, -1, -1):
        capital = units[at].is_content and units[at].text[:1].isupper() and not _day(units[at])
        opens = begins if at == 0 else units[at - 1].ends_sentence
        if capital and (not opens or units[at + 1 : at + 2] == out[-1:] != []):
            out.append(units[at])
    return out


def _number(unit: Unit) -> bool:
    return number_value(unit.key) is not None


def _day(unit: Unit) -> bool:
    return unit.key in DAY_WORDS


_SLOTS = (_number, _day)


def _telling(unit: Unit) -> bool:
    return unit.is_speech and (unit.is_content or unit.key in _LEXICAL) and unit.key not in _LIGHT


def _clause(gap: _Gap) -> bool:
    """Whether the words at this end are clauses of their own, as far as marks and small words tell."""
    for units in (gap.one, gap.other):
        if gap.first and units and not units[-1].trail_marks:
            return False
        if gap.last and not gap.first and units and not gap.marked and units[0].key not in _CLAUSES:
            return False
    return True
