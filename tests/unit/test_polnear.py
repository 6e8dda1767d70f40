"""Reading the annotation, running the command, and the tools around it, on a corpus of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation import attribution, polnear
from evaluation.__main__ import main
from evaluation.agreement import Attribution
from evaluation.attribution import PUBLISHED
from evaluation.errors import shown
from evaluation.lapses import lapses
from evaluation.reading import lost
from evaluation.systems import attributions, installed

from rashomon.model import Article, Block, BlockKind, Span

TEXT = (
    "Harbour to close in May\n\n"
    "The harbour will close in May, Ada Holt, the harbour master, said on Monday.\n\n"
    "“We have no choice,” she said. “The wall is cracked.”\n"
)


def brat(*attributed: dict[str, list[str]]) -> str:
    """Standoff lines for these attributions; a part is a list of its fragments' words."""
    lines, number = [], 0
    for event, parts in enumerate(attributed, 1):
        roles = []
        for kind, pieces in parts.items():
            number += 1
            starts = [(TEXT.index(words), words) for words in pieces]
            offsets = ";".join(f"{start} {start + len(words)}" for start, words in starts)
            lines.append(f"T{number}\t{kind} {offsets}\t{' '.join(pieces)}")
            roles.append(f"{kind}:T{number}")
        lines.append(f"E{event}\t{' '.join(roles)}")
    return "\n".join(lines) + "\n"


