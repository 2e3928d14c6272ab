import SeededGenerator
import Testing

@testable import JSON

/// What is written into room that was made for it, against what a `JSONWriter` writes part by part.
@Suite struct JSONMembersTests {
    private static let alphabet = "abc ABC/09.\"\\\n\t\u{0}\u{1F}\u{7F}\u{80}\u{9F}é€\u{202E}\u{FEFF}😀\u{E0041}"

    @Test(arguments: 1...40) func membersAreThoseOfAWriter(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let texts: [String?] = (0..<12).map { _ in
            let length = generator.next(below: 50)
            return switch generator.next(below: 4) {
            case 0: nil
            case 1: generator.text(length, of: Self.alphabet)
            default: generator.text(length, of: "abcdefghijkl -")
            }
        }
        let numbers: [Int?] = [nil, 0, 7, -1, .max, .min, Int(generator.next() >> 40)]
        let size = texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
        var parts = JSONWriter(isPretty: true)
        var whole = parts
        for _ in 0..<2 {
            parts.objectOnOneLine { Self.write(texts, numbers, &$0) }
            whole.objectOnOneLine(room: 1024 + JSONMembers.longestEscape * size) { Self.write(texts, numbers, &$0) }
        }
        #expect(String(decoding: whole.bytes, as: UTF8.self) == String(decoding: parts.bytes, as: UTF8.self))
    }

    /// Each scalar whose escape is the longest for its size, in no more room than there may be.
    @Test(arguments: ["\u{1}", "\u{7F}", "\u{9F}", "\u{202E}", "\u{E0041}", "\"", "é"])
    func noTextTakesMoreThanItsRoom(_ scalar: String) {
        let text = String(repeating: scalar, count: 30)
        var writer = JSONWriter()
        writer.objectOnOneLine(room: JSONMembers.longestEscape * text.utf8.count + 8) { $0.member("a", text) }
        #expect((try? JSONValue.parse(writer.bytes)) == .object([JSONMember(name: "a", value: .string(text))]))
    }

    /// Bytes that are no UTF-8 become what they become elsewhere.
    @Test func repairsWhatIsNoUTF8() {
        let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xE2, 0x82, 0x22, 0xC3]
        var writer = JSONWriter()
        bytes.withUnsafeBufferPointer { text in
            writer.objectOnOneLine(room: 99) { $0.member("a", utf8: text) }
        }
        let repaired = String(decoding: bytes, as: UTF8.self)
        #expect((try? JSONValue.parse(writer.bytes)) == .object([JSONMember(name: "a", value: .string(repaired))]))
    }

    private static func write(_ texts: [String?], _ numbers: [Int?], _ json: inout JSONWriter) {
        for text in texts { json.member("text", text) }
        json.key("object")
        json.beginObject()
        json.endObject()
        json.key("array")
        json.beginArray()
        for number in numbers {
            json.beginObject()
            json.member("a_number_of_it", number)
            json.member("", "after")
            json.endObject()
        }
        json.endArray()
    }

    private static func write(_ texts: [String?], _ numbers: [Int?], _ json: inout JSONMembers) {
        for text in texts {
            if let text, text.utf8.count % 2 == 0 {
                json.member("text", text)
            } else if let text, text.utf8.count % 3 == 0 {
                json.members(JSONMembers.written(room: 600) { $0.member("text", text) })
            } else if let text {
                Array(text.utf8).withUnsafeBufferPointer { json.member("text", utf8: $0) }
            } else {
                json.member("text", utf8: nil)
            }
        }
        json.beginObject("object")
        json.endObject()
        json.beginArray("array")
        for number in numbers {
            json.beginObject()
            json.member("a_number_of_it", number)
            json.member("", "after")
            json.endObject()
        }
        json.endArray()
    }
}
