"""Whom words were said to: ``told the Courier``, ``confirmed to Norra``, ``in an interview with Maud Kerr``.

Who is told is a carrier if it is an outlet or somebody who asks for one, an
occasion if it is a body that hears (“the court”), and else neither.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.attribution.mediaphrases import APOSTROPHE_S, capital, phrase_at, without_s
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.occasions import heard, phrase_start
from rashomon.attribution.outlets import Carrier, CarrierKind, asking_noun
from rashomon.attribution.programmes import is_title, show
from rashomon.attribution.scenes import Scene, beginning
from rashomon.language import functionwords as fw
from rashomon.language.transmission import (
    ADDRESSED,
    CARRIERS,
    INTERVIEWERS,
    NO_HEARERS,
    OCCASIONS,
    SHOWS,
    SPOKEN_TO,
    WRITTEN_TO,
)

__all__ = ["addressed_at", "employer", "spoken_to_at"]

_BE = frozenset("is are was were be been being".split())
_BETWEEN = fw.TEMPORAL | fw.ADVERBS | {"on", "in", "out", "up", "exclusively", "first", "at", "last"}
_HELD = frozenset("in during for gave granted via through giving by".split())
_GATHERINGS = ("press", "hearing", "meeting", "speech")
_OF = ("of", "from", "at", "for", "with")
_ASIDE = 3  # words that may stand between a participle and its preposition
_LONG_ASIDE = 8  # those of “the day after the vote” between “interview” and “with”


@beginning(ADDRESSED)
def addressed_at(scene: Scene, index: int) -> None:
    """``told the Courier``, ``told Maud Kerr of Radio Corrie``, ``told reporters``."""
    manner = ADDRESSED.get(scene.low(index))
    if manner is None or scene.low(index - 1) in _BE:
        return
    start = index + 1
    while scene.low(start) in fw.ADVERBS:
        start += 1
    if is_title(scene, start) and _programme(scene, start, manner, index):
        return
    if _audience(scene, start, manner, index):
        return
    _to(scene, start, manner, index, surely=_asked_in(scene, start))


def _audience(scene: Scene, start: int, manner: str, verb: int) -> bool:
    """``told listeners to Radio Corrie’s Dawn Hour``, ``told viewers of the show``: what they listen to."""
    noun = start + 1 if scene.low(start) in fw.DETERMINERS else start
    if scene.low(noun) not in _AUDIENCES or scene.low(noun + 1) not in ("to", "of", "on"):
        return False
    found = scene.outlets.at(scene.sentence, noun + 2, surely=True)
    if found is not None:
        scene.hop(found, manner, verb, addressed=True)
    return found is not None


_AUDIENCES = frozenset("listeners viewers readers subscribers".split())


def _asked_in(scene: Scene, start: int) -> bool:
    """Whether ``… in an interview`` follows."""
    near = range(start + 1, min(start + 9, len(scene.sentence)))
    before = fw.DETERMINERS | {"exclusive", "televised", "recent", "radio", "phone"}
    return any(scene.low(i) in ("interview", "podcast") and scene.low(i - 1) in before for i in near)


def _programme(scene: Scene, title: int, manner: str, verb: int) -> bool:
    """``told “First Light”``, ``told “First Light” host Maud Kerr``."""
    behind = title + 1
    plain = scene.low(behind) in INTERVIEWERS | SHOWS | {"that", ""} or scene.sentence.is_quote(behind)
    if not plain and scene.low(verb) not in ("told", "tells"):
        return False
    show(scene, verb, None, title, None)
    noun = behind + 1 if scene.low(behind) == "'s" else behind
    if scene.low(noun) in INTERVIEWERS and capital(scene.sentence, noun + 1):
        last = noun + 1
        while capital(scene.sentence, last + 1) and last - noun < 3:
            last += 1
        scene.hop(_somebody(scene, noun + 1, last), manner, verb, addressed=True)
    return True


def _to(scene: Scene, start: int, manner: str, verb: int, *, surely: bool = False) -> bool:
    """The carriers addressed from here on: one, or several joined by *and*."""
    found = False
    for _ in range(3):
        phrase = phrase_at(scene.sentence, start)
        if phrase is None:
            return found
        behind = next(
            (i for i in range(phrase[1] + 1, len(scene.sentence)) if scene.low(i) not in _BETWEEN), -1
        )
        if scene.low(behind) == "to" and scene.low(verb) in ADDRESSED:
            return found or heard(scene, phrase, verb)  # an order
        after = _carrier(scene, phrase, manner, verb, surely=surely)
        if after is None:
            return found or heard(scene, phrase, verb)
        found = True
        start = after + 1
        if not _listed(scene, start):
            return True
        start += 1 if scene.low(start + 1) != "and" else 2
        surely = False
    return found


def _listed(scene: Scene, index: int) -> bool:
    """Whether *and*, or a comma of a list, joins another hearer."""
    if scene.low(index) == "and":
        return True
    if scene.low(index) != "," or scene.low(index + 1) in ("which", "who", "that", "saying"):
        return False
    return "and" in (scene.low(i) for i in range(index + 1, index + 7))


def _carrier(scene: Scene, phrase: Phrase, manner: str, verb: int, *, surely: bool) -> int | None:
    """The hop or two hops of a phrase, and its last item; None if it names no carrier."""
    first, last = phrase
    if OCCASIONS.get(scene.low(last)) in _GATHERINGS and not capital(scene.sentence, last):
        return None
    title = last + 1
    if scene.low(last).endswith("'s") and is_title(scene, title):
        show(scene, verb, phrase, title, None)
        return title
    named = _person(scene, first)
    if named is None and scene.low(first) in fw.DETERMINERS and _shows_behind(scene, last + 1):
        begin = next((i for i in range(first, last + 1) if capital(scene.sentence, i)), last + 1)
        named = _person(scene, begin) if first + 1 < begin <= last else None
        first = begin if named == last else first
        named = named if named == last else None
    if named is not None:
        after = _asker(scene, first, named, manner, verb, surely=surely)
        if after is not None:
            return after
    newsroom = _for_whom(scene, phrase)
    if newsroom is not None:
        scene.hop(newsroom, manner, verb, addressed=True)
        return newsroom.last
    found = scene.outlets.read(scene.sentence, first, last, surely=surely)
    if found is None:
        return None
    if found.kind is CarrierKind.INTERVIEWER and not employer(scene, found, manner, verb):
        return None
    rival = _possessed(scene, found)
    if rival is not None:
        scene.hop(rival, manner, verb, addressed=True)
    found = _named_behind(scene, found)
    scene.hop(found, manner, verb, addressed=True)
    return found.last


def _asker(scene: Scene, first: int, person: int, manner: str, verb: int, *, surely: bool) -> int | None:
    """``Maud Kerr of Radio Corrie``, ``Maud Kerr, host of “First Light,”``, ``Maud Kerr on her show``."""
    behind = person + 1
    outlet, title = None, None
    if scene.low(behind) in _OF:
        outlet = scene.outlets.at(scene.sentence, behind + 1)
    elif scene.low(behind) == ",":
        start = behind + 1
        while scene.low(start) in fw.DETERMINERS or scene.low(start) in INTERVIEWERS:
            start += 1
        if scene.low(start) in _OF:
            start += 2 if scene.low(start + 1) in ("the", "a") and is_title(scene, start + 2) else 1
            title = start if is_title(scene, start) else None
            outlet = None if title else scene.outlets.at(scene.sentence, start, surely=start > behind + 2)
    on_show = _shows_behind(scene, behind)
    if outlet is None and title is None and not on_show and not (surely and scene.low(first) != "the"):
        return None
    scene.hop(_somebody(scene, first, person), manner, verb, addressed=True)
    if title is not None:
        show(scene, verb, None, title, None)
        return title
    if outlet is None:
        return person
    scene.hop(outlet, manner, verb, addressed=True)
    return outlet.last


def _somebody(scene: Scene, first: int, last: int) -> Carrier:
    """Somebody who asks, by name."""
    span = scene.sentence.between(first, last)
    name = " ".join(span.of(scene.outlets.text).split())
    return Carrier(kind=CarrierKind.INTERVIEWER, name=name, span=span, first=first, last=last)


def _for_whom(scene: Scene, phrase: Phrase) -> Carrier | None:
    """``a reporter for the Courier``, ``a correspondent of Radio Corrie``: the outlet."""
    if scene.low(phrase[1]) not in INTERVIEWERS or scene.low(phrase[1] + 1) not in _OF:
        return None
    return scene.outlets.at(scene.sentence, phrase[1] + 2, surely=True)


def _possessed(scene: Scene, outlet: Carrier) -> Carrier | None:
    """``Ostmark News’ Maud Kerr``: who stands behind a bare apostrophe."""
    first = outlet.last + 2
    if scene.low(outlet.last + 1) not in ("'", "’") or not capital(scene.sentence, first + 1):
        return None
    named = capital(scene.sentence, first) and not capital(scene.sentence, first + 3)
    return _somebody(scene, first, first + 1) if named else None


def _named_behind(scene: Scene, carrier: Carrier) -> Carrier:
    """``his local radio station, Drossel FM,``: the name set beside the noun."""
    first = carrier.last + 2
    if carrier.name[:1].isupper() or scene.low(carrier.last + 1) != "," or first >= len(scene.sentence):
        return carrier
    last = first - 1
    while last + 1 < len(scene.sentence) and _in_name(scene, last + 1):
        last += 1
    if last < first or scene.low(last + 1) not in (",", ".", ""):
        return carrier
    name = " ".join(scene.sentence.between(first, last).of(scene.outlets.text).split())
    return replace(carrier, name=name, span=scene.sentence.between(carrier.first, last), last=last)


def _in_name(scene: Scene, index: int) -> bool:
    """A capital, or “of the” between two."""
    if scene.sentence.items[index].capital:
        return True
    return scene.low(index) in ("of", "the") and any(capital(scene.sentence, index + i) for i in (1, 2))


def employer(scene: Scene, asker: Carrier, manner: str, verb: int) -> bool:
    """``Radio Corrie reporter Maud Kerr``, ``Radio Corrie’s Maud Kerr``, ``Maud Kerr of Radio Corrie``.

    False if that is the report's own outlet.
    """
    items, outlets = scene.sentence.items, scene.outlets
    begin = next(i for i in range(asker.first, asker.last + 1) if items[i].start == asker.span.start)
    noun = begin - 1
    while noun >= asker.first and scene.low(noun) in INTERVIEWERS:
        noun -= 1
    owner = None
    if noun >= asker.first and any(capital(scene.sentence, i) for i in range(asker.first, noun + 1)):
        if outlets.is_own(
            without_s(scene.sentence.between(asker.first, noun), outlets.text).of(outlets.text)
        ):
            return False
        possessive = scene.low(noun).endswith(APOSTROPHE_S)
        owner = outlets.read(scene.sentence, asker.first, noun, surely=possessive)
    elif scene.low(asker.last + 1) in _OF:
        owner = outlets.at(scene.sentence, asker.last + 2)
    if owner is not None and owner.kind is not CarrierKind.INTERVIEWER:
        asked = (scene.low(verb), "by") in CARRIERS
        scene.hop(replace(owner, kind=CarrierKind.OUTLET), manner, verb, addressed=not asked)
    return True


def _person(scene: Scene, first: int) -> int | None:
    """The last item of two or three capitalised words that can be a person."""
    last = first
    while (
        last < len(scene.sentence)
        and last - first < 4
        and capital(scene.sentence, last)
        and not scene.low(last).endswith("'s")
    ):
        last += 1
    count = last - first
    if count not in (2, 3) or asking_noun(scene.sentence, first, last - 1) is not None:
        return None
    return last - 1 if scene.outlets.read(scene.sentence, first, last - 1) is None else None


def _shows_behind(scene: Scene, index: int) -> bool:
    """Whether ``on her show “…”`` follows, or ``on Radio Corrie``."""
    if scene.low(index) not in ("on", "during", "for"):
        return False
    near = range(index + 1, min(index + 8, len(scene.sentence)))
    if any(scene.low(i) in SHOWS for i in near) or any(is_title(scene, i) for i in near[:4]):
        return True
    found = scene.outlets.at(scene.sentence, index + 1)
    return found is not None and found.kind in (CarrierKind.OUTLET, CarrierKind.STATE, CarrierKind.SHOW)


@beginning(SPOKEN_TO, ("put", "puts"))
def spoken_to_at(scene: Scene, index: int) -> None:
    """``confirmed to the Courier``, ``in an interview with the Courier``, ``in a Courier interview``."""
    low = scene.low(index)
    if low in ("put", "puts") and scene.low(index + 1) in ("it", "this") and scene.low(index + 2) == "to":
        _to(scene, index + 3, "told", index)
    manner = SPOKEN_TO.get(low)
    if manner is None or (low in WRITTEN_TO and not _written_to(scene, index)):
        return
    held = manner == "interview" and low in ("interview", "interviews", "appearance", "chat", "sit-down")
    surely = held and scene.low(phrase_start(scene, index) - 1) in _HELD and low != "appearance"
    at = index + 1
    while at <= index + (_LONG_ASIDE if surely else _ASIDE) and _aside(scene, at, wide=surely):
        at += 1
    links = ("to", "with", "by", "for") if surely else ("to", "with")
    if scene.low(at) in links:
        _to(scene, at + 1, manner, index, surely=surely)
    if surely:
        _owner(scene, index)
    if low in ("gave", "granted", "giving", "gives"):
        _gave(scene, index)


def _aside(scene: Scene, index: int, *, wide: bool) -> bool:
    """What may stand between “interview” and “with”: a day; “the day after the vote”, if `wide`."""
    low = scene.low(index)
    if low in fw.TEMPORAL or low in fw.ADVERBS or low == "on":
        return True
    return (
        wide and low not in ("with", "to", "by", "for", ",", ".", "") and not scene.sentence.is_quote(index)
    )


def _written_to(scene: Scene, index: int) -> bool:
    """Whether a paper is what was said in, or is sent: ``in a statement to``, ``emailed a statement to``."""
    before = scene.low(phrase_start(scene, index) - 1)
    return before in _HELD or before in _SENT


_SENT = frozenset("sent gave issued released provided emailed texted wrote made shared send issuing".split())


def _owner(scene: Scene, noun: int) -> None:
    """``in a Courier interview``: the outlet before the noun."""
    first = noun - 1
    if (
        first < 0
        or scene.low(first) in NO_HEARERS
        or not scene.sentence.items[first].capital
        or scene.low(first) in fw.TEMPORAL
    ):
        return
    while first > 0 and scene.sentence.items[first - 1].capital and noun - first < 6:
        first -= 1
    owner = scene.outlets.read(scene.sentence, first, noun - 1, surely=True)
    if owner is not None:
        scene.hop(owner, "interview", noun, addressed=True)


def _gave(scene: Scene, index: int) -> None:
    """``gave the Courier an interview``."""
    if not any(scene.low(i) in ("interview", "interviews") for i in range(index + 2, index + 9)):
        return
    if capital(scene.sentence, index + 1) or scene.low(index + 1) == "the":
        found = scene.outlets.at(scene.sentence, index + 1)
        if found is not None:
            scene.hop(found, "interview", index, addressed=True)
