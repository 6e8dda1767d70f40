"""Which event a time dates, and whether two times date the same one.

The events of a unit are read by `events`; a time dates those of the clause that
it stands in, unless they only tell who said so.  Two times are of one event if
what happened is kin and so is somebody or something that it happened to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.corroboration.acts import TELLING
from rashomon.corroboration.events import Event, events_of
from rashomon.corroboration.kinwords import LIGHT, concept
from rashomon.corroboration.moods import Mood
from rashomon.corroboration.units import Unit
from rashomon.corroboration.wording import content_keys, is_mark, words_of
from rashomon.language.tokens import Token, tokenize
from rashomon.language.verbs import verb_base
from rashomon.model import Granularity, Lane, Moment, Span

__all__ = ["COARSE", "Dated", "alike_acts", "dated_in", "one_event"]

COARSE = frozenset({Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY})
"""Times told by years; beside days such a one is of what went before."""
_ALIKE = """
steal disappear vanish rob take miss go_missing loot
find discover turn_up emerge appear unearth spot come_across come_to_light notice
found set_up establish create build make open start
begin fly launch lift_off start open break_out burn set_off leave depart go take_off set_out get_under_way
escape flee break_out get_away slip_away run_away
hold take_place meet happen occur stage go_ahead fall come due
finish end complete close conclude wrap_up run_out expire lapse
close close_down shut_down shut board_up
crash come_down collapse fall_down give_way cave_in break break_loose slide fall bury hit strike
find recover raise salvage pull
leave quit resign step_down go stand_down bow_out retire depart
die kill pass_away perish fall succumb
swear_in swear inaugurate install take_office take_oath assume take_over
take_effect come_into enter_into enter apply begin start effect force bind
inspect examine check look_at test survey audit visit service
dismiss sack fire remove oust relieve recall drop
appoint name hire choose elect pick install
arrest detain seize hold catch capture pick_up take_in take_into
arrive reach land come return get dock
buy acquire purchase take_over
sell auction go_under fetch
marry wed
bear born
drill take dig core bore extract lift bring_up do
record film shoot make tape
publish print appear release come_out issue bring_out
write date sign draft compose send
win take seal clinch beat
vote pass adopt approve ban decide
warn write tell inform alert
hear sit try begin open
sign agree conclude strike reach
destroy burn burn_down burn_out gut flatten level
attack raid hit strike bomb storm
pay settle repay
join enter move sign
train practise race ski compete return start
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


def dated_in(unit: Unit, *, unresolved: bool = False) -> tuple[Dated, ...]:
    """The times of a unit that date what happened, in order; those of the saying are left out.

    Args:
        unresolved: times that nothing on the page anchors are told as well ("on Friday", in a report of
            unknown date).
    """
    told = [
        moment
        for moment in unit.moments
        if unresolved or moment.value is not None or moment.offset is not None
    ]
    if not told:
        return ()
    words = words_of(unit)
    events = [_lately(event, words) for event in events_of(unit)]
    found = (_dated(unit, moment, words, events) for moment in told)
    return tuple(dated for dated in found if dated is not None)


def _lately(event: Event, words: Sequence[Token]) -> Event:
    """The event as a whole: "take office", and "was last seen", where "last" was taken for the verb."""
    after = words[event.at + 1].low if event.at + 1 < len(words) else ""
    if (whole := f"{event.lemma}_{after}") in _ALIKE_OF:
        return replace(event, lemma=whole, concept=whole)
    done = verb_base(after) if words[event.at].low == "last" else None
    return replace(event, lemma=done, concept=concept(done)) if done and done != after else event


def _dated(unit: Unit, moment: Moment, words: Sequence[Token], events: Sequence[Event]) -> Dated | None:
    span = moment.span
    if span is None or moment.lane is not Lane.HAPPENED:
        return None
    at = next((k for k, word in enumerate(words) if word.start >= span.start), None)
    if at is None:
        return None
    here = _events_at(words, events, at)
    nearest = _nearest(here, words, at, span)
    if at and words[at - 1].low == "of" and not (nearest and nearest.noun):
        return None  # it dates a noun: "the flood of June"
    if _of_what_was_beside(words, at, nearest):
        return None
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


def _of_what_was_beside(words: Sequence[Token], at: int, nearest: Event | None) -> bool:
    """ "After the talks Wednesday, he left": whether it dates what the event was before or after."""
    for back in range(at - 1, max(-1, at - _BACK), -1):
        low = words[back].low
        if is_mark(words[back]) or (nearest is not None and nearest.at == back):
            return False
        if low in _BESIDE:
            return any(word.low not in _SMALL for word in words[back + 1 : at])
    return False


_BACK = 8
_BESIDE = frozenset("after before following ahead prior".split())
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
_NOT = frozenset("not never no nobody none n't hasn't hadn't haven't last".split())
_SMALL = frozenset("on in at the early late about around shortly just".split())


def _role(words: Sequence[Token], at: int, *, moved: bool, coarse: bool) -> str:
    """How the word before a time makes it date."""
    low = at - 1
    while low >= 0 and words[low].low in _SMALL and at - low <= 2:
        low -= 1
    role = _ROLES.get(words[low].low, "") if low >= 0 else ""
    lately = role == "from" and any(word.low in _NOT for word in words)  # "not seen since May"
    return "" if moved or lately or (role == "from" and not coarse) else role


def _kin(acts: frozenset[str]) -> frozenset[str]:
    return acts.union(*(_ALIKE_OF.get(act, frozenset()) for act in acts))


def alike_acts(one: Dated, other: Dated) -> bool:
    """Whether what happened is one or kin, light verbs aside."""
    return bool(_alike(one, other) - LIGHT)


def _alike(one: Dated, other: Dated) -> frozenset[str]:
    """The acts of either that are one with, or kin to, one of the other."""
    return (one.acts & _kin(other.acts)) | (_kin(one.acts) & other.acts)


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
    acts = _alike(one, other)
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
