import SeededGenerator
import Testing

@testable import Text

/// Ranges of ASCII characters that are looked for eight bytes at a time, against a look at each byte.
@Suite struct ByteWordTests {
    private static let ranges: [ClosedRange<UInt8>] = [
        0x41...0x5A, 0x61...0x7A, 0x2D...0x2D, 0x5F...0x5F, 0...0, 0...0x1F, 0x7F...0x7F, 0...0x7F,
    ]

    /// Texts of all lengths around a word's, some of any bytes, some of few that are in the range or next to it.
    private static func samples(_ range: ClosedRange<UInt8>) -> [[UInt8]] {
        var generator = SeededGenerator(seed: 11)
        let near = [
            range.lowerBound &- 1, range.lowerBound, range.upperBound, range.upperBound &+ 1, range.lowerBound | 0x80,
            range.upperBound | 0x80, 0, 0x7F, 0x80, 0xFF,
        ]
        return (0..<3000).map { number in
            (0..<generator.next(below: 40)).map { _ in
                switch number % 3 {
                case 0: UInt8(generator.next(below: 256))
                case 1: near[generator.next(below: near.count)]
                default: generator.next(below: 20) == 0 ? range.lowerBound : range.upperBound &+ 1
                }
            }
        }
    }

    @Test(arguments: ranges) func areFoundCountedAndChangedAsByLookingAtEachByte(_ range: ClosedRange<UInt8>) {
        for bytes in Self.samples(range) {
            for bits in [UInt8(0x20), 0xFF] {
                var room = [UInt8](repeating: 0xEE, count: bytes.count + 2)
                bytes.withUnsafeBufferPointer { bytes in
                    #expect(bytes.contains(ascii: range) == bytes.contains { range.contains($0) })
                    #expect(bytes.count(ascii: range) == bytes.count { range.contains($0) })
                    room.withUnsafeMutableBufferPointer { room in
                        let part = UnsafeMutableBufferPointer(rebasing: room[1..<bytes.count + 1])
                        bytes.copy(to: part, changing: bits, of: range)
                    }
                }
                let changed = bytes.map { range.contains($0) ? $0 ^ bits : $0 }
                #expect(room == [0xEE] + changed + [0xEE], "\(bytes)")
            }
        }
    }
}
