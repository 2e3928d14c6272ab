import Foundation
import ProxyAPI
import ServiceModel
import ServiceSources
import Testing

@Suite("The accounts file")
struct AccountsFileTests {
    private static let first = "AC" + String(repeating: "1", count: 32)
    private static let second = "AC" + String(repeating: "2", count: 32)
    private static let key = "SK" + String(repeating: "3", count: 32)
    private static let environment = ["TOKEN": "hunter2", "KEY": key, "EMPTY": "", "BLANK": "a b", "lower": "x"]

    private static func file(_ yaml: String, path: String = "accounts.yaml") throws(AccountsFileError) -> AccountsFile {
        try AccountsFile(yaml: yaml, path: path, environment: environment)
    }

    /// A folder that is there while `body` runs.
    private static func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "proxy-audit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("Accounts, keys and parents are read")
    func everything() throws {
        let file = try Self.file(
            """
            # the accounts of the nightly job
            accounts:
              - label: payments-prod
                tags: [production, 2026]
                sid: \(Self.first)
                auth_token: { env: TOKEN }
              - sid: \(Self.second)
                api_key: \(Self.key)
                api_secret: { env: TOKEN }
                region: ie1
                edge: dublin
              - parent: AC44444444444444444444444444444444
                api_key: { env: KEY }
                api_secret: { env: TOKEN }
                include_parent: false
              - parent: AC55555555555555555555555555555555
                auth_token: { env: TOKEN }
            """)
        #expect(file.warnings.isEmpty)
        guard file.entries.count == 4, case .account(let first) = file.entries[0],
            case .account(let second) = file.entries[1], case .parent(let third) = file.entries[2],
            case .parent(let fourth) = file.entries[3]
        else {
            Issue.record("\(file.entries)")
            return
        }
        #expect(first.label == "payments-prod")
        #expect(first.tags == ["production", "2026"] && second.tags == [])
        #expect(first.accountSID.text == Self.first)
        #expect(first.credentials.user.text == Self.first)
        #expect(first.credentials.password == Secret("hunter2"))
        #expect(first.endpoint.proxy.description == "https://proxy.twilio.com")
        #expect(second.label == Self.second)
        #expect(second.credentials.user.text == Self.key)
        #expect(second.endpoint.api.description == "https://api.dublin.ie1.twilio.com")
        #expect(third.parent.credentials.user.text == Self.key)
        #expect(!third.includesParent)
        #expect(fourth.includesParent)
        #expect(!"\(file)".contains("hunter2"))
    }

    @Test("Base URLs hold for all accounts, and what the caller gives counts before them")
    func baseURLs() throws {
        let yaml = """
            base_url: http://127.0.0.1:8080
            api_base_url: http://127.0.0.1:8081
            accounts: [{ sid: \(Self.first), auth_token: { env: TOKEN } }]
            """
        guard case .account(let source)? = try Self.file(yaml).entries.first else { throw CocoaError(.fileReadUnknown) }
        #expect(source.endpoint.proxy.description == "http://127.0.0.1:8080")
        #expect(source.endpoint.api.description == "http://127.0.0.1:8081")
        let given = try AccountsFile(
            yaml: yaml, path: "a", environment: Self.environment, endpoint: ProxyEndpoint(baseURL: "http://localhost:1")
        )
        guard case .account(let other)? = given.entries.first else { throw CocoaError(.fileReadUnknown) }
        #expect(other.endpoint.proxy.description == "http://localhost:1")
    }

