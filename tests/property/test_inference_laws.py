"""Laws of the chain, against every sequence there is; and of windows."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.inference.chain import Chain, Piece
from rashomon.inference.files import Settings
from rashomon.inference.sweep import Layout, sweep

TAGS = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue")
SIZE = len(TAGS)
NEVER = -1e4
Scores = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Breaks = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
Text = tuple[Scores, Breaks]


def chain_of(draw: np.random.Generator) -> Settings:
    steps = draw.normal(size=(SIZE, SIZE))
    start, end = draw.normal(size=SIZE), draw.normal(size=SIZE)
    for inside in (2, 4):
        steps[[n for n in range(SIZE) if n not in (inside, inside - 1)], inside] = NEVER
        start[inside] = NEVER
    return Settings(
        name="drawn",
        tags=TAGS,
        transitions=tuple(map(tuple, steps.tolist())),
        start=tuple(start.tolist()),
        end=tuple(end.tolist()),
        window=64,
        overlap=8,
        newline_id=1,
        cls=2,
        sep=3,
        unk=4,
    )


def texts_of(draw: np.random.Generator, lengths: list[int]) -> list[Text]:
    return [(3 * draw.normal(size=(n, SIZE)), draw.random(n) < 0.25) for n in lengths]


def found(chain: Chain, texts: list[Text]) -> list[list[Piece]]:
    return chain.pieces([(scores.astype(np.float32), breaks) for scores, breaks in texts])


def fragments(tags: tuple[int, ...]) -> list[tuple[str, int, int]]:
    out: list[tuple[str, int, int]] = []
    for n, tag in enumerate(tags):
        if TAGS[tag].startswith("I"):
            out[-1] = (*out[-1][:2], n)
        elif tag:
            out.append((TAGS[tag][2:], n, n))
    return out


def score(chain: Settings, text: Text, tags: tuple[int, ...]) -> float:
    scores, breaks = text
    total = chain.start[tags[0]] + chain.end[tags[-1]]
    total += sum(float(np.float32(scores[n, tag])) for n, tag in enumerate(tags))
    total += sum(chain.transitions[one][other] for one, other in pairwise(tags))
    return total + sum(NEVER for n, tag in enumerate(tags) if breaks[n] and TAGS[tag].startswith("I"))


def every(chain: Settings, text: Text) -> tuple[tuple[int, ...], dict[tuple[str, int, int], float]]:
    """The best sequence of all, and the share of the sequences that hold each fragment."""
    all_tags = list(product(range(SIZE), repeat=len(text[0])))
    scores = np.array([score(chain, text, tags) for tags in all_tags])
    weights = np.exp(scores - scores.max())
    shares: dict[tuple[str, int, int], float] = defaultdict(float)
    for tags, weight in zip(all_tags, weights, strict=True):
        if weight > 0:
            for fragment in fragments(tags):
                shares[fragment] += weight / weights.sum()
    return all_tags[int(scores.argmax())], shares


@settings(max_examples=15)
@given(seed=st.integers(0, 2**32 - 1), length=st.integers(1, 5))
def test_fragments_are_the_best_sequences_and_scores_their_share(seed: int, length: int) -> None:
    draw = np.random.default_rng(seed)
    chain = chain_of(draw)
    (text,) = texts_of(draw, [length])
    (pieces,) = found(Chain(chain), [text])
    best, shares = every(chain, text)
    assert [piece[:3] for piece in pieces] == fragments(best)
    for piece in pieces:
        assert piece[3] == pytest.approx(shares[piece[:3]], abs=1e-6)


@given(seed=st.integers(0, 2**32 - 1), lengths=st.lists(st.integers(1, 130), min_size=1, max_size=5))
def test_stretches_side_by_side_give_what_word_by_word_gives(seed: int, lengths: list[int]) -> None:
    draw = np.random.default_rng(seed)
    steps, start = np.exp(draw.normal(size=(2, 4, 4))), np.exp(draw.normal(size=(2, 4)))
    weights = np.exp(9 * draw.normal(size=(2, 4, sum(lengths))).clip(-3.8, 0))
    for reduce in (np.add.reduce, np.maximum.reduce):
        swept = sweep(reduce, Layout.of(lengths), weights, steps, start)
        begin = 0
        for length in lengths:
            now = start
            log = np.zeros((2, 1))
            for word in range(begin, begin + length):
                ahead = now if word == begin else reduce(now[:, :, None] * steps, axis=1)
                now = ahead * weights[:, :, word]
                log = log + np.log(now.max(axis=1, keepdims=True))
                now = now / now.max(axis=1, keepdims=True)
                assert swept[:, :, word] == pytest.approx(np.log(now) + log, abs=1e-7)
            begin += length


@given(seed=st.integers(0, 2**32 - 1), lengths=st.lists(st.integers(0, 40), max_size=8))
def test_a_text_has_the_same_fragments_in_any_company(seed: int, lengths: list[int]) -> None:
    draw = np.random.default_rng(seed)
    chain = Chain(chain_of(draw))
    texts = texts_of(draw, lengths)
    alone = [found(chain, [text])[0] for text in texts]
    assert found(chain, texts) == alone
    assert found(chain, texts[::-1]) == alone[::-1]


@given(seed=st.integers(0, 2**32 - 1))
def test_scores_far_apart_neither_overflow_nor_leave_the_unit_interval(seed: int) -> None:
    draw = np.random.default_rng(seed)
    (text,) = texts_of(draw, [300])
    (pieces,) = found(Chain(chain_of(draw)), [(text[0] * 1e6, text[1])])
    assert pieces
    assert all(0.0 <= piece[3] <= 1.0 for piece in pieces)


@given(seed=st.integers(0, 2**32 - 1))
def test_no_fragment_runs_over_a_break(seed: int) -> None:
    draw = np.random.default_rng(seed)
    (text,) = texts_of(draw, [200])
    (pieces,) = found(Chain(chain_of(draw)), [text])
    for _, first, last, _ in pieces:
        assert not text[1][first + 1 : last + 1].any()
