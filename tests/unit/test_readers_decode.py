"""Bytes to text, and which kind of bytes it is."""

from __future__ import annotations

import gzip
import io
import os
import zipfile

import pytest

from rashomon.errors import EmptyInput, InputError, UnknownKind
from rashomon.model import Article, Policy
from rashomon.readers import read
from rashomon.readers.decode import decode
from rashomon.readers.tongue import language_of

REPORT = (
    "“We heard it from below,” the captain said on Friday. “It’s not the engine – it’s something else.”\n\n"
    "The ferry’s owners said that it wouldn’t sail before the café had paid about £900 for the bell.\n"
)


def only(data: bytes) -> Article | InputError:
    (item,) = read(io.BytesIO(data), name="x", policy=Policy())
    return item


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(REPORT.encode(encoding), Policy()).text == REPORT


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("utf-16", "UTF-16")]
)
def test_every_other_encoding_is_named(encoding: str, name: str) -> None:
    decoded = decode(REPORT.encode(encoding), Policy())
    assert decoded.text == REPORT
    assert decoded.warnings == (f"was read as {name}",)


def test_utf8_needs_no_warning() -> None:
    assert decode(REPORT.encode(), Policy()).warnings == ()


def test_cyrillic_is_not_taken_for_western() -> None:
    text = "Мэр города сказал, что мост останется закрытым до весны, и никто не стал с ним спорить."
    decoded = decode(text.encode("cp1251"), Policy())
    assert decoded.text == text
    assert len(decoded.warnings) == 1


def test_stray_bytes_in_utf8_are_read_as_windows() -> None:
    decoded = decode(REPORT.encode() + b"He said \x93no\x94.", Policy())
    assert decoded.text == REPORT + "He said “no”."
    assert "2 bytes" in decoded.warnings[0]


def test_mojibake_is_mended_and_quotation_marks_keep_their_shape() -> None:
    broken = REPORT.encode().decode("cp1252", "replace").replace("\ufffd", "")
    decoded = decode((broken + "\n\"Straight\" & 'plain' ﬁne ½ ™ &amp; stay.").encode(), Policy())
    assert decoded.text == REPORT + "\n\"Straight\" & 'plain' ﬁne ½ ™ &amp; stay."
    assert "repaired in 2 lines" in decoded.warnings[0]


def test_right_text_with_rare_letters_is_left_alone() -> None:
    text = "SÃO PAULO and Ångström, «naïve» — Ærø’s Ñandú said: “É isto.”"
    assert decode(text.encode(), Policy()).text == text


def test_nul_characters_stay_and_are_told() -> None:
    item = only(REPORT.replace("captain", "cap\0tain").encode())
    assert isinstance(item, Article)
    assert "cap\0tain" in item.text
    assert item.warnings == ("holds 1 NUL character",)


def test_marks_that_are_never_closed_are_told_once() -> None:
    item = only(("“We go.\n\n" * 5_000).encode())
    assert isinstance(item, Article)
    assert item.warnings == ("5,000 quotation marks are never closed",)


def _zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "text")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (_zip("word/document.xml"), "Office document"),
        (_zip("notes.txt"), "ZIP"),
        (gzip.compress(REPORT.encode()), "gzip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
        (b"{\\rtf1\\ansi Text}", "RTF"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "feed"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "WARC"),
        (b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "NewsML"),
        (b'<?xml version="1.0"?><nitf><body/></nitf>', "NITF"),
        (b'{\n  "text": "The bridge is shut."\n}', "JSON document"),
        (b'[{"text": "The bridge is shut."}]', "JSON document"),
    ],
)
def test_kinds_that_are_not_read_are_named(data: bytes, kind: str) -> None:
    fault = only(data)
    assert isinstance(fault, UnknownKind)
    assert kind in fault.problem
    assert fault.advice


def test_noise_is_not_text() -> None:
    noise = bytes((i * i * 31 + i * 7) % 256 for i in range(20_000))
    fault = only(noise)
    assert isinstance(fault, UnknownKind)
    assert isinstance(only(os.urandom(4_000)), UnknownKind)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\r\n\xc2\xa0"])
def test_nothing_is_told_to_be_nothing(data: bytes) -> None:
    assert isinstance(only(data), EmptyInput)


@pytest.mark.parametrize(
    "text",
    ["أعلن رئيس البلدية أن الجسر سيبقى مغلقا حتى الربيع المقبل", "ראש העיר אמר כי הגשר יישאר סגור עד האביב"],
)
def test_text_from_right_to_left_is_read_as_it_stands(text: str) -> None:
    item = only(text.encode())
    assert isinstance(item, Article)
    assert item.text == text
    assert item.language in ("ar", "he")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (REPORT, "en"),
        ("Fire at the mill", "und"),
        ("Die Müller im Oberen Tal haben am Dienstag die Arbeit niedergelegt, sagte ihr Sprecher.", "de"),
        ("Les meuniers de la vallée ont cessé le travail mardi, a déclaré leur porte-parole.", "fr"),
        ("Millers vote to keep weir against advice", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told_or_left_open(text: str, language: str) -> None:
    assert language_of(text, Policy()) in (language, "en" if language == "und" and text else language)
