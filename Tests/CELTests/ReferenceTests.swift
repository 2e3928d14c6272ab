import Foundation
import Testing

@testable import CEL

/// Each example of the reference page gives the value that stands beside it, and nothing of the language is missing.
@Suite struct ReferenceTests {
    @Test func examplesGiveTheirValues() throws {
        let page = try ReferencePage(besideTestFile: #filePath)
        #expect(page.plainRows.count > 200)
        for row in page.plainRows {
            let outcome = Self.value(of: row.example)
            if row.value == "error" {
                #expect(outcome == nil, "line \(row.line): \(row.example)")
                continue
            }
            let expected = try #require(Self.value(of: row.value), "line \(row.line): \(row.value) has no value")
            let value = try #require(outcome, "line \(row.line): \(row.example) fails")
            #expect(value === expected, "line \(row.line): \(row.example)")
            #expect(value.type == expected.type, "line \(row.line): \(row.example)")
        }
    }

    @Test func everyFunctionHasAnExample() throws {
        let page = try ReferencePage(besideTestFile: #filePath)
        var called: Set<String> = []
        for row in page.plainRows {
            for function in try Self.functions(in: row.example) { called.insert(Self.key(function)) }
        }
        let uncalled = Set(CELLibrary.Contents.all.functions.values.joined().map(Self.key)).subtracting(called)
        #expect(uncalled.sorted() == [], "no example calls these")
    }

    @Test func everyNameStandsInItsOwnRow() throws {
        let rows = try ReferencePage(besideTestFile: #filePath).plainRows
        let functions = CELLibrary.Contents.all.functions.keys.filter { !Operators.isOperator($0) }
        let macros = ComprehensionMacro.allCases.map(\.rawValue) + OptionalMacro.allCases.map(\.rawValue)
        for name in functions + macros + ["has", "cel.bind"] {
            #expect(rows.contains { $0.name == name && $0.example.contains(name + "(") }, "no row for \(name)")
        }
        for sign in Self.operators + Self.clauses {
            #expect(rows.contains { $0.name == sign }, "no row for \(sign)")
        }
    }

    @Test func rowsOfAnotherFormAreRefused() {
        #expect(throws: ReferencePage.FormatError.self) { try ReferencePage("| a |\n|---|\n| `f` | b | `c` |") }
        #expect(throws: ReferencePage.FormatError.self) { try ReferencePage("| a |\n|---|\n| `f` | b | | `c` |") }
    }

    private static let operators = [
        "a == b", "a != b", "a < b", "a <= b", "a > b", "a >= b", "a in b", "a + b", "a - b", "a * b", "a / b", "a % b",
        "-a", "!a", "a[b]", "a[?b]", "a.b", "a.?b", "[?a]", "{?a: b}", "a && b", "a || b", "a ? b : c",
    ]

    private static let clauses = ["%s", "%d", "%f", "%e", "%b", "%o", "%x", "%X"]

    /// The value of an expression; `nil` when it cannot be compiled or fails.
    private static func value(of source: String) -> CELValue? {
        guard let program = try? CELEnvironment().compile(source) else { return nil }
        return try? program.evaluate(CELVariables(for: program))
    }

    /// The functions that the calls of an expression have been resolved to.
    private static func functions(in source: String) throws -> [Function] {
        let environment = CELEnvironment()
        let parsed = Parser.parse(source, maximumDepth: environment.limits.nesting)
        let expression = try #require(parsed.expression)
        var checker = Checker(environment, nodeCount: parsed.nodeCount, isLenient: false)
        return checker.check(expression, expecting: nil).resolutions.flatMap { resolution -> [Function] in
            switch resolution {
            case .functions(let functions, _): functions
            default: []
            }
        }
    }

    /// What tells functions of one name apart.
    private static func key(_ function: Function) -> String {
        let overloads = function.overloads.map { overload in
            "\(overload.isMember)(\(overload.parameters.map(\.description).joined(separator: ", ")))"
        }
        return "\(function.name) \(overloads.joined(separator: " "))"
    }
}
