"""The words of quotations as numbers, for all comparing that comes before aligning.

Words that differ only in spelling have one number ("realise", "realize"), and
so have a contraction and what it stands for, a numeral and its word.  Numbers
follow the alphabet, so that statements with other words change no order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.collation.units import Unit
from rashomon.language.wordforms import CLITICS, number_value, spelling
from rashomon.model import Policy

__all__ = ["Wording", "longest_row", "wordings"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The spoken words of one quotation.

    Attributes:
        words: their numbers, in order.
        telling: the places among them of those that carry meaning; `meaning` their numbers.
    """

    words: tuple[int, ...]
    telling: tuple[int, ...]
    meaning: tuple[int, ...]


def wordings(quotations: Iterable[Sequence[Unit]]) -> tuple[tuple[Wording, ...], int]:
    """The wordings of all quotations, and how many different words they hold."""
    spoken = [[unit for unit in units if unit.is_speech] for units in quotations]
    forms = {unit.key: "" for units in spoken for unit in units}
    for key in forms:
        forms[key] = _form(key)
    numbers = {form: number for number, form in enumerate(sorted(set(forms.values())))}
    number_of = {key: numbers[form] for key, form in forms.items()}
    return tuple(_wording(units, number_of) for units in spoken), len(numbers)


def _wording(spoken: Sequence[Unit], number_of: Mapping[str, int]) -> Wording:
    words = tuple([number_of[unit.key] for unit in spoken])
    telling = tuple([at for at, unit in enumerate(spoken) if unit.is_content])
    return Wording(words, telling, tuple([words[at] for at in telling]))


def _form(key: str) -> str:
    """What stands for the word and all that is spelt otherwise but the same."""
    meant = CLITICS.get(key)
    if meant:
        return meant[0]
    value = number_value(key)
    return f"{value[1]:g} {value[0]}" if value else spelling(key)


def longest_row(one: Wording, other: Wording, policy: Policy) -> int:
    """The most words in a row that both have; the length of the shorter where that is too long to look."""
    if len(one.words) * len(other.words) > policy.alignment_cells:
        return min(len(one.words), len(other.words))
    places: dict[int, list[int]] = {}
    for at, word in enumerate(other.words):
        places.setdefault(word, []).append(at)
    best, before = 0, dict[int, int]()
    for word in one.words:
        here = {at: before.get(at - 1, 0) + 1 for at in places.get(word, ())}
        best, before = max([best, *here.values()]), here
    return best
