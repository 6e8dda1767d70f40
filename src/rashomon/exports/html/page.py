"""(written next)"""

from rashomon.model import Dossier


class HtmlExporter:
    """x"""

    format: str = "html"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def export(self, dossier: Dossier) -> bytes:
        """x"""
        return b""