MONDAY = {
    "Source": ["Ada Holt, the harbour master,"],
    "Cue": ["said on Monday"],
    "Content": ["The harbour will close in May"],
}
SPLIT = {"Source": ["she"], "Cue": ["said."], "Content": ["“We have no choice,”", "“The wall is cracked.”"]}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A corpus with one article, which two people annotated."""
    folder = tmp_path / "polnear" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "post_2031.txt").write_text(TEXT, encoding="utf-8", newline="")
    (folder / "attributions" / "post_2031_0a.ann").write_text(brat(MONDAY, SPLIT), encoding="utf-8")
    (folder / "attributions" / "post_2031_9f.ann").write_text(brat(SPLIT), encoding="utf-8")
    (folder / "attributions" / "lost_2031_0a.ann").write_text(brat(SPLIT), encoding="utf-8")
    return tmp_path


def spans(*words: str) -> frozenset[Span]:
    return frozenset(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def test_the_first_annotation_by_name_is_the_gold(data: Path) -> None:
    (article,) = polnear.annotated(data)
    assert (article.name, article.text) == ("post_2031", TEXT)
    assert article.attributions == (
        Attribution(
            source=spans("Ada Holt, the harbour master,"),
            cue=spans("said on Monday"),
            content=spans("The harbour will close in May"),
        ),
        Attribution(
            source=frozenset({Span(TEXT.index("she said"), TEXT.index("she said") + 3)}),
            cue=spans("said."),
            content=spans("“We have no choice,”", "“The wall is cracked.”"),
        ),
    )
    assert [path.name for path in polnear.corpus(data)] == ["post_2031_0a.ann", "post_2031.txt"]


def test_people_are_held_against_each_other(data: Path) -> None:
    agreement, articles, annotations = polnear.people(data)
    assert (articles, annotations, agreement.articles) == (1, 2, 1)
    assert (agreement.tallies["whole"].precision, agreement.tallies["whole"].recall) == (100, 50)


def test_the_command_is_run_and_its_output_read(data: Path) -> None:
    articles = list(polnear.annotated(data))
    (found,) = installed()(articles).values()
    closing = next(one for one in found if spans("“We have no choice,”") <= one.content)
    cue = TEXT.index("said. ")
    assert closing.cue == {Span(cue, cue + 4)}
    assert closing.source == {Span(cue - 4, cue - 1)}
    assert 0 < closing.score <= 1
    assert closing.reason


def test_a_command_that_fails_is_no_measure(data: Path) -> None:
    with pytest.raises(RuntimeError, match="no-such-option"):
        installed("--no-such-option")(list(polnear.annotated(data)))


def record(data: Path, words: str, **changes: object) -> str:
    start = TEXT.index(words)
    return json.dumps(
        {
            "id": "st-1",
            "input": str(data / "polnear" / "dev" / "text" / "post_2031.txt"),
            "parent": None,
            "source": {"span": None},
            "cue": [],
            "content": [[start, start + len(words)]],
            "content_text": [words],
            "evidence": {"score": 0.5, "reason": "floating"},
        }
        | changes
    )


def test_nested_statements_are_left_out_and_uncertain_ones_marked(data: Path) -> None:
    unsure = {"score": 0.2, "reason": "model", "uncertain": True}
    lines = [
        record(data, "The wall", evidence=unsure),
        record(data, "no choice", parent="st-0"),
        record(data, "in May", source={"span": [0, 7]}),
    ]
    found = attributions(lines, list(polnear.annotated(data)))
    assert found["post_2031"] == (
        Attribution(content=spans("The wall"), score=0.2, reason="model", uncertain=True),
        Attribution(source=frozenset({Span(0, 7)}), content=spans("in May"), score=0.5, reason="floating"),
    )
    assert len(attribution.certain(found)["post_2031"]) == 1


def test_offsets_that_do_not_give_the_words_are_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = list(polnear.annotated(data))
    attributions([record(data, "The wall")], articles)
    assert capsys.readouterr().err == ""
    attributions([record(data, "The wall", content=[[1, 9]])], articles)
    assert capsys.readouterr().err.startswith("post_2031: 1 statement")


def test_what_stands_in_furniture_is_lost(data: Path) -> None:
    (gold,) = polnear.annotated(data)
    first, rest = TEXT.index("The harbour"), TEXT.index("“We")
    blocks = (
        Block(kind=BlockKind.CAPTION, span=Span(first, rest - 2)),
        Block(kind=BlockKind.PARAGRAPH, span=Span(rest, len(TEXT) - 1)),
    )
    article = Article(input="-", text=TEXT, blocks=blocks)
    assert [(one.part, one.kind) for one in lost(gold, article)] == [
        ("source", "caption"),
        ("cue", "caption"),
        ("content", "caption"),
    ]
    assert {one.kind for one in lost(gold, Article(input="-", text=TEXT, blocks=()))} == {"between blocks"}


def test_the_table_has_a_column_for_the_command_for_people_and_for_the_published(data: Path) -> None:
    head, _, *rows = attribution.table(data).splitlines()
    assert "rashomon statements" in head
    assert "computed here (1 articles, 2 annotations, 1 pairs)" in head
    assert all(name in head for name in PUBLISHED)
    whole = next(row for row in rows if row.startswith("| whole |"))
    cells = [cell.strip() for cell in whole.split("|")[1:-1]]
    assert cells[-len(PUBLISHED) - 1 :][:2] == ["66.7", "60.7"]
    assert {row.count("|") for row in rows} == {head.count("|")}


def test_an_error_is_shown_in_its_paragraph_with_both_sides(data: Path) -> None:
    (gold,) = polnear.annotated(data)
    found = Attribution(
        cue=spans("said on Monday"), content=spans("will close in May"), score=0.4, reason="r"
    )
    (edge,) = (one for one in lapses(TEXT, gold.attributions, [found]) if one.kind.startswith("content"))
    lines = list(shown(TEXT, edge))
    assert lines[0].startswith("    | The harbour will close in May, Ada Holt")
    at = TEXT.index("will close")
    assert f"      content {at}-{at + 17} will close in May" in lines
    assert "      source  none" in lines
    assert "    system: r 0.40" in lines


@pytest.mark.parametrize("tool", ["errors", "calibration", "reading"])
def test_the_tools_run(tool: str, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([tool, "--data", str(data), "--part", "dev"]) == 0
    first = capsys.readouterr().out
    assert first
    assert main([tool, "--data", str(data), "--part", "dev"]) == 0
    assert capsys.readouterr().out == first


def test_the_measure_shows_figures_and_table(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["attribution", "--data", str(data)]) == 0
    out = capsys.readouterr().out
    figures = dict(line.split() for line in out.splitlines() if line.startswith("  "))
    row = next(line for line in out.splitlines() if line.startswith("| exact_content |"))
    assert float(figures["exact_content"]) == pytest.approx(float(row.split("|")[2]), abs=0.051)
    assert "attribution: no floor is pinned for these files" in out


def test_the_rules_are_counted_by_their_label(data: Path) -> None:
    articles = tuple(polnear.annotated(data))
    right, wrong = articles[0].attributions[0], Attribution(content=spans("Harbour"), reason="guess")
    named = Attribution(cue=right.cue, content=right.content, reason="sure")
    table = polnear.rules(articles, {"post_2031": (named, wrong, named)})
    assert table == {"sure": (2, 1.0, 1.0), "guess": (1, 0.0, 0.0)}
