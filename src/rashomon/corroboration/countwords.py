"""What is counted, what became of it, and what a measure is of, as tables.

All lower case.  A *fate* is what a count is of ("killed", "wounded"); two counts
are of one thing only if their fates are one.  Rows may go on under the same key.
"""

from __future__ import annotations

__all__ = [
    "ASPECTS",
    "CHANGING",
    "FATES",
    "GENERIC",
    "HUMAN",
    "KIN",
    "NEUTRAL",
    "PARTS",
    "PEOPLE",
    "THINGS",
    "TOPICS",
]


def _by_word(rows: str) -> dict[str, str]:
    """Each word with the key of its row; where a word stands in two rows the first counts."""
    out: dict[str, str] = {}
    for row in rows.strip().split("\n"):
        key, _, words = row.partition(":")
        for word in words.split():
            out.setdefault(word, key)
    return out


FATES = _by_word("""
killed: kill killed kills killing dead died dies die dying death deaths fatality fatalities slain slew
killed: perished perish drowned corpses bodies killings
wounded: wound wounded wounding wounds injure injured injuring injures injury injuries hurt hurting maimed
casualties: casualty casualties
wounded: harmed scalded burns bruised concussed blinded scratched
hospital: hospitalised hospitalized hospital hospitals treated
arrested: arrest arrested arrests arresting detain detained detaining detentions detention custody detainees
arrested: rounded-up
charged: charged indicted
missing: missing unaccounted
rescued: recovered-alive found-alive carried-out lifted dug-out
rescued: rescue rescued rescuing saved winched plucked freed pulled brought-up brought-out
evacuated: evacuate evacuated evacuating evacuees evacuation evacuations
displaced: displaced displacing homeless fled fleeing uprooted from-homes left-homes leave-homes
trapped: trapped stranded marooned cut-off stuck
infected: infected infections ill sick sickened illness illnesses contracted tested-positive
sacked: sacked redundancies redundant dismissed laid-off axed axe shed sheds
attend: joined join joining attended attend attending marched march marching gathered gathering rallied
attend: participated participants demonstrated walked turned-out took-part taken-part takes-part walked-out
attend: came-to come-to turned-up
unpowered: without-power without-electricity lost-power power-to blacked-out
attend: stopped-work stop-work downed-tools down-tools laid-down put-down walked-off on-strike struck-work
attend: stayed-out went-out picketed downed attendance came-out paraded thronged flocked queued
attend: protested assembled watched cheered filed turned took-to
aboard: aboard onboard on-board carrying carried carries carry passengers
counted: counted tallied
destroyed: burnt-out gutted swept-away ruined torn-down
destroyed: destroyed destroying levelled leveled flattened gutted razed demolished wrecked burnt-down
destroyed: burned-down burnt-out washed-away
damaged: damaged damaging
flooded: flooded submerged under-water swamped
sold: sold
stolen: stolen stole steals stealing looted
seized: seized confiscated impounded
sentenced: sentenced jailed imprisoned
hostage: hostage hostages kidnapped abducted
fired: fired launched shot-down intercepted
signed: signed signatures
""")
"""Words that tell what became of those counted, by fate; two words are joined by a hyphen."""

CHANGING = frozenset(
    """killed wounded casualties hospital arrested charged missing rescued evacuated displaced trapped
    infected sacked counted unpowered destroyed damaged flooded hostage seized signed""".split()
)
"""Fates whose numbers grow while news runs; the age of a man or who won do not."""

HUMAN = frozenset(
    "wounded hospital arrested charged evacuated sacked attend infected sentenced hostage".split()
)
"""Fates of people: whatever noun stands beside them means people."""

GENERIC = frozenset(
    "person people human victim other man-or-woman body life soul individual anybody nobody one".split()
)
"""Those who are not told apart any further."""

