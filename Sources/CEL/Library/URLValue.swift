internal import Text

/// A parsed URL, as the function `url` gives it: absolute (`scheme://host/path`), or a path from the root.
///
/// Parsing follows RFC 3986 as Go's `net/url` reads it, which Kubernetes' library uses, and is stricter where leniency
/// would hide the host: a backslash or blank in the authority, a port over 65535 and a bracketed host that is no IPv6
/// address are refused.
struct URLValue: Sendable, Hashable {
    /// The whole as written.
    let text: String
    private let form: Form

    /// How the parts are known.
    private enum Form: Sendable {
        /// By where they stand in the text.
        case plain(PlainURL)
        indirect case parsed(ParsedURL)
    }

    /// The type of such values.
    static let celType: CELType = .opaque("kubernetes.URL", [])

    /// Parses a URL.
    ///
    /// - Returns: `nil` when the text is none, or is relative to anything but a root.
    init?(_ text: String) {
        if let plain = text.withBytes({ PlainURL($0) }) {
            form = .plain(plain)
        } else if let parsed = ParsedURL(text) {
            form = .parsed(parsed)
        } else {
            return nil
        }
        self.text = text
    }

    /// Whether a text is a URL.
    static func isURL(_ text: String) -> Bool { text.withBytes { PlainURL($0) != nil } || ParsedURL(text) != nil }

    /// The scheme in lower case; empty for a path alone.
    var scheme: String {
        switch form {
        case .plain(let plain): ParsedURL.lowercased(written(plain.scheme))
        case .parsed(let parsed): parsed.scheme
        }
    }

    /// The host and port as written, without user information; IPv6 addresses in brackets.
    var host: String {
        switch form {
        case .plain(let plain): written(plain.host)
        case .parsed(let parsed): parsed.host
        }
    }

    /// The host alone, without brackets.
    var hostname: String {
        switch form {
        case .plain(let plain): written(plain.hostname)
        case .parsed(let parsed): parsed.hostname
        }
    }

    /// The port's digits; empty for none.
    var port: String {
        switch form {
        case .plain(let plain): written(plain.port)
        case .parsed(let parsed): parsed.port
        }
    }

    /// The path, percent-encoded.
    var escapedPath: String {
        switch form {
        case .plain(let plain): written(plain.path)
        case .parsed(let parsed): parsed.escapedPath
        }
    }

    /// What stands between `?` and `#`, as written.
    private var rawQuery: String {
        switch form {
        case .plain(let plain): written(plain.query)
        case .parsed(let parsed): parsed.rawQuery
        }
    }

    /// The text at a range of ``PlainURL``, which was read from it and so is within it.
    private func written(_ range: Range<Int>) -> String {
        text.withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }

    /// The parameters of the query in order: each name with its values. Those that cannot be decoded are left out.
    var query: [(name: String, values: [String])] {
        var parameters: [(name: String, values: [String])] = []
        var positions: [CodePointString: Int] = [:]
        for part in Array(rawQuery.utf8).split(separator: UInt8(ascii: "&")) where !part.contains(UInt8(ascii: ";")) {
            let (name, value) = ParsedURL.cut(part, at: UInt8(ascii: "="))
            guard let name = PercentEncoding.decoded(name, plusIsBlank: true),
                let value = PercentEncoding.decoded(value, plusIsBlank: true)
            else { continue }
            if let position = positions[CodePointString(name)] {
                parameters[position].values.append(value)
            } else {
                positions[CodePointString(name)] = parameters.count
                parameters.append((name, [value]))
            }
        }
        return parameters
    }

    /// Whether both are written alike.
    static func == (left: URLValue, right: URLValue) -> Bool { left.text.hasSameBytes(as: right.text) }

    /// Hashes what is written.
    func hash(into hasher: inout Hasher) { CodePointString(text).hash(into: &hasher) }
}

extension URLValue: CELOpaqueValue {
    /// The same for all URLs.
    var type: CELType { Self.celType }

    /// The URL as written.
    var description: String { text }
}
