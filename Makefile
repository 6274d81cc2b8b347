# Everything a fresh machine needs beyond git, make, Python >= 3.11 (with venv) and a shell is
# fetched by these targets, in locked versions. `make help` lists them.

PYTHON ?= python3
PORT ?= 8000
DATA ?=
LAN ?=

UV_VERSION := 0.13.9
UV := .venv-uv/bin/uv
BIN := .venv/bin
STAMP := .venv/.encours-installed

# The interpreter is the machine's own, never a downloaded one; the lock file is law.
export UV_PYTHON_DOWNLOADS := never
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help setup demo pwa serve test check bench screenshots clean

help: ## List the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z][a-z-]*:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## Prepare .venv, with the `encours` command in it

$(UV):
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Encours needs Python 3.11 or newer with its venv module ($(PYTHON) is not: set PYTHON=...)." >&2; exit 1; }
	$(PYTHON) -m venv .venv-uv
	.venv-uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(STAMP): pyproject.toml uv.lock | $(UV)
	$(UV) sync --quiet --locked --extra server --python $(PYTHON)
	@touch $@

demo: setup ## Run the demo company: app and API on one port [PORT=8000 DATA=folder LAN=1]
	@$(BIN)/python -m tools.pwa --if-missing || \
	  echo "The demo starts without the app to install; \`make pwa\` tries again." >&2
	@$(BIN)/encours demo --port $(PORT) $(if $(DATA),--data "$(DATA)") $(if $(LAN),--lan)

pwa: setup ## Build the installable app into build/pwa, from the package index
	@$(BIN)/python -m tools.pwa

serve: setup ## Serve the ledger of ENCOURS_DATA or DATABASE_URL
	@$(BIN)/encours serve --port $(PORT)

test: pwa ## Run all tests, browser included
	@CHROMIUM="$$(sh tools/find_chromium.sh)" || exit 1; export CHROMIUM; \
	  $(BIN)/pytest -n $${TEST_WORKERS:-2} --dist worksteal $(TESTS)

check: setup ## Lint, types, import contracts, migration drift
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/encours database drift

bench: pwa ## Measure what the README quotes; writes bench/results.json
	@CHROMIUM="$$(sh tools/find_chromium.sh)" || exit 1; export CHROMIUM; $(BIN)/python -m bench

screenshots: setup ## Picture every screen of the demo company into screenshots/
	@CHROMIUM="$$(sh tools/find_chromium.sh)" || exit 1; export CHROMIUM; $(BIN)/python -m tools.screenshots

clean: ## Remove what these targets made (never a data folder)
	rm -rf .venv .venv-uv .venv-pwa build/pwa .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache screenshots
