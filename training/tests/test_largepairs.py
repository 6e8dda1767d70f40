"""The larger reader of pairs as it is written: MPNet as a graph, its pieces' numbers, 4 bits a number."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NoReturn

import numpy as np
import onnx
import pytest
import torch
from transformers.models.mpnet.modeling_mpnet import MPNetEncoder

from rashomon.errors import WeightsMissing
from rashomon.inference import WEIGHTS, OnnxPairReader
from rashomon.inference.packed import ZERO, unpacked
from rashomon.inference.sessions import Runner
from training import largepairs, nibbles, paircommand
from training.graph import Scheme
from training.largepairs import large_graph, piece_numbers
from training.mpnet import buckets
from training.nibbles import Floats
from training.paircommand import tokenizer_of
from training.pairgraph import Model
from training.pairnetwork import PairNetwork
from training.tests.pairmaterial import FACTS, PAIR


def _scores(model: Model, pieces: list[int], sides: list[int]) -> Floats:
    given = {"input_ids": pieces, "side_ids": sides, "attention_mask": [1] * len(pieces)}
    matrices = {name: unpacked(matrix) for name, matrix in model.matrices.items()}
    runner = Runner(model.graph, threads=1, matrices=matrices)
    [out] = runner.run([{name: np.array(row, np.int64) for name, row in given.items()}])
    return out


def test_the_graph_is_the_network_asked_by_the_other_pieces_numbers(mpnet: Path) -> None:
    network = PairNetwork(mpnet).eval()
    with torch.no_grad():
        network.bert.encoder.relative_attention_bias.weight.normal_()
    asked, own = tokenizer_of(WEIGHTS), tokenizer_of(mpnet)
    words = "The ferry Otter ran aground off Tarn. " * 15
    sides = [at % 4 for at in range(len(asked.encode(words).ids))]
    numbers = torch.tensor([own.encode(words).ids])
    with torch.no_grad():
        expected = network(numbers, torch.tensor([sides]), torch.ones_like(numbers))[0].numpy()
    graph = large_graph(network, mpnet, piece_numbers(own, asked), Scheme.FLOAT32)
    assert len(sides) > 128
    np.testing.assert_allclose(_scores(graph, asked.encode(words).ids, sides), expected, atol=1e-4)


def _drawn(seed: int, *shape: int) -> Floats:
    """Some blocks are much larger than others, and some are nothing."""
    draw = np.random.default_rng(seed)
    sizes = np.exp(draw.normal(0, 1.5, shape)) * (draw.random(shape) < 0.8)
    out: Floats = (draw.normal(0, 1, shape) * sizes).astype(np.float32)
    return out


def _in_4_bits(network: PairNetwork) -> dict[str, torch.Tensor]:
    """The matrices, and the embeddings of pieces, that are kept in 4 bits."""
    return {
        name: tensor
        for name, tensor in network.bert.named_parameters()
        if tensor.ndim == 2 and ("word_embeddings" in name or "encoder.layer" in name)
    }


def _told(name: str, array: Floats) -> Floats:
    """What the 4 bits of one of them tell, by the numbers and scales themselves."""
    if "word_embeddings" in name:
        found, held = nibbles.rows(array)
        blocks = (found.astype(np.float32) - ZERO).reshape(*held.shape, nibbles.BLOCK)
        return (blocks * held.astype(np.float16).astype(np.float32)[..., None]).reshape(array.shape)
    found, times, scale = nibbles.two_levels(array.T)
    return ((found.astype(np.float32) - ZERO) * times * scale).reshape(array.T.shape).T.copy()


def test_the_graph_in_4_bits_is_that_of_the_numbers_they_tell(mpnet: Path) -> None:
    """But for the rounding of activations to 8 bits (3e-4 when measured); that of weights makes 1.4e-2."""
    network = PairNetwork(mpnet).eval()
    for seed, tensor in enumerate(_in_4_bits(network).values()):
        rows, columns = tensor.shape
        blocks = _drawn(seed, rows, columns // nibbles.BLOCK, nibbles.BLOCK)
        sizes = np.exp(np.random.default_rng(seed).normal(0, 1, (*blocks.shape[:2], 1)))
        spread = (blocks * sizes).reshape(rows, columns).astype(np.float32)
        tensor.data = torch.from_numpy(0.06 * spread / spread.std())
    numbers = piece_numbers(tokenizer_of(mpnet), tokenizer_of(WEIGHTS))
    pieces = tokenizer_of(WEIGHTS).encode("The ferry Otter ran aground off Tarn. " * 3).ids
    sides = [at % 4 for at in range(len(pieces))]

    def scores(scheme: Scheme) -> Floats:
        return _scores(large_graph(network, mpnet, numbers, scheme), pieces, sides)

    whole, kept = scores(Scheme.FLOAT32), scores(Scheme.NIBBLES)
    for name, tensor in _in_4_bits(network).items():
        tensor.data = torch.from_numpy(_told(name, tensor.detach().numpy()))
    told = scores(Scheme.FLOAT32)
    np.testing.assert_allclose(kept, told, atol=1e-3)
    assert np.abs(whole - told).max() > 1e-2


def test_a_piece_that_the_encoder_does_not_know_is_a_fault(mpnet: Path, tmp_path: Path) -> None:
    record = json.loads((WEIGHTS / "tokenizer.json").read_text(encoding="utf-8"))
    record["model"]["vocab"]["rashomonish"] = len(record["model"]["vocab"])
    (tmp_path / "tokenizer.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(KeyError, match="rashomonish"):
        piece_numbers(tokenizer_of(mpnet), tokenizer_of(tmp_path))


def test_distances_fall_into_the_buckets_of_mpnet() -> None:
    distances = np.arange(-511, 512)
    theirs = MPNetEncoder.relative_position_bucket(torch.from_numpy(distances), num_buckets=32)
    assert buckets(distances, 32).tolist() == theirs.tolist()


@pytest.fixture
def command(mpnet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of the command, with one story of facts and few pairs of events."""
    facts, out = tmp_path / "facts", tmp_path / "weights"
    for folder in (facts, out):
        folder.mkdir()
    (facts / "tarn.txt").write_text(FACTS, encoding="utf-8")
    shutil.copyfile(WEIGHTS / "tokenizer.json", out / "tokenizer.json")
    monkeypatch.setattr(paircommand, "FACTS", facts)
    monkeypatch.setattr(paircommand, "HELD", facts)
    monkeypatch.setattr(largepairs, "FACT_SHARE", 0.5)
    monkeypatch.setattr(largepairs, "event_examples", lambda _: iter([PAIR] * 5))
    return [str(mpnet), str(out), "--kept", str(tmp_path / "kept")]


