"""A corpus of invented articles and encoders of one small layer, drawn by chance."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import torch
from tests.builders.annotated import write_corpus
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from rashomon.inference import WEIGHTS

VOCABULARY = 30_522
_FIRST = ("<s>", "<pad>", "</s>", "<unk>")


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


@pytest.fixture
def mpnet(tmp_path: Path) -> Path:
    """A small encoder, by chance, that counts BERT's pieces from 4."""
    torch.manual_seed(3)
    record = json.loads((WEIGHTS / "tokenizer.json").read_text(encoding="utf-8"))
    pieces = {piece: number + len(_FIRST) for piece, number in record["model"]["vocab"].items()}
    record["model"]["vocab"] = {**{piece: at for at, piece in enumerate(_FIRST)}, **pieces}
    record["added_tokens"] = []
    ends = {
        piece: {"id": piece, "ids": [number], "tokens": [piece]}
        for piece, number in (("<s>", 0), ("</s>", 2))
    }
    marks = [{"SpecialToken": {"id": piece, "type_id": 0}} for piece in ("<s>", "</s>")]
    single = [marks[0], {"Sequence": {"id": "A", "type_id": 0}}, marks[1]]
    record["post_processor"] = {
        "type": "TemplateProcessing",
        "single": single,
        "pair": single,
        "special_tokens": ends,
    }
    config = MPNetConfig(
        vocab_size=len(pieces) + len(_FIRST) + 1,
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=96,
        max_position_embeddings=514,
    )
    folder = tmp_path / "mpnet"
    folder.mkdir()
    MPNetModel(config, add_pooling_layer=False).save_pretrained(folder)
    (folder / "tokenizer.json").write_text(json.dumps(record), encoding="utf-8")
    return folder
