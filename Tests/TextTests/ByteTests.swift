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

    @Test func aSetOfBytesHasTheASCIIAmongThem() {
        let texts = ["", "a", "AZ09", "prod-eu_1", "é\u{7F}\u{0}", " !@`~"]
        for text in texts {
            let set = text.withBytes { ASCIISet(of: $0) }
            for byte in UInt8.min ... .max {
                #expect(set.contains(byte) == (byte < 0x80 && text.utf8.contains(byte)), "\(text) \(byte)")
            }
            for other in texts {
                let isPart = other.utf8.allSatisfy { $0 >= 0x80 || text.utf8.contains($0) }
                #expect(set.isSuperset(of: ASCIISet(other)) == isPart, "\(text) \(other)")
                var both = set
                for byte in other.utf8 { both.insert(byte) }
                #expect(both.isSuperset(of: set) && both.isSuperset(of: ASCIISet(other)))
                #expect(set.union(ASCIISet(other)).isSuperset(of: both))
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
