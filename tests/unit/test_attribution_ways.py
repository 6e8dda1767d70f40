"""The hops that the words of a sentence tell, shape by shape, on invented text."""

from __future__ import annotations

import pytest
from tests.builders.work import calls

from rashomon.attribution import attribute
from rashomon.attribution.cutting import cut
from rashomon.attribution.outlets import Outlets
from rashomon.attribution.relays import PATTERNS
from rashomon.attribution.scenes import Pattern, Scene
from rashomon.language.tokens import TokenKind
from rashomon.model import Article, Block, BlockKind, Policy, Relay, Span, Statement

SHAPES: list[tuple[str, list[str]]] = [
    ("“It rained,” Ada Holt told Vantage.", ["Vantage"]),
    ("“It rained,” Ada Holt told Vantage on Sunday.", ["Vantage"]),
    ("Ada Holt told Vantage that it rained.", ["Vantage"]),
    ("Ada Holt told Tom Rask that it rained.", []),
    ("Ada Holt told Rask that it rained. Tom Rask left. Rask laughed.", []),
    ("Ada Holt told Congress that it rained.", []),
    ("Ada Holt told Ruland that it rained. Crowds in Ruland cheered.", []),
    ("Ada Holt told Radio Corrie’s “First Light” that it rained.", ["Radio Corrie’s “First Light”"]),
    ("Ada Holt told ORN’s “First Light” that it rained.", ["ORN’s “First Light”"]),
    ("Ada Holt told “First Light” host Maud Kerr that it rained.", ["Maud Kerr", "First Light"]),
    ("Ada Holt told Maud Kerr, host of “First Light,” that it rained.", ["Maud Kerr", "First Light"]),
    ("Ada Holt told a reporter for the news agency Altamar that it rained.", ["Altamar"]),
    ("Ada Holt told a reporter from Radio Corrie that it rained.", ["Radio Corrie"]),
    ("Ada Holt told ORN correspondent Maud Kerr that it rained.", ["Maud Kerr", "ORN"]),
    (
        (
            "Asked by Ostmark News Correspondent Maud Kerr whether it rained, Ada Holt said that it "
            "had snowed."
        ),
        ["Maud Kerr", "Ostmark News"],
    ),
    (
        "Ada Holt told the Ostmark Courier, the Norra Echo and Radio Corrie that it rained.",
        ["Ostmark Courier", "Norra Echo", "Radio Corrie"],
    ),
    ("The weekly Le Quai was told by a district officer that the dam was safe.", ["Le Quai"]),
    ("Ada Holt told the UK paper that it rained.", ["UK paper"]),
    ("Ada Holt told a local radio station that it rained.", ["a local radio station"]),
    ("Ada Holt told a dinner of fruit merchants that it rained.", []),
    ("In an interview the day after the vote with Vantage, Ada Holt said that it rained.", ["Vantage"]),
    (
        "Ada Holt said in an interview with Ostmark News Channel’s “First Light” that it rained.",
        ["Ostmark News Channel’s “First Light”"],
    ),
    ("In an interview to the Corvian-language channel Kuro TV, Ada Holt said that it rained.", ["Kuro TV"]),
    ("In an interview with Vantage published on Sunday, Ada Holt said that it rained.", ["Vantage"]),
    ("In an interview on the “First Light Show,” Ada Holt said that it rained.", ["First Light Show"]),
    ("In a Vantage interview, Ada Holt said that it rained.", ["Vantage"]),
    ("In an interview that aired Sunday on Kuro, Ada Holt said that it rained.", ["Kuro"]),
    ("Appearing on Radio Corrie on Monday, Ada Holt said that it rained.", ["Radio Corrie"]),
    ("“It rained,” Ada Holt said during an appearance on Kuro’s “Morning Meet.”", ["Kuro’s “Morning Meet.”"]),
    (
        "Interviewed by Maud Kerr on Radio Corrie, Ada Holt said that it rained.",
        ["Maud Kerr", "Radio Corrie"],
    ),
    ("Speaking to news agency ORN, Ada Holt said that it rained.", ["ORN"]),
    ("Speaking on the podcast Runway, Ada Holt said that it rained.", ["Runway"]),
    ("In an interview on Friday, Ada Holt said that it rained.", []),
    ("“It rained,” Ada Holt wrote on Chirrup.", ["Chirrup"]),
    ("“It rained,” Ada Holt says on Chirrup.", ["Chirrup"]),
    ("Ada Holt posted on Chirrup that it rained.", ["Chirrup"]),
    ("“It rained,” Ada Holt said in a video posted to Chirrup.", ["Chirrup"]),
    ("“It rained,” Ada Holt said in a video she shared on Chirrup.", ["Chirrup"]),
    ("In a message on her Chirrup account, Ada Holt said that it rained.", ["Chirrup"]),
    ("“It rained,” Ada Holt said on Monday.", []),
    ("“It rained,” Ada Holt said on Ostmark Hill.", []),
    ("“It rained,” Ada Holt said on her website.", []),
    ("“It rained,” Ada Holt wrote in a post.", []),
    ("In a memo obtained by Vantage, Ada Holt wrote that it rained.", ["Vantage"]),
    ("In an email that the Ostmark Courier has seen, Ada Holt wrote that it rained.", ["Ostmark Courier"]),
    (
        "The Ostmark Courier has obtained a letter in which Ada Holt wrote that it rained.",
        ["Ostmark Courier"],
    ),
    (
        (
            "In a leaked cable published by the website Open Drawer and quoted by the Norra Star, Ada"
            " Holt wrote that the roof had been sold."
        ),
        ["Open Drawer", "Norra Star"],
    ),
    (
        (
            "An engineer’s report, obtained by the Norra Gazette and summarised by Adria, says that "
            "the mud would not bear a crane. Adria is an agency. The news agency Adria was first."
        ),
        ["Norra Gazette", "Adria"],
    ),
    (
        (
            "Ada Holt told engineers that it would rain, according to messages obtained by the "
            "newsletter Flat File."
        ),
        ["Flat File"],
    ),
    ("Ada Holt told aides that it would rain, according to two people present.", ["two people present"]),
    ("“It rained,” Ada Holt told aides, according to Vantage.", ["Vantage"]),
    (
        ("In a filing, first reported by the trade site Rotorhead, Parcelo said that eleven boats sank."),
        ["Rotorhead"],
    ),
    ("In a letter to the Ostmark Courier, Ada Holt said that it rained.", ["Ostmark Courier"]),
    ("In an op-ed for the Ostmark Courier, Ada Holt wrote that it rained.", ["Ostmark Courier"]),
    ("Writing in Vantage magazine, Ada Holt said that it rained.", ["Vantage"]),
    ("In a column in Vantage, Ada Holt wrote that it rained.", ["Vantage"]),
    ("Police played a video in which a pilot says that he strayed over the border.", ["Police"]),
    (
        "In a recorded message circulated by his lawyers, Tom Rask urged the villagers to stay.",
        ["his lawyers"],
    ),
    ("In a statement read out by her son, Ada Holt said that it rained.", ["her son"]),
    ("In a statement issued through her agent, Ada Holt said that it rained.", ["her agent"]),
    ("In a letter released by his office, Tom Rask said that it rained.", ["his office"]),
    ("In a statement released by the Holt family, Ada Holt said that it rained.", ["the Holt family"]),
    ("Through a spokeswoman, Ada Holt said that it rained.", ["a spokeswoman"]),
    ("Speaking through his agent, Tom Rask told reporters that it rained.", ["his agent"]),
    ("Ada Holt said in a message relayed by her lawyer, Tom Rask, that it rained.", ["her lawyer"]),
    ("In her memoir, A Bowl in the Wings, Ada Holt writes that it rained.", ["A Bowl in the Wings"]),
    ("In the documentary “The Last Encore,” Ada Holt says that it rained.", ["The Last Encore"]),
    ("In his new book, “The Long Rope,” Tom Rask writes that it rained.", ["The Long Rope"]),
    ("In his autobiography The Long Rope, Tom Rask writes that it rained.", ["The Long Rope"]),
    (
        (
            "“It rained,” Ada Holt told the radio station Baya One, according to the Sabana Star, "
            "which was cited by the broadcaster Littoral."
        ),
        ["Baya One", "Sabana Star", "Littoral"],
    ),
    (
        (
            "“It rang twice,” diver Enzo Tarn told presenter Milla Voss on Lagoon TV’s “High Water”, "
            "the Pontine Gazette reported in an account that was carried by the agency Adria."
        ),
        ["Milla Voss", "Lagoon TV’s “High Water”", "Pontine Gazette", "Adria"],
    ),
    (
        (
            "“He carried it,” Ada Holt told a reporter for the news agency Alta Press, as carried by "
            "the daily La Cumbre and later repeated by Radio Reina."
        ),
        ["Alta Press", "La Cumbre", "Radio Reina"],
    ),
    (
        ("Ada Holt told Radio Reina that it rained, the magazine Corral wrote, quoting the station."),
        ["Radio Reina", "Corral"],
    ),
    (
        (
            "Gia Moro was quoted by the website Bell Watch as telling the Norra Gazette that the bell"
            " was hers."
        ),
        ["Norra Gazette", "Bell Watch"],
    ),
    ("“Cold soup is an opinion,” Tom Rask was quoted by Aria Daily as saying.", ["Aria Daily"]),
    ("“Cold soup is an opinion,” Tom Rask was quoted as saying by Aria Daily.", ["Aria Daily"]),
    ("Tom Rask was quoted as saying by the Norra agency that it rained.", ["Norra"]),
    (
        "As per a report in the Norra Chronicle, Ada Holt told the ministry that it rained.",
        ["Norra Chronicle"],
    ),
    ("In remarks carried by the Citrus Trader, Ada Holt called it “a gift to gin”.", ["Citrus Trader"]),
    ("In comments reported by Vantage, Ada Holt said that it rained.", ["Vantage"]),
    (
        ("The Norra Echo reports, quoting the Spanish daily El Faro, that Ada Holt called it a gift."),
        ["El Faro", "Norra Echo"],
    ),
    ("Vantage, citing two officials, reported that it rained.", ["Vantage"]),
    ("Two officials, cited by Vantage, said that it rained.", ["Vantage"]),
    ("Vantage reported that Ada Holt had told it the dam was safe.", ["Vantage"]),
    ("Quoting an unnamed officer, the Norra Echo said that it rained.", ["Norra Echo"]),
    ("According to the Norra Echo, Ada Holt said that it rained.", ["Norra Echo"]),
    ("According to Vantage, which cited two officials, the dam is safe.", ["Vantage"]),
    ("Ada Holt said that it rained, according to Vantage.", ["Vantage"]),
    ("Ada Holt has said that it rained, Vantage reports.", ["Vantage"]),
    ("“It rained,” Ada Holt told Vantage, which is owned by Tom Rask.", ["Vantage"]),
    ("State television quoted Ada Holt as saying that it rained.", ["State television"]),
    ("Ada Holt said it rained, state media reported.", ["state media"]),
    ("Ada Holt said that it rained, the state-run news agency Tavra reported.", ["Tavra"]),
    ("Ada Holt said in testimony before a committee that it rained.", []),
    ("Ada Holt said in a statement to Vantage that it rained.", ["Vantage"]),
    ("Ada Holt said in a statement to the media that it rained.", []),
    ("Ada Holt said in an email to Vantage on Monday that it rained.", ["Vantage"]),
    ("Drafting a statement to the Norra Echo, Ada Holt thought that it rained.", []),
    ("The Norra Echo report says that it rained.", []),
    ("Media coverage on Twitter angered Ada Holt, who said that it rained.", []),
    ("Ada Holt warned that an attack on Vantage was near.", []),
    (("Officials had created the model reported by the Norra Echo. Ada Holt said that it rained."), []),
    ("Claims against television personality Tom Rask were false, Ada Holt said.", []),
    ("“It rained,” Ada Holt said on Kuro’s “New Day” Monday.", ["Kuro’s “New Day”"]),
    ("“It rained,” Ada Holt said on a Radio Corrie phone-in.", ["Radio Corrie"]),
    ("Ada Holt gave the Norra Echo an interview in which she said that it rained.", ["Norra Echo"]),
    ("Ada Holt, in comments to Vantage, said that it rained.", ["Vantage"]),
    ("Contacted by Vantage, Ada Holt said that it rained.", ["Vantage"]),
    ("Reached by the Norra Echo by phone, Ada Holt said that it rained.", ["Norra Echo"]),
    ("A recording heard by Vantage has Ada Holt saying that it rained.", ["Vantage"]),
    ("In a Facebook post, Ada Holt said that it rained.", ["Facebook"]),
    ("In a thread on Quill, Ada Holt said that it rained.", ["Quill"]),
    ("In a thread on Ruland, Ada Holt said that it rained. Crowds in Ruland cheered.", []),
    ("Ada Holt released a statement on Rask, who said that it rained.", []),
    ("On Snapline, Ada Holt posted that it rained.", ["Snapline"]),
    ("“It rained,” Ada Holt said in a message to Tom Rask.", []),
    ("“It rained,” Ada Holt said in a tweet linking to the Norra Echo interview.", []),
    ("Ada Holt declined to be interviewed by the Norra Echo and said that it rained.", []),
    ("Ada Holt warned on social media that it rained.", []),
    ("“It rained,” Ada Holt said of emails released by the Norra Echo.", []),
    ("Ada Holt said that it rained, and the Norra Echo reported that it snowed.", []),
    ("Two officials left, the Norra Echo reported, and Ada Holt said that it rained.", []),
    ("The People’s Daily of Norra said that Ada Holt was late.", []),
    ("In remarks to cadets that were broadcast on Marl One, Ada Holt said that it rained.", ["Marl One"]),
    ("“It rained,” Ada Holt told Ostmark News’ Maud Kerr.", ["Maud Kerr", "Ostmark News"]),
    ("Ada Holt’s memoir says that it rained.", []),
    ("An ORN spokesman said that it rained.", []),
]
"""A text of one or two sentences, and the hops of the one statement that has most."""


