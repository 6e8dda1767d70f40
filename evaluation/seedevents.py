"""What must stand behind the claims of the first real input: checks on offsets alone.

- *reason*: the two reports conflict in a reason, one side of it in the words of the source;
- *origins*: the claim of that reason rests on one origin, and so does each claim that only the
  interview has; of a claim that others tell, too, the interview is one root;
- *adds*: what only one report tells, the other is silent on;
- *times*: three phrases for one time are related and called no conflict; what counts from
  a publication that the page does not state is left open, and resolved once a date is given;
- *verbatim*: of a sentence that both have word for word (`sharedsentences`) each is told to say it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from evaluation.eventtally import points
from evaluation.sharedsentences import shared_sentences

from rashomon.model import (
    Claim,
    Conflict,
    ConflictKind,
    Dossier,
    Located,
    Moment,
    Relation,
    Span,
    Stance,
)

__all__ = ["Outcome", "event_checks"]

Outcome = tuple[str, str, bool]
"""The group of a check, what was looked for, and whether it was met."""

Place = Sequence[int]
"""Which report, start and end."""

_PART = 0.5  # of the shorter of two places, if they are to be one


def event_checks(
    gold: Mapping[str, Any], dossier: Dossier, dated: Callable[[str], Dossier]
) -> Iterator[Outcome]:
    """The checks; `dated` gives the dossier of the same reports published on a day."""
    yield from _reason(gold, dossier)
    yield from _origins(gold, dossier)
    yield from _adds(gold, dossier)
    yield from _phrases(gold, dossier)
    yield from _times(gold, dossier, dated(gold["published"]))
    yield from _verbatim(dossier)


def _reason(gold: Mapping[str, Any], dossier: Dossier) -> Iterator[Outcome]:
    reasons = [
        c
        for c in dossier.conflicts
        if c.kind is ConflictKind.REASON and _between(c, gold["reasons"], dossier)
    ]
    conflicts = [c for c in reasons if c.relation is Relation.CONFLICT]
    yield "reason", "the reports are held against each other", bool(reasons)
    yield "reason", "they conflict", bool(conflicts)
    sourced = [[gold["sourced_reason"]], gold["reasons"][1]]
    yield "reason", "in the source's words", any(_between(c, sourced, dossier) for c in conflicts)


def _origins(gold: Mapping[str, Any], dossier: Dossier) -> Iterator[Outcome]:
    for place in gold["one_root"]:
        claims = _claims_at(place, dossier)
        one = bool(claims) and all(claim.origins.at_most == 1 for claim in claims)
        yield "origins", f"reason {place}: one at most", one
    speaker = _figure(gold["speaker"], dossier)
    for place in gold["interview"]:
        claims = _claims_at(place, dossier)
        one = bool(claims) and all(_on_interview(claim, gold, dossier, speaker) for claim in claims)
        yield "origins", f"interview {place}: one root", one


def _on_interview(claim: Claim, gold: Mapping[str, Any], dossier: Dossier, speaker: str | None) -> bool:
    """One root at most if the interview alone has it, else one of the roots is its speaker."""
    told = [_located(place, dossier) for place in gold["interview"]]
    inside = [any(_same(one, w.article, w.spans) for one in told) for w in claim.wordings]
    if all(inside):
        return claim.origins.at_most == 1
    return sum(group.key == speaker for group in claim.origins.groups) == 1


def _adds(gold: Mapping[str, Any], dossier: Dossier) -> Iterator[Outcome]:
    for number, places in enumerate(gold["adds"]):
        other = dossier.articles[1 - number].id
        for place in places:
            claims = _claims_at(place, dossier)
            silent = [p.stance is Stance.SILENT for c in claims for p in c.positions if p.article == other]
            yield "adds", f"only {number} has {place}", bool(silent) and all(silent)


def _phrases(gold: Mapping[str, Any], dossier: Dossier) -> Iterator[Outcome]:
    places = [_located(place, dossier) for place in gold["phrases"]]
    conflicts = [
        c for c in dossier.conflicts if (c.kind, c.relation) == (ConflictKind.DATE, Relation.CONFLICT)
    ]
    touched = any(_overlaps(one, s.article, s.spans) for c in conflicts for s in c.sides for one in places)
    yield "times", "no conflict of the phrases", not touched
    for first, *others in gold["related"]:
        related = any(
            conflict.relation is not Relation.CONFLICT and _between(conflict, [[first], others], dossier)
            for conflict in dossier.conflicts
        )
        yield "times", f"{first} is related to one of {others}", related


def _times(gold: Mapping[str, Any], dossier: Dossier, dated: Dossier) -> Iterator[Outcome]:
    for *place, value in gold["relative"]:
        found, later = _moment(place, dossier), _moment(place, dated)
        yield "times", f"{place} found", found is not None
        yield "times", f"{place} left open", found is not None and found.value is None
        yield "times", f"{place} is {value}", later is not None and later.value == value
    for *place, value in gold["absolute"]:
        found = _moment(place, dossier)
        yield "times", f"{place} is {value}", found is not None and found.value == value


def _verbatim(dossier: Dossier) -> Iterator[Outcome]:
    """One check for each place of each sentence: a repetition is as much in both reports as the first."""
    one, other = dossier.articles
    for places in shared_sentences(one, other):
        for place in (place for found in places for place in found):
            number = 0 if place.article == one.id else 1
            yield "verbatim", f"{number}:{place.span.start}-{place.span.end}", _both_say(place, dossier)


def _both_say(place: Located, dossier: Dossier) -> bool:
    """Whether all claims that are this sentence, or a part of it, are said by both; else one that has it."""
    inside: list[bool] = []
    around: list[bool] = []
    for claim in dossier.claims:
        said = all(position.stance is Stance.SAYS for position in claim.positions)
        own = [w.spans for w in claim.wordings if _overlaps(place, w.article, w.spans)]
        whole = any(all(map(place.span.contains, spans)) for spans in own)
        (inside if whole else around).extend([said] if own else [])
    return all(inside) if inside else any(around)


def _moment(place: Place, dossier: Dossier) -> Moment | None:
    """The moment whose words share most with the place."""
    wanted = _located(place, dossier)
    ranked = [
        (len(points((m.span,)) & points((wanted.span,))), -len(m.span), m.id, m)
        for m in dossier.timeline
        if m.article == wanted.article and m.span is not None and m.span.overlaps(wanted.span)
    ]
    return max(ranked, key=lambda row: row[:3])[3] if ranked else None


def _located(place: Place, dossier: Dossier) -> Located:
    number, start, end = place
    return Located(article=dossier.articles[number].id, span=Span(start, end))


def _claims_at(place: Place, dossier: Dossier) -> list[Claim]:
    """The claims with a wording that is the place, part of it, or has it as a part."""
    wanted = _located(place, dossier)
    return [c for c in dossier.claims if any(_same(wanted, w.article, w.spans) for w in c.wordings)]


def _same(one: Located, article: str, spans: Sequence[Span]) -> bool:
    held, wanted = points(spans), points((one.span,))
    return article == one.article and len(held & wanted) >= _PART * min(len(held), len(wanted))


def _overlaps(one: Located, article: str, spans: Sequence[Span]) -> bool:
    return article == one.article and any(one.span.overlaps(span) for span in spans)


def _between(conflict: Conflict, parties: Sequence[Sequence[Place]], dossier: Dossier) -> bool:
    """Whether one of the first places is on one side, and one of the second on the other."""
    at = [
        {
            s.party
            for place in places
            for s in conflict.sides
            if _overlaps(_located(place, dossier), s.article, s.spans)
        }
        for places in parties
    ]
    return any(one != other for one in at[0] for other in at[1])


def _figure(place: Place, dossier: Dossier) -> str | None:
    """The id of the figure named there."""
    wanted = _located(place, dossier)
    return next(
        (f.id for f in dossier.figures for a in f.appearances if _overlaps(wanted, a.article, a.spans)), None
    )
