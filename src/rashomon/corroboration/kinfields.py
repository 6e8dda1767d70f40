"""Fields of news verbs: what reports tell of one event by, without the verbs being kin.

Who paid somebody back gave, who got it received; who telephoned spoke.  A word of a field alone tells
that two clauses may be of one event, no more (`kinwords` has what does tell one event).
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.corroboration.kinwords import concept

__all__ = ["fields_of", "one_field"]

_FIELDS = """
call telephone phone ring speak talk contact reach message text meet see write converse consult greet \
congratulate visit meeting conversation discuss negotiate talks contacts exchange
pay pay_back pay_out repay refund reimburse receive return give get compensate settle owe transfer hand_over \
hand_back give_back pay_off collect earn
arrest detain take_in hold custody seize catch jail imprison handcuff apprehend take_away lock_up release
admit confess concede acknowledge own_up accept recognise grant plead regret apologise
leave go quit resign step_down depart move retire withdraw pull_out walk_out exit stay remain
bully beat hit strike attack assault hurt harm touch push punch kick abuse mistreat tease threaten injure
cut scrap cancel drop remove abolish reduce end axe close shut discontinue withdraw lay_off dismiss sack slash
see find discover notice spot come_across observe detect sight recover turn_up look
know learn hear receive read see get tell inform notify aware warn alert brief write send
order instruct command tell direct ask urge force oblige request compel authorise require allow
sell buy purchase acquire sale bid merge take_over suitor talks negotiate offer
steal rob take make_off snatch carry_off loot grab theft robbery empty burgle
fall collapse give_way topple crash plunge drop cave_in come_down break tumble
jam stick break fail work function operate run open malfunction break_down stall
sound ring warn alert alarm siren go_off blare
kill die dead death murder shoot slay survive live alive perish
agree promise pledge vow accept offer undertake sign approve consent
refuse reject decline rule_out turn_down deny veto spurn oppose resist
recall withdraw pull take_back call_back remove recover retrieve
pull_back move withdraw retreat redeploy pull_out leave evacuate
march protest demonstrate rally walk parade gather
search look comb hunt seek scour trawl
say tell claim state declare announce write report remark comment
pay_rise raise increase rise lift hike grow climb go_up
sink capsize drown go_down overturn founder
light burn ignite set_fire fire start set_alight torch kindle arson
test try try_out check inspect examine trial tested
invite ask welcome summon call
play compete appear start feature fit injure strain hurt
vote elect choose pick select appoint name nominate
build construct erect set_up open found establish
leak spill escape seep pour drain flow discharge dye
"""


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[int]]:
    out: dict[str, set[int]] = {}
    for number, row in enumerate(_FIELDS.strip().split("\n")):
        for word in row.split():
            out.setdefault(concept(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in out.items()}


def fields_of(word: str) -> frozenset[int]:
    """The numbers of the fields of a concept; none for most."""
    return _table().get(word, frozenset())


def one_field(one: str, other: str) -> bool:
    """Whether two concepts are of one field.

    >>> one_field("pay", concept("receive")), one_field("pay", "arrest")
    (True, False)
    """
    return one == other or not fields_of(one).isdisjoint(fields_of(other))
