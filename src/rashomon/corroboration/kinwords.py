"""Which words tell one event, and which tell contrary ones, as tables.

A row holds verbs by their bare form, phrasal verbs with ``_`` before the
particle, and nouns for the act.  What stands in no row is kin to words of its
own root only.  A word stands in one row at most: kinship is no chain.
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.language.sourcenouns import singular
from rashomon.language.verbs import verb_base
from rashomon.language.wordforms import spelling

__all__ = [
    "CONCEPT_OF",
    "EVENT_NOUNS",
    "LIGHT",
    "NEAR",
    "PHRASAL",
    "concept",
    "contraries",
    "contrary",
    "kind_of_thing",
    "root",
]

_ROWS = """
withdraw withdrawal leave_table pull_out pullout back_out drop_out opt_out bow_out get_cold \
walk_away pull_back move_back draw_back renege
resign resignation step_down quit stand_down
dismiss dismissal sack sacking oust ouster firing
kill killing dead death deaths die slay slaying fatality fatalities perish lose_life
injure injury injuries wound wounds hurt
arrest apprehend detain detention
charge indict indictment
convict conviction
acquit acquittal exonerate
attack assault raid bomb bombing
explode explosion blast detonate detonation blow_up
burn blaze fire ignite catch_fire set_alight set_ablaze
collapse give_way cave_in topple come_down crash_down fall_down bring_down tip_over fall_over
crash collide collision derail derailment come_off
capsize overturn
flood flooding inundate inundation
close closure shut shut_down shutdown closing shutter
reopen reopening
begin start launch commence commencement kick_off
end stop halt cease finish conclude break_off
suspend suspension pause
postpone postponement delay put_off push_back defer deferral reschedule adjourn
cancel cancellation call_off scrap axe shelve ditch
approve approval ratify ratification green-light
reject rejection turn_down vote_down rebuff spurn throw_out
accept acceptance take_up
agree agreement
win victory triumph beat defeat prevail
lose loss
pay payment
sell sale
buy purchase acquire acquisition takeover
build construction construct erect
demolish demolition tear_down pull_down knock_down raze
evacuate evacuation
rescue rescuing
steal theft burgle burglary
leak leakage spill spillage ooze
warn warning
admit admission confess confession
confirm confirmation
apologise apologize apology
meet meeting
arrive arrival
leave depart departure
happen occur take_place hold stage
break_out erupt
travel journey sail head_for
occupy seize capture take_over overrun
kidnap abduct abduction kidnapping
elect election
name identify identification
sue lawsuit
jail imprison imprisonment
shoot shooting
stab stabbing
drown drowning
poison poisoning
vanish disappear disappearance
divert reroute
pass enact adopt
sentence condemn
search comb
merge merger
ceasefire truce
donate donation
exile banish
delete erase
sabotage tamper
falsify forge
hide conceal
resume resumption
impose imposition
contaminate contamination pollute pollution
infect infection
hack hacking
bribe bribery
betray betrayal
design designer
rebuild rebuilding reconstruct reconstruction
withhold
find discover discovery dig_up unearth come_across
give hand_over present award
enter cross_into drive_into come_into go_into move_into march_into roll_into
join joining move_to sign_for transfer switch_to
advance bring_forward move_forward move_up
return come_back turn_back turn_round turn_around
strike walk_out walkout down_tools lay_down stop_work
protest demonstrate demonstration rally
appoint appointment hire
increase rise grow climb soar
decrease fall drop decline plunge plummet
raise lift hike
cut reduce reduction lower slash
improve improvement
worsen deteriorate deterioration
support back endorse endorsement
oppose opposition object objection
ban prohibit prohibition outlaw
allow permit
negotiate negotiation negotiations talks
invite invitation
attend attendance take_part participate participation
skip boycott stay_away
inform notify notification
inspect inspection
repair mend
damage harm
destroy destruction wreck
survive survival
succeed success
fail failure
release free
escape flee
vaccinate vaccination
uphold upholding
strengthen reinforce
investigate investigation inquiry enquiry probe
reelect re-elect re-election reelection
assassinate assassination eliminate elimination
retaliate retaliation
install installation
extend extension
renew renewal
recognise recognize recognition
compensate compensation
deploy deployment
recall call_home summon_home
visit set_foot
promise pledge vow
expel expulsion
ground run_aground
hospitalise hospitalize hospitalisation hospitalization
relocate relocation
open opening inaugurate inauguration
"""
CONCEPT_OF = {word: row.split()[0] for row in _ROWS.strip().split("\n") for word in row.split()}
"""Every word and phrasal verb of the rows, and the first word of its row."""

PHRASAL = frozenset(tuple(word.split("_")) for word in CONCEPT_OF if "_" in word)
"""Verbs with the word that makes them another verb."""

EVENT_NOUNS = frozenset(
    word for word in CONCEPT_OF if "_" not in word and (verb_base(word) is None or word.endswith("ing"))
) | frozenset(
    """meeting attack strike protest collapse crash blast fire blaze arrest delay leak spill raid flood ban
    cut rise fall defeat loss sale purchase rally probe release repair walkout support charge raise
    payment deal visit search vote injury death dispute ceasefire recall""".split()
)
"""Nouns that tell of an act by themselves ("the withdrawal")."""

_PAIRS = """accept/reject approve/reject agree/reject pass/fail open/close reopen/close begin/end begin/cancel
    increase/decrease win/lose support/oppose allow/ban allow/forbid convict/acquit kill/survive
    attend/skip succeed/fail uphold/overturn raise/cut improve/worsen appoint/dismiss arrive/leave
    stay/leave remain/leave admit/deny lock/unlock extend/cut strengthen/weaken include/exclude
    arrest/release grant/refuse grant/deny guilty/innocent alive/kill alive/dead safe/unsafe
    safe/dangerous insured/uninsured armed/unarmed conscious/unconscious empty/full locked/unlocked
    sober/drunk legal/illegal intact/damage intact/destroy unharmed/injure unhurt/injure unharmed/kill
    stable/unstable present/absent possible/impossible public/secret manned/unmanned open/shut
    occupied/empty awake/asleep remember/forget accept/refuse approve/veto sign/veto asleep/awake
    cancel/proceed resume/end resume/suspend continue/end continue/suspend continue/cancel valid/invalid
    licensed/unlicensed qualified/unqualified lift/impose keep/drop keep/lose ignore/heed obey/ignore
    follow/ignore favour/oppose back/oppose watertight/leak working/broken clear/blame
    drinkable/contaminated clean/contaminated voluntary/forced deliberate/accidental
    deliberately/accidentally walk_out/stay authorised/unauthorised authorized/unauthorized jam/work
    stick/work malfunction/work work/break_down fit/injure fit/strain fit/ill healthy/ill healthy/sick
    stop/continue go_ahead/cancel go_ahead/postpone proceed/postpone confirm/deny confess/deny
    welcome/criticise praise/criticise praise/condemn welcome/condemn comply/defy obey/defy obey/break
    hold/collapse calm/violent peaceful/violent hire/dismiss sell/retain retain/drop retain/lose
    rescue/drown rescue/kill expand/shrink tighten/relax tighten/ease ease/worsen escalate/ease
    shrink/increase accelerate/slow loaded/empty intact/broken valid/void unanimous/divided
    unanimous/split united/divided visible/hidden sane/insane single/married solved/unsolved paid/unpaid
    sealed/open steady/wobbly stranded/safe missing/safe missing/found defend/abandon preserve/demolish
    preserve/destroy save/demolish save/destroy authorise/ban authorise/forbid agree/refuse
    consent/refuse obtain/lose cooperate/refuse attend/boycott enforce/ignore recover/worsen
    recover/deteriorate refloat/capsize dry/flood""".split()


LIGHT = frozenset(
    """win take come go get give see hear know have make do say put bring run keep look feel find want need
    call set turn leave work use let show try become remain seem like think believe hope mean begin
    end stop tell talk speak ask add stand sit live play hold move pass send break cut change follow
    carry write read lose pay cost offer face provide include involve concern describe discuss deal
    serve reach start increase decrease raise""".split()
)
"""Verbs that tell too little by themselves: two events are one only with what stands around them."""


NEAR = frozenset(
    frozenset(pair.split("/"))
    for pair in """withdraw/end demolish/collapse dismiss/resign close/end cancel/postpone cancel/end
    suspend/end suspend/close begin/burn explode/burn crash/capsize""".split()
)
"""Concepts that are often told of one event."""


def concept(word: str) -> str:
    """What a bare verb, phrasal verb or noun for an act tells, as the first word of its row; else its root.

    >>> concept("withdrawal"), concept("back_out"), concept("resign")
    ('withdraw', 'withdraw', 'resign')
    """
    if word in CONCEPT_OF or "_" in word:
        return CONCEPT_OF.get(word, word)
    return CONCEPT_OF.get(verb_base(word) or word) or root(word)


_THINGS = {
    word: kind
    for kind, words in {
        "vessel": "ship vessel boat barge ferry tanker freighter trawler yacht steamer liner tug dinghy",
        "vehicle": "car lorry truck van bus coach vehicle minibus jeep",
        "aircraft": "plane aircraft jet airliner helicopter aeroplane airplane",
        "firm": "company firm operator business corporation manufacturer owner employer",
        "police": "police officer policeman policewoman constabulary",
        "rule": "government ministry cabinet administration authority state minister",
        "jail": "prison jail gaol penitentiary",
        "staff": "staff worker employee workforce crew labourer",
        "drug": "drug medicine vaccine pill",
        "child": "child children boy girl pupil schoolchild schoolchildren youngster",
        "fish": "fish trout salmon eel cod herring carp pike",
        "prosecution": "prosecutor prosecution",
        "councillors": "council councillor",
        "soldiers": "soldier troop troops trooper army military",
        "people": "people person",
        "envoy": "envoy ambassador diplomat",
    }.items()
    for word in words.split()
}


def kind_of_thing(word: str) -> str | None:
    """The kind of thing of which several words are used for one ("ship", "ferry"); None for other words.

    >>> kind_of_thing("trawlers") == kind_of_thing("ship"), kind_of_thing("harbour")
    (True, None)
    """
    return _THINGS.get(word) or _THINGS.get(singular(word))


def contrary(one: str, other: str) -> bool:
    """Whether two concepts cannot both be told of one thing at one time.

    >>> contrary("accept", "reject"), contrary("accept", "approve")
    (True, False)
    """
    return frozenset((one, other)) in _contraries()


@lru_cache(maxsize=1024)
def contraries(one: str) -> tuple[tuple[str, ...], ...]:
    """The pairs of contrary concepts that this one is in, each in alphabetical order."""
    return tuple(sorted(tuple(sorted(pair)) for pair in _contraries() if one in pair))


@lru_cache(maxsize=1)
def _contraries() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(map(concept, pair.split("/"))) for pair in _PAIRS)


_ENDINGS = """ational ization isation ication iations ations ation ition sions tions ating ators ements ement
    ments ment ances ance ences ence ities ity ness ously ous ically ically ical ives ive ings ing
    edly ed ates ated ate ions ion ors ers or er als ally al ies ily ely ly es y s e""".split()
_SHORTEST_ROOT = 4


@lru_cache(maxsize=32_768)
def root(word: str) -> str:
    """A folded word without what inflects or derives it: a key for comparing, no word.

    >>> root("retaliation") == root("retaliate"), root("concerns") == root("concerned")
    (True, True)
    """
    plain = word.removesuffix("'s")
    base = spelling(verb_base(plain) or plain)
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= _SHORTEST_ROOT:
            return base.removesuffix(ending)
    return base