    @Test("Secrets are read from files beside the accounts file, and one that others may read is warned of")
    func secretFiles() throws {
        try Self.withFolder { folder in
            let secrets = folder.appending(path: "secrets")
            try FileManager.default.createDirectory(at: secrets, withIntermediateDirectories: true)
            let contents = [("own", "hunter2\n", 0o600), ("open", "hunter3\r\n", 0o644), ("group", "hunter4", 0o640)]
            for (name, text, mode) in contents {
                let file = secrets.appending(path: name)
                try Data(text.utf8).write(to: file)
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
            }
            let path = folder.appending(path: "accounts.yaml").path
            let yaml = contents.enumerated().map { index, content in
                let sid = "AC" + String(repeating: "\(index)", count: 32)
                return "- { sid: \(sid), auth_token: { file: secrets/\(content.0) } }"
            }
            try Data("accounts:\n\(yaml.joined(separator: "\n"))\n".utf8).write(to: URL(filePath: path))
            let file = try AccountsFile(path: path, environment: [:])
            let passwords = file.entries.map { entry in
                if case .account(let source) = entry { source.credentials.password } else { Secret("") }
            }
            #expect(passwords == ["hunter2", "hunter3", "hunter4"].map(Secret.init))
            #expect(
                file.warnings == [
                    "\(path):3: auth_token: the file secrets/open can be read by other users; "
                        + "chmod 600 would keep it to its owner",
                    "\(path):4: auth_token: the file secrets/group can be read by other users; "
                        + "chmod 600 would keep it to its owner",
                ])
        }
    }

    @Test("A file that cannot be read is one line")
    func unreadable() throws {
        try Self.withFolder { folder in
            let big = folder.appending(path: "big.yaml").path
            try Data(count: (1 << 20) + 1).write(to: URL(filePath: big))
            let binary = folder.appending(path: "binary.yaml").path
            try Data([0xFF]).write(to: URL(filePath: binary))
            let cases = [
                ("\(folder.path)/none.yaml", "no such file or directory"), (folder.path, "is a directory"),
                (big, "has more than 1048576 bytes"), (binary, "not UTF-8"),
            ]
            for (path, reason) in cases {
                let error = try #require(throws: AccountsFileError.self) {
                    try AccountsFile(path: path, environment: [:])
                }
                #expect(error.problems == ["\(path): \(reason)"])
            }
        }
    }

    @Test("Every problem is one line with its place, and all come at once")
    func allAtOnce() throws {
        let error = try #require(throws: AccountsFileError.self) {
            try Self.file(
                """
                accounts:
                  - label: one
                    sid: AC123
                    auth_token: 0123456789abcdef0123456789abcdef
                  - sid: \(Self.first)
                    auth_tokn: { env: TOKEN }
                  - label: one
                    sid: \(Self.first)
                    auth_token: { env: MISSING }
                    region: Ireland 1
                accuonts: []
                """)
        }
        #expect(
            error.problems == [
                "accounts.yaml:3: sid: not an account SID (AC and 32 hexadecimal digits)",
                "accounts.yaml:4: auth_token: give { env: NAME } or { file: PATH }, not the secret itself",
                "accounts.yaml:5: credentials are missing; give auth_token, or api_key and api_secret",
                "accounts.yaml:6: unknown key auth_tokn; did you mean auth_token?",
                "accounts.yaml:7: the label one is there already, in line 2",
                "accounts.yaml:8: the account \(Self.first) is there already, in line 5",
                "accounts.yaml:9: auth_token: the environment variable MISSING is not set, or empty",
                "accounts.yaml:10: the region must be lower-case letters, digits and hyphens, as in ie1",
                "accounts.yaml:11: unknown key accuonts; did you mean accounts?",
            ])
    }

    @Test(
        "One problem each",
        arguments: [
            ("an empty file", "", "1: the file: give keys with values; the keys are accounts, base_url, api_base_url"),
            ("a list", "- x", "1: the file: give keys with values; the keys are accounts, base_url, api_base_url"),
            ("no accounts", "accounts: []", "1: accounts: give a list of at least one account"),
            ("accounts of a wrong kind", "accounts: 3", "1: accounts: give a list of at least one account"),
            (
                "two documents", "accounts: []\n---\nx: y",
                "2: not YAML: expected a single document in the stream: but found another document"
            ),
            (
                "broken YAML", "accounts:\n  - [",
                "2: not YAML: while parsing a flow node: did not find expected node content"
            ),
            (
                "a tab", "accounts:\n\t- x",
                "2: not YAML: while scanning for the next token: found character that cannot start any token"
            ),
            ("a key twice", "accounts: []\naccounts: []", "1: a key is there twice"),
            ("an anchor", "accounts: [&a ENTRY, *a]", "1: anchors and aliases are not allowed"),
            (
                "an insecure base URL", "base_url: http://example.com\naccounts: [ENTRY]",
                "1: base_url, api_base_url: http://example.com: credentials would travel in clear; "
                    + "http is for loopback hosts only, use https"
            ),
            ("half a base URL", "api_base_url: https://x\naccounts: [ENTRY]", "1: api_base_url: needs a base_url too"),
        ])
    func fileProblems(name: String, yaml: String, problem: String) throws {
        let entry = "{ sid: \(Self.first), auth_token: { env: TOKEN } }"
        let error = try #require(throws: AccountsFileError.self) {
            try Self.file(yaml.replacing("ENTRY", with: entry))
        }
        #expect(error.problems == ["accounts.yaml:\(problem)"])
    }

    @Test(
        "One problem of an account each",
        arguments: [
            (
                "no keys", "x",
                "an account: give keys with values; the keys are "
                    + "sid, label, tags, auth_token, api_key, api_secret, region, edge"
            ),
            (
                "tags that are no list", "{ SID, auth_token: { env: TOKEN }, tags: production }",
                "tags: give a list of words of letters, digits, -, _ and ., such as [production, emea]"
            ),
            (
                "a tag that is no word", "{ SID, auth_token: { env: TOKEN }, tags: [a, b c] }",
                "tags: give a list of words of letters, digits, -, _ and ., such as [production, emea]"
            ),
            ("no sid", "{ auth_token: { env: TOKEN } }", "sid: missing; give the account's SID"),
            (
                "an empty variable", "{ SID, auth_token: { env: EMPTY } }",
                "auth_token: the environment variable EMPTY is not set, or empty"
            ),
            (
                "a secret as a variable's name", "{ SID, auth_token: { env: 0123456789abcdef } }",
                "auth_token: the environment variable named there is not set, or empty"
            ),
            (
                "a secret as a path", "{ SID, auth_token: { file: 0123456789abcdef } }",
                "auth_token: the file named there: no such file or directory"
            ),
            (
                "a blank within", "{ SID, auth_token: { env: BLANK } }",
                "auth_token: what is there is not a secret: it has blanks, line ends or control characters"
            ),
            ("a directory", "{ SID, auth_token: { file: / } }", "auth_token: the file /: is a directory"),
            (
                "no file", "{ SID, auth_token: { file: ./none } }",
                "auth_token: the file ./none: no such file or directory"
            ),
            ("an empty file", "{ SID, auth_token: { file: /dev/null } }", "auth_token: the file /dev/null is empty"),
            (
                "an endless file", "{ SID, auth_token: { file: /dev/zero } }",
                "auth_token: the file /dev/zero: has more than 65536 bytes"
            ),
            (
                "two places", "{ SID, auth_token: { env: TOKEN, file: x } }",
                "auth_token: give either { env: NAME } or { file: PATH }"
            ),
            ("no place", "{ SID, auth_token: {} }", "auth_token: give either { env: NAME } or { file: PATH }"),
            (
                "a list of places", "{ SID, auth_token: [env] }",
                "auth_token: give { env: NAME } or { file: PATH }, not the secret itself"
            ),
            (
                "a literal secret", "{ SID, api_key: KEY, api_secret: hunter2 }",
                "api_secret: give { env: NAME } or { file: PATH }, not the secret itself"
            ),
            ("a key alone", "{ SID, api_key: KEY }", "api_key: needs an api_secret too"),
            ("a secret alone", "{ SID, api_secret: { env: TOKEN } }", "api_secret: needs an api_key too"),
            (
                "both kinds", "{ SID, auth_token: { env: TOKEN }, api_key: KEY, api_secret: { env: TOKEN } }",
                "give auth_token, or api_key and api_secret, not both"
            ),
            (
                "a malformed key", "{ SID, api_key: SK1, api_secret: { env: TOKEN } }",
                "api_key: not an API key's SID (SK and 32 hexadecimal digits)"
            ),
            (
                "an unknown key that may be a secret", "{ SID, auth_token: { env: TOKEN }, hunter2: x }",
                "unknown key; the keys are sid, label, tags, auth_token, api_key, api_secret, region, edge"
            ),
            (
                "a parent's key", "{ SID, auth_token: { env: TOKEN }, include_parent: true }",
                "unknown key include_parent; the keys are sid, label, tags, auth_token, api_key, api_secret, region, edge"
            ),
            (
                "a control character", #"{ SID, auth_token: { env: TOKEN }, label: "a\u001bb" }"#,
                "label: has control characters, or more than 100 characters"
            ),
            ("an empty label", "{ SID, auth_token: { env: TOKEN }, label: }", "label: give a text"),
            (
                "an odd flag", "{ parent: AC, auth_token: { env: TOKEN }, include_parent: si }",
                "include_parent: give true or false"
            ),
        ])
    func accountProblems(name: String, account: String, problem: String) throws {
        let yaml = account.replacing("SID", with: "sid: \(Self.first)").replacing("KEY", with: Self.key)
            .replacing("parent: AC", with: "parent: \(Self.first)")
        let error = try #require(throws: AccountsFileError.self) { try Self.file("accounts:\n- \(yaml)\n") }
        #expect(error.problems == ["accounts.yaml:2: \(problem)"])
        #expect(!error.description.contains("hunter2"))
    }

    @Test("A region beside a base URL is a mistake, unless the caller gives the endpoint")
    func regionBesideBaseURL() throws {
        let yaml = """
            base_url: http://localhost:1
            accounts: [{ sid: \(Self.first), auth_token: { env: TOKEN }, edge: dublin }]
            """
        let error = try #require(throws: AccountsFileError.self) { try Self.file(yaml) }
        #expect(error.problems == ["accounts.yaml:2: region and edge mean nothing beside a base_url"])
        let endpoint = try ProxyEndpoint(baseURL: "http://localhost:2")
        let file = try AccountsFile(yaml: yaml, path: "a", environment: Self.environment, endpoint: endpoint)
        #expect(file.entries.count == 1)
    }
}
