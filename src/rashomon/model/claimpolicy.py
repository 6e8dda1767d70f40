"""The thresholds of claims, conflicts, times and origins; a part of `Policy`."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["ClaimPolicy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPolicy:
    """Fields as those of `Policy`, each with its note."""

    claim_joined: float = field(
        default=0.5,
        metadata={
            "note": "likelihood from which two wordings may be one claim: over the events of authors whom "
            "nothing was fitted to all from .25 on are alike; in real stories most weaker pairs were wrong"
        },
    )
    claim_reasoned: float = field(
        default=0.55,
        metadata={
            "note": "the same where one gives a reason and the other the bare fact; by hand: the invented "
            "stories hardly tell, and in the first real story the bare headline had come in at .47"
        },
    )
    claim_read: float = field(
        default=0.65,
        metadata={
            "note": "the same for two that a reader of pairs read; of 190 claims of thirty real stories 23 "
            "were joined below it: 2 right, 8 in part, 13 wrong; above it 102 of 167 were right, 28 wrong"
        },
    )
    claim_mean: float = field(
        default=0.2,
        metadata={"note": "mean likelihood between two groups that become one; lower, claims begin to merge"},
    )
    claim_repeated: float = field(
        default=0.75,
        metadata={
            "note": "likeness of words or meaning from which two places of one report can be one claim"
        },
    )
    claim_own: float = field(
        default=0.25,
        metadata={"note": "the same for two reports: less, and only what stands around them is alike"},
    )
    claim_loose: float = field(
        default=0.7,
        metadata={"note": "likelihood from which wordings of two claims are held against each other as well"},
    )
    stance_opposed: float = field(
        default=0.6,
        metadata={
            "note": "how sure a conflict with a claim must be for a report that has only the other side to "
            "count as saying it differently, not as silent"
        },
    )
    stance_near: float = field(
        default=0.8,
        metadata={
            "note": "how likely a wording of another claim has to be of this one for its report not to be "
            "silent; at .5 invented reports that are silent are taken to say it, lower ever more"
        },
    )
    claim_neighbours: int = field(
        default=12,
        metadata={
            "note": "likeliest others that a unit is compared with; up to six reports it is hardly met"
        },
    )
    claim_told: float = field(
        default=0.15,
        metadata={
            "note": "likelihood, findings aside, below which two wordings are of two things and no conflict; "
            "25 real stories had 40 conflicts without it and 25 from .15 on, 10 from .3, where the invented "
            "stories lose, too; of 23 read in thirty other stories none was right"
        },
    )
    claim_compared: float = field(
        default=0.05,
        metadata={"note": "likelihood from which two units are held against each other by the comparers"},
    )
    event_denied: float = field(
        default=0.25,
        metadata={
            "note": "share of rare words from which an event told here and denied there is one; "
            "at it 25 real stories had 8 such findings, without 134"
        },
    )
    event_planned: float = field(
        default=0.3,
        metadata={"note": "the same for events that one unit tells as planned or refused"},
    )
    event_explained: float = field(
        default=0.1,
        metadata={"note": "the same for events with two reasons or places; real false ones lay below .1"},
    )
    event_done_by: float = field(
        default=0.15,
        metadata={"note": "the same for events with two doers"},
    )
    event_alike: float = field(
        default=0.45,
        metadata={
            "note": "cosine of meaning from which two units are of one event, whatever they call it; on the "
            "invented stories (tune) 3 of 4 findings from there on are right, from .4 on a third"
        },
    )
    event_seldom: int = field(
        default=8,
        metadata={"note": "units that tell of an event, up to which it needs no other words in common"},
    )
    event_most: int = field(
        default=120,
        metadata={"note": "units that one event may lead to on a side; what more have tells too little"},
    )
    number_rounding: float = field(
        default=0.05,
        metadata={"note": "share by which a bare figure with zeros at its end may differ from the finer one"},
    )
    number_decimal_rounding: float = field(
        default=0.25,
        metadata={"note": "the same where fewer digits are written: 2 million and 2.4 million"},
    )
    number_counted: float = field(
        default=100.0,
        metadata={"note": "below it people are counted one by one: 10 and 12 killed is no rounding"},
    )
    number_bound: float = field(
        default=2.5,
        metadata={
            "note": "times a figure from which on a bound is none of it; by eye: “up to $8.1 billion” and "
            "$1.38 billion, “more than 1,300” and 3,979 in real stories were of two things"
        },
    )
    number_about: float = field(
        default=0.1,
        metadata={"note": "share that “about” reaches to, at the least"},
    )
    number_about_most: float = field(
        default=0.2,
        metadata={"note": "the same for figures with zeros at their end, at the most: “about 10” and 12"},
    )
    copy_gram: int = field(
        default=5,
        metadata={
            "note": "own words in a row by which shared passages are found; more only costs edited copies"
        },
    )
    copy_gap: int = field(
        default=8,
        metadata={"note": "own words on either side that an editor put between two agreeing stretches"},
    )
    copy_share: float = field(
        default=0.75,
        metadata={
            "note": "equal words of a passage; lower, two paraphrases of one agency text begin to count"
        },
    )
    copy_run: int = field(
        default=12,
        metadata={"note": "own words in a row that show a copy; below, titles and figures agree by chance"},
    )
    copy_plain: int = field(
        default=11,
        metadata={
            "note": "of these in lower case; of 26 real passages of 12 to 14 words those with fewer were "
            "mostly titles, sums and names"
        },
    )
    copy_edited: int = field(
        default=20,
        metadata={
            "note": "lower-case words that agree in a passage with a few others between; phrases reach 17"
        },
    )
    copy_edited_share: float = field(
        default=0.85,
        metadata={"note": "equal words of such a passage; two set phrases behind each other reach .82"},
    )
    copy_again: int = field(
        default=8,
        metadata={"note": "own words in a row that count where more is shared; set phrases reach seven"},
    )
    copy_again_plain: int = field(
        default=6, metadata={"note": "of these in lower case: the rest are names and titles"}
    )
    copy_together: int = field(
        default=24,
        metadata={
            "note": "lower-case words in the rows of several passages that show a copy without a long one"
        },
    )
    copy_sentence: int = field(
        default=10,
        metadata={"note": "own words of a whole sentence that, word for word, show it copied; shorter recur"},
    )
    copy_sentence_plain: int = field(
        default=8,
        metadata={"note": "of these in lower case; the rest are names and figures that any report has"},
    )
    copy_touched: float = field(
        default=0.9,
        metadata={
            "note": "equal words of a sentence in which an editor exchanged some; a set phrase filled anew "
            "exchanges more, or its names and figures"
        },
    )
    copy_neighbours: int = field(
        default=60,
        metadata={"note": "reports that one is held against; fifty are all held against each other"},
    )
    number_agrees: float = field(
        default=0.5,
        metadata={"note": "what must speak for two numbers being of one thing, where their values agree"},
    )
    number_conflicts: float = field(
        default=1.5,
        metadata={
            "note": "the same where they do not: a noun and its fate, or two topics and nothing else near"
        },
    )
    number_scope: float = field(
        default=1.0,
        metadata={"note": "the same where what is counted is not quite the same"},
    )
    scope_overlap: float = field(
        default=0.6,
        metadata={
            "note": "share of topics in common from which two sentences could be mistaken for each other"
        },
    )
    scope_topics: int = field(
        default=2,
        metadata={"note": "so many topics in common do as well, in short sentences"},
    )
    number_most: int = field(
        default=32,
        metadata={
            "note": "numbers or times of one clause that are compared; more stand in lists and tables only"
        },
    )
    date_event: float = field(
        default=0.4,
        metadata={"note": "what must speak for two times being of one event: what happened, or most else"},
    )
    date_alone: float = field(
        default=0.6,
        metadata={
            "note": "share of what stands in the clauses that must agree where no verb was read in one"
        },
    )
    clock_rounding: float = field(
        default=15.0,
        metadata={"note": "minutes by which two times of day differ where one is the other rounded"},
    )
    moment_reach: int = field(
        default=2,
        metadata={"note": "sentences back in which “the next day” looks for its day; by eye on real reports"},
    )
    moment_year_sure: int = field(
        default=90,
        metadata={"note": "days: farther off, a date without year or tense may as well be the next one"},
    )
    moment_far: int = field(
        default=240,
        metadata={"note": "days: news writes a year with what is older, or says that it is to come"},
    )
    moment_just: int = field(
        default=45,
        metadata={"note": "days: “June’s figures will come” in July are of the June just over"},
    )
    moment_nearer: float = field(
        default=0.6,
        metadata={"note": "by eye on 130 real reports: “the November election” is told as late as July"},
    )
    moment_near: int = field(
        default=92,
        metadata={"note": "days: the next three months, of which news tells without a year or “will”"},
    )
    origin_covered: float = field(
        default=0.75,
        metadata={
            "note": "share of a sentence's words in a row that another has; by chance two of fifty share .65"
        },
    )
    origin_covered_reprint: float = field(
        default=0.6,
        metadata={"note": "the same where much of the report is the other's: edits; a tail is a set phrase"},
    )
    origin_reprint: float = field(
        default=0.3,
        metadata={
            "note": "share of a report in passages of another from which on its short sentences count, too"
        },
    )
    contrast_certain: float = field(
        default=0.55,
        metadata={
            "note": "by hand, above the best F1 of stories left out (flat from .4): real news has look-alikes"
        },
    )
    contrast_reason: float = field(
        default=0.8,
        metadata={"note": "the same for reasons; of real ones below, read in thirty stories, none was right"},
    )
    contrast_near: float = field(
        default=0.25,
        metadata={"note": "of the invented conflicts nine in ten lie above"},
    )
    pairs_read: int = field(
        default=12,
        metadata={
            "note": "pairs of one unit that a reader of pairs reads, so that cost grows with units; by hand"
        },
    )
    pairs_near: float = field(
        default=0.15,
        metadata={
            "note": "mean cosine; at .25 an eighth of the invented pairs of one claim would not be read"
        },
    )
    value_closely: float = field(
        default=0.015,
        metadata={
            "note": "how likely two values must be of one thing for their units to be read closely; about "
            "five pairs of an invented story"
        },
    )
    value_added: float = field(
        default=0.35,
        metadata={
            "note": "how likely two values of units that were read are of one thing; when it was fitted, of "
            "dates left out above .3 every second one was right (`training.values`)"
        },
    )
    value_kept: float = field(
        default=0.2,
        metadata={"note": "the same for what rules set against each other; by hand, as contrary_kept"},
    )
    number_added: float = field(
        default=0.4,
        metadata={
            "note": "the same as value_added for numbers that differ; of those left out three in five were "
            "right from here on when it was fitted"
        },
    )
    number_kept: float = field(
        default=0.3,
        metadata={
            "note": "the same as value_kept for numbers that differ: of real ones from .05 up to here one in "
            "six was right when it was fitted"
        },
    )
    suspected_least: float = field(
        default=0.05,
        metadata={"note": "how likely a contradiction that is not told must be to be shown as suspected"},
    )
    suspected_most: int = field(
        default=3,
        metadata={"note": "as many suspected ones are shown for each report but one; by hand"},
    )
    contrary_kept: float = field(
        default=0.2,
        metadata={
            "note": "how likely units contradict each other for what rules found to stand; at .3 the events "
            "that rules were made on lose a tenth of their recall"
        },
    )
    contrary_added: float = field(
        default=0.35,
        metadata={
            "note": "how likely for one that no rule found; over the stories that it was fitted on 256 pairs "
            "are told rightly and 156 wrongly from here on, from .3 on 263 and 178"
        },
    )
