import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// Every row of the table of errors, and the other ways in which a request can be refused.
@Suite(.timeLimit(.minutes(2)))
struct ErrorTests {
    /// A request and the error that it gets.
    struct Refusal: Sendable, CustomTestStringConvertible {
        var name: String
        var method = "GET"
        var target = "/v1/Services"
        var form: String?
        var contentType = "application/x-www-form-urlencoded"
        var authorization: String? = LoopbackClient.basic(.parent, "parent-token")
        var faults: [String] = []
        var status: Int
        var code: Int
        var message: String

        var testDescription: String { name }

        static func create(_ name: String, _ form: String, _ status: Int, _ code: Int, _ message: String) -> Refusal {
            Refusal(name: name, method: "POST", form: form, status: status, code: code, message: message)
        }

        static func list(_ query: String, _ code: Int, _ message: String) -> Refusal {
            Refusal(name: query, target: "/v1/Services?" + query, status: 400, code: code, message: message)
        }

        static func stranger(_ name: String, _ authorization: String?) -> Refusal {
            Refusal(name: name, authorization: authorization, status: 401, code: 20003, message: "Authenticate")
        }
    }

    static var table: [Refusal] {
        let unknown = SID.made(.service, "0").text
        let missing = "Missing required parameter UniqueName in the post body"
        return [
            .stranger("no credentials", nil),
            .stranger("wrong password", LoopbackClient.basic(.parent, "parent-tokem")),
            .stranger("longer password", LoopbackClient.basic(.parent, "parent-token2")),
            .stranger("no password", LoopbackClient.basic(.parent, "")),
            .stranger("another account's password", LoopbackClient.basic(.parent, "child-token")),
            .stranger("unknown account", LoopbackClient.basic(.made(.account, "9"), "parent-token")),
            .stranger("wrong key secret", LoopbackClient.basic(.standardKey, "main-secret")),
            .stranger("suspended account", LoopbackClient.basic(.suspended, "suspended-token")),
            .stranger("another scheme", "Bearer cGFyZW50"),
            .stranger("no Base64", "Basic ***"),
            .stranger("no colon", "Basic cGFyZW50"),
            Refusal(
                name: "unknown Service", target: "/v1/Services/\(unknown)", status: 404, code: 20404,
                message: "The requested resource /Services/\(unknown) was not found"),
            Refusal(
                name: "update of an unknown Service", method: "POST", target: "/v1/Services/\(unknown)",
                form: "DefaultTtl=1", status: 404, code: 20404,
                message: "The requested resource /Services/\(unknown) was not found"),
            Refusal(
                name: "removal of an unknown Service", method: "DELETE", target: "/v1/Services/\(unknown)", status: 404,
                code: 20404, message: "The requested resource /Services/\(unknown) was not found"),
            Refusal(
                name: "unknown path", target: "/v1/Elsewhere", status: 404, code: 20404,
                message: "The requested resource /Elsewhere was not found"),
            Refusal(
                name: "unknown version", target: "/v9/Services", status: 404, code: 20404,
                message: "The requested resource /v9/Services was not found"),
            Refusal(
                name: "resource below a Service", target: "/v1/Services/\(unknown)/Sessions", status: 404, code: 20404,
                message: "The requested resource /Services/\(unknown)/Sessions was not found"),
            .create("no UniqueName", "DefaultTtl=1", 400, 20001, missing),
            .create("empty UniqueName", "UniqueName=", 400, 20001, missing),
            .create("no body", "", 400, 20001, missing),
            .create("UniqueName in another case", "uniquename=x", 400, 20001, missing),
            .create("UniqueName taken", "UniqueName=taken", 400, 80602, "Service UniqueName must be unique."),
            .create(
                "form with half an escape", "UniqueName=%4", 400, 20001,
                "Malformed request body: the form has an incomplete percent escape."),
            .create(
                "form that is not UTF-8", "UniqueName=%FF", 400, 20001,
                "Malformed request body: the form is not UTF-8."),
            Refusal(
                name: "JSON body", method: "POST", form: "{}", contentType: "application/json", status: 400,
                code: 20001,
                message: "The request body must be application/x-www-form-urlencoded."),
            .list("PageSize=0", 20001, "Invalid PageSize."),
            .list("PageSize=-1", 20001, "Invalid PageSize."),
            .list("PageSize=ten", 20001, "Invalid PageSize."),
            .list("PageSize=", 20001, "Invalid PageSize."),
            .list("PageSize=%2B5", 20001, "Invalid PageSize."),
            .list("PageSize=1001", 20007, "Page size too large"),
            .list("PageSize=99999999999999999999", 20007, "Page size too large"),
            .list("PageToken=PAnonsense", 21481, "Invalid PageToken"),
            .list("PageToken=", 21481, "Invalid PageToken"),
            .list("Page=1", 20001, "PageToken is required for paging."),
            .list("Page=one", 20001, "Invalid Page."),
            .list("Page=99999999999999999999", 20001, "Invalid Page."),
            .list("PageSize=%", 20001, "Malformed query: the form has an incomplete percent escape."),
            Refusal(name: "PUT", method: "PUT", status: 405, code: 20004, message: "Method not allowed"),
            Refusal(
                name: "DELETE of the list", method: "DELETE", status: 405, code: 20004, message: "Method not allowed"),
            Refusal(
                name: "too many requests", faults: ["any:429+7"], status: 429, code: 20429, message: "Too Many Requests"
            ),
            Refusal(name: "500", faults: ["any:500"], status: 500, code: 20500, message: "Internal Server Error"),
            Refusal(name: "503", faults: ["any:503"], status: 503, code: 20503, message: "Service Unavailable"),
            Refusal(
                name: "new customer", method: "POST", form: "UniqueName=x", faults: ["any:restricted"], status: 403,
                code: 80506, message: "Service Creation is restricted for new customers"),
        ]
    }

