"""What the tagger is trained on: articles to tags, windows and batches.  Needs no torch."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.builders.annotated import ARTICLES, write_corpus
from training import backbones
from training.backbones import FILES, Backbone, Mismatch, fetch
from training.batches import batch_of, order
from training.data import Article, Reading, annotated, samples, stories
from training.tags import TAGS, headed, tags_of

from rashomon.inference import WEIGHTS
from rashomon.inference.chain import Chain
from rashomon.inference.files import Settings

STEP = [[-1e4 if b[0] == "I" and a[2:] != b[2:] else 0.0 for b in TAGS] for a in TAGS]
START = [-1e4 if tag[0] == "I" else 0.0 for tag in TAGS]


@pytest.fixture
def reading() -> Reading:
    return Reading(WEIGHTS, window=256, overlap=32)


def named(articles: list[Article], name: str) -> Article:
    return next(each for each in articles if each.name == name)


def test_the_pieces_are_numbered_as_those_of_the_published_tagger(reading: Reading) -> None:
    settings = reading.settings
    assert (settings.cls, settings.sep, settings.unk, settings.newline_id) == (101, 102, 100, 1)


def test_fragments_come_out_as_they_were_marked(tmp_path: Path, reading: Reading) -> None:
    """Tags back to spans, by the decoder that will run: what the tags hold is what was annotated."""
    for article in annotated(write_corpus(tmp_path), "train", reading):
        assert article.tags is not None
        words, rows = article.words, np.full((len(article.words), len(TAGS)), -9.0, np.float32)
        rows[np.arange(len(rows)), article.tags] = 9.0
        settings = replace(reading.settings, transitions=tuple(map(tuple, STEP)), start=tuple(START))
        found = Chain(settings).pieces([(rows, words.breaks)])[0]
        spans = {(part, int(words.starts[a]), int(words.ends[b])) for part, a, b, _ in found}
        assert spans == article.marked
        text, attributions = ARTICLES[article.name.partition("/")[2]]
        assert len(spans) == sum(map(len, attributions))
        assert {(part, text[a:b]) for part, a, b in spans} == {m for marks in attributions for m in marks}


def test_a_mark_within_a_word_takes_the_word_and_the_later_mark_wins(reading: Reading) -> None:
    words = reading.words("Overlong words here")
    tags = tags_of(words, [("Content", 4, 14), ("Cue", 9, 14)])
    assert [TAGS[tag] for tag in tags] == ["B-Content", "B-Cue", "O"]


def test_a_mark_between_words_marks_nothing(reading: Reading) -> None:
    assert not tags_of(reading.words("one  two"), [("Cue", 3, 5)]).any()


@pytest.mark.parametrize(("tag", "head"), [("I-Cue", "B-Cue"), ("B-Cue", "B-Cue"), ("O", "O")])
def test_a_fragment_cut_by_a_window_begins_at_the_cut(tag: str, head: str) -> None:
    tags = np.array([TAGS.index(tag), TAGS.index("O")])
    assert [TAGS[each] for each in headed(tags)] == [head, "O"]
    assert TAGS[tags[0]] == tag


def test_a_share_of_the_stories_is_the_beginning_of_all(tmp_path: Path, reading: Reading) -> None:
    data = write_corpus(tmp_path)
    names = [[each.name for each in stories(data, share, reading)] for share in (0.0, 0.5, 1.0)]
    assert [len(each) for each in names] == [0, 1, 2]
    assert names[1] == names[2][:1]
    assert all(each.tags is None for each in stories(data, 1.0, reading))


def test_a_title_is_a_paragraph_of_its_own(tmp_path: Path, reading: Reading) -> None:
    titled = named(list(stories(write_corpus(tmp_path), 1.0, reading)), "stories/0")
    assert np.flatnonzero(titled.words.breaks)[0] == 2


def test_a_batch_holds_each_window_and_padding_of_zeros(tmp_path: Path) -> None:
    small = Reading(WEIGHTS, window=24, overlap=8)
    data = write_corpus(tmp_path)
    articles = [*annotated(data, "train", small), *stories(data, 1.0, small)]
    taught = replace(articles[0], soft=np.ones((len(articles[0].words), len(TAGS)), np.float32))
    windows = samples([taught, *articles[1:]], small)
    batch = batch_of(windows, small.settings)
    for row, sample in enumerate(windows):
        start, end = sample.window
        assert batch.mask[row].sum() == end - start
        assert batch.gold[row] == sample.article.name.startswith("train/")
        assert batch.taught[row] == (sample.article is taught)
        size = int(batch.seen[row].sum())
        assert size <= 24
        assert batch.pieces[row, 0] == 101
        assert batch.pieces[row, size - 1] == 102
        assert not batch.pieces[row, size:].any()
        firsts = batch.firsts[row, : end - start]
        assert (np.diff(firsts) > 0).all()
        assert firsts[-1] < size - 1
        assert not TAGS[batch.tags[row, 0]].startswith("I")
    assert batch.soft[~batch.taught].sum() == 0
    assert batch.soft.sum() == len(TAGS) * batch.mask[batch.taught].sum()


def test_an_epoch_has_each_window_once_in_an_order_of_its_own() -> None:
    lengths = [number * 7 % 50 for number in range(103)]
    epochs = [order(lengths, 8, 1, epoch) for epoch in (0, 1)]
    for batches in epochs:
        assert sorted(n for batch in batches for n in batch) == list(range(103))
        assert len(batches) == 13
    assert epochs[0] != epochs[1]
    assert epochs[0] == order(lengths, 8, 1, 0)
    assert epochs[0] != order(lengths, 8, 2, 0)


def test_windows_of_a_length_come_together() -> None:
    lengths = list(range(320))
    batches = order(lengths, 16, 1, 0)
    assert all(max(batch) - min(batch) == 15 for batch in batches)


def wheels(folder: Path, contents: dict[str, dict[str, bytes]]) -> dict[str, str]:
    """Wheels in a cache: requirement to digest."""
    out = {}
    for name, files in contents.items():
        path = folder / f"{name.replace('-', '_')}-1.0-py3-none-any.whl"
        with zipfile.ZipFile(path, "w") as archive:
            for member, content in files.items():
                archive.writestr(member, content)
        out[f"{name}==1.0"] = hashlib.sha256(path.read_bytes()).hexdigest()
    return out


@pytest.mark.parametrize("parts", [1, 3])
def test_a_backbone_is_taken_out_of_its_wheels(tmp_path: Path, parts: int) -> None:
    files = {f"enc/{name}": name.encode() * 50 for name in FILES} | {"enc/1_Pooling/config.json": b"no"}
    if parts == 1:
        packages = wheels(tmp_path, {"enc-one": files})
        backbone = Backbone(name="enc", packages=packages, folder="enc/")
    else:
        with zipfile.ZipFile(tmp_path / "whole.zip", "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        whole = (tmp_path / "whole.zip").read_bytes()
        cut = [whole[n * 200 : (n + 1) * 200 if n < parts - 1 else None] for n in range(parts)]
        contents = {
            f"enc-part-{n}": {f"part_{n}/input/enc.zip.00{n}": piece} for n, piece in enumerate(cut, 1)
        }
        packages = wheels(tmp_path, contents)
        backbone = Backbone(name="enc", packages=packages, folder="enc/", joined="input/enc.zip.")
    fetch(backbone, tmp_path, tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        name: name.encode() * 50 for name in FILES
    }


def test_a_wheel_that_is_another_is_not_unpacked(tmp_path: Path) -> None:
    packages = wheels(tmp_path, {"enc-one": {f"enc/{name}": b"x" for name in FILES}})
    backbone = Backbone(name="enc", packages=dict.fromkeys(packages, "0" * 64), folder="enc/")
    with pytest.raises(Mismatch, match="enc_one"):
        fetch(backbone, tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_recipe_names_a_digest_for_each_wheel() -> None:
    for backbone in (backbones.STUDENT, backbones.TEACHER):
        assert all(len(sha256) == 64 for sha256 in backbone.packages.values())
    assert len(backbones.TEACHER.packages) == 5


def test_a_tokenizer_that_frames_otherwise_is_refused(tmp_path: Path) -> None:
    record = (WEIGHTS / "tokenizer.json").read_text(encoding="utf-8")
    start = record.index('"post_processor"')
    (tmp_path / "tokenizer.json").write_text(
        record[:start] + '"post_processor": null,' + record[record.index('"decoder"') :], encoding="utf-8"
    )
    with pytest.raises(ValueError, match="frames"):
        Reading(tmp_path, window=64, overlap=8)


def test_the_settings_are_those_of_the_runtime(reading: Reading) -> None:
    assert isinstance(reading.settings, Settings)
    assert (reading.settings.window, reading.settings.overlap) == (256, 32)
