internal import Text

/// The parts of a URL of any form, as they were read.
struct ParsedURL: Sendable {
    /// As ``URLValue/scheme``.
    let scheme: String
    /// As ``URLValue/host``.
    let host: String
    /// As ``URLValue/hostname``.
    let hostname: String
    /// As ``URLValue/port``.
    let port: String
    /// As ``URLValue/escapedPath``.
    let escapedPath: String
    /// What stands between `?` and `#`, as written.
    let rawQuery: String

    /// Parses a URL.
    ///
    /// - Returns: `nil` when the text is none, or is relative to anything but a root.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        let (beforeFragment, fragment) = Self.cut(bytes[...], at: UInt8(ascii: "#"))
        guard PercentEncoding.isValid(fragment) else { return nil }
        guard let (scheme, afterScheme) = Self.scheme(of: beforeFragment) else { return nil }
        var (rest, query) = Self.cut(afterScheme, at: UInt8(ascii: "?"))
        guard rest.first == UInt8(ascii: "/") else { return nil }
        var authority = Authority()
        let hasAuthority = rest.starts(with: "//".utf8) && (!scheme.isEmpty || !rest.starts(with: "///".utf8))
        if hasAuthority {
            let start = rest.startIndex + 2
            let end = rest[start...].firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            guard let parsed = Authority(rest[start..<end]) else { return nil }
            authority = parsed
            rest = rest[end...]
        }
        guard let path = PercentEncoding.path(rest) else { return nil }
        self.scheme = scheme
        host = authority.host
        hostname = authority.hostname
        port = authority.port
        escapedPath = path
        rawQuery = String(decoding: query, as: UTF8.self)
    }

    /// The scheme and what follows its colon; the whole, if it has none; `nil` for a colon at the start.
    private static func scheme(of bytes: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        for (offset, byte) in bytes.enumerated() {
            if byte.isLetter { continue }
            let isLaterCharacter =
                byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            if isLaterCharacter, offset > 0 { continue }
            guard byte == UInt8(ascii: ":") else { return ("", bytes) }
            if offset == 0 { return nil }
            let scheme = String(decoding: bytes.prefix(offset), as: UTF8.self)
            return (lowercased(scheme), bytes.dropFirst(offset + 1))
        }
        return ("", bytes)
    }

    /// A scheme in lower case.
    static func lowercased(_ scheme: String) -> String {
        if !scheme.utf8.contains(where: { (0x41...0x5A).contains($0) }) { return scheme }
        return String(decoding: scheme.utf8.map { $0.isLetter ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// What stands before and after a separator; nothing after it where there is none.
    static func cut(
        _ bytes: ArraySlice<UInt8>, at separator: UInt8
    ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) {
        guard let position = bytes.firstIndex(of: separator) else { return (bytes, []) }
        return (bytes[..<position], bytes[(position + 1)...])
    }
}

extension ParsedURL {
    /// Host and port.
    private struct Authority {
        var host = ""
        var hostname = ""
        var port = ""

        init() {}

        init?(_ bytes: ArraySlice<UInt8>) {
            var rest = bytes
            // The last one: what a browser would connect to stands after it.
            if let at = bytes.lastIndex(of: UInt8(ascii: "@")) {
                let user = bytes[..<at]
                guard PercentEncoding.isValid(user), user.allSatisfy(Self.userInfo.contains) else { return nil }
                rest = bytes[(at + 1)...]
            }
            guard let (name, isBracketed, portPart) = Self.split(rest), let port = Self.port(portPart) else {
                return nil
            }
            guard let decoded = isBracketed ? Self.literal(name) : Self.registered(name) else { return nil }
            hostname = decoded
            self.port = port
            let colon = portPart.isEmpty ? "" : ":"
            host = (isBracketed ? "[\(decoded)]" : decoded) + colon + port
        }

        /// The host without brackets and the rest from the colon on.
        private static func split(
            _ bytes: ArraySlice<UInt8>
        ) -> (name: ArraySlice<UInt8>, isBracketed: Bool, port: ArraySlice<UInt8>)? {
            if bytes.first == UInt8(ascii: "[") {
                guard let close = bytes.lastIndex(of: UInt8(ascii: "]")) else { return nil }
                return (bytes[(bytes.startIndex + 1)..<close], true, bytes[(close + 1)...])
            }
            let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
            return (bytes[..<colon], false, bytes[colon...])
        }

        private static func port(_ bytes: ArraySlice<UInt8>) -> String? {
            guard let first = bytes.first else { return "" }
            let digits = bytes.dropFirst()
            guard first == UInt8(ascii: ":"), digits.allSatisfy(\.isDigit) else { return nil }
            let text = String(decoding: digits, as: UTF8.self)
            return text.isEmpty || UInt16(text) != nil ? text : nil
        }

        /// An IPv6 address, with a zone after `%25` if there is one.
        private static func literal(_ bytes: ArraySlice<UInt8>) -> String? {
            var address = bytes
            var zone = ""
            if let percent = bytes.firstIndex(of: UInt8(ascii: "%")) {
                guard bytes[percent...].starts(with: "%25".utf8),
                    let decoded = PercentEncoding.decoded(bytes[(percent + 3)...]), !decoded.isEmpty
                else { return nil }
                address = bytes[..<percent]
                zone = "%" + decoded
            }
            guard address.withUnsafeBufferPointer({ IPAddress.parseVersion6($0) }) != nil else { return nil }
            return String(decoding: address, as: UTF8.self) + zone
        }

        /// A name or an IPv4 address. Only bytes beyond ASCII may be percent-encoded, so that no name has two forms.
        private static func registered(_ bytes: ArraySlice<UInt8>) -> String? {
            let isPlain = bytes.allSatisfy(PlainURL.ofHost.contains)
            if isPlain { return String(decoding: bytes, as: UTF8.self) }
            guard bytes.allSatisfy({ $0 >= 0x80 || PlainURL.ofHost.contains($0) || $0 == UInt8(ascii: "%") }),
                let decoded = PercentEncoding.bytes(bytes, plusIsBlank: false)
            else { return nil }
            let kept = bytes.filter { $0 < 0x80 && $0 != UInt8(ascii: "%") }.count
            let escaped = bytes.filter { $0 == UInt8(ascii: "%") }.count
            // Each escape took three ASCII bytes and must have given one beyond ASCII.
            guard decoded.filter({ $0 < 0x80 }).count == kept - 2 * escaped else { return nil }
            return String(validating: decoded, as: UTF8.self)
        }

        private static let userInfo = ASCIISet("-._:~!$&'()*+,;=%@").union(.alphanumerics)
    }
}
