import JSON
import ServiceModel
import Testing

@Suite struct ServiceJSONTests {
    /// A Service as the API answers it, in the API's order.
    static let answer = """
        {"sid":"KS0123456789abcdef0123456789abcdef","account_sid":"AC0123456789abcdef0123456789abcdef",\
        "chat_instance_sid":null,"unique_name":"Dev Proxy Service","default_ttl":3600,\
        "callback_url":"https://proxy.example.org/status","geo_match_level":"country",\
        "number_selection_behavior":"prefer-sticky","intercept_callback_url":"","out_of_session_callback_url":null,\
        "date_created":"2015-07-30T20:00:00Z","date_updated":"2016-07-30T20:00:00Z",\
        "url":"https://proxy.twilio.com/v1/Services/KS0123456789abcdef0123456789abcdef",\
        "links":{"phone_numbers":"https://p.example.org/n","sessions":"https://p.example.org/s"}}
        """

    /// Reads an object in both ways that there are, which must agree.
    static func read(_ text: String) throws -> Service {
        let value = try JSONValue.parse(text)
        let service = Result { () throws(ServiceDecodingError) in try Service(json: value) }
        var reader = JSONReader(Array(text.utf8))
        let record = try ServiceRecord(reading: &reader)
        try reader.finish()
        switch (service, record) {
        case (.success(let service), .service(let other, _)): #expect(service == other)
        case (.failure(let error), .rejected(let other)): #expect(error == other)
        default: Issue.record("the two ways of reading disagree")
        }
        return try service.get()
    }

