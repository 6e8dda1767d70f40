"""What each part of a pasted page is, one phenomenon at a time."""

from __future__ import annotations

import pytest
from tests.builders.work import calls

from rashomon.model import BlockKind, Policy
from rashomon.readers.facts import fields_in
from rashomon.readers.label import label

BODY = (
    "The millers of Upper Vale voted on Thursday to keep the weir, against the advice of the river board.",
    "“We have ground flour here since before there was a board,” said the eldest of them, Tobiah Krell.",
    "The board’s engineer said that the weir would not outlast another winter like the last one.",
)
PAGE = "\n\n".join(BODY)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(text)) for block in label(text, Policy())]


def kind_of(line: str, text: str) -> str:
    (kind,) = {kind for kind, words in kinds(text) if words == line}
    return kind


def in_body(line: str) -> str:
    """The page with the line between its second and third paragraph."""
    return "\n\n".join((*BODY[:2], line, *BODY[2:]))


def after_body(*lines: str) -> str:
    return PAGE + "\n\n" + "\n".join(lines)


def test_body_text_is_paragraphs() -> None:
    assert kinds(PAGE) == [("paragraph", line) for line in BODY]


@pytest.mark.parametrize(
    "line",
    [
        "You have read 4 articles this month.",
        "You’ve read your last free article.",
        "You have 2 free articles left",
        "Welcome back. You are a valued Lantern reader.",
        "Register to go on reading the Lantern.",
        "Please register to go on reading and to comment.",
        "Already a subscriber? Log in",
        "Subscribe now for as little as one crown a week",
        "Create a free account to go on reading.",
        "This article is for subscribers only",
        "One moment before you go...",
        "Donate now",
        "Support independent reporting in the Vale: give today",
        "If you enjoyed this article, please consider making a gift.",
        "Read also: The goat that stopped a train",
        "READ MORE: The goat that stopped a train",
        "Read  WATCH: Keeper Orrin - ‘I would have kept it lit’",
        "Related: Ten weirs and their millers",
        "WATCH: The weir from above",
        "More:The miller who asked the river",
        "[Read the full report of the river board]",
        "‘It went like a biscuit’: the night the pier fell Read more",
        "Sign up for our morning letter",
        "Get the best of the Vale delivered to your inbox.",
        "Never miss a tide",
        "By signing up you agree to our terms and privacy policy.",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Facebook Twitter WhatsApp Email",
        "Share this article",
        "Follow us on Facebook and Instagram",
        "Follow Nan Birk on Twitter @nanbirk",
        "12 Comments",
        "Be the first to comment",
        "Topics: weirs, millers, rivers",
        "Tags: Upper Vale • Mills • Weirs",
        "#weir #millers",
        "© 2021 Upper Vale Times. All rights reserved.",
        "Copyright 2021 Fell Wire. This material may not be published or rewritten.",
        "We use cookies to improve your visit.",
        "Accept all cookies",
        "This article is more than 2 years old",
        "4 min read",
        "Send tips to desk@uppervale.example",
        "___",
        "* * *",
    ],
)
def test_furniture_is_known_in_the_body_and_after_it(line: str) -> None:
    assert kind_of(line, in_body(line)) == "furniture"
    assert kind_of(line, after_body(line)) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Register to vote by Friday, the clerk of the council said, or hold your peace.",
        "“Sign up for the letter, she told me,” said Abel Quince, who never did.",
        "“Subscribe now, or the paper closes,” the editor had written to every house in the Vale.",
        "The mill relies on donations, and each gift, however small, helps it stay open.",
        "More than 300 people commented on the plan, and 40 shared it with their neighbours.",
        "Follow-up inspections are due in May, according to the fire service.",
        "Watch the river, the old men say, and the river watches you.",
        "You have to ask the river first, the miller told his son before he left.",
        "Comments on the plan were sent to the board by 41 households in the valley.",
        "Read aloud, the report took the clerk of the river board more than three hours.",
        "Support for the weir fell to a third in the spring, a poll by the board found.",
        "Related claims against the board were dropped by the court on Tuesday morning.",
        "We ask that you keep away from the weir, the board said in a notice.",
        "“We rely on readers like you. Your support keeps us going,” the editor said.",
        "Advertisements for the post of weir keeper had brought no reply by Monday.",
        "Download figures for the film were not given by the people who had made it.",
        "Share prices of the mill rose by a tenth on the news that the weir would stay.",
    ],
)
def test_body_text_with_the_words_of_furniture_stays_body_text(line: str) -> None:
    assert kind_of(line, in_body(line)) == "paragraph"


