"""Through whom words came: what becomes one node, what a step holds, how the columns lie."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders.ways import Hop, Page, drawn, together
from tests.builders.work import calls

from rashomon.model import (
    Appearance,
    Figure,
    NodeKind,
    Source,
    SourceKind,
    Span,
    Statement,
    Transmission,
    UnnamedSource,
)
from rashomon.transmission import transmit


def graph(*pages: Page) -> Transmission:
    return transmit(*together(*pages))


def columns(found: Transmission) -> list[list[str | None]]:
    last = max(node.layer for node in found.nodes)
    return [[node.label for node in found.nodes if node.layer == i] for i in range(last + 1)]


def unnamed(words: str | None, page: str = "a") -> Source:
    return Source(kind=SourceKind.UNNAMED, descriptor=words, scope=page)


def test_a_chain_leads_from_its_speaker_over_each_hop_into_the_report() -> None:
    page = Page("Sella Post")
    page.tell("Ada Holt", Hop("Tom Rask"), Hop("Merid Radio", "broadcast_by"))
    found = graph(page)
    assert drawn(found) == [
        "Ada Holt -told-> Tom Rask",
        "Tom Rask -broadcast_by-> Merid Radio",
        "Merid Radio --> Sella Post",
    ]
    assert columns(found) == [["Ada Holt"], ["Tom Rask"], ["Merid Radio"], ["Sella Post"]]
    assert [node.kind.value for node in found.nodes] == ["named", "carrier", "carrier", "report"]


def test_without_a_chain_a_speaker_leads_straight_into_the_report_by_its_cue() -> None:
    page = Page()
    page.tell("Ada Holt", cue="warned")
    article, _ = page.made()
    (step,) = graph(page).steps
    assert drawn(graph(page)) == ["Ada Holt --> page.txt"]
    assert [at.span.of(article.text) for at in step.places] == ["warned"]


def test_without_a_cue_the_words_for_the_speaker_state_the_step() -> None:
    page = Page()
    page.tell("Ada Holt", cue="")
    article, _ = page.made()
    (step,) = graph(page).steps
    assert step.stated
    assert [at.span.of(article.text) for at in step.places] == ["Ada Holt"]


def test_what_nothing_states_is_inferred() -> None:
    page = Page()
    page.tell(None, cue="")
    found = graph(page)
    assert drawn(found) == ["None ..> page.txt"]
    assert found.steps[0].places == ()


def test_a_step_is_stated_once_one_statement_states_it_and_then_shows_only_those_words() -> None:
    page = Page()
    page.tell("Ada Holt", Hop("Merid Wire", inferred=True))
    inferred = graph(page).steps[0]
    page.tell("Ada Holt", Hop("Merid Wire"))
    article, said = page.made()
    step = graph(page).steps[0]
    assert (inferred.stated, step.stated) == (False, True)
    assert [at.span.of(article.text) for at in step.places] == ["Merid Wire"]
    assert step.places[0].span.start > said[1].content[0].start
    assert step.statements == tuple(one.id for one in said)
    assert step.inferred == (said[0].id,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Merid news site", "Merid"),
        ("The Sella Courier", "the Sella Courier"),
        ("state-run MTV", "MTV News"),
        ("Merid News Agency", "Merid"),
        ("Sella Times newspaper", "Sella Times"),
        ("Lighthouse TV’s “The Long Rope.”", "“The Long Rope”"),
        ("merid.com", "Merid"),
        ("Rep. Ada Holt", "Ada Holt"),
        ("Harbour Board spokeswoman Ada Holt", "Ada Holt"),
        ("Merid Press Association", "MPA"),
    ],
)
def test_one_carrier_under_two_names_is_one_node(one: str, other: str) -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell("Tom Rask", Hop(one))
    second.tell("Tom Rask", Hop(other))
    found = graph(first, second)
    carriers = [node for node in found.nodes if node.kind is NodeKind.CARRIER]
    assert len(carriers) == 1
    assert carriers[0].label == max(one, other, key=lambda name: (len(name.split()), len(name)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sella Courier", "Merid Courier"),
        ("Harbour Board website", "Harbour Board"),
        ("Corvian television", "Corvian radio"),
        ("local media", "local media"),
        ("his lawyer", "his lawyer"),
        ("Sella Courier", "Courier"),
        ("Sella Today", "Sella Tonight"),
        ("This Week", "The Week"),
        ("Merid News", "Merid"),
        ("Merid Press Association", "Mpa"),
    ],
)
def test_carriers_of_two_reports_that_need_not_be_one_are_two_nodes(one: str, other: str) -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell("Tom Rask", Hop(one))
    second.tell("Tom Rask", Hop(other))
    assert sum(node.kind is NodeKind.CARRIER for node in graph(first, second).nodes) == 2


def test_within_one_report_the_last_word_of_a_name_takes_it_up() -> None:
    page = Page("Sella Post")
    page.tell("Tom Rask", Hop("Merid Courier"))
    page.tell("Ada Holt", Hop("Courier"))
    assert [node.label for node in graph(page).nodes if node.kind is NodeKind.CARRIER] == ["Merid Courier"]
    page.tell("Ada Holt", Hop("Ostmark Courier"))
    assert len([node for node in graph(page).nodes if node.kind is NodeKind.CARRIER]) == 3


def test_within_one_report_a_name_without_its_news_takes_it_up() -> None:
    page = Page("Sella Post")
    page.tell("Tom Rask", Hop("Lynx News"))
    page.tell("Ada Holt", Hop("Lynx"))
    assert [node.label for node in graph(page).nodes if node.kind is NodeKind.CARRIER] == ["Lynx News"]


def test_who_is_named_by_the_same_words_is_one_node_whatever_the_name() -> None:
    page = Page()
    outer = page.tell(unnamed("the newscaster"), Hop("Merid Radio", "broadcast_by"))
    page.tell(unnamed("they"), Hop("a newscaster", "quoted_by", by=outer), inside=outer)
    assert columns(graph(page)) == [["they"], ["the newscaster"], ["Merid Radio"], ["page.txt"]]


def test_a_speaker_who_passes_on_the_words_of_others_is_one_node() -> None:
    page = Page()
    outer = page.tell("Ada Holt", Hop("Merid Wire"))
    page.tell(unnamed("they"), Hop("Ada Holt", "quoted_by"), Hop("Merid Wire", inferred=True), inside=outer)
    found = graph(page)
    assert columns(found) == [["they"], ["Ada Holt"], ["Merid Wire"], ["page.txt"]]
    assert [node.kind.value for node in found.nodes] == ["unnamed", "named", "carrier", "report"]


def test_a_speaker_is_known_behind_the_words_that_describe_him() -> None:
    page = Page()
    page.tell("Ada Holt")
    page.tell(unnamed("court filings"), Hop("board spokeswoman Ada Holt", "passed_on"))
    assert columns(graph(page)) == [["court filings"], ["Ada Holt"], ["page.txt"]]


def test_two_speakers_of_one_name_are_no_carrier_of_that_name() -> None:
    first, second, third = Page(input="a"), Page(input="b"), Page(input="c")
    first.tell(Source(kind=SourceKind.PERSON, name="Ada Holt", identity="fg-1"))
    second.tell(Source(kind=SourceKind.PERSON, name="Ada Holt", identity="fg-2"))
    third.tell("Tom Rask", Hop("Ada Holt"))
    kinds = [(node.kind.value, node.label) for node in graph(first, second, third).nodes]
    assert kinds.count(("named", "Ada Holt")) == 2
    assert kinds.count(("carrier", "Ada Holt")) == 1


def test_of_two_speakers_of_one_name_a_report_means_its_own() -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell(Source(kind=SourceKind.PERSON, name="Ada Holt", identity="fg-1"))
    second.tell(Source(kind=SourceKind.PERSON, name="Ada Holt", identity="fg-2"))
    second.tell("Tom Rask", Hop("Ada Holt"))
    found = graph(first, second)
    (step,) = (step for step in found.steps if step.manners)
    assert [node.key for node in found.nodes if node.id == step.head] == ["fg-2"]


def test_a_figure_of_several_reports_is_one_node_under_its_fullest_name() -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell(Source(kind=SourceKind.PERSON, name="Qadir Holt", identity="fg-1"))
    second.tell(Source(kind=SourceKind.PERSON, name="Gen. Qader Holt", identity="fg-1"))
    assert drawn(graph(first, second)) == ["Gen. Qader Holt --> a", "Gen. Qader Holt --> b"]


def test_a_carrier_who_is_one_person_in_two_reports_is_one_node() -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell("Tom Rask", Hop("Ada Holt"))
    second.tell("Tom Rask", Hop("radio host Holt"))
    articles, said = together(first, second)
    holt = _figure("Ada Holt", (said[0], "Ada Holt"), (said[1], "Holt"))
    named = [step for step in transmit(articles, said, [holt]).steps if step.manners]
    assert [len(step.statements) for step in named] == [2]
    assert transmit(articles, said, [holt]).steps[0].head in [
        node.id for node in transmit(articles, said[:1]).nodes if node.label == "Ada Holt"
    ]
    apart = [_figure("Ada Holt", (said[0], "Ada Holt")), _figure("Holt", (said[1], "Holt"))]
    assert len([step for step in transmit(articles, said, apart).steps if step.manners]) == 2


def test_two_persons_of_one_name_who_never_speak_are_two_carriers() -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell("Tom Rask", Hop("Ada Holt"))
    second.tell("Tom Rask", Hop("Ada Holt"))
    articles, said = together(first, second)
    apart = [replace(_figure("Ada Holt", (one, "Ada Holt")), id=f"fg-{one.id}") for one in said]
    assert len([step for step in transmit(articles, said, apart).steps if step.manners]) == 2


def test_a_speaker_of_one_report_who_passes_words_on_in_another_is_one_node() -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell("Ada Holt")
    second.tell("Tom Rask", Hop("Ada Holt"))
    assert drawn(graph(first, second)) == [
        "Tom Rask -told-> Ada Holt",
        "Ada Holt --> a",
        "Ada Holt --> b",
    ]


def _figure(name: str, *hops: tuple[Statement, str]) -> Figure:
    """A figure that is named at the end of these statements' first hops."""
    return Figure(
        id=f"fg-{name}",
        kind=SourceKind.PERSON,
        name=name,
        appearances=tuple(
            Appearance(
                article=one.article,
                kind=SourceKind.PERSON,
                name=words,
                spans=(Span(one.chain[0].span.end - len(words), one.chain[0].span.end),),
            )
            for one, words in hops
        ),
    )


