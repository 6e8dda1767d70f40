"""Training that is stopped and goes on; what is learned; the steps one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from tests.builders.annotated import ARTICLES
from transformers import MPNetConfig
from transformers.models.mpnet.modeling_mpnet import MPNetSelfAttention

from rashomon.inference import OnnxTagger
from rashomon.model import Passages, Span
from training import distil
from training.backbones import STUDENT, TEACHER
from training.data import Reading, annotated, samples, stories
from training.fit import Lesson, Plan, Progress, fit, groups, rate_factor
from training.network import LockedDropout, Network, _mpnet
from training.recipe import Recipe, Step, Workshop, run
from training.scoring import emissions, exact_f1
from training.tests.conftest import write_backbone

PLAN = Plan(epochs=1, rate=1e-3, decay=0.9, warm=0.25, window=48, overlap=8, batch=3, save=2)


def lesson_of(data: Path, backbone: Path, plan: Plan) -> Lesson:
    """Gold for PolNeAR's part, a teacher for the stories, both for one article."""
    reading = Reading(backbone, window=plan.window, overlap=plan.overlap)
    gold, untaught = list(annotated(data, "train", reading)), list(stories(data, 1.0, reading))
    torch.manual_seed(9)
    teacher = Network(backbone)
    said = emissions(teacher, [*gold[:1], *untaught], reading)
    taught = [replace(a, soft=s) for a, s in zip([*gold[:1], *untaught], said, strict=True)]
    return Lesson(
        samples=samples([*taught, *gold[1:]], reading),
        settings=reading.settings,
        teacher=type(teacher.crf.scores())(*(t.detach() for t in teacher.crf.scores())),
    )


def trained(backbone: Path, lesson: Lesson, plan: Plan, out: Path) -> dict[str, torch.Tensor]:
    torch.manual_seed(plan.seed)
    fit(Network(backbone), lesson, plan, out)
    state: dict[str, torch.Tensor] = torch.load(out, weights_only=True)
    return state


def stopping(at: int) -> Callable[[Progress], None]:
    """Stops training after a step."""

    def stop(progress: Progress) -> None:
        if progress.step == at:
            raise KeyboardInterrupt

    return stop


@pytest.mark.parametrize("at", [2, 3])
def test_training_that_was_stopped_ends_with_the_same_weights(data: Path, backbone: Path, at: int) -> None:
    """Stopped where the state was just saved, and a step later; both go on from step 2."""
    lesson = lesson_of(data, backbone, PLAN)
    assert len(lesson.samples) >= 4 * PLAN.batch - 2
    whole = trained(backbone, lesson, PLAN, backbone / "whole.pt")
    torch.manual_seed(PLAN.seed)
    with pytest.raises(KeyboardInterrupt):
        fit(Network(backbone), lesson, PLAN, backbone / "cut.pt", report=stopping(at))
    assert not (backbone / "cut.pt").exists()
    state = torch.load(backbone / "cut.pt.state", weights_only=True)
    assert state["step"] == 2
    assert any(not torch.equal(state["network"][name], whole[name]) for name in whole)
    torch.manual_seed(12345)
    went_on = trained(backbone, lesson, PLAN, backbone / "cut.pt")
    assert whole.keys() == went_on.keys()
    assert all(torch.equal(whole[name], went_on[name]) for name in whole)
    assert not (backbone / "cut.pt.state").exists()


def test_a_state_of_another_plan_is_refused(data: Path, backbone: Path) -> None:
    lesson = lesson_of(data, backbone, PLAN)
    with pytest.raises(KeyboardInterrupt):
        fit(Network(backbone), lesson, PLAN, backbone / "a.pt", report=stopping(2))
    with pytest.raises(ValueError, match="another plan"):
        fit(Network(backbone), lesson, replace(PLAN, rate=2e-3), backbone / "a.pt")


