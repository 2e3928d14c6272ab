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

    /// A Service as JSON.
    static func service(_ number: Int) throws -> String {
        try json { json in
            json.beginObject()
            json.member("sid", try serviceSID(number).text)
            json.member("account_sid", try accountSID().text)
            json.member("unique_name", "name-\(number)")
            json.member("geo_match_level", "country")
            json.endObject()
        }
    }

    static func parameters(_ values: [ServiceField: String]) -> ServiceParameters {
        var parameters = ServiceParameters()
        for (field, text) in values { parameters[field] = text }
        return parameters
    }

    static func json(_ write: (inout JSONWriter) throws -> Void) rethrows -> String {
        var writer = JSONWriter()
        try write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The body of a page that holds the Services with these numbers.
    static func page(_ numbers: [Int], next: String?) throws -> String {
        let services = try numbers.map(service).joined(separator: ",")
        let link = json { $0.string(next) }
        return #"{"services":[\#(services)],"meta":{"next_page_url":\#(link)}}"#
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

    /// The names of the Services of all pages.
    func everything(pageSize: Int = 50) async throws(ProxyAPIError) -> [String] {
        var pages = client.services(pageSize: pageSize)
        var names: [String] = []
        while let page = try await pages.nextPage() { names += page.names }
        return names
    }
}

/// What a test wants to know of a page.
struct ReadPage {
    let services: [JSONValue]
    let next: String?

    init(_ bytes: [UInt8]) {
        let json = try? JSONValue.parse(bytes)
        services = if case .array(let services)? = json?["services"] { services } else { [] }
        next = if case .string(let link)? = json?["meta"]?["next_page_url"] { link } else { nil }
    }

    var names: [String] {
        services.map { if case .string(let name)? = $0["unique_name"] { name } else { "null" } }
    }
}

extension ServicePages {
    /// Fetches and reads a page, and follows its link.
    mutating func nextPage() async throws(ProxyAPIError) -> ReadPage? {
        guard let bytes = try await next() else { return nil }
        let page = ReadPage(bytes)
        follow(page.next)
        return page
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
