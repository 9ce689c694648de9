#!/usr/bin/env bash
# Sets up what running (`run`) or testing (`dev`) needs. Safe to repeat; each step is skipped when nothing changed.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:?usage: scripts/setup.sh run|dev}
mkdir -p .setup

say() { printf '== %s\n' "$*"; }
fail() { printf '\nSet-up stopped: %s\n' "$*" >&2; exit 1; }
# same NAME FILES…: true when the files are as they were when the step NAME was last done.
sum() { cat "$@" | sha256sum | cut -d' ' -f1; }
same() { local name=$1; shift; [ "$(cat ".setup/$name" 2>/dev/null)" = "$(sum "$@")" ]; }
done_with() { local name=$1; shift; sum "$@" > ".setup/$name"; }
# One set-up at a time in a folder: `make run` beside `make test` waits here.
exec 9>.setup/lock; flock 9

# --- Debian packages: only testing needs any; they are fetched beside what follows -------------------------------------
missing=() packages=""
if [ "$kind" = dev ]; then
  command -v chromium >/dev/null || missing+=(chromium)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)
  command -v xgettext >/dev/null || missing+=(gettext)
fi
debian() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q -y update && apt-get -q -y install --no-install-recommends "${missing[@]}"
}
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    fail "these Debian packages are missing: ${missing[*]}. Install them: sudo apt-get install ${missing[*]}"
  fi
  say "Installing Debian packages: ${missing[*]}"
  debian >.setup/apt.log 2>&1 9>&- & packages=$!  # what they start must not hold the lock
fi

# --- Python ----------------------------------------------------------------------------------------------------------
if [ ! -x .venv/bin/python ]; then
  python=""
  for candidate in python3.11 python3.12 python3.13 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python=$candidate; break
    fi
  done
  [ -n "$python" ] || fail "Python 3.11 or newer was not found. On Debian: sudo apt-get install python3 python3-venv"
  say "Making .venv with $($python --version)"
  "$python" -m venv .venv || { rm -rf .venv; fail "Python's venv is missing. On Debian: sudo apt-get install python3-venv"; }
fi
if ! same uv requirements/setup.lock; then
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/setup.lock
  done_with uv requirements/setup.lock
fi
uv() { VIRTUAL_ENV="$PWD/.venv" .venv/bin/uv "$@"; }

# --- front end, beside the Python packages -----------------------------------------------------------------------------
if ! command -v node >/dev/null || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  if [ ! -x .venv/bin/node ]; then
    say "Installing Node.js into .venv"
    uv pip install -q --require-hashes -r requirements/node.lock
  fi
fi
export PATH="$PWD/.venv/bin:$PATH"
# Icon names stand in templates and in Python: both decide what the sprite holds.
sources() { find frontend src/binakriya -path '*/node_modules' -prune -o -path '*/static/build' -prune -o \
  -type f \( -name '*.css' -o -name '*.js' -o -name '*.mjs' -o -name '*.html' -o -name '*.py' -o -name 'package-lock.json' \) -print | LC_ALL=C sort; }
front_end() {
  local files
  if [ ! -d frontend/node_modules ] || ! same npm frontend/package-lock.json; then
    say "Installing front-end packages"
    (cd frontend && npm ci --silent --no-audit --no-fund)
    done_with npm frontend/package-lock.json
  fi
  mapfile -t files < <(sources)
  if [ ! -d src/binakriya/website/static/build ] || ! same frontend "${files[@]}"; then
    say "Building styles, scripts and icons"
    (cd frontend && node build.mjs)
    done_with frontend "${files[@]}"
  fi
}
front_end & front=$!

# --- Python packages ---------------------------------------------------------------------------------------------------
lock=requirements/base.lock; [ "$kind" = dev ] && lock=requirements/dev.lock
# The dev lock holds all of base: after `dev`, `run` has nothing to install.
if ! same python-dev requirements/dev.lock && ! same "python-$kind" "$lock"; then
  say "Installing Python packages ($lock)"
  uv pip install -q --require-hashes -r "$lock"
  done_with "python-$kind" "$lock"
fi
if [ ! -x .venv/bin/binakriya ] || ! same package pyproject.toml; then
  uv pip install -q --no-deps --no-build-isolation -e .
  done_with package pyproject.toml
fi

wait "$front" || fail "the styles and scripts could not be built."
if [ ! -d src/binakriya/website/static/build/fonts-pdf ] || ! same fonts frontend/package-lock.json scripts/make_pdf_fonts.py; then
  say "Making the fonts of the PDF documents"
  .venv/bin/python scripts/make_pdf_fonts.py frontend/node_modules src/binakriya/website/static/build/fonts-pdf
  done_with fonts frontend/package-lock.json scripts/make_pdf_fonts.py
fi

# --- translations -----------------------------------------------------------------------------------------------------
.venv/bin/python scripts/compile_messages.py
if [ -n "$packages" ] && ! wait "$packages"; then
  tail -20 .setup/apt.log >&2; fail "the Debian packages could not be installed (see .setup/apt.log)"
fi
say "Set-up is complete"
