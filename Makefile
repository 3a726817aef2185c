# Waqai: every target makes what it needs. `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
BIN   := .venv/bin
REF   ?= HEAD
RECORD ?= build/demo.db
PIP   := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: help demo test check gate diff torture serve

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/base.stamp  ## read the sample reports and print the incident table
	@mkdir -p build && rm -f build/demo.db build/demo.db-journal
	$(BIN)/waqai read examples/reports --index examples/index.jsonl --record build/demo.db
	$(BIN)/waqai incidents --record build/demo.db

test: .venv/dev.stamp  ## run the tests
	$(BIN)/python -m pytest -q -n auto --dist worksteal

check: .venv/dev.stamp  ## format, lint, types, layers, tests: all that a change must pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	WAQAI_BROWSER=all WAQAI_BROKEN=all $(BIN)/python -m pytest -q -n auto --dist worksteal

gate: .venv/dev.stamp  ## scores on gold against their floors   (ARGS='--update', '--help')
	$(BIN)/python -m tests.gate $(ARGS)

diff: .venv/dev.stamp  ## claims gained, lost and changed against a commit   (REF=HEAD)
	$(BIN)/python -m tests.gate.diff $(REF) $(ARGS)

torture: .venv/dev.stamp  ## hostile inputs, 1,000 kills, failing disks, 200,000 texts (an hour)   (ARGS='kills=20')
	$(BIN)/python -m tests.torture $(ARGS)

serve: .venv/base.stamp  ## the page of the demo record in the browser   (RECORD=build/demo.db)
	@mkdir -p build
	$(BIN)/waqai serve $(RECORD) $(ARGS)

# A new environment, made by the first Python that is 3.11 or newer.
.venv/bin/python:
	@for python in python3.11 python3 python3.12 python3.13 python3.14; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Making .venv with $$($$python --version)"; $$python -m venv .venv; exit; fi; done; \
	echo "Waqai needs Python 3.11 or newer, and no python3.11 or python3 here is that." >&2; exit 1

.venv/base.stamp: pyproject.toml | .venv/bin/python
	$(PIP) -e '.[page]'
	@touch $@

.venv/dev.stamp: pyproject.toml | .venv/bin/python
	$(PIP) -e '.[dev]'
	@touch $@ .venv/base.stamp
