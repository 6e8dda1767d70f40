"""What a unit tells of: its events, each with what it is about, whether it is denied, how far it has come.

The verbs come first (`verbgroups`), then what stands between two of them is cut at the mark or
word that joins clauses.  Left of a verb stands who, right of it whom and what; roles are kept
apart, but comparers may look at both together, since an active and a passive turn them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rashomon.corroboration.denials import Scope, denial_scopes
from rashomon.corroboration.governing import Governed, governed
from rashomon.corroboration.kinwords import concept, root
from rashomon.corroboration.moods import GOVERNORS, Mood
from rashomon.corroboration.placephrases import SITES
from rashomon.corroboration.units import Unit
from rashomon.corroboration.verbgroups import before, group_start, is_noun, is_verb, lemma_at
from rashomon.corroboration.wording import content_keys, is_adverb, is_mark, names_in, spans_of, words_of
from rashomon.language import functionwords as fw
from rashomon.language.sourcenouns import GROUP_NOUNS, singular
from rashomon.language.titles import ROLE_NOUNS
from rashomon.language.tokens import Token
from rashomon.language.verbs import verb_base
from rashomon.language.wordforms import FUNCTION_WORDS
from rashomon.model import Span

__all__ = ["Event", "events_of"]

_JOINING = fw.CONJUNCTIONS | fw.SUBORDINATORS | fw.RELATIVES | frozenset("after before until since".split())
_COPULAS = frozenset(
    "is are was were be been being remain remains remained 's 're 'm stays stayed stay".split()
)
_NO_SUBJECT = frozenset("no none nobody nothing neither".split())
_BE = frozenset("is are was were be been being 's 're 'm get gets got".split())
_NO_OBJECT = frozenset("no nothing none nobody".split())
_NO_NEGATION = frozenset("only just merely simply least fewer less more later until doubt longer way".split())
_NO = frozenset("not n't never cannot neither nor without no".split())
_TELLING = frozenset(
    "say believe think claim argue insist suggest know hope fear suspect report conclude".split()
)
_ACTORS = GROUP_NOUNS | ROLE_NOUNS
_OTHERS = frozenset("earlier previous past former another similar next last".split())
_SPEAKING = frozenset("i we you".split())
_WINNING = frozenset("beat defeat".split())
_MORE = frozenset("further another additional again other others else elsewhere".split())
_SECOND = frozenset("second another other third earlier previous former".split())
_WHOEVER = frozenset("anything anyone anybody everything something him them".split())
_PRONOUNS = _WHOEVER | (fw.SUBJECT_PRONOUNS | fw.OBJECT_PRONOUNS) - {"i", "you", "me"}
_WHEN = frozenset("before until when once whenever".split())
_STILL = frozenset("longer more anymore".split())
_MANY = 4096
_NOUN_WORDS = 4  # a preposition, an article, an adjective, a noun
_OBJECT_WORDS = 5
_SOON = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that a clause tells of.

    Attributes:
        lemma: the bare verb, with its particle ("back_out"), or the noun or adjective.
        concept: what it tells, by the table of kin.
        at: the place of its head among the words of the unit; `last` that of its particle.
        clause: first and last-but-one place of its clause among these words.
        subject: keys of what stands before it in the clause; `rest` of what stands behind.
        named: keys of the names among the subject; `roles` of its common nouns for people and bodies,
            `sites` of those for places.
        denied: whether it is told not to be, by an odd number of words that deny.
        spans: the words that tell it, as short as they can be read alone.
        reported: whether the denial is that of a clause or somebody ("denied that").
        noun: whether it is told by a noun ("the withdrawal").
        state: whether it is an adjective said of something ("was safe").
        universal: whether it is denied of everybody ("nobody", "not one").
        vague: whether a pronoun stands for somebody or something that it is about.
        spoken: whether "I", "we" or "you" is its subject: who that is depends on who speaks.
        told: whether a noun stands behind "there was".
        governs: whether another verb hangs on it ("wanted to go"), which is an event of its own.
        aside: whether its subject is told to be another one ("a second bridge").
        ceased: whether it is told to be no longer so.
        which: whether it only tells which thing is meant ("limits imposed by the council").
    """

    lemma: str
    concept: str
    at: int
    last: int
    clause: tuple[int, int]
    subject: frozenset[str]
    rest: frozenset[str]
    named: frozenset[str]
    roles: frozenset[str]
    sites: frozenset[str]
    passive: bool
    denied: bool
    mood: Mood
    spans: tuple[Span, ...]
    reported: bool = False
    noun: bool = False
    state: bool = False
    universal: bool = False
    vague: bool = False
    aside: bool = False
    spoken: bool = False
    told: bool = False
    governs: bool = False
    ceased: bool = False
    which: bool = False

    @property
    def about(self) -> frozenset[str]:
        """Keys of all that it is about."""
        return (self.subject | self.rest) - {self.concept}


