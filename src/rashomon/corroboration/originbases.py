"""What stands behind each wording of a claim: a way of words, an agency, another report's text, or nothing.

A report that tells by whom it knows a thing also says it in its own words, in the
headline above all; so words with nothing behind them count only where the whole
report has nothing behind the claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from rashomon.corroboration.originciting import Naming, Taken, taken, told_to
from rashomon.corroboration.origincopies import Copied, Copying
from rashomon.corroboration.origincredits import Credits
from rashomon.corroboration.originnodes import Hop, Nodes, Place
from rashomon.corroboration.originphrases import is_mere, is_vague, told_words
from rashomon.corroboration.origintelling import holds, is_told, performs, tells
from rashomon.corroboration.originwords import ANYBODY, AUDIENCE, POINTING
from rashomon.corroboration.units import Unit
from rashomon.language.sourcenouns import singular
from rashomon.language.titles import COLLECTIVES, role_base
from rashomon.language.tokens import fold
from rashomon.language.trades import TRADE_OF
from rashomon.language.transmission import MEDIA
from rashomon.model import BlockKind, Located, Mode, NodeKind, SourceKind, Span, subtract

__all__ = ["Bases", "Basis", "Rank", "bases_of"]

_HEAD = (
    BlockKind.HEADLINE,
    BlockKind.DECK,
    BlockKind.KICKER,
    BlockKind.SUBHEADING,
    BlockKind.CAPTION,
)


_CARRIED = {
    NodeKind.UNNAMED: Naming.PLACE,
    NodeKind.DOCUMENT: Naming.PLACE,
    NodeKind.NAMED: Naming.TELLER,
}
"""Who may have spoken to an outlet that the sentence names, and how it must be named there."""


_SPEAKING = (NodeKind.NAMED, NodeKind.UNNAMED, NodeKind.DOCUMENT)


class Rank(IntEnum):
    """How precisely a report tells what stands behind a wording; the less gives way to the more."""

    OWN = 0
    """Nothing on the page."""
    VAGUE = 1
    """“reports”, “local media”."""
    UNKNOWN = 2
    """Somebody spoke, and nothing tells who."""
    PRECISE = 3


@dataclass(frozen=True, slots=True)
class Basis:
    """What stands behind one wording.

    Attributes:
        unit: the wording.
        rank: how precisely it is told.
        hops: the way to the report; empty for the report's own words.
        speaker: where the way begins; the report itself for its own words.
        copied: the passages of other reports that the wording lies in.
        head: whether it stands over the text or under a picture.
    """

    unit: Unit
    rank: Rank
    hops: tuple[Hop, ...]
    speaker: Place
    copied: tuple[Copied, ...] = ()
    head: bool = False

    @property
    def article(self) -> str:
        """The id of the report."""
        return self.unit.article.id

    @property
    def unnamed(self) -> bool:
        """Whether the speaker is somebody of no name, or nobody tells who."""
        return self.speaker.kind is NodeKind.UNNAMED and self.rank is not Rank.OWN

    def places(self) -> tuple[Located, ...]:
        """The words that tell what stands behind it: of source and carriers, of the steps, else its own."""
        statement = self.unit.statement
        spans: list[Span] = []
        if statement is not None:
            spans += [statement.source.span] if statement.source and statement.source.span else []
            spans += [relay.span for relay in statement.chain] or list(statement.cue)
        places = [Located(self.article, span) for span in spans]
        steps = [place for hop in self.hops for place in hop.places]
        own = [Located(self.article, span) for span in self.unit.wording.spans]
        return tuple(dict.fromkeys(places or steps or own))


@dataclass(frozen=True, slots=True)
class Bases:
    """The bases of a claim that count, and those that only sum up another (each with that other)."""

    kept: tuple[Basis, ...]
    summaries: tuple[tuple[Basis, Basis], ...]


def bases_of(units: Sequence[Unit], nodes: Nodes, copying: Copying, credits_: Credits) -> Bases:
    """What stands behind these wordings of one claim, report by report."""
    found: dict[str, list[Basis]] = defaultdict(list)
    tellers = frozenset(hops[0].tail for unit in units if (hops := _way(unit, nodes)))
    for unit in units:
        way = _way(unit, nodes, tellers)
        way = way or _signed(unit, nodes, tellers)
        found[unit.article.id].append(_basis(unit, nodes, way, copying.of(unit, units), credits_))
    _drop_vaguer(found)
    kept: list[Basis] = []
    summaries: list[tuple[Basis, Basis]] = []
    for bases in found.values():
        body = next((basis for basis in bases if basis.rank is Rank.PRECISE and not basis.head), None)
        anchor = body or max(bases, key=lambda basis: (basis.rank, bool(basis.copied)))
        for basis in bases:
            if _gives_way(basis, anchor, body is not None):
                if basis.rank is not Rank.OWN:
                    summaries.append((basis, anchor))
            else:
                kept.append(basis)
    return Bases(tuple(kept), tuple(summaries))


def _drop_vaguer(found: dict[str, list[Basis]]) -> None:
    """Leave out an unnamed source that others tell of for a report which itself tells whom it has it from."""
    told = {id_ for id_, bases in found.items() if any(one.hops and not one.unnamed for one in bases)}
    for id_, bases in found.items():
        for at, basis in enumerate(bases):
            via = basis.hops[1].tail if basis.unnamed and len(basis.hops) == _SEEN else None
            if via is not None and via.kind is NodeKind.REPORT and via.key in told and via.key != id_:
                bases[at] = replace(basis, hops=basis.hops[1:], speaker=via)


def _gives_way(basis: Basis, anchor: Basis, body: bool) -> bool:
    """Whether this basis only says in short, or without saying by whom, what the anchor tells."""
    if basis is anchor or (basis.rank is Rank.OWN and basis.copied):
        return False
    if basis.rank <= Rank.VAGUE:
        return anchor.rank > basis.rank or bool(anchor.copied)
    return body and basis.head and (basis.unnamed or basis.speaker.kind is NodeKind.DOCUMENT)


def _basis(unit: Unit, nodes: Nodes, hops: list[Hop], copied: tuple[Copied, ...], credits_: Credits) -> Basis:
    report = Place(NodeKind.REPORT, unit.article.id)
    head = _stands_over(unit)
    rank = _rank(unit, hops) if hops else Rank.OWN
    if (
        hops
        and _told_elsewhere(unit)
        and (own := credits_.outlet(unit, taken_up=Taken.NOT, least=_far(unit)))
    ):
        hops = [own]
    if rank <= Rank.UNKNOWN and (credited := list(credits_.of(unit))):
        hops, rank = credited, Rank.PRECISE
    elif hops and _only_passes(unit, hops, nodes) and (told := credits_.teller(unit)) is not None:
        hops = [told]
    elif len(hops) == 1 and hops[0].tail.kind in _CARRIED:
        hops = _carried(unit, hops, credits_)
    elif hops and taken(nodes.labels.get(hops[-1].tail) or "") is Taken.NEAR:
        hops = _taken_up(unit, hops, credits_)
    hops = _through(hops, nodes)
    if not hops:
        hops = nodes.agency_hop(unit.article.id)
    return Basis(unit, rank, tuple(hops), hops[0].tail if hops else report, copied, head)


def _way(unit: Unit, nodes: Nodes, tellers: frozenset[Place] = frozenset()) -> list[Hop]:
    """The way of the words; of a source that does not tell them only what carried them.

    What somebody believes or wants he told, if he is one of the tellers of the claim.
    """
    statement, text = unit.statement, unit.article.text
    if statement is None or _impersonal(unit) or _is_of_claim(unit):
        return []
    hops = nodes.way(statement)
    if not hops or hops[0].tail.kind not in _SPEAKING:
        return hops
    if nodes.is_newsroom(hops[0].tail):
        return [] if is_told(statement, text) else hops
    told = tells(statement, text) or (hops[0].tail in tellers and holds(statement, text))
    return hops if told else hops[1:]


def _far(unit: Unit) -> Naming:
    """How an outlet must be named in the sentence to count before a cue of another one."""
    cues = unit.statement.cue if unit.statement is not None else ()
    text, start, end = unit.article.text, unit.sentence.start, unit.sentence.end
    apart = all("\n" in text[min(start, cue.start) : max(end, cue.end)] for cue in cues)
    return Naming.PLACE if apart else Naming.TELLER


def _is_of_claim(unit: Unit) -> bool:
    """Whether what was taken for the source is a part of what is told: who acts in it does not tell it."""
    mention = unit.statement.source if unit.statement is not None else None
    if (
        mention is None
        or mention.span is None
        or unit.statement is None
        or unit.statement.mode is not Mode.INDIRECT
    ):
        return False
    cues = unit.statement.cue
    inside = (mention.span, *cues[:1])
    part = any(span.contains(one) for span in unit.wording.spans for one in inside)
    return part and not performs(unit.statement, unit.article.text)


def _told_elsewhere(unit: Unit) -> bool:
    """Whether the words are given to somebody by a cue that stands in another sentence."""
    statement = unit.statement
    if statement is None or statement.mode is not Mode.INDIRECT or not statement.cue:
        return False
    return not any(unit.sentence.overlaps(cue) for cue in statement.cue)


def _signed(unit: Unit, nodes: Nodes, tellers: frozenset[Place]) -> list[Hop]:
    """The way from the author of a signed text who tells the claim elsewhere, too."""
    authors = {fold(name.removeprefix("By ").removeprefix("by ")) for name in unit.article.byline}
    for place in sorted(tellers) if authors else ():
        name = fold(nodes.labels.get(place) or "")
        if place.kind is NodeKind.NAMED and " " in name and name in authors:
            return [Hop(place, Place(NodeKind.REPORT, unit.article.id))]
    return []


def _carried(unit: Unit, hops: list[Hop], credits_: Credits) -> list[Hop]:
    """The way of an unnamed source with the outlet in it that the sentence credits.

    Words that name no people (“the paper”, “the news”) are for the outlet itself.
    """
    mention = unit.statement.source if unit.statement else None
    phrase = (mention.source.descriptor or "") if mention is not None else ""
    [hop] = hops
    if hop.tail.kind is NodeKind.UNNAMED:
        words = told_words(phrase)
        again = max(taken(phrase), Taken.NOT if any(map(_is_person, words)) else credits_.taken(unit))
        if MEDIA.intersection(words) or told_to(_frame(unit)):
            again = Taken.NEAR
        outlet = credits_.outlet(unit, taken_up=again)
    else:
        own = taken(phrase) if hop.tail.kind is NodeKind.DOCUMENT else Taken.NOT
        words = [] if own else [phrase]
        outlet = credits_.outlet(unit, taken_up=own, least=_CARRIED[hop.tail.kind])
    if outlet is None or outlet.tail == hop.tail:
        return hops
    if not words or (hop.tail.kind is NodeKind.UNNAMED and not any(map(_is_person, words))):
        return [outlet]
    if mention is not None and mention.span is not None and outlet.places[0].span.overlaps(mention.span):
        return [outlet]  # the name of the outlet was read as far as it is that of a place
    return [Hop(hop.tail, outlet.tail, outlet.manners, hop.stated, hop.places), outlet]


def _through(hops: list[Hop], nodes: Nodes) -> list[Hop]:
    """The way without a paper of which nothing is told but the outlet that has it."""
    if len(hops) < _SEEN or hops[0].tail.kind is not NodeKind.DOCUMENT:
        return hops
    told = told_words(nodes.labels.get(hops[0].tail) or "")
    return hops if len(told) > 1 else hops[1:]


_SEEN = 2
"""Steps of a paper's way that leads through an outlet."""