def test_an_appeal_is_known_by_its_turns_not_by_one_word() -> None:
    appeal = (
        "The Lantern is free from owners. To stay so we rely on readers like you. Your support allows our "
        "reporters to sit through every meeting. Each gift, large or small, keeps us independent."
    )
    assert kind_of(appeal, after_body(appeal)) == "furniture"
    assert kind_of(appeal, in_body(appeal)) == "furniture"


def test_short_lines_after_the_tail_began_are_furniture_and_sentences_are_not() -> None:
    text = after_body(
        "Topics", "Upper Vale", "Millers", "The board will meet again on the first of May, its clerk said."
    )
    assert [kind for kind, _ in kinds(text)][3:] == ["furniture"] * 3 + ["paragraph"]


def test_links_under_a_heading_of_links_are_furniture_until_the_next_sentence() -> None:
    text = "\n".join((*BODY[:2], "Related stories", "The goat that stopped a train", "Ten weirs", BODY[2]))
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 2 + ["furniture"] * 3 + ["paragraph"]


def test_links_in_capitals_between_paragraphs_are_furniture_in_a_text_that_is_not() -> None:
    line = "MILLER TOLD TO LEAVE HIS MILL BEFORE WINTER"
    assert kind_of(line, in_body(line)) == "furniture"
    assert all(kind == "paragraph" for kind, _ in kinds("\n\n".join(b.upper() for b in BODY)))


@pytest.mark.parametrize("line", ["‘A grain of sense’", "Ice on the weir", "What happens next?", "THE FLOOD"])
def test_a_short_title_between_paragraphs_is_a_subheading(line: str) -> None:
    assert kind_of(line, in_body(line)) == "subheading"


@pytest.mark.parametrize(
    "line",
    [
        "The rain goes on — via Vale Radio.",
        "- Tobiah Krell, miller",
        "“Not before winter.”",
        "Nobody came.",
        "— The board",
        "The vote was on",
    ],
)
def test_list_items_quotations_and_scraps_are_no_subheadings(line: str) -> None:
    assert kind_of(line, in_body(line)) == "paragraph"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (["Millers vote to keep the weir"], ["headline"]),
        (["river deskUpper-Lower Vale Ties", "Millers vote to keep the weir"], ["kicker", "headline"]),
        (["Opinion", "Millers vote to keep the weir"], ["kicker", "headline"]),
        (["Upper Vale Times", "NATION", "Millers vote to keep the weir"], ["kicker", "kicker", "headline"]),
        (["The Long Weekend  /  Rivers", "The weir that started a war of letters"], ["kicker", "headline"]),
        (["Millers vote to keep the weir", "By Nan Birk"], ["headline", "byline"]),
        (
            ["Millers vote to keep the weir", "Board warns of winter.", "By Nan Birk"],
            ["headline", "deck", "byline"],
        ),
        (["Millers vote to keep the weir", "‘We were here first.’"], ["headline", "deck"]),
        (["Millers keep the weir", "Vote was close, according to Vale media"], ["headline", "deck"]),
        (["Weir stays", "Nan Birk", "Rivers correspondent"], ["headline", "byline", "byline"]),
        (["Weir stays", "Nan Birk, rivers correspondent"], ["headline", "byline"]),
        (["Weir stays for winter", "Published: May 3, 2021 10:15 GMT"], ["headline", "byline"]),
        (
            ["Weir stays", "- Board objects", "- Millers sing", "By Nan Birk"],
            ["headline", "deck", "deck", "byline"],
        ),
        (["Home > Vale > Rivers", "Millers vote to keep the weir"], ["furniture", "headline"]),
        (["Nan Birk", "Upper Vale Times"], ["byline", "byline"]),
    ],
)
def test_the_head_of_the_page(head: list[str], expected: list[str]) -> None:
    text = "\n\n".join((*head, *BODY))
    assert [kind for kind, _ in kinds(text)] == expected + ["paragraph"] * 3


