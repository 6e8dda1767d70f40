"""The gold for events is what its page says: places verbatim, reports known, enough of all in each part."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

EVENTS = Path(__file__).resolve().parents[2] / "evaluation" / "invented" / "events"
PARTS = ("tune", "blind")
STORIES = sorted(path.parent for path in EVENTS.glob("*/*/gold.json"))
RELATIONS = {"conflict", "refinement", "rounding", "scope", "update"}
CONFLICTS = {
    "number": 12, "date": 8, "place": 6, "name": 6,
    "reason": 7, "attribution": 6, "polarity": 8, "modality": 8,
}  # fmt: skip
OTHERS = {"refinement": 14, "rounding": 8, "scope": 10, "update": 10}
SHORTEST = {"plain": 60, "late": 40}  # words of a report, by part; 120 in the others
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBER = r"(?:>=|<=|~)?\d+(?:\.\d+)?(?:e\d+)?(?:\.\.\d+)?(?: \S+)?"
TIME = r"[\dX]{4}(?:-\d\d){0,2}~?(?:T\d\d:\d\d:\d\d)?(?:/[\dX]{4}(?:-\d\d){0,2})?"

Gold = dict[str, Any]


def _articles(story: Path) -> dict[str, Gold]:
    lines = (story / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def _gold(story: Path) -> Gold:
    gold: Gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    return gold


def _part(part: str) -> list[Gold]:
    return [_gold(story) for story in STORIES if story.parent.name == part]


def _parties(conflict: Gold) -> tuple[set[str], set[str]]:
    first, second = ({s["report"] for s in conflict["sides"] if s["party"] == n} for n in (0, 1))
    return first, second


def _places(gold: Gold) -> Iterator[tuple[str, Any]]:
    for claim in gold["claims"]:
        for report, position in claim["positions"].items():
            yield from ((report, at) for at in position.get("at", ()))
    for conflict in gold["conflicts"]:
        yield from ((side["report"], side["at"]) for side in conflict["sides"])
    yield from ((time["report"], time["at"]) for time in gold["times"])


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.parent.name}-{story.name}")
class TestStory:
    def test_its_reports_are_as_the_page_says(self, story: Path) -> None:
        lines = (story / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        articles = _articles(story)
        assert 2 <= len(lines) == len(articles) <= 6
        for article in articles.values():
            assert set(article) == {"id", "publisher", "headline", "byline", "published", "text"}
            assert SHORTEST.get(story.parent.name, 120) <= len(article["text"].split()) <= 350, article["id"]

    def test_its_places_are_verbatim_and_tell_which(self, story: Path) -> None:
        articles = _articles(story)
        for report, at in _places(_gold(story)):
            words, nth = (at["text"], at["nth"]) if isinstance(at, dict) else (at, None)
            found = len(re.findall(f"(?={re.escape(words)})", articles[report]["text"]))
            assert found == 1 if nth is None else 1 <= nth <= found > 1, (report, at)
            assert words == words.strip()

    def test_its_claims_are_whole(self, story: Path) -> None:
        reports = set(_articles(story))
        for claim in _gold(story)["claims"]:
            stances = {report: position["stance"] for report, position in claim["positions"].items()}
            assert set(stances) == reports
            assert set(stances.values()) <= {"says", "differs", "denies", "silent"}
            assert "says" in stances.values()
            for position in claim["positions"].values():
                assert bool(position.get("at")) == (position["stance"] != "silent")

    def test_its_origins_stand_behind_those_who_say_it(self, story: Path) -> None:
        for claim in _gold(story)["claims"]:
            if claim["origins"] is None:
                assert claim["groups"] is None
                assert claim["stated"] is None
                continue
            saying = {report for report, p in claim["positions"].items() if p["stance"] == "says"}
            assert claim["origins"] == len(claim["groups"])
            assert {report for group in claim["groups"] for report in group} == saying, claim["id"]
            assert isinstance(claim["stated"], bool)

    def test_its_conflicts_are_between_two_sides(self, story: Path) -> None:
        for conflict in _gold(story)["conflicts"]:
            assert conflict["kind"] in CONFLICTS
            assert conflict["relation"] in RELATIONS
            first, second = _parties(conflict)
            assert first
            assert second
            assert not first & second

    def test_its_updates_name_the_later_report(self, story: Path) -> None:
        articles = _articles(story)
        for conflict in _gold(story)["conflicts"]:
            later = conflict["later"]
            assert (later is not None) == (conflict["relation"] == "update")
            if later is not None:
                other = next(party for party in _parties(conflict) if later not in party)
                stated = {articles[report]["published"] for report in other} - {None}
                assert stated
                assert all(time < articles[later]["published"] for time in stated)

    def test_its_values_are_of_a_form_that_the_page_allows(self, story: Path) -> None:
        for conflict in _gold(story)["conflicts"]:
            form = {"number": NUMBER, "date": TIME}.get(conflict["kind"])
            for side in conflict["sides"]:
                if side["value"] is not None:
                    assert form is not None, side
                    assert re.fullmatch(form, side["value"]), side

    def test_its_times_fit_the_calendar(self, story: Path) -> None:
        for time in _gold(story)["times"]:
            value, at = time["value"], time["at"]
            assert time["anchor"] in {None, "publication", "dateline", "expression", "event"}
            words = at["text"] if isinstance(at, dict) else at
            named = [day for day in DAYS if re.search(rf"\b{day}\b", words)]
            if value is None:
                continue
            assert re.fullmatch(TIME, value), time
            if named and "/" not in value and "week" not in words:
                assert DAYS[date.fromisoformat(value[:10]).weekday()] == named[0], time


@pytest.mark.parametrize("part", PARTS)
class TestPart:
    def test_has_enough_stories(self, part: str) -> None:
        assert len(_part(part)) >= 24

    def test_has_enough_conflicts_and_what_only_looks_like_them(self, part: str) -> None:
        found = [conflict for gold in _part(part) for conflict in gold["conflicts"]]
        kinds = Counter(c["kind"] for c in found if c["relation"] == "conflict")
        others = Counter(c["relation"] for c in found)
        assert all(kinds[kind] >= least for kind, least in CONFLICTS.items()), kinds
        assert all(others[relation] >= least for relation, least in OTHERS.items()), others

    def test_has_enough_claims_of_all_stances(self, part: str) -> None:
        claims = [claim for gold in _part(part) for claim in gold["claims"]]
        stances = Counter(p["stance"] for claim in claims for p in claim["positions"].values())
        assert len(claims) >= 70
        assert len(stances) == 4
        assert stances["silent"] >= 0.35 * stances.total()

    def test_has_enough_origins_and_times(self, part: str) -> None:
        golds = _part(part)
        origins = [claim for gold in golds for claim in gold["claims"] if claim["origins"] is not None]
        assert len(origins) >= 45
        assert sum(len(gold["times"]) for gold in golds) >= 60
