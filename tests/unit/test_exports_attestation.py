"""How many independent witnesses a reading has; who has ended, or retells it, says nothing of a place."""

from __future__ import annotations

from rashomon.exports.attestation import Attestation, best_attested
from rashomon.model import (
    Apparatus,
    Column,
    Evidence,
    Family,
    Kinship,
    Reading,
    Severity,
    Variant,
    VariantKind,
    Witness,
)

_SURE = Evidence(score=1.0, reason="made")


def _reading(text: str, *witnesses: str) -> Reading:
    return Reading(witnesses=witnesses, text=text, spans=())


def _apparatus(
    *columns: tuple[Reading, ...], cut: tuple[str, ...] = (), families: tuple[Family, ...] = ()
) -> Apparatus:
    witnesses = sorted({w for readings in columns for reading in readings for w in reading.witnesses})
    truncation = Variant(
        kind=VariantKind.TRUNCATION,
        severity=Severity.MINOR,
        readings=(_reading("", *cut),),
        evidence=_SURE,
    )
    return Apparatus(
        base="a",
        witnesses=tuple(Witness(statement=w, article=w, spans=()) for w in witnesses),
        columns=tuple(Column(readings=readings) for readings in columns),
        variants=(truncation,) if cut else (),
        families=families,
    )


_STAY = (_reading("we stay", "a", "b", "c", "d"),)
_END = (_reading("if it rains", "a"), _reading("", "b", "c", "d"))


def test_a_witness_that_lacks_words_inside_of_its_own_attests_that() -> None:
    table = _apparatus(_STAY, _END, (_reading("at home", "a", "b", "c", "d"),), cut=("d",))
    assert Attestation(table).counts(_END, 1) == (1, 3)


def test_a_witness_that_has_ended_attests_nothing_there() -> None:
    table = _apparatus(_STAY, _END, (_reading("today", "a", "b"), _reading("", "c", "d")), cut=("c", "d"))
    assert Attestation(table).counts(_END, 1) == (1, 1)


def test_a_word_or_two_at_an_edge_are_lacking_since_nothing_is_cut_off() -> None:
    assert Attestation(_apparatus(_STAY, _END)).counts(_END, 1) == (1, 3)


def test_who_tells_all_in_other_words_attests_no_place_but_his_own() -> None:
    told = (_reading("that they would stay", "d"), _reading("", "a", "b", "c"))
    stay = (_reading("we stay", "a", "b", "c"), _reading("", "d"))
    counted = Attestation(_apparatus(stay, told))
    assert counted.counts(stay, 0) == (3, 0)
    assert counted.counts(told, 1) == (1, 3)


def test_a_family_counts_once() -> None:
    family = Family(witnesses=("b", "c"), kinship=Kinship.COPIED_TEXT, evidence=_SURE)
    counted = Attestation(_apparatus(_STAY, _END, families=(family,)))
    assert counted.counts(_STAY, 0) == (3,)
    assert best_attested(counted.counts(_END, 1)) == (1,)


def test_a_variant_of_the_whole_text_counts_all_its_witnesses() -> None:
    table = _apparatus(_STAY, _END, cut=("b", "c", "d"))
    assert Attestation(table).counts(table.variants[0].readings, None) == (3,)
