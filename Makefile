# Two commands on a fresh machine: `make run` and `make test`. Each brings what it needs into .venv by itself.
# PYTHON=... names the interpreter to build .venv with, ARGS=... goes to `pressbox run`.

.DEFAULT_GOAL := help
.PHONY: help run test lint bench scale golden calibrate lock clean .venv .venv-bench
# Without byte code Prefect and Great Expectations take three times as long to import.
unexport PYTHONDONTWRITEBYTECODE
bin := .venv/bin
# The tests are dealt out to a process a core; whoever has none left takes over half of another's.
dealt := -n auto --maxprocesses 4 --dist worksteal

help: ## what can be made here
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 10

run: .venv ## read raw/, check what was found, publish warehouse/pressbox.duckdb
	@$(bin)/pressbox run $(ARGS)

test: .venv ## the tests, and beside them linters, types and import contract; what those say is printed where they fail
	@$(MAKE) --no-print-directory lint > .lint.txt 2>&1 & lint=$$!; $(bin)/python -m pytest $(dealt); tests=$$?; \
	wait $$lint || { cat .lint.txt; echo "make test: lint failed, see above"; exit 1; }; exit $$tests

lint: .venv ## the same without the tests
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports --no-logo
	$(bin)/sqlfluff lint --disable-progress-bar sql

bench: .venv .venv-bench ## articles a second of extraction, beside what spaCy does on the same text
	@$(bin)/python -m benchmarks.extraction $(ARGS)

scale: .venv ## seconds and memory of resolving 100 k, 300 k and 1 M invented claims
	@$(bin)/python -m benchmarks.resolution $(ARGS)

golden: .venv ## write the golden facts of tests/articles anew; review them as a diff
	@$(bin)/python -m tests.regenerate

calibrate: .venv ## count anew how often each rule is right on annotated articles; review the diff
	@$(bin)/python -m tests.calibrate

lock: .venv ## resolve the locks anew
	@PATH="$(PATH):$(CURDIR)/$(bin)" .ci/lock

clean: ## remove what was installed, cached and built, but not warehouse/
	rm -rf .venv .venv-bench .lint.txt .prefect build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find flows tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

.venv:
	@.ci/install .venv requirements.lock --with-project

.venv-bench:
	@.ci/install .venv-bench requirements.bench.lock
