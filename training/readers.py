"""The reader of pairs whose word the mixes are fitted to: the one that ships."""

from __future__ import annotations

from functools import cache

from rashomon.inference import CascadedPairReader, OnnxPairReader
from rashomon.ports import PairReader

__all__ = ["shipped"]


@cache
def shipped() -> PairReader:
    """Both networks, opened once.

    Raises:
        WeightsMissing: on first use, if one is not there.
    """
    return CascadedPairReader(OnnxPairReader(), OnnxPairReader(large=True))
