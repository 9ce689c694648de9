"""Lists become enterprises: receive, read, correct, confirm, undo."""
