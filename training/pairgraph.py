"""The network of a reader of pairs as an ONNX graph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from onnx import TensorProto

from rashomon.inference.packed import Packed
from rashomon.inference.pairs import KINDS, RELATIONS, SIDES
from training.graph import Floats, Graph, Scheme, Shape, below, encoder

__all__ = ["Model", "graph_of"]

INPUTS = ("input_ids", "side_ids", "attention_mask")


class Model(NamedTuple):
    """An ONNX graph, and the matrices that lie beside it, if there are any."""

    graph: bytes
    matrices: Mapping[str, Packed]


def graph_of(arrays: dict[str, Floats], shape: Shape, scheme: Scheme) -> Model:
    """The model: pieces, sides and mask of pairs in, scores of `RELATIONS` and `KINDS` out."""
    graph = Graph(scheme)
    bert = below(arrays, "bert.")
    words = graph.embedding("input_ids", bert["embeddings.word_embeddings.weight"])
    sides = graph.node("Gather", graph.constant(arrays["sides.weight"]), "side_ids")
    states = encoder(graph, bert, shape, graph.node("Add", words, sides), "attention_mask")
    words_own = graph.node("Less", "side_ids", graph.constant(np.array(SIDES // 2)))
    seen = graph.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    mask = graph.node("Mul", seen, graph.node("Cast", words_own, to=TensorProto.FLOAT))
    column = graph.node("Unsqueeze", mask, graph.constant(np.array([2])))
    along = graph.constant(np.array([1]))
    total = graph.node("ReduceSum", graph.node("Mul", states, column), along, keepdims=0)
    mean = graph.node("Div", total, graph.node("ReduceSum", column, along, keepdims=0))
    hidden = graph.node("ms:Gelu", _linear(graph, mean, arrays, "hidden"))
    output = (_linear(graph, hidden, arrays, "out"), "scores", ("batch", len(RELATIONS) + len(KINDS)))
    return Model(bytes(graph.model(INPUTS, output).SerializeToString()), graph.matrices)


def _linear(graph: Graph, x: str, arrays: dict[str, Floats], name: str) -> str:
    product = graph.node("MatMul", x, graph.constant(arrays[f"{name}.weight"].T))
    return graph.node("Add", product, graph.constant(arrays[f"{name}.bias"]))
