"""The same words given to another speaker, and what only looks like it."""

from __future__ import annotations

import pytest
from tests.builders.sayings import person, saying_of, unnamed

from rashomon.corroboration.attributions import compare_attributions
from rashomon.corroboration.units import Unit
from rashomon.model import Mode, Source, SourceKind

BAKED = "“We bake while you sleep, and we would like to sleep too,”"
PATIENT = "“Bronze is patient,”"
BAKED_TOO = "“We bake while you sleep, and we want to sleep too.”"
FIRED = "“He fired first and he fired last,”"
SALT = "“Salt eats the quays of Tarn,”"
UNION = Source(kind=SourceKind.ORGANISATION, name="Bakers’ Union")
BOARD = Source(kind=SourceKind.ORGANISATION, name="Port Board")
MOE, LIE = person("Arvid Moe"), person("Tora Lie")
Told = tuple[str, str, Source]
"""A quotation, the words for its speaker, and who that is."""


def _relations(one: Told, other: Told, mode: Mode = Mode.DIRECT) -> list[str]:
    first, second = (
        saying_of(f"{quoted} {verb} {who}, a baker in {town}.", quoted, who, source, mode)
        for (quoted, who, source), verb, town in ((one, "said", "Tarn"), (other, "told us", "Skell"))
    )
    return [str(found.relation) for found in compare_attributions(first, second)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((BAKED, "Arvid Moe", MOE), (BAKED, "Tora Lie", LIE)),
        ((BAKED, "Moe", MOE), (BAKED, "Lie", LIE)),
        ((BAKED, "he", MOE), (BAKED, "Tora Lie", LIE)),
        ((PATIENT, "Arvid Moe", MOE), (PATIENT, "Tora Lie", LIE)),
        (
            (BAKED, "Arvid Moe", MOE),
            (BAKED_TOO, "Tora Lie", LIE),
        ),
        ((BAKED, "Arvid Moe", MOE), ("“We bake while you sleep!”", "Tora Lie", LIE)),
        ((PATIENT, "Arvid Moe", MOE), ("“Bronze is patient, but we are not,”", "Tora Lie", LIE)),
        (
            ("“He fired first and he fired last,”", "Moe", MOE),
            ("“He fired first and he fired last,”", "Lie", LIE),
        ),
        (
            (
                SALT,
                "the port board",
                BOARD,
            ),
            (
                SALT,
                "the union",
                UNION,
            ),
        ),
        ((BAKED, "Colonel Arvid Moe", MOE), (BAKED, "a nurse", unnamed("a nurse"))),
    ],
)
def test_the_same_words_of_two_speakers_are_a_conflict(one: Told, other: Told) -> None:
    assert _relations(one, other) == ["conflict"]
    assert _relations(other, one) == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((BAKED, "Arvid Moe", MOE), (BAKED, "Moe", MOE)),
        ((BAKED, "Arvid Moe", MOE), (BAKED, "Arvid Mo", person("Arvid Mo"))),
        ((BAKED, "Karlsson", person("Ivar Karlsson")), (BAKED, "Carlsson", person("I. Carlsson"))),
        ((BAKED, "Arvid Moe", MOE), ("“We bake bread for three towns,”", "Tora Lie", LIE)),
        ((BAKED, "Arvid Moe", MOE), ("“We would like to sleep,”", "Tora Lie", LIE)),
        (("“No comment,”", "Arvid Moe", MOE), ("“No comment,”", "Tora Lie", LIE)),
        (("“I do not,”", "Arvid Moe", MOE), ("“I do not,”", "Tora Lie", LIE)),
        ((BAKED, "Arvid Moe", MOE), (BAKED, "a source", unnamed("a source"))),
        ((BAKED, "Arvid Moe", MOE), (BAKED, "the baker", unnamed("the baker"))),
        ((BAKED, "Arvid Moe", MOE), (BAKED, "a baker", unnamed("a baker"))),
        (
            (BAKED, "Arvid Moe", MOE),
            (BAKED, "the union", UNION),
        ),
        ((BAKED, "his spokesman Arvid Moe", MOE), (BAKED, "Tora Lie", LIE)),
        ((BAKED, "he", MOE), (BAKED, "she", LIE)),
        ((BAKED, "Arvid Moe", MOE), (BAKED, "Tora Lie (@toralie)", LIE)),
        ((BAKED, "a worker", unnamed("a worker")), (BAKED, "a nurse", unnamed("a nurse"))),
        (
            (BAKED, "Arvid Moe", MOE),
            (BAKED, "a letter", Source(kind=SourceKind.DOCUMENT, name="Letter of the Bakers")),
        ),
    ],
)
def test_one_speaker_or_other_words_are_no_conflict(one: Told, other: Told) -> None:
    assert "conflict" not in _relations(one, other)


