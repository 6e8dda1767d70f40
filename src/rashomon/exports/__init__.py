"""The ways out: a dossier as bytes of one format, and JSON records back as values.

`EXPORTERS` is the table of formats; a new one is a class that fulfils
`rashomon.ports.Exporter`, and a line here.
"""

from __future__ import annotations

from types import MappingProxyType

from rashomon.errors import UsageError
from rashomon.exports.display import mode_label
from rashomon.exports.dot import DotExporter
from rashomon.exports.graphml import GraphmlExporter
from rashomon.exports.html import HtmlExporter
from rashomon.exports.jsonformat import JsonExporter, json_line, load_json
from rashomon.exports.parsing import parse_article, parse_dossier, parse_statement
from rashomon.exports.prov import ProvExporter
from rashomon.exports.records import Record, article_record, dossier_record, source_record, statement_record
from rashomon.exports.spreadsheet import CsvExporter
from rashomon.exports.tei import TeiExporter
from rashomon.exports.terminal import TextExporter, explained, summary
from rashomon.exports.terms import could_be
from rashomon.exports.verify import Difference, Verification, verification, verify
from rashomon.ports import Exporter

__all__ = [
    "EXPORTERS",
    "Difference",
    "Record",
    "Verification",
    "article_record",
    "could_be",
    "dossier_record",
    "explained",
    "exporter_for",
    "exporter_for_path",
    "json_line",
    "load_json",
    "mode_label",
    "parse_article",
    "parse_dossier",
    "parse_statement",
    "source_record",
    "statement_record",
    "summary",
    "verification",
    "verify",
]

_ALL: tuple[Exporter, ...] = (
    JsonExporter(),
    TextExporter(),
    HtmlExporter(),
    GraphmlExporter(),
    DotExporter(),
    ProvExporter(),
    TeiExporter(),
    CsvExporter(),
)

EXPORTERS: MappingProxyType[str, Exporter] = MappingProxyType(
    {exporter.format: exporter for exporter in _ALL}
)
"""The exporters by the name of their format."""


def exporter_for(format: str) -> Exporter:  # noqa: A002
    """The exporter of this format.

    Raises:
        UsageError: if there is none; it names those there are.
    """
    try:
        return EXPORTERS[format]
    except KeyError:
        raise UsageError(f"unknown format {format!r}; there are: {', '.join(EXPORTERS)}") from None


def exporter_for_path(path: str) -> Exporter:
    """The exporter whose file name ending this path (or bare suffix) has, whatever its case.

    Of two endings that it has the longer counts (``.prov.json``, ``.json``).

    Raises:
        UsageError: if there is none; it names the endings there are.
    """
    endings = {suffix: exporter for exporter in EXPORTERS.values() for suffix in exporter.suffixes}
    found = max((suffix for suffix in endings if path.lower().endswith(suffix)), key=len, default=None)
    if found is not None:
        return endings[found]
    known = ", ".join(endings)
    raise UsageError(f"cannot tell the format of {path!r} from its ending; known endings: {known}")
