"""The recipe: what is made from what, and how.

    backbones -> start ------------------------+
              -> teacher -> emissions -> student -> tagger
    linker, then calibration of linker and tagger; embedder; pairs; the larger pairs

Each step has files it makes, and is skipped when they are there.  Steps that
others have written as commands run as such, in a process of their own.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch

from training import distil
from training.backbones import FILES, STUDENT, TEACHER, fetch
from training.data import Article, Reading, annotated, samples, stories
from training.fit import Lesson, Plan, fit
from training.network import Network, device
from training.scoring import exact_f1

__all__ = ["Recipe", "Step", "Workshop", "run"]

RUN_WINDOW, RUN_OVERLAP = 256, 128  # of the tagger that is written
TEACHER_OVERLAP = 64  # of the windows in which the teacher says what it thinks


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How each network is trained, what share of the stories the teacher reads, and the tagger's name."""

    name: str = "minilm-polnear-1"
    start: Plan = field(default_factory=lambda: Plan(epochs=3, rate=3e-4, decay=0.85, warm=0.06))
    teacher: Plan = field(default_factory=lambda: Plan(epochs=3, rate=8e-5, decay=0.9, warm=0.1, window=320))
    student: Plan = field(default_factory=lambda: Plan(epochs=5, rate=3e-4, decay=0.85, warm=0.04))
    stories: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: its name, the files it makes, and what makes them."""

    name: str
    makes: tuple[Path, ...]
    make: Callable[[], None]

    @property
    def done(self) -> bool:
        """Whether all that it makes is there."""
        return all(path.is_file() for path in self.makes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """The steps of a recipe on data, with their results in a folder.

    Attributes:
        data: the folder that holds ``polnear`` and ``stories``.
        work: the folder of the results; what is to be shipped is in ``weights``.
        recipe: how.
    """

    data: Path
    work: Path
    recipe: Recipe = field(default_factory=Recipe)

    def steps(self) -> tuple[Step, ...]:
        """In the order in which they need each other."""
        weights, plans = self.weights, self.recipe
        return (
            Step(name="backbones", makes=self._backbone_files(), make=self._fetch),
            Step(name="start", makes=(self.work / "start.pt",), make=self._start),
            Step(name="teacher", makes=(self.work / "teacher.pt",), make=self._teacher),
            Step(name="emissions", makes=(self.work / "teacher.npz",), make=self._emissions),
            Step(name="student", makes=(self.work / "student.pt",), make=self._student),
            Step(
                name="tagger",
                makes=tuple(weights / name for name in ("tagger.onnx", "tagger.json", "tokenizer.json")),
                make=lambda: self._export(plans.name),
            ),
            Step(name="linker", makes=(self._links,), make=self._linker),
            Step(name="calibration", makes=(weights / "linker.json",), make=self._calibration),
            Step(name="embedder", makes=(weights / "embedder.onnx",), make=self._embedder),
            Step(name="pairs", makes=(weights / "pairs.onnx",), make=self._pairs),
            Step(name="largepairs", makes=self._large_files(), make=self._large_pairs),
        )

    @property
    def weights(self) -> Path:
        """The folder that `rashomon.inference` can run."""
        return self.work / "weights"

    def backbone(self, name: str) -> Path:
        """Where a backbone lies."""
        return self.work / "backbones" / name

    def _backbone_files(self) -> tuple[Path, ...]:
        return tuple(self.backbone(each.name) / file for each in (STUDENT, TEACHER) for file in FILES)

    def _large_files(self) -> tuple[Path, ...]:
        return tuple(self.weights / name for name in ("pairs-large.onnx", "pairs-large.npz"))

    def _fetch(self) -> None:
        for each in (STUDENT, TEACHER):
            fetch(each, self.work / "cache", self.backbone(each.name))

    def _start(self) -> None:
        self._train(STUDENT.name, self.recipe.start, self.work / "start.pt")

    def _teacher(self) -> None:
        self._train(TEACHER.name, self.recipe.teacher, self.work / "teacher.pt")

    def _train(self, backbone: str, plan: Plan, out: Path) -> None:
        """Train on the annotation alone."""
        reading = self._reading(backbone, plan)
        torch.manual_seed(plan.seed)
        network = Network(self.backbone(backbone), dropout=plan.dropout).to(device())
        windows = samples(annotated(self.data, "train", reading), reading)
        fit(network, Lesson(samples=windows, settings=reading.settings), plan, out)
        self._measure(network, reading)

    def _emissions(self) -> None:
        plan = self.recipe.teacher
        reading = Reading(self.backbone(TEACHER.name), window=plan.window, overlap=TEACHER_OVERLAP)
        network = self._trained(TEACHER.name, "teacher.pt")
        distil.write(network, list(self._read(reading)), reading, self.work / "teacher.npz")

    def _student(self) -> None:
        plan, file = self.recipe.student, self.work / "teacher.npz"
        reading = self._reading(STUDENT.name, plan)
        network = self._trained(STUDENT.name, "start.pt", dropout=plan.dropout)
        windows = samples(distil.taught(file, self._read(reading)), reading)
        lesson = Lesson(samples=windows, settings=reading.settings, teacher=distil.chain_of(file))
        fit(network, lesson, plan, self.work / "student.pt")
        self._measure(network, reading)

    def _read(self, reading: Reading) -> Iterator[Article]:
        """What the teacher teaches on."""
        yield from annotated(self.data, "train", reading)
        yield from stories(self.data, self.recipe.stories, reading)

    def _reading(self, backbone: str, plan: Plan) -> Reading:
        return Reading(self.backbone(backbone), window=plan.window, overlap=plan.overlap)

    def _trained(self, backbone: str, file: str, *, dropout: float = 0.0) -> Network:
        network = Network(self.backbone(backbone), dropout=dropout)
        network.load_state_dict(torch.load(self.work / file, map_location="cpu", weights_only=True))
        network.to(device())
        return network

    def _measure(self, network: Network, reading: Reading) -> None:
        """Say how well the network does on dev; it has no say in anything."""
        shares = exact_f1(network, list(annotated(self.data, "dev", reading)), reading)
        print("exact F1 on dev:", ", ".join(f"{part} {share:.2f}" for part, share in shares.items()))

    def _export(self, name: str) -> None:
        backbone = str(self.backbone(STUDENT.name))
        sizes = ["--window", str(RUN_WINDOW), "--overlap", str(RUN_OVERLAP)]
        files = [str(self.work / "student.pt"), str(self.weights)]
        _command("training.export", *files, "--backbone", backbone, "--name", name, *sizes)

    @property
    def _links(self) -> Path:
        return self.work / "links.json"

    def _linker(self) -> None:
        _command("training.linking", str(self._links), "--data", str(self.data))

    def _calibration(self) -> None:
        _command("training.calibration", str(self._links), str(self.weights), "--data", str(self.data))

    def _embedder(self) -> None:
        _command("training.embedder", str(self.backbone(STUDENT.name)), str(self.weights))

    def _pairs(self) -> None:
        backbone = str(self.backbone(STUDENT.name))
        self._command_of_pairs("training.pairs", backbone)

    def _large_pairs(self) -> None:
        backbone = str(self.backbone(TEACHER.name))
        self._command_of_pairs("training.largepairs", backbone)

    def _command_of_pairs(self, module: str, backbone: str) -> None:
        kept = ["--kept", str(self.work / "pairs")]
        _command(module, backbone, str(self.weights), "--data", str(self.data), *kept)


def _command(*words: str) -> None:
    subprocess.run([sys.executable, "-m", *words], check=True)


def run(steps: Sequence[Step], only: str | None = None) -> None:
    """Take the steps whose results are not there; or the one that is named, whatever is there.

    Raises:
        ValueError: if no step has that name, or one made less than it should.
    """
    chosen = [step for step in steps if only in (None, step.name)]
    if not chosen:
        raise ValueError(f"no step is called {only}; there are {', '.join(step.name for step in steps)}")
    for step in chosen:
        if step.done and only is None:
            print(f"{step.name}: there already")
            continue
        print(f"{step.name}:", flush=True)
        step.make()
        if not step.done:
            raise ValueError(f"{step.name} did not make {', '.join(map(str, step.makes))}")
