"""The unnamed sources of a report: how it describes them, how many, who vouches, why they have no name.

Statements are put together by the source that their words mean
(`rashomon.attribution.referents`); the reasons come from wherever the report
speaks of a name held back (`rashomon.attribution.withholding`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from rashomon.attribution.descriptors import Lead
from rashomon.attribution.differing import differing
from rashomon.attribution.plurals import plural_for_one
from rashomon.attribution.referents import Referent, referents
from rashomon.attribution.standing import is_half, is_insider, is_open
from rashomon.attribution.withholding import Withheld, withheld
from rashomon.language.anonymity import OFFICES, OFTEN, PUBLIC_ACTS, PUBLIC_OCCASIONS, TELLING_CUES
from rashomon.language.titles import PARTISAN
from rashomon.language.tokens import fold
from rashomon.language.transmission import HEARERS
from rashomon.model import Article, BlockKind, Flag, Mode, Relay, Statement, UnnamedSource, Voucher

__all__ = ["differing", "unnamed"]

_NAMED = 1500  # code points in which a name may follow an office
_OTHERS = frozenset(
    "him her them protesters supporters investigators advisers aides colleagues police".split()
)
_SUCH_AS = re.compile(r",? (?:like|including|such as|among them) (?:[a-z]+ ){0,3}[A-Z]")
_OVER = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.SUBHEADING)
_NO_HEARER = frozenset({"post", "work"})
"""Manners of hops that heard nobody: where the source itself spoke to all."""


def unnamed(article: Article, statements: Sequence[Statement]) -> tuple[UnnamedSource, ...]:
    """The unnamed sources of one article, in the order in which they first speak.

    Args:
        article: as read.
        statements: all of this article, in order.
    """
    found = referents(article.text, statements)
    held = withheld(article, found)
    for index, one in enumerate(found.all):
        if one.whole is not None and index not in held and one.whole in held:
            held[index] = held[one.whole]
    over = _over(article, statements)
    direct = {s.id for s in statements if s.mode is Mode.DIRECT}
    entries = [
        _entry(article, one, held.get(index, ()), _tells(article, one, over, direct))
        for index, one in enumerate(found.all)
    ]
    singled = plural_for_one(article, found.all, over)
    return tuple(
        replace(entry, flags=(Flag.PLURAL_FOR_ONE, *entry.flags)) if index in singled else entry
        for index, entry in enumerate(entries)
        if _is_told(article.text, found.all[index], over)
    )


def _is_told(text: str, one: Referent, over: Set[str]) -> bool:
    """Whether it is somebody without a name, not half of the words for one who has a name further on."""
    if is_half(one.first):
        return any(s.id in over for s in one.statements)
    single = one.count == 1 and one.first.lead is Lead.NEW and one.first.head in OFFICES - PARTISAN
    return not (single and _title_follows(text, one))


def _over(article: Article, statements: Iterable[Statement]) -> frozenset[str]:
    """The ids of what stands over the text: in headlines, decks, subheadings."""
    spans = sorted(b.span for b in article.blocks if b.kind in _OVER)
    starts = [span.start for span in spans]

    def inside(at: int) -> bool:
        number = bisect_right(starts, at) - 1
        return number >= 0 and at < spans[number].end

    return frozenset(s.id for s in statements if inside(s.content[0].start))


def _entry(article: Article, one: Referent, held: Sequence[Withheld], tells: bool) -> UnnamedSource:
    reasons = [h.reason for h in held if h.reason is not None]
    reason = next(iter(reasons), None)
    fear_only = bool(held) and all(h.span == h.reason for h in held)
    insider = any(is_insider(d) for d in one.told)
    if fear_only and not (insider or one.first.count is not None):
        reason = None
    asked = reason is None and (insider or bool(held)) and not _identified(one) and tells
    full = one.fullest
    return UnnamedSource(
        article=article.id,
        statements=tuple(s.id for s in one.statements),
        descriptor=" ".join(full.span.of(article.text).split()),
        span=full.span,
        stated_count=one.count,
        reason=reason,
        flags=(Flag.NO_REASON_STATED,) if asked else (),
        vouched=_vouched(one.statements),
    )


def _identified(one: Referent) -> bool:
    """Whether an office or a person's own tells who it is, in all its descriptions."""
    return all(not is_insider(d) for d in one.told) and one.first.lead in (Lead.KNOWN, Lead.OWNED)


def _tells(article: Article, one: Referent, over: Set[str], direct: Set[str]) -> bool:
    """Whether it tells something to the report: not only over it, in a quotation, or by a public act."""
    body = [s for s in one.statements if s.id not in over and s.parent not in direct]
    if one.first.head == "source":
        return bool(body)
    public = is_open(one.first)
    return any(_told(article.text, s, public=public) for s in body) and not (
        public and _named_after(article.text, one)
    )


def _told(text: str, statement: Statement, *, public: bool) -> bool:
    """Whether it was told, rather than done; of those whose acts are public the cue must say so."""
    words = {fold(word.strip(",;:")) for cue in statement.cue for word in cue.of(text).split()}
    if _to_others(text, statement):
        return False
    if not public:
        return words.isdisjoint(PUBLIC_ACTS)
    if statement.occasion is not None and statement.occasion.kind in PUBLIC_OCCASIONS:
        return False
    if not statement.cue:
        return True
    before = text[max(0, statement.cue[0].start - 12) : statement.cue[0].start].split()
    return not words.isdisjoint(TELLING_CUES) and OFTEN.isdisjoint(
        fold(word) for word in (*before[-1:], *words)
    )


def _to_others(text: str, statement: Statement) -> bool:
    """Whether it was told to others than a report: “told lawmakers”, “told him”."""
    cue = statement.cue[-1] if statement.cue else None
    if cue is None or not fold(cue.of(text)).endswith(("told", "tell", "tells", "telling")):
        return False
    after = [fold(word.strip(",.;:")) for word in text[cue.end : cue.end + 40].split()[:3]]
    return any(word in _OTHERS or HEARERS.get(word, "press") != "press" for word in after)


def _named_after(text: str, one: Referent) -> bool:
    """Whether names follow: “officials such as …”, or the same office with one, “General Ada Holt”."""
    span = one.fullest.span
    if _SUCH_AS.match(text, span.end, span.end + 40):
        return True
    return _title_follows(text, one)


def _title_follows(text: str, one: Referent) -> bool:
    title = re.compile(rf"\b{re.escape(one.first.head.title())} [A-Z]\w")
    return title.search(text, one.first.span.end, one.first.span.end + _NAMED) is not None


def _vouched(statements: Iterable[Statement]) -> tuple[Voucher, ...]:
    """Who stands for these statements, each once."""
    by: dict[str | None, tuple[Relay | None, list[str]]] = {}
    for statement in statements:
        hop = next((relay for relay in statement.chain if relay.manner not in _NO_HEARER), None)
        by.setdefault(hop.name if hop else None, (hop, []))[1].append(statement.id)
    return tuple(
        Voucher(name=hop.name if hop else None, span=hop.span if hop else None, statements=tuple(ids))
        for hop, ids in by.values()
    )
