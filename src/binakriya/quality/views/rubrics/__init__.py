"""Pages of rubrics: reading them, and writing their drafts."""