def test_who_posts_words_may_quote_another() -> None:
    one = saying_of(f"{BAKED} Arvid Moe told the council.", BAKED, "Arvid Moe", MOE)
    for signed, found in (("— Tora Lie (@toralie) May 3", 0), ("— Tora Lie (Tarn) May 3", 1)):
        other = saying_of(f"{BAKED} {signed}", BAKED, "Tora Lie", LIE)
        assert len(list(compare_attributions(one, other))) == found


def test_two_who_are_said_to_hold_the_same_may_both_hold_it() -> None:
    told = (BAKED, "Arvid Moe", MOE), (BAKED, "Tora Lie", LIE)
    assert _relations(*told, mode=Mode.INDIRECT) == []


def test_a_body_and_the_person_who_speaks_for_it_are_told_finer() -> None:
    assert _relations((BAKED, "Arvid Moe", MOE), (BAKED, "the union", UNION)) == ["refinement"]


@pytest.mark.parametrize(
    ("before", "told"), [("", ["refinement"]), ("Arvid Moe baked on Monday.", []), ("Moe baked.", [])]
)
def test_a_report_that_names_the_speaker_elsewhere_does_not_know_less(before: str, told: list[str]) -> None:
    hidden = saying_of(f"{before} {BAKED} the baker said.", BAKED, "the baker", unnamed("the baker"))
    named = saying_of(f"{BAKED} Arvid Moe said.", BAKED, "Arvid Moe", MOE)
    assert [str(found.relation) for found in compare_attributions(hidden, named)] == told


def test_the_initials_of_a_body_are_no_other_body() -> None:
    """From a real story: one report calls the body by its name only, the other by its initials only."""
    tarn = Source(kind=SourceKind.ORGANISATION, name="Tarn Port Board")
    initials, others = (Source(kind=SourceKind.ORGANISATION, name=name) for name in ("TPB", "TPU"))
    assert _relations((SALT, "the Tarn Port Board", tarn), (SALT, "the TPB", initials)) == []
    assert _relations((SALT, "the Tarn Port Board", tarn), (SALT, "the TPU", others)) == ["conflict"]


@pytest.mark.parametrize(("spelling", "told"), [("Karlsson", []), ("Carlsson", []), ("Brandt", ["conflict"])])
def test_a_pronoun_may_mean_whom_the_other_report_names_in_another_spelling(
    spelling: str, told: list[str]
) -> None:
    text = f"Ivar {spelling} keeps the lock. {SALT} he said. Moe left."
    one = saying_of(text, SALT, "he", MOE, Mode.DIRECT)
    other = saying_of(
        f"{SALT} said Ivar Karlsson.", SALT, "Ivar Karlsson", person("Ivar Karlsson"), Mode.DIRECT
    )
    assert [str(found.relation) for found in compare_attributions(one, other)] == told


