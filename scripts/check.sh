#!/usr/bin/env bash
# Format, lint, types, contracts, migrations, translations, docs. The types, which take longest, are looked at beside the
# rest; ends at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
types=$(mktemp); trap 'kill "$looking" 2>/dev/null || true; rm -f "$types"' EXIT
say() { printf '== %s\n' "$*"; }
.venv/bin/mypy --no-error-summary >"$types" 2>&1 & looking=$!
say "format"; .venv/bin/ruff format --check -q src tests scripts benchmarks
say "lint"; .venv/bin/ruff check -q src tests scripts benchmarks
say "contracts"; .venv/bin/lint-imports --no-cache >.setup/contracts.log || { cat .setup/contracts.log; exit 1; }
say "migrations"; .venv/bin/binakriya manage makemigrations --check --dry-run
say "django"; .venv/bin/binakriya manage check --fail-level WARNING
say "translations"; .venv/bin/python scripts/messages.py check
say "docs"; NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs build --strict -q
say "types"; wait "$looking" || { cat "$types"; exit 1; }
say "All checks pass"
