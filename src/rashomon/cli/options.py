"""The arguments that commands share, and what they come to."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

import click

from rashomon.cli.messages import Messages
from rashomon.model import Policy
from rashomon.ports import TAGGERS

__all__ = [
    "Command",
    "Interrupted",
    "Setup",
    "format_option",
    "inputs",
    "output",
    "tagger_option",
    "with_setup",
]

Command = Callable[..., int]  # a command returns its exit code

_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_SIZE = re.compile(r"(\d{1,15}(?:_\d{1,15}){0,5})([kmg]?)b?", re.IGNORECASE | re.ASCII)


class Interrupted(Exception):
    """The user pressed Ctrl-C; not a `KeyboardInterrupt`, to which click would add an empty line."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What the options of every command come to: the thresholds, and whom to tell.

    `limit` is the size that the user set for inputs; None where the policy's own holds.
    """

    policy: Policy
    messages: Messages
    plain: bool
    limit: int | None = None


def inputs(command: Command) -> Command:
    """The INPUT words, handed to the command as ``words``."""
    return click.argument("words", metavar="INPUT...", nargs=-1, required=True)(command)


def output(command: Command) -> Command:
    """The option ``-o FILE``, handed to the command as ``path``."""
    told = "Write to FILE instead of standard output."
    return click.option("-o", "--output", "path", metavar="FILE", help=told)(command)


def format_option(*names: str, default: str | None, told: str) -> Callable[[Command], Command]:
    """The option ``--format NAME``, handed to the command as ``format_name``."""
    return click.option("-f", "--format", "format_name", type=click.Choice(names), default=default, help=told)


def tagger_option(command: Command) -> Command:
    """The option ``--tagger NAME``, handed to the command as ``tagger_name``."""
    told = "Who finds statements: the trained model, the rules, or (auto) the model if its weights are here."
    choice = click.option("--tagger", "tagger_name", type=click.Choice(TAGGERS), default="auto", help=told)
    return choice(command)


def with_setup(command: Command) -> Command:
    """The options of every command, handed to it as one `Setup` named ``ready``."""

    @click.option("--max-bytes", callback=_size, metavar="SIZE", help=_limit_help())
    @click.option("--no-color", is_flag=True, help="No colours, also on a terminal.")
    @click.option("-q", "--quiet", is_flag=True, help="No progress and no warnings, only errors.")
    @functools.wraps(command)
    def wrapped(*, quiet: bool, no_color: bool, max_bytes: int | None, **arguments: object) -> int:
        policy = Policy() if max_bytes is None else Policy(max_input_bytes=max_bytes)
        messages = Messages(quiet=quiet, color=False if no_color else None)
        try:
            ready = Setup(policy=policy, messages=messages, plain=no_color, limit=max_bytes)
            return command(**arguments, ready=ready)
        except KeyboardInterrupt:
            raise Interrupted from None

    return wrapped


def _limit_help() -> str:
    return f"Refuse inputs larger than this, as 5000000 or 50M. Default: {Policy().max_input_bytes:,}."


def _size(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """A number of bytes: ``5000000``, ``50_000_000`` or ``50M``."""
    if value is None:
        return None
    match = _SIZE.fullmatch(value)
    size = int(match[1]) * _UNITS[match[2].lower()] if match else 0
    if size < 1:
        raise click.BadParameter(f"{value!r} is no size; write it like 5000000 or 50M", ctx, param)
    return size
