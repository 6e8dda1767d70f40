"""What the teacher says of PolNeAR's training part and of a share of the stories, kept in one file.

Kept are its scores of words in 16-bit floats and those of its chain, from which
the posteriors of any window follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from training.chain import Scores
from training.data import Article, Reading
from training.network import Network
from training.scoring import emissions

__all__ = ["chain_of", "taught", "write"]

CHAIN = ("step", "start", "end")
GROUP = 100  # articles whose windows are sorted by length together


def write(network: Network, articles: Sequence[Article], reading: Reading, out: Path) -> None:
    """Write the teacher's scores of the articles."""
    scores = dict(zip(CHAIN, network.crf.scores(), strict=True))
    arrays = {name: tensor.detach().cpu().numpy() for name, tensor in scores.items()}
    for start in range(0, len(articles), GROUP):
        group = articles[start : start + GROUP]
        for article, rows in zip(group, emissions(network, group, reading), strict=True):
            arrays[article.name] = rows.astype(np.float16)
        print(f"{start + len(group)} of {len(articles)} articles", flush=True)
    partial = out.with_name("partial-" + out.name)
    np.savez(partial, **arrays)
    partial.replace(out)


def chain_of(file: Path) -> Scores:
    """The scores of the teacher's chain."""
    with np.load(file) as arrays:
        return Scores(*(torch.from_numpy(arrays[name]) for name in CHAIN))


def taught(file: Path, articles: Iterable[Article]) -> Iterator[Article]:
    """The articles with the teacher's scores.

    Raises:
        KeyError: if the teacher did not see one of them.
        ValueError: if it saw other words in it.
    """
    with np.load(file) as arrays:
        for article in articles:
            soft = arrays[article.name].astype(np.float32)
            if len(soft) != len(article.words):
                raise ValueError(f"{file} has {len(soft)} words of {article.name}, not {len(article.words)}")
            yield replace(article, soft=soft)
