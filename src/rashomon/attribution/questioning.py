"""Who asks for an outlet, told by an apposition or by the question: ``pressed by its presenter, Maud Kerr,``.

“When the anchor, Maud Kerr, wondered who would pay” tells as much as “told the
anchor”; whoever asked once is known by the surname afterwards.
"""

from __future__ import annotations

from rashomon.attribution.mediaphrases import capital
from rashomon.attribution.outlets import Carrier, CarrierKind
from rashomon.attribution.scenes import Scene, beginning
from rashomon.language import functionwords as fw
from rashomon.language.transmission import ADDRESSED, CARRIERS, INTERVIEWERS

__all__ = ["questioned_at", "seated_at"]

_EDITING = frozenset("editor editor-in-chief critic".split())
_OWNERS = frozenset("its his her their".split())
_ASKED = frozenset(
    "asked wondered pressed put suggested challenged interrupted asks wonders inquired".split()
)
_WHEN = frozenset("when as after while".split())
_TOLD = frozenset({"to", "with"})
_LONGEST = 3  # words of a name
_FAR = 6  # items before the noun in which “by” or “told” stands


@beginning(INTERVIEWERS, _EDITING)
def questioned_at(scene: Scene, index: int) -> None:
    """``told its editor, Maud Kerr,``, ``pressed by the host, Maud Kerr,``, ``when the anchor, …, asked``."""
    low = scene.low
    if scene.sentence.items[index].capital or low(index + 1) != ",":
        return
    start = index - 1
    while start > 0 and low(start) not in fw.DETERMINERS | _OWNERS and index - start < _FAR:
        if low(start) in fw.PREPOSITIONS or low(start) in ADDRESSED:
            return
        start -= 1
    owner = next((i for i in range(start, index) if low(i).endswith("'s")), None)
    outlets = owner is not None or low(start) in _OWNERS
    if low(index) not in INTERVIEWERS and not (low(index) in _EDITING and outlets):
        return
    last = index + 1
    while capital(scene.sentence, last + 1) and last - index <= _LONGEST:
        last += 1
    if last - index < 3 or low(last + 1) not in (",", ".", "", ";", "that"):
        return
    before = low(start - 1)
    asked = before in _WHEN and low(last + 2) in _ASKED
    by = before == "by" and CARRIERS.get((low(start - 2), "by")) == "interview"
    if asked or by or before in ADDRESSED or before in _TOLD:
        told = before in ADDRESSED or before == "to"
        manner = "told" if told else "interview"
        _keep(scene, index + 2, last, manner, start - 1)
        _outlet(scene, start, owner, manner)


def _outlet(scene: Scene, start: int, owner: int | None, manner: str) -> None:
    """``the Courier’s food critic, Maud Kerr,``: the outlet whose critic she is."""
    found = None if owner is None else scene.outlets.read(scene.sentence, start, owner, surely=True)
    if found is not None and found.kind is not CarrierKind.INTERVIEWER:
        scene.hop(found, manner, start - 1, addressed=True)


def _keep(scene: Scene, first: int, last: int, manner: str, verb: int) -> None:
    span = scene.sentence.between(first, last)
    name = " ".join(span.of(scene.outlets.text).split())
    carrier = Carrier(kind=CarrierKind.INTERVIEWER, name=name, span=span, first=first, last=last)
    scene.hop(carrier, manner, verb, addressed=True)


@beginning(("with",))
def seated_at(scene: Scene, index: int) -> None:
    """``sitting down with Maud Kerr and Finn Rask for the “First Light” podcast``: two who ask."""
    low = scene.low
    if low(index) == "with" and low(index + 1) in INTERVIEWERS and capital(scene.sentence, index + 2):
        last = index + 2
        while capital(scene.sentence, last + 1) and last - index <= _LONGEST:
            last += 1
        _keep(scene, index + 2, last, "interview", index)
        return
    if low(index) != "with" or low(index - 1) not in ("down", "spoke", "speaking", "talking", "chatting"):
        return
    askers: list[tuple[int, int]] = []
    start = index + 1
    while len(askers) < _LONGEST and capital(scene.sentence, start):
        last = start
        while capital(scene.sentence, last + 1) and last - start < _LONGEST - 1:
            last += 1
        askers.append((start, last))
        start = last + 2
        if low(last + 1) != "and":
            break
    if len(askers) < 2 or low(askers[-1][1] + 1) not in ("for", "of", "on"):
        return
    for first, last in askers:
        _keep(scene, first, last, "interview", index)
