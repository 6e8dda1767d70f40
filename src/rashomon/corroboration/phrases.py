"""The noun phrase behind a number, and what became of those it counts, read from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.corroboration.counting import NO_NOUN, kin, plural, topic
from rashomon.corroboration.countwords import FATES, PEOPLE
from rashomon.language.functionwords import ADVERBS, AUXILIARIES
from rashomon.language.numerals import Lexeme, number_at

__all__ = ["Phrase", "counted_before", "fate_of", "noun_phrase"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is counted.

    Attributes:
        head: the noun in the singular, kin nouns alike; "" where none follows.
        noun: its topic, as words around numbers have theirs.
        mods: the folded words before it that narrow it.
        after: index of the lexeme behind the phrase.
        fate: where the noun itself tells it ("12 dead", "30 injuries").
        part: whether those counted are told to be some of others told of ("three of them").
        some: whether they are told as some of a group ("10 of the cadets").
        names: its capitalised words, and those in an "of" or "from" behind it.
        more: whether "other" or "more" stands before the noun.
        whole: whether the number of all of them stands in the phrase ("three of the 12 passengers").
    """

    head: str
    mods: frozenset[str]
    after: int
    fate: str = ""
    part: bool = False
    whole: bool = False
    some: bool = False
    names: frozenset[str] = frozenset()
    more: bool = False
    noun: str = ""


_MOST_WORDS = 6
_NO_FATES = frozenset(
    "passengers participants hospital hospitals wounds signatures hostages".split()
)  # as nouns behind a number
_BEFORE_NOUNS = frozenset("dead missing injured wounded".split())
_NEXT_TO = 4
_FAR_BACK = 30
_PASSED = frozenset("other others more additional further new extra people's".split())
_OF = frozenset({"of"})
_DETERMINERS = frozenset("the its their his her our these those all a an".split())
_THEM = frozenset("them us those these you whom which".split())


def noun_phrase(run: Sequence[Lexeme], at: int, *, one: bool = False) -> Phrase:
    """The phrase that starts at this lexeme, behind a number; `one` where the number is 1.

    >>> from rashomon.language.numerals import lexemes
    >>> phrase = noun_phrase(lexemes("young factory workers were hurt"), 0)
    >>> phrase.head, sorted(phrase.mods)
    ('worker', ['factory', 'young'])
    """
    start, some = _of(run, at)
    if start < len(run) and run[start].low in _THEM:
        if run[start].low in {"us", "you"}:
            return Phrase("person", frozenset(), start + 1)
        apposed = at > 2 and run[at - 2].text == "," and plural(run[at - 3].low)
        return Phrase(_antecedent(run, at), frozenset(), start + 1, part=not apposed)
    words, after = _run_of_words(run, start, one=one)
    if not words:
        low = run[start].low if start < len(run) else ""
        if low in {"others", "other"}:
            return Phrase("person", frozenset(), start + 1, more=True)
        whole = number_at(run, start) if at < start < len(run) else None
        return replace(noun_phrase(run, whole.after), whole=True) if whole else _apposed(run, at)
    uncounted = words[0].low in _BEFORE_NOUNS  # "dead trout"
    if not (one or uncounted) and not any(plural(x.low) for x in words) and words[-1].low not in FATES:
        return Phrase("", frozenset(), at)
    head = words[-1]
    phrase = Phrase(
        head=kin(head.low),
        mods=frozenset(x.low for x in words[:-1] if x.low not in _PASSED),
        after=after,
        noun=topic(head.low),
        some=some,
        names=frozenset(x.low for x in words if x.capital) | _complement(run, after),
        more=any(x.low in _MORE for x in words) or (start < len(run) and run[start].low in _MORE),
    )
    if head.low in FATES and head.low not in _NO_FATES:
        told = FATES[head.low]
        return replace(phrase, head="person", mods=phrase.mods - PEOPLE, fate=told, part=some)
    return phrase


_MORE = frozenset("other others more additional further".split())
_COMPLEMENT = 4


def _complement(run: Sequence[Lexeme], at: int) -> frozenset[str]:
    """Capitalised words in "of …" or "from …" behind the noun."""
    if at >= len(run) or run[at].low not in {"of", "from"}:
        return frozenset()
    return frozenset(x.low for x in run[at + 1 : at + 1 + _COMPLEMENT] if x.capital)


