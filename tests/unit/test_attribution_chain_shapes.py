"""Further shapes in which reports tell through whom words came, each on invented text."""

from __future__ import annotations

import pytest

from rashomon.attribution import attribute
from rashomon.attribution.cutting import Page, cut
from rashomon.attribution.drafts import Draft
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.misread import reread, told_inside
from rashomon.attribution.relays import ways_of
from rashomon.model import Article, Block, BlockKind, Mode, Policy, Publisher, Span, Statement


def article(*paragraphs: str, publisher: str | None = None, foot: str | None = None) -> Article:
    parts = [*paragraphs, *([foot] if foot else [])]
    text, blocks, at = "\n\n".join(parts), [], 0
    for number, part in enumerate(parts):
        kind = BlockKind.CREDIT if number == len(paragraphs) else BlockKind.PARAGRAPH
        blocks.append(Block(kind=kind, span=Span(at, at + len(part))))
        at += len(part) + 2
    own = Publisher(name=publisher) if publisher else None
    return Article(input="-", text=text, blocks=tuple(blocks), publisher=own)


def statements(*paragraphs: str, publisher: str | None = None, foot: str | None = None) -> list[Statement]:
    found = attribute(article(*paragraphs, publisher=publisher, foot=foot), Policy())
    return [s for s in found if s.parent is None]


def names(statement: Statement) -> list[str]:
    return [relay.name for relay in statement.chain]


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        # platforms known by a noun, by what is posted, behind any verb of speech
        ("“It rained,” Ada Holt wrote on the messaging app Quillo.", ["Quillo"]),
        ("Ada Holt claimed on Quillo that it rained.", ["Quillo"]),
        ("Ada Holt claimed in a Quillo clip that it rained.", ["Quillo"]),
        ("Ada Holt said in a Quillo Q&A that it rained.", ["Quillo"]),
        ("Ada Holt said in a post on the museum’s Quillo page that it rained.", ["Quillo"]),
        ("Ada Holt ran for the Cabinet post and said that it rained.", []),
        ("As she put it to the Ostmark Post, Ada Holt said that it rained.", ["Ostmark Post"]),
        # names that only outlets bear beside such words
        ("Per Reedline, Ada Holt said that it rained.", ["Reedline"]),
        ("Ada Holt told Hob Lines, a newsletter about kitchens, that it rained.", ["Hob Lines"]),
        ("Ada Holt told Hob Lines, a newspaper editor, that it rained.", []),
        ("Ada Holt told Saturday Reed, which first printed the picture, that it rained.", ["Saturday Reed"]),
        ("Ada Holt told listeners to Radio Corrie’s Reed Hour that it rained.", ["Radio Corrie’s Reed Hour"]),
        # who asks
        ("Pressed by the presenter, Maud Kerr, Ada Holt said that it rained.", ["Maud Kerr"]),
        ("“It rained,” Ada Holt said when the anchor, Maud Kerr, asked about the bells.", ["Maud Kerr"]),
        (
            "“It rained,” Ada Holt told the Ostmark Courier’s food critic, Maud Kerr.",
            ["Maud Kerr", "Ostmark Courier"],
        ),
        (
            "Sitting down with Maud Kerr and Finn Rask for the “First Light” podcast, Holt said it rained.",
            ["Maud Kerr", "Finn Rask", "First Light"],
        ),
        (
            "Asked by Ostmark News’s Maud Kerr about it, Ada Holt said that it rained.",
            ["Maud Kerr", "Ostmark News"],
        ),
        # who handed on, in a relative clause or behind a participle
        ("In a letter that the Ostmark Courier printed, Ada Holt said that it rained.", ["Ostmark Courier"]),
        ("In a letter that her son let me read, Ada Holt said that it rained.", ["her son"]),
        ("In a video filmed by a passer-by, Ada Holt said that it rained.", ["a passer-by"]),
        (
            "“It rained,” Ada Holt said in a press release put out by Morrow University.",
            ["Morrow University"],
        ),
        ("In a memo leaked to the group Open Reed, Ada Holt said that it rained.", ["the group Open Reed"]),
        ("Ada Holt said in a notice that the Ostmark Courier had shared the figures.", []),
        # who reports, in a press review
        (
            "Ada Holt was quoted early in the day by the Ostmark Courier as saying that it rained.",
            ["Ostmark Courier"],
        ),
        ("The Ostmark Courier has a ‘mill hand’ as its hero, Ada Holt said.", []),
        ("In the Ostmark Courier’s account, Ada Holt also said that it rained.", ["Ostmark Courier"]),
        (
            "Finn Rask, Holt’s lawyer, quoted her client as saying that it rained.",
            ["Finn Rask, Holt’s lawyer"],
        ),
    ],
)
def test_hops_are_told_by_the_words_of_the_sentence(text: str, hops: list[str]) -> None:
    [statement] = statements(text)[-1:]
    assert names(statement) == hops


@pytest.mark.parametrize(
    ("text", "who", "hops"),
    [
        ("The Ostmark Courier has Ada Holt saying that it rained.", "Ada Holt", ["Ostmark Courier"]),
        ("The Ostmark Courier has it from a clerk that it rained.", "a clerk", ["Ostmark Courier"]),
        (
            "The Ostmark Courier leads with a promise by the mayor, Ada Holt, that it will rain.",
            "the mayor, Ada Holt",
            ["Ostmark Courier"],
        ),
        (
            "Ada Holt was reported by the Ostmark Courier to have told friends that it rained.",
            "Ada Holt",
            ["Ostmark Courier"],
        ),
        (
            "The Ostmark Courier, citing court papers, reported that it rained.",
            "court papers",
            ["Ostmark Courier"],
        ),
    ],
)
def test_an_outlet_that_gives_anothers_words_is_not_the_speaker(text: str, who: str, hops: list[str]) -> None:
    [statement] = statements(text)
    assert statement.source is not None
    assert statement.source.span is not None
    assert statement.source.span.of(text) == who
    assert names(statement) == hops


