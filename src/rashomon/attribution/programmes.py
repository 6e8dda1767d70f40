"""Programmes and places where people post: ``on Radio Corrie’s “First Light”``, ``in a post on Chirrup``.

An outlet and its programme named together are one carrier.  “On” alone carries
nothing: who speaks, posts or appears must stand before it, or an occasion.
"""

from __future__ import annotations

from rashomon.attribution.cues import NOUNISH, CueKind, lookup
from rashomon.attribution.mediaphrases import DAYS, capital, phrase_at
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.outlets import Carrier, CarrierKind
from rashomon.attribution.scenes import Scene, beginning
from rashomon.attribution.services import posted_in
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind
from rashomon.language.transmission import (
    FESTIVALS,
    OCCASIONS,
    POSTED,
    SHOW_WORDS,
    SHOWING,
    SHOWS,
    SPOKEN_TO,
    SPOKEN_WORDS,
)
from rashomon.model import Span

__all__ = ["is_title", "joined_at", "platform_at", "programme_at", "show"]

_ON = frozenset({"on", "via", "through", "over", "in", "during", "for"})
_POSTING = frozenset(
    "wrote writes posted posts post writing tweet posting account accounts shared page profile feed "
    "tweets uploaded reposted".split()
)
_UNPOSTED = frozenset(
    "known coverage uproar followers presence attention ads users debate trending outrage backlash".split()
)
_SPEECH = frozenset(
    {CueKind.SAY, CueKind.WRITE, CueKind.ANSWER, CueKind.CLAIM, CueKind.DENY, CueKind.PROMISE}
)
_POSTS = frozenset("post posts thread threads message video response reply feed account".split())
_PIECES = frozenset(
    "thread video message story clip statement livestream rant note reply photograph photo picture snap "
    "selfie cartoon caption image".split()
)
_POSTED = frozenset("posted wrote shared writes posts shares uploaded tweeted".split())
_BEHIND = frozenset({",", ".", "", "that", ":", "—", "on", "after", "as"})
_PUT = frozenset("put posted shared stuck wrote".split())
_JOINING = frozenset("joined joining joins".split())
_SHOWN = frozenset("clip video livestream stream q podcast".split())
_TAKING = frozenset("took takes taking turned turning".split())
_TITLE_WORDS = 7
_BROADCASTERS = frozenset("tv television radio news network channel fm broadcasting am live".split())


@beginning(_ON)
def programme_at(scene: Scene, index: int) -> None:
    """``on Radio Corrie’s “First Light”``, ``on her show``, ``in a post on Chirrup``."""
    low = scene.low
    if low(index) not in _ON:
        return
    start = index + 1
    article = low(start) in ("the", "a")
    quoted = scene.sentence.is_quote(start) or (article and scene.sentence.is_quote(start + 1))
    phrase = None if quoted else phrase_at(scene.sentence, start)
    title = phrase[1] + 1 if phrase else start + 1 if quoted and article else start
    titled = is_title(scene, title)
    spoken = _spoken_before(scene, index)
    if phrase is None and not (titled and (low(title + 1) in SHOWS or _heard_on(scene, index))):
        return
    posting = _posting(scene, index)
    dated = low(start) in fw.TEMPORAL
    found = (
        scene.outlets.at(scene.sentence, start, surely=titled or (posting and not dated)) if phrase else None
    )
    platform = found is not None and found.kind is CarrierKind.PLATFORM
    if platform or (posting and _takes_posts(found, titled=titled)):
        if found is not None and low(index) in ("on", "via") and _posted(scene, index):
            scene.hop(found, "post", index, addressed=True)
        return
    shows = phrase is not None and any(low(i) in SHOWS for i in range(phrase[0], phrase[1] + 1))
    programme = shows or low(title + 1) in SHOWS
    if low(index) != "on" and not (titled and (programme or (found and low(index) != "for"))):
        return
    if titled or (shows and low(start) in fw.DETERMINERS):
        show(scene, index, phrase, title if titled else None, found)
    elif found is not None and spoken and phrase is not None and _alone(scene, found, phrase):
        show(scene, index, phrase, None, found)


