"""The package's own names: all there, all documented, and none loaded before its time."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon.errors import InputError, InputFaults, MissingInput


def test_all_names_are_there_and_documented() -> None:
    assert sorted(rashomon.__all__) == rashomon.__all__
    for name in rashomon.__all__:
        assert name in dir(rashomon)
        assert name == "__version__" or inspect.getdoc(getattr(rashomon, name))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = rashomon.no_such_name


def test_importing_the_package_loads_none_of_its_parts() -> None:
    program = "import sys, rashomon; print(*[m for m in sys.modules if m.startswith('rashomon.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_faults_are_raised_after_the_rest_was_delivered(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("The mayor of Anselm said the bridge was closed.\n", encoding="utf-8")
    articles = rashomon.read(str(tmp_path / "missing.txt"), str(good))
    assert next(articles).input == str(good)
    with pytest.raises(InputFaults) as caught:
        next(articles)
    assert [type(fault) for fault in caught.value.exceptions] == [MissingInput]


def test_faults_can_be_taken_as_they_come(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("“The bridge is closed,” said Wenna Bray, the mayor of Anselm.\n", encoding="utf-8")
    faults: list[InputError] = []
    dossier = rashomon.compare(str(good), str(tmp_path / "missing.txt"), on_fault=faults.append)
    assert [article.input for article in dossier.articles] == [str(good)]
    assert len(faults) == 1
    assert [s.source.source.name for s in rashomon.statements(str(good)) if s.source] == ["Wenna Bray"]


def test_a_comparison_that_lacks_a_report_is_not_given_silently(tmp_path: Path) -> None:
    with pytest.raises(InputFaults):
        rashomon.compare(str(tmp_path / "missing.txt"))
