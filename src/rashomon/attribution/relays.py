"""What one sentence tells of the way words took: who carried them, on what occasion, whom an outlet cites.

Each pattern begins at one word (“told”, “according”, “seen”, “on”, “reported”)
and looks for a carrier in the phrase beside it.  Quotations are one item each
and never looked into, but for the title of a programme behind “on”.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.attribution.addressing import addressed_at, spoken_to_at
from rashomon.attribution.carriers import according_at, account_at, carried_at, obtained_at
from rashomon.attribution.clauses import Sentence
from rashomon.attribution.handing import gave_at, handed_at, passed_on_at, through_at, work_at
from rashomon.attribution.occasions import occasions_at
from rashomon.attribution.ordering import outward
from rashomon.attribution.outlets import Outlets
from rashomon.attribution.pressreview import given_at, reported_to_have_at, taken_at
from rashomon.attribution.programmes import joined_at, platform_at, programme_at
from rashomon.attribution.questioning import questioned_at, seated_at
from rashomon.attribution.relatives import relative_at
from rashomon.attribution.reporting import cited_at, quoted_at, reported_at, told_by_at
from rashomon.attribution.scenes import Marks, Scene
from rashomon.language.tokens import TokenKind
from rashomon.model import Article, Span

__all__ = ["PATTERNS", "Ways", "ways_of"]

_MOST = 24  # of a kind in one sentence
PATTERNS = (
    addressed_at, spoken_to_at, according_at, carried_at, obtained_at, passed_on_at, handed_at, programme_at,
    platform_at, joined_at, reported_at, cited_at, told_by_at, quoted_at, occasions_at, through_at,
    relative_at, gave_at, account_at, given_at, reported_to_have_at, taken_at, questioned_at, seated_at,
    work_at,
)  # fmt: skip
"""In the order in which they are looked for at one word."""
_BY_WORD = {
    word: tuple(pattern for pattern in PATTERNS if word in pattern.words)
    for word in frozenset().union(*(pattern.words for pattern in PATTERNS))
}


@dataclass(frozen=True, slots=True)
class Ways:
    """What an article tells of the way words took: in each sentence, and of its text as a whole.

    `own` holds the names of the report's own outlet, as `imprint.key` gives them;
    `wire` is where the tag of a wire agency stands whose text another outlet prints.
    """

    marks: tuple[Marks, ...]
    wire: Span | None = None
    own: frozenset[str] = frozenset()


def ways_of(article: Article, sentences: Sequence[Sentence]) -> Ways:
    """What an article tells of the way words took."""
    outlets = Outlets(article, sentences)
    return Ways(tuple(_marks(sentence, outlets) for sentence in sentences), outlets.wire, outlets.own)


def _marks(sentence: Sentence, outlets: Outlets) -> Marks:
    scene = Scene(sentence, outlets)
    for index, item in enumerate(scene.sentence.items):
        if item.kind is TokenKind.WORD:
            for pattern in _BY_WORD.get(item.low, ()):
                pattern.find(scene, index)
    del scene.found.occasions[_MOST:], scene.found.cited[_MOST:], scene.found.hearers[_MOST:]
    scene.found.hops = outward(scene.found.hops)
    return scene.found
