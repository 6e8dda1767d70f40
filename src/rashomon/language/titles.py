"""Words that stand around names: titles, roles, kinds of bodies and documents, as data.  All lower case."""

from __future__ import annotations

__all__ = [
    "ALSO_GIVEN",
    "COLLECTIVES",
    "FEMALE",
    "MALE",
    "OFFICES",
    "ORGANISATION_WORDS",
    "PARTICLES",
    "PARTIES",
    "PARTISAN",
    "PARTISANS",
    "PLACES",
    "ROLE_NOUNS",
    "TITLES",
    "role_base",
]

# Before a name and not part of it.
TITLES = frozenset(
    "republicans democrats conservatives liberals justices judges senators representatives ministers "
    "governors presidents ag mr mrs ms miss mx dr sir dame lord lady madam president vice prime "
    "minister chancellor premier king queen prince princess pope cardinal archbishop bishop rabbi "
    "imam ayatollah sheikh emir sultan emperor senator sen sens representative rep reps congressman "
    "congresswoman governor gov govs mayor secretary undersecretary general gen brig brigadier "
    "lieutenant lt colonel col major maj captain capt commander cmdr admiral adm sergeant sgt "
    "corporal cpl private chief justice judge attorney ambassador envoy speaker leader whip chairman "
    "chairwoman chair commissioner superintendent supt inspector insp detective det constable officer "
    "sheriff deputy director professor prof reverend rev father sister brother hon councillor "
    "councilor councilman councilwoman alderman assemblyman assemblywoman delegate spokesman "
    "spokeswoman spokesperson candidate nominee editor reporter correspondent columnist coach manager "
    "host anchor author economist analyst strategist pollster consultant adviser advisor aide lawyer "
    "founder co-founder ceo cfo executive actor actress singer rapper director-general minority "
    "majority republican democratic democrat conservative liberal labour labor tory former "
    "ex-president then-president president-elect crown supreme foreign defence defense treasury state "
    "press-secretary mp mep msp commandant marshal airman cadet professor emeritus sr. sens. first "
    "editor-in-chief commander-in-chief vice-president attorney-general secretary-general "
    "vice-chairman vice-chair headmaster headmistress principal abbot abbess vicar provost "
    "coach umpire referee commodore".split()
)
MALE = frozenset(
    "mr sir lord king prince pope spokesman chairman congressman councilman assemblyman alderman "
    "businessman policeman fisherman fireman salesman man boy father brother son husband uncle "
    "grandfather widower actor waiter gentleman statesman anchorman cardinal rabbi imam ayatollah "
    "monk nephew headmaster foreman abbot groom landlord".split()
)
FEMALE = frozenset(
    "mrs ms miss dame lady madam queen princess spokeswoman chairwoman congresswoman councilwoman "
    "assemblywoman businesswoman policewoman woman girl mother sister daughter wife aunt grandmother "
    "widow actress waitress anchorwoman nun niece headmistress forewoman abbess bride "
    "landlady".split()
)
# Held for a place or a body, which may stand between the office and the name; none is a surname.
OFFICES = frozenset(
    "ambassador envoy minister secretary undersecretary senator representative governor president mayor "
    "premier chancellor speaker commissioner director spokesman spokeswoman spokesperson chairman "
    "chairwoman councillor prosecutor".split()
)
PARTIES = frozenset("republican democratic conservative liberal labour labor tory green".split())
ROLE_NOUNS = frozenset(
    "source official spokesman spokeswoman spokesperson aide adviser advisor president premier "
    "minister chancellor king queen prince pope senator representative congressman congresswoman "
    "lawmaker legislator governor mayor secretary general colonel major captain commander admiral "
    "sergeant chief justice judge prosecutor attorney ambassador envoy diplomat speaker leader "
    "chairman chairwoman chair chairperson commissioner superintendent inspector detective constable "
    "officer sheriff deputy director professor teacher student reverend pastor bishop councillor "
    "councilor councilman councilwoman delegate candidate nominee editor reporter journalist "
    "correspondent columnist commentator pundit coach manager host anchor author writer economist "
    "analyst strategist pollster consultant lawyer counsel founder co-founder ceo executive actor "
    "actress singer scientist researcher scholar historian expert scientist doctor physician nurse "
    "surgeon patient farmer fisherman worker activist organizer organiser protester demonstrator "
    "supporter critic opponent voter resident neighbor neighbour witness survivor victim man woman "
    "boy girl mother father sister brother son daughter wife husband friend colleague person people "
    "politician operative staffer staff insider veteran soldier general owner businessman "
    "businesswoman entrepreneur investor banker trader pilot driver passenger tenant landlord member "
    "republican democrat conservative liberal figure head boss mogul billionaire star player captain "
    "participant attendee respondent fan user follower frontrunner front-runner contender rival "
    "challenger incumbent hopeful nominee lobbyist donor fundraiser advocate defender negotiator "
    "mediator investigator agent engineer technician architect designer artist painter musician "
    "composer poet novelist biographer publisher producer filmmaker chef trustee treasurer clerk "
    "headmaster headmistress umpire referee grower foreman forewoman tenor soprano organist keeper "
    "registrar warden guard marshal ranger keeper firefighter paramedic coroner sailor skipper docker "
    "trawlerman harbourmaster librarian curator archivist eyewitness onlooker bystander contractor "
    "striker goalkeeper midfielder referee umpire baker carpenter".split()
) | {"someone", "somebody", "anyone"}
COLLECTIVES = frozenset(
    "media officials sources analysts experts critics observers supporters opponents witnesses "
    "residents authorities lawmakers republicans democrats conservatives liberals progressives "
    "voters aides advisers advisors reporters journalists prosecutors investigators scientists "
    "researchers economists scholars historians diplomats politicians activists protesters others "
    "some many people everyone workers students parents allies leaders members campaigners donors "
    "organizers organisers".split()
)
# In a capitalised run: the name of a body, not of a person.
ORGANISATION_WORDS = frozenset(
    "inc corp corporation co ltd llc plc gmbh group company companies bank party committee commission "
    "council court department ministry office agency bureau administration university college school "
    "institute center centre foundation association federation league union organization organisation "
    "society club team news times post journal tribune herald gazette guardian telegraph mail press "
    "agency reuters television tv radio network broadcasting broadcaster magazine review observer "
    "chronicle examiner inquirer courier courant echo argus daily weekly today house senate congress "
    "parliament assembly knesset kremlin pentagon government police army navy force forces guard "
    "guards corps brigade command nato un eu states nations kingdom republic city county state board "
    "authority service services trust fund alliance coalition movement front brigades museum academy "
    "international national industries partners holdings airlines airways motors energy oil gas "
    "hospital clinic church campaign research polling poll survey report justice supreme reserve "
    "treasury twitter facebook google amazon apple microsoft netflix youtube cnn msnbc nbc abc cbs "
    "bbc fox npr politico guild workshop warehouse lifts mills foundry port harbour harbor tower "
    "bridge airport station hotel hall tea morning show street avenue road river act bill games cup "
    "prize works brewery ferries railway railways watch journalism forum globe sun register standard "
    "dispatch sentinel bulletin mirror express monitor spectator directorate division initiative project "
    "caucus foreign defence defense".split()
) - {
    "fox",
    "politico",
    "twitter",
    "facebook",
    "google",
    "amazon",
    "apple",
    "microsoft",
    "netflix",
    "youtube",
    "cnn",
    "msnbc",
    "nbc",
    "abc",
    "cbs",
    "bbc",
    "npr",
    "reuters",
    "knesset",
    "kremlin",
    "pentagon",
}
# First in a longer run they make the name of a place or a storm: "Port Amber", "West Ostmark".
PLACES = frozenset(
    "st saint mount mt port fort lake cape san santa los las new north south east west northern southern "
    "eastern western central upper lower great puerto costa sierra saudi isle hurricane typhoon "
    "cyclone".split()
)
# First in a longer run a given name ("Bill Holt"), last in it part of a title ("the Water Bill").
ALSO_GIVEN = frozenset({"bill"})
# Last in a capitalised run they describe people and name none: "House Republicans", "an Ostmark Democrat".
PARTISAN = frozenset("republican democrat independent".split())
PARTISANS = frozenset(
    "republicans democrats independents conservatives liberals progressives officials lawmakers voters "
    "supporters critics".split()
)
# Lower-case words inside a name.
PARTICLES = frozenset(
    "de da di do dos das del della van von der den ter ten du la le el al bin ibn abu bint ben y af "
    "av zu zur".split()
)


_SHORT = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "capt": "captain",
    "col": "colonel",
    "sgt": "sergeant", "adm": "admiral", "insp": "inspector", "supt": "superintendent", "det": "detective",
    "prof": "professor", "dr": "doctor", "congressman": "representative", "congresswoman": "representative",
    "lawmaker": "representative", "legislator": "representative", "premier": "minister",
    "mp": "representative",
}  # fmt: skip


_BASES = (
    {f"{noun}s": noun for noun in ROLE_NOUNS}
    | {f"{noun[:-3]}men": noun for noun in ROLE_NOUNS if noun.endswith("man")}
    | {noun: noun for noun in ROLE_NOUNS}
    | _SHORT
)
"""Every form of a role noun, with the noun; of two readings of one form the later line has its way."""


def role_base(word: str) -> str | None:
    """The role noun that this folded word is, singular; None if it is none.

    >>> role_base("spokesmen"), role_base("aides"), role_base("stone")
    ('spokesman', 'aide', None)
    """
    return _BASES.get(word)