def _frame(unit: Unit) -> str:
    """The sentence without the wording."""
    left = subtract(unit.sentence, unit.wording.spans)
    return " ".join(span.of(unit.article.text) for span in left)


def _taken_up(unit: Unit, hops: list[Hop], credits_: Credits) -> list[Hop]:
    """The way with the outlet in it that “the paper” at its end takes up."""
    outlet = credits_.outlet(unit, taken_up=Taken.NEAR)
    if outlet is None:
        return hops
    before = [replace(hop, head=outlet.tail) if hop is hops[-2] else hop for hop in hops[:-1]]
    return [*before, outlet]


def _is_person(word: str) -> bool:
    """Whether a word is for people who may know a thing, and do not only write of it or read it."""
    if TRADE_OF.get(singular(word)) == "news" or word in AUDIENCE:
        return False
    return role_base(word) is not None or word in COLLECTIVES or singular(word) in TRADE_OF


def _impersonal(unit: Unit) -> bool:
    """``is thought to be``: words that the report itself says, without somebody who does."""
    mention = unit.statement.source if unit.statement else None
    return mention is not None and mention.source.kind is SourceKind.IMPERSONAL


def _rank(unit: Unit, hops: Sequence[Hop]) -> Rank:
    mention, speaker = unit.statement.source if unit.statement else None, hops[0].tail
    words = (mention.source.name or mention.source.descriptor or "") if mention is not None else ""
    if len(hops) < 2 and words and is_vague(words):
        return Rank.VAGUE
    if words and is_mere(words) and speaker.kind in (NodeKind.DOCUMENT, NodeKind.UNNAMED):
        return Rank.UNKNOWN
    told = words.casefold()
    nobody = mention is None or told in ANYBODY | POINTING or told.split(" ")[0] in _WHOEVER
    nobody = nobody and speaker.kind is NodeKind.UNNAMED
    return Rank.UNKNOWN if nobody else Rank.PRECISE


_WHOEVER = frozenset("anyone anybody everyone everybody whoever those nobody".split())
"""“Anyone who opens the ledger reads that”."""


def _only_passes(unit: Unit, hops: Sequence[Hop], nodes: Nodes) -> bool:
    """Whether the source may have it from another that is named: the report's own people, “it” of a paper."""
    if nodes.is_newsroom(hops[0].tail):
        return True
    mention = unit.statement.source if unit.statement is not None else None
    if mention is None or mention.span is None or hops[0].tail.kind is not NodeKind.DOCUMENT:
        return False
    return fold(mention.span.of(unit.article.text)) == "it"


def _stands_over(unit: Unit) -> bool:
    at = unit.wording.spans[0].start
    return any(block.span.start <= at < block.span.end for block in unit.article.of_kind(*_HEAD))
