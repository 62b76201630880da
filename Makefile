# Every command sets itself up: a fresh clone, python3 (3.11 or newer), pip, make and git are enough.
PYTHON ?= python3
DEV = $(PYTHON) tools/dev.py

.DEFAULT_GOAL := help
.PHONY: help run test lint fmt types unit data wheel pages bench mutants clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

run: ## screen the sample regimens under examples/ and print the reports
	@$(DEV) run

test: ## everything CI runs: lint, types, tests with coverage, examples, data, wheel
	@$(DEV) test

lint: ## ruff, check only
	@$(DEV) lint

fmt: ## lay out code and data
	@$(DEV) fmt

types: ## mypy --strict over src, tests and tools
	@$(DEV) types

unit: ## the tests alone, without coverage (pass ARGS="-k dose")
	@$(DEV) unit $(ARGS)

data: ## check the data files
	@$(DEV) data

wheel: ## build the wheel and use it, installed and from a zip
	@$(DEV) wheel

pages: ## write the pages that are made of the data
	@$(DEV) pages

bench: ## measure start-up and look-ups against named peers, as ratios within one run
	@$(DEV) bench

mutants: ## mutation tests of checks/ and amounts.py (long)
	@$(DEV) mutants

clean: ## remove the environment and what was built
	@$(DEV) clean
