"""One story of facts and one pair, for the tests of both commands that train readers of pairs."""

from __future__ import annotations

from evaluation.facts import CONTRARY, Example

from rashomon.ports import InContext

__all__ = ["FACTS", "PAIR"]

FACTS = """# Ferry runs aground off Tarn
=
The ferry Otter struck a sandbank off Tarn on Monday
Early on Monday the Otter got stuck within sight of the quay
! place
It was on the reef at Skell that the ferry ran on to the rocks
-
The ferry has served Tarn since 2009
"""


PAIR = Example(first=InContext("It sank."), second=InContext("It floats."), relation=CONTRARY, kind=5)
