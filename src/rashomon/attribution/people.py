"""The persons whom words may mean, and the mention that their shares make.

The likeliest is named, with its share as the score; the others stay as
candidates.  Below `Policy.speaker_certain` nobody is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rashomon.attribution.antecedents import bare
from rashomon.attribution.cast import Cast
from rashomon.attribution.labels import SpeakerRule
from rashomon.attribution.presence import Shares
from rashomon.language.names import Gender
from rashomon.language.titles import FEMALE, MALE
from rashomon.model import Candidate, Evidence, Mention, Policy, Source, SourceKind, Span

__all__ = ["People", "gender_of", "reason"]

_MOST = 5  # candidates that are kept


@dataclass(slots=True, kw_only=True)
class People:
    """The figures of an article's cast, and those without a name who spoke.

    Attributes:
        article: the article's id.
        told: genders that a first reading showed.
        somebody: those without a name, by the id of the source, with what their role tells of gender.
    """

    cast: Cast
    article: str
    policy: Policy
    told: Mapping[str, Gender] = field(default_factory=dict)
    somebody: dict[str, tuple[Source, Gender]] = field(default_factory=dict)

    def source(self, key: str) -> Source:
        """The source that a key stands for."""
        if key in self.somebody:
            return self.somebody[key][0]
        return Source(kind=SourceKind.PERSON, name=self.cast.figures[key].name)

    def fits(self, key: str, gender: Gender) -> bool:
        """Whether this may be a *he* or a *she*."""
        return self._gender(key) in (Gender.UNKNOWN, gender)

    def person(self, key: str) -> bool:
        """Whether it is not a town for all that the text shows."""
        figure = self.cast.figures.get(key)
        return figure is None or figure.attested or figure.introduced or not figure.town

    def shown(self, key: str) -> bool:
        """Whether the gender is known."""
        return self._gender(key) is not Gender.UNKNOWN

    def _gender(self, key: str) -> Gender:
        known = self.somebody[key][1] if key in self.somebody else self.cast.figures[key].gender
        return self.told.get(key, known)

    def name(self, key: str) -> str | None:
        """The fullest name of a figure, None for somebody without one."""
        return self.cast.figures[key].name if key in self.cast.figures else None

    def words(self, span: Span) -> str:
        """The words of a source as a descriptor."""
        return " ".join(bare(self.cast, span).of(self.cast.text).split())

    def unnamed(self, span: Span, kind: SourceKind = SourceKind.UNNAMED) -> Source:
        """A source that these words describe and do not name."""
        return Source(kind=kind, descriptor=self.words(span), scope=self.article)

    def introduced(self, words: Span, role: str) -> str:
        """The key of somebody whom these words bring in without a name."""
        source = self.unnamed(words)
        self.somebody[source.id] = (source, gender_of(role))
        return source.id

    def chosen(self, shares: Shares, span: Span | None, rule: SpeakerRule, *why: Span, at: int) -> Mention:
        """The likeliest of several at this place of the text; `why` are the words that tell it."""
        key, share = shares[0]
        return Mention(
            source=self.source(key),
            span=span,
            evidence=Evidence(score=share, reason=rule.label, spans=tuple(s for s in why if s)),
            candidates=tuple(self._candidates(shares, at)),
        )

    def _candidates(self, shares: Shares, at: int) -> list[Candidate]:
        named = [(key, share) for key, share in shares if key in self.cast.figures][:_MOST]
        found = [(self.cast.figures[key].name, share, self.cast.last_named(key, at)) for key, share in named]
        return [Candidate(name=n, score=share, span=span) for n, share, span in found if span is not None]

    def certain(self, mention: Mention) -> Mention:
        """The mention, without its source where that is less sure than the policy asks for."""
        source, sure = mention.source, mention.evidence.score >= self.policy.speaker_certain
        words = None if mention.span is None else self.words(mention.span)
        if sure or (source.name is None and source.descriptor == words):
            return mention
        kind = source.kind if source.name is not None else SourceKind.UNNAMED
        return replace(mention, source=Source(kind=kind, descriptor=words, scope=self.article))


def gender_of(role: str) -> Gender:
    """What a role noun tells of gender."""
    return Gender.HE if role in MALE else Gender.SHE if role in FEMALE else Gender.UNKNOWN


def reason(rule: SpeakerRule, *spans: Span) -> Evidence:
    """The rule with its own score, and the words that it rests on."""
    return Evidence(score=rule.score, reason=rule.label, spans=tuple(s for s in spans if s))
