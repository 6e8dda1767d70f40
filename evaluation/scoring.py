"""How whole reports are held against their gold: blocks, statements, shared speech.

A statement counts as found if it shares at least `_SAME` of its content with the
gold (shared letters over letters of both), and as right if it is also given to
the right source.  Statements marked optional in the gold count neither for nor
against, and nested ones are counted apart, since who says them is often not told.
A block is right if its kind holds nearly all its letters.  Utterances are scored
by pairs: two reports of one passage are found if one utterance holds both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from evaluation.gold import GoldArticle, GoldStatement, GoldStory, Locator, locate

from rashomon.model import Article, BlockKind, Dossier, Span, Statement, merge

__all__ = [
    "Failure",
    "Tally",
    "counterpart",
    "excerpt",
    "joined_places",
    "score_blocks",
    "score_statements",
    "score_utterances",
]

_SAME = 0.8
_HOLDS = 0.9
_COVERS = 0.5
_LED = re.compile(r"(?:that|for|of|on|to say)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One thing that did not come out: what, in which file, what was expected, what came."""

    what: str
    where: str
    expected: str
    found: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}: expected {self.expected}" + (
            f"; found {self.found}" * bool(self.found)
        )


@dataclass(slots=True)
class Tally:
    """Right and counted, by measure; the failures in the order they were met."""

    right: dict[str, int] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def add(self, measure: str, right: bool, failure: Failure | None = None) -> None:
        """Count one case; `failure` is kept if it was not right."""
        self.right[measure] = self.right.get(measure, 0) + right
        self.counted[measure] = self.counted.get(measure, 0) + 1
        if failure is not None and not right:
            self.failures.append(failure)

    def share(self, measure: str) -> float:
        """Right over counted; 0 where nothing was counted."""
        return self.right.get(measure, 0) / self.counted[measure] if self.counted.get(measure) else 0.0


def _points(spans: Iterable[Span], text: str) -> set[int]:
    return {i for s in spans for i in range(s.start, s.end) if text[i].isalnum()}


def score_blocks(tally: Tally, name: str, article: Article, gold: GoldArticle) -> None:
    """Count every line of the gold by the kind it was given."""
    kinds = list(BlockKind)
    held = {k: _points((b.span for b in article.of_kind(k)), article.text) for k in kinds}
    for right_kinds, span in gold.blocks:
        letters = _points([span], article.text)
        if not letters:
            continue
        found = max(kinds, key=lambda k: len(letters & held[k]))
        right = found in right_kinds and len(letters & held[found]) >= _HOLDS * len(letters)
        expected = f"{right_kinds[0].value} {span.of(article.text)[:60]!r}"
        tally.add(
            "block_accuracy", right, Failure(what="block", where=name, expected=expected, found=found.value)
        )
        if right_kinds == (BlockKind.FURNITURE,):
            tally.add("furniture_recall", found is BlockKind.FURNITURE)
        if found is BlockKind.FURNITURE:
            tally.add("furniture_precision", found in right_kinds)


def score_statements(
    tally: Tally, name: str, article: Article, gold: GoldArticle, statements: Sequence[Statement]
) -> None:
    """Count every wanted statement, every found one, and the quotation marks that nobody spoke in."""
    text = article.text
    partners = [
        counterpart(wanted.content, statements, text, nested=wanted.parent is not None)
        for wanted in gold.statements
    ]
    for wanted, partner in zip(gold.statements, partners, strict=True):
        if not wanted.optional:
            _score_wanted(tally, name, text, wanted, partner)
    matched = {p.id: g for g, p in zip(gold.statements, partners, strict=True) if p}
    for statement in statements:
        if statement.parent is None and not (statement.id in matched and matched[statement.id].optional):
            _score_found(tally, name, text, statement, matched.get(statement.id), gold)
    for span in gold.not_statements:
        claimed = [s for s in statements if _likeness(s.content, [span], text) >= _SAME]
        lapse = Failure(what="not a statement", where=name, expected="none", found=span.of(text))
        tally.add("negatives_left_alone", not claimed, lapse)


