"""Who was wrongly taken for a source in real reports, told in invented ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.builders.newsroom import origins, page, reading, roots
from tests.builders.saying import said

from rashomon.corroboration.originphrases import body_beside, body_called
from rashomon.corroboration.originpointing import points_back
from rashomon.corroboration.origintelling import performs, tells
from rashomon.language.names import find_names
from rashomon.model import Article, Policy, Span, Stance
from rashomon.wiring import articles_of, dossier_of, models_for

OWN = "The harbour bridge was closed to lorries all week."
SPEECH = "Mayor Ada Holt told a meeting that the ferries would be sold."


@pytest.mark.parametrize(
    "line",
    [
        "Although the harbour bridge was closed to lorries all week, Mayor Ada Holt said trade had grown.",
        "The harbour bridge was closed to lorries all week, and Mayor Ada Holt said it would open soon.",
        "The harbour bridge was closed to lorries all week despite a late boost from Mayor Ada Holt.",
        "The harbour bridge was closed to lorries all week, with members including Tom Rask, who said "
        "Ada Holt was right to wait.",
        "So Ada Holt left the hall when the harbour bridge was closed to lorries all week.",
    ],
)
def test_who_says_another_thing_beside_it_is_no_origin(line: str) -> None:
    told = reading(page("Gull Times", OWN), page("Selby Post", line, SPEECH))
    assert "Ada Holt" not in roots(origins(told, "bridge was closed"))


def test_the_next_sentence_points_back_only_where_its_object_does() -> None:
    assert points_back(" The ", " said it on Friday.")
    assert not points_back(" Ahead of it, ", " said it would close.")
    assert not points_back(" Ahead of it, ", " campaign workers said that hundreds came.")


@pytest.mark.parametrize(
    "line",
    [
        "The Port Board |is set to announce| a toll",
        "Ada Holt |has tried to deny| entry to the crews",
        "Ada Holt |denied| entry to anyone without a card",
        "STEM |refers to| science and engineering",
    ],
)
def test_what_is_ahead_or_another_verb_is_not_told(line: str) -> None:
    assert not tells(*said(line))


def test_what_somebody_answers_is_not_told_by_him() -> None:
    line = "Ada Holt |tweeted| in response to a report that the bank would lend the port ten crowns"
    assert not tells(*said(line, told="the bank"))
    assert tells(*said("Ada Holt |tweeted| that the bank would lend the port ten crowns"))


def test_who_vows_or_denies_tells_that() -> None:
    assert performs(*said("Ada Holt |vowed| to sue the board"))
    assert performs(*said("Ada Holt |has denied| knowing of the meeting"))
    assert not performs(*said("Ada Holt |signed| the deed"))
    assert not performs(*said("Ada Holt |is expected to deny| it"))


def test_a_body_that_reports_call_alike_is_one() -> None:
    found = origins(
        reading(
            page("Gull Times", "The old dam gave way on Sunday, the district office said."),
            page("Selby Post", "The old dam gave way on Sunday, according to the district office."),
        ),
        "dam",
    )
    assert roots(found) == {"the district office": "same_speaker"}
    assert body_called("an official") is None
    assert body_called("officials") is None


def test_a_deputy_speaks_for_the_body_before_the_title() -> None:
    text = "Port Palace deputy press secretary Ina Gild said so."
    at = text.index("Ina")
    assert body_beside(text, at, at + len("Ina Gild")) == "Port Palace"


def test_a_verb_before_the_speaker_is_no_given_name() -> None:
    for text, name in (
        ("Said Holt, “It is unfair.”", "Holt"),
        ("Said Holt, the mayor, left.", "Said Holt"),
        ("Overall Corvia has told of ten.", "Corvia"),
    ):
        assert [found.name for found in find_names(text, Span(0, len(text)))] == [name]


def test_an_agencys_writers_at_the_foot_show_whose_text_it_is() -> None:
    foot = "Tern Wire writer Ina Voss in Tarn contributed to this report."
    found = origins(
        reading(page("Gull Times", "The old dam gave way on Sunday.", foot), page("Selby Post", OWN)), "dam"
    )
    assert roots(found) == {"Tern Wire": "wire"}


def test_an_outlet_that_had_another_thing_first_is_not_behind_this_one() -> None:
    first = "The Ostmark Courier was the first to report the bill."
    dam = "The old dam gave way on Sunday, and the valley was under water."
    found = origins(reading(page("Gull Times", first, dam), page("Selby Post", OWN)), "dam")
    assert roots(found) == {"Gull Times": "own_reporting"}


def test_who_goes_by_a_surname_is_the_only_speaker_who_bears_it() -> None:
    told = reading(
        page("Gull Times", "“The old dam was never safe,” Holt said on Sunday."),
        page("Selby Post", "“The old dam was never safe,” Mayor Ada Holt said on Sunday."),
        page("Tarn Echo", "Odo Holt, a baker, and Ina Holt, a nurse, were fined on Monday."),
    )
    assert origins(told, "never safe").at_most == 1


def test_she_does_not_make_a_woman_of_whom_only_the_surname_is_told() -> None:
    text = (
        "President Holt met Ina Voss on Monday. “It is over,” President Holt said. She will stay until May. "
        "President Holt said he was sorry for his words. President Holt left. She stayed."
    )
    dossier = reading(page("Gull Times", text))
    assert {f.name: f.appearances[0].gender for f in dossier.figures}["Holt"] != "she"


@pytest.mark.parametrize("story", ["harbour-interview", "night-ferry"])
def test_each_report_that_says_a_claim_leans_on_a_root(story: str) -> None:
    folder = Path(__file__).parents[2] / "examples" / story
    pages = [one for one in articles_of([str(folder)], Policy(), None) if isinstance(one, Article)]
    elsewhere = 0
    for claim in dossier_of(pages, Policy(), models=models_for("auto")).claims:
        rooted = {article for group in claim.origins.groups for article in group.articles}
        saying = [one for one in claim.positions if one.stance is Stance.SAYS]
        assert {one.article for one in saying} <= rooted
        elsewhere += sum(bool(one.elsewhere) for one in saying)
    assert elsewhere  # else nothing was held that the wordings do not show by themselves


def test_the_newspaper_is_the_only_one_named_some_paragraphs_before() -> None:
    told = reading(
        page("Ostmark Courier", "The tents in the camp have no water."),
        page(
            "Selby Post",
            "The crews sleep in the harbour camp, according to the Ostmark Courier.",
            "They came in May.",
            "Nobody has told them when they may leave.",
            "The tents in the camp have no water, the newspaper reported.",
        ),
    )
    assert origins(told, "no water").at_most == 1
