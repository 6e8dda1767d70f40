"""The wheel holds what the program needs at run time, and nothing that is not the program."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.functional.conftest import ROOT


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    words: list[str | Path] = [
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
    ]
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    (wheel,) = folder.glob("rashomon-*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_every_file_of_the_package_is_in_the_wheel(names: set[str]) -> None:
    source = ROOT / "src"
    files = [p for p in (source / "rashomon").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    expected = {p.relative_to(source).as_posix() for p in files}
    assert "rashomon/py.typed" in expected
    assert any(Path(name).suffix == ".css" for name in expected)
    assert any("template" in name or name.endswith((".j2", ".jinja")) for name in expected)
    assert expected <= names


def test_nothing_else_is_in_the_wheel(names: set[str]) -> None:
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"rashomon"}
    assert any(name.endswith("licenses/LICENSE") for name in names)
