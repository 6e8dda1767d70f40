"""Ways of leaning on an outlet that no phrase was made for: they share how the outlet stands there."""

from __future__ import annotations

import pytest
from tests.builders.citing import OUTLETS, cited, own
from tests.builders.newsroom import origins, page, reading

WAYS = tuple(
    line.strip()
    for line in """
    The {o} is standing by its story that {c}.
    {C}, if one is to trust the {o}'s front page.
    Colleagues at the {o} were the ones to bring it to light: {c}.
    Credit for the news that {c} goes to the {o}.
    All we have so far is the {o}'s word for it that {c}.
    The {o} would have it that {c}.
    {C}, and the {o} has the pictures to prove it.
    The {o} devotes its whole third page to how {c}.
    It took the {o} to find out that {c}.
    Word in the {o} is that {c}.
    {C}, a fact that came to light through the {o}.
    {C}, which was news to everybody but the {o}.
    The {o} carries the tale of how {c}.
    {C}, on the authority of the {o}.
    Nobody but the {o} has so far said that {c}.
    The {o} was alone in saying that {c}.
    {C}, by the reckoning of the {o}.
    The {o} put it in plain words: {c}.
    The {o} has pieced together how {c}.
    {C}, as anyone who opened the {o} on Tuesday could see.
    {C}, so runs the story in the {o}.
    The {o} can exclusively report that {c}.
    What the {o} has found is that {c}.
    The {o} got wind of the fact that {c}.
    {C}, the {o} has it on good authority.
    Details obtained exclusively by the {o} suggest {c}.
    The {o} got hold of a log showing that {c}.
    {C}, a log in the hands of the {o} suggests.
    We are grateful to the {o} for the information that {c}.
    From what the {o} could gather, {c}.
    As far as the {o} can tell, {c}.
    {C}, insofar as the {o} is well informed.
    The {o} has spoken to two engineers who say {c}.
    Two engineers who spoke with the {o} say {c}.
    Talking to the {o}, a diver confirmed that {c}.
    A diver let slip to the {o} that {c}.
    Somebody on the board confided in the {o} that {c}.
    It has been put to the {o} that {c}.
    {C}, the {o} has been able to confirm.
    Calls by the {o} to five engineers turned up the same answer: {c}.
    Pictures published by the {o} show that {c}.
    Footage aired by the {o} shows how {c}.
    Satellite pictures that the {o} had analysed show that {c}.
    A tally kept by the {o} has it that {c}.
    A count by the {o} and two partners finds that {c}.
    Research carried out for the {o} suggests {c}.
    {C}, says the {o} in an unsigned piece.
    {C}, thinks the {o}.
    {C}, a claim the {o} makes on its website.
    {C}, a claim the {o} was the first to make.
    {C}, though only the {o} says so.
    {C}, but that rests on the {o} alone.
    {C}, in the opinion of the {o}.
    {C} — so, at any rate, the {o}.
    {C}; see the {o} of Tuesday.
    {C} (cf. the {o}).
    {C}, my colleagues at the {o} tell me.
    Over to the {o}, where they have learned that {c}.
    I read in the {o} that {c}.
    Have you seen the {o}? It says that {c}.
    More from the {o}: {c}.
    This just in from the {o}: {c}.
    {C}, to hear the {o} tell it.
    {C}, to take the {o} at its word.
    The {o} sticks to its account, in which {c}.
    According to what the {o} was able to learn, {c}.
    {C}, {o} reporter Oda Kell has found.
    {o}'s Oda Kell has the story of how {c}.
    Oda Kell, who covers Tarn for the {o}, writes that {c}.
    The {o} goes further and says {c}.
    The {o} makes much of the fact that {c}.
    There was this in the {o}: {c}.
    Listeners to the {o} heard on Tuesday that {c}.
    Those who follow the {o} know that {c}.
    {C}, a story that the {o} has been chasing for weeks.
    {C}, in an account that the {o} pieced together.
    The {o} raised the alarm: {c}.
    Once the {o} had it, it was everywhere: {c}.
    The news that {c} reached us by way of the {o}.
    The source for the report that {c} is the {o}.
    News that {c}, so that forty boats could not pass, was broken by the {o}.
    The news that {c} and that nobody will talk was carried by the {o}.
    """.splitlines()
    if line.strip()
)
BEFORE = tuple(
    line.strip()
    for line in """
    The {o} sent a team to Tarn. The paper's verdict: {c}.
    There is a long read in the {o}. In it we learn that {c}.
    The {o} has been digging. What it came up with is that {c}.
    The {o} has published its findings. According to them, {c}.
    The {o} has the most on it. By its telling, {c}.
    The {o} has looked into it. Its conclusion is that {c}.
    A reporter for the {o} went down there. He found that {c}.
    The {o} has gone through the papers. They show, it writes, that {c}.
    The {o} broke it on Monday. The site said that {c}.
    There was a bulletin on the {o} at noon. The broadcaster said that {c}.
    The {o} has a scoop. Citing two divers, it says that {c}.
    """.splitlines()
    if line.strip()
)
THINGS = tuple(
    line.strip()
    for line in """
    {C} on the day on which the {o} moved to a new house.
    {C} a mile from the place where the {o} is printed.
    {C}, and the {o} had to stop its presses.
    {C}, and the {o} is now without power.
    Workers at the {o} went home early because {c}.
    {C} while the {o} was on strike.
    The owner of the {o} lost his house when {c}.
    {C}. A van of the {o} was swept away.
    {C}, and the mayor cancelled a talk with the {o}.
    {C}, and the mayor refused to speak to the {o}.
    {C}. The mayor, who once worked for the {o}, went home.
    {C} as the {o} celebrated its hundredth birthday.
    {C}. Shares of the {o} fell by a tenth.
    """.splitlines()
    if line.strip()
)


@pytest.mark.parametrize(("number", "line"), list(enumerate((*WAYS, *BEFORE))))
def test_who_names_a_report_and_makes_no_thing_of_it_leans_on_it(number: int, line: str) -> None:
    outlet = OUTLETS[number % len(OUTLETS)]
    told = reading(own(outlet), page("Selby Post", cited(line, outlet)))
    assert origins(told, "dam").at_most == 1


def test_the_agency_is_the_one_named_right_before() -> None:
    line = "The Merid News Agency put out a line at noon. The agency said that the old dam gave way."
    told = reading(own("Merid News Agency"), page("Selby Post", line))
    assert origins(told, "dam").at_most == 1


@pytest.mark.parametrize(
    "line",
    [
        "The Ostmark Courier put out a line at noon. The agency said that the old dam gave way.",
        "The Ostmark Courier has two pages on it. The river is full. In it lay trees. The old dam gave way.",
        "The Ostmark Courier was sold on Monday. It gave no reason. The old dam gave way.",
    ],
)
def test_words_for_something_else_take_up_no_outlet(line: str) -> None:
    told = reading(own("The Ostmark Courier"), page("Selby Post", line))
    assert origins(told, "dam").at_most == 2


@pytest.mark.parametrize(("number", "line"), list(enumerate(THINGS)))
def test_who_tells_of_an_outlet_as_of_a_thing_does_not_lean_on_it(number: int, line: str) -> None:
    outlet = OUTLETS[number % len(OUTLETS)]
    told = reading(own(outlet), page("Selby Post", cited(line, outlet)))
    assert origins(told, "dam").at_most == 2
