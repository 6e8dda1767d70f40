"""Whom a source's words mean: names, pronouns, roles, bodies, and nobody in particular."""

from __future__ import annotations

import pytest
from tests.builders.reporting import article, report, told

from rashomon.attribution import attribute
from rashomon.model import BlockKind, Fragment, Policy, Role, Source, SourceKind, Span, Tagging

PARAGRAPH, HEADLINE = BlockKind.PARAGRAPH, BlockKind.HEADLINE


def last_name(*paragraphs: str) -> str | None:
    return told(*paragraphs)[-1].name


def tagged(opening: str, source: str, cue: str, content: str) -> Source:
    """The source of a sentence in which a tagger finds these parts, behind an opening."""
    text = f"{opening} {source} {cue} {content}."
    at = len(opening) + 1
    fragments = []
    for role, words in ((Role.SOURCE, source), (Role.CUE, cue), (Role.CONTENT, content)):
        fragments.append(Fragment(role=role, span=Span(at, at + len(words)), score=0.9))
        at += len(words) + 1
    tagging = Tagging(fragments=tuple(fragments), links={"C0": -9.0, "Q0": -9.0})
    found = attribute(article((PARAGRAPH, text)), Policy(), tagging)
    assert found[-1].source is not None
    return found[-1].source.source


def tagged_name(opening: str, source: str, cue: str, content: str) -> str | None:
    return tagged(opening, source, cue, content).name


def test_a_surname_is_resolved_to_the_full_name() -> None:
    assert last_name("Ada Holt opened the sluice.", "“It rained,” Holt said.") == "Ada Holt"


def test_a_title_is_no_part_of_the_name() -> None:
    assert last_name("“It rained,” former Harbour Minister Ada Holt said.") == "Ada Holt"
    assert last_name("“It rained,” OHB spokesman Brig. Gen. Tom Rask told the paper.") == "Tom Rask"


@pytest.mark.parametrize(
    "source",
    [
        "the curator, Ada Holt,",
        "Ada Holt, the curator,",
        "The museum’s curator, Ada Holt,",
        "Ada Holt, 44, of Ostmark,",
        "Ada Holt, 44,",
        "Ada Holt (Green-Ostmark)",
        "The chairwoman of the Pilots’ Guild, Mrs Ada Holt,",
        "Her lawyer, Ada Holt of Holt & Rask,",
        "Ostmark Ambassador to Freeland Ada Holt",
    ],
)
def test_a_name_beside_a_role_is_the_name(source: str) -> None:
    assert last_name(f"“It rained,” {source} said.") == "Ada Holt"


def test_she_goes_on_speaking() -> None:
    assert last_name("Ada Holt said it rained.", "She continued, “It poured.”") == "Ada Holt"
    assert last_name("Ada Holt said it rained.", "However, she added, “It poured.”") == "Ada Holt"


def test_a_pronoun_minds_gender() -> None:
    words = "Mr. Lund met Ms. Holt at the sluice. “It rained,” {} said."
    assert last_name(words.format("she")) == "Holt"
    assert last_name(words.format("he")) == "Lund"


def test_gender_is_learnt_from_pronouns_elsewhere() -> None:
    found = told(
        "Ada Holt lost her key. She left.",
        "Bo Lund kept his.",
        "Bo Lund and Ada Holt met. “It rained,” she said.",
    )
    assert found[-1].name == "Ada Holt"


def test_two_people_equally_present_leave_a_pronoun_open() -> None:
    [statement] = told("Ada Holt and Kim Rask met at the sluice.", "“It rained,” they said.")
    assert statement.name is None


def test_a_role_goes_to_the_person_who_has_it() -> None:
    text = "Ada Holt, the bridge warden, met Bo Lund, a baker.", "“It rained,” the warden said."
    assert last_name(*text) == "Ada Holt"


def test_the_source_is_the_unnamed_source_before() -> None:
    first, second = told("A harbour source said that it rained.", "“It poured,” the source said.")
    assert first.descriptor == second.descriptor == "A harbour source"
    assert second.speaker_reason == "role"


def test_an_unnamed_source_keeps_its_descriptor_and_no_name() -> None:
    [statement] = told("Officials familiar with the talks said it rained.")
    assert (statement.kind, statement.name) == (SourceKind.UNNAMED, None)
    assert statement.descriptor == "Officials familiar with the talks"


