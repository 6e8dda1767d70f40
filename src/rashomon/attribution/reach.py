"""How far what was said reaches from its cue: where it begins behind it, and where it ends.

Between a cue and what it governs may stand an addressee ("told the court
that"), a date or an occasion ("said on Sunday that", "said in an interview
with … that").  Content reaches to the end of its sentence unless a cue of its
own begins there: a participle (", adding that"), a coordinated verb with or
without a subject ("and called", ", but she denied"), or *according to*.
"""

from __future__ import annotations

from bisect import bisect_left

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.cues import ACCORDING, CueKind, Form
from rashomon.attribution.followers import phrase_after
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.matches import Match
from rashomon.attribution.phrases import phrase_before
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind

__all__ = ["ADVERBIAL", "CLOSERS", "REACH", "Reach"]

CLOSERS = frozenset(".?!…")
ADVERBIAL = fw.PREPOSITIONS | fw.TEMPORAL | fw.ADVERBS
_NOMINAL = fw.DETERMINERS | fw.SUBJECT_PRONOUNS | fw.OBJECT_PRONOUNS
_INNER = ADVERBIAL | fw.DETERMINERS | fw.CONJUNCTIONS
_NO_CLAUSE = fw.PREPOSITIONS - {"like", "under", "without", "despite"}
_QUESTION = frozenset("whether how what why who where when if which whom".split())
REACH = 26
_FARTHEST = 200  # items; from a cue to where its sentence part begins it is never so far
_ADDRESSEES = fw.OBJECT_PRONOUNS | frozenset(
    "reporters journalists lawmakers supporters voters everyone people you it".split()
)
_LONGEST_TITLE = 4
_POINTING = 2  # "the claim"
_POINTERS = frozenset("it this that these those such".split())
_REFERRING = fw.OBJECT_PRONOUNS | _POINTERS
_POINTING_OUT = _POINTERS | {"the"}
_SAYINGS = frozenset(
    "claim claims charge charges allegation allegations accusation accusations suggestion suggestions "
    "comment comments remark remarks question questions notion notions report reports".split()
)
_EMPTY = (
    fw.OBJECT_PRONOUNS
    | fw.SUBJECT_PRONOUNS
    | fw.RELATIVES
    | fw.SUBORDINATORS
    | fw.PREPOSITIONS
    | fw.CONJUNCTIONS
    | fw.POSSESSIVES
    | _POINTERS
    | frozenset("the a an to not much more".split())
) - {"so"}
_REPORTED = frozenset("had would could should might".split())
_DATED = (fw.ADVERBS - {"all", "both", "first"}) | fw.TEMPORAL  # a clause may begin with those three
_ARTICLES = fw.POSSESSIVES | {"the", "a", "an", "no"}
_AFTER_QUOTE = frozenset(", in on at during when after before — – but while and".split())


