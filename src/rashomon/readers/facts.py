"""The fields of an article that its own labelled text states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Block, BlockKind, Provenance, Publisher
from rashomon.readers.bylines import facts_of, names_outlet

__all__ = ["Fields", "fields_in"]


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields read off a text; `provenance` says from which words each came."""

    publisher: Publisher | None = None
    headline: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    provenance: tuple[Provenance, ...] = ()


def fields_in(text: str, blocks: Sequence[Block]) -> Fields:
    """Headline, writers, outlet and date, as far as the labelled blocks state them."""
    found: dict[str, tuple[object, str]] = {}
    for block in blocks:
        words = block.span.of(text)
        if block.kind is BlockKind.HEADLINE:
            found.setdefault("headline", (" ".join(words.split()), words))
        elif block.rule == "masthead" and names_outlet(words):
            found.setdefault("publisher", (words.split(" – ")[0].strip(), words))
        elif block.rule == "outlet_under_name":
            found.setdefault("publisher", (words, words))
        elif block.kind is BlockKind.BYLINE and block.rule not in ("contributors", "role_under_name"):
            facts = facts_of(words)
            for field, value in (
                ("byline", facts.names),
                ("publisher", facts.outlet),
                ("published", facts.published),
            ):
                if value:
                    found.setdefault(field, (value, words))
    return _fields(found)


def _fields(found: dict[str, tuple[object, str]]) -> Fields:
    values = {field: value for field, (value, _) in found.items()}
    outlet, headline, names, published = (
        values.get(f) for f in ("publisher", "headline", "byline", "published")
    )
    return Fields(
        publisher=Publisher(name=outlet) if isinstance(outlet, str) else None,
        headline=headline if isinstance(headline, str) else None,
        byline=names if isinstance(names, tuple) else (),
        published=published if isinstance(published, str) else None,
        provenance=tuple(Provenance(field=f, origin="text", raw=raw) for f, (_, raw) in found.items()),
    )
