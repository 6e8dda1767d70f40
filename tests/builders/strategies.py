"""Hypothesis strategies for the model: any dossier that the types allow."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from hypothesis import strategies as st

from rashomon.model import (
    Apparatus,
    Appearance,
    Article,
    Block,
    BlockKind,
    Candidate,
    Citation,
    Column,
    Dossier,
    Edit,
    Engine,
    Evidence,
    Family,
    Figure,
    Finding,
    Flag,
    HouseRule,
    HouseStyle,
    Kinship,
    Link,
    Located,
    Mention,
    Mode,
    Node,
    NodeKind,
    Occasion,
    Policy,
    Provenance,
    Publisher,
    Reading,
    Relay,
    Repair,
    RepairKind,
    Ruling,
    Severity,
    ShownBy,
    Source,
    SourceKind,
    Span,
    Statement,
    Step,
    Tongue,
    Transmission,
    Utterance,
    Variant,
    VariantKind,
    Verdict,
    Witness,
)

words = st.text(max_size=12)
maybe = st.none() | words


def spans_in(text: str) -> st.SearchStrategy[Span]:
    offset = st.integers(0, len(text))
    return st.tuples(offset, offset).map(lambda pair: Span(min(pair), max(pair)))


def some(strategy: st.SearchStrategy[Span], least: int = 0) -> st.SearchStrategy[tuple[Span, ...]]:
    return st.lists(strategy, min_size=least, max_size=2).map(tuple)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return Article(
        input=draw(words),
        text=text,
        blocks=tuple(
            Block(kind=draw(st.sampled_from(BlockKind)), span=Span(start, end), rule=draw(words))
            for start, end in pairwise(cuts)
        ),
        publisher=draw(st.none() | st.builds(Publisher, name=words, domain=maybe)),
        headline=draw(maybe),
        byline=tuple(draw(st.lists(words, max_size=2))),
        published=draw(maybe),
        language=draw(words),
        warnings=tuple(draw(st.lists(words, max_size=2))),
        provenance=tuple(
            draw(st.lists(st.builds(Provenance, field=words, origin=words, raw=words), max_size=2))
        ),
    )


@st.composite
def evidences(draw: st.DrawFn, text: str) -> Evidence:
    span = spans_in(text)
    return Evidence(
        score=draw(st.floats(0, 1)),
        reason=draw(words),
        spans=draw(some(span)),
        repairs=tuple(
            draw(st.lists(st.builds(Repair, kind=st.sampled_from(RepairKind), span=span), max_size=2))
        ),
    )


sources = st.builds(
    Source,
    kind=st.sampled_from(SourceKind),
    name=maybe,
    descriptor=maybe,
    scope=st.just("") | words,
    identity=st.just("") | words,
)


@st.composite
def statements(draw: st.DrawFn, article: Article) -> Statement:
    span = spans_in(article.text)
    evidence = evidences(article.text)
    candidate = st.builds(Candidate, name=words, score=st.floats(0, 1), span=span)
    mention = st.builds(
        Mention,
        source=sources,
        span=st.none() | span,
        evidence=evidence,
        candidates=st.lists(candidate, max_size=2).map(tuple),
    )
    relay = st.builds(Relay, name=words, manner=words, span=span, stated=st.booleans())
    return Statement(
        article=article.id,
        mode=draw(st.sampled_from(Mode)),
        content=draw(some(span, 1)),
        cue=draw(some(span)),
        source=draw(st.none() | mention),
        occasion=draw(st.none() | st.builds(Occasion, kind=words, span=span)),
        chain=tuple(draw(st.lists(relay, max_size=2))),
        tongue=draw(st.none() | st.builds(Tongue, language=st.none(), span=span)),
        parent=draw(maybe),
        evidence=draw(evidence),
    )


@st.composite
def apparatuses(draw: st.DrawFn, members: tuple[Statement, ...], texts: dict[str, str]) -> Apparatus:
    located = st.one_of(
        [spans_in(text).map(lambda s, id_=id_: Located(id_, s)) for id_, text in texts.items()]  # type: ignore[misc]
    )
    ids = st.sampled_from([one.id for one in members])
    reading = st.builds(
        Reading,
        witnesses=st.lists(ids, max_size=2).map(tuple),
        text=words,
        spans=st.lists(located, max_size=2).map(tuple),
    )
    readings = st.lists(reading, max_size=2).map(tuple)
    edit = st.builds(
        Edit,
        reading=st.integers(0, 1),
        kind=st.sampled_from(VariantKind),
        severity=st.sampled_from(Severity),
        evidence=evidences("0123456789"),
    )
    some_ids = st.lists(ids, max_size=2).map(tuple)
    family = st.builds(
        Family, witnesses=some_ids, kinship=st.sampled_from(Kinship), evidence=evidences("0123456789")
    )
    variant = st.builds(
        Variant,
        kind=st.sampled_from(VariantKind),
        severity=st.sampled_from(Severity),
        readings=readings,
        evidence=evidences("0123456789"),
        column=st.none() | st.integers(0, 9),
        edits=st.lists(edit, max_size=2).map(tuple),
        altered=some_ids,
        shown_by=st.none() | st.sampled_from(ShownBy),
    )
    return Apparatus(
        base=draw(ids),
        witnesses=tuple(
            Witness(
                statement=one.id,
                article=one.article,
                spans=draw(some(spans_in(texts[one.article]), 1)),
            )
            for one in members
        ),
        columns=tuple(Column(readings=r) for r in draw(st.lists(readings, max_size=2))),
        variants=tuple(draw(st.lists(variant, max_size=2))),
        families=tuple(draw(st.lists(family, max_size=2))),
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    found = tuple(draw(st.lists(articles(), max_size=2, unique_by=lambda a: a.id)))
    texts = {article.id: article.text for article in found}
    said = tuple(
        one for article in found for one in draw(st.lists(statements(article), max_size=2, unique_by=_id))
    )
    groups = (
        draw(st.lists(st.lists(st.sampled_from(said), min_size=1, max_size=2, unique_by=_id), max_size=2))
        if said
        else []
    )
    told = tuple(
        Utterance(
            source=draw(st.none() | sources),
            statements=tuple(sorted(one.id for one in group)),
            apparatus=draw(apparatuses(tuple(group), texts)),
            evidence=draw(evidences("0123456789")),
        )
        for group in groups
    )
    styles = tuple(draw(st.lists(house_styles, max_size=2, unique_by=lambda style: style.id)))
    return Dossier(
        articles=found,
        statements=said,
        sources=tuple(draw(st.lists(sources, max_size=2))),
        utterances=told,
        engine=Engine(version=draw(words), model=draw(maybe), policy=Policy(), rooms=draw(_rooms)),
        figures=tuple(draw(st.lists(figures(texts), max_size=2))),
        links=tuple(draw(st.lists(links(texts), max_size=2))),
        rulings=tuple(draw(st.lists(rulings, max_size=2))),
        transmission=draw(transmissions(texts)),
        house_styles=styles,
        findings=tuple(draw(st.lists(findings(styles, told), max_size=2))),
    )


def located_in(texts: dict[str, str]) -> st.SearchStrategy[tuple[Located, ...]]:
    if not texts:
        return st.just(())
    one = st.sampled_from(sorted(texts)).flatmap(
        lambda id_: spans_in(texts[id_]).map(lambda span: Located(id_, span))
    )
    return st.lists(one, max_size=2).map(tuple)


@st.composite
def figures(draw: st.DrawFn, texts: dict[str, str]) -> Figure:
    ids = sorted(texts)
    return Figure(
        id=draw(words),
        kind=draw(st.sampled_from(SourceKind)),
        name=draw(words),
        appearances=tuple(
            Appearance(
                article=id_,
                kind=draw(st.sampled_from(SourceKind)),
                name=draw(words),
                spans=draw(some(spans_in(texts[id_]))),
                roles=tuple(draw(st.lists(words, max_size=2))),
                gender=draw(st.sampled_from(("", "he", "she"))),
            )
            for id_ in (draw(st.lists(st.sampled_from(ids), max_size=2)) if ids else [])
        ),
    )


@st.composite
def links(draw: st.DrawFn, texts: dict[str, str]) -> Link:
    side = st.tuples(words, words)
    return Link(
        same=draw(st.booleans()),
        sides=draw(st.tuples(side, side)),
        evidence=draw(evidences("0123456789")),
        places=draw(located_in(texts)),
    )


def _all(label: type[StrEnum]) -> st.SearchStrategy[tuple[StrEnum, ...]]:
    return st.lists(st.sampled_from(label), max_size=2).map(tuple)


_some_words = st.lists(words, max_size=2).map(tuple)
house_rules = st.builds(
    HouseRule,
    id=words,
    kinds=_all(VariantKind),
    reasons=_some_words,
    flags=_all(Flag),
    verdict=st.sampled_from(Verdict),
    gist=words,
    citation=st.builds(Citation, document=words, section=words, edition=words, url=words, seen=words),
    verified=st.booleans(),
)
house_styles = st.builds(
    HouseStyle,
    id=words,
    name=words,
    rules=st.lists(house_rules, max_size=2, unique_by=lambda r: r.id).map(tuple),
)


@st.composite
def findings(draw: st.DrawFn, styles: tuple[HouseStyle, ...], found: tuple[Utterance, ...]) -> Finding:
    style = draw(st.sampled_from(styles)) if styles else None
    index = st.none() | st.integers(0, 2)
    return Finding(
        style=style.id if style else draw(words),
        rule=draw(st.none() | st.sampled_from([r.id for r in style.rules]))
        if style and style.rules
        else None,
        verdict=draw(st.sampled_from(Verdict)),
        utterance=draw(st.none() | st.sampled_from([u.id for u in found])) if found else None,
        variant=draw(index),
        reading=draw(index),
        kind=draw(st.none() | st.sampled_from(VariantKind)),
        reason=draw(words),
        altered=draw(_some_words),
        shown_by=draw(st.none() | st.sampled_from(ShownBy)),
        unnamed=draw(index),
        flag=draw(st.none() | st.sampled_from(Flag)),
    )


rulings = st.builds(Ruling, first=words, second=words, same=st.booleans(), inputs=st.tuples(maybe, maybe))


@st.composite
def transmissions(draw: st.DrawFn, texts: dict[str, str]) -> Transmission:
    node = st.builds(Node, kind=st.sampled_from(NodeKind), key=words, label=maybe, layer=st.integers(0, 4))
    nodes = tuple(draw(st.lists(node, max_size=4, unique_by=lambda n: n.id)))
    ids = st.sampled_from([n.id for n in nodes]) if nodes else words
    step = st.builds(
        Step,
        tail=ids,
        head=ids,
        manners=st.lists(words, max_size=2).map(tuple),
        stated=st.booleans(),
        statements=st.lists(words, max_size=2).map(tuple),
        inferred=st.lists(words, max_size=2).map(tuple),
        places=located_in(texts),
        circular=st.booleans(),
    )
    return Transmission(nodes=nodes, steps=tuple(draw(st.lists(step, max_size=3, unique_by=lambda s: s.id))))


_rooms = st.lists(words, max_size=2).map(tuple)


def _id(statement: Statement) -> str:
    return statement.id
