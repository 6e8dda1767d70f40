"""Drafts that a tagger cut wrongly, put right by the shape of the sentence.

A tagger takes ``to host Maud Kerr`` behind a quotation for a piece of what was
said, ``passed us a letter in which Holt said`` for an act of speech, and in ``It
rained, hinted a clerk`` the clerk for what was hinted.  Each repair asks for the
whole shape; where it is not met the draft stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.cues import CueKind, Form, lookup
from rashomon.attribution.cutting import Page
from rashomon.attribution.drafts import Draft
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.mediaphrases import capital
from rashomon.attribution.rules import statements_in
from rashomon.attribution.scenes import Marks
from rashomon.language import functionwords as fw
from rashomon.language.sourcenouns import DOCUMENT_NOUNS, singular
from rashomon.language.tokens import TokenKind
from rashomon.language.transmission import ADDRESSED, OCCASIONS, SPOKEN_WORDS
from rashomon.model import Mode, Span

__all__ = ["given_elsewhere", "reread", "told_inside"]

_SPEECH = frozenset({CueKind.SAY, CueKind.WRITE, CueKind.ANSWER, CueKind.CLAIM, CueKind.DENY})
_MOST_ITEMS = 200  # longer sentences are lists and broken text; keeps the work linear
_FAR = 16  # items before a cue in which its subject stands
_NEAR = 9  # items behind “told” in which what was told begins
_LED = 16  # code points before a name: its article and a noun
_NAMED = 3  # words of “the remark”
_CAPTIONS = frozenset({"captioned", "titled", "headlined"})
_CLAUSE = 3  # words of a clause
_HEADS = frozenset({"who", "which", "that", "whom"})
_NO_SUBJECT = fw.SUBORDINATORS | fw.CONJUNCTIONS | fw.AUXILIARIES | {",", "after", "before", "since", "until"}
_HEAD = 7  # words of a subject without its relative clause
_WHOLE = 0.8  # share of a sentence that a piece of content fills which is a statement of its own


def given_elsewhere(page: Page, draft: Draft, marks: Sequence[Marks], home: int) -> bool:
    """Whether all it holds stands in a later sentence, which tells whose words it has."""
    numbers = {page.sentence_at(c.start) for c in draft.content}
    if home in numbers or len(numbers) > 1:
        return False
    quoted = marks[numbers.pop()].quoted
    return any(quoted[0].content.overlaps(c) for c in draft.content) if quoted else False


def reread(page: Page, number: int, drafts: Iterable[Draft], marks: Marks) -> list[Draft]:
    """The drafts of one sentence, repaired; those of later sentences that one of them had swallowed too."""
    out: list[Draft] = []
    for given in drafts:
        if _only_named(page, given, marks):
            continue
        draft = _behind_relative(page, number, _cut_reporter(page, given, marks), marks)
        if draft.rule is StatementRule.TAGGED:
            out.extend(_apart(page, number, _inverted(page, number, _cut_behind(page, number, draft))))
        else:
            out.append(draft)
    return [_in_paper(page, number, draft) for draft in out]


# -- pieces that are no speech ------------------------------------------------------------


def _only_named(page: Page, draft: Draft, marks: Marks) -> bool:
    """``the remark was first reported by Norra``: what was carried is named, not given."""
    words = draft.content[0].of(page.article.text).casefold().split()
    if len(draft.content) > 1 or len(words) > _NAMED or words[-1] not in SPOKEN_WORDS:
        return False
    carried = any(not h.addressed and c.overlaps(h.verb) for h in marks.hops for c in draft.cue)
    return carried and words[0] in fw.DETERMINERS


def _cut_behind(page: Page, number: int, draft: Draft) -> Draft:
    """``“…,” she said to host Maud Kerr``: what follows the cue without a comma is not quoted."""
    if len(draft.content) < 2 or len(draft.cue) != 1 or not _is_quotation(page, draft.content[0]):
        return draft
    text, cue = page.article.text, draft.cue[0]
    kept = [
        c
        for c in draft.content
        if c.start < cue.end or text[cue.end : c.start].strip() or not _beside(text, cue, c)
    ]
    if len(kept) == len(draft.content):
        return draft
    whole = all(_is_quotation(page, c) for c in kept)
    return replace(draft, content=kept, mode=Mode.DIRECT if whole else draft.mode)


def _cut_reporter(page: Page, draft: Draft, marks: Marks) -> Draft:
    """``It rained, a clerk told Norra, the Courier reports``: who reports it is no piece of it."""
    if len(draft.content) < 2:
        return draft
    kept = [
        c
        for n, c in enumerate(draft.content)
        if not n
        or not any(
            h.span.start - c.start < _LED and h.verb.end == c.end and c.contains(h.span) for h in marks.hops
        )
    ]
    return replace(draft, content=kept) if len(kept) < len(draft.content) else draft


def _behind_relative(page: Page, number: int, draft: Draft, marks: Marks) -> Draft:
    """``wrote in a letter that Norra printed that it rained``: the second “that” begins it."""
    first = draft.content[0]
    text = page.article.text
    if not text.startswith("that ", first.start):
        return draft
    sentence = page.sentences[number]
    for hop in marks.hops:
        if hop.addressed or not first.contains(hop.verb) or not 0 <= hop.span.start - first.start < _LED:
            continue
        at = next((n for n, i in enumerate(sentence.items) if i.span == hop.verb), len(sentence.items))
        near = range(at + 1, min(at + 1 + _NEAR, len(sentence.items)))
        that = next((n for n in near if sentence.low(n) == "that"), None)
        if that is not None and sentence.items[that].start < first.end:
            return replace(draft, content=[Span(sentence.items[that].start, first.end), *draft.content[1:]])
    return draft


def _beside(text: str, cue: Span, piece: Span) -> bool:
    """Whether a piece tells whom or what a quotation was said to: ``to host Maud Kerr``."""
    return text.startswith("to ", piece.start) or cue.of(text).casefold() in _CAPTIONS


def _is_quotation(page: Page, span: Span) -> bool:
    sentence = page.sentences[page.sentence_at(span.start)]
    return any(i.kind is TokenKind.QUOTE and i.span == span for i in sentence.items)


def _inverted(page: Page, number: int, draft: Draft) -> Draft:
    """``It rained, hinted a clerk, cited by …``: who stands behind the cue says it."""
    if draft.source is not None or len(draft.cue) != 1 or len(draft.content) < 2:
        return draft
    if not _is_speech(draft, page.sentences[number]) or " " in draft.cue[0].of(page.article.text):
        return draft
    text, cue = page.article.text, draft.cue[0]
    before, behind = draft.content[0], draft.content[1]
    right = text[cue.end : behind.start].strip() == "" and text[before.end : cue.start].strip() == ","
    first = behind.of(text).split(maxsplit=1)[0]
    named = first.casefold() in fw.DETERMINERS or first[:1].isupper()
    if before.end > cue.start or not right or not named:
        return draft
    return replace(draft, source=behind, content=[before, *draft.content[2:]])


def _apart(page: Page, number: int, draft: Draft) -> list[Draft]:
    """A sentence with a speaker of its own is a statement of its own."""
    if draft.mode is Mode.DIRECT or len(draft.content) < 2:
        return [draft]
    kept, more = [], []
    for piece in draft.content:
        at = page.sentence_at(piece.start)
        found = _alone(page, at, piece) if at != number else []
        more.extend(found)
        if not found:
            kept.append(piece)
    return [replace(draft, content=kept), *more] if kept and more else [draft]


def _alone(page: Page, at: int, piece: Span) -> list[Draft]:
    sentence = page.sentences[at]
    size = sentence.span.end - sentence.span.start
    if len(sentence.items) > _MOST_ITEMS or piece.end - piece.start < _WHOLE * size:
        return []
    return [
        d for d in statements_in(sentence, at) if d.source is not None and d.cue and _is_speech(d, sentence)
    ]


def _is_speech(draft: Draft, sentence: Sentence) -> bool:
    lows = [i.low for i in sentence.items if draft.cue[-1].contains(i.span)]
    return any(cue.kind in _SPEECH for low in lows for cue, _ in lookup(low))


# -- speech within what is told -----------------------------------------------------------


def _in_paper(page: Page, number: int, draft: Draft) -> Draft:
    """``obtained a letter in which Holt said …``: Holt says it; who has the letter only hands it on."""
    sentence = page.sentences[number]
    if draft.mode is Mode.DIRECT or len(draft.content) != 1 or len(sentence.items) > _MOST_ITEMS:
        return draft
    if draft.cue and _is_speech(draft, sentence):
        return draft
    inside = [n for n, i in enumerate(sentence.items) if draft.content[0].contains(i.span)]
    which = next((n for n in inside[1:8] if sentence.low(n) == "which" and sentence.low(n - 1) == "in"), 0)
    noun = sentence.low(which - 2)
    paper = noun in OCCASIONS or singular(noun) in DOCUMENT_NOUNS
    if not which or not paper or inside[-1] - which < _CLAUSE:
        return draft
    return _told_in(sentence, number, which + 1, inside[-1], draft) or draft


def told_inside(page: Page, draft: Draft) -> Draft | None:
    """Who is said to say what in the content of a draft, where the rules alone cannot tell.

    “Two clerks who worked there said the mill was sold”, “Holt told the crew last
    week to leave”: the first speech verb that has the first words for its subject.
    """
    number = page.sentence_at((draft.source or draft.content[0]).start)
    sentence = page.sentences[number]
    inside = [n for n, i in enumerate(sentence.items) if any(c.contains(i.span) for c in draft.content)]
    gapless = bool(inside) and inside[-1] - inside[0] + 1 == len(inside)
    if draft.mode is Mode.DIRECT or len(sentence.items) > _MOST_ITEMS or not gapless:
        return None
    first = inside[0] + 1 if sentence.low(inside[0]) == "that" else inside[0]
    return _told_in(sentence, number, first, inside[-1], draft)


def _told_in(sentence: Sentence, number: int, first: int, last: int, draft: Draft) -> Draft | None:
    for verb in range(first + 1, min(first + _FAR, last - _CLAUSE + 1)):
        if sentence.items[verb].kind is TokenKind.QUOTE:
            return None
        if sentence.low(verb - 1) in _HEADS or not _tells(sentence, verb):
            continue
        begin = _content(sentence, verb, last)
        if begin is None or not _is_subject(sentence, first, verb - 1):
            return None
        return _made(sentence, number, (first, verb - 1), verb, (begin, last), draft)
    return None


def _tells(sentence: Sentence, verb: int) -> bool:
    """Whether this is the verb of a clause that tells what somebody said, and no noun."""
    low, behind = sentence.low(verb), sentence.low(verb + 1)
    if sentence.low(verb - 1).endswith(("'s", "s'")) or (behind in fw.PREPOSITIONS and low not in ADDRESSED):
        return False
    finite = [
        c
        for c, form in lookup(low)
        if form in (Form.PAST, Form.PRESENT) and c.kind in _SPEECH and not c.particle
    ]
    return any("c" in c.frames or "a" in c.frames or ("t" in c.frames and behind == "that") for c in finite)


def _is_subject(sentence: Sentence, first: int, last: int) -> bool:
    """Whether these items can be one noun phrase, with a relative clause at its end at most."""
    opens = sentence.low(first) in fw.DETERMINERS or sentence.items[first].kind is TokenKind.NUMBER
    opens = opens or capital(sentence, first) or not sentence.items[first].capital
    head = next((n for n in range(first, last + 1) if sentence.low(n) in _HEADS), last + 1)
    opens = opens and not lookup(sentence.low(first))
    plain = sentence.low(first) not in fw.PREPOSITIONS and head - first <= _HEAD
    beside = {
        n for n in range(first, head) if sentence.low(n) == "," and (n == last or capital(sentence, n + 1))
    }
    clause = any(sentence.low(n) in _NO_SUBJECT and n not in beside for n in range(first, head))
    return opens and plain and head > first and not clause


def _content(sentence: Sentence, verb: int, last: int) -> int | None:
    """Where what was told begins."""
    if sentence.low(verb) not in ADDRESSED:
        return verb + 1
    near = range(verb + 1, min(verb + _NEAR, last))
    return next((n for n in near if sentence.low(n) in ("that", "to") or sentence.is_quote(n)), None)


def _made(
    sentence: Sentence,
    number: int,
    source: tuple[int, int],
    verb: int,
    content: tuple[int, int],
    draft: Draft,
) -> Draft:
    last = content[1]
    while last > content[0] and sentence.items[last].kind is TokenKind.MARK:
        last -= 1
    items = sentence.items[content[0] : last + 1]
    quotes = [i.quote for i in items if i.kind is TokenKind.QUOTE]
    return replace(
        draft,
        source=sentence.between(*source),
        cue=[sentence.items[verb].span],
        content=[sentence.between(content[0], last)],
        mode=Mode.MIXED if quotes else Mode.INDIRECT,
        quotes=quotes,
        sentence=number,
        impersonal=False,
        floating=False,
    )
