"""The small words of English by what they do: closed classes, as data.  All lower case."""

from __future__ import annotations

from rashomon.language.calendar import MONTHS, WEEKDAYS

__all__ = [
    "ABBREVIATIONS",
    "ADVERBS",
    "AUXILIARIES",
    "CONJUNCTIONS",
    "DETERMINERS",
    "FINITE_VERBS",
    "OBJECT_PRONOUNS",
    "POSSESSIVES",
    "PREPOSITIONS",
    "RELATIVES",
    "SUBJECT_PRONOUNS",
    "SUBORDINATORS",
    "TEMPORAL",
]

SUBJECT_PRONOUNS = frozenset("he she they it i we you".split())
OBJECT_PRONOUNS = frozenset("him her them me us himself herself themselves itself myself ourselves".split())
POSSESSIVES = frozenset("his her their its my our your".split())
RELATIVES = frozenset("who which whom whose".split())
DETERMINERS = frozenset(
    "the a an this these those some many several few most all both each every another other no any "
    "one two three four five six seven eight nine ten his her their its my our your more".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could may might "
    "must shall should isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t "
    "wouldn’t can’t couldn’t shouldn’t isn't aren't wasn't weren't hasn't haven't hadn't don't "
    "doesn't didn't won't wouldn't can't couldn't shouldn't cannot".split()
)
ADVERBS = frozenset(
    "also later then now just never not still once again already earlier soon ever even only always "
    "often sometimes afterwards afterward recently reportedly repeatedly publicly previously simply "
    "merely further furthermore instead too however meanwhile nevertheless nonetheless first perhaps "
    "rather quite famously flatly himself herself themselves itself early today yesterday tonight "
    "tomorrow thus therefore moreover both all".split()
)
PREPOSITIONS = frozenset(
    "of for from in at with on to by near behind against inside under between among within about over "
    "into onto through during before after since until upon across around outside without toward "
    "towards via amid despite throughout along above below beyond like unlike per following including".split()
)
SUBORDINATORS = frozenset(
    "that because when while as if although though whether where why how what whatever unless once "
    "than so yet whenever wherever lest".split()
)
CONJUNCTIONS = frozenset("and but or nor".split())
TEMPORAL = frozenset([*WEEKDAYS, *MONTHS]).union(
    "jan feb mar apr jun jul aug sept sep oct nov dec "
    "yesterday today tonight tomorrow morning afternoon evening night week month year weekend day "
    "days weeks months years mon tue tues wed thu thurs fri sat sun late early last next this past "
    "earlier later midday noon overnight hours minutes ago recent".split()
)
# Finite verbs that are neither cues nor auxiliaries nor end in -ed: at one of them a noun phrase ends.
FINITE_VERBS = frozenset(
    "shut quit burst spread split sank swam flew rode woke wore tore hid bit slid dug hung spun stuck "
    "stole froze forgot drank ate fed fled slept wept swept crept dealt meant lent bent withdrew oversaw "
    "went came took made got gave left kept met ran won lost led began brought stood fell became sent "
    "paid put set let cut hit rose grew drew threw broke caught sat built bought sold taught fought "
    "chose spent struck shook held goes comes takes makes gets gives leaves keeps meets runs wins "
    "loses leads begins brings stands falls becomes sends pays puts sets lets cuts hits remains "
    "remain go come take make get give keep meet run lose begin bring become send pay let seems "
    "appears seem appear".split()
)
# Written with a full stop that ends no sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof rev fr sr jr hon sen sens rep reps gov govs gen lt col maj capt cpt cmdr "
    "adm sgt cpl brig pvt supt insp det st ste messrs mme mlle atty asst dir pres mt ft no nos vs v "
    "inc corp co ltd bros llc jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif "
    "colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn "
    "tex va vt wash wis wyo ph.d d".split()
)
