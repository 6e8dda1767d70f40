"""Builds the ONNX graph of a BERT encoder from its arrays, node by node.

No exporter stands between: the fused operators onnxruntime is fast with
(`MultiHeadAttention`, `SkipLayerNormalization`, `Gelu`) and the way each
matrix is held (`Scheme`) are written down as they are meant.

In the 8-bit schemes a matrix holds 8 bits a weight with a scale for each column
or block, and activations are rounded to 8 bits as they come; embeddings hold 8
bits with a scale a row.  With 4 bits, blocks of a column share a scale that is
itself a small multiple of the column's (two levels, as llama.cpp's K-quants),
the one of all that leaves the least squared error; they lie beside the graph,
and `rashomon.inference.packed` opens them as the 8-bit matrices that
onnxruntime is fast with (unpacked by nodes of the graph they took 1.7 GB).

An encoder may be one of MPNet too (`mpnet.as_bert`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from rashomon.inference.packed import DIGEST, ZERO, Packed, digest_of, unpacked
from training import mpnet, nibbles
from training.nibbles import Floats

__all__ = ["Floats", "Graph", "Scheme", "Shape", "below", "encoder", "shape_of"]

OPSET = 17
MICROSOFT = "com.microsoft"


class Scheme(StrEnum):
    """How the matrices are held."""

    FLOAT32 = "float32"
    DYNAMIC = "dynamic"
    """`MatMulInteger`: 8-bit weights, a scale a column; activations rounded over the whole tensor."""
    DYNAMIC7 = "dynamic7"
    """The same with 7-bit weights, which cannot saturate on processors without VNNI."""
    BLOCKS = "blocks"
    """`MatMulNBits`: 8-bit weights, a scale a block of `BLOCK` rows; activations rounded row by row."""
    NIBBLES = "nibbles"
    """As `DYNAMIC7`, kept in 4 bits: a scale a block of `nibbles.BLOCK` rows; embeddings in 4 bits too."""


BLOCK = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Of the encoder: how many layers and heads, and the epsilon of its layer norms."""

    layers: int
    heads: int
    epsilon: float


def shape_of(backbone: Path) -> Shape:
    """The encoder's shape by its ``config.json``."""
    config = json.loads((backbone / "config.json").read_text(encoding="utf-8"))
    return Shape(
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        epsilon=config["layer_norm_eps"],
    )


