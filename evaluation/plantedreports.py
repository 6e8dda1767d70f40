"""Disagreements planted into real reports: ``plantedreports.jsonl``.

Invented reports differ from real ones, and real ones disagree rarely.  So in real stories what two reports
both tell was changed in one of them, as two newsrooms come to differ (`conflict`), or into what is no
disagreement (`refinement`, `rounding`, `scope`), by language models that saw the texts and nothing of the
program.

A line gives a story of ``stories``, the number of the report that was changed, its `edits` (code points,
half-open, of the text as a reader gives it; the beginning of a SHA-256 of the words there; what stands in
their place, which is ours), where another report tells the same (`against`), the relation and the kind.  No
text.  A story belongs to a part by its name alone (`part_of`): the reader of pairs learns from `train`, what
it says is weighed against all else on `weighed`, and `dev` is measured on.

``python -m evaluation plantedreports`` holds what the program tells of `dev` against it, in some ten minutes.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.claimreading import articles_of, stories_of
from evaluation.realpairs import Moved, digest

from rashomon.model import Article, Conflict, ConflictKind, Dossier, Policy, Relation, Span
from rashomon.wiring import dossier_of, models_for

__all__ = [
    "EDITS",
    "Edit",
    "Plant",
    "Planted",
    "corpus",
    "measure",
    "part_of",
    "planted",
    "planted_names",
    "table",
    "told_as",
]

EDITS = Path(__file__).with_name("plantedreports.jsonl")

Record = Mapping[str, Any]
_NOBODY, _SUSPECTED = ("", "", ""), ("", "", "suspected")
_FIFTHS = 5


class Plant(NamedTuple):
    """One change, and where the other report tells the same; numbers of reports, places before and after."""

    relation: Relation
    kind: ConflictKind
    report: int
    was: tuple[Span, ...]
    now: tuple[Span, ...]
    other: int
    other_was: Span
    other_now: Span


class Edit(NamedTuple):
    """Words of a report, by their place before all edits, and what stands in their place."""

    span: Span
    new: str

    @property
    def grown(self) -> int:
        """By how many letters the text is longer for it."""
        return len(self.new) - (self.span.end - self.span.start)


class Planted(NamedTuple):
    """A story as it was and as it is with all its changes; these by the number of their report."""

    name: str
    before: list[Article]
    after: list[Article]
    plants: list[Plant]
    edits: Mapping[int, Sequence[Edit]]

    def as_it_was(self, report: int, span: Span) -> Span:
        """Where words of a changed report stood before; all of an edit that they begin or end in."""
        ends = []
        for offset, begins in ((span.start, True), (span.end, False)):
            shift, within = 0, None
            for edit in sorted(self.edits.get(report, ())):
                now = edit.span.start + shift, edit.span.start + shift + len(edit.new)
                if now[1] <= offset:
                    shift += edit.grown
                elif now[0] < offset:
                    within = edit.span.start if begins else edit.span.end
            ends.append(offset - shift if within is None else within)
        return Span(*ends)


def part_of(story: str) -> str:
    """`train`, `weighed` or `dev`: about three, five and two in ten."""
    rest, number = divmod(int(digest(story), 16), _FIFTHS)
    if number == 0:
        return "dev"
    return "weighed" if number == 1 or rest % 2 else "train"


def planted_names() -> frozenset[str]:
    """The names of all stories into which something was planted."""
    return frozenset(json.loads(line)["story"] for line in EDITS.read_text(encoding="utf-8").splitlines())


def planted(data: Path, part: str) -> Iterator[Planted]:
    """The stories of a part (`part_of`), by name.

    Raises:
        Moved: if the data has another text than when it was changed.
    """
    lines = map(json.loads, EDITS.read_text(encoding="utf-8").splitlines())
    of_story: dict[str, list[Record]] = defaultdict(list)
    for record in lines:
        if part_of(record["story"]) == part:
            of_story[record["story"]].append(record)
    stories = stories_of(data)
    for name, records in sorted(of_story.items()):
        yield _planted(name, stories[name], records)


def _planted(name: str, reports: Sequence[dict[str, object]], records: Sequence[Record]) -> Planted:
    texts = [str(report["text"]) for report in reports]
    edits: dict[int, list[Edit]] = defaultdict(list)
    for record in records:
        for start, end, words, new in record["edits"]:
            _held(name, texts[record["report"]], (start, end), words)
            edits[record["report"]].append(Edit(Span(start, end), new))
        against = record["against"]
        _held(name, texts[against["report"]], against["span"], against["words"])
    changed = [{**report, "text": _changed(texts[n], edits[n])} for n, report in enumerate(reports)]
    plants = []
    for record in records:
        here, there = record["report"], record["against"]["report"]
        was = tuple(Span(start, end) for start, end, *_ in record["edits"])
        other = Span(*record["against"]["span"])
        plants.append(
            Plant(
                relation=Relation(record["relation"]),
                kind=ConflictKind(record["kind"]),
                report=here,
                was=was,
                now=tuple(_moved(span, edits[here]) for span in was),
                other=there,
                other_was=other,
                other_now=_moved(other, edits[there]),
            )
        )
    return Planted(name, articles_of(reports), articles_of(changed), plants, dict(edits))


def _held(name: str, text: str, place: Sequence[int], words: str) -> None:
    start, end = place
    if digest(text[start:end]) != words:
        raise Moved(f"{EDITS.name}, {name}: other words stand at {start} to {end}; plant the story anew")


def _changed(text: str, edits: Sequence[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.new + text[edit.span.end :]
    return text


def _moved(span: Span, edits: Sequence[Edit]) -> Span:
    """Where a span stands after all edits; one that is itself edited has the length of what is new there."""
    before = sum(edit.grown for edit in edits if edit.span.end <= span.start)
    own = sum(edit.grown for edit in edits if edit.span == span)
    return Span(span.start + before, span.end + before + own)


def told_as(found: Dossier, story: Planted) -> list[tuple[Plant | None, Conflict]]:
    """Each relation that the program tells, and what it suspects, with the plant that it is of.

    One letter shared is enough.
    """
    numbers = {article.id: number for number, article in enumerate(found.articles)}
    spans = {wording.id: wording.spans for claim in found.claims for wording in claim.wordings}
    out: list[tuple[Plant | None, Conflict]] = []
    for conflict in (*found.conflicts, *found.suspected):
        parties: list[list[tuple[int, tuple[Span, ...]]]] = [[], []]
        for side in conflict.sides:
            parties[side.party].append((numbers[side.article], spans[side.wording]))
        met = (plant for plant in story.plants if _meets(plant, *parties))
        out.append((next(met, None), conflict))
    return out


def _meets(plant: Plant, *parties: Sequence[tuple[int, tuple[Span, ...]]]) -> bool:
    """Whether one party tells what was changed and the other what it was changed against."""
    changed, other = (
        [any(number == report and _share(spans, places) for number, spans in party) for party in parties]
        for report, places in ((plant.report, plant.now), (plant.other, (plant.other_now,)))
    )
    return any(changed[one] and other[1 - one] for one in (0, 1))


def _share(spans: Sequence[Span], places: Sequence[Span]) -> bool:
    return any(mine.overlaps(place) for mine, place in product(spans, places))


def corpus(data: Path) -> list[Path]:
    """The files measured on; none without the stories."""
    stories = data / "stories" / "stories.jsonl.gz"
    return [EDITS, stories] if stories.is_file() else []


def measure(data: Path, part: str = "dev", tagger: str = "auto") -> dict[str, float]:
    """What is told of the stories of a part, as shares.

    Returns:
        `told`: of planted conflicts those told as one; `kind`: those told in the right kind as well; `shown`:
        those told or suspected; `suspected`: of what is suspected the share that was planted as a conflict;
        `quiet`: of what was planted and is no conflict, what is told as none; `planted`: of the conflicts
        told those that were planted, so that what the reports themselves disagree in counts as wrong.
    """
    tally = _tally(data, part, tagger)
    conflicts = _by(tally, Relation.CONFLICT)
    others = [_by(tally, one) for one in (Relation.REFINEMENT, Relation.ROUNDING, Relation.SCOPE)]
    told, alarms = (sum(map(_as_conflict, some)) for some in ([conflicts], others))
    harmless = sum(one.total() for one in others)
    return {
        "told": told / max(1, conflicts.total()),
        "kind": conflicts["conflict"] / max(1, conflicts.total()),
        "shown": (told + conflicts["suspected"]) / max(1, conflicts.total()),
        "suspected": conflicts["suspected"] / max(1, tally[_SUSPECTED]),
        "quiet": 1 - alarms / max(1, harmless),
        "planted": told / max(1, told + alarms + tally[_NOBODY]),
    }


def table(data: Path) -> str:
    """Of each relation and kind how what was planted is told."""
    tally = _tally(data, "dev", "auto")
    lines = [
        f"conflicts told that nobody planted: {tally[_NOBODY]}; what is suspected: {tally[_SUSPECTED]}",
    ]
    for relation in Relation:
        lines += [
            f"{relation:10} {kind or 'all':10} {here.total():4}: "
            + ", ".join(f"{number} {told}" for told, number in here.most_common())
            for kind in (*ConflictKind, None)
            if (here := _by(tally, relation, kind))
        ]
    return "\n".join(lines)


@cache
def _tally(data: Path, part: str, tagger: str) -> Counter[tuple[str, str, str]]:
    """How often what was planted in which relation and kind is told how; and what nobody planted."""
    tally: Counter[tuple[str, str, str]] = Counter()
    models = models_for(tagger)
    for story in planted(data, part):
        found = dossier_of(story.after, Policy(), models=models)
        told = told_as(found, story)
        known = {one.id for one in found.suspected}
        tally[_SUSPECTED] += len(known)
        tally[_NOBODY] += sum(
            plant is None and one.relation is Relation.CONFLICT and one.id not in known for plant, one in told
        )
        for plant in story.plants:
            tally[plant.relation.value, plant.kind.value, _told(plant, told, known)] += 1
    return tally


def _told(plant: Plant, told: Sequence[tuple[Plant | None, Conflict]], suspected: Set[str]) -> str:
    """How the program tells it: a conflict before anything else, of the right kind before another."""
    own = [one for of, one in told if of == plant]
    conflicts = [one for one in own if one.relation is Relation.CONFLICT and one.id not in suspected]
    if any(one.kind is plant.kind for one in conflicts):
        return "conflict"
    if conflicts:
        return "conflict of another kind"
    if any(one.id in suspected for one in own):
        return "suspected"
    return "otherwise" if own else "not"


def _as_conflict(told: Counter[str]) -> int:
    return told["conflict"] + told["conflict of another kind"]


def _by(
    tally: Counter[tuple[str, str, str]], relation: Relation, kind: ConflictKind | None = None
) -> Counter[str]:
    """How what was planted in a relation, and in a kind, is told."""
    here: Counter[str] = Counter()
    for (of, in_kind, told), number in tally.items():
        if of == relation.value and kind in (None, in_kind):
            here[told] += number
    return here
