#!/usr/bin/env bash
# Every test: engines and rooms on SQLite, then rooms on PostgreSQL, then the journeys in Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
export BINAKRIYA_MODE=test
state=$(mktemp -d)
export BINAKRIYA_VAR="$state/var"
finish() { scripts/postgres.sh stop "$state/pg" >/dev/null 2>&1 || true; rm -rf "$state"; }
trap finish EXIT
say() { printf '\n== %s\n' "$*"; }

say "Checks"; scripts/check.sh
say "Engines, rules, rooms, architecture (SQLite)"
.venv/bin/pytest -q -n 2 --dist loadscope tests --ignore=tests/journeys "$@"
say "Rooms (PostgreSQL)"
DATABASE_URL=$(scripts/postgres.sh start "$state/pg")
DATABASE_URL="$DATABASE_URL" .venv/bin/pytest -q -n 2 --dist loadscope tests --ignore=tests/journeys --ignore=tests/engines "$@"
say "Journeys (Chromium)"
.venv/bin/pytest -q tests/journeys "$@"
say "All tests passed"
