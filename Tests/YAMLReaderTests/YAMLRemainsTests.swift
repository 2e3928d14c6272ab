import Testing

@testable import YAMLReader

/// What is YAML in a text that is none is read, at its places.
@Suite struct YAMLRemainsTests {
    private static func remains(_ text: String) -> YAMLRemains? {
        #expect(throws: YAMLError.self) { try YAMLDocument(text) }
        return YAMLRemains(text, keys: ["a", "list"])
    }

    @Test func partsAreReadAtTheirPlaces() throws {
        let text = "a: 1\nlist:\n# ä\n- x: 'ö\n- y: 2\n- z: 3: 4\n  w: 5\n"
        let remains = try #require(Self.remains(text))
        #expect(remains.document.root["a"]?.written == "1")
        let elements = try #require(remains.document.root["list"]?.sequence)
        #expect(elements.count == 1)
        let place = try #require(text.utf8.firstRange(of: "y: 2".utf8)).lowerBound
        #expect(elements.first?.offset == text.utf8.distance(from: text.utf8.startIndex, to: place))
        #expect(remains.document.text.utf8.count == text.utf8.count)
        #expect(remains.unread.map(\.words) == [["list", "x"], ["list", "z", "3", "4", "w", "5"]])
    }

    /// A parser that has lost its place stops further down than the mistake is.
    @Test func everyPartIsToldOfInItself() throws {
        let text = "a: [\n\nlist:\n  - x\n  - y: z: 1\n  - 'b\n"
        let remains = try #require(Self.remains(text))
        #expect(remains.unread.map(\.error.offset) == [4, 26, 34])
        #expect(remains.document.root["list"]?.sequence?.count == 1)
    }

    @Test(arguments: [
        // Only what is indented as the first element is one, and a key that may stand there begins a part.
        ("list:\n  - x: |\n      - 1\n    y: [\n  - z: 2\n", 1), ("list:\n  - x: {\n b: 1\n", 1),
        ("list: # those\n\n  - x: @\n  - y: @\n", 2), ("list:\r\n  - x: @\r\n  - y: 1\r\n", 1),
        ("a: 'b\nc: 1\nlist:\n  -\n    x: @\n", 2), ("list:\n  x: 1\n  - y: @\n", 1),
    ])
    func partsEndWhereTheNextBegins(text: String, unread: Int) {
        #expect(Self.remains(text)?.unread.count == unread)
    }

    /// No part alone is to blame.
    @Test(arguments: ["a: 1\na: 2\n", "b: [\n", "- x\n- y: @\n", " list: 1\na: 2\n"])
    func whatIsWrongBetweenPartsIsToldOfTheWhole(text: String) {
        #expect(Self.remains(text) == nil)
    }
}