@dataclass(slots=True)
class Graph:
    """A graph being built; `node` and `constant` return the name of what they add."""

    scheme: Scheme
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)
    matrices: dict[str, Packed] = field(default_factory=dict)

    def constant(self, value: NDArray[np.generic]) -> str:
        """An array of the model."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, operator: str, *inputs: str, **attributes: object) -> str:
        """The first output of one operator; a name with a colon is one of onnxruntime's own."""
        return self.nodes_of(operator, *inputs, outputs=1, **attributes)[0]

    def nodes_of(self, operator: str, *inputs: str, outputs: int, **attributes: object) -> list[str]:
        """All outputs of one operator."""
        domain, _, kind = operator.rpartition(":")
        names = [f"n{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(
            helper.make_node(
                kind, list(inputs), names, domain={"": "", "ms": MICROSOFT}[domain], **attributes
            )
        )
        return names

    def embedding(self, ids: str, table: Floats) -> str:
        """The rows of `table` that `ids` name."""
        if self.scheme is Scheme.FLOAT32:
            return self.node("Gather", self.constant(table), ids)
        if self.scheme is Scheme.NIBBLES:
            return self._nibble_rows(ids, table)
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-12) / 127
        rounded = np.rint(table / scale).astype(np.int8)
        rows = self.node("Cast", self.node("Gather", self.constant(rounded), ids), to=TensorProto.FLOAT)
        return self.node("Mul", rows, self.node("Gather", self.constant(scale.astype(np.float32)), ids))

    def dense(self, x: str, weight: Floats, bias: Floats) -> str:
        """``x @ weight + bias``, the weight as [in, out]."""
        if self.scheme is Scheme.FLOAT32:
            return self.node("Add", self.node("MatMul", x, self.constant(weight)), self.constant(bias))
        if self.scheme is Scheme.BLOCKS:
            return self._blocks(x, weight, bias)
        if self.scheme is Scheme.NIBBLES:
            return self._integers(x, *self._left_out(weight), bias)
        top = 127 if self.scheme is Scheme.DYNAMIC else 63
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-12) / top
        return self._integers(x, self.constant(np.rint(weight / scale).astype(np.int8)), scale, bias)

    def _integers(self, x: str, rounded: str, scale: Floats, bias: Floats) -> str:
        """``x @ (rounded * scale) + bias``, the scale one of each column."""
        quantised, x_scale, x_zero = self.nodes_of("DynamicQuantizeLinear", x, outputs=3)
        zero = self.constant(np.zeros(len(scale), np.int8))
        summed = self.node("MatMulInteger", quantised, rounded, x_zero, zero)
        factor = self.node("Mul", x_scale, self.constant(scale.astype(np.float32)))
        product = self.node("Mul", self.node("Cast", summed, to=TensorProto.FLOAT), factor)
        return self.node("Add", product, self.constant(bias))

    def _left_out(self, weight: Floats) -> tuple[str, Floats]:
        """The name of an 8-bit matrix that lies beside the graph in 4 bits; its columns' scales."""
        numbers, times, scale = nibbles.two_levels(weight)
        name = f"m{len(self.matrices)}"
        self.matrices[name] = nibbles.packed(numbers, times)
        lies = onnx.StringStringEntryProto(key="location", value=name)
        self.constants.append(
            onnx.TensorProto(
                name=name,
                dims=weight.shape,
                data_type=TensorProto.INT8,
                data_location=TensorProto.EXTERNAL,
                external_data=[lies],
            )
        )
        return name, scale

    def _blocks(self, x: str, weight: Floats, bias: Floats) -> str:
        rows, columns = weight.shape
        blocks = weight.T.reshape(columns, rows // BLOCK, BLOCK)
        scale = np.maximum(np.abs(blocks).max(axis=2, keepdims=True), 1e-12) / 127
        rounded = (np.rint(blocks / scale) + 128).astype(np.uint8)
        return self.node(
            "ms:MatMulNBits",
            x,
            self.constant(rounded),
            self.constant(scale.astype(np.float32).reshape(columns, -1)),
            "",
            "",
            self.constant(bias),
            K=rows,
            N=columns,
            bits=8,
            block_size=BLOCK,
            accuracy_level=4,
        )

    def _nibble_rows(self, ids: str, table: Floats) -> str:
        """The rows of a table of which each number has 4 bits: the first half of a row in the lower ones."""
        width = table.shape[1]
        rounded, scale = nibbles.rows(table)
        held = rounded[:, : width // 2] | (rounded[:, width // 2 :] << 4)
        both = self.node("Gather", self.constant(held), ids)
        sixteen = self.constant(np.array(16, np.uint8))
        halves = [self.node(part, both, sixteen) for part in ("Mod", "Div")]
        numbers = self.node("Cast", self.node("Concat", *halves, axis=-1), to=TensorProto.FLOAT)
        centred = self.node("Sub", numbers, self.constant(np.array(ZERO, np.float32)))
        scales = self.node("Gather", self.constant(scale.astype(np.float16)), ids)
        factor = self.node("Unsqueeze", self.node("Cast", scales, to=TensorProto.FLOAT), *_whole(self, -1))
        shape = [0, 0, width // nibbles.BLOCK, nibbles.BLOCK]
        blocks = self.node("Mul", self.node("Reshape", centred, *_sizes(self, shape)), factor)
        return self.node("Reshape", blocks, *_sizes(self, [0, 0, width]))

    def model(self, inputs: Sequence[str], output: tuple[str, str, Sequence[str | int]]) -> onnx.ModelProto:
        """The finished model, which tells the digest of the matrices that are to lie beside it.

        Inputs are int64 [batch, length]; `output` is (node, name, shape).
        """
        node, name, shape = output
        self.nodes.append(helper.make_node("Identity", [node], [name]))
        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [helper.make_tensor_value_info(i, TensorProto.INT64, ["batch", "length"]) for i in inputs],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape))],
            self.constants,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="rashomon")
        if self.matrices:
            beside = {name: unpacked(matrix) for name, matrix in self.matrices.items()}
            helper.set_model_props(model, {DIGEST: digest_of(beside)})
        return model


def below(arrays: Mapping[str, Floats], prefix: str) -> dict[str, Floats]:
    """The arrays whose name begins with the prefix, without it."""
    return {name.removeprefix(prefix): a for name, a in arrays.items() if name.startswith(prefix)}


class _Seen(NamedTuple):
    """What attention is told: where pieces stand, and what is added to its products ("" for nothing)."""

    mask: str
    bias: str


