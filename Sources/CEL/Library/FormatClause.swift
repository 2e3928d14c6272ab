internal import Text

/// Looks for what `format` takes for the place of a value.
package enum FormatClause {
    /// The first clause of a format in a text, such as `%s` or `%.2f`.
    package static func first(in text: String) -> String? {
        let bytes = Array(text.utf8)
        for start in bytes.indices where bytes[start] == UInt8(ascii: "%") {
            if start > 0, bytes[start - 1] == UInt8(ascii: "%") { continue }
            var end = start + 1
            if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
                end += 1
                while end < bytes.count, bytes[end].isDigit { end += 1 }
            }
            guard end < bytes.count, "sdfeboxX".utf8.contains(bytes[end]) else { continue }
            let follows = end + 1 < bytes.count ? bytes[end + 1] : 0x20
            if follows.isLetter || follows.isDigit { continue }
            return String(decoding: bytes[start...end], as: UTF8.self)
        }
        return nil
    }
}
