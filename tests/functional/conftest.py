"""Fixtures of the tests that run the installed command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from tests.builders.command import COMMAND, Runner
from tests.functional.browsing import chromium_path

ROOT = Path(__file__).parents[2]


@pytest.fixture
def rashomon(tmp_path: Path) -> Runner:
    """The command, run in an empty folder of the test's own."""
    assert COMMAND.exists(), f"{COMMAND} is missing: install the package (make setup)"
    return Runner(tmp_path)


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """The examples, as ``examples`` in the folder the command runs in."""
    there = tmp_path / "examples"
    there.symlink_to(ROOT / "examples", target_is_directory=True)
    return there


@pytest.fixture
def reports(tmp_path: Path) -> tuple[Path, Path]:
    """Two short reports of one speech."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    return first, second


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium_path(playwright), args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield made
    made.close()


FIRST = """\
Ferry to Orrin will stop in March

By Tamsin Okell, The Quay

The ferry to Orrin will stop running in March, the harbour board said on Tuesday.

“We looked for money in every drawer, and the drawers were empty,” said Odile Marrack, \
the chair of the board. “Nobody on this island is pleased today.”
"""

SECOND = """\
Islanders lose their boat

Odile Marrack, who chairs the harbour board, told a meeting in Orrin that the boat was too dear.

“We looked for money in all the drawers, and the drawers were empty,” she said.

A pensioner, Jory Penhale, said the decision was wrong.
"""
