"""The words of a body's name, and its initials."""

from __future__ import annotations

from rashomon.language.tokens import fold

__all__ = ["body_words", "initials_of"]

_UNSAID = frozenset("the of and for on a an in &".split())
_APOSTROPHE_S = "'s"


def body_words(name: str) -> list[str]:
    """The folded words of a name without articles and prepositions, unless it has no others.

    >>> body_words("the University of Ostmark"), body_words("O.H.B.’s")
    (['university', 'ostmark'], ['ohb'])
    """
    words = [fold(word).removesuffix(_APOSTROPHE_S).strip(".,'").replace(".", "") for word in name.split()]
    words = [word for word in words if word]
    return [word for word in words if word not in _UNSAID] or words


def initials_of(short: str, name: str) -> bool:
    """Whether these letters are the initials of the words of a name, small words counted or not.

    >>> initials_of("OHB", "Ostmark Harbour Board"), initials_of("UoO", "University of Ostmark")
    (True, True)
    """
    letters = short.replace(".", "").casefold()
    told = body_words(name)
    every = [word for word in fold(name).split() if word != "the"]
    forms = {"".join(word[0] for word in words) for words in (told, every)}
    return len(letters) > 1 and len(told) > 1 and letters in forms
