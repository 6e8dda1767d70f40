"""A corpus of invented articles and encoders of one small layer, drawn by chance."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import torch
from tests.builders.annotated import write_corpus
from transformers import BertConfig, BertModel

from rashomon.inference import WEIGHTS

VOCABULARY = 30_522


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    """Sums in one order, so that weights can be compared to the last bit."""
    torch.set_num_threads(1)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three invented articles in each part; lengthened, so that they fill several windows."""
    return write_corpus(tmp_path / "data", repeat=3)


def write_backbone(folder: Path) -> Path:
    """An encoder with BERT's tokenizer."""
    torch.manual_seed(5)
    config = BertConfig(
        vocab_size=VOCABULARY,
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=128,
    )
    folder.mkdir(parents=True)
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    shutil.copyfile(WEIGHTS / "tokenizer.json", folder / "tokenizer.json")
    return folder


@pytest.fixture
def backbone(tmp_path: Path) -> Path:
    return write_backbone(tmp_path / "backbone")
