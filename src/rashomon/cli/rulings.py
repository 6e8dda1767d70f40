"""The options by which a person rules: who is who, what is one origin, what came out when.

Rulings from the command line are added to the file, if there is one, so that
the next run knows them too; nothing that stands in it is changed.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from rashomon.cli.messages import Messages
from rashomon.cli.options import Command
from rashomon.cli.output import open_output
from rashomon.cli.published import published_option
from rashomon.errors import UsageError
from rashomon.model import OriginRuling, Ruling
from rashomon.readers.publications import Publication
from rashomon.readers.rulings import Decision, read_rulings, ruling_of, written

__all__ = ["Asked", "Rulings", "gather", "ruling_options"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options as given."""

    told: tuple[Decision, ...]
    path: str | None
    published: tuple[Publication, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What the options come to: the rulings in force, those told here, and the file that keeps them."""

    told: tuple[Decision, ...]
    path: str | None
    kept: bytes
    all: tuple[Decision, ...]

    @property
    def names(self) -> tuple[Ruling, ...]:
        """Those on who is who."""
        return tuple(one for one in self.all if isinstance(one, Ruling))

    @property
    def origins(self) -> tuple[OriginRuling, ...]:
        """Those on origins."""
        return tuple(one for one in self.all if isinstance(one, OriginRuling))

    def keep(self) -> int:
        """Add those told here to the file, each once; returns how many were added.

        Raises:
            UsageError: if the file cannot be written.
        """
        known = {written(ruling) for ruling in self.all[: len(self.all) - len(self.told)]}
        new = [line for line in dict.fromkeys(map(written, self.told)) if line not in known]
        if self.path is None or not new:
            return 0
        before = self.kept if self.kept.endswith(b"\n") or not self.kept else self.kept + b"\n"
        with open_output(self.path) as sink:
            sink.write(before + "".join(f"{line}\n" for line in new).encode("utf-8", "replace"))
        return len(new)


_OPTIONS = (
    (
        "--merge-origins",
        "origins: ",
        True,
        "The two origins, called as the dossier calls them, count as one.",
    ),
    ("--split-origins", "origins: ", False, "The two origins are independent of each other."),
    ("--same", "", True, "The two names mean one person or body; 'A @ INPUT' means it in one report."),
    ("--different", "", False, "The two names mean two persons or bodies."),
)
"""Name, what a line of it begins with in a file, whether it says that the two are one, and the help."""


def ruling_options(command: Command) -> Command:
    """The options, handed to the command as one `Asked` named ``asked``."""
    fields = {name: name.removeprefix("--").replace("-", "_") for name, *_ in _OPTIONS}

    @functools.wraps(command)
    def wrapped(*, rulings_path: str | None, published: tuple[Publication, ...], **arguments: object) -> int:
        told = tuple(ruling for field in fields.values() for ruling in _taken(arguments, field))
        return command(**arguments, asked=Asked(told=told, path=rulings_path, published=published))

    kept = "Rulings, a line each: 'A = B', 'A != B', 'origins: A = B'; those given as options are added."
    decorated: Command = click.option("--rulings", "rulings_path", metavar="FILE", help=kept)(
        published_option(wrapped)
    )
    for name, lead, same, told in _OPTIONS:
        read = _rulings(lead, same=same)
        option = click.option(name, fields[name], multiple=True, metavar="'A = B'", callback=read, help=told)
        decorated = option(decorated)
    return decorated


def _taken(arguments: dict[str, object], field: str) -> tuple[Decision, ...]:
    """The values of an option, taken out of the arguments."""
    values = arguments.pop(field)
    assert isinstance(values, tuple)
    return values


def gather(asked: Asked, messages: Messages) -> Rulings:
    """The rulings of the options and of the file; its bad lines are named as faults.

    Raises:
        UsageError: if the file cannot be read, is missing while there is nothing to write into
            it, or holds lines of which none is a ruling: it is another file, to be left alone.
    """
    told, path = asked.told, asked.path
    kept = b"" if path is None else _bytes(path, may_be_missing=bool(told))
    read = list(read_rulings(kept, name=path or ""))
    found = [item for item in read if isinstance(item, Decision)]
    if read and not found:
        raise UsageError(f"{path}: holds no ruling; is it the right file? A ruling is a line 'A = B'")
    for item in read:
        if not isinstance(item, Decision):
            messages.fault(item)
    return Rulings(told=told, path=path, kept=kept, all=(*found, *told))


def _bytes(path: str, *, may_be_missing: bool) -> bytes:
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as fault:
        if may_be_missing:
            return b""
        raise UsageError(f"{path}: is not there; give --same or --different to begin it") from fault
    except (OSError, ValueError) as fault:
        told = getattr(fault, "strerror", None) or str(fault)
        raise UsageError(f"{path}: the rulings cannot be read ({told})") from fault


_Callback = Callable[[click.Context, click.Parameter, Sequence[str]], tuple[Decision, ...]]


def _rulings(lead: str, *, same: bool) -> _Callback:
    def read(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[Decision, ...]:
        return tuple(_told(values, lead, ctx, param, same=same))

    return read


def _told(
    values: Sequence[str], lead: str, ctx: click.Context, param: click.Parameter, *, same: bool
) -> Iterator[Decision]:
    """The ruling of each value; an option that parts two takes both signs for the same."""
    for value in values:
        line = value.replace("!=", "=") if not same else value
        ruling = ruling_of(lead + (line if same else line.replace("=", "!=", 1)))
        if isinstance(ruling, str):
            raise click.BadParameter(f"{value!r} {ruling}; write it as 'A = B'", ctx, param)
        if ruling.same is not same:
            other = "--split-origins" if lead else "--different"
            raise click.BadParameter(f"{value!r} says that they differ; use {other}", ctx, param)
        yield ruling
