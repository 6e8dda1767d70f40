"""On which day somebody said it, where two reports tell the same of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.builders.claims import dossier, report

from rashomon.corroboration import corroborate, saidwhen
from rashomon.corroboration.corroborate import Corroboration
from rashomon.inference.pairs import KINDS
from rashomon.model import Article, Conflict, ConflictKind, Relation, Stance
from rashomon.ports import InContext, Reading

BOARD = "The harbour board of Tarn announced {} that the ferry Otter will stop running in March."
SAID = "The ferry Otter will stop running in March, the harbour board said {}."


class Alike:
    """An embedder to which all sentences mean the same."""

    name = "alike"

    def embed(self, sentences: Sequence[str]) -> list[list[float]]:
        return [[1.0, 0.0] for _ in sentences]


class Same:
    """A reader to whom whatever tells of the ferry in both is one thing; it keeps what it was asked."""

    name = "same"

    def __init__(self) -> None:
        self.seen: list[tuple[InContext, InContext]] = []

    def read(self, pairs: Sequence[tuple[InContext, InContext]]) -> list[Reading]:
        self.seen += pairs
        return [
            _reading(0.95 if "ferry" in one.words and "ferry" in other.words else 0.01)
            for one, other in pairs
        ]


def _reading(same: float) -> Reading:
    kinds = {name: 0.94 if name == "date" else 0.01 for name in KINDS}
    return Reading(same=same, compatible=0.0, contrary=0.0, kinds=kinds)


@pytest.fixture(autouse=True)
def _weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader says of the sentences decides, whatever the fitted weights are."""
    monkeypatch.setattr(saidwhen, "DAYS", {"bias": 0.0, "one": 4.0})


def _told(*articles: Article) -> Corroboration:
    return corroborate(dossier(*articles), embedder=Alike(), reader=Same())


def _days(*articles: Article) -> list[set[str]]:
    texts = {article.id: article.text for article in articles}
    found = _told(*articles)
    assert found.conflicts == ()
    return [_words(one, texts) for one in found.suspected if one.evidence.reason == "suspected_days"]


def _words(conflict: Conflict, texts: dict[str, str]) -> set[str]:
    assert conflict.kind is ConflictKind.DATE
    assert conflict.relation is Relation.CONFLICT
    return {span.of(texts[side.article]) for side in conflict.sides for span in side.spans}


def _pair(one: str, other: str) -> tuple[Article, Article]:
    return report("Tarn Post", BOARD.format(one)), report("Selby Mail", SAID.format(other))


def test_two_days_of_one_announcement_stand_against_each_other() -> None:
    assert _days(*_pair("on Friday", "on Thursday")) == [{"Friday", "Thursday"}]


def test_the_day_need_not_be_led_by_a_preposition() -> None:
    assert _days(*_pair("Friday", "Thursday")) == [{"Friday", "Thursday"}]


def test_what_was_said_is_still_said_by_both() -> None:
    articles = _pair("on Friday", "on Thursday")
    found = _told(*articles)
    [claim] = [one for one in found.claims if len(one.wordings) > 1]
    assert {position.stance for position in claim.positions} == {Stance.SAYS}
    assert found.suspected[0].claims == (claim.id,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Friday", "on Friday"),
        ("on Friday", "this week"),
        ("late on Thursday night", "early on Friday morning"),
        ("on Friday", ""),
    ],
)
def test_days_that_may_be_one_are_left_alone(one: str, other: str) -> None:
    assert _days(*_pair(one, other)) == []


@pytest.mark.parametrize("cue", ["will announce", "is expected to announce", "was due to announce"])
def test_what_was_still_to_be_said_is_left_alone(cue: str) -> None:
    one = report("Tarn Post", BOARD.replace("announced", cue).format("on Friday"))
    assert _days(one, report("Selby Mail", SAID.format("on Thursday"))) == []


def test_a_day_within_what_is_said_is_none_of_the_saying() -> None:
    one = report("Tarn Post", "The harbour board announced that the ferry Otter will stop on Friday.")
    other = report("Selby Mail", "The ferry Otter will stop, the harbour board said on Thursday.")
    assert _days(one, other) == []


def test_the_day_of_another_act_is_left_alone() -> None:
    one = report("Tarn Post", BOARD.format("on Friday"))
    other = report("Selby Mail", "The bakers of Lindal said on Thursday that bread will cost more.")
    assert _days(one, other) == []


def test_the_day_on_which_it_happened_is_none_of_the_saying() -> None:
    one = report("Tarn Post", "The ferry Otter was taken out of service on Thursday.")
    other = report("Selby Mail", "The ferry Otter was taken out of service, the board said on Friday.")
    assert _days(one, other) == []


def test_each_day_stands_against_one_of_another_report() -> None:
    one = report("Tarn Post", BOARD.format("on Friday"))
    other = report(
        "Selby Mail", SAID.format("on Thursday"), "The ferry Otter will stop, the board said on Monday."
    )
    assert len(_days(one, other)) == 1


def test_which_report_comes_first_does_not_matter() -> None:
    articles = _pair("on Friday", "on Thursday")
    assert _told(*articles).suspected == _told(*articles[::-1]).suspected


def test_whole_sentences_are_read_only_where_days_exclude_each_other() -> None:
    for days, asked in (("on Thursday", True), ("on Friday", False)):
        reader = Same()
        corroborate(dossier(*_pair("on Friday", days)), embedder=Alike(), reader=reader)
        whole = [pair for pair in reader.seen if all("board" in one.words for one in pair)]
        assert bool(whole) is asked


def test_without_a_reader_nothing_is_told() -> None:
    articles = _pair("on Friday", "on Thursday")
    assert corroborate(dossier(*articles), embedder=Alike()).suspected == ()
