"""House styles as data: what a newsroom's own rules say on altered quotations, and what a difference meets.

A rule speaks of classes of edits, never of outlets; a finding says which rule a
difference meets, and who altered the words only where the variant itself shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.audit import Flag
from rashomon.model.variant import ShownBy, VariantKind

__all__ = ["Citation", "Finding", "HouseRule", "HouseStyle", "Verdict"]


class Verdict(StrEnum):
    """What a house style says of one class of edits, from the mildest."""

    ALLOWED = "allowed"
    IF_MARKED = "if_marked"
    """Allowed only where the report shows it to the reader, by an ellipsis or brackets."""
    EDITOR_DECIDES = "editor_decides"
    NOT_ALLOWED = "not_allowed"
    NOT_STATED = "not_stated"
    """The style does not speak of it, or nobody has read where it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a rule is written down; parts that are not known are empty.

    `seen` is where its words were read, if not at `url` itself (a copy, a report of it).
    """

    document: str
    section: str = ""
    edition: str = ""
    url: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRule:
    """One line of a house style.

    Attributes:
        id: unique in its style.
        kinds: the classes of edits it speaks of.
        reasons: if not empty, only edits whose evidence has one of these reasons.
        flags: what the audit of unnamed sources notes, where the rule speaks of that instead.
        gist: what the rule says, in our own words.
        verified: whether its wording was read; else it is only believed to be so.
    """

    id: str
    kinds: tuple[VariantKind, ...] = ()
    reasons: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    verdict: Verdict
    gist: str
    citation: Citation
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The rules of one newsroom on quotations, in the order in which they are tried."""

    id: str
    name: str
    rules: tuple[HouseRule, ...]

    def rule_for(self, kind: VariantKind, reason: str = "") -> HouseRule | None:
        """The first rule for this kind and reason, else the first for the kind alone; None: not stated."""
        speaking = [rule for rule in self.rules if kind in rule.kinds]
        exact = (rule for rule in speaking if reason in rule.reasons)
        return next(exact, None) or next((rule for rule in speaking if not rule.reasons), None)

    def rule_on(self, flag: Flag) -> HouseRule | None:
        """The first rule on what the audit noted of an unnamed source."""
        return next((rule for rule in self.rules if flag in rule.flags), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference, or one note on an unnamed source, held against one house style.

    Attributes:
        style: the id of the style.
        rule: the id of the rule that speaks of it, None where none does.
        verdict: what that rule says; `not_stated` without one.
        utterance: the id of the utterance, None for a note on an unnamed source.
        variant: the index of the variant in its apparatus.
        reading: the index of the reading that was held against the base's, None for a variant
            of whole witnesses.
        kind: the class of the edit; `reason` the label of its evidence.
        altered: statement ids that the variant shows to have altered the words here, sorted;
            empty: they differ.
        shown_by: what shows it; None where `altered` is empty.
        unnamed: the index of the unnamed source in the dossier, for a note on one.
        flag: that note.
    """

    style: str
    rule: str | None
    verdict: Verdict
    utterance: str | None = None
    variant: int | None = None
    reading: int | None = None
    kind: VariantKind | None = None
    reason: str = ""
    altered: tuple[str, ...] = ()
    shown_by: ShownBy | None = None
    unnamed: int | None = None
    flag: Flag | None = None
