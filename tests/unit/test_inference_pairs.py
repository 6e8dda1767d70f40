"""The reader of pairs, with the weights that come with the package."""

from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import Tokenizer

from rashomon.errors import WeightsMissing
from rashomon.inference import OnnxPairReader, has_pair_reader
from rashomon.inference.files import WEIGHTS
from rashomon.inference.pairs import KINDS, encoded
from rashomon.ports import InContext, PairReader

HELD = InContext("Police arrested the driver after the crash at Marn")
TAKEN = InContext("The man at the wheel was taken into custody after the crash at Marn")
FLED = InContext("The driver fled and has not been found")
BAKER = InContext("The baker of Tarnwick won a prize for his rye bread", before="Bread was sold.")


@pytest.fixture(scope="module")
def reader() -> OnnxPairReader:
    return OnnxPairReader(threads=2)


def test_it_is_a_reader_of_pairs_with_a_name(reader: OnnxPairReader) -> None:
    assert isinstance(reader, PairReader)
    assert reader.name


def test_what_is_told_again_or_contradicted_is_about_one_thing(reader: OnnxPairReader) -> None:
    again, against, another = reader.read([(HELD, TAKEN), (HELD, FLED), (HELD, BAKER)])
    assert again.same > again.contrary
    assert against.contrary > against.same
    assert min(again.about_one, against.about_one) > another.about_one


def test_shares_are_shares(reader: OnnxPairReader) -> None:
    strange = ["", "船", "\ud800", "x" * 100_000, "word " * 10_000]
    texts = [HELD, BAKER, *(InContext(text, before=text, after=text) for text in strange)]
    for reading in reader.read([(one, other) for one in texts for other in texts]):
        assert all(0.0 <= share <= 1.0 for share in (reading.same, reading.compatible, reading.contrary))
        assert reading.about_one <= 1.0
        assert set(reading.kinds) == set(KINDS)
        assert sum(reading.kinds.values()) == pytest.approx(1.0, abs=1e-4)


def test_a_pair_has_one_reading_whichever_comes_first_and_in_any_company(reader: OnnxPairReader) -> None:
    pairs = [(HELD, TAKEN), (HELD, FLED), (TAKEN, BAKER)]
    alone = [reader.read([pair])[0] for pair in pairs]
    assert reader.read(pairs) == alone
    assert reader.read([(other, one) for one, other in pairs]) == alone
    assert OnnxPairReader(threads=1).read(pairs) == alone


def test_what_stands_around_a_wording_is_marked_as_such() -> None:
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    told = InContext("It fell.", before="The tower stood. " * 40, after="he said " * 40)
    pieces, sides = encoded(tokenizer, told, InContext("No tower fell"))
    parts: dict[int, list[str]] = {}
    for piece, side in zip(pieces, sides, strict=True):
        parts.setdefault(side, []).append(str(tokenizer.id_to_token(piece)))
    assert parts[0] == ["[CLS]", "it", "fell", "[SEP]"]
    assert parts[1] == ["no", "tower", "fell", "[SEP]"]
    # the end of what stands before, the beginning of what stands behind
    assert parts[2][-14:] == ["tower", "stood", *["he", "said"] * 6]
    assert len(parts[2]) < 60
    assert 3 not in parts


def test_absent_weights_are_named(tmp_path: Path) -> None:
    assert not has_pair_reader(tmp_path)
    with pytest.raises(WeightsMissing, match=r"pairs\.onnx|tokenizer\.json"):
        OnnxPairReader(tmp_path).read([(InContext("He said so."), InContext("She said so."))])


@pytest.mark.parametrize("broken", [b"", b"no model at all"])
def test_a_broken_model_is_told_in_a_line(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "pairs.onnx").write_bytes(broken)
    (tmp_path / "tokenizer.json").symlink_to(WEIGHTS / "tokenizer.json")
    with pytest.raises(WeightsMissing, match=r"^pairs\.onnx in .* is not whole; install the package anew$"):
        OnnxPairReader(tmp_path).read([(HELD, TAKEN)])
