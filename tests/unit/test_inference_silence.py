"""Nobody is told what is read: the engine keeps no record and names no device."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

READS = """
from rashomon.inference import OnnxEmbedder
print(len(OnnxEmbedder().embed(["The mill at Gorse was shut."])))
"""


def test_the_engine_writes_nothing_into_the_home_of_the_user(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", READS], env=kept | home, capture_output=True, text=True, check=True
    )
    assert done.stdout == "1\n"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
