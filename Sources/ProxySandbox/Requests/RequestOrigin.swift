internal import Text

/// The scheme and authority that a request was made to, checked: every URL in an answer begins with it.
///
/// Taken from the request's own `Host` alone. `X-Forwarded-*` and `Forwarded` are ignored: anybody can send them.
struct RequestOrigin: Sendable, Hashable {
    /// Such as `http://127.0.0.1:8080`, without a slash at its end.
    let baseURL: String

    /// Takes a `Host`; where there is none (HTTP/1.0), the address that the server listens at.
    ///
    /// - Throws: the API's error for a host that could not stand in a URL.
    init(host: String?, address: SandboxAddress) throws(APIProblem) {
        guard let host else {
            baseURL = address.baseURL
            return
        }
        guard RequestOrigin.isValid(host) else { throw .malformedRequest("Invalid Host header.") }
        baseURL = "http://\(host)"
    }

    /// Whether a text is `host` or `host:port`, where the host is a name of letters, digits, `-`, `_` and `.`, or an
    /// IPv6 address in brackets; at most 255 bytes.
    static func isValid(_ authority: String) -> Bool {
        let bytes = Array(authority.utf8)
        guard (1...255).contains(bytes.count) else { return false }
        let host: ArraySlice<UInt8>
        let rest: ArraySlice<UInt8>
        if bytes[0] == UInt8(ascii: "[") {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
            host = bytes[1..<end]
            rest = bytes[(end + 1)...]
            guard host.allSatisfy({ $0.isHexDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else {
                return false
            }
        } else {
            let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
            host = bytes[..<end]
            rest = bytes[end...]
            guard host.allSatisfy({ isName($0) }) else { return false }
        }
        guard !host.isEmpty else { return false }
        guard rest.first == UInt8(ascii: ":") else { return rest.isEmpty }
        let port = rest.dropFirst()
        return (1...5).contains(port.count) && port.allSatisfy(\.isDigit)
            && (Int(String(decoding: port, as: UTF8.self)).map { $0 <= 65_535 } ?? false)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric
            || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
    }
}
