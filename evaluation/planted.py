"""Known edits planted into quotations: which are found, and for what they are taken.

The quotations and their edits are invented (``evaluation/invented/quotations``,
its README says what counts as what); every original and its versions are put
into reports of their own and collated.  `tune` is there to be looked at,
`held` was written and measured after the rules, and then opened; `blind` stays unseen.
Each has other quotations and other edits.  Where BASIL is at hand, edits are planted
into its quotations as well (``real_``).  In percent:

- *detection*: F1 over planted edits and variants shown (`evaluation.planted_score`);
- *kind_<class>*: of the edits of the class that were found, those whose class is right;
  *severity*, *reason*: of those of the right class, where the gold says;
- *together*: pairs of reports of one act that meet in one utterance; *hard_together*: of the
  pairs written to be hard.  *apart*: look-alike pairs of two acts that do not meet;
- *crowd_together*, *crowd_apart*: the same with all quotations of the half in one call;
  *crowd_pure*: acts none of whose reports met one of another act there.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

from evaluation import collation, planted_edits
from evaluation.agreement import Tally
from evaluation.planted_gold import HALVES, OPEN, QUOTATIONS, Case, Scene, cases_of, quotations_of, scenes_of
from evaluation.planted_reports import Placed, placed_case, placed_scene
from evaluation.planted_score import Scores, Wanted, score, units_of

from rashomon.collation import collate
from rashomon.model import Policy, Severity, Utterance, VariantKind

__all__ = ["corpus", "figures", "generated", "main", "measure", "scored", "table"]

REAL = 400
"""How many real quotations are taken, evenly over the corpus."""
LEAST_REAL = 40
"""Code points that a real quotation has at least, so that there is room for an edit."""

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def corpus() -> list[Path]:
    """The files of all parts, for the digest."""
    return sorted(p for half in HALVES for p in (QUOTATIONS / half).iterdir() if p.suffix != ".md")


def measure(data: Path) -> dict[str, float]:
    """The figures of all parts, and of real quotations where they are at hand."""
    out = {f"{half}_{name}": value for half in HALVES for name, value in figures(scored(half)).items()}
    if collation.corpus(data):
        out |= {f"real_{name}": value for name, value in figures(real(data)).items()}
    return out


def figures(scores: Scores) -> dict[str, float]:
    """In percent, classes that were not planted left out."""
    out = {"detection": scores.detection.f1, "found": scores.detection.recall}
    out["precise"] = scores.detection.precision
    for kind in VariantKind:
        if scores.planted[kind]:
            right, found = scores.taken[kind, kind], scores.found[kind]
            out[f"kind_{kind}"] = 100 * right / found if found else 0.0
    given = {"severity": scores.severity, "reason": scores.reason}
    out |= {name: tally.recall for name, tally in given.items() if tally.wanted}
    return out | {name: tally.recall for name, tally in sorted(scores.shares.items())}


@cache
def scored(half: str) -> Scores:
    """One half: edits written and generated, scenes, pairs, and the crowd."""
    scores, folder = Scores(), QUOTATIONS / half
    cases = (*cases_of(folder / "edits.txt"), *generated(half))
    for case in cases:
        _score_case(scores, case)
    for scene in scenes_of(folder / "scenes.txt"):
        _score_scene(scores, scene)
    hard = scenes_of(folder / "together.txt")
    alike = scenes_of(folder / "apart.txt")
    for name, wanted, scenes in (("hard_together", True, hard), ("apart", False, alike)):
        for scene in scenes:
            one, other = (told[0] for told in placed_scene(scene))
            met = _met(_collated([one, other]), one, other)
            scores.share(name, met is wanted, f"{scene.id}: {_words(one)} / {_words(other)}")
    _score_crowd(scores, cases, hard, alike)
    return scores


def generated(half: str) -> Iterator[Case]:
    """The cases made by rule of a part's quotations; none where it has no material."""
    path = QUOTATIONS / half / "material.json"
    if not path.exists():
        return
    material = planted_edits.material_of(path)
    for act, speaker, words in quotations_of(QUOTATIONS / half / "edits.txt"):
        yield from planted_edits.generated(act, speaker, words, material)


