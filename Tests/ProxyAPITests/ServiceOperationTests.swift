import ProxyAPI
import ScriptedServer
import ServiceModel
import Testing

@Suite("Create, fetch, update and remove")
struct ServiceOperationTests {
    @Test("Creating posts a form, with credentials and the tool's name")
    func create() async throws {
        let service = try Fixture.service(1)
        let answer = service
        try await ScriptedClient.run(.always(.answer(201, answer))) { scripted in
            var parameters = ServiceParameters()
            parameters[.uniqueName] = "Ärger & Söhne +1"
            parameters[.defaultTTL] = "0"
            parameters[.callbackURL] = ""
            parameters[.geoMatchLevel] = "radius"
            #expect(try await scripted.client.create(parameters) == Array(service.utf8))
            let request = try #require(scripted.server.requests.first)
            #expect(request.method == "POST")
            #expect(request.target == "/v1/Services")
            #expect(
                request.body
                    == "UniqueName=%C3%84rger+%26+S%C3%B6hne+%2B1&DefaultTtl=0&CallbackUrl=&GeoMatchLevel=radius")
            #expect(request.headers["content-type"] == "application/x-www-form-urlencoded")
            #expect(request.headers["user-agent"] == "proxy-audit/test")
            #expect(
                request.headers["authorization"]
                    == "Basic QUNhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYTowMTIzNDU2Nzg5LXRoZS1hdXRoLXRva2Vu")
            #expect(request.headers["accept-encoding"] == nil)
        }
    }

    @Test("Fetching gets the Service's path")
    func fetch() async throws {
        let service = try Fixture.service(2)
        let answer = service
        let sid = try Fixture.serviceSID(2)
        try await ScriptedClient.run(.always(.answer(200, answer, type: "application/json;charset=utf-8"))) {
            let fetched = try await $0.client.fetch(sid)
            #expect(fetched == Array(service.utf8))
            #expect($0.server.requests.map(\.method) == ["GET"])
            #expect($0.server.requests.map(\.target) == ["/v1/Services/\(sid)"])
        }
    }

    @Test("Updating posts only what is set")
    func update() async throws {
        let service = try Fixture.service(3)
        let answer = service
        let sid = try Fixture.serviceSID(3)
        try await ScriptedClient.run(.always(.answer(200, answer))) {
            var parameters = ServiceParameters()
            parameters[.chatInstanceSID] = ""
            let updated = try await $0.client.update(sid, parameters)
            #expect(updated == Array(service.utf8))
            #expect($0.server.requests.map(\.target) == ["/v1/Services/\(sid)"])
            #expect($0.server.requests.map(\.body) == ["ChatInstanceSid="])
        }
    }

    @Test("Removing takes 204 without a body")
    func remove() async throws {
        try await ScriptedClient.run(.always(.answer(204, type: nil))) {
            try await $0.client.remove(Fixture.serviceSID(4))
            #expect($0.server.requests.map(\.method) == ["DELETE"])
        }
    }

    @Test(
        "An error answer becomes one line with the vendor's code",
        arguments: [
            (400, 20001, "Missing required parameter UniqueName in the post body", ProxyAPIError.Code.rejected),
            (401, 20003, "Authenticate", .unauthorized),
            (403, 20006, "Access denied", .rejected),
            (404, 20404, "The requested resource /Services/KS… was not found", .notFound),
            (409, 80602, "Service UniqueName must be unique.", .rejected),
        ])
    func errors(status: Int, apiCode: Int, message: String, code: ProxyAPIError.Code) async throws {
        let body = Fixture.error(apiCode, message, status: status)
        try await ScriptedClient.run(.always(.answer(status, body))) { scripted in
            let error = try await failure { () async throws(ProxyAPIError) in
                try await scripted.client.create(ServiceParameters())
            }
            #expect(error.code == code)
            #expect(error.status == status)
            #expect(error.apiCode == apiCode)
            #expect(error.moreInfo == "https://www.twilio.com/docs/errors/\(apiCode)")
            #expect(error.message.contains(": \(status), error \(apiCode): \(message)"))
            #expect(!error.message.contains("\n"))
            #expect(scripted.server.requests.count == 1)
        }
    }

    @Test("An error in the form of RFC 9457 is read too")
    func problemDetails() async throws {
        let body = #"{"type":"https://t/errors/20404","title":"Gone","status":404,"code":20404,"detail":"No such one"}"#
        try await ScriptedClient.run(.always(.answer(404, body, type: "application/problem+json"))) { scripted in
            let error = try await failure { () async throws(ProxyAPIError) in
                try await scripted.client.services().first()
            }
            #expect(error.apiCode == 20404)
            #expect(error.message.hasSuffix(": 404, error 20404: No such one"))
            #expect(error.moreInfo == "https://t/errors/20404")
        }
    }
}

extension ServicePages {
    /// The first page.
    func first() async throws(ProxyAPIError) -> [UInt8]? {
        var pages = self
        return try await pages.next()
    }
}
