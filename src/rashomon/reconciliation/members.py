"""What is to be reconciled: the appearances of all reports, and the named speakers that no roster lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.language.bodies import body_words
from rashomon.language.names import Gender, find_names
from rashomon.language.titles import role_base
from rashomon.model import Appearance, Article, Mention, SourceKind, Span, Statement
from rashomon.reconciliation.owners import by_owner, is_common
from rashomon.reconciliation.people import PersonName, parsed
from rashomon.reconciliation.sounds import plain
from rashomon.reconciliation.told import Told, told_of

__all__ = ["Member", "Members", "form_of", "gather"]

_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION})
_THE = "the "
_BESIDE = 80
_OFTEN = 2
_FORMS = 24  # places looked at for the forms of a name; who is named oftener is named the same


@dataclass(slots=True, kw_only=True, eq=False)
class Member:
    """One person or body in one report.

    Attributes:
        appearance: what is known of it.
        listed: whether the report's roster has it; else it only speaks, or its name only stands there.
        speaks: whether a statement has it as its source.
        led: whether *the* stands before a name that only a statement shows ("the Hill").
        forms: every form in which it is named, folded, with the first place of each.
        told: what else its report tells of it.
        full: how often it is named by more than one word.
        owner: whose body it is, if others have one of that name.
    """

    appearance: Appearance
    listed: bool
    speaks: bool = False
    led: bool = False
    forms: dict[str, Span] = field(default_factory=dict)
    told: Told = field(default_factory=Told)
    full: int = 0
    owner: str = ""
    name: PersonName = field(init=False)
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.name = parsed(self.appearance.name)
        self.words = tuple(body_words(self.appearance.name))

    @property
    def article(self) -> str:
        """The id of its report."""
        return self.appearance.article

    @property
    def person(self) -> bool:
        """Whether it is a person as far as its report tells."""
        return self.appearance.kind is SourceKind.PERSON

    @property
    def alone(self) -> bool:
        """Whether its name is one word that can be a surname: no initials of a body."""
        return self.name.alone and (self.person or not self.appearance.name.isupper())

    @property
    def attested(self) -> bool:
        """Whether more than capitals shows a person: a role, a gender, words that it spoke."""
        return self.shown or (self.person and bool(self.appearance.gender or self.speaks))

    @property
    def shown(self) -> bool:
        """Whether a role or a title shows a person, whom no company of that name can be."""
        return self.person and bool(self.appearance.roles or self.told.genders)

    @property
    def passing(self) -> bool:
        """Whether it is named in passing: once in full, with nothing told, and without a word."""
        told = self.appearance.roles or self.told.genders or self.told.ages or self.speaks
        return not told and self.full < _OFTEN

    @property
    def aliases(self) -> Iterator[tuple[str, Span]]:
        """The forms that share no word with the name: what the report explains it by."""
        own = {plain(word) for word in self.appearance.name.split()}
        for form, span in self.forms.items():
            if own.isdisjoint(form.split()):
                yield form, span

    @property
    def place(self) -> tuple[str, str, tuple[Span, ...]]:
        """An order of content alone."""
        return self.appearance.name, self.article, self.appearance.spans


def form_of(words: str) -> str:
    """A name for comparing: without case, accents, marks.

    >>> form_of("Ada  HÓLT’s")
    'ada holt'
    """
    told = (plain(word.removesuffix("’s").removesuffix("'s")) for word in words.split())
    return " ".join(word for word in told if word)


@dataclass(slots=True)
class Members:
    """All members in an order of content alone, and which of them a source is."""

    all: list[Member]
    speaking: dict[str, Member]

    def of(self, statement: Statement) -> Member | None:
        """Who makes this statement; None where its source has no name."""
        return self.speaking.get(statement.id)


def gather(
    articles: Sequence[Article],
    statements: Iterable[Statement],
    rosters: Iterable[Iterable[Appearance]],
    wanted: Sequence[str] = (),
) -> Members:
    """The members; those of articles that are not given are left out.

    `wanted` are further names, whose places are looked up in the texts as they are written.
    """
    rosters = [tuple(roster) for roster in rosters]
    texts = {article.id: article.text for article in articles}
    persons: dict[str, set[str]] = defaultdict(set)
    for a in (a for roster in rosters for a in roster if a.kind is SourceKind.PERSON):
        persons[a.article].update(plain(word) for word in a.name.split())
    appearances = {a: None for roster in rosters for a in roster if a.article in texts}
    members = [member for a in appearances for member in _listed(a, texts[a.article], persons[a.article])]
    known = _by_form(members)
    speaking: dict[str, Member] = {}
    for statement in statements:
        mention = statement.source
        if mention is None or not mention.source.name or mention.source.kind not in _NAMED:
            continue
        member = _known(known, statement.article, mention)
        if member is None:
            member = _new(members, known, texts[statement.article], statement)
        speaking[statement.id] = member
        member.speaks = True
    for name in wanted:
        for article in articles:
            if (article.id, form_of(name)) not in known:
                members.extend(_written(article, name))
    return Members(sorted(members, key=lambda m: m.place), speaking)


def _listed(appearance: Appearance, text: str, persons: Collection[str]) -> Iterator[Member]:
    """The member of an appearance; one for each owner of a body that others have, too."""
    body = appearance.kind is SourceKind.ORGANISATION
    owners = {"": appearance.spans}
    if body and is_common(appearance.name):
        owners = by_owner(appearance, text, persons)
    for owner, spans in owners.items():
        own = replace(appearance, spans=spans)
        yield Member(
            appearance=own,
            listed=True,
            forms=_forms(text, spans),
            full=sum(len(span) > len(own.name.split()[-1]) for span in spans),
            told=Told() if body else told_of(own, text),
            owner=owner,
        )


def _forms(text: str, spans: Iterable[Span]) -> dict[str, Span]:
    forms: dict[str, Span] = {}
    for span in spans:
        forms.setdefault(form_of(span.of(text)), span)
        if len(forms) > _FORMS:
            break
    return forms


_Known = Mapping[tuple[str, str], Sequence[Member]]


def _by_form(members: Iterable[Member]) -> dict[tuple[str, str], list[Member]]:
    """Who is named so in a report; those whose name it is before those of whom it is a form."""
    out: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member in members:
        for form in {form_of(member.appearance.name), *member.forms}:
            out[member.article, form].append(member)
    for (_, form), found in out.items():
        found.sort(key=lambda m: (form_of(m.appearance.name) != form, m.place))
    return out


def _known(known: _Known, article: str, mention: Mention) -> Member | None:
    """The one listed under this name, of the same kind if there is one; of several the one named last."""
    form = form_of(mention.source.name or "")
    found = known.get((article, form), ())
    exact = [m for m in found if form_of(m.appearance.name) == form]
    kind = mention.source.kind
    same = [m for m in exact or found if m.appearance.kind is kind] or list(exact or found)
    if len(same) > 1 and exact:
        places = (*mention.evidence.spans, *([mention.span] if mention.span else []))
        end = max((span.end for span in places), default=0)
        same = [
            max(same, key=lambda m: max((s.start for s in m.appearance.spans if s.end <= end), default=-1))
        ]
    return same[0] if len(same) == 1 else None


def _new(
    members: list[Member], known: dict[tuple[str, str], list[Member]], text: str, statement: Statement
) -> Member:
    """A speaker whom no roster lists."""
    mention = statement.source
    assert mention is not None
    assert mention.source.name is not None
    places = [s for s in mention.evidence.spans if form_of(s.of(text)) == form_of(mention.source.name)]
    spans = tuple(places or [s for s in (mention.span, *statement.content) if s is not None][:1])
    roles, gender = _said_beside(text, spans[0])
    appearance = Appearance(
        article=statement.article,
        kind=mention.source.kind,
        name=mention.source.name,
        spans=spans,
        roles=roles,
        gender=gender,
    )
    led = text[max(0, spans[0].start - len(_THE)) : spans[0].start + len(_THE)].casefold()
    member = Member(
        appearance=appearance,
        listed=False,
        told=told_of(appearance, text),
        led=led.startswith(_THE) or led.endswith(_THE),
        forms={form_of(appearance.name): spans[0]},
    )
    members.append(member)
    known[member.article, form_of(appearance.name)].append(member)
    return member


def _said_beside(text: str, span: Span) -> tuple[tuple[str, ...], str]:
    """Roles and gender that the words beside a name tell (``skipper Holt``)."""
    low = max(0, span.start - _BESIDE)
    around = Span(max(low, text.rfind("\n", low, span.start) + 1), min(len(text), span.end + _BESIDE))
    for name in find_names(text, around):
        if name.span == span:
            roles = sorted(role for role in name.roles if role_base(role.split()[-1]))
            return tuple(roles), "" if name.gender is Gender.UNKNOWN else name.gender.value
    return (), ""


def _written(article: Article, name: str) -> Iterator[Member]:
    """The name where it stands in the text, word for word."""
    spans = tuple(
        Span(*found.span())
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article.text, re.IGNORECASE)
    )
    if spans:
        first = spans[0].of(article.text)
        told = Appearance(article=article.id, kind=SourceKind.PERSON, name=first, spans=spans)
        yield Member(appearance=told, listed=False, forms={form_of(name): spans[0]})
