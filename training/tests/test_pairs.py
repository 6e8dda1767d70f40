"""The reader of pairs: what it is asked of a pair whose relation is known only in part, and going on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from evaluation.facts import (
    APART,
    COMPATIBLE,
    CONTRARY,
    DIFFERING,
    NOT_APART,
    NOT_CONTRARY,
    SAME,
    UNKNOWN,
    Example,
)
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.processors import TemplateProcessing
from torch import nn

from rashomon.inference.pairs import KINDS, RELATIONS
from rashomon.ports import InContext
from training.pairnetwork import (
    SMOOTHED,
    TAUGHT,
    Encoded,
    Scores,
    _cost,
    _relation_losses,
    _teacher_losses,
    encode,
)
from training.pairs import TAUGHT_APART, _resumed, _taught, _thinned
from training.pairteacher import _drawn


def _sure_of(relation: int) -> torch.Tensor:
    return torch.nn.functional.one_hot(torch.tensor([relation]), 4).float() * 40


def test_a_known_relation_is_learnt_as_a_smoothed_class() -> None:
    scores = torch.randn(3, 4, generator=torch.Generator().manual_seed(1))
    told = [SAME, CONTRARY, APART]
    expected = nn.functional.cross_entropy(scores, torch.tensor(told), label_smoothing=SMOOTHED)
    assert float(_relation_losses(scores, told).mean()) == pytest.approx(float(expected), abs=1e-5)


@pytest.mark.parametrize(
    ("told", "free", "ruled_out"),
    [
        (NOT_APART, (SAME, COMPATIBLE, CONTRARY), (APART,)),
        (NOT_CONTRARY, (SAME, COMPATIBLE, APART), (CONTRARY,)),
        (DIFFERING, (COMPATIBLE, CONTRARY), (SAME, APART)),
        (UNKNOWN, (SAME, COMPATIBLE, CONTRARY, APART), ()),
    ],
)
def test_of_what_is_known_in_part_only_the_rest_costs(
    told: int, free: tuple[int, ...], ruled_out: tuple[int, ...]
) -> None:
    assert all(float(_relation_losses(_sure_of(relation), [told])) < 1e-6 for relation in free)
    assert all(float(_relation_losses(_sure_of(relation), [told])) > 10 for relation in ruled_out)


def test_what_was_learnt_before_is_not_learnt_again(tmp_path: Path) -> None:
    network, kept = nn.Linear(2, 2), tmp_path / "facts.pt"
    asked: list[int] = []
    _resumed(network, kept, lambda: asked.append(1))
    other = nn.Linear(2, 2)
    _resumed(other, kept, lambda: asked.append(2))
    assert asked == [1]
    assert torch.equal(network.weight, other.weight)


def _pair(words: str, number: int, relation: int) -> Example:
    return Example(first=InContext(words), second=InContext(str(number)), relation=relation)


def test_only_pairs_that_tell_two_things_are_thinned() -> None:
    events = [_pair("a", n, CONTRARY) for n in range(50)] + [_pair("b", n, APART) for n in range(400)]
    kept = _thinned(events, random.Random(1))
    assert kept[:50] == list(range(50))
    assert 100 < len(kept[50:]) < 200
    assert len(set(kept)) == len(kept)


def test_a_teacher_is_agreed_with_where_the_shares_are_the_same() -> None:
    teacher = torch.randn(5, len(RELATIONS) + len(KINDS), generator=torch.Generator().manual_seed(2))
    agreeing = _teacher_losses(teacher, teacher)
    assert all(bool((_teacher_losses(x, teacher) > agreeing).all()) for x in (-teacher, teacher.roll(1, 1)))


def test_a_teacher_that_sees_no_contradiction_teaches_no_kind() -> None:
    teacher = torch.zeros(1, len(RELATIONS) + len(KINDS))
    teacher[0, CONTRARY] = -40
    scores = teacher.clone()
    scores[0, len(RELATIONS) + 1] = 30
    assert float(_teacher_losses(scores, teacher)) == pytest.approx(float(_teacher_losses(teacher, teacher)))


def test_only_the_first_pairs_are_taught() -> None:
    pairs = [_pair("a", n, SAME) for n in range(3)]
    rows = encode(pairs, _tokenizer(), [np.ones(11, np.float32), None])
    assert [row.taught is not None for row in rows] == [True, False, False]


def test_a_teacher_takes_weight_from_the_gold_of_its_own_pairs_only() -> None:
    told = np.zeros(len(RELATIONS) + len(KINDS), np.float32)
    told[SAME] = 40
    rows = [
        Encoded([1, 2], [0, 2], CONTRARY, 0, told),
        Encoded([1, 3], [0, 2], APART, -1),
        Encoded([2, 3], [0, 2], NOT_CONTRARY, -1),
    ]
    scores = torch.linspace(-2, 3, len(told)).expand(3, -1)
    gold = _relation_losses(scores[:, : len(RELATIONS)], [row.relation for row in rows])
    kind = -0.5 * scores[0, len(RELATIONS) :].log_softmax(0)[0]
    of_teacher = _teacher_losses(scores[:1], torch.from_numpy(told)[None])[0]
    expected = ((1 - TAUGHT) * (gold[0] + kind) + TAUGHT * of_teacher + gold[1] + gold[2]) / 3
    assert float(_cost(scores, rows)) == pytest.approx(float(expected), abs=1e-5)


def test_a_teacher_is_asked_once_about_each_pair_and_seldom_of_two_things() -> None:
    events = [_pair("a", n, SAME) for n in range(30)] + [_pair("b", n, APART) for n in range(400)]
    asked: list[Example] = []

    def teacher(pairs: Sequence[Example]) -> Scores:
        asked.extend(pairs)
        return np.arange(len(pairs), dtype=np.float32)[:, None]

    said = _taught(events, [range(430), range(20)], teacher)
    assert all(events[at] is asked[int(scores[0])] for at, scores in said.items())
    assert len(said) == len(asked)
    assert set(range(30)) <= said.keys()
    assert 0 < len(said) - 30 < 400 * TAUGHT_APART * 2


def test_a_teacher_learns_from_all_that_tell_one_thing_and_from_few_others() -> None:
    events = [_pair("a", n, CONTRARY) for n in range(50)] + [_pair("b", n, APART) for n in range(4_000)]
    drawn = _drawn(events, random.Random(1))
    assert sum(one.relation == CONTRARY for one in drawn) == 50
    assert 250 < sum(one.relation == APART for one in drawn) < 600
    assert any(one.first.words != "a" for one in drawn if one.relation == CONTRARY)


def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(WordLevel({"[CLS]": 0, "[SEP]": 1, "[UNK]": 2}, unk_token="[UNK]"))
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 0), ("[SEP]", 1)]
    )
    return tokenizer
