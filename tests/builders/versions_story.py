"""An invented utterance in eight reports, laid out by hand: every view of an apparatus is tried on it.

Two reports carry one text, one stops early, one retells, one was translated; edits of most
classes stand in it, alone and several at one place, and a house style speaks of some.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from rashomon.model import (
    Apparatus,
    Article,
    Block,
    BlockKind,
    Citation,
    Column,
    Dossier,
    Edit,
    Engine,
    Evidence,
    Family,
    HouseRule,
    HouseStyle,
    Kinship,
    Located,
    Mention,
    Mode,
    Policy,
    Reading,
    Severity,
    ShownBy,
    Source,
    SourceKind,
    Span,
    Statement,
    Tongue,
    Utterance,
    Variant,
    VariantKind,
    Verdict,
    Witness,
)
from rashomon.standards import hold

__all__ = ["PLACES", "RETOLD", "crowd_of_versions", "versions_story"]

K, S = VariantKind, Severity
SPEAKER = Source(kind=SourceKind.PERSON, name="Odile Marrant")
LETTERS = "ABCDEFGH"
RETOLD = "the leak had been found on a Tuesday and that nobody was much surprised"


@dataclass(frozen=True)
class Place:
    """What the base has in one column, what others have instead, and the class of each."""

    base: str
    others: Mapping[str, tuple[str, VariantKind, Severity, str]] = field(default_factory=dict)
    altered: str = ""
    shown_by: ShownBy | None = None


PLACES = (
    Place("We found the leak on"),
    Place("Tuesday,", {"B": ("Wednesday,", K.DATE, S.MAJOR, "date_differs")}),
    Place("before the council met, and we"),
    Place("can't", dict.fromkeys("BE", ("cannot", K.CONTRACTION, S.TRIVIAL, "contracted"))),
    Place("say that we"),
    Place("was", {"D": ("were", K.CLEANUP, S.MINOR, "grammar_mended")}),
    Place("surprised."),
    Place("I think", {"B": ("", K.DELETION, S.MAJOR, "hedge_dropped")}, "B", ShownBy.LONGER_WITNESS),
    Place(
        "about",
        {
            "B": ("", K.DELETION, S.MAJOR, "hedge_dropped"),
            "C": ("some", K.SUBSTITUTION, S.MINOR, "function_words"),
            "H": ("some", K.SUBSTITUTION, S.MINOR, "function_words"),
        },
    ),
    Place(
        "40 houses",
        {
            "C": ("forty houses", K.ORTHOGRAPHY, S.TRIVIAL, "number_in_words"),
            "H": ("forty houses", K.ORTHOGRAPHY, S.TRIVIAL, "number_in_words"),
            "E": ("14 houses", K.NUMBER, S.MAJOR, "number_differs"),
        },
    ),
    Place("will", {"D": ("might", K.SUBSTITUTION, S.MAJOR, "modality_changed")}),
    Place("have to be emptied,"),
    Place("probably", {"E": ("…", K.ELLIPSIS, S.MINOR, "ellipsis_for_words")}, "E", ShownBy.ELLIPSIS),
    Place("by the end of the week,"),
    Place(
        "unless the pumps hold.",
        {"B": ("", K.DELETION, S.MAJOR, "condition_dropped")},
        "B",
        ShownBy.LONGER_WITNESS,
    ),
    Place("Nobody at"),
    Place(
        "the waterworks",
        {"D": ("[the company]", K.BRACKET, S.MINOR, "bracket_for_words")},
        "D",
        ShownBy.BRACKET,
    ),
    Place("told us to keep quiet,"),
    Place("um,", dict.fromkeys("BCEH", ("", K.CLEANUP, S.MINOR, "filler_words"))),
    Place("and nobody is going to lose a home over it. It's up to"),
    Place("Perrin", dict.fromkeys("CH", ("Mara Perrin", K.NAME, S.MINOR, "name_shortened"))),
    Place("now."),
)
ENDS = 7
"""Column at which F has ended."""

STYLE = HouseStyle(
    id="lamplight",
    name="Lamplight Desk",
    rules=(
        HouseRule(
            id="brackets",
            kinds=(K.BRACKET,),
            verdict=Verdict.NOT_ALLOWED,
            gist="Words in brackets may be added, and never put in the place of spoken ones.",
            citation=Citation(
                document="Lamplight handbook", section="Quoting", url="https://lamplight.example/quoting"
            ),
            verified=True,
        ),
        HouseRule(
            id="dots",
            kinds=(K.ELLIPSIS, K.DELETION),
            verdict=Verdict.IF_MARKED,
            gist="What is left out is marked by dots.",
            citation=Citation(document="Lamplight handbook"),
        ),
        HouseRule(
            id="spelling",
            kinds=(K.ORTHOGRAPHY, K.CONTRACTION),
            verdict=Verdict.ALLOWED,
            gist="Spelling follows the paper.",
            citation=Citation(document="Lamplight handbook"),
        ),
    ),
)
SECOND = replace(STYLE, id="quay", name="Quay Street Rules", rules=STYLE.rules[2:])


def versions_story() -> Dossier:
    """Eight reports with one utterance in all of them, and two house styles."""
    texts = {letter: _Written(letter) for letter in LETTERS}
    statements = {letter: one.statement() for letter, one in texts.items()}
    utterance = _utterance(texts, statements)
    return Dossier(
        articles=tuple(one.article for one in texts.values()),
        statements=tuple(statements.values()),
        sources=(SPEAKER,),
        utterances=(utterance,),
        engine=Engine(version="0.0", model=None, policy=Policy(), rooms=("attribution", "collation")),
        house_styles=(STYLE, SECOND),
        findings=hold((utterance,), (STYLE, SECOND)),
    )


class _Written:
    """One report's article, with the span of each place."""

    def __init__(self, letter: str) -> None:
        self.letter, self.spans = letter, list[Span | None]()
        self.text = f"The leak at Brackwater, as the {letter} Gazette has it\n"
        self.tongue = None
        if letter == "E":
            at = len(self.text)
            self.text += "She said in Norrish: "
            self.tongue = Tongue(language="Norrish", span=Span(at + 4, at + 19))
        self.text += "" if letter == "G" else "“"
        self.start = len(self.text) - (letter != "G")
        for place in _words(letter):
            start = len(self.text)
            self.text += place
            self.spans.append(Span(start, len(self.text)) if place else None)
            self.text += " " if place else ""
        self.text = self.text.rstrip(" ") + ("" if letter == "G" else "”")
        self.end = len(self.text)
        self.text += " Odile Marrant said.\n"
        first = self.text.index("\n")
        self.article = Article(
            input=f"reports/{letter.lower()}.txt",
            text=self.text,
            headline=self.text[:first],
            blocks=(
                Block(kind=BlockKind.HEADLINE, span=Span(0, first), rule="made"),
                Block(kind=BlockKind.PARAGRAPH, span=Span(first + 1, len(self.text) - 1), rule="made"),
            ),
        )

    def statement(self) -> Statement:
        return Statement(
            article=self.article.id,
            mode=Mode.INDIRECT if self.letter == "G" else Mode.DIRECT,
            content=(Span(self.start, self.end),),
            source=Mention(
                source=SPEAKER,
                span=Span(self.end + 1, self.end + 14),
                evidence=Evidence(score=1.0, reason="named_in_cue"),
            ),
            tongue=self.tongue,
            evidence=Evidence(score=1.0, reason="quotation"),
        )

    def witness(self) -> Witness:
        marks = self.letter != "G"
        span = Span(self.start + marks, self.end - marks)
        return Witness(statement=self.statement().id, article=self.article.id, spans=(span,))


