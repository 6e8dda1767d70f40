"""How reports speak of people without a name, and why, as data.  All lower case."""

from __future__ import annotations

__all__ = ["COUNTS", "INSIDERS", "PLURAL_INSIDERS", "REASONS", "UNNAMING"]

# People with inside knowledge or an office: where one of them speaks without a name a reason is asked for.
INSIDERS = frozenset(
    "source official person people minister officer diplomat aide adviser advisor insider colleague "
    "executive staffer employee friend confidant confidante operative engineer lawmaker prosecutor "
    "investigator banker clerk director negotiator envoy member guard general colonel commander "
    "secretary manager worker whistleblower associate ally informant deputy councillor senator "
    "congressman detective agent ambassador analyst-insider one".split()
) - {"member", "worker"}
# In the plural, without a number, only these are: the others stand for groups that nobody could list.
PLURAL_INSIDERS = frozenset("sources insiders aides".split())
COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "both": 2, "a pair of": 2, "a dozen": 12,
}  # fmt: skip
# Words that tell that a name is withheld.
UNNAMING = (
    r"anonym|without (?:giving |using |being )?(?:a|his|her|their)? ?names?\b"
    r"|(?:to|could|can|must|would|will) not be (?:named|identified|quoted)"
    r"|(?:not|declin\w+|refus\w+) (?:to be|being) (?:named|identified)|on background|withh[eo]ld"
    r"|only (?:without|if|on)\b|not (?:be )?(?:authori[sz]ed|allowed|permitted|cleared|supposed|free)"
    r"|unauthori[sz]ed|(?:asked|asking|requested|requesting|wished|wishing) not to be"
    r"|not to be (?:named|identified)"
    r"|nameless"
)
# Words that begin a reason.
REASONS = (
    r"because\b|since\b(?! (?:\d|the|last|then|early|late|\w+day|[jfmasond]\w+(?:y|h|l|e|t|r) ))"
    r"|for fear\b|out of fear\b|fearing\b|(?:who )?fear(?:s|ed)\b|afraid\b"
    r"|citing (?:the )?(?:sensitiv|fear|safety|concern|risk|security|priva)\w*"
    r"|given (?:the|his|her|their)\b|due to\b|owing to\b|lest\b|so as not\b"
    r"|in order (?:not )?to\b|as (?:the|they|he|she|it)\b"
    r"|to (?:discuss|describe|speak (?:freely|candidly|frankly|openly)|avoid|protect|talk about)\b"
    r"|to (?:reveal|share|disclose|brief|detail)\b"
    r"|(?:who )?(?:is|are|was|were)? ?\bnot (?:authori[sz]ed|allowed|permitted|cleared|supposed) to\b"
    r"|unauthori[sz]ed to\b|ahead of\b|before (?:the|an|any)\b"
)
