"""Who tells a thing is a root of it; who does, wants, suffers it, or is told it, is none."""

from __future__ import annotations

import pytest
from tests.builders.newsroom import origins, page, reading, roots
from tests.builders.saying import said

from rashomon.corroboration.origintelling import holds, tells
from rashomon.model import Mode, SourceKind


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holt |said| that the dam is safe",
        "Ada Holt |has repeatedly warned| that the dam is weak",
        "Ada Holt |quipped| that the dam leaks",
        "Ada Holt |called for| a new dam",
        "Ada Holt |hit back| that the dam is safe",
        "Ada Holt |made the case| that the dam is safe",
        "Ada Holt |made it clear| that the dam is safe",
        "Ada Holt |agreed| that the dam is safe",
        "Ada Holt |did not deny| that the dam leaks",
        "Ada Holt |has not ruled out| that the dam leaks",
        "Ada Holt |was quoted as saying| that the dam leaks",
        "Ada Holt |found| that the dam leaks",
        "Ada Holt |, in a letter,| gave the dam ten years",
        "Ada Holt |accused| the board of hiding a leak",
    ],
)
def test_who_says_writes_or_finds_tells(line: str) -> None:
    assert tells(*said(line))


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holt |believes| the dam is safe",
        "Ada Holt |signed| the order that closes the dam",
        "Ada Holt |decided| that the dam be closed",
        "Ada Holt |wants| the dam closed",
        "Ada Holt |was told| that the dam is safe",
        "Ada Holt |had been informed| that the dam is safe",
        "Ada Holt |was accused| of hiding a leak",
        "Ada Holt |has not said| whether the dam is safe",
        "Ada Holt |did not reveal| where the dam leaks",
        "Ada Holt |declined to say| whether the dam is safe",
        "Ada Holt |agreed| to close the dam",
        "Ada Holt |imposed| a ban on walks below the dam",
        "Ada Holt |called| a recess until the dam was looked at",
    ],
)
def test_who_does_holds_or_is_told_it_does_not_tell(line: str) -> None:
    assert not tells(*said(line))


def test_words_in_quotation_marks_were_said_whatever_their_cue() -> None:
    assert tells(*said("Ada Holt |sneezed| “the dam is safe as houses”", mode=Mode.DIRECT))
    assert tells(*said("Ada Holt |signed| the order against “that old wall”", mode=Mode.MIXED))
    assert not tells(*said("The order |ends| the “old wall” rule", mode=Mode.MIXED, kind=SourceKind.DOCUMENT))


def test_of_papers_other_verbs_tell() -> None:
    line = "The register |lists| the dam as sound"
    assert tells(*said(line, kind=SourceKind.DOCUMENT))
    assert not tells(*said(line))


def test_what_is_in_a_mind_is_held() -> None:
    assert holds(*said("Ada Holt |believes| the dam is safe"))
    assert not holds(*said("Ada Holt |signed| the order that closes the dam"))


@pytest.mark.parametrize(
    "words",
    [
        "Voters in Tarn fear that the old dam gave way.",
        "The council decided to act before the old dam gave way.",
        "The bill ends all work on the wall where the old dam gave way.",
        "It is believed that the old dam gave way.",
        "Odo Kern has not said whether the old dam gave way.",
    ],
)
def test_what_nobody_tells_is_the_reports_own(words: str) -> None:
    assert roots(origins(reading(page("Gull Times", words)), "dam")) == {"Gull Times": "own_reporting"}


def test_what_a_teller_of_the_claim_believes_elsewhere_he_told() -> None:
    told = reading(
        page("Gull Times", "Ada Holt said on Monday that the old dam above Tarn is safe."),
        page("Selby Post", "Ada Holt believes that the old dam is safe."),
    )
    assert roots(origins(told, "dam")) == {"Ada Holt": "same_speaker"}


def test_what_somebody_only_believes_gives_way_to_who_tells_it_in_the_same_report() -> None:
    told = reading(
        page(
            "Gull Times",
            "Many villagers fear that the old dam gave way.",
            "Ina Voss said on Tuesday that the old dam gave way in the night.",
        )
    )
    assert roots(origins(told, "dam")) == {"Ina Voss": "same_speaker"}
