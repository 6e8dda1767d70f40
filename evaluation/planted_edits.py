"""Edits made by rule: what a newsroom does to a quotation, done to any quotation.

Each maker proposes the places of one class where its edit can be made and
reads naturally; words come from a table (``material.json``, one for each half,
so that the halves share no material beyond grammar).  A quotation gets a
version without any, in which every variant shown is false, versions of one
edit, one version of several, and now and then a case of several witnesses;
which, is drawn by a generator whose seed is the quotation.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from evaluation.planted_gold import Case, Version, plant

from rashomon.model import Span

__all__ = ["Change", "Material", "generated", "material_of", "proposed"]

SINGLES = 3
"""Versions of one edit that a quotation gets."""
SEVERAL = (2, 4)
"""Fewest and most edits of a version of several."""
WITNESSES = (2, 5)
"""Fewest and most versions in a case of several witnesses."""

PLENTIFUL = frozenset("insertion punctuation ellipsis".split())
"""Classes that nearly every quotation has room for; the others are drawn before them."""
SHORT = 4
"""Words of a quotation in which a telling edit would make another utterance of it."""
TELLING = frozenset("substitution negation number date name truncation deletion".split())

Change = tuple[str, Span, str]
"""Label, place in the original, words in its stead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The words that edits are made of.

    Attributes:
        swaps: by label, pairs of words that may stand for each other; only the first gives way to the second.
        names: proper names, each of which may be put in the place of another.
        inserts: label, a word, what is put after it.
        drops: label, words that may be left out.
        values: number words, any of which may stand for another; weekdays and months likewise, as `days`.
        openers: fillers put in after a comma.
    """

    swaps: Mapping[str, Sequence[Sequence[str]]]
    names: Sequence[str]
    inserts: Sequence[Sequence[str]]
    drops: Sequence[Sequence[str]]
    values: Sequence[Sequence[str]]
    days: Sequence[Sequence[str]]
    openers: Sequence[str]
    ellipses: Sequence[str]


def material_of(path: Path) -> Material:
    """The table of one half."""
    return Material(**json.loads(path.read_text(encoding="utf-8")))


def generated(act: str, speaker: str, words: str, material: Material) -> Iterator[Case]:
    """The cases that are made of one quotation, the same in every run."""
    drawn = random.Random(crc32(words.encode()))
    options = proposed(words, material)
    kinds = sorted(kind for kind in options if kind not in TELLING or len(words.split()) > SHORT)
    drawn.shuffle(kinds)
    kinds.sort(key=PLENTIFUL.__contains__)

    def case(suffix: str, *versions: Version) -> Case:
        return Case(id=f"{act}-{suffix}", act=act, speaker=speaker, original=words, versions=versions)

    yield case("g-same", Version(text=words, edits=()))
    for kind in kinds[:SINGLES]:
        yield case(f"g-{kind}", plant(words, [drawn.choice(options[kind])]))
    apart = _apart([drawn.choice(options[kind]) for kind in kinds])
    several = apart[: drawn.randint(*SEVERAL)]
    if len(several) > 1:
        yield case("g-several", plant(words, several))
    own = apart[: drawn.randint(*WITNESSES)]
    if len(own) > 1 and drawn.random() < 1 / 3:
        yield case("g-witnesses", *(plant(words, [change]) for change in own))


def _apart(changes: Sequence[Change]) -> list[Change]:
    """Those of the changes that leave at least one word between them; the earlier given go first."""
    out: list[Change] = []
    for change in changes:
        if all(change[1].start > o[1].end + 2 or change[1].end + 2 < o[1].start for o in out):
            out.append(change)
    return out


def proposed(words: str, material: Material) -> dict[str, list[Change]]:
    """By class, the edits that can be made; classes without any are left out."""
    out: dict[str, list[Change]] = {}
    for maker in MAKERS:
        for change in maker(words, material):
            out.setdefault(change[0].split("/")[0], []).append(change)
    return out


def _swaps(words: str, material: Material) -> Iterator[Change]:
    for label, pairs in material.swaps.items():
        if label == "negation" and _DENIED.search(words):
            continue  # a second negation would only be odd
        for before, after in pairs:
            for at in _places(words, before):
                put = _cased(at.of(words), after)
                pointing = "[" in after and re.match(r" [a-z]+s\b", words[at.end :])  # "them boats"
                if put != at.of(words) and not pointing:
                    yield label, at, put


_DENIED = re.compile(
    r"\b(?:not?|never|none|nothing|nobody|nor|neither|without|cannot)\b|n['’]t\b", re.IGNORECASE
)


def _names(words: str, material: Material) -> Iterator[Change]:
    for before in material.names:
        for at in _places(words, before):
            after = material.names[(material.names.index(before) + 1) % len(material.names)]
            yield "name/major", at, after


def _unknown_names(words: str, material: Material) -> Iterator[Change]:
    """A capitalised word inside a sentence that no capital stands beside."""
    days = {day for row in material.days for day in row}
    for match in re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z])", words):
        apart = words[: match.start()].split()[-1].islower()  # not the second half of a name
        if apart and match[0] not in days and match[0] not in material.names:
            yield (
                "name/major",
                Span(*match.span()),
                material.names[crc32(match[0].encode()) % len(material.names)],
            )


def _inserts(words: str, material: Material) -> Iterator[Change]:
    for label, before, added in material.inserts:
        for at in _places(words, before):
            if re.match(rf" (?!{added}\b)\w", words[at.end :]):
                yield label, at, f"{at.of(words)} {added}"


def _drops(words: str, material: Material) -> Iterator[Change]:
    for label, before in material.drops:
        for at in _places(words, before):
            inside = at.start and words[at.start - 1] == " " and words[at.start].islower()
            if inside and re.match(r" \w", words[at.end :]):
                yield label, Span(at.start, at.end + 1), ""


def _values(words: str, material: Material) -> Iterator[Change]:
    for label, rows in (("number", material.values), ("date", material.days)):
        for row in rows:
            for number, before in enumerate(row):
                for at in _places(words, before, exact=label == "date"):
                    yield label, at, _cased(at.of(words), row[(number + 1) % len(row)])
    for match in re.finditer(r"(?<![\w.,])\d{1,3}(?![\w.,]\d|\w)", words):
        yield _numeral(words, Span(*match.span())), Span(*match.span()), str(int(match[0]) + 3)


_MONTH = re.compile(r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b")


def _numeral(words: str, at: Span) -> str:
    """A numeral beside a month is the day of it."""
    beside = (*words[: at.start].split()[-1:], *words[at.end :].split()[:1])
    return "date" if any(_MONTH.match(word) for word in beside) else "number"


def _commas(words: str, material: Material) -> Iterator[Change]:
    for match in re.finditer(r"(?<=[a-z]), (?=[a-z])", words):
        around = _around(words, Span(*match.span()))
        yield "punctuation", around, around.of(words).replace(", ", " ")
        hesitant = _FILLED.search(words[max(0, around.start - 10) : around.end + 10])
        for filler in () if hesitant else material.openers:
            yield "cleanup", around, around.of(words).replace(", ", f", {filler}, ")
    for match in re.finditer(r"(?<=[a-z]) (?=and [a-z]|but [a-z])", words):
        around = _around(words, Span(*match.span()))
        yield "punctuation", around, around.of(words).replace(" ", ", ")


_FILLED = re.compile(r"\b(?:know|mean|u[hm]|er|well|like|sort|kind|believe|frankly)\b", re.IGNORECASE)


def _around(words: str, at: Span) -> Span:
    """The place with the word before and the word after it."""
    start = words.rfind(" ", 0, at.start) + 1
    after = re.compile(r"\w*").match(words, at.end)
    return Span(start, after.end() if after else at.end)


def _ellipses(words: str, material: Material) -> Iterator[Change]:
    """Two to five words inside a sentence."""
    for match in re.finditer(r"(?<=[a-z] )(?:[a-z]+ ){2,5}(?=[a-z]+ [a-z]+)", words):
        if len(words[: match.start()].split()) > 2:
            mark = material.ellipses[match.start() % len(material.ellipses)]
            yield "ellipsis/minor", Span(match.start(), match.end() - 1), mark


_CLAUSE = re.compile(
    r",? (?=(?:and|but|because|if|unless|until|so|when|while|after|before|or|who|which) )|[.;] (?=[A-Z])"
)
_REASONS = (
    ("condition_dropped", r"\b(?:if|unless|until|provided that|as long as)\b"),
    (
        "hedge_dropped",
        r"\bI (?:think|believe)\b|\b(?:probably|perhaps|maybe|possibly|as far as I know|it seems)\b"
        r"|\b(?:about|around|roughly) \d",
    ),
    ("negation_dropped", r"\b(?:not|never|no|without|cannot)\b|n['’]t\b"),
)
_DOUBTFUL = re.compile(
    r"\b(?:nor|none|nothing|nobody|neither|unable|only|provided|about|around|roughly|think|believe|guess"
    r"|seems?|may|might|could|likely|in my (?:view|opinion))\b",
    re.IGNORECASE,
)
"""Words of which it depends on the sense whether a negation, a condition or a hedge is lost with them."""


def _truncations(words: str, material: Material) -> Iterator[Change]:
    """From the start of a clause to the end, three words or more on both sides."""
    for match in _CLAUSE.finditer(words):
        end = len(words) - (words[-1:] in ".!?")
        lost = words[match.start() : end]
        whole = not re.search(r"(?:\b(?:and|but|or|with|that|only)|,)$", words[: match.start()])
        if whole and match.start() < end and min(len(lost.split()), len(words[: match.start()].split())) > 3:
            yield _truncation(lost), Span(match.start(), end), ""


def _truncation(lost: str) -> str:
    """Severity and reason by what is lost; left open where that cannot be told from single words."""
    reasons = [reason for reason, pattern in _REASONS if re.search(pattern, lost, re.IGNORECASE)]
    if len(reasons) == 1:
        return f"truncation/major/{reasons[0]}"
    if reasons:
        return "truncation/major"
    return "truncation" if _DOUBTFUL.search(lost) else "truncation/minor"


Maker = Callable[[str, Material], Iterator[Change]]
MAKERS: tuple[Maker, ...] = (
    _swaps,
    _names,
    _unknown_names,
    _inserts,
    _drops,
    _values,
    _commas,
    _ellipses,
    _truncations,
)


def _places(words: str, sought: str, *, exact: bool = False) -> Iterator[Span]:
    pattern = rf"(?<![\w'’-]){re.escape(sought)}(?![\w'’-])"
    for match in re.finditer(pattern, words, 0 if exact else re.IGNORECASE):
        opens = not match.start() or words[: match.start()].endswith((". ", "? ", "! "))
        if opens or match[0] == sought:
            yield Span(*match.span())


def _cased(before: str, after: str) -> str:
    """A capital at the start of a sentence is kept."""
    return after[:1].upper() + after[1:] if before[:1].isupper() else after
