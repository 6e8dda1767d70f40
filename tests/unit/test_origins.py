"""At most how many origins: what collapses, what does not, and what a person may decide."""

from __future__ import annotations

import pytest
from tests.builders.newsroom import origins, page, reading, roots

from rashomon.corroboration.originrulings import rulings_followed
from rashomon.model import BlockKind, Claim, ClaimKind, NodeKind, OriginReason, OriginRuling

DAM = "the old dam above Tarn gave way on Monday night, flooding forty houses in the lower town"
DECK = (BlockKind.DECK, "The old dam gave way, according to Ostmark media.")


def test_one_speaker_is_one_root_however_many_heard_her() -> None:
    told = reading(
        page("Gull Times", f"Ada Holt told reporters that {DAM}."),
        page("Selby Post", "Mayor Ada Holt told the Selby Post that the old dam gave way."),
        page("Echo", "The old dam gave way, Ada Holt told Corvian Radio."),
    )
    [root] = origins(told, "dam").groups
    assert (root.root, root.reason) == ("Ada Holt", OriginReason.SAME_SPEAKER)
    assert len(root.articles) == 3
    assert [told.article(id_).input for id_ in root.witnesses] == ["Gull Times.txt", "Selby Post.txt"]


def test_two_speakers_are_two_roots_though_they_stood_on_one_stage() -> None:
    told = reading(
        page("Gull Times", f"At a news conference Ada Holt said that {DAM}."),
        page("Selby Post", f"At a news conference Lido Brankov said that {DAM}."),
    )
    assert roots(origins(told, "dam")) == {"Ada Holt": "same_speaker", "Lido Brankov": "same_speaker"}


def test_a_vague_deck_is_what_the_body_tells_by_somebody() -> None:
    told = reading(
        page("Gull Times", f"An engineer told the Merid news site that {DAM}.", over=[DECK]),
    )
    [root] = origins(told, "dam").groups
    assert (root.root, root.reason) == ("An engineer", OriginReason.UNNAMED_THROUGH_OUTLET)
    [summary] = [c for c in root.collapses if c.reason is OriginReason.SUMMARY_OF_BODY]
    assert [p.span.of(told.articles[0].text) for p in summary.places][:1] == ["Ostmark media"]


def test_one_unnamed_source_of_one_outlet_is_one_and_so_is_who_leans_on_the_outlet() -> None:
    told = reading(
        page("Gull Times", f"An engineer told Corvian Radio that {DAM}."),
        page("Selby Post", "The old dam gave way, an unnamed engineer told Corvian Radio."),
        page("Echo", "The old dam gave way, Corvian Radio reported."),
    )
    assert origins(told, "dam").at_most == 1


def test_unnamed_sources_of_two_outlets_may_be_two() -> None:
    told = reading(
        page("Gull Times", f"An engineer told Corvian Radio that {DAM}."),
        page("Selby Post", "The old dam gave way, an engineer told the Velmar Gazette."),
    )
    assert origins(told, "dam").at_most == 2


def test_whom_a_source_is_said_to_have_spoken_to_knows_it() -> None:
    told = reading(
        page("Gull Times", f"An engineer told Corvian Radio that {DAM}."),
        page("Selby Post", "An engineer who spoke to Corvian Radio said the old dam gave way."),
    )
    assert origins(told, "dam").at_most == 1


def test_a_sentence_that_names_a_speaker_or_a_paper_of_the_story_leans_on_it() -> None:
    told = reading(
        page("Gull Times", f"Ada Holt told reporters that {DAM}."),
        page("Selby Post", "In the words of Ada Holt, the old dam gave way."),
        page("Echo", f"According to a survey by the Water Office, {DAM}."),
        page("Herald", "The wording of a survey by the Water Office is that the old dam gave way."),
    )
    assert len(origins(told, "dam").groups) == 2


def test_two_unnamed_sources_that_one_report_tells_apart_are_two() -> None:
    told = reading(
        page(
            "Gull Times",
            f"An engineer told Corvian Radio that {DAM}.",
            "Two divers told Corvian Radio that the old dam gave way.",
        ),
        page("Selby Post", "The old dam gave way, an engineer told Corvian Radio."),
    )
    assert origins(told, "dam").at_most == 2


def test_who_cites_a_report_leans_on_what_stands_behind_that() -> None:
    told = reading(
        page("Gull Times", f"Ada Holt told the Gull Times that {DAM}."),
        page("Selby Post", "The old dam gave way, the Gull Times reported."),
        page("Echo", "The old dam gave way, according to the Selby Post."),
    )
    [root] = origins(told, "dam").groups
    assert root.root == "Ada Holt"
    assert len(root.articles) == 3


