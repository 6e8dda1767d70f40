"""How one statement came to be told: through whom, on what occasion, in what language, and who competes."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.exports.apparatusterms import tongue_label
from rashomon.exports.display import NOT_STATED, on_one_line
from rashomon.exports.html.prose import Anchors
from rashomon.exports.html.references import Words, words_at
from rashomon.exports.overview import Overview, source_label
from rashomon.exports.terms import could_be, plain_label, step_label
from rashomon.model import Located, Statement

__all__ = ["ChainHop", "Telling", "telling"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHop:
    """One hop of a statement; `href` leads to the words that tell of it."""

    name: str
    manner: str
    known: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The chain from the speaker to the report, occasion and language with their words, and who competes."""

    speaker: str
    hops: tuple[ChainHop, ...]
    siglum: str
    occasion: str | None
    occasion_words: Words | None
    tongue: str | None
    tongue_words: Words | None
    could_be: str | None

    @property
    def empty(self) -> bool:
        """Whether the report tells nothing of all this."""
        return not (self.hops or self.occasion or self.tongue or self.could_be)


def telling(statement: Statement, of: Overview, anchors: Anchors) -> Telling:
    """The view; the words that tell of hops and occasion are kept in `anchors`."""
    occasion = statement.occasion
    at = words_at([Located(statement.article, occasion.span)], of, anchors) if occasion else ()
    tongue = statement.tongue
    said = words_at([Located(statement.article, tongue.span)], of, anchors) if tongue else ()
    source = statement.source.source if statement.source else None
    return Telling(
        speaker=on_one_line(source_label(source) or "") or NOT_STATED,
        hops=tuple(_hops(statement, of, anchors)),
        siglum=of.sigla[statement.article],
        occasion=plain_label(occasion.kind) if occasion else None,
        occasion_words=at[0] if at else None,
        tongue=tongue_label(tongue) if tongue else None,
        tongue_words=said[0] if said else None,
        could_be=could_be(statement.source),
    )


def _hops(statement: Statement, of: Overview, anchors: Anchors) -> list[ChainHop]:
    out = []
    for hop in statement.chain:
        words = words_at([Located(statement.article, hop.span)], of, anchors)
        out.append(
            ChainHop(
                name=on_one_line(hop.name),
                manner=plain_label(hop.manner),
                known=step_label(stated=hop.stated),
                href=words[0].href if words else None,
            )
        )
    return out
