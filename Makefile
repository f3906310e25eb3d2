# Two commands: `make run` opens the window, `make test` runs every check and test.
PYTHON ?= python3
ARTICLE ?= resources/samples/eskerby-courier.md
VENV_PYTHON = .venv/bin/python

.PHONY: run test format clean

run:
	@$(PYTHON) tests/tools/set_up.py
	@$(VENV_PYTHON) -m reader "$(ARTICLE)"

test:
	@$(PYTHON) tests/tools/set_up.py --dev
	@$(VENV_PYTHON) tests/tools/check.py

format:
	@$(PYTHON) tests/tools/set_up.py --dev
	@$(VENV_PYTHON) -m ruff format . && $(VENV_PYTHON) -m ruff check --fix .

clean:
	rm -rf .venv build dist
