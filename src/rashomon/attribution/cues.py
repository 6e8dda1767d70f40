"""Cue verbs and cue phrases, as data.

A row is a verb, what it may govern, and its irregular forms.  What it may
govern is a string of letters:

====== =============================================== =========================
letter frame                                           example
====== =============================================== =========================
q      a quotation                                     she said, “No”
t      a clause with *that*                            she argued that it is late
c      a clause without *that*                         she said it is late
p      a clause before it or around it                 it is late, she said
w      a question clause                               she asked whether it is late
i      an infinitive                                   she vowed to go
n      a noun phrase                                   she denied the charge
a      an addressee comes first                        she told the court (that ...)
====== =============================================== =========================

Verbs that govern a noun phrase are listed with ``n`` only where the noun
phrase is itself what was said, asked or held.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["ACCORDING", "CUES", "NOUNISH", "Cue", "CueKind", "Form", "lookup"]


class CueKind(StrEnum):
    """What sort of act a cue names."""

    SAY = "say"
    WRITE = "write"
    ASK = "ask"
    ANSWER = "answer"
    CLAIM = "claim"
    DENY = "deny"
    PROMISE = "promise"
    DEMAND = "demand"
    JUDGE = "judge"
    SHOW = "show"
    HOLD = "hold"


class Form(StrEnum):
    """The form of a verb, as far as its spelling tells."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue verb, with the particle that belongs to it ("point" + "out")."""

    verb: str
    kind: CueKind
    frames: str
    particle: str = ""


ACCORDING = frozenset({"according"})

_ROWS: dict[CueKind, str] = {
    CueKind.SAY: """
        say:said:said:saying qtcpwn; tell:told:told:telling qtcwia; add qtpw; state qtp;
        declare qtcpn; announce qtcpwn; note qtcpwn; remark qtp; comment qp; explain qtcpwn;
        continue qp; conclude qtcpn; begin:began:begun:beginning qp; mention qtwn; observe qtcp;
        recall qtcpwn; joke qtcp; quip qtcp; shout qtn; yell qtn; chant qn; exclaim qtp;
        reiterate qtcpwn; repeat qtpn; stress qtpwn; emphasize qtpwn; emphasise qtpwn;
        underline qtpn; underscore qtp; point+out qtcpwn; go:went:gone:going+on qp; sum+up qp;
        describe qwn; brand qn; share qt; charge qtcp; lash:lashed:lashed:lashing+out qn;
        reveal qtcpwn; disclose qtpwn; report qtp; relay qtcn; testify qtcp; confide qtcp;
        clarify qtpwn; elaborate qp; predict qtcpwn; forecast:forecast:forecast:forecasting tn;
        discuss wn; talk+about wn; speak:spoke:spoken:speaking+about wn;
        refer:referred:referred:referring+to qn; detail wn; outline wn; interject qp;
        cry:cried:cried:crying qp; thunder qp; murmur qp; bellow qp; roar qp;
        snap:snapped:snapped:snapping qp; growl qp; scream qp; chuckle qp;
        grin:grinned:grinned:grinning qp; radio qtp; phone q; rule qtp; dictate q; intone qp;
        muse qtp; opine qtp; reflect qp; echo q; marvel qtp; sigh qp; whisper qtp; mutter qtp;
        laugh qp; assure qtca; remind qtcwa; brief tna; inform qtcna; notify tca; warn qtcpna;
        advise qtcpia; caution qtcpn; hint qtcp; imply:implied:implied:implying tcn; signal tcn;
        indicate qtcpwn; suggest qtcpwn; propose qtcpin; offer qi; recount qtwn; narrate qt;
        proclaim qtcpn; pronounce qtn; volunteer qtp; relate qt; vent qp; lament qtpn; complain qtcp;
        grumble qtp; apologise+for n; apologize+for n; quote q; cite q; list n
    """,
    CueKind.WRITE: """
        write:wrote:written:writing qtcpw; tweet qtpn; post qtp; email qp; text qp;
        read:read:read:reading qtp; blog qtp; retweet q; title q; headline q; caption q
    """,
    CueKind.ASK: """
        ask qwpia; question wqn; wonder qwpt; inquire qwp; enquire qwp; query qwp; request ti
    """,
    CueKind.ANSWER: """
        reply:replied:replied:replying qtcp; respond qtp; answer qtp; retort qtp; counter qtcp;
        rejoin qp; shoot:shot:shot:shooting+back qp; fire+back qp; hit:hit:hit:hitting+back qp;
        agree qtcpi; concur qtp; disagree qtp; object qtp
    """,
    CueKind.CLAIM: """
        claim qtcpi; argue qtcpwn; assert qtcpn; contend qtcp; maintain qtp; insist qtcp;
        allege qtcpn; affirm qtcpn; swear:swore:sworn:swearing qtcpi; boast qtcp; brag qtcp;
        admit:admitted:admitted:admitting qtpn; acknowledge qtcpwn; concede qtcpn; confess qtcp;
        confirm qtcpwn; stipulate tn; attest tn; profess tin; posit qtcpn; speculate qtcpw;
        theorize qtp; assess tcn
    """,
    CueKind.DENY: """
        deny:denied:denied:denying qtcn; dismiss qn; reject qn; dispute qtwn; refute qtn;
        rebut:rebutted:rebutted:rebutting n; decline i; refuse i; disavow n; contradict n;
        repudiate n; downplay n
    """,
    CueKind.PROMISE: """
        promise qtcpin; pledge qtin; vow qtcpin; threaten qtin; guarantee tcn;
        commit:committed:committed:committing+to n; undertake:undertook:undertaken:undertaking i
    """,
    CueKind.DEMAND: """
        demand qtpin; urge qtina; call+for qn; call+on in; order ina; plead qti; appeal+for n;
        recommend qtpn; implore qia; beg:begged:begged:begging qia; exhort qia; instruct qtia;
        insist+on n; encourage ia; invite ia; direct ia; press+for n; push+for n; challenge qia;
        advocate qt
    """,
    CueKind.JUDGE: """
        call qn; criticize qn; criticise qn; praise qn; accuse qn; blame n; condemn qn; denounce qn;
        blast qn; slam:slammed:slammed:slamming qn; mock n; attack n; defend n; endorse n;
        decry:decried:decried:decrying qn; deride qn; laud qn; hail qn; label qn;
        dub:dubbed:dubbed:dubbing qn; deem n; characterize qn; characterise qn; portray n; compare n;
        liken n; commend n; applaud n; rip:ripped:ripped:ripping qn; chide qn; rebuke qn; scold qn;
        ridicule n; berate qn; lambaste qn; tout n; express n; cheer n; trash n; bash n; knock n;
        fault n; object+to n; complain+about n; complain+of n; single+out n
    """,
    CueKind.SHOW: """
        show:showed:shown:showing tw; find:found:found:finding tp; estimate tc; project t;
        determine tcw
    """,
    CueKind.HOLD: """
        believe qtcp; think:thought:thought:thinking qtcpw; hope tci; fear tn; expect tcin;
        feel:felt:felt:feeling t; know:knew:known:knowing tw; want i; doubt tcwn;
        worry:worried:worried:worrying qtcp; suspect tc; assume t; realize tc;
        understand:understood:understood:understanding tcw; hold:held:held:holding t; oppose n;
        prefer:preferred:preferred:preferring i; seek:sought:sought:seeking in; learn tc;
        regret:regretted:regretted:regretting tn; wish tci
    """,
}

