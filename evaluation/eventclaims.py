"""Claims against the gold: stances, grouping, origins; and the times that reports tell.

A gold claim is held against one claim of the system: the one whose wordings share most characters with
the gold's words over all reports (then the shortest).  What a system splits over several claims is thus
partly lost.  If none has any of the words, every report that is not silent counts as wrong.  In shares of 1:

- *says_silent*: cells (claim × report), says or differs or denies against silent; *stance*: the four
  of them.  A system sees stances from the head of its claim: where the head stands in a report that the
  gold lets differ (deny), the gold is turned, so that reports which agree with the head say it;
- *together_precision*, *_recall*, *_f1*: pairs of gold wordings in two reports that are in one claim of the
  system, against those that are in one of the gold.  A pair of two gold claims is not held against a
  system whose unit on either side holds words of both claims;
- *origins_equal*: of the claims with annotated roots, where ``at_most`` is as in the gold (a claim that
  was not found is wrong); *origins_not_below*, *origins_not_above*: of those found; *origins_safe*: not
  below where every link stands on the page; *origin_groups*: the same reports on each root.  The gold
  counts the roots of the side that says a claim; one seen from the other side counts nowhere here;
- *time_found*: annotated expressions of time that overlap a moment, *time_exact*: whose words it has, a
  preposition aside;
  *time_value*: whose EDTF is right, of all; *time_anchor*: whose anchor's kind is right, of those found
  that have one in the gold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from evaluation.eventgold import Event, GoldClaim, GoldTime
from evaluation.eventtally import Scores, overlapping, points, quoted

from rashomon.model import AnchorKind, Claim, Moment, Span, Stance, Wording

__all__ = ["best_claim", "score_claims", "score_grouping", "score_times"]

_LEAD = re.compile(r"(?:(?:on|in|at|by|since|from|until|till|during|of|over)\s+)?(?:the\s+)?", re.IGNORECASE)
_PUBLICATION = frozenset({AnchorKind.PUBLICATION, AnchorKind.GIVEN})


def best_claim(event: Event, gold: GoldClaim, claims: Iterable[Claim]) -> Claim | None:
    """The claim that shares most characters with the gold's words; None if none shares any."""
    wanted = {name: points(position.spans) for name, position in gold.positions.items()}
    ranked: list[tuple[int, int, str, Claim]] = []
    for claim in claims:
        held = _held(event, claim)
        shared = sum(len(wanted[name] & places) for name, places in held.items())
        if shared:
            ranked.append((-shared, sum(map(len, held.values())), claim.id, claim))
    return min(ranked, key=lambda row: row[:3])[3] if ranked else None


def _held(event: Event, claim: Claim) -> dict[str, set[int]]:
    """What a claim holds of each report, by name."""
    held: dict[str, set[int]] = {}
    for wording in claim.wordings:
        held.setdefault(event.names[wording.article], set()).update(points(wording.spans))
    return held


def score_claims(scores: Scores, event: Event, claims: Sequence[Claim]) -> None:
    """Count stances and origins of one story."""
    for gold in event.claims:
        claim = best_claim(event, gold, claims)
        if claim is None:
            scores.lapses.append(f"claim not found [{event.name}] {gold.id}: {_sample(event, gold)}")
        _score_stances(scores, event, gold, claim)
        if gold.origins is not None and not _other_side(event, gold, claim):
            _score_origins(scores, event, gold, claim)


def _score_stances(scores: Scores, event: Event, gold: GoldClaim, claim: Claim | None) -> None:
    given = {event.names[p.article]: p.stance for p in claim.positions} if claim else {}
    head = _head(event, claim) if claim else None
    for name, position in gold.positions.items():
        found, wanted = given.get(name, Stance.SILENT), _seen(gold, name, head)
        silent = position.stance is Stance.SILENT
        heard = (found is Stance.SILENT) is silent
        scores.add("says_silent", float(heard))
        scores.add("stance", float(found in wanted))
        if not silent:
            scores.add("said_found", float(heard))
        if found not in wanted:
            asked = "/".join(sorted(wanted))
            told = quoted(position.spans, event.articles[name])
            scores.lapses.append(f"stance [{event.name}] {gold.id} {name}: {found}, not {asked}: {told!r}")


def _head(event: Event, claim: Claim) -> str:
    """The report in which the head stands."""
    return next(event.names[w.article] for w in claim.wordings if w.id == claim.head)


def _seen(gold: GoldClaim, name: str, head: str | None) -> frozenset[Stance]:
    """The stances that are right for a report, seen from the head's."""
    own = gold.positions[name].stance
    theirs = gold.positions[head].stance if head is not None else Stance.SAYS
    if theirs not in (Stance.DIFFERS, Stance.DENIES) or own is Stance.SILENT:
        return frozenset({own})
    if name == head:
        return frozenset({Stance.SAYS})
    if own is Stance.SAYS:
        return frozenset({theirs})
    if own is theirs:  # two that differ from a third need not agree
        return frozenset({Stance.SAYS} if own is Stance.DENIES else {Stance.SAYS, Stance.DIFFERS})
    return frozenset({own, Stance.DIFFERS, Stance.DENIES})


def _other_side(event: Event, gold: GoldClaim, claim: Claim | None) -> bool:
    head = _head(event, claim) if claim else None
    return head is not None and gold.positions[head].stance in (Stance.DIFFERS, Stance.DENIES)


