import JSON
import ServiceModel
import ServiceSources
import Testing

@Suite struct FileFaultTests {
    static let rest = "; the rest was not read"

    @Test(arguments: [
        // A record that is not a Service, or of which a field cannot be read.
        (
            "[{\"unique_name\":\"a\"},\n{\"unique_name\":\"b\",\n},\n{\"unique_name\":\"c\"}]", ["a", "c"],
            [":3: record 1: column 1: expected a name in double quotes, found '}'"]
        ),
        (
            "[1, null, \"private\", [], {}, {\"unique_name\":\"a\"}]", ["a"],
            [
                ":1: record 0: expected an object, found a number", ":1: record 1: expected an object, found null",
                ":1: record 2: expected an object, found a string", ":1: record 3: expected an object, found an array",
                ":1: record 4: not a Service: the object has no field that only a Service has",
            ]
        ),
        (
            #"[{"code":20003,"message":"private","more_info":"u","status":401}]"#, [],
            [":1: record 0: not a Service but the API's error 20003 (HTTP status 401)"]
        ),
        (
            #"{"code":20404,"message":"private","status":404}"#, [],
            [":1: record 0: not a Service but the API's error 20404 (HTTP status 404)"]
        ),
        (
            "3 \"x\" {\"unique_name\":\"a\"}", ["a"],
            [":1: record 0: expected an object, found a number", ":1: record 1: expected an object, found a string"]
        ),
        // NDJSON: a bad line is one rejection.
        (
            "{\"unique_name\":\"a\"}\n{\"unique_name\":\n{\"unique_name\":\"b\"}\n", ["a", "b"],
            [":2: record 1: column 16: expected a value, found the end"]
        ),
        (
            "{\"unique_name\":\"a\"}\nprivate\n\n{\"unique_name\":\"b\"}\n", ["a", "b"],
            [":2: record 1: column 1: expected a value, found 'p'"]
        ),
        (
            "oops\n{\"unique_name\":\"a\"}\n{\"unique_name\":\"b\"}\n", ["a", "b"],
            [":1: record 0: column 1: expected a value, found 'o'"]
        ),
        (
            "{\"unique_name\":01}\nbad\n{\"unique_name\":\"a\"}\n", ["a"],
            [
                ":1: record 0: column 16: a number must not begin with a needless 0",
                ":2: record 1: column 1: expected a value, found 'b'",
            ]
        ),
        (
            "{\"unique_name\":\"a\"} x\n{\"unique_name\":\"b\"}\n", ["a", "b"],
            [":1: record 1: column 21: expected a value, found 'x'"]
        ),
        (
            "{\"unique_name\":\"a\"}\n{\"unique_name\":\"b\"", ["a"],
            [":2: record 1: column 19: expected ',' or '}', found the end"]
        ),
        (
            "{\"unique_name\":\"a\"}\n{\"unique_name\":\"b\u{1}\"}\n{\"unique_name\":\"c\"}", ["a", "c"],
            [":2: record 1: column 18: found U+0001 inside a string; it must be escaped"]
        ),
        (
            "{\"meta\":{\"next_page_url\":null},\"services\":[{\"unique_name\":\"a\"}]}\n{\"services\":[{\"unique_name\":\"b\"}]]\n{\"unique_name\":\"c\"}\n",
            ["a", "b", "c"], [":2: column 34: expected ',' or '}', found ']'"]
        ),
        // Arrays and documents: on behind the record's brackets, if they match.
        (
            "[{\"unique_name\":01},{\"unique_name\":\"a\"}]", ["a"],
            [":1: record 0: column 17: a number must not begin with a needless 0"]
        ),
        (
            "[{\"unique_name\":\"x\",\"n\":{\"k\":tru}},{\"unique_name\":\"a\"}]", ["a"],
            [":1: record 0: column 33: expected 'true', found '}'"]
        ),
        ("[oops,{\"unique_name\":\"a\"}]", ["a"], [":1: record 0: column 2: expected a value, found 'o'"]),
        ("[,{\"unique_name\":\"a\"}]", ["a"], [":1: record 0: column 2: expected a value, found ','"]),
        (
            "[{\"unique_name\":\"x\",\"n\":[}},{\"unique_name\":\"a\"}]", [],
            [":1: record 0: column 26: expected a value, found '}'" + rest]
        ),
        ("[{\"unique_name\":\"a\"}", ["a"], [":1: column 21: expected ',' or ']', found the end" + rest]),
        ("[{\"unique_name\":\"a\"},]", ["a"], [":1: column 22: expected something after ',', found ']'" + rest]),
        (
            "[{\"unique_name\":\"a\"} {\"unique_name\":\"b\"}]", ["a"],
            [":1: column 22: expected ',' or ']', found '{'" + rest]
        ),
        ("[", [], [":1: column 2: the text ends before ']'" + rest]),
        (
            "{\n\"unique_name\":\"a\",\n\"n\":[1,]\n}\n{\n\"unique_name\":\"b\"\n}", ["b"],
            [":3: record 0: column 8: expected a value after ',', found ']'"]
        ),
        ("{\"unique_name\":\"a\"}]", ["a"], [":1: record 1: column 20: expected a value, found ']'" + rest]),
        (#"{"unique_name":"a","n":1,"n":2}"#, [], [":1: record 0: column 26: the object has two members of one name"]),
        (
            "{\"unique_name\":\"a\"},{\"unique_name\":\"b\"}", ["a"],
            [":1: record 1: column 20: expected a value, found ','" + rest]
        ),
        ("[12334, {\"unique_name\":\"a\"}]", ["a"], [":1: record 0: expected an object, found a number"]),
        (
            "{\"unique_name\":\"a\"}\n{\n\"unique_name\":\"b\"\n}\n{\n\"unique_name\":01\n}\n{\"unique_name\":\"c\"}",
            ["a", "b", "c"],
            [":6: record 2: column 15: a number must not begin with a needless 0"]
        ),
        // Pages.
        (
            #"{"meta":{"next_page_url":null},"services":[{"unique_name":"a"},{"services":[{"unique_name":"b"}]}]}"#,
            ["a"],
            [":1: record 1: not a Service: the object has no field of one but a member named services"]
        ),
        (
            #"{"services":[],"services":[{"unique_name":"a"}]}"#, [],
            [":1: column 27: the object has two members of one name" + rest]
        ),
        (
            #"{"services":[{"unique_name":"a"}],"meta":{bad}}"#, ["a"],
            [":1: column 43: expected a name in double quotes, found 'b'" + rest]
        ),
        (
            #"{"services":{"unique_name":"a"}}"#, [],
            [":1: record 0: not a Service: the object has no field that only a Service has"]
        ),
        // Terraform state.
        (
            #"{"version":3,"modules":[]}"#, [],
            [
                ":1: record 0: not a Service but Terraform state of an old version; give the output of 'terraform show -json'"
            ]
        ),
        (#"{"version":5,"resources":[]}"#, [], [":1: Terraform state of version 5; only version 4 is read"]),
        (
            #"{"resources":[{"type":"twilio_proxy_service","instances":[{},{"attributes":{"id":"a","url":1}},{"attributes":[]}]}]}"#,
            [],
            [
                ":1: record 0: an instance without attributes",
                ":1: record 1: attributes: not a Service: the object has no field that only a Service has",
                ":1: record 2: attributes: expected an object, found an array",
            ]
        ),
        (
            #"{"resources":[1,{"type":"twilio_proxy_service","instances":{}},{"instances":[]}]}"#, [],
            [
                ":1: resources: expected every resource to be an object", ":1: instances: expected an array",
                ":1: a resource without a type",
            ]
        ),
        (
            #"{"resources":[{"type":"twilio_proxy_service","instances":[{"attributes":{"id":01}},{"attributes":{"id":"i","unique_name":"a"}}]}]}"#,
            ["a"],
            [":1: record 0: column 79: a number must not begin with a needless 0"]
        ),
    ])
    func rejects(_ text: String, _ sids: [String], _ reasons: [String]) async throws {
        for chunk in [1, 5, 4096] {
            let reading = try await Reading(text, limits: FileReadingLimits(chunk: chunk))
            #expect(reading.names == sids)
            #expect(reading.reasons == reasons)
            #expect(reading.error == nil)
            #expect(!reading.reasons.contains { $0.contains("private") })
        }
    }

    @Test(
        arguments: [
            ("", .empty, "the file is empty"), (" \n\t", .empty, "the file is empty"),
            ("\u{FEFF}", .empty, "the file is empty"),
            ("<!DOCTYPE html><p>", .unknownFormat, "not JSON but an HTML page"),
            ("\n<HTML>", .unknownFormat, "not JSON but an HTML page"),
            ("<?xml version='1.0'?>", .unknownFormat, "not JSON but XML or HTML"),
            ("---\nsid: x\n", .unknownFormat, "not JSON; it looks like YAML"),
            ("services:\n- sid: x\n", .unknownFormat, "not JSON; it looks like YAML"),
            ("- sid: x", .unknownFormat, "not JSON; it looks like YAML"),
            (
                "sid,unique_name\nKS1,private\n", .unknownFormat,
                "not JSON but comma-separated values; export with '-o json', as in 'twilio api:proxy:v1:services:list -o json'"
            ),
            (
                #"cb({"sid":"KS1","unique_name":"x"});"#, .unknownFormat,
                "not JSON but JSONP, a call in JavaScript around it; give what stands in its brackets"
            ),
            (
                #"/**/ns.cb([{"sid":"KS1","a":1}])"#, .unknownFormat,
                "not JSON but JSONP, a call in JavaScript around it; give what stands in its brackets"
            ),
            (
                #"window.cb && cb({"sid":"KS1"})"#, .unknownFormat,
                "not JSON but JSONP, a call in JavaScript around it; give what stands in its brackets"
            ),
            (
                "sid (of it),name\n\"KS1\",x", .unknownFormat,
                "not JSON but comma-separated values; export with '-o json', as in 'twilio api:proxy:v1:services:list -o json'"
            ),
            ("No results found", .unknownFormat, "not JSON"),
            ("\u{7F}ELF\u{1}\u{0}\u{0}", .unknownFormat, "not JSON but binary data"),
            ("bad\nworse\n", .unknownFormat, "not JSON"),
            ("PK\u{3}\u{4}xx", .unknownFormat, "a zip archive; only gzip and zstd are read"),
            ("BZh91AY", .unknownFormat, "compressed as bzip2; only gzip and zstd are read"),
        ] as [(String, SourceError.Code, String)])
    func refusesAFileThatHoldsNothingToRead(_ text: String, _ code: SourceError.Code, _ reason: String) async throws {
        for chunk in [1, 4096] {
            let reading = try await Reading(text, limits: FileReadingLimits(chunk: chunk))
            #expect(reading.error?.code == code)
            #expect(
                reading.error?.message.hasSuffix("/input: " + reason) == true, "\(reading.error?.message ?? "none")")
            #expect(reading.contents.isEmpty && reading.rejections.isEmpty)
        }
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], "not UTF-8; it looks like UTF-16"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed as xz; only gzip and zstd are read"),
            ([0x1F, 0x8B], "the gzip data is cut off"), ([0x1F, 0x8B, 0xFF, 0xFF, 0xFF], "the gzip data is damaged"),
            ([0x28, 0xB5, 0x2F, 0xFD], "the zstd data is cut off"),
            ([0x28, 0xB5, 0x2F, 0xFD, 0x08, 0, 0, 0, 0, 0], "the zstd data is damaged"),
            (Compression.gzip([]), "the file is empty"), (Compression.zstd([]), "the file is empty"),
            (Compression.gzip(Array("<p>".utf8)), "not JSON but XML or HTML"),
        ] as [([UInt8], String)])
    func refusesBytes(_ bytes: [UInt8], _ reason: String) async throws {
        let reading = try await Reading(bytes: bytes)
        #expect(reading.error?.message.hasSuffix("/input: " + reason) == true, "\(reading.error?.message ?? "none")")
    }

    @Test(arguments: [Compression.gzip, .zstd]) func keepsWhatCameBeforeDamage(_ compression: Compression) async throws
    {
        let services = JSONValue.samples(3000)
        let sound = compression(InputShape.ndjson.bytes(services))
        let cut = try await Reading(bytes: Array(sound.prefix(sound.count / 2)))
        #expect(cut.contents.count > 100)
        #expect(cut.contents == Array(services.prefix(cut.contents.count).map(\.content)))
        #expect(cut.rejections.count == 1)
        #expect(cut.reasons.first?.hasSuffix("the \(compression.rawValue) data is cut off" + Self.rest) == true)
        var damaged = sound
        for index in (sound.count - 20)..<sound.count { damaged[index] ^= 0x55 }
        let reading = try await Reading(bytes: damaged)
        #expect(!reading.isComplete)
        #expect(reading.reasons.last?.contains("data is ") == true)
        let followed = try await Reading(bytes: sound + Array("junk".utf8))
        #expect(followed.contents.count == 3000)
        #expect(followed.rejections.count == 1)
    }

    @Test(arguments: InputShape.allCases, Compression.allCases)
    func cutOffAnywhereIsNeverComplete(_ shape: InputShape, _ compression: Compression) async throws {
        let files = try TemporaryFiles()
        let services = JSONValue.samples(3)
        let bytes = shape.bytes(services)
        let whole = compression(bytes)
        // Plain texts of several values may end between two of them, and at a line end; pages tell what follows.
        let mayEndEarly =
            compression == .plain
            && [.concatenated, .ndjson, .ndjsonWithoutLastLineEnd, .camelCaseLines].contains(shape)
        let step = compression == .plain ? 29 : 5
        let lengths = Set(stride(from: 0, to: whole.count, by: step)).union(whole.count - 20..<whole.count)
        for length in lengths.sorted() {
            let path = try files.write(whole.prefix(length))
            let reading = await Reading(path: path, limits: FileReadingLimits(chunk: 100))
            let isWholeButForWhiteSpace =
                compression == .plain && whole.dropFirst(length).allSatisfy { $0 == UInt8(ascii: "\n") }
            if isWholeButForWhiteSpace {
                #expect(reading.isComplete)
            } else if mayEndEarly {
                #expect(!reading.isComplete || reading.contents.count < 3)
            } else {
                #expect(!reading.isComplete, "cut to \(length) of \(whole.count)")
            }
            #expect(shape.expected(services).starts(with: reading.contents))
        }
    }
}
