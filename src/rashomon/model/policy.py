"""Every threshold in one frozen object, each with a note on how it was chosen."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Policy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The thresholds of one run; they are written into every dossier.

    Each field carries its note as ``dataclasses.fields(Policy)[i].metadata["note"]``.
    """

    max_input_bytes: int = field(
        default=10_000_000,
        metadata={"note": "the longest of the 1,772 full articles measured on has under 60,000 characters"},
    )
    collation_gram: int = field(
        default=3,
        metadata={"note": "words in a row that make two quotations candidates; one of 25 characters holds 4 to 5"},
    )
    collation_postings: int = field(
        default=64,
        metadata={"note": "words in a row shared by more quotations than this tell nothing; keeps the work linear"},
    )
    collation_run: int = field(
        default=6,
        metadata={"note": "words in a row that show one act of speech, as in QUOTUS (Niculae et al. 2015)"},
    )
    collation_short: int = field(
        default=10,
        metadata={"note": "below this many words a changed noun makes another sentence, so nearly all must agree"},
    )
    collation_coverage: float = field(
        default=0.6,
        metadata={"note": "share of the shorter quotation's words found again, for quotations that are not short"},
    )
    collation_containment: float = field(
        default=0.8,
        metadata={"note": "the same share for short quotations and for repetitions within one article"},
    )
    collation_seam: int = field(
        default=6,
        metadata={"note": "words on both sides of a seam; a report that picks out less only quotes in part"},
    )
    collation_truncation: int = field(
        default=3,
        metadata={"note": "words missing at an end from which on a report stops early rather than drops a word"},
    )
    alignment_gap_open: float = field(
        default=1.0,
        metadata={"note": "against 2 for an equal content word, 1 for a function word, -0.7 for unlike words"},
    )
    alignment_gap_extend: float = field(
        default=0.2,
        metadata={"note": "low, so that a dropped sentence costs little more than a dropped word"},
    )
    alignment_cells: int = field(
        default=40_000,
        metadata={"note": "two quotations of 200 words: 0.04 s; longer ones are anchored on unique n-grams first"},
    )
    alignment_common_cells: int = field(
        default=400_000_000,
        metadata={"note": "two quotations of 20,000 words: 50 MB and 0.2 s of bit-parallel work"},
    )
