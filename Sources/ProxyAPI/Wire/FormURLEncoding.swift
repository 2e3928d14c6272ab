internal import Text

/// The encoding `application/x-www-form-urlencoded`: pairs joined by `&`, a space as `+`, UTF-8 bytes as `%XX`.
///
/// The bytes that stand for themselves are those of the WHATWG URL standard: letters, digits, `*`, `-`, `.`, `_`.
package enum FormURLEncoding {
    /// The media type of an encoded body.
    package static var contentType: String { "application/x-www-form-urlencoded" }

    /// Encodes pairs in the order given.
    package static func encode(_ fields: [(String, String)]) -> String {
        fields.map { "\(encode($0.0))=\(encode($0.1))" }.joined(separator: "&")
    }

    /// Encodes one name or value.
    package static func encode(_ text: String) -> String {
        let escaped = PercentEncoding.encoded(text.utf8) { $0.isAlphanumeric || "*-._ ".utf8.contains($0) }
        return String(decoding: escaped.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "+") : $0 }, as: UTF8.self)
    }

    /// Decodes a body into its pairs, in order; a part without `=` is a name with an empty value, an empty part nothing.
    ///
    /// - Throws: `.malformedForm` for a `%` without two hexadecimal digits, and for text that is not UTF-8.
    /// - Complexity: linear in the number of bytes.
    package static func decode(_ bytes: [UInt8]) throws(WireError) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            let equals = part.firstIndex(of: UInt8(ascii: "="))
            let name = try decode(part: part[..<(equals ?? part.endIndex)])
            let value = try equals.map { index throws(WireError) in try decode(part: part[(index + 1)...]) } ?? ""
            fields.append((name, value))
        }
        return fields
    }

    private static func decode(part: ArraySlice<UInt8>) throws(WireError) -> String {
        guard let decoded = PercentEncoding.bytes(part, plusIsBlank: true) else {
            throw WireError(code: .malformedForm, message: "the form has an incomplete percent escape")
        }
        guard let text = String(validating: decoded, as: UTF8.self) else {
            throw WireError(code: .malformedForm, message: "the form is not UTF-8")
        }
        return text
    }
}
