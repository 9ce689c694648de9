"""The house's order of imports (pyproject.toml, `[tool.importlinter]`)."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_contract_is_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_dependency_has_its_line_in_the_stack_decision() -> None:
    """A library enters with what it is for, what else was tried, licence and last release."""
    told = (ROOT / "docs" / "decisions" / "0002-stack.md").read_text(encoding="utf-8")
    wanted = set()
    for name in ("base", "dev"):
        for line in (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines():
            if line and line[0] not in "#-":
                wanted.add(re.split(r"[^A-Za-z0-9_.-]", line)[0])
    package = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    wanted |= {*package.get("dependencies", {}), *package.get("devDependencies", {})}
    assert {name for name in wanted if f"| {name} |" not in told} == set()