def test_a_text_that_begins_with_a_sentence_has_no_headline() -> None:
    assert BlockKind.HEADLINE not in {block.kind for block in label(PAGE, Policy())}


def test_a_line_alone_is_a_paragraph() -> None:
    assert kinds("Millers vote to keep the weir") == [("paragraph", "Millers vote to keep the weir")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The weir on May 3, 2021. Credit: Nan Birk", ["caption", "credit"]),
        ("The weir in ice. (Photo by Nan Birk/Fell Wire)", ["caption", "credit"]),
        ("The weir in ice, March 2, 2018. Nan Birk/Fell Wire", ["caption", "credit"]),
        ("Photograph: Nan Birk/Fell Wire", ["credit"]),
        ("Image copyright Fell Wire Image caption The weir in ice", ["credit", "caption"]),
        ("Enlarge this image toggle caption Nan Birk/Fell Wire", ["furniture", "credit"]),
        ("FILE PHOTO: The weir keeper looks at the ice, March 2, 2018.", ["caption"]),
    ],
)
def test_captions_and_credits(line: str, expected: list[str]) -> None:
    text = in_body(line)
    assert [kind for kind, words in kinds(text) if words not in BODY] == expected


def test_a_doubled_caption_is_a_caption_twice() -> None:
    line = "The millers of Upper Vale during a visit to the weir on May 3, 2021"
    text = "\n\n".join((BODY[0], f"{line}\n{line}", *BODY[1:]))
    assert [kind for kind, words in kinds(text) if words == line] == ["caption", "caption"]


def test_body_text_over_a_credit_stays_body_text() -> None:
    text = "\n".join((*BODY, "Photograph: Nan Birk/Fell Wire", BODY[0]))
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 3 + ["credit", "paragraph"]


@pytest.mark.parametrize(
    "dateline",
    [
        "TARNWICK —",
        "TARNWICK, May 3 (Fell Wire) —",
        "UPPER VALE (Fell Wire) -",
        "UPPER VALE, N. Fells --",
        "Tarnwick (Fell Wire) –",
    ],
)
def test_a_dateline_is_cut_from_its_paragraph(dateline: str) -> None:
    text = f"{dateline} {BODY[0]}\n\n{BODY[1]}"
    assert kinds(text) == [("dateline", dateline), ("paragraph", BODY[0]), ("paragraph", BODY[1])]


@pytest.mark.parametrize(
    "start", ["Rep. Abel Quince (M-Vale) — who lost — ", "The IRB — which paid — ", "BREAKING — "]
)
def test_a_dash_alone_makes_no_dateline(start: str) -> None:
    assert {kind for kind, _ in kinds(start + BODY[0] + "\n\n" + BODY[1])} == {"paragraph"}


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The millers of Upper Vale voted on Thursday evening to keep the weir\r\n"
        "that turns their wheels, against the advice of the river board and of\r\n"
        "the engineers whom the board had brought from the capital.\r\n"
        "\r\n"
        "The board’s engineer, Ms. Ilka Sorn, said that the weir would not\r\n"
        "outlast another winter like the last one and that nobody could say.\r\n"
    )
    assert [words.count("\n") for _, words in kinds(wrapped)] == [2, 1]


def test_lines_of_a_poem_are_not_joined() -> None:
    assert len(kinds("One goat\nTwo goats on a line\nThree\nFour goats in a row\nFive goats\nSix")) == 6


def test_fields_are_read_off_the_labelled_text() -> None:
    text = "\n".join(
        (
            "Weir stays for winter",
            "By Mira Okonjo-Hale and Dag van Reed | Tarnwick Herald",
            "Posted: 3 May 2021, 10:15 UTC",
            PAGE,
        )
    )
    fields = fields_in(text, label(text, Policy()))
    assert fields.headline == "Weir stays for winter"
    assert fields.byline == ("Mira Okonjo-Hale", "Dag van Reed")
    assert fields.publisher is not None
    assert fields.publisher.name == "Tarnwick Herald"
    assert fields.published == "2021-05-03T10:15:00+00:00"


def test_a_change_is_no_publication() -> None:
    text = f"Weir stays for winter\nUpdated: May 4, 2021 08:02 GMT\n{PAGE}"
    assert fields_in(text, label(text, Policy())).published is None


