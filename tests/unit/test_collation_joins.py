"""Short quotations that another report has in one: a split, or a splice, by what stands between them."""

from __future__ import annotations

import re

import pytest
from tests.builders.quoting import Told, kinds, person, shared, texts

from rashomon.language.newturns import new_turn
from rashomon.model import Article, Evidence, Mention, Mode, Span, Statement, Utterance, Variant

_SURE = Evidence(score=1.0, reason="given")


def _told(outlet: str, text: str) -> Told:
    """An article in which every quotation is Mara Quill's."""
    article = Article(input=f"{outlet}.txt", text=text)
    mention = Mention(source=person("Mara Quill"), span=None, evidence=_SURE)
    return article, tuple(
        Statement(
            article=article.id,
            mode=Mode.DIRECT,
            content=(Span(*match.span()),),
            source=mention,
            evidence=_SURE,
        )
        for match in re.finditer("“[^”]*”", text)
    )


_WHOLE = "Quill said: “The harbour wall is sound. We will not close the school.”"


def _seam(apart: str, whole: str = _WHOLE) -> Variant:
    (utterance,) = shared(_told("Tern", whole), _told("Gull", apart))
    (variant,) = [v for v in utterance.apparatus.variants if v.kind.value in {"split", "splice"}]
    return variant


def _kinds(apart: str, whole: str = _WHOLE) -> set[str]:
    utterances: list[Utterance] = shared(_told("Tern", whole), _told("Gull", apart))
    return {kind for utterance in utterances for kind in kinds(utterance)}


def test_a_quotation_that_goes_on_is_split() -> None:
    apart = "“The harbour wall is sound,” Quill said. She added: “We will not close the school.”"
    assert _kinds(apart) == {"split", "punctuation"}
    variant = _seam(apart)
    assert (variant.evidence.reason, variant.altered, variant.shown_by) == ("quoted_apart", (), None)
    assert texts(variant) == {
        "harbour wall is sound. We will not close",
        "harbour wall is sound,",
        "We will not close",
    }


@pytest.mark.parametrize(
    "between",
    [
        "Quill said. Asked about lessons, she said:",
        "Quill said. On the lessons she said:",
        "Quill said. Later she told a parent:",
        "Quill said. “Nobody slept,” said the warden. She said:",
        "Quill said. A fisherman wanted to know about lessons. She said:",
        "Quill said. The wall had cost a fortune, she told them. She said:",
        "Quill said. The judge sent the jury home. Quill said:",
        "Quill said. That afternoon she was driven up the hill. She said:",
        "Quill said. And of the lessons:",
    ],
)
def test_what_was_said_at_two_points_is_spliced_by_who_has_it_in_one(between: str) -> None:
    told = _told("Tern", _WHOLE)
    variant = _seam(f"“The harbour wall is sound.” {between} “We will not close the school.”")
    assert (variant.kind.value, variant.evidence.reason) == ("splice", "run_together")
    assert (variant.altered, variant.shown_by) == ((told[1][0].id,), "joined")


@pytest.mark.parametrize(
    "between",
    [
        "Quill said. After a long pause she went on:",
        "Quill said. She shook her head and looked at the page.",
        "Quill said. When the laughter had died down she added:",
        "Quill said. She said no more for a moment.",
        "Quill said, and took a sip of water. Then:",
        "Quill said. The room laughed.",
    ],
)
def test_pauses_and_gestures_part_nothing(between: str) -> None:
    variant = _seam(f"“The harbour wall is sound.” {between} “We will not close the school.”")
    assert (variant.kind.value, variant.evidence.reason) == ("split", "quoted_apart")


_APART = [
    "Quill said. Turning to the budget, she said:",
    "Quill said. A farmer in the third row wondered about the pupils. She said:",
    "Quill said at nine. At noon, in the rain, she said:",
    "Quill said. The moderator thanked her and read the next card. She said:",
    "Quill said. She praised the firemen at length. She said:",
    "Quill said. In November she said:",
    "Quill said. Someone shouted a name. She said:",
    "Quill said. Concerning lessons she said:",
    "Quill said. Two days earlier she had said:",
    "Quill said. But about the pupils she said:",
]
_ONE_BREATH = [
    "Quill said. She smiled.",
    "Quill said. “",
    "Quill said, and nodded. She went on:",
    "said Quill. Raising her voice, she added:",
    "Quill said. There was applause.",
    "Quill told the hall. After a moment of silence she continued:",
    "Quill said. She put her glasses back on:",
    "Quill said, wiping her eyes. She added:",
    "Quill said. With a shrug she added:",
    "Quill said. Then:",
]