def _of(run: Sequence[Lexeme], at: int) -> tuple[int, bool]:
    """Past "of the", and whether it was there."""
    if at + 1 < len(run) and run[at].low in _OF:
        if run[at + 1].low in _DETERMINERS:
            owner = at + 2 < len(run) and run[at + 2].low.endswith(("'s", "s'", "’s"))
            return at + 2 + owner, not owner
        return at + 1, False
    return at, False


def _antecedent(run: Sequence[Lexeme], at: int) -> str:
    """The noun that "them" behind a number takes up: the last plural before it."""
    return next(
        (
            kin(x.low)
            for x in reversed(run[max(0, at - _FAR_BACK) : at])
            if x.kind == "word" and plural(x.low)
        ),
        "",
    )


def _apposed(run: Sequence[Lexeme], at: int) -> Phrase:
    """Nothing is counted behind the number, but it may stand beside its noun: "his lorries, thirty or so"."""
    low = at - 1
    while low > 0 and run[low].text != "," and at - low <= _NEXT_TO:
        low -= 1
    beside = low > 0 and run[low].text == "," and plural(run[low - 1].low)
    closed = at >= len(run) or run[at].text in {",", "."}
    return Phrase(kin(run[low - 1].low) if beside and closed else "", frozenset(), at)


def _run_of_words(run: Sequence[Lexeme], at: int, *, one: bool) -> tuple[list[Lexeme], int]:
    """The words of the phrase up to its head, and where it ends."""
    words: list[Lexeme] = []
    while at < len(run) and len(words) < _MOST_WORDS:
        word = run[at]
        if word.kind != "word" or (word.low in NO_NOUN and word.low not in _PASSED):
            break
        described = len(words) > 1 and words[-2].low in _BEFORE_NOUNS  # "dead trout" has its noun
        if words and (described or _ends_before(words[-1], word, one=one)):
            break
        words.append(word)
        at += 1
    while words and words[-1].low in _PASSED:
        words.pop()
        at -= 1
    return words, at


def _ends_before(last: Lexeme, word: Lexeme, *, one: bool) -> bool:
    """Whether the phrase ends between these two words."""
    if plural(last.low) and not last.capital:
        return not plural(word.low)
    if last.low in FATES and not plural(word.low):
        return kin(word.low) not in PEOPLE and last.low not in _BEFORE_NOUNS
    return one and (word.low in FATES or word.low.endswith(("ed", "ing")))


_REACH = 9
_BACK = 6
_SKIPPED = (
    AUXILIARIES
    | ADVERBS
    | frozenset("others more other all left people to feared confirmed reported among".split())
)
_CLAUSE = frozenset(";.!?:")
_TRANSITIVE = frozenset(
    word
    for word, fate in FATES.items()
    if fate not in {"attend", "missing"}
    and (word.endswith(("ed", "ing")) or word in {"kill", "kills", "slew", "hurt", "injures", "wounds"})
) - frozenset("died dying perished drowned fled fleeing stranded".split())
_COUNTING = frozenset("number numbers toll tally count total figure figures".split())
_ACTIVE_BACK = frozenset(
    "the a an at least about some as many another also up to more than nearly over".split()
)
_INCLUDING = frozenset("including among".split())


def fate_of(run: Sequence[Lexeme], start: int, after: int, *, person: bool) -> str:
    """What became of those that the phrase from `start` to `after` counts; "" where nothing tells.

    >>> from rashomon.language.numerals import lexemes
    >>> words = lexemes("the blast killed 12 people and 30 others, including a boy, were wounded")
    >>> fate_of(words, 3, 5, person=True), fate_of(words, 6, 8, person=True)
    ('killed', 'wounded')
    """
    direct = _ahead(run, after, near=True)
    if direct and direct != "aboard":
        return direct
    behind = _costing(run, start, after) or _behind(run, start)
    if behind and not (person and behind == "counted"):
        return behind
    return direct or _ahead(run, after) or _toll(run, start, person=person)


_COSTING = frozenset("cost costs costing claimed claims claiming took takes taking".split())
_OF_THEM = frozenset("deaths death killing killings bodies lives arrest arrests rescue evacuation".split())


def _costing(run: Sequence[Lexeme], start: int, after: int) -> str:
    """The fate in "which cost 12 sailors their lives", "claimed the lives of 12", "the arrest of 12"."""
    if start > 1 and run[start - 1].low == "of" and run[start - 2].low in _OF_THEM:
        return "killed" if run[start - 2].low == "lives" else FATES[run[start - 2].low]
    costs = start > 0 and run[start - 1].low in _COSTING
    life = any(x.low in {"life", "lives"} for x in run[max(after - 1, 0) : after + 3])
    return "killed" if costs and life else ""


