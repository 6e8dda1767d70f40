"""One act of speech, and the reports of it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.evidence import Evidence
from rashomon.model.identity import short_id
from rashomon.model.source import Source
from rashomon.model.variant import Apparatus

__all__ = ["Utterance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """The statements that report one act of speech, collated.

    An act that only one statement reports is an utterance too; its apparatus
    has one witness and no variants.

    Attributes:
        source: the speaker, None where no report tells.
        statements: ids, sorted.
        evidence: why these statements were taken for reports of one act.
    """

    source: Source | None
    statements: tuple[str, ...]
    apparatus: Apparatus
    evidence: Evidence

    @property
    def id(self) -> str:
        """``ut-`` and a hash of the witnesses' words: the same in any order of reports."""
        parts = sorted((w.article, [tuple(s) for s in w.spans]) for w in self.apparatus.witnesses)
        return short_id("ut", parts)
