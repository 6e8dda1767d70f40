"""A variant whose edits are classed anew, since somebody retells or translates rather than quotes.

Whose edit it was is then no longer said to have altered the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import Edit, Variant

__all__ = ["with_edits"]


def with_edits(variant: Variant, edits: Sequence[Edit]) -> Variant:
    """The variant with these edits in the place of its own, one for one; the gravest gives its class."""
    changed = [new for old, new in zip(variant.edits, edits, strict=True) if old != new]
    if not changed:
        return variant
    gravest = max(edits, key=lambda edit: (edit.severity.rank, edit.kind is variant.kind))
    others = {w for edit in changed for w in variant.readings[edit.reading].witnesses}
    altered = tuple(w for w in variant.altered if w not in others) if len(changed) < len(edits) else ()
    return replace(
        variant,
        kind=gravest.kind,
        severity=gravest.severity,
        evidence=gravest.evidence,
        edits=tuple(edits),
        altered=altered,
        shown_by=variant.shown_by if altered else None,
    )
