import SeededGenerator
import Testing

@testable import Text

/// Comparisons of bytes that are made of words, against those of the standard library.
@Suite struct ByteTests {
    private static let samples: [[UInt8]] = {
        var generator = SeededGenerator(seed: 1)
        return (0..<400).map { _ in
            // Few values and lengths around a word's, so that many begin alike.
            (0..<Int.random(in: 0...20, using: &generator)).map { _ in [0, 1, 0x7F, 0x80, 0xFF].randomElement() ?? 0 }
        } + [[], [0], Array(repeating: 0, count: 8), Array(repeating: 0, count: 9)]
    }()

    @Test func orderIsThatOfTheBytes() {
        for left in Self.samples {
            for right in Self.samples {
                let order = left.withUnsafeBytes { left in right.withUnsafeBytes { left.order(with: $0) } }
                #expect((order < 0) == left.lexicographicallyPrecedes(right), "\(left) \(right)")
                #expect((order == 0) == (left == right), "\(left) \(right)")
            }
        }
    }

    @Test func aBeginningIsFound() {
        for left in Self.samples {
            for right in Self.samples {
                let starts = left.withUnsafeBufferPointer { left in
                    right.withUnsafeBufferPointer { left.startsWith($0) }
                }
                #expect(starts == left.starts(with: right), "\(left) \(right)")
            }
        }
    }

    @Test func aSetHasItsCharactersAndNoOthers() {
        let text = " !09@AZ[`az{~\u{7F}\u{0}é"
        let set = ASCIISet(text).union(ASCIISet("+"))
        for byte in UInt8.min ... .max {
            #expect(set.contains(byte) == (byte < 0x80 && (text + "+").utf8.contains(byte)))
            #expect(ASCIISet.alphanumerics.contains(byte) == byte.isAlphanumeric)
        }
    }
}
