#!/usr/bin/env bash
# Collects the texts of the screen (Indonesian, the msgid) into the English catalogue.
set -euo pipefail
cd "$(dirname "$0")/../src/binakriya"
../../.venv/bin/python -m django makemessages --settings binakriya.website.settings -l en --no-wrap --no-location \
  --extension html,txt,py --ignore 'static/*' "$@"
