"""Strategies for claims, conflicts, copies and moments over given texts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from tests.builders import strategies as base

from rashomon.model import (
    Anchor,
    AnchorKind,
    Claim,
    ClaimKind,
    Collapse,
    Conflict,
    ConflictKind,
    Copy,
    Dossier,
    Granularity,
    Join,
    Lane,
    Located,
    Moment,
    Offset,
    OriginGroup,
    OriginReason,
    OriginRuling,
    Origins,
    Position,
    Relation,
    Side,
    Span,
    Stance,
    Wording,
)

_days = st.floats(-400, 400, allow_nan=False)


@st.composite
def moments(draw: st.DrawFn, texts: dict[str, str]) -> Moment:
    article = draw(st.sampled_from(sorted(texts)))
    spans = st.none() | base.spans_in(texts[article])
    anchor = st.builds(Anchor, kind=st.sampled_from(AnchorKind), span=spans, value=base.maybe)
    return Moment(
        article=article,
        span=draw(spans),
        value=draw(base.maybe),
        granularity=draw(st.sampled_from(Granularity)),
        rule=draw(base.words),
        anchor=draw(st.none() | anchor),
        uncertain=draw(st.booleans()),
        lane=draw(st.sampled_from(Lane)),
        of=draw(spans),
        offset=draw(st.none() | st.builds(Offset, least=_days, most=_days, vague=st.booleans())),
    )


@st.composite
def copies(draw: st.DrawFn, texts: dict[str, str]) -> Copy:
    first, second = draw(st.tuples(located(texts), located(texts)))
    source = draw(st.sampled_from([None, first.article, second.article]))
    return Copy(first=first, second=second, evidence=draw(base.evidences("0123456789")), source=source)


@st.composite
def located(draw: st.DrawFn, texts: dict[str, str]) -> Located:
    article = draw(st.sampled_from(sorted(texts)))
    return Located(article, draw(base.spans_in(texts[article])))


@st.composite
def wordings(draw: st.DrawFn, texts: dict[str, str]) -> Wording:
    article = draw(st.sampled_from(sorted(texts)))
    spans = tuple(draw(st.lists(base.spans_in(texts[article]), min_size=1, max_size=2)))
    return Wording(article=article, spans=spans, statement=draw(base.maybe))


@st.composite
def claims(draw: st.DrawFn, texts: dict[str, str]) -> Claim:
    """One claim over all articles; who has no wording of it is silent."""
    found = tuple(draw(st.lists(wordings(texts), min_size=1, max_size=3, unique_by=lambda w: w.id)))
    ids = [wording.id for wording in found]
    evidence = base.evidences("0123456789")
    join = st.builds(
        Join,
        first=st.sampled_from(ids),
        second=st.sampled_from(ids),
        evidence=evidence,
        features=st.lists(st.tuples(base.words, _days), max_size=2).map(tuple),
    )
    return Claim(
        kind=draw(st.sampled_from(ClaimKind)),
        head=draw(st.sampled_from(ids)),
        wordings=found,
        joins=tuple(draw(st.lists(join, max_size=2))),
        positions=tuple(draw(_position(article, text, found)) for article, text in texts.items()),
        origins=draw(origins(texts)),
    )


@st.composite
def _position(draw: st.DrawFn, article: str, text: str, found: tuple[Wording, ...]) -> Position:
    own = tuple(wording.id for wording in found if wording.article == article)
    loud = [stance for stance in Stance if stance is not Stance.SILENT]
    maybe: st.SearchStrategy[Span | None] = st.none() | base.spans_in(text)
    nearest = None if own else draw(maybe)
    loud = loud if own or nearest else []
    return Position(
        article=article,
        stance=draw(st.sampled_from(loud if own else [Stance.SILENT, *loud])),
        evidence=draw(base.evidences(text)),
        wordings=own,
        nearest=nearest,
    )


@st.composite
def origins(draw: st.DrawFn, texts: dict[str, str]) -> Origins:
    articles = st.lists(st.sampled_from(sorted(texts)), max_size=2, unique=True).map(tuple)
    collapse = st.builds(
        Collapse,
        first=base.words,
        second=base.words,
        reason=st.sampled_from(OriginReason),
        evidence=base.evidences("0123456789"),
        places=base.located_in(texts),
    )
    group = st.builds(
        OriginGroup,
        root=base.maybe,
        key=base.words,
        articles=articles,
        reason=st.sampled_from(OriginReason),
        collapses=st.lists(collapse, max_size=2).map(tuple),
        witnesses=articles,
    )
    circles = st.lists(st.lists(base.words, max_size=2).map(tuple), max_size=1)
    return Origins(
        groups=tuple(draw(st.lists(group, max_size=2))),
        circles=tuple(draw(circles)),
        graph=draw(base.transmissions(texts)),
    )


@st.composite
def conflicts(draw: st.DrawFn, texts: dict[str, str], found: tuple[Claim, ...]) -> Conflict:
    """Two values among the wordings of these claims."""
    at = [(wording, claim.id) for claim in found for wording in claim.wordings]
    chosen = draw(st.lists(st.sampled_from(at), min_size=2, max_size=3))
    sides = tuple(
        Side(
            article=wording.article,
            spans=tuple(draw(st.lists(base.spans_in(texts[wording.article]), min_size=1, max_size=2))),
            wording=wording.id,
            party=min(number, 1),
            value=draw(base.maybe),
        )
        for number, (wording, _) in enumerate(chosen)
    )
    return Conflict(
        kind=draw(st.sampled_from(ConflictKind)),
        relation=draw(st.sampled_from(Relation)),
        sides=sides,
        claims=tuple(dict.fromkeys(claim for _, claim in chosen)),
        evidence=draw(base.evidences("0123456789")),
        later=draw(st.none() | st.sampled_from(sorted(texts))),
    )


origin_rulings = st.builds(OriginRuling, first=base.words, second=base.words, same=st.booleans())


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Any dossier the types allow, with claims and times."""
    dossier = draw(base.dossiers())
    if not dossier.articles:
        return dossier
    texts = {article.id: article.text for article in dossier.articles}
    found = tuple(draw(st.lists(claims(texts), max_size=2, unique_by=lambda claim: claim.id)))
    disputes = draw(st.lists(conflicts(texts, found), max_size=2)) if found else []
    return replace(
        dossier,
        timeline=tuple(draw(st.lists(moments(texts), max_size=2))),
        copies=tuple(draw(st.lists(copies(texts), max_size=2))),
        claims=found,
        conflicts=tuple(disputes),
        origin_rulings=tuple(draw(st.lists(origin_rulings, max_size=1))),
    )
