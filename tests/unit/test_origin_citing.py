"""A sentence that names an outlet as the place where its words come from leans on it, however that is put."""

from __future__ import annotations

import pytest
from tests.builders.citing import OUTLETS, cited, own
from tests.builders.newsroom import origins, page, reading, roots

CITING = tuple(
    line.strip()
    for line in """
    The {o} has learned that {c}.
    As the {o} has it, {c}.
    A person familiar with the matter told the {o} that {c}.
    The {o}, citing two officials, said {c}.
    According to a report in the {o}, {c}.
    According to the {o}, {c}.
    Per the {o}, {c}.
    {C}, per the {o}.
    The {o} broke the story that {c}.
    {C}, writes the {o}.
    {C}, the {o} writes.
    In Tuesday's {o} it was said that {c}.
    The {o}'s sources say {c}.
    A story in the {o} quotes a diver as saying that {c}.
    The {o}, which first obtained the document, said {c}.
    Officials quoted by the {o} said {c}.
    {C} (the {o}).
    {C} ({o}).
    {C}, via the {o}.
    Via the {o}: {c}.
    {C}, reported the {o}.
    {C}, the {o} reported on Tuesday.
    The {o} reports that {c}.
    The {o} is reporting that {c}.
    It was the {o} that reported that {c}.
    As first reported by the {o}, {c}.
    {C}, as the {o} was first to report.
    {C}, as reported in the {o}.
    As reported earlier by the {o}, {c}.
    Following the {o}'s report, it is known that {c}.
    After a report in the {o} it emerged that {c}.
    In a report published online by the {o}, it was said that {c}.
    {C}, according to an article published online by the {o}.
    {C}, an article on the website of the {o} says.
    {C}, says a piece in the {o}.
    {C}, a piece in the {o} claims.
    Documents seen by the {o} show that {c}.
    Emails obtained by the {o} show that {c}.
    Records reviewed by the {o} indicate {c}.
    {C}, an internal memo obtained by the {o} shows.
    The {o} has seen papers that show {c}.
    The {o} understands that {c}.
    The {o} can reveal that {c}.
    The {o} revealed that {c}.
    The {o} disclosed that {c}.
    {C}, the {o} has established.
    {C}, the {o} has been told.
    Sources have told the {o} that {c}.
    The {o} was told by two officials that {c}.
    Word reached the {o} that {c}.
    The {o} quotes an engineer as saying {c}.
    The {o} quoted officials as saying that {c}.
    {C}, engineers are quoted as saying in the {o}.
    The {o} cites an engineer who says {c}.
    Citing the {o}, the mayor's office said nothing, but {c}.
    Quoting the {o}, local radio had it that {c}.
    Reports in the {o} suggest {c}.
    Reporting by the {o} suggests that {c}.
    Reporting from the {o} indicates that {c}.
    An investigation by the {o} found that {c}.
    The {o}'s investigation found that {c}.
    The {o}'s reporting shows that {c}.
    The {o}'s account is that {c}.
    By the {o}'s account, {c}.
    On the {o}'s telling, {c}.
    In the {o}'s version of events, {c}.
    If the {o} is right, {c}.
    If the {o} is to be believed, {c}.
    Readers of the {o} learned that {c}.
    Readers of the {o} woke to the news that {c}.
    {C}, readers of the {o} were told.
    The front page of the {o} says {c}.
    The {o} splashed on the news that {c}.
    The {o} leads with the news that {c}.
    The {o} headlined its front page with the claim that {c}.
    The {o} carried a report that {c}.
    The {o} ran a story saying {c}.
    The {o} published an article saying that {c}.
    The {o} posted on its website that {c}.
    The {o} tweeted that {c}.
    {C}, the {o} said in a post.
    {C}, said the {o}.
    {C}, the {o} said.
    {C}, notes the {o}.
    {C}, the {o} added.
    {C}, the {o} goes on.
    The {o} adds that {c}.
    The {o} claims {c}.
    The {o} alleges that {c}.
    The {o} suggests {c}.
    The {o} asserts that {c}.
    The {o} confirmed that {c}.
    The {o} maintains that {c}.
    The {o} describes how {c}.
    The {o} details how {c}.
    The {o} explains that {c}.
    {C}, it was reported in the {o}.
    It was reported by the {o} that {c}.
    It emerged in the {o} that {c}.
    It was claimed in the {o} that {c}.
    News that {c} came from the {o}.
    Word that {c} came first in the {o}.
    News that {c} was broken by the {o}.
    The report that {c} first appeared in the {o}.
    The claim that {c} was made in the {o}.
    That {c} was first disclosed by the {o}.
    {C}, we read in the {o}.
    {C}, one reads in the {o}.
    The {o} tells its readers that {c}.
    The {o} informs us that {c}.
    {C}, to quote the {o}.
    {C}, in the words of the {o}.
    In the words of the {o}, {c}.
    {C}, to go by the {o}.
    {C}, going by what the {o} printed.
    {C}, by way of the {o}.
    {C}, courtesy of the {o}.
    {C} (as reported by the {o}).
    {C} (h/t the {o}).
    {C}, hat tip to the {o}.
    {C} (source: {o}).
    {C} — {o}.
    {C} [{o}].
    {o}: {c}.
    From the {o}: {c}.
    Source: the {o}, which says {c}.
    Picked up from the {o}: {c}.
    {C}, a report picked up from the {o} says.
    {C}, in a report carried by the {o}.
    {C}, a report relayed by the {o} said.
    {C}, a dispatch of the {o} said.
    {C}, the {o}'s correspondent reported.
    {C}, a correspondent for the {o} wrote.
    A reporter for the {o} wrote that {c}.
    A journalist with the {o} says that {c}.
    {C}, a columnist in the {o} wrote.
    The {o}'s man in Tarn says {c}.
    {C}, in an interview published by the {o} an engineer said.
    In an interview with the {o}, an engineer said {c}.
    An engineer, speaking to the {o}, said {c}.
    {C}, an engineer said, speaking to the {o}.
    {C}, an official said in comments to the {o}.
    {C}, an official confirmed to the {o}.
    In remarks to the {o}, an official said {c}.
    {C}, a source close to the board tells the {o}.
    {C}, sources within the board have confirmed to the {o}.
    {C}, two people with knowledge of the matter told the {o}.
    {C}, an official who talked to the {o} said.
    {C}, witnesses interviewed by the {o} said.
    Witnesses told the {o} {c}.
    Villagers contacted by the {o} said {c}.
    An engineer reached by the {o} said {c}.
    Speaking on condition of anonymity to the {o}, an official said {c}.
    On the {o}'s evidence {c}.
    {C}, as the {o} puts it.
    {C}, as the {o} was told.
    {C}, as the {o} noted.
    {C}, as noted in the {o}.
    Thanks to the {o} it is known that {c}.
    We know from the {o} that {c}.
    We have it from the {o} that {c}.
    The public owes to the {o} the knowledge that {c}.
    {C}, with reporting by the {o}.
    {C}, as seen in the {o}.
    {C}, as shown by the {o}.
    In a scoop, the {o} said {c}.
    In an exclusive, the {o} reported that {c}.
    Over at the {o} they write that {c}.
    Under the {o}'s headline, {c}.
    Today's {o} has the story: {c}.
    This morning's {o} says {c}.
    Writing in the {o}, Oda Kell said {c}.
    In its Tuesday edition, the {o} said {c}.
    In its Tuesday edition the {o} has it that {c}.
    The Tuesday edition of the {o} says {c}.
    An editorial in the {o} said {c}.
    The latest from the {o} is that {c}.
    """.splitlines()
    if line.strip()
)


