"""The memo on the page: one panel a house style, its lines by verdict, each linked to its note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from rashomon.exports.apparatusterms import VERDICTS, sigla_label
from rashomon.exports.display import visible
from rashomon.exports.html.prose import shown
from rashomon.exports.html.running import NOTHING, drawn
from rashomon.exports.memo import Memo, MemoLine, memos, verdict_counts
from rashomon.exports.overview import Overview

__all__ = ["LineView", "MemoView", "RuleView", "memo_views"]

_WEB = re.compile(r"https?://[^\s\"'<>]+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A difference: where its note is, what it is, who has what, and who is shown to have altered it."""

    href: str
    place: str
    what: str
    sigla: str
    base: str
    words: Markup
    lemma: Markup
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule with what it says, where it is written down, and the differences it speaks of."""

    verdict: str
    label: str
    gist: str
    cited: str
    url: str | None
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoView:
    """One house style: how many differences have each verdict, the rules met, and what is only counted."""

    name: str
    counts: tuple[tuple[str, str, int], ...]
    rules: tuple[RuleView, ...]
    rest: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def memo_views(of: Overview) -> tuple[MemoView, ...]:
    """The memos of a dossier."""
    return tuple(_memo(memo) for memo in memos(of))


def _memo(memo: Memo) -> MemoView:
    return MemoView(
        name=visible(memo.style.name),
        counts=tuple((v.value, VERDICTS[v], number) for v, number in verdict_counts(memo)),
        rules=tuple(_rules(memo.lines)),
        rest=tuple((VERDICTS[verdict], kinds) for verdict, kinds in memo.rest),
    )


def _rules(lines: Iterable[MemoLine]) -> Iterator[RuleView]:
    """The rules that are met, the strictest verdict first, each with its lines in their order."""
    first: dict[str, int] = {}
    every = tuple(lines)
    for line in every:
        first.setdefault(line.rule.id, len(first))
    by_rule = sorted(every, key=lambda line: first[line.rule.id])
    for _, group in groupby(by_rule, key=lambda line: line.rule.id):
        own = tuple(group)
        rule = own[0].rule
        url = visible(rule.citation.url)
        yield RuleView(
            verdict=rule.verdict.value,
            label=VERDICTS[rule.verdict],
            gist=visible(rule.gist),
            cited=visible(own[0].source),
            url=url if _WEB.match(url) else None,
            lines=tuple(map(_line, own)),
        )


def _line(line: MemoLine) -> LineView:
    return LineView(
        href=f"#{line.identity}-v{line.note}" if line.note else "#unnamed",
        place=f"{line.utterance}.{line.note}" if line.note else "",
        what=line.what,
        sigla=sigla_label(line.sigla),
        base=line.base,
        words=drawn(line.words) if line.words else NOTHING,
        lemma=shown(line.lemma) if line.lemma else NOTHING,
        who=line.who,
    )
