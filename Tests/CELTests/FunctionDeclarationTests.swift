import Foundation
import Testing

@testable import CEL

/// All that is known of a function stands in its declaration.
@Suite struct FunctionDeclarationTests {
    /// Estimates are bounds for each function, of which the reference page has an example each.
    @Test func costsAreBounds() throws {
        let environment = CELEnvironment()
        for row in try ReferencePage(besideTestFile: #filePath).plainRows {
            guard let explanation = try? environment.explain(row.example, variables: CELVariables(for: environment)),
                case .success = explanation.outcome
            else { continue }
            let most = explanation.program.estimatedCost.upperBound
            #expect(explanation.whole.steps <= most, "line \(row.line): \(row.example)")
        }
    }

    /// A function that was given another name would be known everywhere: nothing asks for names.
    @Test(arguments: ["Cost", "Checker", "Lint", "Diagnostics"])
    func noNamesOfFunctionsElsewhere(_ folder: String) throws {
        let names = Set(CELLibrary.Contents.all.functions.keys.map { "\"\($0)\"" })
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/CEL/\(folder)")
        let files = try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        // Lists of words that are no functions here: what other languages call them, units, and domains.
        let others = ["ForeignWords.swift", "ForeignNumber.swift", "PatternLinter.swift"]
        for file in files where !others.contains(file.lastPathComponent) {
            let source = try String(contentsOf: file, encoding: .utf8)
            for name in names {
                #expect(!source.contains(name), "\(file.lastPathComponent) asks for \(name)")
            }
        }
    }

    /// What constants alone decide is reported of any function that has such a parameter.
    @Test(arguments: [
        ("t.getHours('Europe/Nowhere') == 1", ["'Europe/Nowhere': the time zone is not known"]),
        ("t.getHours('+05:30') == 1 && t.getHours('Europe/Paris') == 1", []),
        (
            "s.find('(?=a)')",
            [
                "'(?=a)': the regular expression is invalid: invalid perl operator: (?= (there is no lookahead or lookbehind)"
            ]
        ),
    ])
    func constantArguments(_ source: String, _ expected: [String]) throws {
        var environment = CELEnvironment()
        environment.declare(variable: "t", type: .timestamp)
        environment.declare(variable: "s", type: .string)
        #expect(diagnostics(of: source, in: environment) == expected)
    }

    /// A function of the host is called although one of the language has its name and a constant argument.
    @Test func aFunctionOfTheHostIsNoPattern() throws {
        var environment = CELEnvironment()
        environment.declare(
            function: CELFunction(name: "matches", isMember: true, parameters: [.int, .string], result: .bool) { _ in
                .bool(true)
            })
        #expect(try evaluate("1.matches('(') && 'a'.matches('a')", in: environment).get() == .bool(true))
    }
}
