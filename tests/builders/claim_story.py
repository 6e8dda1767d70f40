"""An invented story in four reports, laid out by hand, with claims, differences, times and origins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tests.builders.crowded_claims import itself, joined, silent
from tests.builders.dossiers import Report, alone_in, blocks_of, said

from rashomon.model import (
    Anchor,
    AnchorKind,
    Article,
    BlockKind,
    Claim,
    ClaimKind,
    Collapse,
    Conflict,
    ConflictKind,
    Dossier,
    Engine,
    Evidence,
    Granularity,
    Lane,
    Located,
    Mention,
    Mode,
    Moment,
    Node,
    NodeKind,
    Offset,
    OriginGroup,
    OriginReason,
    OriginRuling,
    Origins,
    Policy,
    Position,
    Publisher,
    Relation,
    Side,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Step,
    Transmission,
    Wording,
)

__all__ = ["claim_story", "rope_texts"]

COURIER = """Fire at rope works in Tarn injures twelve
Twelve people were injured when a fire broke out at the rope works on Tuesday.
“It began in the boiler room,” Mayor Odo Karsel told reporters.
A foreman told the Courier that a valve had failed because nobody had looked at it since late April.
About 1,200 metres of rope were lost. Two men were arrested.
"""
POST = """Rope works burn in Tarn
A fire at the rope works in the harbour quarter injured 14 people, two days before the regatta.
Mayor Odo Karsel said that it had begun in the boiler room.
The valve failed for no apparent reason, the Echo reported. Three men were arrested.
The works opened in 1998.
"""
WIRE = """At least ten people were hurt at the rope works of Tarn, the fire brigade said.
The fire did not begin in the boiler room, the company said.
1,187 metres of rope were lost.
"""
ECHO = """Tarn after the fire
The valve had failed because nobody had looked at it, the Post reported.
A cat named Bosun was carried out by a neighbour.
The owners recently sold a second hall.
"""

MAYOR = Source(kind=SourceKind.PERSON, name="Odo Karsel")
FOREMAN = Source(kind=SourceKind.UNNAMED, descriptor="A foreman", scope="courier")
COMPANY = Source(kind=SourceKind.ORGANISATION, name="the company")
BRIGADE = Source(kind=SourceKind.ORGANISATION, name="the fire brigade")


def rope_texts() -> dict[str, str]:
    """The reports by the name of their file."""
    return {"courier.txt": COURIER, "post.txt": POST, "wire.txt": WIRE, "echo.txt": ECHO}


def claim_story() -> Dossier:
    """Four reports of one fire: eight claims with every stance, six differences of all relations."""
    return _Story().dossier()


class _Story:
    """The reports, and what is laid out over them."""

    def __init__(self) -> None:
        p, h = BlockKind.PARAGRAPH, BlockKind.HEADLINE
        made = [
            ("courier.txt", COURIER, "Tarn Courier", "2031-05-06", [h, p, p, p, p]),
            ("post.txt", POST, "Delta Post", "2031-05-07T09:00:00+02:00", [h, p, p, p, p]),
            ("wire.txt", WIRE, "Sella Wire", None, [p, p, p]),
            ("echo.txt", ECHO, "Gannet Echo", None, [h, p, p, p]),
        ]
        self.articles = tuple(
            Article(
                input=name,
                text=text,
                blocks=blocks_of(text, kinds),
                headline=text.partition("\n")[0] if kinds[0] is h else None,
                publisher=Publisher(name=publisher),
                published=published,
            )
            for name, text, publisher, published, kinds in made
        )
        self.a, self.b, self.c, self.d = self.articles
        self.statements = tuple(self._statements())
        self.claims = (
            self._injured(),
            self._valve(),
            self._boiler(),
            self._rope(),
            self._arrests(),
            self._alone(self.b, "The works opened in 1998."),
            self._alone(self.d, "A cat named Bosun was carried out by a neighbour."),
            self._alone(self.d, "The owners recently sold a second hall."),
        )

    def dossier(self) -> Dossier:
        """The whole."""
        by_id = {article.id: article for article in self.articles}
        return Dossier(
            articles=self.articles,
            statements=self.statements,
            sources=(MAYOR, FOREMAN, COMPANY, BRIGADE),
            utterances=tuple(alone_in(by_id[s.article], s) for s in self.statements),
            engine=Engine(
                version="0.0",
                model=None,
                policy=Policy(),
                rooms=("attribution", "chronology", "corroboration"),
            ),
            timeline=tuple(self._timeline()),
            claims=self.claims,
            conflicts=tuple(self._conflicts()),
            origin_rulings=(OriginRuling(first="Odo Karsel", second="the company", same=False),),
        )

    # --- places

    def find(self, article: Article, words: str) -> Span:
        """Where the words stand; they stand once."""
        assert article.text.count(words) == 1, words
        start = article.text.index(words)
        return Span(start, start + len(words))

    def wording(self, article: Article, words: str) -> Wording:
        """The wording with these words."""
        span = self.find(article, words)
        told = (s.id for s in self.statements if s.article == article.id and span in s.content)
        return Wording(article=article.id, spans=(span,), statement=next(told, None))

    def _statements(self) -> list[Statement]:
        return [
            self._statement(self.a, Mode.DIRECT, "“It began in the boiler room,”", MAYOR),
            self._statement(
                self.a,
                Mode.INDIRECT,
                "a valve had failed because nobody had looked at it since late April",
                FOREMAN,
            ),
            self._statement(self.b, Mode.INDIRECT, "it had begun in the boiler room", MAYOR),
            self._statement(
                self.c, Mode.INDIRECT, "At least ten people were hurt at the rope works of Tarn", BRIGADE
            ),
            self._statement(self.c, Mode.INDIRECT, "The fire did not begin in the boiler room", COMPANY),
        ]

    def _statement(self, article: Article, mode: Mode, words: str, source: Source) -> Statement:
        named = self.find(article, source.name or source.descriptor or "")
        return Statement(
            article=article.id,
            mode=mode,
            content=(Report(article).find(words),),
            source=Mention(source=source, span=named, evidence=said("named_in_cue")),
            evidence=said("cued_clause"),
        )

    # --- claims

    def _claim(
        self,
        kind: ClaimKind,
        stances: Sequence[tuple[Article, Stance, str, float]],
        origins: Origins,
    ) -> Claim:
        """For each report its stance and the words: of the wording, or of the nearest passage."""
        wordings, positions = [], []
        for article, stance, words, score in stances:
            if stance is Stance.SILENT:
                positions.append(silent(article.id, self.find(article, words) if words else None, score))
                continue
            made = self.wording(article, words)
            wordings.append(made)
            evidence = Evidence(score=score, reason=f"laid_down_{stance.value}")
            positions.append(
                Position(article=article.id, stance=stance, evidence=evidence, wordings=(made.id,))
            )
        return Claim(
            kind=kind,
            head=wordings[0].id,
            wordings=tuple(wordings),
            joins=tuple(joined(one, other) for one, other in pairwise(wordings)),
            positions=tuple(positions),
            origins=origins,
        )

    def _injured(self) -> Claim:
        brigade = OriginGroup(
            root="the fire brigade", key=BRIGADE.id, articles=(self.c.id,), reason=OriginReason.SAME_SPEAKER
        )
        return self._claim(
            ClaimKind.MIXED,
            [
                (self.a, Stance.SAYS, "Twelve people were injured", 1.0),
                (
                    self.b,
                    Stance.DIFFERS,
                    "A fire at the rope works in the harbour quarter injured 14 people",
                    0.8,
                ),
                (self.c, Stance.SAYS, "At least ten people were hurt at the rope works of Tarn", 0.7),
                (self.d, Stance.SILENT, "A cat named Bosun was carried out by a neighbour.", 0.31),
            ],
            Origins(groups=(itself(self.a), itself(self.b), brigade)),
        )

    def _boiler(self) -> Claim:
        speech = OriginGroup(
            root="Mayor Odo Karsel",
            key=MAYOR.id,
            articles=(self.a.id, self.b.id),
            reason=OriginReason.SAME_SPEAKER,
            collapses=(
                Collapse(
                    first=self.a.id,
                    second=self.b.id,
                    reason=OriginReason.SAME_SPEAKER,
                    evidence=said("one_name", 0.95),
                    places=(
                        Located(self.a.id, self.find(self.a, "Mayor Odo Karsel")),
                        Located(self.b.id, self.find(self.b, "Mayor Odo Karsel")),
                    ),
                ),
            ),
            witnesses=(self.a.id,),
        )
        return self._claim(
            ClaimKind.STATEMENT,
            [
                (self.a, Stance.SAYS, "“It began in the boiler room,”", 1.0),
                (self.b, Stance.SAYS, "it had begun in the boiler room", 0.9),
                (self.c, Stance.DENIES, "The fire did not begin in the boiler room", 0.9),
                (self.d, Stance.SILENT, "", 0.0),
            ],
            Origins(
                groups=(speech,),
                graph=self._graph([(MAYOR.id, "Odo Karsel", NodeKind.NAMED)], [(0, "A"), (0, "B")]),
            ),
        )

    def _valve(self) -> Claim:
        ways: list[tuple[int | str, str]] = [(0, "1"), (1, "A"), (2, "B"), (3, "D"), ("B", "3"), ("D", "2")]
        nodes = [
            (FOREMAN.id, "A foreman", NodeKind.UNNAMED),
            ("courier", "the Courier", NodeKind.CARRIER),
            ("echo", "the Echo", NodeKind.CARRIER),
            ("post", "the Post", NodeKind.CARRIER),
        ]
        foreman = OriginGroup(
            root="A foreman",
            key=FOREMAN.id,
            articles=(self.a.id,),
            reason=OriginReason.UNNAMED_THROUGH_OUTLET,
        )
        circle = OriginGroup(
            root=None,
            key="echo",
            articles=(self.b.id, self.d.id),
            reason=OriginReason.CIRCULAR,
            collapses=(
                Collapse(
                    first="echo",
                    second=self.d.id,
                    reason=OriginReason.CITED_OUTLET,
                    evidence=said("outlet_is_report", 0.9),
                    places=(Located(self.b.id, self.find(self.b, "the Echo reported")),),
                ),
                Collapse(
                    first="post",
                    second=self.b.id,
                    reason=OriginReason.CIRCULAR,
                    evidence=said("cites_back", 0.9),
                    places=(Located(self.d.id, self.find(self.d, "the Post reported")),),
                ),
            ),
        )
        return self._claim(
            ClaimKind.MIXED,
            [
                (
                    self.a,
                    Stance.SAYS,
                    "a valve had failed because nobody had looked at it since late April",
                    1.0,
                ),
                (self.b, Stance.DIFFERS, "The valve failed for no apparent reason", 0.8),
                (self.c, Stance.SILENT, "1,187 metres of rope were lost.", 0.22),
                (self.d, Stance.SAYS, "The valve had failed because nobody had looked at it", 0.9),
            ],
            Origins(
                groups=(foreman, circle),
                circles=((self.b.id, self.d.id),),
                graph=self._graph(nodes, ways),
            ),
        )

    def _rope(self) -> Claim:
        return self._claim(
            ClaimKind.ASSERTION,
            [
                (self.a, Stance.SAYS, "About 1,200 metres of rope were lost.", 1.0),
                (self.b, Stance.SILENT, "Three men were arrested.", 0.35),
                (self.c, Stance.SAYS, "1,187 metres of rope were lost.", 0.9),
                (self.d, Stance.SILENT, "The owners recently sold a second hall.", 0.1),
            ],
            Origins(groups=(itself(self.a), itself(self.c))),
        )

    def _arrests(self) -> Claim:
        return self._claim(
            ClaimKind.ASSERTION,
            [
                (self.a, Stance.SAYS, "Two men were arrested.", 1.0),
                (self.b, Stance.DIFFERS, "Three men were arrested.", 0.9),
                (self.c, Stance.SILENT, "The fire did not begin in the boiler room, the company said.", 0.1),
                (self.d, Stance.SILENT, "A cat named Bosun was carried out by a neighbour.", 0.4),
            ],
            Origins(groups=(itself(self.a), itself(self.b))),
        )

    def _alone(self, article: Article, words: str) -> Claim:
        stances = [
            (one, Stance.SAYS, words, 1.0) if one is article else (one, Stance.SILENT, "", 0.0)
            for one in self.articles
        ]
        return self._claim(ClaimKind.ASSERTION, stances, Origins(groups=(itself(article),)))

    def _graph(
        self, sources: Sequence[tuple[str, str, NodeKind]], ways: Sequence[tuple[int | str, str]]
    ) -> Transmission:
        """Sources by number, reports by letter; a way from a report leads to a carrier by number."""
        letters = dict(zip("ABCD", self.articles, strict=True))
        reports = {
            letter: Node(
                kind=NodeKind.REPORT,
                key=article.id,
                label=article.publisher.name if article.publisher else None,
                layer=2,
            )
            for letter, article in letters.items()
        }
        nodes = [
            Node(kind=kind, key=key, label=label, layer=1 if kind is NodeKind.CARRIER else 0)
            for key, label, kind in sources
        ]
        ends = {**{str(n): node for n, node in enumerate(nodes)}, **reports}
        used = {str(end) for way in ways for end in way}
        return Transmission(
            nodes=(*nodes, *(node for letter, node in reports.items() if letter in used)),
            steps=tuple(
                Step(
                    tail=ends[str(tail)].id,
                    head=ends[head].id,
                    manners=("told",) if tail == 0 else (),
                    stated=tail != 0,
                    statements=(),
                    circular=str(tail) in letters,
                )
                for tail, head in ways
            ),
        )

    # --- differences and times

    def _conflicts(self) -> list[Conflict]:
        injured, valve, boiler, rope, arrests, *_ = self.claims
        number, conflict = ConflictKind.NUMBER, Relation.CONFLICT
        return [
            self._conflict(
                number, conflict, [injured], (self.a, "Twelve people", "12"), (self.b, "14 people", "14")
            ),
            self._conflict(
                ConflictKind.REASON,
                conflict,
                [valve],
                (self.a, "because nobody had looked at it", None),
                (self.b, "for no apparent reason", None),
            ),
            self._conflict(
                ConflictKind.POLARITY,
                conflict,
                [boiler],
                (self.b, "had begun", None),
                (self.c, "did not begin", None),
            ),
            self._conflict(
                number,
                Relation.REFINEMENT,
                [injured],
                (self.a, "Twelve people", "12"),
                (self.c, "At least ten people", ">=10"),
            ),
            self._conflict(
                number,
                Relation.ROUNDING,
                [rope],
                (self.a, "About 1,200 metres", "~1200 m"),
                (self.c, "1,187 metres", "1187 m"),
            ),
            self._conflict(
                number,
                Relation.UPDATE,
                [arrests],
                (self.a, "Two men", "2"),
                (self.b, "Three men", "3"),
                later=self.b.id,
            ),
        ]

    def _conflict(
        self,
        kind: ConflictKind,
        relation: Relation,
        claims: Sequence[Claim],
        *sides: tuple[Article, str, str | None],
        later: str | None = None,
    ) -> Conflict:
        wordings = [wording for claim in claims for wording in claim.wordings]
        made = []
        for party, (article, words, value) in enumerate(sides):
            span = self.find(article, words)
            own = next(w for w in wordings if w.article == article.id)
            made.append(Side(article=article.id, spans=(span,), wording=own.id, party=party, value=value))
        return Conflict(
            kind=kind,
            relation=relation,
            sides=tuple(made),
            claims=tuple(claim.id for claim in claims),
            evidence=said("laid_down_values", 0.9),
            later=later,
        )

    def _timeline(self) -> list[Moment]:
        published = Anchor(kind=AnchorKind.PUBLICATION, value="2031-05-06")
        day, year = Granularity.DAY, Granularity.YEAR
        return [
            Moment(
                article=self.a.id,
                span=None,
                value="2031-05-06",
                granularity=day,
                rule="published",
                lane=Lane.REPORTED,
            ),
            self._moment(
                self.a,
                "on Tuesday",
                "2031-05-06",
                day,
                "weekday_past",
                anchor=published,
                of="a fire broke out at the rope works",
            ),
            self._moment(
                self.a,
                "since late April",
                "2031-04-21/2031-04-30",
                Granularity.MONTH,
                "part_of_month",
                anchor=published,
                uncertain=True,
            ),
            Moment(
                article=self.b.id,
                span=None,
                value="2031-05-07T09:00:00",
                granularity=Granularity.MOMENT,
                rule="published",
                lane=Lane.REPORTED,
            ),
            self._moment(
                self.b,
                "two days before the regatta",
                None,
                day,
                "days_before_event",
                anchor=Anchor(kind=AnchorKind.EVENT, span=self.find(self.b, "the regatta")),
                offset=Offset(least=-2, most=-2),
            ),
            self._moment(self.b, "in 1998", "1998", year, "year"),
            self._moment(self.d, "recently", None, Granularity.VAGUE, "vague"),
        ]

    def _moment(
        self,
        article: Article,
        words: str,
        value: str | None,
        granularity: Granularity,
        rule: str,
        *,
        anchor: Anchor | None = None,
        of: str | None = None,
        uncertain: bool = False,
        offset: Offset | None = None,
    ) -> Moment:
        return Moment(
            article=article.id,
            span=self.find(article, words),
            value=value,
            granularity=granularity,
            rule=rule,
            anchor=anchor,
            of=self.find(article, of) if of else None,
            uncertain=uncertain,
            offset=offset,
        )
