"""Families in the finished apparatus: a reprint gives no reading more weight."""

from __future__ import annotations

from tests.builders.witnesses import AROUND, Told, witness

from rashomon.collation import collate
from rashomon.model import Apparatus, Kinship, Policy

_SAID = "The ferry sails on Friday, storm or no storm, and nobody of the crew is left behind"


def _apparatus(*told: Told) -> Apparatus:
    found = collate([one.article for one in told], [one.statement for one in told], Policy())
    (utterance,) = [one for one in found if len(one.statements) > 1]
    return utterance.apparatus


def _counts(apparatus: Apparatus) -> set[int]:
    readings = [reading for column in apparatus.columns for reading in column.readings if reading.text]
    return {apparatus.attested(reading) for reading in readings}


def test_a_reprint_is_of_the_family_of_what_it_reprints() -> None:
    apparatus = _apparatus(
        witness("Tern", f"{AROUND} “{_SAID},” Quill said."),
        witness("Gull", f"{AROUND} “{_SAID},” Quill said."),
    )
    assert [family.kinship for family in apparatus.families] == [Kinship.COPIED_TEXT]
    assert _counts(apparatus) == {1}


def test_reports_in_words_of_their_own_count_each() -> None:
    apparatus = _apparatus(
        witness("Tern", f"{AROUND} “{_SAID},” Quill said."),
        witness("Gull", f"Nobody in the hall had expected it. “{_SAID},” Quill said."),
    )
    assert apparatus.families == ()
    assert _counts(apparatus) == {2}


def test_two_copies_of_one_reading_weigh_no_more_than_one_report_of_the_other() -> None:
    changed = _SAID.replace("Friday", "Sunday")
    apparatus = _apparatus(
        witness("Tern", f"{AROUND} “{_SAID},” Quill said."),
        witness("Gull", f"{AROUND} “{_SAID},” Quill said."),
        witness("Skua", f"Nobody in the hall had expected it. “{changed},” Quill said."),
    )
    (differing,) = [column for column in apparatus.columns if len(column.readings) > 1]
    assert {apparatus.attested(reading) for reading in differing.readings} == {1}
    assert sorted(len(reading.witnesses) for reading in differing.readings) == [1, 2]
