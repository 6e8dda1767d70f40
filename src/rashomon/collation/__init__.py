"""How quotations differ: from statements to utterances, each with its apparatus."""

from rashomon.collation.collate import collate, collate_given
from rashomon.collation.given import given_of

__all__ = ["collate", "collate_given", "given_of"]