def test_a_state_of_other_texts_or_another_beginning_is_refused(data: Path, backbone: Path) -> None:
    lesson = lesson_of(data, backbone, PLAN)
    torch.manual_seed(1)
    with pytest.raises(KeyboardInterrupt):
        fit(Network(backbone), lesson, PLAN, backbone / "a.pt", report=stopping(2))
    first = lesson.samples[0]
    assert first.article.tags is not None
    untagged = replace(first, article=replace(first.article, tags=0 * first.article.tags))
    others = (
        replace(lesson, samples=[untagged, *lesson.samples[1:]]),
        replace(lesson, samples=lesson.samples[1:]),
    )
    for other in others:
        torch.manual_seed(1)
        with pytest.raises(ValueError, match="other data"):
            fit(Network(backbone), other, PLAN, backbone / "a.pt")
    torch.manual_seed(2)
    with pytest.raises(ValueError, match="other data"):
        fit(Network(backbone), lesson, PLAN, backbone / "a.pt")
    torch.manual_seed(1)
    fit(Network(backbone), lesson, PLAN, backbone / "a.pt")


def test_scores_of_a_teacher_without_a_chain_are_refused(data: Path, backbone: Path) -> None:
    with pytest.raises(ValueError, match="chain"):
        replace(lesson_of(data, backbone, PLAN), teacher=None)


def test_the_network_learns_what_it_is_shown(data: Path, backbone: Path) -> None:
    plan = replace(PLAN, epochs=60, rate=1e-2, dropout=0.0)
    reading = Reading(backbone, window=plan.window, overlap=plan.overlap)
    articles = list(annotated(data, "train", reading))
    torch.manual_seed(1)
    network = Network(backbone, dropout=0.0)
    before = exact_f1(network, articles, reading)
    lesson = Lesson(samples=samples(articles, reading), settings=reading.settings)
    losses: list[float] = []
    fit(network, lesson, plan, backbone / "a.pt", report=lambda progress: losses.append(progress.loss))
    after = exact_f1(network, articles, reading)
    assert sum(losses[-5:]) < sum(losses[:5]) / 4
    assert all(after[part] > before[part] for part in before)


def test_the_rate_rises_and_falls() -> None:
    factors = [rate_factor(step, 100, 0.1) for step in range(100)]
    assert factors[:10] == sorted(factors[:10])
    assert factors[10:] == sorted(factors[10:], reverse=True)
    assert max(factors) == 1.0
    assert 0 < min(factors) <= 0.1


def test_the_rate_falls_from_layer_to_layer_and_vectors_do_not_shrink(backbone: Path) -> None:
    network = Network(backbone)
    network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    names = [name for name, tensor in network.named_parameters() if tensor.requires_grad]
    found = dict(zip(names, groups(network, 0.1, 0.5, {"crf.": 3.0, "": 2.0}), strict=True))
    rates = {name: found[name]["lr"] for name in names}
    layer = "bert.encoder.layer.{}.output.dense.weight".format
    assert (rates[layer(1)], rates[layer(0)]) == (0.1, 0.05)
    assert rates["bert.embeddings.position_embeddings.weight"] == 0.025
    assert (rates["out.weight"], rates["q.weight"]) == (2.0, 2.0)
    assert {rate for name, rate in rates.items() if name.startswith("crf.")} == {3.0}
    assert found["out.weight"]["weight_decay"] > found["out.bias"]["weight_decay"] == 0.0
    assert all(each["base"] == each["lr"] for each in found.values())


def test_locked_dropout_drops_whole_features_and_nothing_at_work() -> None:
    torch.manual_seed(2)
    x, layer = torch.ones(3, 5, 400), LockedDropout(0.25)
    out = layer(x)
    assert (out == out[:, :1]).all()
    assert 0.15 < float((out == 0).float().mean()) < 0.35
    torch.testing.assert_close(out[out > 0], torch.full_like(out[out > 0], 1 / 0.75))
    assert layer.eval()(x) is x


