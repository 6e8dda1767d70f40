"""What governs an event: the modal, verb, noun or adjective that tells how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.corroboration.moods import DENIED_GOVERNOR, EPITHETS, GOVERNORS, MODALS, TO_NOUN, Mood
from rashomon.corroboration.verbgroups import before, group_start, lemma_at
from rashomon.corroboration.wording import is_adverb, is_mark
from rashomon.language import functionwords as fw
from rashomon.language.negations import DENYING
from rashomon.language.tokens import Token
from rashomon.language.verbs import is_past, verb_base
from rashomon.language.wordforms import AUXILIARIES

__all__ = ["Governed", "governed"]

_OBJECT = 6
_NP = 4
_DECIDING = frozenset({"decide", "decision", "vote", "rule"})
_OWN = frozenset({Mood.CONSIDERED, Mood.EXPECTED, Mood.AGREED, Mood.PLANNED, Mood.COMING})
"""What one has of one's own acts; with an object before the verb it is another who is to act."""
_SPURNING = frozenset("reject turn refuse decline spurn rebuff".split())
_LINKS = frozenset("of for from against on about in to into".split())
_DENY = frozenset({"not", "n't", "never", "no", "cannot", "neither", "nor", "without"})
_OVER = frozenset("was were had has have did been 've".split())
_NOW = frozenset("is are am being do does 're 's 'm".split())
_PAIRS = {("rule", "out"): "rule_out", ("stop", "short"): "stop_short"}


class Governed(NamedTuple):
    """Mood of an event, and where the words that tell it begin."""

    mood: Mood
    start: int
    past: bool = False
    """Whether the governor stands further back than the event's time ("had planned to")."""


def governed(words: Sequence[Token], at: int, *, noun: bool) -> Governed:
    """How far the event with this head has come."""
    governor = _before_noun(words, at) if noun else _before_verb(words, at)
    if governor is None:
        return Governed(Mood.PRESENT, at) if noun else _by_modal(words, at)
    place, mood = governor
    start = group_start(words, place)
    modal = next((MODALS[w.low] for w in words[start:place] if w.low in MODALS), None)
    if modal is Mood.OPEN or modal is Mood.EXPECTED:
        return Governed(Mood.OPEN, start)
    denied = sum(w.low in _DENY for w in words[start:place]) + (
        place > 0 and start == place and words[place - 1].low == "no"
    )
    if denied and words[place - 1].low == "no":
        start = place - 1
    past = any(w.low == "had" for w in words[start:place])
    return Governed(DENIED_GOVERNOR[mood] if denied % 2 else mood, start, past)


def _by_modal(words: Sequence[Token], at: int) -> Governed:
    start = group_start(words, at)
    group = words[start:at]
    lows = [w.low for w in group]
    modal = next((MODALS[low] for low in lows if low in MODALS), None)
    if {"would", "'d"} & set(lows) and _DENY.intersection(lows) and "have" not in lows:
        return Governed(Mood.COMING, start)  # "it would not close the yard"
    if modal is not None and "have" in lows:
        return Governed(Mood.OPEN, start)  # "may have sunk": a doubt about what is past, no plan
    if modal is not None:
        return Governed(Mood.OPEN if _hoped(words, start) else modal, start)
    if "to" in lows:
        been = lows.index("to") and lows[lows.index("to") - 1] in AUXILIARIES
        was = {"was", "were"} & set(lows)
        return Governed(Mood.COMING if been and not was else Mood.OPEN, start)
    if not _is_over(words, at, lows):
        return Governed(Mood.PRESENT, start)
    return Governed(Mood.OPEN if _at_any_time(words, start, lows) else Mood.DONE, start)


def _hoped(words: Sequence[Token], start: int) -> bool:
    """Whether somebody hopes that another will do it: the hope stands before the subject."""
    for place in range(start - 1, max(-1, start - 1 - _OBJECT), -1):
        if is_mark(words[place]):
            return False
        if verb_base(words[place].low) in _HOPING:
            return True
    return False


_HOPING = frozenset({"hope", "wish", "pray"})


def _at_any_time(words: Sequence[Token], start: int, group: Sequence[str]) -> bool:
    """Whether it is told of no one time: "few have ever seen"; but "nobody has ever won" denies it of all."""
    denied = any(w.low in DENYING or w.low in _NOBODY for w in words[: start + len(group)])
    return "ever" in group and not denied


