"""Choosing a pack, the specification and its states; plain values."""
