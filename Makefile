# Concord. Two commands do everything, on a fresh machine too: `make run` and `make test`.
# Each sets up what it needs (.venv from the lock files, translations) and does so once: a second call starts at once.

VENV ?= .venv
BIN := $(VENV)/bin
# The first Python that the locked wheels are for.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1 && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
SOURCES := workstation ui resources tests tools bench
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/translations/*.ts))
HEADLESS := QT_QPA_PLATFORM=offscreen
WORKERS ?= 2
# `ci` tries the same forty examples on every run; `desk` looks for new ones, `long` for two thousand of each.
export HYPOTHESIS_PROFILE ?= ci

.PHONY: run test check prove lint format bundle bundle-proof traditional bench bench-against same-as tour findings setup setup-dev setup-bench translations lock clean help
.DEFAULT_GOAL := help

help: ## show the commands
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

run: setup ## open the window; without a display, work the sample case and take pictures under out/
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(BIN)/python -m ui; \
	else echo "No display here: the sample case is worked without one, papers and pictures go to out/."; \
	$(HEADLESS) $(BIN)/python -m workstation demo out && $(HEADLESS) $(BIN)/python -m tools.tour out/pictures zh-Hans; fi

test: setup-dev ## run the test suite
	$(HEADLESS) $(BIN)/python -m pytest -q -n $(WORKERS) $(TESTS)

check: lint ## lint, and the tests of what changed since BASE (HEAD: what is not committed)
	@tests=$$($(BIN)/python -m tools.changed_tests $(BASE)) && if [ -z "$$tests" ]; then echo "No tests belong to what changed."; else \
	echo $$tests; $(HEADLESS) $(BIN)/python -m pytest -q -n $(WORKERS) -m "not prove" $$tests || [ $$? = 5 ]; fi

prove: setup-dev ## run the long proofs whole: hours of what `test` samples in seconds
	CONCORD_PROVE=1 HYPOTHESIS_PROFILE=long $(HEADLESS) $(BIN)/python -m pytest -q -n $(WORKERS) -m "prove or hypothesis" --timeout 7200 $(TESTS)

lint: setup-dev ## ruff, format check, mypy strict
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy workstation ui resources tests tools bench

format: setup-dev ## mend the layout of the code
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

bench: setup-bench ## measure against other programs, ratios in one run
	$(HEADLESS) $(BIN)/python -m bench

bench-against: setup ## measure against COMMIT=<rev>, ratios today / then; SUBJECTS="schedules rates", ROUNDS=7
	$(HEADLESS) $(BIN)/python -m bench.against $(COMMIT) $(SUBJECTS) $(if $(ROUNDS),--rounds $(ROUNDS))

same-as: setup ## prove that COMMIT=<rev> gives the same papers, answers and database
	$(HEADLESS) $(BIN)/python -m tools.same_answers $(COMMIT)

# `make bench-against 619c51d`: the word after the goal is the commit, and no goal itself.
ifneq (,$(filter bench-against same-as,$(firstword $(MAKECMDGOALS))))
COMMIT ?= $(word 2,$(MAKECMDGOALS))
ifneq (,$(word 2,$(MAKECMDGOALS)))
.PHONY: $(word 2,$(MAKECMDGOALS))
$(word 2,$(MAKECMDGOALS)): ; @:
endif
endif

traditional: setup-dev ## make the window's Traditional Chinese anew, draft what the sentences lack in it
	$(BIN)/python -m tools.traditional
	@$(MAKE) -s --no-print-directory translations

tour: setup ## drive the window through a case of three banks, take its pictures and those of README and guide
	$(HEADLESS) $(BIN)/python -m tools.tour out/pictures
	$(BIN)/python -m tools.pictures out/pictures

bundle: setup ## make bundles for desks without a network under dist/: KINDS="linux windows"
	$(BIN)/python -m tools.bundle $(KINDS)

bundle-proof: setup ## install and use the Linux bundle in bare systems without a network (root, debootstrap, strace)
	$(BIN)/python -m tools.bundle.proof $(SUITES)

findings: ## show whether outside libraries still behave as findings/ says
	@PYTHON=$(PYTHON) findings/run

setup: $(VENV)/.runtime translations ## only set up
	@:
setup-dev: $(VENV)/.dev setup
	@:
setup-bench: setup
	@$(MAKE) -s --no-print-directory $(VENV)/.bench || echo "Some peers are not to be had here; the table names them."

translations: $(TRANSLATIONS)
resources/translations/%.qm: resources/translations/%.ts | $(VENV)/.runtime
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

# Hashes are required of everything, the build backend included; the package itself is linked, not copied.
$(VENV)/.runtime: requirements.lock pyproject.toml tools/system_libraries.py
	@test -n "$(PYTHON)" || { echo "Concord needs Python 3.11, 3.12 or 3.13; none was found." >&2; exit 1; }
	@$(PYTHON) tools/system_libraries.py
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.bench: requirements-bench.lock $(VENV)/.runtime
	@$(PIP) install --require-hashes -r requirements-bench.lock
	@touch $@

lock: setup-dev ## resolve the lock files anew (needs uv)
	tools/lock

clean: ## remove everything that was built, the environment too
	rm -rf $(VENV) out build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis resources/translations/*.qm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
