"""How reports say that a name is held back, and why, as patterns.  Searched without regard to case.

None of them reaches further than a few words, so that a search takes time in
proportion to the text.
"""

from __future__ import annotations

from rashomon.language.calendar import MONTHS

__all__ = ["DUTY", "FEARING", "REASONS", "WITHHOLDING"]

_ALLOWED = r"(?:authori[sz]ed|allowed|permitted|cleared|supposed|free|at liberty|empowered|entitled)"
_NOT = r"(?:\b(?:not|never)|n['’]t)"
_SPEAK = (
    r"(?:speak|discuss|comment|talk|brief|disclose|reveal|share|address|describe|release|give"
    r"|be (?:named|quoted|identified))\b"
)
_THEIR_NAME = r"(?:his|her|their|its|the|a)(?: (?:real|full|own|last))? names?"
_TALKING = r"(?:speak|talk|comment|discuss|brief)"
_FORBIDDEN = "|".join(
    (
        rf"\b(?:may|must) not (?:{_TALKING}|be seen)\b",
        rf"\b(?:barred|banned|forbidden|prohibited|prevented) (?:from {_TALKING}ing|to {_TALKING})\b",
        rf"\b(?:told|ordered|warned|instructed|advised) not to {_TALKING}\b",
        r"\bwhose (?:\w+ ){1,4}(?:forbid|bar|prohibit|prevent|ban)s? ",
        r"\bwhose (?:\w+ ){1,4}(?:does not|do not|did not|doesn['’]t|don['’]t) (?:allow|permit|let)\b",
        r"\bsigned (?:\w+ ){0,2}(?:non-disclosure|confidentiality|secrecy) "
        r"(?:agreements?|clauses?|pledges?)\b",
        r"(?:\b(?:no|without|lack(?:s|ed|ing)?|not have|not been given)|n['’]t have) (?:\w+ ){0,2}"
        rf"(?:permission|authori[sz]ation|authority|clearance|leave|approval) to {_TALKING}\b",
        r"\bsworn to (?:secrecy|silence)\b",
        r"\bbound (?:by|to) (?:\w+ ){0,3}(?:secrecy|confidential\w*|silence|oath|contract)\b",
        r"\b(?:would|could|might) (?:be|lose|face) (?:\w+ ){1,6}if "
        r"(?:(?:he|she|they|(?:his|her|their) names?) )?"
        r"(?:(?:is|are|was|were|became) )?(?:named|identified|known|quoted|found out)\b",
    )
)
_GRANTING = (
    r"\b(?:request|ask|insist|demand|grant|seek|sought|promis|offer|giv|gave|want|prefer|guarante|assur)\w*"
)
# Says of whoever the sentence speaks of that a name is held back.
WITHHOLDING = "|".join(
    (
        r"\b(?:conditions?|basis|promise|assurance|guarantee|cloak|veil) (?:of|that) (?:strict |complete )?"
        r"(?:anonymity|confidentiality"
        r"|(?:his|her|their|its|the|no)(?: own)? names? (?:not )?(?:to )?(?:be )?\w+)",
        _GRANTING + r" (?:[\w’']+ ){0,4}anonymity\b",
        r"\banonymously\b|\bon background\b|\bnameless\b",
        r"(?:\b(?:not|never|declin\w+|refus\w+)|n['’]t) (?:to )?(?:be|being) (?:publicly )?"
        r"(?:named|identified|quoted)\b",
        r"(?:\bnot|n['’]t) (?:want|wish|give|disclose|reveal|allow|provide|publish|use|print|permit)(?:ing)? "
        rf"(?:(?:to )?(?:be|have) )?(?:{_THEIR_NAME}|(?:to be )?(?:named|identified|quoted))\b",
        r"\bwithout (?:being )?(?:(?:giving|using|publishing|disclosing|revealing|attaching|having) )?"
        r"(?:(?:a|his|her|their|any|the) )?(?:names?\b|named\b|identified\b|attribution\b)",
        r"\bnames? (?:to )?(?:be |being |was |were |is |are )?(?:withheld|kept|held back|not be)\b",
        r"\bwithh[eo]ld(?:ing)? (?:(?:his|her|their|the|all)(?: (?:real|full|own|last))? )?"
        r"(?:names?|identit(?:y|ies))\b",
        rf"{_NOT} (?:been )?(?:be )?(?:publicly )?{_ALLOWED} to (?:publicly )?{_SPEAK}",
        rf"\bunauthori[sz]ed to (?:publicly )?{_SPEAK}",
        r"\b(?:remain|stay|stayed|remained|be kept|keep) (?:anonymous|unnamed|nameless|unidentified)\b",
        r"\boff the record\b|\bnot for attribution\b|\bunattributabl[ey]\b",
        r"\b(?:gave|giving|leave|left) no name\b",
        r"\b(?:declin|refus)\w+ to (?:give|state|disclose|reveal|provide) "
        r"(?:his|her|their|its|a) (?:full )?names?\b",
        r"\bnames? (?:(?:have|has|had) been|(?:to )?be) (?:changed|left out|kept out|omitted)\b",
        r"\bknown only (?:by|as)\b",
        rf"{_FORBIDDEN}",
        r"\bidentified only (?:by|as)\b",
        r"\bonly by (?:a |his |her |their )?(?:first name|middle name|pseudonym)",
    )
)
# Why: of these the first behind the words of withholding tells it, or else the last before them.
REASONS = "|".join(
    (
        r"\bbecause\b",
        r"\bsince\b(?! (?:\d|the (?:\w+ ){0,2}(?:war|election|day|start|end)|last|then|early|late|\w+day"
        rf"|(?:{'|'.join(MONTHS)})))",
        r"\b(?:for|out of|over|in|amid|due to) (?:the )?(?:fear|concern)s?\b",
        r"\bfearing\b|\bwho fear(?:s|ed)\b",
        r"\bciting\b|\b(?:afraid|worried|concerned) (?:of|about|that|for)\b",
        r"\bgiven (?:the|his|her|their|that)\b|\bdue to\b|\bowing to\b|\blest\b",
        r"\bso as (?:not )?to\b",
        r"\bin order (?:not )?to\b|\bso (?:that )?(?:they|he|she|the)\b",
        r"\bas (?:the|they|he|she|it|his|her|their|talks|negotiations|discussions)\b",
        r"\bto (?:discuss|describe|speak|avoid|protect|talk|reveal|share|disclose|brief|detail|offer|provide"
        r"|preserve|relay|recount|explain|characteri[sz]e|comment|preview|address"
        r"|be (?:candid|frank|able))\b",
        r"\bahead of\b|\bbefore (?:the|an|any|a|its|it|they|his|her|their)\b|\buntil (?:the|an|a|its|it)\b",
        r"\bwhile (?:the|an?|his|her|their|talks|negotiations)\b|\bin case\b|\bin (?:line|keeping) with\b",
        r"\bfor (?:\w+ ){0,2}reasons?\b|\bon (?:\w+ ){0,2}advice\b|\b(?:mindful|conscious) of\b",
        r"\b(?:anxious|keen|wishing|hoping|wanting|eager|reluctant|unwilling) (?:not )?to "
        r"(?!be\b|remain\b|stay\b)",
        r"\bas (?:is|protocol|rules|custom|usual)\b|\bunder the terms\b|\bas required\b",
        r"\bwith (?:his|her|their|an?|the) (?:\w+ ){1,3}(?:at stake|pending|due|ahead|looming|under way)\b",
        r"\bout of \w+|\bwary of\b|\b(?:for|on) (?:reasons|grounds) of\b|\brather than\b",
        r"\brisk(?:s|ed|ing)? ",
        r"\bwho (?:could|would|might|may) lose\b|\bto (?:spare|keep|save|shield|safeguard|guard)\b",
        r"\bpending\b|\bon account of\b|\bin view of\b|\bbound by\b|\bout of respect\b"
        r"|\bunder (?:the )?(?:\w+ )?rules\b",
    )
)
# A duty to be silent is a reason by itself.
DUTY = (
    r"(?:\bwho )?(?:\b(?:is|are|was|were|had|has|have) ?)?"
    rf"(?:{_NOT} (?:been )?(?:publicly )?{_ALLOWED}|\bunauthori[sz]ed) to\b"
    rf"|(?:\bwho )?(?:\b(?:is|are|was|were|had been|has been|have been) )?(?:{_FORBIDDEN})"
)
# Fear told of a source right beside it is a reason too, though nothing is said of the name.
FEARING = (
    r"\b(?:for fear of|out of fear)\b"
    r"|\b(?:fearing|who (?:also |all |both )?(?:fear(?:s|ed)|(?:is|are|was|were) (?:afraid|worried)))"
    r" (?:of |about |for )?(?:[\w-]+ ){0,2}"
    r"(?:reprisals?|retaliation|retribution|dismissal|arrest|prosecution|punishment|repercussions"
    r"|consequences|backlash|harassment|violence|jobs?|safety|lives|life|careers?|pay|pensions?|fired|sacked"
    r"|sued|identified|arrested|punished|severance|deportation|detention|revenge)\b"
)
