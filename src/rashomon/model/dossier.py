"""The one finished result."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.model.article import Article
from rashomon.model.audit import UnnamedSource
from rashomon.model.claim import Claim, Copy, OriginRuling
from rashomon.model.conflict import Conflict
from rashomon.model.figure import Figure, Link, Ruling
from rashomon.model.housestyle import Finding, HouseStyle
from rashomon.model.moment import Moment
from rashomon.model.policy import Policy
from rashomon.model.source import Source
from rashomon.model.statement import Statement
from rashomon.model.story import Utterance
from rashomon.model.transmission import Transmission

__all__ = ["Dossier", "Engine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What made a dossier: version, model (None for rules alone), policy, and the rooms that ran.

    `rooms` tells an empty list from one that nobody looked for.
    """

    version: str
    model: str | None
    policy: Policy
    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Reports of one story, taken apart and laid side by side.

    Articles stand in the order given; statements in the order of the articles
    and their texts; utterances by how many articles report them, most first,
    then by their first place; unnamed sources in the order in which they first speak;
    figures by their first place; links in the order of their sides; findings in the order
    of what they are of, then of the house styles that were asked for; the timeline in
    the order of the articles and their texts; copies likewise; claims by how many articles
    have them, most first, then by their first place; conflicts by relation, kind and place;
    what is only suspected to be one, by how likely it is.
    """

    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    utterances: tuple[Utterance, ...]
    engine: Engine
    unnamed: tuple[UnnamedSource, ...] = ()
    figures: tuple[Figure, ...] = ()
    links: tuple[Link, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    transmission: Transmission = field(default_factory=Transmission)
    house_styles: tuple[HouseStyle, ...] = ()
    findings: tuple[Finding, ...] = ()
    timeline: tuple[Moment, ...] = ()
    copies: tuple[Copy, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    suspected: tuple[Conflict, ...] = ()
    origin_rulings: tuple[OriginRuling, ...] = ()

    def article(self, id: str) -> Article:  # noqa: A002
        """The article of this id.

        Raises:
            KeyError: if there is none.
        """
        for article in self.articles:
            if article.id == id:
                return article
        raise KeyError(id)
