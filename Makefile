# Binakriya. `make help` lists what can be done. Two commands do all the set-up: `make run` and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
VAR ?= var
PY := .venv/bin/python
export BINAKRIYA_VAR := $(VAR)
export PORT
# Many processes start; what is compiled once need not be compiled for each of them.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup setup-dev run test test-long check format bench docs pictures clean messages

help:  ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup:  ## Install what running needs, into .venv and the build folder (safe to repeat)
	@scripts/setup.sh run

setup-dev:  ## The same, with what testing needs (Debian packages too, when root)
	@scripts/setup.sh dev

run: setup  ## Set up, play the reference event on the embedded database, serve on 127.0.0.1:$(PORT)
	@.venv/bin/binakriya prepare
	@.venv/bin/binakriya demo
	@exec .venv/bin/binakriya serve --port $(PORT)

test: setup-dev  ## Set up and run every test, on SQLite and on PostgreSQL
	@scripts/test.sh

test-long: setup-dev  ## The fold test with 2,000 random boxes of every style (about ten minutes)
	@BINAKRIYA_FOLD_CASES=2000 .venv/bin/pytest -q -n 2 tests/engines/boxes/test_fold.py

check: setup-dev  ## Format, lint, types, contracts, translations, docs (under a minute)
	@scripts/check.sh

format:  ## Put the code into shape
	@.venv/bin/ruff check -q --fix src tests scripts benchmarks; .venv/bin/ruff format -q src tests scripts benchmarks

messages:  ## Collect the texts to translate into src/binakriya/website/locale
	@.venv/bin/python scripts/messages.py collect

bench: setup-dev  ## Run the benchmarks and print their tables
	@scripts/bench.sh

docs: setup-dev  ## Build the documentation into site/
	@NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs build --strict -q && echo "site/index.html"

pictures: setup-dev  ## Take the pictures of the README anew
	@.venv/bin/python scripts/pictures.py

clean:  ## Remove all state: database, files, keys, build outputs (asks nothing)
	rm -rf $(VAR) build site .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks .coverage src/binakriya/website/static/build
