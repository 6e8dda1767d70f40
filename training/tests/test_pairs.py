"""The reader of pairs: what it is asked of a pair whose relation is known only in part, and going on."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

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
    Example,
)
from torch import nn

from rashomon.inference import WEIGHTS, OnnxPairReader
from rashomon.inference.pairs import KINDS, RELATIONS, SIDES
from rashomon.ports import InContext
from training import paircommand, pairnetwork, pairs
from training.largepairs import PLAIN
from training.paircommand import begun, resumed
from training.pairnetwork import SMOOTHED, Encoded, PairNetwork, Rates, _relation_losses, thinned
from training.pairs import EVENT_PLAIN
from training.tests.pairmaterial import FACTS, PAIR


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
    ],
)
def test_of_what_is_known_in_part_only_the_rest_costs(
    told: int, free: tuple[int, ...], ruled_out: tuple[int, ...]
) -> None:
    assert all(float(_relation_losses(_sure_of(relation), [told])) < 1e-6 for relation in free)
    assert all(float(_relation_losses(_sure_of(relation), [told])) > 10 for relation in ruled_out)


def test_two_runs_begin_with_the_same_network(backbone: Path, tmp_path: Path) -> None:
    words = [str(backbone), str(tmp_path / "weights")]
    torch.manual_seed(1)
    one = begun("training.pairs", None, words).network
    torch.manual_seed(2)
    other = begun("training.pairs", None, words).network
    assert all(torch.equal(a, b) for a, b in zip(one.parameters(), other.parameters(), strict=True))


def test_what_was_learnt_before_is_not_learnt_again(tmp_path: Path) -> None:
    network, kept = _network(1), tmp_path / "facts.pt"
    asked: list[Path] = []

    def learn(state: Path) -> None:
        asked.append(state)
        state.write_bytes(b"on the way")

    resumed(network, kept, {"of": "facts"}, learn)
    assert not asked[0].exists()
    other = _network(1)
    asked[0].write_bytes(b"left by a run that was stopped at its end")
    resumed(other, kept, {"of": "facts"}, learn)
    assert len(asked) == 1
    assert not asked[0].exists()
    assert torch.equal(network.out.weight, other.out.weight)


def _add_one(network: PairNetwork) -> None:
    with torch.no_grad():
        network.out.weight += 1


def test_what_was_learnt_otherwise_is_refused(tmp_path: Path) -> None:
    """By another plan, with another share of dropout, after something else, or before plans were kept."""
    network, kept = _network(1), tmp_path / "events.pt"
    resumed(network, kept, {"of": "events"}, lambda _: _add_one(network))
    assert not torch.equal(network.out.weight, _network(1).out.weight)
    dropping = _network(1)
    dropping.drop.p = 0.2
    for other, plan in (
        (_network(1), {"of": "facts"}),
        (dropping, {"of": "events"}),
        (_network(2), {"of": "events"}),
    ):
        with pytest.raises(ValueError, match=r"events\.pt was learnt by another plan .*; delete it"):
            resumed(other, kept, plan, lambda _: None)
    torch.save(_network(1).state_dict(), kept)
    with pytest.raises(ValueError, match="delete it"):
        resumed(_network(1), kept, {"of": "events"}, lambda _: None)


def test_what_a_run_that_fails_has_kept_stays(tmp_path: Path) -> None:
    def learn(state: Path) -> None:
        state.write_bytes(b"on the way")
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        resumed(_network(1), tmp_path / "large.pt", {}, learn)
    assert [file.name for file in tmp_path.iterdir()] == ["large.pt.state"]


def test_a_run_of_other_pairs_or_rates_does_not_go_on(tmp_path: Path) -> None:
    rows, kept = _rows(40), tmp_path / "state"
    pairnetwork.fit(_network(1), [rows], Rates(1e-2, 1e-2), kept=kept)
    pairnetwork.fit(_network(1), [rows], Rates(1e-2, 1e-2), kept=kept)
    for others, rates in (
        ([rows[1:]], Rates(1e-2, 1e-2)),
        ([rows[:8], rows[8:]], Rates(1e-2, 1e-2)),
        ([rows], Rates(1e-2, 1e-3)),
    ):
        with pytest.raises(ValueError, match="another plan"):
            pairnetwork.fit(_network(1), others, rates, kept=kept)


def test_a_run_that_begins_otherwise_does_not_go_on(tmp_path: Path) -> None:
    rows, kept = _rows(40), tmp_path / "state"
    pairnetwork.fit(_network(1), [rows], Rates(1e-2, 1e-2), kept=kept)
    dropping = _network(1)
    dropping.drop.p = 0.2
    for other in (_network(2), dropping):
        with pytest.raises(ValueError, match="another plan"):
            pairnetwork.fit(other, [rows], Rates(1e-2, 1e-2), kept=kept)


def _network(seed: int) -> PairNetwork:
    """One whose encoder is no more than a table."""
    torch.manual_seed(seed)
    network = PairNetwork.__new__(PairNetwork)
    nn.Module.__init__(network)
    network.layers = 0
    network.bert = _Table()
    network.sides = nn.Embedding(SIDES, 6)
    network.drop = nn.Dropout(0.3)
    network.hidden = nn.Linear(6, 6)
    network.out = nn.Linear(6, len(RELATIONS) + len(KINDS))
    return network


class _Table(nn.Module):  # type: ignore[misc]  # torch is there for training alone
    def __init__(self) -> None:
        super().__init__()
        self.embeddings = nn.ModuleDict({"word_embeddings": nn.Embedding(40, 6)})

    def forward(self, inputs_embeds: torch.Tensor, attention_mask: torch.Tensor) -> SimpleNamespace:
        return SimpleNamespace(last_hidden_state=inputs_embeds * attention_mask.unsqueeze(2))


def _rows(count: int) -> list[Encoded]:
    draw = random.Random(3)
    return [
        Encoded(
            [draw.randrange(40) for _ in range(4)], [0, 0, 1, 1], draw.randrange(4), draw.randrange(-1, 7)
        )
        for _ in range(count)
    ]


def test_a_run_that_was_stopped_goes_on_as_if_it_had_not_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairnetwork, "_KEEP", 3)
    epochs = [_rows(200), _rows(150)]
    whole = _network(1)
    pairnetwork.fit(whole, epochs, Rates(1e-2, 1e-2), kept=tmp_path / "whole")

    class Stopped(Exception):
        pass

    def steps() -> Iterator[None]:
        yield from [None] * 7
        raise Stopped

    taken, loss = steps(), pairnetwork._loss
    parts = _network(1)
    with monkeypatch.context() as stopped:
        stopped.setattr(pairnetwork, "_loss", lambda *words: (next(taken), loss(*words))[1])
        with pytest.raises(Stopped):
            pairnetwork.fit(parts, epochs, Rates(1e-2, 1e-2), kept=tmp_path / "parts")
    again = _network(1)
    pairnetwork.fit(again, epochs, Rates(1e-2, 1e-2), kept=tmp_path / "parts")
    assert not torch.equal(parts.out.weight, whole.out.weight)
    assert all(
        torch.equal(one, other) for one, other in zip(again.parameters(), whole.parameters(), strict=True)
    )


def _pair(words: str, number: int, relation: int) -> Example:
    return Example(first=InContext(words), second=InContext(str(number)), relation=relation)


def test_only_pairs_that_tell_two_things_are_thinned() -> None:
    events = [_pair("a", n, CONTRARY) for n in range(50)] + [_pair("b", n, APART) for n in range(400)]
    kept = thinned(events, EVENT_PLAIN, random.Random(1))
    assert sum(one.relation == CONTRARY for one in kept) == 50
    assert 100 < sum(one.relation == APART for one in kept) < 200


def test_the_larger_one_learns_from_all_that_tell_one_thing_and_from_few_others() -> None:
    events = [_pair("a", n, CONTRARY) for n in range(50)] + [_pair("b", n, APART) for n in range(4_000)]
    drawn = thinned(events, PLAIN, random.Random(1))
    assert sum(one.relation == CONTRARY for one in drawn) == 50
    assert 250 < sum(one.relation == APART for one in drawn) < 600
    assert any(one.first.words != "a" for one in drawn if one.relation == CONTRARY)


@pytest.fixture
def command(backbone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of the command, with one story of facts and few pairs of events."""
    facts = tmp_path / "facts"
    facts.mkdir()
    (facts / "tarn.txt").write_text(FACTS, encoding="utf-8")
    monkeypatch.setattr(paircommand, "FACTS", facts)
    monkeypatch.setattr(paircommand, "HELD", facts)
    monkeypatch.setattr(pairs, "event_examples", lambda _: iter([PAIR] * 5))
    return [str(backbone), str(tmp_path / "weights"), "--kept", str(tmp_path / "kept")]


