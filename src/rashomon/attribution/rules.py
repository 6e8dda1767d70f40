"""The rules: from the cues and quotations of one sentence to statements.

Each cue is tried in the order of the text: a quotation or a clause right
before it ("…," she said), then what follows it (a quotation, a *that* clause,
a bare clause, a question, an infinitive, an object).  Content reaches to the
end of its sentence unless the next coordinated cue cuts it off.  A cue inside
content already taken makes no statement of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from rashomon.attribution.according import opens, pieces, quoted_after_colon
from rashomon.attribution.clauses import Sentence
from rashomon.attribution.cues import Form
from rashomon.attribution.drafts import Draft
from rashomon.attribution.followers import phrase_after
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.matches import Match, cue_matches
from rashomon.attribution.nouns import Phrase
from rashomon.attribution.phrases import leading_phrase, phrase_before
from rashomon.attribution.reach import ADVERBIAL, CLOSERS, REACH, Reach
from rashomon.attribution.shapes import asides, bare_subject, impersonal_parts, speaker_colon
from rashomon.language import functionwords as fw
from rashomon.language.tokens import TokenKind
from rashomon.model import Mode, Span

__all__ = ["announced", "cue_only", "statements_in"]


def statements_in(sentence: Sentence, number: int, *, headline: bool = False) -> list[Draft]:
    """The statements that the cues of one sentence make; `number` is the sentence's own."""
    return _Finder(sentence, number, headline=headline).find()


def cue_only(sentence: Sentence) -> bool:
    """Whether a sentence is but a cue and its source: what is left of “Why?” *Ada Holt asked.*"""
    matches = cue_matches(sentence)
    if not matches or set(matches[0].frames).isdisjoint("qp") or matches[0].passive:
        return False
    source = phrase_before(sentence, matches[0].first)
    after = matches[0].last + 1
    ends = sentence.low(after) in _CUE_ENDS
    return source is not None and source[0] == 0 and ends and not sentence.is_quote(after)


def announced(sentence: Sentence, number: int) -> Draft | None:
    """Source and cue of a sentence that ends in a colon, for the quotation in the paragraph behind it."""
    if sentence.low(len(sentence) - 1) != ":":
        return None
    return _Finder(sentence, number, headline=False).announce()


_CUE_ENDS = CLOSERS | fw.TEMPORAL | fw.PREPOSITIONS | {"", ","}
_DATES = fw.TEMPORAL | {"on"}
_SMALL = fw.CONJUNCTIONS | fw.ADVERBS
_NO_PART = ADVERBIAL | {"when", "while", "asked", "as", "shortly"}
_PARTING = frozenset({":", "—", "–", "-", "--"})
_PARTED, _NAME = 2, 4  # the item behind the dash; words of a name that may stand there


