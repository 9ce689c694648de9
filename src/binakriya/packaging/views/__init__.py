"""Pages of the packaging room."""
