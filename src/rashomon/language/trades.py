"""What people who are not named are called by, as far as one such word excludes another.

An official, a source or a witness can be anybody; a nurse is no detective.
"""

from __future__ import annotations

import re

from rashomon.language.sourcenouns import TRAILING, singular

__all__ = ["TRADE_OF", "head_noun"]

_TRADES = """
medicine: doctor physician surgeon nurse paramedic medic paediatrician pediatrician psychiatrist midwife
police: policeman policewoman officer constable detective sheriff trooper sergeant deputy
law: lawyer attorney solicitor barrister
bench: judge magistrate justice juror
army: soldier marine sailor airman infantryman
school: teacher professor lecturer principal headmaster headteacher
learning: student pupil undergraduate
church: priest pastor bishop rabbi imam vicar minister-of-religion
kin: father mother brother sister son daughter husband wife uncle aunt cousin widow grandmother grandfather
sport: coach player striker goalkeeper referee batsman
sea: fisherman skipper
trade: farmer shopkeeper baker grocer butcher barber
wheels: driver trucker cyclist motorist
air: pilot stewardess
news: reporter journalist editor photographer correspondent columnist
money: banker economist trader investor broker
stage: actor actress singer musician painter
science: scientist biologist chemist physicist geologist engineer
"""
TRADE_OF = {
    word: trade
    for trade, _, words in (row.partition(":") for row in _TRADES.split("\n"))
    for word in words.split()
}
"""The trade of each word, in the singular; of two of them a person mostly has one."""

_BEHIND = frozenset(
    "of in at on for from with who that which whose to by about near and or under behind".split()
)
_NOBODY = frozenset(
    "he she it they we i you who they them some many others other those one this that which there".split()
)


def head_noun(descriptor: str | None) -> str:
    """The word that says what somebody is, in the singular; empty if there is none.

    >>> head_noun("two police officers at the scene"), head_noun("a person familiar with it"), head_noun("He")
    ('officer', 'person', '')
    """
    words = re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", (descriptor or "").split(",")[0].lower())
    end = next((at for at, word in enumerate(words) if at and word in _BEHIND | TRAILING), len(words))
    head = words[end - 1] if end else ""
    return "" if head in _NOBODY else singular(head)
