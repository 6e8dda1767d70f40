"""The outlines that tell what stands at a place of the graph, so that colour is not needed.

A box with round corners is a speaker, a hexagon one without a name, a sheet with a
folded corner something written, a pill whoever carried the words, a plain box a report.
"""

from __future__ import annotations

from rashomon.model import NodeKind

__all__ = ["outline"]

_ROUND, _POINT, _FOLD, _PILL = 9.0, 12.0, 12.0, 24.0


def outline(kind: str, left: float, middle: float, width: float, height: float) -> str:
    """The path (SVG) of a shape: `kind` of the node, left edge, height of its middle, and its size.

    >>> outline("report", 0, 10, 40, 20)
    'M0 0h40v20h-40z'
    """
    top = middle - height / 2
    if kind == NodeKind.REPORT:
        return f"M{left:g} {top:g}h{width:g}v{height:g}h{-width:g}z"
    if kind == NodeKind.UNNAMED:
        right = left + width
        return (
            f"M{left + _POINT:g} {top:g}H{right - _POINT:g}L{right:g} {middle:g}L{right - _POINT:g} "
            f"{top + height:g}H{left + _POINT:g}L{left:g} {middle:g}z"
        )
    if kind == NodeKind.DOCUMENT:
        return (
            f"M{left:g} {top:g}h{width - _FOLD:g}l{_FOLD:g} {_FOLD:g}v{height - _FOLD:g}h{-width:g}z"
            f"m{width - _FOLD:g} 0v{_FOLD:g}h{_FOLD:g}"
        )
    return _rounded(left, top, width, height, min(height / 2, _PILL) if kind == NodeKind.CARRIER else _ROUND)


def _rounded(left: float, top: float, width: float, height: float, radius: float) -> str:
    across, down, r = width - 2 * radius, height - 2 * radius, radius
    arc = f"a{r:g} {r:g} 0 0 1 "
    return (
        f"M{left + r:g} {top:g}h{across:g}{arc}{r:g} {r:g}v{down:g}{arc}{-r:g} {r:g}"
        f"h{-across:g}{arc}{-r:g} {-r:g}v{-down:g}{arc}{r:g} {-r:g}z"
    )