@pytest.mark.parametrize(
    "many", ["“a ", "BY ", "(A/", "A — ", "Photo: ", "you ", ". A", "\n\n“", "x\n", "AB ", "1. "]
)
def test_labelling_takes_work_in_proportion_to_length(many: str) -> None:
    """Eight times the text: a square would be 64 times the work."""

    def work(length: int) -> int:
        text = many * (length // len(many))
        return calls(lambda: label(text, Policy()))

    assert work(80_000) < 12 * work(10_000)


@pytest.mark.parametrize(
    "line",
    [
        "“Follow us into the garden,” the statue told visitors.",
        "“Subscribe to common sense,” the sheriff said.",
        "“Donate to the mill? I did. Look what they bought.”",
        "Share the load, the miller told his son, and the load will share you.",
        "Join the board on Friday, the clerk said, or send a letter.",
        "Have a story about the weir? Krell has nine.",
        "Support the millers, the bishop urged, before the ice does.",
        "Read the letter again: it says that the weir will stand.",
        "The board is not responsible for the weir, its engineer said.",
        "You have until March, the board wrote to Krell, and not a day more.",
        "Get in touch with the river, he said, and it gets in touch with you.",
        "Do you have information about the weir, the board asked in a letter to each of the millers?",
        "Either miller/owner or board/tenant must pay for the weir by March.",
        "(The millers denied the report and no bid was made.)",
        "Correction: an earlier version of this report gave the weir a second name.",
    ],
)
def test_body_text_in_the_words_of_a_site_stays_body(line: str) -> None:
    assert kind_of(line, in_body(line)) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement · Scroll to continue",
        "Skip past newsletter promotion",
        "RELATED | How to keep a weir",
        "ALSO READ | Board says weir will fall",
        "PREVIOUS COVERAGE: Millers vote to keep the weir",
        "[ The weir: a short history of a long quarrelOpens in new window ]",
        "Click to share on Chirper (Opens in new window)",
        "You have exhausted your monthly limit of free stories.",
        "Download the Vale app: https://vale.example/app",
        "valepost.example",
        "1,204",
        "0:00 / 3:12",
        "Loaded: 12.4%",
        "More news from Upper Vale",
        "5-7 minutes",
        "You are receiving this email because you signed up at vale.example.",
    ],
)
def test_the_machinery_of_a_page_is_furniture(line: str) -> None:
    assert kind_of(line, in_body(line)) == "furniture"


def test_a_title_is_found_under_a_copied_menu() -> None:
    menu = "Home\nRivers\nMills\nPeople\nLetters\n"
    title = "Millers vote to keep a weir that nobody will mend"
    told = kinds(f"{menu}{title}\nBy Mira Okonjo\n\n{PAGE}")
    assert ("headline", title) in told
    assert ("furniture", "Mills") in told


def test_a_short_title_over_its_deck_is_no_menu() -> None:
    told = kinds(f"Weir stays\nMillers vote against the advice of the river board\nBy Mira Okonjo\n\n{PAGE}")
    assert told[:2] == [
        ("headline", "Weir stays"),
        ("deck", "Millers vote against the advice of the river board"),
    ]


def test_points_under_a_heading_are_decks() -> None:
    head = "Millers vote to keep a weir\nBy Mira Okonjo\nIn short:\nThe weir stays.\nThe board objects.\n\n"
    assert [words for kind, words in kinds(head + PAGE) if kind == "deck"] == [
        "In short:",
        "The weir stays.",
        "The board objects.",
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("A miller at the weir [Ansgar Pohl/Vale Post]", ("caption", "credit")),
        ("The weir in the spring thaw © Ansgar Pohl/Valefoto", ("caption", "credit")),
        ("The weir in the spring thaw. (Vale News: Ansgar Pohl)", ("caption", "credit")),
    ],
)
def test_a_credit_in_brackets_ends_a_caption(line: str, parts: tuple[str, ...]) -> None:
    found = [kind for kind, words in kinds(in_body(line)) if words in line]
    assert tuple(found) == parts


