"""Laws of claims, whatever is reported: every report has one stance, every wording one claim."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.claims import claims_of, report

from rashomon.corroboration import Corroboration
from rashomon.model import Article, Claim, Stance

SENTENCES = (
    "The old mill at Brack burnt down on Monday.",
    "A fire destroyed the old mill in Brack on Monday night.",
    "Nine people were injured, the brigade said.",
    "Twelve people were injured, the brigade said.",
    "“We lost everything,” owner Ivo Lamm said.",
    "Owner Ivo Lamm said that he would rebuild the mill by spring.",
    "Ivo Lamm refused to rebuild the mill.",
    "The fire was caused by a lamp, and the roof fell in.",
    "The fire was not caused by a lamp, mayor Jo Wend said.",
    "The mill, which was built in 1902, employed forty people.",
    "Firefighters from Fell arrived at dawn but left before noon.",
    "Nobody knows why the gate was locked.",
)
FOUR = 4  # words that make two wordings one claim by themselves
OUTLETS = ("Tarn Post", "Gull Times", "Tern Daily")


@st.composite
def stories(draw: st.DrawFn) -> list[Article]:
    """Two or three reports, each of some of the sentences in some order."""
    out = []
    for outlet in OUTLETS[: draw(st.integers(2, 3))]:
        chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5, unique=True))
        out.append(
            report(outlet, *chosen, published=draw(st.sampled_from([None, "2024-03-05", "2024-03-06"])))
        )
    return list({article.id: article for article in out}.values())


def in_words(found: Corroboration) -> set[tuple[object, ...]]:
    """All that is told of each claim, but for the order of lists."""
    return {
        (
            claim.id,
            claim.kind,
            claim.head,
            frozenset(claim.positions),
            claim.origins.at_most,
            frozenset((frozenset((j.first, j.second)), j.evidence, j.features) for j in claim.joins),
        )
        for claim in found.claims
    }


@given(stories())
@settings(max_examples=25, deadline=None)
def test_every_report_has_one_position_on_every_claim(articles: list[Article]) -> None:
    for claim in claims_of(*articles).claims:
        assert [p.article for p in claim.positions] == [article.id for article in articles]
        for position in claim.positions:
            own = tuple(w.id for w in claim.wordings if w.article == position.article)
            assert position.wordings == own
            assert (position.stance is Stance.SILENT) == (not own and not position.elsewhere)


@given(stories())
@settings(max_examples=25, deadline=None)
def test_no_report_is_silent_on_what_it_has_in_the_same_words(articles: list[Article]) -> None:
    texts = {article.id: article.text for article in articles}
    claims = claims_of(*articles).claims
    places = {wording.id: wording for claim in claims for wording in claim.wordings}

    def told(wording: str) -> str:
        place = places[wording]
        return " ".join(span.of(texts[place.article]) for span in place.spans).casefold().strip(" .,“”")

    home = {wording.id: claim.id for claim in claims for wording in claim.wordings}
    for one, other in combinations(places, 2):
        if told(one) == told(other) and len(told(one).split()) >= FOUR:
            assert home[one] == home[other]


@given(stories())
@settings(max_examples=25, deadline=None)
def test_no_wording_is_of_two_claims_and_every_span_lies_in_its_text(articles: list[Article]) -> None:
    texts = {article.id: article.text for article in articles}
    claims = claims_of(*articles).claims
    wordings = [wording for claim in claims for wording in claim.wordings]
    assert len({wording.id for wording in wordings}) == len(wordings)
    for wording in wordings:
        assert all(0 <= a < b <= len(texts[wording.article]) for a, b in wording.spans)
        assert all(
            one.end <= other.start for one, other in zip(wording.spans, wording.spans[1:], strict=False)
        )
    for claim in claims:
        assert claim.head in {wording.id for wording in claim.wordings}
        assert _joined(claim)


def _joined(claim: Claim) -> bool:
    """Whether the joins hold all wordings together."""
    home = {wording.id: wording.id for wording in claim.wordings}
    for join in claim.joins:
        one, other = home[join.first], home[join.second]
        home = {id_: one if root == other else root for id_, root in home.items()}
    return len(set(home.values())) == 1


@given(stories(), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_reports_changes_nothing(articles: list[Article], lots: object) -> None:
    shuffled = list(articles)
    lots.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = claims_of(*articles), claims_of(*shuffled)
    assert in_words(first) == in_words(second)
    assert {conflict.id for conflict in first.conflicts} == {conflict.id for conflict in second.conflicts}


@given(stories())
@settings(max_examples=25, deadline=None)
def test_a_copy_has_the_stances_of_its_original(articles: list[Article]) -> None:
    original = articles[0]
    copy = replace(original, text=original.text + "\n", input="copy.txt", publisher=None)
    for claim in claims_of(*articles, copy).claims:
        told = {p.article: p.stance for p in claim.positions}
        assert told[copy.id] is told[original.id]
