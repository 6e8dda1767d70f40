# Everything a developer or a curious reader runs. `make` alone lists the targets.
# Nothing here asks a question or reads standard input.

# The first Python of at least 3.11 that is found; `make PYTHON=/path/to/python setup` chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; exit; }; done; echo none)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT := out
STORIES := $(filter-out versions,$(notdir $(patsubst %/,%,$(wildcard examples/*/))))
JOBS ?= 2
# All are run, though one breaks its promise; `make bench` fails behind the last.
BENCHMARKS := startup.py linear.py alignment.py
# Training has packages of its own (training/requirements.txt); DATA is the folder with polnear/ and stories/.
TRAIN_VENV := .venv-train
TRAIN_STAMP := $(TRAIN_VENV)/.installed
TORCH_INDEX ?=
DATA ?= ../shared/data
WORK ?= build/training

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# A layer of somebody else's Python path must not decide what is tested.
unexport PYTHONPATH PYTHONHOME

.DEFAULT_GOAL := help
.PHONY: help setup demo test check evaluate bench browser screenshots train train-test clean
.NOTPARALLEL:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv and install the package with what its tests need

$(STAMP): pyproject.toml
	@if [ "$(PYTHON)" = none ]; then \
		echo "error: no Python 3.11 or newer was found; install one, or name it: make PYTHON=/path/to/python3.11 setup" >&2; exit 1; fi
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "error: $(PYTHON) is older than Python 3.11; name a newer one: make PYTHON=/path/to/python3.11 setup" >&2; exit 1; }
	@[ -x $(BIN)/python ] || "$(PYTHON)" -m venv $(VENV) || { \
		rm -rf $(VENV); echo "error: $(PYTHON) could not make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "installing rashomon and what its tests need into $(VENV) (about a minute)"
	@$(BIN)/python -m pip install -qq --editable '.[test,check]'
	@touch $@

demo: setup ## compare the example stories: a summary here, an HTML report of each in out/
	@mkdir -p $(OUT)
	@for story in $(STORIES); do \
		echo; echo "== examples/$$story"; echo; \
		$(BIN)/rashomon compare --quiet "examples/$$story" || exit 1; \
		$(BIN)/rashomon compare --quiet "examples/$$story" -o "$(OUT)/$$story.html" || exit 1; \
	done
	@echo; echo "== examples/versions"; echo; \
		$(BIN)/rashomon collate --quiet examples/versions --house-style ap || exit 1; \
		$(BIN)/rashomon collate --quiet examples/versions --house-style all -o "$(OUT)/versions.html"
	@echo; echo "The reports, to open in a browser:"
	@for story in $(STORIES) versions; do echo "  $(OUT)/$$story.html"; done

test: setup browser ## all tests, the report in a headless browser among them
	$(BIN)/python -m pytest -n $(JOBS)

check: setup ## the gate: lint, format, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: setup ## measure against gold data and hold the pinned floors
	$(BIN)/python -m evaluation --check

bench: setup ## time the start and the growth; tables as in docs/benchmarks.md
	-@$(BIN)/python -c 'import collatex' 2>/dev/null || $(BIN)/python -m pip install -qq --editable '.[alignment]'
	@failed=; for script in $(BENCHMARKS); do \
		echo "$(BIN)/python benchmarks/$$script"; \
		$(BIN)/python benchmarks/$$script || failed="$$failed $$script"; \
	done; \
	[ -z "$$failed" ] || { echo "error: benchmarks failed:$$failed" >&2; exit 1; }

browser: setup ## find a Chromium for the browser tests, or install one
	@BIN=$(BIN) sh .ci/browser

screenshots: setup browser ## docs/report.png from an example
	$(BIN)/python docs/screenshot.py

train: $(TRAIN_STAMP) ## make the weights anew from DATA in WORK (about six hours; training/README.md)
	$(TRAIN_VENV)/bin/python -m training --data "$(DATA)" --work "$(WORK)"

train-test: $(TRAIN_STAMP) ## the tests of training that need torch
	OMP_NUM_THREADS=1 $(TRAIN_VENV)/bin/python -m pytest -q training/tests

$(TRAIN_STAMP): training/requirements.txt pyproject.toml
	@if [ "$(PYTHON)" = none ]; then \
		echo "error: no Python 3.11 or newer was found; name it: make PYTHON=/path/to/python3.11 train" >&2; exit 1; fi
	@[ -x $(TRAIN_VENV)/bin/python ] || "$(PYTHON)" -m venv $(TRAIN_VENV)
	@echo "installing torch and what goes with it into $(TRAIN_VENV) (some minutes)"
	@$(TRAIN_VENV)/bin/python -m pip install -qq $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) \
		--requirement training/requirements.txt --editable .
	@touch $@

clean: ## remove what the other targets made
	rm -rf $(VENV) $(TRAIN_VENV) $(OUT) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests evaluation benchmarks training -name __pycache__ -type d -prune -exec rm -rf {} +
