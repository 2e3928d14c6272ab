internal import Text

/// One segment of a URL's path, with percent escapes (RFC 3986); unlike in a form, `+` stands for itself.
enum PathSegment {
    /// Escapes everything but letters, digits, `-`, `.`, `_` and `~`.
    static func encode(_ text: String) -> String {
        PercentEncoding.encoded(text.utf8)
    }

    /// Resolves the escapes; nil for a `%` without two hexadecimal digits, for text that is not UTF-8, and for no text.
    static func decode(_ segment: String) -> String? {
        guard !segment.isEmpty, let decoded = PercentEncoding.bytes(Array(segment.utf8)[...], plusIsBlank: false) else {
            return nil
        }
        return String(validating: decoded, as: UTF8.self)
    }
}
