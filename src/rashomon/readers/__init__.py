"""Bytes to articles: plain text, HTML, JSON Lines; and the INPUT words that lead to them."""

from rashomon.readers.housestyles import builtin_styles, house_style
from rashomon.readers.inputs import Opened, open_inputs
from rashomon.readers.reading import READERS, read, read_inputs
from rashomon.readers.versions import versions

__all__ = [
    "READERS",
    "Opened",
    "builtin_styles",
    "house_style",
    "open_inputs",
    "read",
    "read_inputs",
    "versions",
]