def test_a_body_speaks_as_an_organisation() -> None:
    [statement] = told("The Ropemakers’ Trust said it rained.")
    assert (statement.kind, statement.name) == (SourceKind.ORGANISATION, "Ropemakers’ Trust")


def test_a_site_speaks_as_an_organisation() -> None:
    found = told("Tarnboats.org says that nine boats sank.")[-1]
    assert (found.kind, found.name) == (SourceKind.ORGANISATION, "Tarnboats.org")


def test_a_body_by_its_common_noun() -> None:
    assert last_name("The Ropemakers’ Trust met.", "The trust said it rained.") == "Ropemakers’ Trust"


def test_a_document_is_a_document() -> None:
    [statement] = told("The report said that it rained.")
    assert (statement.kind, statement.name) == (SourceKind.DOCUMENT, None)


def test_who_is_the_person_before_it() -> None:
    assert last_name("They met Ada Holt, who said that it rained.") == "Ada Holt"


def test_two_people_with_one_surname_are_told_apart_by_title() -> None:
    text = "Mr. Bo Holt met Mrs. Ada Holt.", "Mrs. Holt said it rained.", "Mr. Holt said it poured."
    found = told(*text)
    assert [s.name for s in found] == ["Ada Holt", "Bo Holt"]


@pytest.mark.parametrize(
    ("later", "name"),
    [
        ("He told first lady Mara Holt so.", "Holt"),
        ("His sister, Mara Holt, is a lawyer.", "Holt"),
        ("The president’s daughter and adviser, Mara Holt, sang.", "Holt"),
        ("Mara Holt, the president’s daughter, sang.", "Holt"),
        ("Mara Holt was elected in May. President Holt told the crowd that he was glad.", "Holt"),
        ("Odo Holt was elected in May.", "Odo Holt"),
        ("Voters chose President Odo Holt in May.", "Odo Holt"),
    ],
)
def test_a_titled_surname_is_not_short_for_whoever_is_brought_in_later_as_somebody_else(
    later: str, name: str
) -> None:
    first = "President Holt opened the sluice."
    assert last_name(first, later, "“It rained,” Holt said.") == name
    assert last_name(first, later, "“It rained,” President Holt said.") == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Odo Holt opened the sluice. Holt laughed, and Holt left.", "Odo Holt"),
        ("Odo Holt opened the sluice.", "Mara Holt"),
    ],
)
def test_whoever_went_by_the_surname_goes_on_doing_so(before: str, name: str) -> None:
    paragraphs = (before, "Mara Holt sang at the weir.", "“It rained,” Holt said.")
    assert last_name(*paragraphs) == name


def test_several_of_one_name_may_come_in_behind_a_title() -> None:
    later = "His sister, Mara Holt, is a lawyer. Her son, Karl Holt, is a judge."
    assert last_name("President Holt opened the sluice.", later, "“It rained,” Holt said.") == "Holt"


@pytest.mark.parametrize(
    ("later", "words", "name"),
    [
        ("His son, Odo Holt Jr., sang.", "Holt", "Odo Holt"),
        ("Odo Holt Jr. sang. Holt Jr. left.", "Holt Jr.", "Odo Holt Jr"),
        ("His son, Odo Holt Jr., sang.", "Odo Holt", "Odo Holt"),
        ("Odo Holt Jr. sang.", "Odo Holt", "Odo Holt Jr"),
    ],
)
def test_a_son_is_told_from_his_father(later: str, words: str, name: str) -> None:
    first = "President Odo Holt opened the sluice. Holt laughed, and Holt left."
    assert last_name(first, later, f"“It rained,” {words} said.") == name


def test_a_headline_in_capitals_introduces_nobody() -> None:
    found = report((HEADLINE, "Holt Says Rain Stopped"), (PARAGRAPH, "“It rained,” Mayor Ada Holt said."))
    assert [s.name for s in found] == ["Ada Holt", "Ada Holt"]


def test_a_named_speaker_is_one_source_in_every_article() -> None:
    one = attribute(article((PARAGRAPH, "“It rained,” Ada Holt said.")), Policy())
    two = attribute(article((PARAGRAPH, "Ada Holt said that it poured.")), Policy())
    assert one[0].source is not None
    assert two[0].source is not None
    assert one[0].source.source.id == two[0].source.source.id


def test_an_unnamed_source_is_bound_to_its_article() -> None:
    one = attribute(article((PARAGRAPH, "A source said that it rained.")), Policy())
    two = attribute(article((PARAGRAPH, "A source said that it poured.")), Policy())
    assert one[0].source is not None
    assert two[0].source is not None
    assert one[0].source.source.id != two[0].source.source.id


