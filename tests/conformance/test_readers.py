"""What every reader keeps to; a new one is under test as soon as it is in the table."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pytest

from rashomon.errors import EmptyInput, InputError, TooLarge
from rashomon.model import Article, Policy
from rashomon.ports import Reader
from rashomon.readers import READERS, read

BODY = (
    "The bakers of Tarnwick left their ovens cold on Monday in a strike over the price of salt.",
    "“Nobody has ever sold a loaf without salt,” said the master of the guild, Corin Pell.",
    "The harbour board said that it would meet the guild on Thursday, in the room with the stove.",
    "Until then the town will eat potatoes, as it did in the winter of the long ice.",
)
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in BODY)
SAMPLES = {
    "plain": "\n\n".join(BODY).encode(),
    "html": f"<!doctype html><html><body><article>{PARAGRAPHS}</article></body></html>".encode(),
    "jsonl": ('{"text": "' + "\\n\\n".join(BODY) + '"}\n').encode(),
}


@pytest.fixture(params=READERS, ids=lambda reader: reader.kind)
def reader(request: pytest.FixtureRequest) -> Reader:
    assert isinstance(request.param, Reader)
    return request.param


def items(reader: Reader, data: bytes, policy: Policy | None = None) -> list[Article | InputError]:
    return list(reader.read(io.BytesIO(data), name="sample", policy=policy or Policy()))


def test_there_is_a_sample_for_each_reader() -> None:
    assert {reader.kind for reader in READERS} == set(SAMPLES)


def test_it_accepts_its_kind_and_is_the_first_to(reader: Reader) -> None:
    first = next(other for other in READERS if other.accepts(SAMPLES[reader.kind]))
    assert first is reader


def test_it_reads_every_paragraph(reader: Reader) -> None:
    (article,) = items(reader, SAMPLES[reader.kind])
    assert isinstance(article, Article)
    assert article.input == "sample"
    assert article.language == "en"
    paragraphs = [block.span.of(article.text) for block in article.blocks]
    assert paragraphs == list(BODY)


def test_its_blocks_are_in_order_and_trimmed(reader: Reader) -> None:
    (article,) = items(reader, SAMPLES[reader.kind])
    assert isinstance(article, Article)
    assert all(a.span.end <= b.span.start for a, b in pairwise(article.blocks))
    assert all(block.span.trim(article.text) == block.span for block in article.blocks)


def test_it_says_where_the_language_comes_from(reader: Reader) -> None:
    (article,) = items(reader, SAMPLES[reader.kind])
    assert isinstance(article, Article)
    assert "language" in {row.field for row in article.provenance}


def test_it_names_an_empty_input(reader: Reader) -> None:
    (fault,) = items(reader, b"")
    assert isinstance(fault, EmptyInput)
    assert fault.input == "sample"


def test_it_keeps_to_the_size_limit(reader: Reader) -> None:
    (fault,) = items(reader, SAMPLES[reader.kind], replace(Policy(), max_input_bytes=100))
    assert isinstance(fault, TooLarge)
    assert "--max-bytes" in fault.advice


def test_it_reads_the_same_twice(reader: Reader) -> None:
    data = SAMPLES[reader.kind]
    assert items(reader, data) == items(reader, data)


def test_it_leaves_the_stream_open(reader: Reader) -> None:
    stream = io.BytesIO(SAMPLES[reader.kind])
    list(reader.read(stream, name="sample", policy=Policy()))
    assert not stream.closed


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_the_kind_is_told_from_the_bytes(kind: str) -> None:
    named_wrongly = list(read(io.BytesIO(SAMPLES[kind]), name="page.pdf", policy=Policy()))
    assert [type(item) for item in named_wrongly] == [Article]
