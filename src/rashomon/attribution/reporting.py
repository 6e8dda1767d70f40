"""Outlets that report, and whom they cite: ``the Courier reported, citing two officials``."""

from __future__ import annotations

from rashomon.attribution.cues import lookup
from rashomon.attribution.mediaphrases import before_noun, capital, phrase_at
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.outlets import Carrier, CarrierKind
from rashomon.attribution.phrases import phrase_before
from rashomon.attribution.scenes import Quoted, Scene, beginning
from rashomon.language import functionwords as fw
from rashomon.language.sourcenouns import DOCUMENT_NOUNS, singular
from rashomon.language.titles import role_base
from rashomon.language.tokens import TokenKind
from rashomon.language.transmission import (
    ADDRESSED,
    CITING,
    MEDIA,
    MEDIA_PLURALS,
    OCCASIONS,
    REPORTING,
    SPOKEN_WORDS,
)
from rashomon.model import Span

__all__ = ["cited_at", "quoted_at", "reported_at", "told_by_at"]

_QUOTED = frozenset("quoted quotes cited cites".split())
_BE = frozenset("is are was were be been being".split())
_CLOSING = frozenset({".", ",", "", "on", "in", "quoting", "citing", "—", "–"}) | fw.TEMPORAL
_ASIDE = 6  # words of a name with the nouns before it
_OUTLETS = (CarrierKind.OUTLET, CarrierKind.STATE)
_KNOWING = frozenset("familiar briefed close involved aware".split())
_LEADING = frozenset(
    "for of at with to from by told after when because since before although while though if whether".split()
)


@beginning(REPORTING, ("report", "reveal", "publish"))
def reported_at(scene: Scene, index: int) -> None:
    """``the Courier reported``, ``reports the Courier``, ``the Courier quoted her as saying``."""
    low = scene.low
    manner = REPORTING.get(low(index))
    if low(index) in ("report", "reveal", "publish") and low(index - 1) == "to" and low(index - 2) == "first":
        _was_first(scene, index)
        return
    if manner is None or (low(index) == "report" and low(index - 1) not in MEDIA_PLURALS):
        return
    if low(index) in ("report", "reports") and low(index + 1) in ("of", "about", "on", "from"):
        return  # a noun
    end = index
    while end > 0 and low(end - 1) in _BEFORE:
        end -= 1
    if low(end) == ",":
        end = index
    phrase = _subject(scene, end)
    found = scene.outlets.read(scene.sentence, *phrase) if phrase else None
    whole = found is not None and phrase is not None and found.last == phrase[1]
    if (
        found is not None
        and phrase is not None
        and whole
        and found.kind in _OUTLETS
        and not _led(scene, phrase[0])
    ):
        first = low(index - 1) == "first"
        manner = "first_reported_by" if first else manner
        fronted = low(phrase[0] - 1) == "as" and phrase[0] <= _FRONT
        leads = fronted or _goes_on(scene, index) or low(end - 1) == "which"
        aside = _between(scene, phrase[0], index) or _printed(scene, phrase[0])
        scene.hop(found, manner, index, leads=leads and not aside, aside=aside)
    elif low(index) in _INVERTED and (
        index == 0 or low(index - 1) in (",", "as") or scene.sentence.is_quote(index - 1)
    ):
        behind = scene.outlets.at(scene.sentence, index + 1)
        if behind is not None and behind.kind in _OUTLETS and low(behind.last + 1) in _CLOSING:
            scene.hop(behind, manner, index)


def _was_first(scene: Scene, index: int) -> None:
    """``the Courier was the first to report``."""
    end = index - 4 if scene.low(index - 3) == "the" else index - 3
    phrase = _subject(scene, end) if scene.low(end) in _BE else None
    found = scene.outlets.read(scene.sentence, *phrase) if phrase else None
    if found is not None and found.kind in _OUTLETS:
        scene.hop(found, "first_reported_by", index, leads=True)


def _goes_on(scene: Scene, verb: int) -> bool:
    """Whether what an outlet reports stands behind the verb, and not before it."""
    index = verb + 1
    while scene.low(index) in fw.TEMPORAL or scene.low(index) in fw.ADVERBS or scene.low(index) == "on":
        index += 1
    if scene.low(index) == "," and scene.low(index + 1) in CITING:
        return not any(i.kind is TokenKind.QUOTE for i in scene.sentence.items[:verb]) and verb < _EARLY
    return scene.low(index) not in _ENDING


def _between(scene: Scene, first: int, verb: int) -> bool:
    """``, the Courier reported on Thursday, that``: in the midst of what was said."""
    index = verb + 1
    while scene.low(index) in fw.TEMPORAL or scene.low(index) == "on":
        index += 1
    joined = scene.low(index + 1) in fw.CONJUNCTIONS
    return scene.low(first - 1) == "," and scene.low(index) == "," and not joined


