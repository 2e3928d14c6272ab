import JSON
import SeededGenerator
import ServiceModel
import Testing
import Text

/// A record is read the same whatever records were read before, though their names are expected to come again.
@Suite struct UsualNamesTests {
    /// What reading a text came to.
    private struct Outcome: Equatable {
        var reading: RecordReading?
        var error: String?
        var content: [UInt8] = []
        /// Where the reader stands.
        var position = 0
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func whatCameBeforeChangesNothing(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var builder = Self.builder()
        var services = 0
        for _ in 0..<60 {
            let text = Self.object(&generator)
            var fresh = Self.builder()
            let alone = Self.read(text, &fresh)
            #expect(Self.read(text, &builder) == alone, "\(text)")
            if case .service = alone.reading { services += 1 }
        }
        #expect(services > 10, "too few of the texts are Services to tell anything")
    }

    /// Whatever differs from a record that is known in one byte, or ends too early, is read as if nothing were known.
    @Test(arguments: [
        #"{"sid": "KS0123456789abcdef0123456789abcdef", "default_ttl": 3600, "geo_match_level": null, "links": {}}"#,
        #"{"unique_name": "u", "links": {"sessions": "https://x", "phone_numbers": null, "short": ""}, "url":"x"}"#,
        #"{"url":null,"sid":"","chat_instance_sid":"","default_ttl":0,"unique_name":"a name that is long"}"#,
        "{\n  \"uniqueName\": \"x\",\n  \"dateCreated\": \"2015-07-30T20:00:00Z\",\n  \"defaultTtl\": 1\n}",
    ])
    func aByteThatDiffersIsSeen(_ text: String) {
        let bytes = Array(text.utf8)
        var builder = Self.builder()
        #expect(Self.read(text, &builder).reading != nil)
        for index in bytes.indices {
            for noise in [nil, " ", ",", "\"", ":", "}", "{", "\\", "\u{1}", "0", "s"] as [String?] {
                // Cut off, or with another character.
                let rest = noise.map { $0 + String(decoding: bytes[(index + 1)...], as: UTF8.self) }
                let other = String(decoding: bytes[..<index], as: UTF8.self) + (rest ?? "")
                var fresh = Self.builder()
                var knowing = builder
                #expect(Self.read(other, &knowing) == Self.read(other, &fresh), "\(other)")
            }
        }
    }

    private static func builder() -> RecordBatchBuilder {
        RecordBatchBuilder(RecordBatch.Origin(source: "test"))
    }

    private static func read(_ text: String, _ builder: inout RecordBatchBuilder) -> Outcome {
        var outcome = Outcome()
        // As in a file: something stands before the text, and something behind it.
        let bytes = Array(" \(text)".utf8)
        var reader = JSONReader(bytes + Array("\"x\":1}".utf8), in: 0..<bytes.count)
        do throws(JSONError) {
            outcome.reading = try builder.read(&reader, at: RecordBatchBuilder.Place())
            outcome.position = reader.position
            guard case .service = outcome.reading else { return outcome }
            var content = ByteBuilder()
            builder.last?.appendContent(to: &content)
            outcome.content = Array(content.bytes)
        } catch {
            outcome.error = error.description
        }
        return outcome
    }

    /// An object with fields of a Service, mostly in the table's order, and often not quite right.
    private static func object(_ generator: inout SeededGenerator) -> String {
        var fields = ServiceField.allCases
        if generator.next(below: 4) == 0 { fields.shuffle(using: &generator) }
        let spelling = generator.next(below: 6)
        var members: [String] = []
        for field in fields where generator.next(below: 8) > 0 {
            members.append(member(field, spelling, &generator))
            if generator.next(below: 40) == 0 { members.append(member(field, spelling, &generator)) }
            if generator.next(below: 20) == 0 { members.append(#""unknown":[1]"#) }
        }
        let blank = ["", "", " ", "\n  ", "\t"][generator.next(below: 5)]
        var text = "{" + blank + members.joined(separator: blank + "," + blank) + blank + "}"
        guard generator.next(below: 5) == 0, !text.isEmpty else { return text }
        // Something is missing, too much, or another character.
        let signs = text.unicodeScalars.indices.filter {
            generator.next(below: 4) == 0 || ",:\"{}".unicodeScalars.contains(text.unicodeScalars[$0])
        }
        let place = signs[generator.next(below: signs.count)]
        let noise = ["", ",", "\"", ":", "{", "}", " ", "\\", "\u{1}", "é", "x"][generator.next(below: 11)]
        text.unicodeScalars.replaceSubrange(place...place, with: noise.unicodeScalars)
        return text
    }

    private static func member(
        _ field: ServiceField, _ spelling: Int, _ generator: inout SeededGenerator
    ) -> String {
        let name =
            switch spelling {
            case 0: field.camelCaseName
            case 1: field.pascalCaseName
            default: field.name
            }
        let values = [
            "null", "3600", "\"3600\"", "\"\"", "\"text\"", "\"a\\n\\u00e9\"", "\"é\"", "{}", "[]", "true",
            "\"KS0123456789abcdef0123456789abcdef\"", "\"2015-07-30T20:00:00Z\"", "{\"a\":\"b\"}",
        ]
        let written = generator.next(below: 30) == 0 ? "\\u0075" + name.dropFirst() : name
        return "\"\(written)\":" + (generator.next(below: 3) == 0 ? " " : "")
            + values[generator.next(below: values.count)]
    }
}
