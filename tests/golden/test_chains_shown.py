"""What people see of a story with chains, held against the files they are expected to be.

After a wanted change write the files anew and read the difference before
committing it: ``python -m tests.golden.test_chains_shown``.

Of the page only the parts that tell who speaks are held; the rest is held with another story.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.builders.chain_story import chain_story

from rashomon.exports import EXPORTERS

EXPECTED = Path(__file__).parent / "exports"
PARTS = ("through", "unnamed", "people")


def held(name: str) -> str:
    """What is compared of this exporter's result."""
    made = EXPORTERS[name].export(chain_story()).decode("utf-8")
    if name != "html":
        return made
    found = [re.search(rf'(?s)<section id="{part}".*?</section>\n', made) for part in PARTS]
    return "\n".join(part[0] for part in found if part)


@pytest.mark.parametrize("name", ["html", "text"])
def test_the_story_is_shown_as_expected(name: str) -> None:
    expected = (EXPECTED / f"chains{EXPORTERS[name].suffixes[0]}").read_text("utf-8")
    assert held(name) == expected
    assert all(f'id="{part}"' in expected for part in PARTS if name == "html")


if __name__ == "__main__":
    for each in ("html", "text"):
        (EXPECTED / f"chains{EXPORTERS[each].suffixes[0]}").write_text(held(each), "utf-8")