def events_of(unit: Unit) -> tuple[Event, ...]:
    """The events of a unit, in order."""
    return _events(unit.article.text, unit.wording.spans, words_of(unit))


@lru_cache(maxsize=_MANY)
def _events(text: str, spans: tuple[Span, ...], words: tuple[Token, ...]) -> tuple[Event, ...]:
    heads = [at for at in range(len(words)) if _is_head(words, at) and not _is_another(words, at)]
    verbs = [at for at in heads if not _is_plain_noun(words, at)]
    cuts = _cuts(words, verbs)
    scopes = denial_scopes(words)
    return tuple(_event(text, words, at, cuts, scopes) for at in heads)


def _is_head(words: Sequence[Token], at: int) -> bool:
    return is_verb(words, at) or is_noun(words, at) or _is_state(words, at)


def _is_another(words: Sequence[Token], at: int) -> bool:
    """ "An earlier spill": not the one that the report is about."""
    return at > 0 and words[at - 1].low in _OTHERS


def _is_plain_noun(words: Sequence[Token], at: int) -> bool:
    return is_noun(words, at) and not is_verb(words, at) and not _is_state(words, at)


def _is_state(words: Sequence[Token], at: int) -> bool:
    """Whether an adjective is said of something here ("was safe"): what follows a copula, no noun phrase."""
    token = words[at]
    if is_mark(token) or is_adverb(token) or token.low in fw.PREPOSITIONS or not token.low.isalpha():
        return False
    left = before(words, at)
    if left < 0 or words[left].low not in _COPULAS or is_verb(words, at) or token.low == "worth":
        return False
    return token.low not in fw.DETERMINERS | fw.AUXILIARIES | fw.SUBORDINATORS and not token.capital


def _cuts(words: Sequence[Token], verbs: Sequence[int]) -> list[int]:
    """Where clauses begin: before the word that joins two verbs' clauses, at a strong mark anywhere."""
    cuts = {0, len(words)}
    cuts.update(
        at + 1 for at, word in enumerate(words) if word.text in {";", ":", "—", "–", ".", "?", "!", "--"}
    )
    for left, right in pairwise(verbs):
        between = range(left + 1, group_start(words, right) + 1)
        joins = [at for at in between if at < right and words[at].low in _JOINING]
        commas = [at for at in between if at < right and words[at].text == ","]
        if joins or commas:
            cuts.add((joins or commas)[-1])
        elif verb_base(words[left].low) in _TELLING and right > left + 1:
            cuts.add(left + 1)
    return sorted(cuts)