WIRE = ("OSTMARK (Merid) – The mill burned, Ada Holt said.", "Ada Holt told Merid that it rained.")


@pytest.mark.parametrize(
    ("foot", "hops"),
    [
        ("Translated from the Corvian by The Vessel Observer", ["Merid"]),
        ("© 2031 Vessel Valley Leader", ["Merid"]),
        ("© Merid", []),
        ("© Ada Holt", []),
    ],
)
def test_the_foot_of_a_page_tells_whether_a_wire_is_anothers(foot: str, hops: list[str]) -> None:
    assert [names(s) for s in statements(*WIRE, foot=foot)] == [hops, hops]


def test_a_name_in_brackets_within_a_sentence_is_no_wire() -> None:
    [statement] = statements("“It rained,” said the delegates from the Quay (Morrow) – the oldest of them.")
    assert names(statement) == []


def test_whoever_is_told_on_a_programme_asks_there() -> None:
    found = statements("The mayor, Ada Holt, has been on Radio Corrie. “It rained,” she told Maud Kerr.")
    assert [names(s) for s in found] == [["Maud Kerr", "Radio Corrie"]]


def test_a_speech_before_people_came_through_no_outlet() -> None:
    first = "In a post on Chirrup, Ada Holt said that it rained."
    assert names(statements(first, "“It rained,” Holt said in the address.")[-1]) == []
    assert names(statements(first, "“It rained,” Holt said in the post.")[-1]) == ["Chirrup"]


def test_an_asker_is_known_by_the_surname_afterwards() -> None:
    found = statements("“It rained,” Ada Holt told reporter Maud Kerr.", "“It poured,” Holt told Kerr.")
    assert [names(s) for s in found] == [["Maud Kerr"], ["Kerr"]]


def test_what_is_handed_on_again_comes_outward_of_what_carried_it_first() -> None:
    found = statements(
        "Ada Holt claimed in a Quillo clip that it rained. "
        "“It poured,” she says in the clip, which Finn Rask then reposted on Chirrup."
    )
    assert names(found[-1]) == ["Quillo", "Finn Rask", "Chirrup"]


def draft(
    text: str, content: tuple[str, ...], cue: str, source: str | None, mode: Mode
) -> tuple[Page, Draft]:
    """What a tagger might have found in this sentence."""
    page = cut(article(text))
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in content]
    at = None if source is None else Span(text.index(source), text.index(source) + len(source))
    found = Draft(
        mode=mode,
        content=spans,
        cue=[Span(text.index(cue), text.index(cue) + len(cue))],
        source=at,
        rule=StatementRule.TAGGED,
        sentence=0,
    )
    return page, found


def repaired(text: str, content: tuple[str, ...], cue: str, source: str | None, mode: Mode) -> list[Draft]:
    page, found = draft(text, content, cue, source, mode)
    return reread(page, 0, [found], ways_of(page.article, page.sentences).marks[0])


def test_what_follows_the_cue_of_a_quotation_is_not_quoted() -> None:
    text = "“It rained,” she said to host Maud Kerr."
    [found] = repaired(text, ("“It rained,”", "to host Maud Kerr"), "said", "she", Mode.MIXED)
    assert [c.of(text) for c in found.content] == ["“It rained,”"]
    assert found.mode is Mode.DIRECT


def test_who_stands_behind_the_cue_says_it() -> None:
    text = "It rained, hinted a clerk, on Sunday."
    [found] = repaired(text, ("It rained", "a clerk"), "hinted", None, Mode.INDIRECT)
    assert found.source is not None
    assert found.source.of(text) == "a clerk"
    assert [c.of(text) for c in found.content] == ["It rained"]


def test_who_reports_what_another_told_is_no_piece_of_it() -> None:
    text = "It rained, a clerk told Radio Corrie, the Ostmark Courier reports."
    [found] = repaired(text, ("It rained", "the Ostmark Courier reports"), "told", "a clerk", Mode.INDIRECT)
    assert [c.of(text) for c in found.content] == ["It rained"]


def test_words_in_a_letter_are_its_writers() -> None:
    text = "Finn Rask passed us a letter in which the mayor, Ada Holt, told him that it rained."
    whole = "a letter in which the mayor, Ada Holt, told him that it rained"
    [found] = repaired(text, (whole,), "passed", "Finn Rask", Mode.INDIRECT)
    assert found.source is not None
    assert found.source.of(text) == "the mayor, Ada Holt,"
    assert [c.of(text) for c in found.content] == ["that it rained"]


@pytest.mark.parametrize(
    ("content", "who", "said"),
    [
        (
            "Two clerks who worked there said the mill was sold",
            "Two clerks who worked there",
            "the mill was sold",
        ),
        ("Holt told the crew last week to leave the mill", "Holt", "to leave the mill"),
        ("before the fire a man posted links to his plan", None, None),
        ("Holt’s notes from the mill contained one word", None, None),
        ("prices fell after the owner said demand was weak", None, None),
    ],
)
def test_who_is_said_to_say_what_is_told_by_the_first_speech_verb(
    content: str, who: str | None, said: str | None
) -> None:
    text = f"The Ostmark Courier reported that {content}."
    page, found = draft(text, (content,), "reported", "The Ostmark Courier", Mode.INDIRECT)
    inner = told_inside(page, found)
    assert (inner is None) == (who is None)
    if inner is not None and inner.source is not None:
        assert (inner.source.of(text), inner.content[0].of(text)) == (who, said)
