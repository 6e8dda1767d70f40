"""What a sentence cites is told by its structure, in the sentence itself, before it and behind it."""

from __future__ import annotations

import pytest
from tests.builders.citing import own
from tests.builders.newsroom import origins, page, reading, roots
from tests.builders.work import calls

from rashomon.corroboration.originheard import outlets_heard
from rashomon.corroboration.originpapers import papers_telling
from rashomon.corroboration.originpointing import points_back
from rashomon.language.datelinetags import tag_at
from rashomon.model import Span


@pytest.mark.parametrize(
    "words",
    [
        "The old dam gave way. The Ostmark Courier brought this to light.",
        "The old dam gave way. The revelation, printed in the Ostmark Courier, stunned Tarn.",
        "The old dam gave way. This is from the Ostmark Courier.",
        "The old dam gave way. Kudos to the Ostmark Courier.",
        "The Ostmark Courier went to print early on Monday. The upshot: the old dam gave way.",
    ],
)
def test_the_sentence_beside_it_may_tell_who_had_it(words: str) -> None:
    told = reading(own("The Ostmark Courier"), page("Selby Post", words))
    assert origins(told, "dam").at_most == 1


@pytest.mark.parametrize(
    ("before", "behind"),
    [(" This pleased the ", "."), (" The ", " denied this."), ("\n\nThat is the account of the ", ".")],
)
def test_a_sentence_that_tells_something_else_does_not_point_back(before: str, behind: str) -> None:
    assert not points_back(before, behind)


@pytest.mark.parametrize(
    "line",
    [
        "A memorandum of the Tarn Water Office leaves no doubt that the old dam gave way.",
        "The old dam gave way, as a memorandum of the Tarn Water Office makes plain.",
        "The old dam gave way. All of this is set down in a memorandum of the Tarn Water Office.",
    ],
)
def test_a_paper_tells_wherever_the_sentence_names_it(line: str) -> None:
    plain = "According to a memorandum of the Tarn Water Office, the old dam gave way."
    told = reading(page("Gull Times", plain), page("Selby Post", line))
    assert origins(told, "dam").at_most == 1


def test_papers_of_two_bodies_are_two() -> None:
    told = reading(
        page("Gull Times", "A memorandum of the Tarn Water Office says the old dam gave way."),
        page("Selby Post", "A memorandum of the Velmar Harbour Board says the old dam gave way."),
    )
    assert origins(told, "dam").at_most == 2


def test_a_paper_that_is_only_spoken_of_tells_nothing() -> None:
    line = "The old dam gave way on the day when the clerk lost a memorandum of the Tarn Water Office."
    assert not list(papers_telling(line, Span(0, len(line))))


def test_a_name_is_an_outlets_where_it_is_used_so() -> None:
    pages = [page("Gull Times", "The Merid New Dawn understands that the old dam gave way.")]
    assert list(outlets_heard(pages, ())) == ["Merid New Dawn"]
    assert not list(outlets_heard(pages, {"Merid New Dawn"}))


def test_a_name_that_is_a_place_is_no_outlets() -> None:
    told = "Readers of Merid Point were told. "
    assert list(outlets_heard([page("Gull Times", told)], ())) == ["Merid Point"]
    assert not list(outlets_heard([page("Gull Times", told + "The wind was strong near Merid Point.")], ()))


def test_names_are_heard_with_linear_work() -> None:
    def work(number: int) -> int:
        pages = [page("Gull Times", "Readers of Merid Dawn near Merid Point left. " * number)]
        return calls(lambda: list(outlets_heard(pages, ())))

    assert work(1_600) < 24 * work(100)


def test_who_told_our_reporter_is_who_told_others() -> None:
    told = reading(
        page("Gull Times", "The old dam gave way, Ada Holt said."),
        page("Selby Post", "Our reporter was told by Ada Holt that the old dam gave way."),
    )
    assert set(roots(origins(told, "dam"))) == {"Ada Holt"}


@pytest.mark.parametrize(
    "line",
    [
        "TARN // Merid Wire // The dam broke.",
        "Merid Wire in TARN: The dam broke.",
        "Merid Wire / TARN: The dam broke.",
    ],
)
def test_a_dateline_of_any_make_names_the_agency(line: str) -> None:
    found = tag_at(line, 0, len(line))
    assert found is not None
    assert found.of(line) == "Merid Wire"
