import JSON
import ProxyAPI
import ScriptedServer
import ServiceModel
import ServiceSources
import Testing

/// Made-up accounts and the answers of a server that holds their Services.
enum LiveFixture {
    static func sid(_ digit: Character) throws -> SID {
        try #require(SID("AC" + String(repeating: digit, count: 32), kind: .account))
    }

    /// Settings under which a failed request is not repeated.
    static var settings: ClientSettings {
        var settings = ClientSettings(userAgent: "proxy-audit/test")
        settings.retries.tries = 1
        settings.requestTimeout = .seconds(20)
        return settings
    }

    static func source(_ digit: Character, at server: ScriptedServer, label: String? = nil) throws -> LiveSource {
        let sid = try sid(digit)
        let credentials = try #require(ProxyCredentials(user: sid, password: Secret("token-of-\(digit)")))
        return try LiveSource(
            label: label, accountSID: sid, credentials: credentials,
            endpoint: ProxyEndpoint(baseURL: server.baseURL))
    }

    /// The JSON of a Service with this number, in the account of this digit.
    static func service(_ number: Int, of digit: Character) -> String {
        let digits = String(repeating: "0", count: 32 - String(number).utf8.count) + String(number)
        return #"{"sid":"KS\#(digits)","account_sid":"AC\#(String(repeating: digit, count: 32))","default_ttl":1}"#
    }

    /// The JSON of a page with these records.
    static func page(_ records: [String], next: String? = nil) -> String {
        let link = next.map { "\"\($0)\"" } ?? "null"
        return #"{"services":[\#(records.joined(separator: ","))],"meta":{"next_page_url":\#(link)}}"#
    }

    /// All batches of an account, and the error at the end where there is one.
    static func read(
        _ source: LiveSource, settings: ClientSettings = settings
    ) async throws -> (batches: [ServiceBatch], error: SourceError?) {
        try await ProxyTransport.withTransport(settings: settings) { transport in
            var reader = source.makeReader(transport: transport)
            var batches: [ServiceBatch] = []
            do throws(SourceError) {
                while let batch = try await reader.next() { batches.append(batch) }
            } catch {
                return (batches, error)
            }
            return (batches, nil)
        }
    }
}
