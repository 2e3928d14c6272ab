import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// Values of the eight parameters that are taken, and values that are refused with 80701.
@Suite(.timeLimit(.minutes(2)))
struct ValidationTests {
    struct Value: Sendable, CustomTestStringConvertible {
        let parameter: String
        let text: String
        let isValid: Bool

        var testDescription: String { "\(parameter)=\(text.prefix(40)) is \(isValid ? "valid" : "invalid")" }

        static func valid(_ parameter: String, _ texts: [String]) -> [Value] {
            texts.map { Value(parameter: parameter, text: $0, isValid: true) }
        }

        static func invalid(_ parameter: String, _ texts: [String]) -> [Value] {
            texts.map { Value(parameter: parameter, text: $0, isValid: false) }
        }
    }

    static var values: [Value] {
        let chat = SID.made(.chatInstance, "e").text
        let urls = ["CallbackUrl", "InterceptCallbackUrl", "OutOfSessionCallbackUrl"].flatMap { name in
            Value.valid(
                name,
                [
                    "", "http://www.example.com", "HTTPS://EXAMPLE.COM", "https://user:pass@example.com/x?y#z",
                    "http://[::1]:8080/", "http://localhost", "https://例え.jp/",
                ])
                + Value.invalid(
                    name,
                    [
                        "example.com", "/relative", "//example.com", "ftp://example.com", "http:example.com", "http://",
                        "https:///path", "http://:80/", "http://user@/", "http://?x", "http://a b/", " http://a/",
                        "http://a/\n", "javascript:alert(1)", "http://[]/",
                    ])
        }
        let names =
            Value.valid(
                "UniqueName",
                [
                    String(repeating: "x", count: 191), String(repeating: "é", count: 191),
                    String(repeating: "e\u{301}", count: 95), String(repeating: "😀", count: 191), " ", "<script>",
                    "a\u{0}", "\u{202E}",
                ])
            + Value.invalid(
                "UniqueName",
                [
                    "", String(repeating: "x", count: 192), String(repeating: "e\u{301}", count: 96),
                    String(repeating: "😀", count: 192),
                ])
        return names + urls
            + Value.valid("DefaultTtl", ["0", "3600", "-0", "007", "9223372036854775807"])
            + Value.invalid(
                "DefaultTtl",
                ["", "-1", "1.5", "1e3", "+1", " 1", "0x10", "ten", "9223372036854775808", "-9223372036854775809", "١"])
            + Value.valid("GeoMatchLevel", ServiceField.geoMatchLevel.knownValues)
            + Value.invalid("GeoMatchLevel", ["", "Country", "planet", "area_code"])
            + Value.valid("NumberSelectionBehavior", ServiceField.numberSelectionBehavior.knownValues)
            + Value.invalid("NumberSelectionBehavior", ["", "prefer", "PREFER-STICKY"])
            + Value.valid("ChatInstanceSid", ["", chat, chat.replacing("e", with: "E")])
            + Value.invalid("ChatInstanceSid", [String(chat.dropLast()), chat + "0", "KS" + chat.dropFirst(2), "IS"])
    }

    @Test func everyValueIsJudged() async throws {
        try await withSandbox(seed: .accounts(services: [Service(sid: "KSsubject", uniqueName: "subject")])) { client in
            let before = try await client.get("/v1/Services/KSsubject").service()
            for value in Self.values {
                let comment = Comment(rawValue: value.testDescription)
                let reply = try await client.post("/v1/Services/KSsubject", [(value.parameter, value.text)])
                if value.isValid {
                    #expect(reply.status == 200, comment)
                    let field = try #require(ServiceField.allCases.first { $0.formParameter == value.parameter })
                    switch try reply.service()[field] {
                    case .null: #expect(value.text.isEmpty, comment)
                    case .integer(let number): #expect(number == Int64(value.text), comment)
                    case .string(let text): #expect(text.utf8.elementsEqual(value.text.utf8), comment)
                    default: Issue.record(comment)
                    }
                } else {
                    #expect(reply.status == 400, comment)
                    let error = try reply.error()
                    #expect(error.code == 80701, comment)
                    #expect(error.message.hasPrefix("'\(value.parameter)' is invalid. "), comment)
                }
            }
            #expect(try await client.get("/v1/Services/KSsubject").service().sid == before.sid)
        }
    }

    @Test func theLastOfRepeatedParametersCounts() async throws {
        try await withSandbox { client in
            let reply = try await client.post(
                "/v1/Services", body: "UniqueName=a&UniqueName=b&DefaultTtl=x&DefaultTtl=5")
            #expect(try reply.service().uniqueName == "b")
            #expect(try reply.service().defaultTTL == 5)
        }
    }

    @Test func formsAreDecodedOnce() async throws {
        try await withSandbox { client in
            let service = try await client.post("/v1/Services", body: "UniqueName=a+b%2Bc%2520%C3%A9%26").service()
            #expect(service.uniqueName == "a b+c%20é&")
        }
    }
}
