"""The outlets of the reports in running text: by name, in any writing of it, and by what is short for it.

“the Courier” is the Ostmark Courier where no other outlet of these reports is called
so, and “MNA” the Merid News Agency.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rashomon.language.carriernames import carrier_key
from rashomon.language.tokens import fold
from rashomon.language.transmission import TITLE_LAST
from rashomon.model import Span

__all__ = ["Called"]

_INITIALS = 3
"""Letters from which on initials name somebody."""
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


_LED = re.compile(r"(?:\b[Tt]he|['’]s|[(\[–—:/])\s*\Z")
"""Before a name that is one word behind “The”."""


class Called:
    """The names of these outlets, and which stands for each; made once.

    >>> called = Called(["The Ostmark Courier", "Merid News Agency"])
    >>> [name for _, name in called.find("The Courier and MNA wrote it.", 0, 29)]
    ['The Ostmark Courier', 'Merid News Agency']
    """

    def __init__(self, names: Iterable[str]) -> None:
        distinct = sorted({name.strip() for name in names if len(name.strip()) > 1})
        full = {_bare(name): name for name in distinct}
        self._led = {bare for bare, name in full.items() if bare != name and " " not in bare}
        short = dict(_unambiguous(distinct))
        self._full = full | {form: name for form, name in short.items() if form not in full}
        self.short: Mapping[str, str] = {
            carrier_key(form).words: carrier_key(name).words for form, name in short.items()
        }
        self._pattern = _pattern(full, short)

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """Where a stretch names one of them, without “the”, and the outlet's full name."""
        if self._pattern is not None:
            for match in self._pattern.finditer(text, start, end):
                if match.group() in self._led and not _LED.search(
                    text, max(0, match.start() - 8), match.start()
                ):
                    continue  # “Anita Hill”, “Capitol Hill”: not the Hill
                yield Span(*match.span()), self._full[match.group()]


def _bare(name: str) -> str:
    return re.sub(r"\A[Tt]he ", "", name)


def _unambiguous(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What is short for just one of the outlets."""
    meant: dict[str, list[str]] = defaultdict(list)
    keys: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for form in _short(_bare(name).split()):
            meant[form].append(name)
            keys[form].add(carrier_key(name).words)
    yield from ((form, of[0]) for form, of in sorted(meant.items()) if len(keys[form]) == 1)


def _short(words: list[str]) -> Iterator[str]:
    if len(words) > 1 and fold(words[-1]) in TITLE_LAST and words[-1][:1].isupper():
        yield words[-1]
    first = "".join(word[0] for word in words if word[0].isupper())
    if len(first) >= _INITIALS:
        yield first


def _pattern(full: Iterable[str], short: Iterable[str]) -> re.Pattern[str] | None:
    """Full names anywhere, initials as words, a last word only behind “the”."""
    names = sorted(full, key=lambda name: (-len(name), name))
    ways = [rf"(?<![\w-]){re.escape(name)}(?![\w-]|\.\w)" for name in names]
    for form in short:
        before = "" if form.isupper() else r"(?<=\b[Tt]he )"
        ways.append(rf"{before}(?<![\w-]){re.escape(form)}(?![\w-]| (?!{_DAYS})[A-Z])")
    return re.compile("|".join(ways)) if ways else None