@cache
def real(data: Path) -> Scores:
    """Generated edits in quotations of BASIL, each by a speaker of its own call."""
    scores, quotations = Scores(), _real_quotations(data)
    material = planted_edits.material_of(QUOTATIONS / "blind" / "material.json")
    step = max(1, len(quotations) // REAL)
    for number, words in enumerate(quotations[::step]):
        for case in planted_edits.generated(f"real:{number}", "Mara Quill", words, material):
            _score_case(scores, case)
    return scores


def _real_quotations(data: Path) -> list[str]:
    """What stands in double marks in BASIL, each once, in the order of the files."""
    texts = (
        json.loads(path.read_text(encoding="utf-8"))["body-paragraphs"] for path in collation.corpus(data)
    )
    found = (m[1] for text in texts for line in text for m in _QUOTED.finditer(" ".join(line)))
    return list(dict.fromkeys(words for words in found if len(words) >= LEAST_REAL))


def _collated(told: Iterable[Placed]) -> tuple[Utterance, ...]:
    placed = list(told)
    articles = {one.article.id: one.article for one in placed}
    return collate(list(articles.values()), [one.statement for one in placed], Policy())


def _score_case(scores: Scores, case: Case) -> None:
    original, *versions = placed_case(case)
    utterances = _collated([original, *versions])
    wanted = [
        Wanted(
            kind=edit.kind,
            severity=edit.severity,
            reason=edit.reason,
            original=original,
            version=placed,
            edit=edit,
        )
        for placed, version in zip(versions, case.versions, strict=True)
        for edit in version.edits
    ]
    for placed in versions if wanted else ():  # that two equal ones meet is no merit
        scores.share("together", _met(utterances, original, placed), f"{case.id}: {_words(placed)}")
    witnesses = [original, *versions]
    score(scores, wanted, units_of(utterances, _ids(witnesses)), witnesses, case.id)


def _score_scene(scores: Scores, scene: Scene) -> None:
    """A scene plants one edit, of its whole reports."""
    first, *others = placed_scene(scene)
    told = [*first, *(placed for other in others for placed in other)]
    utterances = _collated(told)
    name, severity, _ = (*scene.kind.split("/"), "", "")[:3]
    kind = VariantKind(name)
    major = kind is VariantKind.SPLICE
    wanted = Wanted(
        kind=kind,
        severity=Severity(severity) if severity else Severity.MAJOR if major else Severity.MINOR,
        reason="",
        original=first[0],
        version=others[0][0],
    )
    score(scores, [wanted], units_of(utterances, _ids(told)), told, f"{scene.id}: {_words(first[0])}")


def _acts(cases: Sequence[Case], hard: Sequence[Scene], alike: Sequence[Scene]) -> dict[str, list[Placed]]:
    """Every statement of the half but those of whole scenes, by the act it reports."""
    acts: dict[str, list[Placed]] = {}
    for case in cases:
        if not any(version.edits for version in case.versions):
            continue
        for placed in placed_case(case)[0 if case.act not in acts else 1 :]:
            acts.setdefault(case.act, []).append(placed)
    for scene in hard:
        acts[scene.id] = [told[0] for told in placed_scene(scene)]
    for scene in alike:
        acts |= {f"{scene.id}/{side}": [told[0]] for side, told in enumerate(placed_scene(scene))}
    return acts


def _score_crowd(
    scores: Scores, cases: Sequence[Case], hard: Sequence[Scene], alike: Sequence[Scene]
) -> None:
    """All in one call; what is spoken in one act goes by one label."""
    acts = _acts(cases, hard, alike)
    act_of = {placed.statement.id: act for act, told in acts.items() for placed in told}
    utterances = _collated(placed for told in acts.values() for placed in told)
    neighbours: dict[str, set[str]] = {which: set() for which in act_of}
    for utterance in utterances:
        for which in utterance.statements:
            neighbours[which].update(utterance.statements)
    for act, told in acts.items():
        met = {act_of[other] for placed in told for other in neighbours[placed.statement.id]} - {act}
        scores.share("crowd_pure", not met, f"{act}: {_words(told[0])} met {sorted(met)}")
        for one, other in combinations(told, 2):
            together = other.statement.id in neighbours[one.statement.id]
            scores.share("crowd_together", together, f"{act}: {_words(one)} / {_words(other)}")
    for scene in alike:
        one, other = (acts[f"{scene.id}/{side}"][0] for side in (0, 1))
        together = other.statement.id in neighbours[one.statement.id]
        scores.share("crowd_apart", not together, f"{scene.id}: {_words(one)} / {_words(other)}")


def _met(utterances: Iterable[Utterance], one: Placed, other: Placed) -> bool:
    pair = {one.statement.id, other.statement.id}
    return any(pair <= set(utterance.statements) for utterance in utterances)


def _ids(told: Iterable[Placed]) -> frozenset[str]:
    return frozenset(placed.statement.id for placed in told)


def _words(placed: Placed) -> str:
    return " ".join(span.of(placed.article.text) for span in placed.statement.content)


def table(data: Path) -> str:
    """For every class: planted, found, right, and what it was taken for."""
    named = {half: scored(half) for half in HALVES}
    if collation.corpus(data):
        named["real"] = real(data)
    return "\n".join(line for half, scores in named.items() for line in _lines(half, scores))


def _lines(half: str, scores: Scores) -> Iterator[str]:
    yield f"  {half:20} planted  found  right  false  taken for"
    for kind in VariantKind:
        taken = ", ".join(
            f"{other} {count}"
            for (one, other), count in scores.taken.most_common()
            if one is kind is not other
        )
        row = (scores.planted[kind], scores.found[kind], scores.taken[kind, kind], scores.false[kind])
        if any(row):
            yield f"  {kind:20} {row[0]:7} {row[1]:6} {row[2]:6} {row[3]:6}  {taken}"
    yield f"  {'all':20} {_total(scores.detection)}"


def _total(tally: Tally) -> str:
    return f"{tally.wanted:7} {tally.right:6} {'':6} {tally.found - tally.right:6}"


def main(words: Sequence[str], data: Path) -> int:
    """Print what is wrong in `tune` and `held`; `blind` is not to be looked at by whoever changes rules."""
    parser = argparse.ArgumentParser(prog="python -m evaluation plantederrors", description=main.__doc__)
    parser.add_argument("begins", nargs="?", default="", help="only lines that begin so")
    parser.add_argument("--part", choices=OPEN, action="append", help="only this part; both if not given")
    options = parser.parse_args(words)
    for half in options.part or OPEN:
        for lapse in scored(half).lapses:
            if lapse.startswith(options.begins):
                print(f"  {half}: {lapse}")
    return 0
