"""What takes a while to open is opened once, by whoever is first, and its faults are told to who asks."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread, get_ident

import pytest

from rashomon.errors import WeightsMissing
from rashomon.inference.cascade import pair_reader
from rashomon.inference.files import WEIGHTS
from rashomon.inference.later import Later
from rashomon.ports import InContext


def test_it_is_made_once_and_not_before_it_is_asked_for() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    later = Later(make)
    assert made == []
    assert [later.get(), later.get()] == [0, 0]
    later.begin()
    assert made == [0]


def test_it_is_made_in_another_thread_and_who_asks_meanwhile_waits_for_it() -> None:
    go, began = Event(), Event()

    def make() -> int:
        began.set()
        go.wait(10)
        return get_ident()

    later = Later(make)
    later.begin()
    assert began.wait(10)
    got: list[int] = []
    asks = Thread(target=lambda: got.append(later.get()))
    asks.start()
    assert got == []
    go.set()
    asks.join(10)
    assert got == [later.get()]
    assert got[0] not in (get_ident(), asks.ident)


def test_a_fault_met_in_the_background_is_raised_where_it_is_asked_for(tmp_path: Path) -> None:
    for name in ("tokenizer.json", "pairs.onnx"):
        (tmp_path / name).symlink_to(WEIGHTS / name)
    (tmp_path / "pairs-large.onnx").write_bytes(b"no model")
    (tmp_path / "pairs-large.npz").write_bytes(b"no matrices")
    reader = pair_reader(tmp_path, ahead=True)
    assert reader is not None
    held = InContext("Police arrested the driver after the crash at Marn")
    alike = (held, InContext("Marn police are holding the man who drove the lorry"))
    for _ in range(2):
        with pytest.raises(WeightsMissing, match=r"pairs-large"):
            reader.read([alike])
