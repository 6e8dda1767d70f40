"""``rashomon explain``: every step that led to what a dossier shows of one claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from rashomon.cli.dossier import dossier_bytes
from rashomon.cli.messages import one_line
from rashomon.cli.options import Setup, with_setup
from rashomon.cli.output import open_output
from rashomon.cli.terminal import draw, is_terminal
from rashomon.errors import MalformedInput, UsageError
from rashomon.exports import explained, parse_dossier
from rashomon.exports.calling import called
from rashomon.exports.display import shortened
from rashomon.exports.overview import overview
from rashomon.exports.standing import Standing, standing
from rashomon.model import Claim, Dossier

__all__ = ["command"]

EPILOG = """\b
Examples:
  rashomon compare examples/signal-box -o dossier.json
  rashomon explain dossier.json
  rashomon explain dossier.json 3
  rashomon explain dossier.json 'gutted the signal box'"""

WRONG_USAGE = 2
LISTED = 20
"""Claims that are named where CLAIM stands for several."""

_WIDTH = 100


@click.command("explain", epilog=EPILOG)
@click.argument("dossier", metavar="DOSSIER.json")
@click.argument("claim", metavar="[CLAIM]", required=False)
@with_setup
def command(dossier: str, claim: str | None, ready: Setup) -> int:
    """Print every step that led to what a dossier shows of one claim.

    CLAIM is the number of a claim in the summary or the report, its id, the beginning of one, or
    words that only one claim has. Without it, the claims are listed with ids and numbers.
    DOSSIER.json may be - for standard input.
    """
    whole = parse_dossier(dossier_bytes(dossier, ready), name=dossier)
    if "corroboration" not in whole.engine.rooms:
        raise UsageError(f"{dossier}: no claims were looked for in it; make it anew with 'rashomon compare'")
    _hold(whole, dossier)
    of = standing(overview(whole))
    found = tuple(of.claims.values()) if claim is None else called(of, claim)
    if claim is not None and len(found) != 1:
        return _unclear(of, claim, found, ready)
    with open_output(None) as sink:
        if claim is None:
            sink.write("".join(f"{line}\n" for line in _list(of, found)).encode("utf-8", "replace"))
        else:
            drawn = explained(whole, found[0].id)
            sink.write(draw(drawn, to_terminal=is_terminal(None), plain=ready.plain))
    return ready.messages.exit_code


def _hold(whole: Dossier, name: str) -> None:
    """Refuse a file that somebody cut: what lies in no text cannot be shown.

    Raises:
        MalformedInput: if it speaks of an article that is not in it.
    """
    named = {statement.article for statement in whole.statements}
    named.update(one.article for utterance in whole.utterances for one in utterance.apparatus.witnesses)
    named.update(one.article for claim in whole.claims for one in claim.wordings)
    if not named <= {article.id for article in whole.articles}:
        advice = "'rashomon verify' lists what is wrong with it"
        raise MalformedInput(name, "speaks of an article that is not in it", advice=advice)


def _unclear(of: Standing, claim: str, found: tuple[Claim, ...], ready: Setup) -> int:
    """Say which claims the words could mean; 2, as for any wrong usage.

    Raises:
        UsageError: if there is none.
    """
    if not found:
        raise UsageError(
            f"no claim has the number, the id or the words {claim!r}; without CLAIM they are listed"
        )
    listed = list(_list(of, found[:LISTED]))
    if hidden := len(found) - len(listed):
        listed.append(f"… {hidden:,} more")
    told = f"{claim!r} stands for {len(found):,} claims; name one by its id, its number or more words"
    ready.messages.error(told, listed)
    return WRONG_USAGE


def _list(of: Standing, claims: Iterable[Claim]) -> Iterator[str]:
    """A line a claim: id, number, how many reports have it, at most how many origins, the words."""
    width = len(str(len(of.claims)))
    for claim in claims:
        having = f"{len(of.having[claim.id])} of {len(claim.positions)}"
        number = f"{of.numbers[claim.id]:>{width}}"
        facts = one_line(f"{claim.id}  {number}  {having}  at most {claim.origins.at_most}  ")
        yield facts + shortened(one_line(of.words(of.head(claim))), _WIDTH - len(facts))