def test_a_pronoun_that_may_mean_whom_the_other_report_names_is_no_speaker_of_its_own() -> None:
    first = saying_of(f"Tora Lie came with Arvid Moe. {BAKED} he said.", BAKED, "he", LIE)
    second = saying_of(f"{BAKED} Arvid Moe said.", BAKED, "Arvid Moe", MOE)
    assert not list(compare_attributions(first, second))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("prosecutor Arvid Moe", MOE), ("lawyer Tora Lie", LIE)),
        (("Judge Arvid Moe", MOE), ("his attorney, Tora Lie,", LIE)),
        (("Detective Arvid Moe", MOE), ("solicitor Tora Lie", LIE)),
    ],
)
def test_a_lawyer_does_not_speak_for_the_other_side(
    one: tuple[str, Source], other: tuple[str, Source]
) -> None:
    assert _relations((FIRED, *one), (FIRED, *other)) == ["conflict"]
    assert _relations((FIRED, *other), (FIRED, *one)) == ["conflict"]


def test_a_lawyer_may_speak_for_anybody_else() -> None:
    assert _relations((FIRED, "Arvid Moe", MOE), (FIRED, "lawyer Tora Lie", LIE)) == ["refinement"]


@pytest.mark.parametrize("bearer", ["a banner in the north stand", "a placard", "two posters", "the wall"])
def test_words_on_a_banner_are_nobodys_speech(bearer: str) -> None:
    shown = Source(kind=SourceKind.DOCUMENT, descriptor=bearer)
    assert _relations((SALT, "Arvid Moe", MOE), (SALT, bearer, shown)) == ["conflict"]


@pytest.mark.parametrize("paper", ["a letter", "a report on banners", "a statement"])
def test_a_paper_may_be_by_the_speaker(paper: str) -> None:
    written = Source(kind=SourceKind.DOCUMENT, descriptor=paper)
    assert _relations((SALT, "Arvid Moe", MOE), (SALT, paper, written)) == []


def _said(told: str, quoted: str, who: str, source: Source) -> Unit:
    return saying_of(told, quoted, who, source, Mode.DIRECT)


@pytest.mark.parametrize(
    "passed_on",
    [
        "“We bake while you sleep, and we would like to sleep too,” Lie quoted from Moe's letter.",
        "Lie read a letter in which Moe wrote “We bake while you sleep, and we would like to sleep too,”.",
    ],
)
def test_who_passes_words_on_is_no_other_speaker(passed_on: str) -> None:
    first = _said(f"{BAKED} said Arvid Moe.", BAKED, "Arvid Moe", MOE)
    second = _said(passed_on, BAKED, "Lie", LIE)
    assert list(compare_attributions(first, second)) == []


@pytest.mark.parametrize("marks", ["“”", "‘’", "''", '""', "“’"])
def test_whom_the_quoted_words_name_does_not_pass_them_on(marks: str) -> None:
    words = f"{marks[0]}We bake for Moe, and we would like to sleep while Moe does,{marks[1]}"
    first = _said(f"{words} said Arvid Moe.", words, "Arvid Moe", MOE)
    second = _said(f"{words} said Tora Lie.", words, "Tora Lie", LIE)
    assert [found.evidence.reason for found in compare_attributions(first, second)] == ["other_speaker"]


def test_who_works_for_the_other_is_another_speaker() -> None:
    first = _said(f"{BAKED} said Moe's neighbour Tora Lie.", BAKED, "Moe's neighbour Tora Lie", LIE)
    second = _said(f"{BAKED} Moe said.", BAKED, "Moe", MOE)
    assert [found.evidence.reason for found in compare_attributions(first, second)]


def test_a_role_may_be_whom_the_other_report_names() -> None:
    first = _said(f"{BAKED} Moe said.", BAKED, "Moe", MOE)
    taken_for_another = f"Mayor Arvid Moe came late. {BAKED} the mayor said, unlike Tora Lie before her."
    second = _said(taken_for_another, BAKED, "the mayor", LIE)
    assert list(compare_attributions(first, second)) == []
