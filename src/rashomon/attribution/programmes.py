"""Programmes and places where people post: ``on Radio Corrie’s “First Light”``, ``in a post on Chirrup``.

An outlet and its programme named together are one carrier.
"""

from __future__ import annotations

from rashomon.attribution.nouns import Phrase
from rashomon.attribution.outlets import Carrier, CarrierKind, phrase_at
from rashomon.attribution.scenes import Scene
from rashomon.language import functionwords as fw
from rashomon.language.transmission import SHOWS
from rashomon.model import Span

__all__ = ["is_title", "programme_at", "show"]

_ON = frozenset({"on", "via", "through", "over", "in", "during"})
_NO_OCCASION = frozenset({"a", "an", "the", "his", "her", "its", "their", "that", "this", "another", "one"})
_OCCASION_PREPOSITIONS = frozenset("in at during via through".split())
_POINTS_BACK = frozenset({"the", "that", "this", "same", "his", "her", "its", "their"})


def programme_at(scene: Scene, index: int) -> None:
    """``on Radio Corrie’s “First Light”``, ``on her show``, ``in a post on Chirrup``."""
    if scene.low(index) not in _ON:
        return
    low = scene.low
    start = index + 1
    quoted = scene.sentence.is_quote(start) or (
        low(start) in ("the", "a") and scene.sentence.is_quote(start + 1)
    )
    phrase = None if quoted else phrase_at(scene.sentence, start)
    title = (
        start
        if scene.sentence.is_quote(start)
        else start + 1
        if quoted
        else phrase[1] + 1
        if phrase
        else start
    )
    titled = is_title(scene, title)
    if phrase is None and not (titled and low(title + 1) in SHOWS):
        return
    posting = _posting(scene, index)
    found = scene.outlets.at(scene.sentence, start, surely=bool(titled) or posting) if phrase else None
    shows = phrase is not None and any(low(i) in SHOWS for i in range(phrase[0], phrase[1] + 1))
    if (
        found is not None
        and posting
        and found.kind in (CarrierKind.NAMED, CarrierKind.PLATFORM, CarrierKind.OUTLET)
        and low(index) in ("on", "via")
        and not titled
    ):
        scene.hop(found, "post", index, addressed=True)
        return
    if low(index) in ("in", "during", "through", "over", "via") and not (titled and (shows or found)):
        return
    if found is not None and found.kind is CarrierKind.PLATFORM:
        scene.hop(found, "post", index, addressed=True)
    elif titled or found is not None or (shows and low(start) in fw.DETERMINERS):
        show(scene, index, phrase, title if titled else None, found)


def _posting(scene: Scene, index: int) -> bool:
    """Whether somebody posts just before: ``wrote on``, ``in a post on``, ``posted on``."""
    before = [scene.low(i) for i in range(max(0, index - 3), index)]
    direct = before[-1:] and before[-1] in (
        "wrote",
        "writes",
        "posted",
        "writing",
        "post",
        "posts",
        "tweet",
        "thread",
        "message",
        "video",
        "posting",
        "account",
        "shared",
    )
    return bool(direct) or any(b in ("post", "posted", "posts", "wrote") for b in before)


def is_title(scene: Scene, index: int) -> bool:
    """Whether the quotation at this item is the title of a programme."""
    if not scene.sentence.is_quote(index):
        return False
    words = scene.sentence.items[index].text.strip("“”\"'‘’.,?! ").split()
    return 0 < len(words) <= 7 and words[0][:1].isupper() and words[-1][:1].isupper()


def show(scene: Scene, index: int, phrase: Phrase | None, title: int | None, found: Carrier | None) -> None:
    """One hop: the programme with the outlet named beside it, else either alone."""
    text = scene.outlets.text
    if title is None:
        if found is not None and found.name[:1].isupper():
            scene.hop(found, "show", index, addressed=True)
        return
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
