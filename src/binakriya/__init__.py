"""Binakriya: the working system of a craft-development programme. ARCHITECTURE.md is the map."""

__version__ = "0.1.0"
