# Everything a developer or a learner needs; `make` alone lists the targets.
SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
SOURCES = Sources Tests Benchmarks Examples/Sources Package.swift
BINARY = .build/release/mathtutor

.DEFAULT_GOAL := help
.PHONY: help set-up run release build test check format lint scripts bench soak sweeps model \
	install uninstall examples manual dist

help:
	@echo "make run        installs what is missing, builds the tutor and opens it"
	@echo "make test       the same for the tests"
	@echo "make install    puts the tutor into PREFIX (now $(PREFIX)); make uninstall removes it"
	@echo "make check      format, lint, build, tests: before every commit"
	@echo "make bench      measurements (release build)"
	@echo "make bench-torch  the engine against PyTorch, where that is installed"
	@echo "make parity     the engine's numbers against PyTorch's"
	@echo "make soak       the tests again, with the slow sweeps, then make sweeps"
	@echo "make sweeps     breaks the record of the built tutor in every way (SWEEPS=kill: one way)"
	@echo "make model      trains the model that ships, from scratch, and gets the same file again"
	@echo "make examples   two small programs that use the libraries"
	@echo "make dist       an archive with a program that needs no Swift"
	@echo "make manual     writes the manual page from the program's own help"
	@echo "make format     formats the sources"

set-up:
	@Scripts/set-up.sh

release: set-up
	@Scripts/build.sh "the tutor" $(SWIFT) build -c release --product mathtutor

run: release
	@$(BINARY)

build: set-up
	@Scripts/build.sh "everything" $(SWIFT) build --explicit-target-dependency-import-check error

test: set-up scripts examples
	@Scripts/build.sh "the tutor and its tests" $(SWIFT) build --build-tests
	@echo "== Running the tests"
	@$(SWIFT) test --skip-build
	@if command -v python3 >/dev/null; then echo "== Breaking the record of the built tutor"; \
		MATHTUTOR_BUILD=.build/debug python3 Scripts/soak/soak.py --quick memory backups; fi

# Another package that uses the libraries by their products, as a stranger's would.
examples: set-up
	@Scripts/build.sh "the examples" $(SWIFT) build --package-path Examples \
		--scratch-path .build/examples
	@.build/examples/debug/TrainOnCSV Examples/points.csv
	@.build/examples/debug/CheckAnswers

soak: set-up
	@Scripts/build.sh "the tutor and its tests" $(SWIFT) build --build-tests
	@echo "== Running the tests with the slow sweeps: many minutes"
	@MATHTUTOR_SOAK=1 $(SWIFT) test --skip-build
	@Scripts/fuzz/fuzz.sh 300
	@$(MAKE) --no-print-directory sweeps

sweeps: release
	@Scripts/build.sh "the harness's writer" $(SWIFT) build -c release --product Benchmarks
	@python3 Scripts/soak/soak.py $(SWEEPS)

scripts:
	@Scripts/test-set-up.sh

format:
	@$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

lint:
	@$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

check: format lint build test

bench: set-up
	@Scripts/build.sh "the benchmarks" $(SWIFT) build -c release --product Benchmarks
	@.build/release/Benchmarks

# Both need PyTorch and say so where it is absent; TORCH_PYTHON names a Python that has it.
bench-torch: set-up
	@Scripts/build.sh "the benchmarks" $(SWIFT) build -c release --product Benchmarks
	@python3 Scripts/benchmarks/compare.py

parity: set-up
	@Scripts/build.sh "the benchmarks" $(SWIFT) build -c release --product Benchmarks
	@mkdir -p .build/parity
	@.build/release/Benchmarks engine-parity .build/parity
	@$${TORCH_PYTHON:-python3} Scripts/parity/parity.py .build/parity

# The seed and the number of passes are part of what the shipped file is made of.
model: release
	@echo "== Training the model from scratch: some minutes on two cores"
	@rm -rf .build/model-home .build/model
	@$(BINARY) train --from scratch --seed 1 --epochs 10 --output .build/model \
		--home .build/model-home --data Data --plain
	@mkdir -p Data/models/factory
	@cp .build/model/* Data/models/factory/
	@rm -rf .build/model-home .build/model
	@cd Data/models/factory && cksum model.safetensors

manual: release
	@python3 Scripts/manual.py $(BINARY) Documentation/mathtutor.1

install: release
	@Scripts/install.sh "$(BINARY)" Data "$(DESTDIR)$(PREFIX)" Documentation/mathtutor.1

# The standard library inside the program, so that it runs where there is no Swift.
dist: set-up
	@Scripts/build.sh "the tutor for other machines" $(SWIFT) build -c release --product mathtutor \
		--static-swift-stdlib --scratch-path .build/dist
	@Scripts/dist.sh .build/dist/release/mathtutor

uninstall:
	@Scripts/uninstall.sh "$(DESTDIR)$(PREFIX)"
