"""A statement on its way: what a rule found, before it is joined with others and its speaker resolved."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.attribution.labels import StatementRule
from rashomon.attribution.linking import Attribution
from rashomon.model import Mode, Origin, Span

__all__ = ["Draft"]


@dataclass(slots=True, kw_only=True)
class Draft:
    """A statement before its speaker is resolved."""

    mode: Mode
    content: list[Span]
    cue: list[Span]
    source: Span | None
    rule: StatementRule
    sentence: int
    quotes: list[int] = field(default_factory=list)
    floating: bool = False
    impersonal: bool = False
    open_ended: bool = False
    """Whether a quotation right after this sentence goes on with it."""
    attribution: Attribution | None = None
    """What a tagger and the linker found, if they did."""
    score: float | None = None
    """How sure it is; that of the rule if None."""
    by: dict[str, Origin] = field(default_factory=dict)
    """Which part came from whom; all from the rules if empty."""
