"""What a reader of pairs adds to the rules and takes from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from tests.builders.claims import dossier, report

from rashomon.corroboration import contrarymix, corroborate, valuemix
from rashomon.corroboration.contrarymix import WEIGHTS
from rashomon.inference.pairs import KINDS
from rashomon.model import Article, Conflict, ConflictKind, Engine, Policy, Relation
from rashomon.ports import InContext, PairReader, Reading


class Alike:
    """An embedder to which all sentences mean the same."""

    name = "alike"

    def embed(self, sentences: Sequence[str]) -> list[list[float]]:
        return [[1.0, 0.0] for _ in sentences]


class ByHand:
    """A reader that says what a function says of the words of two wordings; it keeps what it was asked."""

    name = "by hand"

    def __init__(self, of: Callable[[str, str], Reading]) -> None:
        self.of = of
        self.seen: list[tuple[InContext, InContext]] = []

    @property
    def asked(self) -> int:
        return len(self.seen)

    def read(self, pairs: Sequence[tuple[InContext, InContext]]) -> list[Reading]:
        self.seen += pairs
        return [self.of(one.words, other.words) for one, other in pairs]


def reading(*, same: float = 0.0, contrary: float = 0.0, kind: str = "polarity") -> Reading:
    kinds = {name: 0.94 if name == kind else 0.01 for name in KINDS}
    return Reading(same=same, compatible=0.0, contrary=contrary, kinds=kinds)


def against(one: str, other: str, kind: str) -> PairReader:
    """A reader to whom two wordings contradict each other and all else is apart."""

    def of(first: str, second: str) -> Reading:
        found = {one in first, one in second} == {True, False} and (other in first or other in second)
        return reading(contrary=0.99, kind=kind) if found else reading()

    return ByHand(of)


def conflicts(reader: PairReader | None, *articles: Article) -> list[Conflict]:
    found = corroborate(dossier(*articles), embedder=Alike(), reader=reader)
    return [conflict for conflict in found.conflicts if conflict.relation is Relation.CONFLICT]


def words(conflict: Conflict, *articles: Article) -> set[str]:
    texts = {article.id: article.text for article in articles}
    return {" / ".join(span.of(texts[side.article]) for span in side.spans) for side in conflict.sides}


@pytest.fixture(autouse=True)
def _weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader says decides, whatever the fitted weights are."""
    plain = dict.fromkeys(WEIGHTS, 0.0) | {"bias": -2.0, "contrary": 4.0, "found": 0.5}
    monkeypatch.setattr(contrarymix, "WEIGHTS", plain)
    of_values = {"bias": -2.0, "contrary": 4.0, "known": 0.5}
    monkeypatch.setattr(valuemix, "WEIGHTS", dict.fromkeys(valuemix.WEIGHTS, of_values))


FIRST = report("Tarn Post", "The gate was locked all night. The choir of Marn sang at noon.")
SECOND = report("Selby Mail", "Anyone could walk in after dark. Bread cost two crowns.")


def test_a_contradiction_in_quite_other_words_is_told_with_both_clauses() -> None:
    [found] = conflicts(against("gate was locked", "Anyone could", "polarity"), FIRST, SECOND)
    assert found.kind is ConflictKind.POLARITY
    assert found.evidence.reason == "read_as_contrary"
    told = {side.rstrip(".") for side in words(found, FIRST, SECOND)}
    assert told == {"The gate was locked all night", "Anyone could walk in after dark"}


def test_the_names_that_differ_are_shown_by_themselves() -> None:
    one = report("Tarn Post", "The firm was bought by Ada Quill in the spring.")
    other = report("Selby Mail", "It was Bert Holm who took the works over.")
    [found] = conflicts(against("bought", "took", "name"), one, other)
    assert found.kind is ConflictKind.NAME
    assert words(found, one, other) == {"Ada Quill", "Bert Holm"}


def test_numbers_are_compared_by_rules_alone() -> None:
    one = report("Tarn Post", "The hull lay 40 metres down.")
    other = report("Selby Mail", "Divers had to go 60 metres deep to find her.")
    [found] = conflicts(against("hull", "Divers", "number"), one, other)
    assert {side.value for side in found.sides} == {"40 m", "60 m"}
    without = report("Selby Mail", "Divers had to go deep to find her.")
    assert conflicts(against("hull", "Divers", "polarity"), one, without)
    assert conflicts(against("hull", "Divers", "number"), one, without) == []