    @Test(arguments: table)
    func refuses(_ refusal: Refusal) async throws {
        let seed = SandboxSeed.accounts(services: [Service(uniqueName: "taken")])
        try await withSandbox(seed: seed, faults: refusal.faults) { client in
            var client = client
            client.authorization = refusal.authorization
            let reply = try await client.send(
                refusal.method, refusal.target,
                headers: refusal.form == nil ? [] : ["Content-Type: \(refusal.contentType)"],
                body: Array((refusal.form ?? "").utf8))
            #expect(reply.status == refusal.status)
            #expect(
                try reply.error()
                    == APIErrorBody(code: refusal.code, message: refusal.message, status: refusal.status))
            #expect(reply.headers["content-type"] == "application/json")
            if refusal.status == 405 { #expect(reply.headers["allow"] == "GET, HEAD, POST, OPTIONS") }
            if refusal.status == 429 { #expect(reply.headers["retry-after"] == "7") }
            // Whatever was refused has changed nothing.
            client.authorization = LoopbackClient.basic(.stranger, "stranger-token")
            if refusal.faults.isEmpty { #expect(try await client.get("/v1/Services").page().services.isEmpty) }
        }
    }

    @Test func statusesThatAreOpenArePolicy() async throws {
        let policy = SandboxPolicy(oversizedPage: .clamped, nameTakenStatus: 409)
        try await withSandbox(seed: .accounts(services: [Service(uniqueName: "x")]), policy: policy) { client in
            let reply = try await client.post("/v1/Services", [("UniqueName", "x")])
            #expect(reply.status == 409)
            #expect(try reply.error().code == 80602)
            #expect(try await client.get("/v1/Services?PageSize=5000").page().meta.pageSize == 1000)
        }
    }

    @Test func updateMustKeepNamesUnique() async throws {
        try await withSandbox { client in
            let first = try await client.post("/v1/Services", [("UniqueName", "first")]).service()
            let second = try await client.post("/v1/Services", [("UniqueName", "second")]).service()
            let path = "/v1/Services/\(try #require(second.sid))"
            let reply = try await client.post(path, [("UniqueName", "first"), ("DefaultTtl", "9")])
            #expect(reply.status == 400)
            #expect(try reply.error().code == 80602)
            #expect(try await client.get(path).service() == second)
            // Its own name is no other's.
            let own = "/v1/Services/\(try #require(first.sid))"
            #expect(try await client.post(own, [("UniqueName", "first")]).status == 200)
        }
    }
}
