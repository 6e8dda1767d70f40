"""What a page says of itself to machines: JSON-LD, OpenGraph and meta tags, microdata.

The order of trust is that in which the formats were found right on news pages:
JSON-LD first (nodes named by ``@id`` are looked up), then OpenGraph and meta,
then microdata.  Each value keeps its origin and the raw words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from rashomon.readers.bylines import facts_of
from rashomon.readers.dates import iso_date
from rashomon.readers.tongue import primary_tag

__all__ = ["Found", "Metadata", "metadata_of"]

_ARTICLES = re.compile(
    r"(?:\w*(?:News|Opinion|Analysis|Review|Report\w*)\w*Article|Article|ReportageNewsArticle|BlogPosting"
    r"|LiveBlogPosting|Report)$"
)
_DATE_NAMES = (
    *(
        "article:published_time",
        "og:published_time",
        "article:published",
        "parsely-pub-date",
        "sailthru.date",
    ),
    *("datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued"),
    *("dcterms.created", "dc.date", "dcterms.date", "date"),
)
_AUTHOR_NAMES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_DEEPEST = 6  # levels of JSON-LD; real pages use three


@dataclass(frozen=True, slots=True)
class Found:
    """A value, where it came from and what stood there."""

    value: str
    origin: str
    raw: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """The first finding for each field; None where no format says anything."""

    publisher: Found | None
    domain: str | None
    headline: Found | None
    byline: tuple[Found, ...]
    published: Found | None
    language: Found | None
    descriptions: tuple[str, ...]


def metadata_of(tree: HtmlElement) -> Metadata:
    """Everything that the page's metadata states about the article."""
    node, nodes = _article_node(tree)
    meta = _meta(tree)
    return Metadata(
        publisher=_publisher(node, nodes, meta, tree),
        domain=_domain(node, meta, tree),
        headline=_first(
            _ld(node, "headline"), _tag(meta, "og:title", "twitter:title"), _micro(tree, "headline")
        ),
        byline=_writers(node, nodes, meta, tree),
        published=_published(node, meta, tree),
        language=_language(node, meta, tree),
        descriptions=tuple(
            found.value
            for found in (_ld(node, "description"), _tag(meta, "og:description"), _tag(meta, "description"))
            if found
        ),
    )


def _first(*found: Found | None) -> Found | None:
    return next((item for item in found if item), None)


# JSON-LD


def _article_node(tree: HtmlElement) -> tuple[Mapping[str, object], Mapping[str, Mapping[str, object]]]:
    """The node of the article, and all nodes by their ``@id``."""
    nodes = [
        node
        for script in tree.iterfind(".//script[@type='application/ld+json']")
        for node in _nodes(_loaded(script.text))
    ]
    by_id: dict[str, Mapping[str, object]] = {}
    for node in nodes:
        key = node.get("@id")
        if isinstance(key, str) and len(node) > len(by_id.get(key, {})):
            by_id[key] = node
    articles = [node for node in nodes if any(_ARTICLES.match(kind) for kind in _strings(node.get("@type")))]
    return max(articles, key=_completeness, default={}), by_id


def _completeness(node: Mapping[str, object]) -> int:
    return sum(key in node for key in ("headline", "datePublished", "author", "publisher"))


