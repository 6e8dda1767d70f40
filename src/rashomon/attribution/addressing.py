"""Whom words were said to: ``told the Courier``, ``confirmed to Norra``, ``in an interview with Maud Kerr``.

Who is told is a carrier if it is an outlet or somebody who asks for one, an
occasion if it is a body that hears (“the court”), and else neither.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.attribution.nouns import Phrase
from rashomon.attribution.occasions import heard, phrase_start
from rashomon.attribution.outlets import Carrier, CarrierKind, phrase_at
from rashomon.attribution.programmes import is_title, show
from rashomon.attribution.scenes import Scene
from rashomon.language import functionwords as fw
from rashomon.language.transmission import ADDRESSED, SHOWS, SPOKEN_TO

__all__ = ["addressed_at", "spoken_to_at"]

_BE = frozenset("is are was were be been being".split())
_BETWEEN = fw.TEMPORAL | fw.ADVERBS | {"on", "in", "out", "up", "exclusively", "first", "at", "last"}
_HELD = frozenset("in during for gave granted via through to from giving".split())
_ASIDE = 3  # words that may stand between a participle and its preposition


def addressed_at(scene: Scene, index: int) -> None:
    """``told the Courier``, ``told Maud Kerr of Radio Corrie``, ``told reporters``."""
    manner = ADDRESSED.get(scene.low(index))
    if manner is None or scene.low(index - 1) in _BE:
        return
    start = index + 1
    while scene.low(start) in fw.ADVERBS:
        start += 1
    if scene.low(index).startswith("t") and is_title(scene, start):
        show(scene, index, None, start, None)
        return
    near = range(start + 1, min(start + 9, len(scene.sentence)))
    asked = any(
        scene.low(i) in ("interview", "podcast")
        and scene.low(i - 1) in fw.DETERMINERS | {"exclusive", "televised", "recent", "radio", "phone"}
        for i in near
    )
    _to(scene, start, manner, index, surely=asked)


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
        listed = scene.low(start) == "," and "and" in (scene.low(i) for i in range(start + 1, start + 7))
        if (listed and scene.low(start + 1) not in ("and", "which", "who", "that", "saying")) or scene.low(
            start
        ) == "and":
            start += 1
        else:
            return True
        surely = False
    return found


def _carrier(scene: Scene, phrase: Phrase, manner: str, verb: int, *, surely: bool) -> int | None:
    """The hop or two hops of a phrase, and its last item; None if it names no carrier."""
    first, last = phrase
    person = _person(scene, first)
    if person is not None:
        behind = person + 1
        outlet = None
        if scene.low(behind) in ("of", "from", "at", "for"):
            outlet = scene.outlets.at(scene.sentence, behind + 1)
        elif scene.low(behind) == "," and scene.low(behind + 1) in ("of", "from"):
            outlet = scene.outlets.at(scene.sentence, behind + 2)
        on_show = _shows_behind(scene, behind)
        if outlet is not None or on_show or (surely and _unmarked(scene, first, person)):
            span = scene.sentence.between(first, person)
            name = span.of(scene.outlets.text)
            asker = Carrier(kind=CarrierKind.INTERVIEWER, name=name, span=span, first=first, last=person)
            scene.hop(asker, manner, verb, addressed=True)
            if outlet is None:
                return person
            scene.hop(outlet, manner, verb, addressed=True)
            return outlet.last
    found = scene.outlets.read(scene.sentence, first, last, surely=surely)
    if found is None:
        return None
    if found.kind is CarrierKind.INTERVIEWER and scene.low(first + 0).endswith("'s"):
        owner = scene.outlets.read(scene.sentence, first, first, surely=True)
        if owner is not None:
            scene.hop(replace(owner, kind=CarrierKind.OUTLET), manner, verb, addressed=True)
    elif found.kind is CarrierKind.INTERVIEWER:
        _employer(scene, found, manner, verb)
    found = _named_behind(scene, found)
    scene.hop(found, manner, verb, addressed=True)
    return found.last


def _named_behind(scene: Scene, carrier: Carrier) -> Carrier:
    """``his local radio station, Drossel FM,``: the name set beside the noun."""
    first = carrier.last + 2
    if carrier.name[:1].isupper() or scene.low(carrier.last + 1) != "," or first >= len(scene.sentence):
        return carrier
    last = first - 1
    while last + 1 < len(scene.sentence) and scene.sentence.items[last + 1].capital:
        last += 1
    if last < first or scene.low(last + 1) not in (",", ".", ""):
        return carrier
    name = " ".join(scene.sentence.between(first, last).of(scene.outlets.text).split())
    return replace(carrier, name=name, span=scene.sentence.between(carrier.first, last), last=last)


def _employer(scene: Scene, asker: Carrier, manner: str, verb: int) -> None:
    """``Radio Corrie reporter Maud Kerr``, ``journalist Maud Kerr of Radio Corrie``."""
    for index in range(asker.first, asker.last):
        if (
            scene.sentence.items[index].capital
            and index + 1 <= asker.last
            and not scene.sentence.items[index + 1].capital
        ):
            owner = scene.outlets.read(scene.sentence, asker.first, index)
            if owner is not None:
                scene.hop(replace(owner, kind=CarrierKind.OUTLET), manner, verb, addressed=True)
            return
    if scene.low(asker.last + 1) in ("of", "from", "at"):
        outlet = scene.outlets.at(scene.sentence, asker.last + 2)
        if outlet is not None:
            scene.hop(outlet, manner, verb, addressed=True)


def _person(scene: Scene, first: int) -> int | None:
    """The last item of two or three capitalised words that can be a person."""
    last = first
    while (
        last < len(scene.sentence)
        and scene.sentence.items[last].capital
        and not scene.low(last).endswith("'s")
    ):
        last += 1
    count = last - first
    return (
        last - 1 if count in (2, 3) and scene.outlets.read(scene.sentence, first, last - 1) is None else None
    )


def _unmarked(scene: Scene, first: int, last: int) -> bool:
    return last > first and scene.low(first) != "the"


def _shows_behind(scene: Scene, index: int) -> bool:
    """Whether ``on her show “…”`` follows."""
    if scene.low(index) not in ("on", "during"):
        return False
    near = range(index + 1, min(index + 8, len(scene.sentence)))
    return any(scene.low(i) in SHOWS for i in near) or any(scene.sentence.is_quote(i) for i in near[:4])


def spoken_to_at(scene: Scene, index: int) -> None:
    """``confirmed to the Courier``, ``in an interview with the Courier``, ``in a Courier interview``."""
    manner = SPOKEN_TO.get(scene.low(index))
    if manner is None:
        return
    at = index + 1
    while at <= index + _ASIDE and (
        scene.low(at) in fw.TEMPORAL or scene.low(at) in fw.ADVERBS or scene.low(at) == "on"
    ):
        at += 1
    surely = manner == "interview" and scene.low(index) not in (
        "gave",
        "granted",
        "conversation",
        "exchange",
    )
    surely = surely and scene.low(phrase_start(scene, index) - 1) in _HELD
    links = ("to", "with", "by", "for") if surely else ("to", "with")
    if scene.low(at) in links and (scene.low(at) != "by" or surely):
        _to(scene, at + 1, manner, index, surely=surely)
    if surely and scene.low(index - 1) not in fw.DETERMINERS and scene.sentence.items[index - 1].capital:
        first = index - 1
        while first > 0 and scene.sentence.items[first - 1].capital:
            first -= 1
        owner = scene.outlets.read(
            scene.sentence, first, index - 1, surely=scene.low(index - 1) not in fw.TEMPORAL
        )
        if owner is not None and scene.low(index - 1) not in fw.TEMPORAL:
            scene.hop(owner, "interview", index, addressed=True)
    if scene.low(index) in ("gave", "granted"):
        _gave(scene, index)


def _gave(scene: Scene, index: int) -> None:
    """``gave the Courier an interview``."""
    if "interview" not in (scene.low(i) for i in range(index + 2, index + 9)):
        return
    if scene.sentence.items[min(index + 1, len(scene.sentence) - 1)].capital or scene.low(index + 1) == "the":
        found = scene.outlets.at(scene.sentence, index + 1)
        if found is not None:
            scene.hop(found, "interview", index, addressed=True)
