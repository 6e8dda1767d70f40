"""Who handed on what another spoke or wrote: ``read out by her son``, ``through his lawyer``, in a memoir."""

from __future__ import annotations

from rashomon.attribution.mediaphrases import capital, phrase_at
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.occasions import phrase_start
from rashomon.attribution.outlets import Carrier, CarrierKind
from rashomon.attribution.phrases import phrase_before
from rashomon.attribution.programmes import is_title
from rashomon.attribution.scenes import Scene, Told, beginning
from rashomon.language.sourcenouns import DOCUMENT_NOUNS, GROUP_NOUNS, singular
from rashomon.language.titles import COLLECTIVES, role_base
from rashomon.language.transmission import HANDING_ON, OCCASIONS, OWN, PASSED_ON, SPOKEN_WORDS, VERB_PARTICLES

__all__ = ["agent", "gave_at", "handed_at", "name_hop", "passed_on_at", "through_at", "work_at"]

_AGENTS = frozenset(
    "lawyer lawyers attorney attorneys spokesman spokeswoman spokesperson spokespeople agent solicitor "
    "solicitors representative representatives publicist interpreter family aide aides office counsel "
    "secretary manager son daughter wife husband brother sister mother father widow widower friend "
    "friends party campaign union company club foundation team embassy ministry estate press-office "
    "assistant passer-by bystander neighbour neighbor colleague account".split()
)
_WORKS = frozenset("memoir memoirs autobiography book film documentary biography novel diary diaries".split())
_OWNERS = ("his", "her", "their", "its")
_ONLY_PEOPLE = frozenset("filmed uploaded recorded read posted shared".split())
_LEAKED = frozenset("released leaked handed passed".split())
_GAVE = frozenset("passed gave handed sent forwarded showed shown leaked emailed shared".split())
_THEN = frozenset({"then", "next"})
_OWNED = frozenset(_OWNERS)
_NEAR = 6  # items within which what is handed on stands


@beginning(PASSED_ON)
def passed_on_at(scene: Scene, index: int) -> None:
    """``a video shown by a police spokesman``: somebody hands the words on."""
    low = scene.low(index)
    bound = low in VERB_PARTICLES and scene.low(index + 1) != VERB_PARTICLES[low]
    if low not in PASSED_ON or bound or (low == "public" and scene.low(index - 1) != "made"):
        return
    near = range(index + 1, min(index + _NEAR + 1, len(scene.sentence)))
    by = next((i for i in near if scene.low(i) in ("by", "through", ",")), 0)
    if scene.low(by) not in ("by", "through"):
        return
    before = range(max(0, index - _NEAR + 1), index)
    if not any(scene.low(i) in OCCASIONS or scene.low(i) in SPOKEN_WORDS for i in before):
        return
    phrase = phrase_at(scene.sentence, by + 1)
    if phrase is None or scene.outlets.read(scene.sentence, *phrase) is not None:
        return
    last = agent(scene, phrase)
    if last is None and low in _ONLY_PEOPLE and scene.low(by + 1) in ("a", "an", *_OWNERS):
        last = phrase[1]  # “filmed by a dog walker”
    if last is not None:
        again = low in VERB_PARTICLES and any(scene.low(i) in SPOKEN_WORDS for i in before)
        name_hop(scene, phrase[0], last, "carried_by" if again else "passed_on", index)
        if again:
            _account_on(scene, phrase, last, index)


def _account_on(scene: Scene, phrase: Phrase, last: int, verb: int) -> None:
    """``passed on by the fan account Reed Talk on Chirrup``: the platform, behind the account."""
    account = any(scene.low(i) == "account" for i in range(phrase[0], last + 1))
    if account and scene.low(last + 1) == "on" and capital(scene.sentence, last + 2):
        name_hop(scene, last + 2, last + 2, "carried_by", verb)


def agent(scene: Scene, phrase: Phrase) -> int | None:
    """The item where those end who hand on: ``a police spokesman``, ``his lawyer, Tom Rask``."""
    first, last = phrase
    for index in range(first, last + 1):
        low = scene.low(index)
        handing = role_base(low) or low in _AGENTS or low in COLLECTIVES or low in GROUP_NOUNS
        headed = index == last or capital(scene.sentence, index + 1)
        if (handing or low == "police") and (headed or not scene.low(index + 1).isalpha()):
            while index < last and capital(scene.sentence, index + 1):
                index += 1
            return index
    run = [i for i in range(first, last + 1) if capital(scene.sentence, i)]
    owned = scene.low(first) in ("the", "a", "an")
    return (
        run[-1] if run and run[0] == first and not owned and not scene.low(run[-1]).endswith("'s") else None
    )


@beginning(HANDING_ON)
def handed_at(scene: Scene, index: int) -> None:
    """``police played a video in which …``, ``his lawyer read out a letter from him``."""
    manner = HANDING_ON.get(scene.low(index))
    if manner is None or manner == "seen_by" or scene.low(index + 1) == "by":
        return
    near = range(index + 1, min(index + _NEAR + 1, len(scene.sentence)))
    paper = next((i for i in near if scene.low(i) in OCCASIONS), 0)
    if not paper or scene.low(paper + 1) not in ("in", "of", "from", "by", "showing", "where"):
        return
    if scene.low(paper + 1) == "in" and scene.low(paper + 2) != "which":
        return
    kind, first = OCCASIONS[scene.low(paper)], phrase_start(scene, paper)
    span = scene.sentence.between(first, paper)
    scene.found.occasions.append(
        Told(kind=kind, span=span, back=False, verb=scene.sentence.items[first].span)
    )
    verb = index
    while scene.low(index - 1) in _THEN:
        index -= 1
    phrase = phrase_before(scene.sentence, index)
    if phrase is None:
        return
    found = scene.outlets.read(scene.sentence, *phrase)
    index = verb
    if found is not None:
        scene.hop(found, manner, index)
    elif (last := agent(scene, phrase)) is not None and manner == "passed_on":
        name_hop(scene, phrase[0], last, manner, index)