    @Test func readsAnAnswer() throws {
        let service = try Self.read(Self.answer)
        #expect(
            service
                == Service(
                    sid: "KS0123456789abcdef0123456789abcdef", accountSID: "AC0123456789abcdef0123456789abcdef",
                    uniqueName: "Dev Proxy Service", defaultTTL: 3600, callbackURL: "https://proxy.example.org/status",
                    interceptCallbackURL: "", geoMatchLevel: GeoMatchLevel("country"),
                    numberSelectionBehavior: NumberSelectionBehavior("prefer-sticky"),
                    dateCreated: Timestamp("2015-07-30T20:00:00Z"), dateUpdated: Timestamp("2016-07-30T20:00:00Z"),
                    url: "https://proxy.twilio.com/v1/Services/KS0123456789abcdef0123456789abcdef",
                    links: [
                        Service.Link(name: "phone_numbers", url: "https://p.example.org/n"),
                        Service.Link(name: "sessions", url: "https://p.example.org/s"),
                    ]))
    }

    @Test func writesTheAnswerAgain() throws {
        var writer = JSONWriter()
        try Self.read(Self.answer).write(to: &writer)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == Self.answer)
    }

    @Test func readsAnExport() throws {
        let export = """
            {"accountSid":"AC1","callbackUrl":"c","chatInstanceSid":"IS1","dateCreated":"2015-07-30T20:00:00.000Z",
             "dateUpdated":"2015-07-30T20:00:00.250Z","defaultTtl":10,"geoMatchLevel":"radius",
             "interceptCallbackUrl":"i","links":{"sessions":"s","phone_numbers":"n"},
             "numberSelectionBehavior":"avoid-sticky","outOfSessionCallbackUrl":"o","sid":"KS1","uniqueName":"u","url":"r"}
            """
        let service = try Self.read(export)
        #expect(
            service
                == Service(
                    sid: "KS1", accountSID: "AC1", chatInstanceSID: "IS1", uniqueName: "u", defaultTTL: 10,
                    callbackURL: "c",
                    interceptCallbackURL: "i", outOfSessionCallbackURL: "o", geoMatchLevel: GeoMatchLevel("radius"),
                    numberSelectionBehavior: NumberSelectionBehavior("avoid-sticky"),
                    dateCreated: Timestamp("2015-07-30T20:00:00Z"), dateUpdated: Timestamp("2015-07-30T20:00:00.25Z"),
                    url: "r",
                    links: [Service.Link(name: "phone_numbers", url: "n"), Service.Link(name: "sessions", url: "s")]))
        var reader = JSONReader(Array(export.utf8))
        #expect(try ServiceRecord(reading: &reader) == .service(service, usesCamelCase: true))
        var plain = JSONReader(Array(#"{"sid":"KS1","unique_name":"u","url":"r"}"#.utf8))
        #expect(
            try ServiceRecord(reading: &plain)
                == .service(Service(sid: "KS1", uniqueName: "u", url: "r"), usesCamelCase: false))
    }

    @Test(arguments: [
        (#"{"sid":null}"#, Service()),
        (#"{"sid":""}"#, Service(sid: "")),
        (#"{"sid":"x","default_ttl":null,"links":null,"callback_url":null}"#, Service(sid: "x")),
        (#"{"sid":"x","default_ttl":3600.0}"#, Service(sid: "x", defaultTTL: 3600)),
        (#"{"sid":"x","default_ttl":-1}"#, Service(sid: "x", defaultTTL: -1)),
        (#"{"sid":"x","geo_match_level":"galaxy"}"#, Service(sid: "x", geoMatchLevel: GeoMatchLevel("galaxy"))),
        (
            #"{"sid":"x","links":{"b":"2","a":"1","c":null}}"#,
            Service(sid: "x", links: [Service.Link(name: "a", url: "1"), Service.Link(name: "b", url: "2")])
        ),
        (#"{"\u0073id":"x","unique\u005fname":"\ud800"}"#, Service(sid: "x", uniqueName: "\u{FFFD}")),
        (
            #"{"new":[1, {"a" : "é"}],"sid":"x","SID":1}"#,
            Service(
                sid: "x",
                unknownFields: [
                    Service.UnknownField(name: "new", json: #"[1,{"a":"é"}]"#),
                    Service.UnknownField(name: "SID", json: "1"),
                ])
        ),
        (
            #"{"sid":"x","services":[],"resources":[]}"#,
            Service(
                sid: "x",
                unknownFields: [
                    Service.UnknownField(name: "services", json: "[]"),
                    Service.UnknownField(name: "resources", json: "[]"),
                ])
        ),
        (
            #"{"services":1,"sid":"x"}"#,
            Service(sid: "x", unknownFields: [Service.UnknownField(name: "services", json: "1")])
        ),
    ])
    func reads(_ text: String, _ service: Service) throws {
        #expect(try Self.read(text) == service)
    }

    @Test(arguments: [
        (#"{"sid":1}"#, "sid: expected a string, found a number"),
        (#"{"sid":"x","callback_url":12}"#, "callback_url: expected a string, found a number"),
        (#"{"sid":"x","uniqueName":{"private":1}}"#, "unique_name: expected a string, found an object"),
        (#"{"sid":"x","default_ttl":"3600"}"#, "default_ttl: expected a number, found a string"),
        (#"{"sid":"x","default_ttl":1.5}"#, "default_ttl: not an integer of 64 bits"),
        (#"{"sid":"x","default_ttl":9223372036854775808}"#, "default_ttl: not an integer of 64 bits"),
        (#"{"sid":"x","default_ttl":true}"#, "default_ttl: expected a number, found a boolean"),
        (#"{"sid":"x","geo_match_level":[]}"#, "geo_match_level: expected a string, found an array"),
        (#"{"sid":"x","date_created":"yesterday"}"#, "date_created: not an RFC 3339 date-time"),
        (#"{"sid":"x","date_updated":""}"#, "date_updated: not an RFC 3339 date-time"),
        (#"{"sid":"x","date_updated":0}"#, "date_updated: expected a string, found a number"),
        (#"{"sid":"x","links":[]}"#, "links: expected an object, found an array"),
        (#"{"sid":"x","links":{"a":1}}"#, "links: expected every link to be a string, found a number"),
        (#"{"sid":"x","url":false,"callback_url":1}"#, "url: expected a string, found a boolean"),
        (#"{"sid":"x","unique_name":"a","uniqueName":"a"}"#, "unique_name: the object has it twice"),
        (#"{}"#, "not a Service: the object has no sid"),
        (#"{"id":"x","callback_url":1}"#, "not a Service: the object has no sid"),
        (
            #"{"code":20003,"message":"private","status":401}"#,
            "not a Service but the API's error 20003 (HTTP status 401)"
        ),
        (#"{"type":"t","title":"private","code":20404}"#, "not a Service but the API's error 20404"),
        (#"{"code":1}"#, "not a Service: the object has no sid"),
        (#""private""#, "expected an object, found a string"), ("[]", "expected an object, found an array"),
        ("null", "expected an object, found null"),
    ])
    func rejects(_ text: String, _ reason: String) {
        let error = #expect(throws: ServiceDecodingError.self) { try Self.read(text) }
        #expect(error?.description == reason)
    }

    @Test(
        arguments: [
            (#"{"meta":{},"services":[{"sid":1}],"x":}"#, .page), (#"{"version":4,"resources":[]}"#, .terraformState),
            (#"{"services":{}}"#, nil), (#"{"services":null}"#, nil),
        ] as [(String, ServiceRecord.Container?)])
    func tellsContainers(_ text: String, _ container: ServiceRecord.Container?) throws {
        var reader = JSONReader(Array(text.utf8))
        switch try ServiceRecord(reading: &reader) {
        case .container(let found): #expect(found == container)
        case .rejected(let error):
            #expect(error.code == .notAService)
            #expect(container == nil)
        case .service: Issue.record("read as a Service")
        }
    }

    @Test func malformedTextIsAnErrorOfTheReader() {
        for text in [#"{"sid":"x""#, #"{"sid":01}"#, #"{"sid":"x","a":1,"a":2}"#, #"{"sid":"x","default_ttl":1.5,}"#] {
            var reader = JSONReader(Array(text.utf8))
            #expect(throws: JSONError.self) { try ServiceRecord(reading: &reader) }
        }
    }

    @Test(arguments: [
        (
            #"{"id":"KS1","sid":"KS1","callback_url":"","unique_name":"","default_ttl":10}"#,
            Service(sid: "KS1", defaultTTL: 10)
        ),
        (#"{"id":"KS1","default_ttl":"3600","chat_instance_sid":null}"#, Service(sid: "KS1", defaultTTL: 3600)),
        (#"{"id":"KS1","sid":"","date_created":""}"#, Service(sid: "KS1")),
        (
            #"{"id":"KS1","path_sid":null}"#,
            Service(sid: "KS1", unknownFields: [Service.UnknownField(name: "path_sid", json: "null")])
        ),
    ])
    func readsTerraformAttributes(_ text: String, _ service: Service) throws {
        #expect(try Service(json: JSONValue.parse(text), dialect: .terraform) == service)
    }

    @Test(arguments: [#"{}"#, #"{"id":""}"#, #"{"id":1}"#, #"{"id":"x","default_ttl":"1.5"}"#])
    func rejectsTerraformAttributes(_ text: String) throws {
        let value = try JSONValue.parse(text)
        #expect(throws: ServiceDecodingError.self) { try Service(json: value, dialect: .terraform) }
    }

    @Test func keepsUnknownFieldsWhenWritten() throws {
        var writer = JSONWriter()
        try Self.read(#"{"sid":"x","new":{"deep":[1.50]}}"#).write(to: &writer)
        let written = try JSONValue.parse(writer.bytes)
        #expect(written["new"]?["deep"]?.jsonText == "[1.50]")
        #expect(written["unique_name"] == .null)
        #expect(written["links"] == .object([]))
        #expect(try Service(json: written) == Self.read(#"{"sid":"x","new":{"deep":[1.50]}}"#))
    }

    @Test func manyUnknownFieldsTakeLinearTime() throws {
        let members = (0..<20_000).map { ",\"f\($0)\":0" }.joined()
        #expect(try Self.read("{\"sid\":\"x\"\(members)}").unknownFields.count == 20_000)
    }
}
