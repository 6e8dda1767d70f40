"""How well whole reports are read: the invented stories against their gold.

Everything goes the way a user's file goes: bytes, readers, attribution,
collation.  The texts are the project's own, so this runs anywhere.  How things
are counted stands in `scoring`, how the gold is written in `gold`.
"""

from __future__ import annotations

import io
import json
from pathlib import Path

from evaluation.gold import GOLD, ROOT, article_files, read_article, read_stories
from evaluation.scoring import Tally, score_blocks, score_statements, score_utterances

from rashomon.analysis import analyse, find_statements
from rashomon.errors import InputError
from rashomon.model import Article, Policy
from rashomon.readers import read_inputs
from rashomon.wiring import models_for

__all__ = ["corpus", "measure", "report"]


def corpus() -> list[Path]:
    """The files measured on, gold and articles, for the digest."""
    articles = {ROOT / json.loads(p.read_text(encoding="utf-8"))["article"] for p in article_files()}
    return sorted([*GOLD.glob("*.json"), *articles])


def measure() -> dict[str, float]:
    """The figures, each between 0 and 1; those of the rules alone begin with ``rules_``.

    Raises:
        GoldNotFound: if a gold file quotes words that its article, as read, does not hold.
    """
    return _figures("auto") | {f"rules_{name}": share for name, share in _figures("rules").items()}


def _figures(tagger: str) -> dict[str, float]:
    tally = report(tagger)
    figures = {name: round(tally.share(name), 4) for name in sorted(tally.counted)}
    precision, recall = tally.share("utterance_precision"), tally.share("utterance_recall")
    both = precision + recall
    figures["utterance_f1"] = round(2 * precision * recall / both, 4) if both else 0.0
    return figures


def report(tagger_name: str = "auto") -> Tally:
    """Every case counted, with its failures; `tagger_name` is one of `rashomon.wiring.TAGGERS`."""
    tally = Tally()
    policy, models = Policy(), models_for(tagger_name)
    read: dict[str, Article] = {}
    for path in article_files():
        article = _read(ROOT / json.loads(path.read_text(encoding="utf-8"))["article"], policy)
        read[path.stem] = article
        gold = read_article(path, article.text)
        score_blocks(tally, path.stem, article, gold)
        [found] = find_statements([article], policy, models.tagger)
        score_statements(tally, path.stem, article, gold, found)
    for story in read_stories():
        members = {p.stem: read[p.stem] for p in story.paths}
        score_utterances(
            tally,
            story,
            members,
            analyse(list(members.values()), policy, version="evaluation", models=models),
        )
    return tally


def _read(path: Path, policy: Policy) -> Article:
    for item in read_inputs([str(path)], policy=policy, stdin=io.BytesIO()):
        if isinstance(item, InputError):
            raise item
        return item
    raise FileNotFoundError(f"nothing was read from {path}")
