"""Who is one in several reports, and who is not: each rule and each trap, on invented text."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, product
from pathlib import Path

import pytest
from tests.builders.naming import figures, linked, paper, reconciled, together
from tests.builders.work import calls

from rashomon.analysis import analyse
from rashomon.attribution import roster
from rashomon.model import Article, Policy, Ruling, SourceKind
from rashomon.reconciliation import reconcile
from rashomon.reconciliation.labels import LinkRule
from rashomon.reconciliation.people import agreement, parsed
from rashomon.reconciliation.sounds import alike, skeletons


def said(input_: str, name: str, words: str = "It rained") -> Article:
    return paper(input_, f"“{words},” {name} said on Monday.", f"It was dry in {input_!r}.")


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Ada Holt", "Ada Holt", "same_name"),
        ("Ada Holt", "Ada B. Holt", "same_name"),
        ("Tao Kel-min", "Tao Kel Min", "same_name"),
        ("Qorrash Zambiyev", "Korrash Zambiev", "spelt_otherwise"),
        ("Qaddur Marrin", "Gadur Marin", "spelt_otherwise"),
        ("Lev Zarembsky", "Lev Zarembskyy", "spelt_otherwise"),
        ("Yusuf Qaderri", "Youssef Kaderi", "spelt_otherwise"),
        ("Muhammad al-Tarrani", "Mohamed Tarrani", "spelt_otherwise"),
        ("Agnès Holt", "Agnes Holt", "same_name"),
        ("Robert Hallow", "Bob Hallow", "short_form"),
        ("Robert Hallow", "R. Hallow", "initial"),
        ("Bob Hallow", "R. Hallow", "initial"),
        ("Khaled Mansur-Rahi", "Khalid Mansur Rahi", "spelt_otherwise"),
        ("Frederica Holt", "Federica Holt", "spelt_otherwise"),
        ("Ada Quill-Holt", "Ms. Quill-Holt", "surname"),
        ("Bernard Oxley", "Bernie Oxley", "short_form"),
        ("Robert “Tubs” Hallow", "Tubs Hallow", "short_form"),
        ("Willem Otto Hallow", "Otto Hallow", "short_form"),
        ("Ada Holt", "Mayor Holt", "surname"),
        ("Brig. Gen. Rasim Othar", "Gen. Othar", "surname"),
    ],
)
def test_names_of_one_person(one: str, other: str, rule: str) -> None:
    papers = said("a", one), said("b", other)
    assert [len(figure) for figure in figures(*papers)] == [2]
    assert [(same, reason) for same, reason, _ in linked(*papers)] == [(True, rule)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Holt", "Tom Holt"),
        ("Ada Hill", "Ada Hall"),
        ("Ada Hillard", "Ada Hallard"),
        ("Hugo Quill-Holt", "Hugo Quill"),
        ("Daniel Holt", "Daniela Holt"),
        ("Tom Marrin", "Tom Morrin"),
        ("Ada B. Holt", "Ada C. Holt"),
        ("Ada Holt", "Ada Rask"),
        ("J. Holt", "Tom Holt"),
        ("Mr. Robin Marsh", "Ms. Robin Marsh"),
        ("Jon Raske, 23,", "Jon Raske, 61,"),
        ("fisherman Jon Raske", "the nurse Jon Raske"),
        ("the mayor of Tarn, Jon Raske,", "the mayor of Vell, Jon Raske,"),
        ("Jon Raske, a spokesman for the harbour,", "Jon Raske, the mayor of Vell,"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    found = figures(said("a", one), said("b", other))
    assert sorted(len(figure) for figure in found) == [1, 1]


def test_whom_a_spokesman_speaks_for_is_worded_in_many_ways() -> None:
    papers = (
        said("a", "Jon Raske, a spokesman for the harbour office,"),
        said("b", "Jon Raske, spokesman for the port board,"),
    )
    assert [len(figure) for figure in figures(*papers)] == [2]


def test_two_of_one_name_have_ids_of_their_own() -> None:
    one, other = said("a", "Mr. Robin Marsh"), said("b", "Ms. Robin Marsh")
    found = reconciled(one, other)
    assert len({figure.id for figure in found.figures}) == 2
    assert [s.source.source.name for s in found.statements if s.source] == ["Robin Marsh", "Robin Marsh"]
    assert len({s.source.source.id for s in found.statements if s.source}) == 2
    assert linked(one, other) == {(False, "gender_differs", frozenset({"Robin Marsh"}))}


def test_one_name_everywhere_keeps_the_id_of_its_source() -> None:
    [statement, _] = reconciled(said("a", "Ada Holt"), said("b", "Ada Holt")).statements
    assert statement.source is not None
    known = statement.source.source
    assert known.identity == known.id == type(known)(kind=SourceKind.PERSON, name="Ada Holt").id


def test_the_name_of_a_report_stays_as_it_is_and_the_id_is_that_of_the_fullest() -> None:
    found = reconciled(said("a", "Mayor Holt"), said("b", "Ada Holt"))
    assert [s.source.source.name for s in found.statements if s.source] == ["Holt", "Ada Holt"]
    assert {s.source.source.id for s in found.statements if s.source} == {found.figures[0].id}
    assert found.figures[0].name == "Ada Holt"


def test_a_surname_that_two_bear_means_neither() -> None:
    family = paper("a", "“It rained,” Mayor Ada Holt said.", "“It did,” Tom Holt, a skipper, said.")
    bare = paper("b", "“We will see,” Holt said on Monday.")
    assert frozenset({("b", "Holt")}) in figures(family, bare)
    assert (False, "several_of_that_name", frozenset({"Holt", "Ada Holt"})) in linked(family, bare)


def test_a_surname_that_two_bear_means_who_has_the_role() -> None:
    family = paper("a", "“It rained,” Mayor Ada Holt said.", "“It did,” Tom Holt, a skipper, said.")
    bare = paper("b", "“We will see,” skipper Holt said on Monday.")
    assert together(("a", "Tom Holt"), ("b", "Holt"), family, bare)


def test_a_surname_that_two_bear_means_who_goes_by_it_in_a_report_of_both() -> None:
    family = paper(
        "a",
        "“It rained,” Mayor Ada Holt said. “It was cold,” Holt said. Holt left.",
        "“It did,” Tom Holt, a skipper, said.",
    )
    bare = paper("b", "“We will see,” Holt said on Monday.")
    assert together(("a", "Ada Holt"), ("b", "Holt"), family, bare)


def test_a_surname_is_not_that_of_a_namesake_of_whom_the_report_tells_otherwise() -> None:
    family = paper(
        "a",
        "President Holt opened the weir. Holt said that he was glad.",
        "“It rained,” Holt said. He told his sister, Mara Holt, that she should come.",
    )
    other = paper("b", "“It was cold,” President Odo Holt said.")
    assert together(("a", "Holt"), ("b", "Odo Holt"), family, other)
    assert not together(("a", "Holt"), ("a", "Mara Holt"), family, other)


def test_father_and_son_stay_two_where_a_report_has_both() -> None:
    family = paper(
        "a",
        "“It rained,” President Odo Holt said. Holt left.",
        "“It did,” his son, Odo Holt Jr., said. Holt Jr. left, too.",
    )
    other = paper("b", "“It was cold,” President Odo Holt said.")
    assert together(("a", "Odo Holt"), ("b", "Odo Holt"), family, other)
    assert not together(("a", "Odo Holt"), ("a", "Odo Holt Jr"), family, other)


def test_the_same_surname_alone_in_two_reports_shows_nothing_where_two_bear_it() -> None:
    family = paper("a", "“It rained,” Mayor Ada Holt said.", "“It did,” Tom Holt, a skipper, said.")
    bare = paper("b", "“We will see,” Holt said on Monday."), paper("c", "Holt said on Monday he would go.")
    assert not together(("b", "Holt"), ("c", "Holt"), family, *bare)


def test_who_is_named_once_in_passing_is_no_rival() -> None:
    family = paper("a", "“It rained,” Mayor Ada Holt said.", "Ada Holt left early. Some greeted Tom Holt.")
    assert together(("a", "Ada Holt"), ("b", "Holt"), family, said("b", "Holt"))


def test_a_daughter_named_beside_is_no_daughter_oneself() -> None:
    one = paper("a", "They found Jon Raske, 61, and his 30-year-old daughter, Oda Raske. He slept.")
    other = paper("b", "Jon Raske, a spy, was found. “He slept,” Mayor Ada Holt said.")
    assert together(("a", "Jon Raske"), ("b", "Jon Raske"), one, other)


def test_roles_alone_join_nobody() -> None:
    one = paper("a", "“It rained,” the mayor, Ada Holt, said.")
    other = paper("b", "“It rained,” the mayor, Mr. Rask, said.")
    assert not together(("a", "Ada Holt"), ("b", "Rask"), one, other)


def test_two_of_one_report_never_meet_by_way_of_a_third() -> None:
    both = paper("a", "“It rained,” Ada Holt said.", "“It did,” Asta Holt said.")
    found = figures(both, said("b", "A. Holt"), said("c", "A. Holt"))
    assert not any({("a", "Ada Holt"), ("a", "Asta Holt")} <= figure for figure in found)


def test_who_may_be_either_of_two_joins_neither() -> None:
    papers = said("a", "Mr. Robin Marsh"), said("b", "Ms. Robin Marsh"), said("c", "Robin Marsh")
    assert sorted(len(figure) for figure in figures(*papers)) == [1, 1, 1]


def test_an_outlet_is_no_surname() -> None:
    one = paper("a", "“It rained,” Anna Vale, a baker, said.", "“It did,” Vale said.")
    other = paper("b", "The Vale reported last week that it rained.")
    assert not together(("a", "Anna Vale"), ("b", "Vale"), one, other)


def test_a_president_whose_surname_comes_first() -> None:
    one = paper("a", "“It rained,” President Kel Tao-min said.")
    other = paper("b", "“It rained,” President Kel said.")
    assert (True, "given_name_and_role", frozenset({"Kel", "Kel Tao-min"})) in linked(one, other)


def test_the_end_of_a_longer_name_in_one_report() -> None:
    one = paper("a", "“It rained,” Ada van Holt said.", "“It did,” Van Holt said.", "Van Holt left.")
    assert together(("a", "Ada van Holt"), ("b", "Ada van Holt"), one, said("b", "Ada van Holt"))


# -- nicknames ------------------------------------------------------------------------------

GLOSSED = paper("a", "“Bix [Mayor Ada Holt] was a part of it. She had keys,” Tom Rask, a skipper, said.")


def test_a_nickname_that_a_report_explains_carries_over_in_the_same_words() -> None:
    other = paper("b", "“Bix was a part of it,” Tom Rask said.")
    assert together(("a", "Ada Holt"), ("b", "Bix"), GLOSSED, other)
    assert (True, "glossed", frozenset({"Ada Holt", "Bix"})) in linked(GLOSSED, other)


def test_a_nickname_carries_over_to_a_report_that_names_the_person() -> None:
    other = paper("b", "“We asked Bix for keys,” Tom Rask said.", "Mayor Holt said it rained.")
    assert together(("a", "Ada Holt"), ("b", "Bix"), GLOSSED, other)


def test_the_places_of_a_gloss_are_the_nickname_in_both_reports() -> None:
    other = paper("b", "“Bix was a part of it,” Tom Rask said.")
    [gloss] = [k for k in reconciled(GLOSSED, other).links if k.evidence.reason == "glossed"]
    texts = {one.id: one.text for one in (GLOSSED, other)}
    assert [place.span.of(texts[place.article]) for place in gloss.places] == ["Bix", "Bix"]
    assert {place.article for place in gloss.places} == set(texts)


@pytest.mark.parametrize(
    "words", ["A cat named Bix was taken from a mast.", "“Nobody told Bix,” Oda Pell, a baker, said."]
)
def test_the_same_nickname_in_other_words_is_somebody_else(words: str) -> None:
    assert not any(("b", "Bix") in f and len(f) > 1 for f in figures(GLOSSED, paper("b", words)))


def test_a_nickname_that_nobody_explains_means_nobody() -> None:
    one = paper("a", "“Tubs was a part of it,” Ada Holt said.", "Ada Holt named Tom Rask, a skipper.")
    other = paper("b", "“Tubs was a part of it,” Ada Holt said.")
    assert not any({name for _, name in f} >= {"Tubs", "Tom Rask"} for f in figures(one, other))


def test_capitals_of_another_language_name_nobody() -> None:
    german = replace(paper("b", "Am Montag sah man Holt, und Holt lag am Kai."), language="de")
    known = paper("a", "“It rained,” Mayor Ada Holt said.")
    assert figures(known, german) == {frozenset({("a", "Ada Holt")})}


# -- bodies -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("The Ostmark Harbour Board", "Ostmark Harbour Board", "same_name"),
        ("The Ministry of Health", "The Health Ministry", "same_name"),
        ("The Harbour Complaints Board", "The Harbour Complaint Board", "same_name"),
        ("The Ostmark Harbour Board (OHB)", "The OHB", "glossed"),
        ("The Ostmark Harbour Board", "The OHB", "abbreviation"),
        ("The U.S. Harbour Board", "The Harbour Board", "short_form"),
    ],
)
def test_names_of_one_body(one: str, other: str, rule: str) -> None:
    papers = paper("a", f"{one} said it rained."), paper("b", f"{other} said it rained.")
    assert [len(figure) for figure in figures(*papers)] == [2]
    assert [(same, reason) for same, reason, _ in linked(*papers)] == [(True, rule)]


def test_initials_that_two_bodies_have_mean_neither() -> None:
    one = paper("a", "The Ostmark Harbour Board said it rained.", "The Odel Hay Bank said so, too.")
    assert frozenset({("b", "OHB")}) in figures(one, paper("b", "The OHB said it rained."))


def test_ministries_of_two_countries_are_two_though_named_alike() -> None:
    one = paper(
        "a",
        "Ostland’s Foreign Ministry said the fire came from Westria. “It did,” the ministry said.",
        "Westria’s Foreign Ministry said that it came from Ostland.",
    )
    other = paper("b", "The Westrian Foreign Ministry said it rained.")
    third = paper("c", "The Foreign Ministry of Westria said it rained.")
    found = reconciled(one, other, third)
    by_name = [s.source.source.id for s in found.statements if s.source]
    assert by_name[0] == by_name[1]
    assert len(set(by_name)) == 2
    assert by_name[2] == by_name[3] == by_name[4]


def test_a_ministry_of_nobody_is_that_of_the_only_country_told() -> None:
    papers = (
        paper("a", "Westria’s Foreign Ministry said it rained."),
        paper("b", "The Foreign Ministry said so."),
    )
    assert together(("a", "Foreign Ministry"), ("b", "Foreign Ministry"), *papers)


def test_a_persons_government_is_no_other_government() -> None:
    papers = (
        paper("a", "“It rained,” Mayor Ada Holt said.", "Holt’s Harbour Council said so, too."),
        paper("b", "The Harbour Council said it rained."),
    )
    assert together(("a", "Harbour Council"), ("b", "Harbour Council"), *papers)


# -- rulings ----------------------------------------------------------------------------------


def test_a_ruling_goes_before_the_rules() -> None:
    papers = said("a", "Ada Holt"), said("b", "Ada Holt")
    apart = Ruling(first="Ada Holt", second="Ada Holt", same=False, inputs=("a", "b"))
    assert sorted(map(len, figures(*papers, rulings=[apart]))) == [1, 1]
    assert linked(*papers, rulings=[apart]) == {(False, "ruled", frozenset({"Ada Holt"}))}


def test_a_ruling_joins_what_names_do_not_show() -> None:
    papers = said("a", "Ada Holt"), paper("b", "“We like the Colonel,” Tom Rask said.")
    one = Ruling(first="the Colonel", second="ada hólt", same=True)
    assert together_ruled(papers, one) == {frozenset({("a", "Ada Holt"), ("b", "the Colonel")})}


def together_ruled(papers: tuple[Article, ...], ruling: Ruling) -> set[frozenset[tuple[str, str]]]:
    return {figure for figure in figures(*papers, rulings=[ruling]) if len(figure) > 1}


def test_a_ruling_that_nobody_answers_to_is_told() -> None:
    nobody = Ruling(first="Ada Holt", second="Oda Pell", same=True)
    elsewhere = Ruling(first="Ada Holt", second="Tom Rask", same=True, inputs=(None, "c"))
    papers = said("a", "Ada Holt"), said("b", "Tom Rask")
    assert reconciled(*papers, rulings=[nobody, elsewhere]).unmet == (nobody, elsewhere)


def test_of_two_rulings_on_one_pair_the_later_holds() -> None:
    first = Ruling(first="Ada Holt", second="Tom Rask", same=True)
    later = Ruling(first="tom rask", second="Ada Holt", same=False)
    papers = said("a", "Ada Holt"), said("b", "Tom Rask")
    assert sorted(map(len, figures(*papers, rulings=[first, later]))) == [1, 1]
    assert sorted(map(len, figures(*papers, rulings=[later, first]))) == [2]
    assert reconciled(*papers, rulings=[first, later]).unmet == ()


def test_a_ruling_that_others_contradict_is_told() -> None:
    names = "Ada Holt", "Tom Rask", "Oda Pell"
    papers = [said(str(at), name) for at, name in enumerate(names)]
    chain = [Ruling(first=names[at], second=names[at + 1], same=True) for at in (0, 1)]
    apart = Ruling(first=names[0], second=names[2], same=False)
    found = reconciled(*papers, rulings=[*chain, apart])
    assert found.unmet == (chain[1],)
    assert len(found.figures) == 2


def test_a_report_is_meant_by_the_end_of_its_path() -> None:
    papers = said("in/a.txt", "Ada Holt"), said("in/b.txt", "Ada Holt"), said("in/c.txt", "Ada Holt")
    apart = Ruling(first="Ada Holt", second="Ada Holt", same=False, inputs=("a.txt", "b.txt"))
    found = figures(*papers, rulings=[apart])
    assert not any({("in/a.txt", "Ada Holt"), ("in/b.txt", "Ada Holt")} <= figure for figure in found)


# -- spelling ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qorrasem", "Korasem"),
        ("Qaddur", "Gadur"),
        ("Rouvani", "Ruvani"),
        ("Müllner", "Muellner"),
        ("Browne", "Brown"),
        ("Zarenko", "Sarenko"),
        ("Aleksor", "Alexor"),
        ("el-Harrani", "al-Harrani"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)
    assert skeletons(one) & skeletons(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hill", "Hall"), ("Burton", "Barton"), ("Weng", "Wang"), ("Haley", "Hale"), ("Lunn", "Lund")],
)
def test_other_names(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_name_of_signs_is_like_nothing() -> None:
    assert not alike("‘’", "‘’")
    assert skeletons("‘’") == frozenset({""})
    assert agreement(parsed("‘’"), parsed("Ada Holt")).name == "NONE"


def test_a_body_that_one_report_shows_as_such_is_one_in_the_other() -> None:
    papers = (
        paper("a", "The Ostmark Line ferry company sank. The Ostmark Line said it rained."),
        paper("b", "Ostmark Line said it rained.", "It rained, Ostmark Line said."),
    )
    assert [(f.kind, len(f.appearances)) for f in reconciled(*papers).figures] == [
        (SourceKind.ORGANISATION, 2)
    ]


# -- what follows for quotations ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "ruling", "acts"),
    [
        ("Qorrash Zambiyev", "Korrash Zambiev", None, 1),
        ("Qorrash Zambiyev", "Korrash Zambiev", False, 2),
        ("Ada Holt", "Ada Holt", False, 2),
        ("Ada Holt", "Tom Rask", None, 2),
        ("Ada Holt", "Tom Rask", True, 1),
    ],
)
def test_the_same_words_are_one_act_where_the_speakers_are_one(
    one: str, other: str, ruling: bool | None, acts: int
) -> None:
    words = "We looked for money in every drawer of the board"
    papers = said("a", one, words), said("b", other, words)
    ruled = [Ruling(first=one, second=other, same=ruling, inputs=("a", "b"))] if ruling is not None else []
    dossier = analyse(papers, Policy(), version="0", rulings=ruled)
    assert len(dossier.utterances) == acts
    assert {s.id for s in dossier.sources} == {f.id for f in dossier.figures if f.appearances}


# -- documentation ----------------------------------------------------------------------------


def test_the_documentation_has_every_rule_with_its_score() -> None:
    told = (Path(__file__).parents[2] / "docs" / "reconciliation.md").read_text(encoding="utf-8")
    joining = {rule for rule in LinkRule if f"| `{rule.label}` |" in told}
    assert joining == set(LinkRule)
    for line in told.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        rule = next((rule for rule in LinkRule if cells[0] == f"`{rule.label}`"), None)
        if rule is not None and len(cells) > 2:
            assert cells[2] == f"{rule.score:.2f}"


# -- cost -------------------------------------------------------------------------------------


def _crowd(number: int) -> tuple[Article, ...]:
    """Two reports with so many people, of whom the same word is the surname."""
    letters = product("BDFGLMNPRT", "aeiou", "bdfglmnprt", "aeiou", "bdfglmnprt")
    names = ["".join(word) for word in islice(letters, number)]
    return tuple(
        paper(input_, *(f"“It rained,” Mr. {name} Holt said." for name in some))
        for input_, some in (("a", names[::2]), ("b", names[1::2]))
    )


def _work(number: int) -> int:
    papers = _crowd(number)
    rosters = [roster(one) for one in papers]
    assert sum(map(len, rosters)) >= number
    assert len(reconcile(papers, (), rosters, Policy()).figures) > number // 2
    return calls(lambda: reconcile(papers, (), rosters, Policy()))


def test_the_work_is_about_linear_in_the_names() -> None:
    assert _work(1_000) < 12 * _work(125)  # eight times the names, sixty-four if squared
