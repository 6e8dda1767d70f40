"""Many reports with many claims, for what must stay usable; and the parts that stories of claims share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tests.builders.dossiers import alone_in, blocks_of, said

from rashomon.model import (
    Article,
    BlockKind,
    Claim,
    ClaimKind,
    Dossier,
    Engine,
    Evidence,
    Join,
    Mode,
    OriginGroup,
    OriginReason,
    Origins,
    Policy,
    Position,
    Publisher,
    Span,
    Stance,
    Statement,
    Wording,
)

__all__ = ["crowded_claims", "itself", "joined", "silent"]


def crowded_claims(reports: int, claims: int) -> Dossier:
    """So many reports with so many claims: each claim in some of the reports, by its number."""
    lines = [f"The tally of shed {number} came to {number} nets." for number in range(claims)]
    articles = []
    for report in range(reports):
        own = [line for number, line in enumerate(lines) if (number * 7 + report * 3) % 5 < 2] or lines[:1]
        text = f"Report {report} of the sheds\n" + "\n".join(own) + "\n"
        kinds = [BlockKind.HEADLINE, *[BlockKind.PARAGRAPH] * len(own)]
        articles.append(
            Article(
                input=f"shed-{report}.txt",
                text=text,
                blocks=blocks_of(text, kinds),
                headline=text.partition("\n")[0],
                publisher=Publisher(name=f"Shed Paper {report}"),
            )
        )
    told = Statement(
        article=articles[0].id,
        mode=Mode.INDIRECT,
        content=(articles[0].blocks[1].span,),
        evidence=said("cued_clause"),
    )
    return Dossier(
        articles=tuple(articles),
        statements=(told,),
        sources=(),
        utterances=(alone_in(articles[0], told),),
        engine=Engine(version="0.0", model=None, policy=Policy(), rooms=("corroboration",)),
        claims=tuple(claim for line in lines for claim in [_everywhere(line, articles)] if claim is not None),
    )


def _everywhere(line: str, articles: Sequence[Article]) -> Claim | None:
    wordings, positions = [], []
    for article in articles:
        at = article.text.find(line)
        if at < 0:
            first = article.blocks[1].span
            positions.append(silent(article.id, first, 0.25))
            continue
        wording = Wording(article=article.id, spans=(Span(at, at + len(line)),))
        wordings.append(wording)
        positions.append(
            Position(article=article.id, stance=Stance.SAYS, evidence=said("head"), wordings=(wording.id,))
        )
    if not wordings:
        return None
    return Claim(
        kind=ClaimKind.ASSERTION,
        head=wordings[0].id,
        wordings=tuple(wordings),
        joins=tuple(joined(one, other) for one, other in pairwise(wordings)),
        positions=tuple(positions),
        origins=Origins(groups=tuple(itself(a) for a in articles if line in a.text)),
    )


def joined(one: Wording, other: Wording, score: float = 0.9) -> Join:
    return Join(
        first=one.id,
        second=other.id,
        evidence=Evidence(score=score, reason="words_and_numbers"),
        features=(("words", 0.61), ("numbers", 0.2)),
    )


def silent(article: str, nearest: Span | None, score: float) -> Position:
    return Position(
        article=article,
        stance=Stance.SILENT,
        evidence=Evidence(score=score, reason="below_threshold"),
        nearest=nearest,
    )


def itself(article: Article) -> OriginGroup:
    name = article.publisher.name if article.publisher else article.input
    return OriginGroup(root=name, key=article.id, articles=(article.id,), reason=OriginReason.OWN_REPORTING)