@pytest.mark.parametrize(
    "credit",
    [
        "The collapse was first reported by the Gull Times.",
        "The Gull Times, which broke the story, has pictures.",
        "The Gull Times was first to report the news.",
    ],
)
def test_a_credit_beside_the_words_is_leaned_on(credit: str) -> None:
    told = reading(page("Gull Times", f"T{DAM[1:]}."), page("Selby Post", "The old dam gave way.", credit))
    [root] = origins(told, "dam").groups
    assert (root.root, root.reason) == ("Gull Times", OriginReason.FIRST_REPORTED)


def test_reporting_by_an_outlet_is_leaned_on() -> None:
    told = reading(
        page("Gull Times", f"T{DAM[1:]}."),
        page("Selby Post", "Reporting by the Gull Times shows that the old dam gave way."),
        page("Echo", "The old dam gave way (source: Gull Times)."),
    )
    assert roots(origins(told, "dam")) == {"Gull Times": "cited_outlet"}


@pytest.mark.parametrize(
    ("over", "start"),
    [
        ([(BlockKind.BYLINE, "By Tern Wire")], ""),
        ([(BlockKind.BYLINE, "Oda Kell, Tern Wire")], ""),
        ([], "TARN, March 5 (Tern Wire) — "),
    ],
)
def test_reprints_of_a_wire_are_one(over: list[tuple[BlockKind, str]], start: str) -> None:
    told = reading(
        page("Gull Times", f"{start}T{DAM[1:]}.", over=over),
        page("Selby Post", "SELBY, March 5 (Tern Wire) — The old dam gave way."),
        page("Echo", "The old dam gave way."),
    )
    assert roots(origins(told, "dam")) == {"Tern Wire": "wire", "Echo": "own_reporting"}


def test_a_picture_by_an_agency_makes_no_text_of_an_agency() -> None:
    credit = [(BlockKind.CREDIT, "Oda Kell/Tern Wire")]
    told = reading(page("Gull Times", f"T{DAM[1:]}.", under=credit))
    assert roots(origins(told, "dam")) == {"Gull Times": "own_reporting"}


def test_a_copied_passage_is_its_originals() -> None:
    told = reading(
        page("Gull Times", f"Late in the evening t{DAM[1:]}.", published="2024-03-04"),
        page("Selby Post", "It was cold.", f"Late in the evening t{DAM[1:]}.", published="2024-03-05"),
    )
    [root] = origins(told, "dam").groups
    assert (root.root, root.reason) == ("Gull Times", OriginReason.COPIED_TEXT)
    assert root.collapses[0].places


def test_a_circle_of_citations_is_one_root_and_is_named() -> None:
    told = reading(
        page("Gull Times", f"T{DAM[1:]}, the Selby Post reported."),
        page("Selby Post", "The old dam gave way, the Gull Times reported."),
    )
    found = origins(told, "dam")
    assert [group.reason for group in found.groups] == [OriginReason.CIRCULAR]
    assert {frozenset(circle) for circle in found.circles} == {frozenset(one.id for one in told.articles)}
    assert any(step.circular for step in found.graph.steps)


@pytest.mark.parametrize("days", [(None, None), ("2024-03-04", "2024-03-05")])
def test_a_circle_of_citations_stays_one_where_text_is_shared_too(
    days: tuple[str | None, str | None],
) -> None:
    told = reading(
        page("Gull Post", f"According to the Harbour Daily, {DAM}.", published=days[0]),
        page("Harbour Daily", f"According to the Gull Post, {DAM}.", published=days[1]),
    )
    assert told.copies
    found = origins(told, "dam")
    assert [group.reason for group in found.groups] == [OriginReason.CIRCULAR]
    assert [c.evidence.reason for group in found.groups for c in group.collapses] == ["circle"]
    assert {frozenset(circle) for circle in found.circles} == {frozenset(one.id for one in told.articles)}
    assert [step.circular for step in found.graph.steps] == [True, True]


def test_shared_text_without_a_known_first_is_no_circle_of_citations() -> None:
    told = reading(page("Gull Post", f"T{DAM[1:]}."), page("Harbour Daily", "It was cold.", f"T{DAM[1:]}."))
    found = origins(told, "dam")
    assert ([group.reason for group in found.groups], found.circles) == ([OriginReason.COPIED_TEXT], ())


