"""The report as one HTML file that asks nothing of anybody: no script, no font, no image, no request.

The templates and the style sheets lie beside this module; jinja2 escapes
whatever comes from a report, and is loaded when a page is made, not before.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from rashomon.exports.display import NOT_STATED
from rashomon.exports.html import vocabulary
from rashomon.exports.html.shapes import outline
from rashomon.exports.html.view import page_view
from rashomon.model import Dossier

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["HtmlExporter"]


_STYLES = ("report.css", "apparatus.css", "claims.css")


class HtmlExporter:
    """One self-contained HTML page."""

    format: str = "html"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def export(self, dossier: Dossier) -> bytes:
        """The page in UTF-8."""
        page = _template().render(
            page=page_view(dossier),
            words=vocabulary,
            outline=outline,
            not_stated=NOT_STATED,
            style="".join(map(_resource, _STYLES)),
        )
        return page.encode("utf-8", "replace")


def _resource(name: str) -> str:
    return (files("rashomon.exports.html") / name).read_text("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415  loaded when a page is made

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(_resource),
    )
    return environment.get_template("report.html.j2")
