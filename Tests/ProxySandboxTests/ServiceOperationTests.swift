import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// The five operations where nothing goes wrong.
@Suite(.timeLimit(.minutes(2)))
struct ServiceOperationTests {
    private static var everyParameter: [(String, String)] {
        [
            ("UniqueName", "Grüße & more + 100% ✓"), ("DefaultTtl", "3600"),
            ("CallbackUrl", "https://example.com/?a=b&c"),
            ("GeoMatchLevel", "extended-area-code"), ("NumberSelectionBehavior", "avoid-sticky"),
            ("InterceptCallbackUrl", "HTTP://example.com/i"), ("OutOfSessionCallbackUrl", "http://[::1]:8080/o"),
            ("ChatInstanceSid", SID.made(.chatInstance, "e").text),
        ]
    }

    @Test func createSetsDefaults() async throws {
        try await withSandbox { client in
            let reply = try await client.post("/v1/Services", [("UniqueName", "My Service")])
            #expect(reply.status == 201)
            let service = try reply.service()
            let sid = try #require(service.sid)
            #expect(SID.isWellFormed(sid, kind: .service))
            let url = "\(client.address.baseURL)/v1/Services/\(sid)"
            let instant = try #require(Timestamp("2015-07-30T20:00:00Z"))
            #expect(
                service
                    == Service(
                        sid: sid, accountSID: SID.parent.text, uniqueName: "My Service", defaultTTL: 0,
                        geoMatchLevel: "country", numberSelectionBehavior: "prefer-sticky", dateCreated: instant,
                        dateUpdated: instant, url: url,
                        links: [
                            FieldValue.Link(name: "phone_numbers", url: url + "/PhoneNumbers"),
                            FieldValue.Link(name: "sessions", url: url + "/Sessions"),
                        ]))
            let text = String(decoding: reply.body, as: UTF8.self)
            #expect(text.contains(#""date_created":"2015-07-30T20:00:00Z""#))
        }
    }

    @Test func createTakesEveryParameter() async throws {
        try await withSandbox { client in
            let service = try await client.post("/v1/Services", Self.everyParameter).service()
            for (name, text) in Self.everyParameter {
                let field = try #require(ServiceField.allCases.first { $0.formParameter == name })
                switch service[field] {
                case .string(let value): #expect(value == text)
                case .integer(let value): #expect(String(value) == text)
                default: Issue.record("\(name) was not kept")
                }
            }
        }
    }

    @Test func fetchUpdateAndDelete() async throws {
        let clock = TestClock()
        try await withSandbox(clock: clock) { client in
            let created = try await client.post("/v1/Services", Self.everyParameter).service()
            let path = "/v1/Services/\(try #require(created.sid))"
            let fetched = try await client.get(path)
            #expect(fetched.status == 200)
            #expect(try fetched.service() == created)

            clock.advance(by: 60)
            let reply = try await client.post(path, [("DefaultTtl", "10"), ("UniqueName", "renamed")])
            #expect(reply.status == 200)
            var expected = created
            expected.defaultTTL = 10
            expected.uniqueName = "renamed"
            expected.dateUpdated = Timestamp("2015-07-30T20:01:00Z")
            #expect(try reply.service() == expected)
            #expect(try await client.get(path).service() == expected)

            let removed = try await client.send("DELETE", path, headers: ["Accept: */*"])
            #expect(removed.status == 204)
            #expect(removed.body.isEmpty)
            #expect(try await client.get(path).status == 404)
            #expect(try await client.send("DELETE", path).status == 404)
            // The name is free again, and its new bearer is another Service.
            let next = try await client.post("/v1/Services", [("UniqueName", "renamed")]).service()
            #expect(next.sid != created.sid)
        }
    }

    @Test(arguments: ["CallbackUrl", "InterceptCallbackUrl", "OutOfSessionCallbackUrl", "ChatInstanceSid"])
    func emptyTextClears(_ name: String) async throws {
        try await withSandbox { client in
            let created = try await client.post("/v1/Services", Self.everyParameter).service()
            let path = "/v1/Services/\(try #require(created.sid))"
            let field = try #require(ServiceField.allCases.first { $0.formParameter == name })
            let updated = try await client.post(path, [(name, "")]).service()
            for other in ServiceField.allCases where other != .dateUpdated {
                #expect(updated[other] == (other == field ? .null : created[other]))
            }
        }
    }

    @Test func updateWithoutParametersChangesNothingButTheTime() async throws {
        let clock = TestClock()
        try await withSandbox(clock: clock) { client in
            var created = try await client.post("/v1/Services", Self.everyParameter).service()
            clock.advance(by: 1)
            let updated = try await client.send("POST", "/v1/Services/\(try #require(created.sid))").service()
            created.dateUpdated = Timestamp("2015-07-30T20:00:01Z")
            #expect(updated == created)
        }
    }

    @Test func uniqueNamesAreFetchedWhereThePolicySaysSo() async throws {
        for fetchesByUniqueName in [true, false] {
            try await withSandbox(policy: SandboxPolicy(fetchesByUniqueName: fetchesByUniqueName)) { client in
                let created = try await client.post("/v1/Services", [("UniqueName", "My / +Service")]).service()
                let reply = try await client.get("/v1/Services/My%20%2F%20+Service")
                #expect(reply.status == (fetchesByUniqueName ? 200 : 404))
                if fetchesByUniqueName { #expect(try reply.service() == created) }
                // Update and delete take a SID alone: their paths have a pattern in the API's description.
                #expect(try await client.send("DELETE", "/v1/Services/My%20%2F%20+Service").status == 404)
            }
        }
    }

    @Test func namesDifferByCaseWhereThePolicySaysSo() async throws {
        for isSensitive in [true, false] {
            try await withSandbox(policy: SandboxPolicy(uniqueNamesAreCaseSensitive: isSensitive)) { client in
                #expect(try await client.post("/v1/Services", [("UniqueName", "Shop")]).status == 201)
                let reply = try await client.post("/v1/Services", [("UniqueName", "sHOP")])
                #expect(reply.status == (isSensitive ? 201 : 400))
            }
        }
    }

    @Test func namesAreComparedByCodePoints() async throws {
        try await withSandbox { client in
            let names = ["é", "e\u{301}", "a", "a\u{0}", "a\u{0}b", " a"]
            for name in names { #expect(try await client.post("/v1/Services", [("UniqueName", name)]).status == 201) }
            let page = try await client.get("/v1/Services").page()
            let kept = page.services.compactMap(\.uniqueName).map { Array($0.utf8) }
            #expect(kept == names.map { Array($0.utf8) })
        }
    }

    @Test func everyAnswerCarriesTheHeaders() async throws {
        try await withSandbox { client in
            let replies = [
                try await client.get("/v1/Services"), try await client.get("/v1/Services/none"),
                try await client.post("/v1/Services", [("UniqueName", "x")]),
            ]
            for reply in replies {
                #expect(reply.headers["content-type"] == "application/json")
                let id = Array((reply.headers["twilio-request-id"] ?? "").utf8)
                #expect(id.count == 34 && id.starts(with: "RQ".utf8))
                #expect(reply.headers["twilio-concurrent-requests"] == "1")
                #expect(reply.headers["twilio-request-duration"].flatMap(Double.init) != nil)
                for name in ["origin", "methods", "headers", "credentials"] {
                    #expect(reply.headers["access-control-allow-" + name] != nil)
                }
                #expect(reply.headers["access-control-expose-headers"] != nil)
            }
            #expect(Set(replies.compactMap { $0.headers["twilio-request-id"] }).count == replies.count)
        }
    }

    @Test func headIsGetWithoutABodyAndOptionsNeedsNoCredentials() async throws {
        try await withSandbox { client in
            let get = try await client.get("/v1/Services")
            let head = try await client.send("HEAD", "/v1/Services")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.headers["content-length"] == get.headers["content-length"])
            var anonymous = client
            anonymous.authorization = nil
            let options = try await anonymous.send("OPTIONS", "/v1/Services")
            #expect(options.status == 204)
            #expect(options.headers["allow"] == "GET, HEAD, POST, OPTIONS")
            #expect(try await anonymous.send("OPTIONS", "/elsewhere").status == 401)
        }
    }
}
