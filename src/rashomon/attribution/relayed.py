"""Whose words they are where an outlet only passes them on.

“The Courier reported, citing two officials, that …” gives the officials' words,
and “Holt said the dam was safe, the Courier reported” Holt's.  A draft whose
source is such an outlet is given the source that it names further in; the
outlet is left to be read as a hop.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.cues import CueKind, Form, lookup
from rashomon.attribution.cutting import Page
from rashomon.attribution.drafts import Draft
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.misread import given_elsewhere, reread, told_inside
from rashomon.attribution.phrases import phrase_before
from rashomon.attribution.rules import statements_in
from rashomon.attribution.scenes import Hop, Marks, Quoted
from rashomon.attribution.strays import PASSIVE, but_a_carrier, kept, of_themselves
from rashomon.language.functionwords import CONJUNCTIONS, RELATIVES, SUBJECT_PRONOUNS
from rashomon.language.tokens import fold
from rashomon.model import Mode, Span

__all__ = ["hearsay", "relayed"]

_PASSING = frozenset(
    "reported_by quoted_by according_to state_media carried_by broadcast_by published_by "
    "first_reported_by".split()
)
_SPEECH = frozenset(
    {CueKind.SAY, CueKind.WRITE, CueKind.ANSWER, CueKind.CLAIM, CueKind.DENY, CueKind.PROMISE, CueKind.ASK}
)
_SAYING = frozenset({CueKind.SAY, CueKind.WRITE, CueKind.ANSWER})
_CLAUSES = frozenset(
    {
        StatementRule.THAT_CLAUSE,
        StatementRule.BARE_CLAUSE,
        StatementRule.QUESTION_CLAUSE,
        StatementRule.QUOTE_IN_CLAUSE,
        StatementRule.CUE_THEN_QUOTE,
        StatementRule.QUOTE_THEN_CUE,
        StatementRule.CLAUSE_THEN_CUE,
    }
)
_HEARD = _CLAUSES | {StatementRule.TAGGED}
_MOST_ITEMS = 200  # longer sentences are lists and broken text; keeps the work linear
_NOBODY = SUBJECT_PRONOUNS | RELATIVES | {"that", "this", "there", "some", "many", "others", "one"}
_TOLD = StatementRule.THAT_CLAUSE
_BETWEEN = 24  # code points between who is said to speak and the verb, but for an apposition
_ORDERS = frozenset("told tells ordered asked urged advised begged instructed warned invited".split())
_CLAUSE = 3  # words of a clause
_REPORTED_THAT = re.compile(r"\w+ (?=that\b)(\w+)")
_ENOUGH = 0.25  # share of the outer content that the inner one has, or it is but a remark within it


def relayed(page: Page, drafts: Sequence[Draft], marks: Sequence[Marks]) -> list[Draft]:
    """The drafts, those whose source is an outlet that passes words on with the source it names.

    Args:
        page: the article, cut up.
        drafts: of the whole article.
        marks: of each sentence.
    """
    text = page.article.text
    homes: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        home = page.sentence_at(_start(draft))
        if not given_elsewhere(page, draft, marks, home):
            homes[home].append(kept(page, draft, marks, home))
    out: list[Draft] = []
    for number, told in enumerate(marks):
        reread_here = reread(page, number, homes.get(number, ()), told)
        whole = [d for d in reread_here if not but_a_carrier(text, d, told)]
        here = [_inner(page, draft, told) for draft in whole]
        if told.quoted:
            here = _saying(page, here, told.quoted[0], number)
        here = [d for d in here if not but_a_carrier(text, d, told)]
        out.extend(of_themselves(here))
    return sorted(out, key=lambda d: (d.content[0].start, d.content[-1].end))


def _start(draft: Draft) -> int:
    return (draft.source or draft.content[0]).start


def _saying(page: Page, drafts: list[Draft], quoted: Quoted, number: int) -> list[Draft]:
    """What somebody is quoted as saying is one statement, and no part of another."""
    out: list[Draft] = []
    made = False
    for draft in drafts:
        rest = [c for c in draft.content if not c.overlaps(quoted.whole)]
        if len(rest) == len(draft.content) and not any(c.overlaps(quoted.cue) for c in draft.cue):
            out.append(draft)
            continue
        if rest and not any(c.overlaps(quoted.cue) for c in draft.cue):
            out.append(replace(draft, content=rest))
        if not made:
            out.append(_quoted(page, draft, quoted, number))
            made = True
    if not made:
        blank = Draft(mode=Mode.INDIRECT, content=[], cue=[], source=None, rule=_TOLD, sentence=number)
        out.append(_quoted(page, blank, quoted, number))
    return out


def _quoted(page: Page, draft: Draft, quoted: Quoted, number: int) -> Draft:
    """``the Courier quoted Holt as saying …``: whoever is quoted speaks."""
    held = [i for i in page.sentences[number].items if i.quote >= 0 and quoted.content.contains(i.span)]
    whole = [i for i in held if i.span == quoted.content]
    return replace(
        draft,
        source=quoted.source,
        cue=[quoted.cue],
        content=[quoted.content],
        mode=Mode.DIRECT if whole else Mode.MIXED if held else Mode.INDIRECT,
        quotes=[i.quote for i in held],
        sentence=number,
        impersonal=False,
        floating=False,
    )


def _inner(page: Page, draft: Draft, marks: Marks) -> Draft:
    source = draft.source
    text = page.article.text
    if source is None:
        return _of_the_cited(draft, marks)
    led = _leading(draft, marks, text)
    if led is not None:
        outlet = any(span == led.source and found is not None for span, found, _ in marks.cited)
        return (_peeled(page, led) if outlet else None) or led
    behind = _behind(page, draft, marks)
    if behind is not None:
        return replace(draft, source=behind)
    draft = _shortened(draft, marks, text)
    trimmed = _trimmed(source, marks, text)
    if trimmed != source:
        return _from_paper(page, replace(draft, source=trimmed), marks)
    carrier = next((h for h in marks.hops if h.manner in _PASSING and h.span.overlaps(source)), None)
    if carrier is None or not (carrier.outlet or carrier.asker):
        return _from_paper(page, draft, marks)
    cited = _cited(draft, carrier, marks) or _told_by(draft, carrier, marks)
    if cited is not None:
        draft = replace(draft, source=cited)
        outlet = any(span == cited and found is not None for span, found, _ in marks.cited)
        return (_peeled(page, draft) if outlet else None) or draft
    return _peeled(page, draft) or told_inside(page, draft) or _told_around(page, draft, marks) or draft


def _of_the_cited(draft: Draft, marks: Marks) -> Draft:
    """What stands beside “which cited two officials” without a source of its own is theirs."""
    for span, found, verb in marks.cited:
        free = not any(c.contains(span) for c in draft.content)
        if free and found is None and draft.mode is not Mode.DIRECT:
            return replace(draft, source=span, cue=[verb])
    return draft


def _from_paper(page: Page, draft: Draft, marks: Marks) -> Draft:
    """``Holt told engineers that …, according to messages obtained by …``: Holt says it, on paper or not."""
    text = page.article.text
    if not any(c.of(text).casefold().startswith(("according", "per", "as per")) for c in draft.cue):
        return draft
    if draft.source is not None and _by_another(draft.source.of(text)):
        return draft
    found = _peeled(page, draft)
    if found is None or found.source is None or _outlets(found.source, marks):
        return draft
    words = found.source.of(text).casefold().split()
    return found if words and words[0] not in RELATIVES and _told(found, text) else draft


def _told(draft: Draft, text: str) -> bool:
    """Whether its cue tells of words, and not of an act such as a promise."""
    words = (fold(word) for cue in draft.cue for word in cue.of(text).split())
    return any(cue.kind in _SAYING for word in words for cue, _ in lookup(word))


def _by_another(source: str) -> bool:
    """Whether a paper is somebody's: ``Roe’s witness statement``, ``the diaries of Lord Venn``."""
    words = source.split()
    owned = any(w.endswith(("’s", "'s")) and w[:1].isupper() for w in words[:-1])
    written = any(a in ("of", "by") and b[:1].isupper() for a, b in pairwise(words))
    return owned or written or " of the late " in source