NOUNISH = frozenset(
    "state show report post tweet detail text title project estimate forecast view list demand "
    "request order answer attack offer fear hope support blame praise knock fault note remark joke "
    "challenge claim question call label brand charge comment share object appeal counter signal "
    "direct caption headline echo cite email brief test promise vow doubt worry wish".split()
)
"""Verbs whose base and present forms are more often nouns: they need a plain subject right before them."""

_VOWELS = "aeiou"


def _inflect(verb: str) -> tuple[str, str, str]:
    """Past, participle and gerund of a regular verb that doubles no consonant.

    >>> _inflect("note"), _inflect("reply")
    (('noted', 'noted', 'noting'), ('replied', 'replied', 'replying'))
    """
    if verb.endswith("e"):
        return verb + "d", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    return verb + "ed", verb + "ed", verb + "ing"


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "go", "do")) else "s")


def _parse(kind: CueKind, row: str) -> tuple[Cue, tuple[tuple[str, Form], ...]]:
    words, frames = row.split()
    spec, _, particle = words.partition("+")
    verb, *irregular = spec.split(":")
    past, participle, gerund = irregular or _inflect(verb)
    cue = Cue(verb=verb, kind=kind, frames=frames, particle=particle)
    forms = (
        (verb, Form.BASE),
        (_third_person(verb), Form.PRESENT),
        (participle, Form.PARTICIPLE),
        (past, Form.PAST),
        (gerund, Form.GERUND),
    )
    return cue, forms


def _build() -> tuple[tuple[Cue, ...], dict[str, tuple[tuple[Cue, Form], ...]]]:
    cues: list[Cue] = []
    table: dict[str, dict[Cue, Form]] = {}
    for kind, rows in _ROWS.items():
        for row in rows.split(";"):
            if not row.strip():
                continue
            cue, forms = _parse(kind, row)
            cues.append(cue)
            for form, tag in forms:
                table.setdefault(form, {})[cue] = tag
    return tuple(cues), {
        word: tuple(sorted(found.items(), key=lambda item: not item[0].particle))
        for word, found in table.items()
    }


CUES, _FORMS = _build()


def lookup(word: str) -> tuple[tuple[Cue, Form], ...]:
    """The cues that this lower-case word may be a form of; those with a particle first.

    >>> [(cue.verb, cue.particle, form.value) for cue, form in lookup("called")]
    [('call', 'for', 'past'), ('call', 'on', 'past'), ('call', '', 'past')]
    """
    return _FORMS.get(word, ())
