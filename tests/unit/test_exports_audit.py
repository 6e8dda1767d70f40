"""Who vouches for an unnamed source: written, read back, held against the text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.builders.chain_story import chain_story

from rashomon.exports import dossier_record, parse_dossier
from rashomon.exports.verify import verify
from rashomon.model import Dossier, Span, Voucher


def vouched() -> Dossier:
    """A story in which its last unnamed source is vouched for by an outlet and by the report."""
    story = chain_story()
    *others, last = story.unnamed
    hop = Voucher(name="the Brint Mercury", span=Span(0, 4), statements=last.statements)
    own = Voucher(name=None, span=None, statements=last.statements)
    return replace(story, unnamed=(*others, replace(last, vouched=(hop, own))))


def test_vouchers_are_read_back_as_they_were_written() -> None:
    story = vouched()
    record = dossier_record(story)
    assert parse_dossier(json.dumps(record).encode(), name="-").unnamed == story.unnamed
    assert len(verify(record)) == len(verify(dossier_record(chain_story())))


def test_files_older_than_vouchers_have_none() -> None:
    record = json.loads(json.dumps(dossier_record(vouched())))
    for entry in record["audit"]["unnamed_sources"]:
        del entry["vouched"]
    assert {e.vouched for e in parse_dossier(json.dumps(record).encode(), name="-").unnamed} == {()}
    assert len(verify(record)) == len(verify(dossier_record(chain_story())))


@pytest.mark.parametrize(
    ("key", "value"), [("span", [0, 9_000_000]), ("statements", ["st-0000000000000000"])]
)
def test_a_voucher_that_stands_nowhere_is_a_difference(key: str, value: object) -> None:
    record = json.loads(json.dumps(dossier_record(vouched())))
    before = len(verify(record))
    record["audit"]["unnamed_sources"][-1]["vouched"][0][key] = value
    assert len(verify(record)) == before + 1
