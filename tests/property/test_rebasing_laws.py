"""Laws of the base: another one is another point of view on the same table."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.quoting import Told, report, shared

from rashomon.collation import collate
from rashomon.model import Article, Policy, Statement, Utterance, VariantKind

_WORDS = (
    "the harbour bridge will not open before winter and we can't pay for take-out takeout take out "
    "five per cent 5% 5 percent twenty-five 25 who's who is [Mayor Oda] … crews budget anymore any more"
).split()
_WITNESS = st.lists(st.sampled_from(_WORDS), max_size=8)
_FRAME = "We said in the spring that {} and nobody on the council has told us otherwise since"


def _reports(fillings: list[list[str]]) -> list[Told]:
    outlets = ("Tern", "Gull", "Plover", "Dunlin", "Knot")
    return [
        report(name, _FRAME.format(" ".join(words))) for name, words in zip(outlets, fillings, strict=False)
    ]


def _input(told: list[Told]) -> tuple[list[Article], list[Statement]]:
    return [article for article, _ in told], [s for _, own in told for s in own]


_STORIES = st.lists(_WITNESS, min_size=2, max_size=5).map(_reports)


@settings(max_examples=40)
@given(_STORIES, st.integers(0, 4))
def test_columns_do_not_depend_on_the_base(told: list[Told], which: int) -> None:
    articles, statements = _input(told)
    chosen = statements[which % len(statements)]
    plain = collate(articles, statements, Policy())
    for name in (chosen.id, chosen.article):
        seen = collate(articles, statements, Policy(), base=name)
        assert [u.apparatus.columns for u in seen] == [u.apparatus.columns for u in plain]
        assert [u.apparatus.witnesses for u in seen] == [u.apparatus.witnesses for u in plain]
        assert [u.apparatus.base for u in seen if chosen.id in u.statements] == [chosen.id]


@settings(max_examples=40)
@given(_STORIES, st.integers(0, 4), st.integers(0, 4))
def test_going_back_gives_the_first_apparatus_again(told: list[Told], which: int, other: int) -> None:
    articles, statements = _input(told)

    def seen_from(number: int) -> tuple[Utterance, ...]:
        return collate(articles, statements, Policy(), base=statements[number % len(statements)].id)

    first = seen_from(which)
    seen_from(other)
    assert seen_from(which) == first
    for utterance in collate(articles, statements, Policy()):
        again = collate(articles, statements, Policy(), base=utterance.apparatus.base)
        assert utterance in again


@settings(max_examples=40)
@given(_WITNESS, _WITNESS)
def test_what_one_inserts_the_other_deletes(one: list[str], other: list[str]) -> None:
    turned = {VariantKind.INSERTION: VariantKind.DELETION, VariantKind.DELETION: VariantKind.INSERTION}
    told = _reports([one, other])
    articles, statements = _input(told)
    for utterance in shared(*told):
        seen = {}
        for statement in statements:
            [found] = collate(articles, statements, Policy(), base=statement.id)
            seen[statement.id] = found.apparatus.variants
        here, there = seen.values()
        assert [v.column for v in here] == [v.column for v in there]
        light = {VariantKind.INSERTION, VariantKind.DELETION}
        for a, b in zip(here, there, strict=True):
            if {a.kind, b.kind} & light:
                assert b.kind == turned.get(a.kind)
        assert utterance.apparatus.variants in seen.values()
