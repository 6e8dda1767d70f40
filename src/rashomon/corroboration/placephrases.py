"""Phrases that say where: a preposition and a name or a noun for a place, as they stand in a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.corroboration.kinwords import root
from rashomon.corroboration.wording import is_mark, spans_of
from rashomon.language import functionwords as fw
from rashomon.language.titles import ORGANISATION_WORDS
from rashomon.language.tokens import Token, TokenKind
from rashomon.language.verbs import verb_base
from rashomon.language.wordforms import FUNCTION_WORDS, NUMBER_WORDS, ORDINAL_VALUES
from rashomon.model import Span

__all__ = ["COMPASS", "PLACE_NOUNS", "SITES", "PlacePhrase", "contained", "place_phrases", "tells_place"]

_PREPOSITIONS = frozenset(
    """in at near outside inside off on under over above below beneath behind beside between from to into
    through across along around by of past toward towards onto within opposite""".split()
)
_OPENING = _PREPOSITIONS - {"of", "between"}
PLACE_NOUNS = frozenset(
    """gate coast quay bridge pass harbour harbor port street road lane avenue square station hall church
    chapel cathedral school hospital clinic platform floor ward bank shore beach village town city
    island hill mountain valley bay cape river lake pier dock wharf airport runway terminal market
    park garden hotel mill works factory plant mine pit tunnel junction crossing motorway highway
    route exit entrance wing tower building house museum theatre theater library prison jail camp
    base border frontier district quarter suburb province county state region sea strait channel
    sound forest wood field farm orchard stadium arena court office headquarters depot yard
    warehouse shaft deck cabin compartment carriage room basement cellar roof attic stairwell side
    end reef sandbank lighthouse canal lock weir dam spit headland slope ridge summit cave cliff
    centre center corner barracks embassy palace parliament university college mosque temple
    synagogue abbey monastery cemetery playground marina jetty slipway car-park corridor kitchen
    chamber vault cutting landing stop bench kiln studio villa hut hostel inn cafe café canteen kiosk stall
    bakery brewery dairy laundry sawmill smithy forge foundry refinery smelter power-station
    substation reservoir pond creek brook stream estuary delta lagoon gulf fjord inlet cove islet
    peninsula plateau meadow pasture vineyard moor marsh swamp bog heath dune desert steppe glacier
    crevasse gully ravine
    gorge canyon valley foothills hillside roadside lay-by verge ditch embankment culvert footbridge viaduct
    underpass overpass flyover roundabout intersection crossroads car-park carpark
    depot shed barn stable byre silo granary loft porch balcony terrace courtyard yard cloister crypt
    altar pulpit gallery terrace pitch pool gym gymnasium classroom laboratory lab
    archive registry ministry consulate embassy town-hall courthouse courtroom cell dock police-station
    surgery pharmacy morgue mortuary hospice nursery kindergarten dormitory flat apartment bungalow cottage
    mansion castle fort fortress tower estate suburb outskirts hamlet settlement quay wharf mooring
    berth boatyard shipyard boathouse marina breakwater jetty buoy seabed riverbed bank shoreline waterfront
    shop store supermarket mall bazaar arcade pub bar restaurant club casino cinema zoo circus bus-stop
    bend curve corner tollgate checkpoint roadblock crest slope trail path""".split()
)
SITES = frozenset(
    """depot farmhouse barn hut shed pool hall cinema castle boat hotel school hospital clinic church
    chapel station factory mill warehouse airport prison jail museum theatre theater library farm
    shop supermarket barracks embassy palace stadium mosque temple synagogue university college
    dairy bakery restaurant pub garage brewery house flat harbour harbor port park beach forest camp
    mine quarry landing stop kiln studio villa sawmill forge foundry refinery cottage mansion castle fort
    boathouse boatyard shipyard zoo casino courthouse chalet monastery convent abbey cemetery graveyard
    playground bunker tent caravan""".split()
)
"""Nouns for places of which none lies in another."""

COMPASS = {
    word: direction
    for direction, words in {
        "n": "north northern northwards",
        "s": "south southern southwards",
        "e": "east eastern eastwards",
        "w": "west western westwards",
        "ne": "northeast north-east northeastern north-eastern",
        "nw": "northwest north-west northwestern north-western",
        "se": "southeast south-east southeastern south-eastern",
        "sw": "southwest south-west southwestern south-western",
    }.items()
    for word in words.split()
}
"""Words for directions, and the direction."""
_TELLING_APART = (
    frozenset("left right upper lower inner outer front rear top bottom".split())
    | frozenset(NUMBER_WORDS)
    | frozenset(ORDINAL_VALUES)
)
_LONGEST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePhrase:
    """Where something was, in the words of a unit.

    Attributes:
        at: the place of the preposition among the words of the unit; `end` is behind the last.
        names: keys of its capitalised words; `nouns` of its common nouns for places.
        marks: what tells it from its like: directions, sides, numbers and letters.
    """

    preposition: str
    at: int
    end: int
    names: tuple[str, ...]
    nouns: tuple[str, ...]
    marks: frozenset[str]
    spans: tuple[Span, ...]


def place_phrases(words: Sequence[Token], text: str) -> Iterator[PlacePhrase]:
    """The place phrases among these words, in order; a phrase inside of another is part of it."""
    at = 0
    while at < len(words):
        found = _phrase(words, at, text)
        if found is None:
            at += 1
        else:
            yield found
            at = found.end


_HERE = frozenset(
    """home abroad indoors outdoors ashore offshore upstairs downstairs downtown underground inland overseas
    here nearby aboard""".split()
)
_BESIDE = frozenset("under behind inside outside beneath beside near across into".split())  # whatever follows
_AT = frozenset("in at on off from".split())
_NOWHERE = frozenset(
    """matter law board terms way circumstances pressure review plan deal agreement question attack attacks
    move decision idea case investigation influence impression""".split()
)
_NAMED_NOWHERE = frozenset(
    "christmas easter ramadan english french german spanish arabic hebrew russian".split()
)
_SPOTS = frozenset(
    """scene ground capital car bus train ship boat ferry plane aircraft van lorry truck air water sea seas
    desk table chair counter bed spot site stand""".split()
)


def tells_place(words: Sequence[Token], text: str) -> bool:
    """Whether these words tell a place, be it one that no phrase is read of ("under the table", "nearby")."""
    if any(word.low in _HERE for word in words):
        return True
    if any(phrase.preposition != "by" for phrase in place_phrases(words, text)):
        return True
    for at, word in enumerate(words[1:], 1):
        before, noun = words[at - 1].low, words[at + 1].low if at + 1 < len(words) else ""
        beside = before in _BESIDE and noun not in _NOWHERE
        if word.low in fw.DETERMINERS and (beside or (before in _AT and noun in _SPOTS)):
            return True
        if before in _AT and word.capital and word.low not in fw.TEMPORAL | _NAMED_NOWHERE:
            return True
    return False


def _phrase(words: Sequence[Token], at: int, text: str) -> PlacePhrase | None:
    opens = words[at].low in _OPENING or _directed(words, at)
    if not opens or at + 1 >= len(words) or words[at + 1].low in _OPENING:
        return None
    if words[at].low == "to" and not words[at + 1].capital and words[at + 1].low not in fw.DETERMINERS:
        return None  # an infinitive
    end = at + 1
    while end < len(words) and end - at < _LONGEST and _goes_on(words, end):
        end += 1
    while end > at + 1 and (words[end - 1].low in _PREPOSITIONS | fw.DETERMINERS):
        end -= 1
    inside = words[at:end]
    names = tuple(root(w.low) for i, w in enumerate(inside) if _is_name(inside, i))
    nouns = tuple(root(w.low) for w in inside if w.low in PLACE_NOUNS | SITES)
    if not (names or nouns) or _is_time(inside) or _is_no_place(words, inside, end):
        return None
    return PlacePhrase(
        preposition=words[at].low,
        at=at,
        end=end,
        names=names,
        nouns=nouns,
        marks=_marks(inside),
        spans=spans_of(inside, text),
    )


_PACTS = frozenset(
    "agreement treaty act pact accord accords deal convention protocol bill charter code plan".split()
)
_INITIALS = re.compile(r"[A-Z]{4,}")


def _is_no_place(words: Sequence[Token], inside: Sequence[Token], end: int) -> bool:
    """ "In Defence Ministry funds": names of bodies and of pacts, and names that say what another noun is."""
    if inside[-1].capital and (inside[-1].low in _PACTS or _INITIALS.fullmatch(inside[-1].text)):
        return True
    if any(w.capital and w.low in ORGANISATION_WORDS - PLACE_NOUNS - SITES for w in inside):
        return True
    if end >= len(words) or not inside[-1].capital:
        return False
    low = words[end].low
    return low.isalpha() and low not in _AFTER_PLACES and verb_base(low) is None


def _is_name(words: Sequence[Token], at: int) -> bool:
    """A capitalised word, but for the noun that a name ends in ("Street" of "Mill Street")."""
    word = words[at]
    if not word.capital or word.low in _NO_NAMES:
        return False
    last = at + 1 == len(words) or not words[at + 1].capital
    return not (last and word.low in PLACE_NOUNS | SITES)


def _directed(words: Sequence[Token], at: int) -> bool:
    """ "South of the island", "close to the village"."""
    if at + 1 >= len(words):
        return False
    behind = words[at + 1].low
    return (words[at].low in COMPASS and behind == "of") or (words[at].low == "close" and behind == "to")


_SHORTENED = frozenset("st ste mt ft".split())


def _goes_on(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    if word.text == "." and words[at - 1].low in _SHORTENED and at + 1 < len(words):
        return words[at + 1].capital  # "in St. Brede"
    if is_mark(word):
        return False
    if word.kind is TokenKind.NUMBER or word.capital:
        return True
    low = word.low
    if low in PLACE_NOUNS | SITES or low in COMPASS or low in fw.DETERMINERS or low in _ADJECTIVES:
        return True
    if low in _PREPOSITIONS:
        return low in {"of", "in", "near", "at", "on", "off", "to"} and not _TIMES.match(
            words[min(at + 1, len(words) - 1)].low
        )
    if low in _MEASURES and any(w.low in COMPASS or w.low == "from" for w in words[at + 1 : at + 3]):
        return True
    if low.isalpha() and at + 1 < len(words) and words[at + 1].low == "of" and low not in _AFTER_PLACES:
        return True
    follows = at + 1 < len(words) and words[at + 1].low in PLACE_NOUNS | SITES | _MEASURES
    return low.isalpha() and follows and low not in fw.AUXILIARIES


_MEASURES = frozenset("metres meters kilometres kilometers km miles mile yards feet".split())
_AFTER_PLACES = FUNCTION_WORDS | fw.ADVERBS | fw.PREPOSITIONS | fw.TEMPORAL
_NO_NAMES = fw.TEMPORAL | frozenset(COMPASS)
_LINKS = frozenset("of in near at on off to".split())
_ADJECTIVES = frozenset(
    "left right upper lower inner outer front rear top bottom old new main central".split()
)
_TIMES = re.compile(
    r"(?:\d|mon|tues|wednes|thurs|fri|satur|sun)\w*(?:day)?$|least|first|last|once|noon|night|about"
)


def _is_time(words: Sequence[Token]) -> bool:
    return any(w.low in fw.TEMPORAL and w.low not in {"may", "march"} for w in words)


def _marks(words: Sequence[Token]) -> frozenset[str]:
    out: set[str] = set()
    for at, word in enumerate(words):
        letter = at > 0 and len(word.text) == 1 and word.capital
        if word.low in COMPASS:
            out.add(COMPASS[word.low])
        elif letter or word.kind is TokenKind.NUMBER or word.low in _TELLING_APART:
            out.add(word.low)
    return frozenset(out)


@lru_cache(maxsize=4096)
def contained(inner: str, outer: str, text: str) -> bool:
    """Whether the text tells that one name lies in the other.

    >>> [contained("brack", "tarn", told) for told in ("Brack in Tarn", "Tarn’s Brack quarter", "Tarn")]
    [True, True, False]
    """
    one, other = re.escape(inner), re.escape(outer)
    behind = rf"\b{one}\b(?:,? (?:\w+ ){{0,4}}(?:in|of|near|outside) (?:\w+ ){{0,3}}{other}\b|, {other}\b)"
    before = rf"\b{other}(?:['’]s)? (?:\w+ ){{0,3}}{one}\b"
    return re.search(f"{behind}|{before}", text, re.IGNORECASE) is not None
