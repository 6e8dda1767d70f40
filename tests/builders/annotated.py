"""A corpus of invented articles as `training` reads it: brat standoff, and stories that nobody annotated."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

Marks = tuple[tuple[str, str], ...]
"""Of one attribution: the part and the words of each fragment."""

ARTICLES: dict[str, tuple[str, tuple[Marks, ...]]] = {
    "ferry": (
        "Ferry to Oldmere stops\n\n"
        "The ferry to Oldmere will stop in June, harbour master Ada Holt said on Monday.\n\n"
        "“The hull is worn,” she told the Gannet Courier.\n",
        (
            (
                ("Source", "harbour master Ada Holt"),
                ("Cue", "said"),
                ("Content", "The ferry to Oldmere will stop in June"),
            ),
            (
                ("Source", "she"),
                ("Cue", "told"),
                ("Content", "“The hull is worn,”"),
            ),
        ),
    ),
    "mill": (
        "According to the owners, the mill in Skelder Wick made a loss.\n"
        '"We paid the wages," Piet Aldous insisted, "and the rent."\n',
        (
            (
                ("Source", "the owners"),
                ("Cue", "According to"),
                ("Content", "the mill in Skelder Wick made a loss"),
            ),
            (
                ("Source", "Piet Aldous"),
                ("Cue", "insisted"),
                ("Content", '"We paid the wages,"'),
                ("Content", '"and the rent."'),
            ),
        ),
    ),
    "choir": (
        "The choir sang for an hour.\n\nCritics called the evening “a wet blanket”; Inga Roe disagreed.\n",
        ((("Source", "Critics"), ("Cue", "called"), ("Content", "“a wet blanket”")),),
    ),
}

STORIES = (
    {"title": "Tower sold", "text": "The tower was sold, the council said.\n\n“It leaned,” said Oda Finn."},
    {"title": None, "text": "Nobody said why the lamp on the pier was out for three nights in a row."},
)


def write_corpus(data: Path, *, repeat: int = 1) -> Path:
    """The articles as PolNeAR's training and dev parts, and the stories, under the folder `data`.

    `repeat` lengthens each article by as many copies of itself.
    """
    for part in ("train", "dev"):
        for folder in ("text", "attributions"):
            (data / "polnear" / part / folder).mkdir(parents=True)
        for name, (text, attributions) in ARTICLES.items():
            path = data / "polnear" / part
            (path / "text" / f"{name}.txt").write_text(text * repeat, encoding="utf-8", newline="")
            (path / "attributions" / f"{name}_ann.ann").write_text(brat(text, attributions), encoding="utf-8")
    (data / "stories").mkdir()
    with gzip.open(data / "stories" / "stories.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(story) + "\n" for story in STORIES)
    return data


def brat(text: str, attributions: tuple[Marks, ...]) -> str:
    """Standoff lines; each fragment is where its words first stand in the text."""
    lines: list[str] = []
    for event, marks in enumerate(attributions, 1):
        roles = []
        for part, words in marks:
            start = text.index(words)
            lines.append(f"T{len(lines) + 1}\t{part} {start} {start + len(words)}\t{words}")
            roles.append(f"{part}:T{len(lines)}")
        lines.append(f"E{event}\t{' '.join(roles)}")
    return "\n".join(lines) + "\n"
