"""Papers that a sentence names as what tells it: “a ruling of the Tarn Court leaves no doubt that …”.

A paper is a noun for something written with whoever made or keeps it behind it.  It tells
if it is the subject of a verb of showing, if a word for reading it or a preposition leads
to it, or if the next sentence points back from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.corroboration.originphrases import how_much, is_compound, is_paper, told_words
from rashomon.corroboration.originpointing import points_back
from rashomon.language.telling import PUBLISHED, SHOWS, TELLING_NOUNS, TELLS, verb_in
from rashomon.language.tokens import fold
from rashomon.language.wordforms import AUXILIARIES, PRONOUNS
from rashomon.model import Mention, Span

__all__ = ["bare_paper", "known_as", "paper_around", "papers_behind", "papers_in", "papers_telling"]

_LED = re.compile(
    r"\b(?:[Aa]n?|[Tt]he) (?=[\w’'-])|(?<![\w-])(?:[Mm]inutes|[Rr]ecords|[Ff]igures|[Pp]apers) "
    r"(?=(?:of|by|from)\b)"
)
_TOKEN = re.compile(r" ?([\w’'&-]+)")
_MODIFIERS = 4
"""Words between the article and the noun for a paper."""
_BEHIND = 12
"""Words behind that noun that tell whose it is."""
_OF = frozenset("of by from to for with in at on against about into between".split())
_LINKING = frozenset("the a an and & its his her".split())
_MADE = frozenset("kept held sent made".split())
_BECAME = frozenset(
    "seen shown given sent kept held taken drawn written made put left found laid read got brought lent "
    "stating saying showing dated".split()
)
_SHORT = 4
_DAYS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z")
_OBJECT = frozenset("that how the a an".split())
_READING = frozenset(
    "word words text wording copy copies version page pages contents passage lines source".split()
)
_ARTICLES = frozenset("the a an".split())
_STOPS = AUXILIARIES | PRONOUNS | frozenset("as if when while because after before since but or so".split())
_PARTICIPLE = re.compile(r"\w{2,}(?:ed|wn|en|pt|ld|nt)\Z")
_CUT = re.compile(
    r"[,;:]| (?:that|which|who|we|he|she|they|it|has|have|had|is|are|was|were|will|can)\b"
    r"| (?:in|on|by|before|at|to) (?:our|us|my|its|their|his|her)\b"
    r"| (?:reviewed|seen|obtained|viewed|released|published|posted|shown|leaked|made available|"
    r"consulted|read) "
)
_LEADS = re.compile(
    r"(?:\b(?:according to|per|as per|going by|judging by|to judge by|based on|citing|quoting|cites?|cited|"
    r"quotes?|quoted|following|under|see|sources?:|(?:words|wording|text|pages|perusal|reading|copy|contents?|terms|"
    r"language|version|account|lines) of|(?:got|get|laid) (?:hold|hands on) of|dug up|dug out|obtained|"
    r"in|from|by|on the (?:evidence|strength|word) of|out of)|[(:–—-])\s+\Z",
    re.IGNORECASE,
)
_WROTE_IN = re.compile(
    r"\b(?:wrote|writes|said|says|added|told [^,.]{1,30}|explained|announced) (?:in|by)\s+\Z"
)
_STATED = frozenset(
    "state record contain set write read put find say learn give appear emerge follow note list bury print "
    "look see hear evident plain clear clearly black white there laid shown known news perusal".split()
)
_STANCE = frozenset("leave make give let lay bear speak prove have suggest confirm point".split())
_FRAME = 60
_WORD = re.compile(r"[\w’'-]+")
_TELLING = TELLS | SHOWS | _STANCE
_WEAK = frozenset("in from by on under following – — - : ( out of".split()) | {"out of"}


def paper_words(words: str) -> str:
    """What a paper is called, without what became of it: who saw it, when it came out.

    >>> paper_words("an audit of the Port Board reviewed by our newsroom")
    'an audit of the Port Board'
    """
    cut = _CUT.search(words)
    words = words[: cut.start()] if cut and cut.start() > _MODIFIERS else words
    named = False
    for token in _TOKEN.finditer(words):
        if named and _is_participle(token[1]):
            return words[: token.start()].rstrip()
        named = named or (token.start() > 0 and token[1][:1].isupper())
    return words


def _is_participle(word: str) -> bool:
    """What became of the paper behind its name: ``passed to us``, ``kept by``."""
    return word in _BECAME or (len(word) > _SHORT and word.endswith("ed") and word[:1].islower())


def papers_telling(text: str, sentence: Span) -> Iterator[Span]:
    """The papers from which the words of a sentence come, as far as their names go."""
    for span in _papers(text, sentence.start, sentence.end):
        before, behind = text[sentence.start : span.start], text[span.end : sentence.end]
        if _is_subject(before, behind) or _leads_to(before, behind):
            yield span


def papers_in(text: str, sentence: Span) -> Iterator[Span]:
    """All papers that a sentence names."""
    yield from _papers(text, sentence.start, sentence.end)


def papers_behind(text: str, end: int, limit: int) -> Iterator[Span]:
    """The papers to which the sentence behind this place gives what stood before it."""
    for span in _papers(text, end, limit):
        if points_back(text[end : span.start], text[span.end : limit]):
            yield span


def _papers(text: str, start: int, end: int) -> Iterator[Span]:
    """Nouns for something written with whose it is, from the article to the end of the name."""
    at = start
    while (led := _LED.search(text, at, end)) is not None:
        at = led.end()
        found = _paper_at(text, led.start(), end)
        if found is not None:
            yield found
            at = found.end


def _paper_at(text: str, start: int, end: int) -> Span | None:
    tokens: list[re.Match[str]] = []
    at = start
    while len(tokens) < _MODIFIERS + _BEHIND and (token := _TOKEN.match(text, at, end)) is not None:
        tokens.append(token)
        at = token.end()
    words = [token[1] for token in tokens]
    for head in range(min(len(words), _MODIFIERS + 2)):
        if head and (words[head] in _OF or words[head] in _STOPS):
            return None
        if words[head] in _READING or not is_noun_of_paper(" ".join(words[: head + 1])):
            continue
        if _is_told_of(words[head + 1 :]):
            last = _name_end(words, head + 1)
            return Span(start, tokens[last].end()) if last is not None else None
        if any(word[:1].isupper() for word in words[1:head]):
            return Span(start, tokens[head].end())
    return None


def _is_told_of(words: list[str]) -> bool:
    """Whether these words behind a noun tell whose it is, or what became of it."""
    if not words:
        return False
    made = words[0] in _OF or words[0] in _MADE or _PARTICIPLE.match(words[0])
    return bool(made) and (words[0] in _OF or (len(words) > 1 and words[1] not in _OBJECT))


def is_noun_of_paper(words: str) -> bool:
    """Whether these words end in a noun for something written.

    >>> is_noun_of_paper("a confidential cable"), is_noun_of_paper("a cable car")
    (True, False)
    """
    last = words.rsplit(" ", 1)[-1]
    return last[:1].islower() and is_paper(words) and (is_paper(last) or is_compound(words))


def _name_end(words: list[str], at: int) -> int | None:
    """The last word of the name behind a noun for a paper; None if nothing there is a name."""
    last: int | None = None
    for n in range(at, len(words)):
        word = words[n]
        if _DAYS.match(word) and not any(w[:1].isupper() for w in words[n + 1 : n + 2]):
            if last is not None:
                break
            continue
        if last is not None and _is_participle(word):
            break
        if word[:1].isupper():
            last = n
        elif word in _OF or word in _LINKING:
            if word in _ARTICLES and words[n - 1] not in _OF:
                break
        elif n > at and (word in _STOPS or _shows(word)):
            break
        elif last == n - 1 and words[n + 1 : n + 3] != ["by", word]:
            last = n
    return last


def _shows(word: str) -> bool:
    low = fold(word)
    return (
        verb_in(low, TELLS) is not None
        or verb_in(low, SHOWS) is not None
        or verb_in(low, _STANCE) is not None
    )


_ASIDE = re.compile(
    r"\A,[^,.;]{1,80},|\A (?:reviewed|seen|obtained|we|released)\b[\w’' ]{1,60}?(?= (?:shows?|says?)\b)"
)


def _is_subject(before: str, behind: str) -> bool:
    """“… records that”, “…, released on Monday, says”, “reads the summons of”."""
    words = [fold(word) for word in _WORD.findall(_ASIDE.sub("", behind)[:_FRAME])][:_MODIFIERS]
    for n, word in enumerate(words):
        if verb_in(word, _TELLING) and all(w.endswith("ly") or w in _AUX for w in words[:n]):
            return True
    led = [fold(word) for word in _WORD.findall(before[-_FRAME:])]
    return not words and bool(led) and verb_in(led[-1], _TELLING) is not None


_AUX = frozenset("has have had also is was itself then now further".split())


def _leads_to(before: str, behind: str) -> bool:
    lead = _LEADS.search(before)
    if lead is None or _WROTE_IN.search(before):
        return False
    if fold(lead.group().strip()) not in _WEAK:
        return True
    around = [fold(word) for word in _WORD.findall(f"{before[-_FRAME:]} {behind[:_FRAME]}")]
    return any(verb_in(word, _STATED) or word in TELLING_NOUNS or word in PUBLISHED for word in around)


def bare_paper(words: str) -> str:
    """A paper without the reading of it.

    >>> bare_paper("A perusal of the minutes of the Port Board")
    'the minutes of the Port Board'
    """
    bare = how_much(_READ.sub("", words))
    return bare if bare != words and is_paper(bare) else words


def paper_around(text: str, mention: Mention | None) -> str | None:
    """The paper in whose name whoever is named stands: “a query issued by the Port Board”.

    What a body says in a statement it says itself.
    """
    if mention is None or mention.span is None:
        return None
    name = mention.source.name or ""
    start = max(mention.span.start, text.find(name, mention.span.start, mention.span.end) if name else 0)
    end = start + len(name) if name else mention.span.end
    for span in _papers(text, max(0, start - _FRAME), min(len(text), end + 1)):
        words = span.of(text)
        if span.start < start and end <= span.end and not _OWN_WORDS.match(words):
            return words
    return _taken_up(text, mention)


def _taken_up(text: str, mention: Mention) -> str | None:
    """The paper that a pronoun takes up, where it was read as who made the paper."""
    words = mention.source.descriptor or mention.source.name
    if mention.span is None or not words or fold(mention.span.of(text)) not in _PRONOUNS:
        return None
    start = mention.span.start
    found = [span.of(text) for span in _papers(text, max(0, start - 2 * _FRAME), start)]
    return next((paper for paper in reversed(found) if paper.endswith(words)), None)


_READ = re.compile(
    r"\A(?:an?|the)? ?(?:[\w-]+ )?(?:perusal|reading|look|glance|copy|copies|text|wording|study|"
    r"examination|check|inspection|review)"
    r"(?: (?:at|through))? (?:of|at|into|through|inside) (?=(?:an?|the)\b)",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"it", "they", "this", "that"})
_OWN_WORDS = re.compile(
    r"(?:an?|the) (?:[\w-]+ ){0,3}?(?:statement|tweet|post|e-?mail|remark|comment|words?|speech|message|"
    r"account|"
    r"release|interview|testimony|number|report|story|article|communique|"
    r"communiqué|note)s? (?!lodged|filed|drawn)",
    re.IGNORECASE,
)


def known_as(words: str) -> tuple[str, ...]:
    """The words by which a paper is known, whichever report has it."""
    return tuple(told_words(paper_words(bare_paper(words))))
