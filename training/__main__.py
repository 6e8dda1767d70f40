"""Makes the weights, from the data and nothing else.

    python -m training --data FOLDER --work FOLDER [--step NAME] [--name NAME] [--threads N]

Steps whose results are in the work folder are skipped, and training that was
stopped goes on where it was; so after a stop the same command finishes the job.
With ``--step`` one step is taken, again if need be.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.recipe import Recipe, Workshop, run

__all__ = ["main"]


def main(words: Sequence[str] | None = None) -> None:
    """Read the command line and take the steps."""
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/ and stories/")
    parser.add_argument("--work", type=Path, required=True, help="folder of the results")
    parser.add_argument("--step", help="take this step only")
    parser.add_argument("--name", default=Recipe().name, help="of the tagger")
    parser.add_argument("--threads", type=int, help="cores to use; all if left out")
    given = parser.parse_args(words)
    if given.threads:
        torch.set_num_threads(given.threads)
    workshop = Workshop(data=given.data, work=given.work, recipe=Recipe(name=given.name))
    run(workshop.steps(), given.step)


if __name__ == "__main__":
    main()
