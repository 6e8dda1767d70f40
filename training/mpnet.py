"""In what an MPNet encoder differs from BERT's: names, an offset of positions, a bias of attention.

The bias is by how far apart two pieces stand, in buckets, and is one for all layers (Song et al. 2020).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from training.nibbles import Floats

__all__ = ["FARTHEST", "RELATIVE", "as_bert", "buckets"]

RELATIVE = "encoder.relative_attention_bias.weight"
"""The bias of attention [bucket, head]."""
FARTHEST = 511
"""How far two pieces can stand apart."""

_FAR = 128  # the distance from which on all count alike
_OFFSET = 2  # the first position's number
_NAMES = (
    ("attention.attn.q.", "attention.self.query."),
    ("attention.attn.k.", "attention.self.key."),
    ("attention.attn.v.", "attention.self.value."),
    ("attention.attn.o.", "attention.output.dense."),
    ("attention.LayerNorm.", "attention.output.LayerNorm."),
)


def buckets(distances: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Into which of so many buckets each distance (of the piece looked at, from that which looks) falls.

    Half of them are for pieces that come later; of each half the first are for one distance
    each, the others ever wider (Raffel et al. 2020, as MPNet has it).
    """
    half = count // 2
    exact = half // 2
    far = np.abs(distances)
    wide = np.log(np.maximum(far, 1).astype(np.float32) / exact) / np.float32(np.log(_FAR / exact))
    shared = np.minimum(exact + (wide * (half - exact)).astype(np.int64), half - 1)
    return np.where(distances > 0, half, 0) + np.where(far < exact, far, shared)


def as_bert(arrays: Mapping[str, Floats]) -> dict[str, Floats]:
    """An MPNet encoder's arrays by the names that a BERT encoder's have."""
    out = {reduce(lambda known, pair: known.replace(*pair), _NAMES, name): a for name, a in arrays.items()}
    positions = "embeddings.position_embeddings.weight"
    out[positions] = arrays[positions][_OFFSET:]
    out["embeddings.token_type_embeddings.weight"] = np.zeros((1, out[positions].shape[1]), np.float32)
    return out