def _loaded(raw: str | None) -> object:
    """The JSON of a script, forgiving what pages get wrong (comments, raw newlines, a stray semicolon)."""
    words = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", (raw or "").strip()
    )
    try:
        return json.loads(words.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """Every object within the value, in the order of the page."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            if isinstance(item, (dict, list)):
                yield from _nodes(item, depth + 1)


def _strings(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(item for item in values if isinstance(item, str))


def _ld(node: Mapping[str, object], key: str) -> Found | None:
    values = _strings(node.get(key))
    return _found(values[0], "json-ld") if values else None


def _found(raw: str, origin: str) -> Found | None:
    value = " ".join(unescape(raw).split())
    return Found(value, origin, raw) if value else None


def _names(value: object, nodes: Mapping[str, Mapping[str, object]]) -> tuple[str, ...]:
    """The names of a person or organisation node, a list of them, or a reference."""
    out: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            out.append(item)
        elif isinstance(item, dict):
            key = item.get("@id")
            named = item if "name" in item else nodes.get(key, {}) if isinstance(key, str) else {}
            out.extend(_strings(named.get("name")))
    return tuple(out)


# The formats together


def _publisher(
    node: Mapping[str, object],
    nodes: Mapping[str, Mapping[str, object]],
    meta: Mapping[str, str],
    tree: HtmlElement,
) -> Found | None:
    names = [name for name in _names(node.get("publisher"), nodes) if not name.startswith("http")]
    return _first(
        _found(names[0], "json-ld") if names else None,
        _tag(meta, "og:site_name", "application-name"),
        _micro(tree, "publisher"),
    )


def _writers(
    node: Mapping[str, object],
    nodes: Mapping[str, Mapping[str, object]],
    meta: Mapping[str, str],
    tree: HtmlElement,
) -> tuple[Found, ...]:
    from_ld = [_found(name, "json-ld") for name in _names(node.get("author") or node.get("creator"), nodes)]
    named = [item for item in from_ld if item and not item.value.startswith("http")]
    if named:
        return _one_by_one(named)
    other = _first(*(_tag(meta, name) for name in _AUTHOR_NAMES), _micro(tree, "author"))
    return _one_by_one([other]) if other and not other.value.startswith("http") else ()


def _one_by_one(fields: Iterable[Found]) -> tuple[Found, ...]:
    """Pages put several writers into one field, as their byline reads ("A, B and C, Outlet")."""
    return tuple(Found(name, found.origin, found.raw) for found in fields for name in _split(found.value))


def _split(field: str) -> tuple[str, ...]:
    """The names in a field, if names and at most one outlet are all it holds; else the field."""
    facts = facts_of(f"By {field}")
    parts = re.split(r",\s*(?:and\s)?|\sand\s|\s&\s", field)
    return facts.names if len(parts) == len(facts.names) + bool(facts.outlet) else (field,)


def _published(node: Mapping[str, object], meta: Mapping[str, str], tree: HtmlElement) -> Found | None:
    """The date of publication with time and zone where given; never that of a change."""
    for found in (
        _ld(node, "datePublished"),
        *(_tag(meta, name) for name in _DATE_NAMES),
        _micro(tree, "datePublished"),
    ):
        value = iso_date(found.value) if found else None
        if found and value:
            return Found(value, found.origin, found.raw)
    return None


def _language(node: Mapping[str, object], meta: Mapping[str, str], tree: HtmlElement) -> Found | None:
    lang = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    declared = (_found(lang, "html"), _ld(node, "inLanguage"), _tag(meta, "og:locale"))
    for found in declared:
        tag = primary_tag(found.value) if found else None
        if found and tag:
            return Found(tag, found.origin, found.raw)
    return None


def _domain(node: Mapping[str, object], meta: Mapping[str, str], tree: HtmlElement) -> str | None:
    canonical = tree.find(".//link[@rel='canonical']")
    addresses = (
        canonical.get("href") if canonical is not None else None,
        meta.get("og:url"),
        *_strings(node.get("url")),
    )
    for address in addresses:
        try:
            host = urlsplit(address or "").hostname
        except ValueError:
            continue
        if host:
            return host.removeprefix("www.")
    return None


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first content of each meta tag, by its lower-case name or property."""
    out: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if name and content:
            out.setdefault(name.strip().lower(), content)
    return out


def _tag(meta: Mapping[str, str], *names: str) -> Found | None:
    for name in names:
        if meta.get(name, "").strip():
            return _found(meta[name], "opengraph" if name.startswith(("og:", "article:")) else "meta")
    return None


def _micro(tree: HtmlElement, prop: str) -> Found | None:
    """The first microdata value of the property, its ``name`` where it is an item."""
    for item in tree.iterfind(f".//*[@itemprop='{prop}']"):
        named = item.find(".//*[@itemprop='name']")
        holder = named if named is not None else item
        found = _found(holder.get("content") or holder.get("datetime") or holder.text_content(), "microdata")
        if found:
            return found
    return None
