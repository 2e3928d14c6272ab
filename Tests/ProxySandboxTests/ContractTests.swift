import Foundation
import JSON
import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// The sandbox against the vendor's own description of the API, where that is at hand.
///
/// The file is not part of the project: it is read from the path in `PROXY_OPENAPI`, or from the shared reference folder
/// beside the project.
@Suite(
    .enabled(if: APIDescription.path != nil, "no OpenAPI file: set PROXY_OPENAPI to its path"), .timeLimit(.minutes(2)))
struct ContractTests {
    @Test func everyOperationAnswersAsDescribed() async throws {
        let description = try APIDescription()
        let fields = [
            ("UniqueName", "My Service"), ("DefaultTtl", "3600"), ("CallbackUrl", "http://www.example.com"),
            ("ChatInstanceSid", SID.made(.chatInstance, "a").text),
        ]
        try await withSandbox { client in
            let created = try await client.post("/v1/Services", fields)
            try description.check(created, "/v1/Services", "post")
            let minimal = try await client.post("/v1/Services", [("UniqueName", "another")])
            try description.check(minimal, "/v1/Services", "post")
            let path = "/v1/Services/\(try #require(created.service().sid))"
            try description.check(try await client.get(path), "/v1/Services/{Sid}", "get")
            try description.check(try await client.post(path, fields), "/v1/Services/{Sid}", "post")
            for query in ["", "?PageSize=1", "?PageSize=1000&Page=0"] {
                try description.check(try await client.get("/v1/Services" + query), "/v1/Services", "get")
            }
            try description.check(try await client.send("DELETE", path), "/v1/Services/{Sid}", "delete")
        }
    }

    @Test(arguments: [("/v1/Services", ""), ("/v1/Services/{Sid}", "KSsubject")])
    func everyParameterOfTheDescriptionIsTaken(_ template: String, _ sid: String) async throws {
        let description = try APIDescription()
        let schema = try description.value(
            "paths", template, "post", "requestBody", "content",
            "application/x-www-form-urlencoded", "schema", "properties")
        guard case .object(let parameters) = schema else { throw APIDescription.Missing() }
        #expect(parameters.count == 8)
        let seed = SandboxSeed.accounts(services: [Service(sid: "KSsubject")])
        try await withSandbox(seed: seed) { client in
            for parameter in parameters {
                let property = try description.resolved(parameter.value)
                var texts: [String] = []
                if case .array(let values)? = property["enum"] {
                    texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
                } else if property["pattern"] != nil {
                    texts = [SID.made(.chatInstance, "0").text]
                } else if property["format"] == .string("uri") {
                    texts = ["http://www.example.com"]
                } else {
                    texts = ["3600"]
                }
                for text in texts {
                    var fields = [(parameter.name, text)]
                    if sid.isEmpty, parameter.name != "UniqueName" { fields.append(("UniqueName", "\(fields)")) }
                    let reply = try await client.post(sid.isEmpty ? "/v1/Services" : "/v1/Services/\(sid)", fields)
                    #expect((200...201).contains(reply.status), "\(parameter.name)=\(text)")
                }
            }
        }
    }
}

/// As much of OpenAPI as the description of Services uses.
private struct APIDescription {
    private let root: JSONValue

    struct Missing: Error {}

    static var path: String? {
        if let path = ProcessInfo.processInfo.environment["PROXY_OPENAPI"] { return path }
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shared = project.deletingLastPathComponent().appendingPathComponent(
            "shared/reference/twilio_proxy_v1.openapi.json")
        return FileManager.default.fileExists(atPath: shared.path) ? shared.path : nil
    }

    init() throws {
        let path = try #require(APIDescription.path)
        root = try JSONValue.parse(Array(Data(contentsOf: URL(fileURLWithPath: path))))
    }

    func value(_ names: String...) throws -> JSONValue {
        try names.reduce(root) { value, name in
            guard let member = value[name] else { throw Missing() }
            return member
        }
    }

    func resolved(_ schema: JSONValue) throws -> JSONValue {
        guard case .string(let reference)? = schema["$ref"], let name = reference.split(separator: "/").last else {
            return schema
        }
        return try value("components", "schemas", String(name))
    }

    /// Checks the status, the headers and the body of an answer.
    func check(_ reply: Reply, _ template: String, _ method: String) throws {
        guard case .object(let responses) = try value("paths", template, method, "responses") else { throw Missing() }
        let response = try #require(responses.first { $0.name == String(reply.status) }, "status \(reply.status)")
        if case .object(let headers)? = response.value["headers"] {
            for header in headers { #expect(reply.headers[header.name.lowercased()] != nil, "\(header.name)") }
        }
        if let schema = response.value["content"]?["application/json"]?["schema"] {
            #expect(reply.headers["content-type"] == "application/json")
            try check(reply.json(), schema, at: "\(method) \(template)")
        } else {
            #expect(reply.body.isEmpty)
        }
    }

    private func check(_ value: JSONValue, _ reference: JSONValue, at place: String) throws {
        let schema = try resolved(reference)
        let comment = Comment(rawValue: place)
        if value == .null {
            #expect(schema["nullable"] == .bool(true), comment)
            return
        }
        switch (schema["type"], value) {
        case (.string("object")?, .object(let members)):
            guard case .object(let properties)? = schema["properties"] else { return }
            #expect(Set(members.map(\.name)) == Set(properties.map(\.name)), comment)
            for property in properties {
                if let member = value[property.name] {
                    try check(member, property.value, at: "\(place).\(property.name)")
                }
            }
        case (.string("array")?, .array(let elements)):
            let items = try #require(schema["items"])
            for element in elements { try check(element, items, at: place + "[]") }
        case (.string("integer")?, .number(let number)):
            #expect(number.integer != nil, comment)
        case (.string("string")?, .string(let text)):
            try check(text, schema, comment)
        default:
            Issue.record("\(place) is not of the type described")
        }
    }

    private func check(_ text: String, _ schema: JSONValue, _ comment: Comment) throws {
        if case .array(let values)? = schema["enum"] { #expect(values.contains(.string(text)), comment) }
        if case .string(let pattern)? = schema["pattern"] {
            let kind = try #require(SID.Kind(rawValue: String(pattern.dropFirst().prefix(2))), comment)
            #expect(pattern == "^\(kind.rawValue)[0-9a-fA-F]{32}$", comment)
            #expect(SID.isWellFormed(text, kind: kind), comment)
        }
        switch schema["format"] {
        case .string("uri")?: #expect(URL(string: text)?.host != nil, comment)
        case .string("date-time")?: #expect(text.utf8.count == 20 && Timestamp(text) != nil, comment)
        default: break
        }
    }
}
