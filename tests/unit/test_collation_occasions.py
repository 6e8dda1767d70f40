from __future__ import annotations

import pytest
from tests.builders.occasions import passage
from tests.builders.quoting import Told, shared

from rashomon.collation.occasions import contradict, day_of
from rashomon.collation.overlap import overlap
from rashomon.collation.units import Passage
from rashomon.model import Article, Mode, Policy

SHORT = "“We will keep the harbour open,”"
LONG = (
    "“We will keep the harbour open through the winter and nobody will pay more than he pays today for it,”"
)


def _apart(one: Passage, other: Passage) -> bool:
    policy = Policy()
    shared = overlap(one.units, other.units, policy)
    assert contradict(one, other, shared, policy) == contradict(
        other, one, overlap(other.units, one.units, policy), policy
    )
    return contradict(one, other, shared, policy)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{SHORT} Quill said on Sunday.", "Sunday"),
        (f"{SHORT} Quill said in an interview with the Courier on Sunday.", "Sunday"),
        (f"{SHORT} Quill said in an interview that aired on Sunday.", "Sunday"),
        (f"On Sunday, Quill said, {SHORT} and left.", "Sunday"),
        (f"Quill, who was elected in 2019, on Sunday said {SHORT}", "Sunday"),
        (f"In a 2019 interview with the Courier, Quill said: {SHORT}", "2019"),
        (f"The ferry sank on Friday. Quill said on Sunday {SHORT}", "Sunday"),
    ],
)
def test_the_day_is_told_in_the_clause_of_the_cue(text: str, words: str) -> None:
    found = day_of(passage(text))
    assert found is not None
    assert (found.weekday == 6) if words == "Sunday" else (found.ago is not None)


@pytest.mark.parametrize(
    "text",
    [
        f"{SHORT} Quill said of the storm on Sunday.",
        f"{SHORT} said Quill, who was elected in 2019.",
        f"{SHORT} said Quill, elected in 2019.",
        f"{SHORT} Quill said after Sunday’s vote.",
        f"{SHORT} Quill said. On Sunday the ferry sank.",
        f"The ferry sank on Sunday. {SHORT} Quill said.",
        f"After the ferry sank on Sunday, Quill said {SHORT}",
        f"Asked about the 2019 campaign, Quill said {SHORT}",
        f"{SHORT} Quill said ahead of a meeting on Sunday.",
        "“We will meet on Sunday,” Quill said.",
    ],
)
def test_days_of_other_things_are_not_the_day_of_speaking(text: str) -> None:
    assert day_of(passage(text)) is None


def test_two_days_are_two_occasions_of_few_words_and_one_of_many() -> None:
    days = [f"{{}} Quill said on {day}." for day in ("Sunday", "Thursday")]
    assert _apart(*(passage(day.format(SHORT)) for day in days))
    assert not _apart(*(passage(day.format(LONG)) for day in days))


def test_many_words_do_not_outweigh_another_year() -> None:
    recent, old = (passage(f"{LONG} Quill said {when}.") for when in ("on Sunday", "in 2019"))
    assert _apart(recent, old)


def test_reports_a_day_apart_may_tell_of_one_event_a_day_apart() -> None:
    sunday = passage(f"{SHORT} Quill said on Sunday.", published="2031-03-16")
    monday = passage(f"{SHORT} Quill said on Monday.", published="2031-03-17")
    assert not _apart(sunday, monday)
    same_day = passage(f"{SHORT} Quill said on Monday. She left.", published="2031-03-17T08:00:00Z")
    assert _apart(passage(f"{SHORT} Quill said on Sunday.", published="2031-03-17"), same_day)


def test_words_cannot_have_been_said_after_a_report_of_them() -> None:
    before = passage(f"{SHORT} Quill said.", published="2031-03-10")
    after = passage(f"{SHORT} Quill said on Sunday.", published="2031-03-17")
    assert _apart(before, after)
    assert not _apart(passage(f"{SHORT} Quill said.", published="2031-03-17"), after)


def test_a_few_words_in_reports_of_two_seasons_are_two_acts() -> None:
    words = "“We will keep the harbour open for a year and a day,”"
    spring = passage(f"{words} Quill said.", published="2031-03-10")
    autumn = passage(f"{words} Quill said.", published="2031-10-10")
    assert _apart(spring, passage("“We will keep the ferry running,” Quill said.", published="2031-10-10"))
    assert not _apart(spring, autumn)
    assert not _apart(passage(f"{SHORT} Quill said."), autumn)


def test_a_rally_is_no_interview_and_a_statement_may_be_posted() -> None:
    rally = passage(f"{SHORT} Quill said at a rally in Oda.", occasion=("speech", "a rally"))
    asked = passage(f"{SHORT} Quill said in an interview.", occasion=("interview", "an interview"))
    posted = passage(f"{SHORT} Quill said in a post.", occasion=("post", "a post"))
    stated = passage(f"{SHORT} Quill said in a statement.", occasion=("statement", "a statement"))
    assert _apart(rally, asked)
    assert _apart(rally, posted)
    assert not _apart(posted, stated)
    assert not _apart(rally, passage(f"{SHORT} Quill said."))
    long = passage(f"{LONG} Quill said in an interview.", occasion=("interview", "an interview"))
    speech = passage(f"{LONG} Quill said at a rally in Oda.", occasion=("speech", "a rally"))
    assert not _apart(long, speech)