def article(*paragraphs: str) -> Article:
    text, blocks, at = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Article(input="-", text=text, blocks=tuple(blocks))


def statements(*paragraphs: str) -> tuple[Statement, ...]:
    return attribute(article(*paragraphs), Policy())


def ways(*paragraphs: str) -> list[list[str]]:
    """The hops of each statement that stands within no other; one that is inferred begins with a tilde."""
    return [[_told(r) for r in s.chain] for s in statements(*paragraphs) if s.parent is None]


def _told(relay: Relay) -> str:
    return relay.name if relay.stated else f"~{relay.name}"


@pytest.mark.parametrize(("text", "hops"), SHAPES)
def test_the_words_of_a_sentence_tell_the_hops(text: str, hops: list[str]) -> None:
    chains = ways(text)
    assert chains, text
    assert max(chains, key=len) == hops


def test_a_country_that_is_lived_in_is_told_as_a_country() -> None:
    assert ways("Ada Holt told Ruland that it rained.", "Crowds in Ruland cheered.") == [[]]


def test_also_takes_up_the_only_interview_of_a_speaker() -> None:
    found = ways(
        "“It rained,” Ada Holt told Radio Corrie.",
        "Tom Rask said that it snowed.",
        "Ada Holt also said that it hailed.",
        "Ada Holt said that it froze.",
    )
    assert found == [["Radio Corrie"], [], ["~Radio Corrie"], ["~Radio Corrie"]]