def test_a_numeral_that_counts_nothing_told_stands_against_a_count() -> None:
    one = report("Tarn Post", "On board the last machine were 214 people.")
    other = report("Selby Mail", "Ninety-seven squatted between the bags, in the dark.")
    assert conflicts(None, one, other) == []
    [found] = conflicts(against("machine", "squatted", "number"), one, other)
    assert {side.value for side in found.sides} == {"214", "97"}


def test_two_numbers_of_one_thing_stand_even_where_the_reader_sees_no_contradiction(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _unless_far(monkeypatch, -2.0)
    table = {"bias": -2.0, "about": 4.0, "of_kind": 1.0}
    monkeypatch.setattr(valuemix, "WEIGHTS", dict.fromkeys(valuemix.WEIGHTS, table))
    one = report("Tarn Post", "On board the last machine were 214 people.")
    other = report("Selby Mail", "Ninety-seven squatted between the bags, in the dark.")
    alike = ByHand(lambda *_: reading(same=0.95, kind="number"))
    [found] = conflicts(alike, one, other)
    assert found.evidence.reason == "values_of_one_thing"
    assert found.kind is ConflictKind.NUMBER
    apart = ByHand(lambda *_: reading(kind="number"))
    assert conflicts(apart, one, other) == []


class TwoLooks(ByHand):
    """A reader that sees the contradiction of two numbers only where it looks closely."""

    name = "two looks"

    def __init__(self) -> None:
        super().__init__(lambda *_: replace(reading(kind="number"), closely=False))
        self.looked: list[tuple[InContext, InContext]] = []

    def read_closely(self, pairs: Sequence[tuple[InContext, InContext]]) -> list[Reading]:
        self.looked += pairs
        return [reading(contrary=0.99, kind="number") for _ in pairs]


def test_units_whose_values_may_be_of_one_thing_are_read_closely_and_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _unless_far(monkeypatch, -4.0)
    table = {"bias": -2.0, "contrary": 2.0}
    monkeypatch.setattr(valuemix, "WEIGHTS", dict.fromkeys(valuemix.WEIGHTS, table))
    one = report("Tarn Post", "On board the last machine were 214 people. The choir of Marn sang at noon.")
    other = report("Selby Mail", "Ninety-seven squatted between the bags. Bread was dear in the town.")
    reader = TwoLooks()
    [found] = conflicts(reader, one, other)
    assert {side.value for side in found.sides} == {"214", "97"}
    assert [{first.words[:5], second.words[:5]} for first, second in reader.looked] == [{"On bo", "Ninet"}]
    assert reader.asked > 1


def test_of_several_values_that_may_stand_against_one_the_likeliest_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _unless_far(monkeypatch, -2.0)
    table = {"bias": 1.0, "ratio": 2.0}
    monkeypatch.setattr(valuemix, "WEIGHTS", dict.fromkeys(valuemix.WEIGHTS, table))
    one = report("Tarn Post", "The hull lay 40 metres down.")
    other = report("Selby Mail", "Divers had to go 60 metres deep and 900 metres out.")
    [found] = conflicts(ByHand(lambda *_: reading()), one, other)
    assert {side.value for side in found.sides} == {"40 m", "60 m"}


def _unless_far(monkeypatch: pytest.MonkeyPatch, bias: float) -> None:
    """All units that were read are as likely to contradict each other."""
    monkeypatch.setattr(contrarymix, "WEIGHTS", dict.fromkeys(WEIGHTS, 0.0) | {"bias": bias})


@pytest.mark.parametrize(("bias", "expected"), [(-2.0, 1), (-4.0, 0)])
@pytest.mark.parametrize("found_by", ["rules", "values"])
def test_values_stand_against_each_other_only_in_units_that_may_be_contrary(
    monkeypatch: pytest.MonkeyPatch, found_by: str, bias: float, expected: int
) -> None:
    _unless_far(monkeypatch, bias)
    monkeypatch.setattr(valuemix, "WEIGHTS", {key: {"bias": 3.0, "units": 1.0} for key in valuemix.WEIGHTS})
    one = report("Tarn Post", "The hull lay 40 metres down.")
    by_rules, by_values = "The hull lay 60 metres down.", "Divers had to go 60 metres deep to find her."
    other = report("Selby Mail", by_rules if found_by == "rules" else by_values)
    assert len(conflicts(ByHand(lambda *_: reading()), one, other)) == expected


@pytest.mark.parametrize(
    ("when", "new", "relation"),
    [
        ("2024-05-08", "Guards let the public through the gate.", Relation.UPDATE),
        ("2024-05-08", "Guards refused to let the public through the gate.", Relation.CONFLICT),
        ("2024-05-06", "Guards let the public through the gate.", Relation.CONFLICT),
        (None, "Guards let the public through the gate.", Relation.CONFLICT),
    ],
)
def test_what_was_yet_to_come_and_is_told_later_as_done_is_an_update(
    when: str | None, new: str, relation: Relation
) -> None:
    one = report("Tarn Post", "The palace plans to open on Sunday.", published="2024-05-06")
    other = report("Selby Mail", new, published=when)
    reader = against("palace", "Guards", "modality")
    [found] = corroborate(dossier(one, other), embedder=Alike(), reader=reader).conflicts
    assert (found.kind, found.relation) == (ConflictKind.MODALITY, relation)
    assert found.later == (other.id if relation is Relation.UPDATE else None)


@pytest.mark.parametrize(
    ("words_of_other", "expected"),
    [
        ("the Gate was locked, all night", 0),
        ("A guard swore that the gate was locked all night.", 0),
        ("The gate was not locked all night.", 1),
    ],
)
def test_the_same_words_contradict_nothing_unless_they_are_denied(words_of_other: str, expected: int) -> None:
    one = report("Tarn Post", "The gate was locked all night.")
    other = report("Selby Mail", words_of_other)
    assert len(conflicts(ByHand(lambda first, second: reading(contrary=0.99)), one, other)) == expected


def test_who_takes_two_rather_to_tell_the_same_adds_no_contradiction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contrarymix, "WEIGHTS", dict.fromkeys(WEIGHTS, 0.0) | {"bias": 3.0})
    one = report("Tarn Post", "A tram depot in Marn went up in flames along with 36 trams.")
    other = report("Selby Mail", "A tram depot in Marn went up in flames and all its trams were lost.")
    for same, contrary, expected in ((0.5, 0.2, 0), (0.2, 0.5, 1)):
        reader = ByHand(lambda *_, same=same, contrary=contrary: reading(same=same, contrary=contrary))
        assert len(conflicts(reader, one, other)) == expected


