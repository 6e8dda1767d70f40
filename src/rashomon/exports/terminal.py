"""The summary for a terminal, and the same as plain text.

`summary` lays the overview out for the width it is given (40 to 200 columns);
colour only repeats what labels and place already say.  All words are verbatim
from the reports, or labels; cut words end in ``…`` and carry their span.
Words of reports are set as `Text`, never as strings: rich would read their brackets
as markup.  rich is loaded when a summary is drawn, not before: it costs a tenth of a second.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.exports.apparatuslines import utterance_lines
from rashomon.exports.apparatusterms import sigla_label
from rashomon.exports.chainlines import ASCII, DRAWN
from rashomon.exports.claimsections import claim_sections
from rashomon.exports.display import NOT_STATED, mode_label, on_one_line, shortened
from rashomon.exports.explaining import claim_of, explanation
from rashomon.exports.memolines import memo_sections
from rashomon.exports.overview import Overview, Report, overview, source_label
from rashomon.exports.sections import Pen, sections
from rashomon.exports.terms import could_be
from rashomon.exports.wording import joined
from rashomon.model import Dossier, Mode, Relation, Utterance

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.table import Table
    from rich.text import Text

__all__ = ["Explained", "Summary", "TextExporter", "explained", "summary"]

NARROWEST, WIDEST, PLAIN_WIDTH = 40, 200, 100
"""Columns: the bounds the layout is made for, and the width of the text format."""

UTTERANCES = 12
"""Of those in more than one report, on a terminal; the ones that most reports have come first."""

_SPEAKER = 24
_MODE = max(map(len, Mode))
_DOUBT = len(", uncertain")
"""Columns of the lists: what a name mostly needs, and the widest label of the modes."""


def summary(dossier: Dossier, *, full: bool = False) -> Summary:
    """What ``Console.print`` of rich can draw: the dossier for people, without its texts.

    Long lists of chains, unnamed sources and names are cut, with a word on what is left out; not if `full`.
    """
    return Summary(overview(dossier), full)


class TextExporter:
    """The whole summary as plain text of 100 columns, without colours."""

    format: str = "text"
    suffixes: tuple[str, ...] = (".txt",)

    def export(self, dossier: Dossier) -> bytes:
        """The summary in UTF-8."""
        from rich.console import Console  # noqa: PLC0415  loaded when drawn

        console = Console(
            file=io.StringIO(), width=PLAIN_WIDTH, color_system=None, force_terminal=False, _environ={}
        )
        with console.capture() as capture:
            console.print(summary(dossier, full=True))
        lines = [line.rstrip() for line in capture.get().splitlines()]
        return ("\n".join(lines).strip("\n") + "\n").encode()


@dataclass(frozen=True, slots=True)
class Summary:
    """A renderable of rich."""

    of: Overview
    full: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """The parts, top to bottom."""
        from rich.constrain import Constrain  # noqa: PLC0415  loaded when drawn

        pen = _pen(options)
        for part in self._parts(pen.width, pen):
            yield Constrain(part, pen.width)

    def _parts(self, width: int, pen: Pen) -> Iterator[RenderableType]:
        yield _styled(_figures(self.of), "bold")
        yield ""
        yield from (self._report(report, width) for report in self.of.reports)
        for section in (
            *claim_sections(self.of, pen, full=self.full),
            *sections(self.of, pen, full=self.full),
        ):
            yield _heading(f"\n{section.title}", section.number)
            yield from (_text(*line) for line in section.lines)
        if self.of.shared:
            yield _heading(
                "\nVersions" if self.of.given else "\nIn more than one report", len(self.of.shared)
            )
            shown = self.of.shared if self.full else self.of.shared[:UTTERANCES]
            for number, utterance in enumerate(shown, 1):
                for line in utterance_lines(number, utterance, self.of, pen, full=self.full):
                    yield _text(*line)
                yield ""
            if hidden := len(self.of.shared) - len(shown):
                yield _styled(f"… {hidden:,} more utterances: --format text\n", "dim")
        for section in memo_sections(self.of, pen, full=self.full):
            yield _heading(section.title, section.number)
            yield from (_text(*line) for line in section.lines)
            yield ""
        yield from self._alone(width)

    def _alone(self, width: int) -> Iterator[RenderableType]:
        """What one report alone has, report by report; those that have nothing of that kind in one line."""
        separator = "" if self.of.shared else "\n"
        empty = [report.siglum for report in self.of.reports if not report.alone]
        for report in self.of.reports:
            if report.alone or len(empty) == 1:
                yield _heading(f"{separator}Only in {report.siglum}", len(report.alone))
                separator = "\n"
            for utterance in report.alone:
                yield from self._single(utterance, width)
        if len(empty) > 1 and not self.of.given:
            yield _heading(f"{separator}Only in {sigla_label(empty)}", 0)

    def _report(self, report: Report, width: int) -> RenderableType:
        article = report.article
        if self.of.given:
            line = _grid(max(len(one.siglum) for one in self.of.reports) + 3)
            names = [article.publisher.name] if article.publisher else []
            called = " · ".join(map(on_one_line, [*names, article.input]))
            line.add_row(_styled(report.siglum, "bold cyan"), _styled(called, ""))
            return line
        facts = [
            on_one_line(article.input),
            on_one_line(article.publisher.name) if article.publisher else None,
            ", ".join(on_one_line(name) for name in article.byline) or None,
            on_one_line(article.published) if article.published else f"published: {NOT_STATED}",
            _count(len(report.statements), "statement"),
            _count(len(article.warnings), "warning") if article.warnings else None,
        ]
        grid = _grid(4)
        headline = article.headline or f"headline: {NOT_STATED}"
        grid.add_row(_styled(report.siglum, "bold cyan"), _styled(shortened(headline, width - 6), ""))
        grid.add_row("", _styled(" · ".join(fact for fact in facts if fact), "dim"))
        return grid

    def _single(self, utterance: Utterance, width: int) -> Iterator[RenderableType]:
        """A row for each time the report gives the words, the speaker in the first; then who may be meant."""
        from rich.table import Table  # noqa: PLC0415  loaded when drawn

        speaker = source_label(utterance.source)
        name = _styled(on_one_line(speaker), "bold") if speaker else _styled(NOT_STATED, "italic")
        told = [self.of.statements[w.statement] for w in self.of.ordered(utterance.apparatus)]
        wheres = [f"{one.content[0].start}-{one.content[-1].end}" for one in told]
        doubted = _DOUBT if any(one.evidence.uncertain for one in told) else 0
        widths = [0, min(_SPEAKER, width // 4), _MODE + doubted, 0, max(map(len, wheres))]
        widths[3] = width - sum(widths) - 2 * len(widths)
        grid = Table.grid(padding=(0, 2, 0, 0))
        for column in widths:
            grid.add_column(width=column, no_wrap=True, overflow="ellipsis")
        for one, where in zip(told, wheres, strict=True):
            text = self.of.articles[one.article].text
            words = shortened(joined(text, one.content), widths[3])
            grid.add_row(
                "",
                "" if grid.row_count else name,
                mode_label(one),
                _styled(words, ""),
                _styled(where, "dim"),
            )
        yield grid
        for rivals in dict.fromkeys(filter(None, (could_be(one.source) for one in told))):
            yield _styled(f"    {shortened(rivals, width - 4)}", "italic")


@dataclass(frozen=True, slots=True)
class Explained:
    """A renderable of rich: every step behind one claim, as wide as the console."""

    dossier: Dossier
    claim: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """The parts, top to bottom."""
        for number, section in enumerate(explanation(self.dossier, self.claim, _pen(options))):
            yield _heading(f"{'' if not number else chr(10)}{section.title}", section.number)
            yield from (_text(*line) for line in section.lines)


def explained(dossier: Dossier, claim: str) -> Explained:
    """What ``Console.print`` of rich can draw: what led to all that is shown of a claim.

    Args:
        dossier: the whole.
        claim: the id of one of its claims, or the beginning of one that no other has.

    Raises:
        KeyError: if no claim begins so, or more than one does.
    """
    return Explained(dossier, claim_of(dossier, claim).id)


def _pen(options: ConsoleOptions) -> Pen:
    """Lines for this console, within the bounds of the layout."""
    from rich.cells import cell_len  # noqa: PLC0415  loaded when drawn

    width = min(max(options.max_width, NARROWEST), WIDEST)
    return Pen(width=width, signs=ASCII if options.ascii_only else DRAWN, measure=cell_len)


def _figures(of: Overview) -> str:
    if of.given:
        variants = sum(len(utterance.apparatus.variants) for utterance in of.shared)
        return f"{_count(len(of.reports), 'version')} · {_count(variants, 'difference')}"
    return " · ".join(
        (
            _count(len(of.reports), "report"),
            _count(len(of.dossier.statements), "statement"),
            f"{_count(len(of.shared), 'utterance')} in more than one report",
            *_claimed(of.dossier),
        )
    )


def _claimed(dossier: Dossier) -> tuple[str, ...]:
    """How many claims and conflicts there are, if any were looked for."""
    if not dossier.claims:
        return ()
    conflicts = sum(one.relation is Relation.CONFLICT for one in dossier.conflicts)
    return _count(len(dossier.claims), "claim"), _count(conflicts, "conflict")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _grid(indent: int) -> Table:
    from rich.table import Table  # noqa: PLC0415  loaded when drawn

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=indent - 1, no_wrap=True)
    grid.add_column()
    return grid


def _heading(words: str, number: int) -> Text:
    return _text((words, "bold underline"), (f"  {number}", "dim"))


def _styled(words: str, style: str) -> Text:
    return _text((words, style))


def _text(*parts: tuple[str, str]) -> Text:
    from rich.text import Text  # noqa: PLC0415  loaded when drawn

    return Text.assemble(*parts)
