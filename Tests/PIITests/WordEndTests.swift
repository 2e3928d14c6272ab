import Foundation
import Testing

@testable import PII

/// The last letters of words that the program keeps are those of the words in its lists.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is rewritten, and the test fails: build again.
@Suite struct WordEndTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/PII/Views/WordHints+Ends.swift").standardizedFileURL

    @Test func listedEndsAreThoseOfTheWords() throws {
        let ends = WordHints.endsOfWords
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(Self.source(of: ends).utf8).write(to: Self.file)
            Issue.record("rewrote the ends of words; build again, then test without UPDATE_GOLDEN")
            return
        }
        var listed: [[PII.Unit]: WordHints] = [:]
        for list in WordHints.listedEnds {
            for end in list.ends.description.split(whereSeparator: \.isWhitespace) {
                #expect(
                    listed.updateValue(list.hints, forKey: end.unicodeScalars.map { $0.value }) == nil, "\(end) twice")
            }
        }
        #expect(listed == ends, "the ends differ from the lists of words; UPDATE_GOLDEN=1 rewrites them")
        #expect(ends.count > 1_000)
    }

    private static func source(of ends: [[PII.Unit]: WordHints]) -> String {
        var source = """
            extension WordHints {
                /// The last letters of all words that tell something, parted by white space, by what they tell.
                ///
                /// They are kept so that no table of words is made for a text without one.
                /// Made of the lists of words: UPDATE_GOLDEN=1 swift test --filter WordEndTests writes it anew.
                static let listedEnds: [(hints: WordHints, ends: StaticString)] = [

            """
        for (hints, ends) in Dictionary(grouping: ends, by: \.value.rawValue).sorted(by: { $0.key < $1.key }) {
            source += "        (\n            WordHints(rawValue: \(hints)),\n            \"\"\"\n"
            var line = ""
            for word in ends.map({ String(units: $0.key) }).sorted() {
                if line.utf8.count + word.utf8.count > 100 {
                    source += "            \(line)\n"
                    line = ""
                }
                line += line.isEmpty ? word : " " + word
            }
            source += "            \(line)\n            \"\"\"\n        ),\n"
        }
        return source + "    ]\n}\n"
    }
}
