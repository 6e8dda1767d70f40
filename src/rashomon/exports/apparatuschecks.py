"""The apparatus of each utterance, held against the texts of its witnesses.

* the words of each witness are in the columns, all of them and no others;
* a reading's text is what stands at its spans, and these lie inside its witnesses;
* an edit, a witness that altered, a family name readings and witnesses that there are;
* families are disjoint, and ``attested`` and ``best_attested`` come out of them again;
* spans of evidence lie inside the text of a witness.
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.exports.apparatusjson import parse_apparatus
from rashomon.exports.attestation import Attestation, best_attested
from rashomon.exports.checking import Check
from rashomon.exports.shape import Shape
from rashomon.model import Kinship, Severity, ShownBy, Span, VariantKind, short_id

__all__ = ["ApparatusCheck"]

_Segments = Mapping[str, tuple[Span, ...]]


class ApparatusCheck(Check):
    """The check of an utterance; statements and sources must have been checked before."""

    def utterance(self, at: Shape) -> None:
        """One act of speech with all its witnesses."""
        source = at.key("source")
        if not source.null and source.text() not in self.sources:
            self.differ("reference", source, "the id of a source", source.value)
        self.referred.extend((item, item.text()) for item in at.key("statements").items())
        apparatus = at.key("apparatus")
        self.referred.append((apparatus.key("base"), apparatus.key("base").text()))
        segments = self.segments(apparatus)
        parts = sorted((self.statements[id_], [tuple(s) for s in spans]) for id_, spans in segments.items())
        self.same("id", at.key("id"), short_id("ut", parts))
        self.families(apparatus, segments)
        known = self.variants.setdefault(at.key("id").text(), [])
        for variant in apparatus.key("variants").items():
            for reading in variant.key("readings").items():
                self.reading(reading, segments)
            known.append(self.variant(variant, segments))
        self.columns(apparatus, segments)
        self.attested(apparatus)

    def families(self, apparatus: Shape, segments: _Segments) -> None:
        """They hold witnesses of this utterance, and none twice."""
        found: set[str] = set()
        families = apparatus.get("families")
        for family in families.items() if families is not None else ():
            family.key("kinship").label(Kinship)
            self.somewhere(family, segments)
            for witness in family.key("witnesses").items():
                if witness.text() not in segments:
                    self.differ("reference", witness, "a witness of this utterance", witness.value)
                elif witness.text() in found:
                    self.differ("reference", witness, "a witness of no other family", witness.value)
                found.add(witness.text())

    def attested(self, at: Shape) -> None:
        """The counts of independent witnesses, and which readings have the most; older files have none."""
        apparatus = parse_apparatus(at, self.statements)
        counted = Attestation(apparatus)
        columns = zip(at.key("columns").items(), enumerate(apparatus.columns), strict=True)
        variants = zip(at.key("variants").items(), apparatus.variants, strict=True)
        places = [
            *((item, column.readings, number) for item, (number, column) in columns),
            *((item, variant.readings, variant.column) for item, variant in variants),
        ]
        for item, readings, place in places:
            counts = counted.counts(readings, place)
            for reading, count in zip(item.key("readings").items(), counts, strict=True):
                if (stated := reading.get("attested")) is not None:
                    self.same("count", stated, count)
            if (best := item.get("best_attested")) is not None:
                self.same("count", best, list(best_attested(counts)))

    def variant(self, at: Shape, segments: _Segments) -> tuple[int, frozenset[str]]:
        """Its labels, its edits, and who altered; how many readings it has, and who altered."""
        readings = list(at.key("readings").items())
        self.judged(at, segments)
        edits, altered, shown_by = (at.get(key) for key in ("edits", "altered", "shown_by"))
        for edit in edits.items() if edits is not None else ():
            self.judged(edit, segments)
            if not 0 <= edit.key("reading").offset() < len(readings):
                self.differ(
                    "reference", edit.key("reading"), "the index of a reading", edit.key("reading").value
                )
        for witness in altered.items() if altered is not None else ():
            if witness.text() not in segments:
                self.differ("reference", witness, "a witness of this utterance", witness.value)
        if shown_by is not None and not shown_by.null:
            shown_by.label(ShownBy)
        if altered is not None and shown_by is not None and shown_by.null != (altered.value == []):
            self.differ("reference", shown_by, "what shows who altered, if any is named", shown_by.value)
        return len(readings), frozenset(altered.texts() if altered is not None else ())

    def judged(self, at: Shape, segments: _Segments) -> None:
        """A class with its severity and evidence."""
        at.key("kind").label(VariantKind)
        at.key("severity").label(Severity)
        self.somewhere(at, segments)

    def somewhere(self, at: Shape, segments: _Segments) -> None:
        """The spans of evidence that names no article lie inside the text of one witness at least."""
        articles = {self.statements[witness] for witness in segments}
        longest = max((self.articles[article] for article in articles), key=len, default="")
        if (spans := at.key("evidence").get("spans")) is not None:
            self.spans(spans, longest)

    def segments(self, apparatus: Shape) -> dict[str, tuple[Span, ...]]:
        """The spans of each witness; a witness that is no statement is a difference and left out."""
        found: dict[str, tuple[Span, ...]] = {}
        for witness in apparatus.key("witnesses").items():
            article = self.statements.get(witness.text())
            if article is None:
                self.differ("reference", witness, "the id of a statement", witness.value)
                continue
            spans = apparatus.key("segments").key(witness.text())
            found[witness.text()] = self.spans(spans, self.articles[article])
        return found

    def columns(self, apparatus: Shape, segments: _Segments) -> None:
        """The columns, read along one witness, hold its words."""
        said: dict[str, list[str]] = {witness: [] for witness in segments}
        for column in apparatus.key("columns").items():
            for reading in column.key("readings").items():
                for witness, words in self.reading(reading, segments).items():
                    said[witness].append(words)
        for witness, spans in segments.items():
            text = self.articles[self.statements[witness]]
            expected, found = "".join(_letters(s.of(text)) for s in spans), "".join(said[witness])
            if expected != found:
                self.differ("text", apparatus.key("columns"), f"all words of {witness}", "others")

    def reading(self, at: Shape, segments: _Segments) -> dict[str, str]:
        """Hold a reading's text against its spans; the letters each witness has there."""
        witnesses = at.key("witnesses").texts()
        letters: dict[str, str] = {w: "" for w in witnesses if w in segments}
        here: dict[str, list[str]] = {}
        for witness in letters:
            here.setdefault(self.statements[witness], []).append(witness)
        pieces: list[str] = []
        for place in at.key("spans").items():
            article, span, text = self.located(place)
            pieces.append(span.of(text))
            own = (w for w in here.get(article, ()) if any(s.contains(span) for s in segments[w]))
            if (owner := next(own, None)) is None:
                self.differ("span", place, "a span inside one of the reading's witnesses", place.value)
            else:
                letters[owner] += _letters(span.of(text))
        stated = at.key("text").text()
        if not _begins(pieces, stated):
            self.differ("text", at.key("text"), " ".join(pieces), stated)
        for witness, words in letters.items():
            if words != _letters(stated):
                self.differ("text", at, f"{witness} with the reading's words", "others")
        return letters


def _begins(pieces: list[str], stated: str) -> bool:
    """Whether the text is, blanks apart, the words of the first span or of the first few."""
    target = "".join(stated.split())
    so_far = ""
    for piece in pieces:
        so_far += "".join(piece.split())
        if so_far == target:
            return True
    return not target and not pieces


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
