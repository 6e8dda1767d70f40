"""What English does to a word: spelling, inflection, contraction, number words, as tables.

The tables hold what cannot be told by rule (irregular verbs, number words);
the functions add the few rules that can be (``-ise``/``-ize``, ``-ed``).
All of them take folded words (see `rashomon.language.tokens.fold`).
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "ABBREVIATIONS",
    "AUXILIARIES",
    "CLITICS",
    "FILLERS",
    "FUNCTION_WORDS",
    "IN_FULL",
    "NEGATIONS",
    "NUMBER_WORDS",
    "ORDINAL_VALUES",
    "PAST_AND_PARTICIPLE",
    "PERSONAL",
    "PRONOUNS",
    "SCALES",
    "bare_past",
    "base_form",
    "number_value",
    "same_lexeme",
    "same_verb",
    "spelling",
    "split_clitic",
    "squash",
]

PRONOUNS = frozenset(
    """i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it
    its itself we us our ours ourselves they them their theirs themselves this that these those who whom
    whose someone somebody anyone anybody everyone everybody one""".split()
)

PERSONAL = frozenset(
    """i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it
    its itself we us our ours ourselves they them their theirs themselves""".split()
)

NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely".split()
)

AUXILIARIES = frozenset(
    """be am is are was were been being 's 're 'm have has had having 've 'd do does did will would shall
    should can could may might must 'll ought""".split()
)

FUNCTION_WORDS = (
    PRONOUNS
    | AUXILIARIES
    | frozenset(
        """a an the and or but nor so yet if then than because as while when where why how what which
        whether of to in on at by for from with about into over under after before between through
        during against out up down off onto upon within along among not n't no there here very just also
        too only even all any some each every both such same other own more most much many few now well
        get got go goes going let say says said until since though although still again ever never yes
        like""".split()
    )
)

# Words whose full stop ends no sentence.
ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen col lt sgt capt cmdr adm sen rep gov rev hon st jr sr no vs etc inc co ltd
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)

# What can be left out of speech unnoticed, for telling whether two quotations can be one;
# which of it is tidying stands in `rashomon.language.tidying`.
FILLERS = frozenset(
    [
        *"um uh er ah oh well so like look listen right okay ok yeah actually basically frankly".split(),
        *("you understand", "believe me", "you know what", "let me tell you", "if you like", "as it were"),
        *("you know", "i mean", "you see", "i think", "sort of", "kind of", "i guess", "of course"),
    ]
)

# The endings that lean on a word, and the word each stands for; 's and 'd stand for more than one.
CLITICS = {
    "n't": ("not",),
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will", "shall"),
    "'m": ("am",),
    "'s": ("is", "has", "us"),
    "'d": ("would", "had"),
}
_STEMS_BEFORE_NT = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_CLITIC = re.compile(r"^(?P<host>\w[\w'-]*?)(?P<clitic>n't|'(?:re|ve|ll|m|s|d))$")

