"""Opens the tokenizer that all models share."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

from rashomon.inference.files import whole

__all__ = ["tokenizer_of"]


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer in `folder`, which neither pads nor cuts.

    Raises:
        WeightsMissing: if there is none, or it is not whole.
    """
    with whole(folder, "tokenizer.json") as path:
        try:
            tokenizer = Tokenizer.from_file(str(path))
        except Exception as fault:  # the library raises no narrower one
            raise ValueError("no tokenizer") from fault
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
