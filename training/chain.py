"""The linear-chain CRF to be trained (Lafferty et al. 2001), in log space.

Two losses: the negative log-likelihood of a gold sequence, and the
cross-entropy between a teacher's distribution over all sequences and ours.
The latter is exact: as our score of a sequence is a sum over words and steps,
its mean under the teacher needs only the teacher's posteriors of words and
steps (Wang et al., ACL 2021, "Structural Knowledge Distillation").

Everywhere a tensor of emissions is [window, word, tag], a mask [window, word].
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from training.tags import TAGS

__all__ = ["NEVER", "Crf", "Posteriors", "Scores", "forward_backward", "log_partition", "nll", "soft_nll"]

NEVER = -1e4


class Scores(NamedTuple):
    """What steps [from, to], a first and a last tag score."""

    step: Tensor
    start: Tensor
    end: Tensor


class Posteriors(NamedTuple):
    """How probable each tag [window, word, tag] and step [window, step, from, to] is; 0 behind the end."""

    tags: Tensor
    steps: Tensor


class Crf(nn.Module):
    """The scores that are learned; what BIO forbids is held at -10,000.

    The names of its tensors are those of the checkpoints that were published.
    """

    def __init__(self) -> None:
        super().__init__()
        size = len(TAGS)
        self.T = nn.Parameter(torch.zeros(size, size))
        self.s = nn.Parameter(torch.zeros(size))
        self.e = nn.Parameter(torch.zeros(size))
        inside = torch.tensor([tag.startswith("I") for tag in TAGS])
        ban = torch.zeros(size, size)
        for tag in torch.nonzero(inside).flatten().tolist():
            ban[:, tag] = NEVER
            ban[tag - 1 : tag + 1, tag] = 0.0  # its B stands before it in TAGS
        self.register_buffer("ban", ban)
        self.register_buffer("bans", torch.where(inside, NEVER, 0.0))

    def scores(self) -> Scores:
        """With what is forbidden."""
        return Scores(self.T + self.ban, self.s + self.bans, self.e)


def _forward(scores: Scores, emissions: Tensor, mask: Tensor) -> list[Tensor]:
    """Log sums over all that comes before and with each word; behind the end, that of the last."""
    sums = [emissions[:, 0] + scores.start]
    for word in range(1, emissions.shape[1]):
        after = torch.logsumexp(sums[-1].unsqueeze(2) + scores.step, 1) + emissions[:, word]
        sums.append(torch.where(mask[:, word : word + 1], after, sums[-1]))
    return sums


def log_partition(scores: Scores, emissions: Tensor, mask: Tensor) -> Tensor:
    """The log sum over all sequences, of each window."""
    return torch.logsumexp(_forward(scores, emissions, mask)[-1] + scores.end, 1)


def _last(mask: Tensor) -> Tensor:
    return (mask.sum(1) - 1).unsqueeze(1)


def nll(scores: Scores, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
    """The negative log-likelihood of a sequence of tags, of each window."""
    at_words = (emissions.gather(2, tags.unsqueeze(2)).squeeze(2) * mask).sum(1)
    at_steps = (scores.step[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
    at_ends = scores.start[tags[:, 0]] + scores.end[tags.gather(1, _last(mask)).squeeze(1)]
    return log_partition(scores, emissions, mask) - at_words - at_steps - at_ends


def forward_backward(scores: Scores, emissions: Tensor, mask: Tensor) -> Posteriors:
    """The posteriors of tags and steps (Rabiner 1989)."""
    before = torch.stack(_forward(scores, emissions, mask), 1)
    end = scores.end.expand(emissions.shape[0], -1)
    sums = [end]
    for word in range(emissions.shape[1] - 1, 0, -1):
        later = torch.logsumexp(scores.step + (emissions[:, word] + sums[-1]).unsqueeze(1), 2)
        sums.append(torch.where(mask[:, word : word + 1], later, end))
    after = torch.stack(sums[::-1], 1)
    total = torch.logsumexp(before[:, -1] + scores.end, 1)
    tags = (before + after - total[:, None, None]).exp() * mask[:, :, None]
    onward = (emissions[:, 1:] + after[:, 1:]).unsqueeze(2)
    steps = (before[:, :-1].unsqueeze(3) + scores.step + onward - total[:, None, None, None]).exp()
    return Posteriors(tags, steps * mask[:, 1:, None, None])


def soft_nll(scores: Scores, emissions: Tensor, teacher: Posteriors, mask: Tensor) -> Tensor:
    """The cross-entropy of our distribution over sequences under the teacher's, of each window."""
    size = emissions.shape[2]
    last = teacher.tags.gather(1, _last(mask).unsqueeze(2).expand(-1, -1, size)).squeeze(1)
    at_words = (teacher.tags * emissions).sum((1, 2))
    at_steps = (teacher.steps.sum(1) * scores.step).sum((1, 2))
    at_ends = (teacher.tags[:, 0] * scores.start).sum(1) + (last * scores.end).sum(1)
    return log_partition(scores, emissions, mask) - at_words - at_steps - at_ends