def test_the_body_speaks_by_its_spokeswoman() -> None:
    told = reading(
        page("Gull Times", f"Ina Voss, a spokeswoman for the Harbour Board, said that {DAM}."),
        page("Selby Post", "The Harbour Board said the old dam gave way."),
        page("Echo", "The old dam gave way, a Harbour Board spokesman said."),
    )
    assert roots(origins(told, "dam")) == {"Harbour Board": "same_speaker"}
    alone = reading(page("Gull Times", f"Ina Voss, a spokeswoman for the Harbour Board, said that {DAM}."))
    assert roots(origins(alone, "dam")) == {"Ina Voss": "same_speaker"}


def test_a_paper_called_in_short_and_in_full_is_one() -> None:
    told = reading(
        page("Gull Times", f"According to a letter from the water board, {DAM}."),
        page("Selby Post", "The letter says the old dam gave way."),
    )
    assert [group.reason for group in origins(told, "dam").groups] == [OriginReason.SAME_DOCUMENT]


def test_own_people_are_a_root_beside_a_speaker() -> None:
    told = reading(
        page("Gull Times", f"Ada Holt said that {DAM}.", "Our reporter said the old dam gave way."),
    )
    assert roots(origins(told, "dam")) == {"Ada Holt": "same_speaker", "Our reporter": "own_reporting"}


@pytest.mark.parametrize(
    "who", ["Our Investigations Team", "our Harbour Bureau", "Our Data Unit", "our desk"]
)
def test_the_teams_of_two_houses_are_two(who: str) -> None:
    told = reading(
        page("Gull Times", f"{who} said {DAM}."), page("Selby Post", f"{who} said that the old dam gave way.")
    )
    found = origins(told, "dam")
    assert found.at_most == 2
    assert {group.reason for group in found.groups} == {OriginReason.OWN_REPORTING}


@pytest.mark.parametrize(
    "who",
    ["Gull Times reporter Oda Kell", "Oda Kell of the Gull Times", "Oda Kell, writing in the Gull Times,"],
)
def test_a_reporter_is_the_outlet_he_reports_for(who: str) -> None:
    told = reading(
        page("Gull Times", f"Ada Holt told reporters that {DAM}."),
        page("Selby Post", f"{who} said the old dam gave way."),
    )
    assert roots(origins(told, "dam")) == {"Ada Holt": "same_speaker"}


def test_who_is_quoted_in_an_outlet_does_not_report_for_it() -> None:
    told = reading(
        page("Gull Times", f"T{DAM[1:]}."),
        page("Selby Post", "Ada Holt said in the Gull Times that the old dam gave way."),
    )
    assert roots(origins(told, "dam"))["Ada Holt"] == "same_speaker"


def test_pages_of_one_outlet_are_one_newsroom() -> None:
    told = reading(page("Gull Times", f"T{DAM[1:]}."), page("Gull Times", "On Monday the old dam gave way."))
    assert origins(told, "dam").at_most == 1
    cited = reading(*told.articles, page("Echo", "The old dam gave way, the Gull Times reported."))
    assert origins(cited, "dam").at_most == 1


def test_two_reports_with_nothing_behind_them_are_two_at_most() -> None:
    told = reading(page("Gull Times", f"T{DAM[1:]}."), page("Selby Post", "On Monday the old dam gave way."))
    assert roots(origins(told, "dam")) == {"Gull Times": "own_reporting", "Selby Post": "own_reporting"}


def test_the_nodes_are_those_of_the_graph_of_transmission() -> None:
    told = reading(page("Gull Times", f"Ada Holt told Corvian Radio that {DAM}."))
    assert {node.id for node in origins(told, "dam").graph.nodes} == {n.id for n in told.transmission.nodes}
    assert {node.kind for node in told.transmission.nodes} == {
        NodeKind.NAMED,
        NodeKind.CARRIER,
        NodeKind.REPORT,
    }


TWO = (
    page("Gull Times", f"Ada Holt told reporters that {DAM}."),
    page("Selby Post", "On Monday the old dam gave way."),
)


@pytest.mark.parametrize(("first", "second"), [("ada holt", "SELBY POST"), ("Selby Post", "Ada Holt")])
def test_a_person_may_say_that_two_roots_are_one(first: str, second: str) -> None:
    ruling = OriginRuling(first=first, second=second, same=True)
    found = origins(reading(*TWO), "dam", ruling)
    assert [group.reason for group in found.groups] == [OriginReason.RULED]
    assert len(found.groups[0].articles) == 2
    assert rulings_followed([_claim(found)], [ruling]) == (ruling,)


