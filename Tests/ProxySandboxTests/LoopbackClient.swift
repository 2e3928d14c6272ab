import Foundation
import JSON
import NIOCore
import NIOPosix
import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// A client of bytes, so that requests may be as wrong as they like: one connection for each exchange.
struct LoopbackClient: Sendable {
    let address: SandboxAddress
    /// What every request carries, unless it is told otherwise.
    var authorization: String? = LoopbackClient.basic(.parent, "parent-token")

    static func basic(_ user: SID, _ password: String) -> String {
        "Basic " + Data("\(user.text):\(password)".utf8).base64EncodedString()
    }

    /// The same client with other credentials.
    func with(_ user: SID, _ password: String) -> LoopbackClient {
        LoopbackClient(address: address, authorization: LoopbackClient.basic(user, password))
    }

    func get(_ target: String, headers: [String] = []) async throws -> Reply {
        try await send("GET", target, headers: headers)
    }

    /// Posts a form.
    func post(_ target: String, _ fields: [(String, String)]) async throws -> Reply {
        try await post(target, body: FormURLEncoding.encode(fields))
    }

    /// Posts a body as it is.
    func post(
        _ target: String, body: String, contentType: String = "application/x-www-form-urlencoded"
    ) async throws -> Reply {
        try await send("POST", target, headers: ["Content-Type: \(contentType)"], body: Array(body.utf8))
    }

    func send(
        _ method: String, _ target: String, headers: [String] = [], body: [UInt8] = []
    ) async throws -> Reply {
        var lines = ["\(method) \(target) HTTP/1.1", "Connection: close"] + headers
        if !headers.contains(where: { $0.hasPrefix("Host:") }) { lines.append("Host: \(address.authority)") }
        if let authorization { lines.append("Authorization: \(authorization)") }
        if !body.isEmpty { lines.append("Content-Length: \(body.count)") }
        let head = lines.map { $0 + "\r\n" }.joined() + "\r\n"
        return try await Reply(exchange(Array(head.utf8) + body))
    }

    /// Sends bytes and gives all that comes back until the server closes the connection.
    ///
    /// - Parameter closesOutput: Whether the client says that nothing more will come.
    func exchange(_ bytes: [UInt8], closesOutput: Bool = false) async throws -> [UInt8] {
        let channel = try await connect()
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: bytes))
            if closesOutput { outbound.finish() }
            var received: [UInt8] = []
            do {
                for try await part in inbound { received += Array(part.readableBytesView) }
            } catch is IOError {
                // A connection that is cut off may end as a reset; what came before it still counts.
            }
            return received
        }
    }

    func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: address.host, port: address.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true))
                }
            }
    }
}

/// An answer, taken apart.
struct Reply: Sendable {
    /// 0 where there was no answer at all.
    let status: Int
    /// Names in lower case.
    let headers: [String: String]
    let body: [UInt8]

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let head = text.components(separatedBy: "\r\n\r\n").first ?? ""
        let lines = head.components(separatedBy: "\r\n")
        let words = (lines.first ?? "").split(separator: " ")
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
        headers = Dictionary(
            lines.dropFirst().compactMap { line in
                line.firstIndex(of: ":").map {
                    (line[..<$0].lowercased(), line[line.index(after: $0)...].trimmingCharacters(in: .whitespaces))
                }
            }, uniquingKeysWith: { "\($0), \($1)" })
        body = Array(bytes.dropFirst(head.utf8.count + 4))
    }

    func json() throws -> JSONValue { try JSONValue.parse(body) }
    func error() throws -> APIErrorBody { try APIErrorBody(json: json()) }
    func service() throws -> Service { try Service(json: json()) }
    func page() throws -> ServicePage { try ServicePage(bytes: body) }
    func accounts() throws -> AccountPage { try AccountPage(bytes: body) }
}

extension SID {
    /// An SID of one digit repeated.
    static func made(_ kind: Kind, _ digit: Character) -> SID {
        guard let sid = SID(kind.rawValue + String(repeating: digit, count: 32), kind: kind) else {
            preconditionFailure("\(digit) is no hexadecimal digit")
        }
        return sid
    }

    static var parent: SID { made(.account, "a") }
    static var child: SID { made(.account, "b") }
    static var stranger: SID { made(.account, "c") }
    static var suspended: SID { made(.account, "d") }
    static var standardKey: SID { made(.apiKey, "1") }
    static var mainKey: SID { made(.apiKey, "2") }
}
