"""What every tagger keeps to: one over a network that can be foretold, and the one whose weights are here."""

from __future__ import annotations

import functools
from itertools import pairwise
from pathlib import Path

import pytest
from tests.builders.tagging import paragraphs, stub_tagger
from tests.builders.work import calls

from rashomon.inference import OnnxTagger, has_tagger
from rashomon.model import Passages, Span
from rashomon.ports import Tagger

REPORT = (
    "Ferry stays in port\n"
    "The ferry to Skerrow will not sail before Friday, the port master, Ada Quill, said on Monday.\n"
    "“We have looked at the hull,” she told the Gannet Courier, “and we do not like what we saw.”\n"
    "According to the owners, the crack was known for a year. They vowed to repair it by Easter.\n"
)
OTHER = "The baker denied that the flour was wet.\n“It was dry,” he said. Nobody asked the miller.\n"
LONG = "\n".join(f"{line} That was on day {n}." for n in range(40) for line in REPORT.splitlines())

TAGGERS = ("stub", "trained") if has_tagger() else ("stub",)


@pytest.fixture(params=TAGGERS)
def tagger(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Tagger:
    return OnnxTagger() if request.param == "trained" else stub_tagger(monkeypatch, tmp_path)


def test_it_is_a_tagger_with_a_name(tagger: Tagger) -> None:
    assert isinstance(tagger, Tagger)
    assert tagger.name.strip()


@pytest.mark.parametrize("text", [REPORT, OTHER, LONG], ids=["report", "other", "long"])
def test_fragments_are_in_order_disjoint_and_within_a_passage(tagger: Tagger, text: str) -> None:
    passages = paragraphs(text)
    (fragments,) = tagger.tag([passages])
    assert fragments
    for fragment in fragments:
        assert any(span.contains(fragment.span) for span in passages.spans)
        assert fragment.span.trim(text) == fragment.span
    for one, other in pairwise(fragments):
        assert one.span.end <= other.span.start


def test_words_outside_the_passages_are_not_seen(tagger: Tagger) -> None:
    lines = paragraphs(REPORT).spans
    (alone,) = tagger.tag([Passages(text=REPORT, spans=lines[2:3])])
    changed = f"{'x' * lines[2].start}{lines[2].of(REPORT)}"
    (without,) = tagger.tag([Passages(text=changed, spans=lines[2:3])])
    assert alone == without
    assert alone


def test_a_text_has_the_same_fragments_in_any_company(tagger: Tagger) -> None:
    texts = [paragraphs(text) for text in (REPORT, LONG, "", OTHER, REPORT * 3)]
    alone = [tagger.tag([text])[0] for text in texts]
    assert tagger.tag(texts) == alone
    assert tagger.tag(texts[::-1]) == alone[::-1]
    assert tagger.tag([texts[3], *texts, texts[0]]) == [alone[3], *alone, alone[0]]


def test_nothing_to_read_is_nothing_found(tagger: Tagger) -> None:
    assert tagger.tag([]) == []
    assert tagger.tag([Passages(text="", spans=()), Passages(text=REPORT, spans=())]) == [(), ()]
    assert tagger.tag([Passages(text=" \n ", spans=(Span(0, 3), Span(3, 3)))]) == [()]


HOSTILE = {
    "newlines": "\n" * 100_000,
    "punctuation": ".,;!?" * 100_000,
    "unclosed marks": "“ " * 10_000,
    "emoji": "😀👩‍👩‍👧 " * 20_000,
    "one run of letters": "a" * 2_000_000,
    "one run of Chinese": "船" * 500_000,
    "right to left": "קברניט אמר כי הספינה לא תפליג. " * 100,
    "lone surrogates": "He said \ud800 that \udfff it \ud83d sank. " * 100,
    "controls": "\x00\x01\u200b\ufeff\u202e He said so. " * 100,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_its_end(tagger: Tagger, name: str) -> None:
    text = HOSTILE[name]
    fragments, plain = tagger.tag([Passages(text=text, spans=(Span(0, len(text)),)), paragraphs(OTHER)])
    assert plain == tagger.tag([paragraphs(OTHER)])[0]
    assert all(f.span.end <= len(text) for f in fragments)


def test_many_passages_of_one_word_are_read(tagger: Tagger) -> None:
    text = "said " * 2_000
    spans = tuple(Span(5 * n, 5 * n + 4) for n in range(2_000))
    (fragments,) = tagger.tag([Passages(text=text, spans=spans)])
    assert all(f.span in spans for f in fragments)


def test_ten_times_the_text_costs_about_ten_times_as_much(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tagger = stub_tagger(monkeypatch, tmp_path)
    one, ten = LONG.replace("\n", " ") * 5, LONG.replace("\n", " ") * 50
    assert len(ten) > 500_000
    costs = []
    for text in (one, ten):
        passages = Passages(text=text, spans=(Span(0, len(text)),))
        tagger.tag([passages])
        costs.append(calls(functools.partial(tagger.tag, [passages])))
    assert costs[1] < 15 * costs[0]
