"""``rashomon explain``: every step behind one claim, from a dossier on disk."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.builders.command import Runner

from rashomon.model import Policy

HEATER = "gutted the signal box"
ALONE = "Two are in intensive care"
"""Words that one report alone has."""


@pytest.fixture
def dossier(rashomon: Runner, examples: Path, tmp_path: Path) -> Path:
    assert examples.exists()
    done = rashomon("compare", "examples/signal-box", "--tagger", "rules", "-o", "dossier.json")
    assert done.code == 0, done.err
    return tmp_path / "dossier.json"


def test_without_a_claim_all_are_listed(rashomon: Runner, dossier: Path) -> None:
    lines = rashomon("explain", "dossier.json").out.splitlines()
    ids = [claim["id"] for claim in json.loads(dossier.read_text(encoding="utf-8"))["claims"]]
    assert [line.split()[0] for line in lines] == ids
    assert max(map(len, lines)) <= 100


def test_a_claim_is_found_by_its_words_and_by_its_id(rashomon: Runner, dossier: Path) -> None:
    by_words = rashomon("explain", "dossier.json", HEATER)
    assert by_words.code == 0, by_words.err
    claims = json.loads(dossier.read_text(encoding="utf-8"))["claims"]
    [claim] = [c["id"] for c in claims if any(HEATER in " ".join(w["spans_text"]) for w in c["wordings"])]
    assert rashomon("explain", "dossier.json", claim).out == by_words.out
    assert rashomon("explain", "dossier.json", claim[:12]).out == by_words.out


@pytest.mark.usefixtures("dossier")
def test_each_step_is_told_with_its_place(rashomon: Runner) -> None:
    told = rashomon("explain", "dossier.json", HEATER).out
    assert "castern-courier.html:65" in told
    assert "lowland-examiner.txt:" in told
    for part in ("Wordings", "Taken for one", "Stances", "Origins"):
        assert part in told


@pytest.mark.usefixtures("dossier")
def test_a_silence_is_told_with_the_nearest_passage(rashomon: Runner) -> None:
    told = rashomon("explain", "dossier.json", ALONE).out
    assert told.count(" silent") == 3
    assert "nearest" in told


@pytest.mark.usefixtures("dossier")
def test_a_claim_is_found_by_the_number_that_the_summary_shows(rashomon: Runner, examples: Path) -> None:
    assert examples.exists()
    summary = rashomon("compare", "examples/signal-box", "--tagger", "rules", "--format", "text").out
    [row] = re.findall(r"^ +(\d+) ≤.*it expected to reopen", summary, re.MULTILINE)
    told = rashomon("explain", "dossier.json", row)
    assert told.code == 0, told.err
    assert told.out.startswith(f"Claim {row}  ")
    listed = rashomon("explain", "dossier.json").out_lines[int(row) - 1]
    assert listed.split()[1] == row
    assert "it expected to reopen" in listed


@pytest.mark.usefixtures("dossier")
def test_what_means_none_is_said_in_a_line(rashomon: Runner) -> None:
    for claim in ("no such words", "99999", "…"):
        done = rashomon("explain", "dossier.json", claim)
        assert done.code == 2
        assert "no claim has the number, the id or the words" in done.err
        assert done.err.count("\n") == 1


def test_what_means_several_is_said_with_the_words_of_each(rashomon: Runner, dossier: Path) -> None:
    claims = json.loads(dossier.read_text(encoding="utf-8"))["claims"]
    done = rashomon("explain", "dossier.json", "cl-")
    assert (done.code, done.out) == (2, "")
    first, *listed, last = done.err_lines
    assert first.startswith(f"error: 'cl-' stands for {len(claims)} claims; ")
    assert listed == [f"  {line}" for line in rashomon("explain", "dossier.json").out_lines[: len(listed)]]
    assert last == f"  … {len(claims) - len(listed)} more"


@pytest.mark.usefixtures("dossier")
def test_words_in_a_list_are_cut_between_words(rashomon: Runner) -> None:
    [line] = [one for one in rashomon("explain", "dossier.json").out_lines if "Staff reported" in one]
    assert line.endswith("of the box on 22 …")


def test_marks_can_be_typed_as_a_keyboard_has_them(rashomon: Runner, tmp_path: Path) -> None:
    for name, role in (("one.txt", "the chair of the board"), ("two.txt", "who chairs the board")):
        words = f"“We can’t do it before March,” said Odile Marrack, {role}.\n"
        (tmp_path / name).write_text(f"Ferry to Orrin\n\n{words}", encoding="utf-8")
    assert rashomon("compare", "one.txt", "two.txt", "--tagger", "rules", "-o", "d.json").code == 0
    told = rashomon("explain", "d.json", "we can't do it")
    assert told.code == 0, told.err
    assert "We can’t do it" in told.out
    assert rashomon("explain", "d.json", "we ‘can’t").code == 2


def test_the_dossier_may_come_by_standard_input(rashomon: Runner, dossier: Path) -> None:
    done = rashomon("explain", "-", HEATER, stdin=dossier.read_bytes())
    assert (done.code, done.err) == (0, "")
    assert done.out == rashomon("explain", "dossier.json", HEATER).out
    assert rashomon("verify", "-", stdin=dossier.read_bytes()).out.startswith("verified: 4 articles")
    both = rashomon("verify", "-", "-", stdin=dossier.read_bytes())
    assert both.code == 2
    assert both.err == ("error: standard input cannot be both the dossier and an input; give one as a file\n")


@pytest.mark.parametrize("command", ["explain", "verify"])
def test_a_dossier_over_the_limit_is_refused(rashomon: Runner, dossier: Path, command: str) -> None:
    size = dossier.stat().st_size
    for word, stdin in (("dossier.json", b""), ("-", dossier.read_bytes())):
        done = rashomon(command, "--max-bytes", str(size - 1), word, stdin=stdin)
        assert (done.code, done.out) == (1, "")
        assert (
            done.err == f"error: {word}: is over the limit of {size - 1:,} bytes; raise it with --max-bytes\n"
        )
        assert rashomon(command, "--max-bytes", str(size), word, stdin=stdin).code == 0


def test_what_we_wrote_is_read_however_large(rashomon: Runner, dossier: Path) -> None:
    with dossier.open("ab") as file:
        file.write(b" " * Policy().max_input_bytes)
    for command in ("explain", "verify"):
        assert rashomon(command, "dossier.json").code == 0


def test_a_dossier_without_claims_says_how_to_get_them(rashomon: Runner, examples: Path) -> None:
    assert examples.exists()
    rashomon("collate", "examples/versions", "-o", "versions.json")
    done = rashomon("explain", "versions.json")
    assert done.code == 2
    assert "make it anew with 'rashomon compare'" in done.err


def test_what_is_no_dossier_is_said_in_a_line(rashomon: Runner, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    for name in ("other.json", "missing.json"):
        done = rashomon("explain", name)
        assert done.code == 1
        assert name in done.err
        assert done.err.count("\n") == 1


def test_a_dossier_that_lacks_an_article_is_said_in_a_line(rashomon: Runner, dossier: Path) -> None:
    record = json.loads(dossier.read_text(encoding="utf-8"))
    del record["articles"][0]
    dossier.write_text(json.dumps(record), encoding="utf-8")
    done = rashomon("explain", "dossier.json")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "error: dossier.json: speaks of an article that is not in it; "
        "'rashomon verify' lists what is wrong with it\n"
    )
