"""The scorer gives full marks to the gold itself, and takes them away for each kind of mistake."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.gold import ROOT, GoldArticle, GoldStatement, GoldStory, article_files, read_article
from evaluation.scoring import Tally, joined_places, score_blocks, score_statements, score_utterances

from rashomon.model import (
    Apparatus,
    Article,
    Block,
    BlockKind,
    Dossier,
    Engine,
    Evidence,
    Mention,
    Mode,
    Policy,
    Repair,
    RepairKind,
    Source,
    SourceKind,
    Span,
    Statement,
    Utterance,
    Witness,
)

SURE = Evidence(score=1.0, reason="gold")
PLAIN = [
    path
    for path in article_files()
    if json.loads(path.read_text(encoding="utf-8"))["article"].endswith(".txt")
    and path.stem not in {"valley-ledger", "upland-times"}  # these need decoding and repair first
]


def as_read(path: Path) -> tuple[Article, GoldArticle]:
    """The article of a gold file, its blocks as the gold has them."""
    source = ROOT / json.loads(path.read_text(encoding="utf-8"))["article"]
    text = source.read_bytes().decode("utf-8")
    gold = read_article(path, text)
    blocks = tuple(Block(kind=kinds[0], span=span) for kinds, span in sorted(gold.blocks, key=lambda b: b[1]))
    return Article(input=source.name, text=text, blocks=blocks), gold


def as_found(article: Article, wanted: GoldStatement, parent: Statement | None) -> Statement:
    name = wanted.who[0] if wanted.who else None
    named = wanted.named is not False
    source = Source(
        kind=wanted.kind or SourceKind.PERSON,
        name=name if named else None,
        descriptor=None if named else name,
    )
    return Statement(
        article=article.id,
        mode=wanted.mode,
        content=wanted.content,
        cue=wanted.cue,
        source=Mention(source=source, span=wanted.source, evidence=SURE) if wanted.kind or name else None,
        parent=parent.id if parent else None,
        evidence=replace(
            SURE, repairs=tuple(Repair(kind=RepairKind(r), span=wanted.content[0]) for r in wanted.repairs)
        ),
    )


def all_found(article: Article, gold: GoldArticle) -> list[Statement]:
    found: list[Statement] = []
    for wanted in gold.statements:
        found.append(as_found(article, wanted, found[wanted.parent] if wanted.parent is not None else None))
    return found


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_the_gold_itself_gets_full_marks(path: Path) -> None:
    article, gold = as_read(path)
    tally = Tally()
    score_blocks(tally, path.stem, article, gold)
    score_statements(tally, path.stem, article, gold, all_found(article, gold))
    assert tally.failures == []
    assert {name: tally.share(name) for name in tally.counted} == dict.fromkeys(tally.counted, 1.0)
    assert {"block_accuracy", "statement_recall", "statement_precision"} <= tally.counted.keys()


TEXT = "“It leaks,” said Orla Finn. Finn said that the roof was “new”. Register to read on."
GOLD = GoldArticle(
    blocks=(((BlockKind.PARAGRAPH,), Span(0, 62)), ((BlockKind.FURNITURE,), Span(63, 83))),
    statements=(
        GoldStatement(
            mode=Mode.DIRECT,
            content=(Span(0, 11),),
            cue=(Span(12, 16),),
            kind=SourceKind.PERSON,
            who=("Orla Finn",),
        ),
        GoldStatement(
            mode=Mode.MIXED,
            content=(Span(43, 61),),
            cue=(Span(33, 37),),
            kind=SourceKind.PERSON,
            who=("Orla Finn",),
        ),
    ),
    not_statements=(Span(56, 61),),
)


def article_of(*kinds: BlockKind) -> Article:
    blocks = tuple(Block(kind=k, span=span) for k, (_, span) in zip(kinds, GOLD.blocks, strict=True))
    return Article(input="a", text=TEXT, blocks=blocks)


def statements_scored(*statements: Statement, gold: GoldArticle = GOLD) -> Tally:
    tally = Tally()
    score_statements(tally, "a", article_of(BlockKind.PARAGRAPH, BlockKind.FURNITURE), gold, statements)
    return tally


def found() -> tuple[Statement, Statement]:
    article = article_of(BlockKind.PARAGRAPH, BlockKind.FURNITURE)
    first, second = all_found(article, GOLD)
    return first, second


def test_the_small_gold_means_what_it_says() -> None:
    assert [TEXT[s.start : s.end] for w in GOLD.statements for s in (*w.content, *w.cue)] == [
        "“It leaks,”",
        "said",
        "the roof was “new”",
        "said",
    ]
    assert TEXT[56:61] == "“new”"


def test_body_taken_for_furniture_costs_precision_and_furniture_missed_costs_recall() -> None:
    eager, blind = Tally(), Tally()
    score_blocks(eager, "a", article_of(BlockKind.FURNITURE, BlockKind.FURNITURE), GOLD)
    score_blocks(blind, "a", article_of(BlockKind.PARAGRAPH, BlockKind.PARAGRAPH), GOLD)
    assert eager.share("furniture_precision") == 0.5
    assert eager.share("furniture_recall") == 1.0
    assert blind.share("furniture_recall") == 0.0
    assert blind.share("block_accuracy") == 0.5


def test_a_missed_statement_costs_recall() -> None:
    tally = statements_scored(found()[0])
    assert tally.share("statement_recall") == tally.share("content_recall") == 0.5
    assert tally.share("statement_precision") == 1.0


def test_a_wrong_speaker_costs_recall_and_precision() -> None:
    first, second = found()
    wrong = replace(
        second, source=Mention(source=Source(kind=SourceKind.PERSON, name="Finn"), span=None, evidence=SURE)
    )
    tally = statements_scored(first, wrong)
    assert tally.share("content_recall") == 1.0
    assert (
        tally.share("speaker_accuracy")
        == tally.share("statement_recall")
        == tally.share("statement_precision")
        == 0.5
    )
    assert "person 'Finn'" in str(tally.failures[0])


def test_a_claimed_scare_quote_is_a_stray_and_a_lapse() -> None:
    scare = replace(found()[0], content=GOLD.not_statements)
    tally = statements_scored(*found(), scare)
    assert tally.share("negatives_left_alone") == 0.0
    assert tally.share("statement_precision") == pytest.approx(2 / 3)


def test_optional_statements_count_neither_way() -> None:
    optional = replace(GOLD, statements=(GOLD.statements[0], replace(GOLD.statements[1], optional=True)))
    for statements in (found(), found()[:1]):
        tally = statements_scored(*statements, gold=optional)
        assert tally.share("statement_recall") == tally.share("statement_precision") == 1.0
        assert tally.counted["statement_recall"] == 1


def test_an_unnamed_source_may_not_be_given_a_name() -> None:
    unnamed = replace(
        GOLD, statements=(replace(GOLD.statements[0], kind=SourceKind.UNNAMED, who=("an official",)),)
    )
    kept = Source(kind=SourceKind.UNNAMED, descriptor="the official", scope="x")
    named = Source(kind=SourceKind.PERSON, name="an official")
    shares = [
        statements_scored(
            replace(found()[0], source=Mention(source=source, span=None, evidence=SURE)), gold=unnamed
        ).share("speaker_accuracy")
        for source in (kept, named)
    ]
    assert shares == [1.0, 0.0]


def test_scraps_of_one_speech_hang_together_by_the_report_that_quotes_it_whole() -> None:
    places = [("one", frozenset({1, 2, 3})), ("two", frozenset({1})), ("three", frozenset({3}))]
    whole, first, second = places
    assert joined_places([(whole, first), (whole, second)]) == [{whole, first, second}]
    assert joined_places([(whole, first)]) == [{whole, first}]


def test_pairs_of_reports_are_found_missed_or_false() -> None:
    one = Article(input="one", text="“We will mend the roof.” “We will paint the door.”")
    two = Article(input="two", text="“We will mend the roof today.” “The cat is asleep.”")
    story = GoldStory(
        name="s", paths=(), utterances=((("one", "“We will mend the roof.”"), ("two", "“We […] today.”")),)
    )

    def scored(*pairs: tuple[Span, Span]) -> Tally:
        utterances = tuple(
            Utterance(
                source=None,
                statements=("x", "y"),
                apparatus=Apparatus(
                    base="x",
                    witnesses=(
                        Witness(statement="x", article=one.id, spans=(a,)),
                        Witness(statement="y", article=two.id, spans=(b,)),
                    ),
                    columns=(),
                    variants=(),
                ),
                evidence=SURE,
            )
            for a, b in pairs
        )
        engine = Engine(version="0", model=None, policy=Policy(), rooms=())
        dossier = Dossier(
            articles=(one, two), statements=(), sources=(), utterances=utterances, engine=engine
        )
        tally = Tally()
        score_utterances(tally, story, {"one": one, "two": two}, dossier)
        return tally

    right, false = (Span(0, 24), Span(0, 30)), (Span(25, 50), Span(31, 51))
    assert scored(right).share("utterance_recall") == scored(right).share("utterance_precision") == 1.0
    assert scored(right, false).share("utterance_precision") == 0.5
    assert scored(false).share("utterance_recall") == 0.0