def test_a_figure_is_called_by_its_fullest_name_in_any_report() -> None:
    page = Page(input="a")
    page.tell(Source(kind=SourceKind.PERSON, name="Holt", identity="fg-Ada Holt"), Hop("Merid"))
    articles, said = together(page)
    found = transmit(articles, said, [_figure("Ada Holt", (said[0], "Merid"))])
    assert "Ada Holt" in [node.label for node in found.nodes if node.kind is NodeKind.NAMED]


def test_a_carrier_keeps_its_fullest_name_whatever_figure_bears_it() -> None:
    page = Page(input="a")
    page.tell("Tom Rask", Hop("Merid TV show “Low Tide”"))
    articles, said = together(page)
    found = transmit(articles, said, [_figure("Low Tide", (said[0], "“Low Tide”"))])
    assert [node.label for node in found.nodes if node.kind is NodeKind.CARRIER] == [
        "Merid TV show “Low Tide”"
    ]


def test_an_unnamed_source_is_one_node_however_it_is_described_in_its_report() -> None:
    page = Page(input="a")
    page.tell(unnamed("A person familiar with the ferry"))
    page.tell(unnamed("The person"))
    page.tell(unnamed("an official"))
    articles, said = together(page)
    assert len(transmit(articles, said).steps) == 3
    found = transmit(articles, said, (), [_entry("A person familiar with the ferry", *said[:2])])
    assert [(node.label, node.kind) for node in found.nodes[:2]] == [
        ("A person familiar with the ferry", NodeKind.UNNAMED),
        ("an official", NodeKind.UNNAMED),
    ]
    assert [len(step.statements) for step in found.steps] == [2, 1]


