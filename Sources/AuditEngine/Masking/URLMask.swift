internal import Text

/// A URL without the parts that can carry a credential.
///
/// Works on texts that are no valid URLs too, since these are what an audit reports: everything before the last `@` of
/// what stands where the authority would be is hidden. Linear in the text's size.
struct URLMask {
    let masked: String

    private static let hidden = Array("***".utf8)
    /// From this length on a path segment of letters and digits mixed is taken for a token, as in a webhook's address.
    private static let tokenLength = 20

    init(_ text: String) {
        masked = String(decoding: URLMask.mask(Array(text.utf8)[...]), as: UTF8.self)
    }

    /// Whether a text is sure to stay as it is, as a URL and as a text with URLs in it: there is nothing in it that a mask
    /// begins at, and no part between slashes that could be a token.
    static func leaves(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (count, digits, letters) = (0, 0, 0)
        for byte in bytes {
            if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return false }
            if byte == UInt8(ascii: "/") {
                (count, digits, letters) = (0, 0, 0)
                continue
            }
            count += 1
            digits += byte.isDigit ? 1 : 0
            letters += byte.isLetter ? 1 : 0
            if count >= tokenLength && digits >= 3 && letters >= 3 { return false }
        }
        return true
    }

    /// Masks every URL that stands in a longer text, from its scheme up to the next blank, quote or bracket.
    static func maskingAll(in text: String) -> String {
        guard text.withBytes(mayStand) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let end = bytes[position...].firstIndex(where: isDelimiter) ?? bytes.count
            let word = bytes[position..<end]
            result += authorityStart(of: word) > word.startIndex ? mask(word) : Array(word)
            if end < bytes.count { result.append(bytes[end]) }
            position = end + 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a URL may stand in a longer text; where not, ``maskingAll(in:)`` gives the text.
    static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let slash = UInt8(ascii: "/")
        var position = 0
        while let found = bytes.firstIndex(of: slash, from: position, before: bytes.count), found + 1 < bytes.count {
            if bytes[found + 1] == slash { return true }
            position = found + 1
        }
        return false
    }

    private static func mask(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let start = authorityStart(of: bytes)
        var result = Array(bytes[..<start])
        let authorityEnd = bytes[start...].firstIndex(where: endsAuthority.contains) ?? bytes.endIndex
        if let at = bytes[start..<authorityEnd].lastIndex(of: UInt8(ascii: "@")) {
            result += hidden + bytes[at..<authorityEnd]
        } else {
            result += bytes[start..<authorityEnd]
        }
        let rest = bytes[authorityEnd...]
        let fragmentStart = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        let queryStart = rest[..<fragmentStart].firstIndex(of: UInt8(ascii: "?")) ?? fragmentStart
        result += maskedPath(rest[..<queryStart])
        if queryStart < fragmentStart { result += maskedQuery(rest[(queryStart + 1)..<fragmentStart]) }
        if fragmentStart < rest.endIndex { result += [UInt8(ascii: "#")] + hidden }
        return result
    }

    /// The index after `://` or a leading `//`; the start where there is neither.
    private static func authorityStart(of bytes: ArraySlice<UInt8>) -> Int {
        let slash = UInt8(ascii: "/")
        for index in bytes.indices.dropLast() where bytes[index] == slash && bytes[index + 1] == slash {
            let isLeading = index == bytes.startIndex
            if isLeading || bytes[index - 1] == UInt8(ascii: ":") { return index + 2 }
            break
        }
        return bytes.startIndex
    }

    private static func maskedPath(_ path: ArraySlice<UInt8>) -> [UInt8] {
        let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return Array(segments.map { looksLikeToken($0) ? hidden : Array($0) }.joined(separator: [UInt8(ascii: "/")]))
    }

    private static func looksLikeToken(_ segment: ArraySlice<UInt8>) -> Bool {
        guard segment.count >= tokenLength else { return false }
        let digits = segment.count { $0.isDigit }
        let letters = segment.count { $0.isLetter }
        return digits >= 3 && letters >= 3
    }

    private static func maskedQuery(_ query: ArraySlice<UInt8>) -> [UInt8] {
        let fields = query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map { field in
            guard let equals = field.firstIndex(of: UInt8(ascii: "=")) else { return field.isEmpty ? [] : hidden }
            return Array(field[...equals]) + (equals + 1 == field.endIndex ? [] : hidden)
        }
        return [UInt8(ascii: "?")] + Array(fields.joined(separator: [UInt8(ascii: "&")]))
    }

    private static let endsAuthority = ASCIISet("/?#\\")
    private static let delimiters = ASCIISet("\"'<>()[]{}`|")

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte <= 0x20 || delimiters.contains(byte)
    }
}
