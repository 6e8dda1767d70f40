"""Words by which somebody is said to tell a thing, and not only to do, hold or suffer it: data, lower case.

Who believes, wants, decides, signs or is told a thing does not tell it: the report does,
which knows of it somehow.  Who says, writes, publishes, shows or finds it out does.
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.language.wordforms import base_form

__all__ = [
    "HOLDS",
    "KNOWS",
    "NO_TELLING",
    "PERFORMS",
    "PUBLISHED",
    "PUT_SO",
    "SHOWS",
    "TAKEN_AS",
    "TELLING_NOUNS",
    "TELLS",
    "TELLS_THAT",
    "TURNS",
    "verb_in",
]

# By its bare form: who does this tells what stands beside it.
TELLS = frozenset(
    "say tell add state declare announce note remark comment explain continue conclude mention observe "
    "recall joke quip shout yell chant exclaim reiterate repeat stress emphasize emphasise underline "
    "underscore describe share reveal disclose report relay testify confide clarify elaborate predict "
    "forecast discuss talk speak refer detail outline interject cry thunder murmur bellow roar snap growl "
    "scream chuckle grin rule intone muse opine reflect echo marvel sigh whisper mutter laugh assure remind "
    "brief inform notify warn advise caution hint imply signal indicate suggest propose recount narrate "
    "proclaim pronounce volunteer relate vent lament complain grumble quote cite write tweet post email "
    "e-mail text blog retweet ask question wonder inquire enquire query reply respond answer retort counter "
    "rejoin concur disagree object claim argue assert contend maintain insist allege affirm boast brag admit "
    "acknowledge concede confess confirm stipulate attest profess posit speculate theorize theorise assess "
    "deny dispute refute rebut downplay promise pledge vow threaten demand urge appeal plead recommend "
    "implore beg exhort advocate criticize criticise praise accuse blame condemn denounce blast slam mock "
    "decry deride laud hail characterize characterise portray compare liken commend applaud rip chide rebuke "
    "scold ridicule berate lambaste tout express voice show find estimate project determine establish "
    "discover document publish print broadcast air unearth uncover expose insult calculate preach "
    "reckon reason point sum summarise summarize paraphrase gloat crow vouch lecture "
    "apologise apologize deplore fume rail rage gush enthuse venture blurt stammer utter intimate "
    "divulge counsel greet aver "
    "depose avow reaffirm apprise telegraph cable wire phone radio expound interpret read".split()
)
# To do this is to say it: who does it is who tells that it was done.
PERFORMS = frozenset(
    "vow pledge promise threaten deny dispute denounce condemn criticize criticise slam blast decry praise "
    "hail laud congratulate thank apologise apologize accuse blame tweet post announce declare urge demand "
    "plead stress insist warn boast concede admit acknowledge defend reveal disclose confirm claim state say "
    "tell".split()
)
# Said of a paper these tell, too.
SHOWS = frozenset(
    "contain list record put bear carry name count place prove call label "
    "charge accuse hold attribute identify rank score measure register trace chronicle".split()
)
# Only with “that” behind them, or with words in quotation marks.
TELLS_THAT = frozenset("agree charge hold swear accept guarantee".split())
# Who does this has come to know a thing, or makes it known.
KNOWS = frozenset(
    "learn understand know hear see obtain get gather break bring carry run lead splash put hold trust print "
    "publish air screen feature stick investigate dig spot scoop flag drop spill post circulate "
    "verify review examine analyse analyze view count tally inform chronicle syndicate stream serialise "
    "serialize headline term".split()
)
# What an outlet has or makes that tells something.
PUBLISHED = frozenset(
    "report reports article articles story stories piece pieces dispatch dispatches scoop scoops exclusive "
    "exclusives investigation investigations coverage editorial editorials column columns edition editions "
    "issue issues broadcast broadcasts bulletin bulletins programme programmes program programs podcast "
    "podcasts newsletter newsletters segment segments clip clips item items feature features reporting news "
    "word headline headlines page pages splash broadsheet number numbers cover leader blog blogs thread post "
    "posts check checks inquiry inquiries enquiry enquiries research probe probes interview interviews "
    "conversation conversations information matter facts fact source sources gist rumour rumours rumor "
    "tip leak leaks documents show episode tale write-up".split()
)
# With such words behind them verbs of telling are others: “wrote off”, “recalled 40 cars”.
NO_TELLING = {
    "write": frozenset({"off", "down"}), "call": frozenset({"back", "off"}),
    "publish": frozenset("the its their his her".split()),
    "recall": frozenset("a an the its some about around nearly almost all more as up over every".split()),
    "deny": frozenset(
        "asylum entry entrance access bail bond visas permission service services benefits coverage care "
        "parole clemency admission funding tenure him her them us applicants migrants patients".split()
    ),
}  # fmt: skip
TELLING_NOUNS = frozenset(
    "according per via statement statements letter letters email emails e-mail account accounts testimony "
    "interview remarks remark comments announcement announcements warning warnings claims allegation "
    "allegations accusation accusations assertion assertions suggestion suggestions criticism criticisms "
    "condemnation complaint complaints argument arguments explanation explanations description descriptions "
    "admission confirmation denial denials prediction predictions forecasts estimates tweets posts "
    "message messages speech words version telling story figures data findings finding conclusion "
    "conclusions response plea pleas demands promises pledges vows threat threats recommendation "
    "recommendations advice case clear verdict ruling insistence contention revelation revelations "
    "disclosure disclosures observation observations confession quotation quotations calls attacks tirade "
    "rant diatribe outburst jab jabs swipe insults lie lies boasts reports voiceover source sources".split()
)
# What is in somebody's mind: known of him only if he told it somewhere.
HOLDS = frozenset(
    "believe think hope fear want support oppose back intend expect prefer favor favour wish doubt worry "
    "suspect plan endorse reject feel regret welcome approve disapprove consider deem regard see view agree "
    "belief opposition intention intentions sentiment".split()
)
# Verbs that tell with such a particle behind them.
TURNS = {
    "call": frozenset("for on out".split()), "lash": frozenset({"out"}), "hit": frozenset({"back"}),
    "fire": frozenset({"back"}), "shoot": frozenset({"back"}), "go": frozenset("on public".split()),
    "spell": frozenset({"out"}), "lay": frozenset({"out"}), "set": frozenset({"out"}),
    "single": frozenset({"out"}), "cry": frozenset({"foul"}), "push": frozenset({"back"}),
    "put": frozenset("it forward so".split()), "have": frozenset({"it"}), "sound": frozenset({"the"}),
    "take": frozenset({"aim"}), "come": frozenset({"out"}), "weigh": frozenset({"in"}),
    "chime": frozenset({"in"}), "double": frozenset({"down"}), "begin": frozenset({"by"}),
    "own": frozenset({"up"}), "break": frozenset("it the".split()), "open": frozenset({"up"}),
    "let": frozenset("slip on out".split()),
}  # fmt: skip
# Somebody is called so, or a step is called so, by whom the words in quotation marks are.
PUT_SO = frozenset("call label brand dub deem name title term style nickname bill".split())
# “is quoted as saying”: who stands before it does tell, though the verb is in the passive.
TAKEN_AS = frozenset("quote cite hear record report show see rule note".split())


@lru_cache(maxsize=8_192)
def verb_in(word: str, verbs: frozenset[str]) -> str | None:
    """Of these verbs that of which a folded word may be a form; None if of none.

    >>> verb_in("denied", TELLS), verb_in("quipping", TELLS), verb_in("told", TELLS), verb_in("signed", TELLS)
    ('deny', 'quip', 'tell', None)
    """
    return next((stem for stem in (word, base_form(word), *_stems(word)) if stem in verbs), None)


def _stems(word: str) -> list[str]:
    out: list[str] = []
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            out += [stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem]
            out += [f"{stem[:-1]}y"] if stem.endswith("i") else []
    if word.endswith("s") and not word.endswith("ss"):
        out += [word[:-1], word.removesuffix("es"), f"{word.removesuffix('ies')}y"]
    return out