@beginning(_JOINING, ("on",))
def joined_at(scene: Scene, index: int) -> None:
    """``joined the podcast Lockjaw``, ``on Tuesday’s Skerry Tonight``: a programme."""
    low = scene.low
    if low(index) in _JOINING:
        phrase = phrase_at(scene.sentence, index + 1)
        shows = phrase is not None and any(low(i) in SHOWS for i in range(phrase[0], phrase[1] + 1))
        found = scene.outlets.at(scene.sentence, index + 1) if shows else None
        if found is not None and found.name[:1].isupper():
            scene.hop(found, "show", index, addressed=True)
    elif low(index) == "on" and low(index + 1).removesuffix("'s") in DAYS and low(index + 1).endswith("'s"):
        last = index + 1
        while capital(scene.sentence, last + 1):
            last += 1
        if last > index + 2 and any(low(i) in SHOW_WORDS for i in range(index + 2, last + 1)):
            span = scene.sentence.between(index + 2, last)
            name = " ".join(span.of(scene.outlets.text).split())
            carrier = Carrier(kind=CarrierKind.OUTLET, name=name, span=span, first=index + 2, last=last)
            scene.hop(carrier, "show", index, addressed=True)


def _alone(scene: Scene, found: Carrier, phrase: Phrase) -> bool:
    """Whether nothing but a time stands behind the name: no ``on the Courier story``."""
    rest = range(found.last + 1, phrase[1] + 1)
    return all(scene.low(i) in fw.TEMPORAL or scene.low(i) in fw.ADVERBS for i in rest)


def _takes_posts(found: Carrier | None, *, titled: bool) -> bool:
    if found is None or titled or not found.name[:1].isupper():
        return False  # “on the company’s website” names nobody
    return found.kind in (CarrierKind.NAMED, CarrierKind.OUTLET)


def _spoken_before(scene: Scene, on: int) -> bool:
    """Whether somebody speaks or appears right before “on”: ``said on``, ``an interview Sunday on``."""
    index = on - 1
    while index >= 0 and (
        scene.low(index) in fw.TEMPORAL
        or scene.low(index) in fw.ADVERBS
        or scene.sentence.items[index].kind is TokenKind.NUMBER
        or scene.low(index).endswith("ly")
    ):
        index -= 1
    low = scene.low(index)
    if index < 0 or low in (",", "—", "–", "and", "but", ";", ":") or scene.sentence.is_quote(index):
        return True
    if low in OCCASIONS or low in SPOKEN_TO or low in SHOWING or low in SPOKEN_WORDS or low in SHOWS:
        return True
    if low in fw.OBJECT_PRONOUNS or low in fw.SUBJECT_PRONOUNS or capital(scene.sentence, index):
        return True
    noun = scene.low(index - 1) in fw.DETERMINERS or scene.low(index - 1) in fw.PREPOSITIONS
    return (bool(lookup(low)) and not (noun and low in NOUNISH)) or low in (
        "live",
        "guest",
        "segment",
        "been",
        "was",
    )


def _heard_on(scene: Scene, on: int) -> bool:
    """``said on “First Light”``, ``an interview Sunday on “First Light”``: no ``agreed on “Clean Water”``."""
    index = on - 1
    while scene.low(index) in fw.TEMPORAL or scene.low(index) in fw.ADVERBS:
        index -= 1
    low = scene.low(index)
    aired = OCCASIONS.get(low) in ("interview", "broadcast") or low in SHOWING or low in SPOKEN_TO
    return scene.low(on) == "on" and (aired or capital(scene.sentence, index) or index < 0)


def _posted(scene: Scene, on: int) -> bool:
    """Whether what stands before “on” may be posted: no ``followers on``, no ``known on``."""
    return scene.low(on - 1) not in _UNPOSTED


def _posting(scene: Scene, index: int) -> bool:
    """Whether somebody posts just before: ``wrote on``, ``in a post on``, ``posted on``."""
    low = scene.low
    if low(index - 1) in _POSTING or any(
        low(i) in ("post", "posted", "posts", "wrote") for i in range(max(0, index - 3), index)
    ):
        return True
    if low(index) != "on":
        return False
    told = _speech(low(index - 1)) or (low(index - 1) in ("this", "it", "that") and low(index - 2) in _PUT)
    piece = low(index - 1) in _PIECES and scene.outlets.bearings.once(low(index + 1))
    led = index == 0 and scene.outlets.bearings.once(low(1)) and any(low(i) in _POSTED for i in range(2, 9))
    return (told or piece or led) and _bare_name(scene, index + 1, led=led)


