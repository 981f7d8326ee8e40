# Each target sets up .venv by itself, from the locked versions.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint rehearse bench lock clean

demo: .venv/demo
	$(BIN)/expobot demo

test: .venv/dev
	$(BIN)/pytest -n auto --dist loadfile --cov --cov-report=term

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# One expo day in two minutes, with kills and faults.
rehearse: .venv/demo
	$(BIN)/expobot rehearse --days 1 --minutes 2 --attendees 1000 --kills 5

bench: .venv/dev
	$(BIN)/python benchmarks/run.py
	$(BIN)/python -m benchmarks.understanding.run

# After a change of the dependencies in pyproject.toml.
lock: .venv/dev
	$(PIP) install uv
	$(BIN)/uv pip compile pyproject.toml $(LOCK) -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev $(LOCK) -o requirements-dev.lock

LOCK := --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet

.venv/demo: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --editable .
	touch $@

.venv/dev: requirements-dev.lock .venv/demo
	$(PIP) install --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf .venv .coverage htmlcov .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
