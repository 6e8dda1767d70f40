"""Numbers of two sentences held against each other: each relation, and pairs that look like a conflict."""

from __future__ import annotations

import pytest
from tests.builders.comparing import compared, relations

CONFLICTS = [
    ("The blast in Tarn killed 12 people.", "The blast in Tarn killed 14 people."),
    ("Twelve people were injured in the fire at Gorse.", "The fire at Gorse injured 19 people."),
    ("A crane fell on a wharf, leaving three people dead.",
     "The crane that fell on the wharf killed four people."),
    ("Some 430 workers joined the walkout.", "No more than 250 took part, the owner said."),
    ("The mast, 62 metres high, fell at noon.", "The mast, which was 48 metres tall, fell at noon."),
    ("The works stands three kilometres upstream of Mirel.", "The works lies eight kilometres above Mirel."),
    ("The driver, 52, was unhurt.", "The driver, a woman of 41, was unhurt."),
    ("The tram cost 310 million crowns.", "The tram cost the town 380 million crowns, auditors found."),
    ("The quake off Kell had a magnitude of 6.1.", "The quake off Kell measured 6.4."),
    ("Police arrested at least 40 marchers in Varn.", "Police in Varn arrested 25 marchers."),
    ("Turnout in Senn was 48.7 per cent.", "Turnout in Senn was 61 per cent."),
    ("Tarn beat Marl 3-1 on Sunday.", "Tarn beat Marl 4-1 on Sunday."),
]  # fmt: skip
CONFLICTS += [
    ("The bank will shed 1,400 jobs.", "Some 2,600 people will lose their posts at the bank."),
    ("Ten schools will close in the autumn.", "The council wants to shut six schools."),
    ("Rescuers brought up four miners.", "Six miners have been freed, the company says."),
    ("The museum had 88,000 visitors.", "Some 120,000 people visited the museum."),
    ("The train was 40 minutes late.", "The train arrived two hours late."),
    ("A barge carrying 900 tonnes of acid ran aground.", "The barge had 1,400 tonnes on board, papers show."),
]
CONFLICTS += [
    ("It fell 40 metres into the gorge.", "The cart fell 140 metres."),
    ("The council passed the plan by 31 votes to 28.", "The council passed the plan by 31 votes to 22."),
    (
        "The council backed it with 31 votes in favour and 28 against.",
        "The council backed it by 34 votes to 25.",
    ),
    ("The storm cost 19 sailors their lives.", "The storm killed 23 sailors."),
    ("Marl won the race by 1.2 seconds.", "Marl won the race, four tenths of a second ahead of Tarn."),
    ("The bone is about 420,000 years old.", "The bone was buried some 240,000 years ago."),
    ("Some 300 clerks stopped work in Varn.", "In Varn 180 clerks walked out."),
]
REFINEMENTS = [
    ("At least 10 people were injured at the quay.", "Twelve people were injured at the quay."),
    ("The flood in Dell killed dozens of people.", "The flood in Dell killed 37 people."),
    ("More than 80 passengers were on the train to Gorse.", "84 people were on board the train to Gorse."),
    ("Up to 50 houses burnt down in Dell.", "In Dell 40 houses burnt down."),
    ("Inspectors found dozens of cracks in the bridge.", "Inspectors found 37 cracks in the bridge."),
    ("Several polling stations in Senn opened late.", "Two polling stations in Senn opened late."),
    ("Between 10 and 15 people were hurt in Varn.", "13 people were hurt in Varn."),
    ("Fewer than 20 people were arrested at the march.", "Eleven people were arrested at the march."),
    ("The repairs of the bridge will cost more than 5 million euros.",
     "Repairs of the bridge will cost 7.4 million euros."),
    ("Hundreds of people were evacuated from Dell.", "Some 600 people were evacuated from Dell."),
    ("At least 18 months of work at the harbour are lost.", "Two years of work at the harbour are lost."),
]  # fmt: skip
ROUNDINGS = [
    ("The port handled 1,187 ships last year.", "About 1,200 ships called at the port last year."),
    ("Turnout in Senn was 48.7 per cent.", "Turnout in Senn was nearly half of the voters."),
    ("The heron was insured for 2.4 million crowns.", "The heron was insured for 2.37 million crowns."),
    ("The march in Varn drew 12 million people.", "The march in Varn drew 12.3 million people."),
    ("The fire in Dell burned 300 acres.", "The fire in Dell burned 121 hectares."),
    ("The village lies five miles from Tarn.", "The village lies eight kilometres from Tarn."),
    ("The satellite weighs 812 kilograms.", "The satellite weighs some 800 kilograms."),
    ("The flood displaced 5,980 people.", "The flood displaced 6,000 people."),
    ("Three quarters of the children were vaccinated.", "76.8 per cent of the children were vaccinated."),
    ("More than 1,000 people were evacuated from Dell.", "A thousand people were evacuated from Dell."),
    ("The company lost $1.2bn on the deal.", "The company lost $1,180 million on the deal."),
]  # fmt: skip
SCOPES = [
    (
        "Since the start of the great heat, 5,200 clerks in Tarn fell ill and 610 of them died there.",
        "In Tarn the heat left 14 dead.",
    ),
    ("Pay will rise by 6 per cent over two years.", "The works offered to raise pay by 4 per cent."),
    ("Twelve people were killed in the fire in Dell.", "Thirty people were injured in the fire in Dell."),
    ("The fire in Tarn killed 12 people.", "The fire in Tarn killed three children."),
    ("The striker has scored 17 league goals this season.",
     "The striker has scored 21 goals in all this season."),
    ("The mission has cost 94 million euros, without the rocket.",
     "With its rocket, the mission costs 151 million euros."),
    ("In Nether Stell alone 17 houses were flooded in June.",
     "Forty-one houses below the dam were flooded in June."),
    ("Police in Varn killed 12 people this year.", "Police in Varn killed three people."),
    ("Ten of the cadets were sent home from the school.", "The 31 cadets at the school were sent home."),
    ("Twelve people, including three children, died in Dell.",
     "In Dell three children and nine adults died."),
    ("Six sailors from Ostmark died in the collision off Kell.",
     "Eleven sailors died in the collision off Kell."),
    ("Snow reached 40 centimetres in Orrin.", "Snow reached 70 centimetres in Skell."),
    ("Prices in Senn rose by 4.2 per cent last year.", "Prices in Senn rose by 1.1 per cent in May."),
    ("The bridge's main span is 180 metres long.", "The bridge is 640 metres long."),
    ("Since January the fund has paid out 12 million euros.", "The fund paid out 3 million euros in March."),
    ("Adults pay 14 crowns.", "Children pay 6 crowns."),
    ("Orrin has 48,000 inhabitants.", "Some 210,000 people live in the Orrin region."),
    ("Two people died in the flood at Dell.", "Nine people are missing in the flood at Dell."),
]  # fmt: skip
APART = [
    ("Halder Brenn is a 24-year-old baker who lives in Tarn.",
     "Brenn was charged on Monday with the murder of 18-year-old Mila Soren."),
    ("Employers in Tarn had been expected to add 190 jobs in October.",
     "Employers in Tarn added 250 jobs in October."),
    ("The gain beat expectations for an increase of 190 jobs at the mills in October.",
     "The mills gained 250 jobs in October."),
    ("He promised to cut the debt of Tarn from $18 million.", "The debt of Tarn has passed $22 million."),
    ("Three ships searched the bay.", "Two ships sank in the storm."),
    ("Flight 212 left Tarn with 84 people on board.", "Flight 218 left Tarn with 84 people on board."),
    ("The 2019 election was close.", "The 2023 election was close."),
    ("The office is in Room 4.", "The office is in Room 9."),
    ("The ferry leaves at 9 a.m.", "The ferry leaves at 10 a.m."),
    ("The firm has 300 workers.", "The firm sold 40 shops."),
    ("A ticket costs 5 euros.", "A ticket costs 7 dollars."),
    ("The wall is 3 metres high.", "The wall is 40 metres long."),
    ("Prices rose 3 per cent a year.", "Prices rose 1 per cent a month."),
    ("Eight of the injured are in intensive care.", "Thirty-one people were injured."),
    ("A second, plainer vase made 60,000 euros.", "The vase was sold for 4.2 million euros."),
    ("The village has 640 inhabitants.", "Sixty inhabitants of the village came to the meeting."),
    ("The plant employs 1,200 people.", "The plant laid off 200 people in March."),
    ("The choir sang for three hours.", "The bus took the choir home in two hours."),
    ("The second vote comes on 5 March.", "The second vote comes on 9 March."),
    ("Three French sailors were hurt off Kell.", "Five Polish sailors were hurt off Kell."),
    ("Investors got 40 years of promises.", "The mine closed 23 years later."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_values_that_exclude_each_other_are_a_conflict(one: str, other: str) -> None:
    assert "conflict" in relations(one, other)


@pytest.mark.parametrize(("one", "other"), REFINEMENTS)
def test_a_value_within_another_is_a_refinement(one: str, other: str) -> None:
    assert set(relations(one, other)) == {"refinement"}


def test_a_bound_far_from_a_value_is_none_of_it() -> None:
    """From real stories: “up to” five times what another fund got, “more than” a third of all delegates."""
    assert relations(
        "Varn spends up to 900 million crowns on dykes.", "Varn spends 650 million crowns on dykes."
    ) == ["refinement"]
    assert not relations(
        "Varn spends up to 900 million crowns on dykes.", "Varn spends 130 million crowns on dykes."
    )
    assert relations(
        "Police in Varn arrested at least 4 marchers.", "Police in Varn arrested 12 marchers."
    ) == ["refinement"]


@pytest.mark.parametrize(("one", "other"), ROUNDINGS)
def test_a_rounded_value_is_a_rounding(one: str, other: str) -> None:
    assert relations(one, other) == ["rounding"]


@pytest.mark.parametrize(("one", "other"), SCOPES)
def test_another_scope_is_no_conflict(one: str, other: str) -> None:
    found = relations(one, other)
    assert set(found) <= {"scope", None}
    assert found


@pytest.mark.parametrize(("one", "other"), APART)
def test_numbers_of_two_things_give_nothing_that_disagrees(one: str, other: str) -> None:
    assert set(relations(one, other)) <= {None}


@pytest.mark.parametrize(
    ("one", "other", "published", "later"),
    [
        ("The fire killed 12 people.", "The fire killed 15 people.", ("2024-03-05", "2024-03-06"), "second"),
        ("The fire killed 15 people.", "The fire killed 12 people.", ("2024-03-06", "2024-03-05"), "first"),
        ("Nineteen people were hurt.", "The number of people hurt has risen to 27.", (None, None), "second"),
        ("Police arrested 4 men.",
         "Police arrested 9 men.", ("2024-03-05T08:00Z", "2024-03-05T10:00Z"), "second"),
        ("At least five people died on Kell.",
         "Eleven people died on Kell.", ("2024-03-05", "2024-03-06"), "second"),
        ("The fire has burnt 430 hectares.", "The fire has grown to 870 hectares.", (None, None), "second"),
        ("The toll rose to 15 dead.", "Twelve people are dead.", (None, None), "first"),
        ("Six people are missing.", "Two people are missing.", ("2024-03-05", "2024-03-07"), "second"),
        ("With 40 per cent of votes counted, he leads.", "With 98 per cent of votes counted, he leads.",
         ("2024-03-05", "2024-03-06"), "second"),
        ("The storm displaced 3,000 people.", "The storm displaced 4,500 people.",
         ("2024-03-05T23:30+01:00", "2024-03-06T00:10Z"), "second"),
    ],
)  # fmt: skip
def test_what_changes_while_news_runs_is_an_update(
    one: str, other: str, published: tuple[str | None, str | None], later: str
) -> None:
    assert [(told[0], told[3]) for told in compared(one, other, published)] == [("update", later)]


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ("The fire killed 12 people.",
         "The fire killed 15 people.", ("2024-03-05T08:00Z", "2024-03-05T08:30Z")),
        ("The fire killed 12 people.", "The fire killed 15 people.", ("2024-03-05", "2024-03-05T20:00Z")),
        ("The fire killed 12 people.", "The fire killed 15 people.", ("2024-03-05", None)),
        ("The driver, 52, was unhurt.", "The driver, 41, was unhurt.", ("2024-03-05", "2024-03-07")),
        ("The mast, 62 metres high, fell.", "The mast, 48 metres tall, fell.", ("2024-03-05", "2024-03-07")),
    ],
)  # fmt: skip
def test_what_does_not_change_stays_a_conflict(
    one: str, other: str, published: tuple[str | None, str | None]
) -> None:
    assert [(told[0], told[3]) for told in compared(one, other, published)] == [("conflict", None)]


def test_the_words_shown_can_be_read_alone() -> None:
    found = compared("At least 12 people were killed in Tarn.", "The fire in Tarn killed nine people.")
    assert found == [("conflict", "At least 12 people", "nine people", None)]


def test_numbers_that_agree_are_taken_out_before_others_are_compared() -> None:
    found = compared("Twelve people died and 30 were hurt.", "Thirty people were hurt and 12 died.")
    assert sorted(told[0] is None for told in found) == [True, True]


def test_a_number_told_as_what_others_said_is_not_compared() -> None:
    found = compared(
        "The crane killed four people, not the three announced.", "The crane killed four people."
    )
    assert [told[:3] for told in found] == [(None, "four people", "four people")]


def test_a_clause_is_read_in_its_sentence() -> None:
    found = compared(
        "With the fees, the vase sold for 5 million euros.", "The vase sold for 4 million euros."
    )
    assert [told[0] for told in found] == ["scope"]
