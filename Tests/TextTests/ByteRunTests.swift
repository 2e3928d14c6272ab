import SeededGenerator
import Testing

@testable import Text

/// Runs of bytes that are passed eight at a time, against a look at each byte.
@Suite struct ByteRunTests {
    /// Texts of all lengths around a word's, mostly plain, with the bytes that end a run and their neighbours anywhere.
    private static let samples: [[UInt8]] = {
        var generator = SeededGenerator(seed: 7)
        let telling: [UInt8] = [
            0, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7E, 0x7F, 0x80, 0xA2, 0xDC, 0xFF, 0x0A,
        ]
        return (0..<3000).map { _ in
            (0..<generator.next(below: 40)).map { _ in
                generator.next(below: 12) == 0 ? telling[generator.next(below: telling.count)] : UInt8(ascii: "a")
            }
        }
    }()

    @Test(arguments: [UInt8(ascii: "\""), 0x7F])
    func plainTextEndsWhereALookAtEachByteSays(other: UInt8) {
        for bytes in Self.samples {
            for start in [0, bytes.count / 3] {
                let expected =
                    bytes.indices.dropFirst(start).first {
                        bytes[$0] < 0x20 || bytes[$0] >= 0x80 || [0x22, 0x5C, other].contains(bytes[$0])
                    } ?? bytes.count
                let end = bytes.withUnsafeBufferPointer {
                    $0.endOfPlainText(from: start, before: bytes.count, or: other)
                }
                #expect(end == expected, "\(bytes)")
            }
        }
    }

    @Test func plainTextIsCopiedAndToldFromOther() {
        for bytes in Self.samples {
            var room = [UInt8](repeating: 0xEE, count: bytes.count + 2)
            let isPlain = bytes.withUnsafeBufferPointer { bytes in
                room.withUnsafeMutableBytes { room in
                    bytes.copyPlainText(to: UnsafeMutableRawBufferPointer(rebasing: room[1..<bytes.count + 1]))
                }
            }
            #expect(room == [0xEE] + bytes + [0xEE])
            #expect(isPlain == bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }, "\(bytes)")
        }
    }

    @Test func aByteIsFoundInItsRangeAndNotBeyond() {
        for bytes in Self.samples {
            for range in [0..<bytes.count, bytes.count / 3..<bytes.count, 0..<bytes.count / 2] {
                #expect(
                    bytes.firstIndex(of: UInt8(ascii: "\n"), in: range)
                        == bytes[range].firstIndex(of: UInt8(ascii: "\n")))
            }
        }
        #expect([UInt8]().firstIndex(of: 0, in: 0..<0) == nil)
    }
}
