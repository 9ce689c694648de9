"""Writes the state diagrams of the docs from the tables in the code."""

from pathlib import Path

from binakriya.training.rules.states import reference

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "training-states.md"

if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
    print(PAGE.name)