@pytest.mark.parametrize(("number", "line"), list(enumerate(CITING)))
def test_who_names_a_report_as_the_place_of_its_words_leans_on_it(number: int, line: str) -> None:
    outlet = OUTLETS[number % len(OUTLETS)]
    told = reading(own(outlet), page("Selby Post", cited(line, outlet)))
    assert origins(told, "dam").at_most == 1


@pytest.mark.parametrize(("number", "line"), list(enumerate(CITING)))
def test_two_who_cite_an_outlet_that_is_none_of_the_reports_lean_on_it(number: int, line: str) -> None:
    outlet = OUTLETS[number % len(OUTLETS)]
    plain = cited("According to the {o}, {c}.", outlet)
    told = reading(page("Echo", plain), page("Selby Post", cited(line, outlet)))
    assert origins(told, "dam").at_most == 1


@pytest.mark.parametrize(
    "words",
    [
        "The Courier reported that the old dam gave way.",
        "The old dam gave way, the Courier said on Monday.",
        "The old dam gave way, according to Tuesday's Courier.",
        "The Ostmark Courier sent a diver down on Tuesday. The old dam gave way, the paper says.",
        "The Ostmark Courier sent a diver down on Tuesday. The newspaper's sources say the old dam gave way.",
        "The Ostmark Courier sent a diver down on Tuesday. Its report says the old dam gave way.",
        "The Ostmark Courier has two pages on it. The old dam gave way, an engineer told the paper.",
        "The Ostmark Courier has two pages on it. The old dam gave way, the daily adds.",
        "Ostmark Courier says that the old dam gave way.",
        "As Ostmark Courier revealed, the old dam gave way.",
        "OSTMARK COURIER: the old dam gave way.",
        "The old dam gave way. That is what the Ostmark Courier reported on Monday.",
        "The old dam gave way. So says the Ostmark Courier.",
        "The old dam gave way. This was reported by the Courier.",
    ],
)
def test_an_outlet_may_be_named_in_short_or_taken_up(words: str) -> None:
    told = reading(own("The Ostmark Courier"), page("Selby Post", words))
    assert origins(told, "dam").at_most == 1


