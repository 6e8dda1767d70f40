"""Words that give a reason, that say there is none, and what kinds of reasons there are, as tables."""

from __future__ import annotations

__all__ = [
    "AFTER",
    "ALIKE",
    "BEHIND",
    "CAUSES",
    "CAUSING",
    "FEELINGS",
    "FINDING_FAULT",
    "HAPPENINGS",
    "KINDS_OF_REASON",
    "NO_REASON",
    "OVER_VERBS",
]


def _phrases(rows: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row.split()) for line in rows.strip().split("\n") for row in line.split(" / "))


BEHIND = _phrases("""
because of
because
due to
owing to
thanks to
as a result of
as a consequence of
linked to
stemming from
resulting from
in the wake of
out of fear
out of anger
out of spite
out of loyalty
out of boredom
out of pity
angry at
angry over
angry about
angered by
upset by
upset about
unhappy with
unhappy about
frustrated by
frustrated with
disappointed by
disappointed with
worried about
worried that
concerned about
concerned that
afraid of
afraid that
tired of
fed up with
as a response to
in response to
in retaliation for
in retaliation to
in protest at
in protest against
in protest over
in revenge for
on account of
on grounds of
on the grounds of
on the grounds that
on the ground that
over fears of
over fears that
over concerns about
over concerns of
over concerns that
over concern about
over worries about
for fear of
for fear that
for lack of
for want of
out of fear of
out of concern for
amid fears of
amid fears that
amid concerns about
amid concerns over
amid concerns that
amid worries about
fearing
fearing that
citing
blaming
attributed to
blamed on
laid to
a consequence of
the consequence of
the fault of
on the advice of
out of fear that
out of respect for
in a row over
in a dispute over
amid a row over
amid a dispute over
amid claims of
amid reports of
after claims of
after complaints about
after complaints of
for fear
in order not to
so that
in the belief that
in view of
in the light of
in light of
for the sake of
in protest
with a view to
in the hope of
in the hope that
in a bid to
in an effort to
in an attempt to
to draw attention to
put down to
caused by
triggered by
sparked by
prompted by
brought on by
brought about by
was a response to
is a response to
were a response to
was due to
so as to
so that
in order to
to avoid
to prevent
to spare
to save
to protect
to escape
to spend
to cut
as punishment for
following complaints about
following complaints of
following concerns about
for reasons of
started by
set off by
led to by
stemmed from
resulted from
to make use of
to make room for
to make way for
to qualify for
was the result of
a result of
the result of
lest / given that / seeing that / on the pretext that / on the pretext of / under the pretext of
in solidarity with / in sympathy with / in anger at / in anger over / out of anger at / out of anger over
out of shame / out of greed / out of jealousy / out of hunger / out of need / out of habit / to dodge
to evade / to get away from / to keep from / to make up for / to pay for / to pay off / at the request of
at the insistence of / at the urging of / on orders from / on the orders of / as a precaution against
under the weight of / under the strain of / under pressure from / under the pressure of / by lack of
by reason of / owed to / brought down by / on suspicion of / not least because / chiefly because
partly because
""")
"""What stands before a reason; the reason is what follows."""

CAUSING = frozenset(
    """cause bring_down topple tip_over set_alight set_ablaze trigger spark force prompt start set_off
    knock_over knock_down ground blow_over bring_about delay lead_to ignite""".split()
)
"""Verbs whose subject is the reason for what they tell, where it is a thing ("a bolt brought it down")."""

FEELINGS = frozenset(
    "angry angered upset unhappy frustrated disappointed worried concerned afraid tired fed linked".split()
)
"""Words that give no reason where they are said of somebody ("residents are worried about the dam")."""

HAPPENINGS = frozenset(
    "collapse crash capsize burn explode flood end suspend postpone cancel damage destroy derail sink".split()
)
"""What happens to things: the thing that does it is the reason ("a broken rail derailed the train")."""

OVER_VERBS = frozenset(
    """resign quit withdraw dismiss sack sue protest strike arrest suspend fine jail expel ban clash
    criticise criticize cancel postpone close reject boycott leave step_down charge oust drop bench demote
    disqualify punish reprimand scold rebuke evict strip sentence convict prosecute ticket detain stop halt
    end break_off storm_out quarrel fall_out argue fight feud split riot rebel mutiny veto quit abandon
    divorce penalise penalize blacklist warn censure""".split()
)
"""Acts after which "over" and "for" give the reason ("fined for speeding", "resigned over the memo")."""

