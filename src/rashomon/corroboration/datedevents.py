"""Which event a time dates, and whether two times date the same one.

The events of a unit are read by `events`; a time dates those of the clause that
it stands in, unless they only tell who said so.  Two times are of one event if
what happened is kin and so is somebody or something that it happened to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.corroboration.acts import TELLING
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinwords import LIGHT
from rashomon.corroboration.moods import Mood
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, words_of
from rashomon.language.tokens import Token, tokenize
from rashomon.model import Granularity, Lane, Moment, Span

__all__ = ["COARSE", "Dated", "dated_in", "one_event"]

COARSE = frozenset({Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY})
"""Times told by years; beside days such a one is of what went before."""
_ALIKE = """
steal disappear vanish rob
find discover turn_up emerge appear unearth
found set_up establish create build make
begin fly launch lift_off start open break_out burn
escape flee break_out
hold take_place meet happen occur
finish end complete
close close_down shut_down
crash come_down collapse fall_down
find recover
leave quit resign step_down
die kill
"""
_ALIKE_OF: dict[str, frozenset[str]] = {}
for _row in _ALIKE.strip().split("\n"):
    for _word in _row.split():
        _ALIKE_OF[_word] = _ALIKE_OF.get(_word, frozenset()) | frozenset(_row.split())
_AHEAD = frozenset({Mood.COMING, Mood.PLANNED, Mood.CONSIDERED, Mood.OPEN, Mood.OFFERED, Mood.UNDECIDED})
_LASTING = frozenset("run last continu continue stay remain go_on".split())
_MOVING = frozenset({"postpone", "reschedule", "move", "delay", "bring_forward", "push_back", "advance"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A time and what it dates.

    Attributes:
        role: how it dates: "to" (until), "by", "aside" (before, after), "from" (since, of years), else "".
        acts: what happened, by the table of kin; empty where no verb or noun for it was read.
        about: keys of everything else in its clause.
        ahead: whether it is told as still to come.
        moved: whether its clause tells that it was put off or brought forward.
        vague: whether it is told of a pronoun.
    """

    moment: Moment
    span: Span
    role: str
    acts: frozenset[str]
    about: frozenset[str]
    ahead: bool
    moved: bool
    vague: bool


def dated_in(unit: Unit) -> tuple[Dated, ...]:
    """The times of a unit that date what happened, in order; those of the saying are left out."""
    if not unit.moments:
        return ()
    words, events = words_of(unit), events_of(unit)
    found = (_dated(unit, moment, words, events) for moment in unit.moments)
    return tuple(dated for dated in found if dated is not None)


def _dated(unit: Unit, moment: Moment, words: Sequence[Token], events: Sequence[Event]) -> Dated | None:
    span = moment.span
    if span is None or moment.lane is not Lane.HAPPENED:
        return None
    if moment.value is None and moment.offset is None:
        return None
    at = next((k for k, word in enumerate(words) if word.start >= span.start), None)
    if at is None:
        return None
    here = _events_at(words, events, at)
    nearest = _nearest(here, words, at, span)
    if at and words[at - 1].low == "of" and not (nearest and nearest.noun):
        return None  # it dates a noun: "the flood of June"
    if any(word.low in _PICTURE for word in words) or (nearest and nearest.concept in TELLING):
        return None
    told = [nearest] if nearest else []
    acts = frozenset(key for event in told for key in (event.concept, event.lemma))
    role = _role(
        words,
        at,
        moved=any(event.concept in _MOVING for event in here),
        coarse=moment.granularity in COARSE,
    )
    if role == "to" and acts & _LASTING:
        acts, role = acts - _LASTING | {"end"}, ""
    return Dated(
        moment=moment,
        span=span,
        role=role,
        acts=acts,
        about=_about(unit, moment, told),
        ahead=any(event.mood in _AHEAD for event in told),
        moved=any(event.concept in _MOVING or event.lemma in _MOVING for event in here),
        vague=any(event.vague or not event.subject for event in told),
    )


