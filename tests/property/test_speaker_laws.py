"""Laws of who speaks: shares, candidates, and a threshold that only takes names away."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.builders.reporting import article

from rashomon.attribution import attribute
from rashomon.model import BlockKind, Mention, Policy

NAMES = ("Ada Holt", "Tom Rask", "Walter Lund", "Mary Rask", "Kit Orme", "Senator Una Vole")
SENTENCES = (
    "{a} met {b}.",
    "{a} and {b} met.",
    "“It rained,” he said.",
    "“It poured,” she said.",
    "“Who saw it?” {a} asked.",
    "“Nobody.”",
    "The senator said it rained.",
    "Rask said it hailed.",
    "“He told me, ‘Go home now,’” {a} said.",
    "When {a} left, he said that it rained.",
    "{a}, 54, opened the sluice. “It rained,” the 54-year-old said.",
)
sentence = st.builds(
    lambda shape, a, b: shape.format(a=a, b=b),
    st.sampled_from(SENTENCES),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
)
reports = st.lists(sentence, min_size=1, max_size=9)
thresholds = st.floats(0, 1)


def sources(paragraphs: list[str], certain: float) -> list[Mention | None]:
    one = article(*((BlockKind.PARAGRAPH, words) for words in paragraphs))
    return [s.source for s in attribute(one, Policy(speaker_certain=certain))]


@settings(max_examples=60, deadline=None)
@given(reports, thresholds, thresholds)
@example(
    ["When Ada Holt left, he said that it rained.", "“He told me, ‘Go home now,’” Ada Holt said."], 0.0, 1.0
)
def test_a_higher_threshold_only_takes_names_away(paragraphs: list[str], one: float, other: float) -> None:
    low, high = sorted((one, other))
    for loose, strict in zip(sources(paragraphs, low), sources(paragraphs, high), strict=True):
        assert (loose is None) == (strict is None)
        if loose is None or strict is None:
            continue
        assert strict.source.name in (None, loose.source.name)
        assert (strict.evidence, strict.candidates, strict.span) == (
            loose.evidence,
            loose.candidates,
            loose.span,
        )


@settings(max_examples=60, deadline=None)
@given(reports, thresholds)
def test_shares_are_a_distribution_of_persons_named_in_the_report(
    paragraphs: list[str], certain: float
) -> None:
    text = "\n\n".join(paragraphs)
    for mention in sources(paragraphs, certain):
        if mention is None or not mention.candidates:
            continue
        scores = [c.score for c in mention.candidates]
        assert scores == sorted(scores, reverse=True)
        assert sum(scores) <= 1.002  # each is rounded to three digits
        assert len({c.name for c in mention.candidates}) == len(scores)
        assert all(set(c.span.of(text).split()) <= set(c.name.split()) for c in mention.candidates)


@settings(max_examples=60, deadline=None)
@given(reports, thresholds)
def test_a_name_that_is_given_is_at_least_as_sure_as_asked(paragraphs: list[str], certain: float) -> None:
    for mention in sources(paragraphs, certain):
        if mention is not None and mention.source.name is not None:
            assert mention.evidence.score >= certain
