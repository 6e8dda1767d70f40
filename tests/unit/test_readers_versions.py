"""Which parts of an input are versions of a quotation, and what each is called."""

from __future__ import annotations

import pytest

from rashomon.collation import given_of
from rashomon.errors import EmptyInput
from rashomon.model import Article, Policy, Provenance, Publisher
from rashomon.readers import versions

POLICY = Policy()


def _articles(*texts: str) -> list[Article]:
    found = versions([Article(input=f"{at}.txt", text=text) for at, text in enumerate(texts)], POLICY)
    return [one for one in found if isinstance(one, Article)]


def _contents(*texts: str) -> list[list[str]]:
    return [[s.of(one.text) for s in given_of(one).content] for one in _articles(*texts)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We stay.”", ["“We stay.”"]),
        ("‘We stay,’ she said, ‘here.’", ["‘We stay,’", "‘here.’"]),
        ('"We stay," she said. "Here."', ['"We stay,"', '"Here."']),
        ("“We stay.” —", ["“We stay.”"]),
        ("“We ‘stay’ here.”", ["“We ‘stay’ here.”"]),
        ("We “stay” here", ["We “stay” here"]),
        ("“We stay,” she said", ["“We stay,” she said"]),
        ("’Tis done, she said ’tis", ["’Tis done, she said ’tis"]),
        ("  we stay  ", ["we stay"]),
    ],
)
def test_marks_count_where_they_begin_and_end_a_version(text: str, content: list[str]) -> None:
    assert _contents(text, "other") == [content, ["other"]]


def test_headings_hold_in_any_file_and_what_stands_before_them_is_a_version_without_a_name() -> None:
    found = _articles("we stay\n\nhere\n# The Lamp\nwe go\n", "we may stay\n\nhere")
    assert [one.publisher.name if one.publisher else None for one in found] == [None, "The Lamp", None]
    assert [one.input for one in found] == ["0.txt#1", "0.txt#2", "1.txt"]
    assert [one.text for one in found] == ["we stay\n\nhere\n", "# The Lamp\nwe go\n", "we may stay\n\nhere"]


@pytest.mark.parametrize("line", ["#nobody said", "We are # one", "#", "####### seven"])
def test_what_is_no_heading(line: str) -> None:
    (one,) = _articles(f"{line}\nwe stay")
    assert one.publisher is None


def test_one_paragraph_over_several_lines_is_one_version() -> None:
    assert _contents("we stay\nhere\n \t\nwe go\n") == [["we stay\nhere"], ["we go"]]


def test_alike_versions_have_ids_of_their_own_and_the_same_offsets() -> None:
    found = _articles("we stay", "we stay", "we stay")
    assert [one.text for one in found] == ["we stay", "we stay\n", "we stay\n "]
    assert len({given_of(one).id for one in found}) == 3
    assert {given_of(one).content for one in found} == {given_of(found[0]).content}


def test_a_publisher_is_kept_that_data_tell_and_not_one_that_is_read_off_the_words() -> None:
    quay = Publisher(name="The Quay")
    told = Article(input="a.jsonl", text="we stay", publisher=quay, published="2031-01-02")
    read_off = Article(
        input="b.txt",
        text="we go",
        publisher=Publisher(name="we go"),
        provenance=(Provenance(field="publisher", origin="text", raw="we go"),),
    )
    one, other = versions([told, read_off], POLICY)
    assert isinstance(one, Article)
    assert isinstance(other, Article)
    assert (one.publisher, one.published) == (quay, "2031-01-02")
    assert (other.publisher, other.published) == (None, None)


def test_faults_stand_in_their_places() -> None:
    gone = EmptyInput("gone.txt", "is empty")
    found = list(versions([gone, Article(input="a.txt", text="we stay\n\nwe go")], POLICY))
    assert found[0] is gone
    assert [type(one) for one in found] == [EmptyInput, Article]


def test_many_versions_take_no_longer_each_though_they_are_alike() -> None:
    found = _articles("# Quay\nwe stay\n" * 20_000)
    assert len({one.id for one in found}) == 20_000
    assert max(len(one.text) for one in found) < 40
