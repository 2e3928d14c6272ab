#!/usr/bin/env python3
"""Validates reports of proxy-audit with other people's readers.

usage: validate_reports.py [--schema FILE] REPORT.json REPORT.xml ...

A .json file is validated against reports/schema/report.v1.schema.json (JSON Schema 2020-12), and its counts against
its own lists. A .xml file is read by two JUnit readers, whose counts must be each other's and those of the suites'
attributes. Prints a line for each file that fails, and a summary; exits with 1 if one failed, and with 64 on wrong
usage. Needs the packages of requirements.txt.
"""

import argparse
import collections
import json
import pathlib
import sys

import jsonschema
import junitparser
import xunitparser

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "reports" / "schema" / "report.v1.schema.json"


def unique_keys(pairs):
    """Refuses what Python's reader would let pass: a key that comes twice."""
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key comes twice in {keys}")
    return dict(pairs)


def json_problems(path, validator):
    """Yields what is wrong with a JSON report."""
    text = path.read_bytes().decode("utf-8")
    report = json.loads(text, object_pairs_hook=unique_keys)
    for error in validator.iter_errors(report):
        yield f"{error.json_path}: {error.message[:300]}"
        return
    if not text.endswith("}\n"):
        yield "the file does not end with a line end"
    summary = report["summary"]
    statuses = collections.Counter(finding["status"] for finding in report["findings"])
    opened = [finding for finding in report["findings"] if finding["status"] == "open"]
    severities = collections.Counter(finding["severity"] for finding in opened)
    rules = collections.Counter(finding["rule_id"] for finding in opened)
    accounts = [entry for entry in report["roster"] if entry["subject"] == "account" and entry["state"] != "skipped"]
    expected = {
        "accounts": len(accounts),
        "services": sum(account["services"] for account in accounts),
        "records_rejected": sum(source["records_rejected"] for source in report["sources"]),
        "findings_open": statuses["open"],
        "findings_waived": statuses["waived"],
        "findings_baseline": statuses["baseline"],
        "by_severity": {severity: severities[severity] for severity in summary["by_severity"]},
        "by_rule": {rule["id"]: rules[rule["id"]] for rule in report["rules"]},
        "evaluation_errors": sum(entry["errors"] for entry in report["coverage"]),
    }
    for key, value in expected.items():
        if summary[key] != value:
            yield f"summary.{key} is {summary[key]}, but the lists give {value}"


def junitparser_counts(path):
    """The results of a file's cases as junitparser reads them."""
    kinds = {junitparser.Failure: "failure", junitparser.Error: "errored", junitparser.Skipped: "skipped"}
    counts = collections.Counter()
    for suite in junitparser.JUnitXml.fromfile(str(path)):
        for case in suite:
            results = [kinds[type(result)] for result in case.result if type(result) in kinds]
            counts[results[0] if results else "success"] += 1
    return counts


def xunitparser_counts(path):
    """The results of a file's cases as xunitparser reads them."""
    with path.open("rb") as source:
        suite, _ = xunitparser.parse(source)
    counts = collections.Counter()
    for case in suite:
        kind = {"failure": "failure", "error": "errored", "skipped": "skipped", "success": "success"}[case.result]
        counts[kind] += 1
    return counts


def xml_problems(path):
    """Yields what is wrong with a JUnit report."""
    suites = list(junitparser.JUnitXml.fromfile(str(path)))
    if not suites:
        yield "there is no suite"
    for suite in suites:
        if not list(suite):
            yield f"suite {suite.name} has no case"
    keys = collections.Counter((case.classname, case.name) for suite in suites for case in suite)
    for (classname, name), count in keys.items():
        if count > 1:
            yield f"case {classname} {name} comes {count} times"
    one, other = junitparser_counts(path), xunitparser_counts(path)
    if one != other:
        yield f"junitparser counts {dict(one)}, xunitparser {dict(other)}"
    attributes = collections.Counter(
        failure=sum(suite.failures for suite in suites),
        errored=sum(suite.errors for suite in suites),
        skipped=sum(suite.skipped for suite in suites),
    )
    attributes["success"] = sum(suite.tests for suite in suites) - sum(attributes.values())
    if +attributes != +one:
        yield f"the attributes say {dict(attributes)}, the cases {dict(one)}"


def main():
    parser = argparse.ArgumentParser(description="Validates reports of proxy-audit with other people's readers.")
    parser.add_argument("--schema", type=pathlib.Path, default=SCHEMA)
    parser.add_argument("reports", nargs="+", type=pathlib.Path, metavar="REPORT")
    arguments = parser.parse_args()
    schema = json.loads(arguments.schema.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failed = 0
    for path in arguments.reports:
        if path.suffix not in (".json", ".xml"):
            parser.exit(64, f"{path}: neither .json nor .xml\n")
        try:
            problems = list(json_problems(path, validator) if path.suffix == ".json" else xml_problems(path))
        except Exception as error:  # Whatever a reader throws is a report that it cannot read.
            problems = [f"{type(error).__name__}: {error}"]
        for problem in problems:
            print(f"{path}: {problem}")
        failed += bool(problems)
    print(f"{len(arguments.reports) - failed} of {len(arguments.reports)} reports are valid")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