FINDING_FAULT = frozenset("blame fault cite".split())
"""Verbs with the reason as their object, and "for" before what it is the reason for, or "on" turned about."""

CAUSES = frozenset("cause reason culprit explanation".split())
"""Nouns for a reason: "the cause of the fire was a cigarette", "a cigarette was the cause of the fire"."""

AFTER = frozenset("recall evacuate dismiss suspend ground impound".split())
"""Acts after which "after" gives the reason ("was recalled after glass had been found")."""

NO_REASON = _phrases("""
inexplicably
inexplicable
for no reason that
unexplained
without explanation
without explaining why
without any explanation
without giving a reason
without giving reasons
without giving any reason
without a reason
without saying why
without stating why
without stating a reason
without citing a reason
for no apparent reason
for no clear reason
for no reason
for no obvious reason
for unknown reasons
for unexplained reasons
for reasons unknown
for reasons that remain unclear
for reasons that are unclear
for reasons that are not clear
for reasons not given
for reasons that were not given
gave no reason
gave no reasons
gives no reason
giving no reason
giving no reasons
has given no reason
had given no reason
offered no reason
offered no explanation
offering no explanation
gave no explanation
giving no explanation
did not give a reason
did not say why
would not say why
has not said why
did not explain why
did not state a reason
no reason was given
no reason has been given
no reason is given
no explanation was given
no explanation has been given
no reasons were given
reason was not given
reason is not known
reasons are unclear
reason is unclear
reason remains unclear
cause is not known
cause is unknown
cause was unknown
cause was not known
cause remains unknown
cause is unclear
cause was unclear
cause remains unclear
has still given no reason / has so far given no reason / has yet to give a reason
has not given a reason / have given no reason / have not given a reason / declined to give a reason
refused to give a reason / declined to say why / refused to say why / without apparent reason
without apparent cause / without any apparent reason / without any apparent cause / without obvious cause
without any obvious reason / without cause / without any cause / without warning or explanation
without any reason / no apparent reason / no apparent cause / no obvious reason / no obvious cause
no clear reason / no clear cause / no known reason / no known cause / no cause was found
no cause has been found / no reason has ever been given / no explanation has ever been given
nobody knows why / nobody can say why / no one knows why / no one can say why / nobody could explain why
no one could explain why / it is not known why / it is not clear why / it is unclear why
it was not clear why / it was unclear why / it remains unclear why / remains a mystery / is a mystery
was a mystery / reason is a mystery / cause is a mystery / could not say why / cannot say why
could not explain why / cannot explain why / did not know why / do not know why / does not know why
""")
"""What says that there is no reason, or that nobody gave one."""

KINDS_OF_REASON = {
    word: kind
    for kind, words in {
        "weather": "weather storm gale gust snow snowfall blizzard rain fog mist ice frost wind flood heat"
        " drought lightning squall thunderstorm hail sleet swell wave hurricane typhoon tornado",
        "technical": "technical fault mechanical breakdown defect failure malfunction glitch engine brake"
        " signal software computer gearbox bolt weld crack valve cable fuse wiring electrical power motor",
        "health": "health illness ill sick disease cancer heart surgery injury stroke fever knee ankle"
        " hamstring flu",
        "money": "money financial cost fund funding budget debt loss price finance bankrupt bankruptcy"
        " deficit expense rent subsidy",
        "staff": "staff staffing shortage sickness worker crew driver pilot nurse",
        "security": "security safety threat bomb attack risk danger",
        "personal": "personal family private",
        "dispute": "dispute row disagreement quarrel strike protest",
    }.items()
    for word in words.split()
}
"""The kind of reason that a word belongs to."""

GENERAL = frozenset(
    """weather technical mechanical fault defect problem health illness ill money financial cost finance
    staff staffing security safety personal private dispute row disagreement condition reason issue
    difficulty concern fear worry""".split()
)
"""Words for a whole kind: whatever belongs to it tells the same finer."""

ALIKE = tuple(
    frozenset(row.split())
    for row in (
        "storm gale wind gust squall hurricane",
        "rain flood downpour rainfall",
        "snow snowfall blizzard ice frost",
        "fog mist haze",
        "illness ill sick disease health",
        "money fund funding cash",
    )
)
"""Reasons that are often one, in other words."""