def test_other_languages_are_left_alone() -> None:
    one = article((PARAGRAPH, "“It rained,” Ada Holt said."), language="de")
    assert attribute(one, Policy()) == ()


def test_a_town_named_in_passing_is_not_who_she_is() -> None:
    words = "Mayor Holt opened the sluice at Port Amber.", "“It rained,” she said."
    assert last_name(*words) == "Holt"


def test_a_body_beside_its_role_is_the_body() -> None:
    assert last_name("The operator, Amber Ferries, said it rained.") == "Amber Ferries"


def test_a_role_without_an_article_in_a_headline() -> None:
    found = report((HEADLINE, "Warden: Sluice was shut"), (PARAGRAPH, "Ada Holt, the bridge warden, left."))
    assert found[0].name == "Ada Holt"


def test_he_inside_a_quotation_is_whom_its_speaker_brought_in() -> None:
    before = "Bertil Rask, the old harbourmaster, drowned in March. Ada Holt spoke on Monday."
    quoted = (
        "“When we lost Rask, the pier was to close. Two days later we met. Then I had a young captain, "
        "who was calm. I said, ‘Do we sail?’ He said, ‘We can.’”"
    )
    speaker = told(before, f"{quoted} Holt told the board.")[-1]
    assert (speaker.name, speaker.descriptor) == (None, "a young captain")


def test_he_inside_a_quotation_is_nobody_brought_in_after_him() -> None:
    quoted = "“Bertil Rask came to me. He said, ‘We can.’ Then a pilot left.”"
    assert "Bertil Rask" in [source.name for source in told(f"{quoted} Ada Holt told the board.")]


def test_a_name_inside_a_quotation_speaks_the_inner_words() -> None:
    outer, inner = told("“Bo Lund told me, ‘It rained,’” Ada Holt said.")
    assert (outer.name, inner.name) == ("Ada Holt", "Bo Lund")


def test_a_body_beside_a_role_is_the_body() -> None:
    [found] = told("The contractor, Rask & Marsh, said the wall would hold.")
    assert (found.name, found.kind) == ("Rask & Marsh", SourceKind.ORGANISATION)


def test_another_countrys_minister_is_not_the_one_named() -> None:
    words = "Lena Storm, the Ostmark minister, met Kit Vane. “It rained,” {} said."
    assert last_name(words.format("the Ostmark minister")) == "Lena Storm"
    assert last_name(words.format("the Ostmarkian minister")) == "Lena Storm"
    assert last_name(words.format("Freeland’s minister")) is None


def test_which_of_two_leaders_is_told_by_the_party() -> None:
    words = "The Labour leader, Bo Lund, and the Reed leader, Ada Holt, met. “It rained,” the {} leader said."
    assert last_name(words.format("Labour")) == "Bo Lund"
    assert last_name(words.format("Reed")) == "Ada Holt"


def test_a_former_president_is_not_the_president() -> None:
    words = "President Bo Lund met former President Ada Holt. “It rained,” the {} said."
    assert last_name(words.format("president")) == "Bo Lund"
    assert last_name(words.format("former president")) == "Ada Holt"


def test_two_joined_subjects_leave_a_pronoun_open() -> None:
    assert last_name("Kit Holt and Bo Lund met.", "“It rained,” she said.") is None


def test_nobody_is_both_he_and_she() -> None:
    found = told(
        "Ada Holt met Bo Lund. “It rained,” she said.", "“It poured,” she added.", "“It hailed,” he said."
    )
    assert [f.name for f in found] == ["Ada Holt", "Ada Holt", "Bo Lund"]


def test_a_noun_that_opens_a_sentence_is_no_name() -> None:
    [found] = told("Plans for a sluice suggest that it will rain. They were old plans.")
    assert found.name is None


def test_which_means_the_body_right_before_it() -> None:
    assert last_name("Fellow Coast OPAL member Freeland, which said it was dry, signed.") == "Freeland"


def test_may_is_a_name_before_a_verb() -> None:
    [found] = told("On Sunday Prime Minister Theda May confirmed that it rained.")
    assert (found.name, found.cue) == ("Theda May", ["confirmed"])


def test_letters_behind_a_name_are_no_surname() -> None:
    assert last_name("Ada Holt KC rose.", "“It rained,” Holt said.") == "Ada Holt"


