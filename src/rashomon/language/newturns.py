"""What stands between two quotations of one speaker and tells that he said them at different points.

A cue, a pause or a gesture between them tells nothing.  A question does, a
topic, a time, somebody else who speaks up, and what the speaker said there
besides.  The rest of the first quotation's own sentence belongs to that quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.tokens import Token, TokenKind, tokenize

__all__ = ["new_turn"]

# In a sentence that leads to the second quotation, at its head or after its cue.
_TOPICS = frozenset("of on about to regarding concerning turning for when after before as over".split())
# Those of them that name a matter, whatever the speaker does with his hands.
_MATTERS = frozenset("of about regarding concerning".split())
_CUES = frozenset("said says told replied answered spoke added remarked declared joked".split())
_SAYING = _CUES | frozenset(
    "argued explained praised thanked talked warned described recalled denied".split()
)
_ONWARD = frozenset("and but then also finally".split())
# Wherever they stand between the two.
_MOMENTS = frozenset(
    """asked pressed questioned question questions later earlier meanwhile separately elsewhere afterwards
    answering replying interviewer heckler turning wondered recess
    adjourned adjournment interrupted""".split()
)
_WANTED = re.compile(r"\b(?:wanted|wants) to know\b|\bchanged the subject\b|\bmoved on to\b", re.IGNORECASE)
# In the first few words of a sentence.
_TIMES = frozenset(
    [
        *"another next evening afternoon morning night noon lunch hours days weeks months second".split(),
        *WEEKDAYS,
        *MONTHS,
    ]
)
_HEAD = 4
# Gestures, pauses and what a room does: they part no matter.
_GESTURES = frozenset(
    """pause paused pausing moment beat silence silent breath sip water glass laughter laugh laughed laughing
    applause applauded clapped cheers cheered gasped smile smiled smiling grin grinned sigh sighed nod nodded
    shrug shrugged shook head hand hands finger fingers fist shoulder shoulders eye eyes face brow tears tear
    voice throat notes paper papers page watch feet chair table spectacles glasses cap hat sleeve coughed
    leaned leant stood sat seat""".split()
)
_SOMEBODY = frozenset("a an one another some somebody someone".split())
_OTHERS = frozenset(
    """somebody someone man woman voice student parent member colleague judge magistrate moderator presenter
    host chairman chairwoman delegate fan reporters journalists correspondent accountant""".split()
)
_TRADES = ("er", "or", "ist", "ian")
_STANDING = frozenset("the its".split())
_PRESIDING = frozenset("judge magistrate moderator presenter host chairman chairwoman interviewer".split())
# After the second quotation, in the rest of its sentence.
_ANSWERS = frozenset("replied answered retorted responded later afterwards asked".split())
# With a capital they begin a sentence of its own, behind a quotation that ended with its full stop.
_OPENERS = _TOPICS | _MOMENTS | _SOMEBODY | _STANDING | _ONWARD | frozenset("in at during by".split())
_QUOTES = frozenset('“”„«»"')
_MARKS = 2
"""Quotation marks that the two quotations have between them; more show a third."""
_SENTENCE_END = re.compile(r"[.!?…]")
_REST = re.compile(r"[^.!?\n“„«\"]{0,120}")


def new_turn(between: str, after: str = "") -> bool:
    """Whether the words between two quotations introduce the second by another topic, question or time.

    Args:
        between: the text from the end of the first quotation to the start of the second.
        after: what follows the second, where its cue may stand.

    >>> new_turn(",” Quill said. She added: “"), new_turn(",” Quill said. Asked about the dock, she said: “")
    (False, True)
    >>> new_turn(",” Quill said. On the dock she said: “"), new_turn(",” she said. “No,” he said. “")
    (True, True)
    >>> new_turn("” After a pause she said: “"), new_turn(",” she said. A lorry driver spoke of tolls. “")
    (False, True)
    >>> new_turn(",” she said. “", ",” she replied. Then she left.")
    True
    """
    tokens = tokenize(between)
    if sum(token.text in _QUOTES for token in tokens) > _MARKS or _WANTED.search(between):
        return True
    rest, *leads = list(_sentences(tokens)) or [()]
    if not _ends(rest) or _opens(rest):
        leads = [rest, *leads]
    return any(map(_turns, leads)) or _answered(after)


def _ends(sentence: Sequence[Token]) -> bool:
    return bool(sentence) and bool(_SENTENCE_END.match(sentence[-1].text))


def _opens(rest: Sequence[Token]) -> bool:
    """Whether what follows the first quotation is no cue of it: it begins as sentences do."""
    first = next((token for token in rest if token.kind is not TokenKind.MARK), None)
    return first is not None and first.capital and first.low in _OPENERS


def _sentences(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The sentences, quotation marks left out; the first is the end of that of the first quotation."""
    start = 0
    for at, token in enumerate(tokens):
        if token.kind is TokenKind.MARK and _SENTENCE_END.match(token.text):
            yield _unquoted(tokens[start : at + 1])
            start = at + 1
    if last := _unquoted(tokens[start:]):
        yield last


def _unquoted(tokens: Sequence[Token]) -> Sequence[Token]:
    return [token for token in tokens if token.text not in _QUOTES]


def _turns(sentence: Sequence[Token]) -> bool:
    """Whether the sentence tells of another point: by question, topic, time, another voice, other words."""
    lows = [token.low for token in sentence if token.kind is not TokenKind.MARK]
    still = not _GESTURES.isdisjoint(lows)
    if not _MOMENTS.isdisjoint(lows) and not (still and "turning" in lows):
        return True
    if any(_topic(lows, at, still=still) for at in range(len(lows))):
        return True
    if still:
        return False
    return (
        not _TIMES.isdisjoint(lows[:_HEAD]) or _another_voice(lows) or (_ends(sentence) and _says_more(lows))
    )


def _topic(lows: Sequence[str], at: int, *, still: bool) -> bool:
    """Whether the word opens a topic: at the head of the sentence, or right after its cue."""
    head = at == 0 or (at == 1 and lows[0] in _ONWARD)
    return lows[at] in (_MATTERS if still else _TOPICS) and (head or lows[at - 1] in _CUES)


def _another_voice(lows: Sequence[str]) -> bool:
    """Whether somebody else than the speaker is told of: one of many, or who presides."""
    if lows[:1] and lows[0] in _STANDING:
        return not _PRESIDING.isdisjoint(lows[1:2])
    named = lows[1:3] if lows[:1] and lows[0] in _SOMEBODY else lows[:1]
    return any(
        word in _OTHERS or (word != lows[0] and word.endswith(_TRADES)) for word in (*named, *lows[:1])
    )


def _says_more(lows: Sequence[str]) -> bool:
    """Whether a whole sentence tells what the speaker said besides; "she said no more" is nothing."""
    at = next((at for at, low in enumerate(lows) if low in _SAYING), -1)
    return at >= 0 and lows[at + 1 : at + 2] not in (["no"], ["nothing"], ["little"], [])


def _answered(after: str) -> bool:
    """Whether the cue behind the second quotation names a question or a topic."""
    rest = _REST.match(after.lstrip(' ,.!?…”»"’')) if after else None
    lows = [token.low for token in tokenize(rest[0])] if rest else []
    return not _ANSWERS.isdisjoint(lows) or any(
        low in _MATTERS and lows[at - 1] in _CUES for at, low in enumerate(lows) if at
    )
