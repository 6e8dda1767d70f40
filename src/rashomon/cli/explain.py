"""``rashomon explain``: every step that led to what a dossier shows of one claim."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.messages import one_line
from rashomon.cli.options import Setup, with_setup
from rashomon.cli.output import open_output
from rashomon.cli.terminal import draw, is_terminal
from rashomon.errors import MissingInput, UsageError
from rashomon.exports import explained, parse_dossier
from rashomon.model import Claim, Dossier, Stance

__all__ = ["command"]

EPILOG = """\b
Examples:
  rashomon compare examples/signal-box -o dossier.json
  rashomon explain dossier.json
  rashomon explain dossier.json 'gutted the signal box'"""

_LISTED = 40
_WIDTH = 100


@click.command("explain", epilog=EPILOG)
@click.argument("dossier", metavar="DOSSIER.json")
@click.argument("claim", metavar="[CLAIM]", required=False)
@with_setup
def command(dossier: str, claim: str | None, ready: Setup) -> int:
    """Print every step that led to what a dossier shows of one claim.

    CLAIM is the id of a claim, the beginning of one, or words that only one claim has.
    Without it, the claims are listed with their ids.
    """
    whole = parse_dossier(_bytes(dossier), name=dossier)
    if "corroboration" not in whole.engine.rooms:
        raise UsageError(f"{dossier}: no claims were looked for in it; make it anew with 'rashomon compare'")
    with open_output(None) as sink:
        if claim is None:
            sink.write(_list(whole, whole.claims).encode("utf-8", "replace"))
            return ready.messages.exit_code
        one = _found(whole, claim)
        sink.write(draw(explained(whole, one.id), to_terminal=is_terminal(None), plain=ready.plain))
    return ready.messages.exit_code


def _found(dossier: Dossier, words: str) -> Claim:
    """The one claim that is meant.

    Raises:
        UsageError: if none or several are; it names those.
    """
    found = [claim for claim in dossier.claims if claim.id == words]
    found = found or [claim for claim in dossier.claims if claim.id.startswith(words)]
    found = found or [claim for claim in dossier.claims if _has(dossier, claim, words)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no claim has the id or the words {words!r}; without CLAIM they are listed")
    several = ", ".join(claim.id for claim in found[:_LISTED])
    raise UsageError(f"{words!r} stands for {len(found)} claims: {several}")


def _has(dossier: Dossier, claim: Claim, words: str) -> bool:
    wanted = " ".join(words.split()).casefold()
    return any(wanted in text.casefold() for text in _wordings(dossier, claim))


def _wordings(dossier: Dossier, claim: Claim) -> list[str]:
    texts = {article.id: article.text for article in dossier.articles}
    return [
        " ".join(" ".join(span.of(texts[one.article]) for span in one.spans).split())
        for one in claim.wordings
    ]


def _list(dossier: Dossier, claims: tuple[Claim, ...]) -> str:
    """A line a claim: id, how many reports have it, at most how many origins, the words."""
    lines = []
    for claim in claims:
        head = next(n for n, one in enumerate(claim.wordings) if one.id == claim.head)
        having = sum(position.stance is not Stance.SILENT for position in claim.positions)
        facts = f"{claim.id}  {having} of {len(claim.positions)}  at most {claim.origins.at_most}  "
        lines.append(one_line(facts + _wordings(dossier, claim)[head])[:_WIDTH])
    return "".join(f"{line}\n" for line in lines)


def _bytes(dossier: str) -> bytes:
    try:
        return Path(dossier).read_bytes()
    except (OSError, ValueError) as fault:
        told = getattr(fault, "strerror", None) or str(fault)
        raise MissingInput(dossier, f"cannot be read ({told})") from fault