def _speech(low: str) -> bool:
    """Whether somebody says or writes something by this word: ``insisted on Chirrup``."""
    return any(cue.kind in _SPEECH and not cue.particle for cue, _ in lookup(low))


def _bare_name(scene: Scene, index: int, *, led: bool) -> bool:
    """``said on Chirrup``: one capitalised word that is no day and no feast, and is no place elsewhere."""
    if not capital(scene.sentence, index) or capital(scene.sentence, index + 1):
        return False
    low = scene.low(index)
    return (
        low not in FESTIVALS
        and low not in fw.TEMPORAL
        and not low.endswith("'s")
        and (led or scene.low(index + 1) in _BEHIND or scene.low(index + 1) in fw.TEMPORAL)
        and scene.outlets.at(scene.sentence, index) is None
        and not scene.outlets.bearings.place(low)
    )


@beginning(("to", "q"), POSTED)
def platform_at(scene: Scene, index: int) -> None:
    """``took to Chirrup``, ``a video posted to Chirrup``, ``on her Chirrup account``."""
    low = scene.low
    if low(index) == "to" and low(index - 1) in (*_TAKING, "posted", "shared", "uploaded", "posting"):
        start = index + 2 if low(index + 1) in ("his", "her", "their", "its", "the") else index + 1
        end = start + 1
        saying = low(end) == "to" and _speech(low(end + 1)) and capital(scene.sentence, start)
        surely = low(index - 1) not in _TAKING or saying
        found = scene.outlets.at(scene.sentence, start, surely=surely)
        posted = (CarrierKind.NAMED, CarrierKind.OUTLET) if surely else ()
        if found is not None and found.kind in (CarrierKind.PLATFORM, *posted):
            scene.hop(found, "post", index, addressed=True)
    _posted_there(scene, index)


def _posted_there(scene: Scene, index: int) -> None:
    """``in a Chirrup thread``, ``on the museum’s Chirrup page``: the platform before the noun."""
    posted = posted_in(scene.sentence, index)
    if posted is None:
        return
    span = scene.sentence.between(*posted)
    known = scene.outlets.read(scene.sentence, *posted)
    if known is None and scene.outlets.is_own(span.of(scene.outlets.text)):
        return
    kind = CarrierKind.PLATFORM if known is None else known.kind
    name = " ".join(span.of(scene.outlets.text).split())
    carrier = Carrier(kind=kind, name=name, span=span, first=posted[0], last=index)
    outlet = kind is not CarrierKind.PLATFORM
    if outlet and scene.low(index) not in _SHOWN:
        return
    scene.hop(carrier, "show" if outlet else "post", index, addressed=True)


def is_title(scene: Scene, index: int) -> bool:
    """Whether the quotation at this item is the title of a programme."""
    if not scene.sentence.is_quote(index):
        return False
    words = scene.sentence.items[index].text.strip("“”\"'‘’.,?! ").split()
    return 0 < len(words) <= _TITLE_WORDS and words[0][:1].isupper() and words[-1][:1].isupper()


def show(scene: Scene, index: int, phrase: Phrase | None, title: int | None, found: Carrier | None) -> None:
    """One hop: the programme with the outlet named beside it, else either alone."""
    text = scene.outlets.text
    if title is None:
        if found is not None and found.name[:1].isupper():
            scene.hop(found, "show", index, addressed=True)
        return
    scene.found.titles.append(scene.sentence.items[title].span)
    first = phrase[0] if phrase is not None else title
    named = next((i for i in range(first, title) if scene.sentence.items[i].capital), None)
    whole = scene.sentence.between(first, title)
    if named is None:
        span = scene.sentence.items[title].span
        name = Span(span.start + 1, span.end - 1).of(text).strip(" .,?!")
    else:
        name = scene.sentence.between(named, title).of(text)
    kind = CarrierKind.SHOW if named is None else CarrierKind.OUTLET
    scene.hop(
        Carrier(kind=kind, name=" ".join(name.split()), span=whole, first=first, last=title),
        "show",
        index,
        addressed=True,
    )
