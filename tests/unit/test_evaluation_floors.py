"""The floors under the quality figures: what fails, what is lifted, what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.__main__ import MEASURES, OURS, TABLES, main
from evaluation.floors import Floor, below, digest, load, raised, save

FLOOR: Floor = {"corpus": "sha256:1", "least": {"exact": 50.0}}


def test_a_figure_under_its_floor_is_named() -> None:
    assert below({"exact": 49.99}, FLOOR) == ["exact is 49.99, the floor is 50.00"]
    assert below({"exact": 50.0}, FLOOR) == []


def test_a_missing_figure_is_under_its_floor() -> None:
    assert below({}, FLOOR) == ["exact is missing, the floor is 50.00"]


def test_a_floor_is_lifted_and_lowered_only_when_told() -> None:
    assert raised({"exact": 60.129}, FLOOR, "sha256:1", lower=False)["least"] == {"exact": 60.12}
    assert raised({"exact": 40.0}, FLOOR, "sha256:1", lower=False)["least"] == {"exact": 50.0}
    assert raised({"exact": 40.0}, FLOOR, "sha256:1", lower=True)["least"] == {"exact": 40.0}


def test_another_corpus_starts_afresh() -> None:
    assert raised({"exact": 40.0}, FLOOR, "sha256:2", lower=False) == {
        "corpus": "sha256:2",
        "least": {"exact": 40.0},
    }


def test_the_digest_depends_on_names_and_bytes_and_not_on_order(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    first = digest([one, two])
    assert first == digest([two, one])
    two.write_bytes(b"3")
    assert first != digest([one, two])


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load(path) == {}
    save({"attribution": FLOOR}, path)
    assert load(path) == {"attribution": FLOOR}


def test_absent_data_is_said_and_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["attribution", "--check", "--data", str(tmp_path)]) == 0
    assert "not measured" in capsys.readouterr().out


def test_measures_that_need_no_data_of_others_are_ours(tmp_path: Path) -> None:
    alone = {name for name, (files_of, _) in MEASURES.items() if files_of(tmp_path)}
    assert alone - set(OURS) == {"speakers"}, "of BASIL too, where it is at hand"
    assert set(OURS) <= set(MEASURES)


def test_what_takes_longest_is_measured_where_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in MEASURES:
        monkeypatch.setitem(MEASURES, name, (lambda _: [], lambda _: {}))
    assert main(["--data", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "seeds" in told
    assert "plantedreports" not in told
    assert main(["plantedreports", "--data", str(tmp_path)]) == 0
    assert "plantedreports" in capsys.readouterr().out


def test_floors_of_our_own_files_are_of_these_files(tmp_path: Path) -> None:
    pinned = load()
    files = {name: MEASURES[name][0](tmp_path) for name in OURS}
    assert [name for name in OURS if files[name] and digest(files[name]) != pinned[name]["corpus"]] == []


@pytest.mark.parametrize(("name", "code"), [*((name, 1) for name in OURS), ("seeds", 0)])
def test_floors_of_our_own_files_lapse_with_a_fault(
    name: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one").write_text("changed")
    measure = (lambda _: [tmp_path / "one"], lambda _: {"exact": 1.0})
    monkeypatch.setitem(MEASURES, name, measure)
    monkeypatch.delitem(TABLES, name, raising=False)  # it would measure once more
    assert main([name, "--check", "--data", str(tmp_path)]) == code
    assert ("pin its floors anew" in capsys.readouterr().err) is bool(code)


def test_slack_is_for_the_taggers_figures_alone_and_outlives_pinning() -> None:
    floor: Floor = {"corpus": "sha256:a", "least": {"exact": 80.0, "rules_exact": 60.0}, "slack": 0.2}
    assert below({"exact": 79.85, "rules_exact": 60.0}, floor) == []
    assert below({"exact": 79.75, "rules_exact": 59.99}, floor) == [
        "exact is 79.75, the floor is 80.00 less 0.20",
        "rules_exact is 59.99, the floor is 60.00",
    ]
    assert raised({"exact": 81.0}, floor, "sha256:a", lower=False)["slack"] == 0.2
