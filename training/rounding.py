"""What rounding the weights costs: statements found with 32-bit floats and with the tagger that ships.

    python -m training.rounding CHECKPOINT WEIGHTS --backbone FOLDER [--data FOLDER]

The checkpoint is exported in 32-bit floats beside the tagger in WEIGHTS, with
its settings and links; both read PolNeAR's dev part with the same core, and the
figures of `evaluation.agreement` are printed side by side.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation import polnear
from evaluation.agreement import PARTS, Agreement, Attribution

from rashomon.attribution import attribute, passages
from rashomon.inference import OnnxTagger
from rashomon.model import Article, Policy, Statement, Tagging
from rashomon.readers import read_inputs
from training.export import emissions_graph, load_arrays
from training.graph import Scheme, shape_of

__all__ = ["FIGURES", "exact_twin", "figures"]

FIGURES = (*(f"{how}_{part}" for how in ("exact", "token") for part in PARTS), "whole")
_SHARED = ("tagger.json", "linker.json", "tokenizer.json")


def exact_twin(checkpoint: Path, weights: Path, backbone: Path, out: Path) -> None:
    """Write the tagger of `weights` with the checkpoint's own weights, in 32-bit floats."""
    for name in _SHARED:
        shutil.copyfile(weights / name, out / name)
    graph = emissions_graph(load_arrays(checkpoint), shape_of(backbone), Scheme.FLOAT32)
    (out / "tagger.onnx").write_bytes(graph)


def figures(weights: Path, data: Path) -> dict[str, float]:
    """Those of `FIGURES` on the dev part, in percent."""
    tagger, out = OnnxTagger(weights), Agreement()
    for gold in polnear.annotated(data, "dev"):
        for article in read_inputs([str(gold.path)], policy=Policy(), stdin=BytesIO()):
            if isinstance(article, Article):
                [fragments] = tagger.tag([passages(article)])
                found = attribute(article, Policy(), Tagging(fragments=fragments, links=tagger.links))
                out.add(gold.text, gold.attributions, [_plain(s) for s in found if s.parent is None])
    measured = out.figures()
    return {name: measured[name] for name in FIGURES}


def _plain(statement: Statement) -> Attribution:
    source = statement.source.span if statement.source else None
    return Attribution(
        source=frozenset([source] if source else []),
        cue=frozenset(statement.cue),
        content=frozenset(statement.content),
    )


def main(words: Sequence[str] | None = None) -> None:
    """Print both columns."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path, help="what the tagger was exported from")
    parser.add_argument("weights", type=Path, help="folder of the tagger that ships")
    parser.add_argument("--backbone", type=Path, required=True, help="folder of the encoder's config.json")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[1] / ".." / "shared" / "data")
    given = parser.parse_args(words)
    with TemporaryDirectory() as folder:
        exact_twin(given.checkpoint, given.weights, given.backbone, Path(folder))
        exact = figures(Path(folder), given.data)
    shipped = figures(given.weights, given.data)
    print(f"{'':16}{'float32':>9}{'shipped':>9}{'lost':>7}")
    for name in FIGURES:
        print(f"{name:16}{exact[name]:9.2f}{shipped[name]:9.2f}{exact[name] - shipped[name]:7.2f}")


if __name__ == "__main__":
    main()
