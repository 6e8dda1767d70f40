"""The trained models, run by onnxruntime; their weights and cards are in `weights/`."""

from rashomon.inference.cascade import CascadedPairReader, pair_reader
from rashomon.inference.embedder import OnnxEmbedder
from rashomon.inference.files import WEIGHTS, has_embedder, has_pair_reader, has_tagger
from rashomon.inference.onnx import OnnxTagger
from rashomon.inference.pairs import OnnxPairReader

__all__ = [
    "WEIGHTS",
    "CascadedPairReader",
    "OnnxEmbedder",
    "OnnxPairReader",
    "OnnxTagger",
    "has_embedder",
    "has_pair_reader",
    "has_tagger",
    "pair_reader",
]