class _Finder:
    """One sentence under analysis."""

    def __init__(self, sentence: Sentence, number: int, *, headline: bool) -> None:
        self.sentence = sentence
        self.number = number
        self.headline = headline
        self.matches = cue_matches(sentence, title_case=headline)
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        self.cut = 0
        """The first item that no statement has taken yet."""
        self.subject: Phrase | None = None
        """The last source found, which coordinated cues and participles share."""
        self.reach = Reach(sentence, self.matches)
        self.end = self.reach.last

    def find(self) -> list[Draft]:
        if self._colon() or (self.headline and self._quote_first()):
            return self.drafts
        if not self.matches and not self.reach.according:
            return []
        self._closing_cue()
        self._according(first=True)
        skipped = asides(self.sentence, self.matches)
        for index, match in enumerate(self.matches):
            if match.verb in skipped:
                continue
            if match.verb >= self.cut or not self.drafts:
                self._try(index, match)
        self._according(first=False)
        return sorted(self.drafts, key=lambda d: d.content[0])

    def _closing_cue(self) -> None:
        """``…, Ada Holt said.``: a cue at the very end governs all that stands before it."""
        match = self.matches[-1] if self.matches else None
        if match is None or len(self.matches) < 2 or match.passive or match.form is Form.GERUND:
            return
        ends = match.last >= self.end or self._low(match.last + 1) in _DATES
        if ends and not self._quote_between(match):
            self._clause_before(match)

    def _quote_between(self, match: Match) -> bool:
        return any(self.sentence.is_quote(i) for i in range(match.last, len(self.sentence)))

    def announce(self) -> Draft | None:
        """The last cue before the closing colon that may govern a quotation, with its source."""
        for index in range(len(self.matches) - 1, -1, -1):
            match = self.matches[index]
            if "q" not in match.frames or match.passive:
                continue
            source = self._gerund_subject(index, match) if match.free_gerund else self._subject(match)
            if source is not None:
                spans = self.sentence.between(*source), self._cue_span(match)
                return Draft(
                    mode=Mode.DIRECT,
                    content=[],
                    cue=[spans[1]],
                    source=spans[0],
                    rule=StatementRule.ANNOUNCED,
                    sentence=self.number,
                )
        return None

    # -- shared steps ---------------------------------------------------------------

    def _low(self, index: int) -> str:
        return self.sentence.low(index)

    def _add(
        self, rule: StatementRule, match: Match | None, pieces: Sequence[Phrase], source: Phrase | None
    ) -> Draft:
        spans = [self.sentence.between(a, b) for a, b in pieces]
        quotes = [
            self.sentence.items[i].quote
            for a, b in pieces
            for i in range(a, b + 1)
            if self.sentence.is_quote(i)
        ]
        alone = all(
            self.sentence.is_quote(i) or self._low(i) in (",", "and")
            for a, b in pieces
            for i in range(a, b + 1)
        )
        mode = Mode.INDIRECT if not quotes else Mode.DIRECT if alone else Mode.MIXED
        cue = [] if match is None else [self._cue_span(match)]
        draft = Draft(
            mode=mode,
            content=spans,
            cue=cue,
            source=self.sentence.between(*source) if source else None,
            rule=rule,
            sentence=self.number,
            quotes=quotes,
        )
        self.drafts.append(draft)
        self.used |= {i for a, b in pieces for i in range(a, b + 1)}
        self.cut = max([self.cut, *(b + 1 for _, b in pieces)])
        self.subject = source or self.subject
        return draft

    def _cue_span(self, match: Match) -> Span:
        last = match.last + 1 if self._low(match.last + 1) == ":" else match.last
        return self.sentence.between(match.first, last)

    # -- the cues -------------------------------------------------------------------

    def _try(self, index: int, match: Match) -> None:
        if match.passive:
            self._impersonal(match)
        elif match.free_gerund:
            self._right(index, match, self._gerund_subject(index, match))
        elif not (self._quote_before(match) or self._clause_before(match)):
            source = self._subject(match)
            if source is not None:
                self._right(index, match, source)

    def _gerund_subject(self, index: int, match: Match) -> Phrase | None:
        """Whose the participle is: the source's before it, or the subject's before or behind it."""
        if match.first > 0 and (self.subject or self.cut):
            return self.subject
        leading = leading_phrase(self.sentence, match.first) if match.first > 0 else None
        if leading is not None:
            return leading
        later = islice(self.matches, index + 1, None)
        finite = (m for m in later if not m.free_gerund and not m.passive)
        return (
            next((p for m in finite if (p := self._subject(m)) is not None), None)
            if match.first == 0
            else None
        )

    def _subject(self, match: Match) -> Phrase | None:
        before = self._low(match.first - 1)
        if before == "as" and self.subject is not None:
            return self.subject
        if before in fw.CONJUNCTIONS or (before == "," and self._low(match.first - 2) in fw.CONJUNCTIONS):
            return self.subject or leading_phrase(self.sentence, match.first)
        found = phrase_before(self.sentence, match.first, floor=min(self.cut, match.first))
        return found or (bare_subject(self.sentence, match.first, self.cut) if self.headline else None)

    def _quote_index(self, before: int) -> int | None:
        """The quotation that ends right before this item, a comma apart at most."""
        at = before - 1
        if self._low(at) in (",", "—", "–", "-", "--"):
            at -= 1
        return at if self.sentence.is_quote(at) and at >= self.cut else None

    def _quote_before(self, match: Match) -> bool:
        if not set(match.frames) & set("qp"):
            return False
        source = self._subject(match) if not self.sentence.is_quote(match.first - 1) else None
        quote = self._quote_index(source[0]) if source else None
        after = match.last + 1
        if quote is None:
            quote = self._quote_index(match.first)
            if quote is None or match.form is Form.GERUND:
                return False
            source = phrase_after(self.sentence, match.last + 1)
            if source is None:
                return False
            after = source[1] + 1
        pieces = [(self._quote_begin(quote), quote)]
        resumed = self._resumes(after)
        if resumed is not None:
            pieces.append(resumed)
        draft = self._add(StatementRule.QUOTE_THEN_CUE, match, pieces, source)
        draft.open_ended = resumed is None or self.sentence.is_quote(resumed[1])
        return True

    def _quote_begin(self, quote: int) -> int:
        """Where content that ends with this quotation begins: with it, or with the clause it closes."""
        first = self.cut
        while first < quote and (
            self._low(first) in _SMALL or self.sentence.items[first].kind is TokenKind.MARK
        ):
            first += 1
        words = sum(self.sentence.items[i].kind is not TokenKind.MARK for i in range(first, quote))
        if words == 0 or self._low(quote - 1) in (",", ":"):
            quotes = [i for i in range(first, quote) if self.sentence.is_quote(i)]
            return quote if not quotes or words > len(quotes) + 2 else quotes[0]
        return first

    def _resumes(self, after: int) -> Phrase | None:
        """The rest of a quotation after its cue (“…,” she said, “…”)."""
        for at in range(after, min(after + REACH, len(self.sentence))):
            if at in self.reach.firsts:
                return None
            if self.sentence.is_quote(at):
                marked = self._low(at - 1) in (",", ":", "—", "–", ";", "--", "and", ".")
                return (at, at) if marked else None
        return None

    def _clause_before(self, match: Match) -> bool:
        if "p" not in match.frames or match.form is Form.GERUND or self._low(match.first - 1) in fw.RELATIVES:
            return False
        after = match.last + 1
        source = phrase_before(self.sentence, match.first, floor=min(self.cut, match.first))
        left = source[0] - 1 if source else None
        if left is None or self._low(left) != "," or left <= self.cut:
            if self._low(match.first - 1) != "," or match.first - 1 <= self.cut:
                return False
            source, left = phrase_after(self.sentence, after), match.first - 1
            if source is None:
                return False
            after = source[1] + 1
        return self._around(match, source, left, after)

    def _around(self, match: Match, source: Phrase | None, comma: int, after: int) -> bool:
        """Content before `comma`, and behind the cue if a comma closes it off there too."""
        first = self._content_begin(comma)
        if first is None:
            return False
        closed = self._low(after) == ","
        if closed and self.sentence.is_quote(after + 1) and self.reach.begins_sentence(after + 1):
            return False
        ends = after > self.end or self._low(after) in CLOSERS
        rest = self._low(after) in ADVERBIAL and not self.reach.has_that(after)
        if not (closed or ends or rest):
            return False
        pieces = [(first, comma - 1)]
        if closed and after + 1 <= self.end and not self._own_cue(after + 1):
            if not self._plausible_part(first, comma - 1):
                return False
            pieces.append((after + 1, self.end))
        elif (
            not self.reach.verbal(first, comma - 1)
            or comma - first < 3
            or self._low(first) in fw.PREPOSITIONS
        ):
            return False
        self._add(StatementRule.CLAUSE_THEN_CUE, match, pieces, source)
        return True

    def _content_begin(self, comma: int) -> int | None:
        first = self.cut
        while first < comma and (
            self.sentence.items[first].kind is TokenKind.MARK or self._low(first) in fw.CONJUNCTIONS
        ):
            first += 1
        return first if first < comma else None

    def _plausible_part(self, first: int, last: int) -> bool:
        """The part before a cue in the middle: not a mere adverbial."""
        low = self._low(first)
        return low not in _NO_PART and not low.endswith("ly")

    def _own_cue(self, start: int) -> bool:
        """Whether a participle cue or a coordinated one begins here."""
        return start in self.reach.firsts or start + 1 in self.reach.firsts

    # -- what follows a cue ---------------------------------------------------------

    def _right(self, index: int, match: Match, source: Phrase | None) -> None:
        found = self.reach.content_start(index, match)
        if found is None:
            return
        start, rule = found
        if rule is StatementRule.CUE_THEN_QUOTE:
            end = self.reach.quote_end(start)
        else:
            end = self.reach.clause_end(index, start)
        if end < start or (self.headline and self._bare_object(match, rule, start, end)):
            return
        if rule is StatementRule.OBJECT:
            end = self.reach.object_end(start, end)
        if self.reach.empty(start, end, rule):
            return
        draft = self._add(rule, match, [(start, end)], source)
        if draft.quotes and rule is not StatementRule.CUE_THEN_QUOTE:
            draft.rule = StatementRule.QUOTE_IN_CLAUSE
        draft.open_ended = self.sentence.is_quote(end)

    def _bare_object(self, match: Match, rule: StatementRule, first: int, last: int) -> bool:
        """``Leader defends reef plan``: what somebody is for or against, in nobody's words."""
        quoted = any(self.sentence.is_quote(i) for i in range(first, last + 1))
        return rule is StatementRule.OBJECT and "c" not in match.frames and not quoted

    # -- other shapes ---------------------------------------------------------------

    def _impersonal(self, match: Match) -> None:
        if match.cues[0].verb == "quote":
            self.subject = phrase_before(self.sentence, match.first, floor=min(self.cut, match.first))
        parts = impersonal_parts(self.reach, match, min(self.cut, match.first))
        if parts:
            self._add(StatementRule.IMPERSONAL, match, parts, None).impersonal = True

    def _colon(self) -> bool:
        colon = speaker_colon(self.sentence, self.matches, headline=self.headline)
        if colon is None:
            return False
        rule = StatementRule.HEADLINE_COLON if self.headline else StatementRule.LABELLED
        draft = self._add(rule, None, [(colon + 1, self.end)], (0, colon - 1))
        draft.cue = [self.sentence.between(colon, colon)]
        return True

    def _quote_first(self) -> bool:
        """``‘Nobody came’: Ostmark sells its mill``, in a headline; or a name behind the dash."""
        if not self.sentence.is_quote(0) or self._low(1) not in _PARTING or self.end < _PARTED:
            return False
        behind = self.sentence.items[_PARTED : self.end + 1]
        named = len(behind) <= _NAME and all(item.capital for item in behind)
        draft = self._add(
            StatementRule.HEADLINE_QUOTE, None, [(0, 0)], (_PARTED, self.end) if named else None
        )
        draft.cue = [self.sentence.between(1, 1)] if named else []
        return True

    def _according(self, *, first: bool) -> None:
        """*According to* before anything else where it opens the sentence, else for what no cue has taken."""
        if self.reach.according:
            index = self.reach.according[0]
            leads = opens(self.sentence, index) and not quoted_after_colon(self.sentence)
            if leads is first:
                self._according_at(index, leads=leads)

    def _according_at(self, index: int, *, leads: bool) -> None:
        source = phrase_after(self.sentence, index + 2, wide=True, leads=leads)
        if source is None:
            return
        taken = pieces(self.reach, index, source[1] + 1, leads=leads)
        if not taken or any(i in self.used for a, b in taken for i in range(a, b + 1)):
            return
        draft = self._add(StatementRule.ACCORDING_TO, None, taken, source)
        draft.cue = [self.sentence.between(index, index + 1)]
        draft.open_ended = True
        self.cut = max(self.cut, source[1] + 1)
