"""When and on which occasion words were said, and whether two reports tell of two occasions.

A report tells it in the clause of the cue: “told reporters on Sunday”, “In a
2019 interview with the Courier, she said”.  Days in what was said, in relative
clauses and in what the words were about are none of the speaking.  Two reports
contradict each other only where both tell it and both cannot hold; a day's
difference is none where the reports themselves appeared a day apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.collation.overlap import Overlap
from rashomon.collation.units import Passage
from rashomon.language.days import Day, days_apart, days_in, published_day
from rashomon.language.wordforms import ABBREVIATIONS, NEGATIONS
from rashomon.model import Mode, Policy, Span

__all__ = ["Circumstances", "apart", "circumstances", "contradict", "day_of", "far_apart"]

_BEFORE, _AFTER = 300, 200
"""Code points of the clause that are read on either side of the cue."""

_SENTENCE_END = re.compile(r"[.?!…][”\"’')\]]*\s+(?=[\"“‘'(\[]?[A-Z])")
_ASIDE = re.compile(
    r"(?:^|[\s,])(?:who|which|whose|whom|where|that|after|before|when|since|as|because|while|if|until|for"
    r"|about|following|amid|despite|of)\b(?!\s+(?:last|this|\d{4}))[^,]*(?:,|$)",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"[;(—]|\b(?:(?:which|that)(?!\s+(?:was\s+|were\s+)?(?:aired|published|broadcast|released|posted))"
    r"|who|whom|whose|after|before|when|while|as|since|because|until|if|where|regarding|ahead|despite|amid"
    r"|following|for|but|of(?!\s+(?:last|this|\d{4}))|about(?!\s+(?:an?|one|two|three)\s)"
    r"|over(?!\s+the\s+weekend))\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"(?P<word>[^\W\d]+(?:ed|en|born|held|built|made))\s+(?:(?:in|on|by|back)\s+)?$")
_OF_SPEAKING = frozenset(
    """aired published posted released recorded televised dated issued tweeted conducted filed delivered
    asked held taped interviewed written given shared reported repeated added insisted warned claimed
    argued declared noted stressed tweeted explained testified spoken been""".split()
)
_EVENT = re.compile(
    r"\b(?P<when>after|following|since|when|as|before|ahead\s+of)\s+(?P<what>[^,;]{1,80})", re.IGNORECASE
)
"""What happened before or after the speaking, up to the next comma."""
_SINCE = frozenset({"after", "following", "since", "when", "as"})
_OWNED = re.compile(r"(day)[’']s\b", re.IGNORECASE)
_FORTNIGHT = 14
_IN_A = re.compile(
    r"\b(?:in|at|during|from)\s+(?:an?|the|his|her|their|its)\s+(?:[^\W\d]+\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a report tells of when and on which occasion words were said.

    Attributes:
        day: as the clause of the cue tells it; None where it does not.
        kind: of the occasion, one of `Occasion.kind`; None where the report tells none.
        asked: names of the outlets that the words were said to.
        published: the day of the report, in days since the year 1; None where it is not known.
    """

    day: Day | None
    kind: str | None
    asked: tuple[str, ...]
    published: int | None

    @property
    def told(self) -> bool:
        """Whether the report tells day or occasion."""
        return self.day is not None or self.kind is not None


def circumstances(passage: Passage) -> Circumstances:
    """What the passage's report tells of when and on which occasion it was said."""
    statement, published = passage.statement, published_day(passage.published)
    return Circumstances(
        day=day_of(passage),
        kind=statement.occasion.kind if statement.occasion else None,
        asked=tuple(relay.name for relay in statement.chain if relay.manner in _ASKED and relay.stated),
        published=published.toordinal() if published else None,
    )


def contradict(one: Passage, other: Passage, shared: Overlap, policy: Policy) -> bool:
    """Whether the reports tell that these words were said on two occasions, or here affirmed, there denied.

    Many of the same words in a row outweigh what reports tell of weekday and
    occasion, which they often tell otherwise of one act; they do not outweigh
    another season or year.

    Args:
        one: a passage with its statement, which knows occasion and cue, and the text around it.
        other: the same of another statement.
        shared: the words that the two have in common.
        policy: how many words in a row outweigh what.
    """
    if denies(one) is not denies(other) and _negated(one) is _negated(other):
        return True
    first, second = circumstances(one), circumstances(other)
    if shared.run >= policy.collation_act_run:
        return far_apart(first, second, policy)
    few = shared.run < policy.collation_short or shared.coverage < 1.0
    if few and _between(first, second) > policy.collation_act_days:
        return True
    return apart(first, second) or (shared.coverage < 1.0 and _other_outlets(first, second))


