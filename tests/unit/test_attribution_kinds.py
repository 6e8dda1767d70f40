"""As what kind of source words are taken: by their head noun, by what stands before a name, by *it*."""

from __future__ import annotations

import pytest
from tests.builders.reporting import article

from rashomon.attribution import attribute
from rashomon.model import BlockKind, Fragment, Policy, Role, Source, SourceKind, Span, Tagging

P, O, D, U, I = SourceKind  # noqa: E741 - a letter a kind, as columns of the tables below


def source_of(
    source: str, *, before: str = "", cue: str = "suggests", block: BlockKind = BlockKind.PARAGRAPH
) -> Source:
    """The source of “SOURCE suggests a new bridge”, behind other sentences."""
    text = f"{before} {source} {cue} a new bridge for Ostmark".strip()
    at = text.rindex(f"{source} {cue}")
    verb = at + len(source) + 1
    fragments = (
        Fragment(role=Role.SOURCE, span=Span(at, at + len(source)), score=0.9),
        Fragment(role=Role.CUE, span=Span(verb, verb + len(cue)), score=0.9),
        Fragment(role=Role.CONTENT, span=Span(verb + len(cue) + 1, len(text)), score=0.9),
    )
    tagging = Tagging(fragments=fragments, links={"C0": -9.0, "Q0": -9.0})
    found = [s for s in attribute(article((block, text)), Policy(), tagging) if s.source is not None]
    mention = found[-1].source
    assert mention is not None
    return mention.source


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the agencies", O),
        ("one of the unions", O),
        ("the non-profit", O),
        ("two of the charities that run the ferries", O),
        ("law enforcement", O),
        ("the police", O),
        ("a polling average", D),
        ("the news accounts", D),
        ("this latest spot, which will run on the island,", D),
        ("the results here", D),
        ("a series of leaked memos", D),
        ("a study by an old ferryman, Ada Holt,", D),
        ("her memoir Low Tide", D),
        ("the Ostmark Poll", D),
        ("his candidacy", I),
        ("the discussion", I),
        ("conventional wisdom", I),
        ("the open contests", I),
        ("a majority of voters", U),
        ("43 percent of ferrymen", U),
        ("two people familiar with the plan", U),
        ("a chorus of prominent pilots", U),
        ("a group of dockers", U),
        ("the voters surveyed", U),
        ("Ostmark Republicans", U),
        ("House Democrats", U),
        ("an Ostmark Democrat", U),
        ("a 46-year-old fact-checker", U),
        ("the media", U),
    ],
)
def test_the_head_noun_tells_the_kind(words: str, kind: SourceKind) -> None:
    found = source_of(words)
    assert (found.kind, found.name) == (kind, None)


def test_the_words_of_a_source_without_a_name_are_its_descriptor() -> None:
    assert source_of("conventional wisdom").descriptor == "conventional wisdom"


def test_bill_is_a_given_name_and_an_act() -> None:
    met = "Bill Holt met Ada Rask."
    assert source_of("Holt", before=met) == Source(kind=P, name="Bill Holt")
    assert source_of("the Harbour Water Bill").kind is D


def test_a_hyphenated_title_is_no_part_of_the_name() -> None:
    assert source_of("Tidings Editor-in-Chief Ada Holt").name == "Ada Holt"


def test_a_surname_in_capitals_is_the_person_and_initials_are_not() -> None:
    met = "Ada Holt met the pilots."
    assert source_of("HOLT", before=met) == Source(kind=P, name="Ada Holt")
    assert source_of("OPG", before=met).kind is O


@pytest.mark.parametrize("words", ["Poll", "Report"])
def test_a_writing_that_opens_a_headline_is_no_body(words: str) -> None:
    assert source_of(words, block=BlockKind.HEADLINE).kind is D


def test_a_newspaper_keeps_its_name() -> None:
    assert source_of("the Ostmark Post") == Source(kind=O, name="Ostmark Post")
    assert source_of("The Post", before="It rained.").name == "Post"


def test_of_several_the_one_with_a_name_speaks() -> None:
    assert source_of("Holt and her supporters", before="Ada Holt met the pilots.").name == "Ada Holt"


@pytest.mark.parametrize("words", ["The operator, Isles Passage,", "the agency Isles Passage"])
def test_a_name_beside_the_noun_for_a_body_is_that_bodys(words: str) -> None:
    assert source_of(words) == Source(kind=O, name="Isles Passage")


def test_a_title_behind_the_noun_for_a_body_still_shows_a_person() -> None:
    assert source_of("state Rep. Ada Holt") == Source(kind=P, name="Ada Holt")


@pytest.mark.parametrize(
    ("before", "kind", "named"),
    [
        ("The Pilots’ Guild met on Monday.", O, "The Pilots’ Guild"),
        ("A letter went round the harbour.", D, "A letter"),
        ("Ada Holt read the report of the harbour board. She laughed.", D, "the report"),
        ("“The board is asleep,” a sign read over the letter.", D, "a sign"),
        ("Ada Holt laughed.", I, "It"),
    ],
)
def test_it_is_a_body_or_something_written_and_never_people(
    before: str, kind: SourceKind, named: str
) -> None:
    found = source_of("It", before=before)
    assert found.kind is kind
    assert (found.name or found.descriptor or "") in named


@pytest.mark.parametrize(
    ("before", "pronoun", "kind"),
    [
        ("Ada Holt read letters in 2014", "that", D),
        ("Ada Holt won in open contests,", "which", I),
        ("Ada Holt shared the quay with dockers", "who", U),
    ],
)
def test_a_relative_pronoun_has_the_kind_of_its_noun(before: str, pronoun: str, kind: SourceKind) -> None:
    assert source_of(pronoun, before=before).kind is kind
