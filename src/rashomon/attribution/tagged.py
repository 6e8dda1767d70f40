"""Drafts from what a tagger found, combined with what quotation marks and rules tell.

The tagger decides what is content, cue and source.  The quotation marks decide
where quoted words begin and end, which paragraphs one speech runs over, and
what stands inside it.  The rules add what the tagger has left open: quotations
nobody was found for, statements in headings, the source or cue of a quotation
that both found.  Each draft keeps which part came from whom.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.attribution.cutting import Page
from rashomon.attribution.drafts import Draft
from rashomon.attribution.edges import addressed, stretched
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.linking import Attribution, link
from rashomon.attribution.scores import probability
from rashomon.language.tokens import fold
from rashomon.model import BlockKind, Fragment, Mode, Origin, Span, Tagging, merge

__all__ = ["combined"]

_ALIKE = 0.8  # share of the joint content that makes two drafts one and the same statement
_PARTICIPLE = re.compile(r"\w{2,}ing\b")
_RELAYS = ("according", "as reported", "as quoted")  # cues that tell through whom words came


def combined(page: Page, ruled: Sequence[Draft], tagging: Tagging) -> list[Draft]:
    """One draft a statement, in the order of the text.

    Args:
        page: the article, cut up.
        ruled: what the rules found, joined.
        tagging: what the tagger found in the same article.
    """
    marks = _Marks(page)
    linked = (_draft(page, marks, attribution) for attribution in _linked(page, tagging))
    drafts = [part for draft in linked for part in _parted(page, draft, marks)]
    out, told = _matched(page, ruled, drafts)
    for draft, rules in told:
        for one, those in _divided(draft, rules):
            for rule in those:
                _complete(page, one, rule)
            out.append(one)
    out = _disjoint(out)
    _share_subjects(page, out)
    for draft in out:
        draft.score = probability(draft.attribution, draft.rule, tagging.links)
    return sorted(out, key=lambda d: (d.content[0].start, d.content[-1].end))


_Told = tuple[Draft, list[Draft]]
"""What the tagger found, and what the rules found of the same words."""


def _matched(page: Page, ruled: Sequence[Draft], drafts: Sequence[Draft]) -> tuple[list[Draft], list[_Told]]:
    """What is kept of the rules' alone; and each of the tagger's drafts that stays, with its counterparts."""
    index = _Index(drafts)
    alone: list[Draft] = []
    gone: set[int] = set()
    counterparts: dict[int, list[Draft]] = {}
    for rule in ruled:
        twins = [n for n in index.overlapping(rule) if n not in gone]
        if twins:
            best = max(twins, key=lambda n: (bool(drafts[n].cue), _shared(drafts[n].content, rule.content)))
            counterparts.setdefault(best, []).append(rule)
            if rule.mode is Mode.DIRECT:
                gone |= {n for n in twins if n != best and not drafts[n].cue and _inside(drafts[n], rule)}
        elif _kept(page, rule):
            alone.append(rule)
    return alone, [(draft, counterparts.get(n, [])) for n, draft in enumerate(drafts) if n not in gone]


def _divided(draft: Draft, rules: Sequence[Draft]) -> Iterator[_Told]:
    """Quotations under one cue are as many statements where the rules find a cue and a source for each."""
    own = [rule for rule in rules if _same_cue(draft, rule)]
    others = (
        [r for r in rules if r.mode is Mode.DIRECT and r.cue and r.source and r not in own] if own else []
    )
    for rule in others:
        content = [s for s in draft.content if any(_mostly(s, whole) for whole in rule.content)]
        rest = [s for s in draft.content if s not in content]
        if content and rest:
            yield _of(draft, content, cued=False), [rule]
            draft, rules = _of(draft, rest, cued=True), [r for r in rules if r is not rule]
    yield draft, list(rules)


def _of(draft: Draft, content: list[Span], *, cued: bool) -> Draft:
    """A draft with only these pieces of its content; without cue and source unless `cued`."""
    told = draft.attribution
    one = replace(draft, content=content, by=dict(draft.by), quotes=list(draft.quotes))
    one.attribution = told.part(content, alone=not cued) if told is not None else None
    if not cued:
        one.cue, one.source, one.by = [], None, {"content": draft.by["content"]}
    return one


def _same_cue(draft: Draft, rule: Draft) -> bool:
    return any(one.overlaps(other) for one in draft.cue for other in rule.cue)


def _share_subjects(page: Page, drafts: Sequence[Draft]) -> None:
    """A participle without a source has that of its sentence: *Calling it “a wreck,” Holt asked …*."""
    sources = sorted({draft.source for draft in drafts if draft.source is not None})
    for draft in drafts:
        if draft.source is None and draft.cue and _PARTICIPLE.match(page.article.text, draft.cue[0].start):
            at = draft.cue[0].start
            after = bisect_left(sources, at, key=lambda source: source.start)
            beside = sources[max(0, after - 1) : after + 1]
            near = [s for s in beside if page.sentence_at(s.start) == page.sentence_at(at)]
            if near:
                draft.source = min(near, key=lambda source: abs(source.start - at))
                draft.by["source"] = Origin.RULES


def _disjoint(drafts: Sequence[Draft]) -> list[Draft]:
    """Without what the tagger found inside the content of a longer statement, once marks gave that its edges.

    The words in it are the speaker's own; no reporter gives them to anybody else.
    """
    pieces = sorted(((s.start, s.end, n) for n, d in enumerate(drafts) for s in d.content))
    gone: set[int] = set()
    reach, holder = -1, -1
    for start, end, number in pieces:
        if start < reach and number != holder:
            pair = sorted((holder, number), key=lambda n: sum(map(len, drafts[n].content)))
            gone |= set([n for n in pair if drafts[n].attribution is not None][:1])
        if end > reach:
            reach, holder = end, number
    return [draft for n, draft in enumerate(drafts) if n not in gone]


def _linked(page: Page, tagging: Tagging) -> Iterator[Attribution]:
    """The attributions of the running text, and of each heading by itself: no attribution runs out of it."""
    starts = [block.span.start for block in page.blocks]
    runs: dict[int, list[Fragment]] = {}
    for fragment in tagging.fragments:
        block = bisect_right(starts, fragment.span.start) - 1
        run = -1 if page.blocks[block].kind is BlockKind.PARAGRAPH else block
        runs.setdefault(run, []).append(fragment)
    for fragments in runs.values():
        yield from link(page.article.text, fragments, tagging.links)


def _inside(draft: Draft, rule: Draft) -> bool:
    return all(any(whole.contains(piece) for whole in rule.content) for piece in draft.content)


def _parted(page: Page, draft: Draft, marks: _Marks) -> Iterator[Draft]:
    """A quotation that is a sentence of its own, behind words in the reporter's own, is another statement.

    Its sentence names no speaker: it stands alone, and `speakers` tells whose it is.
    """
    own = page.sentence_at(draft.cue[0].start) if draft.cue else -1
    apart = [
        span
        for span in draft.content
        if draft.cue and page.sentence_at(span.start) != own and _direct(marks, [span])
    ]
    rest = [span for span in draft.content if span not in apart]
    if not apart or not rest or _direct(marks, rest):
        yield draft
        return
    for content in (rest, apart):
        quotes = list(dict.fromkeys(q for span in content for q in marks.within(span)))
        one = _of(draft, content, cued=content is rest)
        one.quotes, one.mode = quotes, marks.mode(content, quotes)
        if content is apart:
            one.floating, one.sentence = True, page.sentence_at(content[-1].start)
        yield one


def _direct(marks: _Marks, content: Sequence[Span]) -> bool:
    quotes = [q for span in content for q in marks.within(span)]
    return marks.mode(content, quotes) is Mode.DIRECT


def _draft(page: Page, marks: _Marks, attribution: Attribution) -> Draft:
    """An attribution as a draft, its edges set by the marks where it is quoted."""
    pieces = [marks.snapped(piece.span) for piece in attribution.content]
    content = [span for span, _ in pieces]
    quotes = list(dict.fromkeys(q for piece in content for q in marks.within(piece)))
    by = {"content": Origin.MARKS if any(moved for _, moved in pieces) else Origin.MODEL}
    if attribution.cue is not None:
        by["cue"] = Origin.MODEL
    if attribution.source is not None:
        by["source"] = Origin.MODEL
    mode = marks.mode(content, quotes)
    return Draft(
        mode=mode,
        content=list(merge(content)),
        cue=_spans(attribution.cue),
        source=attribution.source.span if attribution.source else None,
        rule=StatementRule.TAGGED,
        sentence=page.sentence_at(content[-1].start),
        quotes=quotes,
        floating=attribution.cue is None and attribution.source is None and mode is Mode.DIRECT,
        by=by,
        attribution=attribution,
    )


def _spans(fragment: Fragment | None) -> list[Span]:
    return [fragment.span] if fragment else []


def _complete(page: Page, draft: Draft, rule: Draft) -> None:
    """Take from a rule's draft what the tagger's leaves open."""
    if _shared(draft.content, rule.content) >= _ALIKE:
        draft.rule = rule.rule
    draft.impersonal = rule.impersonal and draft.source is None
    if rule.source is not None and _open(page, draft, rule):
        draft.source, draft.cue, draft.floating = rule.source, list(rule.cue) or draft.cue, False
        draft.by |= {"source": Origin.RULES} | ({"cue": Origin.RULES} if rule.cue else {})
    draft.floating = draft.floating or (rule.floating and draft.source is None)
    if rule.rule is StatementRule.THAT_CLAUSE and len(draft.content) == len(rule.content) == 1:
        whole = stretched(page, draft.content[0], rule.content[0])
        if whole != draft.content[0]:
            draft.content, draft.by["content"] = [whole], Origin.RULES
    if rule.mode is Mode.DIRECT:
        kept = [s for s in draft.content if not any(_mostly(s, whole) for whole in rule.content)]
        kept = [s for s in kept if not any(s.overlaps(cue) for cue in draft.cue)]
        kept = [s for s in kept if not addressed(page, s, draft.cue)]
        missing = [s for s in rule.content if not any(wide.contains(s) for wide in kept)]
        draft.content = list(merge([*kept, *missing]))
        draft.by["content"] = Origin.MARKS
        if draft.content == list(rule.content):
            draft.mode = Mode.DIRECT
    draft.quotes.extend(sorted({*rule.quotes}.difference(draft.quotes)))


def _open(page: Page, draft: Draft, rule: Draft) -> bool:
    """Whether it is for the rule to say who speaks.

    The tagger has told nothing; or no source for the cue of quoted words, or one in another
    paragraph; or only through whom they came (*“…”, Holt said, according to the Courier*).
    """
    if draft.source is None:
        return not draft.cue or (_same_cue(draft, rule) and draft.mode is not Mode.INDIRECT)
    if not draft.cue or not rule.cue:
        return False
    if _same_cue(draft, rule):
        assert rule.source is not None
        home = _block(page, draft.cue[0])
        return _block(page, draft.source) != home == _block(page, rule.source)
    cue = fold(draft.cue[0].of(page.article.text))
    return rule.mode is Mode.DIRECT and cue.startswith(_RELAYS)


def _block(page: Page, span: Span) -> int:
    return page.sentences[page.sentence_at(span.start)].block


def _mostly(piece: Span, whole: Span) -> bool:
    """Whether a piece lies in the quotation, but for what a tagger may misjudge."""
    common = piece.intersection(whole)
    return common is not None and len(common) * 10 >= len(piece) * 9


def _kept(page: Page, rule: Draft) -> bool:
    """Whether a statement that only the rules found is kept."""
    if page.kind(page.sentence_at(rule.content[0].start)) is not BlockKind.PARAGRAPH:
        return True
    return rule.mode is Mode.DIRECT


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Intersection over union, by characters; each side's spans are disjoint."""
    common = sum(len(c) for a in one for b in other if (c := a.intersection(b)))
    return common / max(1, sum(map(len, one)) + sum(map(len, other)) - common)


