"""Verbs of news prose by their bare form, and what a written form can be a form of.

A closed list, so that no noun in ``-ed`` or ``-s`` is taken for a verb; irregular
forms come from `rashomon.language.wordforms`, the regular ones by rule.
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.language.wordforms import base_form

__all__ = ["VERBS", "is_past", "verb_base"]

VERBS = frozenset(
    """abandon abduct abolish absorb abstain abuse accelerate accept accompany accomplish accuse achieve
    acknowledge acquire acquit act add address adjourn admit adopt advance advise advocate affect
    agree aid aim airlift alarm alert align allege allocate allow alter amend amount anger announce
    answer anticipate apologise apologize appeal appear applaud apply appoint apprehend approach
    approve argue arm arrange arrest arrive ask assassinate assault assemble assert assess assign
    assist assume assure attach attack attempt attend attract attribute audit authorise authorize
    avert avoid await award axe back bail ban bar battle be bear beat become begin believe belong
    benefit berth bid bill blame blast blaze block bludgeon board boast bomb book boost borrow
    boycott breach break brief bring broker brush build bully burgle burn burst bury buy calculate
    call calm campaign cancel capsize capture care carry cast catch caucus cause caution cave cease
    celebrate challenge champion change chant characterize charge chase check cheer choke choose
    circulate cite claim clarify clash clean clear climb clip clog close club coach collapse collect
    collide collude combat come commence comment commission commit compare compel compensate compete
    compile complain complete comply compromise conceal concede conclude condemn conduct confess
    confirm confiscate confront confuse consider consist conspire construct consult contact contain
    contaminate contest continue contract contradict contribute control convene convict convince
    cooperate coordinate cope correct corroborate corrode cost count counter court cover crack craft
    crash create credit criticise criticize cross crown crush curb cut damage deal debate debunk
    decide declare decline decrease decry dedicate defeat defect defend defer define defy delay
    delete deliver demand demolish demonstrate denounce deny depart deploy deport depose derail
    describe desert deserve design designate destroy detach detain detect deteriorate determine
    detonate devastate develop devote diagnose die differ dig dine direct disagree disappear
    discharge disclose discontinue discover discredit discuss dislodge dismantle dismiss disperse
    displace display dispute disrupt dissent distribute ditch dive divert divide do dock docket
    document dominate donate double down doubt downgrade downplay draft drag draw dream drift drill
    drink drive drop drown dub dump earn ease eat echo edge edit educate eject elect elevate
    eliminate email embark embrace emerge emphasize employ empty enable enact encounter encourage
    end endanger endorse endow enforce engage engulf enjoy enrol enroll enslave ensure enter
    equalise equalize equip erase erect erode erupt escalate escape escort establish estimate
    evacuate evade evict evolve examine exceed exchange exclude execute exempt exhaust exhume exist
    exonerate expand expect expel expire explain explode exploit explore export expose express
    extend extinguish extort extradite fabricate face fail fall falsify fast fault favor favour fear
    feature feed feel fell feud fight file fill finalise finalize finance find fine finish fire fit
    fix flag flare flatten flee flicker flip float flood flow fly focus follow forbid force forecast
    foresee forfeit forge forget form foul found founder fray free freeze fuel fulfil function fund
    furlough gag gain garnish gather generate get give go govern grab grant graze green-light greet
    ground grow guarantee guard guide gut hack hail halt halve hamper hand handle hang happen harm
    hatch haul head heal hear heckle help herd hesitate hide highlight hijack hinder hint hire hit
    hoard hoist hold honor honour hope hospitalise hospitalize host house hum hunt hurt identify
    ignite ignore impeach implement implicate imply import impose impound imprison improve include
    increase incur indicate indict indulge infect infest inflict influence inform inherit initiate
    inject injure insist inspect inspire install instruct insult insure intend intensify intercept
    interfere interpret interrupt intervene interview introduce inundate invade invent invest
    investigate invite invoke involve isolate issue jail jam join joke judge jump justify keep kick
    kidnap kill knife knock know label lack lament land lash last launch lay lead leak lean learn
    lease leave lend lengthen lessen let level levy lie lift light like limit line link list listen
    live load loan lobby locate lock log loiter look loosen loot lose lower lure maim maintain make
    malfunction manage mandate manipulate march mark marry match mean measure meddle mediate meet
    melt mention merge migrate mine mint miscalculate miscount mislead misread miss mistake mock
    modify molest monitor moor motivate mount mourn move mug murder muzzle name near need neglect
    negotiate nominate note notice notify nudge object oblige observe obstruct obtain occupy occur
    offend offer omit ooze open operate oppose opt orchestrate order organise organize oust outbid
    outlast outlaw outline outpoint outvote overcome overdose overhaul overheat overload overrule
    overrun oversee overspend overturn overwhelm owe own pack paint paralyse paralyze pardon park
    participate pass patrol pause pave pay pelt perform perish permit persuade pick picket pilot
    place plague plan plant play plead please pledge plough plow plummet plunge poach point poison
    police pollute ponder portray pose possess post postpone pour power practise praise pray predict
    prefer prepare present preserve preside press pressure prevent print privatise privatize probe
    proceed process proclaim produce profit prohibit project prolong promise promote prompt propose
    prosecute protect protest prove provide provoke publish pull pump punish purchase pursue push
    put qualify quarantine quash query question queue quit quote race raid rail raise rally ram
    ransack rape rate ratify ration raze re-elect reach react read realize reap rear reassign
    reassure rebel rebuff rebuild rebuke rebut recall recant receive reckon reclaim recognise
    recognize recommend reconsider record recover recruit recuse redact redirect reduce reelect
    refer refloat refund refuse refute regain register regret rehearse reinstate reiterate reject
    relate relax release relent relieve relocate rely remain remember remind remove rename renew
    renounce rent reopen repair repatriate repay repeal repeat repel replace reply report represent
    reprieve request require reroute reschedule rescind rescue resell resemble resent reserve resign
    resist resolve respond rest restart restore restrict restructure result resume resurface retain
    retake retaliate retire retract retreat retrieve return reunite reuse reveal reverse review
    revise revive revoke ride rig ring rip rise risk roam rob rock roll rout row rubbish rule run
    rupture rush rust sabotage sack sail salute salvage sample sanction satisfy save say scale scan
    scare scatter schedule scold score scrap scrape screen scrub scrutinise scupper scuttle seal
    search secure sedate see seek seem segregate seize select sell send sentence separate serve set
    settle sever shake share shatter shed shell shelter shelve shield shift ship shock shoot shop
    shorten shout shove show shrink shuffle shun shut shutter side sign signal silence silt sink sit
    sketch skid skip skirt slam slander slap slash slate slay sleep slide slip slow smash smear
    smell smoke smolder smoulder smuggle snag sniff snub soak soar solve sort sound spar spark speak
    speculate speed spell spend spill spin split spoil sponsor spook spot spray spread spur spurn
    squash squat squeeze stab stage stall stand star start starve state station stay steal steer
    stem step stick stoke stop store storm strain strand strangle strengthen stress stretch strike
    strip struggle study stumble stun subdue subject submerge submit subpoena subside succeed
    succumb sue suffer suggest suit summon supply support suppose suppress surface surge surpass
    surprise surrender surround survey survive suspect suspend sustain swallow swamp swap swear
    sweep swerve swim switch tackle take talk tamper tangle target tax teach tear tease televise
    tell tempt tend terminate test testify tether thank thaw think thrash threaten throw thwart tie
    tighten tip topple torch torture total touch tour tow trace track trade train trample transfer
    transform translate trap travel treat trek trespass trigger trim trip triple trouble trounce
    trudge trust try tug tumble turn tweet twist uncover undergo undermine underpay understand
    undertake unearth unfurl unify uninstall unite unload unlock unseat unveil update upgrade uphold
    uproot upset urge use vacate vaccinate value vandalise vandalize vanish vault verify vet veto
    vie view violate visit voice void volunteer vote vow wade wage wait waive wake walk wane want
    ward warn wash waste watch water weaken wear weigh welcome weld whip widen wield win wind wipe
    wire wish withdraw withhold witness wonder work worry worsen wound wrap wreck wrest write yank
    yield zone
    annul certify harass interrogate invalidate liquidate mistreat refurbish reimburse seep smother snatch
    sprain taunt telephone withstand""".split()
)

_UNCHANGED = frozenset(
    "hit cut shut put set let quit hurt burst spread split cast shed beat read cost".split()
)


def is_past(word: str) -> bool:
    """Whether a folded word is, or may be, the past or participle of a verb.

    >>> is_past("withdrew"), is_past("approved"), is_past("cut"), is_past("rejects")
    (True, True, True, False)
    """
    base = verb_base(word)
    if base is None or (word.endswith(("ing", "s")) and word != "was"):
        return False
    return word in _UNCHANGED or (word != base and (word.endswith("ed") or base_form(word) != word))


_PREFIXES = ("re", "over", "out", "mis", "under", "fore", "with")
_SHORTEST_STEM = 2


@lru_cache(maxsize=32_768)
def verb_base(word: str) -> str | None:
    """The bare form of the verb that a folded word can be a form of; None where it can be of none.

    >>> verb_base("withdrew"), verb_base("approved"), verb_base("stopping"), verb_base("denies")
    ('withdraw', 'approve', 'stop', 'deny')
    >>> verb_base("harbour"), verb_base("killed"), verb_base("red")
    (None, 'kill', None)
    """
    irregular = base_form(word)
    if irregular in VERBS:
        return irregular
    for prefix in _PREFIXES:
        if word.startswith(prefix) and prefix + base_form(word.removeprefix(prefix)) in VERBS:
            return prefix + base_form(word.removeprefix(prefix))
    return next((stem for stem in _stems(word) if stem in VERBS), None)


def _stems(word: str) -> list[str]:
    """What the word may be regular forms of, the likeliest first."""
    out: list[str] = []
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_STEM:
            continue
        doubled = stem[-1] == stem[-2]
        out += [stem, stem + "e"] + ([stem[:-1]] if doubled else [])
        if stem.endswith("i"):
            out.append(stem[:-1] + "y")
        if stem.endswith("y"):
            out.append(stem[:-1] + "ie")
    if word.endswith("s") and not word.endswith("ss"):
        out.append(word[:-1])
        if word.endswith("es"):
            out.append(word[:-2])
        if word.endswith("ies"):
            out.append(word[:-3] + "y")
    return out
