"""Laws of the chain, against every sequence of a short text."""

from __future__ import annotations

import itertools

import pytest
import torch
from torch import Tensor

from training.chain import Crf, Posteriors, Scores, forward_backward, log_partition, nll, soft_nll
from training.tags import TAGS

WORDS, SIZE = 4, len(TAGS)
SEQUENCES = torch.tensor(list(itertools.product(range(SIZE), repeat=WORDS)))
SHORT = 2  # words of the second window; the first has all


def drawn(seed: int) -> tuple[Crf, Tensor]:
    draw = torch.Generator().manual_seed(seed)
    crf = Crf().double()
    with torch.no_grad():
        for tensor in crf.parameters():
            tensor.copy_(torch.randn(tensor.shape, generator=draw, dtype=torch.double))
    return crf, 2 * torch.randn(2, WORDS, SIZE, generator=draw, dtype=torch.double)


MASK = torch.tensor([[True] * WORDS, [True] * SHORT + [False] * (WORDS - SHORT)])


def every(scores: Scores, emissions: Tensor, length: int) -> tuple[Tensor, Tensor]:
    """All sequences of the length, and the score of each, added up one by one."""
    sequences = torch.unique(SEQUENCES[:, :length], dim=0)
    total = scores.start[sequences[:, 0]] + scores.end[sequences[:, -1]]
    for word in range(length):
        total = total + emissions[word, sequences[:, word]]
    for word in range(1, length):
        total = total + scores.step[sequences[:, word - 1], sequences[:, word]]
    return sequences, total


@pytest.mark.parametrize("seed", range(3))
def test_the_partition_is_the_sum_over_all_sequences(seed: int) -> None:
    crf, emissions = drawn(seed)
    found = log_partition(crf.scores(), emissions, MASK)
    for row, length in enumerate((WORDS, SHORT)):
        _, totals = every(crf.scores(), emissions[row], length)
        torch.testing.assert_close(found[row], torch.logsumexp(totals, 0))


@pytest.mark.parametrize("seed", range(3))
def test_the_likelihood_is_the_share_of_the_sequence(seed: int) -> None:
    crf, emissions = drawn(seed)
    for row, length in enumerate((WORDS, SHORT)):
        sequences, totals = every(crf.scores(), emissions[row], length)
        shares = torch.log_softmax(totals, 0)
        for at in range(0, len(sequences), 101 if length == WORDS else 1):
            tags = torch.zeros(2, WORDS, dtype=torch.long)
            tags[row, :length] = sequences[at]
            torch.testing.assert_close(-nll(crf.scores(), emissions, tags, MASK)[row], shares[at])


@pytest.mark.parametrize("seed", range(3))
def test_the_posteriors_are_shares_of_sequences(seed: int) -> None:
    crf, emissions = drawn(seed)
    found = forward_backward(crf.scores(), emissions, MASK)
    for row, length in enumerate((WORDS, SHORT)):
        sequences, totals = every(crf.scores(), emissions[row], length)
        shares = torch.softmax(totals, 0)
        tags = torch.zeros(WORDS, SIZE, dtype=torch.double)
        steps = torch.zeros(WORDS - 1, SIZE, SIZE, dtype=torch.double)
        for word in range(length):
            tags[word].index_add_(0, sequences[:, word], shares)
        for word in range(length - 1):
            steps[word].index_put_((sequences[:, word], sequences[:, word + 1]), shares, accumulate=True)
        torch.testing.assert_close(found.tags[row], tags)
        torch.testing.assert_close(found.steps[row], steps)


@pytest.mark.parametrize("seed", range(3))
def test_the_cross_entropy_is_the_mean_over_the_teachers_sequences(seed: int) -> None:
    crf, emissions = drawn(seed)
    teacher, said = drawn(seed + 100)
    posteriors = forward_backward(teacher.scores(), said, MASK)
    found = soft_nll(crf.scores(), emissions, posteriors, MASK)
    for row, length in enumerate((WORDS, SHORT)):
        shares = torch.softmax(every(teacher.scores(), said[row], length)[1], 0)
        ours = torch.log_softmax(every(crf.scores(), emissions[row], length)[1], 0)
        torch.testing.assert_close(found[row], -(shares * ours).sum())


def test_a_teacher_that_is_sure_is_gold() -> None:
    crf, emissions = drawn(7)
    tags = torch.tensor([[0, 1, 2, 5], [3, 4, 0, 0]])
    one = torch.nn.functional.one_hot(tags, SIZE).double() * MASK[:, :, None]
    steps = (one[:, :-1, :, None] * one[:, 1:, None, :]) * MASK[:, 1:, None, None]
    soft = soft_nll(crf.scores(), emissions, Posteriors(one, steps), MASK)
    torch.testing.assert_close(soft, nll(crf.scores(), emissions, tags, MASK))


def test_no_sequence_is_better_taught_than_by_oneself() -> None:
    """Gibbs: the cross-entropy is least, and its gradient nothing, where both distributions are the same."""
    crf, emissions = drawn(3)
    emissions.requires_grad_()
    with torch.no_grad():
        own = forward_backward(crf.scores(), emissions, MASK)
    soft_nll(crf.scores(), emissions, own, MASK).sum().backward()
    for gradient in (emissions.grad, crf.T.grad, crf.s.grad, crf.e.grad):
        torch.testing.assert_close(gradient, torch.zeros_like(gradient), atol=1e-10, rtol=0)


def test_what_bio_forbids_is_never_probable() -> None:
    crf, emissions = drawn(5)
    found = forward_backward(crf.scores(), emissions, MASK)
    for tag, name in enumerate(TAGS):
        if name.startswith("I"):
            assert found.tags[:, 0, tag].max() == 0
            for before, other in enumerate(TAGS):
                if other[2:] != name[2:]:
                    assert found.steps[:, :, before, tag].max() == 0


def test_padding_changes_nothing() -> None:
    crf, emissions = drawn(9)
    tags = torch.tensor([[0, 1, 2, 5], [3, 4, 6, 6]])
    long = nll(crf.scores(), emissions, tags, MASK)[1]
    short = nll(crf.scores(), emissions[1:, :SHORT], tags[1:, :SHORT], MASK[1:, :SHORT])[0]
    torch.testing.assert_close(long, short)