class _Index:
    """Which drafts overlap a stretch of text."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        pieces = sorted(((s, n) for n, d in enumerate(drafts) for s in d.content), key=lambda p: p[0])
        self.pieces = pieces
        self.starts = [span.start for span, _ in pieces]

    def overlapping(self, draft: Draft) -> list[int]:
        """The numbers of those that share content with this one, each once."""
        hits: dict[int, None] = {}
        for span in draft.content:
            last = bisect_left(self.starts, span.end)
            first = max(0, bisect_right(self.starts, span.start) - 1)
            hits |= {n: None for piece, n in self.pieces[first:last] if piece.overlaps(span)}
        return list(hits)


class _Marks:
    """The outermost quotations of a page, by place."""

    def __init__(self, page: Page) -> None:
        outer = (
            (span, words, index)
            for index, quotation in enumerate(page.quotations)
            if quotation.parent is None
            for span, words in zip(quotation.spans, quotation.words, strict=True)
        )
        self.text = page.article.text
        self.pieces = sorted(outer, key=lambda piece: piece[0])
        self.starts = [span.start for span, _, _ in self.pieces]

    def _near(self, span: Span) -> Iterator[tuple[Span, Span, int]]:
        """The quotations that touch a stretch."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        for piece in self.pieces[first : bisect_right(self.starts, span.end)]:
            if piece[0].end >= span.start:
                yield piece

    def snapped(self, span: Span) -> tuple[Span, bool]:
        """The stretch, with the quotation marks beside its edges taken in; and whether there were any."""
        start, end, moved = span.start, span.end, False
        for whole, words, _ in self._near(span):
            if start in (whole.start, words.start) and end > words.start:
                start, moved = whole.start, True
            if words.end <= end <= whole.end and start < words.end:
                end, moved = whole.end, True
        return Span(start, end), moved

    def within(self, span: Span) -> Iterator[int]:
        """The quotations of which a piece lies in this stretch, for the most part."""
        for whole, _, index in self._near(span):
            common = whole.intersection(span)
            if common and 2 * len(common) > len(whole):
                yield index

    def mode(self, content: Sequence[Span], quotes: Sequence[int]) -> Mode:
        """Direct if nothing but marks and blanks stands outside the quotations."""
        if not quotes:
            return Mode.INDIRECT
        for piece in content:
            at = piece.start
            for whole, _, _ in self._near(piece):
                if any(c.isalnum() for c in self.text[at : whole.start]):
                    return Mode.MIXED
                at = max(at, whole.end)
            if any(c.isalnum() for c in self.text[at : piece.end]):
                return Mode.MIXED
        return Mode.DIRECT
