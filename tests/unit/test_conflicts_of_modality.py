"""Planned, offered, refused, done: what is a conflict of modality, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.builders.comparing import relations

from rashomon.corroboration.modality import compare_modality

CONFLICTS = [
    ("The minister planned to resign on Monday.", "The minister resigned on Monday."),
    (
        "The union refused to sign the agreement with the port.",
        "The union signed the agreement with the port.",
    ),
    ("The mayor has no plans to resign.", "The mayor will resign on Friday."),
    ("The envoy will sign the treaty.", "The envoy has refused to sign the treaty."),
    ("The mayor offered to pay for the repairs.", "The mayor paid for the repairs."),
    ("The company plans to close the mill in Gorse.", "The company has ruled out closing the mill in Gorse."),
    (
        "The health ministry plans to vaccinate all newborns.",
        "The government has decided against a general vaccination of newborns.",
    ),
    ("Quill offered to resign.", "The head of the museum has refused to step down."),
    ("The kidnappers threatened to kill the hostage.", "The kidnappers killed the hostage."),
    ("The skipper tried to land the boat at Tarn.", "The skipper landed the boat at Tarn."),
    ("The operators failed to test the gates of the dam.", "The company tested the gates of its dam in May."),
    ("The firm is considering selling its ferries.", "The firm has sold its ferries."),
    ("The striker is to join Marl Rovers.", "The striker has refused to move to Marl."),
    ("The mill will be rebuilt.", "Owner Marta Brack has ruled out rebuilding it."),
    ("The company has offered to meet the union.", "Its director ruled out any meeting with the union."),
]
LOOK_ALIKES = [
    ("The skipper will be allowed to retire.", "The skipper was allowed to retire."),
    ("The mayor will name Ada Holt as harbourmaster.", "The mayor was naming Ada Holt as harbourmaster."),
    ("The fund blocked a bill on ferries.", "The fund will block further bills on ferries."),
    ("Holt wanted to testify on Monday.", "Holt testified on Monday."),
    ("Brandt closed in on Rask in Tarn.", "All booths in Tarn will be closed by eight."),
    ("Holt wanted the skipper to lie to the board.", "The skipper lied to the board."),
    ("The storm is expected to dump snow on Gorse.", "The storm dumped snow on Gorse."),
    ("The company plans to close the mill.", "The company will close the mill."),
    ("The council decided to close the school.", "The council closed the school."),
    ("The union asked the port to withdraw the crane.", "The port withdrew the crane."),
    ("The government expects to sell the bank.", "The government will sell the bank."),
    ("The mayor refused to resign.", "The mayor did not resign."),
    ("The minister may have lied.", "The minister lied."),
    ("Tarn will suffer losses in the war.", "Few towns have ever suffered losses like those of Tarn."),
    ("We hope that the envoy will sign the treaty.", "The envoy signed the treaty."),
    ("The board hopes the envoy will sign the treaty.", "The envoy has refused to sign the treaty."),
    ("The rebels wanted the army to leave the town.", "The army left the town."),
    ("The rail company failed to pay its staff.", "The rail company did not pay its staff."),
    ("The mayor initially refused to sign the treaty.", "The mayor signed the treaty."),
    ("The council of Tarn plans to build a bridge.", "The council of Skell built a harbour."),
    ("The port can close the gate.", "The port closed the gate."),
    ("Holt plans to sell the house.", "Rask sold the house."),
    ("The crew began to pump out the water.", "The crew pumped out the water."),
    ("The union vowed to fight the law.", "The union is fighting the law."),
    ("The navy would send ships if asked.", "The navy sent ships."),
    ("The firm promised to repair the road.", "The firm repaired the road."),
    ("The ferry was to sail at noon.", "The ferry sailed at two."),
    ("The work will cost 12 million crowns.", "The work cost 9 million crowns."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_how_far_it_has_come_can_be_a_conflict(one: str, other: str) -> None:
    assert relations(one, other, by=compare_modality) == ["conflict"]


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_moods_that_say_nothing_of_each_other_are_none(one: str, other: str) -> None:
    assert "conflict" not in relations(one, other, by=compare_modality)


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ("The navy is to send two ships.", "The navy sent two ships.", ("2024-03-05", "2024-03-06")),
        (
            "The firm is considering selling its ferries.",
            "The firm has sold its ferries.",
            ("2024-03-05", "2024-03-09"),
        ),
        (
            "The yard may close its dock.",
            "The yard closed its dock.",
            ("2024-03-05T08:00Z", "2024-03-05T19:00Z"),
        ),
        (
            "The council plans to close the school.",
            "The council has ruled out closing the school.",
            ("2024-03-05", "2024-03-06"),
        ),
    ],
)
def test_what_was_ahead_and_is_told_as_settled_later_is_an_update(
    one: str, other: str, published: tuple[str, str]
) -> None:
    assert relations(one, other, published, by=compare_modality) == ["update"]


def test_a_plan_told_after_the_deed_stays_a_conflict() -> None:
    one, other = "The minister planned to resign.", "The minister resigned."
    assert relations(one, other, ("2024-03-07", "2024-03-05"), by=compare_modality) == ["conflict"]