def _score_origins(scores: Scores, event: Event, gold: GoldClaim, claim: Claim | None) -> None:
    at_most = claim.origins.at_most if claim else None
    scores.add("origins_equal", float(at_most == gold.origins))
    groups = sorted(sorted(event.names[a] for a in g.articles) for g in claim.origins.groups) if claim else []
    if gold.groups is not None:
        scores.add("origin_groups", float(groups == sorted(sorted(set(g)) for g in gold.groups)))
    if at_most is None or gold.origins is None:
        return
    scores.add("origins_not_below", float(at_most >= gold.origins))
    scores.add("origins_not_above", float(at_most <= gold.origins))
    if gold.stated:
        scores.add("origins_safe", float(at_most >= gold.origins))
    if at_most != gold.origins:
        told = f"at most {at_most} {groups}, not {gold.origins} {gold.groups or ''}"
        scores.lapses.append(f"origins [{event.name}] {gold.id}: {told}: {_sample(event, gold)}")


def _sample(event: Event, gold: GoldClaim) -> str:
    told = (f"{n}: {quoted(p.spans, event.articles[n])!r}" for n, p in gold.positions.items() if p.spans)
    return " // ".join(told)


def score_grouping(scores: Scores, event: Event, claims: Sequence[Claim]) -> None:
    """Count pairs of gold wordings of one story, in different reports."""
    words = list(_gold_wordings(event))
    units = [_unit(event, name, span, claims) for _, name, span in words]
    for i, j in combinations(range(len(words)), 2):
        (one, first, a), (other, second, b) = words[i], words[j]
        if first == second:
            continue
        (at_one, unit), (at_other, unit_other) = units[i], units[j]
        together = at_one is not None and at_one == at_other
        if one == other:
            scores.add("together_recall", float(together))
            if not together:
                told = f"{quoted((a,), event.articles[first])!r} / {quoted((b,), event.articles[second])!r}"
                scores.lapses.append(f"apart [{event.name}] {one}: {told}")
        if together and (one == other or not _both_in_one(event, (one, other), (unit, unit_other))):
            scores.add("together_precision", float(one == other))
            if one != other:
                told = f"{quoted((a,), event.articles[first])!r} / {quoted((b,), event.articles[second])!r}"
                scores.lapses.append(f"merged [{event.name}] {one}, {other}: {told}")


def _gold_wordings(event: Event) -> Iterator[tuple[str, str, Span]]:
    """Claim, report and words of every annotated wording."""
    for gold in event.claims:
        for name, position in gold.positions.items():
            for span in position.spans:
                yield gold.id, name, span


def _unit(
    event: Event, name: str, span: Span, claims: Iterable[Claim]
) -> tuple[str | None, tuple[str, Wording] | None]:
    """The claim (its id) and the wording of it that holds most of these words."""
    article, wanted = event.articles[name].id, points((span,))
    ranked = [
        (-len(points(w.spans) & wanted), sum(map(len, w.spans)), claim.id, w.id, w)
        for claim in claims
        for w in claim.wordings
        if w.article == article and overlapping(w.spans, (span,))
    ]
    if not ranked:
        return None, None
    best = min(ranked, key=lambda row: row[:4])
    return best[2], (name, best[4])


def _both_in_one(
    event: Event, ids: tuple[str, str], units: tuple[tuple[str, Wording] | None, tuple[str, Wording] | None]
) -> bool:
    """Whether one of the units holds words of both gold claims."""
    by_id = {gold.id: gold for gold in event.claims}
    return any(
        unit is not None
        and all(overlapping(unit[1].spans, by_id[one].positions[unit[0]].spans) for one in ids)
        for unit in units
    )


def score_times(scores: Scores, event: Event, moments: Iterable[Moment]) -> None:
    """Count the annotated times of one story."""
    by_report: dict[str, list[tuple[Span, Moment]]] = {}
    for moment in moments:
        if moment.span is not None:
            by_report.setdefault(event.names[moment.article], []).append((moment.span, moment))
    for gold in event.times:
        _score_time(scores, event, gold, by_report.get(gold.report, ()))


def _score_time(scores: Scores, event: Event, gold: GoldTime, found: Sequence[tuple[Span, Moment]]) -> None:
    ranked = sorted(found, key=lambda pair: (-_likeness(pair[0], gold.span), pair[1].rule == "published"))
    span, moment = next(((s, m) for s, m in ranked if s.overlaps(gold.span)), (None, None))
    value = moment.value if moment else None
    right = moment is not None and value == gold.value
    scores.add("time_found", float(moment is not None))
    scores.add(
        "time_exact", float(span is not None and _bare(event, gold, span) == _bare(event, gold, gold.span))
    )
    scores.add("time_value", float(right))
    if moment is not None and gold.anchor is not None:
        kind = moment.anchor.kind if moment.anchor else None
        same = kind is not None and (
            kind == gold.anchor or (gold.anchor == "publication" and kind in _PUBLICATION)
        )
        scores.add("time_anchor", float(same))
    if not right:
        words = quoted((gold.span,), event.articles[gold.report])
        told = f"{value} ({moment.rule})" if moment else "not found"
        scores.lapses.append(f"time [{event.name}] {gold.report}: {words!r}: {told}, not {gold.value}")


def _bare(event: Event, gold: GoldTime, span: Span) -> tuple[int, int]:
    """The span without a leading preposition."""
    words = span.of(event.articles[gold.report].text)
    lead = _LEAD.match(words)
    return span.start + (lead.end() if lead else 0), span.end


def _likeness(one: Span, other: Span) -> float:
    shared = one.intersection(other)
    return len(shared) / (len(one) + len(other) - len(shared)) if shared else 0.0
