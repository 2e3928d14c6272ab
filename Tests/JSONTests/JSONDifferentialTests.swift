import Foundation
import JSON
import Testing

/// Compares with Foundation's reader over generated documents, sound and damaged.
@Suite struct JSONDifferentialTests {
    @Test(arguments: 0..<40) func readsWhatFoundationReads(_ seed: UInt64) throws {
        var generator = DocumentGenerator(seed: seed)
        for _ in 0..<25 {
            let value = generator.value(depth: 5)
            var writer = JSONWriter(isPretty: generator.next(below: 2) == 0)
            value.write(to: &writer)
            #expect(try JSONValue.parse(writer.bytes) == value)
            let foreign = try JSONSerialization.jsonObject(with: Data(writer.bytes), options: [.fragmentsAllowed])
            #expect(Self.matches(value, foreign), "\(value.jsonText)")
        }
    }

    @Test(arguments: 100..<140) func acceptsNothingThatFoundationRejects(_ seed: UInt64) throws {
        var generator = DocumentGenerator(seed: seed)
        for _ in 0..<50 {
            var bytes = Array(generator.value(depth: 4).jsonText.utf8)
            for _ in 0...generator.next(below: 3) {
                let index = generator.next(below: bytes.count + 1)
                let junk = Array("{}[]\",:0.eE+-tfn\\u \u{1}é".utf8)
                switch generator.next(below: 3) {
                case 0 where index < bytes.count: bytes.remove(at: index)
                case 1 where index < bytes.count: bytes[index] = junk[generator.next(below: junk.count)]
                default: bytes.insert(junk[generator.next(below: junk.count)], at: index)
                }
            }
            var skipper = JSONReader(bytes)
            let isSkipped = (try? skipper.skipValue()) != nil && (try? skipper.finish()) != nil
            guard let value = try? JSONValue.parse(bytes) else { continue }
            #expect(isSkipped)
            // Foundation refuses numbers beyond binary floating point, which RFC 8259 allows.
            guard !Self.hasInfiniteNumber(value) else { continue }
            let foreign = try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
            #expect(foreign.map { Self.matches(value, $0) } == true, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    private static func hasInfiniteNumber(_ value: JSONValue) -> Bool {
        switch value {
        case .number(let number): !number.double.isFinite
        case .array(let elements): elements.contains(where: hasInfiniteNumber)
        case .object(let members): members.contains { hasInfiniteNumber($0.value) }
        case .null, .bool, .string: false
        }
    }

    private static func matches(_ value: JSONValue, _ foreign: Any) -> Bool {
        switch value {
        case .null: foreign is NSNull
        case .bool(let value): (foreign as? NSNumber)?.boolValue == value
        case .number(let number): (foreign as? NSNumber)?.doubleValue == number.double
        case .string(let text): (foreign as? String).map { $0.utf8.elementsEqual(text.utf8) } == true
        case .array(let elements):
            (foreign as? [Any]).map { $0.count == elements.count && zip(elements, $0).allSatisfy(matches) } == true
        case .object(let members):
            (foreign as? [String: Any]).map { foreign in
                foreign.count == members.count
                    && members.allSatisfy { member in foreign[member.name].map { matches(member.value, $0) } == true }
            } == true
        }
    }
}

/// Makes documents from a seed (SplitMix64), so that a failure can be repeated.
private struct DocumentGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }

    mutating func value(depth: Int) -> JSONValue {
        switch next(below: depth > 0 ? 8 : 5) {
        case 0: return .null
        case 1: return .bool(next(below: 2) == 0)
        case 2: return .number(JSONNumber(Int64(next(below: 2_000_001) - 1_000_000)))
        case 3: return .number(JSONNumber(Double(next(below: 2_000_001) - 1_000_000) / 1024) ?? JSONNumber(0))
        case 4: return .string(text())
        case 5: return .array((0..<next(below: 5)).map { _ in value(depth: depth - 1) })
        default:
            let count = next(below: 5)
            return .object((0..<count).map { JSONMember(name: "\($0)" + text(), value: value(depth: depth - 1)) })
        }
    }

    mutating func text() -> String {
        let alphabet: [Unicode.Scalar] = [
            "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\u{0}", "\u{7F}", "é", "€", "😀", "\u{2028}", "\u{202E}", "{",
            "]",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<next(below: 9) { text.append(alphabet[next(below: alphabet.count)]) }
        return String(text)
    }
}
