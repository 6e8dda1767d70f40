"""How reports describe people without a name, as data.  All lower case; nouns are singular."""

from __future__ import annotations

__all__ = [
    "ALIKE",
    "ALL_OF",
    "APART",
    "BOTH",
    "CIVILIANS",
    "COUNTS",
    "CUT",
    "EVER",
    "GENERIC",
    "HOUSED",
    "INEXACT",
    "INSIDERS",
    "INSTITUTIONS",
    "KIN",
    "KNOWING",
    "LISTABLE",
    "MANY",
    "NAMELESS",
    "NOBODY",
    "OFFICES",
    "OFTEN",
    "OWNED",
    "PEOPLE_ENDINGS",
    "PERSONS",
    "PLACED",
    "PLURAL_INSIDERS",
    "PUBLIC_ACTS",
    "PUBLIC_OCCASIONS",
    "RELATIVES",
    "SEVERAL_IN_ONE",
    "SPOKESPEOPLE",
    "TELLING_CUES",
]

# Whoever is called so knows from inside, and no office tells who it is: a reason is asked for.
INSIDERS = frozenset(
    "source official person aide adviser advisor insider colleague diplomat staffer staff employee "
    "friend confidant confidante operative associate ally informant whistleblower servant tipster "
    "someone somebody acquaintance underling subordinate co-worker coworker".split()
)
# One of these is known by the office if there is but one ("the director"); "a director" is not.
OFFICES = frozenset(
    "minister courtier executive director lawmaker senator congressman congresswoman representative "
    "prosecutor investigator detective officer agent ambassador envoy negotiator general colonel "
    "commander captain major secretary manager councillor councilman councilwoman deputy banker "
    "engineer guard member clerk curator nurse doctor physician surgeon worker technician scientist "
    "waiter waitress barman teacher lecturer professor inspector supervisor foreman editor producer "
    "trader broker auditor accountant administrator bureaucrat functionary legislator politician "
    "strategist consultant contractor fundraiser donor lobbyist organizer organiser lieutenant "
    "sergeant admiral conductor cook chef porter steward stewardess attendant mechanic assistant "
    "intern janitor cleaner gardener housekeeper usher warden archivist librarian registrar keeper "
    "planner undersecretary chief leader boss head mediator emissary attache attaché consul operator "
    "dispatcher firefighter policeman policewoman paramedic soldier shareholder partner trustee "
    "governor commissioner republican democrat conservative chancellor chairman chairwoman veteran "
    "programmer".split()
)
# People as they are met: no role of theirs is behind what they say, or it is their own affair.
CIVILIANS = frozenset(
    "resident senior scientist researcher witness eyewitness bystander onlooker passer-by passerby "
    "passenger voter fan supporter critic opponent customer shopper visitor tourist guest spectator "
    "student pupil teenager villager islander hiker walker swimmer motorist cyclist commuter "
    "protester protestor demonstrator activist campaigner observer analyst expert economist "
    "historian scholar commentator pundit reader viewer listener user follower survivor victim "
    "patient refugee migrant farmer fisherman herder muleteer grower citizen man woman boy girl "
    "child adult youth individual teen prisoner inmate suspect defendant plaintiff accuser juror "
    "judge reporter journalist columnist author writer blogger candidate contender rival challenger "
    "nominee president prime king queen prince princess pope figure speaker player striker "
    "goalkeeper singer actor actress artist painter musician composer poet novelist rapper celebrity "
    "star athlete american believer skeptic sceptic participant attendee respondent taxpayer "
    "consumer homeowner neighbor neighbour worshipper pilgrim mourner rioter looter gunman attacker "
    "robber thief killer other user insurer lender operator owner driver".split()
)
# In the plural, without a number, only these are: the others stand for groups that nobody could list.
PLURAL_INSIDERS = frozenset(
    "source insider aide official diplomat adviser advisor staffer confidant operative associate "
    "informant whistleblower".split()
)
# Plural nouns that are insiders where the words say so: "people familiar with", "friends of".
KNOWING = frozenset(
    "familiar close briefed privy knowledge involved informed aware acquainted room "
    "meeting call talks".split()
)
# Behind "a person": who is near the matter.
PLACED = frozenset("at in inside within with near to from of".split())
# Between a role and its house: "a stagehand at the opera".
HOUSED = frozenset("at on aboard of in inside with within for".split())
SPOKESPEOPLE = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen publicist representative rep lawyer "
    "attorney counsel solicitor barrister mouthpiece".split()
) - {"representative"}
KIN = frozenset(
    "wife husband spouse widow widower mother father parent son daughter brother sister sibling twin "
    "aunt uncle cousin niece nephew grandmother grandfather grandson granddaughter girlfriend boyfriend "
    "fiance fiancé fiancee fiancée neighbor neighbour relative family relation stepfather stepmother "
    "mum mom dad landlord landlady tenant partner roommate ex-wife ex-husband in-law godfather "
    "godmother".split()
)
# Not even “the” before one of these tells who it is.
EVER = frozenset("source official insider confidant confidante informant servant".split())
# Nor do these where somebody's they are: "his former adviser".
OWNED = frozenset("aide adviser advisor".split())
# With one of these it is no longer the body that speaks.
APART = frozenset("senior top former high-ranking high-level ex some several multiple".split())
# Of these some could be listed, where words tell of which house they are.
LISTABLE = frozenset(
    "executive director minister negotiator banker engineer manager editor commander officer envoy "
    "trustee partner shareholder producer trader".split()
)
# A body speaks through such officials, openly: "county officials said".
INSTITUTIONS = frozenset(
    "police city state county local town village school hospital health fire election elections court "
    "prison transport transit emergency airport port university college campus church league club "
    "company union municipal provincial regional district medical weather team games tournament customs "
    "border relief aid rescue enforcement corrections parks tax immigration wildlife water public".split()
)
# Cues that tell in words of one's own; what else such people do may be public: they vote, block, sign.
TELLING_CUES = frozenset(
    "said say says saying told tell tells telling according confirmed confirm confirms confirming added "
    "adds described describes describing acknowledged explained recalled recounted predicted admitted "
    "conceded cautioned complained lamented quoted quoting citing cited revealed disclosed estimated "
    "suggested indicated disputed familiar spoke hinted whispered confided insisted alleged claimed "
    "reported reports asserted maintained".split()
)
# What is done before all, even by officials.
PUBLIC_ACTS = frozenset(
    "refused declined pleaded posted wrote tweeted testified resigned defied ordered announced signed "
    "voted filed sued delivered vowed blocked ruled introduced unveiled cheered signing writing posting "
    "testifying ruling voting urged called calling urging requiring".split()
)
PUBLIC_OCCASIONS = frozenset("statement post filing hearing speech".split())
# Before one of these a cue is about what is often said, not about what was told.
OFTEN = frozenset("have has had often repeatedly long".split())
# Stand for whoever# Stand for whoever was told of before: "the man", "the person", "the official".
GENERIC = frozenset("man woman person people source official men women insider individual".split())
# Words that describe nobody by themselves.
NOBODY = frozenset(
    "nobody noone no-one none anyone anybody everyone everybody not no the a an that this those these "
    "who whom whose which what whoever me us you i we he she they them him her my his its their it "
    "others other some many most all both each any one few several more much neither either another lot "
    "lots rest half majority thing nothing everything latter former ones two three mine ours world self "
    "two-thirds percent % two-fifths".split()
)
# Words that point back to whoever was told of before.
BOTH = frozenset("they both all neither some others".split())
RELATIVES = frozenset("who whom which that".split())
# People of no particular standing.
PERSONS = frozenset(
    "child adult individual peer progressive cop fed pal mom dad mum citizen teen teenager youth "
    "rabbi principal monk nun athlete celebrity guest bride groom guy lad girl boy man woman crew "
    "people person native elite alumni priest vicar parson cleric dean deacon preacher customer "
    "troop skeptic sceptic loyalist keeper seal medic academic addict".split()
)
# Of a noun in no table, these endings tell that it means people.
PEOPLE_ENDINGS = tuple(
    "er or ist ian ee eer ant man men woman women person kin folk crew mate ident ponent pient udent "
    "gent tient lient crat an eur".split()
)
COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "both": 2, "pair": 2, "trio": 3, "dozen": 12,
}  # fmt: skip
# Nouns for so many people together.
SEVERAL_IN_ONE = {"couple": 2, "pair": 2, "duo": 2, "twins": 2, "trio": 3, "quartet": 4}
# Before a number they leave it open.
INEXACT = frozenset(
    "about around almost nearly some roughly approximately over under least most than up to or several "
    "dozens couple estimated fewer half".split()
)
# More than so many people are a crowd or a vote; no reason is asked for.
MANY = 12
# What cuts a description short: a relative clause, a participle, a place where it was said.
CUT = "|".join(
    (
        r",|[(\[“\"]",
        r" (?:who(?:m|se)?|which|that|when|while|where|because|after)\b",
        r" (?:interviewed|contacted|reached|quoted|asked)\b",
        r" (?:speaking|citing|talking|writing|testifying|insisting)\b",
        r" (?:but |and )?(?:also |both )?(?:not (?:authori[sz]ed|allowed|permitted|cleared|supposed)"
        r"|unauthori[sz]ed)\b",
        r" (?:at|during) (?:a|the) (?:news|press|media|briefing|rally|hearing|meeting)\b",
        r" (?:on|under) (?:the )?condition\b| on background\b| anonymously\b",
        r" late \w+day\b| over the (?:past|last)\b",
    )
)
# Descriptors that say themselves that a name is held back.
NAMELESS = frozenset("anonymous unnamed unidentified nameless undisclosed".split())
# Say nothing of who it is.
ALL_OF = frozenset("group person with the matter familiar to at in by from own party one and".split())
# Two words for one thing, where descriptions of different reports are compared.
ALIKE = {
    "people": "person", "source": "person", "someone": "person", "somebody": "person", "individual": "person",
    "advisor": "adviser", "u.s": "american", "us": "american", "u.s.": "american", "united": "american",
    "states": "american", "american": "american", "uk": "british", "britain": "british", "gop": "republican",
    "issue": "matter", "situation": "matter", "topic": "matter", "staffer": "aide", "staff": "aide",
    "informed": "familiar", "briefed": "familiar", "knowledge": "familiar", "direct": "familiar",
    "on": "with", "of": "with", "about": "with", "high-ranking": "senior", "top": "senior",
    "high-level": "senior", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "attorney": "lawyer", "for": "with", "lawmaker": "representative", "congressman": "representative",
}  # fmt: skip
