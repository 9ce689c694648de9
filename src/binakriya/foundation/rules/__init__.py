"""Rules of the foundation, on plain values."""
