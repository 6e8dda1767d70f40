"""Each exporter's result for one story, held against the file it is expected to be.

After a wanted change write the files anew and read the difference before
committing it: ``python -m tests.golden.test_exports``.

Left out of the comparison: the line of the policy, which changes with every
threshold, and the page's style sheet.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.builders.bridge_story import bridge_story

from rashomon.exports import EXPORTERS

EXPECTED = Path(__file__).parent / "exports"
_LEFT_OUT = re.compile(r'(?s)<style>.*?</style>|(?m:^  "engine": .*$)|<p class="policy">.*?</p>')


def held(name: str) -> str:
    """What is compared of this exporter's result."""
    return _LEFT_OUT.sub("", EXPORTERS[name].export(bridge_story()).decode("utf-8"))


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_the_story_is_exported_as_expected(name: str) -> None:
    expected = (EXPECTED / f"bridge{EXPORTERS[name].suffixes[0]}").read_text("utf-8")
    assert held(name) == expected


if __name__ == "__main__":
    for each in EXPORTERS.values():
        (EXPECTED / f"bridge{each.suffixes[0]}").write_text(held(each.format), "utf-8")