def test_what_a_report_tells_in_the_same_words_it_does_not_contradict_beside_them() -> None:
    first = report("Tarn Post", "The gate was locked all night.", "It rained.")
    bare = report("Selby Mail", "Anyone could walk in after dark.")
    both = report("Selby Mail", "The gate was locked all night.", "Anyone could walk in after dark.")
    reader = against("gate was locked", "Anyone could", "polarity")
    assert len(conflicts(reader, first, bare)) == 1
    assert conflicts(reader, first, both) == []


def test_among_more_pairs_each_is_less_likely_a_contradiction(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = dict.fromkeys(WEIGHTS, 0.0) | {"bias": 22.0, "contrary": 4.0, "crowd": -8.0}
    monkeypatch.setattr(contrarymix, "WEIGHTS", plain)
    reader = against("gate was locked", "Anyone could", "polarity")
    one, other = (report(a.input, a.text.split(". ")[0] + ".") for a in (FIRST, SECOND))
    assert len(conflicts(reader, one, other)) == 1
    did = "sang wept slept left fell came rose spoke laughed ran".split()
    more = [" ".join(f"The {who} {what}." for what in did) for who in ("mayor", "baker")]
    long = [report(a.input, f"{a.text} {told}") for a, told in zip((one, other), more, strict=True)]
    assert conflicts(reader, *long) == []


def test_what_was_read_is_joined_from_a_likelihood_of_its_own() -> None:
    one = report("Tarn Post", "The mill by the lake has shut.")
    other = report("Selby Mail", "They closed their works on the shore for good.")
    alike = ByHand(lambda *_: reading(same=0.95))
    for least, expected in ((0.0, 1), (1.0, 2)):
        found = replace(dossier(one, other), engine=_engine(Policy(claim_read=least)))
        assert len(corroborate(found, embedder=Alike(), reader=alike).claims) == expected


def _engine(policy: Policy) -> Engine:
    return replace(dossier(FIRST, SECOND).engine, policy=policy)


def test_a_name_stands_against_a_name_that_the_other_has_not() -> None:
    one = report("Tarn Post", "The firm was bought by Ada Quill in the spring.")
    for words_of_other, expected in (
        ("It was she, Ada Quill, who took it over.", 0),
        ("A cousin took it over.", 0),
        ("A cousin, Ida Marl, took it over.", 1),
    ):
        other = report("Selby Mail", words_of_other)
        assert len(conflicts(against("bought", "took", "name"), one, other)) == expected


@pytest.mark.parametrize(
    ("words_of_other", "told"),
    [
        ("He took it over in April.", None),
        ("The old man took it over, with bees and letters.", None),
        ("It was she who took it over, led by Ada Quill.", None),
        ("He took it over in Ambel.", {"Sarz", "Ambel"}),
        (
            "He took it over under the table.",
            {"She bought the hive above Sarz in May", "He took it over under the table"},
        ),
        ("He took it over at home.", {"She bought the hive above Sarz in May", "He took it over at home"}),
    ],
)
def test_a_place_stands_against_a_place_and_no_month_is_one(
    words_of_other: str, told: set[str] | None
) -> None:
    one, other = (
        report("Tarn Post", "She bought the hive above Sarz in May."),
        report("Selby Mail", words_of_other),
    )
    all_found = conflicts(against("bought", "took", "place"), one, other)
    found = [each for each in all_found if each.kind is ConflictKind.PLACE]
    assert [{side.rstrip(".") for side in words(each, one, other)} for each in found] == (
        [told] if told else []
    )


@pytest.mark.parametrize("kind", ["polarity", "place", "reason"])
def test_what_nobody_takes_to_be_about_one_thing_makes_no_conflict(kind: str) -> None:
    assert conflicts(ByHand(lambda one, other: reading(kind=kind)), FIRST, SECOND) == []


def test_what_rules_found_falls_where_the_reader_sees_two_things() -> None:
    one = report("Tarn Post", "Twelve people were killed when the dam at Marn broke.")
    other = report("Selby Mail", "Thirty people were killed when the dam at Marn broke.")
    assert conflicts(None, one, other)
    assert conflicts(ByHand(lambda first, second: reading(contrary=0.9, kind="number")), one, other)
    assert conflicts(ByHand(lambda first, second: reading()), one, other) == []


def test_without_an_embedder_nobody_is_asked() -> None:
    reader = ByHand(lambda one, other: reading(contrary=0.99))
    corroborate(dossier(FIRST, SECOND), reader=reader)
    assert reader.asked == 0


def test_the_reader_is_told_what_stands_around_a_wording() -> None:
    reader = ByHand(lambda one, other: reading())
    one = report("Tarn Post", "The mill burnt down in May.\n\nIt was never rebuilt, the mayor said.")
    corroborate(dossier(one, FIRST), embedder=Alike(), reader=reader)
    [told] = {side for pair in reader.seen for side in pair if side.words.startswith("It was never rebuilt")}
    assert told.before == "The mill burnt down in May."
    top = {side for pair in reader.seen for side in pair if side.words.startswith("The mill")}
    assert {side.before for side in top} == {""}


def test_of_each_unit_so_many_pairs_are_read_as_the_policy_says() -> None:
    reports = [report(f"Paper {n}", f"The lamp on pier {n} went out in week {n}.") for n in range(30)]
    reader = ByHand(lambda one, other: reading())
    corroborate(dossier(*reports), embedder=Alike(), reader=reader)
    assert 0 < reader.asked <= 30 * Policy().pairs_read


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The gate was locked all night.", "Anyone could walk in after dark.", "polarity"),
        ("The hull lay 40 metres down and 12 off.", "Divers had to go 60 metres deep, 15 out.", "number"),
    ],
)
def test_the_order_of_the_reports_changes_nothing(one: str, other: str, kind: str) -> None:
    first, second = report("Tarn Post", one), report("Selby Mail", other)
    reader = against(one.split()[1], other.split()[0], kind)
    there, back = conflicts(reader, first, second), conflicts(reader, second, first)
    assert there
    assert {(c.id, c.evidence) for c in there} == {(c.id, c.evidence) for c in back}
