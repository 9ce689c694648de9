"""Rules of the trade in this room, on plain values."""
