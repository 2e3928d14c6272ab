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
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                encoded.append(byte)
            case UInt8(ascii: " "):
                encoded.append(UInt8(ascii: "+"))
            default:
                encoded += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
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
        var decoded: [UInt8] = []
        decoded.reserveCapacity(part.count)
        var index = part.startIndex
        while index < part.endIndex {
            switch part[index] {
            case UInt8(ascii: "+"):
                decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard index + 2 < part.endIndex, let high = value(part[index + 1]), let low = value(part[index + 2])
                else {
                    throw WireError(code: .malformedForm, message: "the form has an incomplete percent escape")
                }
                decoded.append(high << 4 | low)
                index += 2
            case let byte:
                decoded.append(byte)
            }
            index += 1
        }
        guard let text = String(validating: decoded, as: UTF8.self) else {
            throw WireError(code: .malformedForm, message: "the form is not UTF-8")
        }
        return text
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
