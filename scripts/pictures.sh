#!/usr/bin/env bash
# Takes the pictures of the README anew: plays the reference event into a scratch folder, serves it, photographs it.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
export BINAKRIYA_VAR="$scratch/var" PORT="${PICTURES_PORT:-8790}"
server=""
finish() { [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; rm -rf "$scratch"; }
trap finish EXIT
say() { printf '== %s\n' "$*"; }

say "Playing the reference event"
.venv/bin/binakriya prepare >"$scratch/log"
.venv/bin/binakriya demo >>"$scratch/log"
.venv/bin/binakriya serve --port "$PORT" >>"$scratch/log" 2>&1 &
server=$!
for _ in $(seq 60); do (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null && break; sleep 0.5; done

origin="http://127.0.0.1:$PORT"
out=docs/pictures
mkdir -p "$out"
say "Taking pictures into $out"
.venv/bin/python scripts/shots.py --out "$out" --viewport --width 1280 --width 360 "$origin/" "$origin/gaya/"
.venv/bin/python scripts/shots.py --out "$out" --viewport --width 1280 --width 360 --role officer \
  --name beranda "$origin/" --name registri "$origin/registri/" --name statistik "$origin/statistik/dinas/"
