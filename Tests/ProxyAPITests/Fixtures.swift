import JSON
import NIOConcurrencyHelpers
import ProxyAPI
import ScriptedServer
import ServiceModel
import Testing

/// Made-up identifiers, credentials and answers.
enum Fixture {
    static let token = "0123456789-the-auth-token"

    static func accountSID(_ digit: Character = "a") throws -> SID {
        try #require(SID("AC" + String(repeating: digit, count: 32), kind: .account))
    }

    static func serviceSID(_ number: Int) throws -> SID {
        let digits = String(number, radix: 16)
        return try #require(
            SID("KS" + String(repeating: "0", count: 32 - digits.count) + digits, kind: .service))
    }

    static func credentials() throws -> ProxyCredentials {
        try #require(ProxyCredentials(user: accountSID(), password: Secret(token)))
    }

    static func service(_ number: Int) throws -> Service {
        try Service(
            sid: serviceSID(number).text, accountSID: accountSID().text, uniqueName: "name-\(number)",
            defaultTTL: 3600, geoMatchLevel: .defaultValue, numberSelectionBehavior: .defaultValue,
            dateCreated: Timestamp("2015-07-30T20:00:00Z"))
    }

    static func json(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The body of a page that holds the Services with these numbers.
    static func page(_ numbers: [Int], next: String?) throws -> String {
        let page = try ServicePage(
            services: numbers.map(service),
            meta: PageMeta(
                page: 0, pageSize: 50, firstPageURL: nil, previousPageURL: nil, url: nil, nextPageURL: next,
                key: "services"))
        return json { page.write(to: &$0) }
    }

    /// The body of an error answer.
    static func error(_ code: Int, _ message: String, status: Int) -> String {
        json { APIErrorBody(code: code, message: message, status: status).write(to: &$0) }
    }
}

/// The delays that a client asked for, none of which is really waited.
struct RecordedDelays: Sendable {
    private let box = NIOLockedValueBox<[Duration]>([])

    var all: [Duration] { box.withLockedValue { $0 } }

    /// Settings that record delays, always take the longest one, and give up within seconds.
    func settings() -> ClientSettings {
        var settings = ClientSettings(userAgent: "proxy-audit/test")
        settings.connectTimeout = .seconds(5)
        settings.idleTimeout = .seconds(20)
        settings.requestTimeout = .seconds(20)
        settings.retries.random = { 1 }
        settings.retries.sleep = { [box] delay in
            try Task.checkCancellation()
            box.withLockedValue { $0.append(delay) }
        }
        return settings
    }
}

/// A client of a scripted server, with what both did.
struct ScriptedClient {
    let client: ProxyClient
    let server: ScriptedServer
    let delays: RecordedDelays

    /// Runs `body` with a client whose server answers by `script`.
    static func run<Value>(
        _ script: Script, adjust: (inout ClientSettings) -> Void = { _ in },
        _ body: (ScriptedClient) async throws -> Value
    ) async throws -> Value {
        let delays = RecordedDelays()
        var settings = delays.settings()
        adjust(&settings)
        return try await ScriptedServer.run(script) { server in
            try await ProxyClient.withClient(
                settings: settings, endpoint: ProxyEndpoint(baseURL: server.baseURL),
                credentials: Fixture.credentials()
            ) { client in
                try await body(ScriptedClient(client: client, server: server, delays: delays))
            }
        }
    }

    /// The Services of all pages.
    func everything(pageSize: Int = 50) async throws(ProxyAPIError) -> [Service] {
        var pages = client.services(pageSize: pageSize)
        var services: [Service] = []
        while let page = try await pages.next() { services += page.services }
        return services
    }
}

/// Runs what must fail, and gives its error.
func failure<Value>(
    _ work: () async throws(ProxyAPIError) -> Value, at location: SourceLocation = #_sourceLocation
) async throws -> ProxyAPIError {
    do throws(ProxyAPIError) {
        _ = try await work()
    } catch {
        return error
    }
    return try #require(nil as ProxyAPIError?, "it succeeded", sourceLocation: location)
}
