"""Turns a trained checkpoint into the files that `rashomon.inference` runs.

    python -m training.export CHECKPOINT OUT --backbone FOLDER --name NAME [--window N] [--overlap N]

The checkpoint is a state of the network in `training`: an encoder (``bert.``),
quote features (``q.``), a layer of emissions (``out.``) and a CRF (``crf.``).
Written are ``tagger.onnx``, ``tagger.json`` and ``tokenizer.json``.  The graph
is held against torch on random input, in 32-bit floats (where it has to agree
to rounding) and as it is written (where the difference is printed).
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from training.graph import Floats, Graph, Scheme, Shape, below, encoder, shape_of
from training.tags import TAGS

__all__ = ["Recipe", "emissions_graph", "export", "load_arrays"]

INPUTS = ("input_ids", "quote_ids", "attention_mask")
NEWLINE = "[unused0]"
CLOSE = 1e-3  # the most that 32-bit emissions may differ from those of torch


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What goes into ``tagger.json`` beside the weights, and how the matrices are held."""

    name: str
    window: int
    overlap: int
    scheme: Scheme = Scheme.DYNAMIC7


def load_arrays(checkpoint: Path) -> dict[str, Floats]:
    """The checkpoint's arrays by name, in 32-bit floats."""
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    return {name: tensor.float().numpy() for name, tensor in state.items()}


def emissions_graph(arrays: Mapping[str, Floats], shape: Shape, scheme: Scheme) -> bytes:
    """The ONNX model: pieces, quote numbers and mask in, a score for each piece and tag out."""
    graph = Graph(scheme)
    bert = below(arrays, "bert.")
    words = graph.embedding("input_ids", bert["embeddings.word_embeddings.weight"])
    quotes = graph.node("Gather", graph.constant(arrays["q.weight"]), "quote_ids")
    summed = graph.node("Add", words, quotes)
    hidden = encoder(graph, bert, shape, summed, "attention_mask")
    scores = graph.node("MatMul", hidden, graph.constant(arrays["out.weight"].T))
    scores = graph.node("Add", scores, graph.constant(arrays["out.bias"]))
    output = (scores, "emissions", ("batch", "length", len(TAGS)))
    return bytes(graph.model(INPUTS, output).SerializeToString())


def export(checkpoint: Path, out: Path, backbone: Path, recipe: Recipe) -> None:
    """Write the tagger's files.

    Args:
        checkpoint: the trained state.
        out: the folder to write into; made if need be.
        backbone: the folder with the encoder's ``config.json`` and ``tokenizer.json``.
        recipe: name, window, and how the matrices are held.

    Raises:
        ValueError: if the graph does not agree with torch.
    """
    arrays, shape = load_arrays(checkpoint), shape_of(backbone)
    exact = emissions_graph(arrays, shape, Scheme.FLOAT32)
    written = emissions_graph(arrays, shape, recipe.scheme)
    apart = _difference(exact, arrays, backbone)
    if apart > CLOSE:
        raise ValueError(f"the graph's emissions differ from torch's by {apart:.4f}")
    out.mkdir(parents=True, exist_ok=True)
    (out / "tagger.onnx").write_bytes(written)
    record = _record(arrays, backbone / "tokenizer.json", recipe)
    (out / "tagger.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(backbone / "tokenizer.json", out / "tokenizer.json")
    print(f"float32: within {apart:.6f} of torch, {len(exact) / 1e6:.1f} MB")
    print(
        f"{recipe.scheme}: within {_difference(written, arrays, backbone):.3f}, {len(written) / 1e6:.1f} MB"
    )


def _record(arrays: Mapping[str, Floats], tokenizer: Path, recipe: Recipe) -> dict[str, object]:
    pieces = Tokenizer.from_file(str(tokenizer))
    crf = below(arrays, "crf.")
    return {
        "name": recipe.name,
        "tags": TAGS,
        "transitions": _rounded(crf["T"] + crf["ban"]),
        "start": _rounded(crf["s"] + crf["bans"]),
        "end": _rounded(crf["e"]),
        "window": recipe.window,
        "overlap": recipe.overlap,
        "newline_id": pieces.token_to_id(NEWLINE),
        "cls": pieces.token_to_id("[CLS]"),
        "sep": pieces.token_to_id("[SEP]"),
        "unk": pieces.token_to_id("[UNK]"),
        "pad": pieces.token_to_id("[PAD]"),
        "scheme": recipe.scheme,
    }


def _rounded(values: Floats) -> object:
    return np.round(values.astype(np.float64), 5).tolist()


def _difference(model: bytes, arrays: Mapping[str, Floats], backbone: Path) -> float:
    """The largest difference between the model's emissions and torch's on random input."""
    draw = np.random.default_rng(1)
    size = (2, 100)
    inputs = {
        "input_ids": draw.integers(1000, 30000, size),
        "quote_ids": draw.integers(0, 5, size),
        "attention_mask": np.ones(size, np.int64),
    }
    inputs["attention_mask"][1, 70:] = 0
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    (ours,) = session.run(None, inputs)
    seen = inputs["attention_mask"] > 0
    return float(np.abs(ours - _torch(inputs, arrays, backbone))[seen].max())


def _torch(inputs: Mapping[str, NDArray[np.int64]], arrays: Mapping[str, Floats], backbone: Path) -> Floats:
    bert = BertModel(BertConfig.from_pretrained(str(backbone)), add_pooling_layer=False).eval()
    bert.load_state_dict({n: torch.from_numpy(a) for n, a in below(arrays, "bert.").items()}, strict=False)
    ids, quotes, mask = (torch.from_numpy(inputs[name]) for name in INPUTS)
    summed = bert.embeddings.word_embeddings(ids) + torch.from_numpy(arrays["q.weight"])[quotes]
    with torch.no_grad():
        hidden = bert(inputs_embeds=summed, attention_mask=mask).last_hidden_state.numpy()
    scores: Floats = hidden @ arrays["out.weight"].T + arrays["out.bias"]
    return scores


def main(words: Sequence[str] | None = None) -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--backbone", type=Path, required=True, help="folder of config.json, tokenizer.json")
    parser.add_argument("--name", required=True)
    parser.add_argument("--window", type=int, default=256)
    parser.add_argument("--overlap", type=int, default=128)
    parser.add_argument("--scheme", type=Scheme, choices=list(Scheme), default=Scheme.DYNAMIC7)
    given = parser.parse_args(words)
    recipe = Recipe(name=given.name, window=given.window, overlap=given.overlap, scheme=given.scheme)
    export(given.checkpoint, given.out, given.backbone, recipe)


if __name__ == "__main__":
    main()