def test_two_unnamed_sources_of_the_same_words_are_two_nodes_where_the_audit_tells_them_apart() -> None:
    page = Page(input="a")
    page.tell(unnamed("an official"))
    page.tell(unnamed("an official"))
    articles, said = together(page)
    entries = [_entry("an official", one) for one in said]
    assert len(transmit(articles, said).steps) == 1
    assert len(transmit(articles, said, (), entries).steps) == 2


def _entry(words: str, *said: Statement) -> UnnamedSource:
    assert said[0].source is not None
    assert said[0].source.span is not None
    return UnnamedSource(
        article=said[0].article,
        statements=tuple(one.id for one in said),
        descriptor=words,
        span=said[0].source.span,
        stated_count=1,
        reason=None,
        flags=(),
    )


def test_speakers_of_whom_nothing_is_told_are_one_node_in_each_report() -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell(None)
    first.tell(Source(kind=SourceKind.IMPERSONAL, scope="a"))
    second.tell(None)
    assert drawn(graph(first, second)) == ["None --> a", "None --> b"]


def test_unnamed_sources_stay_with_their_report() -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell(unnamed("an official", "a"))
    second.tell(unnamed("an official", "b"))
    assert drawn(graph(first, second)) == ["an official --> a", "an official --> b"]


def test_a_person_without_a_name_is_an_unnamed_speaker() -> None:
    page = Page()
    page.tell(Source(kind=SourceKind.PERSON, descriptor="He", scope="a"))
    assert graph(page).nodes[0].kind is NodeKind.UNNAMED


def test_documents_are_a_kind_of_their_own() -> None:
    page = Page()
    page.tell(Source(kind=SourceKind.DOCUMENT, name="Harbour Act"), cue="says")
    assert graph(page).nodes[0].kind is NodeKind.DOCUMENT