def _printed(scene: Scene, first: int) -> bool:
    """``in an interview that the Observer printed``."""
    noun = scene.low(first - 2)
    return scene.low(first - 1) in ("that", "which") and (noun in OCCASIONS or noun in SPOKEN_WORDS)


_FRONT = 2  # items before “As the Courier noted,”
_PAPERS = frozenset("papers documents records filings memos emails e-mails".split())
_EARLY = 8  # items before which nothing has been said yet
_ENDING = frozenset({",", ".", "", "—", "–", ";", "in", "as", "citing", "quoting", ")", "when", "after"})
_BEFORE = frozenset("has had also first later have previously earlier then now ,".split())
_INVERTED = frozenset("reported reports said says wrote writes quoted".split())


def _subject(scene: Scene, end: int) -> Phrase | None:
    """The phrase before a verb, without what a comma sets beside it; of “which”, what it stands for."""
    if scene.low(end - 1) == "which" and scene.low(end - 2) == ",":
        return _antecedent(scene, end - 3)
    phrase = phrase_before(scene.sentence, end)
    if phrase is None:
        return _antecedent(scene, end - 1) if scene.low(end - 1) in MEDIA else None
    first, last = phrase
    comma = next((i for i in range(first, last) if scene.low(i) == ","), None)
    return (first, comma - 1) if comma is not None and comma > first else phrase


def _antecedent(scene: Scene, last: int) -> Phrase | None:
    """The name that ends here, with its article and the nouns before it."""
    first = last
    while first > 0 and last - first < _ASIDE and _before_noun(scene, first - 1):
        first -= 1
    return (first, last) if last > 0 else None


def _before_noun(scene: Scene, index: int) -> bool:
    return before_noun(scene.sentence, index) or scene.low(index) == "&"


@beginning(_QUOTED)
def quoted_at(scene: Scene, index: int) -> None:
    """``quoted a clerk as saying …``, ``the agent was quoted by the paper as saying …``."""
    low = scene.low
    if low(index) not in _QUOTED:
        return
    near = range(index + 1, min(index + 14, len(scene.sentence)))
    at = next((i for i in near if low(i) == "as" and _ing(low(i + 1))), None)
    if at is None or any(_long_quote(scene, i) for i in range(index, at)):
        return
    passive = low(index - 1) in _BE
    phrase = phrase_before(scene.sentence, index - 1) if passive else (index + 1, at - 1)
    if phrase is None or phrase[1] < phrase[0]:
        return
    cue = scene.sentence.between(at, at + 1) if passive else scene.sentence.between(index, index)
    behind = at + (3 if low(at + 1) == "having" else 2)
    content = _said(scene, behind) or (_before(scene, phrase[0]) if passive else _led_by(scene, index))
    if content is not None:
        scene.found.quoted.append(Quoted(scene.sentence.between(*phrase), cue, content))
        if not passive:
            _by_person(scene, index)
        if passive and low(phrase[0] - 1) == "which" and low(phrase[0] - 2) == "in":
            _printed_in(scene, phrase[0] - 3, index)


def _by_person(scene: Scene, verb: int) -> None:
    """``Holt’s lawyer, Mia Strand, quoted her client as saying``: the lawyer passes the words on."""
    phrase = phrase_before(scene.sentence, verb)
    if phrase is None or scene.outlets.read(scene.sentence, *phrase) is not None:
        return
    words = scene.sentence.between(*phrase).of(scene.outlets.text)
    named = capital(scene.sentence, phrase[1]) or role_base(scene.low(phrase[1]))
    if named and not scene.outlets.is_own(words):
        carrier = Carrier(
            kind=CarrierKind.NAMED,
            name=" ".join(words.split()),
            span=scene.sentence.between(*phrase),
            first=phrase[0],
            last=phrase[1],
        )
        scene.hop(carrier, "quoted_by", verb, aside=True)


def _long_quote(scene: Scene, index: int) -> bool:
    """Whether a quotation stands here that is more than what somebody is called: ``a ‘kitchen pal’``."""
    return scene.sentence.is_quote(index) and len(scene.sentence.items[index].text.split()) > _CALLED


def _printed_in(scene: Scene, last: int, verb: int) -> None:
    """``the Courier, in which Holt was quoted``: the Courier quotes him."""
    if scene.low(last) == ",":
        last -= 1
    phrase = _antecedent(scene, last)
    found = scene.outlets.read(scene.sentence, *phrase) if phrase else None
    if found is not None:
        scene.hop(found, "quoted_by", verb, aside=True)


_CALLED = 3  # words


def _ing(word: str) -> bool:
    """``saying``, ``denying``, ``having`` said."""
    return word == "having" or (word.endswith("ing") and bool(lookup(word)))


