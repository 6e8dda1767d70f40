"""What is counted: nouns that are kin, and what became of those counted, as tables.

All lower case.  A *fate* is what a count is of ("killed", "wounded"); two counts
are of one thing only if their fates are one.
"""

from __future__ import annotations

from rashomon.language.calendar import MONTHS, WEEKDAYS
from rashomon.language.functionwords import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_VERBS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from rashomon.language.sourcenouns import singular
from rashomon.language.wordforms import base_form, spelling

__all__ = [
    "ASPECTS",
    "CHANGING",
    "FATES",
    "GENERIC",
    "IRREGULAR_PLURALS",
    "NEUTRAL",
    "NO_NOUN",
    "PARTS",
    "PEOPLE",
    "TOPICS",
    "kin",
    "plural",
    "stem",
    "topic",
]

_FATES = """
killed: kill killed kills killing dead died dies die dying death deaths fatality fatalities slain slew
killed: perished perish drowned
wounded: wound wounded wounding wounds injure injured injuring injures injury injuries hurt hurting maimed
casualties: casualty casualties
hospital: hospitalised hospitalized hospital hospitals
arrested: arrest arrested arrests arresting detain detained detaining detentions detentions custody detainees
charged: charged indicted
missing: missing unaccounted
rescued: rescue rescued rescuing saved
evacuated: evacuate evacuated evacuating evacuees evacuations
displaced: displaced displacing homeless fled fleeing
trapped: trapped stranded
infected: infected infections ill sick sickened illness illnesses
sacked: sacked redundancies redundant dismissed
attend: joined join joining attended attend attending marched march marching gathered gathering rallied
attend: participated
attend: participants demonstrated walked turned took-part taken-part walked-out
aboard: aboard on-board carrying passengers
counted: counted tallied
destroyed: destroyed destroying levelled leveled flattened gutted
damaged: damaged damaging
sold: sold
sentenced: sentenced jailed imprisoned
hostage: hostage hostages kidnapped abducted
"""
FATES = {
    word: row.partition(":")[0]
    for row in _FATES.strip().split("\n")
    for word in row.partition(":")[2].split()
}
"""Words that tell what became of those counted, by fate."""

CHANGING = frozenset(
    """killed wounded casualties hospital arrested charged missing rescued evacuated displaced trapped
    infected
    sacked counted destroyed damaged hostage""".split()
)
"""Fates whose numbers grow while news runs; the age of a man or who won do not."""

GENERIC = frozenset(
    "person people human victim other man-or-woman body life soul individual anybody nobody one".split()
)
"""Those who are not told apart any further."""

_ROLES = """passenger worker employee resident miner protester protestor demonstrator student pupil
    tourist fan
    patient customer visitor villager inhabitant migrant refugee marcher striker staff participant traveller
    traveler commuter guest spectator supporter attendee shopper dockworker docker labourer laborer voter
    congregant worshipper worshiper festivalgoer concertgoer member activist homeowner household family
    hiker climber sailor fisherman crewman hostage prisoner inmate detainee suspect defendant""".split()
PARTS = frozenset(
    """child woman man girl boy baby infant toddler teenager adult civilian soldier officer police policeman
    firefighter foreigner medic nurse doctor driver pilot troop marine militant rebel gunman fighter
    journalist minor pensioner servicemember trooper guard insurgent terrorist crew""".split()
)
"""Those who are parts of a whole in most reports: what is told of them is no total."""
PEOPLE = GENERIC | frozenset(_ROLES) | PARTS
NEUTRAL = PEOPLE | frozenset(
    """local young old older elderly innocent new different separate large small big major minor fellow many
    factory rescue innocent unarmed other nearby whole entire confirmed registered suspected""".split()
)
"""Words before a noun that do not narrow what is counted."""

_KIN = """
house home houses residence dwelling
building structure property
job post position
shot round bullet
vehicle car lorry truck
ship vessel boat
plane aircraft jet airliner
vote ballot
case infection
strike airstrike
country nation
lawmaker legislator parliamentarian
pupil student schoolchild
"""
_KIN_OF = {word: row.split()[0] for row in _KIN.strip().split("\n") for word in row.split()}

