"""JSON Lines of articles, as `rashomon read` writes them: one object a line, each with a ``text``.

The blocks of a record are kept if they are valid for its text, otherwise the
text is labelled afresh.  A broken line is a fault with its place; the lines
around it are delivered.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO, TypeVar

from rashomon.errors import EmptyInput, InputError, MalformedInput, Place, TooLarge
from rashomon.model import Article, Block, BlockKind, Policy, Provenance, Publisher, Span
from rashomon.readers.kinds import looks_like_jsonl
from rashomon.readers.plain import article_of_text

__all__ = ["JsonLinesReader"]

_T = TypeVar("_T")
_AROUND = 40  # characters shown on either side of a fault


class JsonLinesReader:
    """Reads one article a line; memory holds one line at a time."""

    kind = "jsonl"

    def accepts(self, head: bytes) -> bool:
        """Whether the first line begins as a JSON object."""
        return looks_like_jsonl(head)

    def read(self, stream: BinaryIO, *, name: str, policy: Policy) -> Iterator[Article | InputError]:
        """The articles, line by line; blank lines are passed over."""
        found = False
        for number, line in _lines(stream, policy.max_input_bytes):
            if line is None:
                found = True
                yield TooLarge(name, f"line {number} is over the limit of {policy.max_input_bytes:,} bytes",
                               advice="split it, or raise the limit with --max-bytes")  # fmt: skip
            elif line.strip():
                found = True
                yield _article(line, number, name, policy)
        if not found:
            yield EmptyInput(name, "is empty", advice="give one article a line")


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is over the limit."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _article(line: bytes, number: int, name: str, policy: Policy) -> Article | InputError:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        column = len(line[: error.start].decode("utf-8", "replace"))
        return MalformedInput(name, "is not UTF-8 here", advice="JSON is written in UTF-8",
                              place=_place(text, number, column))  # fmt: skip
    text = text.rstrip("\r\n")
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        return MalformedInput(name, f"is not JSON here: {error.msg}", place=_place(text, number, error.pos))
    except (ValueError, RecursionError):
        return MalformedInput(
            name, "holds a number or nesting beyond all bounds", place=_place(text, number, 0)
        )
    if not isinstance(record, dict):
        return MalformedInput(
            name, "is not an object", advice='an article is {"text": "..."}', place=_place(text, number, 0)
        )
    words = record.get("text")
    if not isinstance(words, str):
        return MalformedInput(
            name, 'has no "text"', advice='an article is {"text": "..."}', place=_place(text, number, 0)
        )
    if not words.strip():
        return EmptyInput(f"{name}:{number}", 'holds nothing but blanks in its "text"')
    return _from_record(record, words, name, policy)


def _place(text: str, line: int, column: int) -> Place:
    """The place, with the part of the line around it; tabs become blanks so that the caret fits."""
    start = max(0, column - _AROUND)
    excerpt = text[start : column + _AROUND].replace("\t", " ").rstrip()
    return Place(line=line, column=column + 1, excerpt=excerpt, caret=column - start)


def _from_record(record: Mapping[str, object], text: str, name: str, policy: Policy) -> Article:
    """The article of a record: what it states stands, what it leaves out is read off the text."""
    read = article_of_text(text, name=_string(record, "input") or name, policy=policy)
    blocks = _blocks(record.get("blocks"), text)
    kept = _strings(record.get("warnings"))
    if "blocks" in record and blocks is None:
        kept = (*kept, "its blocks do not fit its text and were labelled afresh")
    publisher = _string(record, "publisher")
    provenance = _provenance(record.get("provenance"))
    return replace(
        read,
        blocks=blocks or read.blocks,
        publisher=Publisher(name=publisher, domain=_string(record, "domain"))
        if publisher
        else _unless(record, "publisher", read.publisher),
        headline=_string(record, "headline") or _unless(record, "headline", read.headline),
        byline=_strings(record["byline"]) if "byline" in record else read.byline,
        published=_string(record, "published") or _unless(record, "published", read.published),
        language=_string(record, "language") or read.language,
        warnings=kept if "warnings" in record or kept else read.warnings,
        provenance=read.provenance if provenance is None else provenance,
    )


def _unless(record: Mapping[str, object], key: str, value: _T) -> _T | None:
    """`value`, unless the record says something about `key`: a null there is an answer."""
    return None if key in record else value


def _string(record: Mapping[str, object], key: str) -> str | None:
    value = record.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _strings(value: object) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _provenance(value: object) -> tuple[Provenance, ...] | None:
    if not isinstance(value, list):
        return None
    rows = [
        item
        for item in value
        if isinstance(item, dict) and all(isinstance(item.get(k), str) for k in ("field", "origin", "raw"))
    ]
    return tuple(Provenance(field=row["field"], origin=row["origin"], raw=row["raw"]) for row in rows)


def _blocks(value: object, text: str) -> tuple[Block, ...] | None:
    """The blocks of a record if they are what blocks must be for this text, else None."""
    if not isinstance(value, list) or not value:
        return None
    out: list[Block] = []
    at = 0
    for item in value:
        block = _block(item)
        if block is None or block.span.start < at or block.span.end > len(text) or not block.span:
            return None
        if text[at : block.span.start].strip() or block.span.trim(text) != block.span:
            return None
        out.append(block)
        at = block.span.end
    return tuple(out) if not text[at:].strip() else None


def _block(item: object) -> Block | None:
    if not isinstance(item, dict):
        return None
    kind = item.get("kind")
    start, end, rule = item.get("start"), item.get("end"), item.get("rule", "")
    if (
        type(start) is not int
        or type(end) is not int
        or not 0 <= start <= end
        or not isinstance(rule, str)
        or not isinstance(kind, str)
    ):
        return None
    try:
        return Block(kind=BlockKind(kind), span=Span(start, end), rule=rule)
    except ValueError:
        return None
