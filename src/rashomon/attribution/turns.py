"""Who speaks a quotation that stands alone: whoever spoke last, or the other of two who take turns.

A quotation without words that name its speaker mostly goes on with the one
before.  In a dialogue it does not: a question is answered by the other, and
who asked before asks again.  A dialogue is two who were quoted in neighbouring
paragraphs with a question between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.attribution.cast import Cast
from rashomon.attribution.presence import ANYWHERE, Heard, Shares
from rashomon.model import Span

__all__ = ["after_subject", "next_turn"]

# How likely whoever spoke last goes on.  The first comes from the standing quotations of BASIL (7 of 8);
# the others are guesses, set on invented dialogues.
_GOES_ON = 0.85
_ALTERNATING = 0.7  # two were quoted in turn, and nothing shows a dialogue
_ANSWERED = 0.5  # a question was answered: more of the answer, or the next question
_ASKED_AGAIN = 0.1
_QUESTION = 0.1  # the last words were a question
_FADES = 0.93  # a sentence, once it is not the next one
_SUBJECT = 0.75  # the subject of the sentence before it in its paragraph
_SUBJECT_APART = 0.6  # the same in the paragraph before, where nobody spoke lately
_SUBJECT_BESIDE = 0.35  # the same where somebody did
_LATELY = 3  # sentences
_NEIGHBOURS = 1  # paragraphs from one turn to the next


def next_turn(cast: Cast, heard: Sequence[Heard], content: Sequence[Span]) -> Shares:
    """Who may speak these words, by who spoke before them; empty if nobody did.

    Args:
        cast: of the article.
        heard: who spoke, in the order of the text.
        content: the quotation.
    """
    at = content[0].start
    before = [one for one in heard[-ANYWHERE:] if one.at < at and one.shares]
    if not before:
        return ()
    latest = before[-1]
    other = _other(before)
    gap = cast.sentence_of(at) - cast.sentence_of(_end(latest))
    stays = _stays(cast, latest, other, content) * _FADES ** max(0, gap - 1)
    out = {key: share * stays for key, share in latest.shares}
    if other is not None:
        for key, share in other.shares:
            out[key] = out.get(key, 0.0) + share * _share_of_other(stays)
    return _ranked(out)


def after_subject(
    cast: Cast, heard: Sequence[Heard], content: Sequence[Span], named: Shares, *, apart: bool
) -> Shares:
    """Who may speak a quotation behind a sentence that names a person and says nothing itself.

    Args:
        cast: of the article.
        heard: who spoke, in the order of the text.
        content: the quotation.
        named: the subject of that sentence; several if it is joined by *and*.
        apart: whether the quotation is a paragraph of its own.
    """
    going_on = (
        next_turn(cast, heard, content) if apart and _spoke_lately(cast, heard, content[0].start) else ()
    )
    weight = (_SUBJECT_BESIDE if going_on else _SUBJECT_APART) if apart else _SUBJECT
    out = {key: share * (1 - _SUBJECT_BESIDE) for key, share in going_on}
    for key, share in named:
        out[key] = out.get(key, 0.0) + share * weight
    return _ranked(out)


def _spoke_lately(cast: Cast, heard: Sequence[Heard], at: int) -> bool:
    latest = next((one for one in reversed(heard[-ANYWHERE:]) if one.at < at), None)
    return latest is not None and cast.sentence_of(at) - cast.sentence_of(_end(latest)) <= _LATELY


def _ranked(out: Mapping[str, float]) -> Shares:
    ranked = sorted(out.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((key, round(share, 3)) for key, share in ranked)


def _share_of_other(stays: float) -> float:
    """Of what is left most; somebody else altogether may have said it."""
    return (1 - stays) * 0.9


def _other(before: Sequence[Heard]) -> Heard | None:
    """The last one before the latest who is somebody else."""
    latest = before[-1]
    return next((one for one in reversed(before) if one.figure != latest.figure), None)


def _stays(cast: Cast, latest: Heard, other: Heard | None, content: Sequence[Span]) -> float:
    if other is None or not (latest.quoted and other.quoted) or not _beside(cast, other, latest):
        return _GOES_ON
    if cast.passages[cast.sentence_of(content[0].start)].block == _block(cast, latest):
        return _GOES_ON
    asked = _asks(cast, latest.content)
    if asked:
        return _QUESTION
    if _asks(cast, other.content):
        return _ASKED_AGAIN if _asks(cast, content) else _ANSWERED
    return _ALTERNATING


def _end(one: Heard) -> int:
    return one.content[-1].end - 1 if one.content else one.at


def _block(cast: Cast, one: Heard) -> int:
    return cast.passages[cast.sentence_of(_end(one))].block


def _beside(cast: Cast, one: Heard, after: Heard) -> bool:
    return 0 < cast.passages[after.sentence].block - _block(cast, one) <= _NEIGHBOURS


def _asks(cast: Cast, content: Sequence[Span]) -> bool:
    """Whether words end with a question mark."""
    return bool(content) and content[-1].of(cast.text).rstrip("”’\"'»“ ").endswith("?")
