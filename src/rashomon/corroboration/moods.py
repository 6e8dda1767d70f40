"""How far an event has come, and the words that tell it, as tables.

A *governor* is a verb, noun or adjective that takes another event: "plans to close", "refusal to pay",
"is due to open".  What it makes of the event is its mood; a governor that is itself denied
makes the contrary of it.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["DENIED_GOVERNOR", "EPITHETS", "GOVERNORS", "MODALS", "TO_NOUN", "Mood"]


class Mood(StrEnum):
    """How far an event has come, as a clause tells it."""

    DONE = "done"
    """Told as a fact, past or present."""
    PRESENT = "present"
    """Told in the present, or by a noun alone: as a fact, but nothing says when."""
    COMING = "coming"
    """Told of the future: will, is set to."""
    EXPECTED = "expected"
    """Thought to come: is expected, may, could."""
    PLANNED = "planned"
    AGREED = "agreed"
    """Decided, promised, said to be willing: nothing is told of whether it was done."""
    CONSIDERED = "considered"
    """Thought about, proposed, hoped for."""
    OFFERED = "offered"
    THREATENED = "threatened"
    TRIED = "tried"
    """Begun, with no word of whether it was done."""
    REFUSED = "refused"
    """Declined, ruled out, dropped."""
    FAILED = "failed"
    """Not done though tried or due."""
    UNDECIDED = "undecided"
    """Not decided whether."""
    OPEN = "open"
    """Asked for, due, allowed, under a condition: nothing is told of whether it is done."""


_MOODS = {
    Mood.PLANNED: "plan planned planning intend intention prepare preparing preparation arrange intent"
    " determined poised",
    Mood.AGREED: "decide decision agree agreement promise vow pledge commit commitment pact undertake resolve"
    " ready willing willingness want hope wish aim seem",
    Mood.COMING: "set due scheduled going about bound slated",
    Mood.EXPECTED: "expect expected likely",
    Mood.CONSIDERED: "consider weigh mull ponder contemplate propose proposal"
    " suggest suggestion recommend recommendation possible idea debate discuss study explore",
    Mood.OFFERED: "offer volunteer",
    Mood.THREATENED: "threaten threat",
    Mood.TRIED: "try attempt seek bid effort struggle attempting",
    Mood.REFUSED: "refuse refusal decline rule_out reject abandon shelve scrap oppose unwilling unwillingness"
    " reluctant against drop abandoned",
    Mood.FAILED: "fail failure neglect forget omit unable inability stop_short powerless",
    Mood.UNDECIDED: "whether",
    Mood.OPEN: "ask urge order tell call demand allow permit request require need require supposed meant able"
    " right free enough force press encourage invite beg warn instruct appeal obliged have advise"
    " authorise authorize entitle eligible unlikely campaign pressure reason way easy hard difficult",
    Mood.DONE: "begin start continue manage proceed go come help force succeed happen cease use used admit"
    " confess regret finish keep stop",
}
GOVERNORS: dict[str, Mood] = {
    word: mood for mood, words in reversed(list(_MOODS.items())) for word in words.split()
}
"""Bare verb, noun or adjective, and what it makes of the event that it takes."""

TO_NOUN = frozenset(
    """plan intend promise pledge consider weigh mull ponder contemplate propose offer threaten attempt
    refuse rule_out reject abandon shelve scrap drop oppose decline avoid suggest debate discuss
    want demand seek request recommend""".split()
)
"""Governors that take a noun for the act ("ruled out a withdrawal")."""

EPITHETS: dict[str, Mood] = {
    **dict.fromkeys("planned scheduled".split(), Mood.PLANNED),
    **dict.fromkeys("impending upcoming imminent coming".split(), Mood.COMING),
    "expected": Mood.EXPECTED,
    **dict.fromkeys("proposed possible potential suggested".split(), Mood.CONSIDERED),
    "threatened": Mood.THREATENED,
    **dict.fromkeys("attempted failed".split(), Mood.TRIED),
    **dict.fromkeys("alleged suspected".split(), Mood.OPEN),
}
"""Before a noun for the act ("the planned closure")."""

MODALS: dict[str, Mood] = {
    **dict.fromkeys("will shall 'll".split(), Mood.COMING),
    **dict.fromkeys("may might could".split(), Mood.EXPECTED),
    **dict.fromkeys("can must should ought would 'd".split(), Mood.OPEN),
}

DENIED_GOVERNOR: dict[Mood, Mood] = {
    Mood.PLANNED: Mood.REFUSED,
    Mood.COMING: Mood.REFUSED,
    Mood.AGREED: Mood.REFUSED,
    Mood.EXPECTED: Mood.OPEN,
    Mood.PRESENT: Mood.FAILED,
    Mood.CONSIDERED: Mood.REFUSED,
    Mood.OFFERED: Mood.OPEN,
    Mood.THREATENED: Mood.OPEN,
    Mood.TRIED: Mood.FAILED,
    Mood.REFUSED: Mood.OPEN,
    Mood.FAILED: Mood.DONE,
    Mood.UNDECIDED: Mood.UNDECIDED,
    Mood.OPEN: Mood.OPEN,
    Mood.DONE: Mood.FAILED,
}
"""What a governor makes of the event when it is denied ("has no plans to", "did not fail to")."""
