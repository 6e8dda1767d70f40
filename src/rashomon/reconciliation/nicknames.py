"""Nicknames that one report explains, and others use; surnames that stand alone where no roster lists them.

A nickname carries over to a report that names the person, too, or that has
it in the same words.  A nickname that nobody explains means nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.language.functionwords import TEMPORAL
from rashomon.model import Appearance, Article, BlockKind, Located, SourceKind, Span
from rashomon.reconciliation.clusters import Cluster, Clusters
from rashomon.reconciliation.labels import LinkRule
from rashomon.reconciliation.members import Member, form_of
from rashomon.reconciliation.sounds import plain

__all__ = ["join_nicknames", "unlisted"]

_CAPITAL = re.compile(r"(?<![\w’'@#.-])[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*")
_READ = (BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.DECK, BlockKind.SUBHEADING)
_BEFORE = re.compile(r"([\w’'.-]+) $")
_AFTER = re.compile(r"[\])]? ([A-Z]\w)")
_NOT_A_PERSON = frozenset("the a an in at near from".split())
_AROUND = 40
_PLACES = 8
_LANGUAGES = ("en", "und")  # elsewhere capitals show no name
_SMALL = re.compile(r"(?<![\w’'-])[a-z][^\W\d_]+")  # what is a common noun in any report
_WORD = re.compile(r"\w+")
_BRACKET = re.compile(r"\s?[\[(][^\[\]()\n]{0,80}+[\])]")
_SAME_WORDS = 2


def unlisted(articles: Sequence[Article], members: Sequence[Member]) -> list[Member]:
    """Capitalised words where no roster lists them, that some report shows to be a surname or a nickname."""
    attested = [m for m in members if m.attested and not m.name.alone]
    wanted = {m.name.last for m in attested} | {
        form for m in members if m.person for form, _ in m.aliases if " " not in form
    }
    wanted -= TEMPORAL
    small = {word for article in articles for word in _SMALL.findall(article.text)}
    by_article: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_article[member.article].append(member)
    english = [article for article in articles if article.language in _LANGUAGES]
    return [new for article in english for new in _unlisted(article, by_article[article.id], wanted - small)]


def _unlisted(article: Article, present: Sequence[Member], wanted: set[str]) -> Iterator[Member]:
    known = {m.name.last for m in present if m.person or m.speaks} | {f for m in present for f in m.forms}
    covered = sorted(span for m in present for span in m.appearance.spans)
    found: dict[str, list[Span]] = defaultdict(list)
    for block in article.of_kind(*_READ):
        for match in _CAPITAL.finditer(article.text, *block.span):
            word = plain(match[0].removesuffix("’s").removesuffix("'s"))
            if word in wanted and word not in known and _stands_alone(article.text, match, covered):
                end = match.start() + len(match[0].removesuffix("’s").removesuffix("'s"))
                found[word].append(Span(match.start(), end))
    for word, spans in sorted(found.items()):
        name = spans[0].of(article.text)
        told = Appearance(article=article.id, kind=SourceKind.PERSON, name=name, spans=tuple(spans))
        yield Member(appearance=told, listed=False, forms={word: spans[0]})


def _stands_alone(text: str, match: re.Match[str], covered: Sequence[Span]) -> bool:
    """Whether it is no part of a longer name, and no noun stands behind it (``the Holt plan``)."""
    at = bisect_right(covered, match.start(), key=lambda span: span.start)
    if at and covered[at - 1].end > match.start():
        return False
    before = _BEFORE.search(text, max(0, match.start() - _AROUND), match.start())
    led = before is not None and (before[1][0].isupper() or before[1].casefold() in _NOT_A_PERSON)
    return not led and _AFTER.match(text, match.end()) is None


def join_nicknames(clusters: Clusters, articles: Sequence[Article], members: Sequence[Member]) -> None:
    """Each name that is explained in another report, to the only person it is said to mean."""
    texts = {article.id: article.text for article in articles}
    meant: dict[str, list[tuple[Member, Span]]] = defaultdict(list)
    for member in members:
        if member.person and member.listed:
            for form, _ in member.aliases:
                meant[form].extend((member, span) for span in _places(member, form, texts[member.article]))
    for member in members:
        found = meant.get(form_of(member.appearance.name), [])
        persons = clusters.among(m for m, _ in found)
        if len(persons) == 1 and not (member.person and not member.name.alone):
            _join(clusters, texts, member, persons[0], found)


def _places(member: Member, form: str, text: str) -> list[Span]:
    """Where a report uses this form; the first few, a headline may be among them."""
    return [span for span in member.appearance.spans if form_of(span.of(text)) == form][:_PLACES]


def _join(
    clusters: Clusters,
    texts: Mapping[str, str],
    member: Member,
    person: Cluster,
    glosses: Iterable[tuple[Member, Span]],
) -> None:
    named_too = member.article in person.articles
    for glossing, span in glosses:
        same = next((s for s in member.appearance.spans if _alike(texts, member, s, glossing, span)), None)
        if named_too or same is not None:
            place = Located(member.article, same or member.appearance.spans[0])
            gloss = Located(glossing.article, span)
            clusters.join(member, glossing, LinkRule.GLOSSED, (place, gloss), inside=True)
            return


def _alike(texts: Mapping[str, str], one: Member, here: Span, other: Member, there: Span) -> bool:
    """Whether the same words stand before or behind both places, brackets left out."""
    left, right = texts[one.article], texts[other.article]
    before = _words_before(left, here.start), _words_before(right, there.start)
    behind = _words_behind(left, here.end), _words_behind(right, there.end)
    return any(a == b and len(a) == _SAME_WORDS for a, b in (before, behind))


def _words_before(text: str, at: int) -> list[str]:
    words = _WORD.findall(text[max(0, at - _AROUND) : at])
    return [word.casefold() for word in words[-_SAME_WORDS:]]


def _words_behind(text: str, at: int) -> list[str]:
    bracket = _BRACKET.match(text, at)
    start = bracket.end() if bracket else at
    return [word.casefold() for word in _WORD.findall(text[start : start + _AROUND])[:_SAME_WORDS]]
