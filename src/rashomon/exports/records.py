"""The model as plain JSON values, key by key as docs/json.md describes them.

Every record repeats the words beside the spans (``content_text``, a reading's
``text``), so that a reader needs no article at hand and `verify` can hold the
words against the text.  Lists of rooms that did not run are written empty;
``engine.rooms`` tells what was looked for.
"""

from __future__ import annotations

from dataclasses import asdict

from rashomon.exports.apparatusjson import apparatus_record
from rashomon.exports.claimjson import claim_record, copy_record, coverage_record, origin_ruling_record
from rashomon.exports.conflictjson import conflict_record, moment_record
from rashomon.exports.figurejson import figure_record, link_record, ruling_record
from rashomon.exports.judgements import evidence_record, span_records
from rashomon.exports.memojson import finding_record, house_style_record
from rashomon.exports.wayjson import transmission_record
from rashomon.model import (
    Article,
    Dossier,
    Engine,
    Evidence,
    Mention,
    Occasion,
    Source,
    Statement,
    Tongue,
    UnnamedSource,
    Utterance,
    coverage,
)

__all__ = ["Record", "article_record", "dossier_record", "source_record", "statement_record"]

Record = dict[str, object]


def article_record(article: Article) -> Record:
    """An article; offsets are code points of ``text``, half-open."""
    publisher = article.publisher
    return {
        "id": article.id,
        "input": article.input,
        "publisher": publisher.name if publisher else None,
        "headline": article.headline,
        "byline": list(article.byline),
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "blocks": [
            {"kind": b.kind.value, "start": b.span.start, "end": b.span.end, "rule": b.rule}
            for b in article.blocks
        ],
        "warnings": list(article.warnings),
        "domain": publisher.domain if publisher else None,
        "provenance": [{"field": p.field, "origin": p.origin, "raw": p.raw} for p in article.provenance],
    }


def statement_record(statement: Statement, article: Article) -> Record:
    """A statement of `article`, with the words its spans stand for.

    ``source`` is always an object; all its values are null where the article
    does not tell who spoke.

    Raises:
        ValueError: if the statement is not of this article.
    """
    if statement.article != article.id:
        raise ValueError(f"statement {statement.id} is not of article {article.id}")
    text = article.text
    return {
        "id": statement.id,
        "article": statement.article,
        "input": article.input,
        "mode": statement.mode.value,
        "content": span_records(statement.content),
        "cue": span_records(statement.cue),
        "source": _mention(statement.source, text),
        "occasion": _occasion(statement.occasion, text),
        "chain": [
            {"name": r.name, "manner": r.manner, "span": list(r.span), "stated": r.stated}
            for r in statement.chain
        ],
        "parent": statement.parent,
        "evidence": evidence_record(statement.evidence) | _parts(statement.evidence),
        "content_text": [span.of(text) for span in statement.content],
        "cue_text": [span.of(text) for span in statement.cue],
        "spoken_in": _tongue(statement.tongue, text),
    }


def source_record(source: Source) -> Record:
    """A source as resolved; ``scope`` is the article that an unnamed source is bound to.

    ``identity`` is the figure it was found to be, null where nobody looked or nothing was found.
    """
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "descriptor": source.descriptor,
        "scope": source.scope,
        "identity": source.identity or None,
    }


def dossier_record(dossier: Dossier) -> Record:
    """The whole dossier."""
    articles = {article.id: article for article in dossier.articles}
    texts = {article.id: article.text for article in dossier.articles}
    return {
        "articles": [article_record(article) for article in dossier.articles],
        "statements": [statement_record(s, articles[s.article]) for s in dossier.statements],
        "sources": [source_record(source) for source in dossier.sources],
        "utterances": [_utterance(utterance) for utterance in dossier.utterances],
        "claims": [claim_record(claim, texts) for claim in dossier.claims],
        "conflicts": [conflict_record(conflict, texts) for conflict in dossier.conflicts],
        "timeline": [moment_record(moment, texts[moment.article]) for moment in dossier.timeline],
        "audit": {"unnamed_sources": [_unnamed(entry) for entry in dossier.unnamed]},
        "figures": [figure_record(figure, texts) for figure in dossier.figures],
        "links": [link_record(link, texts) for link in dossier.links],
        "rulings": [ruling_record(ruling) for ruling in dossier.rulings],
        "transmission": transmission_record(dossier.transmission, texts),
        "house_styles": [house_style_record(style) for style in dossier.house_styles],
        "memo": [finding_record(finding) for finding in dossier.findings],
        "coverage": [coverage_record(one) for one in coverage(dossier.claims, texts)],
        "copies": [copy_record(copy, texts) for copy in dossier.copies],
        "suspected": [conflict_record(conflict, texts) for conflict in dossier.suspected],
        "origin_rulings": [origin_ruling_record(ruling) for ruling in dossier.origin_rulings],
        "engine": _engine(dossier.engine),
    }


def _unnamed(entry: UnnamedSource) -> Record:
    return {
        "article": entry.article,
        "statements": list(entry.statements),
        "descriptor": entry.descriptor,
        "span": list(entry.span),
        "stated_count": entry.stated_count,
        "reason_for_anonymity": {"span": list(entry.reason)} if entry.reason is not None else None,
        "flags": [flag.value for flag in entry.flags],
        "vouched": [
            {
                "name": voucher.name,
                "span": list(voucher.span) if voucher.span is not None else None,
                "statements": list(voucher.statements),
            }
            for voucher in entry.vouched
        ],
    }


def _parts(evidence: Evidence) -> Record:
    """What only a statement's evidence has: who told each part, and whether it is only offered."""
    return {"by": {part: origin.value for part, origin in evidence.by}, "uncertain": evidence.uncertain}


def _mention(mention: Mention | None, text: str) -> Record:
    if mention is None:
        return dict.fromkeys(
            (
                "span",
                "id",
                "name",
                "kind",
                "descriptor",
                "scope",
                "identity",
                "text",
                "evidence",
                "candidates",
            )
        )
    span = mention.span
    return {
        "span": list(span) if span is not None else None,
        **source_record(mention.source),
        "text": span.of(text) if span is not None else None,
        "evidence": evidence_record(mention.evidence),
        "candidates": [{"name": c.name, "score": c.score, "span": list(c.span)} for c in mention.candidates],
    }


def _occasion(occasion: Occasion | None, text: str) -> Record | None:
    if occasion is None:
        return None
    return {"kind": occasion.kind, "span": list(occasion.span), "text": occasion.span.of(text)}


def _tongue(tongue: Tongue | None, text: str) -> Record | None:
    if tongue is None:
        return None
    return {"language": tongue.language, "span": list(tongue.span), "text": tongue.span.of(text)}


def _utterance(utterance: Utterance) -> Record:
    return {
        "id": utterance.id,
        "source": utterance.source.id if utterance.source else None,
        "statements": list(utterance.statements),
        "apparatus": apparatus_record(utterance.apparatus),
        "speaker": source_record(utterance.source) if utterance.source else None,
        "evidence": evidence_record(utterance.evidence),
    }


def _engine(engine: Engine) -> Record:
    return {
        "version": engine.version,
        "model": engine.model,
        "policy": asdict(engine.policy),
        "rooms": list(engine.rooms),
    }
