"""Files of rulings: what a line means, and what is said of one that means nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import InputError, MalformedInput
from rashomon.model import OriginRuling, Ruling
from rashomon.readers.rulings import read_rulings, ruling_of, written

FILE = """\
\ufeff# who is who
Ada Holt = Adda Holdt   # the agency
Tom Rask @ in/a.txt != Tom Rask @ https://ostmark.example/?id=3#top

Oda=Pell
"""


def read(text: str) -> list[Ruling | OriginRuling | InputError]:
    return list(read_rulings(text.encode(), name="who.txt"))


def test_a_file_of_rulings() -> None:
    assert read(FILE) == [
        Ruling(first="Ada Holt", second="Adda Holdt", same=True),
        Ruling(
            first="Tom Rask",
            second="Tom Rask",
            same=False,
            inputs=("in/a.txt", "https://ostmark.example/?id=3#top"),
        ),
        Ruling(first="Oda", second="Pell", same=True),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ada Holt", "has no '=' between two names"),
        ("Ada = Holt = Rask", "has more than one '='"),
        ("= Holt", "has no name before '='"),
        ("Ada !=", "has no name behind '!='"),
        ("@ a.txt = Holt", "has no name before '='"),
        ("Ada Holt = Ada Holt", "says the same name on both sides"),
        ("Ada @ a != Ada @ a", "says the same name on both sides"),
    ],
)
def test_a_line_that_is_none_is_told_with_its_place(line: str, told: str) -> None:
    [before, fault, after] = read(f"A = B\n  {line}\nC = D")
    assert isinstance(before, Ruling)
    assert isinstance(after, Ruling)
    assert isinstance(fault, InputError)
    assert fault.line().startswith(f"who.txt:2:3: {told}; write it as 'NAME = NAME'")
    assert fault.snippet() == f"{line}\n^"


def test_a_file_that_is_no_text() -> None:
    [fault] = read_rulings(b"Ada = \xff", name="who.txt")
    assert isinstance(fault, InputError)
    assert fault.line() == "who.txt: is not UTF-8 at byte 6; save the rulings as UTF-8"


_names = st.text(st.characters(categories=("L", "N"), include_characters="-.’“” "), min_size=1).map(
    lambda name: " ".join(name.split())
)
_inputs = st.none() | st.from_regex(r"[a-z/]{1,8}\.txt", fullmatch=True)


@given(_names.filter(bool), _names.filter(bool), st.booleans(), _inputs, _inputs)
def test_a_written_ruling_reads_as_itself(
    first: str, second: str, same: bool, one: str | None, other: str | None
) -> None:
    ruling = Ruling(first=first, second=second, same=same, inputs=(one, other))
    if (first, one) != (second, other):
        assert ruling_of(written(ruling)) == ruling


def test_a_ruling_on_origins_is_told_by_its_beginning() -> None:
    told = b"origins: Merid Wire = The Gull\nOrigin: A != B  # apart\norigins: A @ x.txt = B\n"
    *good, bad = list(read_rulings(told, name="r.txt"))
    assert good == [
        OriginRuling(first="Merid Wire", second="The Gull", same=True),
        OriginRuling(first="A", second="B", same=False),
    ]
    assert isinstance(bad, MalformedInput)
    assert [written(one) for one in good if isinstance(one, OriginRuling)] == [
        "origins: Merid Wire = The Gull",
        "origins: A != B",
    ]
