"""Takes docs/report.png, the top of a report, and docs/apparatus.png, one quotation in four versions."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from rashomon.cli import main as rashomon

ROOT = Path(__file__).parents[1]
# as a user would name them: the pictures show the names of the inputs
STORY, VERSIONS = "examples/harbour-interview", "examples/versions"
PICTURE, APPARATUS = ROOT / "docs" / "report.png", ROOT / "docs" / "apparatus.png"
SIZE = {"width": 1200, "height": 1250}
TALLEST = 1100
"""Pixels of the apparatus that are shown."""


def main() -> int:
    """Write the pictures; the exit code of what failed, if anything did."""
    with tempfile.TemporaryDirectory() as folder:
        report, versions = (Path(folder) / name for name in ("report.html", "versions.html"))
        with contextlib.chdir(ROOT):
            code = rashomon(["compare", "--quiet", STORY, "-o", str(report)]) or rashomon(
                ["collate", "--quiet", VERSIONS, "-o", str(versions)]
            )
        if code:
            return code
        _photograph(report, versions)
    return 0


def _photograph(report: Path, versions: Path) -> None:
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        path = os.environ.get("RASHOMON_CHROMIUM") or (
            own if Path(own).exists() else shutil.which("chromium")
        )
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        view = browser.new_page(viewport=SIZE, color_scheme="light")
        view.goto(report.as_uri())
        view.screenshot(path=PICTURE)
        view.goto(versions.as_uri())
        card = view.locator("article.card").first.bounding_box()
        assert card is not None
        view.screenshot(path=APPARATUS, full_page=True, clip={**card, "height": min(card["height"], TALLEST)})
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
