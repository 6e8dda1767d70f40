"""Each exporter's result for a story, held against the file it is expected to be.

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
from tests.builders.relay_story import relay_story

from rashomon.exports import EXPORTERS

EXPECTED = Path(__file__).parent / "exports"
_LEFT_OUT = re.compile(r'(?s)<style>.*?</style>|(?m:^  "engine": .*$)|<p class="policy">.*?</p>')
_STORIES = {"bridge": bridge_story, "relay": relay_story}
# The bridge has what is compared word by word, the relay what came by chains.
_PAIRS = [
    *(("bridge", name) for name in ("json", "text", "html", "tei", "csv")),
    *(("relay", name) for name in EXPORTERS if name not in ("text", "html", "tei", "csv")),
]


def held(story: str, name: str) -> str:
    """What is compared of this exporter's result."""
    return _LEFT_OUT.sub("", EXPORTERS[name].export(_STORIES[story]()).decode("utf-8"))


def expected(story: str, name: str) -> Path:
    """The file that holds it."""
    return EXPECTED / f"{story}{EXPORTERS[name].suffixes[0]}"


def test_every_exporter_has_a_pair() -> None:
    assert {name for _, name in _PAIRS} == set(EXPORTERS)


@pytest.mark.parametrize(("story", "name"), _PAIRS)
def test_the_story_is_exported_as_expected(story: str, name: str) -> None:
    assert held(story, name) == expected(story, name).read_bytes().decode()


if __name__ == "__main__":
    for pair in _PAIRS:
        expected(*pair).write_bytes(held(*pair).encode())
