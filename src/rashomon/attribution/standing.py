"""How well a source without a name is known: whether a reason is to be asked for why it has none.

Asked are people with inside knowledge or a role whom nothing identifies.  An
office with “the” before it tells who it is; spokespeople, kin and groups that
nobody could list speak for others or as themselves.
"""

from __future__ import annotations

from rashomon.attribution.descriptors import Descriptor, Lead
from rashomon.language import anonymity as known

__all__ = ["is_half", "is_insider", "is_open"]

_ANY = frozenset("each every any no none nobody single how".split())
_ARTICLES = frozenset("a an one another someone somebody".split())
_SOMEBODY = frozenset({"someone", "somebody"})
_TIED = frozenset("friend colleague ally employee".split())
_BOUND = (Lead.KNOWN, Lead.PART)


def is_insider(told: Descriptor) -> bool:
    """Whether somebody with inside knowledge or a role is meant whom no office identifies.

    In the plural only where a number is told, or the words themselves say so.

    >>> from rashomon.attribution.descriptors import described
    >>> from rashomon.model import Span
    >>> [is_insider(described(w, Span(0, len(w)))) for w in ("a minister", "the minister", "residents")]
    [True, False, False]
    """
    if not told.people or told.head in known.KIN or _speaks_for_others(told) or _is_anybody(told):
        return False
    if not known.NAMELESS.isdisjoint(told.words):
        return True
    if told.plural and told.count is None:
        return _are_insiders(told)
    if told.count is not None and told.count > known.MANY:
        return False
    if told.head in _SOMEBODY or (told.head == "person" and told.plural):
        return told.lead in _BOUND or _is_near(told)
    if told.lead in (Lead.KNOWN, Lead.OWNED) and not told.plural:
        by_whom = told.lead is Lead.OWNED and told.head in known.OWNED
        return by_whom or told.head in known.EVER or told.head == "person"
    if told.head in known.INSIDERS or told.head in known.OFFICES:
        return True
    return told.head not in known.CIVILIANS and told.count is not None and _has_house(told)


def is_open(told: Descriptor) -> bool:
    """Whether what they do may be public, so that only what they tell counts: they vote, sign, rule."""
    if not known.NAMELESS.isdisjoint(told.words):
        return told.head == "person"
    if told.head == "person" or told.head in _SOMEBODY:
        return not (told.lead in _BOUND or _is_near(told))
    if told.head in ("source", "insider") or _is_knowing(told):
        return False
    return (told.plural and told.count is None) or told.head not in known.INSIDERS


def is_half(told: Descriptor) -> bool:
    """Whether a single one is meant without an article: a headline's “Treasury aide”, or half of a name."""
    return told.lead is Lead.NEW and not told.plural and told.words[0] not in _ARTICLES


def _speaks_for_others(told: Descriptor) -> bool:
    return told.head in known.SPOKESPEOPLE or (told.head == "representative" and "for" in told.words)


def _is_anybody(told: Descriptor) -> bool:
    """Whether nobody in particular is meant, or somebody whose possession is."""
    return not _ANY.isdisjoint(told.words[:2]) or told.words[-1].endswith("'s") or is_half(told)


def _is_knowing(told: Descriptor) -> bool:
    return not known.KNOWING.isdisjoint(told.words)


def _is_near(told: Descriptor) -> bool:
    """Whether the words tell of a tie to the matter: “a person in the room”."""
    return _is_knowing(told) or not known.PLACED.isdisjoint(told.words)


def _has_house(told: Descriptor) -> bool:
    """Whether the words tell of the house that somebody belongs to: “a stagehand at the opera”."""
    return not known.HOUSED.isdisjoint(told.words)


def _are_insiders(told: Descriptor) -> bool:
    """Whether some who know are meant, of no told number."""
    apart = not known.APART.isdisjoint(told.words)
    if told.head in ("official", "employee") and not (apart or known.INSTITUTIONS.isdisjoint(told.words)):
        return False
    if told.head in _TIED:
        return "of" in told.words or _is_knowing(told)
    if told.head in known.LISTABLE:
        return apart or _has_house(told)
    return told.head in known.PLURAL_INSIDERS or (told.head in known.INSIDERS and _is_knowing(told))
