import JSON
import SeededGenerator
import ServiceModel
import Testing
import Text

@Suite struct RecordContentTests {
    /// What is added where bytes say it as they stand is what is added where they do not: texts with escapes, dates that
    /// must be parsed, and members in another order.
    @Test(arguments: 0..<50 as Range<UInt64>)
    func spellingChangesNothing(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            var plain: [String] = []
            var escaped: [String] = []
            for field in ServiceField.allCases where generator.next(below: 6) > 0 || field == .uniqueName {
                let (value, other) = Self.value(of: field, &generator)
                plain.append("\"\(field.name)\":\(value)")
                escaped.append("\"\(field.name)\": \(other)")
            }
            let text = "{\(plain.joined(separator: ","))}"
            if generator.next(below: 2) == 0 { escaped.shuffle(using: &generator) }
            #expect(try Self.content(of: text) == Self.content(of: "{\(escaped.joined(separator: " , "))}"), "\(text)")
        }
    }

    /// The bytes stand in keys of findings and in fingerprints of Services without a SID, so that they must stay.
    @Test func theFormIsThatOfBefore() throws {
        let content = try Self.content(
            of:
                #"{"sid":"KS1","unique_name":"é\n","default_ttl":3600,"date_created":"2015-07-30t20:00:00Z","links":{}}"#
        )
        var expected: [UInt8] = [0, 0, 0, 0, 0, 0, 3, 1] + Array("KS1".utf8) + [0, 0]
        expected += [0, 0, 0, 0, 0, 0, 3, 1] + Array("é\n".utf8)
        expected += [0, 0, 0, 0, 0, 0, 4, 2] + Array("3600".utf8) + [0, 0, 0, 0, 0]
        expected += [0, 0, 0, 0, 0, 0, 20, 1] + Array("2015-07-30T20:00:00Z".utf8) + [0, 0, 0]
        #expect(content == expected)
    }

    /// A value, and the same in another spelling.
    private static func value(of field: ServiceField, _ generator: inout SeededGenerator) -> (String, String) {
        switch field.valueType {
        case .integer:
            let numbers: [Int64] = [0, 1, 9, 10, 3600, 604_800, 999_999_999_999_999_999, .max, -1, .min]
            let number = numbers[generator.next(below: numbers.count)]
            return generator.next(below: 4) == 0 ? ("null", "0") : ("\(number)", "\"\(number)\"")
        case .timestamp:
            let texts = ["2015-07-30T20:00:00Z", "0001-01-01T00:00:00Z", "no date", "2015-07-30T20:00:00.5Z"]
            let text = texts[generator.next(below: texts.count)]
            return ("\"\(text)\"", escaped(text))
        case .stringMap:
            return generator.next(below: 2) == 0
                ? ("{}", "null") : (#"{"a":"x","b":"y"}"#, #"{ "b": "\u0079", "a": "x" }"#)
        case .string:
            let length = [0, 1, 7, 8, 9, 15, 16, 17, 34, 63, 191][generator.next(below: 11)]
            let text = String(
                String.UnicodeScalarView(
                    (0..<length).map { _ in
                        Unicode.Scalar(UInt8(ascii: "a") + UInt8(generator.next(below: 26)))
                    }))
            return ("\"\(text)\"", text.isEmpty ? "\"\"" : escaped(text))
        }
    }

    private static func escaped(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { "\\u" + "0000\(String($0.value, radix: 16))".suffix(4) }.joined() + "\""
    }

    private static func content(of text: String) throws -> [UInt8] {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "test"))
        var reader = JSONReader(Array(text.utf8))
        guard case .service = try builder.read(&reader, at: RecordBatchBuilder.Place()) else { return [] }
        var content = ByteBuilder()
        builder.last?.appendContent(to: &content)
        return Array(content.bytes)
    }
}
