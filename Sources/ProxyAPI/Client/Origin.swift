internal import Text

/// The scheme, host and port that requests go to, such as `https://proxy.twilio.com`.
///
/// Read strictly: what this type takes cannot be understood otherwise by another URL parser further on, because it
/// has neither user information nor escapes nor characters outside ASCII.
package struct Origin: Sendable, Hashable, CustomStringConvertible {
    /// How requests travel.
    package enum Scheme: String, Sendable {
        case http
        case https

        var defaultPort: Int {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }

    /// `http` or `https`.
    package let scheme: Scheme
    /// In lower case; an IPv6 address stands in brackets.
    package let host: String
    /// 1 to 65535.
    package let port: Int

    /// Reads `scheme://host[:port]`; nil for anything else.
    package init?(_ text: String) {
        guard let (origin, rest) = Origin.split(text), rest.isEmpty else { return nil }
        self = origin
    }

    init(scheme: Scheme, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// The origin as text, without a port that is the scheme's own.
    package var description: String {
        "\(scheme.rawValue)://\(host)" + (port == scheme.defaultPort ? "" : ":\(port)")
    }

    /// Whether the host is this machine by its name or address: `localhost`, `127.…` or `[::1]`.
    package var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil && !$0.hasPrefix("+") }
    }

    /// Splits an absolute URL into its origin and what follows it, which is empty or starts with `/`, `?` or `#`.
    static func split(_ text: String) -> (origin: Origin, rest: String)? {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon <= 5,
            bytes[colon...].starts(with: "://".utf8),
            let scheme = Scheme(rawValue: lowercase(bytes[..<colon]))
        else { return nil }
        let authority = bytes[(colon + 3)...].prefix { byte in
            byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
        }
        guard let (host, port) = splitAuthority(authority) else { return nil }
        guard let rest = String(validating: bytes[authority.endIndex...], as: UTF8.self) else { return nil }
        return (Origin(scheme: scheme, host: host, port: port ?? scheme.defaultPort), rest)
    }

    private static func splitAuthority(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
        let host: ArraySlice<UInt8>
        if bytes.first == UInt8(ascii: "[") {
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            host = bytes[...bracket]
            let inner = host.dropFirst().dropLast()
            let isAddress = inner.allSatisfy { $0.isHexDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
            guard (2...45).contains(inner.count), isAddress else { return nil }
        } else {
            host = bytes.prefix { $0 != UInt8(ascii: ":") }
            guard (1...253).contains(host.count), host.first != UInt8(ascii: "."), host.allSatisfy(isHostByte) else {
                return nil
            }
        }
        let rest = bytes[host.endIndex...]
        guard let first = rest.first else { return (lowercase(host), nil) }
        let digits = rest.dropFirst()
        guard first == UInt8(ascii: ":"), (1...5).contains(digits.count), digits.allSatisfy(\.isDigit),
            let port = Int(String(decoding: digits, as: UTF8.self)), (1...65_535).contains(port)
        else { return nil }
        return (lowercase(host), port)
    }

    private static func lowercase(_ bytes: ArraySlice<UInt8>) -> String {
        let lowered = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return String(decoding: lowered, as: UTF8.self)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
