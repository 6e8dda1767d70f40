"""Primitives of written English that the rooms share."""
