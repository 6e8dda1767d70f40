"""What the program can do stands in its documentation, and what the documentation shows works."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pytest
from tests.builders.command import Runner
from tests.functional.conftest import ROOT

from rashomon.cli.app import COMMANDS
from rashomon.exports import EXPORTERS
from rashomon.model import Policy, VariantKind
from rashomon.readers import READERS

CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
DEPENDENCIES = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").glob("*.md")]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_described(name: str) -> None:
    assert f"## rashomon {name}" in CLI
    for parameter in importlib.import_module(COMMANDS[name].module).command.params:
        for option in parameter.opts:
            assert not option.startswith("--") or f"`{option}" in CLI, option


def test_every_reader_is_described() -> None:
    for reader in READERS:
        assert f"| `{reader.kind}` |" in CLI


def test_every_format_is_described() -> None:
    for name, exporter in EXPORTERS.items():
        assert f"| `{name}` |" in CLI
        for suffix in exporter.suffixes:
            assert f"`{suffix}`" in CLI


def test_every_variant_kind_is_described() -> None:
    for kind in VariantKind:
        assert f"`{kind.value}`" in JSON


def test_every_key_of_the_json_is_described(rashomon: Runner, reports: tuple[Path, Path]) -> None:
    text = rashomon("compare", "-f", "json", *reports).out
    for key in set(re.findall(r'"([a-z_]+)": ', text)) - set(Policy.__dataclass_fields__):
        assert any(written in JSON for written in (f"`{key}`", f".{key}`", f'"{key}"')), key


def test_every_dependency_is_described() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(w for extra in project["optional-dependencies"].values() for w in extra),
    ]
    for requirement in wanted:
        name = re.split(r"[<>=~\[; ]", requirement)[0]
        assert f"| {name} |" in DEPENDENCIES, name


def test_equal_bytes_on_every_machine_are_promised_of_the_rules_alone() -> None:
    text = " ".join((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split())
    [promise] = [one for one in re.split(r"(?<=\.) ", text) if "on every machine" in one]
    assert promise.startswith("By the rules alone")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


@pytest.mark.usefixtures("examples")
@pytest.mark.parametrize("page", ["README.md", "docs/cli.md"])
def test_shown_commands_work(rashomon: Runner, tmp_path: Path, page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("rashomon ")]
    assert lines
    for line in lines:
        words = line.split("  #")[0].split()[1:]
        paths = [str(p) for w in words for p in (sorted(tmp_path.glob(w)) if "*" in w else [w])]
        assert rashomon(*paths).code == 0, line