def _score_wanted(
    tally: Tally, name: str, text: str, wanted: GoldStatement, partner: Statement | None
) -> None:
    words = excerpt(wanted.content, text)
    if wanted.parent is not None:
        found = partner is not None and partner.parent is not None
        tally.add("nested_recall", found, Failure(what="nested", where=name, expected=words))
        if partner is not None and wanted.who:
            tally.add(
                "nested_speaker_accuracy",
                _right_source(partner, wanted),
                _misnamed(name, wanted, partner, words),
            )
        return
    tally.add("content_recall", partner is not None, Failure(what="content", where=name, expected=words))
    tally.add("statement_recall", partner is not None and _right_source(partner, wanted))
    if partner is None:
        return
    tally.add("speaker_accuracy", _right_source(partner, wanted), _misnamed(name, wanted, partner, words))
    tally.add(
        "mode_accuracy",
        partner.mode is wanted.mode,
        Failure(what=f"mode of {words}", where=name, expected=wanted.mode, found=partner.mode),
    )
    if wanted.kind and partner.source:
        kind = partner.source.source.kind
        lapse = Failure(what=f"kind of the source of {words}", where=name, expected=wanted.kind, found=kind)
        tally.add("kind_accuracy", kind is wanted.kind, lapse)
    if wanted.cue:
        cue = excerpt(partner.cue, text)
        lapse = Failure(what=f"cue of {words}", where=name, expected=excerpt(wanted.cue, text), found=cue)
        tally.add("cue_accuracy", any(c.overlaps(w) for c in partner.cue for w in wanted.cue), lapse)
    repairs = {r.kind.value for r in partner.evidence.repairs}
    for repair in wanted.repairs:
        lapse = Failure(
            what=f"repair of {words}", where=name, expected=repair, found=", ".join(sorted(repairs))
        )
        tally.add("repairs_recorded", repair in repairs, lapse)


def _score_found(
    tally: Tally, name: str, text: str, statement: Statement, wanted: GoldStatement | None, gold: GoldArticle
) -> None:
    """Count a found top-level statement for precision, unless it lies in something optional."""
    if wanted is None:
        letters = _points(statement.content, text)
        for other in gold.statements:
            if other.optional and len(letters & _points(other.content, text)) >= _COVERS * len(letters):
                return
    right = wanted is not None and wanted.parent is None and _right_source(statement, wanted)
    stray = Failure(
        what="extra statement", where=name, expected="none", found=excerpt(statement.content, text)
    )
    tally.add("statement_precision", right, stray if wanted is None else None)


def _misnamed(name: str, wanted: GoldStatement, partner: Statement, words: str) -> Failure:
    source = partner.source.source if partner.source else None
    found = f"{source.kind.value} {source.name or source.descriptor!r}" if source else "nobody"
    return Failure(
        what=f"source of {words}", where=name, expected=" or ".join(wanted.who) or "no name", found=found
    )


def excerpt(spans: Sequence[Span], text: str) -> str:
    """The words of these spans for a person to read, shortened in the middle."""
    whole = " // ".join(" ".join(s.of(text).split()) for s in spans)
    return repr(whole if len(whole) <= 60 else f"{whole[:40]} … {whole[-16:]}")


def _likeness(one: Sequence[Span], other: Sequence[Span], text: str) -> float:
    a, b = (_points(_without_lead(spans, text), text) for spans in (one, other))
    return len(a & b) / len(a | b) if a | b else 0.0


