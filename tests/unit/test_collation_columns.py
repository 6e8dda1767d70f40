"""Words in columns: closed-up words and numbers meet as wholes, no order spoils the table."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import permutations

import pytest
from tests.builders.quoting import report

from rashomon.collation.columns import columns_of
from rashomon.collation.compounds import joined
from rashomon.collation.units import Unit, passage_of
from rashomon.model import Policy


def _units(text: str) -> tuple[Unit, ...]:
    article, (statement,) = report("Tern", text)
    return passage_of(article, statement).units


def _rows(*texts: str) -> list[list[str]]:
    """Each text as it stands in the columns, a middle dot for nothing."""
    bodies = [_units(text) for text in texts]
    order = sorted(range(len(texts)), key=lambda row: (-len(bodies[row]), texts[row]))
    columns = columns_of(bodies, order, Policy())
    return [[unit.text if (unit := column[row]) else "·" for column in columns] for row in range(len(texts))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("take out", "takeout"),
        ("take out", "take-out"),
        ("any more", "anymore"),
        ("all right", "alright"),
        ("one in three", "one-in-three"),
        ("1 in 3", "one-in-three"),
        ("five per cent", "5%"),
        ("five percent", "5 per cent"),
        ("twenty-five", "25"),
        ("twenty five", "25"),
        ("two hundred", "200"),
        ("two hundred and five", "205"),
        ("1.5 million", "1,500,000"),
        ("four and a half million", "4.5 million"),
        ("three hundred thousand", "300,000"),
    ],
)
def test_what_is_written_as_one_stands_opposite_one(one: str, other: str) -> None:
    first, second = _rows(f"they said {one} of the crews", f"they said {other} of the crews")
    assert len(first) == 6
    assert first[2].replace(" ", "") == one.replace(" ", "")
    assert second[2] == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two hundred", "two thousand"),
        ("five per cent", "5 points"),
        ("twenty, five", "25"),
        ("two or three hundred", "200"),
        ("prime minister", "PM"),
        ("twenty five", "205"),
    ],
)
def test_what_is_not_the_same_is_not_joined(one: str, other: str) -> None:
    rows = [_units(f"they said {one} of the crews"), _units(f"they said {other} of the crews")]
    assert [[unit.key for unit in row] for row in joined(rows)] == [
        [unit.key for unit in row] for row in rows
    ]


def test_a_joined_unit_keeps_its_parts() -> None:
    row, _ = joined([_units("the “take out” plan"), _units("the takeout plan")])
    (unit,) = [unit for unit in row if unit.parts]
    assert [part.text for part in unit.parts] == ["take", "out"]
    assert (unit.lead_marks, unit.trail_marks) == ('"', '"')


def test_no_order_of_witnesses_changes_the_columns() -> None:
    texts = (
        "the ferry will not sail before the big old pier is mended",
        "the ferry won't sail until the old pier is mended, we think",
        "the big ferry will not sail before the pier is mended",
        "before the old pier is mended the ferry will not sail",
    )
    tables = set()
    for order in permutations(range(4)):
        rows = _rows(*(texts[number] for number in order))
        tables.add(tuple(sorted(tuple(row) for row in rows)))
    assert len(tables) == 1


def test_a_version_is_not_torn_between_two_places_with_the_same_words() -> None:
    rows = _rows(
        "The panel believes that the ledgers exist and has asked for the ledgers four times, he said",
        "The panel believes that the ledgers exist. The panel has asked for the ledgers four times",
        "The panel has asked for the ledgers four times",
    )
    words = [at for at, word in enumerate(rows[2]) if word != "·"]
    assert words == list(range(words[0], words[0] + 9))


def test_a_word_stands_where_most_have_it() -> None:
    rows = _rows(
        "we met on the third of June at the yard",
        "we met on the third of June near the yard",
        "we met on June 3 at the yard",
        "we met on 3 June at the yard",
    )
    assert len({row.index("June") for row in rows}) == 1


def test_hundreds_of_edited_copies_stay_one_table() -> None:
    rng = random.Random(7)
    words = [one + other for one in ("bel", "dor", "fim", "gus", "hap") for other in "aeiouyks"]
    texts = [" ".join(_edited(words, rng)) for _ in range(300)]
    rows = _rows(*texts)
    for text, row in zip(texts, rows, strict=True):
        assert [word for word in row if word != "·"] == text.split()
    kept = [sum(row[at] == word for row in rows) for word in words for at in range(len(rows[0]))]
    assert sum(sorted(kept)[-40:]) > 0.95 * sum(word in text.split() for text in texts for word in words)


def _edited(words: Sequence[str], rng: random.Random) -> list[str]:
    out = list(words)
    for _ in range(rng.randint(0, 3)):
        at = rng.randrange(len(out))
        out[at : at + 1] = rng.choice(
            ([], [rng.choice(("qat", "zun"))], [out[at], rng.choice(("vex", "jib"))])
        )
    return out
