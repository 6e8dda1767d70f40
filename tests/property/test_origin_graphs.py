"""Laws of "at most N" on stories made by lot, whose roots are known (``evaluation/origingraphs.py``).

Of `tune` alone: what fails is shown, and whoever writes rules is not to see the words of `blind`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from evaluation.origingraphs import Graph, copied, graph
from evaluation.origins import found_given
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Article, Dossier, Policy
from rashomon.wiring import dossier_of

stories = st.builds(graph, st.just("tune"), st.integers(0, 999), st.integers(2, 6))


def dossier(articles: Sequence[Article]) -> Dossier:
    """By the rules alone, so that weights cannot decide whether a law holds."""
    return dossier_of(list(articles), Policy())


def at_most(story: Graph) -> int:
    return found_given(story, dossier(story.articles)).at_most


@settings(max_examples=40, deadline=None)
@given(stories.filter(lambda story: story.stated))
def test_never_below_the_truth_where_every_link_is_stated(story: Graph) -> None:
    assert at_most(story) >= story.roots


@pytest.mark.parametrize(("seed", "outlets"), [(7022, 50), (7024, 45), (7037, 50)])
def test_large_stories_lose_no_root_to_words_that_are_alike_by_chance(seed: int, outlets: int) -> None:
    story = graph("tune", seed, outlets)
    assert story.stated
    assert at_most(story) == story.roots


@settings(max_examples=25, deadline=None)
@given(stories, st.data(), st.integers(0, 99), st.booleans())
def test_a_copy_never_raises_the_number(story: Graph, data: st.DataObject, seed: int, credited: bool) -> None:
    at = data.draw(st.integers(0, len(story.reports) - 1))
    assert at_most(copied(story, at, seed, credited=credited)) <= at_most(story)


@settings(max_examples=10, deadline=None)
@given(stories)
def test_the_order_of_reports_does_not_matter(story: Graph) -> None:
    turned = replace(story, reports=story.reports[::-1])
    assert at_most(turned) == at_most(story)


@given(stories)
def test_a_story_tells_its_claim_in_every_report(story: Graph) -> None:
    """Of the generator: what is measured against must be right itself."""
    assert 1 <= story.roots <= len(story.reports)
    assert len({article.id for article in story.articles}) == len(story.reports)
    for report, article in zip(story.reports, story.articles, strict=True):
        assert article.text == report.text
        assert report.claim.of(article.text).casefold() == report.clause.casefold()
        assert article.publisher is not None
        assert article.publisher.name == report.outlet
