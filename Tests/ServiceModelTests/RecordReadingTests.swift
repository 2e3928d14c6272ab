import JSON
import ServiceModel
import Testing
import Text

@Suite struct RecordReadingTests {
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

    @Test func readsAnAnswer() throws {
        let record = try #require(try Read(Self.answer).record)
        let expected: [ServiceField: FieldValue] = [
            .sid: .string("KS0123456789abcdef0123456789abcdef"),
            .accountSID: .string("AC0123456789abcdef0123456789abcdef"), .chatInstanceSID: .null,
            .uniqueName: .string("Dev Proxy Service"), .defaultTTL: .integer(3600),
            .callbackURL: .string("https://proxy.example.org/status"), .geoMatchLevel: .string("country"),
            .numberSelectionBehavior: .string("prefer-sticky"), .interceptCallbackURL: .string(""),
            .outOfSessionCallbackURL: .null,
            .dateCreated: .timestamp(try #require(Timestamp("2015-07-30T20:00:00Z"))),
            .dateUpdated: .timestamp(try #require(Timestamp("2016-07-30T20:00:00Z"))),
            .url: .string("https://proxy.twilio.com/v1/Services/KS0123456789abcdef0123456789abcdef"),
            .links: .links([
                .init(name: "phone_numbers", url: "https://p.example.org/n"),
                .init(name: "sessions", url: "https://p.example.org/s"),
            ]),
        ]
        for field in ServiceField.allCases { #expect(record[field] == expected[field], "\(field)") }
        #expect(record.text(.sid) == "KS0123456789abcdef0123456789abcdef")
        #expect(record.holds(Array("Dev Proxy Service".utf8), in: .uniqueName))
        #expect(!record.holds(Array("Dev Proxy".utf8), in: .uniqueName))
    }

    @Test func writesTheAnswerAgain() throws {
        var writer = JSONWriter()
        try #require(try Read(Self.answer).record).write(to: &writer)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == Self.answer)
    }

    /// One Service, written as different programs write it.
    @Test(arguments: [
        """
        {"accountSid":"AC1","callbackUrl":"c","chatInstanceSid":"IS1","dateCreated":"2015-07-30T20:00:00.000Z",
         "dateUpdated":"2015-07-30T20:00:00.250Z","defaultTtl":10,"geoMatchLevel":"radius","interceptCallbackUrl":"i",
         "links":{"sessions":"s","phone_numbers":"n"},"numberSelectionBehavior":"avoid-sticky",
         "outOfSessionCallbackUrl":"o","sid":"KS1","uniqueName":"u","url":"r"}
        """,
        """
        {"Sid":"KS1","AccountSid":"AC1","ChatInstanceSid":"IS1","UniqueName":"u","DefaultTtl":10.0,"CallbackUrl":"\\u0063",
         "GeoMatchLevel":"radius","NumberSelectionBehavior":"avoid-sticky","InterceptCallbackUrl":"i",
         "OutOfSessionCallbackUrl":"o","DateCreated":"2015-07-30T20:00:00Z","DateUpdated":"2015-07-30T20:00:00.25Z",
         "Url":"r","Links":{"phone_numbers":"n","sessions":"s","gone":null}}
        """,
        """
        {"links":{"sessions":"s","phone_numbers":"n"},"default_ttl":"10","url":"r","sid":"KS1","account_sid":"AC1",
        "chat_instance_sid":"IS1","unique_name":"u","callback_url":"c","geo_match_level":"radius","number_selection_behavior":
        "avoid-sticky","intercept_callback_url":"i","out_of_session_callback_url":"o",
        "date_created":"2015-07-30T22:00:00+02:00","date_updated":"2015-07-30t20:00:00.250z"}
        """,
    ]) func spellingsSayTheSame(_ text: String) throws {
        let plain = """
            {"sid":"KS1","account_sid":"AC1","chat_instance_sid":"IS1","unique_name":"u","default_ttl":10,"callback_url":"c",\
            "geo_match_level":"radius","number_selection_behavior":"avoid-sticky","intercept_callback_url":"i",\
            "out_of_session_callback_url":"o","date_created":"2015-07-30T20:00:00Z","date_updated":"2015-07-30T20:00:00.25Z",\
            "url":"r","links":{"phone_numbers":"n","sessions":"s"}}
            """
        #expect(try Read(text).content == Read(plain).content)
        let other = plain.replacing("\"i\"", with: "\"j\"")
        #expect(try Read(other).content != Read(plain).content)
    }

    /// What no rule reads, or no rule can read, still tells two versions of a Service apart.
    @Test(arguments: [
        (#"{"unique_name":"u","new":{"a":1,"b":[2.0]}}"#, #"{"new":{"b":[2],"a":1},"unique_name":"u"}"#, true),
        (#"{"unique_name":"u","new":{"a":1,"b":2}}"#, #"{"unique_name":"u","new":{"a":2,"b":1}}"#, false),
        (#"{"unique_name":"u","new":[1,2]}"#, #"{"unique_name":"u","new":[2,1]}"#, false),
        (#"{"callback_url":{"a":1,"b":2}}"#, #"{"callbackUrl":{"b":2,"a":1}}"#, true),
        (#"{"callback_url":{"a":1}}"#, #"{"callback_url":{"a":2}}"#, false),
        (#"{"unique_name":"a","unique_name":"b"}"#, #"{"unique_name":"a","uniqueName":"b"}"#, true),
        (#"{"unique_name":"a","unique_name":"b"}"#, #"{"unique_name":"a","unique_name":"c"}"#, false),
        (
            #"{"unique_name":"a","unique_name":"b","new":1}"#, #"{"unique_name":"a","unique_name":"b","new":2}"#, false
        ),
        (#"{"unique_name":"u","default_ttl":0,"links":{}}"#, #"{"unique_name":"u","callback_url":null}"#, true),
        (#"{"unique_name":"u","date_created":"x"}"#, #"{"unique_name":"u","date_created":"y"}"#, false),
    ])
    func contentIsWhatIsSaid(_ text: String, _ other: String, _ isSame: Bool) throws {
        let (text, other) = (try Read(text), try Read(other))
        #expect((text.content == other.content) == isSame)
        for read in [text, other] {
            var writer = JSONWriter()
            read.record?.write(to: &writer)
            #expect(try Read(String(decoding: writer.bytes, as: UTF8.self)).content == read.content)
        }
    }

    @Test func traitsTellWhatWroteIt() throws {
        #expect(try Read(#"{"uniqueName":"u"}"#).traits == .camelCase)
        #expect(try Read(#"{"UniqueName":"u"}"#).traits == [])
        #expect(try Read(#"{"unique_name":"u","default_ttl":"5"}"#).traits == .quotedNumber)
        #expect(try Read(#"{"unique_name":"u","default_ttl":"5"}"#, .terraform).traits == [])
    }

    @Test(
        arguments: [
            (#"{"unique_name":null}"#, .uniqueName, .null), (#"{"unique_name":""}"#, .uniqueName, .string("")),
            (#"{"unique_name":null}"#, .callbackURL, .absent),
            (#"{"default_ttl":3600.0}"#, .defaultTTL, .integer(3600)),
            (#"{"default_ttl":-1}"#, .defaultTTL, .integer(-1)),
            (#"{"default_ttl":3.6e3}"#, .defaultTTL, .integer(3600)),
            (#"{"default_ttl":9223372036854775807}"#, .defaultTTL, .integer(.max)),
            (#"{"default_ttl":-9223372036854775808}"#, .defaultTTL, .integer(.min)),
            (#"{"default_ttl":"3600"}"#, .defaultTTL, .integer(3600)), (#"{"default_ttl":null}"#, .defaultTTL, .null),
            (#"{"geo_match_level":"galaxy"}"#, .geoMatchLevel, .string("galaxy")),
            (#"{"\u0075nique\u005fname":"\ud800"}"#, .uniqueName, .string("\u{FFFD}")),
            (#"{"unique_name":"é\n\"\\\u00e9"}"#, .uniqueName, .string("é\n\"\\é")),
            (
                #"{"unique_name":"u","links":{"b":"2","a":"1","c":null}}"#, .links,
                .links([.init(name: "a", url: "1"), .init(name: "b", url: "2")])
            ),
            (#"{"unique_name":"u","services":[],"resources":[]}"#, .uniqueName, .string("u")),
            (#"{"services":1,"unique_name":"x"}"#, .uniqueName, .string("x")),
        ] as [(String, ServiceField, FieldValue)])
    func reads(_ text: String, _ field: ServiceField, _ value: FieldValue) throws {
        #expect(try Read(text).record?[field] == value)
    }

    /// A field that cannot be read costs that field, and says why without quoting it.
    @Test(
        arguments: [
            (#"{"sid":1}"#, .sid, "expected a string, found a number"),
            (#"{"callback_url":12}"#, .callbackURL, "expected a string, found a number"),
            (#"{"uniqueName":{"private":1}}"#, .uniqueName, "expected a string, found an object"),
            (#"{"default_ttl":"private"}"#, .defaultTTL, "not an integer of 64 bits"),
            (#"{"default_ttl":1.5}"#, .defaultTTL, "not an integer of 64 bits"),
            (#"{"default_ttl":9223372036854775808}"#, .defaultTTL, "not an integer of 64 bits"),
            (#"{"default_ttl":true}"#, .defaultTTL, "expected a number, found a boolean"),
            (#"{"geo_match_level":[]}"#, .geoMatchLevel, "expected a string, found an array"),
            (#"{"date_created":"private"}"#, .dateCreated, "not an RFC 3339 date-time"),
            (#"{"date_updated":""}"#, .dateUpdated, "not an RFC 3339 date-time"),
            (
                #"{"date_updated":{"date":"2026-01-02 08:00:00.000000","timezone_type":3,"timezone":"UTC"}}"#,
                .dateUpdated,
                "expected a string, found an object"
            ),
            (#"{"links":[]}"#, .links, "expected an object, found an array"),
            (#"{"links":{"a":1}}"#, .links, "expected every link to be a string, found a number"),
            (#"{"unique_name":"private","uniqueName":"private"}"#, .uniqueName, "the object has it twice"),
            (#"{"unique_name":"private","unique_name":"private"}"#, .uniqueName, "the object has it twice"),
            (#"{"default_ttl":" 60"}"#, .defaultTTL, "not an integer of 64 bits"),
            (#"{"default_ttl":"060"}"#, .defaultTTL, "not an integer of 64 bits"),
            (#"{"default_ttl":"+60"}"#, .defaultTTL, "not an integer of 64 bits"),
            (#"{"default_ttl":""}"#, .defaultTTL, "not an integer of 64 bits"),
        ] as [(String, ServiceField, String)])
    func keepsTheRestOfARecord(_ text: String, _ field: ServiceField, _ reason: String) throws {
        let record = try #require(try Read(#"{"intercept_callback_url":"http://x.example","# + text.dropFirst()).record)
        #expect(record[field] == .unreadable(reason))
        #expect(record.text(field) == nil || field.valueType == .timestamp)
        #expect(record[.interceptCallbackURL] == .string("http://x.example"))
        var writer = JSONWriter()
        record.write(to: &writer)
        // What reads the record again is told too.
        let again = try Read(String(decoding: writer.bytes, as: UTF8.self)).record
        #expect(again?[field] == .unreadable(reason))
    }

    @Test(arguments: [
        ("{}", "not a Service: the object has no field that only a Service has"),
        (#"{"sid":"hello"}"#, "not a Service: the object has no field that only a Service has"),
        (
            #"{"sid":"KS0123456789abcdef0123456789abcdef"}"#,
            "not a Service: the object has no field that only a Service has"
        ),
        (
            #"{"sid":"VA0123456789abcdef0123456789abcdef","unique_name":"private"}"#,
            "not a Service but a Verify Service"
        ),
        (#"{"sid":"MG0123456789abcdef0123456789abcdef","unique_name":"x"}"#, "not a Service but a Messaging Service"),
        (
            #"{"sid":"IS0123456789abcdef0123456789abcdef","unique_name":"x"}"#,
            "not a Service but a Chat, Conversations or Sync Service"
        ),
        (#"{"sid":"CA0123456789abcdef0123456789abcdef","from":"private"}"#, "not a Service but a call"),
        (#"{"sid":"PN0123456789abcdef0123456789abcdef"}"#, "not a Service but a phone number"),
        (#"{"sid":"AC0123456789abcdef0123456789abcdef","friendly_name":"private"}"#, "not a Service but an account"),
        (
            #"{"sid":"QX0123456789abcdef0123456789abcdef","callback_url":null}"#,
            "not a Service but a resource of another kind (its SID begins with QX)"
        ),
        (
            #"{"unique_name":"x","url":"https://sync.twilio.com/v1/Services/1"}"#,
            "not a Service but a resource of the vendor's sync API"
        ),
        (
            #"{"unique_name":"x","url":"https://proxy.twilio.com/v1/Services/KS1/Sessions/KC1"}"#,
            "not a Service but a resource of another API or of another kind, by the path of its URL"
        ),
        (
            #"{"code":20003,"message":"private","status":401}"#,
            "not a Service but the API's error 20003 (HTTP status 401)"
        ),
        (#"{"type":"t","title":"private","code":20404}"#, "not a Service but the API's error 20404"),
        (
            #"{"planned_values":{},"resource_changes":[]}"#,
            "not a Service but a Terraform plan, which says what may come to be; give the output of 'terraform show -json'"
        ),
        (
            #"{"encrypted_data":"private","encryption_version":"v0"}"#,
            "not a Service but encrypted Terraform state; give the output of 'tofu show -json' or 'terraform show -json'"
        ),
        (
            #"{"version":3,"modules":[]}"#,
            "not a Service but Terraform state of an old version; give the output of 'terraform show -json'"
        ),
        (#"{"schema_version":1,"tool":{},"findings":[]}"#, "not a Service but a report of proxy-audit"),
        (#"{"$schema":"private","version":"2.1.0","runs":[]}"#, "not a Service but a SARIF report"),
        (#"{"accounts":[{"sid":"private"}]}"#, "not a Service but a list of accounts"),
        (#"{"calls":[],"page":0}"#, "not a Service but a list of calls"),
        (#"{"messages":[{"body":"private"}]}"#, "not a Service but a list of messages"),
        (#"{"incoming_phone_numbers":[]}"#, "not a Service but a list of phone numbers"),
        (#"{"meta":{},"sessions":[]}"#, "not a Service but a list of Proxy Sessions"),
        (#"{"accounts":{}}"#, "not a Service: the object has no field that only a Service has"),
        (#""private""#, "expected an object, found a string"), ("[]", "expected an object, found an array"),
        ("null", "expected an object, found null"), ("7", "expected an object, found a number"),
    ])
    func rejects(_ text: String, _ reason: String) throws {
        let read = try Read(text)
        #expect(read.reading == .rejected(reason))
        #expect(read.record == nil)
    }

    /// A malformed SID is a finding, not another product's.
    @Test(arguments: [
        "KS1", "hello", "AC0123", "ks0123456789abcdef0123456789abcdef", "", "VA0123456789abcdef0123456789abcdeg",
    ])
    func anOddSIDIsAService(_ sid: String) throws {
        #expect(try Read(#"{"sid":"\#(sid)","default_ttl":0}"#).record?.text(.sid) == sid)
    }

    @Test(
        arguments: [
            (#"{"meta":{},"services":[{"sid":1}],"x":}"#, .page), (#"{"version":4,"resources":[]}"#, .terraformState),
            (#"{"format_version":"1.0","values":{"root_module":{}}}"#, .terraformValues),
            (#"{"services":{}}"#, nil), (#"{"services":null}"#, nil), (#"{"values":[]}"#, nil),
            (#"{"default_ttl":1,"services":[]}"#, nil),
        ] as [(String, RecordReading.Container?)])
    func tellsContainers(_ text: String, _ container: RecordReading.Container?) throws {
        let reading = try Read(text, isWhole: container == nil).reading
        if let container { #expect(reading == .container(container)) } else { #expect(reading.container == nil) }
    }

    @Test(arguments: [
        #"{"unique_name":"x""#, #"{"default_ttl":01}"#, #"{"unique_name":"x","a":1,"a":2}"#,
        #"{"unique_name":"x","default_ttl":1.5,}"#, "{\"unique_name\":\"\u{1}\"}", #"{"unique_name":"\x"}"#,
        #"{"unique_name":"x","new":[{"a":1,"a":2}]}"#, #"{"unique_name":"x","links":{"a":"","a":""}}"#,
    ]) func malformedTextIsAnErrorOfTheReader(_ text: String) {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "test"))
        var reader = JSONReader(Array(text.utf8))
        #expect(throws: JSONError.self) { try builder.read(&reader, at: RecordBatchBuilder.Place()) }
        #expect(builder.count == 0 && builder.last == nil)
    }

    @Test(
        arguments: [
            (#"{"id":"KS1","sid":"KS1","callback_url":"","unique_name":"","default_ttl":10}"#, .callbackURL, .null),
            (#"{"id":"KS1","default_ttl":"3600","chat_instance_sid":null}"#, .defaultTTL, .integer(3600)),
            (#"{"id":"KS1","default_ttl":1}"#, .sid, .string("KS1")),
            (#"{"id":"KS1","sid":"","unique_name":"x","date_created":""}"#, .sid, .string("KS1")),
            (#"{"id":"KS1","sid":"","unique_name":"x","date_created":""}"#, .dateCreated, .null),
            (
                #"{"id":"KS1","unique_name":"x","default_ttl":"1.5"}"#, .defaultTTL,
                .unreadable("not an integer of 64 bits")
            ),
        ] as [(String, ServiceField, FieldValue)])
    func readsTerraformAttributes(_ text: String, _ field: ServiceField, _ value: FieldValue) throws {
        #expect(try Read(text, .terraform).record?[field] == value)
    }

    @Test func keepsUnknownMembersWhenWritten() throws {
        let record = try #require(try Read(#"{"unique_name":"x","new":{"deep":[1.50]},"SID":1}"#).record)
        #expect(record.unknownMembers.map(\.name) == ["new", "SID"])
        var writer = JSONWriter()
        record.write(to: &writer)
        let written = try JSONValue.parse(writer.bytes)
        #expect(written["new"]?["deep"]?.jsonText == "[1.50]")
        #expect(
            written["callback_url"] == .null && written["links"] == .object([])
                && written["default_ttl"]?.jsonText == "0")
        #expect(
            try Read(written.jsonText).content == Read(#"{"SID":1,"unique_name":"x","new":{"deep":[1.50]}}"#).content)
    }

    @Test func manyUnknownMembersTakeLinearTime() throws {
        let members = (0..<20_000).map { ",\"f\($0)\":0" }.joined()
        #expect(try Read("{\"unique_name\":\"x\"\(members)}").record?.unknownMembers.count == 20_000)
    }

    @Test func aBatchKeepsItsRecordsApart() throws {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "file.json"))
        for (index, text) in [Self.answer, #"{"unique_name":"ü"}"#, #"{"default_ttl":{}}"#].enumerated() {
            var reader = JSONReader(Array(text.utf8))
            _ = try builder.read(&reader, at: .init(line: 10 + index, position: index))
        }
        builder.truncate(to: 2)
        var reader = JSONReader(Array(#"{"unique_name":"last"}"#.utf8))
        _ = try builder.read(&reader, at: .init(line: 20, position: 7, address: "a.b"))
        let records = Array(builder.finish().records)
        #expect(records.map { $0.text(.uniqueName) } == ["Dev Proxy Service", "ü", "last"])
        #expect(
            records.map(\.provenance.description) == [
                "file.json:10, record 0", "file.json:11, record 1", "file.json:20, record 7, a.b",
            ])
    }
}

extension RecordReadingTests {
    /// Texts that are written with escapes stay with their records, whatever comes between and is taken away.
    @Test func textsWithEscapesStayWithTheirRecords() throws {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "file.json"))
        func read(_ text: String, _ dialect: ServiceDialect = .api) throws -> RecordReading {
            var reader = JSONReader(Array(text.utf8))
            return try builder.read(&reader, dialect: dialect, at: .init())
        }
        _ = try read(#"{"unique_name":"\u00fcber","callback_url":"https:\/\/a.test\/","geo_match_level":"country"}"#)
        #expect(builder.lastHolds(Array("über".utf8), in: .uniqueName))
        #expect(!builder.lastHolds(Array(#"\u00fcber"#.utf8), in: .uniqueName))
        #expect(try read(#"{"sid":"\u0041C1","name":"\u00e9"}"#) != .service([]))
        #expect(throws: JSONError.self) { try read(#"{"unique_name":"\u0061","callback_url":"\x"}"#) }
        _ = try read(#"{"unique_name":"\u0061","unique_name":"b","callback_url":"\u0063"}"#)
        _ = try read(#"{"unique_name":"gone \u0061 long way"}"#)
        builder.truncate(to: 2)
        _ = try read(#"{"id":"KS\u0031","unique_name":"\ud83d\ude97","callback_url":""}"#, .terraform)
        _ = try read(#"{"id":"\u0041","sid":"KS\u0032","unique_name":"plain"}"#, .terraform)
        let first = builder.takeBatch()
        _ = try read(#"{"unique_name":"\t","date_created":"2026-01-02T\u0030\u0033:04:05Z"}"#)
        let records = Array(first.records) + builder.finish().records
        #expect(records.map { $0.text(.uniqueName) } == ["über", nil, "🚗", "plain", "\t"])
        #expect(records.map { $0.text(.callbackURL) } == ["https://a.test/", "c", nil, nil, nil])
        #expect(records.map { $0.text(.geoMatchLevel) } == ["country", nil, nil, nil, nil])
        #expect(records.map { $0.text(.sid) } == [nil, nil, "KS1", "KS2", nil])
        #expect(records[1][.uniqueName] == .unreadable("the object has it twice"))
        #expect(records[4][.dateCreated] == .timestamp(try #require(Timestamp("2026-01-02T03:04:05Z"))))
        for record in records {
            for field in ServiceField.allCases {
                let text = record.utf8(field).map { String(decoding: $0, as: UTF8.self) }
                #expect(text == record.text(field), "\(field)")
            }
        }
    }
}

/// What a text is read as.
struct Read {
    let reading: RecordReading
    let record: ServiceRecord?

    init(_ text: String, _ dialect: ServiceDialect = .api, isWhole: Bool = true) throws {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "test"))
        var reader = JSONReader(Array(text.utf8))
        reading = try builder.read(&reader, dialect: dialect, at: RecordBatchBuilder.Place())
        if isWhole, reading.container == nil { try reader.finish() }
        record = builder.last
    }

    var traits: RecordReading.Traits? { if case .service(let traits) = reading { traits } else { nil } }

    var content: [UInt8] {
        var bytes = ByteBuilder()
        record?.appendContent(to: &bytes)
        return Array(bytes.bytes)
    }
}

extension RecordReading {
    var container: Container? { if case .container(let container) = self { container } else { nil } }
}
