"""Whom a source's words mean.

A name is taken at its word: the fullest form of it in the article.  A pronoun
goes to the person of fitting gender who is most present: named lately, as the
subject of a sentence, or speaking last.  A role noun goes to the person to
whom the article gave that role.  Words that name nobody stay a descriptor.
Where words could mean several, each has a share (see `presence`), and below
`Policy.speaker_certain` nobody is named: the persons stay candidates.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rashomon.attribution.antecedents import antecedent, noun_before
from rashomon.attribution.cast import Cast
from rashomon.attribution.epithets import aged, called_by_age
from rashomon.attribution.heads import core, head_of, modifiers, name_of
from rashomon.attribution.kinds import kind_before, kind_of
from rashomon.attribution.labels import SpeakerRule
from rashomon.attribution.naming import is_body, is_written, joined, only_capital, whole
from rashomon.attribution.neuter import thing_before
from rashomon.attribution.people import People, gender_of, reason
from rashomon.attribution.presence import ANYWHERE, Heard, Shares, shared
from rashomon.attribution.pronouns import PRONOUNS, Pronouns
from rashomon.attribution.turns import after_subject, next_turn
from rashomon.language import functionwords as fw
from rashomon.language.names import FORMER, Gender, Name, NameKind
from rashomon.language.sourcenouns import DOCUMENT_NOUNS, GROUP_NOUNS
from rashomon.language.titles import role_base
from rashomon.language.tokens import TokenKind, fold
from rashomon.model import Evidence, Mention, Policy, Source, SourceKind, Span

__all__ = ["Speakers"]

_PLURAL = frozenset({"they", "their", "others", "some", "many", "we", "i", "you", "it"})
_SITE = re.compile(r"(?:[A-Za-z0-9-]+\.){1,2}(?:com|org|net|gov|edu|int|info|eu|io|tv|[a-z]{2}\.uk|uk)")
_GOES_ON = frozenset("continue continues continued continuing add adds added adding went goes".split())
_LATELY = 3  # sentences after which nobody goes on speaking
_DEFINITE = fw.POSSESSIVES | {"the", "this", "that"}
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
_ELSEWHERE = 0.05  # presence of somebody who may be meant and is not near

Meant = tuple[Mention, Shares]
"""A source as the words tell it, and the persons it may be."""


class Speakers:
    """Resolves the sources of one article, in the order of its text; remembers who spoke."""

    def __init__(
        self, text: str, article: str, cast: Cast, policy: Policy, told: Mapping[str, Gender] | None = None
    ) -> None:
        self.text = text
        self.article = article
        self.cast = cast
        self.policy = policy
        self.heard: list[Heard] = []
        self.unnamed: dict[str, Source] = {}
        self.people = People(cast=cast, article=article, policy=policy, told=told or {})
        self.pronouns = Pronouns(cast=cast, policy=policy, people=self.people, heard=self.heard)
        self._content: Sequence[Span] = ()
        self._called: dict[str, Counter[Gender]] = defaultdict(Counter)

    def resolve(self, span: Span, cue: Sequence[Span] = (), content: Sequence[Span] = ()) -> Mention:
        """The source that these words name.

        Args:
            span: the words.
            cue: what the source is said to do.
            content: what it says.
        """
        self._content = content
        mention, shares = self._continuing(span, cue) or self._resolve(span)
        self._content = ()
        self._hear(span.start, mention.source, shares, content)
        return self.people.certain(mention)

    def contradicted(self) -> dict[str, Gender]:
        """The persons to whom both *he* and *she* were given, with the one given more often, or first."""
        both = {key: counted for key, counted in self._called.items() if len(counted) > 1}
        return {key: max(counted, key=counted.__getitem__) for key, counted in both.items()}

    def continued(self, content: Sequence[Span]) -> Mention | None:
        """The speaker of a quotation that stands alone; None if nobody spoke before."""
        at = content[0].start
        latest = next((one for one in reversed(self.heard[-8:]) if one.at < at), None)
        if latest is None:
            return None
        shares = next_turn(self.cast, self.heard, content)
        place = Span(latest.at, latest.at)
        if not shares or not latest.shares:
            mention = Mention(source=latest.source, span=None, evidence=reason(SpeakerRule.FLOATING, place))
            shares = latest.shares
        else:
            mention = self.people.chosen(shares, None, SpeakerRule.FLOATING, place, at=at)
        self._hear(at, mention.source, shares, content)
        return self.people.certain(mention)

    def within(self, span: Span, parent: Mention | None = None) -> Mention:
        """The source that words inside a quotation name, whose speaker is `parent`; nobody is heard.

        *I* is whoever speaks the quotation; *he* is never the speaker, but whoever else is spoken of.
        """
        word = span.of(self.text).casefold()
        if word in ("i", "we", "me", "us"):
            return self._self(span, parent)
        if word in PRONOUNS:
            shares = self.pronouns.spoken_of(span, parent)
            return self.people.certain(self._one_of(shares, span, SpeakerRule.PRONOUN, span))
        if word in fw.SUBJECT_PRONOUNS:
            return self._mention(self.people.unnamed(span), span, SpeakerRule.UNRESOLVED)
        return self.people.certain(self._resolve(span)[0])

    def heard_in(self, span: Span) -> bool:
        """Whether a statement lately resolved has its source in these words."""
        return any(span.start <= h.at < span.end for h in self.heard[-8:])

    def name_at(self, sentence: Span) -> Span | None:
        """The name that a sentence begins with, if it does."""
        names = self.cast.names_in(sentence)
        return names[0].span if names and names[0].titled == sentence.start else None

    def subject(self, span: Span, content: Sequence[Span], *, apart: bool = False) -> Mention | None:
        """Whoever these words name, as the speaker of a quotation that follows them; only known persons.

        Args:
            span: the subject of the sentence before.
            content: the quotation.
            apart: whether it is a paragraph of its own; then whoever spoke last may go on as well.
        """
        several = joined(self.cast, span)
        named: Shares = tuple((key, 1 / len(several)) for key in several) or self._resolve(span)[1]
        if not named:
            return None
        shares = after_subject(self.cast, self.heard, content, named, apart=apart)
        at = content[0].start
        mention = self.people.chosen(shares, None, SpeakerRule.SUBJECT, span, at=at)
        self._hear(at, mention.source, shares, content)
        return self.people.certain(mention)

    def impersonal(self) -> Mention:
        """Nobody in particular (“it is believed”)."""
        source = Source(kind=SourceKind.IMPERSONAL, scope=self.article)
        return Mention(source=source, span=None, evidence=reason(SpeakerRule.IMPERSONAL))

    def _hear(self, at: int, source: Source, shares: Shares, content: Sequence[Span]) -> None:
        where = self.cast.sentence_of(at)
        first = content[0].start if content else at
        quoted = self.cast.passages[self.cast.sentence_of(first)].quotes(Span(first, first + 1))
        self.heard.append(
            Heard(at=at, sentence=where, source=source, shares=shares, content=tuple(content), quoted=quoted)
        )

    # -- the kinds of words -----------------------------------------------------------

    def _resolve(self, phrase: Span) -> Meant:
        inner = core(self.cast, phrase)
        mention, shares = self._meant(inner)
        if mention.source.name is None and inner.end + len("'s") == phrase.end:
            return self._meant(phrase)  # “a friend of Holt’s”
        return (replace(mention, span=phrase) if mention.span is not None else mention), shares

    def _continuing(self, span: Span, cue: Sequence[Span]) -> Meant | None:
        """``the governor continued``, ``the statement added``: whoever spoke before these words goes on.

        None unless they are such words, without a person of the article to whom they belong.
        """
        verbs = {fold(word) for piece in cue for word in piece.of(self.text).split()}
        latest = self.heard[-1] if self.heard else None
        if latest is None or verbs.isdisjoint(_GOES_ON):
            return None
        if self.cast.sentence_of(span.start) - latest.sentence > _LATELY:
            return None
        words = [t.low for t in self.cast.tokens.within(core(self.cast, span))]
        role = role_base(words[-1]) if words and words[0] == "the" else None
        if not words or words[0] != "the" or not (role == words[-1] or words[-1] in DOCUMENT_NOUNS):
            return None
        mention, shares = self._resolve(span)
        known = any(key in self.cast.figures for key, _ in shares)
        if known or mention.source.name is not None or not self._may_be(latest, role):
            return None
        return self._mention(latest.source, span, SpeakerRule.CONTINUED), latest.shares

    def _may_be(self, heard: Heard, role: str | None) -> bool:
        """Whether that speaker may be called by the role: a person, of the gender that it tells."""
        if role is None:
            return True
        gender = gender_of(role)
        fitting = heard.figure is not None and (
            gender is Gender.UNKNOWN or self.people.fits(heard.figure, gender)
        )
        return fitting and heard.source.kind is SourceKind.PERSON

    def _meant(self, span: Span) -> Meant:
        words = [fold(w) for w in span.of(self.text).split()]
        if len(words) == 1 and words[0] in PRONOUNS:
            return self._pronoun(span)
        if len(words) == 1 and words[0] in ("who", "which", "that"):
            return self._relative(span)
        if len(words) == 1 and words[0] in _PLURAL:
            return self._plural(span, words[0])
        if _SITE.fullmatch(site := span.of(self.text)):
            return self._mention(
                Source(kind=SourceKind.ORGANISATION, name=site), span, SpeakerRule.ORGANISATION
            ), ()
        several = joined(self.cast, span)
        if several and whole(self.cast, span):
            both: Shares = tuple((key, round(1 / len(several), 3)) for key in several)
            return self._one_of(both, span, SpeakerRule.JOINT, span), both
        head = head_of(self.cast, span)
        name = name_of(self.cast, span, head)
        if name is not None and not only_capital(self.cast, span, name):
            if is_written(self.cast, span, head, name):
                source = self.people.unnamed(span, SourceKind.DOCUMENT)
                return self._mention(source, span, SpeakerRule.DOCUMENT), ()
            if is_body(self.cast, head, name):
                body = Source(kind=SourceKind.ORGANISATION, name=name.name)
                return self._mention(body, span, SpeakerRule.ORGANISATION, name.span), ()
            return self._named(span, name)
        return self._described(span, head)

    def _mention(self, source: Source, span: Span, rule: SpeakerRule, *why: Span) -> Mention:
        return Mention(source=source, span=span, evidence=reason(rule, *(why or (span,))))

    def _one_of(self, shares: Shares, span: Span, rule: SpeakerRule, *why: Span) -> Mention:
        if not shares:
            return self._mention(self.people.unnamed(span), span, SpeakerRule.UNRESOLVED)
        return self.people.chosen(shares, span, rule, *why, at=span.start)

    def _named(self, span: Span, name: Name) -> Meant:
        several = self.cast.meant_by(name)
        if len(several) > 1:
            shares = self._among(several, name.span.start, self.cast.named_before)
            return self._one_of(shares, span, SpeakerRule.SHARED_NAME, name.span), shares
        if several:
            rule = SpeakerRule.FULL_NAME if len(name.name.split()) > 1 else SpeakerRule.SHORT_NAME
            source = self.people.source(several[0])
            return self._mention(source, span, rule, name.span), ((several[0], 1.0),)
        if name.kind is NameKind.GROUP:
            return self._mention(self.people.unnamed(span), span, SpeakerRule.DESCRIPTOR), ()
        kind = SourceKind.PERSON if name.kind is NameKind.PERSON else SourceKind.ORGANISATION
        rule = SpeakerRule.NAME_ONLY if kind is SourceKind.PERSON else SpeakerRule.ORGANISATION
        return self._mention(Source(kind=kind, name=name.name), span, rule, name.span), ()

    def _described(self, span: Span, head: Span) -> Meant:
        words = [t.low for t in self.cast.tokens.within(head) if t.kind is not TokenKind.MARK]
        noun = words[-1] if words else ""
        role = role_base(noun)
        definite = bool(words) and (
            words[0] in _DEFINITE
            or words[0].endswith("'s")
            or (role is not None and len(words) <= _BARE and words[0] not in fw.DETERMINERS)
        )
        if definite and not noun.endswith("s"):
            known = self._known(span, head, words)
            if known is not None:
                return known
        source, rule = self._nameless(span)
        if source.kind is not SourceKind.UNNAMED or role is None:
            return self._mention(source, span, rule), ()
        self.unnamed[role] = source
        alone = role == noun and words[0] not in ("some", "many", "several")
        if alone:
            self.people.introduced(span, role)
        return self._mention(source, span, rule), ((source.id, 1.0),) if alone else ()

    def _known(self, span: Span, head: Span, words: Sequence[str]) -> Meant | None:
        """Whoever has been introduced under these words: a person with the role or age, a body so called."""
        noun, role = words[-1], role_base(words[-1])
        wanted = f"{FORMER} {role or noun}" if FORMER in words else role or noun
        bearers = self._role_bearers(wanted, head, span) if role or noun not in GROUP_NOUNS else []
        of_age = called_by_age(self.cast, head)
        if len(bearers) == 1 or len(of_age) == 1:
            key = (bearers or of_age)[0]
            return self._mention(self.people.source(key), span, SpeakerRule.ROLE), ((key, 1.0),)
        if bearers or of_age:
            shares = self._among(bearers or of_age, span.start, self.cast.mentioned_before)
            return self._one_of(shares, span, SpeakerRule.ROLE, span), shares
        if aged(head, self.cast) is not None:
            shares = self.pronouns.present(head)
            if shares:
                return self._one_of(shares, span, SpeakerRule.ROLE, span), shares
        if role is not None and role in self.unnamed:
            source = self.unnamed[role]
            known = ((source.id, 1.0),) if source.id in self.people.somebody else ()
            return self._mention(source, span, SpeakerRule.ROLE), known
        body = self._body_called(noun, span.start)
        if body is not None:
            source = Source(kind=SourceKind.ORGANISATION, name=body)
            return self._mention(source, span, SpeakerRule.ROLE), ()
        return None

    def _among(self, keys: Sequence[str], at: int, before: Callable[[str, int], int]) -> Shares:
        """Shares of those who have one name or role, by how lately each was named (`before`) or spoke."""
        here = self.cast.sentence_of(at)
        places = {key: [before(key, at)] for key in keys}
        for one in self.heard[-ANYWHERE:]:
            if one.at < at and one.figure in places:
                places[one.figure].append(one.at)
        gaps = {
            key: [here - self.cast.sentence_of(p) for p in found if p >= 0] for key, found in places.items()
        }
        near = {key: self.policy.presence_decay ** min(gap) if gap else 0.0 for key, gap in gaps.items()}
        level = {key: max(weight, _ELSEWHERE) for key, weight in near.items()}
        if not any(near.values()):  # a headline: whom the article is about
            level = {key: 1.0 + self.cast.figures[key].named for key in keys}
        return shared(level, replace(self.policy, presence_nobody=0.0), lambda _: True)

    def _nameless(self, span: Span) -> tuple[Source, SpeakerRule]:
        """The source that words without a name describe."""
        kind = kind_of(self.cast.tokens.within(span))
        return self.people.unnamed(span, kind), _DESCRIBED[kind]

    def _role_bearers(self, role: str, head: Span, phrase: Span) -> list[str]:
        """Who has this role, named before or the only one; of several those nearest its modifiers."""
        at, bearers = head.start, self.cast.bearers(role, head.start)
        if len(bearers) > 1 or not self.cast.passages[self.cast.sentence_of(at)].headline:
            bearers = self._nearest_to(modifiers(self.cast, head), bearers)
        if len(bearers) > 1:  # “the governor of Ostmark”
            bearers = self._nearest_to(modifiers(self.cast, Span(head.end, phrase.end)), bearers) or bearers
        named = [key for key in bearers if self.cast.mentioned_before(key, at) >= 0]
        return named or (bearers if len(bearers) == 1 else [])

    def _nearest_to(self, words: Sequence[str], keys: Sequence[str]) -> list[str]:
        """Those of the persons who are named nearest to all of these words."""
        near = {k: d for k in keys if (d := self.cast.distance(k, words)) is not None}
        return [k for k, d in near.items() if d == min(near.values())]

    def _body_called(self, noun: str, at: int) -> str | None:
        """The body named last before this place whose name or appositive holds the noun ("the union")."""
        return self.cast.body_called(noun, at) if noun in GROUP_NOUNS | {"operator", "owner"} else None

    def _relative(self, span: Span) -> Meant:
        name = antecedent(self.cast, span)
        noun = noun_before(self.cast, span) if name is None else None
        if noun is not None:
            mention, shares = self._described(noun, noun)
            return self._mention(mention.source, span, SpeakerRule.RELATIVE, noun), shares
        if name is None:
            kind = kind_before(self.cast.tokens.within(Span(max(0, span.start - _BEFORE), span.start)))
            return self._mention(self.people.unnamed(span, kind), span, SpeakerRule.UNRESOLVED), ()
        mention, shares = self._named(span, name)
        source = mention.source
        if source.kind is SourceKind.ORGANISATION and fold(span.of(self.text)).startswith("who"):
            source = Source(kind=SourceKind.PERSON, name=name.name)
        return self._mention(source, span, SpeakerRule.RELATIVE, name.span), shares

    def _plural(self, span: Span, word: str) -> Meant:
        if word in ("they", "it") and self.heard:
            latest = self.heard[-1]
            near = self.cast.sentence_of(span.start) - latest.sentence <= 2
            if near and latest.source.kind not in _NOT_MEANT[word]:
                return self._mention(latest.source, span, SpeakerRule.PRONOUN), ()
        thing = thing_before(self.cast, span, self.article) if word == "it" else None
        if thing is not None:
            return self._mention(thing, span, SpeakerRule.PRONOUN), ()
        kind = SourceKind.IMPERSONAL if word == "it" else SourceKind.UNNAMED
        return self._mention(self.people.unnamed(span, kind), span, SpeakerRule.UNRESOLVED), ()

    # -- pronouns -----------------------------------------------------------------------

    def _pronoun(self, span: Span) -> Meant:
        shares = self.pronouns.meant(span, self._content)
        if shares:
            self._called[shares[0][0]][PRONOUNS[span.of(self.text).casefold()]] += 1
        return self._one_of(shares, span, SpeakerRule.PRONOUN, span), shares

    # -- inside quotations ----------------------------------------------------------------

    def _self(self, span: Span, parent: Mention | None) -> Mention:
        if parent is None:
            return self._mention(self.people.unnamed(span), span, SpeakerRule.UNRESOLVED)
        rule = SpeakerRule.NESTED_SELF
        score = min(rule.score, parent.evidence.score) if parent.candidates else rule.score
        evidence = Evidence(score=score, reason=rule.label, spans=(span,))
        return Mention(source=parent.source, span=span, evidence=evidence, candidates=parent.candidates)
