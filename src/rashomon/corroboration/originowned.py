"""Whose a paper is: the outlet that put it out, the person who wrote it.

“A clip posted by the New Era” is the New Era's, and in a letter from Ada Holt it is Ada
Holt who tells; neither is a paper that somebody else could have read, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.language.carriernames import plain_key
from rashomon.model import Mention, SourceKind, Statement

__all__ = ["bodies_speaking", "with_maker", "writer_of"]

_LONGEST = 200
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}"
_PUT_OUT = re.compile(
    r"\A(?: (?:first|exclusively))? (?:posted|published|put out|released|aired|broadcast|printed|carried|run|"
    r"filed|broken|uploaded|shared|streamed|made|produced|written|issued)(?: \w+)? (?:by|on|in) "
    r"(?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:of (?:the )?)?[A-Z][\w’'&-]*){0,5}"
)
_WRITTEN = re.compile(
    r"\b(?:messages?|letters?|e-?mails?|notes?|voicemails?|tweets?|posts?|texts?|statements?|repl(?:y|ies))"
    rf" (?:sent |written |signed |posted |recorded )?(?:from|by|of) ({_NAME})"
)


def with_maker(text: str, mention: Mention | None, words: str) -> str:
    """The words for a paper together with those right behind it that tell which outlet put it out."""
    if mention is None or mention.span is None:
        return words
    end = mention.span.end
    behind = _PUT_OUT.match(text[end : end + _LONGEST])
    return words + behind.group() if behind is not None else words


def writer_of(words: str, speakers: Mapping[str, str]) -> str | None:
    """The one of these speakers who wrote a message; None where it is not somebody's own words.

    Args:
        words: what the paper is called.
        speakers: keys of speakers by their folded names.

    >>> writer_of("a text message from Ada Holt, the mayor", {"ada holt": "1"})
    '1'
    >>> writer_of("a survey by Ada Holt", {"ada holt": "1"}) is None
    True
    """
    found = _WRITTEN.search(words[:_LONGEST])
    return speakers.get(plain_key(found[1])) if found is not None else None


def bodies_speaking(statements: Sequence[Statement]) -> dict[str, str]:
    """The keys of bodies that speak, by their folded names."""
    found: dict[str, str] = {}
    for statement in statements:
        source = statement.source.source if statement.source else None
        if source is not None and source.name and source.kind is SourceKind.ORGANISATION:
            found.setdefault(plain_key(source.name), source.id)
    return found
