"""Rules of the products, on plain values."""