@pytest.mark.parametrize(
    "line",
    [
        "This article first appeared in the Ostmark Courier.",
        "This story was originally published by the Ostmark Courier.",
        "Republished with permission from the Ostmark Courier.",
        "Reprinted by arrangement with the Ostmark Courier.",
        "From our partners at the Ostmark Courier.",
        "© 2024 Ostmark Courier",
        "Copyright the Ostmark Courier.",
        "Courtesy of the Ostmark Courier.",
        "This report comes from the Ostmark Courier.",
        "This piece is taken from the Ostmark Courier.",
        "First published by the Ostmark Courier.",
    ],
)
def test_a_line_may_tell_whose_the_whole_report_is(line: str) -> None:
    told = reading(own("The Ostmark Courier"), page("Selby Post", "At night the old dam gave way.", line))
    assert origins(told, "dam").at_most == 1


@pytest.mark.parametrize(
    "words",
    [
        "The old dam gave way near the Ostmark Courier building.",
        "The old dam gave way and flooded the offices of the Ostmark Courier.",
        "The Ostmark Courier lost its archive when the old dam gave way.",
        "The Ostmark Courier was sold on the day on which the old dam gave way.",
        "The old dam gave way opposite the Ostmark Courier.",
        "The old dam gave way on the day when Ada Holt bought the Ostmark Courier.",
        "A photographer for the Ostmark Courier was hurt when the old dam gave way.",
        "The Ostmark Courier's printing plant stood still after the old dam gave way.",
        "The old dam gave way, and the Ostmark Courier has not seen the papers.",
        "The old dam gave way in the night. (Photo: Ostmark Courier)",
        "The old dam gave way. The Ostmark Courier is sold at the kiosk there.",
        "The Ostmark Courier is sold at the kiosk there. In the night the old dam gave way.",
        "The old dam gave way and ended a long career at the Ostmark Courier.",
        "The old dam gave way while Ostmark Courier executives were meeting.",
        "The Ostmark Courier has cut ties with Ada Holt since the old dam gave way.",
        "The old dam gave way. Image copyright Ostmark Courier",
        "The old dam gave way in the night. | Odo Kern/Ostmark Courier",
    ],
)
def test_an_outlet_that_is_only_a_thing_is_not_leaned_on(words: str) -> None:
    told = reading(own("The Ostmark Courier"), page("Selby Post", words))
    assert roots(origins(told, "dam")) == {
        "The Ostmark Courier": "own_reporting",
        "Selby Post": "own_reporting",
    }


def test_an_outlet_whose_name_reads_as_that_of_a_person_is_the_outlet() -> None:
    told = reading(
        own("Ostmark Record"), page("Selby Post", "The old dam gave way, Ostmark Record revealed.")
    )
    assert roots(origins(told, "dam")) == {"Ostmark Record": "cited_outlet"}


def test_a_short_name_that_two_outlets_have_is_neither() -> None:
    told = reading(
        own("The Ostmark Courier"),
        page("Velmar Courier", "On Monday the old dam gave way."),
        page("Selby Post", "The old dam gave way, the Courier reported."),
    )
    assert origins(told, "dam").at_most == 3


def test_who_spoke_to_an_outlet_stands_behind_it() -> None:
    told = reading(
        own("The Ostmark Courier"),
        page("Selby Post", "Ada Holt said the old dam gave way, as quoted by the Ostmark Courier."),
    )
    assert set(roots(origins(told, "dam"))) == {"Ada Holt"}


def test_two_spokesmen_of_a_body_that_have_names_stay_two() -> None:
    told = reading(
        page("Gull Times", "Ina Voss, a spokeswoman for the Harbour Board, said that the old dam gave way."),
        page("Selby Post", "Odo Kern, a spokesman for the Harbour Board, said that the old dam gave way."),
    )
    assert set(roots(origins(told, "dam"))) == {"Ina Voss", "Odo Kern"}


@pytest.mark.parametrize(
    "words",
    [
        "The old dam gave way, so Ada Holt at a news conference.",
        "The old dam gave way. So said Ada Holt on Monday.",
        "The old dam gave way. That is what Ada Holt told the crowd.",
        "Ada Holt broke the news that the old dam gave way.",
    ],
)
def test_a_speaker_of_the_story_who_is_named_as_the_teller_stands_behind_it(words: str) -> None:
    told = reading(
        page("Gull Times", "Ada Holt told reporters that the old dam gave way above Tarn in the night."),
        page("Selby Post", words),
    )
    assert roots(origins(told, "dam")) == {"Ada Holt": "same_speaker"}


def test_what_one_reads_in_a_paper_is_the_papers() -> None:
    told = reading(
        page("Gull Times", "According to a letter to the harbour board, the old dam gave way above Tarn."),
        page("Selby Post", "In a letter to the harbour board one reads that the old dam gave way."),
    )
    assert [group.reason for group in origins(told, "dam").groups] == ["same_document"]


def test_a_paper_speaks_and_not_who_signed_it() -> None:
    told = reading(
        page("Gull Times", "According to a repair order signed by the Toll House, the old dam gave way."),
        page("Echo", "The Toll House said on Friday that the toll will rise."),
        page("Selby Post", "The old dam gave way, a repair order signed by the Toll House says."),
    )
    assert [group.reason for group in origins(told, "dam").groups] == ["same_document"]
