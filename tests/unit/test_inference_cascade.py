"""A small reader of pairs and a large one that reads again what the small one suspects."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pytest

from rashomon.errors import WeightsMissing
from rashomon.inference import CascadedPairReader, OnnxPairReader, pair_reader
from rashomon.inference.cascade import ABOUT_ONE, CONTRARY, SAME, mixed
from rashomon.inference.files import WEIGHTS, has_large_pair_reader
from rashomon.ports import CloseReader, InContext, PairReader, Reading
from rashomon.wiring import models_for

Asked = tuple[InContext, InContext]


def _reading(compatible: float, contrary: float) -> Reading:
    return Reading(same=0.0, compatible=compatible, contrary=contrary, kinds={})


@dataclass
class Told:
    """A reader that says of each pair what its first wording is said to be."""

    said: dict[str, Reading]
    name: str = "told-1"
    asked: list[Asked] = field(default_factory=list)

    def read(self, pairs: Sequence[Asked]) -> list[Reading]:
        self.asked += pairs
        return [self.said[one.words] for one, _ in pairs]


def _pair(words: str) -> Asked:
    return InContext(words), InContext("Another one")


def test_only_what_the_small_one_suspects_is_read_again_and_stays_in_its_place() -> None:
    small = Told(
        {
            "apart": _reading(ABOUT_ONE - 0.01, 0.0),
            "one": _reading(ABOUT_ONE, 0.0),
            "against": _reading(0.0, CONTRARY),
            "nothing": _reading(0.0, CONTRARY - 0.01),
            "same": Reading(same=SAME, compatible=1 - SAME, contrary=0.0, kinds={}),
        }
    )
    large = Told({"one": _reading(0.9, 0.05), "against": _reading(0.01, 0.02)}, name="told-2")
    pairs = [_pair(words) for words in ("against", "apart", "one", "nothing", "same")]
    readings = CascadedPairReader(small, large).read(pairs)
    assert large.asked == [pairs[0], pairs[2]]
    assert readings == [
        mixed(small.said["against"], large.said["against"]),
        replace(small.said["apart"], closely=False),
        mixed(small.said["one"], large.said["one"]),
        replace(small.said["nothing"], closely=False),
        replace(small.said["same"], closely=False),
    ]


def test_what_is_to_be_read_closely_is_read_by_both_whatever_the_small_one_says() -> None:
    small = Told({"apart": _reading(0.0, 0.0), "nothing": _reading(0.01, 0.02)})
    large = Told({"apart": _reading(0.1, 0.6), "nothing": _reading(0.2, 0.1)}, name="told-2")
    reader = CascadedPairReader(small, large)
    assert isinstance(reader, CloseReader)
    readings = reader.read_closely([_pair("nothing"), _pair("apart")])
    assert readings == [mixed(small.said[words], large.said[words]) for words in ("nothing", "apart")]
    assert all(reading.closely for reading in readings)


def test_what_lies_between_is_nearer_to_the_large_one_and_its_shares_are_shares() -> None:
    small = Reading(same=0.2, compatible=0.1, contrary=0.6, kinds={"date": 0.25, "name": 0.75})
    large = Reading(same=0.1, compatible=0.5, contrary=0.2, kinds={"name": 0.25, "date": 0.75})
    between = mixed(small, large)
    assert 0.1 < between.same < 0.15
    assert 0.3 < between.compatible < 0.5
    assert 0.2 < between.contrary < 0.4
    assert 0.5 < between.kinds["date"] < 0.75
    assert sum(between.kinds.values()) == pytest.approx(1.0)


class Unopened(OnnxPairReader):
    """One that must not open its network."""

    def _opened(self) -> NoReturn:
        raise AssertionError("it was opened")


def test_the_large_one_stays_unopened_where_nothing_is_suspected() -> None:
    small = Told({"apart": _reading(0.0, 0.0)})
    reader = CascadedPairReader(small, Unopened(large=True))
    assert reader.read([_pair("apart")]) == [replace(small.said["apart"], closely=False)]
    assert Unopened().read([]) == []


def test_nothing_is_read_of_nothing_and_the_name_tells_both() -> None:
    reader = CascadedPairReader(Told({}), Told({}, name="told-2"))
    assert isinstance(reader, PairReader)
    assert reader.read([]) == []
    assert reader.name == "told-1+told-2"


def test_the_package_reads_with_both() -> None:
    reader = models_for("auto").pairs
    assert isinstance(reader, CascadedPairReader)
    assert reader.name == "minilm-pairs-3+mpnet-pairs-2"


@pytest.mark.parametrize("broken", [None, b"", b"PK", b"no archive at all"])
def test_matrices_that_are_absent_or_broken_are_named(tmp_path: Path, broken: bytes | None) -> None:
    for name in ("pairs-large.onnx", "tokenizer.json"):
        shutil.copyfile(WEIGHTS / name, tmp_path / name)
    if broken is not None:
        (tmp_path / "pairs-large.npz").write_bytes(broken)
    with pytest.raises(WeightsMissing, match=r"pairs-large\.npz"):
        OnnxPairReader(tmp_path, large=True).read([_pair("It sank.")])


def _without(name: str) -> bytes:
    """The matrices that ship, without one."""
    with np.load(WEIGHTS / "pairs-large.npz") as held:
        return _archive({part: held[part] for part in held.files if part.partition(".")[0] != name})


def _archive(arrays: Mapping[str, Any]) -> bytes:
    out = BytesIO()
    np.savez(out, **arrays)
    return out.getvalue()


def _array() -> bytes:
    out = BytesIO()
    np.save(out, np.zeros(3))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("pairs-large.onnx", b""),
        ("pairs-large.onnx", b"no model at all"),
        ("pairs-large.npz", _archive({})),
        ("pairs-large.npz", _array()),
        (
            "pairs-large.npz",
            _archive({"m0.pairs": np.zeros(3, np.uint8), "m0.times": np.zeros(3, np.uint8)}),
        ),
        ("pairs-large.npz", None),
    ],
)
def test_a_broken_file_or_one_without_a_matrix_is_told_in_a_line(
    tmp_path: Path, name: str, broken: bytes | None
) -> None:
    for file in ("pairs-large.onnx", "pairs-large.npz", "tokenizer.json"):
        (tmp_path / file).symlink_to(WEIGHTS / file)
    (tmp_path / name).unlink()
    (tmp_path / name).write_bytes(_without("m3") if broken is None else broken)
    with pytest.raises(
        WeightsMissing, match=r"^pairs-large\.\w+ in .* is not whole.*; install the package anew$"
    ):
        OnnxPairReader(tmp_path, large=True).read([_pair("It sank.")])


@pytest.fixture
def small_alone(tmp_path: Path) -> Path:
    """A folder with the small one."""
    for name in ("pairs.onnx", "tokenizer.json"):
        (tmp_path / name).symlink_to(WEIGHTS / name)
    return tmp_path


def test_a_folder_without_the_large_one_reads_with_the_small_one(small_alone: Path) -> None:
    assert not has_large_pair_reader(small_alone)
    reader = pair_reader(small_alone, threads=1)
    assert isinstance(reader, OnnxPairReader)
    assert reader.name == "minilm-pairs-3"
    (small_alone / "pairs.onnx").unlink()
    assert pair_reader(small_alone) is None


@pytest.mark.parametrize(
    ("there", "missing"),
    [("pairs-large.onnx", "pairs-large.npz"), ("pairs-large.npz", "pairs-large.onnx")],
)
def test_half_of_the_large_one_is_a_fault(small_alone: Path, there: str, missing: str) -> None:
    (small_alone / there).symlink_to(WEIGHTS / there)
    with pytest.raises(WeightsMissing, match=f"^{missing} is not in .*; install the package anew$"):
        pair_reader(small_alone)


HELD = InContext("Police arrested the driver after the crash at Marn")
FLED = InContext("The driver fled and has not been found")
HOLDING = InContext("Marn police are holding the man who drove the lorry")
TAKEN = InContext("The man at the wheel was taken into custody after the crash at Marn")


@pytest.fixture(scope="module")
def both() -> PairReader:
    reader = pair_reader(threads=2)
    assert reader is not None
    return reader


def test_a_pair_has_one_reading_whichever_comes_first_and_in_any_company(both: PairReader) -> None:
    pairs = [(HELD, TAKEN), (HELD, FLED), (TAKEN, FLED)]
    alone = [both.read([pair])[0] for pair in pairs]
    assert list(both.read(pairs)) == alone
    assert list(both.read([(other, one) for one, other in pairs])) == alone


def test_the_large_one_is_asked_by_the_same_pieces(both: PairReader) -> None:
    pairs = [(HELD, HOLDING), (HELD, FLED)]
    again, against, sure = both.read([*pairs, (HELD, TAKEN)])
    small, large = (OnnxPairReader(large=size, threads=1).read(pairs) for size in (False, True))
    [alone] = OnnxPairReader(threads=1).read([(HELD, TAKEN)])
    assert sure == replace(alone, closely=False)
    assert [again, against] == [mixed(*told) for told in zip(small, large, strict=True)]
    assert large[0].same > 0.5 > large[0].contrary
    assert large[1].contrary > 0.5 > large[1].same
    assert again.same > 0.5 > again.contrary
    assert against.contrary > 0.5 > against.same
