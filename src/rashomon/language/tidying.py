"""What is tidied in spoken words before they are printed: fillers, dropped letters, dialect, grammar.

Tables of folded words.  Two wordings are one, tidied, if they are equal once
fillers are out, spoken forms are written in full and each word that is left
stands opposite itself or its counterpart in the table of mended grammar.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language.wordforms import CLITICS, PAST_AND_PARTICIPLE, spelling

__all__ = ["CONCORD", "agree", "is_filler", "is_opener", "same_in_dialect", "tidied"]

_FILLERS = frozenset(
    tuple(row.split())
    for row in """um/umm/uh/uhm/uh-huh/er/erm/err/ah/eh/hm/hmm/mm/mmm/oh/like/basically/actually/literally/
    frankly/honestly/you know/i mean/you see/y'know/know what i mean/you know what i mean/you know what/
    you understand/believe me/let me tell you/i tell you/i 'll tell you/if you like/if you will/as it were/
    sort of/kind of/sorta/kinda/of course/to be honest/to be frank/so to speak/let 's see/let me see/
    what 's the word/how shall i say/how can i say/how do you say/if you know what i mean""".split("/")
)
_OPENERS = frozenset(
    tuple(row.split())
    for row in "so/well/look/listen/right/okay/ok/yeah/anyway/alright/all right/see/hey/man/folks".split("/")
)
_LONGEST_FILLER = max(len(row) for row in _FILLERS)

# Spoken forms and how they are written in full.
_IN_FULL = {
    tuple(spoken.split()): full.split()
    for spoken, full in (
        row.strip().split("=")
        for row in """gonna=going to; wanna=want to; gotta=got to; has got to=got to;
        have got to=got to; 've got to=got to;
        's got to=got to; has to=got to; have to=got to; kinda=kind of; sorta=sort of; lemme=let me;
        gimme=give me; dunno=do n't know; outta=out of; lotta=lot of; coulda=could have; woulda=would have;
        shoulda=should have; musta=must have; mighta=might have; oughta=ought to; hafta=have to; hasta=has to;
        tryna=trying to; imma=i am going to; finna=going to; whatcha=what are you; c'mon=come on;
        could of=could have; would of=would have; should of=should have; must of=must have;
        might of=might have; may of=may have; could a=could have; would a=would have; should a=should have;
        y'all=you all; cuz=because; coz=because; cos=because; 'cause=because; cause=because; til=until;
        till=until; this here=this; that there=that; them there=those; these here=these; alot=a lot;
        use to=used to; suppose to=supposed to; try and=try to; off of=off; innit=is n't it; s'pose=suppose;
        hisself=himself; theirselves=themselves; anyways=anyway; irregardless=regardless; nowheres=nowhere;
        somewheres=somewhere; knowed=knew; growed=grew; throwed=threw; blowed=blew; catched=caught;
        runned=ran; brung=brought; hurted=hurt; drownded=drowned; yeah=yes; yep=yes; yup=yes; aye=yes;
        nope=no; nah=no; ol=old; ya=you; ye=you; yer=your; youse=you; em=them; fer=for; wi=with; o=of;
        jus=just; jes=just; lil=little; dem=those; dat=that; dis=this; da=the; de=the; wot=what; mebbe=maybe;
        prolly=probably; git=get; sez=says; wuz=was; nuthin=nothing; nuttin=nothing; summat=something;
        owt=anything; nowt=nothing; thru=through; tho=though; bout=about; nother=another; tis=it is;
        twas=it was; ma=my; mah=my; an=and""".split(";")
    )
}
_LONGEST_SPOKEN = max(len(row) for row in _IN_FULL)

# The same word in the grammar of speech and in that of print; which is which does not matter here.
_MENDED = frozenset(
    frozenset(row.split("/"))
    for row in """was/were is/are has/have do/does am/is am/are 's/are ai/is ai/are ai/am ai/has ai/have
    ai/do ai/does ai/did ai/was them/those me/my a/an less/fewer who/whom good/well i/me he/him she/her we/us
    they/them like/as an/and til/until dont/do real/really
    quick/quickly slow/slowly bad/badly serious/seriously different/differently proper/properly
    regular/regularly easy/easily careful/carefully loud/loudly quiet/quietly safe/safely
    terrible/terribly awful/awfully nice/nicely strong/strongly cheap/cheaply heavy/heavily
    smooth/smoothly direct/directly clear/clearly wrong/wrongly steady/steadily""".split()
) | {frozenset(pair) for pair in PAST_AND_PARTICIPLE}
_PERSONS = "was/were is/are has/have do/does am/is am/are 'm/'s 'm/'re 's/'re 've/'s"
_AGREEING = frozenset(frozenset(row.split("/")) for row in _PERSONS.split())
_DROPPED_G = 4
_CONCORD_REACH = 2