_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "nor", "hardly", "scarcely"})


def _is_over(words: Sequence[Token], at: int, group: Sequence[str]) -> bool:
    """Whether the verb stands in the past or perfect."""
    if _OVER.intersection(group):
        return not words[at].low.endswith("ing")  # "was nominating" tells of what was to come as often
    return is_past(words[at].low) and not _NOW.intersection(group)


def _before_verb(words: Sequence[Token], at: int) -> tuple[int, Mood] | None:
    left = before(words, at)
    while left >= 0 and words[left].low in {"be", "been", "being", "have", "having"}:
        left = before(words, left)
    if left < 0 or is_mark(words[left]):
        return None
    if words[left].low == "to":
        return _before_to(words, left)
    if not words[at].low.endswith("ing"):
        return None
    if words[left].low in _LINKS | {"out", "short"}:
        return _governor_at(words, before(words, left), words[left].low)
    return _governor_at(words, left, "")


def _before_to(words: Sequence[Token], to: int) -> tuple[int, Mood] | None:
    """The governor of an infinitive, over an object of a few words ("asked the port to withdraw")."""
    if to and words[to - 1].low == "whether":
        return _whether(words, to - 1)
    for place in range(to - 1, max(-1, to - 1 - _OBJECT), -1):
        if is_mark(words[place]):
            return None
        found = _governor_at(words, place, "")
        if found is not None:
            asked = place < to - 1 and found[1] in _OWN
            return (found[0], Mood.OPEN) if asked else found
        if verb_base(words[place].low) and words[place].low.endswith("ed"):
            return None
    return None


def _whether(words: Sequence[Token], whether: int) -> tuple[int, Mood]:
    for place in range(whether - 1, max(-1, whether - 1 - _OBJECT), -1):
        if verb_base(words[place].low) == "decide":
            return place, Mood.UNDECIDED
        if GOVERNORS.get(verb_base(words[place].low) or "") is Mood.CONSIDERED:
            return place, Mood.CONSIDERED
    return whether, Mood.UNDECIDED


def _governor_at(words: Sequence[Token], place: int, link: str) -> tuple[int, Mood] | None:
    if place < 0 or is_mark(words[place]) or is_adverb(words[place]):
        return None
    low = words[place].low
    base = verb_base(low) or low.removesuffix("s")
    if link == "against" and base in _DECIDING:
        return place, Mood.REFUSED
    lemma = _PAIRS.get((base, link)) or lemma_at(words, place)[0] if link else base
    if low == "out" and place and verb_base(words[place - 1].low) == "rule":
        return place - 1, Mood.REFUSED
    mood = GOVERNORS.get(lemma) or GOVERNORS.get(low)
    if mood is Mood.OFFERED:
        for earlier in range(place - 1, max(-1, place - _NP), -1):
            if verb_base(words[earlier].low) in _SPURNING:
                return earlier, Mood.REFUSED
    return None if mood is None else (place, mood)


def _before_noun(words: Sequence[Token], at: int) -> tuple[int, Mood] | None:
    """ "The planned closure", "ruled out a withdrawal", "an offer of talks", "plans for a strike"."""
    for place in range(at - 1, max(-1, at - 1 - _NP), -1):
        low = words[place].low
        if is_mark(words[place]) or low in AUXILIARIES:
            return None
        if low in EPITHETS:
            return place, EPITHETS[low]
        if low in _LINKS and place:
            base = verb_base(words[place - 1].low) or words[place - 1].low.removesuffix("s")
            if low == "against" and base in _DECIDING:
                return place - 1, Mood.REFUSED
            mood = GOVERNORS.get(base)
            return (place - 1, mood) if mood is not None and base in TO_NOUN | {"idea"} else None
        if low == "out" and place and verb_base(words[place - 1].low) == "rule":
            return place - 1, Mood.REFUSED
        base = verb_base(low) or ""
        if base in TO_NOUN and base in GOVERNORS:
            return place, GOVERNORS[base]
        if verb_base(low) and low not in fw.DETERMINERS and low.endswith(("ed", "ing")):
            return None
    return None
