"""Laws of families: disjoint, the same in any order, and a copy of a report never raises a count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.builders.witnesses import Told, kin, witness

from rashomon.model import Apparatus, Family, Reading

_SAID = "“The ferry sails on Friday, storm or no storm,”"
_WORDS = "quay harbour board council tide crew dock wind boat captain pier storm lamp rope night".split()


@st.composite
def own_words(draw: st.DrawFn) -> str:
    """Forty words or more of a reporter's own."""
    return " ".join(draw(st.lists(st.sampled_from(_WORDS), min_size=40, max_size=70)))


@st.composite
def reports(draw: st.DrawFn) -> list[Told]:
    """Reports of one quotation, some with the same words around it, some with a carrier."""
    texts = draw(st.lists(own_words(), min_size=1, max_size=3, unique=True))
    out = []
    for number in range(draw(st.integers(1, 6))):
        around = draw(st.sampled_from(texts))
        carrier = draw(st.sampled_from([[], [("Courier", "told")], [("Ellery Radio", "interview")]]))
        publisher = draw(st.sampled_from([None, "The Courier"]))
        out.append(
            witness(f"Paper{number}", f"{around} {_SAID} Quill said.", carriers=carrier, publisher=publisher)
        )
    return out


def _copy(told: Told, name: str) -> Told:
    body = told.article.text.partition("\n\n")[2]
    carriers = [(relay.name, relay.manner) for relay in told.statement.chain]
    return witness(name, f"{body}\n\nMore tomorrow.", carriers=carriers)


def _attested(families: tuple[Family, ...], witnesses: list[str]) -> int:
    reading = Reading(witnesses=tuple(sorted(witnesses)), text="", spans=())
    apparatus = Apparatus(base="", witnesses=(), columns=(), variants=(), families=families)
    return apparatus.attested(reading)


@given(reports())
def test_families_are_disjoint_and_made_of_the_witnesses(told: list[Told]) -> None:
    members = [one for family in kin(*told) for one in family.witnesses]
    assert len(members) == len(set(members))
    assert set(members) <= {one.statement.id for one in told}
    assert all(len(family.witnesses) > 1 for family in kin(*told))


@given(reports(), st.data())
def test_order_does_not_matter(told: list[Told], data: st.DataObject) -> None:
    assert kin(*told) == kin(*data.draw(st.permutations(told)))


@given(reports())
def test_every_witness_has_its_evidence_in_its_own_text(told: list[Told]) -> None:
    texts = {one.statement.id: one.article.text for one in told}
    for family in kin(*told):
        for one, span in zip(family.witnesses, family.evidence.spans, strict=True):
            assert span
            assert span.end <= len(texts[one])


@given(reports(), st.data())
def test_a_copy_of_a_report_never_raises_a_count(told: list[Told], data: st.DataObject) -> None:
    copied = _copy(data.draw(st.sampled_from(told)), "Reprint")
    having = data.draw(st.sets(st.sampled_from([one.statement.id for one in told]), min_size=1))
    before, after = kin(*told), kin(*told, copied)
    assert _attested(after, sorted(having)) <= _attested(before, sorted(having))
    ids = [one.statement.id for one in told]
    assert _attested(after, [*ids, copied.statement.id]) <= _attested(before, ids)