def test_the_attention_spelt_out_is_that_of_the_library(backbone: Path) -> None:
    network = Network(backbone, dropout=0.0).eval()
    pieces = torch.randint(5, 900, (2, 12))
    quotes, firsts = torch.zeros_like(pieces), torch.arange(12).expand(2, -1)
    seen = (torch.arange(12) < torch.tensor([[12], [7]])).long()
    ours = network(pieces, quotes, seen, firsts)
    network.bert.set_attn_implementation("eager")
    theirs = network(pieces, quotes, seen, firsts)
    alone = network(pieces[1:, :7], quotes[1:, :7], seen[1:, :7], firsts[1:, :7])
    blind = network(pieces, quotes, torch.ones_like(seen), firsts)
    assert torch.allclose(ours[0], theirs[0], atol=1e-5)
    assert torch.allclose(ours[1, :7], theirs[1, :7], atol=1e-5)
    assert torch.allclose(ours[1:, :7], alone, atol=1e-5)
    assert not torch.allclose(ours[1, :7], blind[1, :7], atol=1e-5)


def test_the_teachers_attention_is_that_of_the_library() -> None:
    torch.manual_seed(5)
    layer = MPNetSelfAttention(MPNetConfig(hidden_size=16, num_attention_heads=2)).eval()
    hidden, bias = torch.randn(2, 6, 16), torch.randn(1, 2, 6, 6)
    mask = torch.zeros(2, 1, 1, 6)
    mask[1, :, :, 4:] = -1e4
    torch.testing.assert_close(_mpnet(layer, hidden, mask, bias)[0], layer(hidden, mask, bias)[0])


def test_what_the_teacher_said_comes_back(data: Path, backbone: Path) -> None:
    reading = Reading(backbone, window=48, overlap=8)
    torch.manual_seed(3)
    network = Network(backbone)
    articles = [*annotated(data, "train", reading), *stories(data, 1.0, reading)]
    distil.write(network, articles, reading, backbone / "said.npz")
    rows = emissions(network, articles, reading)
    for article, row in zip(distil.taught(backbone / "said.npz", articles), rows, strict=True):
        assert article.soft is not None
        np.testing.assert_allclose(article.soft, row, atol=2e-3)
    for ours, theirs in zip(distil.chain_of(backbone / "said.npz"), network.crf.scores(), strict=True):
        torch.testing.assert_close(ours, theirs.detach())


@pytest.fixture
def workshop(data: Path, tmp_path: Path) -> Workshop:
    """With encoders in the place of those that would be fetched."""
    for each in (STUDENT, TEACHER):
        write_backbone(tmp_path / "work" / "backbones" / each.name)
    recipe = Recipe(name="tiny", start=PLAN, teacher=PLAN, student=PLAN, stories=1.0)
    return Workshop(data=data, work=tmp_path / "work", recipe=recipe)


def test_the_steps_make_a_tagger_that_runs(workshop: Workshop, capfd: pytest.CaptureFixture[str]) -> None:
    long = ("embedder", "pairs", "largepairs")  # they learn from all the invented texts
    steps = [step for step in workshop.steps() if step.name not in long]
    run(steps)
    links, shipped = workshop.work / "links.json", workshop.weights / "linker.json"
    table, scored = (json.loads(file.read_text(encoding="utf-8")) for file in (links, shipped))
    assert table.keys() < scored.keys()
    assert all(key.startswith("P|") for key in scored.keys() - table.keys())
    record = json.loads((workshop.weights / "tagger.json").read_text(encoding="utf-8"))
    assert (record["name"], record["window"], record["overlap"]) == ("tiny", 256, 128)
    text = ARTICLES["ferry"][0]
    OnnxTagger(workshop.weights, threads=1).tag([Passages(text=text, spans=(Span(0, len(text) - 1),))])
    capfd.readouterr()
    run(steps)
    assert capfd.readouterr().out.splitlines() == [f"{step.name}: there already" for step in steps]


def test_a_step_that_makes_nothing_is_a_fault(tmp_path: Path) -> None:
    idle = Step(name="idle", makes=(tmp_path / "never",), make=lambda: None)
    with pytest.raises(ValueError, match="idle did not make"):
        run([idle])
    with pytest.raises(ValueError, match="no step is called other; there are idle"):
        run([idle], "other")