def _event(text: str, words: Sequence[Token], at: int, cuts: Sequence[int], scopes: Sequence[Scope]) -> Event:
    noun = _is_plain_noun(words, at)
    lemma, last = (words[at].low, at) if noun else lemma_at(words, at)
    start, end = _clause(cuts, at)
    state = not noun and not is_verb(words, at)
    group = at if noun else group_start(words, before(words, at) if state else at)
    by = governed(words, before(words, at) if state else at, noun=noun)
    subject = _subject(words, cuts, start, min(by.start, group))
    passive = not state and any(words[i].low in _BE for i in range(group, at))
    everybody = _before_subject(words, start, group, noun=noun)
    deniers = _deniers(words, group, at, noun=noun) + everybody
    if not (noun or state):
        deniers += _object_denied(words, last, end)
    scope = [s for s in scopes if s.start <= at < s.end]
    return Event(
        lemma=lemma,
        concept=concept("lose" if passive and lemma in _WINNING else lemma),
        at=at,
        last=last,
        clause=(start, end),
        subject=content_keys(subject),
        rest=content_keys(words[at + 1 : end]),
        named=names_in([w for w in _head_of(subject) if w.capital and not _is_actor(w)]),
        roles=content_keys([w for w in subject if _is_actor(w) and (w is words[0] or not w.capital)]),
        sites=frozenset(root(w.low) for w in subject if w.low in SITES),
        passive=passive,
        denied=(len(deniers) + len(scope)) % 2 == 1,
        mood=_mood(words, start, by),
        spans=spans_of(
            _told(words, min([group, by.start, *deniers, *(s.word for s in scope)]), at, last, end), text
        ),
        reported=bool(scope),
        noun=noun,
        state=state,
        universal=bool(everybody),
        vague=any(w.low in _PRONOUNS for w in [*subject, *words[at + 1 : end]]),
        governs=not state and _governs(words, lemma, last),
        told=noun and any(w.low == "there" for w in words[start:at]),
        spoken=any(w.low in _SPEAKING for w in subject),
        aside=any(w.low in _SECOND for w in subject)
        or any(w.low in _MORE for w in words[at + 1 : at + _SOON]),
        ceased=_ceased(words, group, at),
        which=not (noun or state or passive) and _done_by(words, at),
    )


def _clause(cuts: Sequence[int], at: int) -> tuple[int, int]:
    start = max(cut for cut in cuts if cut <= at)
    return start, min(cut for cut in cuts if cut > at)


def _subject(words: Sequence[Token], cuts: Sequence[int], start: int, group: int) -> Sequence[Token]:
    """The words before the verb group; those of the clause before where this one has none of its own."""
    earlier = max((cut for cut in cuts if cut < start), default=0)
    if start and words[start].low in fw.RELATIVES and any(is_verb(words, at) for at in range(start, group)):
        return words[earlier:start]  # "drivers who bring the flour have not joined"
    aside = next((at for at in range(start + 1, group) if words[at].low in fw.RELATIVES), None)
    if aside is not None and any(is_verb(words, at) for at in range(aside, group)):
        return words[start:aside]
    own = [w for w in words[start:group] if not is_mark(w) and w.low not in _JOINING]
    if own or not start:
        return own
    first = next((at for at in range(earlier, start) if is_verb(words, at)), start)
    return words[earlier : group_start(words, first) if first < start else start]


def _governs(words: Sequence[Token], lemma: str, last: int) -> bool:
    """Whether a verb hangs on it: next to it, or behind an object where it is known to take one."""
    lows = [word.low for word in words[last + 1 : last + _SOON]]
    hangs = [at for at in range(len(lows) - 1) if lows[at] == "to" and verb_base(lows[at + 1]) is not None]
    return bool(hangs) and (hangs[0] == 0 or lemma in GOVERNORS)


def _is_actor(word: Token) -> bool:
    return word.low in _ACTORS or singular(word.low) in _ACTORS


def _head_of(subject: Sequence[Token]) -> Sequence[Token]:
    """The subject without what hangs on it: "the head" of "the head of the Orsk Museum"."""
    stop = next((at for at, w in enumerate(subject) if w.low in fw.PREPOSITIONS or is_mark(w)), len(subject))
    return subject[:stop] or subject


def _deniers(words: Sequence[Token], group: int, at: int, *, noun: bool) -> list[int]:
    """The places of the words that deny the head: in its group, or "no" before a noun."""
    if noun:
        return [
            i for i in range(max(0, at - 3), at) if words[i].low in {"no", "without"} and _plain(words, i, at)
        ]
    if any(word.low == "until" for word in words[at + 1 : at + 1 + _SOON]):
        return []  # "did not sink until Monday"
    return [i for i in range(group, at) if _denies(words, i)]


