"""The command line: one module a command, and here what surrounds them all.

`main` is the installed command.  It turns whatever happens into an exit code
and at most one line on standard error, so that no user ever meets a
traceback:

====  ==========================================================================
   0  done
   1  done, but something in the input could not be used, or `verify` found a difference
   2  called wrongly, or the result could not be written
  70  a fault of ours (``RASHOMON_DEBUG=1`` shows the traceback), or of the installation
 130  interrupted from the keyboard
 141  the reader of our output went away (``rashomon ... | head``)
====  ==========================================================================

Only click is loaded here; a command's own imports come with the command.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence

import click

from rashomon.cli.app import app
from rashomon.cli.messages import one_line
from rashomon.cli.options import Interrupted
from rashomon.cli.output import ReaderGone
from rashomon.errors import InputError, UsageError, WeightsMissing

__all__ = ["main"]

INTERRUPTED, PIPE_CLOSED, WRONG_USAGE, OUR_FAULT = 130, 141, 2, 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        arguments: the words after the program's name; ``sys.argv`` by default.
    """
    try:
        code = _flushed(_run(arguments))
    except (ReaderGone, BrokenPipeError):
        _abandon_stdout()
        return PIPE_CLOSED
    except (Interrupted, KeyboardInterrupt):
        return _say("interrupted", INTERRUPTED)
    except Exception as fault:  # the last resort: nothing may reach the user as a traceback
        if os.environ.get("RASHOMON_DEBUG"):
            traceback.print_exc()
        told = f"internal error: {type(fault).__name__}: {fault}"
        return _say(f"{told}; please report it (RASHOMON_DEBUG=1 shows where)", OUR_FAULT)
    return code


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result = app.main(arguments, prog_name="rashomon", standalone_mode=False)
    except click.UsageError as fault:
        hint = f" (see '{fault.ctx.command_path} --help')" if fault.ctx else ""
        return _say(f"error: {fault.format_message()}{hint}", WRONG_USAGE)
    except click.Abort:  # click's word for an interrupted prompt or read
        raise KeyboardInterrupt from None
    except click.ClickException as fault:
        return _say(f"error: {fault.format_message()}", WRONG_USAGE)
    except UsageError as fault:
        return _say(f"error: {fault}", WRONG_USAGE)
    except InputError as fault:
        return _say(f"error: {fault.line()}", 1)
    except WeightsMissing as fault:
        return _say(f"error: {fault}; or use --tagger rules, which needs none", OUR_FAULT)
    except OSError as fault:
        if fault.errno != errno.ENOSPC:  # the help of a command, written by click
            raise
        return _unwritable(fault)
    return result if isinstance(result, int) else 0


def _say(line: str, code: int) -> int:
    try:
        sys.stderr.write(one_line(line) + "\n")
        sys.stderr.flush()
    except (OSError, AttributeError, ValueError):  # standard error is closed: the code must do
        pass
    return code


def _flushed(code: int) -> int:
    """Write what is buffered now, while what hinders it can still be told from a crash."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        _abandon_stdout()
        if code != WRONG_USAGE:  # else it has been said
            _unwritable(fault)
        return WRONG_USAGE
    return code


def _unwritable(fault: OSError) -> int:
    return _say(f"error: standard output: cannot be written ({fault.strerror})", WRONG_USAGE)


def _abandon_stdout() -> None:
    """Send what is left in the buffers nowhere, so that the interpreter's exit does not complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
