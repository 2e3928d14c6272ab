# make demo   build, and audit three made-up accounts that are served on this machine
# make test   run every test
# make install PREFIX=~/.local
# make bench  time the evaluation of conditions, and whole scans beside wc -l
# make fuzz   fuzz the expression language, or the detector of personal data: make fuzz TARGET=pii SECONDS=3600
# make differential  compare our CEL with Google's: make differential COUNT=100000 SEED=7
# make pii-eval  measure the detector of personal data on names that nobody tuned it on and on the labelled ones, and time it
# make pii-data  make the detector's tables anew from their sources (Sources/PIIData/README.md)
# make nested  build the packages for benchmarks, fuzzing and the evaluation, as CI does
# make setup  install the system libraries that are missing (the others call it)

PREFIX ?= /usr/local
PYTHON := .build/python/bin/python3
PII_DATA := .build/pii-data
PII_EVALUATION := Tests/PIIEvaluation/.build/release/PIIEvaluation
PII_NAMES := python3 Tests/PIIEvaluation/Generator/generate.py
PII_LABELLED := Tests/PIIEvaluation/Names/*.tsv
TARGET ?= compile
SECONDS ?= 300
SEED ?= 1
COUNT ?= 20000

.PHONY: bench build demo differential fuzz install lint nested pii-data pii-eval python samples setup setup-tests test

setup:
	@.ci/setup

setup-tests:
	@.ci/setup test

build: setup
	swift build -c release --product proxy-audit

demo: build
	@.build/release/proxy-audit demo; status=$$?; \
	if [ $$status -eq 1 ]; then echo "The demo's accounts have findings, as planned: a real gate would stop here (exit 1)."; \
	else echo "demo: expected exit status 1, got $$status" >&2; exit 1; fi

install: build
	install -d "$(PREFIX)/bin"
	install -m 755 .build/release/proxy-audit "$(PREFIX)/bin/proxy-audit"
	install -d "$(PREFIX)/share/doc/proxy-audit"
	install -m 644 LICENSE NOTICE "$(PREFIX)/share/doc/proxy-audit"

# Python's part of the tests: the vendor's SDK, validators of the reports that are not ours, and another engine of CEL.
python: $(PYTHON)

$(PYTHON): Tests/SDK/requirements.txt Tests/Tools/requirements.txt Tests/Differential/requirements.txt \
		Sources/PIIData/Generator/requirements-phones.txt | setup-tests
	python3 -m venv .build/python
	.build/python/bin/pip install --quiet --disable-pip-version-check $(foreach file,$^,-r $(file))
	@touch $(PYTHON)

test: setup-tests $(PYTHON)
	swift build --build-tests
	swift test --skip-build
	Tests/run-with-python .build/debug/proxy-audit

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

# Packages of their own, which no other goal builds: whether they still do.
nested: setup
	set -e; for package in Benchmarks Fuzz PIIEvaluation; do swift build --quiet --package-path Tests/$$package; done
	$(PII_NAMES) > /dev/null

bench: build
	swift build --package-path Tests/Benchmarks -c release --product CELBenchmark
	Tests/Benchmarks/.build/release/CELBenchmark
	python3 Tests/Benchmarks/scan.py .build/release/proxy-audit

# A generator that fails is not to be taken for one that has ended.
pii-eval: SHELL := bash
pii-eval: .SHELLFLAGS := -o pipefail -c

pii-eval:
	python3 Tests/PIIEvaluation/Names/check.py --quiet
	swift build --package-path Tests/PIIEvaluation -c release --product PIIEvaluation
	$(PII_NAMES) | $(PII_EVALUATION) $(PII_LABELLED) -
	$(PII_NAMES) | $(PII_EVALUATION) --speed $(PII_LABELLED) -

pii-data: $(PII_DATA)/installed
	$(PII_DATA)/bin/python3 Sources/PIIData/Generator/phones.py Sources/PIIData/phones.bin
	$(PII_DATA)/bin/python3 Sources/PIIData/Generator/generate.py

# ethnicolr2 depends on a machine learning library, of which its data has no need.
$(PII_DATA)/installed: Sources/PIIData/Generator/requirements.txt Sources/PIIData/Generator/requirements-phones.txt
	[ -d /usr/share/dict/scowl ] && [ -d /usr/share/unicode/cldr ] || \
		$$([ $$(id -u) -eq 0 ] || echo sudo) apt-get install -y -qq scowl unicode-cldr-core
	python3 -m venv $(PII_DATA)
	$(PII_DATA)/bin/pip install --quiet --disable-pip-version-check -r $<
	$(PII_DATA)/bin/pip install --quiet --disable-pip-version-check --no-deps ethnicolr2==0.3.3
	@touch $@

differential: $(PYTHON)
	swift build --product CELDriver
	$(PYTHON) Tests/Differential/differential.py .build/debug/CELDriver --seed "$(SEED)" --count "$(COUNT)"

fuzz: setup
	Tests/Fuzz/run "$(TARGET)" "$(SECONDS)"

# Records the demo's reports anew, after a change that is meant to change them.
samples:
	swift build --product proxy-audit
	.build/debug/proxy-audit demo --now 2026-01-15T00:00:00Z --output reports/samples || [ $$? -eq 1 ]
