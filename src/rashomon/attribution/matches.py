"""Where in a sentence a cue stands, in which form, and how far its words reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.cues import NOUNISH, Cue, Form, lookup
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind

__all__ = ["Match", "cue_matches"]

_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_NAMES = frozenset({"may", "will"})  # with a capital right before a verb they name somebody
_NOUN_AFTER = frozenset("the a an his their its my our your no any every another her".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A cue in a sentence: items `first` to `last` are the cue, `verb` its verb."""

    first: int
    verb: int
    last: int
    cues: tuple[Cue, ...]
    form: Form
    passive: bool

    @property
    def frames(self) -> str:
        """What any of the readings of this word may govern."""
        return "".join(cue.frames for cue in self.cues)

    @property
    def free_gerund(self) -> bool:
        """Whether it is a participle phrase of its own (“, adding that”), without an auxiliary."""
        return self.form is Form.GERUND and self.first == self.verb


def cue_matches(sentence: Sentence, *, title_case: bool = False) -> tuple[Match, ...]:
    """The cues of a sentence in order; `title_case` lets capitalised words be verbs (headlines)."""
    out = []
    for index, item in enumerate(sentence.items):
        found = lookup(item.low)
        if found and item.kind is TokenKind.WORD and (title_case or not item.capital or index == 0):
            match = _match(sentence, index, found)
            if match is not None:
                out.append(match)
    return tuple(out)


def _match(sentence: Sentence, index: int, found: Sequence[tuple[Cue, Form]]) -> Match | None:
    particle = [(c, f) for c, f in found if c.particle and c.particle == sentence.low(index + 1)]
    plain = [(c, f) for c, f in found if not c.particle]
    chosen = particle or plain
    if not chosen:
        return None
    form = chosen[0][1]
    first = _reach_left(sentence, index)
    auxiliary = _auxiliary(sentence, first, index)
    if not _is_verb(sentence, index, first, form, auxiliary):
        return None
    ambiguous = chosen[0][0].verb in NOUNISH and form in (Form.BASE, Form.PRESENT) and not auxiliary
    if ambiguous and not _plain_subject(sentence, first - 1, form):
        return None
    if form is Form.PAST and auxiliary:
        form = Form.PARTICIPLE
    passive = form is Form.PARTICIPLE and auxiliary in _BE
    last = index + (1 if particle else 0)
    return Match(
        first=first, verb=index, last=last, cues=tuple(c for c, _ in chosen), form=form, passive=passive
    )


def _reach_left(sentence: Sentence, verb: int) -> int:
    first = verb
    while first > 0:
        item = sentence.items[first - 1]
        low = item.low
        if low in _NAMES and item.capital:
            break
        adverb = low in fw.ADVERBS or (low.endswith("ly") and len(low) > 4 and not item.capital)
        if not (low in fw.AUXILIARIES or adverb) or item.kind is not TokenKind.WORD:
            break
        first -= 1
    while first < verb and sentence.low(first) in (
        "both",
        "all",
        "first",
        "even",
        "only",
        "instead",
        "however",
        "too",
        "today",
        "yesterday",
    ):
        first += 1
    return first


def _auxiliary(sentence: Sentence, first: int, verb: int) -> str:
    """The auxiliary nearest to the verb, empty if there is none."""
    for index in range(verb - 1, first - 1, -1):
        if sentence.low(index) in fw.AUXILIARIES:
            return sentence.low(index)
    return ""


def _plain_subject(sentence: Sentence, index: int, form: Form) -> bool:
    """A pronoun, a name, a plural before a base form: what shows that a noun-like word is a verb here."""
    if index < 0:
        return False
    item = sentence.items[index]
    if form is Form.BASE:
        return item.low in ("they", "we", "i", "you", "who", "some", "many", "others") or (
            item.low.endswith("s") and not item.low.endswith("'s")
        )
    return item.low in ("he", "she", "it", "who", "which") or item.capital


def _is_verb(sentence: Sentence, index: int, first: int, form: Form, auxiliary: str) -> bool:
    before, after = sentence.low(first - 1), sentence.low(index + 1)
    if form in (Form.BASE, Form.PRESENT) and (before in _NOUN_AFTER or before in fw.PREPOSITIONS):
        return False
    if form in (Form.PAST, Form.PARTICIPLE) and not auxiliary:
        return not (after == "by" or before in _NOUN_AFTER or before in fw.PREPOSITIONS)
    if form is Form.GERUND and before in _NOUN_AFTER:
        return False
    return not (form is Form.BASE and not auxiliary and index == 0)
