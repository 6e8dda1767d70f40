"""Logistic regression with a ridge, by Newton's method: small tables of weights, fitted in a moment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Rows", "average_precision", "fitted", "likely"]

Rows = NDArray[np.float64]

STEPS = 40


def fitted(rows: Rows, right: Rows, ridge: float = 1.0) -> Rows:
    """The weights of the features [row, feature]; the first feature is the bias and is not held down."""
    weights = np.zeros(rows.shape[1])
    holding = ridge * np.eye(len(weights))
    holding[0, 0] = 1e-6
    for _ in range(STEPS):
        found = likely(rows, weights)
        slope = rows.T @ (found - right) + holding @ weights
        bend = (rows * (found * (1 - found))[:, None]).T @ rows + holding
        weights -= np.linalg.solve(bend, slope)
    return weights


def likely(rows: Rows, weights: Rows) -> Rows:
    """How likely each row is right, from 0 to 1."""
    out: Rows = 1 / (1 + np.exp(-rows @ weights))
    return out


def average_precision(found: Rows, right: Rows) -> float:
    """The mean precision at each right row (1; others are 0), the likeliest first; 0 without any."""
    ranked = right[np.argsort(-found, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float((precision * ranked).sum() / max(1.0, float(ranked.sum())))
