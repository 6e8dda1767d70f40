"""Statements from a tagger's fragments: linked, given the marks' edges, joined with what rules found."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from rashomon.attribution import attribute, passages
from rashomon.attribution.labels import StatementRule
from rashomon.attribution.linking import Attribution, link
from rashomon.attribution.scores import probability
from rashomon.model import (
    Article,
    Block,
    BlockKind,
    Fragment,
    Mode,
    Origin,
    Policy,
    Role,
    Span,
    Statement,
    Tagging,
)

NEAR: Mapping[str, float] = {
    "C0": -1.0,
    "Q0": -1.0,
    **{f"{pair}{side}|n{n}": 4.0 - n for pair in ("CQ", "QS") for side in "LR" for n in range(10)},
}
"""The nearer the likelier."""


def fragments(text: str, *parts: tuple[str, str]) -> tuple[Fragment, ...]:
    """One fragment for each (role, words); words are looked for behind those before."""
    out, at = [], 0
    for role, words in parts:
        start = text.index(words, at)
        at = start + len(words)
        out.append(Fragment(role=Role(role), span=Span(start, at), score=0.9))
    return tuple(out)


def speaker(statement: Statement) -> str | None:
    return statement.source.source.name if statement.source else None


def report(text: str, *, headline: bool = False) -> Article:
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.HEADLINE if headline and number == 0 else BlockKind.PARAGRAPH
        if line:
            blocks.append(Block(kind=kind, span=Span(at, at + len(line))))
        at += len(line) + 1
    return Article(input="-", text=text, blocks=tuple(blocks))


def found(
    article: Article, *parts: tuple[str, str], links: Mapping[str, float] = NEAR
) -> tuple[Statement, ...]:
    tagging = Tagging(fragments=fragments(article.text, *parts), links=links)
    return attribute(article, Policy(), tagging)


def words(statement: Statement, article: Article) -> list[str]:
    return [span.of(article.text) for span in statement.content]


def told(statement: Statement) -> dict[str, Origin]:
    return dict(statement.evidence.by)


# -- linking


def test_each_content_goes_with_the_cue_and_the_cue_with_the_source_that_weigh_most() -> None:
    text = "Ada Holt hinted it was over. Later the miller let slip that flour was short."
    parts = (
        ("source", "Ada Holt"),
        ("cue", "hinted"),
        ("content", "it was over"),
        ("source", "the miller"),
        ("cue", "let slip"),
        ("content", "that flour was short"),
    )
    pieces = fragments(text, *parts)
    one, other = link(text, pieces, NEAR)
    assert (one.source, one.cue, one.content) == (pieces[0], pieces[1], (pieces[2],))
    assert (other.source, other.cue, other.content) == (pieces[3], pieces[4], (pieces[5],))


def test_two_contents_of_one_cue_are_one_attribution() -> None:
    text = "The boat, Ada Holt hinted, was old."
    pieces = fragments(
        text, ("content", "The boat"), ("source", "Ada Holt"), ("cue", "hinted"), ("content", "was old")
    )
    [one] = link(text, pieces, NEAR)
    assert one.content == (pieces[0], pieces[3])
    assert 0 < one.score <= 1


def test_content_without_a_cue_stands_by_itself_and_a_cue_without_content_makes_nothing() -> None:
    text = "The boat was old. Ada Holt hinted."
    lone = fragments(text, ("content", "The boat was old"))
    assert [a.content for a in link(text, lone, NEAR)] == [lone]
    assert link(text, fragments(text, ("source", "Ada Holt"), ("cue", "hinted")), NEAR) == ()


def test_pointing_to_nothing_wins_where_it_weighs_more() -> None:
    text = "The boat was old. Ada Holt hinted."
    pieces = fragments(text, ("content", "The boat was old"), ("source", "Ada Holt"), ("cue", "hinted"))
    [one] = link(text, pieces, {"C0": 5.0})
    assert one.cue is None
    assert one.source is None


# -- statements


def test_the_model_finds_what_no_rule_knows_and_the_evidence_says_so() -> None:
    article = report("Ada Holt went on record for a longer pier.")
    assert attribute(article, Policy()) == ()
    [one] = found(
        article,
        ("source", "Ada Holt"),
        ("cue", "went on record for"),
        ("content", "a longer pier"),
    )
    assert words(one, article) == ["a longer pier"]
    assert one.source is not None
    assert one.source.source.name == "Ada Holt"
    assert one.mode is Mode.INDIRECT
    assert one.evidence.reason == "tagged"
    assert told(one) == {"content": Origin.MODEL, "cue": Origin.MODEL, "source": Origin.MODEL}


def test_edges_beside_quotation_marks_take_them_in() -> None:
    article = report("“The pier stays,” Ada Holt said.")
    [one] = found(article, ("content", "The pier stays"), ("source", "Ada Holt"), ("cue", "said"))
    assert words(one, article) == ["“The pier stays,”"]
    assert one.mode is Mode.DIRECT
    assert told(one)["content"] is Origin.MARKS
    assert told(one)["cue"] is Origin.MODEL


def test_a_quotation_the_tagger_missed_is_kept_from_the_rules() -> None:
    article = report("“The pier stays,” Ada Holt said. The gulls stayed, too.")
    [one] = found(article)
    assert words(one, article) == ["“The pier stays,”"]
    assert set(told(one).values()) == {Origin.MARKS, Origin.RULES}


def test_indirect_speech_that_only_a_rule_found_is_left_to_the_model() -> None:
    article = report("Ada Holt said that the pier stays.")
    assert len(attribute(article, Policy())) == 1
    assert found(article) == ()


def test_paragraphs_of_one_speech_are_one_statement() -> None:
    article = report("Ada Holt said: “The pier stays.\n“The lamp stays, too.”")
    [one] = found(
        article,
        ("source", "Ada Holt"),
        ("cue", "said"),
        ("content", "“The pier stays."),
        ("content", "“The lamp stays, too.”"),
        links={"C0": 0.0, "Q0": -1.0, "CQL|p0": 3.0, "QSL|p0": 3.0},
    )
    assert words(one, article) == ["“The pier stays.", "“The lamp stays, too.”"]


def test_a_quotation_in_a_sentence_of_its_own_is_another_statement_of_the_same_speaker() -> None:
    article = report("Ada Holt hinted that the pier would stay. “We have the planks.”")
    one, other = found(
        article,
        ("source", "Ada Holt"),
        ("cue", "hinted"),
        ("content", "that the pier would stay"),
        ("content", "“We have the planks.”"),
    )
    assert words(one, article) == ["that the pier would stay"]
    assert words(other, article) == ["“We have the planks.”"]
    assert other.cue == ()
    assert one.source is not None
    assert other.source is not None
    assert other.source.source == one.source.source
    assert other.source.span is None


def test_no_attribution_runs_out_of_a_headline() -> None:
    article = report("Holt: pier stays\nThe gulls, she let slip, stay.", headline=True)
    one, *_ = found(
        article,
        ("content", "pier stays"),
        ("source", "she"),
        ("cue", "let slip"),
        links={"C0": -9.0, "Q0": -9.0},
    )
    assert words(one, article) == ["pier stays"]
    assert "let slip" not in [span.of(article.text) for span in one.cue]


def test_the_tagger_reads_headline_and_paragraphs_but_no_furniture() -> None:
    text = "Pier stays\nRead also: gulls\nAda Holt hinted so."
    blocks = tuple(
        Block(kind=kind, span=Span(start, end))
        for kind, start, end in (
            (BlockKind.HEADLINE, 0, 10),
            (BlockKind.FURNITURE, 11, 27),
            (BlockKind.PARAGRAPH, 28, 47),
        )
    )
    article = Article(input="-", text=text, blocks=blocks)
    assert passages(article).spans == (Span(0, 10), Span(28, 47))


# -- scores


def test_a_statement_less_likely_right_than_wrong_is_uncertain() -> None:
    article = report("Ada Holt let it be understood that the pier would stay.")
    parts = (
        ("source", "Ada Holt"),
        ("cue", "let it be understood"),
        ("content", "that the pier would stay"),
    )
    [sure] = found(article, *parts, links={**NEAR, "P|tagger": 2.0})
    [unsure] = found(article, *parts, links={**NEAR, "P|tagger": -2.0})
    assert sure.evidence.score == pytest.approx(0.881, abs=1e-3)
    assert not sure.evidence.uncertain
    assert unsure.evidence.score == pytest.approx(0.119, abs=1e-3)
    assert unsure.evidence.uncertain


def test_a_surer_tagger_makes_a_surer_statement() -> None:
    weights = {"P|tagger": 0.5, "P|content": 0.7, "P|cue": 0.2}

    def scored(share: float) -> float:
        piece = Fragment(role=Role.CONTENT, span=Span(0, 4), score=share)
        cue = Fragment(role=Role.CUE, span=Span(5, 9), score=share)
        one = Attribution(cue=cue, source=None, content=(piece,), links=(1.0,))
        return probability(one, StatementRule.TAGGED, weights)

    shares = [scored(share) for share in (0.0, 0.2, 0.5, 0.9, 1.0)]
    assert shares == sorted(shares)
    assert len(set(shares)) == len(shares)


def test_without_weights_the_score_is_that_of_the_rule() -> None:
    assert probability(None, StatementRule.FLOATING, {}) == StatementRule.FLOATING.score


def test_what_was_found_inside_a_quotation_is_the_speakers_own_affair() -> None:
    article = report("“The miller, who refused to sell the pier, left,” Ada Holt said.")
    [one] = found(
        article,
        ("content", "“The miller,"),
        ("source", "who"),
        ("cue", "refused"),
        ("content", "to sell the pier"),
        ("source", "Ada Holt"),
        ("cue", "said"),
    )
    assert words(one, article) == ["“The miller, who refused to sell the pier, left,”"]


# -- who decides on the speaker


def test_through_whom_quoted_words_came_is_not_who_spoke_them() -> None:
    article = report("“The pier stays,” Ada Holt said, according to the Courier.")
    [one] = found(
        article, ("content", "“The pier stays,”"), ("cue", "according to"), ("source", "the Courier")
    )
    assert speaker(one) == "Ada Holt"
    assert [span.of(article.text) for span in one.cue] == ["said"]
    assert told(one)["source"] is Origin.RULES


def test_the_words_of_the_relay_do_not_count_as_said() -> None:
    article = report("“The pier stays,” Holt said on Friday, according to the Courier.")
    [one] = found(
        article,
        ("content", "“The pier stays,”"),
        ("content", "Holt said on Friday"),
        ("cue", "according to"),
        ("source", "the Courier"),
    )
    assert words(one, article) == ["“The pier stays,”"]
    assert speaker(one) == "Holt"


def test_the_rules_know_the_source_of_a_cue_for_which_the_tagger_has_none() -> None:
    article = report("Calling the pier “a wreck,” Ada Holt asked for planks.")
    [one] = found(article, ("cue", "Calling"), ("content", "the pier “a wreck,”"))
    assert speaker(one) == "Ada Holt"


def test_a_source_in_another_paragraph_gives_way_to_one_beside_the_cue() -> None:
    article = report("Ada Holt wrote:\n“The pier stays.”\nBo Lund, too, was there.")
    [one] = found(
        article,
        ("cue", "wrote"),
        ("content", "“The pier stays.”"),
        ("source", "Bo Lund"),
        links={"C0": -9.0, "Q0": -9.0},
    )
    assert speaker(one) == "Ada Holt"


def test_quotations_joined_under_one_cue_are_parted_where_each_has_its_own() -> None:
    article = report("“The lamp stays,” Bo Lund said.\nAda Holt wrote in a letter:\n“The pier stays.”")
    one, other = found(
        article,
        ("content", "“The lamp stays,”"),
        ("source", "Bo Lund"),
        ("cue", "said"),
        ("content", "“The pier stays.”"),
        links={"C0": -9.0, "Q0": -9.0},
    )
    assert [speaker(one), speaker(other)] == ["Bo Lund", "Ada Holt"]
    assert words(one, article) == ["“The lamp stays,”"]
    assert words(other, article) == ["“The pier stays.”"]


def test_each_part_of_a_divided_attribution_is_scored_by_its_own_pieces() -> None:
    text = "Ada Holt hinted that the pier would stay. “We have the planks.”"
    weights = {**NEAR, "P|content": 1.0}
    sure, unsure = (
        tuple(
            Fragment(role=f.role, span=f.span, score=score if f.span.start > 40 else 0.9)
            for f in fragments(
                text,
                ("source", "Ada Holt"),
                ("cue", "hinted"),
                ("content", "that the pier would stay"),
                ("content", "“We have the planks.”"),
            )
        )
        for score in (0.9, 0.2)
    )
    rest, apart = (
        [s.evidence.score for s in attribute(report(text), Policy(), Tagging(fragments=f, links=weights))]
        for f in (sure, unsure)
    )
    assert rest[0] == apart[0] == pytest.approx(0.9)
    assert rest[1] == pytest.approx(0.9)
    assert apart[1] == pytest.approx(0.2)


def test_a_part_of_an_attribution_keeps_the_links_of_its_pieces() -> None:
    pieces = tuple(Fragment(role=Role.CONTENT, span=Span(a, a + 4), score=0.9) for a in (0, 10, 20))
    cue = Fragment(role=Role.CUE, span=Span(30, 34), score=0.9)
    whole = Attribution(cue=cue, source=None, content=pieces, links=(0.5, 0.8, 1.0), sourced=0.5)
    assert whole.score == pytest.approx(0.2)
    assert whole.part([Span(10, 24)]).score == pytest.approx(0.4)
    alone = whole.part([Span(0, 4)], alone=True)
    assert (alone.cue, alone.score) == (None, 0.5)


def test_a_participle_without_a_source_shares_that_of_its_sentence() -> None:
    article = report("Calling the pier “a wreck,” Ada Holt told him to “leave the planks alone.”")
    one, other = found(
        article,
        ("cue", "Calling"),
        ("content", "the pier “a wreck,”"),
        ("source", "Ada Holt"),
        ("cue", "told"),
        ("content", "to “leave the planks alone.”"),
        links={"C0": -9.0, "Q0": 1.0, "CQL|n1": 5.0, "CQL|n3": 5.0, "QSL|n1": 5.0},
    )
    assert [speaker(one), speaker(other)] == ["Ada Holt", "Ada Holt"]
    assert told(one)["source"] is Origin.RULES


def test_but_and_a_verb_without_a_subject_go_on_with_the_clause() -> None:
    article = report("Ada Holt said that the pier would close in March, but stayed open until May.")
    parts = ("source", "Ada Holt"), ("cue", "said"), ("content", "that the pier would close in March")
    [statement] = found(article, *parts)
    assert words(statement, article) == ["that the pier would close in March, but stayed open until May"]
    assert told(statement)["content"] is Origin.RULES


@pytest.mark.parametrize("rest", ["but added nothing on the ferry", "but nobody believed her", "and stayed"])
def test_another_saying_or_subject_ends_the_clause(rest: str) -> None:
    article = report(f"Ada Holt said that the pier would close in March, {rest}.")
    parts = ("source", "Ada Holt"), ("cue", "said"), ("content", "that the pier would close in March")
    assert words(found(article, *parts)[0], article) == ["that the pier would close in March"]


def test_who_is_told_is_no_part_of_what_is_said() -> None:
    article = report(
        "“The pier will close in March and the ferry with it,” Ada Holt told the Ostmark harbour board."
    )
    said = "“The pier will close in March and the ferry with it,”"
    parts = (
        ("content", said),
        ("source", "Ada Holt"),
        ("cue", "told"),
        ("content", "the Ostmark harbour board"),
    )
    [statement] = found(article, *parts)
    assert (words(statement, article), statement.mode) == ([said], Mode.DIRECT)


def test_what_somebody_is_told_stays() -> None:
    said, heard = "“The pier will close in March,”", "the harbour board it was late"
    article = report(f"{said} Ada Holt told {heard}.")
    [statement] = found(
        article, ("content", said), ("source", "Ada Holt"), ("cue", "told"), ("content", heard)
    )
    assert words(statement, article) == [said, heard]
