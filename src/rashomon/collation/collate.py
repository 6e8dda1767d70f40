"""The entry: from the statements of several reports to utterances with their apparatus.

Quoted words are gathered into acts of speech, cut where one report runs
together what another quotes apart, laid out in a table, and the differences
classed.  What is told in the reporter's words, and what quotes too little to
be found again, is then compared as a whole: reports that tell it in the same
words (a reprint, an edited agency text) stand together, and what tells in them what
another quotes stands with the quotation; all others stand apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from rashomon.collation.families import families
from rashomon.collation.gather import RULES, TOLD, Rule, links, nodes
from rashomon.collation.groups import Group, Part, group
from rashomon.collation.joins import Extents
from rashomon.collation.retold import Act, acts_of, base_of, in_languages, with_retellings
from rashomon.collation.speakers import stated
from rashomon.collation.table import Table, tabulate
from rashomon.collation.translation import rendered, translated
from rashomon.collation.units import Passage, passage_of, text_of, told_of
from rashomon.collation.variants import variants_of
from rashomon.language.ownwords import OwnWords
from rashomon.model import (
    Apparatus,
    Article,
    Column,
    Evidence,
    Located,
    Mode,
    Policy,
    Reading,
    Source,
    SourceKind,
    Span,
    Statement,
    Utterance,
    Witness,
    hull,
)

__all__ = ["collate", "collate_given"]

_LONGEST_NAME = 5
"""Words; a longer one has something else than a name in it."""


def collate(
    articles: Sequence[Article], statements: Sequence[Statement], policy: Policy, *, base: str | None = None
) -> tuple[Utterance, ...]:
    """The acts of speech that these statements report.

    Every statement that is not quoted inside another belongs to one utterance
    at least; a spliced one belongs to several, each with its own part of the
    words.  The result is the same in any order of articles and statements.

    Args:
        articles: the reports; each statement's article must be among them.
        statements: of all reports; those with a parent are left out.
        policy: the thresholds of gathering and aligning.
        base: id of a statement or an article whose words the others are held against wherever it is a
            witness; the longest witness elsewhere.  It changes what counts as inserted or deleted, not
            what stands beside what.

    Returns:
        Utterances, those of most reports first, then by article and place.

    Raises:
        KeyError: if the article of a statement is not given.
    """
    lot = _Lot({article.id: article for article in articles}, policy, base)
    top = {s.id: s for s in statements if s.parent is None}.values()
    quoted = [passage_of(lot.texts[s.article], s) for s in top if s.mode is not Mode.INDIRECT]
    spoken, lone = _gathered([passage for passage in quoted if passage.speech], RULES, policy)
    direct = [one for one in lone if _is_direct(one)]
    met = {part.passage.statement.id for one in (*spoken, *direct) for part in one.parts}
    told = [told_of(lot.texts[s.article], s) for s in top if s.id not in met]
    acts, rest = acts_of(
        rendered([*spoken, *direct], policy), list(chain(*_gathered(told, TOLD, policy))), policy
    )
    out = [*lot.utterances(acts), *lot.utterances([Act(group=one) for one in rest])]
    return tuple(sorted(out, key=_rank))


def collate_given(
    articles: Sequence[Article], statements: Sequence[Statement], policy: Policy, *, base: str | None = None
) -> Utterance:
    """All statements as one act of speech, whatever gathering would say of them.

    Args:
        articles: as for `collate`.
        statements: one at least, each with words.
        policy: the thresholds of aligning.
        base: as for `collate`.
    """
    lot = _Lot({article.id: article for article in articles}, policy, base)
    parts = tuple(Part(passage=passage_of(lot.texts[s.article], s)) for s in statements)
    given = Group(number=0, parts=parts, rule="given", score=1.0)
    languages = {article.id: article.language for article in articles}
    [one] = lot.utterances([in_languages(given, languages, base)])
    return one


def _gathered(
    passages: Sequence[Passage], rules: Sequence[Rule], policy: Policy
) -> tuple[list[Group], list[Group]]:
    """The utterances of several witnesses (or of a part of one), and those of one whole passage."""
    found = nodes(passages, policy)
    groups = group(found, links(found, policy, rules), policy)
    lone = [one for one in groups if len(one.parts) == 1 and not (one.parts[0].before or one.parts[0].after)]
    numbers = {one.number for one in lone}
    return [one for one in groups if one.number not in numbers], lone


def _is_direct(lone: Group) -> bool:
    return lone.parts[0].passage.statement.mode is Mode.DIRECT


def _rank(utterance: Utterance) -> tuple[int, tuple[str, int], str]:
    witnesses = utterance.apparatus.witnesses
    first = min((w.article, w.spans[0].start if w.spans else 0) for w in witnesses)
    return -len({w.article for w in witnesses}), first, utterance.id


class _Lot:
    """The reports of one run, and what turns acts of speech told in them into utterances."""

    def __init__(self, texts: Mapping[str, Article], policy: Policy, base: str | None) -> None:
        self.texts = texts
        self._policy = policy
        self._base = base
        self._own = OwnWords(texts)

    def utterances(self, acts: Sequence[Act]) -> Iterator[Utterance]:
        """An utterance for each of these acts, which were found among each other."""
        extents = _extents(act.group for act in acts)
        for act in acts:
            yield _single(act.group, self.texts) if act.is_single else self._shared(act, extents)

    def _shared(self, act: Act, extents: Extents) -> Utterance:
        table = tabulate(act.parts, self._policy, base_of(act, self._base))
        passages = [part.passage for part in (*table.parts, *act.apart)]
        return Utterance(
            source=_speaker(passages),
            statements=tuple(sorted(passage.statement.id for passage in passages)),
            apparatus=self._apparatus(table, act, extents),
            evidence=Evidence(score=act.group.score, reason=act.group.rule),
        )

    def _apparatus(self, table: Table, act: Act, extents: Extents) -> Apparatus:
        base = table.parts[table.base].passage.statement.id
        variants = variants_of(table, act.group.number, extents)
        apparatus = Apparatus(
            base=base,
            witnesses=tuple(_witness(part.passage) for part in table.parts),
            columns=tuple(place.column for place in table.places),
            variants=translated(variants, table.parts, base),
            families=families((*table.parts, *act.apart), self._own, self._policy),
        )
        return with_retellings(apparatus, act)


def _extents(groups: Iterable[Group]) -> Extents:
    """Where the parts of each group stand in each article."""
    extents: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for one in groups:
        for part in one.parts:
            if part.passage.spans:
                article = part.passage.statement.article
                extents[one.number][article].append(hull(part.passage.spans))
    return extents


def _witness(passage: Passage) -> Witness:
    statement = passage.statement
    return Witness(statement=statement.id, article=statement.article, spans=passage.spans)


def _single(group: Group, texts: Mapping[str, Article]) -> Utterance:
    """An utterance with one witness: its quoted words, or all of its content."""
    passage = group.parts[0].passage
    statement, text = passage.statement, texts[passage.statement.article].text
    spans = statement.content
    if statement.mode is Mode.DIRECT:
        spans = passage.spans
    located = tuple(Located(statement.article, span) for span in spans)
    reading = Reading(witnesses=(statement.id,), text=text_of(text, spans), spans=located)
    return Utterance(
        source=statement.source.source if statement.source else None,
        statements=(statement.id,),
        apparatus=Apparatus(
            base=statement.id,
            witnesses=(Witness(statement=statement.id, article=statement.article, spans=spans),),
            columns=(Column(readings=(reading,)),),
            variants=(),
        ),
        evidence=Evidence(score=1.0, reason=group.rule),
    )


def _speaker(passages: Sequence[Passage]) -> Source | None:
    """A person before a body, by the fullest name that can be one; an unnamed source if none is named."""
    sources = stated([p.statement.source for p in passages if p.statement.source])
    return min(sources, key=_fullness, default=None)


def _fullness(source: Source) -> tuple[bool, bool, bool, int, str]:
    name = source.name or ""
    person = source.kind is SourceKind.PERSON
    return not name, not person, len(name.split()) > _LONGEST_NAME, -len(name), source.id