def _words(letter: str) -> Iterator[str]:
    for at, place in enumerate(PLACES):
        gone = letter == "G" or (letter == "F" and at >= ENDS)
        yield "" if gone else place.others.get(letter, (place.base,))[0]
    yield RETOLD if letter == "G" else ""


def _readings(texts: Mapping[str, _Written], spans: Mapping[str, Span | None]) -> tuple[Reading, ...]:
    groups: dict[str, list[str]] = {}
    for letter, span in spans.items():
        groups.setdefault(span.of(texts[letter].text) if span else "", []).append(letter)
    return tuple(
        Reading(
            witnesses=tuple(sorted(texts[x].statement().id for x in letters)),
            text=words,
            spans=tuple(Located(texts[x].article.id, s) for x in letters if (s := spans[x])),
        )
        for words, letters in groups.items()
    )


def _utterance(texts: Mapping[str, _Written], statements: Mapping[str, Statement]) -> Utterance:
    columns = tuple(
        Column(readings=_readings(texts, {x: one.spans[at] for x, one in texts.items()}))
        for at in range(len(PLACES) + 1)
    )
    ids = {letter: one.id for letter, one in statements.items()}
    variants = [_variant(at, columns[at], ids) for at, place in enumerate(PLACES) if place.others]
    rest = {x: _whole(one, ENDS) if x not in "FG" else None for x, one in texts.items()}
    told = {x: _whole(one, 0) for x, one in texts.items()}
    for kind, spans, reason in (
        (K.TRUNCATION, rest, "ends_apart"),
        (K.QUOTE_VS_PARAPHRASE, told, "quoted_and_told"),
    ):
        evidence = Evidence(score=1.0, reason=reason)
        variants.append(
            Variant(kind=kind, severity=S.MINOR, readings=_readings(texts, spans), evidence=evidence)
        )
    return Utterance(
        source=SPEAKER,
        statements=tuple(sorted(ids.values())),
        apparatus=Apparatus(
            base=ids["A"],
            witnesses=tuple(sorted((one.witness() for one in texts.values()), key=lambda w: w.statement)),
            columns=columns,
            variants=tuple(variants),
            families=(
                Family(
                    witnesses=tuple(sorted((ids["C"], ids["H"]))),
                    kinship=Kinship.COPIED_TEXT,
                    evidence=Evidence(score=1.0, reason="shared_surroundings"),
                ),
            ),
        ),
        evidence=Evidence(score=0.9, reason="shared_words"),
    )


