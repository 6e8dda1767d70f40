"""The apparatus as TEI P5, by parallel segmentation, for editing tools and archives.

The header has what is known and nothing else: the reports with their metadata,
each followed by its statements as witnesses, and who spoke.  The text has a
``div`` for each utterance (see `teiapparatus`).  Places in a report are pointers
such as ``in-a:12-30``; a ``prefixDef`` resolves them to the report's hash and
to characters, counted between code points as RFC 5147 does, half-open as all
offsets here.  No sentence is written that is not a report's, except for labels.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rashomon.exports.overview import siglum
from rashomon.exports.teiapparatus import TAXONOMIES, Sheet, utterance_lines
from rashomon.exports.teixml import element, escaped
from rashomon.model import Article, Dossier, Finding, HouseStyle, Source, SourceKind, Statement

__all__ = ["TeiExporter"]

_TITLE = "Quotations compared"
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?", re.ASCII)
_VERSION = re.compile(r"\d{1,9}(\.\d{1,9}){0,3}", re.ASCII)


class TeiExporter:
    """The dossier's utterances with all their readings, and the reports they stand in."""

    format: str = "tei"
    suffixes: tuple[str, ...] = (".tei.xml", ".tei")

    def export(self, dossier: Dossier) -> bytes:
        """The document in UTF-8."""
        return ("\n".join(_lines(dossier)) + "\n").encode("utf-8", "replace")


def _lines(dossier: Dossier) -> Iterator[str]:
    sheet = _sheet(dossier)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
    yield "<teiHeader>"
    yield "<fileDesc>"
    yield element("titleStmt", element("title", _TITLE))
    yield element("publicationStmt", element("p", "Not published."))
    yield from _sources(dossier, sheet)
    yield "</fileDesc>"
    yield from _encoding(dossier, sheet)
    yield from _profile(sheet)
    yield "</teiHeader>"
    yield "<text>"
    yield "<body>"
    named: set[str] = set()
    for utterance in dossier.utterances:
        yield from utterance_lines(utterance, sheet, named=utterance.id not in named)
        named.add(utterance.id)
    if not dossier.utterances:
        yield element("p", "No utterances.")
    yield "</body>"
    yield "</text>"
    yield "</TEI>"


def _sheet(dossier: Dossier) -> Sheet:
    """The names that things have in this document."""
    found = [
        *dossier.sources,
        *(s.source.source for s in dossier.statements if s.source),
        *(u.source for u in dossier.utterances if u.source),
    ]
    sources: dict[str, Source] = {}
    for source in found:
        sources.setdefault(source.id, source)
    return Sheet(
        sigla={article.id: siglum(i) for i, article in enumerate(dossier.articles)},
        texts={article.id: article.text for article in dossier.articles},
        speakers={id_: f"speaker-{number}" for number, id_ in enumerate(sources, 1)},
        sources=sources,
        modes={statement.id: statement.mode for statement in dossier.statements},
        findings=_findings(dossier),
        styles={style.id: style for style in dossier.house_styles},
    )


def _findings(dossier: Dossier) -> dict[tuple[str, int], list[Finding]]:
    found: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in dossier.findings:
        if finding.utterance is not None and finding.variant is not None:
            found[finding.utterance, finding.variant].append(finding)
    return dict(found)


# --- the reports and their statements


def _sources(dossier: Dossier, sheet: Sheet) -> Iterator[str]:
    yield "<sourceDesc>"
    written = [source for source in sheet.sources.values() if source.kind is SourceKind.DOCUMENT]
    if not dossier.articles and not written:
        yield element("p", "No reports.")
    if dossier.articles:
        yield "<listWit>"
        said: dict[str, list[Statement]] = {article.id: [] for article in dossier.articles}
        for statement in dossier.statements:
            said[statement.article].append(statement)
        for article in dossier.articles:
            yield from _report(article, said[article.id], sheet)
        yield "</listWit>"
    if written:
        yield "<listBibl>"
        for source in written:
            title = element("title", escaped(source.name or source.descriptor or "not stated"))
            yield element("bibl", title, xml_id=sheet.speakers[source.id])
        yield "</listBibl>"
    yield "</sourceDesc>"


def _report(article: Article, said: Iterable[Statement], sheet: Sheet) -> Iterator[str]:
    yield "<listWit>"
    yield element("witness", element("bibl", "".join(_bibl(article))), xml_id=sheet.sigla[article.id])
    for statement in said:
        yield _statement(statement, article, sheet)
    yield "</listWit>"


