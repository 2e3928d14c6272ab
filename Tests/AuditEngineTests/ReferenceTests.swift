import CEL
import Foundation
import ServiceModel
import Testing

@testable import AuditEngine

/// Each example of the reference page's section on rules gives the value beside it, and no field or function is missing.
@Suite struct ReferenceTests {
    private struct Row {
        let example: String
        let value: String
        let line: Int
    }

    private static let parameters = [
        RuleParameter(name: "hosts", value: .list([.string("northwind.example")])),
        RuleParameter(name: "max_ttl", value: .integer(86_400)),
    ]

    private static let services = WrittenService.batch([
        WrittenService(
            sid: "KS00000000000000000000000000000001", accountSID: "AC00000000000000000000000000000001",
            uniqueName: "rides-anna.berg@northwind.example", defaultTTL: 3600,
            callbackURL: "https://hooks.northwind.example/in", geoMatchLevel: "country",
            numberSelectionBehavior: "prefer-sticky", dateCreated: "2025-06-01T08:00:00Z",
            links: [FieldValue.Link(name: "sessions", url: "https://proxy.northwind.example/sessions")]),
        WrittenService(sid: "KS2", callbackURL: ""),
    ])

    @Test func examplesGiveTheirValues() throws {
        let rows = try Self.rows()
        #expect(rows.count > 25)
        for row in rows {
            let outcome = try Self.value(of: row.example)
            if row.value == "error" {
                #expect(outcome == nil, "line \(row.line): \(row.example)")
                continue
            }
            let value = try #require(outcome, "line \(row.line): \(row.example) fails")
            #expect(value == (try Self.value(of: row.value)), "line \(row.line): \(row.example)")
        }
    }

    @Test func everyFieldAndFunctionHasAnExample() throws {
        let examples = try Self.rows().map(\.example)
        let fields = ServiceField.allCases.map { "service.\($0.name)" }
        let matchFields = PIIMatchMessage.type.fields.map { ".\($0.name)" }
        let functions = AuditFunctions.all.map { "\($0.name)(" }
        for name in fields + matchFields + functions + [
            "service", "group", "params.", "now", "account.", "value", "field", "kinds",
        ] {
            #expect(examples.contains { $0.contains(name) }, "no example of \(name)")
        }
    }

    /// The rows after the marker, up to the next section.
    private static func rows() throws -> [Row] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("rules/CEL.md"), encoding: .utf8)
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let marker = try #require(lines.firstIndex(of: "<!-- examples: audit -->"))
        var rows: [Row] = []
        for (index, line) in lines.enumerated().dropFirst(marker + 1) {
            if line.hasPrefix("## ") { break }
            guard line.hasPrefix("| "), !line.hasPrefix("| name") else { continue }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["`"]) }
            try #require(cells.count == 4 && !cells[2].isEmpty && !cells[3].isEmpty, "line \(index + 1)")
            rows.append(Row(example: cells[2], value: cells[3], line: index + 1))
        }
        return rows
    }

    /// The value of an expression as a message sees it; `nil` when it fails.
    private static func value(of source: String) throws -> CELValue? {
        var environment = RuleEnvironment.base
        let parameters = ParameterMessage(parameters)
        environment.declare(message: parameters.type)
        environment.declare(
            constant: "params", type: .message(ParameterMessage.typeName), value: .message(parameters))
        var variables = CELVariables(for: environment)
        let messages = services.records.map { record in
            CELValue.message(ServiceMessage(fields: ServiceField.allCases) { record[$0] })
        }
        let first = try #require(services.records.first)
        variables["now"] = try .timestamp(#require(CELTimestamp(rfc3339: "2026-01-15T00:00:00Z")))
        variables["service"] = messages[0]
        variables["account"] = .message(AccountMessage(sid: first.accountSID, label: "rides", tags: ["prod"]))
        variables["value"] = .string("https://hooks.northwind.example/in")
        variables["field"] = .string("callback_url")
        variables["kinds"] = .list([.string("email")])
        variables["group"] = .list(messages)
        return try? environment.compile(source).evaluate(variables)
    }
}
