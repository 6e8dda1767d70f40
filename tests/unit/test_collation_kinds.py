"""Many small differences and their kinds: what a table of rules must keep apart, line by line."""

from __future__ import annotations

import pytest
from tests.builders.quoting import kinds, report, shared

from rashomon.collation import collate
from rashomon.model import Policy

_FRAME = "The old harbour crane at Port Ellery {}, and the council of the lower town knew about it"

_LINES = """
cleanup: kinda fell = kind of fell; he don't move = he doesn't move; they was gone = they were gone
cleanup: is fallin' down = is falling down; fell 'cause of rain = fell because of rain
cleanup: y'all fell = you all fell
cleanup: gotta move = has to move; it, it fell = it fell; like, fell = fell; you see, fell = fell
cleanup: er, fell = fell
cleanup: he seen it fall = he saw it fall; it has went down = it has gone down
cleanup: less boats fell = fewer boats fell
cleanup: fell real quick = fell really quickly; there's boats gone = there are boats gone
cleanup: didn't do nothing = didn't do anything; we should of gone = we should've gone
cleanup: it were idle = it was idle
cleanup: them there boats fell = those boats fell; dunno why = don't know why; hisself fell = himself fell
cleanup: we went, we went home = we went home; ain't going nowhere = isn't going nowhere
tense: is falling = was falling; is going to fall = will fall; has been falling = is falling; did fall = fell
tense: had fallen = has fallen; wants to go = wanted to go; would have gone = will have gone
tense: can fall = could fall
pronoun: my boat fell = his boat fell; for us all = for them all; I'm gone = he's gone
pronoun: I have gone = he has gone
pronoun: I was gone = they were gone; she fell = Orr fell; Quill's boat fell = his boat fell
contraction: I would fall = I'd fall; let us fall = let's fall; who is gone = who's gone
contraction: will not fall = won't fall
orthography: the e-mail fell = the email fell; 10,000 boats fell = ten thousand boats fell
orthography: travelled = traveled
orthography: Sept. 5 fell = September 5 fell; 1.5m boats = 1.5 million boats; no-one fell = no one fell
orthography: the 21st crane = the twenty-first crane; £5m fell = £5 million fell
orthography: Prof. Oda fell = Professor Oda fell
negation: can hold = cannot hold; no longer stands = stands; was legal = was illegal
negation: somebody fell = nobody fell
negation: always fell = never fell; fell with no warning = fell with warning
negation: neither crane fell = either crane fell
negation: I don't think it fell = I think it fell; was honest = was dishonest; won't fall = will fall
number: saw 3 boats = saw five boats; in two weeks = in three weeks; at 9.40 fell = at 9.50 fell
number: half of it fell = a third of it fell; the second crane = the third crane
number: twice fell = three times fell
date: in January fell = in June fell; on 5 May fell = on 6 May fell; last week fell = next week fell
date: today fell = yesterday fell; in spring 2020 fell = in spring 2021 fell
date: on Fridays fell = on Mondays fell
name: in Port Sorrel fell = in Port Hollin fell; by the Harbour Board fell = by the Harbour Trust fell
name: of Tobias Wren fell = of Tobias fell; of Mayor Oda fell = of Oda fell; Elizabeth fell = Liz fell
substitution: should fall = must fall; may fall = can fall; probably fell = certainly fell
substitution: fell hard = fell softly
deletion: fell provided that it rained = fell; nearly 40 boats fell = 40 boats fell
deletion: the old dock fell = the dock fell
bracket: it fell = it [the crane] fell; of them fell = of [the boats] fell; fell = (slowly) fell
ellipsis: fell by the old dock in rain = fell [...] in rain; fell in rain = fell ... in rain
"""
_CASES = [
    (kind, *(side.strip() for side in pair.split(" = ")))
    for kind, _, pairs in (line.partition(": ") for line in _LINES.strip().split("\n"))
    for pair in pairs.split(";")
]


@pytest.mark.parametrize(("kind", "one", "other"), _CASES)
def test_kind(kind: str, one: str, other: str) -> None:
    (utterance,) = shared(report("Tern", _FRAME.format(one)), report("Gull", _FRAME.format(other)))
    assert [found.replace("insertion", "deletion") for found in kinds(utterance)] == [kind]


@pytest.mark.parametrize(("kind", "one", "other"), _CASES)
def test_kind_is_the_same_from_the_other_side(kind: str, one: str, other: str) -> None:
    told = [report("Tern", _FRAME.format(one)), report("Gull", _FRAME.format(other))]
    articles, statements = [article for article, _ in told], [s for _, own in told for s in own]
    for base in articles:
        (utterance,) = collate(articles, statements, Policy(), base=base.id)
        (edit,) = utterance.apparatus.variants[0].edits
        assert edit.kind.value.replace("insertion", "deletion") == kind