def _whole(one: _Written, start: int) -> Span | None:
    found = [span for span in one.spans[start:] if span]
    return Span(found[0].start, found[-1].end) if found else None


def _variant(at: int, column: Column, ids: Mapping[str, str]) -> Variant:
    place = PLACES[at]
    edits = []
    for index, reading in enumerate(column.readings):
        own = next((x for x in place.others if ids[x] in reading.witnesses), None)
        if own and ids["A"] not in reading.witnesses:
            _, kind, severity, reason = place.others[own]
            evidence = Evidence(score=0.9, reason=reason)
            edits.append(Edit(reading=index, kind=kind, severity=severity, evidence=evidence))
    gravest = max(edits, key=lambda edit: list(S).index(edit.severity))
    return Variant(
        kind=gravest.kind,
        severity=gravest.severity,
        readings=column.readings,
        evidence=gravest.evidence,
        column=at,
        edits=tuple(edits),
        altered=(ids[place.altered],) if place.altered else (),
        shown_by=place.shown_by,
    )


def crowd_of_versions(number: int) -> Dossier:
    """One short quotation in so many reports, every tenth with a word of its own."""
    words = [("The pumps", f"w{at}" if at % 10 == 0 else "held", "all night.") for at in range(number)]
    articles, statements, spans = [], [], []
    for at, parts in enumerate(words):
        head, text = f"Report number {at}\n", f"“{' '.join(parts)}”"
        start = len(head) + 1
        own = []
        for part in parts:
            own.append(Span(start, start + len(part)))
            start += len(part) + 1
        spans.append(own)
        articles.append(Article(input=f"r{at}.txt", text=f"{head}{text} she said.\n"))
        statements.append(
            Statement(
                article=articles[-1].id,
                mode=Mode.DIRECT,
                content=(Span(len(head), len(head) + len(text)),),
                evidence=Evidence(score=1.0, reason="quotation"),
            )
        )
    columns = []
    for place in range(3):
        groups: dict[str, list[int]] = {}
        for at, parts in enumerate(words):
            groups.setdefault(parts[place], []).append(at)
        columns.append(
            Column(
                readings=tuple(
                    Reading(
                        witnesses=tuple(sorted(statements[at].id for at in group)),
                        text=text,
                        spans=tuple(Located(articles[at].id, spans[at][place]) for at in group),
                    )
                    for text, group in groups.items()
                )
            )
        )
    evidence = Evidence(score=0.9, reason="content_words")
    variant = Variant(
        kind=K.SUBSTITUTION, severity=S.MAJOR, readings=columns[1].readings, evidence=evidence, column=1
    )
    utterance = Utterance(
        source=None,
        statements=tuple(sorted(one.id for one in statements)),
        apparatus=Apparatus(
            base=statements[1].id,
            witnesses=tuple(
                sorted(
                    (
                        Witness(statement=s.id, article=s.article, spans=(Span(own[0].start, own[-1].end),))
                        for s, own in zip(statements, spans, strict=True)
                    ),
                    key=lambda w: w.statement,
                )
            ),
            columns=tuple(columns),
            variants=(variant,),
        ),
        evidence=evidence,
    )
    return Dossier(
        articles=tuple(articles),
        statements=tuple(statements),
        sources=(),
        utterances=(utterance,),
        engine=Engine(version="0.0", model=None, policy=Policy(), rooms=("attribution", "collation")),
    )
