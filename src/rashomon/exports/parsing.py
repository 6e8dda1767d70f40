"""The records back as values: ``parse(export(dossier)) == dossier``.

Ids of statements, sources and utterances are not read but come out of the
content again; whether a file's ids and words hold is for `verify` to say.
Keys that are not of the contract are passed over, so that a newer file can be
read; keys that it adds to a value's meaning (``rule``, ``scope``, ``domain``,
``identity``) may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TypeVar

from rashomon.exports.apparatusjson import parse_apparatus
from rashomon.exports.claimjson import parse_claim, parse_copy, parse_origin_ruling
from rashomon.exports.conflictjson import parse_conflict, parse_moment
from rashomon.exports.figurejson import parse_figure, parse_link, parse_ruling
from rashomon.exports.jsonformat import load_json
from rashomon.exports.judgements import parse_evidence
from rashomon.exports.memojson import parse_finding, parse_house_style
from rashomon.exports.shape import Shape
from rashomon.exports.wayjson import parse_transmission
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Candidate,
    Dossier,
    Engine,
    Flag,
    Mention,
    Mode,
    Occasion,
    Policy,
    Provenance,
    Publisher,
    Relay,
    Source,
    SourceKind,
    Span,
    Statement,
    Tongue,
    Transmission,
    UnnamedSource,
    Utterance,
    Voucher,
)

__all__ = ["parse_article", "parse_dossier", "parse_statement"]

_Value = TypeVar("_Value")


def parse_article(record: Mapping[str, object], *, name: str = "-") -> Article:
    """The article of a record; `name` is what faults call the input.

    Raises:
        MalformedInput: if the record has not the shape of an article.
    """
    return _article(Shape(dict(record), name))


def parse_statement(record: Mapping[str, object], *, name: str = "-") -> Statement:
    """The statement of a record.

    Raises:
        MalformedInput: if the record has not the shape of a statement.
    """
    return _statement(Shape(dict(record), name))


def parse_dossier(data: bytes, *, name: str = "-") -> Dossier:
    """The dossier that was exported as these bytes of JSON.

    Raises:
        MalformedInput: if it is no JSON, with line and column, or has not the
            shape of a dossier, with the path of the value that has not.
    """
    root = Shape(load_json(data, name=name), name)
    statements = tuple(_statement(item) for item in root.key("statements").items())
    article_of = {statement.id: statement.article for statement in statements}
    return Dossier(
        articles=tuple(_article(item) for item in root.key("articles").items()),
        statements=statements,
        sources=tuple(_source(item) for item in root.key("sources").items()),
        utterances=tuple(_utterance(item, article_of) for item in root.key("utterances").items()),
        engine=_engine(root.key("engine")),
        unnamed=_audit(root.get("audit")),
        figures=_later(root.get("figures"), parse_figure),
        links=_later(root.get("links"), parse_link),
        rulings=_later(root.get("rulings"), parse_ruling),
        house_styles=_later(root.get("house_styles"), parse_house_style),
        findings=_later(root.get("memo"), parse_finding),
        timeline=_later(root.get("timeline"), parse_moment),
        copies=_later(root.get("copies"), parse_copy),
        claims=_later(root.get("claims"), parse_claim),
        conflicts=_later(root.get("conflicts"), parse_conflict),
        suspected=_later(root.get("suspected"), parse_conflict),
        origin_rulings=_later(root.get("origin_rulings"), parse_origin_ruling),
        transmission=Transmission()
        if (graph := root.get("transmission")) is None
        else parse_transmission(graph),
    )


def _later(at: Shape | None, parse: Callable[[Shape], _Value]) -> tuple[_Value, ...]:
    """A list that older files have not."""
    return () if at is None else tuple(parse(item) for item in at.items())


def _audit(at: Shape | None) -> tuple[UnnamedSource, ...]:
    """None in files older than the audit."""
    return () if at is None else tuple(_unnamed(item) for item in at.key("unnamed_sources").items())


def _unnamed(at: Shape) -> UnnamedSource:
    count, reason = at.key("stated_count"), at.key("reason_for_anonymity")
    return UnnamedSource(
        article=at.key("article").text(),
        statements=at.key("statements").texts(),
        descriptor=at.key("descriptor").text(),
        span=at.key("span").span(),
        stated_count=None if count.null else count.offset(),
        reason=None if reason.null else reason.key("span").span(),
        flags=tuple(flag.label(Flag) for flag in at.key("flags").items()),
        vouched=_later(at.get("vouched"), _voucher),
    )


def _voucher(at: Shape) -> Voucher:
    span = at.key("span")
    return Voucher(
        name=at.key("name").text_or_none(),
        span=None if span.null else span.span(),
        statements=at.key("statements").texts(),
    )


def _article(at: Shape) -> Article:
    publisher = at.key("publisher").text_or_none()
    domain, provenance = at.get("domain"), at.get("provenance")
    text = at.key("text").text()
    return Article(
        input=at.key("input").text(),
        text=text,
        blocks=tuple(_block(item, len(text)) for item in at.key("blocks").items()),
        publisher=None
        if publisher is None
        else Publisher(name=publisher, domain=domain.text_or_none() if domain else None),
        headline=at.key("headline").text_or_none(),
        byline=at.key("byline").texts(),
        published=at.key("published").text_or_none(),
        language=at.key("language").text(),
        warnings=at.key("warnings").texts(),
        provenance=tuple(_provenance(item) for item in provenance.items()) if provenance else (),
    )


def _block(at: Shape, length: int) -> Block:
    start, end = at.key("start").offset(), at.key("end").offset()
    if not 0 <= start <= end <= length:
        raise at.fault("lies outside the text")
    rule = at.get("rule")
    return Block(
        kind=at.key("kind").label(BlockKind), span=Span(start, end), rule=rule.text() if rule else ""
    )


def _provenance(at: Shape) -> Provenance:
    return Provenance(field=at.key("field").text(), origin=at.key("origin").text(), raw=at.key("raw").text())


def _statement(at: Shape) -> Statement:
    occasion, tongue = at.key("occasion"), at.get("spoken_in")
    return Statement(
        article=at.key("article").text(),
        mode=at.key("mode").label(Mode),
        content=at.key("content").spans(),
        cue=at.key("cue").spans(),
        source=_mention(at.key("source")),
        occasion=None
        if occasion.null
        else Occasion(kind=occasion.key("kind").text(), span=occasion.key("span").span()),
        chain=tuple(_relay(item) for item in at.key("chain").items()),
        tongue=_tongue(tongue) if tongue and not tongue.null else None,
        parent=at.key("parent").text_or_none(),
        evidence=parse_evidence(at.key("evidence")),
    )


def _tongue(at: Shape) -> Tongue:
    return Tongue(language=at.key("language").text_or_none(), span=at.key("span").span())


def _mention(at: Shape) -> Mention | None:
    if at.null or at.key("kind").null:
        return None
    span, candidates = at.key("span"), at.get("candidates")
    return Mention(
        source=_source(at),
        span=None if span.null else span.span(),
        evidence=parse_evidence(at.key("evidence")),
        candidates=tuple(_candidate(item) for item in candidates.items()) if candidates else (),
    )


def _candidate(at: Shape) -> Candidate:
    score = at.key("score").number()
    if not 0 <= score <= 1:
        raise at.key("score").fault("is not between 0 and 1")
    return Candidate(name=at.key("name").text(), score=score, span=at.key("span").span())


def _source(at: Shape) -> Source:
    scope, identity = at.get("scope"), at.get("identity")
    return Source(
        kind=at.key("kind").label(SourceKind),
        name=at.key("name").text_or_none(),
        descriptor=at.key("descriptor").text_or_none(),
        scope=scope.text() if scope else "",
        identity=(identity.text_or_none() or "") if identity else "",
    )


def _relay(at: Shape) -> Relay:
    return Relay(
        name=at.key("name").text(),
        manner=at.key("manner").text(),
        span=at.key("span").span(),
        stated=at.key("stated").flag(),
    )


def _utterance(at: Shape, article_of: Mapping[str, str]) -> Utterance:
    speaker = at.key("speaker")
    return Utterance(
        source=None if speaker.null else _source(speaker),
        statements=at.key("statements").texts(),
        apparatus=parse_apparatus(at.key("apparatus"), article_of),
        evidence=parse_evidence(at.key("evidence")),
    )


def _engine(at: Shape) -> Engine:
    return Engine(
        version=at.key("version").text(),
        model=at.key("model").text_or_none(),
        policy=_policy(at.key("policy")),
        rooms=at.key("rooms").texts(),
    )


def _policy(at: Shape) -> Policy:
    """The thresholds; one this version does not know cannot be carried on and is a fault."""
    known = {field.name: field for field in fields(Policy)}
    values: dict[str, object] = {}
    for key, value in at.pairs():
        if key not in known:
            raise value.fault("is a threshold that this version does not know")
        values[key] = _threshold(value, getattr(Policy(), key))
    return Policy(**values)  # type: ignore[arg-type]  # each value was held against its default's type


def _threshold(at: Shape, default: object) -> object:
    if isinstance(default, bool):
        return at.flag()
    if isinstance(default, int):
        return at.offset()
    if isinstance(default, float):
        return at.number()
    if isinstance(default, tuple):
        return tuple(item.value for item in at.items())
    return at.text()
