#!/usr/bin/env bash
# Format, lint, types, contracts, migrations, translations, docs. Prints each; ends at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '== %s\n' "$*"; }
say "format"; .venv/bin/ruff format --check -q src tests scripts benchmarks
say "lint"; .venv/bin/ruff check -q src tests scripts benchmarks
say "types"; .venv/bin/mypy --no-error-summary
say "contracts"; .venv/bin/lint-imports --no-cache >.setup/contracts.log || { cat .setup/contracts.log; exit 1; }
say "migrations"; .venv/bin/binakriya manage makemigrations --check --dry-run
say "django"; .venv/bin/binakriya manage check --fail-level WARNING
say "translations"; .venv/bin/python scripts/messages.py check
say "docs"; NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs build --strict -q
say "All checks pass"
