"""Builds the ONNX graph of a BERT encoder from its arrays, node by node.

No exporter stands between: the fused operators onnxruntime is fast with
(`MultiHeadAttention`, `SkipLayerNormalization`, `Gelu`) and the way each
matrix is held (`Scheme`) are written down as they are meant.

In ``int8`` a matrix holds 8 bits a weight with a scale for each column or
block, and activations are rounded to 8 bits as they come; embeddings hold 8
bits with a scale a row.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

__all__ = ["Floats", "Graph", "Scheme", "Shape", "encoder", "shape_of"]

Floats = NDArray[np.float32]
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
        return self._dynamic(x, weight, bias, 127 if self.scheme is Scheme.DYNAMIC else 63)

    def _dynamic(self, x: str, weight: Floats, bias: Floats, top: int) -> str:
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-12) / top
        rounded = self.constant(np.rint(weight / scale).astype(np.int8))
        quantised, x_scale, x_zero = self.nodes_of("DynamicQuantizeLinear", x, outputs=3)
        zero = self.constant(np.zeros(weight.shape[1], np.int8))
        summed = self.node("MatMulInteger", quantised, rounded, x_zero, zero)
        factor = self.node("Mul", x_scale, self.constant(scale.astype(np.float32)))
        product = self.node("Mul", self.node("Cast", summed, to=TensorProto.FLOAT), factor)
        return self.node("Add", product, self.constant(bias))

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

    def model(self, inputs: Sequence[str], output: tuple[str, str, Sequence[str | int]]) -> onnx.ModelProto:
        """The finished model: inputs are int64 [batch, length]; `output` is (node, name, shape)."""
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
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="rashomon")


def encoder(
    graph: Graph, arrays: Mapping[str, Floats], shape: Shape, words: str, length_of: str, mask: str
) -> str:
    """The hidden states [batch, length, width] of a BERT encoder without its pooler.

    Args:
        graph: what the nodes are added to.
        arrays: the encoder's state by the names that `transformers` gives it.
        shape: layers, heads, epsilon.
        words: the node with the word embeddings, and whatever was added to them.
        length_of: an input [batch, length], by which positions are counted.
        mask: the input that is 1 where a token stands and 0 on padding.
    """
    positions = _positions(graph, arrays["embeddings.position_embeddings.weight"], length_of)
    types = graph.constant(arrays["embeddings.token_type_embeddings.weight"][0])
    summed = graph.node("Add", graph.node("Add", words, types), positions)
    norm = [graph.constant(arrays[f"embeddings.LayerNorm.{part}"]) for part in ("weight", "bias")]
    hidden = graph.node("LayerNormalization", summed, *norm, axis=-1, epsilon=shape.epsilon)
    padding = graph.node("Cast", mask, to=TensorProto.INT32)
    for layer in range(shape.layers):
        prefix = f"encoder.layer.{layer}."
        own = {name.removeprefix(prefix): a for name, a in arrays.items() if name.startswith(prefix)}
        hidden = _layer(graph, own, shape, hidden, padding)
    return hidden


def _positions(graph: Graph, table: Floats, length_of: str) -> str:
    length = graph.node("Slice", graph.node("Shape", length_of), *_whole(graph, 1, 2))
    return graph.node(
        "Slice", graph.constant(table), graph.constant(np.array([0])), length, graph.constant(np.array([0]))
    )


def _whole(graph: Graph, start: int, end: int) -> list[str]:
    return [graph.constant(np.array([value])) for value in (start, end)]


def _layer(graph: Graph, arrays: Mapping[str, Floats], shape: Shape, hidden: str, padding: str) -> str:
    names = [f"attention.self.{part}" for part in ("query", "key", "value")]
    weight = np.concatenate([arrays[f"{name}.weight"].T for name in names], axis=1)
    bias = np.concatenate([arrays[f"{name}.bias"] for name in names])
    three = graph.nodes_of("Split", graph.dense(hidden, weight, bias), outputs=3, axis=-1)
    seen = graph.node("ms:MultiHeadAttention", *three, "", padding, num_heads=shape.heads)
    hidden = _added(graph, arrays, "attention.output", seen, hidden, shape)
    wide = graph.dense(hidden, arrays["intermediate.dense.weight"].T, arrays["intermediate.dense.bias"])
    return _added(graph, arrays, "output", graph.node("ms:Gelu", wide), hidden, shape)


def _added(graph: Graph, arrays: Mapping[str, Floats], part: str, x: str, residual: str, shape: Shape) -> str:
    out = graph.dense(x, arrays[f"{part}.dense.weight"].T, arrays[f"{part}.dense.bias"])
    norm = [graph.constant(arrays[f"{part}.LayerNorm.{piece}"]) for piece in ("weight", "bias")]
    return graph.node("ms:SkipLayerNormalization", out, residual, *norm, epsilon=shape.epsilon)
