"""What common nouns stand for when something is said to come from them, as data.  All lower case."""

from __future__ import annotations

__all__ = [
    "DOCUMENT_NAMES",
    "DOCUMENT_NOUNS",
    "GROUP_NOUNS",
    "PAPERS",
    "PEOPLES",
    "QUANTITIES",
    "THING_ENDINGS",
    "THING_NOUNS",
    "TRAILING",
    "WORKS",
    "singular",
]

# Bodies by their common noun: "the ministry", "the club".
GROUP_NOUNS = frozenset(
    "group company firm corporation agency ministry department office bureau committee commission "
    "council court government administration campaign party union association federation league club "
    "university college school institute institution foundation organization organisation charity "
    "bank board panel team police army navy military force forces authority congress parliament "
    "senate house cabinet embassy consulate church hospital newspaper paper magazine network station "
    "channel website site outlet broadcaster publication journal service coalition alliance movement "
    "militia faction regime state city county country nation tribunal jury crew airline operator "
    "regulator watchdog manufacturer retailer supplier developer trust society academy museum camp "
    "wing side fund opposition leadership delegation think-tank nonprofit startup brewery non-profit "
    "business industry district legislature town village municipality province republic kingdom tabloid "
    "daily weekly headquarters center centre treasury management brand enforcement prosecution "
    "defence defense bench pac lobby caucus inquiry directorate division subsidiary body grouping band "
    "troupe orchestra ensemble chancellery presidency chancery dealership start-up consortium cartel "
    "conglomerate monastery diocese parish synagogue mosque brigade battalion squad unit insurer "
    "lender utility chain carrier circus zoo theatre theater gallery library farm shop store restaurant "
    "hotel factory laboratory clinic studio publisher choir cooperative co-operative precinct "
    "borough territory secretariat inspectorate".split()
)
DOCUMENT_NOUNS = frozenset(
    "report statement study survey poll polls document documents memo memorandum letter email e-mail "
    "emails filing filings lawsuit suit complaint indictment ruling verdict transcript review "
    "analysis article story editorial column book post tweet tweets release notice notes record "
    "records data figures statistics results findings research census affidavit petition resolution "
    "bill law constitution treaty agreement plan platform website video tape recording audio footage "
    "ad advertisement commercial sign banner placard headline message note dossier audit assessment "
    "file files papers communique communiqué declaration manifesto speech investigation "
    "account average polling tally count spot rule regulation guideline guidance legislation statute "
    "ordinance directive amendment clause bylaw charter summary page blog memoir biography "
    "autobiography novel film movie documentary clip photo photograph picture graphic chart list "
    "roster index forecast projection estimate number percentage return ranking model simulation "
    "timeline ledger log logs logbook cable contract deal pact accord proposal order opinion dissent brief "
    "motion "
    "subpoena warrant testimony deposition remark comment word address op-ed essay piece passage "
    "excerpt chapter footnote caption slogan poster card mailer flyer flier leaflet pamphlet "
    "playbook guide manual handbook reply missive text quote quotation quiz questionnaire tracker "
    "readout script voice-over voiceover song lyrics edition version copy item update materials "
    "paperwork disclaimer reporting coverage crosstab scorecard newsletter bulletin obituary profile "
    "interview podcast dispatch entry inventory brochure calendar certificate receipt invoice "
    "inscription verse psalm scripture gospel prospectus manuscript draft calculation breakdown".split()
)
# With one of these as its last word a capitalised run names something written.
DOCUMENT_NAMES = frozenset("poll polls survey surveys act bill constitution census charter amendment".split())
# With one of these before it a name is a title: "her memoir Low Tide".
WORKS = frozenset("book novel film movie song memoir study poll survey documentary pamphlet".split())
# Capitalised at the start of a sentence these are as like to be a newspaper ("Post sold").
PAPERS = frozenset("post record dispatch bulletin column review".split())
# Neither people nor anything written: "his candidacy suggests".
THING_NOUNS = frozenset(
    "history wisdom logic sense reality truth fact facts experience rumor rumors rumour rumours gossip "
    "debate discussion exchange conversation rally contest race primary primaries caucuses election "
    "elections vote victory victories defeat loss win outcome aftermath episode incident event events "
    "test trial war crisis attack bloodshed case process system strategy policy policies approach "
    "effort efforts move moves decision decisions choice step steps silence absence rhetoric tone "
    "attitude behavior behaviour conduct missteps gaffe ire anger fear fears hope hopes mind heart "
    "eyes hand hands smile gesture question problem issue issues argument theory "
    "hypothesis idea ideas evidence proof speculation economy market markets deal-making trade growth "
    "rise fall boom slump trend trends pattern precedent precedents culture tradition religion "
    "technology money power dynamic rate rates numbers-game weather flood storm rule-making career "
    "life death appearance performance timing role scandal controversy uproar backlash applause "
    "legend legacy name term terms moment time surroundings environment landscape reaction".split()
)
THING_ENDINGS = ("tion", "sion", "ness", "ity", "acy", "ism", "ence", "ance", "hood", "dom", "ship", "ment")
# People as such a noun has them, whatever its ending.
PEOPLES = frozenset(
    "audience crowd public electorate population generation staff base community minority majority "
    "establishment elite youth media press family families constituency constituencies populace "
    "citizenry workforce membership readership viewership chorus throng masses millennials "
    "whites blacks latinos latinas hispanics asians muslims jews christians catholics protestants "
    "evangelicals arabs immigrants migrants refugees gays lesbians women men girls boys ladies "
    "gentlemen guys folks kids children teens teenagers seniors pensioners acquaintance accomplice "
    "entourage clergy cavalry infantry personnel parliamentarians independents moderates centrists "
    "pundits politicos insiders outsiders".split()
)
# Before "of" these only count; what they count speaks: "a majority of voters", "one of the groups".
QUANTITIES = frozenset(
    "one two three four five six seven eight nine ten some many most all several each both none neither "
    "either half majority majorities plurality number numbers handful dozen dozens hundreds thousands "
    "millions tens score scores pair couple trio chorus array variety range lot lots plenty rest percent % "
    "percentage third thirds two-thirds three-quarters three-fourths quarter quarters fraction share "
    "few fewer any other others another much more portion bulk series string slew host wave band crop "
    "bunch batch stream raft spate group groups crowd generation minority".split()
)
# Behind the noun that they describe: "sources familiar", "voters surveyed", "the polls here".
TRAILING = frozenset(
    "familiar close available privy taken done shown present alike here there nationwide worldwide "
    "everywhere elsewhere online involved concerned responsible able likely loyal eligible seen made "
    "written known given himself herself itself themselves".split()
)

_IRREGULAR = {
    "series": "series", "news": "news", "species": "species", "analyses": "analysis", "census": "census",
    "data": "data", "forces": "force", "lyrics": "lyrics", "men": "man", "women": "woman",
}  # fmt: skip


def singular(noun: str) -> str:
    """The noun without the ending of a plural, by rule of thumb.

    >>> singular("agencies"), singular("churches"), singular("houses"), singular("press")
    ('agency', 'church', 'house', 'press')
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
