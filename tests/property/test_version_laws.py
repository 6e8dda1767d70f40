"""Laws of one's own versions: whatever is pasted, nothing is lost, and the order changes nothing."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.analysis import analyse_given, rebased
from rashomon.errors import InputError
from rashomon.exports import exporter_for, parse_dossier
from rashomon.model import Article, BlockKind, Policy
from rashomon.readers import versions

slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
POLICY = Policy()

lines = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ("# Quay", "  ## The Lamp ", "#", "# ", "“We stay,” he said, “here.”", "we go", "'No.'", "", " ", "…")
    ),
)
texts = st.lists(lines, min_size=1, max_size=8).flatmap(
    lambda found: st.sampled_from(("\n", "\r\n", "\n\n", "\r")).map(lambda end: end.join(found))
)
words = st.lists(
    st.sampled_from(
        "we shall not stay here now if the boat sails 3 three [the boat] … can’t cannot .".split()
    ),
    min_size=1,
    max_size=9,
).map(" ".join)


def _versions(*pasted: str) -> list[Article | InputError]:
    return list(versions([Article(input=f"{at}.txt", text=text) for at, text in enumerate(pasted)], POLICY))


def _articles(*pasted: str) -> list[Article]:
    return [one for one in _versions(*pasted) if isinstance(one, Article)]


@slow
@given(st.lists(texts, min_size=1, max_size=3))
def test_every_version_is_a_part_of_its_input_and_has_words(pasted: list[str]) -> None:
    found = _versions(*pasted)
    ids = [one.id for one in found if isinstance(one, Article)]
    assert len(set(ids)) == len(ids)
    for version in (one for one in found if isinstance(one, Article)):
        source = pasted[int(version.input.split(".")[0])]
        assert version.text.rstrip(" \n") in source
        blocks = [block for block in version.blocks if block.kind is BlockKind.PARAGRAPH]
        assert any(c.isalnum() for block in blocks for c in block.span.of(version.text))
        assert all(block.span.trim(version.text) == block.span for block in version.blocks)


@slow
@given(texts, texts)
def test_no_word_is_lost(one: str, other: str) -> None:
    found = _versions(one, other)
    if all(isinstance(version, Article) for version in found):
        kept = "".join(version.text for version in found if isinstance(version, Article))
        letters = [c for c in kept if not c.isspace()]
        assert letters == [c for c in one + other if not c.isspace()]


@slow
@given(st.lists(words, min_size=2, max_size=4))
def test_the_order_of_versions_changes_nothing_but_their_order(pasted: list[str]) -> None:
    there = _articles(*pasted)
    if there:
        forth = analyse_given(there, POLICY, version="0")
        back = analyse_given(there[::-1], POLICY, version="0")
        assert forth.utterances == back.utterances
        assert forth.statements == back.statements[::-1]


@slow
@given(st.lists(words, min_size=2, max_size=4), st.integers(0, 3))
def test_any_version_can_be_the_base_and_going_back_gives_the_first(pasted: list[str], chosen: int) -> None:
    there = _articles(*pasted)
    if there:
        first = analyse_given(there, POLICY, version="0")
        base = there[chosen % len(there)].id
        turned = rebased(first, base)
        (utterance,) = turned.utterances
        assert next(s for s in turned.statements if s.id == utterance.apparatus.base).article == base
        assert rebased(turned, None) == first


@slow
@given(st.lists(texts, min_size=1, max_size=3))
def test_what_is_collated_is_exported_and_parsed_back(pasted: list[str]) -> None:
    there = _articles(*pasted)
    if there:
        dossier = analyse_given(there, POLICY, version="0")
        assert len(dossier.utterances[0].apparatus.witnesses) == len(there)
        assert parse_dossier(exporter_for("json").export(dossier)) == dossier
