"""Headless Chromium for the tests that open a page.

Chromium is looked for in ``RASHOMON_CHROMIUM``, Playwright's own download and
the usual places of a system; without one the tests fail and say so.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

__all__ = ["chromium_path", "opened"]

SYSTEM_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium_path(playwright: Playwright) -> str:
    """The Chromium to use."""
    named = os.environ.get("RASHOMON_CHROMIUM")
    for path in (named, playwright.chromium.executable_path):
        if path and Path(path).is_file():
            return path
    found = next(filter(None, map(shutil.which, SYSTEM_CHROMIUMS)), None)
    if found is None:
        pytest.fail("no Chromium found: run `make browser`, or name one in RASHOMON_CHROMIUM", pytrace=False)
    return found


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page
