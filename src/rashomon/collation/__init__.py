"""How quotations differ: from statements to utterances, each with its apparatus."""

from rashomon.collation.collate import collate

__all__ = ["collate"]
