"""House styles from the inputs to the dossier: two invented reports and what is found of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import rashomon
from rashomon.errors import MissingInput
from rashomon.model import Dossier, Verdict

_TERN = (
    "Ferry to sail, harbour master says\n\n"
    "“The ferry will sail on Friday if the wind drops, and nobody gets left behind,” Mara Quill said in Port "
    "Ellery on Monday.\n\nThe council meets again next week to hear the crews of the old boats.\n"
)
_GULL = (
    "Harbour master firm on ferry\n\n"
    "Mara Quill told the council: “The ferry will sail on Friday ... and nobody gets left behind.”\n\n"
    "It was the third time that she had been asked about the boats this spring, and the hall was full.\n"
)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("reports")
    out = []
    for name, text in (("tern", _TERN), ("gull", _GULL)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        out.append(str(folder / f"{name}.txt"))
    return out


def _held(paths: list[str], *styles: str) -> Dossier:
    return rashomon.compare(*paths, tagger="rules", styles=styles)


def test_a_dossier_keeps_the_styles_and_what_they_say(paths: list[str]) -> None:
    dossier = _held(paths, "reuters", "bbc")
    assert [style.id for style in dossier.house_styles] == ["reuters", "bbc"]
    gull = dossier.articles[1].id
    told = {(found.style, found.verdict) for found in dossier.findings if found.kind == "ellipsis"}
    assert told
    assert {style for style, _ in told} == {"reuters", "bbc"}
    by_id = {statement.id: statement.article for statement in dossier.statements}
    for found in dossier.findings:
        if found.kind == "ellipsis":
            assert {by_id[one] for one in found.altered} == {gull}


def test_without_styles_nothing_is_held(paths: list[str]) -> None:
    dossier = _held(paths)
    assert (dossier.house_styles, dossier.findings) == ((), ())


def test_an_own_file_and_its_verdict(paths: list[str], tmp_path: Path) -> None:
    own = tmp_path / "desk.toml"
    own.write_text(
        '[[rules]]\nid = "dots"\nkinds = ["ellipsis"]\nverdict = "not_allowed"\ngist = "No dots."\n',
        encoding="utf-8",
    )
    dossier = _held(paths, str(own))
    (found,) = [one for one in dossier.findings if one.kind == "ellipsis"]
    assert (found.style, found.rule, found.verdict) == ("desk", "dots", Verdict.NOT_ALLOWED)


def test_of_two_styles_with_one_id_the_later_counts(paths: list[str], tmp_path: Path) -> None:
    own = tmp_path / "ap.toml"
    own.write_text('extends = "ap"\nname = "Ours"\n', encoding="utf-8")
    assert [style.name for style in _held(paths, "ap", str(own)).house_styles] == ["Ours"]


def test_a_style_that_is_not_there_is_told_before_anything_is_read(paths: list[str]) -> None:
    with pytest.raises(MissingInput, match="neither a house style nor a file"):
        _held([*paths, "no-such-report.txt"], "tern-style")
