"""The options ``--same``, ``--different`` and ``--rulings``: telling ``compare`` who is who.

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
from rashomon.errors import UsageError
from rashomon.model import Ruling
from rashomon.readers.rulings import read_rulings, ruling_of, written

__all__ = ["Asked", "Rulings", "gather", "ruling_options"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options as given."""

    same: tuple[Ruling, ...]
    different: tuple[Ruling, ...]
    path: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What the options come to: the rulings in force, those told here, and the file that keeps them."""

    told: tuple[Ruling, ...]
    path: str | None
    kept: bytes
    all: tuple[Ruling, ...]

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


def ruling_options(command: Command) -> Command:
    """The three options, handed to the command as one `Asked` named ``asked``."""

    @functools.wraps(command)
    def wrapped(
        *,
        same: tuple[Ruling, ...],
        different: tuple[Ruling, ...],
        rulings_path: str | None,
        **arguments: object,
    ) -> int:
        return command(**arguments, asked=Asked(same=same, different=different, path=rulings_path))

    decorated: Command = wrapped
    for option in (
        click.option(
            "--rulings", "rulings_path", metavar="FILE",
            help="Rulings, a line each: 'A = B', 'A != B'; those given by --same and --different are added.",
        ),
        click.option("--different", multiple=True, metavar="'A = B'", callback=_rulings(same=False),
                     help="The two names mean two persons or bodies."),
        click.option("--same", multiple=True, metavar="'A = B'", callback=_rulings(same=True),
                     help="The two names mean one person or body; 'A @ INPUT' means it in one report."),
    ):  # fmt: skip
        decorated = option(decorated)
    return decorated


def gather(asked: Asked, messages: Messages) -> Rulings:
    """The rulings of the options and of the file; its bad lines are named as faults.

    Raises:
        UsageError: if the file cannot be read, is missing while there is nothing to write into
            it, or holds lines of which none is a ruling: it is another file, to be left alone.
    """
    told, path = (*asked.same, *asked.different), asked.path
    kept = b"" if path is None else _bytes(path, may_be_missing=bool(told))
    read = list(read_rulings(kept, name=path or ""))
    found = [item for item in read if isinstance(item, Ruling)]
    if read and not found:
        raise UsageError(f"{path}: holds no ruling; is it the right file? A ruling is a line 'A = B'")
    for item in read:
        if not isinstance(item, Ruling):
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


def _rulings(*, same: bool) -> Callable[[click.Context, click.Parameter, Sequence[str]], tuple[Ruling, ...]]:
    def read(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[Ruling, ...]:
        return tuple(_told(values, ctx, param, same=same))

    return read


def _told(
    values: Sequence[str], ctx: click.Context, param: click.Parameter, *, same: bool
) -> Iterator[Ruling]:
    """The ruling of each value; ``--different`` takes both signs for the same."""
    for value in values:
        line = value.replace("!=", "=") if not same else value
        ruling = ruling_of(line if same else line.replace("=", "!=", 1))
        if isinstance(ruling, str):
            raise click.BadParameter(f"{value!r} {ruling}; write it as 'A = B'", ctx, param)
        if ruling.same is not same:
            raise click.BadParameter(f"{value!r} says that they differ; use --different", ctx, param)
        yield ruling