CONCORD = {
    "nothing": "anything", "nobody": "anybody", "no": "any", "never": "ever", "none": "any",
    "nowhere": "anywhere", "neither": "either", "nor": "or",
}  # fmt: skip
"""Words that deny once more what is denied already, in dialect, and what they are mended to."""


def is_filler(keys: Sequence[str]) -> bool:
    """Whether the words are fillers and nothing else.

    >>> is_filler("um you know".split()), is_filler(["know"]), is_filler([])
    (True, False, False)
    """
    return bool(keys) and not _unfilled(keys)


def is_opener(keys: Sequence[str]) -> bool:
    """Whether the words are such as open a sentence in speech ("so", "well, look"), elsewhere more."""
    if tuple(keys) in _OPENERS:
        return True
    return bool(keys) and all((key,) in _OPENERS or is_filler([key]) for key in keys)


def tidied(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both are the same words, one of them tidied, or both.

    >>> tidied("we was goin there".split(), "we were going there".split())
    True
    >>> tidied("we went there".split(), "we go there".split())
    False
    """
    left, right = _written(one), _written(other)
    return len(left) == len(right) > 0 and all(map(_counterparts, left, right))


def same_in_dialect(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether only spoken forms and dropped letters differ, not the grammar.

    >>> same_in_dialect(["gonna"], ["going", "to"]), same_in_dialect(["was"], ["were"])
    (True, False)
    """
    left, right = _written(one), _written(other)
    return len(left) == len(right) > 0 and all(map(_same_word, left, right))


def agree(one: str, other: str) -> bool:
    """Whether both are one verb in one tense, as different persons have it.

    >>> agree("is", "are"), agree("is", "was"), agree("says", "say")
    (True, False, True)
    """
    if one == other or frozenset((one, other)) in _AGREEING:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and long in {short + "s", short + "es", short[:-1] + "ies"}


def _unfilled(keys: Sequence[str]) -> list[str]:
    """The words without fillers."""
    out: list[str] = []
    at = 0
    while at < len(keys):
        lengths = range(min(_LONGEST_FILLER, len(keys) - at), 0, -1)
        length = next((n for n in lengths if tuple(keys[at : at + n]) in _FILLERS), 0)
        if not length:
            out.append(keys[at])
        at += length or 1
    return out


def _denied_once(keys: Sequence[str]) -> list[str]:
    """The words without the "not" of "ain't never", which denies no more than "never" does."""
    return [
        key
        for at, key in enumerate(keys)
        if key != "n't"
        or tuple(keys[at - 1 : at]) != ("ai",)
        or CONCORD.keys().isdisjoint(keys[at + 1 : at + 1 + _CONCORD_REACH])
    ]


def _written(keys: Sequence[str]) -> list[str]:
    """The words without fillers and words said twice, spoken forms in full."""
    plain = _denied_once(_unfilled(keys))
    once = [key for at, key in enumerate(plain) if not at or key != plain[at - 1]]
    out: list[str] = []
    at = 0
    while at < len(once):
        lengths = range(min(_LONGEST_SPOKEN, len(once) - at), 0, -1)
        length = next((n for n in lengths if tuple(once[at : at + n]) in _IN_FULL), 0)
        out.extend(_IN_FULL[tuple(once[at : at + length])] if length else [once[at]])
        at += length or 1
    return out


def _counterparts(one: str, other: str) -> bool:
    return frozenset((one, other)) in _MENDED or _same_word(one, other)


def _same_word(one: str, other: str) -> bool:
    if spelling(one) == spelling(other) or one in CLITICS.get(other, ()) or other in CLITICS.get(one, ()):
        return True
    return _dropped_g(one, other) or _dropped_g(other, one)


def _dropped_g(spoken: str, full: str) -> bool:
    """Whether it is "comin" for "coming", whether or not an apostrophe stands for the letter."""
    return full.endswith("ing") and len(full) > _DROPPED_G and spoken.rstrip("'") == full[:-1]
