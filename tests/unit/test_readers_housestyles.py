"""House styles in TOML: a newsroom's own file, what it extends, and the one line that says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import InputError, MalformedInput, MissingInput, TooLarge
from rashomon.model import VariantKind, Verdict
from rashomon.readers import builtin_styles, house_style
from rashomon.readers.housestyles import read

_OWN = """\
extends = "ap"
name = "The Ellery Courier"

[documents.book]
title = "The Courier's book"
edition = "third"
url = "https://courier.example/book"

[[rules]]
id = "brackets-are-fine"
kinds = ["bracket"]
verdict = "allowed"
gist = "Words of ours stand in brackets."
document = "book"
section = "Brackets"
verified = true

[[rules]]
id = "never-altered"
kinds = ["cleanup"]
verdict = "editor_decides"
gist = "The desk decides."
"""


def _file(folder: Path, text: str) -> str:
    path = folder / "courier.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_ones_own_rules_stand_before_those_of_the_extended_style(tmp_path: Path) -> None:
    style = house_style(_file(tmp_path, _OWN))
    assert (style.id, style.name) == ("courier", "The Ellery Courier")
    brackets = style.rule_for(VariantKind.BRACKET, "bracket_inserted")
    assert brackets is not None
    assert (brackets.verdict, brackets.citation.document) == (Verdict.ALLOWED, "The Courier's book")
    assert (brackets.citation.section, brackets.citation.edition, brackets.verified) == (
        "Brackets",
        "third",
        True,
    )
    ellipsis = style.rule_for(VariantKind.ELLIPSIS)
    assert ellipsis in builtin_styles()["ap"].rules


def test_a_rule_of_the_same_id_replaces_the_extended_one_whole(tmp_path: Path) -> None:
    style = house_style(_file(tmp_path, _OWN))
    assert [rule.verdict for rule in style.rules if rule.id == "never-altered"] == [Verdict.EDITOR_DECIDES]
    assert style.rule_for(VariantKind.NUMBER) is None


def test_a_rule_that_says_nothing_of_its_reading_is_not_verified(tmp_path: Path) -> None:
    (rule,) = [r for r in house_style(_file(tmp_path, _OWN)).rules if r.id == "never-altered"]
    assert not rule.verified


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("verdict = \n", "1:11: is not TOML: invalid value; mend the TOML there"),
        ("[[rules]\n", "1:8: is not TOML: expected ']]' at the end of an array declaration; mend"),
        ('colour = "red"\n', "1:1: has an unknown key 'colour'; there are id, name, extends"),
        ('nmae = "Us"\n', "1:1: has an unknown key 'nmae'; did you mean 'name'?"),
        ('name = "Us"\n', "has no rules; add a [[rules]] table, or extends"),
        ('extends = "tern"\n', "1:1: extends 'tern', which is no built-in house style; extend one of ap,"),
        ("rules = 3\n", "1:1: has rules that are no tables; write each under [[rules]]"),
        ('[[rules]]\nid = "a"\n', "1:1: rule 1 speaks of nothing; give it kinds or flags"),
        (
            '[[rules]]\nid = "a"\nkinds = ["bracket"]\ngist = "g"\n',
            '1:1: rule 1 has no verdict; add verdict = "..."',
        ),
        (
            '[[rules]]\nid = "a"\nkinds = ["brackets"]\nverdict = "allowed"\ngist = "g"\n',
            "3:1: rule 1 has 'brackets' in kinds, which is none; did you mean 'bracket'?",
        ),
        (
            '[[rules]]\nid = "a"\nkinds = ["bracket"]\n  verdict = "sometimes"\ngist = "g"\n',
            "4:3: rule 1 has 'sometimes' in verdict, which is none; there are allowed, if_marked",
        ),
        (
            '[[rules]]\nid = "a"\nkinds = "bracket"\nverdict = "allowed"\ngist = "g"\n',
            '3:1: rule 1 has kinds that are no list of words; write kinds = ["...", "..."]',
        ),
        (
            '[[rules]]\nid = "A b"\nkinds = ["bracket"]\nverdict = "allowed"\ngist = "g"\n',
            "2:1: rule 1 has the id 'A b'; use small letters, digits and single hyphens",
        ),
        (
            '[[rules]]\nid = "a"\nkinds = ["bracket"]\nverdict = "allowed"\ngist = "g"\nverified = "yes"\n',
            "6:1: rule 1 has a verified that is neither true nor false; write verified = true or false",
        ),
        (
            '[[rules]]\nid = "a"\nkinds = ["bracket"]\nverdict = "allowed"\ngist = "g"\ndocument = "book"\n',
            "6:1: rule 1 cites 'book', which is not there; add [documents.book]",
        ),
        (
            2 * '[[rules]]\nid = "a"\nkinds = ["bracket"]\nverdict = "allowed"\ngist = "g"\n',
            "7:1: rule 2 has the id 'a' of an earlier rule; give it one of its own",
        ),
        ("[documents.book]\nedition = 3\n", "document 'book' has no title; add title"),
    ],
)
def test_one_line_says_what_is_wrong_and_where(tmp_path: Path, text: str, line: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(MalformedInput) as caught:
        house_style(path)
    told = caught.value.line()
    assert "\n" not in told
    assert told.startswith(path)
    assert line in told


def test_a_word_that_is_neither_a_style_nor_a_file(tmp_path: Path) -> None:
    with pytest.raises(
        MissingInput, match="is neither a house style nor a file; give a file, or one of ap, bbc"
    ):
        house_style(str(tmp_path / "tern"))


@pytest.mark.parametrize("word", ["", "a\0b"])
def test_words_that_can_be_no_path_are_faults_of_the_input(word: str) -> None:
    with pytest.raises(InputError):
        house_style(word)


def test_a_folder_is_no_house_style(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="cannot be read"):
        house_style(str(tmp_path))


def test_bytes_that_are_no_text_and_files_without_end(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes('name = "Küste"'.encode("latin-1"))
    with pytest.raises(MalformedInput, match="is not UTF-8 at byte 9"):
        read(str(tmp_path / "latin.toml"))
    (tmp_path / "long.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(TooLarge):
        read(str(tmp_path / "long.toml"))
    (tmp_path / "deep.toml").write_bytes(b"a = " + b"[" * 20_000)
    with pytest.raises(MalformedInput):
        read(str(tmp_path / "deep.toml"))


@pytest.mark.parametrize("name", ["ap", "bbc", "guardian", "nyt", "reuters"])
def test_every_built_in_rule_cites_where_it_is_written(name: str) -> None:
    style = builtin_styles()[name]
    assert style.id == name
    for rule in style.rules:
        assert rule.citation.document, rule.id
        assert rule.citation.section, rule.id
        assert rule.citation.url.startswith("http"), rule.id
        assert not rule.citation.seen or rule.verified, rule.id


def test_rules_within_a_built_in_style_are_all_reachable() -> None:
    for style in builtin_styles().values():
        for rule in style.rules:
            found = [
                style.rule_for(kind, reason) for kind in rule.kinds for reason in rule.reasons or ("another",)
            ]
            found += [style.rule_on(flag) for flag in rule.flags]
            assert rule in found, (style.id, rule.id)