def _outlets(source: Span, marks: Marks) -> bool:
    """Whether a source is an outlet: what it reports is told by whom it is told according to."""
    return any(hop.outlet and hop.span.overlaps(source) for hop in marks.hops)


def _shortened(draft: Draft, marks: Marks, text: str) -> Draft:
    """``it rained, the magazine Corral wrote, quoting …``: what was said ends before who reports it."""
    last = draft.content[-1]
    if draft.mode is Mode.DIRECT:
        return draft
    for hop in marks.hops:
        if hop.addressed or hop.manner not in _PASSING or hop.leads or not last.contains(hop.span):
            continue
        if hop.verb.start < hop.span.start or not last.contains(hop.verb):
            continue
        before = text[last.start : hop.span.start].removesuffix("the ").removesuffix("The ").rstrip()
        if before.endswith(",") and len(before) > 2:
            end = last.start + len(before.rstrip(" ,"))
            return replace(draft, content=[*draft.content[:-1], Span(last.start, end)])
    return draft


def _told_around(page: Page, draft: Draft, marks: Marks) -> Draft | None:
    """``Holt told Radio Corrie, the Courier reported, that …``: whoever told it is the source."""
    for hop in marks.hops:
        free = not any(c.overlaps(hop.verb) for c in (*draft.content, *draft.cue))
        if hop.addressed and free and hop.manner in ("told", "confirmed_to"):
            sentence = page.sentences[page.sentence_at(hop.verb.start)]
            at = next((n for n, i in enumerate(sentence.items) if i.span == hop.verb), None)
            phrase = phrase_before(sentence, at) if at else None
            if phrase is not None:
                source = sentence.between(*phrase)
                if not any(c.overlaps(source) for c in draft.content):
                    return replace(draft, source=source, cue=[hop.verb])
    return None