_DENIALS = frozenset(
    """deny denies denied denying reject rejects rejected rejecting dispute disputes disputed disputing refute
    refutes refuted refuting dismiss dismisses dismissed dismissing rebut rebuts rebutted rebutting""".split()
)
"""Cues behind which stands what the speaker does not say."""


def denies(passage: Passage) -> bool:
    """Whether the report gives the words as what the speaker denies, and not as the speaker's own."""
    statement = passage.statement
    if statement.mode is Mode.DIRECT:
        return False
    words = (word for span in statement.cue for word in span.of(passage.text).casefold().split())
    return any(word.strip(",.;:") in _DENIALS for word in words)


def _negated(passage: Passage) -> bool:
    """Whether the words themselves say no: who denies that anybody knew may have said that nobody did."""
    words = (word for span in passage.statement.content for word in span.of(passage.text).casefold().split())
    return any(word.strip("“”\"‘',.;:!?") in NEGATIONS or word.endswith(("n't", "n’t")) for word in words)


def apart(one: Circumstances, other: Circumstances) -> bool:
    """Whether the two cannot be those of one act: another day, or an occasion of another kind.

    >>> from dataclasses import replace
    >>> rally = Circumstances(day=None, kind="speech", asked=(), published=None)
    >>> apart(rally, replace(rally, kind="interview")), apart(rally, replace(rally, kind="broadcast"))
    (True, False)
    """
    kinds = one.kind is not None and other.kind is not None and {one.kind, other.kind} in _OTHER_KINDS
    return kinds or _gap(one, other) > 0


def far_apart(one: Circumstances, other: Circumstances, policy: Policy) -> bool:
    """Whether the days are too far apart for one act, whatever the words: both tell another week."""
    if _later(one, other) or _later(other, one):
        return True
    both = one.day is not None and other.day is not None
    return _gap(one, other) > (policy.collation_act_week if both else policy.collation_act_days)


def _later(one: Circumstances, other: Circumstances) -> bool:
    """Whether the other report appeared before the day that is told of the one, and tells a day itself."""
    told = one.day.first if one.day is not None and other.day is not None else None
    return told is not None and other.published is not None and told - other.published > 1


def _gap(one: Circumstances, other: Circumstances) -> int:
    """The days that surely lie between the two, less the one by which reports of one act are out."""
    first, second = _bounded(one), _bounded(other)
    if first is None or second is None:
        return 0
    gap = days_apart(first, second)
    same_edition = one.published is not None and one.published == other.published
    return gap if gap != 1 or same_edition else 0


def _between(one: Circumstances, other: Circumstances) -> int:
    """Days between two reports that tell of no day: each then mostly tells what was said in its own days.

    Of 27 pairs that shared a few words in reports more than two months apart, 22 were two acts.
    """
    if one.published is None or other.published is None or one.day is not None or other.day is not None:
        return 0
    return abs(one.published - other.published)


def _bounded(told: Circumstances) -> Day | None:
    """The day that is told; else that it was not after the report appeared, as far as this is known."""
    if told.day is not None or told.published is None:
        return told.day
    return Day(first=1, last=told.published + 1)


# -- the day -------------------------------------------------------------------------------


def day_of(passage: Passage) -> Day | None:
    """The day on which the words were said, as the clause of the cue tells it; None where it does not."""
    statement, text = passage.statement, passage.text
    for cue in statement.cue[:2]:
        left = max((s.end for s in statement.content if s.end <= cue.start), default=0)
        right = min((s.start for s in statement.content if s.start >= cue.end), default=len(text))
        before = text[max(left, cue.start - _BEFORE) : cue.start]
        after = text[cue.end : min(right, cue.end + _AFTER)]
        found = _told(before, after, passage.published) or _lately(before, after, passage.published)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=16_384)
def _told(before: str, after: str, published: str | None) -> Day | None:
    """The day told behind the cue, else before it."""
    behind, ahead = _cut_after(after), _cut_before(before)
    day = published_day(published)
    for words in (behind, ahead):
        for span, found in days_in(words, Span(0, len(words)), day):
            if _of_the_speaking(words, span, found):
                return found
    return None


