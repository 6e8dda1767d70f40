"""The first real input: two pasted reports of one interview, and what must come out.

The reports are not ours to ship; `seeds.json` holds offsets into them, found
again by their hashes.  What is checked: the kind of every block, the speaker
and the extent of every statement that was annotated, places where no statement may
begin (titles, furniture, captions), the stretches of speech that both reports
quote, the differences between them, which names mean one person, through whom
statements came, the unnamed sources with what is noted of them, and what stands
behind the claims (`seedevents`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from evaluation.seedevents import event_checks

from rashomon.analysis import analyse
from rashomon.errors import InputError
from rashomon.model import Article, Dossier, Policy, Span, Statement, Utterance, Variant
from rashomon.readers import read_inputs
from rashomon.readers.publications import Publication
from rashomon.wiring import dated, models_for

__all__ = ["corpus", "measure", "report"]

GOLD = Path(__file__).with_name("seeds.json")
_COVERS = 0.95  # of the annotated content, and of what was found: room for a final mark or a leading "that"


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation: its group, what was looked for, whether it was met."""

    group: str
    what: str
    met: bool


def corpus(data: Path) -> list[Path]:
    """The files measured on, for the digest."""
    return sorted((data / "seeds").glob("*.txt"))


def measure(data: Path) -> dict[str, float]:
    """The share of expectations met, by group; also `statements_first`, a count; ``rules_``: rules alone.

    Raises:
        FileNotFoundError: if the reports the annotation was made on are not in `data`.
    """
    return _figures(data, "auto") | {f"rules_{k}": v for k, v in _figures(data, "rules").items()}


def _figures(data: Path, tagger: str) -> dict[str, float]:
    dossier, checks = report(data, tagger)
    groups = sorted({c.group for c in checks})
    figures = {
        g: sum(c.met for c in checks if c.group == g) / sum(c.group == g for c in checks) for g in groups
    }
    figures["statements_first"] = float(sum(s.article == dossier.articles[0].id for s in dossier.statements))
    return figures


