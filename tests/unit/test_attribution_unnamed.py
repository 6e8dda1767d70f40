"""The audit of unnamed sources, on statements set by hand: who, how many, why nameless, who vouches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.builders.work import calls

from rashomon.attribution import differing, unnamed
from rashomon.attribution.descriptors import described
from rashomon.attribution.standing import is_insider
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Evidence,
    Flag,
    Mention,
    Mode,
    Occasion,
    Relay,
    Source,
    SourceKind,
    Span,
    Statement,
    UnnamedSource,
    Utterance,
)
from rashomon.model.variant import Apparatus

SURE = Evidence(score=1.0, reason="set")


def report(*paragraphs: str, headline: str = "", input_: str = "-") -> Article:
    text, blocks, at = "\n\n".join(p for p in (headline, *paragraphs) if p), [], 0
    for paragraph in text.split("\n\n"):
        kind = BlockKind.HEADLINE if headline and not at else BlockKind.PARAGRAPH
        blocks.append(Block(kind=kind, span=Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Article(input=input_, text=text, blocks=tuple(blocks))


def said(
    page: Article,
    source: str,
    content: str,
    cue: str = "said",
    *,
    through: Sequence[str] = (),
    occasion: str = "",
    parent: Statement | None = None,
    mode: Mode = Mode.INDIRECT,
) -> Statement:
    """A statement whose source stands in the paragraph of its content, before it if it can."""
    at = page.text.index(content)
    block = next(b.span for b in page.blocks if b.span.start <= at < b.span.end)
    start = page.text.rfind(source, block.start, at)
    start = start if start >= 0 else page.text.index(source, at, block.end)
    told = page.text.find(cue, block.start, block.end)
    span = Span(start, start + len(source))
    where = page.text.find(occasion) if occasion else 0
    return Statement(
        article=page.id,
        mode=mode,
        content=(Span(at, at + len(content)),),
        cue=(Span(told, told + len(cue)),) if told >= 0 else (),
        source=Mention(
            source=Source(kind=SourceKind.UNNAMED, descriptor=source, scope=page.id), span=span, evidence=SURE
        ),
        occasion=Occasion(kind="statement", span=Span(where, where + len(occasion))) if occasion else None,
        chain=tuple(
            Relay(name=n, manner="told", span=Span(page.text.index(n), page.text.index(n) + len(n)))
            for n in through
        ),
        parent=parent.id if parent else None,
        evidence=SURE,
    )


def audit(page: Article, *statements: Statement) -> list[tuple[str, int | None, str | None, list[str]]]:
    return [
        (
            e.descriptor,
            e.stated_count,
            e.reason.of(page.text) if e.reason else None,
            [f.value for f in e.flags],
        )
        for e in unnamed(page, statements)
    ]


# --- the words


@pytest.mark.parametrize(
    ("words", "descriptor", "count"),
    [
        ("a senior port official who was there", "a senior port official", 1),
        ("Two officials at the ministry, who asked not to be named", "Two officials at the ministry", 2),
        ("another clerk", "another clerk", 1),
        ("several people familiar with the talks", "several people familiar with the talks", None),
        ("officials", "officials", None),
        ("one of the people briefed on the sale", "one of the people briefed on the sale", 1),
        ("some of the guards", "some of the guards", None),
        ("a pair of divers", "a pair of divers", 2),
        ("more than 20 keepers", "more than 20 keepers", None),
        ("14 keepers", "14 keepers", 14),
        ("the 2031 candidates", "the 2031 candidates", None),
        ("a clerk and two guards", "a clerk and two guards", 3),
        ("current and former guards", "current and former guards", None),
        ("harbour and customs clerks", "harbour and customs clerks", None),
        ("local, harbour and customs officials", "local, harbour and customs officials", None),
        ("an official briefing reporters", "an official", 1),
        ("a port official not authorised to speak", "a port official", 1),
        ("a police spokesman at a briefing for the press", "a police spokesman", 1),
        ("a Harbour Safety Board (HSB) official", "a Harbour Safety Board (HSB) official", 1),
        ("the couple", "the couple", 2),
        ("every clerk", "every clerk", None),
        ("the no. 2 clerks", "the no. 2 clerks", None),
        ("9 percent of the guards", "9 percent of the guards", None),
        ("some attorneys general", "some attorneys general", None),
        ("Ostmark media", "Ostmark media", None),
    ],
)
def test_a_description_ends_where_clauses_begin_and_tells_how_many(
    words: str, descriptor: str, count: int | None
) -> None:
    found = described(words, Span(0, len(words)))
    assert (found.span.of(words), found.count) == (descriptor, count)
    assert found.people


@pytest.mark.parametrize(
    "words",
    [
        "no one",
        "nobody",
        "Reuters",
        "one",
        "the measure",
        "the lawyer Ada Holt",
        "any of them",
        "half",
        "someone",
    ],
)
def test_words_that_describe_nobody_are_no_people(words: str) -> None:
    assert not described(words, Span(0, len(words))).people


def test_a_time_of_day_before_the_words_is_no_number() -> None:
    text = "07:50 Divers in the bay say they saw nothing."
    found = described(text, Span(3, 23))
    assert (found.span.of(text), found.count) == ("Divers in the bay", None)


@pytest.mark.parametrize(
    "words",
    [
        "a source", "sources", "two aides to the mayor", "the official", "his former adviser",
        "people close to the bank", "a curator at the museum", "an unnamed keeper", "three ministers",
        "senior police officials", "a friend of the bishop", "one of the clerks",
    ],
)  # fmt: skip
def test_insiders_are_told_by_their_noun_their_number_or_what_they_know(words: str) -> None:
    assert is_insider(described(words, Span(0, len(words))))


@pytest.mark.parametrize(
    "words",
    [
        "residents", "critics", "the mayor", "the council’s director", "a spokeswoman for the port",
        "her husband", "Ostmark media", "a resident", "90 lawmakers", "county officials", "the diplomat",
        "every clerk", "his lawyer", "the mayoral adviser",
        "how many officials", "clerks", "a representative for the brewery", "the whistleblower",
    ],
)  # fmt: skip
def test_groups_offices_kin_and_spokespeople_are_no_insiders(words: str) -> None:
    assert not is_insider(described(words, Span(0, len(words))))


# --- one source or two


def test_the_official_is_the_one_told_of_and_another_is_not() -> None:
    page = report(
        "A port official said the crane was sold.",
        "The official said it was rusty.",
        "Another official said it was new.",
    )
    found = unnamed(
        page,
        [
            said(page, "A port official", "the crane was sold"),
            said(page, "The official", "it was rusty"),
            said(page, "Another official", "it was new"),
        ],
    )
    assert [(e.descriptor, len(e.statements)) for e in found] == [
        ("A port official", 2),
        ("Another official", 1),
    ]


def test_a_noun_with_the_goes_to_whom_its_words_fit() -> None:
    page = report(
        "A port official and a treasury official spoke: a port official said the crane was sold.",
        "A treasury official said it was rented.",
        "The port official said it was rusty.",
    )
    found = unnamed(
        page,
        [
            said(page, "a port official", "the crane was sold"),
            said(page, "A treasury official", "it was rented"),
            said(page, "The port official", "it was rusty"),
        ],
    )
    assert [len(e.statements) for e in found] == [2, 1]


def test_the_fullest_words_are_found_where_somebody_is_told_of_before_he_speaks() -> None:
    page = report("On the quay stood a customs officer in a coat.", "The officer said the crane was sold.")
    assert audit(page, said(page, "The officer", "the crane was sold"))[0][:2] == ("a customs officer", 1)


def test_one_of_them_far_from_any_several_is_nobody_known() -> None:
    page = report("Two divers at the dam said it leaked.", "Rain fell. " * 40, "One of them said it sang.")
    found = unnamed(
        page, [said(page, "Two divers at the dam", "it leaked"), said(page, "One of them", "it sang")]
    )
    assert [len(e.statements) for e in found] == [1]


def test_the_other_is_of_the_two_told_of() -> None:
    page = report("Two divers said it leaked. “It sings,” said one. The other said it wept.")
    told = [
        said(page, "Two divers", "it leaked"),
        said(page, "one", "“It sings,”"),
        said(page, "The other", "it wept"),
    ]
    assert [len(e.statements) for e in unnamed(page, told)] == [3]


def test_one_of_them_is_of_the_several_told_of() -> None:
    page = report("Two divers at the dam told the Ostmark Echo it leaked.", "One of them said it sang.")
    found = unnamed(
        page, [said(page, "Two divers at the dam", "it leaked"), said(page, "One of them", "it sang")]
    )
    assert [(e.descriptor, len(e.statements)) for e in found] == [("Two divers at the dam", 2)]


def test_the_one_of_a_company_told_of_together_is_somebody_of_his_own() -> None:
    page = report(
        "Two guards and a diver said it leaked.", "The diver, who asked not to be named, said it sang."
    )
    found = audit(page, said(page, "Two guards and a diver", "it leaked"), said(page, "The diver", "it sang"))
    assert [(d, n) for d, n, *_ in found] == [("Two guards and a diver", 3), ("a diver", 1)]


def test_the_staff_member_is_the_one_of_the_staff_who_spoke_last() -> None:
    page = report("One of his own staff said it leaked.", "The staff member said it sang.")
    told = [said(page, "One of his own staff", "it leaked"), said(page, "The staff member", "it sang")]
    assert [len(e.statements) for e in unnamed(page, told)] == [2]


@pytest.mark.parametrize(("words", "entries"), [("Ferry crews", 1), ("The crew", 0), ("The ministry", 0)])
def test_several_crews_are_people_and_a_body_is_none(words: str, entries: int) -> None:
    page = report(f"{words} said it leaked.")
    statement = said(page, words, "it leaked")
    assert statement.source is not None
    body = replace(statement.source, source=replace(statement.source.source, kind=SourceKind.ORGANISATION))
    assert len(unnamed(page, [replace(statement, source=body)])) == entries


def test_a_named_speaker_and_nobody_have_no_entry() -> None:
    page = report("Ada Holt said the crane was sold.", "No one said it was rusty.")
    named = said(page, "Ada Holt", "the crane was sold")
    assert named.source is not None
    person = Source(kind=SourceKind.PERSON, name="Ada Holt")
    named = Statement(
        article=page.id, mode=named.mode, content=named.content, evidence=SURE,
        source=Mention(source=person, span=named.source.span, evidence=SURE),
    )  # fmt: skip
    assert unnamed(page, [named, said(page, "No one", "it was rusty")]) == ()


# --- why there is no name


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        (", who asked not to be named because the talks are private,", "because the talks are private"),
        (", who was not authorised to speak publicly,", "who was not authorised to speak publicly"),
        (", speaking on condition of anonymity to discuss a private sale,", "to discuss a private sale"),
        (
            ", who declined to be identified citing the sensitivity of the sale,",
            "citing the sensitivity of the sale",
        ),
        (", who spoke anonymously for fear of reprisals,", "for fear of reprisals"),
        (", who feared for his job,", "who feared for his job"),
        (", who spoke on condition of anonymity,", None),
        (", who would not give his name,", None),
        (", who gave no name because he signed a secrecy pledge,", "because he signed a secrecy pledge"),
        (", whose contract bars him from talking,", "whose contract bars him from talking"),
        (", who may not speak to the press,", "who may not speak to the press"),
        (", who was ordered not to talk,", "who was ordered not to talk"),
        (", who spoke on condition of anonymity to criticise a friend,", "to criticise a friend"),
        (", who spoke on condition of anonymity to reporters,", None),
        (", who asked not to be named for legal reasons,", "for legal reasons"),
        (", who wanted no part in it and had no permission to speak,", "no permission to speak"),
        (", who asked not to be named while an appeal is heard,", "while an appeal is heard"),
        (
            ", who would be sacked on the spot if she were named,",
            "who would be sacked on the spot if she were named",
        ),
        (", whose employer does not allow interviews,", "whose employer does not allow interviews"),
        (", sworn to secrecy by the board,", "sworn to secrecy by the board"),
        (", speaking anonymously in case the buyer is angry,", "in case the buyer is angry"),
        (", who has worked there since the war,", None),
    ],
)
def test_a_reason_is_the_clause_that_tells_why(rest: str, reason: str | None) -> None:
    page = report(f"A port official{rest} said the crane was sold.")
    expected = [] if reason else ["no_reason_stated"]
    assert audit(page, said(page, f"A port official{rest}".rstrip(","), "the crane was sold")) == [
        ("A port official", 1, reason, expected)
    ]


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        (
            "The official spoke on condition of anonymity because the sale is secret.",
            "because the sale is secret",
        ),
        ("He asked that his name be withheld, fearing dismissal.", "fearing dismissal"),
        ("The man wasn’t authorised to discuss the sale.", "wasn’t authorised to discuss the sale"),
        ("The crane was painted because the wind is salty.", None),
        ("The buyer asked not to be named because he is shy.", None),
    ],
)
def test_a_reason_may_stand_in_a_sentence_of_its_own(after: str, reason: str | None) -> None:
    page = report(f"A port official said the crane was sold. {after}")
    assert audit(page, said(page, "A port official", "the crane was sold"))[0][2] == reason


def test_a_reason_told_of_the_officials_holds_for_each_of_them() -> None:
    page = report(
        "Two port officials said the crane was sold.",
        "One of the officials said it was rusty.",
        "The officials spoke on condition of anonymity because the sale is secret.",
        "A banker said it was dear.",
    )
    found = audit(
        page,
        said(page, "Two port officials", "the crane was sold"),
        said(page, "One of the officials", "it was rusty"),
        said(page, "A banker", "it was dear"),
    )
    assert [reason for _, _, reason, _ in found] == ["because the sale is secret"] * 2 + [None]


def test_what_the_source_says_is_no_reason() -> None:
    page = report(
        "A port official, speaking on condition of anonymity, said it was because the crane was sold."
    )
    found = audit(page, said(page, "A port official", "it was because the crane was sold"))
    assert found == [("A port official", 1, None, ["no_reason_stated"])]


def test_fear_that_is_the_matter_is_no_reason() -> None:
    page = report("Aides to the mayor who fear the crane could fall said it was sold.")
    assert audit(page, said(page, "Aides to the mayor", "it was sold"))[0][2] is None


def test_whoever_asks_not_to_be_named_without_a_reason_is_flagged_whatever_the_noun() -> None:
    page = report("A resident who asked not to be named said the crane was sold.")
    assert audit(page, said(page, "A resident", "the crane was sold"))[0][3] == ["no_reason_stated"]


def test_who_goes_with_the_people_right_before_it() -> None:
    page = report(
        "Several dock workers, who spoke on condition of anonymity for fear of dismissal, said it sank."
    )
    who = "who spoke on condition of anonymity for fear of dismissal"
    assert audit(page, said(page, who, "it sank")) == [
        ("Several dock workers", None, "for fear of dismissal", [])
    ]


def test_the_two_are_the_last_two_told_of() -> None:
    page = report(
        "A banker said the crane was sold.",
        "A broker said it was rusty.",
        "The two spoke on condition of anonymity because the sale is secret.",
    )
    found = audit(page, said(page, "A banker", "the crane was sold"), said(page, "A broker", "it was rusty"))
    assert [reason for _, _, reason, _ in found] == ["because the sale is secret"] * 2


def test_he_whom_nobody_fits_is_whoever_spoke_right_before() -> None:
    page = report("A port official said the crane was sold.", "“Twice,” he said.", "Rain fell.")
    [entry] = unnamed(
        page, [said(page, "A port official", "the crane was sold"), said(page, "he", "“Twice,”")]
    )
    assert len(entry.statements) == 2


def test_a_name_beside_the_words_is_a_name() -> None:
    page = report(
        "The keeper’s wife, Ada, said the crane was sold.", "An aide to the mayor, Ada Holt, said it rained."
    )
    wife = said(page, "The keeper’s wife, Ada,", "the crane was sold")
    aide = said(page, "An aide to the mayor, Ada Holt,", "it rained")
    assert [d for d, *_ in audit(page, wife, aide)] == ["An aide to the mayor"]


# --- flags


@pytest.mark.parametrize("hearers", ["lawmakers", "the court", "him", "harbour investigators"])
def test_what_was_told_to_others_was_not_told_to_the_report(hearers: str) -> None:
    page = report(f"A treasury official told {hearers} that the crane was sold.")
    assert audit(page, said(page, "A treasury official", "that the crane was sold", "told"))[0][3] == []


def test_officials_of_whom_some_are_named_are_not_flagged() -> None:
    page = report("Treasury officials, including Ada Holt, said the crane was sold.")
    assert audit(page, said(page, "Treasury officials", "the crane was sold"))[0][3] == []


def test_a_noun_without_an_article_counts_over_the_text_only() -> None:
    page, head = _headed("Treasury aide", "Senior aide said it rained.")
    assert [d for d, *_ in audit(page, head, said(page, "Senior aide", "it rained"))] == ["Treasury aide"]


@pytest.mark.parametrize("cue", ["voted", "refused", "signed"])
def test_a_public_act_is_nothing_told_in_secret(cue: str) -> None:
    page = report(f"A senator {cue} against the crane.")
    assert audit(page, said(page, "A senator", "against the crane", cue))[0][3] == []


def test_what_officials_said_in_a_statement_was_said_openly() -> None:
    page = report("Treasury officials said in a statement that the crane was sold.")
    openly = said(page, "Treasury officials", "the crane was sold", occasion="a statement")
    assert audit(page, openly)[0][3] == []
    assert audit(page, said(page, "Treasury officials", "the crane was sold"))[0][3] == ["no_reason_stated"]


def test_somebody_in_anothers_quotation_is_not_the_reports_source() -> None:
    page = report("“A clerk said the crane was sold,” Ada Holt said.")
    outer = said(page, "Ada Holt", "“A clerk said the crane was sold,”", mode=Mode.DIRECT)
    inner = said(page, "A clerk", "the crane was sold", parent=outer)
    assert [e.flags for e in unnamed(page, [outer, inner]) if e.descriptor == "A clerk"] == [()]


def test_a_general_whose_name_follows_has_one() -> None:
    text = "A general said the crane was sold."
    page = report(text, "General Osk Tamm spoke on the quay.")
    assert audit(page, said(page, "A general", "the crane was sold")) == []
    alone = report(text)
    assert audit(alone, said(alone, "A general", "the crane was sold"))[0][3] == ["no_reason_stated"]


def _headed(heading: str, *body: str) -> tuple[Article, Statement]:
    page = report(*body, headline=f"{heading}: crane sold in secret")
    return page, said(page, heading, "crane sold in secret", ":")


def test_plural_words_over_a_single_source_are_flagged() -> None:
    page, head = _headed("Sources", "The crane was sold in secret, a port official said.")
    found = audit(page, head, said(page, "a port official", "The crane was sold in secret"))
    assert found[0][3] == ["plural_for_one"]


@pytest.mark.parametrize(
    ("body", "others"),
    [
        ("Two port officials said it was sold.", ["Two port officials"]),
        ("Sources said it was sold. A port official said it was sold.", ["Sources", "A port official"]),
        ("Ada Holt said it was sold.", []),
    ],
)
def test_plural_words_over_several_sources_are_not(body: str, others: list[str]) -> None:
    page, head = _headed("Sources", "The crane is gone.", body)
    found = audit(page, head, *(said(page, other, "it was sold") for other in others))
    assert "plural_for_one" not in found[0][3]


def test_media_before_one_source_of_one_outlet_are_a_plural_for_one() -> None:
    page = report(
        "The crane is gone.",
        "Ostmark media say the harbour crane was pawned.",
        "An adviser to the mayor told the Ostmark Echo the harbour crane was pawned cheaply.",
    )
    media = said(page, "Ostmark media", "the harbour crane was pawned", "say")
    one = said(
        page,
        "An adviser to the mayor",
        "the harbour crane was pawned cheaply",
        "told",
        through=["Ostmark Echo"],
    )
    assert audit(page, media, one)[0][3] == ["plural_for_one"]
    direct = said(page, "An adviser to the mayor", "the harbour crane was pawned cheaply", "told")
    assert audit(page, media, direct)[0][3] == []


# --- who vouches


def test_who_heard_the_source_vouches_and_else_the_report_itself() -> None:
    page = report("A port official told Radio Corrie it was sold.", "The official said it was rusty.")
    first = said(page, "A port official", "it was sold", "told", through=["Radio Corrie"])
    second = said(page, "The official", "it was rusty")
    [entry] = unnamed(page, [first, second])
    assert [(v.name, v.span.of(page.text) if v.span else None, v.statements) for v in entry.vouched] == [
        ("Radio Corrie", "Radio Corrie", (first.id,)),
        (None, None, (second.id,)),
    ]


# --- across reports


def _entry(article: str, descriptor: str, statement: str) -> UnnamedSource:
    return UnnamedSource(
        article=article, statements=(statement,), descriptor=descriptor, span=Span(0, len(descriptor)),
        stated_count=1, reason=None, flags=(),
    )  # fmt: skip


def _differ(one: str, other: str) -> bool:
    entries = [_entry("a", one, "s1"), _entry("b", other, "s2")]
    apparatus = Apparatus(base="s1", witnesses=(), columns=(), variants=())
    same = Utterance(source=None, statements=("s1", "s2"), apparatus=apparatus, evidence=SURE)
    first, second = differing(entries, [same])
    assert first.flags == second.flags
    return first.flags == (Flag.DESCRIPTOR_DIFFERS,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a treasury official", "an aide to the minister"),
        ("a Western diplomat", "a port official"),
        ("a source close to the mayor", "a port official"),
        ("Officials", "a source close to the mayor"),
    ],
)
def test_descriptions_that_say_other_things_differ(one: str, other: str) -> None:
    assert _differ(one, other)
    assert _differ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("an official", "a senior port official"),
        ("two aides", "aides"),
        ("a spokesman for the port", "a port spokeswoman"),
        ("a person familiar with the matter", "a source familiar with the situation"),
        ("a top port official", "a senior port official"),
    ],
)
def test_descriptions_that_say_less_or_the_same_do_not(one: str, other: str) -> None:
    assert not _differ(one, other)


def _told_in(words: str, source: str, where: str) -> tuple[Article, Statement]:
    page = report(f"{words}, {source} said.", input_=where)
    return page, said(page, source, words)


def test_two_insiders_who_tell_one_matter_in_other_words_are_compared() -> None:
    first, one = _told_in("The harbour crane was pawned to a foreign banker in March", "a port official", "1")
    second, other = _told_in(
        "In March the harbour crane had been pawned to some banker", "a treasury aide", "2"
    )
    third, apart = _told_in("The lighthouse lamp was stolen by seagulls", "a customs clerk", "3")
    pages, spoken = [first, second, third], [one, other, apart]
    entries = [entry for page, s in zip(pages, spoken, strict=True) for entry in unnamed(page, [s])]
    flags = [Flag.DESCRIPTOR_DIFFERS in e.flags for e in differing(entries, [], spoken, pages)]
    assert flags == [True, True, False]


# --- size


def test_many_sources_take_work_in_proportion() -> None:
    def work(times: int) -> int:
        lines = [
            f"A port official said crane {n} was sold. The official asked not to be named."
            for n in range(times)
        ]
        page = report(" ".join(lines))
        found = []
        for n in range(times):
            at = page.text.index(f"crane {n} was")
            start = page.text.rindex("A port official", 0, at)
            source = Source(kind=SourceKind.UNNAMED, descriptor="A port official", scope=page.id)
            mention = Mention(source=source, span=Span(start, start + 15), evidence=SURE)
            found.append(
                Statement(
                    article=page.id,
                    mode=Mode.INDIRECT,
                    content=(Span(at, at + 10),),
                    source=mention,
                    evidence=SURE,
                )
            )
        assert len(unnamed(page, found)) == 1
        return calls(lambda: unnamed(page, found))

    assert work(1600) < 6 * work(400)
