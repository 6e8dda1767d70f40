"""Who gave no answer: that two people or bodies said nothing are two claims, however alike the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.corroboration.likeness import Lot, Pair
from rashomon.corroboration.units import Unit
from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.tokens import fold

__all__ = ["other_parties"]

_SILENT = re.compile(
    r"\b(?:(?:declin|refus)\w* (?:to )?(?:comment|respond|answer|reply)|"
    r"(?:did|does|do|had|has|have|would|could)(?: not|n['’]t)(?: \w+ly)?(?: be)? "
    r"(?:respond|reply|return|answer|comment|reached|responded|replied|returned|answered|commented)|"
    r"(?:was|were|is)(?: not|n['’]t)(?: \w+ly)? available (?:for|to) comment|unavailable (?:for|to) comment)",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\b[A-Z][\w’'-]+")
_OPENING = re.compile(r"^\W*[A-Z][\w’'-]*(?![\w’'-]| [A-Z])")  # a lone first word
_BEFORE = 120  # characters before the words are looked at
_NO_NAMES = frozenset(
    [*"the a an but and both neither he she it they his her its their we i".split(), *WEEKDAYS, *MONTHS]
)


def other_parties(lot: Lot, pairs: Sequence[Pair]) -> list[Pair]:
    """Those of the pairs that tell of two named parties that each gave no answer."""
    silent = {at: _party(lot.units[at]) for at in {at for pair in pairs for at in pair}}
    return [(a, b) for a, b in pairs if silent[a] and silent[b] and silent[a].isdisjoint(silent[b])]


def _party(unit: Unit) -> frozenset[str]:
    """The words of the names of who gave no answer; none where the unit tells of nothing such, or no name."""
    sentence = unit.sentence.of(unit.article.text)
    match = _SILENT.search(sentence)
    if match is None or not _within(unit, match):
        return frozenset()
    source = unit.statement.source if unit.statement is not None else None
    told = (source.source.name if source is not None else None) or _OPENING.sub(
        "", sentence[: match.start()]
    )[-_BEFORE:]
    words = (fold(word).removesuffix("'s").removesuffix("’s") for word in _NAMES.findall(told))
    return frozenset(word for word in words if word not in _NO_NAMES)


def _within(unit: Unit, match: re.Match[str]) -> bool:
    """Whether the unit tells so itself, not another part of its sentence."""
    start, end = (unit.sentence.start + place for place in match.span())
    spans = [*unit.wording.spans, *(unit.statement.cue if unit.statement is not None else ())]
    return any(span.start < end and start < span.end for span in spans)