_ROLES = """
    passenger worker employee resident miner protester protestor demonstrator student pupil tourist fan
    patient customer visitor villager inhabitant migrant refugee marcher striker staff participant traveller
    traveler commuter guest spectator supporter attendee shopper dockworker docker labourer laborer voter
    congregant worshipper worshiper festivalgoer concertgoer member activist homeowner household family
    hiker climber sailor fisherman crewman hostage prisoner inmate detainee suspect defendant convict
    farmer grower herdsman shepherd baker miller weaver carpenter builder engineer scientist researcher
    teacher clerk cleaner cook waiter monk nun priest singer musician dancer actor rower oarsman skater skier
    cyclist runner swimmer athlete player referee cadet recruit volunteer campaigner delegate neighbour
    neighbor tenant shareholder trader merchant seller buyer onlooker bystander townspeople subscriber user
    applicant candidate rider scout camper holidaymaker partygoer rioter looter striker millworker
""".split()
PARTS = frozenset(
    """child woman man girl boy baby infant toddler teenager adult civilian soldier officer police policeman
    firefighter foreigner medic nurse doctor driver pilot troop marine militant rebel gunman fighter
    journalist minor pensioner servicemember trooper guard insurgent terrorist crew militiaman""".split()
)
"""Those who are parts of a whole in most reports: what is told of them is no total."""
PEOPLE = GENERIC | frozenset(_ROLES) | PARTS
NEUTRAL = PEOPLE | frozenset(
    """local young old older elderly innocent new different separate large small big major minor fellow many
    factory rescue innocent unarmed other nearby whole entire confirmed registered suspected""".split()
)
"""Words before a noun that do not narrow what is counted."""

_KIN = """
house home houses residence dwelling household
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
shop store outlet
flat apartment
bomb explosive
missile rocket
painting picture canvas artwork
seat mandate
doctor physician
firm company business
bus coach
child kid youngster
crack fissure
sailor seaman crewman
rower oarsman
prisoner inmate convict
protester protestor demonstrator marcher
resident inhabitant villager
spectator onlooker fan
docker dockworker
neighbour neighbor
farmer grower
"""
KIN = {word: row.split()[0] for row in _KIN.strip().split("\n") for word in row.split()}
"""Nouns for one thing, each with the first of its row."""

THINGS = frozenset(KIN[word] for word in KIN if KIN[word] not in PEOPLE) | frozenset(
    """animal sheep goat cow cattle pig horse dog cat bird fish trout chicken hen duck bee tree dollar
    school hospital village town city street road bridge mile year month week day hour minute""".split()
)
"""Nouns that count no people, whatever became of them."""

ASPECTS = _by_word("""
height: high tall height altitude elevation
length: long length
width: wide width broad
depth: deep depth
distance: away from off upstream downstream above below north south east west outside distance apart distant
distance: inland
fall: fell fall falls falling plunged plunge plunging tumbled tumbling plummeted rolled plummeting hurtled
margin: ahead margin clear behind
age: old
weight: weigh weighs weighed weighing weight heavy
speed: speed fast
lateness: late delay delayed delays
""")
"""Words that tell in which respect something is measured."""

TOPICS = _by_word("""
vote: vote votes voted voter voters voting ballot ballots turnout electorate poll polls
price: price prices cost costs costing bill worth value valued fee insured insurance pay pays paid paying
price: spend spent spends bid bids offer offers offered sum sums deal sell sells selling sold sale fetched
pay: wage wages salary salaries raise earnings
fine: fine fined penalty
loss: loss losses damage damages
debt: debt debts owe owes owed
profit: profit profits
sales: revenue revenues turnover
fund: fund funds funding grant aid package donation donated donate
burn: burned burnt burning burn scorched blaze fire wildfire flames
quake: quake earthquake tremor tremors shock magnitude
result: won win wins lost lose loses beat beaten victory defeat defeated
flight: flight plane jet aircraft airliner
crowd: crowd rally march demonstration protest gathering
wind: wind winds gust gusts storm
rain: rain rainfall downpour
term: sentence sentenced jail jailed prison imprisonment
share: stake share shares owns
wait: delay delayed late wait waited waiting jammed stuck
""")
"""Words that make a context one though they are not the same."""
