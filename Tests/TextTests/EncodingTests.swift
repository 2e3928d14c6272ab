import Foundation
import SeededGenerator
import Testing

@testable import Text

/// Encodings, against those of Foundation.
@Suite struct EncodingTests {
    /// Bytes of every value and length modulo 3.
    private static let samples: [[UInt8]] = (0..<70).map { count in
        (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
    }

    @Test func base64IsFoundations() {
        for bytes in Self.samples {
            let text = Base64.encoded(bytes)
            #expect(text == Data(bytes).base64EncodedString())
            #expect(text.withBytes { Base64.decoded($0) } == bytes)
        }
    }

    @Test func percentEncodingIsFoundations() {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        for text in ["", "plain-text_~.", "a b+c", "100%", "grüße/張偉?&=", "\u{0}\u{7F}"] {
            let encoded = PercentEncoding.encoded(text.utf8)
            #expect(encoded == text.addingPercentEncoding(withAllowedCharacters: unreserved))
            #expect(PercentEncoding.decoded(Array(encoded.utf8)[...]) == text)
        }
        for broken in ["%", "%4", "%zz", "a%2"] { #expect(PercentEncoding.decoded(Array(broken.utf8)[...]) == nil) }
    }

    @Test func hexadecimalDigitsAreReadAndWritten() {
        #expect(Hexadecimal.string([0x00, 0x0F, 0xA5, 0xFF]) == "000fa5ff")
        for number in [0, 1, 0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210, .max, 0x9A9A_0000_A9A9_FFFF] as [UInt64] {
            var builder = ByteBuilder()
            builder.append(hexadecimal: number)
            let digits = String(number, radix: 16)
            #expect(
                String(decoding: builder.bytes, as: UTF8.self) == String(repeating: "0", count: 16 - digits.count)
                    + digits)
        }
        for byte in UInt8.min ... .max {
            let character = Character(Unicode.Scalar(byte))
            #expect(byte.hexDigitValue.map(Int.init) == (byte < 0x80 ? character.hexDigitValue : nil))
            #expect(byte.isDigit == ("0"..."9").contains(character))
            #expect(byte.isLetter == (byte < 0x80 && character.isLetter))
        }
    }

    /// Digits of every kind, and texts that are none by a byte anywhere.
    @Test func sixteenHexadecimalDigitsAreANumber() {
        var generator = SeededGenerator(seed: 16)
        for round in 0..<20_000 {
            var digits = Array(generator.text(16, of: "0123456789abcdef").utf8)
            if round % 2 == 1 { digits[generator.next(below: 16)] = UInt8(truncatingIfNeeded: generator.next()) }
            let isNumber = digits.allSatisfy { Array("0123456789abcdef".utf8).contains($0) }
            let expected = isNumber ? UInt64(String(decoding: digits, as: UTF8.self), radix: 16) : nil
            let offset = generator.next(below: 9)
            let text = Array(repeating: UInt8(ascii: "K"), count: offset) + digits
            #expect(text.withUnsafeBytes { Hexadecimal.number(of: $0, at: offset) } == expected)
        }
    }

    @Test func linesAreFoundByOffset() {
        let index = LineIndex(Array("ab\n\nc\n".utf8))
        #expect((0...6).map(index.line) == [1, 1, 1, 2, 3, 3, 4])
        #expect(LineIndex([]).line(of: 0) == 1)
    }
}