_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12}
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""".split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
NUMBER_WORDS: dict[str, int] = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {f"{ten}-{one}": 10 * t + u for t, ten in enumerate(_TENS, 2) for u, one in enumerate(_UNITS[1:10], 1)}
    | SCALES
    | {"dozen": 12, "nil": 0}
)
ORDINAL_VALUES = (
    {word: value for value, word in enumerate(_ORDINALS, start=1)}
    | {word: 10 * value for value, word in enumerate(_TENTHS, start=2)}
    | {f"{ten}-{one}": 10 * t + u for t, ten in enumerate(_TENS, 2) for u, one in enumerate(_ORDINALS[:9], 1)}
)
_NUMERAL = re.compile(r"^\D{0,3}(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<suffix>st|nd|rd|th|%)?$")

# One verb a line entry, forms between bars.
_IRREGULAR = """
be am is are was were been being 's 're 'm|have has had having 've|do does did done doing
|go goes went gone going|say says said saying|make makes made making|take takes took taken taking
|get gets got gotten getting|see sees saw seen seeing|come comes came coming|know knows knew known knowing
|give gives gave given giving|find finds found finding|think thinks thought thinking
|tell tells told telling|feel feels felt feeling|become becomes became becoming|leave leaves left leaving
|mean means meant meaning|keep keeps kept keeping|begin begins began begun beginning
|show shows showed shown showing|hear hears heard hearing|run runs ran running|hold holds held holding
|bring brings brought bringing|write writes wrote written writing|sit sits sat sitting
|stand stands stood standing|lose loses lost losing|pay pays paid paying|meet meets met meeting
|lead leads led leading|speak speaks spoke spoken speaking|fall falls fell fallen falling
|send sends sent sending|build builds built building|break breaks broke broken breaking
|win wins won winning|spend spends spent spending|rise rises rose risen rising
|drive drives drove driven driving|buy buys bought buying|wear wears wore worn wearing
|choose chooses chose chosen choosing|grow grows grew grown growing|draw draws drew drawn drawing
|fight fights fought fighting|teach teaches taught teaching|catch catches caught catching
|throw throws threw thrown throwing|fly flies flew flown flying|sell sells sold selling
|shoot shoots shot shooting|strike strikes struck striking|forget forgets forgot forgotten forgetting
|hide hides hid hidden hiding|steal steals stole stolen stealing|shake shakes shook shaken shaking
|seek seeks sought seeking|deal deals dealt dealing|bear bears bore borne bearing|will would 'll
|shall should|can could|may might|wake wakes woke woken waking|understand understands understood understanding
|withdraw withdraws withdrew withdrawn withdrawing|eat eats ate eaten eating
|swear swears swore sworn swearing|lie lies lay lain lying|sink sinks sank sunk sinking
|swim swims swam swum swimming|ring rings rang rung ringing|sing sings sang sung singing
|drink drinks drank drunk drinking|spring springs sprang sprung springing
|shrink shrinks shrank shrunk shrinking|freeze freezes froze frozen freezing|ride rides rode ridden riding
|bite bites bit bitten biting|beat beats beat beaten beating|blow blows blew blown blowing
|bleed bleeds bled bleeding|breed breeds bred breeding|feed feeds fed feeding|flee flees fled fleeing
|cling clings clung clinging|dig digs dug digging|hang hangs hung hanging|bind binds bound binding
|bend bends bent bending|lend lends lent lending|sleep sleeps slept sleeping|sweep sweeps swept sweeping
|weep weeps wept weeping|creep creeps crept creeping|slide slides slid sliding|swing swings swung swinging
|stick sticks stuck sticking|sting stings stung stinging|spin spins spun spinning|wind winds wound winding
|grind grinds ground grinding|light lights lit lighting|tear tears tore torn tearing
|undergo undergoes underwent undergone undergoing|overcome overcomes overcame overcoming
|undertake undertakes undertook undertaken undertaking|forgive forgives forgave forgiven forgiving
|arise arises arose arisen arising|fit fits fitted fitting
|seek seeks sought seeking|strive strives strove striven striving|weave weaves wove woven weaving
"""
_VERB_OF = {form: forms[0] for forms in (verb.split() for verb in _IRREGULAR.split("|")) for form in forms}

_PARTS = 5
PAST_AND_PARTICIPLE = frozenset(
    (forms[2], forms[3])
    for forms in (verb.split() for verb in _IRREGULAR.split("|"))
    if len(forms) == _PARTS and forms[4].endswith("ing") and forms[0] not in {"be", "have"}
)
"""Past and participle of the verbs that have two forms for them."""
_PAST_OF = {
    forms[0]: forms[2]
    for forms in map(str.split, _IRREGULAR.split("|"))
    if forms[0] not in {"be", "have", "do"} and len(forms) > _PARTS - 2
}

# British and American habits; each maps to the American form, so that both meet there.
_HABITS = (
    (re.compile(r"is(e|ed|es|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[lbnhvcdt])our(?=(s|ed|ing|able|ite|ites|hood|ful|er|ers)?$)"), "or"),
    (re.compile(r"(?<=[tb])re(s?)$"), r"er\1"),
    (re.compile(r"ll(ed|ing|er|ers|or|ors)$"), r"l\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"(?<=[fp])ence(s?)$"), r"ense\1"),
    (re.compile(r"(?<=gra|ffo)mme(s?)$"), r"m\1"),
)
_PAIRS = {
    "grey": "gray",
    "tyre": "tire",
    "programme": "program",
    "programmes": "programs",
    "cheque": "check",
    "okay": "ok",
    "towards": "toward",
    "afterwards": "afterward",
    "whilst": "while",
    "amongst": "among",
    "judgement": "judgment",
    "learnt": "learned",
    "sceptical": "skeptical",
    "aluminium": "aluminum",
    "&": "and",
}

# Written short or in full; whoever writes them otherwise changes no word.
IN_FULL = dict(
    row.split("=")
    for row in """mr=mister dr=doctor prof=professor rev=reverend hon=honourable gen=general col=colonel
    lt=lieutenant sgt=sergeant capt=captain cmdr=commander adm=admiral maj=major cpl=corporal sen=senator
    sens=senators rep=representative reps=representatives gov=governor pres=president sec=secretary
    st=saint mt=mount ft=fort vs=versus co=company corp=corporation inc=incorporated ltd=limited
    dept=department govt=government jan=january feb=february mar=march apr=april aug=august sept=september
    sep=september oct=october nov=november dec=december mon=monday tue=tuesday tues=tuesday wed=wednesday
    thu=thursday thurs=thursday fri=friday sat=saturday sun=sunday ave=avenue rd=road km=kilometres
    kg=kilograms hrs=hours mins=minutes tv=television""".split()
)


def squash(word: str) -> str:
    """Letters and digits only.

    >>> squash("take-out")
    'takeout'
    """
    return "".join(filter(str.isalnum, word)) or word


@lru_cache(maxsize=65_536)
def spelling(word: str) -> str:
    """The word in one spelling: equal for British and American, hyphenated and closed.

    A form for comparing, not a correct word.

    >>> spelling("realise") == spelling("realize"), spelling("favour"), spelling("rise") == spelling("size")
    (True, 'favor', False)
    """
    plain = _PAIRS.get(squash(word), squash(word))
    if len(plain) < 5:
        return plain
    for pattern, american in _HABITS:
        plain = pattern.sub(american, plain)
    return plain


def split_clitic(word: str) -> tuple[str, str] | None:
    """Host and clitic of a folded word, or None if nothing leans on it.

    >>> split_clitic("can't"), split_clitic("who's"), split_clitic("o'neill")
    (('can', "n't"), ('who', "'s"), None)
    """
    match = _CLITIC.match(word)
    if match is None:
        return None
    host, clitic = match["host"], match["clitic"]
    return (_STEMS_BEFORE_NT.get(host, host) if clitic == "n't" else host), clitic


def number_value(word: str) -> tuple[str, float] | None:
    """The kind (``cardinal``, ``ordinal``, ``percent``) and value of one numeral or number word.

    >>> number_value("3") == number_value("three"), number_value("1,200"), number_value("third")
    (True, ('cardinal', 1200.0), ('ordinal', 3.0))
    """
    if word in NUMBER_WORDS:
        return "cardinal", float(NUMBER_WORDS[word])
    if word in ORDINAL_VALUES:
        return "ordinal", float(ORDINAL_VALUES[word])
    match = _NUMERAL.match(word)
    if match is None or not match["digits"].isascii():
        return None
    kind = {None: "cardinal", "%": "percent"}.get(match["suffix"], "ordinal")
    return kind, float(match["digits"].replace(",", ""))


@lru_cache(maxsize=65_536)
def _stems(word: str) -> frozenset[str]:
    """What the word may be a regular form of, itself included."""
    out = {word}
    for ending in ("ing", "ed", "es", "s", "d", "er", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            out.add(stem)
            if ending in {"ing", "ed"}:
                out.add(stem + "e")
                if stem[-1] == stem[-2]:
                    out.add(stem[:-1])
            if stem.endswith("i"):
                out.add(stem[:-1] + "y")
    return frozenset(out)


def base_form(word: str) -> str:
    """The bare form of an irregular verb, any other word as it is.

    >>> base_form("took"), base_form("table")
    ('take', 'table')
    """
    return _VERB_OF.get(word, word)


def same_verb(one: str, other: str) -> bool:
    """Whether both can be forms of one verb that differ in tense or aspect.

    >>> same_verb("did", "done"), same_verb("kill", "killed"), same_verb("official", "officials")
    (True, True, False)
    """
    if one in _VERB_OF or other in _VERB_OF:
        return _VERB_OF.get(one, one) == _VERB_OF.get(other, other)
    endings = [next((e for e in ("ed", "ing") if word.endswith(e)), "") for word in (one, other)]
    return endings[0] != endings[1] and same_lexeme(one, other)


def bare_past(one: str, other: str) -> bool:
    """Whether the first is the bare form of an irregular verb and the second its past.

    >>> bare_past("come", "came"), bare_past("came", "come"), bare_past("walk", "walked")
    (True, False, False)
    """
    return one != other and _PAST_OF.get(one) == other


def same_lexeme(one: str, other: str) -> bool:
    """Whether both can be forms of one word.

    >>> same_lexeme("official", "officials"), same_lexeme("was", "is"), same_lexeme("war", "wars")
    (True, True, True)
    """
    if one in _VERB_OF and other in _VERB_OF:
        return _VERB_OF[one] == _VERB_OF[other]
    return min(len(one), len(other)) >= 3 and not _stems(one).isdisjoint(_stems(other))