def encoder(graph: Graph, arrays: Mapping[str, Floats], shape: Shape, words: str, mask: str) -> str:
    """The hidden states [batch, length, width] of a BERT encoder without its pooler.

    Args:
        graph: what the nodes are added to.
        arrays: the encoder's state by the names that `transformers` gives it.
        shape: layers, heads, epsilon.
        words: the node with the word embeddings, and whatever was added to them.
        mask: the input [batch, length] that is 1 where a token stands and 0 on padding; positions are counted
            along it.
    """
    positions = _positions(graph, arrays["embeddings.position_embeddings.weight"], mask)
    types = graph.constant(arrays["embeddings.token_type_embeddings.weight"][0])
    summed = graph.node("Add", graph.node("Add", words, types), positions)
    norm = [graph.constant(arrays[f"embeddings.LayerNorm.{part}"]) for part in ("weight", "bias")]
    hidden = graph.node("LayerNormalization", summed, *norm, axis=-1, epsilon=shape.epsilon)
    near = _nearness(graph, arrays[mpnet.RELATIVE], mask) if mpnet.RELATIVE in arrays else ""
    seen = _Seen(mask=graph.node("Cast", mask, to=TensorProto.INT32), bias=near)
    for layer in range(shape.layers):
        hidden = _layer(graph, below(arrays, f"encoder.layer.{layer}."), shape, hidden, seen)
    return hidden


def _positions(graph: Graph, table: Floats, length_of: str) -> str:
    length = graph.node("Slice", graph.node("Shape", length_of), *_whole(graph, 1, 2))
    return graph.node(
        "Slice", graph.constant(table), graph.constant(np.array([0])), length, graph.constant(np.array([0]))
    )


def _whole(graph: Graph, *values: int) -> list[str]:
    return [graph.constant(np.array([value])) for value in values]


def _sizes(graph: Graph, sizes: Sequence[int]) -> list[str]:
    return [graph.constant(np.array(sizes))]


def _nearness(graph: Graph, table: Floats, length_of: str) -> str:
    """What is added [1, head, piece, piece] to the products of attention, by how far apart pieces stand."""
    by_distance = table[mpnet.buckets(np.arange(-mpnet.FARTHEST, mpnet.FARTHEST + 1), len(table))].T
    length = graph.node("Squeeze", graph.node("Slice", graph.node("Shape", length_of), *_whole(graph, 1, 2)))
    ends = [graph.constant(np.array(value)) for value in (0, 1)]
    places = graph.node("Range", ends[0], length, ends[1])
    across = graph.node("Unsqueeze", places, *_whole(graph, 0))
    down = graph.node("Unsqueeze", places, *_whole(graph, 1))
    apart = graph.node("Add", graph.node("Sub", across, down), graph.constant(np.array(mpnet.FARTHEST)))
    found = graph.node("Gather", graph.constant(by_distance), apart, axis=1)
    return graph.node("Unsqueeze", found, *_whole(graph, 0))


def _layer(graph: Graph, arrays: Mapping[str, Floats], shape: Shape, hidden: str, seen: _Seen) -> str:
    names = [f"attention.self.{part}" for part in ("query", "key", "value")]
    weight = np.concatenate([arrays[f"{name}.weight"].T for name in names], axis=1)
    bias = np.concatenate([arrays[f"{name}.bias"] for name in names])
    three = graph.nodes_of("Split", graph.dense(hidden, weight, bias), outputs=3, axis=-1)
    asked = [*three, "", seen.mask, *([seen.bias] if seen.bias else [])]
    found = graph.node("ms:MultiHeadAttention", *asked, num_heads=shape.heads)
    hidden = _added(graph, below(arrays, "attention.output."), shape, found, hidden)
    wide = graph.dense(hidden, arrays["intermediate.dense.weight"].T, arrays["intermediate.dense.bias"])
    return _added(graph, below(arrays, "output."), shape, graph.node("ms:Gelu", wide), hidden)


def _added(graph: Graph, arrays: Mapping[str, Floats], shape: Shape, x: str, residual: str) -> str:
    out = graph.dense(x, arrays["dense.weight"].T, arrays["dense.bias"])
    norm = [graph.constant(arrays[f"LayerNorm.{part}"]) for part in ("weight", "bias")]
    return graph.node("ms:SkipLayerNormalization", out, residual, *norm, epsilon=shape.epsilon)
