"""Which claim a person means: by its number, its id, the beginning of one, or words of it.

Words are compared as people can type them: quotation marks of any shape for straight ones,
without regard to case and blanks; the signs by which we show what is cut or left out are none of them.
"""

from __future__ import annotations

from rashomon.exports.display import GAP, on_one_line
from rashomon.exports.standing import Standing
from rashomon.model import Claim

__all__ = ["called"]

_TYPED = str.maketrans(dict.fromkeys("‘’‚‛ʼ＇`´′", "'") | dict.fromkeys("“”„‟＂«»″", '"') | {GAP: " "})
_CUT = " …"


def called(of: Standing, name: str) -> tuple[Claim, ...]:
    """The claims that are meant, in the order of their numbers: none, one, or several.

    A number is the one that summary and page show; one that no claim has is taken for words.
    """
    claims = tuple(of.claims.values())
    for fits in (
        lambda claim: str(of.numbers[claim.id]) == name.strip(),
        lambda claim: claim.id == name,
        lambda claim: claim.id.startswith(name),
    ):
        if found := tuple(filter(fits, claims)):
            return found
    wanted = _typed(name).rstrip(_CUT)
    if not wanted:
        return ()
    return tuple(claim for claim in claims if any(wanted in _typed(of.words(w)) for w in claim.wordings))


def _typed(words: str) -> str:
    """The words as somebody would type them.

    >>> _typed("“Can’t  DO it,” ⋯ she")
    '"can\\'t do it," she'
    """
    return on_one_line(words.translate(_TYPED)).casefold()
