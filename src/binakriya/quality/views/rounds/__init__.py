"""Pages of rounds of assessment."""
