"""From an article to its statements.

1. Pair the quotation marks of the running text (headline, deck and each
   subheading by themselves: no quotation runs out of them).
2. Cut each block into sentences that hold quotations whole.
3. Let the rules find statements in each sentence.
4. Join what belongs to one quotation: halves around a cue, paragraphs of one
   speech.  Give quotations that stand alone to whoever spoke before.
5. Resolve the speakers in the order of the text.
6. Look inside quotations for quotations.
7. Name who is quoted in a heading by the same words in the body.
8. Tell through whom each statement came, on what occasion, and in which language it was spoken.

Furniture, captions, credits, bylines and kickers are never looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from rashomon.attribution.cast import Cast, Passage
from rashomon.attribution.chains import transmitted
from rashomon.attribution.clauses import Sentence
from rashomon.attribution.cutting import Page, cut, read_blocks
from rashomon.attribution.drafts import Draft
from rashomon.attribution.echoes import echoed
from rashomon.attribution.exchanges import exchanged
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.nested import children_of
from rashomon.attribution.phrases import leading_phrase
from rashomon.attribution.posts import posted, within
from rashomon.attribution.relayed import hearsay, relayed
from rashomon.attribution.relays import ways_of
from rashomon.attribution.rules import announced, statements_in
from rashomon.attribution.speakers import Speakers
from rashomon.attribution.tagged import combined
from rashomon.attribution.tongues import spoken_in
from rashomon.language.tokens import TokenKind
from rashomon.model import (
    Article,
    BlockKind,
    Evidence,
    Mention,
    Mode,
    Origin,
    Passages,
    Policy,
    Span,
    Statement,
    Tagging,
    merge,
)

__all__ = ["attribute", "cast_of", "drafted", "passages"]

_LANGUAGES = ("en", "und")


def passages(article: Article) -> Passages:
    """What a tagger is to read of an article: headline, deck, subheadings and paragraphs."""
    english = article.language in _LANGUAGES
    return Passages(text=article.text, spans=tuple(b.span for b in read_blocks(article)) if english else ())


def attribute(article: Article, policy: Policy, tagging: Tagging | None = None) -> tuple[Statement, ...]:
    """The statements of an article, in the order of its text, a parent before its children.

    An article in a language other than English has none that could be found.

    Args:
        article: as a reader made it.
        policy: the thresholds.
        tagging: what a tagger found in `passages(article)`; the rules alone decide if None.

    >>> from rashomon.model import Block, BlockKind, Span
    >>> text = "“It will rain,” Ada Holt said."
    >>> block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    >>> [found] = attribute(Article(input="-", text=text, blocks=(block,)), Policy())
    >>> found.source.source.name, [s.of(text) for s in found.content], [s.of(text) for s in found.cue]
    ('Ada Holt', ['“It will rain,”'], ['said'])
    """
    if article.language not in _LANGUAGES:
        return ()
    page = cut(article)
    ways = ways_of(article, page.sentences)
    page = page.naming({number: marks.titles for number, marks in enumerate(ways.marks) if marks.titles})
    drafts = relayed(page, _drafted(page, tagging), ways.marks)
    found = echoed(article.text, _resolved(page, drafts, policy), lambda statement: _over(page, statement))
    return spoken_in(page, transmitted(page, found, ways, policy))


def drafted(article: Article, tagging: Tagging | None = None) -> list[Draft]:
    """The statements of an article before their speakers are resolved; arguments as for `attribute`."""
    return _drafted(cut(article), tagging)


def _drafted(page: Page, tagging: Tagging | None) -> list[Draft]:
    drafts = _join(page, _found(page))
    return posted(page, exchanged(page, drafts if tagging is None else combined(page, drafts, tagging)))


def _over(page: Page, statement: Statement) -> bool:
    """Whether it stands in a headline, a deck or a subheading."""
    return page.kind(page.sentence_at(statement.content[0].start)) is not BlockKind.PARAGRAPH


# -- finding and joining ---------------------------------------------------------------


def _found(page: Page) -> list[list[Draft]]:
    """The drafts of each sentence."""
    return [
        statements_in(sentence, number, headline=_terse(page, number))
        for number, sentence in enumerate(page.sentences)
    ]


def _terse(page: Page, number: int) -> bool:
    """Whether a sentence leaves articles out: a headline, or a deck that ends like one."""
    block = page.blocks[page.sentences[number].block]
    open_ended = page.article.text[block.span.end - 1].isalnum()
    return block.kind is BlockKind.HEADLINE or (block.kind is BlockKind.DECK and open_ended)


def _only_quotes(sentence: Sentence) -> list[int]:
    """The quotations of a sentence that holds nothing else, else nothing."""
    if not sentence.items or any(
        i.kind is not TokenKind.QUOTE and i.text not in ".,;—–-" for i in sentence.items
    ):
        return []
    return [item.quote for item in sentence.items if item.kind is TokenKind.QUOTE]


def _join(page: Page, found: Sequence[list[Draft]]) -> list[Draft]:
    """One draft a quotation, and drafts for quotations that stand alone."""
    out: list[Draft] = []
    owner: dict[int, Draft] = {}
    for number, (sentence, drafts) in enumerate(zip(page.sentences, found, strict=True)):
        for draft in drafts:
            _take(draft, owner, out)
        alone = [] if drafts else _only_quotes(sentence)
        if alone and not all(q in owner for q in alone):
            _alone(page, number, alone, owner, out)
    for draft in out:
        _widen(page, draft)
    return sorted(out, key=lambda d: (d.content[0].start, d.content[-1].end))


def _take(draft: Draft, owner: dict[int, Draft], out: list[Draft]) -> None:
    """Keep a draft, unless its quotation has one already (a speech over paragraphs): then add its cue."""
    earlier = next((owner[q] for q in draft.quotes if q in owner), None)
    if earlier is None or draft.mode is not Mode.DIRECT:
        out.append(draft)
        for quote in draft.quotes:
            owner.setdefault(quote, draft)
        return
    earlier.content = list(merge([*earlier.content, *draft.content]))
    earlier.quotes.extend(q for q in draft.quotes if q not in earlier.quotes)
    for quote in draft.quotes:
        owner.setdefault(quote, earlier)
    if earlier.source is None:
        earlier.source, earlier.cue, earlier.floating = draft.source, draft.cue, False
        earlier.rule = draft.rule
    earlier.open_ended = draft.open_ended


def _alone(page: Page, number: int, quotes: list[int], owner: dict[int, Draft], out: list[Draft]) -> None:
    spans = [i.span for i in page.sentences[number].items if i.kind is TokenKind.QUOTE]
    before = out[-1] if out else None
    same_block = number > 0 and page.sentences[number - 1].block == page.sentences[number].block
    told = announced(page.sentences[number - 1], number) if number and not same_block else None
    if told is not None and (before is None or before.sentence < number - 1 or not before.quotes):
        draft = replace(told, content=spans, quotes=list(quotes), open_ended=True)
        out.append(draft)
    elif (
        before is not None
        and before.open_ended
        and before.quotes
        and same_block
        and before.sentence >= number - 1
    ):
        before.content.extend(spans)
        before.quotes.extend(quotes)
        before.sentence = number
        draft = before
    else:
        draft = Draft(
            mode=Mode.DIRECT,
            content=spans,
            cue=[],
            source=None,
            rule=StatementRule.FLOATING,
            sentence=number,
            quotes=list(quotes),
            floating=True,
            open_ended=True,
        )
        out.append(draft)
    for quote in quotes:
        owner.setdefault(quote, draft)


def _widen(page: Page, draft: Draft) -> None:
    """Take in all paragraphs of the quotations a direct draft holds."""
    if draft.mode is Mode.INDIRECT:
        return
    more = [span for q in draft.quotes for span in page.quotations[q].spans]
    draft.content = sorted({*draft.content, *_uncovered(more, draft.content)})


def _uncovered(spans: Sequence[Span], by: Sequence[Span]) -> list[Span]:
    """Those of `spans` that lie wholly inside none of the others; both may be thousands."""
    others = sorted(by)
    reach = list(accumulate((other.end for other in others), max))
    before = [bisect_right(others, span.start, key=lambda other: other.start) for span in spans]
    return [span for span, at in zip(spans, before, strict=True) if not at or reach[at - 1] < span.end]


# -- speakers --------------------------------------------------------------------------


def _resolved(page: Page, drafts: Sequence[Draft], policy: Policy) -> list[Statement]:
    """The statements with their speakers; a second time where somebody came out as both *he* and *she*."""
    article = page.article
    cast = cast_of(page)
    speakers = Speakers(article.text, article.id, cast, policy)
    found = list(_spoken(page, drafts, speakers))
    if not speakers.contradicted():
        return found
    again = Speakers(article.text, article.id, cast, policy, told=speakers.contradicted())
    return list(_spoken(page, drafts, again))


def _spoken(page: Page, drafts: Sequence[Draft], speakers: Speakers) -> Iterator[Statement]:
    inner: dict[int, list[int]] = defaultdict(list)
    for index, quotation in enumerate(page.quotations):
        if quotation.parent is not None:
            inner[quotation.parent].append(index)
    posts: list[Statement] = []
    for draft in drafts:
        mention = _speaker(page, draft, speakers)
        over = next((post for post in reversed(posts) if within(draft, post.content)), None)
        statement = _statement(page, draft, mention, over, speakers.policy)
        if draft.rule is StatementRule.SIGNED_POST:
            posts.append(statement)
        yield statement
        for quote in draft.quotes:
            yield from _children(page, statement, quote, inner, speakers)
        told = hearsay(page, draft)
        if told is not None and told.source is not None:
            yield _statement(page, told, speakers.within(told.source, mention), statement, speakers.policy)


def cast_of(page: Page) -> Cast:
    """Who appears in the article."""
    return Cast(page.tokens, _passages(page))


def _passages(page: Page) -> list[Passage]:
    return [
        Passage(
            span=s.span,
            quoted=tuple(i.span for i in s.items if i.kind is TokenKind.QUOTE),
            headline=page.kind(number) is BlockKind.HEADLINE,
            block=s.block,
        )
        for number, s in enumerate(page.sentences)
    ]


def _speaker(page: Page, draft: Draft, speakers: Speakers) -> Mention | None:
    if draft.impersonal:
        return speakers.impersonal()
    if draft.source is not None:
        return speakers.resolve(draft.source, draft.cue, draft.content)
    kind = page.kind(page.sentence_at(draft.content[0].start))
    apart = kind in (BlockKind.HEADLINE, BlockKind.SUBHEADING)
    return _floating(page, draft, speakers) if draft.floating and not apart else None


def _floating(page: Page, draft: Draft, speakers: Speakers) -> Mention | None:
    """The subject of the sentence before, if that says nothing itself; else whoever spoke last."""
    number = page.sentence_at(draft.content[0].start)
    before = page.sentences[number - 1] if number else None
    if before is not None and not speakers.heard_in(before.span):
        leading = leading_phrase(before, len(before))
        phrase = before.between(*leading) if leading else speakers.name_at(before.span)
        apart = before.block != page.sentences[number].block
        over = apart and page.kind(number - 1) is not BlockKind.PARAGRAPH
        if phrase and not over:
            mention = speakers.subject(phrase, draft.content, apart=apart)
            if mention is not None:
                return mention
    return speakers.continued(draft.content)


def _statement(
    page: Page, draft: Draft, mention: Mention | None, parent: Statement | None, policy: Policy
) -> Statement:
    score = draft.rule.score if draft.score is None else draft.score
    repairs = tuple(r for q in draft.quotes for r in page.quotations[q].repairs)
    return Statement(
        article=page.article.id,
        mode=draft.mode,
        content=tuple(draft.content),
        cue=tuple(draft.cue),
        source=mention,
        parent=parent.id if parent else None,
        evidence=Evidence(
            score=score,
            reason=draft.rule.label,
            spans=tuple(draft.cue) or tuple(s for s in (draft.source,) if s),
            repairs=repairs,
            by=tuple((draft.by or _by_rules(draft)).items()),
            uncertain=score < policy.statement_certain,
        ),
    )


def _by_rules(draft: Draft) -> dict[str, Origin]:
    told = {"content": Origin.MARKS if draft.mode is Mode.DIRECT else Origin.RULES}
    if draft.cue:
        told["cue"] = Origin.RULES
    if draft.source is not None:
        told["source"] = Origin.RULES
    return told


def _children(
    page: Page, parent: Statement, quote: int, inner: dict[int, list[int]], speakers: Speakers
) -> Iterator[Statement]:
    """The statements inside a quotation, and theirs."""
    if quote not in inner:
        return
    for draft in children_of(page.tokens, quote, page.quotations, inner[quote]):
        mention = _inner_speaker(draft, parent, speakers)
        child = _statement(page, draft, mention, parent, speakers.policy)
        yield child
        for deeper in draft.quotes:
            yield from _children(page, child, deeper, inner, speakers)


def _inner_speaker(draft: Draft, parent: Statement, speakers: Speakers) -> Mention | None:
    """Whom the words of a quotation name as having said what it quotes; None if they name nobody."""
    return speakers.within(draft.source, parent.source) if draft.source is not None else None
