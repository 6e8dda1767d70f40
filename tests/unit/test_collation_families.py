"""Which witnesses count as one: places of one report, copies of one text, one carrier behind several."""

from __future__ import annotations

import pytest
from tests.builders.witnesses import AROUND, apart, kin, witness

from rashomon.model import Kinship

_SAID = "The ferry sails on Friday, storm or no storm"


def test_two_places_of_one_report_are_one_witness() -> None:
    deck, body = apart(f"“{_SAID},” Quill said in Port Ellery.", f"“{_SAID},” Mara Quill told the council.")
    (family,) = kin(deck, body, witness("Gull", f"“{_SAID},” said the harbour master."))
    assert family.kinship is Kinship.ONE_REPORT
    assert family.witnesses == tuple(sorted([deck.statement.id, body.statement.id]))


def test_reports_that_only_quote_the_same_are_two() -> None:
    assert not kin(
        witness("Tern", f"Mara Quill would not hear of a delay. “{_SAID},” she said at the quay on Monday."),
        witness("Gull", f"“{_SAID},” the harbour master said when the council asked what she would do next."),
    )


def test_a_set_phrase_around_does_not_make_a_copy() -> None:
    phrase = "who spoke on condition of anonymity because they were not allowed to speak to reporters"
    assert not kin(
        witness("Tern", f"“{_SAID},” said an officer of the harbour board, {phrase}. The quay was empty."),
        witness("Gull", f"“{_SAID},” one of the crew said, {phrase}. Nobody else would talk on Tuesday."),
    )


def test_the_same_own_words_around_are_one_text_and_shown() -> None:
    tern = witness("Tern", f"{AROUND} “{_SAID},” Quill said. {AROUND}")
    gull = witness("Gull", f"By our own reporter. {AROUND} “{_SAID},” she told the paper. A tide was due.")
    (family,) = kin(tern, gull)
    assert family.kinship is Kinship.COPIED_TEXT
    for one, span in zip(family.witnesses, family.evidence.spans, strict=True):
        told = next(w for w in (tern, gull) if w.statement.id == one)
        assert span.of(told.article.text) in AROUND or AROUND in span.of(told.article.text)


def test_a_copy_that_an_editor_cut_up_is_found_by_several_runs() -> None:
    edited = AROUND.replace(" on Monday", " this week").replace("seven", "a few")
    (family,) = kin(
        witness("Tern", f"{AROUND} “{_SAID},” Quill said."),
        witness("Gull", f"{edited} “{_SAID},” Quill said."),
    )
    assert family.kinship is Kinship.COPIED_TEXT


def test_a_hundred_copies_of_one_text_are_one() -> None:
    (family,) = kin(*(witness(f"Paper{n}", f"{AROUND} “{_SAID},” Quill said.") for n in range(100)))
    assert (family.kinship, len(family.witnesses)) == (Kinship.COPIED_TEXT, 100)


def test_long_quotations_beside_it_are_nobodys_own_words() -> None:
    beside = f"“{AROUND}”"
    assert not kin(
        witness("Tern", f"{beside} Quill told the council. “{_SAID},” she said. It rained."),
        witness("Gull", f"The council asked. {beside} was the answer. “{_SAID},” it went on. Nobody left."),
    )


def test_a_post_that_both_pages_show_is_nobodys_own_words() -> None:
    post = f"{AROUND} — Mara Quill (@maraquill) May 3, 2031"
    assert not kin(
        witness("Tern", f"“{_SAID},” Quill wrote.\n\n{post}\n\nThe council met."),
        witness("Gull", f"The harbour master had this to say.\n\n{post}\n\n“{_SAID},” she went on."),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Courier", "told"), ("The Courier", "interview")),
        (("Ellery Harbour Radio", "told"), ("EHR", "reported_by")),
        (("Courier News", "seen_by"), ("Courier (Online)", "first_reported_by")),
    ],
)
def test_two_that_have_it_from_one_carrier_lean_on_it(one: tuple[str, str], other: tuple[str, str]) -> None:
    tern = witness("Tern", f"“{_SAID},” Quill told the paper.", carriers=[one])
    gull = witness("Gull", f"She was firm: “{_SAID}.”", carriers=[other])
    (family,) = kin(tern, gull)
    assert family.kinship is Kinship.SAME_CARRIER


def test_the_carriers_own_report_is_of_the_family() -> None:
    own = witness("Tern", f"“{_SAID},” Quill told this newspaper.", publisher="The Ellery Courier")
    gull = witness("Gull", f"She was firm: “{_SAID}.”", carriers=[("Ellery Courier", "told")])
    (family,) = kin(own, gull, witness("Skua", f"In the hall she cried: “{_SAID}.”"))
    assert family.witnesses == tuple(sorted([own.statement.id, gull.statement.id]))


@pytest.mark.parametrize(
    "carrier",
    [("Ellery Live", "show"), ("her page", "post"), ("Bob Hale", "through"), ("Quill", "statement")],
)
def test_what_all_could_hear_or_read_makes_nobody_lean(carrier: tuple[str, str]) -> None:
    assert not kin(
        witness("Tern", f"“{_SAID},” Quill said there.", carriers=[carrier]),
        witness("Gull", f"She was firm: “{_SAID}.”", carriers=[carrier]),
    )


def test_officials_without_a_name_need_not_be_the_same() -> None:
    assert not kin(
        witness("Tern", f"“{_SAID},” Quill said.", carriers=[("Ostmark officials", "according_to")]),
        witness("Gull", f"She was firm: “{_SAID}.”", carriers=[("Ostmark officials", "according_to")]),
    )


def test_a_family_has_the_kinship_of_its_least_sure_tie() -> None:
    tern = witness("Tern", f"{AROUND} “{_SAID},” Quill said.", carriers=[("Courier", "told")])
    gull = witness("Gull", f"{AROUND} “{_SAID},” Quill said.")
    skua = witness("Skua", f"She was firm: “{_SAID}.”", carriers=[("Courier", "told")])
    (family,) = kin(tern, gull, skua)
    assert (family.kinship, len(family.witnesses)) == (Kinship.SAME_CARRIER, 3)
