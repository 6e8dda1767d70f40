"""The installed command, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COMMAND = Path(sys.executable).with_name("rashomon")
LIMIT = 120  # seconds, after which something hangs
_NO_MANNERS = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "RASHOMON_DEBUG", "PYTHONPATH", "TTY_COMPATIBLE")


@dataclass(frozen=True, slots=True)
class Result:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def out_lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def err_lines(self) -> list[str]:
        return self.err.splitlines()


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This environment without what would change the command's manners."""
    return {k: v for k, v in os.environ.items() if k not in _NO_MANNERS} | dict(extra or {})


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs the command in a folder; a traceback or an internal error fails the test."""

    folder: Path

    def __call__(
        self,
        *words: str | Path,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        out: int | None = None,
    ) -> Result:
        done = subprocess.run(
            [COMMAND, *words],
            input=stdin,
            stdout=subprocess.PIPE if out is None else out,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=environment(env),
            timeout=LIMIT,
            check=False,
        )
        result = Result(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())
        assert "Traceback" not in result.err, result.err
        assert "internal error" not in result.err, result.err
        return result
