"""The memos of the house styles as sections of lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rashomon.exports.apparatusterms import VERDICTS, sigla_label
from rashomon.exports.display import on_one_line
from rashomon.exports.fitting import Line, flowed
from rashomon.exports.memo import Memo, MemoLine, memos, verdict_counts
from rashomon.exports.overview import Overview
from rashomon.exports.sections import Pen, Section, cut_groups
from rashomon.exports.tablelines import NO_WORDS
from rashomon.model import Verdict

__all__ = ["memo_sections"]

MEMO = 16
"""Lines of one style on a terminal."""

_STYLES = {Verdict.NOT_ALLOWED: "bold red", Verdict.IF_MARKED: "yellow", Verdict.EDITOR_DECIDES: "yellow"}


def memo_sections(of: Overview, pen: Pen, *, full: bool) -> Iterator[Section]:
    """A section for each house style; cut unless `full`."""
    for memo in memos(of):
        groups = [tuple(_counts(memo, pen)), *_rules(memo, pen)]
        yield Section(
            title=f"Memo: {on_one_line(memo.style.name)}",
            number=len(memo.lines),
            lines=tuple(cut_groups(groups, None if full else MEMO)),
        )


def _counts(memo: Memo, pen: Pen) -> Iterator[Line]:
    counted = [f"{VERDICTS[verdict]}: {number:,}" for verdict, number in verdict_counts(memo)]
    parts = [(" · ".join(counted) or "none found", "")]
    yield from flowed((("  ", ""),), parts, width=pen.width, indent=2, measure=pen.measure)


def _rules(memo: Memo, pen: Pen) -> Iterator[tuple[Line, ...]]:
    """Each rule with its first difference, then the others one by one, so that a cut leaves whole lines."""
    first: dict[str, int] = {}
    for line in memo.lines:
        first.setdefault(line.rule.id, len(first))
    ordered = sorted(memo.lines, key=lambda line: first[line.rule.id])
    for _, group in groupby(ordered, key=lambda line: line.rule.id):
        for at, line in enumerate(group):
            yield (*(() if at else _rule(line, pen)), *_line(line, pen))


def _rule(line: MemoLine, pen: Pen) -> Iterator[Line]:
    parts = [
        (f"{VERDICTS[line.verdict]}: ", _STYLES.get(line.verdict, "")),
        (f"{on_one_line(line.rule.gist)} ", ""),
        (f"· {on_one_line(line.source)}", "dim"),
    ]
    yield from flowed((("  ", ""),), parts, width=pen.width, indent=4, measure=pen.measure)


def _line(line: MemoLine, pen: Pen) -> Iterator[Line]:
    place = f"{line.utterance}.{line.note}" if line.note else "source"
    parts = [(f"{line.what} · ", "")]
    if line.base:
        parts += [(f"{line.base} ", "cyan"), (f"{line.lemma or NO_WORDS} ", ""), ("] ", "bold")]
    parts += [(f"{sigla_label(line.sigla)} ", "cyan"), (on_one_line(line.words) or NO_WORDS, "")]
    if line.who:
        parts.append((f" · {line.who}", "dim"))
    head = ((f"    {place:<6} ", "dim"),)
    yield from flowed(head, parts, width=pen.width, indent=11, measure=pen.measure)
