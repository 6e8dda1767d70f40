"""Frozen values, standard library only: what the rooms hand to each other."""

from rashomon.model.article import Article, Block, BlockKind, Provenance, Publisher
from rashomon.model.audit import Flag, UnnamedSource, Voucher
from rashomon.model.dossier import Dossier, Engine
from rashomon.model.evidence import Evidence, Origin, Repair, RepairKind
from rashomon.model.figure import Appearance, Figure, Link, Ruling
from rashomon.model.fragment import Fragment, Passages, Role, Tagging
from rashomon.model.housestyle import Citation, Finding, HouseRule, HouseStyle, Verdict
from rashomon.model.identity import short_id, text_id
from rashomon.model.policy import Policy
from rashomon.model.source import Candidate, Mention, Occasion, Relay, Source, SourceKind, Tongue
from rashomon.model.span import Span, hull, merge, subtract
from rashomon.model.statement import Mode, Statement
from rashomon.model.story import Utterance
from rashomon.model.transmission import Node, NodeKind, Step, Transmission
from rashomon.model.variant import (
    Apparatus,
    Column,
    Edit,
    Family,
    Kinship,
    Located,
    Reading,
    Severity,
    ShownBy,
    Variant,
    VariantKind,
    Witness,
)

__all__ = [
    "Apparatus",
    "Appearance",
    "Article",
    "Block",
    "BlockKind",
    "Candidate",
    "Citation",
    "Column",
    "Dossier",
    "Edit",
    "Engine",
    "Evidence",
    "Family",
    "Figure",
    "Finding",
    "Flag",
    "Fragment",
    "HouseRule",
    "HouseStyle",
    "Kinship",
    "Link",
    "Located",
    "Mention",
    "Mode",
    "Node",
    "NodeKind",
    "Occasion",
    "Origin",
    "Passages",
    "Policy",
    "Provenance",
    "Publisher",
    "Reading",
    "Relay",
    "Repair",
    "RepairKind",
    "Role",
    "Ruling",
    "Severity",
    "ShownBy",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "Step",
    "Tagging",
    "Tongue",
    "Transmission",
    "UnnamedSource",
    "Utterance",
    "Variant",
    "VariantKind",
    "Verdict",
    "Voucher",
    "Witness",
    "hull",
    "merge",
    "short_id",
    "subtract",
    "text_id",
]