def _without_lead(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """The content without what joins it to the cue: some schemes count that to one, some to the other."""
    for number, span in enumerate(spans):
        lead = _LED.match(text, span.start, span.end) if number == 0 else None
        yield Span(lead.end(), span.end) if lead else span


def counterpart(
    content: Sequence[Span], statements: Sequence[Statement], text: str, *, nested: bool
) -> Statement | None:
    """The statement most like this content, of its level if two are alike, if it is like enough."""
    best = max(
        statements,
        key=lambda s: (_likeness(s.content, content, text), (s.parent is not None) is nested),
        default=None,
    )
    return best if best and _likeness(best.content, content, text) >= _SAME else None


def _right_source(statement: Statement, wanted: GoldStatement) -> bool:
    """Whether the source is one of those that are right, and named as its kind asks."""
    source = statement.source.source if statement.source else None
    if not wanted.who:
        return source is None or source.name is None
    if source is None or (wanted.named is not None and wanted.named is not bool(source.name)):
        return False
    return _bare(source.name or source.descriptor or "") in {_bare(w) for w in wanted.who}


def _bare(words: str) -> str:
    """The words without case, extra blanks and leading article."""
    parts = words.casefold().split()
    return " ".join(parts[1:] if parts[:1] in (["a"], ["an"], ["the"]) else parts)


_Pair = tuple[tuple[str, frozenset[int]], tuple[str, frozenset[int]]]


def score_utterances(tally: Tally, story: GoldStory, articles: dict[str, Article], dossier: Dossier) -> None:
    """Count the pairs of reports of one passage, wanted and found; `articles` by their names in the gold."""
    texts = {a.id: a.text for a in dossier.articles}
    acts = [
        list(_pairs((w.article, _points(merge(w.spans), texts[w.article])) for w in u.apparatus.witnesses))
        for u in dossier.utterances
    ]
    found = [pair for act in acts for pair in act]
    wanted = [pair for members in story.utterances for pair in _gold_pairs(members, articles)]
    for (one, a), (other, b) in wanted:
        words = " = ".join(repr(_excerpt(texts[i], p)) for i, p in ((one, a), (other, b)))
        lapse = Failure(what="shared speech", where=story.name, expected=words)
        tally.add("utterance_recall", any(_holds(f, ((one, a), (other, b))) for f in found), lapse)
    for act in acts:
        joined = joined_places([pair for pair in act if any(_holds(pair, w) for w in wanted)])
        for pair in act:
            words = " = ".join(repr(_excerpt(texts[i], p)) for i, p in pair)
            lapse = Failure(what="false shared speech", where=story.name, expected="none", found=words)
            tally.add("utterance_precision", any(set(pair) <= places for places in joined), lapse)


def joined_places(pairs: Iterable[_Pair]) -> list[set[tuple[str, frozenset[int]]]]:
    """Places that pairs hang together by: two scraps of one speech, by the report that quotes it whole."""
    groups: list[set[tuple[str, frozenset[int]]]] = []
    for pair in pairs:
        touched = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if not group & set(pair)]
        groups.append(set(pair).union(*touched))
    return groups


def _gold_pairs(members: Sequence[tuple[str, Locator]], articles: dict[str, Article]) -> Iterator[_Pair]:
    places = []
    for name, locator in members:
        article = articles[name]
        span = locate(article.text, locator)
        places.append((article.id, _points([span], article.text)))
    return _pairs(places)


def _pairs(places: Iterable[tuple[str, set[int]]]) -> Iterator[_Pair]:
    """All pairs of places in different articles, each pair in the order of the articles' ids."""
    ordered = sorted(
        ((a, frozenset(p)) for a, p in places), key=lambda place: (place[0], min(place[1], default=0))
    )
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if one[0] != other[0]:
                yield one, other


def _holds(found: _Pair, wanted: _Pair) -> bool:
    return all(
        f[0] == w[0] and len(f[1] & w[1]) >= _COVERS * len(w[1]) for f, w in zip(found, wanted, strict=True)
    )


def _excerpt(text: str, points: frozenset[int]) -> str:
    if not points:
        return ""
    words = " ".join(text[min(points) : max(points) + 1].split())
    return words if len(words) <= 40 else f"{words[:28]} … {words[-10:]}"
