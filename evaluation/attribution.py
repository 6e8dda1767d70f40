"""Attribution as a whole: PolNeAR dev for the spans, BASIL for the speakers."""

from __future__ import annotations

from pathlib import Path

from evaluation import basil, polnear

__all__ = ["corpus", "measure"]


def corpus(data: Path) -> list[Path]:
    """The files measured on."""
    return [*polnear.corpus(data), *basil.corpus(data)]


def measure(data: Path) -> dict[str, float]:
    """Every figure in percent but for ``speaker_spans``, a count."""
    return polnear.measure(data) | basil.measure(data)
