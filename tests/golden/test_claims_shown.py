"""A story with claims as page, text and explanation, held against the files they are expected to be.

After a wanted change write the files anew and read the difference before
committing it: ``python -m tests.golden.test_claims_shown``.

Of the page the parts that tell what stands behind the claims are held; the rest is held with another story.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.builders.claim_story import claim_story

from rashomon.exports import EXPORTERS
from rashomon.exports.chainlines import DRAWN
from rashomon.exports.explaining import explanation
from rashomon.exports.sections import Pen

EXPECTED = Path(__file__).parent / "exports"
PARTS = ("claims", "conflicts", "origins", "coverage", "timeline")
FILES = {"html": "rope.html", "text": "rope.txt", "explained": "rope.explained.txt"}


def held(name: str) -> str:
    """What is compared of this way to show it."""
    story = claim_story()
    if name == "explained":
        return "\n".join(_explained(number) for number in range(len(story.claims)))
    made = EXPORTERS[name].export(story).decode("utf-8")
    if name == "text":
        return made
    found = [re.search(rf'(?s)<section id="{part}".*?(?=<section id=)', made) for part in PARTS]
    return "\n".join(part[0] for part in found if part)


def _explained(number: int) -> str:
    story = claim_story()
    sections = explanation(story, story.claims[number].id, Pen(width=100, signs=DRAWN, measure=len))
    return "".join(
        f"{section.title}  {section.number}\n"
        + "".join("".join(words for words, _ in line) + "\n" for line in section.lines)
        for section in sections
    )


@pytest.mark.parametrize("name", FILES)
def test_the_story_is_shown_as_expected(name: str) -> None:
    expected = (EXPECTED / FILES[name]).read_text("utf-8")
    assert held(name) == expected
    assert all(f'id="{part}"' in expected for part in PARTS if name == "html")


if __name__ == "__main__":
    for each, file in FILES.items():
        (EXPECTED / file).write_text(held(each), "utf-8")