def _said(scene: Scene, start: int) -> Span | None:
    """What stands behind “as saying”, past whom it was told and past the outlet."""
    low = scene.low
    if low(start) == "by":
        found = scene.outlets.at(scene.sentence, start + 1)
        if found is not None:
            scene.hop(found, "quoted_by", start)
            start = found.last + 1
    elif low(start - 1) == "telling":
        start = next(
            (i for i in range(start, min(start + 9, len(scene.sentence))) if low(i) == "that"), start
        )
    while start < len(scene.sentence) and scene.low(start) in (":", ","):
        start += 1
    last = len(scene.sentence) - 1
    while last > start and scene.sentence.items[last].kind is TokenKind.MARK:
        last -= 1
    words = any(i.kind is not TokenKind.MARK for i in scene.sentence.items[start : last + 1])
    return scene.sentence.between(start, last) if words and not _only_time(scene, start, last) else None


def _led_by(scene: Scene, verb: int) -> Span | None:
    """``It rained, state media quoted Holt as saying.``: what stands before who quotes her."""
    phrase = phrase_before(scene.sentence, verb)
    if phrase is None or phrase[0] < _CALLED or scene.low(phrase[0] - 1) != ",":
        return None
    return scene.sentence.between(0, phrase[0] - 2)


def _only_time(scene: Scene, first: int, last: int) -> bool:
    """``as saying on Sunday``: nothing that was said."""
    return all(scene.low(i) in fw.TEMPORAL or scene.low(i) == "on" for i in range(first, last + 1))


def _before(scene: Scene, start: int) -> Span | None:
    """``“…,” Holt was quoted as saying``: the quotation right before."""
    index = start - 1
    while index > 0 and scene.sentence.items[index].kind is TokenKind.MARK:
        index -= 1
    return scene.sentence.items[index].span if scene.sentence.is_quote(index) else None


@beginning(("told",))
def told_by_at(scene: Scene, index: int) -> None:
    """``the weekly Le Quai was told by an officer that …``: the officer tells it."""
    low = scene.low
    if low(index) != "told" or low(index - 1) not in _BE:
        return
    begin = index - 2 if low(index - 1) == "been" else index - 1
    phrase = phrase_before(scene.sentence, begin)
    found = scene.outlets.read(scene.sentence, *phrase) if phrase else None
    by = next((i for i in range(index + 1, index + 4) if low(i) == "by"), 0)
    teller = phrase_at(scene.sentence, by + 1) if found and by else None
    if found is None or teller is None:
        return
    that = next(
        (i for i in range(teller[1] + 1, min(teller[1] + 9, len(scene.sentence))) if low(i) == "that"), 0
    )
    content = _said(scene, that) if that else None
    if content is not None:
        scene.hop(found, "told", index)
        cue = scene.sentence.items[index].span
        scene.found.quoted.append(Quoted(scene.sentence.between(*teller), cue, content))


def _led(scene: Scene, first: int) -> bool:
    """Whether the phrase belongs to a preposition: ``a spokeswoman for the Courier said``."""
    return scene.low(first - 1) in _LEADING


@beginning(CITING, ("quoted", "cited", "quotes", "cites"))
def cited_at(scene: Scene, index: int) -> None:
    """``citing two officials``: whose words an outlet gives."""
    low = scene.low
    relative = low(index) in ("quoted", "cited", "quotes", "cites") and low(index - 1) in (
        "which",
        "who",
        "it",
    )
    if low(index) not in CITING and not relative:
        return
    phrase = phrase_at(scene.sentence, index + 1)
    if phrase is None:
        return
    found = scene.outlets.at(scene.sentence, index + 1)
    verb = scene.sentence.items[index].span
    if found is not None:
        scene.found.cited.append((found.span, found, verb))
        scene.hop(found, "cited", index)
        return
    first, last = phrase
    for end in range(last, first - 1, -1):
        people = role_base(low(end)) or (
            scene.sentence.items[end].capital and first < last and not low(end).endswith("'s")
        )
        paper = low(end) in _PAPERS or (singular(low(end)) in DOCUMENT_NOUNS and end == last)
        if people or paper or low(end) in ("sources", "people", "officials", "person"):
            scene.found.cited.append((scene.sentence.between(first, _described_to(scene, end)), None, verb))
            return


def _described_to(scene: Scene, noun: int) -> int:
    """Past ``familiar with the audit``, ``at the club`` behind the noun."""
    last = noun
    if scene.low(noun + 1) not in fw.PREPOSITIONS | _KNOWING:
        return noun
    while last + 1 < len(scene.sentence) and last - noun < 10:
        item = scene.sentence.items[last + 1]
        stop = (
            item.kind in (TokenKind.MARK, TokenKind.QUOTE)
            or item.low in fw.SUBORDINATORS | fw.RELATIVES | fw.AUXILIARIES
        )
        if stop or item.low in REPORTING or item.low in ADDRESSED:
            break
        last += 1
    return last
