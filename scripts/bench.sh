#!/usr/bin/env bash
# Runs every benchmark; each prints its own table. Results that were kept: benchmarks/RESULTS.md
set -euo pipefail
cd "$(dirname "$0")/.."
for script in benchmarks/bench_*.py; do
  printf '\n== %s\n' "$script"
  .venv/bin/python "$script"
done
