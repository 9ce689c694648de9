"""Enterprises (IKM), owners, associations; imports of lists; duplicates."""
