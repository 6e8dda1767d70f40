"""How time and memory of collating grow with the number of statements: 1,000, 10,000 and 100,000.

    python benchmarks/gather.py [--sizes 1000,10000,100000] [--kinds news,tiny,copies,real]

Statements are invented, from a seed, and put through the whole of `collate`
(gather, align, class), every size in a new process:

* ``news``: what reports of many events hold.  Words as frequent as in a
  language (Zipf), speakers of whom several share a surname, a third of them not
  named; formulas of a few words that hundreds say; agency quotations in forty
  reports; copies with words changed, dropped and cut off.
* ``tiny``: quotations of a dozen words drawn from forty, so that everything
  looks like everything: the worst case.
* ``copies``: one long quotation of which every report has another edit.
* ``real``: statements of the reports in ../shared, where that is there, given
  again with edits until there are enough.

Ten times the statements may take at most `ALLOWED` times the processor's time;
more is an error, and so is a longest run of more than `LIMIT` seconds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from rashomon.analysis import find_statements
from rashomon.language.wordforms import FUNCTION_WORDS
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Evidence,
    Mention,
    Mode,
    Policy,
    Source,
    SourceKind,
    Span,
    Statement,
)

ALLOWED = 13.0
LIMIT = 300.0
SIZES = (1_000, 10_000, 100_000)
REAL = Path(__file__).parents[2] / "shared" / "data" / "stories" / "stories.jsonl.gz"
GIVEN_ONCE = 0.31  # share of the real statements, so that every size has as many edited copies
REPORT = 12  # statements of one invented report
PROGRAM = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
import gather
from rashomon.collation import collate
from rashomon.model import Policy
articles, statements = gather.made(sys.argv[2], int(sys.argv[3]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
start, clock = time.process_time(), time.perf_counter()
found = collate(articles, statements, Policy())
spent, clock = time.process_time() - start, time.perf_counter() - clock
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
shared = [u for u in found if len(u.statements) > 1]
print(json.dumps([len(statements), spent, clock, before, peak, len(found), len(shared),
                  max((len(u.statements) for u in shared), default=1)]))
"""

_Lot = tuple[list[Article], list[Statement]]
_SURE = Evidence(score=1.0, reason="given")


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 if something grows too fast or takes too long."""
    options = _parser().parse_args(arguments)
    broken = 0
    print("| statements | of | CPU s | growth | wall s | MiB | peak | utterances | shared | largest |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for kind in options.kinds.split(","):
        if kind == "real" and not REAL.exists():
            print("(the real reports are not here)")
            continue
        last: tuple[int, float] | None = None
        for size in (int(size) for size in options.sizes.split(",")):
            count, spent, clock, before, peak, *found = _run(kind, size)
            growth = spent / last[1] if last else None
            broken += spent > LIMIT or (last is not None and spent / last[1] > ALLOWED * count / last[0] / 10)
            last = count, spent
            shown = f"{growth:.1f}" if growth else "-"
            figures = f"{spent:.2f} | {shown} | {clock:.1f} | {before:.0f} | {peak:.0f}"
            print(f"| {count:,} | {kind} | {figures} | {' | '.join(map(str, found))} |", flush=True)
    if broken:
        print(f"error: more than {ALLOWED} times the time, or than {LIMIT:.0f} s", file=sys.stderr)
    return 1 if broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--kinds", default="news,tiny,copies,real")
    return parser


def _run(kind: str, size: int) -> tuple[int, float, float, float, float, int, int, int]:
    words = [sys.executable, "-c", PROGRAM, str(Path(__file__).parent), kind, str(size)]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
    count, spent, clock, before, peak, found, shared, largest = json.loads(done.stdout)
    return count, spent, clock, before, peak, found, shared, largest


def made(kind: str, size: int) -> _Lot:
    """Articles and statements of this kind, as many as asked for; the same whenever asked."""
    if kind == "real":
        return _placed(islice(_real(size), size))
    makers: dict[str, Callable[[random.Random, int], Iterator[_Said]]] = {
        "news": _news,
        "tiny": _tiny,
        "copies": _copies,
    }
    return _placed(islice(makers[kind](random.Random(size), size), size))


# What is said: the words, the mode, and by whom.
_Said = tuple[str, Mode, Source | None]


def _vocabulary(chance: random.Random, size: int) -> list[str]:
    syllables = [c + v + e for c in "bdfgklmnprstvz" for v in "aeiou" for e in ("", "n", "r", "st")]
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(chance.choice(syllables) for _ in range(chance.choice((2, 2, 3, 4))))] = None
    return list(words)


class _Speech:
    """Words as frequent as in a language: every second one is a small one."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self._chance = chance
        self._small = sorted(word for word in FUNCTION_WORDS if "'" not in word)
        chance.shuffle(self._small)
        self._large = _vocabulary(chance, size)
        self._sums = [self._running(words) for words in (self._small, self._large)]

    @staticmethod
    def _running(words: Sequence[str]) -> list[float]:
        total, out = 0.0, []
        for rank in range(1, len(words) + 1):
            total += 1 / rank
            out.append(total)
        return out

    def words(self, count: int) -> list[str]:
        """So many words."""
        small, large = self._sums
        few = self._chance.choices(self._small, cum_weights=small, k=count)
        many = self._chance.choices(self._large, cum_weights=large, k=count)
        return [few[at] if self._chance.random() < 0.5 else many[at] for at in range(count)]

    def edited(self, words: Sequence[str]) -> list[str]:
        """The same with a few words dropped or changed, or cut off at an end."""
        out = [word for word in words if self._chance.random() > 0.04]
        if out and self._chance.random() < 0.5:
            out[self._chance.randrange(len(out)) : 0] = self.words(self._chance.choice((0, 1, 2)))
        if self._chance.random() < 0.3 and len(out) > 9:
            out = out[: self._chance.randrange(8, len(out))]
        return out or list(words)


