"""Words that another report has elsewhere: phrases, clauses, lists and single words."""

from __future__ import annotations

import pytest
from tests.builders.quoting import kinds, report, shared, texts

_MOVED = [
    (
        "Frankly, I would sooner lose the ferry than the crew.",
        "I would sooner lose the ferry than the crew, frankly.",
    ),
    (
        "At the start it was only a small leak in the hold.",
        "It was only a small leak in the hold at the start.",
    ),
    (
        "Thanks to them, the ferry sailed and the mail came.",
        "The ferry sailed and the mail came, thanks to them.",
    ),
    ("Six of our pilots are out on the ice tonight.", "Tonight six of our pilots are out on the ice."),
    (
        "We sell ropes, sails and lamps, and we repair them too.",
        "We sell lamps, ropes and sails, and we repair them too.",
    ),
    (
        "When the fog lifts, we will count the boats again.",
        "We will count the boats again when the fog lifts.",
    ),
    (
        "Because the pumps failed we closed the lock at noon.",
        "We closed the lock at noon because the pumps failed.",
    ),
    (
        "The crane fell. The lights went out. We ran to the quay.",
        "The lights went out. The crane fell. We ran to the quay.",
    ),
    (
        "They carefully carried the bell down the steps at dawn.",
        "They carried the bell carefully down the steps at dawn.",
    ),
    (
        "Friends and neighbours, the dyke will hold this winter.",
        "The dyke will hold this winter, friends and neighbours.",
    ),
    (
        "For ten years the light on that rock has never failed.",
        "The light on that rock has never failed for ten years.",
    ),
    (
        "I trust the charts and I trust the pilots, but not the radio.",
        "I trust the pilots and I trust the charts, but not the radio.",
    ),
    (
        "The letter was sealed on the same night by the same clerk.",
        "The letter was sealed by the same clerk on the same night.",
    ),
]


@pytest.mark.parametrize(("one", "other"), _MOVED)
def test_the_same_words_elsewhere_are_reordered(one: str, other: str) -> None:
    (utterance,) = shared(report("Tern", one), report("Gull", other))
    assert "reordering" in kinds(utterance)
    assert set(kinds(utterance)) <= {"reordering", "punctuation", "orthography"}


def test_a_word_lost_here_and_another_gained_there_have_not_moved() -> None:
    one = "The red barge went down by the old pier with all her coal on Monday."
    other = "The barge went down by the old pier with all her wet coal on Monday."
    (utterance,) = shared(report("Tern", one), report("Gull", other))
    assert "reordering" not in kinds(utterance)


def test_small_words_that_change_places_have_not_moved() -> None:
    one = "The barge went down near a pier and the crew swam to the shore."
    other = "A barge went down near the pier and the crew swam to the shore."
    (utterance,) = shared(report("Tern", one), report("Gull", other))
    assert "reordering" not in kinds(utterance)


def test_fillers_and_other_small_words_leave_the_day_to_the_day() -> None:
    one = "We have to caulk the hull before Friday, you know, because the tide is high."
    other = "We have to caulk the hull before Monday because the tide is high."
    (utterance,) = shared(report("Tern", one), report("Gull", other))
    (date,) = [v for v in utterance.apparatus.variants if v.kind.value == "date"]
    assert {text.split(",")[0] for text in texts(date)} == {"Friday", "Monday"}