def _bibl(article: Article) -> Iterator[str]:
    """What is known of a report; hash and input always are."""
    if article.headline:
        yield element("title", escaped(article.headline), level="a")
    yield from (element("author", escaped(name)) for name in article.byline)
    if article.publisher is not None:
        yield element("publisher", escaped(article.publisher.name))
        if article.publisher.domain:
            yield element("idno", escaped(article.publisher.domain), type="domain")
    if article.published:
        day = article.published[:10]
        when = day if _DATE.fullmatch(day) else None
        yield element("date", escaped(article.published), when=when)
    if _LANGUAGE.fullmatch(article.language):
        yield element("textLang", escaped(article.language), mainLang=article.language)
    yield element("idno", escaped(article.input), type="input")
    yield element("idno", escaped(article.id), type="text")


def _statement(statement: Statement, article: Article, sheet: Sheet) -> str:
    """One witness: where its words stand, who is said to have spoken them, and in what language."""
    parts = [
        *(sheet.pointer(article.id, span, "content") for span in statement.content),
        *(sheet.pointer(article.id, span, "cue") for span in statement.cue),
    ]
    if statement.source is not None:
        parts.append(element("ptr", type="speaker", target=f"#{sheet.speakers[statement.source.source.id]}"))
        if statement.source.span is not None:
            parts.append(sheet.pointer(article.id, statement.source.span, "source"))
    if statement.tongue is not None:
        if statement.tongue.language:
            parts.append(element("name", escaped(statement.tongue.language), type="language"))
        parts.append(sheet.pointer(article.id, statement.tongue.span, "spoken_in"))
    kin = {"corresp": f"#{sheet.sigla[article.id]}", "ana": f"#mode.{statement.mode.value}"}
    return element("witness", "".join(parts), xml_id=statement.id, **kin)


# --- how it is encoded


def _encoding(dossier: Dossier, sheet: Sheet) -> Iterator[str]:
    version = dossier.engine.version
    known = _VERSION.fullmatch(version)
    yield "<encodingDesc>"
    yield element("projectDesc", element("p", f"Rashomon {escaped(version)}"))
    if sheet.sigla:
        yield element("listPrefixDef", "".join(_prefixes(sheet.sigla)))
    yield "<classDecl>"
    for name, labels in TAXONOMIES.items():
        categories = (element("category", element("catDesc", x), xml_id=f"{name}.{x}") for x in labels)
        yield element("taxonomy", "".join(categories), xml_id=name)
    for number, style in enumerate(sheet.styles.values(), 1):
        yield from _house_style(number, style)
    yield "</classDecl>"
    if known:
        label = element("label", "Rashomon")
        yield element("appInfo", element("application", label, ident="rashomon", version=version))
    yield element("variantEncoding", method="parallel-segmentation", location="internal")
    yield "</encodingDesc>"


def _house_style(number: int, style: HouseStyle) -> Iterator[str]:
    """A house style as a taxonomy, a category a rule: its gist, and where it is written down."""
    yield f'<taxonomy xml:id="style-{number}">'
    yield element("desc", escaped(style.name))
    for at, rule in enumerate(style.rules, 1):
        cited = rule.citation
        told = " ".join(filter(None, (cited.document, cited.section, cited.edition, cited.url)))
        gist = escaped(rule.gist) + (" " + element("ref", escaped(told)) if told else "")
        ana = f"#verdict.{rule.verdict.value}"
        yield element("category", element("catDesc", gist), xml_id=f"style-{number}.{at}", ana=ana)
    yield "</taxonomy>"


def _prefixes(sigla: Mapping[str, str]) -> Iterator[str]:
    for article, letter in sigla.items():
        yield element(
            "prefixDef",
            ident=f"in-{letter.lower()}",
            matchPattern="([0-9]+)-([0-9]+)",
            replacementPattern=f"urn:rashomon:{article}#char=$1,$2",
        )


# --- who spoke


def _profile(sheet: Sheet) -> Iterator[str]:
    people = [s for s in sheet.sources.values() if s.kind is not SourceKind.DOCUMENT]
    if not people:
        return
    yield "<profileDesc><particDesc>"
    bodies = [s for s in people if s.kind is SourceKind.ORGANISATION]
    persons = [s for s in people if s.kind is not SourceKind.ORGANISATION]
    if persons:
        yield element("listPerson", "".join(_person(source, sheet) for source in persons))
    if bodies:
        yield element("listOrg", "".join(_body(source, sheet) for source in bodies))
    yield "</particDesc></profileDesc>"


def _person(source: Source, sheet: Sheet) -> str:
    """Somebody with a name, or with the report's words for him alone."""
    inside = element("persName", escaped(source.name)) if source.name else ""
    if source.descriptor:
        inside += element("note", escaped(source.descriptor), type="descriptor")
    return element("person", inside, xml_id=sheet.speakers[source.id], role=source.kind.value)


def _body(source: Source, sheet: Sheet) -> str:
    name = source.name or source.descriptor
    inside = element("orgName", escaped(name)) if name else ""
    return element("org", inside, xml_id=sheet.speakers[source.id])
