"""The TEI export is valid TEI P5, whatever it has to tell, and loses nothing of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.builders.bridge_story import bridge_story
from tests.builders.chain_story import chain_story
from tests.builders.relay_story import relay_story
from tests.builders.strategies import dossiers
from tests.builders.teischema import tei_schema
from tests.conformance.test_exporters import hostile

from rashomon.analysis import held
from rashomon.exports import exporter_for
from rashomon.model import Citation, Dossier, HouseRule, HouseStyle, VariantKind, Verdict, Witness

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_STORIES = {"bridge": bridge_story(), "relay": relay_story(), "chain": chain_story(), "hostile": hostile()}
_NOTHING = replace(hostile(), articles=(), statements=(), sources=(), utterances=())


def _document(dossier: Dossier) -> etree._Element:
    return etree.fromstring(exporter_for("tei").export(dossier))


def _faults(dossier: Dossier) -> list[str]:
    schema = tei_schema()
    schema.validate(_document(dossier))
    return [str(fault) for fault in schema.error_log]


def test_any_dossier_is_valid() -> None:
    """One test, since only one process need make the schema ready."""
    for one in (*_STORIES.values(), _NOTHING):
        assert _faults(one) == []
    _check_any()
    broken = _document(_STORIES["bridge"])
    next(broken.iter(f"{_TEI}app")).append(etree.Element(f"{_TEI}seg"))
    assert not tei_schema().validate(broken)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers())
def _check_any(dossier: Dossier) -> None:
    assert _faults(dossier) == []


@pytest.mark.parametrize("story", _STORIES)
def test_every_pointer_leads_somewhere(story: str) -> None:
    document = _document(_STORIES[story])
    ids = [found for found in (one.get(_ID) for one in document.iter()) if found]
    assert len(ids) == len(set(ids))
    pointers = {
        pointer
        for one in document.iter()
        for key in ("wit", "ana", "corresp", "target", "who")
        for pointer in one.get(key, "").split()
    }
    assert {p[1:] for p in pointers if p.startswith("#")} <= set(ids)
    prefixes = {one.get("ident") for one in document.iter(f"{_TEI}prefixDef")}
    assert {p.split(":")[0] for p in pointers if not p.startswith("#")} <= prefixes


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _words(one: etree._Element) -> str:
    return "".join(str(text) for text in one.itertext())


@pytest.mark.parametrize("story", ["bridge", "relay", "chain"])
def test_read_along_one_witness_it_has_the_witnesses_words(story: str) -> None:
    dossier = _STORIES[story]
    divisions = {one.get(_ID): one for one in _document(dossier).iter(f"{_TEI}div")}
    for utterance in dossier.utterances:
        said = divisions[utterance.id].find(f".//{_TEI}said")
        assert said is not None
        for witness in utterance.apparatus.witnesses:
            text = dossier.article(witness.article).text
            words = "".join(span.of(text) for span in witness.spans)
            assert _letters("".join(_read(said, witness))) == _letters(words)


def _read(said: etree._Element, witness: Witness) -> Iterator[str]:
    for place in said:
        if place.tag == f"{_TEI}seg":
            yield _words(place)
        for reading in place.iter(f"{_TEI}lem", f"{_TEI}rdg"):
            if f"#{witness.statement}" in reading.get("wit", "").split():
                yield _words(reading)


@pytest.mark.parametrize("story", ["bridge", "relay", "chain"])
def test_every_place_holds_the_words_of_its_reading(story: str) -> None:
    dossier = _STORIES[story]
    document = _document(dossier)
    texts = {
        one.get("ident"): dossier.article(match[1]).text
        for one in document.iter(f"{_TEI}prefixDef")
        if (match := re.match(r"urn:rashomon:(.*)#", one.get("replacementPattern", "")))
    }
    places = 0
    for one in document.iter(f"{_TEI}seg", f"{_TEI}lem", f"{_TEI}rdg"):
        for prefix, start, end in re.findall(r"(in-[a-z]+):(\d+)-(\d+)", one.get("corresp", "")):
            places += 1
            assert _letters(texts[prefix][int(start) : int(end)]) in _letters(_words(one))
    assert places


def test_what_house_styles_say_points_to_their_rules() -> None:
    rules = tuple(
        HouseRule(
            id=kind.value, kinds=(kind,), verdict=verdict, gist="Not so.", citation=Citation(document="B")
        )
        for kind, verdict in (
            (VariantKind.TENSE, Verdict.NOT_ALLOWED),
            (VariantKind.BRACKET, Verdict.ALLOWED),
        )
    )
    styles = [HouseStyle(id=name, name=name.title(), rules=rules) for name in ("desk", "wire")]
    document = _document(held(_STORIES["bridge"], styles))
    notes = [note for note in document.iter(f"{_TEI}note") if note.get("type") == "house_style"]
    assert {note.text for note in notes} == {"Desk", "Wire"}
    told = {note.get("ana") for note in notes}
    assert {"#verdict.not_allowed #style-1.1", "#verdict.allowed #style-2.2", "#verdict.not_stated"} <= told
    categories = {one.get(_ID) for one in document.iter(f"{_TEI}category")}
    assert {point[1:] for ana in told if ana for point in ana.split()} <= categories


def test_only_what_is_known_of_a_report_is_told() -> None:
    courier, post, _ = _document(_STORIES["bridge"]).findall(f".//{_TEI}bibl")
    assert [one.tag.removeprefix(_TEI) for one in courier] == ["title", "textLang", "idno", "idno"]
    assert post.findtext(f"{_TEI}author") == "Aino Feld"
    assert post.find(f"{_TEI}date").attrib == {"when": "2031-05-04"}  # type: ignore[union-attr]
