"""From a tagger's fragments to attributions: which content goes with which cue, which cue with which source.

Every attribution has one cue, so linking is two choices: each piece of content
points to a cue or to none, each cue to a source or to none.  A choice is made
among the few cues (sources) around by a log-linear model over what stands
between the two: the fragments passed over, the marks at both ends of the gap,
paragraph and sentence ends, the distance, the wording of the cue.  The weights
come with the tagger (``training.linking`` fits them); features that have no
weight count nothing.  Pieces of content that point to one cue are one
attribution; a piece without a cue is one by itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Fragment, Role, Span

__all__ = ["Attribution", "candidates", "link", "pair_features", "single_features"]

_LETTER = {Role.SOURCE: "S", Role.CUE: "Q", Role.CONTENT: "C"}
_WANTED = {Role.CONTENT: Role.CUE, Role.CUE: Role.SOURCE}
_EITHER_SIDE = 3  # candidates looked at to the left, and to the right
_LEFT, _RIGHT = 16, 12  # fragments passed over at most
_PEEK = 8  # characters looked at behind or before a gap's edge
_SHORT = 5  # a source of fewer characters is most likely a pronoun
_SHOWN = 3  # fragments of a gap that are told apart
_CLOSED = 256
_STOP = re.compile(r"[.?!][\"”’')\]]*\s")
_QUOTES = "“\"'‘"
_UNQUOTES = "”\"'’"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution as linked.

    Attributes:
        cue: None for content that no cue was found for.
        source: None where no source is told.
        content: its pieces, in the order of the text; never empty.
        links: of each piece, the probability that it points where it does, given the fragments, 0 to 1.
        sourced: the same of the cue; 1 without a cue.
    """

    cue: Fragment | None
    source: Fragment | None
    content: tuple[Fragment, ...]
    links: tuple[float, ...]
    sourced: float = 1.0

    @property
    def score(self) -> float:
        """The probability of all its links."""
        return min(1.0, self.sourced * math.prod(self.links))

    def part(self, spans: Sequence[Span], *, alone: bool = False) -> Attribution:
        """What it is with only those of its pieces that overlap `spans`; `alone`: without cue and source.

        One piece at least must overlap them.
        """
        kept = [n for n, piece in enumerate(self.content) if any(piece.span.overlaps(s) for s in spans)]
        return Attribution(
            cue=None if alone else self.cue,
            source=None if alone else self.source,
            content=tuple(self.content[n] for n in kept),
            links=tuple(self.links[n] for n in kept),
            sourced=1.0 if alone else self.sourced,
        )


def link(text: str, fragments: Sequence[Fragment], weights: Mapping[str, float]) -> tuple[Attribution, ...]:
    """The attributions that the fragments of `text` make, by where their content begins.

    A cue that no content points to makes none.

    >>> from rashomon.model import Span
    >>> parts = (Role.CONTENT, 0, 15), (Role.SOURCE, 17, 20), (Role.CUE, 21, 25)
    >>> found = [Fragment(role=r, span=Span(a, b), score=1.0) for r, a, b in parts]
    >>> [one] = link("The ferry is late, Ada said.", found, {"C0": -9.0, "Q0": -9.0})
    >>> one.cue == found[2], one.source == found[1]
    (True, True)
    """
    owner: dict[int | None, list[int]] = {}
    sure: dict[int, float] = {}
    alone: list[int] = []
    for index, fragment in enumerate(fragments):
        if fragment.role is Role.CONTENT:
            cue, sure[index] = _choice(text, fragments, index, weights)
            if cue is None:
                alone.append(index)
            else:
                owner.setdefault(cue, []).append(index)
    out = [_bare(fragments[index], sure[index]) for index in alone]
    for cue, pieces in owner.items():
        assert cue is not None
        source, certainty = _choice(text, fragments, cue, weights)
        out.append(
            Attribution(
                cue=fragments[cue],
                source=None if source is None else fragments[source],
                content=tuple(fragments[i] for i in pieces),
                links=tuple(sure[i] for i in pieces),
                sourced=certainty,
            )
        )
    return tuple(sorted(out, key=lambda a: a.content[0].span))


def _bare(content: Fragment, score: float) -> Attribution:
    return Attribution(cue=None, source=None, content=(content,), links=(score,))


def _choice(
    text: str, fragments: Sequence[Fragment], index: int, weights: Mapping[str, float]
) -> tuple[int | None, float]:
    """What a fragment points to, and the probability of that choice."""
    options: list[int | None] = [None, *candidates(fragments, index)]
    scores = [
        sum(weights.get(f, 0.0) for f in _features(text, fragments, index, option)) for option in options
    ]
    best = max(range(len(options)), key=scores.__getitem__)
    return options[best], 1.0 / sum(math.exp(s - scores[best]) for s in scores)


def _features(text: str, fragments: Sequence[Fragment], index: int, option: int | None) -> list[str]:
    if option is None:
        return single_features(text, fragments[index])
    return pair_features(text, fragments, index, option)


