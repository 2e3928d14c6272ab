import Foundation
import NIOSSL
import ProxyAPI
import ScriptedServer
import Testing

@Suite("TLS")
struct TLSTests {
    private static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// A server context with a certificate that nobody vouches for, made for this run.
    private static func selfSigned() throws -> NIOSSLContext {
        let folder = FileManager.default.temporaryDirectory.appending(path: "proxy-audit-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        let process = Process()
        process.executableURL = URL(filePath: try #require(openssl))
        process.arguments =
            ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
            + ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
        let privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(privateKey)))
    }

    @Test("A server whose certificate nobody vouches for gets no request", .enabled(if: openssl != nil))
    func unverified() async throws {
        try await ScriptedServer.run(.always(.answer(200, "{}")), tls: TLSTests.selfSigned()) { server in
            let delays = RecordedDelays()
            try await ProxyClient.withClient(
                settings: delays.settings(), endpoint: ProxyEndpoint(baseURL: "https://localhost:\(server.port)"),
                credentials: Fixture.credentials()
            ) { client in
                let error = try await failure { () async throws(ProxyAPIError) in try await client.services().first() }
                #expect(error.code == .tlsFailed)
                #expect(delays.all.isEmpty)
            }
            #expect(server.requests.isEmpty)
        }
    }
}
