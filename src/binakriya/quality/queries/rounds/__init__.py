"""Reads of rounds of assessment."""
