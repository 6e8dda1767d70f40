"""Told and denied: what is a conflict of polarity, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.builders.comparing import relations

from rashomon.corroboration.polarity import compare_polarity

CONFLICTS = [
    (
        "The council accepted the ferry company's offer.",
        "The council rejected the offer of the ferry company.",
    ),
    ("Three people were hurt in the blast at Gorse.", "No one was hurt in the blast at Gorse."),
    ("The dam at Stell leaked for two days.", "The ministry denied that the dam at Stell had leaked."),
    ("The water in Tarn is safe to drink.", "The water in Tarn is unsafe to drink, a chemist said."),
    ("The bridge at Varn reopened on Monday.", "The bridge at Varn remained closed on Monday."),
    ("The mayor has promised the union two seats.", "The mayor has promised the union nothing."),
    ("A man of 60 has been arrested.", "Nobody has been arrested."),
    ("Inspectors visited the dairy twice in May.", "No inspector has set foot in the dairy."),
    ("Holt took money from the harbour fund.", "Holt denied taking money from the harbour fund."),
    ("The jury found the skipper guilty.", "The jury did not find the skipper guilty."),
    ("Brandt met the rebels in Skell.", "Brandt has never met the rebels."),
    ("The yard at Norder will be shut this summer.", "The fund said it would not close the yard."),
    ("The captain survived the collision.", "The captain died in the collision."),
    (
        "There is no evidence that the pilot had been drinking.",
        "The pilot had been drinking, two waiters said.",
    ),
    ("Prosecutors have opened an inquiry.", "Prosecutors have not yet decided whether to open an inquiry."),
    ("Not one passenger was injured.", "Nine passengers were injured."),
    ("The report was handed to the ministry.", "It has not handed in any report."),
    (
        "The police dismissed as false reports that a bomb had exploded in Lindal.",
        "A bomb exploded in Lindal, the radio said.",
    ),
]
LOOK_ALIKES = [
    (
        "The ministry rescinded limits imposed by the former council on the sale of armoured cars.",
        "The ministry is lifting a ban on the sale of armoured cars.",
    ),
    (
        "The judge denied the ministry's request to drop the case of the crews.",
        "The judge denied a request by the ministry to drop the case of the crews.",
    ),
    (
        "The court allowed the ban on trawlers to take effect.",
        "The court backed a policy of banning trawlers.",
    ),
    ("The judge denied the town’s lawsuit over the dam.", "The town’s lawsuit over the dam drew crowds."),
    ("Holt accused Rask, without evidence, of taking money.", "Holt accused Rask of taking money."),
    ("“No,” Holt replied to the board.", "“One hundred per cent,” Holt replied to the board."),
    ("A quorum was not present at noon.", "A quorum is present."),
    ("Rask lost to Holt in the final.", "Rask was defeated by Holt in the final."),
    ("The mayor will vote to reject the plan.", "The mayor will not vote to adopt the plan."),
    ("Holt never expected to win the race.", "Rask was expected to move to Tarn."),
    ("I did not want to go to Marl.", "You wanted to work in Marl."),
    ("There were no injuries.", "A nurse dressed the injuries of a horse."),
    ("The pilot was not provided any maps.", "Holt provided a copy of the cheque."),
    (
        "The council accepted the offer of the ferry company.",
        "The union rejected the offer of the ferry company.",
    ),
    (
        "Not only did the council approve the plan, it doubled the money.",
        "The council approved the plan and doubled the money.",
    ),
    ("The company did not deny that the dam had leaked.", "The dam had leaked."),
    ("No fewer than 12 people were hurt.", "Twelve people were hurt."),
    ("The mayor has not read the report.", "The mayor has not resigned."),
    ("The bridge at Varn is open.", "The bridge at Varn is not closed."),
    ("The ferry did not stop at Skell.", "The ferry stopped at Gorse and turned for home."),
    ("Drivers who bring the flour have not joined the walkout.", "Some 430 bakers joined the walkout."),
    ("The ship did not sink until Monday.", "The ship sank on Monday."),
    ("Nobody was hurt when the mast fell.", "The mast fell on a kiosk and broke its roof."),
    (
        "The minister said he had no doubt that the talks would resume.",
        "The minister said the talks would resume.",
    ),
    ("A second bridge will not be closed.", "The bridge at Varn will be closed."),
    ("An earlier leak at the works was never explained.", "There was a leak at the works on Friday."),
    ("If the dam leaks, the village will be emptied.", "The dam does not leak."),
    ("The union did not rule out a strike.", "The union may strike."),
    ("Holt won the first race.", "Rask lost the first race."),
    ("The works was fined in 2016 for a leak.", "There was no leak at the works."),
    ("She does not want to go.", "She wants to stay in the game."),
    ("The strike was not called by the union.", "The strike began at noon."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_what_one_tells_and_the_other_denies_is_a_conflict(one: str, other: str) -> None:
    assert relations(one, other, by=compare_polarity) == ["conflict"]


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_denials_of_something_else_are_none(one: str, other: str) -> None:
    assert "conflict" not in relations(one, other, by=compare_polarity)


def test_what_is_no_longer_so_later_is_an_update() -> None:
    one, other = "The ferry calls at Skell.", "The ferry no longer calls at Skell."
    assert relations(one, other, ("2024-03-05", "2024-03-09"), by=compare_polarity) == ["update"]
    assert relations(one, other, ("2024-03-05", "2024-03-05"), by=compare_polarity) == ["conflict"]


def test_what_was_undecided_and_is_done_later_is_an_update() -> None:
    one, other = (
        "Prosecutors have not yet decided whether to open an inquiry.",
        "Prosecutors have opened an inquiry.",
    )
    assert relations(one, other, ("2024-03-05", "2024-03-06"), by=compare_polarity) == ["update"]
