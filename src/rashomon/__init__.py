"""Rashomon: several reports of one event, and who said what in each."""

__version__ = "0.1.0"

__all__ = ["__version__"]
