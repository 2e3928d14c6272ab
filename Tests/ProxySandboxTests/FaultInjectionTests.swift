import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// What goes wrong on purpose, and how it is asked for.
@Suite(.timeLimit(.minutes(2)))
struct FaultInjectionTests {
    private static var seed: SandboxSeed {
        .accounts(services: (0..<3).map { Service(sid: "KS\($0)", uniqueName: "service \($0)") })
    }

    @Test func rulesAreAScript() async throws {
        try await withSandbox(seed: Self.seed, faults: ["any:429@1*2", "any:500*1", "any:503+none@1*1"]) { client in
            var statuses: [Int] = []
            for _ in 0..<8 { statuses.append(try await client.get("/v1/Services").status) }
            // Each rule counts the requests that no rule before it took.
            #expect(statuses == [500, 429, 429, 200, 503, 200, 200, 200])
        }
    }

    @Test func aRuleIsForItsAccountAlone() async throws {
        try await withSandbox(seed: Self.seed, faults: ["\(SID.child.text):500"]) { client in
            let child = client.with(.child, "child-token")
            let harmed = [try await child.get("/v1/Services"), try await child.get("/v1/Services")]
            #expect(harmed.map(\.status) == [500, 500])
            #expect(try await client.get("/v1/Services").status == 200)
            #expect(try await client.with(.child, "wrong").get("/v1/Services").status == 401)
        }
    }

    @Test func refusedRequestsAreNotProcessed() async throws {
        try await withSandbox(faults: ["any:429*1", "any:503+0*1", "any:close*1"]) { client in
            let replies = [
                try await client.post("/v1/Services", [("UniqueName", "x")]),
                try await client.post("/v1/Services", [("UniqueName", "x")]),
                try await client.post("/v1/Services", [("UniqueName", "x")]),
            ]
            #expect(replies.map(\.status) == [429, 503, 0])
            #expect(replies.map { $0.headers["retry-after"] } == ["1", "0", nil])
            #expect(try await client.get("/v1/Services").page().services.isEmpty)
        }
    }

    @Test func truncatedBodiesAreCutInTheMiddle() async throws {
        try await withSandbox(seed: Self.seed, faults: ["any:truncate*1"]) { client in
            let cut = try await client.get("/v1/Services")
            #expect(cut.status == 200)
            let whole = try await client.get("/v1/Services")
            #expect(cut.headers["content-length"] == whole.headers["content-length"])
            #expect(cut.body == Array(whole.body.prefix(whole.body.count / 2)))
        }
    }

    @Test func delaysComeBeforeTheAnswer() async throws {
        try await withSandbox(seed: Self.seed, faults: ["any:delay=300ms*1"]) { client in
            let reply = try await client.get("/v1/Services")
            #expect(reply.status == 200)
            // The server's own measure, so that the test does not depend on this machine's load.
            #expect(try #require(reply.headers["twilio-request-duration"].flatMap(Double.init)) >= 0.3)
        }
    }

    @Test func recordsOfAnotherAccount() async throws {
        try await withSandbox(seed: Self.seed, faults: ["any:foreign-account"]) { client in
            let page = try await client.get("/v1/Services").page()
            #expect(page.services.map(\.accountSID) == Array(repeating: SandboxFaults.foreignAccountSID, count: 3))
            #expect(SID.isWellFormed(SandboxFaults.foreignAccountSID, kind: .account))
            #expect(try await client.get("/v1/Services/KS0").service().accountSID == SandboxFaults.foreignAccountSID)
        }
    }

    @Test func nextLinksThatRepeatOrLeadAway() async throws {
        try await withSandbox(seed: Self.seed, faults: ["any:repeat-next*1", "any:foreign-next"]) { client in
            let repeated = try await client.get("/v1/Services?PageSize=2").page().meta
            #expect(repeated.nextPageURL == repeated.url)
            for size in [2, 50] {
                let away = try await client.get("/v1/Services?PageSize=\(size)").page().meta
                #expect(try #require(away.nextPageURL).hasPrefix(SandboxFaults.foreignBaseURL + "/v1/Services?"))
            }
            let accounts = try await client.get("/2010-04-01/Accounts.json").accounts()
            #expect(try #require(accounts.nextPageURI).hasPrefix(SandboxFaults.foreignBaseURL + "/2010-04-01/"))
        }
    }