def _plain(words: Sequence[Token], start: int, at: int) -> bool:
    between = words[start + 1 : at]
    return not any(is_mark(w) or w.low in fw.PREPOSITIONS | _NO_NEGATION for w in between)


def _done_by(words: Sequence[Token], at: int) -> bool:
    """A past participle between a noun and its agent."""
    if (
        not 0 < at < len(words) - 1
        or words[at + 1].low != "by"
        or not words[at].low.endswith(("ed", "en", "wn"))
    ):
        return False
    noun = words[at - 1].low
    return noun.isalpha() and noun not in FUNCTION_WORDS and not is_adverb(words[at - 1])


def _ceased(words: Sequence[Token], group: int, at: int) -> bool:
    return any(words[i].low in _STILL and words[i - 1].low in _NO for i in range(group + 1, at))


def _denies(words: Sequence[Token], at: int) -> bool:
    behind = words[at + 1].low if at + 1 < len(words) else ""
    if words[at].low == "no":
        return behind == "longer"
    return words[at].low in _NO and behind not in _NO_NEGATION


def _before_subject(words: Sequence[Token], start: int, group: int, *, noun: bool) -> list[int]:
    """ "No one was hurt", "not one of them left", "without paying": the place of the word that denies."""
    if noun or _tells_which(words, group):
        return []
    for at in range(start, group):
        low = words[at].low
        behind = words[at + 1].low if at + 1 < len(words) else ""
        opens = at == start or words[at - 1].low in _JOINING or words[at - 1].text == ","
        nobody = low in _NO_SUBJECT or (low == "not" and behind in {"one", "a", "any"})
        if (nobody and opens and behind.isalpha() and behind not in _NO_NEGATION) or (
            low == "without" and at == group - 1
        ):
            return [at]
    return []


def _tells_which(words: Sequence[Token], at: int) -> bool:
    """ "Nobody went to the jail HOUSING him": a participle beside a noun that a preposition leads."""
    before_it = words[max(0, at - _NOUN_WORDS) : at]
    if not words[at].low.endswith("ing") or not before_it or not before_it[-1].low.isalpha():
        return False
    led = next((i for i in range(len(before_it) - 1, -1, -1) if before_it[i].low in fw.PREPOSITIONS), None)
    return led is not None and led < len(before_it) - 1 and not any(map(is_mark, before_it[led:]))


def _object_denied(words: Sequence[Token], last: int, end: int) -> list[int]:
    """ "Promised them nothing", "found no bodies": the place of the word that denies the object."""
    for at in range(last + 1, min(end, last + _OBJECT_WORDS)):
        low = words[at].low
        behind = words[at + 1].low if at + 1 < len(words) else ""
        if is_mark(words[at]) or low in fw.PREPOSITIONS | _JOINING | {"to"}:
            return []
        if low in _NO_OBJECT and behind not in _NO_NEGATION:
            return [at]
    return []


def _mood(words: Sequence[Token], start: int, by: Governed) -> Mood:
    opening = {w.low for w in words[start : start + 2]}
    if opening & {"if", "unless"} or (opening & _WHEN and by.mood is Mood.PRESENT):
        return Mood.OPEN
    return by.mood


def _told(words: Sequence[Token], first: int, at: int, last: int, end: int) -> Sequence[Token]:
    """The group with what denies and governs it, and the first words of its object."""
    stop = last + 1
    while stop < min(end, last + 1 + _OBJECT_WORDS) and not _ends_object(words, stop, last):
        stop += 1
    while stop > last + 1 and words[stop - 1].low in fw.DETERMINERS:
        stop -= 1
    return words[min(first, at) : stop]


def _ends_object(words: Sequence[Token], at: int, last: int) -> bool:
    word = words[at]
    return (
        is_mark(word)
        or word.low in _JOINING | fw.AUXILIARIES
        or (word.low in fw.PREPOSITIONS and at > last + 1)
    )
