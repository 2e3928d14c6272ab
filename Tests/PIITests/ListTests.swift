import Foundation
import Testing

/// The lists that the lexicon is made from hold what their README says, and nothing twice.
@Suite struct ListTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/PIIData").standardizedFileURL

    /// Each entry as `section<TAB>kind<TAB>entry`, without its tier.
    private static func entries() throws -> [String] {
        let files = try ["Names", "Words"].flatMap {
            try FileManager.default.contentsOfDirectory(
                at: folder.appending(path: "Lists/\($0)"), includingPropertiesForKeys: nil)
        }
        return try files.filter { $0.pathExtension == "txt" }.flatMap { file -> [String] in
            var section = ""
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").flatMap { line -> [String] in
                if line.hasPrefix("#") { return [] }
                if line.hasPrefix("[") {
                    section = file.lastPathComponent + String(line)
                    return []
                }
                let kind = line.prefix { $0 != ":" && $0 != " " }
                return line.drop { $0 != ":" }.dropFirst().split(whereSeparator: \.isWhitespace).map {
                    "\(section)\t\(kind)\t\($0)"
                }
            }
        }
    }

    @Test func noSectionHasAnEntryTwice() throws {
        // Case and accents may differ: what the detector reads as one word is compared by `support.py`.
        let counts = Dictionary(grouping: try Self.entries(), by: \.self).filter { $0.value.count > 1 }
        #expect(counts.isEmpty, "\(counts.keys.sorted().prefix(5))")
    }

    @Test func theReadmeTellsHowManyEntriesThereAre() throws {
        let count = try Self.entries().count.formatted(.number.locale(Locale(identifier: "en")))
        let readme = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("\(count) entries"), "there are \(count) entries")
    }
}
