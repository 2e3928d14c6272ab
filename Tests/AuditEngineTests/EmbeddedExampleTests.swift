import Foundation
import Testing

/// Each example file of a built-in rule is part of the program.
///
/// With `UPDATE_GOLDEN=1` in the environment the list is rewritten, and the test fails: build again.
@Suite struct EmbeddedExampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("rules")
    private static let list = folder.appendingPathComponent("RuleExamples.c")

    @Test func everyExampleFileIsEmbedded() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Self.folder.appendingPathComponent("examples").path
        )
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
        let expected = Self.source(names)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(expected.utf8).write(to: Self.list)
            Issue.record("rewrote the list of examples; build again, then test without UPDATE_GOLDEN")
            return
        }
        let found = try String(contentsOf: Self.list, encoding: .utf8)
        #expect(
            Array(found.utf8) == Array(expected.utf8), "the list differs from the folder; UPDATE_GOLDEN=1 rewrites it")
    }

    private static func source(_ names: [String]) -> String {
        let symbols = names.map { $0.replacing("-", with: "_") }
        let arrays = zip(names, symbols).map { name, symbol in
            "static const unsigned char \(symbol)[] = {\n#embed \"examples/\(name).yaml\"\n};\n"
        }
        let entries = zip(names, symbols).map { name, symbol in "    {\"\(name)\", \(symbol), sizeof \(symbol)},\n" }
        return """
            // The example files of the folder `examples`, in order. UPDATE_GOLDEN=1 swift test --filter EmbeddedExampleTests writes it anew.
            #include "include/RulePacks.h"

            #pragma clang diagnostic ignored "-Wc23-extensions"

            \(arrays.joined())
            static const rule_pack examples[] = {
            \(entries.joined())};

            size_t rule_example_count(void) { return sizeof examples / sizeof examples[0]; }

            rule_pack rule_example_at(size_t index) { return examples[index]; }

            """
    }
}
