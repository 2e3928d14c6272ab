import Foundation
import Testing

/// The example of the library's page compiles, holds, and is the one that the page shows.
@Suite struct LibraryExampleTests {
    @Test func itHolds() throws { #expect(try LibraryExample.mayEnter()) }

    @Test func thePageShowsIt() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let page = folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/cel-library.md")
        let source = try lines(of: folder.appendingPathComponent("LibraryExample.swift"))
        let start = try #require(source.firstIndex { $0.hasSuffix("// <example>") })
        let end = try #require(source.firstIndex { $0.hasSuffix("// </example>") })
        let indentation = source[start].prefix { $0 == " " }
        let example = source[(start + 1)..<end].map { String($0.dropFirst(indentation.count)) }
        let shown = try lines(of: page)
        let marker = try #require(shown.firstIndex(of: "<!-- example -->"))
        #expect(shown[marker + 1] == "```swift")
        #expect(Array(shown[(marker + 2)...].prefix { $0 != "```" }) == example)
    }

    private func lines(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}
