"""The embedder, with the weights that come with the package."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rashomon.errors import WeightsMissing
from rashomon.inference import OnnxEmbedder, has_embedder
from rashomon.ports import Embedder

SENTENCES = (
    "The ferry to Skerrow will not sail before Friday.",
    "No boat leaves for Skerrow until the end of the week.",
    "The baker of Tarnwick won a prize for his rye bread.",
)


@pytest.fixture(scope="module")
def embedder() -> OnnxEmbedder:
    return OnnxEmbedder(threads=2)


def test_it_is_an_embedder_with_a_name(embedder: OnnxEmbedder) -> None:
    assert isinstance(embedder, Embedder)
    assert embedder.name


def test_vectors_have_length_one(embedder: OnnxEmbedder) -> None:
    vectors = np.array(embedder.embed([*SENTENCES, "", "船", "\ud800", "x" * 100_000, "word " * 10_000]))
    assert vectors.shape == (8, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(8), abs=1e-5)


def test_what_means_the_same_lies_closer(embedder: OnnxEmbedder) -> None:
    ferry, boat, baker = map(np.array, embedder.embed(SENTENCES))
    assert ferry @ boat > ferry @ baker + 0.3


def test_a_sentence_has_one_vector_in_any_company(embedder: OnnxEmbedder) -> None:
    alone = [embedder.embed([sentence])[0] for sentence in SENTENCES]
    assert embedder.embed(SENTENCES) == alone
    assert embedder.embed(SENTENCES[::-1]) == alone[::-1]
    assert OnnxEmbedder(threads=1).embed(SENTENCES) == alone


def test_absent_weights_are_named(tmp_path: Path) -> None:
    assert not has_embedder(tmp_path)
    with pytest.raises(WeightsMissing, match=r"embedder\.onnx|tokenizer\.json"):
        OnnxEmbedder(tmp_path).embed(["He said so."])
