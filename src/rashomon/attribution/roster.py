"""Every person and body that an article names, whether it speaks or not.

Persons are those of the article's cast, with each place where the text names
them.  Bodies are grouped by their words.  Another name that the article itself
explains (see `glosses`) counts as the same person's or body's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.attribution.attribute import cast_of
from rashomon.attribution.cast import Cast
from rashomon.attribution.cutting import cut
from rashomon.attribution.glosses import glosses
from rashomon.language.bodies import body_words
from rashomon.language.names import Gender, Name, NameKind
from rashomon.language.titles import ORGANISATION_WORDS, role_base
from rashomon.model import Appearance, Article, SourceKind, Span

__all__ = ["roster"]

_LANGUAGES = ("en", "und")
_THE = "the "


@dataclass(slots=True)
class _Entry:
    """A person or body being gathered."""

    kind: SourceKind
    name: str
    spans: set[Span] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    gender: str = ""


def roster(article: Article) -> tuple[Appearance, ...]:
    """The persons and bodies that an article names, by first place.

    The name is the fullest form that the article gives.  Towns and other
    capitals that nothing tells from persons may be among them, as kind person
    without roles and gender.

    >>> from rashomon.model import Block, BlockKind
    >>> text = "Ada Holt of the Ostmark Harbour Board (OHB) sailed. Holt and the OHB agreed."
    >>> block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    >>> [(a.name, len(a.spans)) for a in roster(Article(input="-", text=text, blocks=(block,)))]
    [('Ada Holt', 2), ('Ostmark Harbour Board', 3)]
    """
    if article.language not in _LANGUAGES:
        return ()
    cast = cast_of(cut(article))
    names = [name for passage in cast.passages for name in cast.names_in(passage.span)]
    entries = _entries(cast, names)
    found = [_appearance(article.id, entry) for entry in entries.values()]
    return tuple(sorted(found, key=lambda a: (a.spans[0], a.name)))


def _entries(cast: Cast, names: Sequence[Name]) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    explained = _explained(cast, names)
    for name in names:
        key = _key(cast, name, explained)
        if key is None:
            continue
        person = cast.figures.get(key)
        if key not in entries:
            kind = SourceKind.ORGANISATION if person is None else SourceKind.PERSON
            entries[key] = _Entry(kind, name.name if person is None else person.name)
        entry = entries[key]
        entry.spans.add(name.span)
        if person is None and len(body_words(name.name)) > len(body_words(entry.name)):
            entry.name = name.name  # “OHB” before “Ostmark Harbour Board (OHB)”
    for key, figure in cast.figures.items():
        if key in entries:
            entries[key].roles = {role for role in figure.roles if role_base(role.split()[-1])}
            entries[key].gender = "" if figure.gender is Gender.UNKNOWN else figure.gender.value
    return entries


def _key(cast: Cast, name: Name, explained: Mapping[str, str]) -> str | None:
    """What its entry is kept under; None for names of neither persons nor bodies."""
    words = _words_key(name)
    known = cast.key_of(name)
    if words in explained and (known is None or " " not in known):
        return explained[words]
    if known is not None:
        return known
    if name.kind is NameKind.BODY and (person := _person_meant(cast, name)) is not None:
        return person
    return words if name.kind is NameKind.BODY and _shown(cast, name) else None


def _person_meant(cast: Cast, name: Name) -> str | None:
    """``the Holt plan``: capitals behind *the* that are a person's name, or the surname of only one."""
    words = body_words(name.name)
    if not ORGANISATION_WORDS.isdisjoint(words) or name.name.isupper():
        return None
    return cast.key_of(replace(name, kind=NameKind.UNKNOWN))


def _shown(cast: Cast, name: Name) -> bool:
    """Whether capitals surely name a body: several words, initials, or *the* before the noun for one.

    Not ``the Ostmarkian mayor``, nor ``Harbour minister Ada Holt`` at the start of a sentence.
    """
    if " " in name.name or name.name.isupper():
        return True
    led = cast.text[max(0, name.span.start - len(_THE)) : name.span.start].casefold() == _THE
    return led and body_words(name.name)[0] in ORGANISATION_WORDS


def _words_key(name: Name) -> str:
    """The words of a body; the blank before them keeps them apart from the keys of persons."""
    return " " + " ".join(body_words(name.name))


def _explained(cast: Cast, names: Sequence[Name]) -> dict[str, str]:
    """Other names that the article explains, with the key of whom they mean; none that mean two."""
    meant: dict[str, set[str]] = defaultdict(set)
    for other, fuller in glosses(cast.text, names):
        key = _key(cast, fuller, {})
        if key is not None:
            meant[_words_key(other)].add(key)
    return {words: keys.pop() for words, keys in meant.items() if len(keys) == 1 and words not in keys}


def _appearance(article: str, entry: _Entry) -> Appearance:
    return Appearance(
        article=article,
        kind=entry.kind,
        name=entry.name,
        spans=tuple(sorted(entry.spans)),
        roles=tuple(sorted(entry.roles)),
        gender=entry.gender,
    )
