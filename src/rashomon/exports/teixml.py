"""XML written by hand: elements as text, with escapes, so that blanks stand exactly where they are put.

XML 1.0 has no place for control characters and surrogates; these become the
signs that `display.visible` has for them, one for one.
"""

from __future__ import annotations

from rashomon.exports.display import visible

__all__ = ["element", "escaped"]

# A bare carriage return would be read as a line end, a line end in an attribute as a blank.
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = _IN_TEXT | {ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}


def escaped(text: str) -> str:
    r"""Text for the inside of an element.

    >>> escaped("a <b> & \x00")
    'a &lt;b&gt; &amp; ␀'
    """
    return visible(text).translate(_IN_TEXT)


def element(name: str, content: str = "", **attributes: str | None) -> str:
    """An element around content that is XML already; attributes that are None are left out.

    An attribute's name is written with ``_`` for ``:``.

    >>> element("rdg", "no", wit="#B", xml_id=None)
    '<rdg wit="#B">no</rdg>'
    """
    told = "".join(
        f' {key.replace("_", ":")}="{visible(value).translate(_IN_ATTRIBUTE)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"
