"""A dossier seen from another base."""

from __future__ import annotations

import pytest

from rashomon.analysis import analyse, rebased
from rashomon.errors import UsageError
from rashomon.model import Article, Block, BlockKind, Dossier, Policy, Span, VariantKind

_LONG = (
    "“We will never close the old ferry line before winter, whatever the council says,” said Mara Quill.\n"
)
_SHORT = "“We will close the ferry line before winter, whatever the council says,” said Mara Quill.\n"


def _dossier() -> Dossier:
    articles = [
        Article(
            input=f"{number}.txt",
            text=text,
            blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text) - 1)),),
        )
        for number, text in enumerate((_LONG, _SHORT))
    ]
    return analyse(articles, Policy(), version="0")


def test_an_article_becomes_the_base_of_what_it_is_a_witness_to() -> None:
    dossier = _dossier()
    turned = rebased(dossier, dossier.articles[1].id)
    [plain], [seen] = dossier.utterances, turned.utterances
    assert [v.kind for v in plain.apparatus.variants] == [VariantKind.NEGATION, VariantKind.DELETION]
    assert [v.kind for v in seen.apparatus.variants] == [VariantKind.NEGATION, VariantKind.INSERTION]
    assert seen.apparatus.columns == plain.apparatus.columns
    assert rebased(turned, None) == dossier == rebased(turned, plain.apparatus.base)


def test_an_unknown_base_is_an_error() -> None:
    with pytest.raises(UsageError, match="no article or statement"):
        rebased(_dossier(), "st-0")
