"""Cuts a sentence at clauses, without a parser: where either side has a verb and the right one a subject.

The subject may be the left side's: "it was planned in May but dropped because
of the cost" gives "it was planned in May" and "it · dropped because of the
cost", the second in two spans.  So do participles behind a comma (", killing
two") and relative clauses between commas (", who was 24,").  What is not
plainly two clauses stays one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.corroboration.verbs import first_verb, is_finite, is_participle, says_something
from rashomon.language import functionwords as fw
from rashomon.language.tokens import Token, TokenKind, Tokens
from rashomon.model import Span

__all__ = ["clauses", "relatives", "stands_alone"]

_JOINING = frozenset("and but while whereas although though yet".split())
_CONCEDING = frozenset("while whereas although though".split())
_CARRYING = frozenset("and but yet".split())
_STARTS = (
    fw.SUBJECT_PRONOUNS
    | fw.DETERMINERS
    | frozenset("there this that these those everyone everybody someone somebody nobody nothing".split())
)
_SUBORDINATE = frozenset("that which who whom whose because when if where before until as whether".split())
_FRONTED = fw.PREPOSITIONS | fw.ADVERBS | fw.SUBORDINATORS
_NOT_SO = frozenset("no not never nothing nobody none neither short".split())
_FEWEST = 3
_LOOK = 12
_LONGEST = 150  # words; what is longer is no sentence of a report, and is left whole
_BOUND = frozenset([",", ";", ":", "(", ")", "–", "—", "--"])


class _Cut(NamedTuple):
    """Where the right side begins, and whether it has its own subject."""

    right: int
    own: bool


def stands_alone(tokens: Tokens, spans: Sequence[Span]) -> bool:
    """Whether the words have a subject, a finite verb and a word of content."""
    return says_something(_words(tokens, spans))


def clauses(tokens: Tokens, spans: Sequence[Span]) -> list[list[Span]]:
    """The clauses among the words of these spans, each as spans in order.

    >>> text = "The ferry was due at noon but turned back because of the storm, leaving 40 people behind"
    >>> for clause in clauses(Tokens(text), [Span(0, len(text))]):
    ...     print([span.of(text) for span in clause])
    ['The ferry was due at noon']
    ['The ferry', 'turned back because of the storm']
    ['The ferry', 'leaving 40 people behind']
    """
    words = _words(tokens, spans)
    if len(words) > _LONGEST:
        return [_spans(tokens, words)]
    words, asides = _without_relatives(words)
    found = [*_coordinated(words), *asides]
    return [_spans(tokens, clause) for clause in found if clause]


def _coordinated(words: Sequence[Token]) -> Iterator[list[Token]]:
    subject: list[Token] = []
    start = at = 0
    while at < len(words) - 1:
        at += 1
        cut = _cut_at(words, start, at)
        if cut is None:
            continue
        yield [*subject, *words[start:at]]
        if cut.own:
            subject = []
        elif not subject:
            subject = _subject(words[start:at], verb=is_participle(words[cut.right]))
        start = at = cut.right
    yield [*subject, *words[start:]]


def _cut_at(words: Sequence[Token], start: int, at: int) -> _Cut | None:
    """Whether a new clause begins behind the word at `at`."""
    if len(words) - at < _FEWEST or at - start < 2:
        return None
    word = words[at]
    if word.text == "," and is_participle(words[at + 1]):
        return _Cut(at + 1, own=False) if _has_verb(words[start:at]) else None
    if word.text == "," and words[start].low in _CONCEDING and start == 0:
        return _Cut(at + 1, own=True) if _clause_starts(words, at + 1) else None
    if word.text != ";" and word.low not in _JOINING:
        return None
    return _joined(words, start, at)


def _joined(words: Sequence[Token], start: int, at: int) -> _Cut | None:
    """The cut at a conjunction or semicolon, if both sides are clauses."""
    word, right = words[at], at + 1
    if word.low in _CARRYING and is_participle(words[start]) and is_participle(words[right]):
        return _Cut(right, own=False)
    if not _has_verb(words[start:at]) and not is_participle(words[start]):
        return None
    if words[right].low == "that" and _clause_starts(words, right + 1):
        return _Cut(right + 1, own=True)
    comma = words[at - 1].text == "," or word.start - words[at - 1].end > _FEWEST  # a cue stood between
    if (comma or word.low != "and" or words[right].low in fw.SUBJECT_PRONOUNS) and _clause_starts(
        words, right
    ):
        return _Cut(right, own=True)
    if word.low in _CARRYING and _verb_starts(words, right) and not _nested(words, start, at):
        return _Cut(right, own=False)
    return None


def _has_verb(words: Sequence[Token]) -> bool:
    return first_verb(words) is not None or any(is_finite(words, at) for at in range(min(1, len(words))))


def _clause_starts(words: Sequence[Token], right: int) -> bool:
    """Whether a subject and its verb stand here."""
    if right >= len(words):
        return False
    first = words[right]
    if not (first.low in _STARTS or first.capital or first.kind is TokenKind.NUMBER):
        return False
    for at in range(right + 1, min(right + _LOOK, len(words))):
        if is_finite(words, at):
            return True
        if words[at].low in _SUBORDINATE or words[at].text in _BOUND:
            return False
    return False


def _verb_starts(words: Sequence[Token], right: int) -> bool:
    at = right
    while at < len(words) and _is_adverb(words[at]):
        at += 1
    return len(words) - at >= _FEWEST and is_finite(words, at)


def _is_adverb(word: Token) -> bool:
    return word.low in fw.ADVERBS or word.low.endswith("ly")


def _nested(words: Sequence[Token], start: int, at: int) -> bool:
    """Whether the left side ends in a clause inside another, which the verb may go on with."""
    return any(word.low in _SUBORDINATE for word in words[start + 1 : at])


def _subject(left: Sequence[Token], *, verb: bool) -> list[Token]:
    """The words before the first verb, without what stands before the subject or between commas.

    With the verb where a participle goes on: "A train derailed · injuring 19" tells what injured them; with
    all of it where it is denied: "Holt took no questions · citing the inquiry".
    """
    at = first_verb(left)
    if at is None:
        return []
    end = at
    while end < len(left) - 1 and (left[end].low in fw.AUXILIARIES or _is_adverb(left[end])):
        end += 1
    if verb and any(word.low in _NOT_SO for word in left[at : end + 3]):
        return list(left)
    before = list(left[:at])
    while before and (_is_adverb(before[-1]) or before[-1].text == ","):
        before.pop()
    commas = [i for i, word in enumerate(before) if word.text == ","]
    if commas:
        before = before[commas[-1] + 1 :] if before[0].low in _FRONTED else before[: commas[0]]
    return [*before, *left[at : end + 1]] if verb else before


def relatives(tokens: Tokens, span: Span) -> list[list[Span]]:
    """The relative clauses between commas in a noun phrase, each with the words that it tells of.

    "Quill, who left in May," tells that Quill left in May, whatever else is said of her.
    """
    asides = _without_relatives(_words(tokens, [span]))[1]
    return [_spans(tokens, aside) for aside in asides]


def _without_relatives(words: list[Token]) -> tuple[list[Token], list[list[Token]]]:
    """The words without relative clauses between commas, and these with what they tell of."""
    asides: list[list[Token]] = []
    at = 1
    while at < len(words) - _FEWEST:
        if words[at - 1].text == "," and words[at].low in {"who", "which"} and _verb_starts(words, at + 1):
            end = _aside_ends(words, at)
            known = _antecedent(words[: at - 1])
            if known and end - at > _FEWEST:
                asides.append([*known, *words[at + 1 : end]])
                rest = words[end:]
                words = [*words[: at - 1], *(rest[1:] if rest and rest[0].text == "," else rest)]
                continue
        at += 1
    return words, asides


def _aside_ends(words: Sequence[Token], at: int) -> int:
    """The comma that ends a relative clause, or the end; a full stop inside is that of an abbreviation."""
    last = len(words) - 1
    end = last if words[last].text == "." else len(words)
    return next((i for i in range(at, end) if words[i].text in {",", ";"}), end)


def _antecedent(before: Sequence[Token]) -> list[Token]:
    """The name or noun phrase that the words end in."""
    if first_verb(before) is None and before and before[0].low not in _FRONTED:
        return list(before)
    at = len(before)
    while at and before[at - 1].text not in _BOUND and before[at - 1].low not in fw.PREPOSITIONS:
        at -= 1
        if before[at].low in fw.DETERMINERS | fw.POSSESSIVES:
            break
        if is_finite(before, at):
            at += 1
            break
    return list(before[at:])


def _words(tokens: Tokens, spans: Sequence[Span]) -> list[Token]:
    return [token for span in spans for token in tokens.within(span)]


def _left_over(words: Sequence[Token]) -> bool:
    """Whether a full stop is left of what was taken out before it."""
    return len(words) > 1 and words[-1].text == "." and words[-1].start > words[-2].end


def _spans(tokens: Tokens, words: Sequence[Token]) -> list[Span]:
    """The words as spans: one for each run that leaves nothing out."""
    kept = list(words)
    while kept and (kept[-1].text in {",", ";"} or _left_over(kept)):
        kept.pop()
    out: list[Span] = []
    for word in kept:
        if out and not tokens.text[out[-1].end : word.start].strip():
            out[-1] = Span(out[-1].start, word.end)
        else:
            out.append(word.span)
    return out
