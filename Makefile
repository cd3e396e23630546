# All that people and CI do here, one target each: `make help`.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq --no-cache-dir
CORPUS := ../shared/corpus
SEED := ../shared/seed

help: ## Say what there is to do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk 'BEGIN {FS = ":.*## "} {printf "  make %-10s %s\n", $$1, $$2}'

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "make: no $(PYTHON) here; install Python 3.11 or newer"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "make: Setwatch needs Python 3.11 or newer; say which with: make PYTHON=python3.11 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing Setwatch and what it needs into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.installed-bench: requirements-bench.lock benchmarks/vpdq.txt $(VENV)/.installed-dev
	@echo "Installing what the benchmarks compare with into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements-bench.lock
	@$(PIP) install --require-hashes --no-deps -r benchmarks/vpdq.txt 2>/dev/null || \
	  echo "make peers: vpdq was not built; it needs a compiler, CMake and FFmpeg's headers (libavdevice-dev, libavfilter-dev)"
	@touch $@

peers: $(VENV)/.installed-bench ## Install what `python -m benchmarks.NAME` compares with

install: $(VENV)/.installed ## Install into .venv, locked versions

demo: $(VENV)/.installed ## Load the sample and show its record, its trail and where to look next
	@$(BIN)/python scripts/demo.py

test: lint types unit evaluate ## Everything that CI runs: lint, types, tests, quality

lint: $(VENV)/.installed-dev ## Format and lint, changing nothing
	@$(BIN)/ruff format --check --quiet . || { echo "make lint: run 'make format'"; exit 1; }
	@$(BIN)/ruff check --quiet .

format: $(VENV)/.installed-dev ## Format and lint, mending what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

types: $(VENV)/.installed-dev ## mypy, strict
	@$(BIN)/mypy

unit: $(VENV)/.installed-dev ## The tests
	@$(BIN)/python -m pytest -n 2

evaluate: $(VENV)/.installed ## Quality against annotated documents, where they are
	@if [ -d $(CORPUS) ]; then $(BIN)/python -m evaluation.gate $(CORPUS) $(SEED); \
	else echo "make evaluate: skipped, there are no annotated documents at $(CORPUS)"; fi

lock: $(VENV)/.installed-dev ## Make the lock files anew from pyproject.toml
	@sh scripts/lock.sh

readme: $(VENV)/.installed ## Renew the outputs in README.md
	@$(BIN)/python scripts/readme.py

pictures: $(VENV)/.installed-dev ## Renew the pictures of the site in docs/pictures (needs Chromium)
	@$(BIN)/python scripts/pictures.py

accuracy: $(VENV)/.installed-dev ## Renew the figures in docs/accuracy.md, where the annotated documents are
	@$(BIN)/python scripts/accuracy.py $(CORPUS)

clean: ## Remove all that the other targets made
	rm -rf $(VENV) .demo .evaluation .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help install peers demo test lint format types unit evaluate lock readme pictures accuracy clean
