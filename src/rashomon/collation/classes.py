"""What kind of difference two readings show: a table of rules, the first that holds decides.

From what a house style does by itself (marks, spelling, contractions) over
what an editor adds (brackets, ellipses) and tidies to what changes the words.
A rule sees the words of the base, those of the other reading and a few
around them, so a class says how the texts differ, never why.  Each row
carries an invented example, which the documentation shows and a test holds
the rule to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.collation.contrast import Contrast
from rashomon.collation.editorial import (
    bracket_for_words,
    bracket_in_word,
    bracket_inserted,
    ellipsis_for_words,
    ellipsis_only,
)
from rashomon.collation.grammar import (
    auxiliary,
    function_words_dropped,
    light_words,
    pronoun_changed,
    pronoun_dropped,
    verb_form,
    verb_phrase,
    word_form,
)
from rashomon.collation.named import name_changed, name_shortened, pronoun_for_name
from rashomon.collation.sense import (
    condition_changed,
    condition_dropped,
    date_differs,
    hedge_changed,
    hedge_dropped,
    modality_changed,
    modality_dropped,
    negation_dropped,
    negation_on_one_side,
    number_differs,
    opposite_word,
)
from rashomon.collation.spelt import case_differs, contracted, marks_differ, number_in_words, spelling_differs
from rashomon.collation.tidying import (
    dialect_spelling,
    double_negative,
    filler_words,
    grammar_mended,
    repeated_words,
    verb_agreement,
)
from rashomon.model import Severity, VariantKind

__all__ = ["CLASSES", "WHOLES", "Class", "classify"]


@dataclass(frozen=True, slots=True)
class Class:
    """A row of the table.

    Attributes:
        reason: the label that is given as evidence.
        score: how sure the rule is.
        example: words of the base and of the other, invented.
        holds: whether the row applies; None for what only the table as a whole can show.
    """

    reason: str
    kind: VariantKind
    severity: Severity
    score: float
    example: tuple[str, str]
    holds: Callable[[Contrast], bool] | None = None


def classify(found: Contrast) -> Class:
    """The first class of the table that holds for the two readings."""
    return next(row for row in CLASSES if row.holds is not None and row.holds(found))


def _lost(test: Callable[[Contrast], bool]) -> Callable[[Contrast], bool]:
    """The test where it is the base that has more."""
    return lambda c: bool(c.rest[0]) and not c.rest[1] and test(c)


def _gained(test: Callable[[Contrast], bool]) -> Callable[[Contrast], bool]:
    """The test where it is the other that has more."""
    return lambda c: bool(c.rest[1]) and not c.rest[0] and test(c)


def _same_words(c: Contrast) -> bool:
    one, two = c.rest_keys
    return c.spoken_only and len(one) > 1 and sorted(one) == sorted(two)


def _always(c: Contrast) -> bool:
    return True


_K, _S = VariantKind, Severity
CLASSES = (
    Class("marks_differ", _K.PUNCTUATION, _S.TRIVIAL, 1.0, ("stood, idle", "stood idle"), marks_differ),
    Class("bracket_in_word", _K.BRACKET, _S.MINOR, 1.0, ("was idle", "[w]as idle"), bracket_in_word),
    Class("case_differs", _K.ORTHOGRAPHY, _S.TRIVIAL, 1.0, ("stood Idle", "stood idle"), case_differs),
    Class("number_in_words", _K.ORTHOGRAPHY, _S.TRIVIAL, 1.0,
          ("for 3 years", "for three years"), number_in_words),
    Class("spelling_differs", _K.ORTHOGRAPHY, _S.TRIVIAL, 1.0,
          ("was recognised", "was recognized"), spelling_differs),
    Class("contracted", _K.CONTRACTION, _S.TRIVIAL, 1.0, ("did not move", "didn’t move"), contracted),
    Class("ellipsis_only", _K.ELLIPSIS, _S.TRIVIAL, 1.0, ("stood idle", "stood … idle"), ellipsis_only),
    Class("bracket_inserted", _K.BRACKET, _S.MINOR, 1.0,
          ("of Oda now", "of Oda [the mayor] now"), bracket_inserted),
    Class("bracket_for_words", _K.BRACKET, _S.MINOR, 0.9, ("hit him", "hit [Mayor Oda]"), bracket_for_words),
    Class("ellipsis_for_words", _K.ELLIPSIS, _S.MINOR, 0.9,
          ("stood quite idle", "stood … idle"), ellipsis_for_words),
    Class("same_words", _K.REORDERING, _S.MINOR, 0.95, ("is so there", "is there so"), _same_words),
    Class("repeated_words", _K.CLEANUP, _S.MINOR, 0.95, ("by the the dock", "by the dock"), repeated_words),
    Class("filler_words", _K.CLEANUP, _S.MINOR, 0.95, ("stood, you know, idle", "stood idle"), filler_words),
    Class("double_negative", _K.CLEANUP, _S.MINOR, 0.9,
          ("didn’t hold nothing", "didn’t hold anything"), double_negative),
    Class("dialect_spelling", _K.CLEANUP, _S.MINOR, 0.95,
          ("is gonna fall", "is going to fall"), dialect_spelling),
    Class("grammar_mended", _K.CLEANUP, _S.MINOR, 0.9,
          ("them boats stood idle", "those boats stood idle"), grammar_mended),
    Class("verb_agreement", _K.CLEANUP, _S.MINOR, 0.85,
          ("and it stand idle", "and it stands idle"), verb_agreement),
    Class("negation_on_one_side", _K.NEGATION, _S.MAJOR, 0.95,
          ("was not safe", "was safe"), negation_on_one_side),
    Class("opposite_word", _K.NEGATION, _S.MAJOR, 0.9,
          ("was able to move", "was unable to move"), opposite_word),
    Class("date_differs", _K.DATE, _S.MAJOR, 0.95, ("fell on Monday", "fell on Tuesday"), date_differs),
    Class("number_differs", _K.NUMBER, _S.MAJOR, 0.95, ("hit 30 people", "hit 300 people"), number_differs),
    Class("name_shortened", _K.NAME, _S.MINOR, 0.9, ("hit Mara Quill", "hit Quill"), name_shortened),
    Class("condition_dropped", _K.DELETION, _S.MAJOR, 0.95,
          ("stood idle unless it rained", "stood idle"), _lost(condition_dropped)),
    Class("condition_dropped", _K.INSERTION, _S.MAJOR, 0.95,
          ("stood idle", "stood idle unless it rained"), _gained(condition_dropped)),
    Class("hedge_dropped", _K.DELETION, _S.MAJOR, 0.95, ("probably fell", "fell"), _lost(hedge_dropped)),
    Class("hedge_dropped", _K.INSERTION, _S.MAJOR, 0.95, ("fell", "probably fell"), _gained(hedge_dropped)),
    Class("modality_changed", _K.DELETION, _S.MAJOR, 0.9,
          ("might stand idle", "stand idle"), _lost(modality_dropped)),
    Class("modality_changed", _K.INSERTION, _S.MAJOR, 0.9,
          ("stand idle", "might stand idle"), _gained(modality_dropped)),
    Class("negation_dropped", _K.DELETION, _S.MAJOR, 0.9,
          ("stood idle, and nobody rang", "stood idle"), _lost(negation_dropped)),
    Class("negation_dropped", _K.INSERTION, _S.MAJOR, 0.9,
          ("stood idle", "stood idle, and nobody rang"), _gained(negation_dropped)),
    Class("pronoun_dropped", _K.DELETION, _S.MINOR, 0.95,
          ("it stood idle", "stood idle"), _lost(pronoun_dropped)),
    Class("pronoun_added", _K.INSERTION, _S.MINOR, 0.95,
          ("stood idle", "it stood idle"), _gained(pronoun_dropped)),
    Class("auxiliary", _K.TENSE, _S.MINOR, 0.9, ("has stood idle", "stood idle"), auxiliary),
    Class("function_words", _K.DELETION, _S.MINOR, 0.95,
          ("held by the dock", "held the dock"), _lost(function_words_dropped)),
    Class("function_words", _K.INSERTION, _S.MINOR, 0.95,
          ("held the dock", "held by the dock"), _gained(function_words_dropped)),
    Class("content_words", _K.DELETION, _S.MAJOR, 0.95, ("stood rusting idle", "stood idle"), _lost(_always)),
    Class("content_words", _K.INSERTION, _S.MAJOR, 0.95,
          ("stood idle", "stood rusting idle"), _gained(_always)),
    Class("hedge_dropped", _K.SUBSTITUTION, _S.MAJOR, 0.9, ("appears to hold", "holds"), hedge_changed),
    Class("modality_changed", _K.SUBSTITUTION, _S.MAJOR, 0.9, ("might fall", "will fall"), modality_changed),
    Class("verb_form", _K.TENSE, _S.MINOR, 0.9, ("stood idle", "stands idle"), verb_form),
    Class("verb_phrase", _K.TENSE, _S.MINOR, 0.85, ("was rusting", "had rusted"), verb_phrase),
    Class("pronoun_changed", _K.PRONOUN, _S.MINOR, 0.95, ("failed him", "failed us"), pronoun_changed),
    Class("pronoun_for_name", _K.PRONOUN, _S.MINOR, 0.8, ("failed him", "failed Oda"), pronoun_for_name),
    Class("name_changed", _K.NAME, _S.MAJOR, 0.7, ("is of Brandt", "is of Oda"), name_changed),
    Class("condition_changed", _K.SUBSTITUTION, _S.MAJOR, 0.9,
          ("fell unless it rained", "fell when it rained"), condition_changed),
    Class("word_form", _K.SUBSTITUTION, _S.MINOR, 0.85,
          ("held two containers", "held two container"), word_form),
    Class("function_words", _K.SUBSTITUTION, _S.MINOR, 0.95,
          ("fell into the dock", "fell onto the dock"), light_words),
    Class("content_words", _K.SUBSTITUTION, _S.MAJOR, 0.95, ("stood idle", "stood rusting"), _always),
)  # fmt: skip
"""Every label that a difference between two readings can have."""

WHOLES = (
    Class("words_elsewhere", _K.REORDERING, _S.MINOR, 0.9, ("in the end it fell", "it fell in the end")),
    Class("ends_apart", _K.TRUNCATION, _S.MINOR, 1.0,
          ("It stood idle. The crews went home", "It stood idle.")),
    Class("condition_dropped", _K.TRUNCATION, _S.MAJOR, 0.95,
          ("It will hold if the wind drops", "It will hold")),
    Class("hedge_dropped", _K.TRUNCATION, _S.MAJOR, 0.95, ("It will hold as far as I know", "It will hold")),
    Class("negation_dropped", _K.TRUNCATION, _S.MAJOR, 0.95, ("It fell. Nobody was hurt there", "It fell.")),
    Class("ellipsis_between", _K.ELLIPSIS, _S.MINOR, 1.0,
          ("“It fell.” Later she said: “It sank.”", "“It fell … It sank.”")),
    Class("joining_words", _K.SPLICE, _S.MAJOR, 1.0, ("“It fell.” “It sank.”", "“It fell because it sank.”")),
    Class("run_together", _K.SPLICE, _S.MAJOR, 0.95, ("“It sank.” “It fell.”", "“It fell. It sank.”")),
    Class("quoted_apart", _K.SPLIT, _S.MINOR, 0.95,
          ("“It fell. It sank.”", "“It fell.” She went on: “It sank.”")),
)  # fmt: skip
"""Labels of differences that show only in the witnesses as wholes."""
