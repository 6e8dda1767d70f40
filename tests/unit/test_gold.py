"""The gold of the invented stories says what it means, and says so when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation.gold import GoldNotFound, article_files, locate, read_article, read_stories

from rashomon.model import BlockKind, Mode, Span

TEXT = "Deck\n\nThe mill is\nold. “It leaks,” said Orla Finn. “It\nleaks on me,” she said.\n\nTopics\n"


def gold_file(tmp_path: Path, **changes: object) -> Path:
    record = {"article": "mill.txt", "blocks": [], "statements": [], "not_statements": []} | changes
    path = tmp_path / "mill.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def statement(**changes: object) -> dict[str, object]:
    return {"mode": "direct", "kind": "person", "who": "Orla Finn", "source": None, "cue": []} | changes


def test_any_run_of_blanks_stands_for_any_other() -> None:
    assert locate(TEXT, "mill is old.").of(TEXT) == "mill is\nold."


def test_an_elision_runs_to_the_first_closing_words() -> None:
    assert locate(TEXT, "“It […] ”").of(TEXT) == "“It leaks,”"


def test_a_number_chooses_among_occurrences() -> None:
    assert locate(TEXT, ["said", 2]).start > locate(TEXT, "said").start


def test_a_word_is_found_whole_only() -> None:
    assert locate("unsaid, he said", "said") == Span(11, 15)


def test_words_that_are_not_there_raise() -> None:
    with pytest.raises(GoldNotFound, match="'tower'"):
        locate(TEXT, "tower")
    with pytest.raises(GoldNotFound, match="3 times"):
        locate(TEXT, ["said", 3])


def test_missing_words_name_their_gold_file(tmp_path: Path) -> None:
    path = gold_file(tmp_path, blocks=[["headline", "Nowhere"]])
    with pytest.raises(GoldNotFound, match=r"mill\.json: 'Nowhere'"):
        read_article(path, TEXT)


def test_a_cue_is_the_one_beside_its_content(tmp_path: Path) -> None:
    quoted = [
        statement(content=["“It leaks on me,”"], cue=["said"]),
        statement(content=["“It leaks,”"], cue=["said"]),
    ]
    second, first = read_article(gold_file(tmp_path, statements=quoted), TEXT).statements
    assert first.cue[0].start < second.content[0].start < second.cue[0].start


def test_a_cue_between_two_pieces_is_preferred(tmp_path: Path) -> None:
    cut = statement(content=["“It leaks,”", "“It leaks on me,”"], cue=["said"], source="Orla Finn")
    (found,) = read_article(gold_file(tmp_path, statements=[cut]), TEXT).statements
    assert found.content[0].end < found.cue[0].start < found.content[1].start
    assert found.mode is Mode.DIRECT
    assert found.named is True


def test_lines_that_nobody_listed_are_paragraphs(tmp_path: Path) -> None:
    blocks = read_article(
        gold_file(tmp_path, blocks=[["deck", "Deck"], ["furniture", "Topics"]]), TEXT
    ).blocks
    kinds = {kind: span.of(TEXT) for kind, span in blocks if kind != (BlockKind.PARAGRAPH,)}
    assert kinds == {(BlockKind.DECK,): "Deck", (BlockKind.FURNITURE,): "Topics"}
    rest = "".join(span.of(TEXT) for kind, span in blocks if kind == (BlockKind.PARAGRAPH,))
    assert rest == "The mill isold. “It leaks,” said Orla Finn. “Itleaks on me,” she said."


def test_a_block_that_need_not_be_there_may_be_missing(tmp_path: Path) -> None:
    blocks = read_article(
        gold_file(tmp_path, blocks=[["?furniture", "Cookies"], ["?deck", "Deck"]]), TEXT
    ).blocks
    assert [kind for kind, _ in blocks if kind != (BlockKind.PARAGRAPH,)] == [(BlockKind.DECK,)]


def test_every_article_of_a_story_has_its_own_gold() -> None:
    single = {path.stem for path in article_files()}
    assert len(single) >= 21
    for story in read_stories():
        assert {path.stem for path in story.paths} <= single
        assert all(path.is_file() for path in story.paths)
        assert all(name in single for members in story.utterances for name, _ in members)


def test_several_kinds_may_be_right(tmp_path: Path) -> None:
    blocks = read_article(gold_file(tmp_path, blocks=[["deck|kicker", "Deck"]]), TEXT).blocks
    assert (BlockKind.DECK, BlockKind.KICKER) in [kinds for kinds, _ in blocks]


def test_a_cue_in_its_own_paragraph_is_nearer_than_one_across_a_gap(tmp_path: Path) -> None:
    text = "She said.\n\nIt is late, one of the two people in the room said."
    record = statement(content=["It is late"], cue=["said"], mode="indirect")
    (found,) = read_article(gold_file(tmp_path, statements=[record]), text).statements
    assert found.cue[0].start > found.content[0].end