_LINKS = frozenset("until till since from to".split())


def _events_at(words: Sequence[Token], events: Sequence[Event], at: int) -> list[Event]:
    """The events of the clause that a time stands in; "put off until Tuesday" is one clause here."""
    link = (
        at - 1
        if at and words[at - 1].low in _LINKS
        else at - 2
        if at > 1 and words[at - 2].low in _LINKS
        else at
    )
    begins = link < at and any(event.clause[0] in (link, link + 1) for event in events)
    place = link - 1 if begins and link else at
    found = [event for event in events if event.clause[0] <= place < event.clause[1]]
    return found or [event for event in events if event.clause[0] <= at < event.clause[1]]


_PICTURE = frozenset("photo photograph photos".split())  # a caption's date is that of the picture


def _nearest(here: Sequence[Event], words: Sequence[Token], at: int, span: Span) -> Event | None:
    """The event that a time dates: the noun it stands before, else the last head before it, else the next."""
    after = next((k for k in range(at, len(words)) if words[k].start >= span.end), len(words))
    attribute = [e for e in here if e.noun and after <= e.at <= after + _NOUN_ON]
    if attribute and not (at and words[at - 1].low in _POINTS):
        return attribute[0]
    left = [event for event in here if event.at < at]
    return left[-1] if left else here[0] if here else None


_NOUN_ON = 2
_POINTS = frozenset("on in at since until by from".split())


def _about(unit: Unit, moment: Moment, told: Sequence[Event]) -> frozenset[str]:
    keys = frozenset(key for event in told for key in event.about)
    if told or moment.of is None:
        return keys
    span = moment.span or moment.of
    clause = [t for t in tokenize(unit.article.text, moment.of) if t.end <= span.start or t.start >= span.end]
    return content_keys(clause)


_ROLES = {
    "since": "from", "from": "from", "starting": "from", "beginning": "from", "until": "to", "till": "to",
    "through": "to", "by": "by", "before": "aside", "after": "aside",
}  # fmt: skip
_SMALL = frozenset("on in at the early late about around shortly just".split())


def _role(words: Sequence[Token], at: int, *, moved: bool, coarse: bool) -> str:
    """How the word before a time makes it date."""
    low = at - 1
    while low >= 0 and words[low].low in _SMALL and at - low <= 2:
        low -= 1
    role = _ROLES.get(words[low].low, "") if low >= 0 else ""
    return "" if moved or (role == "from" and not coarse) else role


def _kin(acts: frozenset[str]) -> frozenset[str]:
    return acts.union(*(_ALIKE_OF.get(act, frozenset()) for act in acts))


_FEW = 2
_MOST_OF_IT = 0.5


_SETTING = frozenset("due schedul expect plan happen take take_place hold fall come".split())


def _open(dated: Dated) -> bool:
    """Whether what happens is told by a noun: "the vote is due", "the launch was put off"."""
    return dated.moved or dated.acts <= _SETTING


def one_event(one: Dated, other: Dated) -> float:
    """How much speaks for the two being of one event, from 0 to 1; 0 where nothing does.

    Half of it is what happened, half of it who or what it happened to.
    """
    if one.role != other.role:
        return 0.0
    acts = _kin(one.acts) & _kin(other.acts)
    moved = (_open(other) and one.acts & other.about) or (_open(one) and other.acts & one.about)
    shared = (one.about & other.about) - one.acts - other.acts
    fewer = min(len(one.about), len(other.about))
    share = len(shared) / fewer if fewer else 0.0
    if acts - LIGHT or moved:
        loose = one.vague or other.vague or fewer <= _FEW
        return 0.5 + 0.5 * share if shared or loose else 0.0
    if acts:
        return share if share >= _MOST_OF_IT else 0.0
    if one.acts and other.acts:
        return 0.0
    return share if len(shared) > 1 else 0.0
