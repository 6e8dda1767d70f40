"""What the program itself says about speakers, chains and unnamed sources: labels, never sentences.

Everything else that is shown of them is verbatim from a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from rashomon.exports.display import NOT_STATED, on_one_line
from rashomon.model import Candidate, Flag, Mention, NodeKind

__all__ = [
    "FLAGS",
    "ITSELF",
    "MANNERS",
    "NODE_KINDS",
    "REASONS",
    "STEPS",
    "could_be",
    "counted",
    "flag_labels",
    "folded_label",
    "manner_label",
    "plain_label",
    "probability",
    "reason_label",
    "step_label",
]

FLAGS = MappingProxyType(
    {
        Flag.PLURAL_FOR_ONE: "plural words, one source shown",
        Flag.NO_REASON_STATED: "no reason stated",
        Flag.DESCRIPTOR_DIFFERS: "described otherwise in another report",
    }
)
"""What is to be noted of an unnamed source."""

NODE_KINDS = MappingProxyType(
    {
        NodeKind.NAMED: "speaker with a name",
        NodeKind.UNNAMED: "speaker without a name",
        NodeKind.DOCUMENT: "something written",
        NodeKind.CARRIER: "who or what carried the words",
        NodeKind.REPORT: "one of the reports",
    }
)
"""What stands at the places of the graph."""

STEPS = MappingProxyType(
    {
        "stated": "a sentence with these words says so",
        "inferred": "carried over from another sentence of the report",
    }
)
"""How a step is known."""

MANNERS = MappingProxyType(
    {
        "told": "spoken to",
        "confirmed_to": "confirmed to",
        "interview": "said in an interview with",
        "statement": "given in a statement to",
        "show": "said on a show",
        "post": "posted on",
        "work": "written in a work",
        "through": "passed on through",
        "passed_on": "passed on by somebody who speaks for the speaker",
        "seen_by": "something written, seen by",
        "published_by": "published by",
        "broadcast_by": "broadcast by",
        "carried_by": "carried by",
        "cited": "cited by",
        "quoted_by": "quoted by",
        "reported_by": "reported by",
        "first_reported_by": "reported first by",
        "according_to": "according to",
        "state_media": "told to media of a state",
        "wire_tag": "marked with the name of a wire agency",
    }
)
"""By what means words went from one to the next."""


REASONS = MappingProxyType(
    {
        "ruled": "a person decided",
        "same_name": "the same name",
        "spelt_otherwise": "one name in two spellings",
        "short_form": "a short form of the name",
        "shortened": "a longer form of the name",
        "initial": "an initial of the name",
        "glossed": "a report explains the name",
        "abbreviation": "the first letters of the name",
        "surname": "a surname that no other bears",
        "surname_and_role": "surname and role agree",
        "given_name_and_role": "given name and role agree",
        "two_in_one_report": "one report names both",
        "gender_differs": "he in one, she in the other",
        "given_names_differ": "given names differ",
        "told_otherwise": "age or office differ",
        "several_of_that_name": "several bear the name",
    }
)
"""Why two names were taken for one figure, or kept apart."""


def reason_label(reason: str) -> str:
    """A reason in plain words; a label that is not in the table as it is."""
    return REASONS.get(reason) or plain_label(reason)


def plain_label(label: str) -> str:
    """A label of a vocabulary as people read it: ``confirmed_to`` is “confirmed to”."""
    return on_one_line(label.replace("_", " "))


def manner_label(manners: Iterable[str]) -> str:
    """The manners of a step, empty where it has none.

    >>> manner_label(("confirmed_to", "told"))
    'confirmed to, told'
    """
    return ", ".join(map(plain_label, manners))


def step_label(*, stated: bool, circular: bool = False) -> str:
    """How a step is known, and whether it leads back to where the words came from."""
    return ("stated" if stated else "inferred") + (", leads back" if circular else "")


def flag_labels(flags: Iterable[Flag]) -> tuple[str, ...]:
    """The flags in plain words."""
    return tuple(FLAGS[flag] for flag in flags)


def folded_label(number: int, *, unnamed: bool, direct: bool = True) -> str:
    """The line that stands for several speakers: whom only one report quotes itself, or one speaker.

    >>> folded_label(12, unnamed=False), folded_label(3, unnamed=True, direct=False)
    ('12 speakers with no one between', '3 speakers without a name')
    """
    if not direct:
        return f"{number:,} speakers without a name"
    return f"{number:,} {'unnamed sources' if unnamed else 'speakers'} with no one between"


def could_be(mention: Mention | None) -> str | None:
    """Who may be meant where no name is given, None where nobody is known to compete.

    >>> from rashomon.model import Evidence, Source, SourceKind, Span
    >>> he = Source(kind=SourceKind.UNNAMED, descriptor="he")
    >>> names = ("Orla Finn", 0.5), ("Bo Ek", 0.4)
    >>> rivals = tuple(Candidate(name=name, score=score, span=Span(0, 4)) for name, score in names)
    >>> why = Evidence(score=0.5, reason="pronoun")
    >>> could_be(Mention(source=he, span=None, evidence=why, candidates=rivals))
    'not stated; could be Orla Finn (.50), Bo Ek (.40)'
    """
    if mention is None or mention.source.name or not mention.candidates:
        return None
    return f"{NOT_STATED}; could be {_rivals(mention.candidates)}"


def _rivals(candidates: Sequence[Candidate]) -> str:
    return ", ".join(f"{on_one_line(c.name)} ({probability(c.score)})" for c in candidates)


def probability(score: float) -> str:
    """A score between 0 and 1 with two digits.

    >>> probability(0.314), probability(1.0)
    ('.31', '1.00')
    """
    return f"{score:.2f}".removeprefix("0")


ITSELF = "the report itself"
"""Who vouches for an unnamed source that nobody else is said to have heard."""


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "statement"), counted(1200, "statement")
    ('1 statement', '1,200 statements')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
