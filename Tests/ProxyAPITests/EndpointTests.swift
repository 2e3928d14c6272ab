import ProxyAPI
import ServiceModel
import Testing

@Suite("Where requests go")
struct EndpointTests {
    @Test(
        "The vendor's hosts by region and edge",
        arguments: [
            (nil, nil, "https://proxy.twilio.com", "https://api.twilio.com"),
            ("ie1", nil, "https://proxy.ie1.twilio.com", "https://api.ie1.twilio.com"),
            (nil, "ashburn", "https://proxy.ashburn.us1.twilio.com", "https://api.ashburn.us1.twilio.com"),
            ("ie1", "dublin", "https://proxy.dublin.ie1.twilio.com", "https://api.dublin.ie1.twilio.com"),
            ("", "", "https://proxy.twilio.com", "https://api.twilio.com"),
        ] as [(String?, String?, String, String)])
    func hosts(region: String?, edge: String?, proxy: String, api: String) throws {
        let endpoint = try ProxyEndpoint(region: region, edge: edge)
        #expect(endpoint.proxy.description == proxy)
        #expect(endpoint.api.description == api)
    }

    @Test(
        "A region that would lead to another host is refused",
        arguments: ["evil.com/", "a.b", "-x", "x-", "UPPER", "ie1\n", "é", "@x", String(repeating: "a", count: 64)])
    func wrongRegion(region: String) throws {
        let error = try #require(throws: ProxyAPIError.self) { try ProxyEndpoint(region: region) }
        #expect(error.code == .invalidEndpoint)
        #expect(throws: ProxyAPIError.self) { try ProxyEndpoint(edge: region) }
    }

    @Test(
        "Base URLs that are taken, and what they are",
        arguments: [
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://localhost:80/", "http://localhost"),
            ("HTTPS://Proxy.Example.COM:443", "https://proxy.example.com"), ("http://[::1]:9", "http://[::1]:9"),
            ("https://10.0.0.1:8443", "https://10.0.0.1:8443"), ("http://127.255.0.3", "http://127.255.0.3"),
        ])
    func baseURLs(text: String, expected: String) throws {
        let endpoint = try ProxyEndpoint(baseURL: text)
        #expect(endpoint.proxy.description == expected)
        #expect(endpoint.api == endpoint.proxy)
        let apart = try ProxyEndpoint(baseURL: text, apiBaseURL: "https://api.example.com")
        #expect(apart.api.description == "https://api.example.com")
    }

    @Test(
        "Plain http leaves this machine never",
        arguments: [
            "http://proxy.twilio.com", "http://192.168.0.1", "http://127.0.0.1.evil.com", "http://127.1",
            "http://localhost.evil.com", "http://0.0.0.0:80", "http://127.0.0.+1x", "http://[::2]",
        ])
    func plainHTTP(text: String) throws {
        let error = try #require(throws: ProxyAPIError.self) { try ProxyEndpoint(baseURL: text) }
        #expect(error.code == .invalidEndpoint)
    }

    @Test(
        "What is no base URL",
        arguments: [
            "", "localhost:80", "ftp://localhost", "http:/localhost", "http://", "http://:80", "https://h:0",
            "https://h:65536", "https://h:", "https://h:8x", "https://user:hunter2@h", "https://h/path", "https://h?q",
            "https://h#f", "https://h//", "https://hé", "https://h h", "https://[::1", "https://[]", "https://[x]",
            "https://.h", "https://h\\x", "https://" + String(repeating: "h", count: 254),
        ])
    func wrongBaseURL(text: String) throws {
        let error = try #require(throws: ProxyAPIError.self) { try ProxyEndpoint(baseURL: text) }
        #expect(error.code == .invalidEndpoint)
        #expect(!error.message.contains("hunter2"))
    }
}

@Suite("Credentials of the environment")
struct EnvironmentAccountTests {
    private static let accountSID = "AC" + String(repeating: "a", count: 32)
    private static let keySID = "SK" + String(repeating: "b", count: 32)

    @Test("An auth token")
    func token() throws {
        let account = try EnvironmentAccount([
            "TWILIO_ACCOUNT_SID": Self.accountSID, "TWILIO_AUTH_TOKEN": "hunter2", "TWILIO_EDGE": "dublin",
            "TWILIO_REGION": "ie1", "TWILIO_API_KEY": "",
        ])
        #expect(account.accountSID.text == Self.accountSID)
        #expect(account.credentials.user.text == Self.accountSID)
        #expect(account.credentials.password == Secret("hunter2"))
        #expect(account.endpoint.proxy.description == "https://proxy.dublin.ie1.twilio.com")
        #expect(!"\(account)".contains("hunter2"))
    }

    @Test("A key and its secret beat the token")
    func key() throws {
        let account = try EnvironmentAccount([
            "TWILIO_ACCOUNT_SID": Self.accountSID, "TWILIO_AUTH_TOKEN": "t", "TWILIO_API_KEY": Self.keySID,
            "TWILIO_API_SECRET": "s",
        ])
        #expect(account.credentials.user.text == Self.keySID)
        #expect(account.credentials.password == Secret("s"))
    }

    @Test(
        "What is missing or malformed is named, all at once, without values",
        arguments: [
            (
                "nothing", [:],
                ["TWILIO_ACCOUNT_SID is not set", "set TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET"]
            ),
            (
                "half a key", ["TWILIO_ACCOUNT_SID": accountSID, "TWILIO_AUTH_TOKEN": "t", "TWILIO_API_KEY": keySID],
                ["TWILIO_API_KEY is set but TWILIO_API_SECRET is not"]
            ),
            (
                "the other half", ["TWILIO_ACCOUNT_SID": accountSID, "TWILIO_API_SECRET": "hunter2"],
                ["TWILIO_API_SECRET is set but TWILIO_API_KEY is not"]
            ),
            (
                "malformed", ["TWILIO_ACCOUNT_SID": "hunter2", "TWILIO_API_KEY": "hunter2", "TWILIO_API_SECRET": "x"],
                [
                    "TWILIO_ACCOUNT_SID is not an account SID (AC and 32 hexadecimal digits)",
                    "TWILIO_API_KEY is not an API key's SID (SK and 32 hexadecimal digits)",
                ]
            ),
            (
                "a wrong region",
                ["TWILIO_ACCOUNT_SID": accountSID, "TWILIO_AUTH_TOKEN": "t", "TWILIO_REGION": "hunter2.com"],
                [
                    "TWILIO_REGION and TWILIO_EDGE: the region must be lower-case letters, digits and hyphens, as in ie1"
                ]
            ),
        ] as [(String, [String: String], [String])])
    func problems(name: String, environment: [String: String], problems: [String]) throws {
        let error = try #require(throws: CredentialsError.self) { try EnvironmentAccount(environment) }
        #expect(error.problems == problems)
    }
}