def test_also_takes_up_nothing_of_a_speaker_with_two_ways() -> None:
    found = ways(
        "“It rained,” Ada Holt told Radio Corrie.",
        "“It poured,” Ada Holt told the Norra Echo.",
        "Tom Rask said that it snowed.",
        "Ada Holt also said that it hailed.",
    )
    assert found == [["Radio Corrie"], ["Norra Echo"], [], []]


def test_who_asks_belongs_to_the_way_of_the_answer_from_there_on() -> None:
    found = ways(
        "“It rained,” Ada Holt told Kuro’s “First Light.”",
        "“Did it snow?” asked presenter Maud Kerr.",
        "“Never,” Ada Holt said.",
    )
    assert found[0] == ["Kuro’s “First Light.”"]
    assert found[-1] == ["~Maud Kerr", "~Kuro’s “First Light.”"]


def test_who_reads_out_a_letter_hands_on_what_follows() -> None:
    found = ways("His lawyer read out a letter from Tom Rask.", "“It rained,” Tom Rask wrote.")
    assert found[-1] == ["~His lawyer"]


def test_the_way_is_told_in_the_sentence_behind() -> None:
    found = ways("Ada Holt said that it rained.", "She was speaking to the Norra Echo on Monday.")
    assert found == [["~Norra Echo"]]


