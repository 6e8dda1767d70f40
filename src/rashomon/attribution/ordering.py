"""The order of the hops of one sentence, from the speaker outward.

Whoever heard, read or printed the words comes before those who report it, by the
rank of its manner.  Reporters behind the words follow in the order of the text
(“…, as carried by the Echo and repeated by Norra”), those before them in the
opposite one (“The Echo reports that Norra had quoted …”); who is cited comes
before who cites.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.scenes import OUTER_RANK, TOLD_RANK, Hop

__all__ = ["outward"]

_NEAR = 400  # code points between two places of one name


def outward(hops: Sequence[Hop]) -> list[Hop]:
    """The hops in their order, each carrier once, with ranks that keep it."""
    met = _merged(hops)
    inner = sorted((h for h in met if h.rank < OUTER_RANK), key=lambda h: (h.rank, h.span.start))
    outer = _outer(sorted((h for h in met if h.rank >= OUTER_RANK), key=lambda h: h.span.start))
    return inner + [replace(hop, rank=OUTER_RANK + at) for at, hop in enumerate(outer)]


def _outer(hops: Sequence[Hop]) -> list[Hop]:
    """Those that report, in their order; given in the order of the text."""
    free = [h for h in hops if not h.cites and not h.follows]
    out = [h for h in free if not h.leads] + [h for h in reversed(free) if h.leads]
    for at, hop in enumerate(hops):
        if hop in free:
            continue
        before = next((h for h in reversed(hops[:at]) if h in out), None)
        host = before or next((h for h in hops[at + 1 :] if h in out), None)
        place = len(out) if host is None else out.index(host) + (1 if hop.follows else 0)
        out.insert(place, hop)
    return out


def _merged(hops: Sequence[Hop]) -> list[Hop]:
    """One hop a carrier: an outlet and its programme are one; the same words found by two patterns too."""
    out: list[Hop] = []
    for hop in hops:
        twin = next((n for n, other in enumerate(out) if _same(other, hop)), None)
        if twin is None:
            out.append(hop)
        elif (
            hop.span.end - hop.span.start > out[twin].span.end - out[twin].span.start and hop.manner != "show"
        ):
            rank, addressed = min(hop.rank, out[twin].rank), hop.addressed or out[twin].addressed
            out[twin] = replace(hop, rank=rank, addressed=addressed)
    for show in [h for h in out if h.programme]:
        if any(h is not show and h.addressed and h.rank == TOLD_RANK for h in out):
            out.remove(show)
    return out


def _same(one: Hop, other: Hop) -> bool:
    if one.span.overlaps(other.span):
        return True
    told_apart = one.addressed and other.addressed and one.verb != other.verb
    return one.name == other.name and not told_apart and abs(one.span.start - other.span.start) < _NEAR
