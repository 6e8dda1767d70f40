"""A block while its kind is still open: what the labelling passes hand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.model import Block, BlockKind, Policy, Span
from rashomon.readers.bylines import byline_rule
from rashomon.readers.furniture import furniture
from rashomon.readers.lines import Unit, units
from rashomon.readers.splits import pieces

__all__ = ["Draft", "drafts"]


@dataclass(slots=True)
class Draft:
    """A stretch of text on its way to being a block; None is 'not told yet'."""

    span: Span
    words: str
    gap: bool
    kind: BlockKind | None = None
    rule: str = ""

    def take(self, kind: BlockKind, rule: str) -> None:
        """Settle the kind, and the rule that did."""
        self.kind, self.rule = kind, rule

    def block(self) -> Block:
        """The finished block; what no rule told is a paragraph."""
        return Block(kind=self.kind or BlockKind.PARAGRAPH, span=self.span, rule=self.rule or "default")


def drafts(text: str, hints: Mapping[int, BlockKind], policy: Policy) -> list[Draft]:
    """The text cut into drafts, those labelled that their own wording tells.

    `hints` gives the kind of the unit that starts at an offset, for formats
    whose markup says so.
    """
    out: list[Draft] = []
    for unit in units(text, policy):
        hint = hints.get(unit.span.start)
        words = unit.span.of(text)
        if hint is BlockKind.CAPTION or (hint is BlockKind.SUBHEADING and furniture(words, policy)):
            out.extend(_told(text, unit, policy, untold=hint))
        elif hint is not None:
            out.append(Draft(unit.span, words, unit.gap, hint, "markup"))
        else:
            out.extend(_told(text, unit, policy))
    return out


def _told(text: str, unit: Unit, policy: Policy, untold: BlockKind | None = None) -> list[Draft]:
    """The drafts of one unit, labelled as far as their wording goes; `untold` is for the rest of it."""
    words = unit.span.of(text)
    rule = furniture(words, policy)
    if rule:
        return [Draft(unit.span, words, unit.gap, BlockKind.FURNITURE, rule)]
    rule = None if untold else byline_rule(words)
    if rule:
        return [Draft(unit.span, words, unit.gap, BlockKind.BYLINE, rule)]
    return [
        Draft(
            piece.span,
            piece.span.of(text),
            unit.gap and at == 0,
            piece.kind or untold,
            piece.rule or ("markup" if untold else ""),
        )
        for at, piece in enumerate(pieces(text, unit.span))
    ]
