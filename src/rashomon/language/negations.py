"""Words that deny, and words that deny by their first letters, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language.wordforms import NEGATIONS

__all__ = ["DENYING", "STRENGTHENING", "denied", "opposite"]

DENYING = NEGATIONS | {"n't"}
"""Words that deny by themselves, the ending of "can't" included."""

STRENGTHENING = frozenset("longer way means account whatsoever absolutely".split())
"""Words that with one that denies do no more than deny ("no longer", "by no means")."""

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "mis")
_SHORTEST = 4
# A prefix that looks like one and is none.
_NO_OPPOSITES = frozenset(
    """press impress form inform side inside come income deed indeed vest invest port import cover discover
    less unless part impart plant implant pose impose dispose tend intend tense intense close disclose
    counted discounted play display count discount charge discharge place displace solve dissolve
    patient inpatient habit inhabit fluent influent take mistake
    valuable invaluable different indifferent famous infamous born inborn land inland flow inflow
    door indoor doors indoors""".split()
)
_PAIRS = frozenset(
    frozenset(row.split("/"))
    for row in """with/without ever/never always/never some/none all/none any/no either/neither or/nor
    anybody/nobody somebody/nobody everybody/nobody anyone/nobody everyone/nobody anything/nothing
    something/nothing everything/nothing anywhere/nowhere somewhere/nowhere everywhere/nowhere yes/no
    able/unable possible/impossible legal/illegal harmless/harmful careless/careful useless/useful
    hopeless/hopeful helpless/helpful likely/unlikely fair/unfair true/untrue safe/unsafe""".split()
)


def denied(keys: Sequence[str]) -> int:
    """How many of these folded words deny."""
    return sum(key in DENYING for key in keys)


def opposite(one: str, other: str) -> bool:
    """Whether one word denies what the other says.

    >>> opposite("able", "unable"), opposite("with", "without"), opposite("port", "import")
    (True, True, False)
    """
    if frozenset((one, other)) in _PAIRS:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or short in _NO_OPPOSITES:
        return False
    return any(long == prefix + short for prefix in _PREFIXES)