@lru_cache(maxsize=16_384)
def _lately(before: str, after: str, published: str | None) -> Day | None:
    """Of an event of these days (“after Saturday's win”) nobody spoke before it, nor a fortnight before."""
    day = published_day(published)
    if day is None:
        return None
    for words in (_sentence_ahead(before), _sentence_behind(after)):
        for match in _EVENT.finditer(words):
            start, end = match.span("what")
            for _, found in days_in(_OWNED.sub(r"\1  ", words), Span(start, end), day):
                if found.weekday is not None and found.ago is not None and found.ago[1] <= _FORTNIGHT:
                    after_it = match["when"].lower() in _SINCE and found.first is not None
                    first = found.first if after_it else day.toordinal() - _FORTNIGHT
                    return Day(first=first, last=day.toordinal() + 1)
    return None


def _cut_after(after: str) -> str:
    """The words behind the cue, up to the end of its clause."""
    line = _sentence_behind(after)
    onward = _ONWARD.search(line)
    return line[: onward.start()] if onward else line


def _cut_before(before: str) -> str:
    """The words of the cue's sentence before it, without clauses of their own."""
    return _ASIDE.sub(" , ", _sentence_ahead(before))


def _sentence_behind(after: str) -> str:
    line = after.partition("\n")[0]
    ends = [match.end() for match in _SENTENCE_END.finditer(line) if _ends(line, match.start())]
    return line[: ends[0]] if ends else line


def _sentence_ahead(before: str) -> str:
    line = before.rpartition("\n")[2]
    ends = [match.end() for match in _SENTENCE_END.finditer(line) if _ends(line, match.start())]
    return line[ends[-1] :] if ends else line


def _ends(line: str, at: int) -> bool:
    """Whether the mark there ends a sentence, not an abbreviation."""
    word = line[max(0, at - 8) : at].split()
    return not word or (word[-1].lower() not in ABBREVIATIONS and len(word[-1]) > 1)


def _of_the_speaking(words: str, span: Span, day: Day) -> bool:
    """Whether the day is that of the speaking, not of something done to somebody (“elected in 2016”)."""
    lead = words[: span.start]
    done = _PARTICIPLE.search(lead)
    if done is not None and done["word"].lower() not in _OF_SPEAKING:
        return False
    lone = span.of(words).isdigit()
    return (
        not lone
        or day.first is None
        or lead.rstrip().lower().endswith(_YEAR_LEADS)
        or bool(_IN_A.search(lead))
    )


_YEAR_LEADS = ("in", "during", "early", "late", "mid", "mid-", "of", "from")


# -- the occasion --------------------------------------------------------------------------

_LIVE = frozenset("press speech interview hearing meeting".split())
_OTHER_KINDS = frozenset(
    {frozenset({"post", live}) for live in _LIVE}
    | {frozenset({"interview", live}) for live in _LIVE - {"interview"}}
    | {frozenset({"press", "speech"}), frozenset({"press", "hearing"}), frozenset({"speech", "hearing"})}
)
"""Kinds of occasion of which one act has but one.

A statement can be posted, read out or filed, a speech broadcast, a letter read in court: these are left
out, as reports of one act tell of it in both ways.  Of 216 pairs of real reports that gathering had joined
by the words and that both tell an occasion, 4 had kinds of this table; each was of two acts.
"""
_ASKED = frozenset({"told", "interview", "confirmed_to"})


def _other_outlets(one: Circumstances, other: Circumstances) -> bool:
    """Whether the two were said to two outlets of which each asked for itself."""
    mine, theirs = one.asked, other.asked
    return bool(mine) and bool(theirs) and not any(_one_outlet(a, b) for a in mine for b in theirs)


def _one_outlet(one: str, other: str) -> bool:
    """Whether the names can be of one outlet: a word in common, or the initials of the other."""
    left, right = _name(one), _name(other)
    short, long = sorted((left, right), key=len)
    initials = "".join(word[0] for word in long)
    return not set(left).isdisjoint(right) or "".join(short) == initials or not left or not right


def _name(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", name.casefold())
    return [word for word in words if word not in ("the", "a", "of", "and", "in", "on")]