def test_the_command_learns_writes_both_files_and_learns_nothing_twice(
    command: list[str], mpnet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, kept = tmp_path / "weights", tmp_path / "kept"
    largepairs.main(command)
    made = sorted(file.name for file in out.iterdir())
    assert made == ["pairs-large.npz", "pairs-large.onnx", "tokenizer.json"]
    assert [file.name for file in kept.iterdir()] == ["large.pt"]
    learnt = torch.load(kept / "large.pt", weights_only=True)["network"]
    came = PairNetwork(mpnet).state_dict()
    pieces, layer = "bert.embeddings.word_embeddings.weight", "bert.encoder.layer.1.output.dense.weight"
    assert torch.equal(learnt[pieces], came[pieces])
    assert not torch.equal(learnt[layer], came[layer])
    [reading] = OnnxPairReader(out, large=True, threads=1).read([(PAIR.first, PAIR.second)])
    assert 0 < reading.contrary < 1
    capsys.readouterr()
    largepairs.main(command)
    told = capsys.readouterr().out
    assert "goes on from large.pt" in told
    assert "step" not in told


def test_a_model_is_not_opened_with_the_matrices_of_another(command: list[str], tmp_path: Path) -> None:
    largepairs.main(command)
    out = tmp_path / "weights"
    matrices = out / "pairs-large.npz"
    with np.load(matrices) as held:
        of_another = {name: array.copy() for name, array in held.items()}
    of_another["m1.pairs"][0, 0, 0] ^= 1
    np.savez(matrices, **of_another)
    with pytest.raises(
        WeightsMissing, match=r"pairs-large\.onnx in .*the matrices beside it are not its own"
    ):
        OnnxPairReader(out, large=True, threads=1).read([(PAIR.first, PAIR.second)])
    model = onnx.load(out / "pairs-large.onnx", load_external_data=False)
    del model.metadata_props[:]
    (out / "pairs-large.onnx").write_bytes(model.SerializeToString())
    OnnxPairReader(out, large=True, threads=1).read([(PAIR.first, PAIR.second)])


def test_what_a_model_cannot_be_written_without_is_told_before_anything_is_learnt(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def learnt(*_: object) -> NoReturn:
        raise AssertionError("it learnt for hours")

    monkeypatch.setattr(largepairs, "resumed", learnt)
    pieces = tmp_path / "weights" / "tokenizer.json"
    record = json.loads(pieces.read_text(encoding="utf-8"))
    record["model"]["vocab"]["rashomonish"] = len(record["model"]["vocab"])
    pieces.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(KeyError, match="rashomonish"):
        largepairs.main(command)
    pieces.unlink()
    with pytest.raises(FileNotFoundError, match=r"tokenizer\.json"):
        largepairs.main(command)


def test_a_model_that_is_not_written_to_its_end_is_not_there(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> NoReturn:
        with self.open("wb") as stream:
            stream.write(data[:100])
        raise OSError("no room")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no room"):
        largepairs.main(command)
    assert not (tmp_path / "weights" / "pairs-large.onnx").exists()


@pytest.mark.parametrize("seed", range(20))
def test_a_matrix_in_4_bits_has_7_with_its_multiples(seed: int) -> None:
    weight = _drawn(seed, 96, 5)
    found, times, scale = nibbles.two_levels(weight)
    assert found.max() < 16
    assert times.min() >= 1
    whole = (found.astype(int) - ZERO) * times
    assert np.abs(whole).max() <= ZERO * nibbles.MOST < 64
    told = (whole * scale).reshape(weight.shape)
    assert ((told - weight) ** 2).sum() < 0.02 * (weight**2).sum()


@pytest.mark.parametrize("seed", range(20))
def test_a_row_in_4_bits_errs_by_a_part_of_its_blocks(seed: int) -> None:
    table = _drawn(seed, 4, 64)
    found, scale = nibbles.rows(table)
    assert found.max() < 16
    told = (found.astype(np.float32) - ZERO).reshape(4, 2, 32) * scale[..., None]
    blocks = table.reshape(4, 2, 32)
    assert (np.abs(told - blocks).max(axis=2) <= 0.31 * np.abs(blocks).max(axis=2) + 1e-6).all()
    assert ((told - blocks) ** 2).sum() < 0.02 * (blocks**2).sum()


def test_what_4_bits_can_tell_is_told_exactly() -> None:
    block = np.array([*range(-7, 8), *range(-7, 8), 0, 0], np.float32)
    weight = np.stack([block, 4 * block], axis=1)
    found, times, scale = nibbles.two_levels(weight)
    told = ((found.astype(int) - ZERO) * times * scale).reshape(weight.shape)
    np.testing.assert_allclose(told, weight, atol=1e-5)
    found, held = nibbles.rows(weight.T.copy())
    np.testing.assert_allclose((found.astype(int) - ZERO) * held, weight.T, atol=1e-5)
