"""Every span of a dossier held against its text, every id against its content.

Works on raw parsed JSON, so that a file that somebody changed by hand is
reported place by place and never a crash: an item of the wrong shape is one
difference, and the check goes on with the next.  An article without id or text
ends it, as all else is held against texts.  What is checked:

* an article's id is the hash of its text; with inputs at hand, an input of this id exists;
* every span lies inside its text;
* every text that repeats a span (``content_text``, ``source.text``, a reading's ``text`` ...) has its words;
* ids of statements, sources and utterances come out of the content again;
* every id that is referred to exists;
* the apparatus of each utterance as `apparatuschecks` says;
* figures, links and the graph of transmission as `graphchecks` says, the memo as `memochecks`,
  claims, conflicts, copies and the timeline, whose values are EDTF, as `claimchecks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.errors import MalformedInput
from rashomon.exports.apparatuschecks import ApparatusCheck
from rashomon.exports.checking import Difference
from rashomon.exports.claimchecks import check_claims
from rashomon.exports.graphchecks import check_figures_and_ways
from rashomon.exports.memochecks import check_memo
from rashomon.exports.shape import Shape
from rashomon.model import short_id, text_id

__all__ = ["Difference", "Verification", "verification", "verify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The outcome: what differs, and how much was held against the texts."""

    differences: tuple[Difference, ...]
    articles: int
    spans: int


def verify(record: object, texts: Mapping[str, str] | None = None) -> tuple[Difference, ...]:
    """What differs in this parsed JSON of a dossier; empty if it holds.

    Args:
        record: what `json.loads` gave.
        texts: the texts of the inputs read anew, by article id; None to hold
            the dossier against itself only.
    """
    return verification(record, texts).differences


def verification(record: object, texts: Mapping[str, str] | None = None) -> Verification:
    """Like `verify`, and counts what was checked."""
    check = _DossierCheck(texts=texts)
    root = Shape(record, "")
    check.each(root, "articles", check.article)
    if not check.unread:
        _all_else(check, root)
    return Verification(
        differences=tuple(check.differences), articles=len(check.articles), spans=check.spans_checked
    )


def _all_else(check: _DossierCheck, root: Shape) -> None:
    """What is held against the texts of the articles."""
    for key, one in (
        ("statements", check.statement),
        ("sources", check.source),
        ("utterances", check.utterance),
    ):
        check.each(root, key, one)
    if isinstance(root.value, Mapping) and (audit := root.get("audit")) is not None:
        check.each(audit, "unnamed_sources", check.unnamed)
    check_figures_and_ways(check, root)
    check_memo(check, root)
    check_claims(check, root)
    check.references()


class _DossierCheck(ApparatusCheck):
    """The items of a dossier, one by one; `unread` if an article has no id or text to go by."""

    unread = False

    # --- one item each

    def article(self, at: Shape) -> None:
        try:
            text, stated = at.key("text").text(), at.key("id").text()
        except MalformedInput:
            self.unread = True
            raise
        self.articles[stated] = text
        self.same("id", at.key("id"), text_id(text))
        if self.texts is not None and stated not in self.texts:
            self.differ("input", at.key("id"), "an input with this text", "none among the inputs")
        for block in at.key("blocks").items():
            bounds = [block.key("start").value, block.key("end").value]
            self.span(Shape(bounds, "", block.path), text)

    def statement(self, at: Shape) -> None:
        article, mode = at.key("article").text(), at.key("mode").text()
        text = self.text_of(at.key("article"), article)
        if text is None:
            return
        content = self.spans(at.key("content"), text)
        cue = self.spans(at.key("cue"), text)
        self.statements[at.key("id").text()] = article
        parts = [article, mode, [tuple(s) for s in content], [tuple(s) for s in cue]]
        self.same("id", at.key("id"), short_id("st", parts))
        self.words(at, "content_text", [span.of(text) for span in content])
        self.words(at, "cue_text", [span.of(text) for span in cue])
        self.mention(at.key("source"), text)
        self.attached(at, text)

    def mention(self, at: Shape, text: str) -> None:
        if at.null or at.key("kind").null:
            return
        span = None if at.key("span").null else self.span(at.key("span"), text)
        self.words(at, "text", span.of(text) if span is not None else None)
        self.source_id(at)
        candidates = at.get("candidates")
        for candidate in candidates.items() if candidates is not None else ():
            self.span(candidate.key("span"), text)
        self.evidence(at, text)

    def attached(self, at: Shape, text: str) -> None:
        """Occasion, chain, parent and evidence of a statement."""
        occasion, parent = at.key("occasion"), at.key("parent")
        if not occasion.null:
            span = self.span(occasion.key("span"), text)
            self.words(occasion, "text", span.of(text))
        if (tongue := at.get("spoken_in")) is not None and not tongue.null:
            span = self.span(tongue.key("span"), text)
            self.words(tongue, "text", span.of(text))
            if not tongue.key("language").null and tongue.key("language").text() not in span.of(text):
                self.differ(
                    "text", tongue.key("language"), "a word of the article", tongue.key("language").value
                )
        for relay in at.key("chain").items():
            self.span(relay.key("span"), text)
            self.labels.add(relay.key("name").text())
        if not parent.null:
            self.referred.append((parent, parent.text()))
        self.evidence(at, text)

    def evidence(self, at: Shape, text: str) -> None:
        evidence = at.key("evidence")
        if (spans := evidence.get("spans")) is not None:
            self.spans(spans, text)
        if (repairs := evidence.get("repairs")) is not None:
            for repair in repairs.items():
                self.span(repair.key("span"), text)

    def source(self, at: Shape) -> None:
        self.sources.add(at.key("id").text())
        self.source_id(at)

    def source_id(self, at: Shape) -> None:
        name, scope = at.key("name").text_or_none(), at.get("scope")
        descriptor = None if name else at.key("descriptor").text_or_none()
        parts = [at.key("kind").text(), name, descriptor, scope.text() if scope else ""]
        identity = at.get("identity")
        stated = identity.text_or_none() if identity else None
        if identity is not None and stated:
            self.identities.append((identity, stated))
        self.same("id", at.key("id"), stated or short_id("src", parts))
        self.labels.update(word for word in (name, descriptor) if word)

    def unnamed(self, at: Shape) -> None:
        """An entry of the audit: its words stand where it says."""
        text = self.text_of(at.key("article"), at.key("article").text())
        self.referred.extend((item, item.text()) for item in at.key("statements").items())
        if text is None:
            return
        span, reason = self.span(at.key("span"), text), at.key("reason_for_anonymity")
        self.labels.add(at.key("descriptor").text())
        self.same("text", at.key("descriptor"), " ".join(span.of(text).split()))
        if not reason.null:
            self.span(reason.key("span"), text)
        vouched = at.get("vouched")
        for voucher in vouched.items() if vouched is not None else ():
            self.voucher(voucher, text)

    def voucher(self, at: Shape, text: str) -> None:
        """Who stands for an unnamed source is named where it says, if it is not the report itself."""
        self.referred.extend((item, item.text()) for item in at.key("statements").items())
        if not at.key("span").null:
            self.span(at.key("span"), text)
