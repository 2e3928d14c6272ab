import CEL
import Foundation
import Testing

/// The public conformance suite, but for the cases listed in `known-failures.txt`.
@Suite struct ConformanceTests {
    @Test(
        .enabled(
            if: ConformanceSuite.location != nil,
            "the conformance suite is not there: set CEL_CONFORMANCE to its tests.json"))
    func allButKnownFailuresPass() throws {
        let location = try #require(ConformanceSuite.location)
        let suite = try ConformanceSuite(contentsOf: location)
        let known = try knownFailures()
        var unlisted: [String] = []
        var passing: [String] = []
        for test in suite.cases {
            let problem = problem(test)
            if let problem, known[test.identifier] == nil {
                unlisted.append("\(test.identifier)\t\(test.expression.prefix(90))\t\(problem)")
            }
            if problem == nil, known[test.identifier] != nil { passing.append(test.identifier) }
        }
        let missing = Set(known.keys).subtracting(suite.cases.map(\.identifier)).sorted()
        #expect(unlisted.isEmpty, "\(unlisted.count) fail:\n\(unlisted.joined(separator: "\n"))")
        #expect(passing.isEmpty, "listed, but pass:\n\(passing.joined(separator: "\n"))")
        #expect(missing.isEmpty, "listed, but not in the suite: \(missing)")
    }

    /// Reasons by case. A line is an identifier, a tab and a reason; lines that start with `#` are comments.
    private func knownFailures() throws -> [String: String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("known-failures.txt")
        var reasons: [String: String] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("# ") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            try #require(parts.count == 2, "a known failure needs a reason: \(line)")
            reasons[String(parts[0])] = String(parts[1])
        }
        return reasons
    }

    /// What is wrong with the outcome of a case; `nil` when it passes.
    private func problem(_ test: ConformanceSuite.Case) -> String? {
        var environment = CELEnvironment()
        environment.container = test.container
        for declaration in test.declarations {
            switch declaration {
            case .variable(let name, let type): environment.declare(variable: name, type: type)
            case .function(let function): environment.declare(function: function)
            }
        }
        let outcome = run(test, in: environment)
        switch (test.expectation, outcome) {
        case (.failure, .failure): return nil
        case (.value(let expected), .success(let (value?, _))):
            return isSame(expected, value) ? nil : "expected \(expected), got \(value)"
        case (.type(let expected, let expectedValue), .success(let (value, type))):
            if type != expected { return "expected the type \(expected), got \(type)" }
            guard let expectedValue, let value else { return nil }
            return isSame(expectedValue, value) ? nil : "expected \(expectedValue), got \(value)"
        case (_, .failure(let message)): return message.text
        case (_, .success(let (value, _))): return "expected \(test.expectation), got \(String(describing: value))"
        }
    }

    private struct Message: Error {
        let text: String
    }

    private func run(
        _ test: ConformanceSuite.Case, in environment: CELEnvironment
    ) -> Result<(CELValue?, String), Message> {
        do throws(CELCompileError) {
            let program =
                test.isChecked
                ? try environment.compile(test.expression) : try environment.compileUnchecked(test.expression)
            guard test.isEvaluated else { return .success((nil, program.resultType.description)) }
            var variables = CELVariables(for: environment)
            for (name, value) in test.bindings { variables[name] = value }
            return program.outcome(variables).map { ($0, program.resultType.description) }
                .mapError { Message(text: "\($0)") }
        } catch {
            return .failure(Message(text: error.diagnostics.map(\.message).joined(separator: "; ")))
        }
    }

    private func isSame(_ expected: CELValue, _ value: CELValue) -> Bool {
        if case .double(let expected) = expected, case .double(let value) = value {
            return expected.isNaN && value.isNaN || expected == value && expected.sign == value.sign
        }
        return expected === value
    }
}
