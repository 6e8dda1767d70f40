"""The memo of a dossier, held against its house styles, utterances and unnamed sources.

* style, rule, utterance, variant, reading and unnamed source are there, and the verdict is the rule's;
* whoever is said to have altered the words is said so by the variant, too.
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.exports.checking import Check
from rashomon.exports.memojson import parse_finding, parse_house_style
from rashomon.exports.shape import Shape
from rashomon.model import Finding, HouseStyle, Verdict

__all__ = ["check_memo"]


def check_memo(check: Check, root: Shape) -> None:
    """Hold these parts of a dossier; files older than them have none."""
    if not isinstance(root.value, Mapping):
        return
    memo = _Memo(check, root)
    for key, one in (("house_styles", memo.style), ("memo", memo.finding)):
        if key in root.value:
            check.each(root, key, one)


class _Memo:
    """What findings refer to."""

    def __init__(self, check: Check, root: Shape) -> None:
        self.check = check
        self.styles: dict[str, HouseStyle] = {}
        audit = root.get("audit")
        entries = audit.value.get("unnamed_sources") if audit and isinstance(audit.value, dict) else None
        self.unnamed = len(entries) if isinstance(entries, list) else 0

    def style(self, at: Shape) -> None:
        found = parse_house_style(at)
        self.styles[found.id] = found

    def finding(self, at: Shape) -> None:
        found = parse_finding(at)
        self._ruled(at, found)
        if found.utterance is not None:
            self._placed(at, found)
        if found.unnamed is not None and not 0 <= found.unnamed < self.unnamed:
            self.check.differ("reference", at.key("unnamed"), "the index of an unnamed source", found.unnamed)

    def _ruled(self, at: Shape, found: Finding) -> None:
        """By a rule of its style."""
        style = self.styles.get(found.style)
        if style is None:
            self.check.differ("reference", at.key("style"), "the id of a house style", found.style)
            return
        rule = next((rule for rule in style.rules if rule.id == found.rule), None)
        if found.rule is not None and rule is None:
            self.check.differ("reference", at.key("rule"), f"the id of a rule of {found.style}", found.rule)
            return
        self.check.same("reference", at.key("verdict"), (rule.verdict if rule else Verdict.NOT_STATED).value)

    def _placed(self, at: Shape, found: Finding) -> None:
        """Of a difference that is there, and of those who are shown to have made it."""
        variants = self.check.variants.get(found.utterance or "")
        if variants is None:
            self.check.differ("reference", at.key("utterance"), "the id of an utterance", found.utterance)
            return
        if found.variant is None or not 0 <= found.variant < len(variants):
            self.check.differ("reference", at.key("variant"), "the index of a variant", found.variant)
            return
        readings, altered = variants[found.variant]
        if found.reading is not None and not 0 <= found.reading < readings:
            self.check.differ("reference", at.key("reading"), "the index of a reading", found.reading)
        if not altered.issuperset(found.altered):
            self.check.differ("reference", at.key("altered"), "who the variant says altered", found.altered)
