"""What `make` does where a script fails, told by a stand-in for the Python of the environment."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STAND_IN = """#!/bin/sh
echo "$@" >> "{log}"
case "$1" in benchmarks/{failing}) exit 1;; esac
"""


def bench(folder: Path, failing: str) -> tuple[int, list[str], str]:
    """The exit code of `make bench`, the scripts it ran, and what it complained of."""
    (folder / "bin").mkdir()
    log, python = folder / "log", folder / "bin" / "python"
    python.write_text(STAND_IN.format(log=log, failing=failing))
    python.chmod(0o755)
    (folder / ".installed").touch()  # newer than pyproject.toml: nothing is installed
    done = subprocess.run(
        ["make", "bench", f"VENV={folder}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    ran = [line for line in log.read_text().splitlines() if line.startswith("benchmarks/")]
    return done.returncode, ran, done.stderr


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
@pytest.mark.parametrize("failing", ["startup.py", "alignment.py", ""])
def test_all_benchmarks_are_run_and_a_failing_one_fails_the_whole(failing: str, tmp_path: Path) -> None:
    code, ran, complaint = bench(tmp_path, failing or "none")
    assert ran == ["benchmarks/startup.py", "benchmarks/linear.py", "benchmarks/alignment.py"]
    assert (code != 0) is bool(failing)
    assert (f"error: benchmarks failed: {failing}" in complaint) is bool(failing)
