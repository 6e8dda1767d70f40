"""The composition root: which readers, rooms and exporters make up the program.

Everything above (the command line, the public names of the package) goes
through here; nothing below knows of its neighbours.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO

from rashomon import __version__
from rashomon.analysis import AT_ONCE, analyse, analyse_given, find_statements, held, rebased
from rashomon.errors import EmptyInput, InputError, InputFaults, NotAnalysed, UsageError
from rashomon.model import Article, Dossier, HouseStyle, OriginRuling, Policy, Ruling, Statement
from rashomon.ports import TAGGERS, Embedder, Models, PairReader, Tagger
from rashomon.readers import builtin_styles, house_style, publications, read_inputs, versions

__all__ = [
    "LANGUAGES",
    "TAGGERS",
    "articles_of",
    "base_of",
    "collate",
    "collated",
    "compare",
    "dated",
    "dossier_of",
    "house_style",
    "models_for",
    "read",
    "seen_from",
    "statements",
    "statements_of",
    "styles_of",
    "tagger_for",
    "versions_of",
]

LANGUAGES = ("en", "und")  # what the rules know; a text too short to tell is taken for English

RULES = Models()
"""No model: the rules alone."""

OnFault = Callable[[InputError], None]
Progress = Callable[[str, int, int], None]


def articles_of(
    words: Iterable[str], policy: Policy, stdin: BinaryIO | None
) -> Iterator[Article | InputError]:
    """The articles behind these INPUT words, one at a time; faults stand in their places.

    `stdin` is what ``-`` reads; None stands for an empty one.
    """
    return read_inputs(tuple(words), policy=policy, stdin=stdin if stdin is not None else io.BytesIO())


def tagger_for(name: str) -> Tagger | None:
    """The tagger of one of the names in `TAGGERS`; None stands for the rules alone.

    Raises:
        UsageError: for another name.
        WeightsMissing: for ``model``, if its weights are not here.
    """
    if name not in TAGGERS:
        raise UsageError(f"there is no tagger {name!r}; there are {', '.join(TAGGERS)}")
    return None if name == "rules" else _model(required=name == "model")


@cache
def _model(*, required: bool) -> Tagger | None:
    # onnxruntime takes longer to load than everything else; only who looks for statements needs it
    from rashomon.inference import OnnxTagger, has_tagger  # noqa: PLC0415

    return OnnxTagger() if required or has_tagger() else None


def models_for(name: str) -> Models:
    """The models for one of the names in `TAGGERS`; none stand for the rules alone.

    What is needed last is loaded in the background, while the reports are read.

    Raises:
        UsageError: for another name.
        WeightsMissing: for ``model``, if the tagger's weights are not here; if half of a model is.
    """
    if name == "rules":
        return RULES
    embedder = _embedder()
    return Models(
        tagger=tagger_for(name), embedder=embedder, pairs=_pair_reader() if embedder is not None else None
    )


@cache
def _embedder() -> Embedder | None:
    from rashomon.inference import OnnxEmbedder, has_embedder  # noqa: PLC0415  as for the tagger

    if not has_embedder():
        return None
    embedder = OnnxEmbedder()
    embedder.begin()
    return embedder


@cache
def _pair_reader() -> PairReader | None:
    from rashomon.inference import pair_reader  # noqa: PLC0415  as for the tagger

    return pair_reader(ahead=True)


def statements_of(
    articles: Iterable[Article], policy: Policy, tagger: Tagger | None
) -> Iterator[tuple[Article, tuple[Statement, ...] | NotAnalysed]]:
    """Each article with its statements, or with the fault that says why none can be looked for.

    A few articles are taken at a time, so that memory stays flat over many.
    """
    stream = iter(articles)
    while group := list(islice(stream, AT_ONCE)):
        faults = [not_analysed(article) for article in group]
        good = [article for article, fault in zip(group, faults, strict=True) if fault is None]
        found = find_statements(good, policy, tagger)
        for article, fault in zip(group, faults, strict=True):
            yield article, fault or next(found)


def not_analysed(article: Article) -> NotAnalysed | None:
    """The fault to name if the rules do not know the language of `article`."""
    if article.language in LANGUAGES:
        return None
    told = f"is written in the language {article.language!r}; no statements are looked for in it"
    return NotAnalysed(article.input, told, advice="only English is analysed")


def dossier_of(
    articles: Sequence[Article],
    policy: Policy,
    progress: Progress = lambda step, done, total: None,
    models: Models = RULES,
    rulings: Sequence[Ruling | OriginRuling] = (),
    styles: Sequence[HouseStyle] = (),
) -> Dossier:
    """The dossier of these articles taken as one story, its differences held against these house styles.

    An article in a language that the rules do not know stays in the dossier,
    without statements; `not_analysed` names the fault.  The dossier keeps the
    rulings that could be followed.
    """
    dossier = analyse(
        articles, policy, version=__version__, models=models, rulings=rulings, progress=progress
    )
    return held(dossier, styles) if styles else dossier


def seen_from(dossier: Dossier, base: str | None) -> Dossier:
    """The dossier with this article (by id) as the base of all that it reports; None changes nothing."""
    if base is None:
        return dossier
    turned = rebased(dossier, base)
    return held(turned, dossier.house_styles) if dossier.house_styles else turned


def versions_of(
    words: Iterable[str], policy: Policy, stdin: BinaryIO | None
) -> Iterator[Article | InputError]:
    """The versions of one quotation behind these words, as articles; arguments as for `articles_of`."""
    return versions(articles_of(words, policy, stdin), policy)


def collated(
    articles: Sequence[Article], policy: Policy, base: str | None = None, styles: Sequence[HouseStyle] = ()
) -> Dossier:
    """The dossier of these versions of one quotation; `base` is the id of one of them."""
    dossier = analyse_given(articles, policy, version=__version__, base=base)
    return held(dossier, styles) if styles else dossier


def dated(articles: Sequence[Article], published: Sequence[publications.Publication]) -> tuple[Article, ...]:
    """The articles with the dates of publication that a user tells.

    Raises:
        UsageError: if a name is of no article or of several.
    """
    told = [(one, base_of(articles, one.report)) for one in published]
    return publications.dated(articles, told)


def base_of(articles: Sequence[Article], word: str | None) -> str | None:
    """The id of the article that a user means by a name: its input, file name, or publisher.

    Raises:
        UsageError: if none or several are called so; it names them.
    """
    if word is None:
        return None
    for called in (_exactly, _fileish, _publishers):
        found = [article for article in articles if called(article, word)]
        if len(found) == 1:
            return found[0].id
        if found:
            raise UsageError(f"{word!r} is the name of several: {', '.join(a.input for a in found)}")
    known = ", ".join(a.publisher.name if a.publisher else a.input for a in articles)
    raise UsageError(f"nothing is called {word!r}; there are: {known}")


def _exactly(article: Article, word: str) -> bool:
    return article.input == word


def _fileish(article: Article, word: str) -> bool:
    return word in (PurePath(article.input).name, PurePath(article.input).stem)


def _publishers(article: Article, word: str) -> bool:
    return article.publisher is not None and article.publisher.name.casefold() == word.casefold()


def styles_of(words: Iterable[str]) -> tuple[HouseStyle, ...]:
    """The house styles of these names or files, each once; ``all`` stands for those that come with us.

    Raises:
        InputError: if one cannot be used.
    """
    known = builtin_styles()
    found = [style for word in words for style in (known.values() if word == "all" else [house_style(word)])]
    return tuple({style.id: style for style in found}.values())


def read(*inputs: str, policy: Policy | None = None, on_fault: OnFault | None = None) -> Iterator[Article]:
    """Read reports, one at a time.

    Args:
        inputs: files, folders, addresses; ``-`` is standard input.
        policy: the thresholds; the default ones if None.
        on_fault: called with each fault as it is met.

    Raises:
        InputFaults: without `on_fault`, after every article that could be read was delivered.

    >>> next(read("no-such-file.txt", on_fault=lambda fault: print(type(fault).__name__)), None)
    MissingInput
    """
    faults: list[InputError] = []
    tell = on_fault or faults.append
    for item in articles_of(inputs, policy or Policy(), _stdin()):
        if isinstance(item, Article):
            yield item
        else:
            tell(item)
    _raise(faults)


def statements(
    *inputs: str, policy: Policy | None = None, on_fault: OnFault | None = None, tagger: str = "auto"
) -> Iterator[Statement]:
    """Find who said what, article by article; arguments and faults as for `read`.

    `tagger` is one of `TAGGERS`.

    Raises:
        InputFaults: without `on_fault`, after every statement that could be found was delivered.
    """
    thresholds = policy or Policy()
    faults: list[InputError] = []
    tell = on_fault or faults.append
    articles = read(*inputs, policy=thresholds, on_fault=tell)
    for _, found in statements_of(articles, thresholds, tagger_for(tagger)):
        if isinstance(found, NotAnalysed):
            tell(found)
        else:
            yield from found
    _raise(faults)


def compare(  # noqa: PLR0913  each is an option of the command, given by name
    *inputs: str,
    policy: Policy | None = None,
    on_fault: OnFault | None = None,
    tagger: str = "auto",
    rulings: Sequence[Ruling | OriginRuling] = (),
    styles: Sequence[str] = (),
    base: str | None = None,
    published: Sequence[str] = (),
) -> Dossier:
    """Compare reports of one story; arguments as for `statements`.

    `rulings` say who is who, and what is one origin, where the program is to be told otherwise; those
    that no name in the reports answers to are not in `Dossier.rulings` and `Dossier.origin_rulings`.
    `styles` are names of house styles or paths of files with one, as for `styles_of`.
    `base` names the report that the others are held against wherever it reports an
    utterance, as for `base_of`; the longest witness elsewhere.
    `published` are dates of publication, as ``2024-02-05`` for all reports that state none or
    ``NAME=2024-02-05`` for one.

    Raises:
        InputFaults: without `on_fault`, if any input could not be used: a
            comparison that silently lacks a report would mislead.
        InputError: if a house style cannot be used.
    """
    thresholds = policy or Policy()
    house_styles = styles_of(styles)
    faults: list[InputError] = []
    tell = on_fault or faults.append
    articles = list(read(*inputs, policy=thresholds, on_fault=tell))
    for fault in filter(None, map(not_analysed, articles)):
        tell(fault)
    _raise(faults)
    chosen = base_of(articles, base)
    told = dated(articles, [_publication(words) for words in published])
    dossier = dossier_of(told, thresholds, models=models_for(tagger), rulings=rulings, styles=house_styles)
    return seen_from(dossier, chosen)


def _publication(words: str) -> publications.Publication:
    one = publications.publication_of(words)
    if isinstance(one, str):
        raise UsageError(f"{words!r} {one}")
    return one


def collate(
    *inputs: str,
    policy: Policy | None = None,
    on_fault: OnFault | None = None,
    styles: Sequence[str] = (),
    base: str | None = None,
) -> Dossier:
    """Lay one's own versions of one quotation side by side; arguments as for `compare`.

    Each file is one version; one with headings (``# Name``) has one below each, and a single
    file without them one a paragraph.  That all are of one utterance is taken from the caller.

    Raises:
        InputFaults: without `on_fault`, if any input could not be used.
        EmptyInput: if there is no version.
    """
    thresholds = policy or Policy()
    house_styles = styles_of(styles)
    faults: list[InputError] = []
    tell = on_fault or faults.append
    found: list[Article] = []
    for item in versions_of(inputs, thresholds, _stdin()):
        if isinstance(item, Article):
            found.append(item)
        else:
            tell(item)
    _raise(faults)
    if not found:
        raise EmptyInput(", ".join(inputs) or "-", "no version could be used")
    return collated(found, thresholds, base_of(found, base), house_styles)


def _raise(faults: Sequence[InputError]) -> None:
    if faults:
        raise InputFaults("some inputs could not be used", list(faults))


def _stdin() -> BinaryIO | None:
    return None if sys.stdin is None else sys.stdin.buffer