@beginning(_LEAKED, _GAVE)
def gave_at(scene: Scene, index: int) -> None:
    """``passed this paper an email in which …``, ``a memo leaked to the group Open Ledger``."""
    low = scene.low
    if low(index) in _LEAKED and low(index + 1) == "to":
        near = range(max(0, index - _NEAR), index)
        phrase = phrase_at(scene.sentence, index + 2)
        paper = any(low(i) in OCCASIONS or singular(low(i)) in DOCUMENT_NOUNS for i in near)
        if phrase is None or not paper or scene.outlets.read(scene.sentence, *phrase) is not None:
            return
        last = phrase[1]
        while last > phrase[0] and not capital(scene.sentence, last):
            last -= 1
        if capital(scene.sentence, last) and low(phrase[0]) not in OWN and not _own(scene, phrase):
            name_hop(scene, phrase[0], last, "seen_by", index)
    elif low(index) in _GAVE:
        _gave_us(scene, index)


def _gave_us(scene: Scene, index: int) -> None:
    to = phrase_at(scene.sentence, index + 1)
    if to is None or not (scene.low(index + 1) in OWN or _own(scene, (to[0], to[1]))):
        return
    near = range(index + 2, min(index + 2 + _NEAR, len(scene.sentence)))
    paper = next((i for i in near if scene.low(i) in OCCASIONS), 0)
    phrase = phrase_before(scene.sentence, index)
    if paper and phrase is not None and scene.low(paper + 1) == "in" and scene.low(paper + 2) == "which":
        last = agent(scene, phrase) or phrase[1]
        first = next((i for i in range(phrase[0], last + 1) if capital(scene.sentence, i)), phrase[0])
        name_hop(scene, first, last, "passed_on", index)


def _own(scene: Scene, phrase: Phrase) -> bool:
    """Whether these items begin with a name of the article's own outlet."""
    first, last = phrase
    return any(
        scene.outlets.is_own(scene.sentence.between(first, end).of(scene.outlets.text))
        for end in range(first, last + 1)
    )


@beginning(("through", "via"))
def through_at(scene: Scene, index: int) -> None:
    """``said through his lawyer``, ``through a spokeswoman``, ``on Chirrup, via Norra``."""
    if scene.low(index) == "via" and _via(scene, index):
        return
    if scene.low(index) not in ("through", "via") or scene.low(index - 1) in PASSED_ON:
        return
    phrase = phrase_at(scene.sentence, index + 1)
    if phrase is None or scene.low(phrase[0]) not in (*_OWNERS, "a", "an"):
        return
    first, last = phrase
    nouns = [i for i in range(first, last + 1) if scene.low(i) in _AGENTS]
    if nouns:
        end = nouns[-1]
        while end < last and scene.sentence.items[end + 1].capital:
            end += 1
        name_hop(scene, first, end, "through", index)


def _via(scene: Scene, index: int) -> bool:
    """``Via Norra: …`` and ``claims on Chirrup, via Norra, that …``: who picked it up."""
    posted = (
        scene.low(index - 1) == "," and capital(scene.sentence, index - 2) and scene.low(index - 3) == "on"
    )
    if index > 0 and not posted:
        return False
    found = scene.outlets.at(scene.sentence, index + 1, surely=True)
    behind = scene.low(found.last + 1) if found else ""
    if found is None or behind not in ((":",) if index == 0 else (",", ".", ":", "—")):
        return False
    scene.hop(found, "according_to", index, aside=True)
    return True


@beginning(_WORKS)
def work_at(scene: Scene, index: int) -> None:
    """``in his memoir The Long Rope``, ``in her new book, “The Long Rope”``."""
    if scene.low(index) not in _WORKS or scene.sentence.items[index].capital:
        return
    if not any(scene.low(i) in ("in", "from", "for") for i in range(max(0, index - 4), index)):
        return
    start = index + 2 if scene.low(index + 1) == "," else index + 1
    if is_title(scene, start):
        scene.found.titles.append(scene.sentence.items[start].span)
        name_hop(scene, start, start, "work", index)
        return
    last = start - 1
    begin = start + 1 if scene.low(start) in ("a", "the") else start
    while capital(scene.sentence, begin) and last + 1 < len(scene.sentence) and _in_title(scene, last + 1):
        last += 1
    closed = start == index + 1 or scene.low(last + 1) == ","
    if last >= start and closed:
        name_hop(scene, start, last, "work", index)
    elif _OWNED & {scene.low(i) for i in range(max(0, index - 3), index)}:
        scene.found.elsewhere = True


def _in_title(scene: Scene, index: int) -> bool:
    item = scene.sentence.items[index]
    following = range(index + 1, min(index + 3, len(scene.sentence)))
    small = item.low in ("of", "the", "and", "a", "in", "to", "on", "for", "with")
    return item.capital or (small and any(scene.sentence.items[i].capital for i in following))


def name_hop(scene: Scene, first: int, last: int, manner: str, verb: int) -> None:
    """Keep these items as the name of somebody, or of a work, that words pass through."""
    span = scene.sentence.between(first, last)
    name = " ".join(span.of(scene.outlets.text).strip("“”\"'‘’,.").split())
    carrier = Carrier(kind=CarrierKind.NAMED, name=name, span=span, first=first, last=last)
    scene.hop(carrier, manner, verb, addressed=manner == "through")
