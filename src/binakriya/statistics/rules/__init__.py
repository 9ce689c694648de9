"""Rules of this room, on plain values."""
