"""Whom a source's words mean.

A name is taken at its word: the fullest form of it in the article.  A pronoun
goes to the person of fitting gender who is most present: named lately, as the
subject of a sentence, or speaking last.  A role noun goes to the person to
whom the article gave that role.  Words that name nobody stay a descriptor.
Where two people are about equally present, nobody is named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.attribution.antecedents import antecedent, bare, leads_up, noun_before
from rashomon.attribution.cast import Cast
from rashomon.attribution.kinds import kind_before, kind_of
from rashomon.attribution.labels import SpeakerRule
from rashomon.attribution.naming import first_of_several, is_body, is_written, only_capital
from rashomon.attribution.neuter import thing_before
from rashomon.language import functionwords as fw
from rashomon.language.names import FORMER, Gender, Name, NameKind
from rashomon.language.sourcenouns import DOCUMENT_NOUNS, GROUP_NOUNS
from rashomon.language.titles import FEMALE, MALE, PARTIES, TITLES, role_base
from rashomon.language.tokens import TokenKind, fold
from rashomon.model import Evidence, Mention, Policy, Source, SourceKind, Span

__all__ = ["Speakers"]

_HE = frozenset({"he", "his", "him"})
_SHE = frozenset({"she", "her"})
_PLURAL = frozenset({"they", "their", "others", "some", "many", "we", "i", "you", "it"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_APOSTROPHE_S = ("’s", "'s")
_GOES_ON = frozenset("continue continues continued continuing add adds added adding went goes".split())
_LATELY = 3  # sentences after which nobody goes on speaking
_HEAD_ENDS = fw.PREPOSITIONS | {"who"}
_DEFINITE = fw.POSSESSIVES | {"the", "this", "that"}
_NO_MODIFIER = fw.DETERMINERS | (TITLES - PARTIES)
_NOT_MEANT = {
    "they": frozenset({SourceKind.PERSON}),
    "it": frozenset({SourceKind.PERSON, SourceKind.UNNAMED}),
}
_BEFORE = 60  # code points before a relative pronoun that tell what kind of noun it follows
_DESCRIBED = {
    SourceKind.DOCUMENT: SpeakerRule.DOCUMENT,
    SourceKind.ORGANISATION: SpeakerRule.ORGANISATION,
    SourceKind.UNNAMED: SpeakerRule.DESCRIPTOR,
    SourceKind.IMPERSONAL: SpeakerRule.IMPERSONAL,
}
_BARE = 3  # "Harbour minister", in a headline: a role without an article, of so many words at most


@dataclass(frozen=True, slots=True)
class _Heard:
    """Somebody spoke: where, in which sentence, and who it was."""

    at: int
    sentence: int
    source: Source
    figure: str | None


class Speakers:
    """Resolves the sources of one article, in the order of its text; remembers who spoke."""

    def __init__(
        self, text: str, article: str, cast: Cast, policy: Policy, told: Mapping[str, Gender] | None = None
    ) -> None:
        self.text = text
        self.article = article
        self.cast = cast
        self.policy = policy
        self.heard: list[_Heard] = []
        self.unnamed: dict[str, Source] = {}
        self.told = told or {}
        self._called: dict[str, Counter[Gender]] = defaultdict(Counter)

    def resolve(self, span: Span, cue: Sequence[Span] = ()) -> Mention:
        """The source that these words name; `cue` is what it is said to do."""
        mention, figure = self._continuing(span, cue) or self._resolve(span)
        self.heard.append(_Heard(span.start, self.cast.sentence_of(span.start), mention.source, figure))
        return mention

    def contradicted(self) -> dict[str, Gender]:
        """The persons to whom both *he* and *she* were given, with the one given more often, or first."""
        both = {key: counted for key, counted in self._called.items() if len(counted) > 1}
        return {key: max(counted, key=counted.__getitem__) for key, counted in both.items()}

    def continued(self, at: int) -> Mention | None:
        """The speaker of the statement before this place, for words that name none."""
        before = [h for h in self.heard[-8:] if h.at < at]
        if not before:
            return None
        latest = before[-1]
        span = Span(latest.at, latest.at)
        self.heard.append(_Heard(at, self.cast.sentence_of(at), latest.source, latest.figure))
        return Mention(
            source=latest.source,
            span=None,
            evidence=_evidence(SpeakerRule.FLOATING, span),
        )

    def within(self, span: Span) -> Mention:
        """The source that words inside a quotation name; a pronoun there stays open, and nobody is heard."""
        if span.of(self.text).casefold() in fw.SUBJECT_PRONOUNS:
            return self._mention(self._unnamed(span), span, SpeakerRule.UNRESOLVED)
        return self._resolve(span)[0]

    def heard_in(self, span: Span) -> bool:
        """Whether a statement lately resolved has its source in these words."""
        return any(span.start <= h.at < span.end for h in self.heard[-8:])

    def subject(self, span: Span, at: int) -> Mention | None:
        """Whoever these words name, as the speaker of a quotation that follows them; only a known person."""
        mention, figure = self._resolve(span)
        if figure is None:
            return None
        self.heard.append(_Heard(at, self.cast.sentence_of(at), mention.source, figure))
        return Mention(source=mention.source, span=None, evidence=_evidence(SpeakerRule.SUBJECT, span))

    def impersonal(self) -> Mention:
        """Nobody in particular (“it is believed”)."""
        source = Source(kind=SourceKind.IMPERSONAL, scope=self.article)
        return Mention(source=source, span=None, evidence=_evidence(SpeakerRule.IMPERSONAL))

    # -- the kinds of words -----------------------------------------------------------

    def _resolve(self, whole: Span) -> tuple[Mention, str | None]:
        core = self._core(whole)
        mention, figure = self._meant(core)
        if mention.source.name is None and core.end + len(_APOSTROPHE_S[0]) == whole.end:
            return self._meant(whole)  # “a friend of Holt’s”
        return (replace(mention, span=whole) if mention.span is not None else mention), figure

    def _core(self, span: Span) -> Span:
        """Without *himself*, without the *’s* of ``Holt’s`` (*claim*)."""
        tokens = self.cast.tokens.within(span)
        if len(tokens) > 1 and tokens[-1].low in _REFLEXIVES:
            return Span(span.start, tokens[-1].start).trim(self.text)
        possessive = bool(tokens) and tokens[-1].text.endswith(_APOSTROPHE_S)
        return Span(span.start, span.end - len(_APOSTROPHE_S[0])) if possessive else span

    def _continuing(self, span: Span, cue: Sequence[Span]) -> tuple[Mention, str | None] | None:
        """``the governor continued``, ``the statement added``: whoever spoke before these words goes on.

        None unless they are such words, without a person of the article to whom they belong.
        """
        verbs = {fold(word) for piece in cue for word in piece.of(self.text).split()}
        latest = self.heard[-1] if self.heard else None
        if latest is None or verbs.isdisjoint(_GOES_ON):
            return None
        if self.cast.sentence_of(span.start) - latest.sentence > _LATELY:
            return None
        words = [t.low for t in self.cast.tokens.within(self._core(span))]
        role = role_base(words[-1]) if words and words[0] == "the" else None
        if not words or words[0] != "the" or not (role == words[-1] or words[-1] in DOCUMENT_NOUNS):
            return None
        mention, figure = self._resolve(span)
        if figure is not None or mention.source.name is not None or not self._may_be(latest, role):
            return None
        return self._mention(latest.source, span, SpeakerRule.CONTINUED), latest.figure

    def _may_be(self, heard: _Heard, role: str | None) -> bool:
        """Whether that speaker may be called by the role: a person, of the gender that it tells."""
        if role is None:
            return True
        gender = Gender.HE if role in MALE else Gender.SHE if role in FEMALE else Gender.UNKNOWN
        fitting = heard.figure is not None and (gender is Gender.UNKNOWN or self._fits(heard.figure, gender))
        return fitting and heard.source.kind is SourceKind.PERSON

    def _meant(self, span: Span) -> tuple[Mention, str | None]:
        words = [fold(w) for w in span.of(self.text).split()]
        if len(words) == 1 and words[0] in _HE | _SHE:
            return self._pronoun(span, Gender.HE if words[0] in _HE else Gender.SHE)
        if len(words) == 1 and words[0] in ("who", "which", "that"):
            return self._relative(span)
        if len(words) == 1 and words[0] in _PLURAL:
            return self._plural(span, words[0])
        head = self._head(span)
        name = self._name_of(span, head)
        if name is not None and not only_capital(self.cast, span, name):
            if is_written(self.cast, span, head, name):
                source = self._unnamed(span, SourceKind.DOCUMENT)
                return self._mention(source, span, SpeakerRule.DOCUMENT), None
            if is_body(self.cast, head, name):
                body = Source(kind=SourceKind.ORGANISATION, name=name.name)
                return self._mention(body, span, SpeakerRule.ORGANISATION, name.span), None
            return self._named(span, name)
        return self._described(span, head)

    def _mention(self, source: Source, span: Span, rule: SpeakerRule, *why: Span) -> Mention:
        return Mention(source=source, span=span, evidence=_evidence(rule, *(why or (span,))))

    def _head(self, span: Span) -> Span:
        """The noun phrase without its appositive and without prepositional phrases."""
        end = span.end
        for token in self.cast.tokens.within(span):
            cut = token.kind is TokenKind.MARK and token.text in (",", "(", ";", "—", "–", "--")
            if token.start > span.start and (cut or token.low in _HEAD_ENDS):
                if token.low in ("of", "for", "on") and self._inside_name(span, token.span):
                    continue
                end = token.start
                break
        return Span(span.start, end).trim(self.text)

    def _inside_name(self, span: Span, word: Span) -> bool:
        return any(n.span.start < word.start and word.end < n.span.end for n in self.cast.names_in(span))

    def _name_of(self, span: Span, head: Span) -> Name | None:
        """The name that is the phrase's own, not one that belongs to another noun in it."""
        names = self.cast.names_in(head)
        if names and names[-1].span.end >= head.end - 1:
            return names[-1]
        rest = Span(head.end, span.end)
        beside = [n for n in self.cast.names_in(rest) if n.kind is NameKind.PERSON] or [
            n for n in self.cast.names_in(rest) if n.kind is NameKind.BODY and n.span.end >= span.end - 1
        ]
        segment = Span(span.start, self._first_comma(span))
        titled = [n for n in self.cast.names_in(segment) if n.kind is NameKind.PERSON and n.roles]
        if titled and titled[-1].span.end == segment.end:
            return titled[-1]
        if beside and leads_up(self.cast.tokens.within(Span(head.end, beside[0].titled))):
            return beside[0]
        return first_of_several(self.cast, span)

    def _first_comma(self, span: Span) -> int:
        at = self.text.find(",", span.start, span.end)
        return at if at >= 0 else span.end

    def _named(self, span: Span, name: Name) -> tuple[Mention, str | None]:
        key = self.cast.key_of(name)
        if key is not None:
            full = self.cast.figures[key].name
            rule = SpeakerRule.FULL_NAME if len(name.name.split()) > 1 else SpeakerRule.SHORT_NAME
            source = Source(kind=SourceKind.PERSON, name=full)
            return self._mention(source, span, rule, name.span), key
        if name.kind is NameKind.GROUP:
            return self._mention(self._unnamed(span), span, SpeakerRule.DESCRIPTOR), None
        kind = SourceKind.PERSON if name.kind is NameKind.PERSON else SourceKind.ORGANISATION
        rule = SpeakerRule.NAME_ONLY if kind is SourceKind.PERSON else SpeakerRule.ORGANISATION
        return self._mention(Source(kind=kind, name=name.name), span, rule, name.span), None

    def _unnamed(self, span: Span, kind: SourceKind = SourceKind.UNNAMED) -> Source:
        words = " ".join(bare(self.cast, span).of(self.text).split())
        return Source(kind=kind, descriptor=words, scope=self.article)

    def _described(self, span: Span, head: Span) -> tuple[Mention, str | None]:
        words = [t.low for t in self.cast.tokens.within(head) if t.kind is not TokenKind.MARK]
        noun = words[-1] if words else ""
        definite = bool(words) and (
            words[0] in _DEFINITE
            or words[0].endswith("'s")
            or (role_base(noun) is not None and len(words) <= _BARE and words[0] not in fw.DETERMINERS)
        )
        role = role_base(noun)
        if definite and not noun.endswith("s"):
            wanted = f"{FORMER} {role or noun}" if FORMER in words else role or noun
            key = self._role_bearer(wanted, head) if role or noun not in GROUP_NOUNS else None
            if key is not None:
                source = Source(kind=SourceKind.PERSON, name=self.cast.figures[key].name)
                return self._mention(source, span, SpeakerRule.ROLE), key
            if role is not None and role in self.unnamed:
                return self._mention(self.unnamed[role], span, SpeakerRule.ROLE), None
            body = self._body_called(noun, span.start)
            if body is not None:
                source = Source(kind=SourceKind.ORGANISATION, name=body)
                return self._mention(source, span, SpeakerRule.ROLE), None
        source, rule = self._nameless(span)
        if source.kind is SourceKind.UNNAMED and role is not None:
            self.unnamed[role] = source
        return self._mention(source, span, rule), None

    def _nameless(self, span: Span) -> tuple[Source, SpeakerRule]:
        """The source that words without a name describe."""
        kind = kind_of(self.cast.tokens.within(span))
        return self._unnamed(span, kind), _DESCRIBED[kind]

    def _role_bearer(self, role: str, head: Span) -> str | None:
        """Who has this role and was named last before these words; None if nobody, or only elsewhere."""
        at, bearers = head.start, self.cast.bearers(role, head.start)
        if len(bearers) > 1 or not self.cast.passages[self.cast.sentence_of(at)].headline:
            whose = self._modifiers(head)
            near = {k: d for k in bearers if (d := self.cast.distance(k, whose)) is not None}
            bearers = [k for k, d in near.items() if d == min(near.values())]
        best = max(((self.cast.mentioned_before(k, at), k) for k in bearers), default=(-1, ""))
        return best[1] if best[0] >= 0 or len(bearers) == 1 else None

    def _modifiers(self, head: Span) -> list[str]:
        """``Ostmark`` of *Ostmark's president*: the names that say which bearer of a role is meant."""
        words = [t.text for t in self.cast.tokens.within(head) if t.kind is not TokenKind.MARK]
        low = [fold(w).removesuffix("'s") for w in words]
        names = [w for w, text in zip(low, words, strict=True) if text[0].isupper()]
        return [w for w in names if w not in _NO_MODIFIER and (w in PARTIES or role_base(w) is None)]

    def _body_called(self, noun: str, at: int) -> str | None:
        """The body named last before this place whose name or appositive holds the noun ("the union")."""
        return self.cast.body_called(noun, at) if noun in GROUP_NOUNS | {"operator", "owner"} else None

    def _relative(self, span: Span) -> tuple[Mention, str | None]:
        name = antecedent(self.cast, span)
        noun = noun_before(self.cast, span) if name is None else None
        if noun is not None:
            mention, key = self._described(noun, noun)
            return self._mention(mention.source, span, SpeakerRule.RELATIVE, noun), key
        if name is None:
            kind = kind_before(self.cast.tokens.within(Span(max(0, span.start - _BEFORE), span.start)))
            return self._mention(self._unnamed(span, kind), span, SpeakerRule.UNRESOLVED), None
        mention, key = self._named(span, name)
        source = mention.source
        if source.kind is SourceKind.ORGANISATION and fold(span.of(self.text)).startswith("who"):
            source = Source(kind=SourceKind.PERSON, name=name.name)
        return self._mention(source, span, SpeakerRule.RELATIVE, name.span), key

    def _plural(self, span: Span, word: str) -> tuple[Mention, str | None]:
        if word in ("they", "it") and self.heard:
            latest = self.heard[-1]
            near = self.cast.sentence_of(span.start) - latest.sentence <= 2
            if near and latest.source.kind not in _NOT_MEANT[word]:
                return self._mention(latest.source, span, SpeakerRule.PRONOUN), None
        thing = thing_before(self.cast, span, self.article) if word == "it" else None
        if thing is not None:
            return self._mention(thing, span, SpeakerRule.PRONOUN), None
        kind = SourceKind.IMPERSONAL if word == "it" else SourceKind.UNNAMED
        return self._mention(self._unnamed(span, kind), span, SpeakerRule.UNRESOLVED), None

    # -- pronouns -----------------------------------------------------------------------

    def _pronoun(self, span: Span, gender: Gender) -> tuple[Mention, str | None]:
        ranked = self._presence(span.start, gender)
        if not ranked:
            return self._mention(self._unnamed(span), span, SpeakerRule.UNRESOLVED), None
        best, key = ranked[0]
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if second > best * self.policy.pronoun_rival:
            return self._mention(self._unnamed(span), span, SpeakerRule.UNRESOLVED), None
        self._called[key][gender] += 1
        source = (
            Source(kind=SourceKind.PERSON, name=self.cast.figures[key].name)
            if key in self.cast.figures
            else self.heard[-1].source
        )
        return self._mention(source, span, SpeakerRule.PRONOUN), key

    def _presence(self, at: int, gender: Gender) -> list[tuple[float, str]]:
        """How present each person of fitting gender is at this place, most present first."""
        here, policy = self.cast.sentence_of(at), self.policy
        block = self.cast.passages[here].block
        presence: dict[str, float] = {}
        low = max(0, self._events_before(at) - 40)
        for event in self.cast.events[low : self._events_before(at)]:
            weight = (
                policy.presence_quoted if event.quoted else policy.presence_subject if event.first else 1.0
            )
            if not self.cast.figures[event.figure].attested:
                town = event.placed or self.cast.figures[event.figure].town
                weight *= policy.presence_town if town else policy.presence_unattested
            if not event.first or self.cast.passages[event.sentence].block != block:
                weight *= policy.presence_paragraph
            self._count(presence, event.figure, weight, here - event.sentence)
        for heard in self.heard[-8:]:
            if heard.figure is not None and heard.at < at:
                other = self.cast.passages[heard.sentence].block != block
                weight = policy.presence_subject * (policy.presence_paragraph if other else 1.0)
                self._count(presence, heard.figure, weight, here - heard.sentence)
        fitting = {k: v for k, v in presence.items() if self._fits(k, gender)}
        return sorted(((v, k) for k, v in fitting.items()), key=lambda pair: (-pair[0], pair[1]))

    def _events_before(self, at: int) -> int:
        low, high = 0, len(self.cast.events)
        while low < high:
            middle = (low + high) // 2
            if self.cast.events[middle].at < at:
                low = middle + 1
            else:
                high = middle
        return low

    def _count(self, presence: dict[str, float], key: str, weight: float, distance: int) -> None:
        presence[key] = presence.get(key, 0.0) + weight * self.policy.presence_decay ** max(0, distance)

    def _fits(self, key: str, gender: Gender) -> bool:
        known = self.told.get(key, self.cast.figures[key].gender)
        return known in (Gender.UNKNOWN, gender)


def _evidence(rule: SpeakerRule, *spans: Span) -> Evidence:
    return Evidence(score=rule.score, reason=rule.label, spans=tuple(s for s in spans if s))