def test_in_it_goes_on_with_a_paper() -> None:
    found = ways(
        "A memo leaked to the Norra Echo says that it rained.", "In it, a clerk writes that it snowed."
    )
    assert found == [["~Norra Echo"]]


def test_a_sentence_that_says_nothing_tells_the_way_of_what_follows() -> None:
    assert ways("Ada Holt spoke to Vantage about the dam. “It is safe,” she said.") == [["~Vantage"]]


def test_one_of_the_messages_points_back_to_who_obtained_them() -> None:
    found = ways(
        "Ada Holt told aides that it rained, according to messages obtained by Vantage.",
        "Tom Rask left.",
        "“It poured,” Ada Holt wrote in one of the messages.",
    )
    assert found == [["Vantage"], ["~Vantage"]]


def test_the_same_paper_is_told_by_each_who_tells_it() -> None:
    found = ways(
        "Ada Holt told the Norra Echo that it rained, and Tom Rask said to the same paper that it snowed."
    )
    assert found == [["Norra Echo"], ["Norra Echo"]]


def test_members_are_a_body_that_hears_and_no_outlet() -> None:
    assert ways("Ada Holt told MPs that it rained.") == [[]]


def test_a_recording_that_was_passed_to_an_outlet_carries_what_follows() -> None:
    found = ways("A recording of the meeting was passed to the Norra Echo.", "“It rained,” Ada Holt says.")
    assert found == [["~Norra Echo"]]


