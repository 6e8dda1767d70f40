"""One self-contained HTML page."""

from rashomon.exports.html.page import HtmlExporter

__all__ = ["HtmlExporter"]
