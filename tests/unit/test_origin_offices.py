"""A speaker whom one report names and another calls by the office is one; two who may hold it stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.newsroom import origins, page, reading, roots

from rashomon.model import OriginReason


def told(named: str, called: str) -> set[str | None]:
    """The roots of one claim in two reports."""
    dossier = reading(
        page("Gull Times", f"{named} the old dam gave way."),
        page("Selby Post", f"{called} the old dam gave way."),
    )
    return set(roots(origins(dossier, "dam")))


@pytest.mark.parametrize(
    ("named", "called", "root"),
    [
        ("Governor Ana Ruiz told reporters that", "The governor said", "Ana Ruiz"),
        ("Governor Ana Ruiz told reporters that", "According to the governor,", "Ana Ruiz"),
        ("Governor Ana Ruiz told reporters that", "Ruiz said", "Ana Ruiz"),
        ("Ana Ruiz, the governor of Ostmark, said", "The Ostmark governor said", "Ana Ruiz"),
        ("The fire chief, Lido Brankov, said", "The fire chief said", "Lido Brankov"),
        ("Prime Minister Odo Kern said", "The prime minister said", "Odo Kern"),
        ("Foreign Minister Kim Dae-Ro said", "The foreign minister said", "Kim Dae-Ro"),
        ("U.S. Attorney Odo Kern said", "The U.S. attorney said", "Odo Kern"),
        ("Judge Oda Kell said", "The judge said", "Oda Kell"),
        ("Republican Sen. Ada Holt said", "The Republican senator said", "Ada Holt"),
    ],
)
def test_the_holder_of_an_office_is_whom_another_report_names(named: str, called: str, root: str) -> None:
    assert told(named, called) == {root}


@pytest.mark.parametrize(
    ("named", "called"),
    [
        ("Foreign Minister Kim Dae-Ro said", "The interior minister said"),
        ("President Ada Holt of Ostmark said", "The Corvian president said"),
        ("Mayor Ada Holt said", "A mayor in the valley said"),
        ("Ada Holt, a hydrologist, said", "The hydrologist said"),
        ("Former governor Ana Ruiz said", "The governor said"),
    ],
)
def test_another_office_is_another_speaker(named: str, called: str) -> None:
    assert len(told(named, called)) == 2


def test_an_office_that_two_persons_hold_here_is_neither_s() -> None:
    dossier = reading(
        page("Gull Times", "Governor Ana Ruiz said that the old dam gave way."),
        page("Echo", "Governor Lido Brankov said that the old dam gave way."),
        page("Selby Post", "The governor said that the old dam gave way."),
    )
    assert origins(dossier, "dam").at_most == 3


def test_who_speaks_for_a_person_is_one_by_either_name_of_the_person() -> None:
    named = "Ina Voss, Holt's spokeswoman, said after Ada Holt had left that"
    assert len(told(named, "A spokeswoman for Ada Holt said")) == 1


@pytest.mark.parametrize("office", ["office", "press office", "campaign", "legal team"])
def test_a_person_s_office_is_one_however_the_apostrophe_is_written(office: str) -> None:
    assert len(told(f"Holt's {office} said", f"Holt’s {office} said")) == 1
    assert len(told(f"Holt's {office} said", f"Kern's {office} said")) == 2


def test_the_author_of_a_signed_text_is_who_tells_it() -> None:
    own = replace(
        page("Gull Times", "The old dam above Tarn gave way on Monday night."), byline=("By Ada Holt",)
    )
    dossier = reading(own, page("Selby Post", "Ada Holt said on Tuesday that the old dam gave way."))
    [group] = origins(dossier, "dam").groups
    assert (group.root, group.reason) == ("Ada Holt", OriginReason.SAME_SPEAKER)


def test_a_byline_of_somebody_else_makes_no_speaker() -> None:
    own = replace(
        page("Gull Times", "The old dam above Tarn gave way on Monday night."), byline=("By Odo Kern",)
    )
    dossier = reading(own, page("Selby Post", "Ada Holt said on Tuesday that the old dam gave way."))
    assert set(roots(origins(dossier, "dam"))) == {"Gull Times", "Ada Holt"}
