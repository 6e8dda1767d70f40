"""The form of a house style in TOML, held against one file: the first thing that is wrong is the fault.

A fault names the rule, the key, the line where it stands if that can be found, and what to do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from rashomon.errors import InputError, MalformedInput, Place
from rashomon.model import Citation, Flag, HouseRule, HouseStyle, VariantKind, Verdict

__all__ = ["parse"]

_EXCERPT = 80
_TOP = ("id", "name", "extends", "documents", "rules")
_RULE = ("id", "kinds", "reasons", "flags", "verdict", "gist", "document", "section", "seen", "verified")
_DOCUMENT = ("title", "edition", "url")
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_Label = TypeVar("_Label", bound=StrEnum)


def parse(data: bytes, *, name: str, extended: Mapping[str, HouseStyle] | None = None) -> HouseStyle:
    """The house style that these bytes hold.

    Args:
        data: TOML in UTF-8.
        name: of the input, for faults; its stem is the id if the file gives none.
        extended: the styles that `extends` may name.

    Raises:
        MalformedInput: at the first place that is wrong.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedInput(name, f"is not UTF-8 at byte {error.start}", advice="save it as UTF-8") from None
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(str(error), name, text) from None
    except RecursionError:
        raise MalformedInput(name, "is nested too deeply", advice="write plain tables") from None
    return _Form(name, text.splitlines(), extended or {}).style(table)