def test_a_person_may_say_that_one_root_is_two() -> None:
    pages = (
        page("Gull Times", f"An engineer told Corvian Radio that {DAM}."),
        page("Selby Post", "The old dam gave way, Corvian Radio reported."),
    )
    ruling = OriginRuling(first="an engineer", second="Selby Post", same=False)
    found = origins(reading(*pages), "dam", ruling)
    assert roots(found) == {"An engineer": "unnamed_through_outlet", "Selby Post": "ruled"}
    assert [len(group.articles) for group in found.groups] == [1, 1]
    assert rulings_followed([_claim(found)], [ruling]) == (ruling,)


def test_a_ruling_that_nothing_answers_to_changes_nothing() -> None:
    plain = origins(reading(*TWO), "dam")
    for same in (True, False):
        ruling = OriginRuling(first="Ada Holt", second="The Moon", same=same)
        found = origins(reading(*TWO), "dam", ruling)
        assert found == plain
        assert rulings_followed([_claim(found)], [ruling]) == ()


def _claim(found: object) -> Claim:
    return Claim(
        kind=ClaimKind.MIXED,
        head="wd",
        wordings=(),
        joins=(),
        positions=(),
        origins=found,  # type: ignore[arg-type]
    )


def test_one_act_is_quoted_in_the_same_words() -> None:
    quoted = "“The old dam above Tarn gave way on Monday night {} the lower town,”"
    same = reading(
        page("Gull Times", f"{quoted.format('and flooded')} Ada Holt told reporters."),
        page("Selby Post", f"{quoted.format('and flooded')} a rescue worker told the Selby Post."),
    )
    assert set(roots(origins(same, "dam"))) == {"Ada Holt"}
    other = reading(
        page("Gull Times", f"{quoted.format('and flooded')} Ada Holt told reporters."),
        page(
            "Selby Post",
            "“The old dam above Tarn broke on Monday while forty slept in the town,” a rescue worker said.",
        ),
    )
    assert len(origins(other, "dam").groups) == 2


@pytest.mark.parametrize(
    ("teller", "roots_"),
    [
        ("“{}” Ada Holt told reporters.", {"Ada Holt"}),
        ("Ina Brandt, the mayor of Sund, came to Tarn. “{}” she said.", {"Ada Holt"}),
        ("“{}” the statement said.", {"Ada Holt"}),
        ("“{}” Ina Brandt said.", {"Ada Holt", "Ina Brandt"}),
    ],
)
def test_one_act_has_one_speaker_though_a_report_calls_him_otherwise_than_by_name(
    teller: str, roots_: set[str]
) -> None:
    quoted = "The old dam above Tarn gave way on Monday night and flooded the lower town,"
    told = reading(
        page("Gull Times", f"“{quoted}” Ada Holt told reporters."),
        page("Selby Post", teller.format(quoted)),
    )
    assert set(roots(origins(told, "dam"))) == roots_


def test_a_turn_of_phrase_that_two_reports_share_makes_no_copy() -> None:
    crack = "as many as 56 cracks on the north side of its wall."
    first = page(
        "Selby Post",
        f"Since the frost the Tarn dam loses water by {crack}",
        "The fair on the green opens on Saturday with a run of old buses, and the ferry sails until ten.",
        published="2024-03-05",
    )
    other = page(
        "Gull Times",
        f"The dam above Tarn leaks at {crack}",
        "Odo Kern has been made head of the school in Sund, where he taught chemistry for eleven years.",
        published="2024-03-06",
    )
    assert origins(reading(first, other), "56 cracks").at_most == 2


def test_minutes_are_a_paper_whoever_quotes_them() -> None:
    told = reading(
        page("Gull Times", "Minutes of the Tarn Safety Panel state that the old dam gave way."),
        page("Selby Post", "The old dam gave way, according to minutes of the Tarn Safety Panel."),
    )
    assert [group.reason.value for group in origins(told, "dam").groups] == ["same_document"]


def test_two_of_one_trade_who_speak_do_not_contradict_each_other() -> None:
    told = reading(
        page("Gull Times", "Freya Velding, a school principal, said that the old dam above Tarn gave way."),
        page("Selby Post", "Mara Quine, a school principal, said that the old dam above Tarn gave way."),
    )
    assert told.conflicts == ()
