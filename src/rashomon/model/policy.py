"""The thresholds that a run can be given, in one frozen object, each with a note on how it was chosen.

Those of how candidates are searched, of when a larger network reads again and of when words are the same are
constants beside their code.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.model.claimpolicy import ClaimPolicy

__all__ = ["Policy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(ClaimPolicy):
    """The thresholds of one run; they are written into every dossier.

    Each field carries its note as ``dataclasses.fields(Policy)[i].metadata["note"]``.
    """

    max_input_bytes: int = field(
        default=10_000_000,
        metadata={"note": "the longest of the 1,772 full articles measured on has under 60,000 characters"},
    )
    statement_certain: float = field(
        default=0.5,
        metadata={"note": "a statement less likely to be right than wrong is only offered as uncertain"},
    )
    presence_decay: float = field(
        default=0.6,
        metadata={"note": "presence left a sentence later; flat on BASIL from .6 to .8, worse below"},
    )
    presence_subject: float = field(
        default=2.5,
        metadata={"note": "weight of the first person named in a sentence, and of who spoke; others have 1"},
    )
    presence_quoted: float = field(
        default=0.25,
        metadata={
            "note": "weight of a name inside a quotation: it is spoken of, rarely the one to speak next"
        },
    )
    presence_unattested: float = field(
        default=0.6,
        metadata={"note": "factor for two capitals that no title, role or lone surname shows to be a person"},
    )
    presence_paragraph: float = field(
        default=0.93,
        metadata={
            "note": "factor for all but the first named in the pronoun's paragraph; worse on BASIL below"
        },
    )
    presence_town: float = field(
        default=0.2,
        metadata={
            "note": "the same behind *in*, *of*, *from*: by eye on 15 reports, towns had become speakers"
        },
    )
    presence_power: float = field(
        default=2.5,
        metadata={"note": "presence to shares; best likelihood of 197 labelled pronouns, flat from 2.5 to 3"},
    )
    presence_nobody: float = field(
        default=0.05,
        metadata={"note": "weight of somebody else beside a presence of 1; the same fit, flat to .08"},
    )
    presence_ungendered: float = field(
        default=0.6,
        metadata={"note": "factor for whom nothing tells to be he or she; the same fit, flat from .5"},
    )
    speaker_certain: float = field(
        default=0.6,
        metadata={
            "note": "`python -m evaluation speakers`: from .6 nobody is named where invented reports do not "
            "tell the speaker; BASIL loses nothing up to .7, pronouns of real reports 3 % against .5"
        },
    )
    chain_reach: int = field(
        default=8,
        metadata={
            "note": "sentences without a word of the speaker after which nobody is still in the interview"
        },
    )
    chain_return: int = field(
        default=16,
        metadata={
            "note": "sentences over which “also” takes up an interview; by eye on a dozen real reports"
        },
    )
    collation_gram: int = field(
        default=3,
        metadata={"note": "words in a row that make two quotations candidates; 25 characters hold 4 or 5"},
    )
    collation_postings: int = field(
        default=8,
        metadata={"note": "quotations that share words in a row: up to so many each is held against each"},
    )
    collation_neighbours: int = field(
        default=4,
        metadata={
            "note": "of more, each is held against the next few in four orders; 10,000 edited copies meet"
        },
    )
    collation_run: int = field(
        default=6,
        metadata={"note": "words in a row that show one act of speech, as in QUOTUS (Niculae et al. 2015)"},
    )
    collation_long_run: int = field(
        default=9,
        metadata={"note": "so many words in a row show it even where few of them carry meaning"},
    )
    collation_short: int = field(
        default=10,
        metadata={
            "note": "below this many words a changed noun makes another sentence: nearly all must agree"
        },
    )
    collation_coverage: float = field(
        default=0.6,
        metadata={"note": "share of the shorter quotation's words found again, if it is not short"},
    )
    collation_containment: float = field(
        default=0.8,
        metadata={"note": "the same share for short quotations and for repetitions within one article"},
    )
    collation_template: int = field(
        default=2,
        metadata={
            "note": "meaning words that must agree for each verb that is another, thrice as many for a noun: "
            "fewer are a template filled anew; by eye on 130 invented and 200 real pairs"
        },
    )
    collation_formula: int = field(
        default=40,
        metadata={"note": "quotations that hold the same few words: in more these are a turn of speech"},
    )
    collation_rare: int = field(
        default=3,
        metadata={
            "note": "quotations that hold one word of two at most, if the two are to be found again: of 48 "
            "real pairs that met by two words ten were catchwords, most of them more frequent"
        },
    )
    collation_wording: float = field(
        default=0.75,
        metadata={
            "note": "the same share, of both sides, for words of the reporters: a reprint, edited at most"
        },
    )
    collation_seam: int = field(
        default=6,
        metadata={"note": "words on both sides of a seam; a report that picks out less only quotes in part"},
    )
    collation_joint: int = field(
        default=6,
        metadata={"note": "the most words that only join two passages; more is matter of its own"},
    )
    collation_truncation: int = field(
        default=3,
        metadata={"note": "so many words missing at an end: the report stops early rather than drops a word"},
    )
    family_reach: int = field(
        default=60,
        metadata={"note": "own words looked at on either side of a quotation: two or three paragraphs"},
    )
    family_run: int = field(
        default=8,
        metadata={"note": "own words in a row; set phrases, names and titles reach eleven, but rarely twice"},
    )
    family_shared: int = field(
        default=20,
        metadata={"note": "own words in such runs; 47 pairs of 1,287 in real stories, nearly all reprints"},
    )
    collation_act_run: int = field(
        default=12,
        metadata={
            "note": "so many words in a row are one act although weekday or occasion differ; the 4 of 1,154 "
            "real pairs that share fewer and tell two days or occasions were two acts each"
        },
    )
    collation_act_days: int = field(
        default=60,
        metadata={"note": "days apart that outweigh any words in common: another season, not another filing"},
    )
    collation_act_week: int = field(
        default=5,
        metadata={"note": "the same where both reports tell the day: another week is another act"},
    )
    paraphrase_few: float = field(
        default=0.85,
        metadata={"note": "share of what is told where three words agree; of real pairs below, 4 of 6 right"},
    )
    paraphrase_many: float = field(
        default=0.5,
        metadata={"note": "the same for four and more; 30 of 31 real pairs from .5 to .7 were right"},
    )
    paraphrase_quoted: float = field(
        default=0.25,
        metadata={"note": "share of the quotation's stretch that must be told; lower, only the topic agreed"},
    )
    paraphrase_named: float = field(
        default=0.95,
        metadata={"note": "share of what is told where few words but names agree; 4 of 4 real pairs right"},
    )
    paraphrase_named_quoted: float = field(
        default=0.35,
        metadata={"note": "share of the quotation then; at .3 a support given was taken for one received"},
    )
    paraphrase_whole: float = field(
        default=0.95,
        metadata={"note": "share of a quotation found in a longer statement; 13 of 14 real pairs right"},
    )
    paraphrase_close: float = field(
        default=0.75,
        metadata={"note": "share of words in common from which on a table of both can be read"},
    )
    paraphrase_beside: int = field(
        default=400,
        metadata={"note": "words of a quotation beside which what is told is set; in a speech it is lost"},
    )
    rendering_words: float = field(
        default=0.35,
        metadata={
            "note": "words in common of two renderings of one original, by the longer; among 3,536 real "
            "quotations taken for renderings 5 pairs more would meet, all of one act; at .25 8 of 11"
        },
    )
    alignment_gap_open: float = field(
        default=1.0,
        metadata={"note": "against 2 for an equal content word, 1 for a function word, -0.7 for unlike ones"},
    )
    alignment_gap_extend: float = field(
        default=0.2,
        metadata={"note": "low, so that a dropped sentence costs little more than a dropped word"},
    )
    alignment_sure: int = field(
        default=36,
        metadata={
            "note": "two quotations of six words; longer ones are anchored first: from 36 to 600 the tables "
            "of 138 quotations that differ in real reports were the same but for one ellipsis"
        },
    )
    alignment_cells: int = field(
        default=40_000,
        metadata={"note": "two quotations of 200 words without an anchor: 0.04 s"},
    )
    alignment_refined: int = field(
        default=24,
        metadata={"note": "different texts of one utterance; up to so many, each is aligned a second time"},
    )
    alignment_common_cells: int = field(
        default=400_000_000,
        metadata={"note": "two quotations of 20,000 words: 50 MB and 0.2 s of bit-parallel work"},
    )
    figure_age_gap: int = field(
        default=1,
        metadata={"note": "years by which two ages of one person differ: a birthday between two reports"},
    )
    figure_tried: int = field(
        default=16,
        metadata={"note": "figures that a name is held against in one step; at most 6 in 115 real stories"},
    )
    figure_bearers: int = field(
        default=64,
        metadata={"note": "bearers of one surname beyond whom nobody looks: at most 33 in 115 real stories"},
    )
    read_control_share: float = field(
        default=0.02,
        metadata={"note": "control bytes that make bytes no text: random ones hold 11 %, 1,772 reports none"},
    )
    read_english_share: float = field(
        default=0.06,
        metadata={
            "note": "words found only in English: at least 0.07 in each of 1,772 reports, 0.23 in most"
        },
    )
    read_language_words: int = field(
        default=5,
        metadata={"note": "a text of fewer different words stays 'und'"},
    )
    read_language_probability: float = field(
        default=0.9,
        metadata={"note": "73 of 1,772 English headlines are likeliest another language, none so surely"},
    )
    read_unbalanced_marks: int = field(
        default=100,
        metadata={"note": "opening less closing marks: at most 33 in each of 1,772 reports"},
    )
    read_wrap_columns: int = field(
        default=100,
        metadata={"note": "the longest line of wrapped text: mail wraps at 72 or 78, some agencies at 90"},
    )
    read_wrap_share: float = field(
        default=0.6,
        metadata={
            "note": "line ends into which the next word would not have fitted: nearly all in wrapped text"
        },
    )
    read_spaced_share: float = field(
        default=0.66,
        metadata={
            "note": "sentences under a blank line where paragraphs are parted so: heads and lists have none"
        },
    )
    read_prose_words: int = field(
        default=9,
        metadata={
            "note": "a line of so many words that ends as a sentence is body text unless its wording tells"
        },
    )
    read_headline_characters: int = field(
        default=240,
        metadata={"note": "the longest of the 1,772 headlines measured on has 231"},
    )
    read_deck_characters: int = field(
        default=400,
        metadata={"note": "a deck is a sentence or two; longer lines in that place were first paragraphs"},
    )
    read_subheading_words: int = field(
        default=12,
        metadata={"note": "longer lines without an end mark were teasers, list items or broken sentences"},
    )
    read_furniture_characters: int = field(
        default=1200,
        metadata={"note": "the longest appeal met has under 700 characters; longer lines are body text"},
    )
    read_appeal_cues: int = field(
        default=3,
        metadata={
            "note": "ways of asking the reader in one paragraph; no body text of 1,772 reports has so many"
        },
    )
    read_tail_appeal_cues: int = field(
        default=2,
        metadata={"note": "the same after the body, where only what the site itself says is left"},
    )
    read_page_words: int = field(
        default=20,
        metadata={"note": "an HTML page from which fewer words of body text come is not an article"},
    )
    fetch_connect_seconds: float = field(
        default=10.0,
        metadata={"note": "a server that takes longer to answer a connection is down for somebody who waits"},
    )
    fetch_read_seconds: float = field(
        default=20.0,
        metadata={"note": "the longest silence within an answer"},
    )
    fetch_total_seconds: float = field(
        default=60.0,
        metadata={"note": "one address; a server that drips bytes must not hold up a batch"},
    )
    fetch_redirects: int = field(
        default=5,
        metadata={
            "note": "news addresses take one to three (plain to TLS, short to full); browsers give up at 20"
        },
    )