def _people(chance: random.Random, count: int) -> list[Source]:
    """Persons, four of one surname in the mean."""
    surnames = [word.capitalize() for word in _vocabulary(chance, max(8, count // 4))]
    given = [word.capitalize() for word in _vocabulary(chance, 60)]
    return [
        Source(
            kind=SourceKind.PERSON,
            name=f"{chance.choice(given)} {chance.choice(surnames)}",
            identity=f"figure-{number}",
        )
        for number in range(count)
    ]


def _speaker(chance: random.Random, people: Sequence[Source]) -> Source | None:
    drawn = chance.random()
    if drawn < 0.66:
        return people[min(int(chance.expovariate(8 / len(people))), len(people) - 1)]
    if drawn < 0.76:
        role = chance.choice(
            ("an official", "a witness", "a doctor", "two residents", "a person close to it")
        )
        return Source(kind=SourceKind.UNNAMED, descriptor=role)
    return None


def _news(chance: random.Random, size: int) -> Iterator[_Said]:
    speech, people = _Speech(chance, 8_000), _people(chance, max(20, size // 25))
    formulas = [" ".join(speech.words(chance.choice((2, 3, 3, 4, 5)))) for _ in range(60)]
    while True:
        drawn, source = chance.random(), _speaker(chance, people)
        mode = chance.choices((Mode.DIRECT, Mode.MIXED, Mode.INDIRECT), (70, 10, 20))[0]
        if drawn < 0.1:
            yield chance.choice(formulas), Mode.DIRECT, source
        elif drawn < 0.35:
            yield " ".join(speech.words(chance.choice((2, 3, 4, 5, 6)))), mode, source
        elif drawn < 0.353:
            words = speech.words(chance.randrange(15, 45))
            for number in range(40):
                yield " ".join(speech.edited(words) if number % 3 == 0 else words), Mode.DIRECT, source
        else:
            words = speech.words(chance.randrange(7, 36))
            for number in range(chance.choice((1, 1, 1, 2, 3))):
                yield " ".join(speech.edited(words) if number else words), mode, source


def _tiny(chance: random.Random, size: int) -> Iterator[_Said]:
    speech, people = _Speech(chance, 20), _people(chance, 40)
    few = sorted(FUNCTION_WORDS)[:20] + speech.words(40)[:20]
    while True:
        yield " ".join(chance.choices(few, k=12)), Mode.DIRECT, _speaker(chance, people)


def _copies(chance: random.Random, size: int) -> Iterator[_Said]:
    speech, (person,) = _Speech(chance, 2_000), _people(chance, 1)
    words = speech.words(40)
    while True:
        yield " ".join(speech.edited(words)), Mode.DIRECT, person


def _real(size: int) -> Iterator[_Said]:
    """The statements of the real reports, then the same with edits, until there are enough."""
    known: list[_Said] = []
    with gzip.open(REAL, "rt", encoding="utf-8") as lines:
        for line in lines:
            for said in _statements(json.loads(line)["text"]):
                known.append(said)
                yield said
            if len(known) >= size * GIVEN_ONCE:
                break
    chance = random.Random(size)
    speech = _Speech(chance, 2_000)
    while True:
        for words, mode, source in known:
            yield " ".join(speech.edited(words.split())), mode, source


def _statements(text: str) -> Iterator[_Said]:
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        span = Span(at, at + len(line)).trim(text)
        lines.append(span)
        at += len(line)
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=span) for span in lines if span)
    article = Article(input="-", text=text, blocks=blocks)
    for statement in next(iter(find_statements([article], Policy()))):
        if statement.parent is None:
            words = " ".join(span.of(text).strip('“”"') for span in statement.content)
            yield (
                " ".join(words.split()),
                statement.mode,
                statement.source.source if statement.source else None,
            )


def _placed(said: Iterator[_Said]) -> _Lot:
    """The statements in reports of `REPORT` each, shuffled, so that copies stand in different ones."""
    drawn = list(said)
    random.Random(0).shuffle(drawn)
    articles: list[Article] = []
    statements: list[Statement] = []
    for first in range(0, len(drawn), REPORT):
        text, places = f"Report {first}.\n", []
        for words, mode, source in drawn[first : first + REPORT]:
            shown = {Mode.DIRECT: f"“{words}”", Mode.MIXED: f"that “{words}” was so"}.get(mode, words)
            places.append((Span(len(text), len(text) + len(shown)), mode, source))
            text += shown + "\n"
        articles.append(Article(input=f"{first}.txt", text=text))
        statements.extend(_statement(articles[-1].id, *place) for place in places)
    return articles, statements


def _statement(article: str, span: Span, mode: Mode, source: Source | None) -> Statement:
    if source and not source.name:
        source = Source(kind=source.kind, descriptor=source.descriptor, scope=article)
    mention = Mention(source=source, span=None, evidence=_SURE) if source else None
    return Statement(article=article, mode=mode, content=(span,), source=mention, evidence=_SURE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