def test_two_outlets_that_asked_heard_two_answers_unless_the_words_agree() -> None:
    other = "“We will keep the harbour shut,”"
    courier = passage(f"{SHORT} Quill told the Courier.", told="Courier", cue="told")
    herald = passage(f"{other} Quill told the Herald.", told="Herald", cue="told")
    same = passage(f"{SHORT} Quill told the Herald.", told="Herald", cue="told")
    evening = passage(f"{other} Quill told the Evening Courier.", told="Evening Courier", cue="told")
    assert _apart(courier, herald)
    assert not _apart(courier, same)
    assert not _apart(courier, evening)


def _said(words: str, clause: str, occasion: str | None = None) -> Told:
    kind = {"rally": "speech", "interview": "interview"}.get(occasion or "")
    one = passage(f"“{words}” Quill said {clause}.", occasion=(kind, occasion) if kind and occasion else None)
    statement = one.statement
    return Article(input="-", text=one.text), (statement,)


def test_one_sentence_on_two_days_is_two_utterances_and_a_report_of_no_day_joins_them_not() -> None:
    words = "We will keep the harbour open"
    told = [
        _said(words, "on Sunday at the pier"),
        _said(words, "on Thursday in the hall"),
        _said(words, "in the end"),
        _said(words, "on Sunday"),
    ]
    days = [
        {text.text.split(" on ")[-1][:6] for text, own in told if own[0].id in u.statements}
        for u in shared(*told)
    ]
    assert all(not {"Sunday", "Thursd"} <= day for day in days)
    assert any("Sunday" in day for day in days)


def test_a_long_quotation_is_one_act_whatever_the_day_that_is_told() -> None:
    words = LONG.strip("“,”")
    assert len(shared(_said(words, "on Sunday"), _said(words, "on Thursday"))) == 1


def test_words_of_a_rally_and_of_an_interview_do_not_meet_by_way_of_a_third() -> None:
    words = "We will keep the harbour open"
    told = [
        _said(words, "at a rally", "rally"),
        _said(words, "in an interview", "interview"),
        _said(words, "later"),
    ]
    for utterance in shared(*told):
        assert not {told[0][1][0].id, told[1][1][0].id} <= set(utterance.statements)


def test_a_clause_without_end_is_read_in_bounds() -> None:
    text = f"{'On Sunday and ' * 50_000}Quill said {SHORT}{' on Monday and on' * 50_000}"
    assert day_of(passage(text)) is not None


_LONG = "“We never once looked back at the harbour and that is why we are still afloat tonight,”"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("after Saturday's win over Oda", "2031-03-09"),
            ("after Saturday's loss at Oda", "2031-10-12"),
        ),
        (("on Friday", "2031-03-08"), ("on Sunday", "2031-03-17")),
        (("on Monday", "2031-03-11"), ("on Friday", "2031-03-15")),
    ],
)
def test_many_words_said_again_are_two_acts(one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = (passage(f"{_LONG} Quill said {told}.", published=day) for told, day in (one, other))
    assert _apart(first, second)


def test_many_words_of_one_week_are_one_act() -> None:
    first = passage(f"{_LONG} Quill said after Saturday's win.", published="2031-03-09")
    second = passage(f"{_LONG} Quill said on Sunday.", published="2031-03-10")
    assert not _apart(first, second)


FAULT = "“the keeper had reported a fault in the lamp”"


@pytest.mark.parametrize("cue", ["denied", "rejected", "disputed", "has denied"])
def test_what_one_denies_is_not_what_another_says(cue: str) -> None:
    denial = passage(f"Quill {cue} that {FAULT}.", cue=cue, mode=Mode.INDIRECT)
    affirmed = passage(f"Quill said that {FAULT}.", mode=Mode.INDIRECT)
    again = passage(f"On the quay Quill {cue} that {FAULT}.", cue=cue, mode=Mode.INDIRECT)
    assert _apart(denial, affirmed)
    assert not _apart(denial, again)


def test_a_quotation_is_what_was_said_also_behind_a_denial() -> None:
    one = passage(f"Quill denied it: {FAULT}.", cue="denied")
    assert not _apart(one, passage(f"Quill said {FAULT}."))


def test_who_denies_that_anybody_did_says_that_nobody_did() -> None:
    denial = passage(
        "Quill denied that “anybody on the quay had opened the lock”.", cue="denied", mode=Mode.INDIRECT
    )
    affirmed = passage("Quill said that “nobody on the quay had opened the lock”.", mode=Mode.INDIRECT)
    assert not _apart(denial, affirmed)
