"""Going on from the weights that were written: the network counts with what the model counts with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from rashomon.inference import WEIGHTS
from training.graph import Scheme, shape_of
from training.largepairs import large_graph, piece_numbers
from training.nibbles import write_matrices
from training.paircommand import arrays_of, tokenizer_of
from training.pairgraph import graph_of
from training.pairnetwork import PairNetwork
from training.reopened import reopen

PIECES = "word_embeddings"


def _stirred(backbone: Path, seed: int) -> PairNetwork:
    """A network of which no array is as it begins."""
    torch.manual_seed(seed)
    network = PairNetwork(backbone)
    with torch.no_grad():
        for name, array in network.named_parameters():
            if PIECES not in name:
                array.add_(torch.randn_like(array) * 0.1)
    return network


def _alike(first: PairNetwork, second: PairNetwork, most: float) -> None:
    others = arrays_of(second)
    for name, array in arrays_of(first).items():
        if PIECES in name:
            continue
        if "token_type" in name:
            continue  # pieces are of one type; what another would be no model tells
        rounded = ".weight" in name and array.ndim == 2 and "encoder.layer" in name
        least = most * float(np.abs(array).max()) if rounded else 1e-6
        assert np.abs(array - others[name]).max() <= least, name


def test_a_small_reader_goes_on_from_its_weights(backbone: Path, tmp_path: Path) -> None:
    network = _stirred(backbone, 1)
    path = tmp_path / "pairs.onnx"
    path.write_bytes(graph_of(arrays_of(network), shape_of(backbone), Scheme.DYNAMIC7).graph)
    reopened = _stirred(backbone, 2)
    reopen(reopened, path)
    _alike(network, reopened, 0.01)


def test_a_large_reader_goes_on_from_its_weights(mpnet: Path, tmp_path: Path) -> None:
    network = _stirred(mpnet, 1)
    with torch.no_grad():  # no two pieces stand so far apart, and none in front of itself
        table = network.bert.encoder.relative_attention_bias.weight
        numbers = piece_numbers(tokenizer_of(mpnet), tokenizer_of(WEIGHTS))
    model = large_graph(network, mpnet, numbers)
    (tmp_path / "pairs-large.onnx").write_bytes(model.graph)
    write_matrices(tmp_path / "pairs-large.npz", model.matrices)
    reopened = _stirred(mpnet, 2)
    with torch.no_grad():  # what no model tells
        unused = len(table) // 2
        reopened.bert.encoder.relative_attention_bias.weight[unused] = table[unused]
        reopened.bert.embeddings.position_embeddings.weight[:2] = (
            network.bert.embeddings.position_embeddings.weight[:2]
        )
    reopen(reopened, tmp_path / "pairs-large.onnx")
    _alike(network, reopened, 0.15)


def test_weights_of_another_network_are_refused(backbone: Path, mpnet: Path, tmp_path: Path) -> None:
    network = _stirred(backbone, 1)
    path = tmp_path / "pairs.onnx"
    path.write_bytes(graph_of(arrays_of(network), shape_of(backbone), Scheme.DYNAMIC7).graph)
    with pytest.raises((KeyError, ValueError)):
        reopen(_stirred(mpnet, 2), path)
