"""Opens a model in onnxruntime, and runs it on one input at a time, several at once.

Each run is of one window or sentence, without padding, on one thread; as many
run beside each other as there are threads.  8-bit models round activations by
the range of the whole tensor, so that in a batch each would change with its
company; and a batch of windows is no faster than one after the other (the
figures are in docs/benchmarks.md).  So a text has the same result whatever is
run with it, and on however many threads.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import WeightsMissing
from rashomon.inference.packed import DIGEST, digest_of

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # from 1.29 on it else tells its makers what it opens
import onnxruntime

__all__ = ["Runner", "cores"]

_ERRORS = 3
_AHEAD = 4  # inputs a thread that wait their turn: none idles, and memory stays flat


def cores() -> int:
    """How many processor cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


class Runner:
    """One model, opened once.

    Args:
        model: the file, or its bytes.
        threads: how many runs go on at the same time; one a core if None.
        matrices: those of its matrices that lie beside it, by name.  They must have the digest that the model
            tells; a model written before models told one takes them as they are.

    Raises:
        WeightsMissing: if the model is not whole, or the matrices are not its own.
    """

    def __init__(
        self,
        model: Path | bytes,
        *,
        threads: int | None = None,
        matrices: Mapping[str, NDArray[np.int8]] | None = None,
    ) -> None:
        onnxruntime.set_default_logger_severity(_ERRORS)  # it would tell the user which GPU it did not find
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS
        if matrices:
            held = [onnxruntime.OrtValue.ortvalue_from_numpy(matrix) for matrix in matrices.values()]
            options.add_external_initializers(list(matrices), held)
        source = model if isinstance(model, bytes) else str(model)
        try:
            self._session = onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
        except Exception as fault:  # onnxruntime's have no base of their own
            raise _broken(model, alone=matrices is None) from fault
        told = self._session.get_modelmeta().custom_metadata_map.get(DIGEST)
        if matrices is not None and told is not None and told != digest_of(matrices):
            raise _broken(model, alone=False)
        self._threads = threads or cores()
        self._pool = ThreadPoolExecutor(self._threads, "inference") if self._threads > 1 else None

    def run(self, inputs: Iterable[Mapping[str, NDArray[np.int64]]]) -> Iterator[NDArray[np.float32]]:
        """The model's output for each of the inputs (each without the batch's dimension), in their order."""
        if self._pool is None:
            yield from map(self._one, inputs)
            return
        waiting: deque[Future[NDArray[np.float32]]] = deque()
        for each in inputs:
            waiting.append(self._pool.submit(self._one, each))
            if len(waiting) > _AHEAD * self._threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _one(self, inputs: Mapping[str, NDArray[np.int64]]) -> NDArray[np.float32]:
        (out,) = self._session.run(None, {name: array[None] for name, array in inputs.items()})
        rows: NDArray[np.float32] = out[0]
        return rows


def _broken(model: Path | bytes, *, alone: bool) -> WeightsMissing:
    what = "the model" if isinstance(model, bytes) else f"{model.name} in {model.parent}"
    others = "" if alone else ", or the matrices beside it are not its own"
    return WeightsMissing(f"{what} is not whole{others}; install the package anew")
