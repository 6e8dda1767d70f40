"""Steps of the dossier's graph as the way of one statement, and outlets by the names on their pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.corroboration.originphrases import body_beside
from rashomon.language.carriernames import carrier_key
from rashomon.language.imprint import own_names
from rashomon.model import Article, Dossier, Located, SourceKind, Statement, Step

__all__ = ["in_order", "label_of", "manners", "only_posted", "outlets_of", "spokesmen"]


def label_of(article: Article) -> str:
    """What a report is called: by its outlet, else by where it was read from."""
    named = article.publisher is not None and article.publisher.name.strip()
    return article.publisher.name if article.publisher and named else article.input


def outlets_of(articles: Sequence[Article]) -> Mapping[str, tuple[str, ...]]:
    """Which reports an outlet published, by its folded name, which else the lines over a report may tell."""
    found: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        stated = article.publisher
        names = [stated.name] if stated is not None else list(own_names(article))[:1]
        for key in dict.fromkeys(carrier_key(name).words for name in names):
            if key:
                found[key].append(article.id)
    return {key: tuple(sorted(ids)) for key, ids in found.items()}


def in_order(steps: Sequence[Step], statement: Statement) -> list[Step]:
    """The steps of one way, from its beginning."""
    left = list(steps)
    heads = {step.head for step in left}
    at = next((step.tail for step in left if step.tail not in heads), left[0].tail if left else "")
    ordered: list[Step] = []
    while left:
        step = next((one for one in left if one.tail == at), None)
        if step is None:
            break
        left.remove(step)
        ordered.append(step)
        at = step.head
    return ordered


def manners(step: Step, statement: Statement) -> tuple[str, ...]:
    """How a step is told by the statement itself."""
    told = {relay.manner for relay in statement.chain}
    return tuple(manner for manner in step.manners if manner in told)


def only_posted(steps: Sequence[Step]) -> Iterator[str]:
    """The ids of nodes where people post and do nothing else: what is taken for one may be a mere place."""
    told: dict[str, set[str]] = defaultdict(set)
    for step in steps:
        told[step.tail].update(step.manners)
        told[step.head].update(step.manners)
    yield from (id_ for id_, ways in told.items() if ways == {"post"})


def spokesmen(dossier: Dossier) -> Iterator[tuple[str, str, Located]]:
    """Who is told to speak for a body: the figure's id, the words for the body, and where the text has it."""
    spoken = {s.source.source.id for s in dossier.statements if s.source}
    texts = {article.id: article.text for article in dossier.articles}
    for figure in dossier.figures:
        if figure.id not in spoken or figure.kind is not SourceKind.PERSON:
            continue
        for one in figure.appearances:
            for span in one.spans:
                body = body_beside(texts[one.article], span.start, span.end)
                if body is not None:
                    yield figure.id, body, Located(one.article, span)
