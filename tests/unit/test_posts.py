"""Embedded posts of social networks: their words are said by whoever signed them."""

from __future__ import annotations

import pytest
from tests.builders.newsroom import page, reading

from rashomon.analysis import find_statements
from rashomon.model import Mode, Policy, Statement
from rashomon.wiring import models_for

SIGNED = "— Ada Holt (@adaholt) March 4, 2024"


def told(*paragraphs: str, model: str = "auto") -> list[tuple[str | None, str]]:
    article = page("Selby Post", *paragraphs)
    [found] = find_statements([article], Policy(), models_for(model).tagger)
    return [
        (one.source.source.name if one.source else None, " ".join(s.of(article.text) for s in one.content))
        for one in found
    ]


@pytest.mark.parametrize("model", ["auto", "rules"])
@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        ((f"The weir is open at last! {SIGNED}",), "The weir is open at last!"),
        (("The weir is open at last!", SIGNED), "The weir is open at last!"),
        ((f"The weir is open. pic.twitter.com/9aB https://t.co/x {SIGNED}",), "The weir is open."),
        (("The weir is open... —Ada Holt (@adaholt) 4 March 2024",), "The weir is open..."),
        ((f"The weir is open. {SIGNED} Odo Kern laughed.",), "The weir is open."),
    ],
)
def test_who_signed_a_post_said_its_words(paragraphs: tuple[str, ...], words: str, model: str) -> None:
    assert ("Ada Holt", words) in told("Rain fell on Tarn.", *paragraphs, model=model)


@pytest.mark.parametrize(
    "line",
    [
        "The weir — Ada Holt (a friend) March 4, 2024 — is open.",
        "The weir is open, Ada Holt (@adaholt) was told on March 4, 2024.",
        "Follow Ada Holt (@adaholt) for more.",
    ],
)
def test_not_every_handle_signs_a_post(line: str) -> None:
    [found] = find_statements([page("Selby Post", "Rain fell on Tarn.", line)], Policy())
    assert "signed_post" not in {statement.evidence.reason for statement in found}


def test_two_posts_of_one_paragraph_are_two() -> None:
    line = f"The weir is open. {SIGNED} I swam in it. — Odo Kern (@odo) March 5, 2024"
    assert told(line) == [("Ada Holt", "The weir is open."), ("Odo Kern", "I swam in it.")]


@pytest.mark.parametrize("model", ["auto", "rules"])
def test_what_a_post_tells_of_others_is_said_within_it(model: str) -> None:
    article = page("Selby Post", f"Odo Kern says he will swim in it on Sunday. {SIGNED}")
    [found] = find_statements([article], Policy(), models_for(model).tagger)
    by: dict[str | None, Statement] = {one.source.source.name: one for one in found if one.source is not None}
    assert by["Odo Kern"].parent == by["Ada Holt"].id
    assert by["Ada Holt"].mode is Mode.DIRECT
    assert by["Odo Kern"].content[-1].of(article.text).rstrip(".").endswith("on Sunday")


def test_a_signature_is_no_claim() -> None:
    line = f"The weir is open. {SIGNED}"
    told = reading(page("Selby Post", line), page("Gull Times", line))
    words = [
        span.of(told.article(wording.article).text)
        for claim in told.claims
        for wording in claim.wordings
        for span in wording.spans
    ]
    assert words
    assert not [one for one in words if "Holt" in one]