def test_a_book_of_his_own_is_another_way() -> None:
    found = ways("“It rained,” Tom Rask told Radio Corrie.", "Tom Rask wrote in his memoir that it snowed.")
    assert found == [["Radio Corrie"], []]


def test_new_reports_are_no_outlet_that_reports() -> None:
    assert ways("New reports of floods angered Ada Holt, who said that it rained.") == [[]]


def test_a_third_goes_on_with_what_two_told() -> None:
    found = ways(
        "Two officials, who would not be named, told the Norra Echo that it rained.",
        "A third said that it snowed.",
    )
    assert found == [["Norra Echo"], ["~Norra Echo"]]


def test_a_text_to_an_outlet_is_told_to_it() -> None:
    assert ways("Ada Holt said in a text to the Norra Echo that it rained.") == [["Norra Echo"]]


def test_a_thing_that_is_only_spoken_of_takes_no_way_over() -> None:
    found = ways("“It rained,” Ada Holt told Radio Corrie.", "Ada Holt denied the charges.")
    assert [chain for chain in found if chain] == [["Radio Corrie"]]


@pytest.mark.parametrize(
    "part",
    [
        "“It rained,” Ada Holt told Vantage, according to the Norra Echo, citing Kuro; ",
        "Her memoir, a letter read out by her son, seen by the Norra Echo and cited by Kuro, said no. ",
        "On Chirrup, in a post on Quill, on her show “First Light”, on Kuro’s “New Day” Ada Holt said no. ",
        "Times Post Herald Echo Radio News Network ",
        "which said that the Norra Echo reported that Vantage had been told by an officer that ",
    ],
)
def test_ways_are_read_with_linear_work(part: str) -> None:
    once, many = part * 40, part * 640
    assert calls(lambda: statements(many)) < 24 * calls(lambda: statements(once))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_finds_nothing_at_words_that_are_not_its_own(pattern: Pattern) -> None:
    for words, _ in SHAPES:
        page = cut(article(words))
        outlets = Outlets(page.article, page.sentences)
        for sentence in page.sentences:
            scene = Scene(sentence, outlets)
            before = repr(scene.found)
            for index, item in enumerate(sentence.items):
                if item.kind is TokenKind.WORD and item.low not in pattern.words:
                    pattern.find(scene, index)
            assert repr(scene.found) == before
