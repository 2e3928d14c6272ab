internal import Text

/// Where the Proxy API and the 2010 API of one region are reached.
package struct ProxyEndpoint: Sendable, Hashable {
    /// The host of `/v1/Services`.
    package let proxy: Origin
    /// The host of `/2010-04-01/Accounts.json`.
    package let api: Origin

    /// The vendor's hosts: `proxy[.edge][.region].twilio.com` and `api[.edge][.region].twilio.com`.
    ///
    /// An edge alone means the region us1, as in the vendor's own libraries. An empty text is none.
    ///
    /// - Throws: `.invalidEndpoint` where a name is not made of letters, digits and hyphens.
    package init(region: String? = nil, edge: String? = nil) throws(ProxyAPIError) {
        let edge = try ProxyEndpoint.label(edge, name: "edge")
        let region = try ProxyEndpoint.label(region, name: "region") ?? (edge == nil ? nil : "us1")
        let suffix = ([edge, region].compactMap { $0 } + ["twilio", "com"]).joined(separator: ".")
        proxy = Origin(scheme: .https, host: "proxy.\(suffix)", port: 443)
        api = Origin(scheme: .https, host: "api.\(suffix)", port: 443)
    }

    /// Other hosts, such as a sandbox on this machine.
    ///
    /// `http` is taken on loopback only: elsewhere the credentials would travel in clear.
    ///
    /// - Parameters:
    ///   - baseURL: `scheme://host[:port]` of the Proxy API; one trailing `/` is dropped.
    ///   - apiBaseURL: The same for the 2010 API; nil is the same place.
    /// - Throws: `.invalidEndpoint`, whose message does not show user information that a URL may hold.
    package init(baseURL: String, apiBaseURL: String? = nil) throws(ProxyAPIError) {
        proxy = try ProxyEndpoint.origin(baseURL)
        api = if let apiBaseURL { try ProxyEndpoint.origin(apiBaseURL) } else { proxy }
    }

    private static func origin(_ text: String) throws(ProxyAPIError) -> Origin {
        guard let origin = Origin(text.hasSuffix("/") ? String(text.dropLast()) : text) else {
            throw ProxyAPIError(
                code: .invalidEndpoint,
                message: "the base URL must be scheme://host or scheme://host:port, without user, path or query")
        }
        guard origin.scheme == .https || origin.isLoopback else {
            throw ProxyAPIError(
                code: .invalidEndpoint,
                message: "\(origin): credentials would travel in clear; http is for loopback hosts only, use https")
        }
        return origin
    }

    private static func label(_ text: String?, name: String) throws(ProxyAPIError) -> String? {
        guard let text, !text.isEmpty else { return nil }
        let isLabel = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || byte.isDigit || byte == UInt8(ascii: "-")
        }
        guard isLabel, text.utf8.count <= 63, !text.hasPrefix("-"), !text.hasSuffix("-") else {
            throw ProxyAPIError(
                code: .invalidEndpoint, message: "the \(name) must be lower-case letters, digits and hyphens, as in ie1"
            )
        }
        return text
    }
}
