"""The network of a reader of pairs from the weights that were written of it, to go on learning from there.

What rounding took is not given back: the arrays are those that the written model counts with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from rashomon.inference.packed import read_matrices
from training import mpnet
from training.nibbles import Floats
from training.pairnetwork import PairNetwork

__all__ = ["reopen"]

Array = NDArray[np.generic]
_DENSE = ("attention.output.dense", "intermediate.dense", "output.dense")
_MPNET = (
    ("attention.self.query.", "attention.attn.q."),
    ("attention.self.key.", "attention.attn.k."),
    ("attention.self.value.", "attention.attn.v."),
    ("attention.output.dense.", "attention.attn.o."),
    ("attention.output.LayerNorm.", "attention.LayerNorm."),
)


def reopen(network: PairNetwork, model: Path) -> None:
    """Give the network the arrays of a model that `pairgraph.graph_of` made; embeddings of pieces stay.

    Args:
        network: with the encoder that the model was made of.
        model: the ONNX file; of 4-bit matrices the npz of its name lies beside it.

    Raises:
        KeyError: if the model has an array that the network has not.
        ValueError: if one has another shape.
    """
    graph = onnx.load(str(model), load_external_data=False).graph
    arrays = _written(graph, model)
    known = network.state_dict()
    found = {f"bert.{name}": array for name, array in _encoder(graph, arrays, known).items()} | _head(
        graph, arrays
    )
    for name, array in found.items():
        if known[name].shape != array.shape:
            raise ValueError(f"{model.name}: {name} is {array.shape}, not {tuple(known[name].shape)}")
        known[name] = torch.from_numpy(np.array(array, np.float32))
    network.load_state_dict(known)


def _written(graph: onnx.GraphProto, model: Path) -> dict[str, Array]:
    """The constants by name, the matrices beside the model too."""
    beside = [one.name for one in graph.initializer if one.data_location == onnx.TensorProto.EXTERNAL]
    arrays: dict[str, Array] = dict(read_matrices(model.with_suffix(".npz"))) if beside else {}
    for one in graph.initializer:
        if one.name not in beside:
            arrays[one.name] = numpy_helper.to_array(one)
    return arrays


def _dense(graph: onnx.GraphProto, arrays: Mapping[str, Array]) -> Iterator[tuple[Floats, Floats]]:
    """Weight [in, out] and bias of each matrix of whole numbers, in the order of the graph."""
    made_of = {node.output[0]: node for node in graph.node}
    uses = {name: node for node in graph.node for name in node.input}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            product = uses[uses[node.output[0]].output[0]]
            scale = arrays[made_of[product.input[1]].input[1]]
            added = uses[product.output[0]]
            weight = _floats(arrays[node.input[1]]) * _floats(scale)
            yield weight, _floats(arrays[added.input[1]])


def _encoder(
    graph: onnx.GraphProto, arrays: Mapping[str, Array], known: Mapping[str, torch.Tensor]
) -> dict[str, Floats]:
    """The encoder's arrays, by the names that it gives them, but for those of the embeddings of pieces."""
    matrices = list(_dense(graph, arrays))
    norms = [node.input[2:4] for node in graph.node if node.op_type == "SkipLayerNormalization"]
    of_mpnet = f"bert.{mpnet.RELATIVE}" in known
    out: dict[str, Floats] = {}
    for layer in range(len(matrices) // 4):
        here = f"encoder.layer.{layer}."
        (three, biases), *others = matrices[4 * layer : 4 * layer + 4]
        for part, weight, bias in zip(
            ("query", "key", "value"), np.split(three, 3, axis=1), np.split(biases, 3), strict=True
        ):
            out[f"{here}attention.self.{part}.weight"] = weight.T
            out[f"{here}attention.self.{part}.bias"] = bias
        for name, (weight, bias) in zip(_DENSE, others, strict=True):
            out[f"{here}{name}.weight"], out[f"{here}{name}.bias"] = weight.T, bias
        for name, norm in zip(("attention.output", "output"), norms[2 * layer : 2 * layer + 2], strict=True):
            for part, of in zip(("weight", "bias"), norm, strict=True):
                out[f"{here}{name}.LayerNorm.{part}"] = _floats(arrays[of])
    [first] = [node for node in graph.node if node.op_type == "LayerNormalization"]
    for part, of in zip(("weight", "bias"), first.input[1:3], strict=True):
        out[f"embeddings.LayerNorm.{part}"] = _floats(arrays[of])
    positions, types = _where_and_which(graph, arrays)
    if not of_mpnet:
        out["embeddings.position_embeddings.weight"] = positions
        out["embeddings.token_type_embeddings.weight"] = _with_first(
            known["bert.embeddings.token_type_embeddings.weight"], types
        )
    else:
        kept = _floats(known["bert.embeddings.position_embeddings.weight"].numpy())
        out["embeddings.position_embeddings.weight"] = np.concatenate(
            [kept[: len(kept) - len(positions)], positions]
        )
        for ours, theirs in _MPNET:
            out = {name.replace(ours, theirs): array for name, array in out.items()}
        table = _floats(known[f"bert.{mpnet.RELATIVE}"].numpy()).copy()  # some buckets are for no distance
        of = mpnet.buckets(np.arange(-mpnet.FARTHEST, mpnet.FARTHEST + 1), len(table))
        table[of] = _floats(_bias_table(graph, arrays)).T
        out[mpnet.RELATIVE] = table
    return out


def _where_and_which(graph: onnx.GraphProto, arrays: Mapping[str, Array]) -> tuple[Floats, Floats]:
    """The embeddings of positions [position, feature], and that of the one type of pieces [feature]."""
    [positions] = [n for n in graph.node if n.op_type == "Slice" and n.input[0] in arrays]
    [summed] = [n for n in graph.node if n.op_type == "Add" and n.input[1] == positions.output[0]]
    [typed] = [n for n in graph.node if n.output[0] == summed.input[0]]
    return _floats(arrays[positions.input[0]]), _floats(arrays[typed.input[1]])


def _with_first(table: torch.Tensor, row: Floats) -> Floats:
    return np.concatenate([row[None], _floats(table.numpy())[1:]])


def _bias_table(graph: onnx.GraphProto, arrays: Mapping[str, Array]) -> Array:
    """What attention is biased by [head, distance]."""
    [found] = [
        arrays[node.input[0]]
        for node in graph.node
        if node.op_type == "Gather" and any(a.name == "axis" and a.i == 1 for a in node.attribute)
    ]
    return found


def _head(graph: onnx.GraphProto, arrays: Mapping[str, Array]) -> dict[str, Floats]:
    """What stands behind the encoder, and the embeddings of sides."""
    uses = {name: node for node in graph.node for name in node.input}
    plain = [node for node in graph.node if node.op_type == "MatMul" and node.input[1] in arrays]
    out: dict[str, Floats] = {}
    for name, node in zip(("hidden", "out"), plain, strict=True):
        out[f"{name}.weight"] = _floats(arrays[node.input[1]]).T
        out[f"{name}.bias"] = _floats(arrays[uses[node.output[0]].input[1]])
    [sides] = [node for node in graph.node if node.op_type == "Gather" and node.input[1] == "side_ids"]
    out["sides.weight"] = _floats(arrays[sides.input[0]])
    return out


def _floats(array: Array) -> Floats:
    return np.asarray(array, np.float32)
