"""Takes docs/report.png: the top of an example's report, as a reader first sees it."""

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
STORY = "examples/harbour-interview"  # as a user would name it: the picture shows the names of the inputs
PICTURE = ROOT / "docs" / "report.png"
SIZE = {"width": 1200, "height": 1250}


def main() -> int:
    """Write the picture; the exit code of what failed, if anything did."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        with contextlib.chdir(ROOT):
            code = rashomon(["compare", "--quiet", STORY, "-o", str(page)])
        if code:
            return code
        _photograph(page)
    return 0


def _photograph(page: Path) -> None:
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        path = os.environ.get("RASHOMON_CHROMIUM") or (
            own if Path(own).exists() else shutil.which("chromium")
        )
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        view = browser.new_page(viewport=SIZE, color_scheme="light")
        view.goto(page.as_uri())
        view.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