def _no_events(_: object) -> NoReturn:
    raise AssertionError("events are cut and paired for nothing")


def test_the_command_learns_from_facts_then_events_and_writes_a_reader(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, kept = tmp_path / "weights", tmp_path / "kept"
    pairs.main(command)
    assert sorted(file.name for file in kept.iterdir()) == ["events.pt", "facts.pt"]
    before, after = (
        torch.load(kept / name, weights_only=True)["network"] for name in ("facts.pt", "events.pt")
    )
    assert not torch.equal(before["out.weight"], after["out.weight"])
    shutil.copyfile(WEIGHTS / "tokenizer.json", out / "tokenizer.json")
    [reading] = OnnxPairReader(out, threads=1).read([(PAIR.first, PAIR.second)])
    assert 0 < reading.contrary < 1
    capsys.readouterr()
    monkeypatch.setattr(pairs, "event_examples", _no_events)
    pairs.main(command)
    told = capsys.readouterr().out
    assert "goes on from events.pt" in told
    assert "step" not in told
    assert "pairs of facts held back" in told


def test_the_command_takes_nothing_that_was_learnt_from_other_facts(
    command: list[str], tmp_path: Path
) -> None:
    pairs.main(command)
    (tmp_path / "facts" / "more.txt").write_text(FACTS.replace("Tarn", "Marn"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"facts\.pt was learnt"):
        pairs.main(command)
    (tmp_path / "kept" / "facts.pt").unlink()
    with pytest.raises(ValueError, match=r"events\.pt was learnt"):
        pairs.main(command)


def test_facts_that_are_learnt_anew_are_not_replaced_by_what_was_learnt_after_others(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs.main(command)
    (tmp_path / "kept" / "facts.pt").unlink()
    pairs.main(command)  # learnt the same
    (tmp_path / "kept" / "facts.pt").unlink()
    monkeypatch.setattr(pairs, "FACT_RATES", Rates(1e-3, 1e-3))
    with pytest.raises(ValueError, match=r"events\.pt was learnt"):
        pairs.main(command)


def test_the_command_takes_nothing_that_was_learnt_from_other_events(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs.main(command)
    (tmp_path / "events").mkdir()
    monkeypatch.setattr(pairs, "LEARNT", tmp_path / "events")
    with pytest.raises(ValueError, match=r"events\.pt was learnt"):
        pairs.main(command)
