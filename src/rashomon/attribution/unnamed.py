"""What a report tells of its unnamed sources: how it describes them, how many, and why they have no name.

A reason counts where the same sentence, or one of the source next to it, says
that a name is withheld (or tells of fear).  Plural words are held against what
else the report shows: where a heading speaks of “sources” and the body gives the
same matter to one, the heading has one too many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.language.anonymity import COUNTS, INSIDERS, PLURAL_INSIDERS, REASONS, UNNAMING
from rashomon.language.functionwords import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from rashomon.language.sentences import sentences
from rashomon.language.sourcenouns import PEOPLES, singular
from rashomon.language.tokens import TokenKind, fold, tokenize
from rashomon.language.transmission import MEDIA_PLURALS
from rashomon.model import Article, BlockKind, Flag, SourceKind, Span, Statement, UnnamedSource, Utterance

__all__ = ["differing", "unnamed"]

_UNNAMING = re.compile(UNNAMING, re.IGNORECASE)
_REASONS = re.compile(REASONS, re.IGNORECASE)
_FEAR = re.compile(r"\b(?:who )?fear(?:s|ed|ing)?\b|for fear\b", re.IGNORECASE)
_END = re.compile(r"[,.;“”\"—]|\bsaid\b|\btold\b")
_RELATIVE = re.compile(r",| who\b| which\b| whose\b| speaking\b| that\b")
_OVER = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.SUBHEADING)
_NEAR = 400  # code points about a source in which a reason may stand
_LONGEST = 160
_SHARED = 0.3  # of the words of a heading, found again in what the body gives to one source
_PLURAL_MEDIA = frozenset("media press reports".split())
_PRONOUNS = SUBJECT_PRONOUNS | frozenset(
    "others some many who all both everyone somebody someone them".split()
)


def unnamed(article: Article, statements: Sequence[Statement]) -> tuple[UnnamedSource, ...]:
    """The unnamed sources of one article, in the order in which they first speak.

    Args:
        article: as read.
        statements: all of this article, in order.
    """
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        source = statement.source
        if source is None or source.source.kind is not SourceKind.UNNAMED or not source.source.descriptor:
            continue
        if fold(source.source.descriptor) not in _PRONOUNS:
            groups.setdefault(source.source.id, []).append(statement)
    found = [_entry(article, group) for group in groups.values()]
    return tuple(_members(article, [entry for entry in found if entry is not None], statements))


def _entry(article: Article, group: Sequence[Statement]) -> UnnamedSource | None:
    text = article.text
    spans = [s.source.span for s in group if s.source is not None and s.source.span is not None]
    if not spans:
        return None
    span = max((_described(text, s) for s in spans), key=lambda s: (s.end - s.start, -s.start))
    words = fold(" ".join(span.of(text).split())).split()
    reason = next(filter(None, (_reason(article, s) for s in spans)), None)
    count = _count(words)
    flags = [Flag.NO_REASON_STATED] if reason is None and _inside(words, count) else []
    return UnnamedSource(
        article=article.id,
        statements=tuple(s.id for s in group),
        descriptor=" ".join(span.of(text).split()),
        span=span,
        stated_count=count,
        reason=reason,
        flags=tuple(flags),
    )


def _described(text: str, span: Span) -> Span:
    """The words for a source without what a comma or a relative clause adds."""
    cut = _RELATIVE.search(text, span.start, span.end)
    words = text[span.start : cut.start() if cut and cut.start() > span.start else span.end].rstrip()
    return Span(span.start, span.start + len(words)) if words else span


def _head(words: Sequence[str]) -> str:
    """The noun that a descriptor turns on."""
    plain = list(words)
    if plain[:1] == ["one"] and plain[1:2] == ["of"]:
        plain = plain[2:]
    for index, word in enumerate(plain):
        if index and (word in PREPOSITIONS or word in ("familiar", "close", "briefed", "involved", "with")):
            return plain[index - 1]
    return plain[-1] if plain else ""


def _plural(words: Sequence[str]) -> bool:
    head = _head(words)
    return head in MEDIA_PLURALS or head in PEOPLES or head in ("people", "police") or singular(head) != head


def _count(words: Sequence[str]) -> int | None:
    """How many there are; 1 for a singular."""
    if not words:
        return None
    if words[0].isdigit():
        return int(words[0])
    if words[0] in COUNTS and (words[0] != "one" or len(words) > 1):
        return COUNTS[words[0]]
    for pair in (words[0:1], words[1:2]):
        if pair and pair[0] in COUNTS and words[0] in DETERMINERS:
            return COUNTS[pair[0]]
    return None if _plural(words) else 1


def _inside(words: Sequence[str], count: int | None) -> bool:
    """Whether it is one or some people with inside knowledge or an office."""
    head = _head(words)
    if count is None:
        return head in PLURAL_INSIDERS
    return singular(head) in INSIDERS or head in INSIDERS


# -- reasons ----------------------------------------------------------------------------------


def _reason(article: Article, source: Span) -> Span | None:
    """The words near a source that tell why it has no name."""
    block = next((b.span for b in article.blocks if b.span.start <= source.start < b.span.end), None)
    if block is None:
        return None
    around = Span(max(block.start, source.start - _NEAR), min(block.end, source.end + _NEAR))
    found = sentences(article.text, around, [])
    at = next((n for n, s in enumerate(found) if s.start <= source.start < s.end), None)
    if at is None:
        return None
    own = _reason_in(article.text, found[at], source.start)
    if own is not None or at + 1 >= len(found):
        return own
    after = found[at + 1]
    follows = re.match(r"(?:The|They|He|She|Both|All|Neither)\b", after.of(article.text))
    return _reason_in(article.text, after, after.start, sure=False) if follows else None


def _reason_in(text: str, sentence: Span, start: int, *, sure: bool = True) -> Span | None:
    told = _UNNAMING.search(text, start, sentence.end)
    fear = _FEAR.search(text, start, min(sentence.end, start + _LONGEST)) if sure else None
    if told is None:
        return _clause(text, fear.start(), sentence.end) if fear else None
    begin = _REASONS.search(text, max(start, told.start() - 24), sentence.end)
    return _clause(text, begin.start(), sentence.end) if begin else None


def _clause(text: str, start: int, end: int) -> Span:
    stop = _END.search(text, start + 4, min(end, start + _LONGEST))
    words = text[start : stop.start() if stop else min(end, start + _LONGEST)].rstrip(" .,")
    return Span(start, start + len(words))


# -- flags ------------------------------------------------------------------------------------


def _members(
    article: Article, entries: Sequence[UnnamedSource], statements: Sequence[Statement]
) -> list[UnnamedSource]:
    """The entries, those whose plural stands for one flagged."""
    by_id = {s.id: s for s in statements}
    over = {s.id for s in statements if _heads(article, s)}
    said_by = {e.descriptor: _words(article.text, [by_id[i] for i in e.statements]) for e in entries}
    plurals = [e for e in entries if e.stated_count is None and _countable(e)]
    shown = [e for e in plurals if not set(e.statements) <= over]
    body = [e for e in entries if _single(e) and not set(e.statements) <= over]
    following: UnnamedSource | None = None
    out: list[UnnamedSource] = []
    for entry in reversed(entries):
        first = by_id[entry.statements[0]]
        early = first.id in over or first.content[0].start < _lead(article)
        alone = all(other is entry for other in shown)
        if early and alone and entry in plurals and _for_one(entry, body, following, said_by):
            out.append(replace(entry, flags=(Flag.PLURAL_FOR_ONE, *entry.flags)))
        else:
            out.append(entry)
        if _inside(fold(entry.descriptor).split(), entry.stated_count):
            following = entry
    return out[::-1]


def _single(entry: UnnamedSource) -> bool:
    """Whether it is one person with inside knowledge, not one of several."""
    words = fold(entry.descriptor).split()
    return entry.stated_count == 1 and _inside(words, 1) and words[:2] != ["one", "of"]


def _heads(article: Article, statement: Statement) -> bool:
    at = statement.content[0].start
    return any(b.kind in _OVER and b.span.start <= at < b.span.end for b in article.blocks)


def _lead(article: Article) -> int:
    """Where the first paragraph of the body ends."""
    return next((b.span.end for b in article.blocks if b.kind is BlockKind.PARAGRAPH), 0)


def _countable(entry: UnnamedSource) -> bool:
    """Whether the plural is one of sources, officials, media: of some who could be one."""
    words = fold(entry.descriptor).split()
    head = _head(words)
    return _plural(words) and (head in _PLURAL_MEDIA or head == "people" or singular(head) in INSIDERS)


def _for_one(
    entry: UnnamedSource,
    body: Sequence[UnnamedSource],
    following: UnnamedSource | None,
    said_by: Mapping[str, frozenset[str]],
) -> bool:
    """Whether the body gives the matter to one source, and to no others."""
    said = said_by[entry.descriptor]
    if following is not None and following in body:
        return True
    return any(said and len(said & said_by[e.descriptor]) >= _SHARED * len(said) for e in body)


def _words(text: str, statements: Sequence[Statement]) -> frozenset[str]:
    """The folded words of four letters and more, short of their endings."""
    spans = [span for statement in statements for span in statement.content]
    tokens = (t for span in spans for t in tokenize(text, span) if t.kind is TokenKind.WORD)
    return frozenset(t.low[:6] for t in tokens if len(t.low) > 3)


# -- across reports ---------------------------------------------------------------------------


def differing(entries: Sequence[UnnamedSource], utterances: Sequence[Utterance]) -> tuple[UnnamedSource, ...]:
    """The entries of several articles, those flagged that another report describes otherwise.

    Args:
        entries: of all articles.
        utterances: which statements report one act of speech.
    """
    owner = {statement: n for n, entry in enumerate(entries) for statement in entry.statements}
    flagged: set[int] = set()
    for utterance in utterances:
        here = sorted({owner[s] for s in utterance.statements if s in owner})
        for one in here:
            if any(
                entries[one].article != entries[o].article and _otherwise(entries[one], entries[o])
                for o in here
            ):
                flagged.add(one)
    return tuple(
        replace(e, flags=(*e.flags, Flag.DESCRIPTOR_DIFFERS)) if n in flagged else e
        for n, e in enumerate(entries)
    )


def _otherwise(one: UnnamedSource, other: UnnamedSource) -> bool:
    """Whether two descriptors say different things, not one merely less."""
    a, b = ({w for w in fold(e.descriptor).split() if w not in DETERMINERS} for e in (one, other))
    return not (a <= b or b <= a)
