"""What a trained network says of whole articles, and how much of it is right.

Windows are joined and decoded by `rashomon.inference`, so the figures are those
of what will run, but for rounding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch

from rashomon.inference.chain import Chain
from rashomon.inference.windows import Floats, Window, join
from training.batches import Batch, batch_of
from training.data import Article, Reading, Sample, samples
from training.network import Network
from training.tags import PARTS, TAGS, Marked

__all__ = ["emissions", "exact_f1", "scores"]

_TOGETHER = 16


def scores(network: Network, batch: Batch) -> torch.Tensor:
    """The network's scores [window, word, tag] in 32-bit floats, computed with matrices in bfloat16."""
    place = network.out.weight.device
    inputs = (batch.pieces, batch.quotes, batch.seen, batch.firsts)
    tensors = [torch.from_numpy(array).to(place) for array in inputs]
    with torch.autocast(place.type, dtype=torch.bfloat16):
        return network(*tensors).float()


def emissions(network: Network, articles: Sequence[Article], reading: Reading) -> list[Floats]:
    """Of each article, a row of scores a word."""
    network.eval()
    todo = sorted(samples(articles, reading), key=len)
    parts: dict[str, list[tuple[Window, Floats]]] = {article.name: [] for article in articles}
    with torch.inference_mode():
        for start in range(0, len(todo), _TOGETHER):
            for sample, rows in _rows(network, todo[start : start + _TOGETHER], reading):
                parts[sample.article.name].append((sample.window, rows))
    return [join(article.words, parts[article.name], len(TAGS)) for article in articles]


def _rows(network: Network, chosen: Sequence[Sample], reading: Reading) -> list[tuple[Sample, Floats]]:
    found: Floats = scores(network, batch_of(chosen, reading.settings)).cpu().numpy()
    return [(sample, rows[: len(sample)]) for sample, rows in zip(chosen, found, strict=True)]


def exact_f1(network: Network, articles: Sequence[Article], reading: Reading) -> dict[str, float]:
    """By part, in percent: fragments found with exactly the span that was annotated."""
    step, start, end = (tensor.detach().cpu().numpy() for tensor in network.crf.scores())
    settings = replace(
        reading.settings, transitions=tuple(map(tuple, step)), start=tuple(start), end=tuple(end)
    )
    found = emissions(network, articles, reading)
    texts = [(rows, article.words.breaks) for rows, article in zip(found, articles, strict=True)]
    right, either = Counter[str](), Counter[str]()
    for article, pieces in zip(articles, Chain(settings).pieces(texts), strict=True):
        words = article.words
        ours: set[Marked] = {(p, int(words.starts[a]), int(words.ends[b])) for p, a, b, _ in pieces}
        right.update(part for part, _, _ in ours & article.marked)
        either.update(part for each in (ours, article.marked) for part, _, _ in each)
    return {part: float(np.round(200 * right[part] / max(1, either[part]), 2)) for part in PARTS}
