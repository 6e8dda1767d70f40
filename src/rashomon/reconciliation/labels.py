"""Why two appearances were taken for one figure, or kept apart: the fixed vocabulary of `Link.evidence`."""

from __future__ import annotations

from enum import Enum

__all__ = ["LinkRule"]


class LinkRule(Enum):
    """A reason: label, and how sure it is.

    The scores of joining rules are about the share found right by eye in
    reports of one event (``python -m evaluation figures`` for invented ones);
    those of rules that keep apart are how surely the two are not one.
    """

    RULED = ("ruled", 1.0)
    """A person decided."""
    SAME_NAME = ("same_name", 0.99)
    SPELT_OTHERWISE = ("spelt_otherwise", 0.95)
    SHORT_FORM = ("short_form", 0.95)
    """``Bob`` and ``Robert``; a nickname or a middle name that one of them gives too."""
    INITIAL = ("initial", 0.9)
    GLOSSED = ("glossed", 0.95)
    """One report explains the other name."""
    ABBREVIATION = ("abbreviation", 0.9)
    """The initials of a body's name, which no report explains."""
    SHORTENED = ("shortened", 0.95)
    """One report has the end of a longer name that it gives, too."""
    SURNAME = ("surname", 0.92)
    """A surname alone, which one person in the other reports bears."""
    SURNAME_AND_ROLE = ("surname_and_role", 0.85)
    """Several bear it, and one of them has the role."""
    GIVEN_NAME_AND_ROLE = ("given_name_and_role", 0.85)
    """The first word of a name alone, and the role: ``President Kel`` is ``Kel Tao-min``."""

    ONE_REPORT = ("two_in_one_report", 0.9)
    """One report names both."""
    GENDER = ("gender_differs", 0.8)
    GIVEN_NAMES = ("given_names_differ", 0.95)
    TOLD_OTHERWISE = ("told_otherwise", 0.7)
    """Age, or office and its place, do not go together."""
    SEVERAL = ("several_of_that_name", 0.5)
    """A surname alone, which several bear: nothing tells who is meant."""

    def __init__(self, label: str, score: float) -> None:
        self.label = label
        self.score = score
