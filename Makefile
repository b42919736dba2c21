# Everything a developer or a learner needs; `make` alone lists the targets.
SWIFT ?= swift
PREFIX ?= /usr/local
SOURCES = Sources Tests Benchmarks Package.swift

.DEFAULT_GOAL := help
.PHONY: help run build test check format lint bench

help:
	@echo "make run      installs what is missing, builds the tutor and opens it"
	@echo "make test     the same for the tests"
	@echo "make check    format, lint, build, test: before every commit"
	@echo "make bench    measurements"
	@echo "make format   formats the sources"

run:
	@$(SWIFT) build -c release --product mathtutor
	@.build/release/mathtutor

build:
	@$(SWIFT) build --explicit-target-dependency-import-check error

test:
	@$(SWIFT) test

format:
	@$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

lint:
	@$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

check: format lint build test

bench:
	@$(SWIFT) run -c release Benchmarks
