# Two commands to remember: `make demo` shows what the tool does, `make test` checks that it does it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check
# What reads the target, keeps the cache, quotes, or writes output: no branch of it may be untested.
WHOLE := analyzer/discover/*,analyzer/engines/*,analyzer/notation/*,analyzer/write/*
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: help demo test lint types contract unit golden lock audit bench evaluate fuzz soak coverage corpus pythons clean

help:  ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

demo: $(VENV)/runtime  ## Install, analyse the sample monolith, say where the report is
	$(BIN)/analyzer analyze sample_monolith --out reports/sample_monolith
	@echo "Open $(CURDIR)/reports/sample_monolith/report.html in a browser."

test: lint types contract unit  ## Check everything: style, types, import contract, budgets, tests

lint: $(VENV)/dev  ## Check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev  ## Check the types
	$(BIN)/mypy

contract: $(VENV)/dev  ## Check who may import whom
	PYTHONPATH=. $(BIN)/lint-imports --no-cache

unit: $(VENV)/dev tests/node/node_modules/.installed  ## Run the tests
	$(PYTHON) -m pytest

golden: $(VENV)/dev  ## Write the committed reports and expected outputs anew, after a change that was meant
	UPDATE_GOLDEN=1 $(PYTHON) -m pytest -q -m golden

coverage: $(VENV)/dev tests/node/node_modules/.installed  ## Run the tests and say which branches none of them took
	rm -f .coverage .coverage.*
	COVERAGE_PROCESS_START=$(CURDIR)/pyproject.toml $(BIN)/coverage run --parallel-mode -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report
	$(BIN)/coverage report --include='$(WHOLE)' --fail-under=100

bench: $(VENV)/dev  ## Measure time, memory and resolution on real applications (downloads them)
	$(PYTHON) benchmarks/run.py

evaluate: $(VENV)/dev  ## Compare boundaries with published ones (downloads the codebases)
	$(PYTHON) benchmarks/evaluate.py

corpus: $(VENV)/dev  ## Analyse two hundred source distributions end to end (downloads them; takes hours)
	nice $(PYTHON) benchmarks/corpus.py

fuzz: $(VENV)/dev  ## Feed the reader mutated programs for ten minutes
	$(PYTHON) -m pytest -n 0 tests/hostile/test_fuzz.py --fuzz-seconds 600

soak: $(VENV)/dev  ## Kill runs a thousand times at random moments and check what they leave
	$(PYTHON) -m pytest -n 0 tests/hostile/test_killed.py --kills 1000

lock: $(VENV)/dev  ## Pin every dependency anew, with hashes
	$(LOCK) pyproject.toml --group build --output-file requirements/runtime.txt
	$(LOCK) pyproject.toml --group build --group dev --extra dask --output-file requirements/dev.txt

audit: $(VENV)/dev  ## Write a bill of materials and look for known vulnerabilities in the pinned dependencies
	$(PYTHON) .ci/bill-of-materials requirements/runtime.txt dist/sbom.json
	$(PYTHON) .ci/audit $(BIN)/pip-audit requirements/runtime.txt

pythons: $(VENV)/dev  ## Check that every Python that is installed here writes the same bytes (makes environments; slow)
	$(PYTHON) -m pytest -n 0 tests/hostile/every_python.py

clean:  ## Remove what was installed and measured here
	rm -rf $(VENV) tests/node/node_modules dist

$(PYTHON):
	python=$$(bash .ci/find-python) && "$$python" -m venv $(VENV)

$(VENV)/runtime: requirements/runtime.txt pyproject.toml | $(PYTHON)
	$(INSTALL) --require-hashes --requirement requirements/runtime.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev: requirements/dev.txt pyproject.toml | $(PYTHON)
	bash .ci/system-packages
	$(INSTALL) --require-hashes --requirement requirements/dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/runtime

tests/node/node_modules/.installed: $(wildcard tests/node/package-lock.json)
	if [ -f tests/node/package-lock.json ]; then npm ci --silent --no-audit --no-fund --prefix tests/node; fi
	mkdir -p $(@D) && touch $@
