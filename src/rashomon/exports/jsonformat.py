"""JSON as bytes: one record a line for streams, a readable file for dossiers.

Text stays as it is (no ``\\u`` escapes) except what UTF-8 cannot hold: a lone
surrogate is written as its JSON escape, which `json.loads` gives back.  The
same values always give the same bytes.
"""

from __future__ import annotations

import json

from rashomon.errors import MalformedInput, Place
from rashomon.exports.records import dossier_record
from rashomon.model import Dossier

__all__ = ["JsonExporter", "json_line", "load_json"]

_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_EXCERPT = 30
"""Code points of a broken line shown on either side of the fault."""


def json_line(record: object) -> bytes:
    """The record on one line of JSON Lines, line end included.

    >>> json_line({"text": "“no\\x00”"}).decode()
    '{"text": "“no\\\\u0000”"}\\n'
    """
    return (_dumps(record) + "\n").encode("utf-8", "backslashreplace")


def load_json(data: bytes, *, name: str) -> object:
    """The JSON value in `data`.

    Raises:
        MalformedInput: if it is no JSON in UTF-8; it says at which line and column.
    """
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text)
    except UnicodeDecodeError as error:
        raise MalformedInput(name, f"is not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise MalformedInput(name, f"is not JSON: {error.msg}", place=_place(text, error)) from error
    except RecursionError as error:
        raise MalformedInput(name, "is nested too deeply") from error
    except ValueError as error:
        raise MalformedInput(name, f"is not JSON that can be read: {error}") from error


class JsonExporter:
    """The dossier as JSON, an item of each list on a line of its own."""

    format: str = "json"
    suffixes: tuple[str, ...] = (".json",)

    def export(self, dossier: Dossier) -> bytes:
        """The dossier in UTF-8."""
        parts = [f"  {_dumps(key)}: {_value(value)}" for key, value in dossier_record(dossier).items()]
        return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8", "backslashreplace")


def _dumps(value: object) -> str:
    return _JSON.encode(value)


def _value(value: object, indent: str = "  ") -> str:
    """A list with an item a line; so, too, the lists in an object that holds nothing else."""
    if isinstance(value, dict) and value and all(isinstance(inner, list) for inner in value.values()):
        parts = [f"{indent}  {_dumps(key)}: {_value(inner, indent + '  ')}" for key, inner in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    if not isinstance(value, list) or not value:
        return _dumps(value)
    return "[\n" + ",\n".join(f"{indent}  {_dumps(item)}" for item in value) + f"\n{indent}]"


def _place(text: str, error: json.JSONDecodeError) -> Place:
    line_start = error.pos - error.colno + 1
    line_end = text.find("\n", error.pos)
    start = max(line_start, error.pos - _EXCERPT)
    end = min(line_end if line_end >= 0 else len(text), error.pos + _EXCERPT)
    return Place(
        line=error.lineno, column=error.colno, excerpt=text[start:end].rstrip("\r"), caret=error.pos - start
    )