class Reach:
    """One sentence, measured from its cues; `last` is its last item but for the full stop."""

    def __init__(self, sentence: Sentence, matches: tuple[Match, ...]) -> None:
        self.sentence = sentence
        self.matches = matches
        self.last = _last_item(sentence)
        self.according = [
            index
            for index, item in enumerate(sentence.items)
            if item.low in ACCORDING and sentence.low(index + 1) == "to"
        ]
        """Where *according to* stands."""
        self.breaks = [
            index
            for index, item in enumerate(sentence.items)
            if item.low == ";" or (item.low == ":" and not sentence.is_quote(index + 1))
        ]
        """Semicolons, and colons with no quotation behind them: there the report goes on in its own voice."""
        self.firsts = frozenset(match.first for match in matches)
        self.verbs = frozenset(match.verb for match in matches)

    def _low(self, index: int) -> str:
        return self.sentence.low(index)

    def verbal(self, first: int, last: int) -> bool:
        """Whether the items hold something like a finite verb (or a quotation, which may hold one)."""
        for index in range(first, min(last, len(self.sentence) - 1) + 1):
            item = self.sentence.items[index]
            if item.kind is TokenKind.QUOTE or item.low in fw.AUXILIARIES or item.low in fw.FINITE_VERBS:
                return True
            if (
                item.kind is TokenKind.WORD
                and index > first
                and not item.capital
                and (
                    item.low.endswith("ed")
                    or (item.low.endswith("s") and self._low(index - 1) not in fw.DETERMINERS)
                )
            ):
                return True
            if "'" in item.low and item.low.split("'")[-1] in ("re", "ve", "ll", "d", "t", "m"):
                return True
            if item.low in ("he's", "she's", "it's", "that's", "there's"):
                return True
            if index in self.verbs:
                return True
        return False

    def has_that(self, start: int) -> bool:
        """Whether a *that* or a quotation follows closely."""
        return any(
            self._low(i) == "that" or self.sentence.is_quote(i)
            for i in range(start, min(start + REACH, len(self.sentence)))
        )

    def begins_sentence(self, quote: int) -> bool:
        """Whether a quotation stands by itself: it begins with a capital."""
        return self.sentence.items[quote].text.lstrip("“”\"'‘’„«»`… ")[:1].isupper()

    def content_start(self, index: int, match: Match) -> tuple[int, StatementRule] | None:
        """The first item of what the match at this index governs, and the rule that says so."""
        at = match.last + 1
        stop = self.matches[index + 1].first if index + 1 < len(self.matches) else len(self.sentence)
        if self._low(at) in (",", ":") and self.sentence.is_quote(at + 1):
            at += 1
        direct = self._begins(at, match)
        if direct is not None:
            return direct
        if "a" in match.frames:
            addressed = self._after_addressee(at, stop, match)
            if addressed is not None:
                return addressed
        if "t" in match.frames and (near := self._that_nearby(at)) is not None:
            return near, StatementRule.THAT_CLAUSE
        skipped = self._after_adverbial(at, stop, match)
        if skipped is not None:
            return skipped
        return self._plain(at, match)

    def _that_nearby(self, at: int) -> int | None:
        """*that* a word or two on (``said afterwards that``, ``said as much: that``)."""
        for index in range(at + 1, at + 3):
            if self._low(index) == "that":
                between = [self._low(i) for i in range(at, index)]
                return None if any(w in _NOMINAL or w in ("", ",") for w in between) else index
        return None

    def _begins(self, at: int, match: Match) -> tuple[int, StatementRule] | None:
        """Content that announces itself at this item: a quotation, *that*, a question word, *to*."""
        low, frames = self._low(at), match.frames
        if "a" in frames and self._titles_a_work(at):
            return None
        if self.sentence.is_quote(at) and set("qn") & set(frames):
            return at, StatementRule.CUE_THEN_QUOTE
        if low == "that" and "t" in frames:
            return at, StatementRule.THAT_CLAUSE
        if low in _QUESTION and "w" in frames:
            return at, StatementRule.QUESTION_CLAUSE
        if (
            low == "to"
            and "i" in frames
            and self._low(at + 1) not in fw.DETERMINERS
            and not self.sentence.items[min(at + 1, self.last)].capital
        ):
            return at, StatementRule.INFINITIVE
        return None

    def _titles_a_work(self, at: int) -> bool:
        """``told “Harbour Today”``: a few capitalised words right behind the verb say who was told."""
        if not self.sentence.is_quote(at) or self._low(at - 1) in (",", ":"):
            return False
        words = self.sentence.items[at].text.strip("“”\"'‘’.,").split()
        return 1 < len(words) <= _LONGEST_TITLE and all(w[0].isupper() for w in words)

    def _after_addressee(self, at: int, stop: int, match: Match) -> tuple[int, StatementRule] | None:
        if at >= len(self.sentence):
            return None
        if self._low(at) in _ADDRESSEES or self._titles_a_work(at):
            end = at
        else:
            phrase = phrase_after(self.sentence, at)
            if phrase is None:
                return None
            end = phrase[1]
        after = end + 1
        if self._low(after) in (",", ":"):
            after += 1
        relative = self._low(after) in fw.RELATIVES and self._low(after - 1) == ","
        found = (None if relative else self._begins(after, match)) or self._after_adverbial(
            after, stop, match
        )
        if found is not None:
            return found
        clause = self._pronoun_clause(at, min(after + 1, stop)) if "c" in match.frames else None
        if clause is not None:
            return clause, StatementRule.BARE_CLAUSE
        if (
            "c" in match.frames
            and end == at
            and self.verbal(after, self.last)
            and after <= self.last
            and self._low(after) not in fw.PREPOSITIONS
        ):
            return after, StatementRule.BARE_CLAUSE
        return None

    def _pronoun_clause(self, at: int, stop: int) -> int | None:
        """``told the paper they had asked``: a clause that begins with a pronoun behind the addressee."""
        if self._low(at) in fw.SUBJECT_PRONOUNS:
            return None
        return next((i for i in range(at + 1, stop) if self._begins_clause(i)), None)

    def _begins_clause(self, index: int) -> bool:
        """A subject pronoun, or an article right behind a noun."""
        low, before = self._low(index), self.sentence.items[index - 1]
        named = before.kind is TokenKind.WORD and before.low not in _INNER and low in _ARTICLES
        return low in fw.SUBJECT_PRONOUNS or named

    def _after_adverbial(self, at: int, stop: int, match: Match) -> tuple[int, StatementRule] | None:
        """Past *on Sunday*, *in an interview with …*: to a *that* or a quotation further on."""
        low = self._low(at)
        adverbial = low in ADVERBIAL or low == "," or low.endswith("ly") or low == "as"
        if not adverbial and "a" not in match.frames:
            return None
        for index in range(at, min(at + REACH, stop, len(self.sentence))):
            marked = self._low(index - 1) in (",", ":", "—", "–")
            quoted = self.sentence.is_quote(index) and "q" in match.frames
            if quoted and (marked or self.begins_sentence(index)):
                return index, StatementRule.CUE_THEN_QUOTE
            if (
                self._low(index) == "that"
                and "t" in match.frames
                and self._low(index - 1) not in ("on", "in", "at", "by", "for", "of", "with")
            ):
                return index, StatementRule.THAT_CLAUSE
        return self._after_time(at, match)

    def _after_time(self, at: int, match: Match) -> tuple[int, StatementRule] | None:
        """A bare clause after a date: ``said on Sunday the plan was dead``."""
        index = at
        if self._low(index) in ("on", "in", "at", "late", "early"):
            index += 1
        begin = index
        while index <= self.last and self._dates(index, first=index == begin):
            index += 1
        if index == begin or "c" not in match.frames or not self.verbal(index, self.last):
            return None
        if (
            self._low(index) in fw.PREPOSITIONS
            or self.sentence.items[min(index, self.last)].kind is TokenKind.MARK
        ):
            return None
        return index, StatementRule.BARE_CLAUSE

    def _dates(self, index: int, *, first: bool) -> bool:
        low = self._low(index)
        number = self.sentence.items[index].kind is TokenKind.NUMBER
        return low in _DATED or (number and not first)

    def _plain(self, at: int, match: Match) -> tuple[int, StatementRule] | None:
        """A clause without *that*, or an object."""
        if at > self.last:
            return None
        item = self.sentence.items[at]
        low = item.low
        if item.kind is TokenKind.MARK and low not in ("$", "£", "€", "“"):
            return None
        if low in fw.CONJUNCTIONS or low in ("by", "as", "than", "to", "that"):
            return None
        if (
            "c" in match.frames
            and not ("a" in match.frames and low not in fw.SUBJECT_PRONOUNS)
            and low not in _NO_CLAUSE
            and self.verbal(at + 1, self.last)
            and at < self.last
        ):
            return at, StatementRule.BARE_CLAUSE
        if "n" in match.frames and low not in ADVERBIAL:
            return at, StatementRule.OBJECT
        return None

    def quote_end(self, start: int) -> int:
        """Where content that begins with a quotation ends: with it, or with the clause it is a part of."""
        text = self.sentence.items[start].text.rstrip("”’\"'»›")
        if start >= self.last or text.endswith((".", "?", "!", ",", "…")):
            return start
        if self._low(start + 1) in ("and", "or") and self.sentence.is_quote(start + 2):
            return start + 2
        if self._low(start + 1) in _AFTER_QUOTE:
            return start
        return start if self.begins_sentence(start) else self.clause_end(len(self.matches), start)

    def clause_end(self, index: int, start: int) -> int:
        """The last item of content that begins at `start`; only matches after `index` may cut it off."""
        end = self._before_break(start, self._before_according(start))
        for at in range(index + 1, len(self.matches)):
            later = self.matches[at]
            if later.first > end + _FARTHEST:
                break
            edge = self._edge(later, start) if later.first > start + 1 else None
            if edge is not None:
                end = min(end, edge)
                break
        while (
            end > start
            and self.sentence.items[end].kind is TokenKind.MARK
            and self._low(end) in (",", ";", ":", "—", "–", "-")
        ):
            end -= 1
        return end

    def object_end(self, start: int, end: int) -> int:
        """An object without the date behind it (``rejected the offer on Tuesday``)."""
        last = end
        while last > start and self._low(last) in fw.TEMPORAL and self.sentence.items[last].capital:
            last -= 1
        if start < last < end and self._low(last) in ("on", "last", "late", "early"):
            last -= 1
        return last

    def empty(self, first: int, last: int, rule: StatementRule) -> bool:
        """Whether the words say nothing by themselves: small words, or a pronoun with an adverbial."""
        items = self.sentence.items[first : last + 1]
        if any(item.kind is TokenKind.QUOTE for item in items):
            return False
        words = [item.low for item in items if item.kind is not TokenKind.MARK]
        if all(word in _EMPTY for word in words):
            return True
        if rule is not StatementRule.OBJECT:
            return False
        pronoun = words[0] in _REFERRING
        adrift = len(words) > 1 and words[1] in ADVERBIAL
        return (pronoun and adrift and words[1] not in ("of", "for")) or _refers_back(words)

    def _before_break(self, start: int, end: int) -> int:
        """The last item before the next break, or `end` if that comes first."""
        near = bisect_left(self.breaks, start + 1)
        return min(end, self.breaks[near] - 1) if near < len(self.breaks) else end

    def _before_according(self, start: int) -> int:
        """The last item before *, according to*, or of the sentence."""
        near = bisect_left(self.according, start + 2)
        if near < len(self.according) and self.according[near] < self.last:
            return self.according[near] - 1
        return self.last

    def _goes_on(self, later: Match, start: int) -> bool:
        """``that she had seen it and had asked for none``: the same auxiliary again, the same clause."""
        again = self._low(later.first)
        return again in _REPORTED and any(self._low(i) == again for i in range(start, later.first))

    def _edge(self, later: Match, start: int) -> int | None:
        """The last item before a later cue that begins a statement of its own, if it does."""
        before = self._low(later.first - 1)
        if later.free_gerund and before == ",":
            return later.first - 2
        if later.passive or later.form is Form.GERUND or later.cues[0].kind in (CueKind.HOLD, CueKind.SHOW):
            return None
        if before == "and" and self._goes_on(later, start):
            return None
        if before in ("and", "but") and later.form is not Form.BASE and later.first - start > 4:
            return later.first - 2
        subject = phrase_before(self.sentence, later.first, floor=start)
        if subject is None or subject[0] - 2 <= start:
            return None
        joint = self._low(subject[0] - 1)
        if joint in ("and", "but", "while", "though", "although") and self._low(subject[0] - 2) == ",":
            return subject[0] - 3
        return subject[0] - 2 if joint == ";" else None


def _refers_back(words: list[str]) -> bool:
    """``the claim``, ``those remarks``: what was said before, with nothing of it."""
    return len(words) == _POINTING and words[0] in _POINTING_OUT and words[1] in _SAYINGS


def _last_item(sentence: Sentence) -> int:
    last = len(sentence) - 1
    while last > 0 and sentence.low(last) in CLOSERS:
        last -= 1
    return last
