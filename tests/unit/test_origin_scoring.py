"""What is measured of origins can come out right and wrong, and the checks on the first real input too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evaluation import origins
from evaluation.eventtally import Scores
from evaluation.origingraphs import LATE, Graph, copied, graph
from evaluation.originwords import PARTS, table_of
from evaluation.seedevents import event_checks
from evaluation.sharedsentences import shared_sentences

from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Conflict,
    ConflictKind,
    Dossier,
    Engine,
    Evidence,
    Granularity,
    Moment,
    OriginGroup,
    OriginReason,
    Origins,
    Policy,
    Position,
    Relation,
    Side,
    Span,
    Stance,
    Wording,
)

SURE = Evidence(score=1.0, reason="test")
ENGINE = Engine(version="test", model=None, policy=Policy(), rooms=())


def group(key: str, *articles: str) -> OriginGroup:
    return OriginGroup(root=key, key=key, articles=articles, reason=OriginReason.OWN_REPORTING)


def true_origins(story: Graph) -> Origins:
    roots = sorted({root for report in story.reports for root in report.roots})
    ids = [article.id for article in story.articles]
    return Origins(
        groups=tuple(
            group(root, *(i for i, r in zip(ids, story.reports, strict=True) if root in r.roots))
            for root in roots
        )
    )


def dossier(story: Graph, claims: tuple[Claim, ...] = ()) -> Dossier:
    return Dossier(
        articles=story.articles, statements=(), sources=(), utterances=(), engine=ENGINE, claims=claims
    )


def counted(story: Graph, found: Origins | None) -> Scores:
    scores = Scores()
    origins.count(scores, "given", story, dossier(story), found)
    return scores


@pytest.mark.parametrize("part", PARTS)
def test_the_true_origins_are_right(part: str) -> None:
    story = graph(part, 5, 8)
    scores = counted(story, true_origins(story))
    assert scores.share("given_equal") == 1.0
    assert scores.lapses == []


def test_too_few_too_many_and_none_are_told_apart() -> None:
    story = next(one for seed in range(99) if (one := graph("tune", seed, 9)).stated and one.roots > 1)
    groups = true_origins(story).groups
    fewer = counted(story, Origins(groups=groups[1:]))
    assert (fewer.share("given_equal"), fewer.share("given_safe"), fewer.share("given_not_above")) == (
        0,
        0,
        1,
    )
    more = counted(story, Origins(groups=(*groups, group("again", *groups[0].articles))))
    assert (more.share("given_equal"), more.share("given_safe"), more.share("given_not_above")) == (0, 1, 0)
    none = counted(story, None)
    assert (none.share("given_equal"), none.share("given_safe")) == (0, 0)
    assert all(len(scores.lapses) == 1 for scores in (fewer, more, none))


def test_what_is_not_stated_may_be_taken_for_less() -> None:
    story = graph("tune", 1, 5)
    unstated = replace(story, reports=tuple(replace(r, stated=False) for r in story.reports))
    assert counted(unstated, None).share("given_safe") is None


def test_the_claim_that_shares_most_is_taken() -> None:
    story = graph("tune", 2, 4)

    def claim(*reports: int, length: int = 99) -> Claim:
        wordings = tuple(
            Wording(article=a.id, spans=(Span(r.claim.start, min(r.claim.end, r.claim.start + length)),))
            for at, (r, a) in enumerate(zip(story.reports, story.articles, strict=True))
            if at in reports
        )
        return Claim(kind=ClaimKind.ASSERTION, head=wordings[0].id, wordings=wordings, joins=(), positions=())

    most = claim(0, 1, 2)
    assert origins.found_through(story, dossier(story, (claim(3), most, claim(0, 1, 2, length=5)))) == most
    assert origins.found_through(story, dossier(story)) is None


def test_words_given_are_those_of_the_claim() -> None:
    """Without statements and units of the program too."""
    story = graph("blind", 3, 6)
    units = origins.units_given(story, dossier(story))
    for unit, report in zip(units, story.reports, strict=True):
        assert any(span.overlaps(report.claim) for span in unit.wording.spans)
        assert unit.sentence.contains(report.claim)


def test_the_same_lots_give_the_same_story_and_others_another() -> None:
    assert graph("tune", 7, 12) == graph("tune", 7, 12)
    assert graph("tune", 7, 12) != graph("tune", 8, 12)
    for outlets in (1, 99):
        with pytest.raises(ValueError, match="outlets"):
            graph("tune", 1, outlets)


@pytest.mark.parametrize("credited", [True, False])
def test_a_copy_adds_a_report_and_no_root(credited: bool) -> None:
    story = graph("tune", 4, 5)
    more = copied(story, 2, 1, credited=credited)
    assert more.reports[:-1] == story.reports
    assert (more.reports[-1].outlet, more.reports[-1].roots) == (LATE, story.reports[2].roots)
    assert more.roots == story.roots
    assert more.stated is (story.stated and credited)
    assert len({report.text for report in more.reports}) == 6


def test_the_parts_share_no_phrase() -> None:
    tune, blind = table_of("tune"), table_of("blind")
    for name in (
        "cites",
        "passes",
        "says",
        "hears",
        "papers",
        "wires",
        "credits",
        "asides",
        "events",
        "first",
    ):
        assert not set(tune[name]) & set(blind[name]), name
    assert min(len(tune["cites"]), len(blind["cites"])) >= 25


# the first real input: two reports, an event told by both, one reason, one thing that only the first has

FIRST, SECOND = (
    Article(input="a", text="They left on Sunday out of fear. A gull sang."),
    Article(input="b", text="They left oddly at once."),
)
PLACES = {
    "reasons": [[[0, 20, 31]], [[1, 10, 15]]],
    "sourced_reason": [0, 20, 31],
    "one_root": [[0, 0, 31]],
    "interview": [[1, 0, 23]],
    "speaker": [0, 0, 4],
    "adds": [[[0, 33, 44]], []],
    "phrases": [[0, 10, 19], [1, 16, 23]],
    "related": [[[0, 10, 19], [1, 16, 23]]],
    "published": "2024-02-05",
    "relative": [[0, 10, 19, "2024-02-04"]],
    "absolute": [],
}


def side(article: Article, start: int, end: int, party: int) -> Side:
    return Side(article=article.id, spans=(Span(start, end),), wording="", party=party)


def conflict(kind: ConflictKind, relation: Relation, first: Side, second: Side) -> Conflict:
    return Conflict(kind=kind, relation=relation, sides=(first, second), claims=(), evidence=SURE)


def told(claims: tuple[Claim, ...], conflicts: tuple[Conflict, ...], value: str | None) -> Dossier:
    moment = Moment(
        article=FIRST.id, span=Span(13, 19), value=value, granularity=Granularity.DAY, rule="weekday"
    )
    return Dossier(
        articles=(FIRST, SECOND),
        statements=(),
        sources=(),
        utterances=(),
        engine=ENGINE,
        timeline=(moment,),
        claims=claims,
        conflicts=conflicts,
    )


def claim_of(stances: dict[str, Stance], *wordings: Wording, roots: int = 1) -> Claim:
    return Claim(
        kind=ClaimKind.ASSERTION,
        head=wordings[0].id,
        wordings=wordings,
        joins=(),
        positions=tuple(Position(article=a, stance=s, evidence=SURE) for a, s in stances.items()),
        origins=Origins(groups=tuple(group(str(number)) for number in range(roots))),
    )


LEFT = Wording(article=FIRST.id, spans=(Span(0, 31),))
LEFT_ODDLY = Wording(article=SECOND.id, spans=(Span(0, 23),))
SANG = Wording(article=FIRST.id, spans=(Span(33, 44),))
BOTH = {FIRST.id: Stance.SAYS, SECOND.id: Stance.SAYS}
ONE = {FIRST.id: Stance.SAYS, SECOND.id: Stance.SILENT}


def outcomes(found: Dossier, dated: Dossier) -> dict[str, float]:
    met: dict[str, list[bool]] = {}
    for group_of_checks, _, right in event_checks(PLACES, found, lambda day: dated):
        met.setdefault(group_of_checks, []).append(right)
    return {name: sum(rights) / len(rights) for name, rights in met.items()}


def test_all_that_is_asked_of_the_first_input_can_be_met() -> None:
    claims = (claim_of(ONE, LEFT), claim_of(BOTH, LEFT_ODDLY), claim_of(ONE, SANG))
    conflicts = (
        conflict(ConflictKind.REASON, Relation.CONFLICT, side(FIRST, 20, 31, 0), side(SECOND, 10, 15, 1)),
        conflict(ConflictKind.DATE, Relation.REFINEMENT, side(FIRST, 10, 19, 1), side(SECOND, 16, 23, 0)),
    )
    met = outcomes(told(claims, conflicts, None), told(claims, conflicts, "2024-02-04"))
    assert met == {"reason": 1.0, "origins": 1.0, "adds": 1.0, "times": 1.0}


def test_all_that_is_asked_of_the_first_input_can_be_missed() -> None:
    claims = (claim_of(BOTH, LEFT, roots=2), claim_of(BOTH, LEFT_ODDLY, roots=2), claim_of(BOTH, SANG))
    conflicts = (
        conflict(ConflictKind.REASON, Relation.CONFLICT, side(FIRST, 20, 31, 0), side(SECOND, 10, 15, 0)),
        conflict(ConflictKind.DATE, Relation.CONFLICT, side(FIRST, 10, 19, 1), side(SECOND, 16, 23, 0)),
    )
    guessed = told(claims, conflicts, "2024-02-11")
    met = outcomes(guessed, guessed)
    assert met["reason"] == met["origins"] == met["adds"] == 0.0
    assert met["times"] == 0.2  # the expression was found


# what both reports have word for word


def reports_of(*texts: str) -> tuple[Article, ...]:
    return tuple(
        Article(
            input=str(number),
            text=text,
            blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),),
        )
        for number, text in enumerate(texts)
    )


TWICE = reports_of(
    "“We can’t go back now,” Ada Holt said. “The pier is gone.”", "THE PIER IS GONE! They left."
)


def test_a_shared_sentence_is_found_by_its_words_whatever_the_case_and_the_marks() -> None:
    [(ours, theirs)] = shared_sentences(*TWICE)
    assert [place.span.of(TWICE[0].text).strip("“.”") for place in ours] == ["The pier is gone"]
    assert [place.span.of(TWICE[1].text) for place in theirs] == ["THE PIER IS GONE!"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They left.", "They left."),
        ("The pier is gone.", "The pier is not gone."),
        ("The pier is gone.", "Ada Holt said the pier is gone."),
    ],
)
def test_few_words_other_words_and_more_words_are_no_shared_sentence(one: str, other: str) -> None:
    assert list(shared_sentences(*reports_of(one, other))) == []


def verbatim(*claims: Claim) -> list[bool]:
    found = replace(told(claims, (), None), articles=TWICE, timeline=())
    empty = {**{name: [] for name in PLACES}, "speaker": [0, 0, 1], "sourced_reason": [0, 0, 1]}
    places = {**empty, "reasons": [[], []], "published": "2024-02-05"}
    return [right for name, _, right in event_checks(places, found, lambda _: found) if name == "verbatim"]


def in_twice(number: int, words: str) -> Wording:
    start = TWICE[number].text.index(words)
    return Wording(article=TWICE[number].id, spans=(Span(start, start + len(words)),))


def test_a_shared_sentence_that_one_report_is_told_to_be_silent_on_is_a_fault() -> None:
    both = {article.id: Stance.SAYS for article in TWICE}
    one = {TWICE[0].id: Stance.SAYS, TWICE[1].id: Stance.SILENT}
    ours, theirs = in_twice(0, "The pier is gone"), in_twice(1, "THE PIER IS GONE")
    more = in_twice(1, "THE PIER IS GONE! They left")
    assert verbatim(claim_of(both, ours, theirs)) == [True, True]
    assert verbatim(claim_of(one, ours), claim_of(both, theirs)) == [False, True]
    assert verbatim(claim_of(both, ours), claim_of(one, theirs), claim_of(both, more)) == [True, False]
    assert verbatim(claim_of(both, ours, more), claim_of(one, more)) == [True, True], "of several sentences"
    assert verbatim() == [False, False]