def _not_toml(told: str, name: str, text: str) -> InputError:
    at = _AT.search(told)
    lines = text.splitlines() or [""]
    line = int(at[1]) if at and at[1] else len(lines)
    column = int(at[2]) if at and at[2] else len(lines[-1]) + 1
    excerpt = lines[min(line, len(lines)) - 1][:_EXCERPT]
    place = Place(line=line, column=column, excerpt=excerpt, caret=min(column - 1, len(excerpt)))
    problem = _AT.sub("", told)
    advice = "mend the TOML there; docs/house-styles.md shows the form"
    return MalformedInput(
        name, f"is not TOML: {problem[:1].lower()}{problem[1:]}", advice=advice, place=place
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file: its keys, what faults call it, and the line of its header (0: the top)."""

    keys: Mapping[str, Any]
    called: str
    line: int


class _Form:
    """One file, held against the form of a house style."""

    def __init__(self, name: str, lines: list[str], extended: Mapping[str, HouseStyle]) -> None:
        self._name = name
        self._lines = lines
        self._extended = extended

    def style(self, keys: Mapping[str, Any]) -> HouseStyle:
        """The style, or the fault at the first thing that is wrong."""
        top = _Table(keys, "the file", 0)
        self._known(top, _TOP)
        stem = re.sub(r"[^a-z0-9]+", "-", Path(self._name).stem.lower()).strip("-") or "own"
        below = self._below(top)
        documents = self._documents(top)
        rules = [self._rule(rule, documents) for rule in self._tables(top)]
        self._distinct(rules)
        if not rules and not below:
            self._fail(top, "rules", "has no rules", "add a [[rules]] table, or extends")
        own = {rule.id for rule in rules}
        return HouseStyle(
            id=self._id(top, stem),
            name=self._text(top, "name", default=stem),
            rules=(*rules, *(rule for rule in below if rule.id not in own)),
        )

    def _below(self, top: _Table) -> tuple[HouseRule, ...]:
        word = self._text(top, "extends", default="")
        if not word:
            return ()
        if word not in self._extended:
            advice = f"extend one of {', '.join(self._extended)}" if self._extended else "leave it out"
            self._fail(top, "extends", f"extends {word!r}, which is no built-in house style", advice)
        return self._extended[word].rules

    def _documents(self, top: _Table) -> dict[str, Citation]:
        found = top.keys.get("documents", {})
        if not isinstance(found, dict) or not all(isinstance(keys, dict) for keys in found.values()):
            self._fail(top, "documents", "has documents that are no tables", "write [documents.NAME] tables")
        out = {}
        for key, keys in found.items():
            table = _Table(
                keys, f"document {key!r}", self._line(rf"\[\s*documents\s*\.\s*\"?{re.escape(key)}")
            )
            self._known(table, _DOCUMENT)
            out[key] = Citation(
                document=self._text(table, "title"),
                edition=self._text(table, "edition", default=""),
                url=self._text(table, "url", default=""),
            )
        return out

    def _tables(self, top: _Table) -> list[_Table]:
        found = top.keys.get("rules", [])
        if not isinstance(found, list) or not all(isinstance(keys, dict) for keys in found):
            self._fail(top, "rules", "has rules that are no tables", "write each under [[rules]]")
        headers = [n for n, line in enumerate(self._lines, 1) if re.match(r"\s*\[\[\s*rules\s*\]\]", line)]
        lines = headers if len(headers) == len(found) else [0] * len(found)
        return [
            _Table(keys, f"rule {number}", line)
            for number, (keys, line) in enumerate(zip(found, lines, strict=True), 1)
        ]

    def _rule(self, table: _Table, documents: Mapping[str, Citation]) -> HouseRule:
        self._known(table, _RULE)
        kinds = self._labels(table, "kinds", VariantKind)
        flags = self._labels(table, "flags", Flag)
        if not kinds and not flags:
            self._fail(table, "kinds", "speaks of nothing", "give it kinds or flags")
        cited = self._text(table, "document", default="")
        if cited and cited not in documents:
            self._fail(table, "document", f"cites {cited!r}, which is not there", f"add [documents.{cited}]")
        source = documents.get(cited, Citation(document=""))
        return HouseRule(
            id=self._id(table, None),
            kinds=kinds,
            reasons=self._words(table, "reasons"),
            flags=flags,
            verdict=self._label(table, "verdict", self._text(table, "verdict"), Verdict),
            gist=self._text(table, "gist"),
            citation=Citation(
                document=source.document,
                section=self._text(table, "section", default=""),
                edition=source.edition,
                url=source.url,
                seen=self._text(table, "seen", default=""),
            ),
            verified=self._yes(table, "verified"),
        )

    def _distinct(self, rules: list[HouseRule]) -> None:
        seen: set[str] = set()
        for number, rule in enumerate(rules):
            if rule.id in seen:
                line = self._line(r"\[\[\s*rules\s*\]\]", number)
                table = _Table({}, f"rule {number + 1}", line)
                self._fail(
                    table, "id", f"has the id {rule.id!r} of an earlier rule", "give it one of its own"
                )
            seen.add(rule.id)

    def _known(self, table: _Table, keys: Collection[str]) -> None:
        for key in table.keys:
            if key not in keys:
                near = get_close_matches(key, keys, n=1)
                advice = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(keys)}"
                self._fail(table, key, f"has an unknown key {key!r}", advice)

    def _text(self, table: _Table, key: str, *, default: str | None = None) -> str:
        value = table.keys.get(key, default)
        if value is None:
            self._fail(table, key, f"has no {key}", f'add {key} = "..."')
        if not isinstance(value, str) or (key in table.keys and not value.strip()):
            self._fail(table, key, f"has a {key} that is no text", f'write {key} = "..."')
        return " ".join(value.split())

    def _yes(self, table: _Table, key: str) -> bool:
        value = table.keys.get(key, False)
        if not isinstance(value, bool):
            self._fail(
                table, key, f"has a {key} that is neither true nor false", f"write {key} = true or false"
            )
        return value

    def _words(self, table: _Table, key: str) -> tuple[str, ...]:
        value = table.keys.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            self._fail(table, key, f"has {key} that are no list of words", f'write {key} = ["...", "..."]')
        return tuple(value)

    def _labels(self, table: _Table, key: str, labels: type[_Label]) -> tuple[_Label, ...]:
        return tuple(self._label(table, key, word, labels) for word in self._words(table, key))

    def _label(self, table: _Table, key: str, word: str, labels: type[_Label]) -> _Label:
        known = [str(label) for label in labels]
        if word not in known:
            near = get_close_matches(word, known, n=1)
            advice = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
            self._fail(table, key, f"has {word!r} in {key}, which is none", advice)
        return labels(word)

    def _id(self, table: _Table, default: str | None) -> str:
        value = self._text(table, "id", default=default)
        if not _ID.fullmatch(value):
            self._fail(table, "id", f"has the id {value!r}", "use small letters, digits and single hyphens")
        return value

    def _line(self, header: str, number: int = 0) -> int:
        """The line of the header of this number, counted from 1; 0 if it is written in another way."""
        lines = [at for at, line in enumerate(self._lines, 1) if re.match(rf"\s*{header}", line)]
        return lines[number] if number < len(lines) else 0

    def _fail(self, table: _Table, key: str, problem: str, advice: str) -> NoReturn:
        line = self._line_of(table, key)
        excerpt = self._lines[line - 1].strip()[:_EXCERPT] if line else ""
        column = len(self._lines[line - 1]) - len(self._lines[line - 1].lstrip()) + 1 if line else 1
        place = Place(line=line, column=column, excerpt=excerpt) if line else None
        told = problem if table.line == 0 and table.called == "the file" else f"{table.called} {problem}"
        raise MalformedInput(self._name, told, advice=advice, place=place)

    def _line_of(self, table: _Table, key: str) -> int:
        """The line where the key stands in its table, else that of its header, else 0."""
        named = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        for at in range(table.line, len(self._lines)):
            line = self._lines[at]
            if named.match(line):
                return at + 1
            if line.lstrip().startswith("["):
                break
        return table.line
