/// Where a running sandbox listens.
package struct SandboxAddress: Sendable, Hashable {
    /// The address in numbers, such as `127.0.0.1` or `::1`.
    package let host: String
    /// The port, 1 to 65535.
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// The URL that paths such as `/v1/Services` are appended to: `http://127.0.0.1:49152`, without a slash at its end.
    package var baseURL: String { "http://\(authority)" }

    /// Host and port as a URL has them, an IPv6 address in brackets.
    package var authority: String {
        host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
