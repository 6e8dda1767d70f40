"""The rules: from the cues and quotations of one sentence to statements.

Each cue is tried in the order of the text: a quotation or a clause right
before it ("…," she said), then what follows it (a quotation, a *that* clause,
a bare clause, a question, an infinitive, an object).  Content reaches to the
end of its sentence unless the next coordinated cue cuts it off.  A cue inside
content already taken makes no statement of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.attribution.clauses import ItemKind, Sentence
from rashomon.attribution.cues import ACCORDING, CueKind, Form
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.matches import Match, cue_matches
from rashomon.attribution.phrases import Phrase, leading_phrase, phrase_after, phrase_before
from rashomon.language import functionwords as fw
from rashomon.model import Mode, Span

__all__ = ["Draft", "statements_in"]

_QUESTION = frozenset("whether how what why who where when if which whom".split())
_CLOSERS = frozenset(".?!…")
_REACH = 26
_ADDRESSEES = fw.OBJECT_PRONOUNS | {
    "reporters",
    "journalists",
    "lawmakers",
    "supporters",
    "voters",
    "everyone",
    "people",
    "you",
    "it",
}
_IMPERSONAL = frozenset(
    "expect believe think report allege say know understand estimate suspect assume fear hope predict project".split()
)
_NOT_SPEAKERS = frozenset(
    "breaking exclusive opinion analysis editorial watch video live update updated explainer review poll report fact-check factcheck listen photos read interview podcast column commentary".split()
)


@dataclass(slots=True, kw_only=True)
class Draft:
    """A statement before its speaker is resolved."""

    mode: Mode
    content: list[Span]
    cue: list[Span]
    source: Span | None
    rule: StatementRule
    sentence: int
    quotes: list[int] = field(default_factory=list)
    floating: bool = False
    impersonal: bool = False
    open_ended: bool = False
    """Whether a quotation right after this sentence goes on with it."""


def statements_in(sentence: Sentence, number: int, *, headline: bool = False) -> list[Draft]:
    """The statements that the cues of one sentence make; `number` is the sentence's own."""
    return _Finder(sentence, number, headline=headline).find()


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
        self.end = self._last_item()

    def find(self) -> list[Draft]:
        if self.headline and self._colon():
            return self.drafts
        self._according()
        for index, match in enumerate(self.matches):
            if match.verb >= self.cut or not self.drafts:
                self._try(index, match)
        return sorted(self.drafts, key=lambda d: d.content[0])

    # -- shared steps ---------------------------------------------------------------

    def _last_item(self) -> int:
        last = len(self.sentence) - 1
        while last > 0 and self.sentence.low(last) in _CLOSERS:
            last -= 1
        return last

    def _low(self, index: int) -> str:
        return self.sentence.low(index)

    def _verbal(self, first: int, last: int) -> bool:
        """Whether the items hold something like a finite verb (or a quotation, which may hold one)."""
        for index in range(first, min(last, len(self.sentence) - 1) + 1):
            item = self.sentence.items[index]
            if item.kind is ItemKind.QUOTE or item.low in fw.AUXILIARIES or item.low in fw.FINITE_VERBS:
                return True
            if (
                item.kind is ItemKind.WORD
                and index > first
                and not item.capital
                and (
                    item.low.endswith("ed")
                    or item.low.endswith("s")
                    and self._low(index - 1) not in fw.DETERMINERS
                )
            ):
                return True
            if "'" in item.low and item.low.split("'")[-1] in ("re", "ve", "ll", "d", "t", "m"):
                return True
            if item.low in ("he's", "she's", "it's", "that's", "there's"):
                return True
            if any(m.verb == index for m in self.matches):
                return True
        return False

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
            source = self.subject or leading_phrase(self.sentence, match.first)
            self._right(index, match, source)
        elif not (self._quote_before(index, match) or self._clause_before(match)):
            source = self._subject(match)
            if source is not None:
                self._right(index, match, source)

    def _subject(self, match: Match) -> Phrase | None:
        before = self._low(match.first - 1)
        if before in fw.CONJUNCTIONS or before == "," and self._low(match.first - 2) in fw.CONJUNCTIONS:
            return self.subject or leading_phrase(self.sentence, match.first)
        return phrase_before(self.sentence, match.first, floor=min(self.cut, match.first))

    def _quote_index(self, before: int) -> int | None:
        """The quotation that ends right before this item, a comma apart at most."""
        at = before - 1
        if self._low(at) in (",", "—", "–", "-", "--"):
            at -= 1
        return at if self.sentence.is_quote(at) and at >= self.cut else None

    def _quote_before(self, index: int, match: Match) -> bool:
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
        resumed = self._resumes(after, index)
        if resumed is not None:
            pieces.append(resumed)
        draft = self._add(StatementRule.QUOTE_THEN_CUE, match, pieces, source)
        draft.open_ended = resumed is None or self.sentence.is_quote(resumed[1])
        return True

    def _quote_begin(self, quote: int) -> int:
        """Where content that ends with this quotation begins: with it, or with the clause it closes."""
        first = self.cut
        while first < quote and (
            self._low(first) in fw.CONJUNCTIONS | fw.ADVERBS
            or self.sentence.items[first].kind is ItemKind.MARK
        ):
            first += 1
        words = sum(self.sentence.items[i].kind is not ItemKind.MARK for i in range(first, quote))
        if words == 0 or self._low(quote - 1) in (",", ":"):
            quotes = [i for i in range(first, quote) if self.sentence.is_quote(i)]
            return quote if not quotes or words > len(quotes) + 2 else quotes[0]
        return first

    def _resumes(self, after: int, index: int) -> Phrase | None:
        """The rest of a quotation after its cue (“…,” she said, “…”)."""
        later = [m.first for m in self.matches[index + 1 :]]
        for at in range(after, min(after + _REACH, len(self.sentence))):
            if at in later:
                return None
            if self.sentence.is_quote(at):
                marked = self._low(at - 1) in (",", ":", "—", "–", ";", "--", "and", ".")
                return (at, at) if marked else None
        return None

    def _clause_before(self, match: Match) -> bool:
        if "p" not in match.frames or match.form is Form.GERUND:
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
        ends = after > self.end or self._low(after) in _CLOSERS
        rest = self._low(after) in fw.PREPOSITIONS | fw.TEMPORAL | fw.ADVERBS and not self._has_that(after)
        if not (closed or ends or rest):
            return False
        pieces = [(first, comma - 1)]
        if closed and after + 1 <= self.end and not self._own_cue(after + 1):
            if not self._plausible_part(first, comma - 1):
                return False
            pieces.append((after + 1, self.end))
        elif not self._verbal(first, comma - 1) or comma - first < 3 or self._low(first) in fw.PREPOSITIONS:
            return False
        self._add(StatementRule.CLAUSE_THEN_CUE, match, pieces, source)
        return True

    def _content_begin(self, comma: int) -> int | None:
        first = self.cut
        while first < comma and (
            self.sentence.items[first].kind is ItemKind.MARK or self._low(first) in fw.CONJUNCTIONS
        ):
            first += 1
        return first if first < comma else None

    def _plausible_part(self, first: int, last: int) -> bool:
        """The part before a cue in the middle: not a mere adverbial."""
        low = self._low(first)
        return (
            low not in fw.PREPOSITIONS
            and low not in fw.TEMPORAL
            and low not in ("when", "while", "asked", "as")
            and low not in fw.ADVERBS
        )

    def _own_cue(self, start: int) -> bool:
        """Whether a participle cue or a coordinated one begins here."""
        return any(m.first in (start, start + 1) and m.first >= start for m in self.matches)

    def _has_that(self, start: int) -> bool:
        return any(
            self._low(i) == "that" or self.sentence.is_quote(i)
            for i in range(start, min(start + _REACH, len(self.sentence)))
        )

    # -- what follows a cue ---------------------------------------------------------

    def _right(self, index: int, match: Match, source: Phrase | None) -> None:
        found = self._content_start(index, match)
        if found is None:
            return
        start, rule = found
        if rule is StatementRule.CUE_THEN_QUOTE:
            end = self._quote_end(start)
        else:
            end = self._clause_end(index, start)
        if end < start:
            return
        draft = self._add(rule, match, [(start, end)], source)
        if draft.quotes and rule is not StatementRule.CUE_THEN_QUOTE:
            draft.rule = StatementRule.QUOTE_IN_CLAUSE
        draft.open_ended = rule is StatementRule.CUE_THEN_QUOTE

    def _content_start(self, index: int, match: Match) -> tuple[int, StatementRule] | None:
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
        skipped = self._after_adverbial(at, stop, match)
        if skipped is not None:
            return skipped
        return self._plain(at, match)

    def _begins(self, at: int, match: Match) -> tuple[int, StatementRule] | None:
        """Content that announces itself at this item: a quotation, *that*, a question word, *to*."""
        low, frames = self._low(at), match.frames
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
            and not self.sentence.items[min(at + 1, self.end)].capital
        ):
            return at, StatementRule.INFINITIVE
        return None

    def _after_addressee(self, at: int, stop: int, match: Match) -> tuple[int, StatementRule] | None:
        if at >= len(self.sentence):
            return None
        if self._low(at) in _ADDRESSEES:
            end = at
        else:
            phrase = phrase_after(self.sentence, at)
            if phrase is None:
                return None
            end = phrase[1]
        after = end + 1
        if self._low(after) in (",", ":"):
            after += 1
        found = self._begins(after, match) or self._after_adverbial(after, stop, match)
        if found is not None:
            return found
        if (
            "c" in match.frames
            and end == at
            and self._verbal(after, self.end)
            and after <= self.end
            and self._low(after) not in fw.PREPOSITIONS
        ):
            return after, StatementRule.BARE_CLAUSE
        return None

    def _after_adverbial(self, at: int, stop: int, match: Match) -> tuple[int, StatementRule] | None:
        """Past *on Sunday*, *in an interview with …*: to a *that* or a quotation further on."""
        low = self._low(at)
        adverbial = (
            low in fw.PREPOSITIONS | fw.TEMPORAL | fw.ADVERBS
            or low == ","
            or low.endswith("ly")
            or low == "as"
        )
        if not adverbial and "a" not in match.frames:
            return None
        for index in range(at, min(at + _REACH, stop, len(self.sentence))):
            if self.sentence.is_quote(index) and "q" in match.frames:
                if (
                    self._low(index - 1) in (",", ":", "—", "–")
                    or len(self.sentence.items[index].text.split()) > 6
                ):
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
        while index <= self.end and self._dates(index, first=index == begin):
            index += 1
        if index == begin or "c" not in match.frames or not self._verbal(index, self.end):
            return None
        if (
            self._low(index) in fw.PREPOSITIONS
            or self.sentence.items[min(index, self.end)].kind is ItemKind.MARK
        ):
            return None
        return index, StatementRule.BARE_CLAUSE

    def _dates(self, index: int, *, first: bool) -> bool:
        low = self._low(index)
        number = self.sentence.items[index].kind is ItemKind.NUMBER
        return low in fw.TEMPORAL or low in fw.ADVERBS or (number and not first)

    def _plain(self, at: int, match: Match) -> tuple[int, StatementRule] | None:
        """A clause without *that*, or an object."""
        if at > self.end:
            return None
        item = self.sentence.items[at]
        low = item.low
        if item.kind is ItemKind.MARK and low not in ("$", "£", "€", "“"):
            return None
        if low in fw.CONJUNCTIONS or low in ("by", "as", "than", "to", "that"):
            return None
        if (
            "c" in match.frames
            and low not in fw.PREPOSITIONS - {"like", "under", "without", "despite"}
            and self._verbal(at + 1, self.end)
            and at < self.end
        ):
            return at, StatementRule.BARE_CLAUSE
        if "n" in match.frames and low not in fw.PREPOSITIONS | fw.ADVERBS | fw.TEMPORAL:
            return at, StatementRule.OBJECT
        return None

    def _quote_end(self, start: int) -> int:
        """Where content that begins with a quotation ends: with it, or with its clause if it is a mere fragment of one."""
        text = self.sentence.items[start].text.rstrip("”’\"'»›")
        if start >= self.end or text.endswith((".", "?", "!", ",", "…")):
            return start
        if self._low(start + 1) in ("and", "or") and self.sentence.is_quote(start + 2):
            return start + 2
        if self._low(start + 1) in (
            ",",
            "in",
            "on",
            "at",
            "during",
            "when",
            "after",
            "before",
            "—",
            "–",
            "but",
            "while",
            "and",
        ):
            return start
        inner = self.sentence.items[start].text.strip("“”\"'‘’")
        return start if inner[:1].isupper() else self._clause_end(len(self.matches), start)

    def _clause_end(self, index: int, start: int) -> int:
        end = self.end
        for later in self.matches[index + 1 :]:
            if later.first <= start + 1:
                continue
            edge = self._edge(later, start)
            if edge is not None:
                end = edge
                break
        while (
            end > start
            and self.sentence.items[end].kind is ItemKind.MARK
            and self._low(end) in (",", ";", ":", "—", "–", "-")
        ):
            end -= 1
        return end

    def _edge(self, later: Match, start: int) -> int | None:
        """The last item before a later cue that begins a statement of its own, if it does."""
        before = self._low(later.first - 1)
        if later.free_gerund and before == ",":
            return later.first - 2
        if later.passive or later.form is Form.GERUND or later.cues[0].kind in (CueKind.HOLD, CueKind.SHOW):
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

    # -- other shapes ---------------------------------------------------------------

    def _impersonal(self, match: Match) -> None:
        """``is expected to``, ``it is believed that``: said or held by nobody in particular."""
        if match.cues[0].verb not in _IMPERSONAL:
            return
        after = match.last + 1
        subject = phrase_before(self.sentence, match.first, floor=min(self.cut, match.first))
        if subject is None:
            return
        pieces: list[Phrase] = []
        if self._low(after) == "that" and self._low(subject[1]) == "it":
            pieces = [(after, self._clause_end(len(self.matches), after))]
        elif self._low(after) == "to" and self._low(subject[1]) not in ("who", "which"):
            pieces = [subject, (after, self._clause_end(len(self.matches), after))]
        if pieces and pieces[-1][1] > pieces[-1][0]:
            self._add(StatementRule.IMPERSONAL, match, pieces, None).impersonal = True

    def _according(self) -> None:
        for index in range(len(self.sentence) - 1):
            if self._low(index) in ACCORDING - {"per"} and self._low(index + 1) == "to":
                self._according_at(index)
                return

    def _according_at(self, index: int) -> None:
        source = phrase_after(self.sentence, index + 2, wide=True)
        if source is None:
            return
        after = source[1] + 1
        pieces = self._according_pieces(index, after)
        if not pieces or any(
            m.verb < index and set(m.frames) & {"q", "t"} and self._speaks(m) for m in self.matches
        ):
            return
        draft = self._add(StatementRule.ACCORDING_TO, None, pieces, source)
        draft.cue = [self.sentence.between(index, index + 1)]
        draft.open_ended = True
        self.cut = max(self.cut, source[1] + 1)

    def _speaks(self, match: Match) -> bool:
        """Whether a cue before *according to* already gives the words to somebody."""
        return match.cues[0].kind in (CueKind.SAY, CueKind.WRITE) and self._subject(match) is not None

    def _according_pieces(self, index: int, after: int) -> list[Phrase]:
        if index <= 1 or all(self._low(i) in fw.CONJUNCTIONS | fw.ADVERBS for i in range(index)):
            begin = after + 1 if self._low(after) == "," else after
            return [(begin, self.end)] if begin < self.end else []
        last = index - 1
        while last > 0 and self._low(last) in (",", "—", "–", ";"):
            last -= 1
        pieces = [(0, last)]
        if self._low(after) == "," and after + 1 < self.end and not self._verbal(1, last):
            pieces.append((after + 1, self.end))
        return pieces

    def _colon(self) -> bool:
        """``Holt: Harbour will close``, the headline's way of saying *said*."""
        colon = next((i for i in range(1, min(9, len(self.sentence) - 1)) if self._low(i) == ":"), None)
        if colon is None or self._low(0) in _NOT_SPEAKERS or not self.sentence.items[0].capital:
            return False
        if any(self.sentence.is_quote(i) for i in range(colon)) or any(m.verb < colon for m in self.matches):
            return False
        draft = self._add(StatementRule.HEADLINE_COLON, None, [(colon + 1, self.end)], (0, colon - 1))
        draft.cue = [self.sentence.between(colon, colon)]
        return True