_LOSING = frozenset("lose loses lost losing".split())
_LEAVING = frozenset("left leave leaving abandoned abandon fled flee quit".split())
_HOMES = frozenset("home homes house houses dwellings".split())
_LOST = {"jobs": "sacked", "posts": "sacked", "lives": "killed", "life": "killed", "homes": "displaced"}


def _two_words(run: Sequence[Lexeme], at: int) -> str:
    """The fate that several words tell ("took part", "lost their homes")."""
    if at + 1 >= len(run):
        return ""
    if run[at].low in _LEAVING or (run[at].low == "from" and run[at + 1].low in {"their", "its"}):
        return "displaced" if any(x.low in _HOMES for x in run[at + 1 : at + 3]) else ""
    if run[at].low in _LOSING:
        lost = (_LOST.get(x.low, "") for x in run[at + 1 : at + 4])
        return next((fate for fate in lost if fate), "") or FATES.get(f"lost-{run[at + 1].low}", "")
    return FATES.get(f"{run[at].low}-{run[at + 1].low}", "")


def _ahead(run: Sequence[Lexeme], at: int, *, near: bool = False) -> str:
    """The first word behind the phrase that tells a fate, in its own clause."""
    end = min(len(run), at + (4 if near else _REACH))
    while at < end:
        word = run[at]
        if word.low == "," and at + 1 < len(run) and run[at + 1].low in _INCLUDING and not near:
            close = next((k for k in range(at + 1, min(len(run), at + 12)) if run[k].low == ","), None)
            if close is None:
                return ""
            at, end = close + 1, min(len(run), close + 1 + _REACH)
            continue
        if found := FATES.get(word.low) or _two_words(run, at):
            return found
        blocked = (
            word.low in _CLAUSE
            or word.low in {",", "and", "while", "who", "that"}
            or word.kind in {"number", "sign"}
        )
        if blocked or (near and word.low not in _SKIPPED):
            return ""
        at += 1
    return ""


def _behind(run: Sequence[Lexeme], start: int) -> str:
    """The verb just before the phrase of which those counted are the object ("killing 12 people")."""
    if start > 1 and (found := _two_words(run, start - 2)):
        return found
    for at in range(start - 1, max(-1, start - 1 - _BACK), -1):
        word = run[at]
        if word.low == "by" and at and FATES.get(run[at - 1].low, "") in {"attend", "signed"}:
            return FATES[run[at - 1].low]
        if word.low in FATES:
            return FATES[word.low] if word.low in _TRANSITIVE else ""
        if word.low not in _ACTIVE_BACK and word.low not in ADVERBS:
            return ""
    return ""


def _toll(run: Sequence[Lexeme], start: int, *, person: bool) -> str:
    """The fate in "the death toll rose to 12", "the number of people injured has risen to 27"."""
    if not person:
        return ""
    found = ""
    for at in range(start - 1, max(-1, start - 24), -1):
        low = run[at].low
        if low in _CLAUSE:
            return ""
        found = found or FATES.get(low, "")
        if low in _COUNTING:
            before = FATES.get(run[at - 1].low, "") if at else ""
            cases = "infected" if any(x.low == "cases" for x in run[at : at + 4]) else ""
            return before or found or cases
    return ""


_COUNTS = frozenset("number numbers count total tally figure sum".split())
_CROWDS = frozenset("attendance turnout crowd gate".split())
_COUNT_BACK = 14


def counted_before(run: Sequence[Lexeme], start: int) -> str:
    """The noun that is counted in "the count of patients stood at 17"; "" where none is told so.

    >>> from rashomon.language.numerals import lexemes
    >>> counted_before(lexemes("The count of sick cows stood at 17"), 6)
    'cow'
    """
    for at in range(start - 1, max(-1, start - _COUNT_BACK), -1):
        low = run[at].low
        if low in _CLAUSE or run[at].kind in {"number", "sign"}:
            return ""
        if low in _CROWDS:
            return "person"
        if low in _COUNTS and run[at + 1].low == "of":
            words, _ = _run_of_words(run, _of(run, at + 1)[0], one=False)
            return kin(words[-1].low) if words and plural(words[-1].low) else ""
    return ""
