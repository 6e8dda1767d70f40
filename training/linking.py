"""Fits the weights by which fragments are linked, on PolNeAR's training part.

    python -m training.linking OUT [--data FOLDER]

A softmax over the candidates of `rashomon.attribution.linking`, fitted by Adam
with an L1 penalty; small weights are dropped.  Written is a JSON object,
feature to weight.  Printed is the share of right choices on dev, with the
annotated fragments given.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from evaluation import polnear
from evaluation.agreement import Attribution

from rashomon.attribution.linking import candidates, pair_features, single_features
from rashomon.model import Fragment, Role, Span

__all__ = ["Choice", "choices", "fit"]

SEED = 1
ROUNDS, BATCH, RATE, PENALTY = 8, 512, 0.05, 3e-5
RARE = 8  # a feature seen less often gets no weight
SMALL = 0.05  # a weight nearer to zero is dropped
OPTIONS, FEATURES = 7, 9


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: what points, the features of each option (the first: nothing), and the right ones."""

    role: Role
    options: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]


def choices(data: Path, part: str) -> Iterator[Choice]:
    """All choices in the articles of a part, with the annotated fragments."""
    for article in polnear.annotated(data, part):
        spans = {(role, span) for one in article.attributions for role in Role for span in _parts(one, role)}
        found = [Fragment(role=r, span=s, score=1.0) for r, s in sorted(spans, key=lambda pair: pair[1])]
        index = {(f.role, f.span): i for i, f in enumerate(found)}
        targets: dict[int, set[int]] = {i: set() for i in range(len(found))}
        for one in article.attributions:
            parts = {role: [index[role, s] for s in _parts(one, role)] for role in Role}
            for piece in parts[Role.CONTENT]:
                targets[piece].update(parts[Role.CUE])
            for cue in parts[Role.CUE]:
                targets[cue].update(parts[Role.SOURCE])
        for at, fragment in enumerate(found):
            if fragment.role is not Role.SOURCE:
                yield _choice(article.text, found, at, targets[at])


def _parts(one: Attribution, role: Role) -> frozenset[Span]:
    return {Role.SOURCE: one.source, Role.CUE: one.cue, Role.CONTENT: one.content}[role]


def _choice(text: str, found: Sequence[Fragment], at: int, targets: set[int]) -> Choice:
    around = candidates(found, at)
    features = [single_features(text, found[at]), *(pair_features(text, found, at, i) for i in around)]
    right = [n + 1 for n, i in enumerate(around) if i in targets] if targets else [0]
    return Choice(found[at].role, tuple(map(tuple, features)), tuple(right))


def _packed(
    chosen: Sequence[Choice], numbers: dict[str, int]
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    features = torch.zeros(len(chosen), OPTIONS, FEATURES, dtype=torch.long)
    there = torch.zeros(len(chosen), OPTIONS, dtype=torch.bool)
    right = torch.zeros(len(chosen), OPTIONS, dtype=torch.bool)
    for n, choice in enumerate(chosen):
        there[n, : len(choice.options)] = True
        right[n, list(choice.right)] = True
        for o, option in enumerate(choice.options):
            features[n, o, : len(option)] = torch.tensor([numbers.get(f, 0) for f in option])
    return features, there, right


def fit(data: Path) -> tuple[dict[str, float], dict[str, float]]:
    """The weights, and the share of right choices on dev by what points."""
    torch.manual_seed(SEED)
    train, dev = list(choices(data, "train")), list(choices(data, "dev"))
    seen = Counter(f for choice in train for option in choice.options for f in option)
    numbers = {f: n + 1 for n, f in enumerate(f for f, count in seen.items() if count >= RARE)}
    features, there, right = _packed(train, numbers)
    weights = torch.nn.Embedding(len(numbers) + 1, 1, padding_idx=0)
    torch.nn.init.zeros_(weights.weight)
    optimiser = torch.optim.Adam(weights.parameters(), lr=RATE)
    for _ in range(ROUNDS):
        for batch in torch.randperm(len(train)).split(BATCH):
            scores = weights(features[batch]).sum((2, 3)).masked_fill(~there[batch], -1e9)
            gold = torch.logsumexp(scores.masked_fill(~right[batch], -1e9), 1)
            lost = (torch.logsumexp(scores, 1) - gold) * right[batch].any(1)
            optimiser.zero_grad()
            (lost.mean() + PENALTY * weights.weight.abs().sum()).backward()
            optimiser.step()
    values = weights.weight[:, 0].tolist()
    table = {f: round(values[n], 2) for f, n in numbers.items() if abs(values[n]) >= SMALL}
    return table, _accuracy(dev, table)


def _accuracy(chosen: Sequence[Choice], table: dict[str, float]) -> dict[str, float]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for choice in chosen:
        scores = [sum(table.get(f, 0.0) for f in option) for option in choice.options]
        total[choice.role.value] += 1
        right[choice.role.value] += scores.index(max(scores)) in choice.right
    return {role: right[role] / total[role] for role in total}


def main() -> None:
    """Fit, write, and print the accuracy."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[1] / ".." / "shared" / "data")
    options = parser.parse_args()
    table, accuracy = fit(options.data)
    lines = ",\n".join(f"{json.dumps(f, ensure_ascii=False)}: {w}" for f, w in sorted(table.items()))
    options.out.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    print(len(table), "weights;", {role: round(100 * share, 2) for role, share in accuracy.items()})


if __name__ == "__main__":
    main()