def report(data: Path, tagger: str = "auto") -> tuple[Dossier, list[Check]]:
    """The dossier of the two reports and every single check."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    by_hash = {hashlib.sha256(p.read_bytes()).hexdigest(): p for p in corpus(data)}
    paths = [by_hash.get(r["sha256"]) for r in gold["reports"]]
    if None in paths:
        raise FileNotFoundError(f"the annotated reports are not in {data / 'seeds'}")
    policy = Policy()
    read = list(read_inputs([str(p) for p in paths], policy=policy, stdin=BytesIO()))
    articles = [a for a in read if not isinstance(a, InputError)]

    def analysed(published: Sequence[Publication] = ()) -> Dossier:
        told = dated(articles, published)
        return analyse(told, policy, version="evaluation", models=models_for(tagger))

    dossier = analysed()
    checks = [
        *_reports(gold["reports"], dossier),
        *_speech(gold, dossier),
        *_who(gold["figures"], dossier),
        *_ways(gold["ways"], dossier),
        *_unnamed(gold["unnamed"], dossier),
        *(
            Check(*told)
            for told in event_checks(
                gold["events"], dossier, lambda day: analysed([Publication(published=day)])
            )
        ),
    ]
    return dossier, checks


def _reports(gold: list[dict[str, Any]], dossier: Dossier) -> Iterator[Check]:
    for number, (annotated, article) in enumerate(zip(gold, dossier.articles, strict=True)):
        found = {(*b.span, b.kind.value) for b in article.blocks}
        for start, end, kind in annotated["blocks"]:
            yield Check("blocks", f"{number}:{start}-{end} {kind}", (start, end, kind) in found)
        statements = [s for s in dossier.statements if s.article == article.id]
        for wanted in annotated["statements"]:
            where = f"{number}:{wanted['content'][0][0]}-{wanted['content'][-1][1]}"
            same = [s for s in statements if _same_content(s, wanted["content"])]
            yield Check("statements", f"{where} content", bool(same))
            yield Check("statements", f"{where} mode", any(s.mode.value in wanted["modes"] for s in same))
            yield Check("speakers", where, any(_right_speaker(s, wanted, article) for s in same))
        for silent in annotated["silent"]:
            inside = any(_starts_in(s, silent) for s in statements)
            yield Check("silent", f"{number}:{silent[0]}-{silent[1]}", not inside)


def _points(spans: list[list[int]] | tuple[Span, ...]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _starts_in(statement: Statement, place: list[int]) -> bool:
    return place[0] <= statement.content[0].start < place[1]


def _same_content(statement: Statement, wanted: list[list[int]]) -> bool:
    found, gold = _points(statement.content), _points(wanted)
    both = len(found & gold)
    return both >= _COVERS * len(gold) and both >= _COVERS * len(found)


def _right_speaker(statement: Statement, wanted: dict[str, Any], article: Article) -> bool:
    if statement.source is None:
        return False
    source = statement.source.source
    if "descriptor" in wanted:
        words = Span(*wanted["descriptor"]).of(article.text)
        return source.name is None and _bare(source.descriptor or "") == _bare(words)
    return source.name in {Span(*s).of(article.text) for s in wanted["names"]}


def _bare(descriptor: str) -> str:
    words = descriptor.casefold().split()
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)


def _speech(gold: dict[str, Any], dossier: Dossier) -> Iterator[Check]:
    shared = [u for u in dossier.utterances if len({w.article for w in u.apparatus.witnesses}) > 1]
    used: set[str] = set()
    for places in gold["shared_speech"]:
        holding = [u for u in shared if u.id not in used and all(_witnessed(u, p, dossier) for p in places)]
        used.update(u.id for u in holding[:1])
        yield Check("shared_speech", f"{places}", bool(holding))
    found = [variant for u in shared for variant in u.apparatus.variants]
    met: set[int] = set()
    for wanted in gold["variants"]:
        own = {at for at, variant in enumerate(found) if _is_variant(variant, wanted, dossier)}
        met |= own
        yield Check("variants", wanted["what"], bool(own))
    yield Check("variants", "no others", len(met) == len(found))


def _who(gold: dict[str, list[list[list[int]]]], dossier: Dossier) -> Iterator[Check]:
    """Names at several places that are one person's, or two's."""
    for places in gold["one"]:
        yield Check("figures", f"{places}", len({_figure_at(p, dossier) for p in places} - {None}) == 1)
        for place in places:
            yield Check("figures", f"{place}", _figure_at(place, dossier) is not None)
    for places in gold["two"]:
        found = {_figure_at(p, dossier) for p in places}
        yield Check("figures", f"{places}", len(found) == len(places) and None not in found)


def _figure_at(place: list[int], dossier: Dossier) -> str | None:
    number, start, end = place
    article = dossier.articles[number].id
    return next(
        (
            figure.id
            for figure in dossier.figures
            for a in figure.appearances
            if a.article == article and any(s.start <= start and end <= s.end for s in a.spans)
        ),
        None,
    )


def _ways(gold: list[tuple[int, int, list[list[int]]]], dossier: Dossier) -> Iterator[Check]:
    """Statements by where they begin: as many hops as wanted, each at its place, from the speaker outward."""
    for number, start, hops in gold:
        article = dossier.articles[number].id
        said = (s for s in dossier.statements if s.article == article and s.content[0].start == start)
        chain = max((s.chain for s in said if s.parent is None), key=len, default=None)
        places = [hop.span for hop in chain or ()]
        alike = len(places) == len(hops) and all(
            place.overlaps(Span(*hop)) for place, hop in zip(places, hops, strict=True)
        )
        yield Check("ways", f"{number}:{start} {hops}", chain is not None and alike)


def _unnamed(gold: list[tuple[int, int, int, list[str]]], dossier: Dossier) -> Iterator[Check]:
    """The audit: these unnamed sources with these flags, and no others."""
    found = {(e.article, e.span): [flag.value for flag in e.flags] for e in dossier.unnamed}
    for number, start, end, flags in gold:
        told = found.get((dossier.articles[number].id, Span(start, end)))
        yield Check("unnamed", f"{number}:{start}-{end} {flags}", told == flags)
    yield Check("unnamed", "no others", len(found) == len(gold))


def _witnessed(utterance: Utterance, place: list[int], dossier: Dossier) -> bool:
    number, start, end = place
    article = dossier.articles[number].id
    gold = set(range(start, end))
    return any(
        w.article == article and len(_points(w.spans) & gold) >= _COVERS * len(gold)
        for w in utterance.apparatus.witnesses
    )


def _is_variant(variant: Variant, wanted: dict[str, Any], dossier: Dossier) -> bool:
    """Whether it is of a wanted kind and has, in different readings, every wanted stretch."""
    if variant.kind.value not in wanted["kinds"]:
        return False
    holders = [
        next((i for i, r in enumerate(variant.readings) if _reads(r.spans, place, dossier)), None)
        for place in wanted["readings"]
    ]
    return None not in holders and len(set(holders)) == len(holders) and len(variant.readings) > 1


def _reads(spans: tuple[Any, ...], place: list[int], dossier: Dossier) -> bool:
    number, start, end = place
    article = dossier.articles[number].id
    return any(s.article == article and s.span.start <= start and end <= s.span.end for s in spans)