@pytest.mark.parametrize("between", _APART)
def test_two_points_in_other_shapes(between: str) -> None:
    apart = f"“The harbour wall is sound,” {between} “We will not close the school.”"
    assert _seam(apart).kind.value == "splice"


@pytest.mark.parametrize("between", _ONE_BREATH)
def test_one_point_in_other_shapes(between: str) -> None:
    apart = f"“The harbour wall is sound,” {between.removesuffix('“')} “We will not close the school.”"
    assert _seam(apart).kind.value == "split"


def test_an_answer_is_told_behind_the_quotation_too() -> None:
    apart = "“The harbour wall is sound,” Quill said. “We will not close the school,” she replied."
    assert _seam(apart).kind.value == "splice"


def test_a_cue_within_a_sentence_owns_to_no_gap() -> None:
    whole = "“The harbour wall is sound,” Quill said, “and we will not close the school.”"
    apart = "“The harbour wall is sound,” Quill said. Of lessons she said: “We will not close the school.”"
    told = _told("Tern", whole)[0]
    pieces = [Span(*match.span()) for match in re.finditer("“[^”]*”", told.text)]
    one = Statement(
        article=told.id,
        mode=Mode.DIRECT,
        content=tuple(pieces),
        source=Mention(source=person("Mara Quill"), span=None, evidence=_SURE),
        evidence=_SURE,
    )
    (utterance,) = shared((told, (one,)), _told("Gull", apart))
    assert "splice" in kinds(utterance)


@pytest.mark.parametrize("few", ["I never could", "And so it goes"])
def test_three_words_belong_to_the_quotation_that_goes_on_with_them(few: str) -> None:
    whole = f"Quill said: “We cannot mend nets by lamplight, {few.lower()}.”"
    assert "split" in _kinds(f"“We cannot mend nets by lamplight,” Quill said. “{few},” she added.", whole)


def test_three_words_that_stand_elsewhere_are_not_of_it() -> None:
    whole = "Quill said: “We cannot mend nets by lamplight, I never could.”"
    apart = "“We cannot mend nets by lamplight,” Quill said. “The boats are old.” “I never could,” she said."
    assert _kinds(apart, whole) == {"truncation"}


def test_the_other_way_round_is_spliced() -> None:
    variant = _seam("“We will not close the school,” Quill said. “The harbour wall is sound.”")
    assert variant.kind.value == "splice"


def test_one_half_alone_is_a_truncation() -> None:
    assert _kinds("Quill said: “We will not close the school.”") == {"truncation"}


def test_halves_of_a_longer_quotation_end_where_the_whole_goes_on() -> None:
    whole = (
        "Quill said: “The harbour wall is sound. We will not close the school. The crane is the next to go.”"
    )
    apart = "“The harbour wall is sound,” Quill said. She added: “We will not close the school.”"
    assert _kinds(apart, whole) == {"split", "truncation", "punctuation"}


_FIRST = "The harbour wall of the lower town is sound and it will stay sound for years."
_SECOND = "We will not close the school by the old dock while I am the mayor of it."


def test_an_ellipsis_between_two_passages_owns_to_the_gap() -> None:
    whole = f"Quill said: “{_FIRST[:-1]} … {_SECOND}”"
    apart = f"“{_FIRST}” Quill said. Asked about lessons, she said: “{_SECOND}”"
    assert "splice" not in _kinds(apart, whole)


def test_a_lead_that_gives_the_end_away_turns_nothing_round() -> None:
    whole = f"Quill said: “{_FIRST} {_SECOND}”"
    lead = "“We will not close the school by the old dock while I am the mayor of it,” Quill said."
    apart = f"{lead}\n\n“{_FIRST}” Quill said. “{_SECOND}” she added."
    assert _kinds(apart, whole) >= {"split"}
    assert "splice" not in _kinds(apart, whole)


def test_what_leads_to_the_second_quotation_is_told_from_what_ends_the_first() -> None:
    assert new_turn("” said Quill. To the crews she said: “")
    assert not new_turn("” she told the crews of the dock. “")
