"""Tests that need torch: `make train-test`."""