    @Test func rulesCountOnlyTheRequestsThatTheyCanHarm() async throws {
        try await withSandbox(seed: Self.seed, faults: ["any:restricted*1", "any:repeat-next*1"]) { client in
            #expect(try await client.get("/v1/Services/KS0").status == 200)
            let page = try await client.get("/v1/Services?PageSize=1").page()
            #expect(page.meta.nextPageURL == page.meta.url)
            #expect(try await client.post("/v1/Services", [("UniqueName", "x")]).error().code == 80506)
            #expect(try await client.post("/v1/Services", [("UniqueName", "x")]).status == 201)
        }
    }

    @Test(arguments: [
        ("any:500", SandboxFaults.Rule(kind: .serverError)),
        ("any:429", SandboxFaults.Rule(kind: .tooManyRequests(retryAfter: 1))),
        ("any:429+none", SandboxFaults.Rule(kind: .tooManyRequests(retryAfter: nil))),
        ("any:429+0*2", SandboxFaults.Rule(kind: .tooManyRequests(retryAfter: 0), count: 2)),
        ("any:503", SandboxFaults.Rule(kind: .unavailable(retryAfter: nil))),
        ("any:503+30@4*5", SandboxFaults.Rule(kind: .unavailable(retryAfter: 30), after: 4, count: 5)),
        ("any:close@0", SandboxFaults.Rule(kind: .closedConnection)),
        ("any:delay=250ms", SandboxFaults.Rule(kind: .delay(.milliseconds(250)))),
        ("any:delay=2s", SandboxFaults.Rule(kind: .delay(.seconds(2)))),
        ("any:truncate", SandboxFaults.Rule(kind: .truncatedBody)),
        ("any:foreign-account", SandboxFaults.Rule(kind: .foreignAccount)),
        ("any:repeat-next", SandboxFaults.Rule(kind: .repeatedNextLink)),
        ("any:foreign-next", SandboxFaults.Rule(kind: .foreignNextLink)),
        ("any:restricted", SandboxFaults.Rule(kind: .creationRestricted)),
        (
            "ACbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb:429*2",
            SandboxFaults.Rule(account: .child, kind: .tooManyRequests(retryAfter: 1), count: 2)
        ),
    ])
    func textsAreRead(_ text: String, _ rule: SandboxFaults.Rule) throws {
        #expect(try SandboxFaults.parse([text]) == SandboxFaults([rule]))
    }

    @Test(arguments: [
        ("", "there is no ':'"), ("500", "there is no ':'"),
        ("AC1:500", "the account is neither an account SID nor any"),
        (":500", "the account is neither an account SID nor any"),
        ("any:", "the kind is unknown"), ("any:418", "the kind is unknown"), ("any:500+1", "the kind is unknown"),
        ("any:429+", "the kind is unknown"), ("any:429+-1", "the kind is unknown"),
        ("any:delay=2", "the kind is unknown"), ("any:delay=ms", "the kind is unknown"),
        ("any:delay=99999999999999999999s", "the kind is unknown"),
        ("any:500*0", "'*' is not followed by a number of 1 or more"),
        ("any:500*", "'*' is not followed by a number of 1 or more"),
        ("any:500*99999999999999999999", "'*' is not followed by a number of 1 or more"),
        ("any:500@x*1", "'@' is not followed by a number of 0 or more"),
        ("any:500*1@1", "'*' is not followed by a number of 1 or more"),
    ])
    func textsThatCannotBeReadAreRefused(_ text: String, _ reason: String) {
        #expect {
            try SandboxFaults.parse(["any:500", text])
        } throws: { error in
            let error = error as? SandboxError
            return error?.code == .invalidFault
                && error?.message.hasPrefix("fault '\(text)': \(reason); expected ") == true
        }
    }

    @Test func anErrorShowsNothingThatDisturbsATerminal() {
        #expect {
            try SandboxFaults.parse(["\u{1B}[31m\u{202E}\n" + String(repeating: "x", count: 5000)])
        } throws: { error in
            let text = "\(error)"
            return text.utf8.count < 600 && text.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }
        }
    }
}
