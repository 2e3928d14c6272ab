import JSON
import ServiceModel
import ServiceSources
import Testing

@Suite struct FileShapeTests {
    @Test(arguments: InputShape.allCases, Compression.allCases)
    func everyShapeHoldsTheSameServices(_ shape: InputShape, _ compression: Compression) async throws {
        for count in [0, 1, 2, 49] {
            // No record at all is an empty file in the shapes that have nothing around the records.
            if shape.bytes([]).isEmpty, count == 0 { continue }
            let services = JSONValue.samples(count)
            let reading = try await Reading(
                bytes: compression(shape.bytes(services)), limits: FileReadingLimits(chunk: 4096, batch: 20))
            #expect(reading.reasons == [])
            #expect(reading.error == nil)
            #expect(reading.warnings == [])
            #expect(reading.contents == shape.expected(services))
            #expect(reading.batches == (count + 19) / 20)
        }
    }

    @Test(arguments: InputShape.allCases, [1, 2, 3, 7, 64, 64 << 10])
    func chunksMakeNoDifference(_ shape: InputShape, _ chunk: Int) async throws {
        let services = JSONValue.samples(23)
        let limits = FileReadingLimits(chunk: chunk, batch: 5)
        for compression in Compression.allCases {
            let reading = try await Reading(bytes: compression(shape.bytes(services)), limits: limits)
            #expect(reading.isComplete)
            #expect(reading.contents == shape.expected(services))
        }
    }

    @Test(arguments: [Compression.gzip, .zstd]) func readsAllMembersAndFrames(_ compression: Compression) async throws {
        let services = JSONValue.samples(9)
        let lines = InputShape.ndjson.bytes(services)
        for piece in [1, 10, 1000] {
            var bytes: [UInt8] = []
            for start in stride(from: 0, to: lines.count, by: piece) {
                bytes += compression(Array(lines[start..<min(start + piece, lines.count)]))
                if compression == .zstd { bytes += [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3] }
            }
            if compression == .gzip { bytes += [0, 0, 0] }
            for chunk in [1, 13, 4096] {
                let reading = try await Reading(bytes: bytes, limits: FileReadingLimits(chunk: chunk))
                #expect(reading.isComplete)
                #expect(reading.contents == services.map(\.content))
            }
        }
    }

    @Test func beginsWithASkippableFrame() async throws {
        let frame: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 1, 0, 0, 0, 0xFF]
        let reading = try await Reading(bytes: frame + Compression.zstd(Array(#"{"unique_name":"x"}"#.utf8)))
        #expect(reading.isComplete)
        #expect(reading.names == ["x"])
    }

    @Test(arguments: [
        (#"{"unique_name":"a"}"#, ["a"]),
        (#" {"unique_name":"a"}{"unique_name":"b"} {"unique_name":"c"}"#, ["a", "b", "c"]),
        ("\u{FEFF}{\"unique_name\":\"a\"}", ["a"]), ("\u{FEFF}[{\"unique_name\":\"a\"}]", ["a"]), ("[]", []),
        (" \n[ ]\n ", []),
        ("[][{\"unique_name\":\"a\"}]", ["a"]),
        ("\r\n{\"unique_name\":\"a\"}\r\n\r\n{\"unique_name\":\"b\"}\r\n", ["a", "b"]),
        ("{\"unique_name\":\"a\"}\n{\n \"unique_name\": \"b\"\n}\n{\"unique_name\":\"c\"}\n", ["a", "b", "c"]),
        ("{\n \"unique_name\": \"a\"\n}\n{\n \"unique_name\": \"b\"\n}", ["a", "b"]), ("No results", []),
        ("No results\n", []),
        (#"[{"meta":{"next_page_url":null},"services":[{"unique_name":"a"}]},{"unique_name":"b"}]"#, ["a", "b"]),
        (#"{"services":[{"unique_name":"a"}],"meta":{"next_page_url":null}}"#, ["a"]),
        (#"{"version":4,"resources":[]}"#, []), (#"{"resources":[{"type":"aws_vpc"},{"type":"x","instances":5}]}"#, []),
        (
            #"{"resources":[{"type":"twilio_proxy_service","instances":[{"attributes":{"id":"i","unique_name":"a"}},{"attributes":{"unique_name":"b"}}]}]}"#,
            ["a", "b"]
        ),
        ("{\"unique_name\":\"a\"}\n[{\"unique_name\":\"b\"}]\n", ["a", "b"]), (#"[{"unique_name":null}]"#, ["null"]),
    ])
    func reads(_ text: String, _ sids: [String]) async throws {
        let reading = try await Reading(text)
        #expect(reading.isComplete)
        #expect(reading.warnings == [])
        #expect(reading.names == sids)
    }

    @Test(arguments: [(49, false), (50, true), (51, false)]) func warnsAtTheDefaultLimitOfTheCommandLine(
        _ count: Int, _ isWarned: Bool
    ) async throws {
        let services = JSONValue.samples(count)
        let camelCase = try await Reading(bytes: InputShape.camelCaseArray.bytes(services))
        #expect(camelCase.isComplete)
        #expect(camelCase.warnings.contains { $0.contains("exactly 50 records") } == isWarned)
        #expect(try await Reading(bytes: InputShape.array.bytes(services)).warnings == [])
        #expect(try await Reading(bytes: InputShape.camelCaseLines.bytes(services)).warnings == [])
    }

    @Test func aBatchHoldsNoMoreThanItsLimit() async throws {
        let reading = try await Reading(
            bytes: InputShape.ndjson.bytes(JSONValue.samples(10)), limits: FileReadingLimits(chunk: 4096, batch: 3))
        #expect(reading.batches == 4)
    }

    @Test func passesDuplicatesOn() async throws {
        #expect(try await Reading("{\"unique_name\":\"a\"}\n{\"unique_name\":\"a\"}\n").names == ["a", "a"])
    }
}
