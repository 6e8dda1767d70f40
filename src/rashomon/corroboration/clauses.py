"""Cuts a sentence at clauses, without a parser: where both sides have a verb and the right one a subject.

The subject may be the left side's: "it was planned in May but dropped because
of the cost" gives "it was planned in May" and "it · dropped because of the
cost", the second in two spans.  What is not plainly two clauses stays one.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language import functionwords as fw
from rashomon.language.tokens import Token, TokenKind, Tokens
from rashomon.language.wordforms import FUNCTION_WORDS, PAST_AND_PARTICIPLE
from rashomon.model import Span

__all__ = ["clauses", "has_verb", "lasting"]

_FINITE = (
    (fw.AUXILIARIES - {"be", "been", "being", "having"})
    | fw.FINITE_VERBS
    | frozenset(past for past, _ in PAST_AND_PARTICIPLE)
)
_JOINING = frozenset("and but while whereas although though yet".split())
_STARTS = fw.SUBJECT_PRONOUNS | fw.DETERMINERS | frozenset(["there", "this", "that", "these", "those"])
_SUBORDINATE = frozenset("that which who whom whose because when if where after before until as".split())
_FEWEST = 3
_LOOK = 12
_ADVERBS = fw.ADVERBS | {"inexplicably", "suddenly", "finally", "subsequently"}


def has_verb(tokens: Tokens, spans: Sequence[Span]) -> bool:
    """Whether there is anything among these words that may be a finite verb; generous."""
    words = _words(tokens, spans)
    return any(_finite(words, at) or _may_be_present(words, at) for at in range(len(words)))


def lasting(tokens: Tokens, spans: Sequence[Span]) -> bool:
    """Whether the words say something by themselves: a subject, a finite verb, words of content."""
    words = _words(tokens, spans)
    if (
        len(words) < _FEWEST
        or words[0].low in {"to", "who", "which", "whose"}
        or words[0].low.endswith("ing")
    ):
        return False
    content = [w for w in words if w.low not in FUNCTION_WORDS]
    first = next((at for at in range(len(words)) if _finite(words, at) or _may_be_present(words, at)), 0)
    return bool(first) and bool(content)


def clauses(tokens: Tokens, spans: Sequence[Span]) -> list[list[Span]]:
    """The clauses among the words of these spans, each as spans in order.

    >>> text = "The ferry was due at noon but turned back because of the storm"
    >>> [[s.of(text) for s in c] for c in clauses(Tokens(text), [Span(0, len(text))])]
    [['The ferry was due at noon'], ['The ferry', 'turned back because of the storm']]
    """
    words = _words(tokens, spans)
    out: list[list[Token]] = []
    subject: list[Token] = []
    start = 0
    for at in range(1, len(words) - 2):
        if at <= start:
            continue
        cut = _cut_at(words, start, at)
        if cut is None:
            continue
        out.append([*subject, *words[start:at]])
        if cut.own_subject:
            subject = []
        elif not subject:
            subject = _subject(words[start:at])
        start = cut.right
    out.append([*subject, *words[start:]])
    return [_spans(tokens, clause) for clause in out if clause]


class _Cut:
    """Where the right side begins, and whether it has its own subject."""

    __slots__ = ("own_subject", "right")

    def __init__(self, right: int, *, own_subject: bool) -> None:
        self.right = right
        self.own_subject = own_subject


def _cut_at(words: Sequence[Token], start: int, at: int) -> _Cut | None:
    """Whether a new clause begins behind the word at `at`."""
    word = words[at]
    if word.text == ";":
        right, joined, comma = at + 1, True, True
    elif word.low in _JOINING:
        right, joined, comma = at + 1, True, words[at - 1].text == ","
    else:
        return None
    left = words[start:at]
    if not joined or not any(_finite(left, i) for i in range(len(left))):
        return None
    strong = comma or word.low != "and" or words[right].low in fw.SUBJECT_PRONOUNS
    if strong and _clause_starts(words, right):
        return _Cut(right, own_subject=True)
    if word.low in {"and", "but", "yet"} and _verb_starts(words, right) and not _nested(words, start, at):
        return _Cut(right, own_subject=False)
    return None


def _clause_starts(words: Sequence[Token], right: int) -> bool:
    """Whether a subject and its verb stand here."""
    first = words[right]
    if not (first.low in _STARTS or first.capital or first.kind is TokenKind.NUMBER):
        return False
    for at in range(right, min(right + _LOOK, len(words))):
        low = words[at].low
        if at > right and _finite(words, at):
            return True
        if (low in _SUBORDINATE and at > right) or words[at].text in ",;:":
            return False
    return False


def _verb_starts(words: Sequence[Token], right: int) -> bool:
    at = right
    while at < len(words) and (words[at].low in _ADVERBS or words[at].low.endswith("ly")):
        at += 1
    if at >= len(words) or len(words) - at < _FEWEST:
        return False
    return _finite(words, at) and words[at].low not in {"left"}


def _nested(words: Sequence[Token], start: int, at: int) -> bool:
    """Whether the left side ends in a clause inside another, which the verb may go on with."""
    return any(word.low in _SUBORDINATE for word in words[start + 1 : at])


def _subject(left: Sequence[Token]) -> list[Token]:
    """The words before the first verb, and an auxiliary that a bare participle would need."""
    for at in range(1, len(left)):
        if _finite(left, at):
            return list(left[:at])
    return []


def _finite(words: Sequence[Token], at: int) -> bool:
    """Whether this is plainly a finite verb: by table, or a past form that stands where one can."""
    low = words[at].low
    if low in _FINITE:
        return True
    if not low.endswith("ed") or len(low) < _FEWEST + 1 or words[at].kind is not TokenKind.WORD:
        return False
    before = words[at - 1].low if at else ""
    return before not in fw.DETERMINERS and before not in fw.PREPOSITIONS and "-" not in low


def _may_be_present(words: Sequence[Token], at: int) -> bool:
    """Whether this may be a verb in the present: "warns", "expects"."""
    low = words[at].low
    return at > 0 and low.endswith("s") and not low.endswith(("ss", "'s", "us")) and not words[at].capital


def _words(tokens: Tokens, spans: Sequence[Span]) -> list[Token]:
    return [token for span in spans for token in tokens.within(span)]


def _spans(tokens: Tokens, words: Sequence[Token]) -> list[Span]:
    """The words as spans: one for each run that leaves nothing out."""
    kept = list(words)
    while kept and kept[-1].text in {",", ";"}:
        kept.pop()
    out: list[Span] = []
    for word in kept:
        if out and not tokens.text[out[-1].end : word.start].strip():
            out[-1] = Span(out[-1].start, word.end)
        else:
            out.append(word.span)
    return out
