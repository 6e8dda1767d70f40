"""``rashomon collate`` as a user runs it: one's own versions of one quotation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.builders.command import Result, Runner

import rashomon as package
from rashomon.errors import EmptyInput, InputFaults, UsageError
from rashomon.exports import EXPORTERS, parse_dossier, verify

Record = dict[str, Any]

ONE_FILE = """\
# Quay Gazette
“The boat will sail on Friday,” Okell said, “unless it rains.”

# Orrin Wire
“The boat will not sail on Friday.”

“It rains.”

# The Lamp
The boat sails on Friday unless it rains.
"""
PARAGRAPHS = "“The boat will sail.”\n  \r\n“The boat may sail.”\n\n\n'The boat will sail.'\n"


def dossier(result: Result) -> Record:
    assert result.code == 0, result.err
    record: Record = json.loads(result.out)
    assert verify(record) == ()
    return record


def words_of(record: Record) -> list[list[str]]:
    return [statement["content_text"] for statement in record["statements"]]


def kinds(record: Record) -> set[str]:
    return {variant["kind"] for variant in record["utterances"][0]["apparatus"]["variants"]}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    texts = ("“The boat will sail.”\n", "“The boat will not sail.”\n", "“The boat will sail.”\n")
    paths = [tmp_path / f"{name}.txt" for name in ("gazette", "wire", "lamp")]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_each_file_is_one_version_and_what_is_alike_stays_apart(rashomon: Runner, files: list[Path]) -> None:
    record = dossier(rashomon("collate", "-f", "json", *files))
    assert [article["input"] for article in record["articles"]] == list(map(str, files))
    (utterance,) = record["utterances"]
    assert len(utterance["apparatus"]["witnesses"]) == 3
    (variant,) = utterance["apparatus"]["variants"]
    assert (variant["kind"], variant["severity"]) == ("negation", "major")
    assert sorted(reading["attested"] for reading in variant["readings"]) == [1, 2]
    assert record["articles"][0]["text"].strip() == record["articles"][2]["text"].strip()
    assert record["engine"]["rooms"] == ["collation"]


def test_a_file_has_a_version_below_each_heading(rashomon: Runner, tmp_path: Path) -> None:
    (tmp_path / "v.txt").write_text(ONE_FILE, encoding="utf-8")
    record = dossier(rashomon("collate", "-f", "json", "v.txt"))
    assert [a["publisher"] for a in record["articles"]] == ["Quay Gazette", "Orrin Wire", "The Lamp"]
    assert [a["input"] for a in record["articles"]] == ["v.txt#1", "v.txt#2", "v.txt#3"]
    assert words_of(record) == [
        ["“The boat will sail on Friday,”", "“unless it rains.”"],
        ["“The boat will not sail on Friday.”", "“It rains.”"],
        ["The boat sails on Friday unless it rains."],
    ]
    assert "".join(a["text"] for a in record["articles"]) == ONE_FILE
    assert "negation" in kinds(record)


def test_a_single_file_without_headings_has_a_version_a_paragraph(rashomon: Runner, tmp_path: Path) -> None:
    (tmp_path / "v.txt").write_bytes(PARAGRAPHS.encode())
    record = dossier(rashomon("collate", "-f", "json", "v.txt"))
    assert words_of(record) == [
        ["“The boat will sail.”"],
        ["“The boat may sail.”"],
        ["'The boat will sail.'"],
    ]
    assert kinds(record) == {"substitution"}
    piped = dossier(rashomon("collate", "-f", "json", "-", stdin=PARAGRAPHS.encode()))
    assert words_of(piped) == words_of(record)
    assert [article["input"] for article in piped["articles"]] == ["-#1", "-#2", "-#3"]


def test_of_several_files_each_is_one_version_whatever_its_paragraphs(
    rashomon: Runner, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("“The boat will sail.\n\n“It rains.”\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The boat will sail.\n\nIt rains.\n", encoding="utf-8")
    record = dossier(rashomon("collate", "-f", "json", "a.txt", "b.txt"))
    assert words_of(record) == [["“The boat will sail.", "“It rains.”"], ["The boat will sail.", "It rains."]]
    assert kinds(record) == set()


def test_words_in_marks_at_one_end_only_are_taken_as_they_stand(rashomon: Runner) -> None:
    text = "“No” is what I told them.\n\nNo is what I told them.\n"
    record = dossier(rashomon("collate", "-f", "json", "-", stdin=text.encode()))
    assert words_of(record)[0] == ["“No” is what I told them."]


def test_every_format_is_there(rashomon: Runner, files: list[Path]) -> None:
    for name in EXPORTERS:
        result = rashomon("collate", "-f", name, *files)
        assert result.code == 0, result.err
        assert result.out


def test_the_dossier_can_be_verified_with_its_files(rashomon: Runner, files: list[Path]) -> None:
    assert rashomon("collate", *files[:2], "-o", "d.json").code == 0
    assert rashomon("verify", "d.json", *files[:2]).code == 0
    files[0].write_text("“The boat will sink.”\n", encoding="utf-8")
    assert rashomon("verify", "d.json", *files[:2]).code == 1


@pytest.mark.parametrize("name", ["wire", "wire.txt"])
def test_the_base_can_be_chosen(rashomon: Runner, files: list[Path], name: str) -> None:
    record = dossier(rashomon("collate", "-f", "json", "--base", name, *files))
    base = record["utterances"][0]["apparatus"]["base"]
    (article,) = [s["input"] for s in record["statements"] if s["id"] == base]
    assert article == str(files[1])


def test_a_base_can_be_named_by_its_outlet(rashomon: Runner, tmp_path: Path) -> None:
    (tmp_path / "v.txt").write_text(ONE_FILE, encoding="utf-8")
    record = dossier(rashomon("collate", "-f", "json", "v.txt", "--base", "the lamp"))
    base = record["utterances"][0]["apparatus"]["base"]
    assert base == record["statements"][2]["id"]
    refused = rashomon("collate", "v.txt", "--base", "The Lantern")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "error: nothing is called 'The Lantern'; there are: Quay Gazette, Orrin Wire, The Lamp\n"
    )


def test_compare_takes_a_base_too(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    for path in reports:
        record = dossier(rashomon("compare", "-f", "json", "--base", path.stem, *reports))
        base = record["utterances"][0]["apparatus"]["base"]
        assert [s["input"] for s in record["statements"] if s["id"] == base] == [str(path)]


@pytest.mark.parametrize(
    ("words", "stdin", "told"),
    [
        (("gone.txt",), b"", "gone.txt: there is no such file or folder"),
        (("-",), b" \n", "-: holds nothing but blanks; paste the report into it"),
        (("-",), "“…”\n".encode(), "-: holds no words; write the quotation into it"),
        (("-",), b"\x00\x01\x02\x03" * 50, "-: is not text; give plain text, HTML or JSON Lines of articles"),
    ],
)
def test_what_cannot_be_used_is_one_line(
    rashomon: Runner, words: tuple[str, ...], stdin: bytes, told: str
) -> None:
    result = rashomon("collate", *words, stdin=stdin)
    assert (result.code, result.out) == (1, "")
    assert result.err_lines == [
        f"error: {told}",
        "error: no version could be used; there is nothing to collate",
    ]


def test_a_heading_without_words_is_named_with_its_place(rashomon: Runner) -> None:
    text = "# Quay Gazette\nThe boat will sail.\n\n# Orrin Wire\n\n# The Lamp\nThe boat will sink.\n"
    result = rashomon("collate", "-", "-f", "json", stdin=text.encode())
    assert result.code == 1
    assert result.err_lines == [
        "error: -:4:1: has no words below this heading; write the quotation into it",
        "  # Orrin Wire",
        "  ^",
    ]
    assert [article["publisher"] for article in json.loads(result.out)["articles"]] == [
        "Quay Gazette",
        "The Lamp",
    ]


def test_one_version_is_delivered_with_a_warning(rashomon: Runner, files: list[Path]) -> None:
    result = rashomon("collate", files[0])
    assert result.code == 0
    assert result.err == f"warning: {files[0]}: is the only version; there is nothing to hold it against\n"
    assert "The boat will sail" in result.out


def test_an_input_is_never_overwritten(rashomon: Runner, files: list[Path]) -> None:
    refused = rashomon("collate", *files, "-o", files[0])
    assert refused.code == 2
    assert files[0].read_text(encoding="utf-8") == "“The boat will sail.”\n"


def test_a_house_style_is_asked_for_by_name_by_file_or_all(
    rashomon: Runner, files: list[Path], tmp_path: Path
) -> None:
    for name in ("ap", "all"):
        shown = rashomon("collate", *files, "--house-style", name)
        assert shown.code == 0
        assert "Associated Press" in shown.out
    own = (
        'name = "Our desk"\n[[rules]]\nid = "no"\nkinds = ["negation"]\nverdict = "not_allowed"\n'
        'gist = "Leave it."\n'
    )
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    shown = rashomon("collate", *files, "--house-style", "own.toml")
    assert "Our desk" in shown.out
    assert "Leave it." in shown.out
    refused = rashomon("collate", *files, "--house-style", "gone")
    assert refused.code == 1
    assert refused.err.startswith("error: gone: is neither a house style nor a file")
    assert len(refused.err_lines) == 1


def test_versions_in_two_languages_are_laid_side_by_side(rashomon: Runner) -> None:
    text = (
        "# Quay Gazette\nWe shall not open the harbour before the winter because the ice is too thick.\n"
        "# Le Phare\nNous n’ouvrirons pas le port avant l’hiver parce que la glace est trop épaisse.\n"
    )
    record = dossier(rashomon("collate", "-f", "json", "-", stdin=text.encode()))
    assert [article["language"] for article in record["articles"]] == ["en", "fr"]
    assert len(record["utterances"][0]["apparatus"]["witnesses"]) == 2
    (variant,) = [v for v in record["utterances"][0]["apparatus"]["variants"] if v["column"] is None]
    assert (variant["kind"], variant["severity"]) == ("translation", "minor")
    assert variant["evidence"]["reason"] == "two_languages"


def test_the_summary_calls_the_versions_by_their_names(rashomon: Runner, tmp_path: Path) -> None:
    (tmp_path / "v.txt").write_text(ONE_FILE, encoding="utf-8")
    shown = rashomon("collate", "v.txt").out
    assert "A   Quay Gazette · v.txt#1" in shown
    assert "C   The Lamp · v.txt#3" in shown
    page = rashomon("collate", "v.txt", "-f", "html").out
    assert '<p class="headline"><bdi>Orrin Wire</bdi></p>' in page


def test_the_public_name_does_the_same(files: list[Path], tmp_path: Path) -> None:
    made = package.collate(*map(str, files), base="wire", styles=["ap"])
    assert [article.input for article in made.articles] == list(map(str, files))
    assert made.utterances[0].apparatus.base == made.statements[1].id
    assert {finding.style for finding in made.findings} == {"ap"}
    assert parse_dossier(EXPORTERS["json"].export(package.collate(*map(str, files)))).utterances
    with pytest.raises(UsageError, match="gone"):
        package.collate(*map(str, files), base="gone")
    with pytest.raises(InputFaults):
        package.collate(str(tmp_path / "gone.txt"))
    with pytest.raises(EmptyInput):
        package.collate(str(tmp_path / "gone.txt"), on_fault=lambda fault: None)


def test_the_example_shows_many_classes(rashomon: Runner, examples: Path) -> None:
    record = dossier(rashomon("collate", "-f", "json", "examples/versions"))
    assert examples.exists()
    found = {edit["kind"] for v in record["utterances"][0]["apparatus"]["variants"] for edit in v["edits"]}
    wanted = {"contraction", "orthography", "name", "date", "tense", "bracket", "negation", "cleanup"}
    assert wanted <= found
    assert "truncation" in kinds(record)
