# Two commands: `make explore` opens the explorer, `make test` checks everything.
PYTHON ?= python3
DB ?= data/explorer.db
SAMPLES ?= data/samples
BIN := .venv/bin

.PHONY: explore test lint types unit format benchmark clean

explore: .venv/installed
	@# Read into a file of another name, so that a first reading that was cut short goes on next time.
	@test -f $(DB) || { $(BIN)/python -m explorer ingest --db $(DB).part $(SAMPLES) && mv $(DB).part $(DB); }
	$(BIN)/python -m explorer app --db $(DB)

test: lint types unit

lint: .venv/tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: .venv/tools
	$(BIN)/mypy

unit: .venv/tools
	$(BIN)/pytest

format: .venv/tools
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

benchmark: .venv/tools
	$(BIN)/python benchmarks/throughput.py

clean:
	rm -rf .venv build *.egg-info

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version)'
	$(PYTHON) -m venv .venv

# The stamps remember which requirements are installed, so that a second start installs nothing.
.venv/installed: .venv/bin/python requirements.txt pyproject.toml
	@echo "Installing what requirements.txt names into .venv (about 1 GB, a few minutes) …"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/tools: .venv/installed requirements-dev.txt
	@echo "Installing the test tools …"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
