/// The first place at which a text stops being the JSON that was expected, and why.
///
/// The message names at most one character of the text, since the text may hold personal data or secrets.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of fault.
    package enum Code: String, CaseIterable, Sendable {
        /// The text ends inside a value; more of it might make the value whole.
        case unexpectedEnd
        /// A character that the grammar does not allow there.
        case unexpectedCharacter
        /// A value of another type than the caller asked for.
        case unexpectedType
        /// A number that the grammar does not allow, such as `01`, `1.` or `+1`, or one that is too long.
        case invalidNumber
        /// A backslash that is not followed by one of the escapes of RFC 8259.
        case invalidEscape
        /// A character below U+0020 inside a string.
        case controlCharacter
        /// Bytes that are not UTF-8.
        case invalidUTF8
        /// A name that its object has already had.
        case duplicateKey
        /// More arrays and objects inside each other than `JSONLimits.depth`.
        case tooDeep
        /// More bytes than `JSONLimits.bytes`.
        case tooLarge
        /// Something after the end of the value.
        case trailingContent
    }

    package let code: Code
    package let position: JSONPosition
    /// One line, without the position.
    package let message: String

    package init(_ code: Code, at position: JSONPosition, _ message: String) {
        self.code = code
        self.position = position
        self.message = message
    }

    /// Bytes before the fault.
    package var offset: Int { position.offset }
    /// The line of the fault, from 1.
    package var line: Int { position.line }
    /// The column of the fault in bytes, from 1.
    package var column: Int { position.column }

    package var description: String { "line \(line), column \(column): \(message)" }
}

extension JSONError {
    /// Names a byte for a message without showing more than one printable ASCII character.
    package static func describe(_ byte: UInt8) -> String {
        switch byte {
        case 0x21..<0x7F: return "'\(Character(Unicode.Scalar(byte)))'"
        case 0x80...: return "a character outside ASCII"
        default: return "U+00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
}

/// How much a JSON text may ask of its reader.
package struct JSONLimits: Sendable, Hashable {
    /// How many arrays and objects may lie inside each other.
    package let depth: Int
    /// How many bytes a text that is read at once may have.
    package let bytes: Int

    /// Depths are clamped to 1…512, so that no text can exhaust the stack.
    package init(depth: Int = 128, bytes: Int = 64 << 20) {
        self.depth = min(max(depth, 1), 512)
        self.bytes = max(bytes, 0)
    }
}
