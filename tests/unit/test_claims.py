"""Claims: wordings of several reports that tell the same, and what each report does with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.builders.claims import claims_of, having, position, report, stances, words_of

from rashomon.corroboration.coverage import REASONS
from rashomon.corroboration.mix import WITH_READER, WITH_VECTORS, WITHOUT_VECTORS
from rashomon.model import ClaimKind, Stance, coverage

POST = report(
    "Tarn Post",
    "The old grain store on Tarn quay was lost in a fire on Monday night, mayor Jo Wend said.",
    "Twelve firefighters were taken to hospital after a wall collapsed.",
    "The store was built in 1911 for the Morholt company.",
    "Harbour master Greta Oll said that the fire was caused by a faulty lamp.",
    published="2024-03-05T08:00:00Z",
)
GULL = report(
    "Gull Times",
    "A fire destroyed the old grain store on the quay in Tarn on Monday night.",
    "Fourteen firefighters were taken to hospital after a wall collapsed.",
    "Nobody lives near the quay.",
    published="2024-03-05T08:00:00Z",
)
TERN = report(
    "Tern Daily",
    "Tarn's old grain store has burnt down in a fire on Monday night.",
    "The fire was not caused by a faulty lamp, Greta Oll said.",
    "Fishermen sell herring on the quay on Saturdays.",
    published="2024-03-05T08:00:00Z",
)
ALL = (POST, GULL, TERN)


def test_one_event_in_three_wordings_is_one_claim() -> None:
    claim = having(claims_of(*ALL), ALL, "was lost in a fire on Monday night")
    assert stances(claim) == [Stance.SAYS] * 3
    assert claim.kind is ClaimKind.MIXED
    assert len(claim.joins) >= len(claim.wordings) - 1


def test_a_number_that_differs_is_the_same_claim_told_differently() -> None:
    found = claims_of(*ALL)
    claim = having(found, ALL, "firefighters were taken to hospital")
    assert sorted(stances(claim)) == sorted([Stance.SAYS, Stance.DIFFERS, Stance.SILENT])
    assert stances(claim)[2] is Stance.SILENT
    assert any(conflict.claims == (claim.id,) and conflict.kind == "number" for conflict in found.conflicts)


def test_a_denial_denies_what_is_affirmed() -> None:
    claim = having(claims_of(*ALL), ALL, "the fire was caused by a faulty lamp")
    assert words_of(replace(claim, wordings=tuple(w for w in claim.wordings if w.id == claim.head)), ALL) == [
        "the fire was caused by a faulty lamp"
    ]
    assert stances(claim) == [Stance.SAYS, Stance.SILENT, Stance.DENIES]


def test_what_one_report_alone_has_is_a_claim_and_what_it_adds() -> None:
    found = claims_of(*ALL)
    claim = having(found, ALL, "built in 1911")
    assert stances(claim) == [Stance.SAYS, Stance.SILENT, Stance.SILENT]
    assert claim.kind is ClaimKind.ASSERTION
    adds = {c.article: c.adds for c in coverage(found.claims, [article.id for article in ALL])}
    assert claim.id in adds[POST.id]


def test_a_silence_shows_the_passage_that_came_nearest() -> None:
    claim = having(claims_of(*ALL), ALL, "firefighters were taken to hospital")
    silent = position(claim, TERN)
    assert silent.nearest is not None
    assert silent.nearest.of(TERN.text)
    assert silent.wordings == ()
    assert silent.evidence.reason in REASONS


def test_a_report_in_another_language_is_silent_without_a_passage() -> None:
    foreign = replace(report("Phare", "Un incendie a détruit un grenier lundi soir."), language="fr")
    for claim in claims_of(POST, foreign).claims:
        silent = position(claim, foreign)
        assert silent.stance is Stance.SILENT
        assert silent.nearest is None
        assert silent.evidence.reason == "language_not_read"


def test_two_sides_of_one_sentence_are_two_claims() -> None:
    one = report("Tarn Post", "The ferry hit the quay on Monday, injuring nine passengers and sinking a tug.")
    other = report("Gull Times", "Nine passengers were injured when the ferry hit the quay on Monday.")
    found = claims_of(one, other)
    for claim in found.claims:
        assert sum(wording.article == one.id for wording in claim.wordings) <= 1


def test_like_sentences_about_two_things_stay_two_claims() -> None:
    one = report(
        "Tarn Post", "The flour mill at Brack opened in May.", "The paper mill at Fell closed in June."
    )
    other = report("Gull Times", "The paper mill at Fell closed in June.")
    claim = having(claims_of(one, other), (one, other), "closed in June")
    assert words_of(claim, (one, other)) == ["The paper mill at Fell closed in June."] * 2


def test_a_story_without_reports_in_words_has_no_claims() -> None:
    assert claims_of(report("Tarn Post", "Good morning.")).claims == ()


def test_each_reason_for_a_stance_is_explained_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "corroboration.md").read_text(encoding="utf-8")
    assert [label for label in REASONS if f"`{label}`" not in page] == []


def test_each_feature_of_the_mix_is_explained_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "corroboration.md").read_text(encoding="utf-8")
    names = {*WITH_READER, *WITH_VECTORS, *WITHOUT_VECTORS} - {"bias"}
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []
