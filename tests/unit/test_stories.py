"""The measure of whole reports runs from files to figures, and its figures are shares."""

from __future__ import annotations

from evaluation.stories import corpus, measure, report


def test_every_figure_is_a_share_and_none_is_missing() -> None:
    figures = measure()
    assert {
        "block_accuracy",
        "furniture_precision",
        "furniture_recall",
        "statement_precision",
        "statement_recall",
        "speaker_accuracy",
        "utterance_f1",
    } <= figures.keys()
    assert all(0.0 <= share <= 1.0 for share in figures.values())


def test_each_failure_names_its_article() -> None:
    names = {path.stem.removesuffix(".story") for path in corpus()}
    assert {failure.where for failure in report().failures} <= names


def test_the_corpus_is_gold_and_articles_each_once() -> None:
    files = corpus()
    assert len(files) == len(set(files))
    assert {path.suffix for path in files} == {".json", ".txt", ".html"}
    assert all(path.is_file() for path in files)