def _leading(draft: Draft, marks: Marks, text: str) -> Draft | None:
    """``…, which cited two officials, the dam is safe``: the cited are no part of what was said."""
    for span, _, verb in marks.cited:
        first = draft.content[0]
        if (
            any(c.overlaps(verb) for c in draft.cue)
            and first.start <= span.start <= first.start + 4
            and span.end < first.end
        ):
            start = span.end
            while start < first.end and text[start] in " ,":
                start += 1
            reported = _REPORTED_THAT.match(text, start, first.end)
            if reported is not None:
                start = reported.start(1)
            if start < first.end:
                return replace(draft, source=span, content=[Span(start, first.end), *draft.content[1:]])
    return None


def _cited(draft: Draft, carrier: Hop, marks: Marks) -> Span | None:
    """Whom the outlet cites, unless that stands within what it says."""
    for span, _, _ in marks.cited:
        within = any(content.contains(span) for content in draft.content)
        if not within and not span.overlaps(carrier.span):
            return span
    return None


def _told_by(draft: Draft, carrier: Hop, marks: Marks) -> Span | None:
    """``The Courier reported that …, according to two officials``: the officials tell it."""
    for hop in marks.hops:
        people = hop.manner == "according_to" and hop is not carrier and not hop.outlet
        apart = people and carrier.manner == "reported_by" and not hop.span.overlaps(carrier.span)
        if apart and not any(content.contains(hop.span) for content in draft.content):
            return hop.span
    return None


def _speaks(found: Draft, inner: Sentence) -> bool:
    """Whether it is speech, and the first thing or the last that the words tell."""
    if found.source is None:
        return False
    low = next((i.low for i in reversed(inner.items) if found.cue[-1].contains(i.span)), "")
    kinds = _SPEECH if found.mode is Mode.INDIRECT else _SPEECH | {CueKind.JUDGE}
    told = any(cue.kind in kinds for cue, _ in lookup(low)) or any(
        cue.kind in kinds for i in inner.items if found.cue[0].contains(i.span) for cue, _ in lookup(i.low)
    )
    first = min(found.source.start, found.content[0].start)
    return told and inner.items[0].end > first - 1 and found.source.end - found.source.start > 2


def _trimmed(source: Span, marks: Marks, text: str) -> Span:
    """``minutes of a meeting, first reported by the Courier,``: the source without who passed it on."""
    for hop in marks.hops:
        if (
            hop.manner in PASSIVE
            and source.contains(hop.verb)
            and source.contains(hop.span)
            and source.start < hop.verb.start < hop.span.start
        ):
            before = text[source.start : hop.verb.start].removesuffix("first ").rstrip(" ,—–")
            if before:
                return Span(source.start, source.start + len(before))
    return source