def test_sir_and_a_given_name_mean_the_one_so_called() -> None:
    assert last_name("Sir Osric Holt rose.", "“It rained,” Sir Osric said.") == "Osric Holt"


# -- words that a tagger takes for sources


@pytest.mark.parametrize(
    ("source", "cue"),
    [("Holt herself", "said"), ("The chairwoman herself", "said"), ("Mr. King himself", "said")],
)
def test_an_emphatic_pronoun_is_no_part_of_the_source(source: str, cue: str) -> None:
    named = {"Holt herself": "Ada Holt", "The chairwoman herself": "Ada Holt", "Mr. King himself": "Ben King"}
    opening = "Chairwoman Ada Holt and Ben King opened the sluice."
    assert tagged_name(opening, source, cue, "the pier stays") == named[source]


def test_a_possessive_is_the_name() -> None:
    assert tagged_name("Ada Holt opened the sluice.", "Holt’s", "claim", "that it rained") == "Ada Holt"


def test_a_double_possessive_stays_whole() -> None:
    source = tagged("Ada Holt opened the sluice.", "a friend of Holt’s", "said", "it rained")
    assert (source.name, source.descriptor) == (None, "a friend of Holt’s")


def test_dashes_part_a_name_from_what_explains_it() -> None:
    source = "Holt -- co-editor of Debating the Pier, a history of planks -- "
    assert tagged_name("Ada Holt opened the sluice.", source.strip(), "said", "it rained") == "Ada Holt"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Ada Holt, ", "Ada Holt"),
        ("Ada Holt of Ostmark, ", "Ada Holt"),
        ("Ada Holt, the head of the Pilots’ Guild, ", "Ada Holt"),
        ("Ada Holt, a clerk at the Harbour Office ", "Ada Holt"),
        ("Ada Holt is a former clerk ", "Ada Holt"),
        ("Ada Holt met a pilot ", None),
        ("Ada Holt, the head of the Pilots’ Guild, met a pilot ", None),
        ("Ada Holt opened the hall for pilots ", None),
    ],
)
def test_who_stands_for_the_name_beside_it_or_explained_there(before: str, name: str | None) -> None:
    assert tagged_name(before.strip(), "who", "said", "it rained") == name


def test_which_stands_for_a_body() -> None:
    opening = "Ada Holt, head of the Pilots’ Guild, and the Ferry Union,"
    assert tagged_name(opening, "which", "said", "it rained") == "Ferry Union"


def test_a_noun_before_which_is_what_it_stands_for() -> None:
    source = tagged("Ada Holt wrote to a lower court,", "which", "held", "that it rained")
    assert (source.name, source.descriptor) == (None, "a lower court")


def test_whoever_spoke_before_goes_on_under_another_description() -> None:
    first = "“It rained,” Ada Holt said in a letter."
    assert last_name(first, "“It poured,” the governor continued.") == "Ada Holt"
    assert last_name(first, "“It poured,” the letter continued.") == "Ada Holt"
    assert last_name(first, "“It poured,” the governor said.") is None
    assert last_name(first, "“It poured,” a governor added.") is None


def test_who_goes_on_has_the_gender_of_the_role() -> None:
    first = "“It rained,” Mr. Ben Holt said."
    assert last_name(first, "“It poured,” the spokeswoman continued.") is None
    assert last_name(first, "“It poured,” the spokesman continued.") == "Ben Holt"


def test_a_body_of_that_kind_is_no_person_named_beside_it() -> None:
    assert last_name("The campaign of Ada Holt met.", "“It rained,” the campaign said.") is None


@pytest.mark.parametrize(
    "source", ["The rector, the Rev Ada Holt,", "The inquiry’s chair, retired judge Ada Holt,"]
)
def test_words_that_go_with_a_name_do_not_part_it_from_its_noun(source: str) -> None:
    assert tagged_name("It rained on the loft.", source, "said", "it poured") == "Ada Holt"


@pytest.mark.parametrize(
    ("source", "descriptor"),
    [
        ("A letter from the board, dated 4 May and attached to the report,", "A letter from the board"),
        ("one bass, who asked to be called B,", "one bass"),
        ("the report of May, seen by the Courier,", "the report of May"),
        ("critics,", "critics"),
        ("a keeper (of lamps)", "a keeper (of lamps)"),
    ],
)
def test_a_descriptor_goes_without_what_a_comma_parts_from_it(source: str, descriptor: str) -> None:
    assert tagged("It rained.", source, "said", "it poured").descriptor == descriptor