_ASPECTS = """
height: high tall height altitude elevation
length: long length
width: wide width broad
depth: deep depth
distance: away from off upstream downstream above below north south east west outside distance apart distant
distance: inland
weight: weigh weighs weighed weighing weight heavy
speed: speed fast
age: old age
lateness: late delay delayed delays
"""
ASPECTS = {
    word: row.partition(":")[0]
    for row in _ASPECTS.strip().split("\n")
    for word in row.partition(":")[2].split()
}
"""Words that tell in which respect something is measured."""

_TOPICS = """
vote: vote votes voted voter voters voting ballot ballots turnout electorate poll polls
price: price prices cost costs costing bill worth value valued fee insured insurance pay pays paid paying
price: spend spent spends bid bids offer offers offered sum sums deal
pay: wage wages salary salaries raise earnings
fine: fine fined penalty
loss: loss losses lost damage damages
fund: fund funds funding grant aid package donation donated donate
burn: burned burnt burning burn scorched blaze fire wildfire flames
quake: quake earthquake tremor tremors shock magnitude
result: won win wins lost lose loses beat beaten victory defeat defeated
flight: flight plane jet aircraft airliner
crowd: crowd rally march demonstration protest gathering
"""
TOPICS = {
    word: row.partition(":")[0]
    for row in _TOPICS.strip().split("\n")
    for word in row.partition(":")[2].split()
}
"""Words that make a context one though they are not the same."""

IRREGULAR_PLURALS = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "police": "police", "troops": "troop", "lives": "life", "bodies": "body", "feet": "foot",
    "teeth": "tooth",
    "others": "other", "wives": "wife", "crew": "crew", "staff": "staff", "aircraft": "aircraft",
    "sheep": "sheep",
    "cattle": "cattle", "fish": "fish", "schoolchildren": "schoolchild", "servicemen": "serviceman",
    "policemen": "policeman", "fishermen": "fisherman", "gunmen": "gunman", "crewmen": "crewman",
    "firemen": "firefighter", "firefighters": "firefighter", "kids": "child", "homes": "home",
    "houses": "house",
    "someone": "person", "anyone": "person", "nobody": "person", "youths": "youth", "everybody": "person",
    "one": "person",
}  # fmt: skip
_NO_PLURALS = frozenset(
    """this was is has does his its us yes as always perhaps across towards news series less unless means
    overseas whereas besides afterwards thus plus versus says""".split()
)
NO_NOUN = (
    (PREPOSITIONS - {"like"})
    | SUBORDINATORS
    | CONJUNCTIONS
    | RELATIVES
    | SUBJECT_PRONOUNS
    | OBJECT_PRONOUNS
    | POSSESSIVES
    | AUXILIARIES
    | (DETERMINERS - {"one"})
    | (ADVERBS - {"first", "early"})
    | FINITE_VERBS
    | frozenset(
        {
            *WEEKDAYS,
            *MONTHS,
            "said",
            "says",
            "told",
            "ago",
            "there",
            "here",
            "away",
            "off",
            "up",
            "down",
            "out",
        }
    )
)
"""Words at which the noun phrase behind a number ends."""


def plural(word: str) -> bool:
    """Whether the word looks like the plural of a noun."""
    if word in IRREGULAR_PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and word not in _NO_PLURALS
        and not word.endswith(("ss", "us", "is", "'s"))
    )


def kin(noun: str) -> str:
    """The noun in the singular; nouns for one thing are one.

    >>> kin("vessels"), kin("dwellings"), kin("children")
    ('ship', 'house', 'child')
    """
    one = IRREGULAR_PLURALS.get(noun) or singular(noun)
    return _KIN_OF.get(one, one)


def stem(word: str) -> str:
    """What forms of one word have in common, roughly; only for comparing.

    >>> stem("injured") == stem("injuries"), stem("derailed") == stem("derail"), stem("rose") == stem("risen")
    (True, True, True)
    """
    low = base_form(word.removesuffix("'s").removesuffix("’s"))
    low = kin(low) if low.endswith("s") or low in IRREGULAR_PLURALS else low
    for ending in ("ing", "ed", "ies", "y", "e"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    if len(low) > 4 and low[-1] == low[-2] and low[-1] not in "ls":
        low = low[:-1]
    return spelling(low)


def topic(word: str) -> str:
    """The topic that a word belongs to, else its stem."""
    return TOPICS.get(word) or FATES.get(word) or stem(word)