def test_an_outlet_whose_report_is_compared_is_that_report() -> None:
    cited, citing = Page("The Sella Post", "a"), Page("Merid Daily", "b")
    cited.tell("Ada Holt")
    citing.tell("Ada Holt", Hop("the Sella Post newspaper", "reported_by"))
    found = graph(cited, citing)
    assert drawn(found) == ["Ada Holt -reported_by-> The Sella Post", "The Sella Post --> Merid Daily"]
    assert len(found.steps[0].statements) == 2
    assert columns(found) == [["Ada Holt"], ["The Sella Post"], ["Merid Daily"]]


def test_what_an_outlet_is_said_to_report_comes_from_its_report() -> None:
    cited, citing = Page("Sella Post", "a"), Page("Merid Daily", "b")
    post = Source(kind=SourceKind.ORGANISATION, name="Sella Post")
    citing.tell(post, cue="reported")
    assert drawn(graph(cited, citing)) == ["Sella Post --> Merid Daily"]
    citing.tell(post, occasion=True)
    assert [(n.kind.value, n.layer) for n in graph(cited, citing).nodes if n.label == "Sella Post"] == [
        ("report", 0),
        ("named", 0),
    ]


def test_two_reports_of_one_outlet_cannot_be_told_apart_by_its_name() -> None:
    pages = [Page("Sella Post", "a"), Page("Sella Post", "b"), Page("Merid Daily", "c")]
    for page in pages:
        page.tell("Ada Holt", *([Hop("Sella Post")] if page.input == "c" else []))
    found = graph(*pages)
    assert "Ada Holt -told-> Sella Post" in drawn(found)
    assert sum(node.kind is NodeKind.CARRIER for node in found.nodes) == 1


def test_the_own_outlet_is_no_hop() -> None:
    page = Page("Sella Post")
    page.tell("Ada Holt", Hop("the Sella Post"))
    assert drawn(graph(page)) == ["Ada Holt --> Sella Post"]


def test_an_outlet_that_speaks_in_its_own_report_is_a_speaker() -> None:
    page = Page("Sella Post")
    page.tell(Source(kind=SourceKind.ORGANISATION, name="Sella Post"))
    assert [(node.kind.value, node.layer) for node in graph(page).nodes] == [("named", 0), ("report", 1)]


def test_reports_that_cite_each_other_lie_on_a_circle_in_one_column() -> None:
    first, second = Page("Sella Post", "a"), Page("Merid Daily", "b")
    first.tell("Ada Holt", Hop("Merid Daily"))
    second.tell("Tom Rask", Hop("Sella Post"))
    found = graph(first, second)
    assert set(drawn(found)) == {
        "Ada Holt -told-> Merid Daily",
        "Tom Rask -told-> Sella Post",
        "Merid Daily --> Sella Post (circle)",
        "Sella Post --> Merid Daily (circle)",
    }
    assert columns(found)[1] == ["Merid Daily", "Sella Post"] or columns(found)[1] == [
        "Sella Post",
        "Merid Daily",
    ]


def test_a_second_hop_to_the_same_outlet_leads_nowhere_else() -> None:
    page = Page()
    page.tell("Ada Holt", Hop("Merid", "told", inferred=True), Hop("the Merid news site", "published_by"))
    step = graph(page).steps[0]
    assert (step.manners, step.stated) == (("published_by", "told"), True)


def test_a_report_without_statements_is_a_node_of_its_own() -> None:
    assert columns(graph(Page(input="a"))) == [["a"]]
    assert transmit((), ()) == Transmission()


def test_reports_stand_last_however_short_the_way_to_them() -> None:
    first, second = Page(input="a"), Page(input="b")
    first.tell("Ada Holt")
    second.tell("Tom Rask", Hop("Merid Radio"), Hop("Ostmark Wire"))
    assert [node.layer for node in graph(first, second).nodes if node.kind is NodeKind.REPORT] == [3, 3]


def test_the_work_grows_with_the_statements_only() -> None:
    def work(count: int) -> int:
        page = Page("Sella Post")
        for number in range(count):
            page.tell(f"Ada Holt{number % 997}", Hop(f"Merid{number}"), Hop(f"Ostmark{number - 1} Courier"))
        made = together(page)
        assert len(transmit(*made).steps) >= count
        return calls(lambda: transmit(*made))

    assert work(4_000) < 30 * work(200)  # twenty times as many; four hundred if squared


def test_a_way_of_ten_thousand_hops_and_a_name_of_a_million_letters_are_no_trouble() -> None:
    page = Page()
    page.tell("Ada Holt", *(Hop(f"Merid{number}") for number in range(10_000)))
    page.tell("Tom Rask", Hop("Ostmark " * 125_000 + "“" * 1_000 + "(" * 1_000))
    found = graph(page)
    assert max(node.layer for node in found.nodes) == 10_001