def _behind(page: Page, draft: Draft, marks: Marks) -> Span | None:
    """``minutes of a meeting, first reported by the Courier, show …``: the minutes show it."""
    for hop in marks.hops:
        passive = hop.verb.end < hop.span.start and hop.span.start - hop.verb.end <= len(
            " on Wednesday by the "
        )
        if not passive or hop.addressed or hop.manner not in PASSIVE or draft.source is None:
            continue
        free = not any(c.overlaps(hop.verb) for c in (*draft.content, *draft.cue))
        if free and hop.span.overlaps(draft.source) and draft.source.start > hop.verb.start:
            sentence = page.sentences[page.sentence_at(hop.verb.start)]
            at = next((n for n, i in enumerate(sentence.items) if i.span == hop.verb), 0)
            while at > 0 and sentence.low(at - 1) in ("first", ",", "as"):
                at -= 1
            start = 1 if sentence.low(0) in CONJUNCTIONS else 0
            phrase = (phrase_before(sentence, at) or (start, at - 1)) if at > start else None
            if phrase is not None and not any(c.overlaps(sentence.between(*phrase)) for c in draft.content):
                return sentence.between(*phrase)
    return None


def hearsay(page: Page, draft: Draft) -> Draft | None:
    """What the speaker says that somebody else has said: ``Finn said that Rask had told her …``.

    None where the other is but a pronoun, or where the words only tell what he thinks.
    """
    tagged = draft.rule is StatementRule.TAGGED
    found = None if draft.impersonal or draft.source is None else _peeled(page, draft, clause=tagged)
    if found is None or found.source is None or found.source == draft.source or found.rule not in _HEARD:
        return None
    text = page.article.text
    ordered = any(fold(word) in _ORDERS for cue in found.cue for word in cue.of(text).split())
    promised = found.content[0].of(text).startswith("to ") and not ordered
    passive = text[found.cue[-1].end : found.cue[-1].end + 4] == " by "
    if tagged and not _verbal(found, text):
        return None
    if passive or promised or len(found.content[-1].of(text).split()) < _CLAUSE:
        return None
    words = found.source.of(text).split()
    first = words[0].casefold() if words else ""
    if len(words) == 1 and (first in _NOBODY or not words[0][0].isupper()):
        return None
    return replace(
        found, attribution=None, score=StatementRule.NESTED.score, rule=StatementRule.NESTED, by={}
    )


def _verbal(found: Draft, text: str) -> bool:
    """Whether its cue is the verb of a clause: not ``the new rule``, not ``Holt’s alleged acts``."""
    source, cue = found.source, found.cue[-1]
    if source is None or source.of(text).endswith(("’s", "'s")):
        return False
    between = text[source.end : cue.start] if source.end <= cue.start else text[cue.end : source.start]
    if between.startswith(("’s", "'s")) or (len(between) > _BETWEEN and between[:1] != ","):
        return False
    forms = {form for word in cue.of(text).split() for _, form in lookup(fold(word))}
    return not forms or forms != {Form.BASE}


def _addressed(found: Draft) -> bool:
    """``told him to stop``: what somebody was told to do is speech; what they agreed to do need not be."""
    return found.content[0].start - found.cue[-1].end > 1


def _peeled(page: Page, draft: Draft, *, clause: bool = False) -> Draft | None:
    """What somebody is said to have said: the attribution inside the content, if it fills it.

    With `clause` only what is told in a clause, a quotation, or an order to somebody.
    """
    if draft.mode is Mode.DIRECT:
        return None
    number = page.sentence_at((draft.source or draft.content[0]).start)
    outer = page.sentences[number]
    if len(outer.items) > _MOST_ITEMS:
        return None
    items = tuple(i for i in outer.items if any(c.contains(i.span) for c in draft.content))
    if len(items) < 4 or draft.content[-1].end > outer.span.end:
        return None
    if items[0].low == "that":
        items = items[1:]
    inner = Sentence(span=Span(items[0].start, items[-1].end), items=items, block=outer.block)
    for found in statements_in(inner, number):
        if found.source is None or found.impersonal or not found.cue or not _speaks(found, inner):
            continue
        ordered = found.rule is StatementRule.INFINITIVE and _addressed(found)
        if clause and found.rule not in _CLAUSES and not ordered:
            continue
        size = sum(c.end - c.start for c in found.content)
        whole = sum(c.end - c.start for c in draft.content)
        if size >= _ENOUGH * whole:
            return replace(
                draft,
                source=found.source,
                cue=found.cue,
                content=found.content,
                mode=found.mode,
                quotes=found.quotes,
            )
    return None
