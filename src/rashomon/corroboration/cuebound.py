"""Whether what a statement has as its content says something only together with its cue.

“The court denied · the ministry's request to drop the case” tells of no request that was
made but of one denied; what somebody “stopped short of saying” he did not say.
"""

from __future__ import annotations

import re

from rashomon.language.functionwords import SUBJECT_PRONOUNS
from rashomon.language.telling import verb_in
from rashomon.language.tokens import Tokens
from rashomon.model import Mode, Statement

__all__ = ["cue_bound"]

_TAKES_A_THING = frozenset(
    "deny reject dismiss grant approve block uphold overturn back endorse oppose welcome mock criticise "
    "criticize decry condemn denounce praise defend dispute refute rebuff rebuke".split()
)
"""What stands behind these without “that” is a thing, though a verb is told of it."""
_UNSAID = re.compile(
    r"\b(?:stop(?:s|ped|ping)? short of|declin(?:e[sd]?|ing) to|refus(?:e[sd]?|ing) to|avoid(?:s|ed|ing)?|"
    r"(?:did|does|do|would|could|has|have|had|will)(?: not|n['’]t)|never) (?:yet |\w+ly )?"
    r"(?:say|saying|said|tell|telling|told|confirm|confirming|confirmed|claim|claiming|claimed|allege|alleging|"
    r"alleged|state|stating|stated|reveal|revealing|specify|suggest|suggesting)\b",
    re.IGNORECASE,
)


def cue_bound(tokens: Tokens, statement: Statement) -> bool:
    """Whether the content is to be left in its sentence."""
    if statement.mode is not Mode.INDIRECT or not statement.cue or not statement.content:
        return False
    cue = " ".join(span.of(tokens.text) for span in statement.cue)
    if _UNSAID.search(cue):
        return True
    last = tokens.within(statement.cue[-1])[-1:]
    words = [token.low for span in statement.content for token in tokens.within(span)]
    behind = statement.content[0].start >= statement.cue[-1].end
    thing = bool(last) and verb_in(last[0].low, _TAKES_A_THING) is not None
    return behind and thing and "that" not in words and bool(words) and words[0] not in SUBJECT_PRONOUNS