def candidates(fragments: Sequence[Fragment], index: int) -> list[int]:
    """The cues a piece of content may point to, or the sources a cue may; in the order of the text."""
    wanted = _WANTED[fragments[index].role]
    left = [i for i in range(index - 1, max(-1, index - _LEFT), -1) if fragments[i].role is wanted]
    ahead = range(index + 1, min(len(fragments), index + _RIGHT))
    right = [i for i in ahead if fragments[i].role is wanted]
    return left[:_EITHER_SIDE][::-1] + right[:_EITHER_SIDE]


def single_features(text: str, fragment: Fragment) -> list[str]:
    """Features of pointing to nothing."""
    start, end = fragment.span
    key = f"{_LETTER[fragment.role]}0"
    behind = _opening(text[end : end + _PEEK])
    if fragment.role is Role.CONTENT:
        first = "w" if text[start].isalnum() else text[start]
        return [key, f"{key}|{first}", f"{key}|{behind}"]
    before = _closing(text[max(0, start - _PEEK) : start])
    return [key, f"{key}|{text[start:end].lower()}", f"{key}|b{before}", f"{key}|a{behind}"]


def pair_features(text: str, fragments: Sequence[Fragment], index: int, option: int) -> list[str]:
    """Features of one fragment's pointing to another; both are indices into `fragments`."""
    low, high = sorted((index, option))
    between = fragments[low + 1 : high]
    start, end = fragments[low].span.end, fragments[high].span.start
    letters = "".join(_LETTER[f.role] for f in between)
    passed = letters if len(letters) <= _SHOWN else f"{letters[:2]}~{letters[-1]}"
    key = f"{_LETTER[fragments[index].role]}{_LETTER[fragments[option].role]}{'L' if option < index else 'R'}"
    breaks = _breaks(text, start, end)
    stops = 3 if breaks else min(len(_STOP.findall(text, start, min(end, start + 4000))), 2)
    free = min(end - start - sum(len(f.span) for f in between), _CLOSED).bit_length()
    first = text[start : between[0].span.start if between else end]
    last = text[between[-1].span.end if between else start : end]
    out = [
        f"{key}{passed}|{breaks}{stops}",
        f"{key}|n{free}",
        f"{key}{passed}|e{_opening(first[:_PEEK])}{_closing(last[-_PEEK:])}",
        f"{key}|p{breaks}|n{free}|{bool(between)}",
    ]
    if not between:
        out.append(f"{key}|g{first[:40].strip().lower()[:12]}")
    side = f"{key}{passed}", key, letters[:2]
    pointer, target = fragments[index], fragments[option]
    worded = _content_cue if pointer.role is Role.CONTENT else _cue_source
    return [*out, *worded(text, pointer, target, side, (breaks, stops))]


def _content_cue(
    text: str, content: Fragment, cue: Fragment, side: tuple[str, str, str], gap: tuple[int, int]
) -> list[str]:
    whole, key, passed = side
    start, end = content.span
    begins = "q" if text[start] in _QUOTES else "c" if text[start].isupper() else "l"
    ends = "q" if text[end - 1] in _UNQUOTES else "w"
    words = cue.span.of(text).lower()
    return [
        f"{whole}|{begins}{ends}{gap[0]}",
        f"{key}|c={words.rsplit(' ', 1)[-1]}",
        f"{key}|{passed}|{words}",
    ]


def _cue_source(
    text: str, cue: Fragment, source: Fragment, side: tuple[str, str, str], gap: tuple[int, int]
) -> list[str]:
    whole, key, _ = side
    words = cue.span.of(text).lower()
    named = (
        f"{key}|s={source.span.of(text).lower()}" if len(source.span) < _SHORT else f"{key}|S{gap[0]}{gap[1]}"
    )
    return [f"{whole}|c={words}", f"{whole}|{words.rsplit(' ', 1)[-1]}", named]


def _breaks(text: str, start: int, end: int) -> int:
    """0 within a paragraph, 1 in the next one, 2 farther on."""
    at = text.find("\n", start, end)
    if at < 0:
        return 0
    while at < end and text[at].isspace():
        at += 1
    return 1 if text.find("\n", at, end) < 0 else 2


def _opening(gap: str) -> str:
    """What a gap begins with: a mark, ``w`` for a word, ``¶`` for a paragraph break, ``_`` for nothing."""
    gap = gap.lstrip(" ")
    if not gap:
        return "_"
    return "¶" if gap[0] == "\n" else "w" if gap[0].isalnum() else gap[0]


def _closing(gap: str) -> str:
    """What a gap ends with: a mark, the end of a word, a paragraph break, or nothing."""
    gap = gap.rstrip(" ")
    if not gap:
        return "_"
    return "¶" if gap[-1] == "\n" else gap.split()[-1].lower()[-4:] if gap[-1].isalnum() else gap[-1]
