"""The Makefile's promises."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
# What set-up made stays: `make clean` removes state and outputs, not the environment.
ENVIRONMENT = {".venv", ".setup", "node_modules", "__pycache__", "*.egg-info", "*.pyc", "*.mo"}


def test_clean_removes_whatever_git_ignores() -> None:
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text().split() if not line.startswith("#")}
    recipe = re.search(r"^clean:.*\n\trm -rf (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert recipe
    assert ignored - ENVIRONMENT == {word.replace("$(VAR)", "var") for word in recipe[1].split()}
