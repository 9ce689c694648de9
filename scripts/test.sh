#!/usr/bin/env bash
# Every test: engines and rooms on SQLite, then what asks a database on PostgreSQL, then the journeys in Chromium.
# Arguments go to pytest, each time.
set -euo pipefail
cd "$(dirname "$0")/.."
export BINAKRIYA_MODE=test DJANGO_SETTINGS_MODULE=binakriya.website.settings
state=$(mktemp -d)
export BINAKRIYA_VAR="$state/var"
begun=0
finish() {
  [ "$begun" = 0 ] || kill "$begun" 2>/dev/null || true
  scripts/postgres.sh stop "$state/pg" >/dev/null 2>&1 || true
  rm -rf "$state"
}
trap finish EXIT
part="" since=0
say() { [ -z "$part" ] || printf -- '-- %s: %d s\n' "$part" $((SECONDS - since)); part=$* since=$SECONDS; printf '\n== %s\n' "$*"; }
suite() { .venv/bin/pytest -q --dist worksteal "$@"; }
# Both databases are made ready while the code is checked.
databases() {
  .venv/bin/python -m tests.database
  scripts/postgres.sh start "$state/pg" >"$state/url"
  DATABASE_URL=$(cat "$state/url") .venv/bin/python -m tests.database
}

databases >"$state/databases.log" 2>&1 & begun=$!
say "Checks"; scripts/check.sh
wait "$begun" || { cat "$state/databases.log"; exit 1; }
begun=0
say "Engines, rules, rooms, architecture (SQLite)"; suite -n 2 tests --ignore=tests/journeys "$@"
say "Rooms (PostgreSQL)"
DATABASE_URL=$(cat "$state/url") suite -n 2 tests --ignore=tests/journeys --ignore=tests/engines "$@"
# A journey waits for its browser half of the time: three of them keep two processors busy.
say "Journeys (Chromium)"; suite -n 3 tests/journeys "$@"
say "All tests passed, in $((SECONDS / 60)) min $((SECONDS % 60)) s"