@pytest.mark.parametrize(
    "line",
    [
        "Register today for three free reports a month.",
        "(Story continues below)",
        "Share icon",
        "You have reached the maximum number of saved items.",
        "Please log in to leave a comment.",
        "Get the Vale Lantern's daily letter by email and miss nothing",
        "The Lantern values your comments but asks that all posts are kind.",
        "See stories by Nan Birk",
        "Support your local newspaper.",
        "Vale Radio is a listener-supported station and depends on people like you.",
        "If the mills matter to you, become a member today.",
    ],
)
def test_boxes_of_news_sites_are_furniture(line: str) -> None:
    assert kind_of(line, in_body(line)) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "The clerk asked the millers to register for three free lessons in May.",
        "He wants every farmer in the Vale to join us, the miller wrote.",
        "“If the mills matter to you, become a member today.”",
        "Tobiah Krell had wanted since his boyhood to become a member.",
        "The millers rowed across to the board and asked its clerk to join us.",
        "The radio is a listener-supported station that has told the Vale of floods since the war.",
        "Readers can comment on the plan at the library until the first of May.",
    ],
)
def test_body_text_in_the_words_of_such_boxes_stays_body(line: str) -> None:
    assert kind_of(line, in_body(line)) == "paragraph"


SPACED = (*BODY, "The river board meets again in the spring, when the water is at its highest.")


def test_a_sentence_right_under_a_list_of_titles_is_a_title_where_blank_lines_part_the_body() -> None:
    link = "He ground flour for sixty years. Now the mill grinds him."
    text = "\n\n".join((*SPACED, "\n".join(("Trending articles", "Ten weirs and their millers", link))))
    assert kind_of(link, text) == "furniture"
    assert kind_of(link, text.replace("\n" + link, "\n\n" + link)) == "paragraph"


def test_a_title_between_a_notice_and_the_byline_is_the_headline() -> None:
    title = "Millers of Upper Vale vote to keep the weir"
    text = "\n".join(
        ("Our spring fair opens at noon on Sunday in the old mill.", title, "By Nan Birk", "", PAGE)
    )
    assert kind_of(title, text) == "headline"


def test_a_scene_over_a_credit_that_closes_the_head_is_a_caption() -> None:
    scene = "The eldest of the millers speaks on the weir on Friday."
    head = (
        "Millers of Upper Vale vote to keep the weir",
        "By Nan Birk",
        scene,
        "Credit: Orla Finch/Valewire",
    )
    assert kind_of(scene, "\n".join(head) + "\n\n" + PAGE) == "caption"


@pytest.mark.parametrize("line", ["VRL | By Nan Birk", "Upper Vale Newsroom, May 14, 2025 / 16:20 pm"])
def test_a_byline_may_open_with_the_outlet_or_its_desk(line: str) -> None:
    assert kind_of(line, f"Millers of Upper Vale vote to keep the weir\n{line}\n\n{PAGE}") == "byline"


def test_the_name_of_the_writer_alone_under_the_report_is_byline() -> None:
    head = "Millers of Upper Vale vote to keep the weir\nBy Nan Birk"
    text = f"{head}\n\n{PAGE}\n\nNan Birk\nNan Birk is a reporter."
    assert kinds(text)[-2:] == [("byline", "Nan Birk"), ("byline", "Nan Birk is a reporter.")]


def test_a_section_that_looks_like_a_name_is_no_headline_where_others_wrote() -> None:
    text = f"Water Rights\nMillers of Upper Vale vote to keep the weir\nBy Nan Birk\n\n{PAGE}"
    assert kinds(text)[:2] == [
        ("kicker", "Water Rights"),
        ("headline", "Millers of Upper Vale vote to keep the weir"),
    ]


def test_a_caption_that_stands_again_under_its_credit_is_a_caption_twice() -> None:
    scene = "The eldest of the millers speaks on the weir in Upper Vale, May 14, 2025."
    head = (
        "Millers of Upper Vale vote to keep the weir",
        "By Nan Birk",
        scene,
        "Orla Finch / Valewire",
        "/",
        scene,
    )
    assert [kind for kind, words in kinds("\n".join(head) + "\n\n" + PAGE) if words == scene] == [
        "caption"
    ] * 2


def test_a_byline_may_tell_in_a_sentence_what_the_writer_is() -> None:
    line = "By Ludmila Birk, a staff writer at the Lantern of Upper Vale."
    assert kind_of(line, f"Millers of Upper Vale vote to keep the weir\n{line}\n\n{PAGE}") == "byline"
